package counts

import (
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// ParseEuros reads euros as text files have them (R6), for what a name says: a flag. The
// message says what is wrong; nil for nothing.
func ParseEuros(name, s string) (pricing.Cents, *text.Message) {
	cents, why := number(s, grid.Text, true)
	if why != fine {
		m := euroMessage(text.Phrase{FR: name, EN: name}, text.CellText(s, false), why)
		return 0, &m
	}
	return pricing.Cents(cents), nil
}
