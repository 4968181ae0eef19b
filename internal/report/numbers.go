package report

import (
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The spaces that French sets in numbers: a narrow no-break one between thousands, a
// no-break one before the unit.
const (
	narrowSpace  = "\u202f"
	noBreakSpace = "\u00a0"
)

// Euros writes an amount as people read it: 1 400,00 € or €1,400.00.
func Euros(c pricing.Cents, l text.Lang) string { return money(c.String(), l) }

// RatePer writes a rate as people read it, with the decimals it was voted with.
func RatePer(r pricing.Rate, l text.Lang) string { return money(r.String(), l) }

// Count writes a quantity as people read it: 68 190 or 68,190.
func Count(q pricing.Quantity, l text.Lang) string {
	return number(strconv.FormatInt(int64(q), 10), l)
}

func money(exact string, l text.Lang) string {
	sign := ""
	if strings.HasPrefix(exact, "-") {
		sign, exact = "−", exact[1:]
	}
	if l == text.English {
		return sign + "€" + number(exact, l)
	}
	return sign + number(exact, l) + noBreakSpace + "€"
}

// number groups the thousands of an exact decimal and sets its point by language. No
// digit is changed: the text is the amount's own.
func number(exact string, l text.Lang) string {
	group, point := narrowSpace, ","
	if l == text.English {
		group, point = ",", "."
	}
	whole, decimals, fraction := strings.Cut(exact, ".")
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if fraction {
		b.WriteString(point + decimals)
	}
	return b.String()
}
