package verify

import (
	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// money writes euros in both languages.
func money(d decimal.Decimal) text.Phrase { return report.Money(exact(d)) }

// number writes a count in both languages.
func number(d decimal.Decimal) text.Phrase { return report.Number(d.String()) }

// rateWords writes a rate; "" is that of tiers, which have no one rate.
func rateWords(rate string) text.Phrase {
	if rate == "" {
		return text.Phrase{}
	}
	return report.Money(rate)
}

// memberName names a member in a sentence.
func memberName(siren, name string) text.Phrase {
	if siren == "" && name != "" {
		return text.Phrase{FR: text.Quote(name), EN: text.Quote(name)}
	}
	return text.Whose(siren, name, false)
}
