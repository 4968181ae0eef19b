package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// itemised tells whether more was said of any cost of an item than its amount: each is
// then shown, even the only one.
func itemised(item *pricing.Item) bool {
	for i := range item.Lines {
		if cost := item.Lines[i].Cost; cost != nil && cost.Itemised() {
			return true
		}
	}
	return false
}

// costWords says what a cost is, exactly as it was said: who shows it to people makes it
// safe.
func costWords(c *pricing.Cost, l text.Lang) string {
	return text.Itemised(cmp.Or(c.Label, text.DeclaredCost().In(l)), text.Day(c.Date), c.Reference).In(l)
}

// shownSubsidies gives the subsidies that a document shows, one by one: those declared,
// or, where nothing is said of any but its amount, their sum; none of nothing.
func shownSubsidies(c *pricing.Contribution) []pricing.Subsidy {
	switch {
	case oneByOne(c.Subsidies):
		return c.Subsidies
	case c.Subsidy == 0:
		return nil
	default:
		return []pricing.Subsidy{{Amount: c.Subsidy}}
	}
}

// oneByOne tells whether more was said of any subsidy than its amount.
func oneByOne(all []pricing.Subsidy) bool {
	return slices.ContainsFunc(all, func(s pricing.Subsidy) bool { return s.Itemised() })
}

// fromAndFor says who pays a subsidy and what for, exactly as it was said; blank for
// nothing.
func fromAndFor(s *pricing.Subsidy) string {
	return strings.TrimSuffix(strings.TrimPrefix(s.From+", "+s.Label, ", "), ", ")
}

// subsidyWords is fromAndFor, with the day and the reference.
func subsidyWords(s *pricing.Subsidy, l text.Lang) string {
	return text.Itemised(fromAndFor(s), text.Day(s.Date), s.Reference).In(l)
}

// subsidyTitle names a subsidy: Subvention – Caudry (D-12).
func subsidyTitle(s *pricing.Subsidy, l text.Lang) string {
	title := text.OneOf(text.SubsidyWord().In(l), fromAndFor(s)).In(l)
	return text.Itemised(title, text.Day(s.Date), s.Reference).In(l)
}
