package counts

import (
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The most digits of a count, and of an amount before its decimals (R6): those of
// [pricing.MaxQuantity] and [pricing.MaxEuros].
const (
	countDigits = 9
	euroDigits  = 12
)

// A reason says why a cell is not the number that it should be.
type reason uint8

const (
	fine       reason = iota
	notNumber         // 12O
	misgrouped        // 12 34
	tooLong           // more digits than a field may have
	pointed           // 1.000 or 1,000, as a count
	decimal           // 10.5, as a count
	negative          // -500, as euros
	ambiguous         // 1.234 or 1,234, as euros
	tooFine           // more than two decimals
	signed            // 12 €
)

// number reads a cell of a workbook or of a text as a count, or as cents (R6).
func number(cell string, kind grid.Kind, euros bool) (int64, reason) {
	if unsigned, minus := withoutSign(cell); euros && minus {
		if _, why := positive(unsigned, kind, true); why == fine {
			return 0, negative
		}
		return 0, notNumber
	}
	return positive(cell, kind, euros)
}

// positive reads what has no sign.
func positive(cell string, kind grid.Kind, euros bool) (int64, reason) {
	if kind == grid.Number {
		plain, ok := grid.PlainNumber(cell)
		if !ok {
			return 0, notNumber
		}
		if before, after, point := strings.Cut(plain, "."); euros && point {
			return cents(before, after)
		}
		cell = plain
	}
	if euros {
		return amount(cell)
	}
	n, why := whole(cell, countDigits)
	switch {
	case why != notNumber:
	case hasDecimals(cell, kind):
		why = decimal
	case kind == grid.Text && looksPointed(cell):
		why = pointed
	}
	return n, why
}

// whole reads digits, or groups of three of them parted by a space, U+00A0 or U+202F;
// most digits at most.
func whole(s string, most int) (n int64, why reason) {
	digits, group, grouped, odd := 0, 0, false, false
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits++
			group++
			if digits <= most {
				n = n*10 + int64(r-'0')
			}
		case r == ' ' || r == '\u00a0' || r == '\u202f':
			odd = odd || group == 0 || group > 3 || grouped && group < 3
			grouped, group = true, 0
		default:
			return 0, notNumber
		}
	}
	switch {
	case digits == 0:
		return 0, notNumber
	case odd || grouped && group != 3:
		return 0, misgrouped
	case digits > most:
		return 0, tooLong
	}
	return n, fine
}

// amount reads euros as people write them, with a point or a comma before at most two
// decimals, in cents.
func amount(s string) (int64, reason) {
	if strings.Contains(s, "€") {
		return 0, signed
	}
	at := strings.IndexAny(s, ".,")
	if at < 0 {
		n, why := whole(s, euroDigits)
		return n * 100, why
	}
	before, after := s[:at], s[at+1:]
	// 0,234 is no thousand; 1 234,567 has its thousands parted already.
	if len(after) == 3 && len(before) <= 3 && before[:min(1, at)] != "0" && grid.DigitsOnly(before) && grid.DigitsOnly(after) {
		return 0, ambiguous
	}
	return cents(before, after)
}

// cents reads what stands before and after the point of an amount.
func cents(before, after string) (int64, reason) {
	n, why := whole(before, euroDigits)
	switch {
	case !grid.DigitsOnly(after):
		return 0, notNumber
	case why != fine:
		return 0, why
	case len(after) > 2:
		return 0, tooFine
	}
	decimals, err := strconv.ParseInt((after + "0")[:2], 10, 64)
	if err != nil {
		return 0, notNumber
	}
	return n*100 + decimals, fine
}

// looksPointed tells whether a text is made of digits with points or commas.
func looksPointed(s string) bool {
	return strings.Trim(s, "0123456789 \u00a0\u202f.,") == "" && strings.ContainsAny(s, "0123456789")
}

// hasDecimals tells whether a cell is a number whose point or comma cannot part
// thousands: three digits behind it may be thousands, but of a workbook's own number.
func hasDecimals(cell string, kind grid.Kind) bool {
	at := strings.IndexAny(cell, ".,")
	if at < 0 {
		return false
	}
	before, after := cell[:at], cell[at+1:]
	_, why := whole(before, countDigits)
	return why == fine && grid.DigitsOnly(after) && (kind == grid.Number || len(after) != 3)
}

// withoutSign takes the minus off a number, a hyphen or U+2212.
func withoutSign(cell string) (unsigned string, minus bool) {
	for _, sign := range []string{"-", "\u2212"} {
		if unsigned, minus = strings.CutPrefix(cell, sign); minus {
			return strings.TrimSpace(unsigned), true
		}
	}
	return cell, false
}

// countMessage says why a cell is not a count.
func countMessage(field, cell text.Phrase, why reason) text.Message {
	switch why {
	case misgrouped:
		return text.Misgrouped(field, cell)
	case tooLong:
		return text.TooManyDigits(field, cell, countDigits)
	case pointed:
		return text.PointInCount(field, cell)
	case decimal:
		return text.DecimalCount(field, cell)
	default:
		return text.NotAWholeNumber(field, cell)
	}
}

// euroMessage says why a cell is not an amount.
func euroMessage(field, cell text.Phrase, why reason) text.Message {
	switch why {
	case misgrouped:
		return text.Misgrouped(field, cell)
	case tooLong:
		return text.TooManyDigits(field, cell, euroDigits)
	case ambiguous:
		return text.AmbiguousEuros(field, cell, strings.NewReplacer(".", "", ",", "").Replace(cell.EN))
	case tooFine:
		return text.TooFine(field, cell)
	case signed:
		return text.EuroSign(field, cell)
	case negative:
		fr, _ := withoutSign(cell.FR)
		en, _ := withoutSign(cell.EN)
		return text.NegativeEuros(field, cell, text.Phrase{FR: fr, EN: en})
	default:
		return text.NotEuros(field, cell)
	}
}

// said writes a sum as programs do: 1400, or 1400.00 for euros.
func said(n int64, euros bool) string {
	if euros {
		return pricing.Cents(n).String()
	}
	return strconv.FormatInt(n, 10)
}
