package verify

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/grid"
)

const (
	// noise is how many decimals of a workbook's number say something: spreadsheets sum
	// in binary, and may end a millionth of a millionth beside the cent.
	noise = 6
	// mostDigits bounds what a number may have on each side of its point, and mostPower
	// its exponent: the library makes as many digits as it is asked for.
	mostDigits, mostPower = 15, 20
)

// Counts files are made to be read, and what is not plain there is a fault (package
// counts); annexes are made to be looked at. So this is another reader: it takes units,
// either decimal mark and any grouping, and only leaves out what can be read in two ways.

// readNumber reads a number as annexes have it: of a workbook, or as people write it,
// 1 234,50 € and 1234.5. ok is false for all else, and for what can be read in two ways.
// rate says that a single point or comma is always the decimal one.
func readNumber(cell string, kind grid.Kind, rate bool) (value decimal.Decimal, ok bool) {
	plain := ""
	switch kind {
	case grid.Number:
		plain = cell
	case grid.Text:
		if plain, ok = asWritten(cell, rate); !ok {
			return value, false
		}
	case grid.Boolean, grid.Date, grid.Failed, grid.Uncomputed:
		return value, false
	}
	return plainNumber(plain)
}

// plainNumber reads a sign, digits, a point and decimals, an exponent.
func plainNumber(s string) (value decimal.Decimal, ok bool) {
	mantissa, power, scientific := strings.Cut(strings.ToUpper(s), "E")
	before, after, point := strings.Cut(strings.TrimPrefix(mantissa, "-"), ".")
	if !digits(before) || point && !digits(after) {
		return value, false
	}
	if scientific {
		if n, err := strconv.Atoi(power); err != nil || n > mostPower || n < -mostPower {
			return value, false
		}
	}
	value, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.Decimal{}, false
	}
	return value.Round(noise), true
}

// asWritten makes a plain number of one that people wrote.
func asWritten(cell string, rate bool) (plain string, ok bool) {
	s, minus := withoutUnit(cell)
	before, after := s, ""
	if at := decimalMark(s, rate); at == ambiguous {
		return "", false
	} else if at >= 0 {
		before, after = s[:at], s[at+1:]
	}
	whole, ok := withoutGroups(before)
	if !ok || after != "" && !digits(after) || after == "" && len(before) < len(s) {
		return "", false
	}
	plain = whole
	if after != "" {
		plain += "." + after
	}
	if minus {
		plain = "-" + plain
	}
	return plain, true
}

// withoutUnit takes the sign and the unit away: 0,60 € par élève is 0,60.
func withoutUnit(cell string) (s string, minus bool) {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2212", "-").Replace(strings.TrimSpace(cell))
	s, minus = strings.CutPrefix(s, "-")
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "€"))
	if before, after, euro := strings.Cut(s, "€"); euro && !strings.ContainsAny(after, "0123456789") {
		s = before
	}
	for _, unit := range []string{"euros", "EUR"} {
		s = strings.TrimSuffix(s, unit)
	}
	return strings.TrimSpace(s), minus
}

// ambiguous is the place of a point or comma that may part decimals or thousands.
const ambiguous = -2

// decimalMark finds the point or comma before the decimals; -1 where there is none.
func decimalMark(s string, rate bool) int {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		return -1
	}
	if strings.ContainsAny(s[:last], ".,") {
		if strings.LastIndexByte(s[:last], s[last]) >= 0 { // 1.234.567
			return -1
		}
		return last // 1.234,50
	}
	before, after := s[:last], s[last+1:]
	if !rate && len(after) == 3 && len(before) <= 3 && before != "0" && digits(before) {
		return ambiguous
	}
	return last
}

// withoutGroups takes away what parts groups of three digits, always the same.
func withoutGroups(s string) (plain string, ok bool) {
	at := strings.IndexAny(s, " .,")
	if at < 0 {
		return s, digits(s)
	}
	groups := strings.Split(s, s[at:at+1])
	for i, g := range groups {
		if !digits(g) || i > 0 && len(g) != 3 || len(g) > 3 {
			return "", false
		}
	}
	plain = strings.Join(groups, "")
	return plain, digits(plain)
}

// digits tells whether s is digits, and not too many.
func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != "" && len(s) <= mostDigits
}

// nothing tells what people write where there is no figure.
func nothing(cell string) bool {
	switch cell {
	case "", "-", "–", "—", "- €", "-\u00a0€":
		return true
	}
	return false
}
