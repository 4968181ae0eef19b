package report

import "github.com/entcalc/entcalc/pricing"

// A plan tells in which rows of Détail each item and the subsidies stand, before any is
// written: Synthèse refers to them.
type plan struct {
	spans [][]span // by contribution: its items, then its subsidies if it has any
	rows  int      // of Détail, without header and total
}

// A span is rows of Détail, counted from 0 under the header.
type span struct{ first, rows int }

func newPlan(s *pricing.Statement) plan {
	p := plan{spans: make([][]span, len(s.Contributions))}
	var buffer []entry
	for i := range s.Contributions {
		c := &s.Contributions[i]
		spans := make([]span, 0, len(c.Items)+1)
		for k := range c.Items {
			buffer = entries(buffer[:0], &c.Items[k], declares(c, &c.Items[k]))
			spans = append(spans, span{p.rows, len(buffer)})
			p.rows += len(buffer)
		}
		if n := len(shownSubsidies(c)); n > 0 {
			spans = append(spans, span{p.rows, n})
			p.rows += n
		}
		p.spans[i] = spans
	}
	return p
}

// An entry is one row of Détail.
type entry struct {
	kind     entryKind
	tier     int // whose rate it is, from 0
	quantity pricing.Quantity
	amount   pricing.Cents
	cost     *pricing.Cost // nil but for a cost
}

type entryKind int

const (
	unitsEntry   entryKind = iota // how many units were declared, that the tiers under it share out
	flatEntry                     // the quantity at the only rate
	volumeEntry                   // the quantity at the rate of its tier
	tierEntry                     // the part of the quantity that is in a tier
	costEntry                     // a cost, as it was declared
	minimumEntry                  // what the minimum adds
	maximumEntry                  // what the maximum takes away
)

// entries appends the rows of an item. There are more than it has lines: a tier that
// is not reached, or a bound that changes nothing, may matter once a rate or a count
// is changed in the workbook.
func entries(all []entry, item *pricing.Item, declared bool) []entry {
	c := item.Component
	lines := func(kind pricing.Kind) []pricing.Line {
		var some []pricing.Line
		for _, line := range item.Lines {
			if line.Kind == kind {
				some = append(some, line)
			}
		}
		return some
	}
	priced := lines(pricing.Priced)
	switch {
	case c.Basis == pricing.AtCost:
		for _, line := range lines(pricing.Declared) {
			all = append(all, entry{kind: costEntry, amount: line.Amount, cost: line.Cost})
		}
	case len(c.Tiers) == 1:
		all = append(all, entry{kind: flatEntry, quantity: priced[0].Quantity, amount: priced[0].Amount})
	case c.Volume:
		all = append(all, entry{kind: volumeEntry, tier: priced[0].Tier, quantity: priced[0].Quantity, amount: priced[0].Amount})
	default:
		if declared {
			all = append(all, entry{kind: unitsEntry, quantity: item.Quantity})
		}
		for tier := range c.Tiers {
			e := entry{kind: tierEntry, tier: tier}
			if tier < len(priced) {
				e.quantity, e.amount = priced[tier].Quantity, priced[tier].Amount
			}
			all = append(all, e)
		}
	}
	bound := func(kind entryKind, at *pricing.Cents, correction pricing.Kind) {
		if at == nil {
			return
		}
		e := entry{kind: kind}
		for _, line := range lines(correction) {
			e.amount = line.Amount
		}
		all = append(all, e)
	}
	bound(minimumEntry, c.Minimum, pricing.ToMinimum)
	bound(maximumEntry, c.Maximum, pricing.ToMaximum)
	return all
}

// declares tells whether an item's quantity was declared for the component, and is not
// the member's whole basis (R3). Where the two are equal nothing tells them apart, but
// for a minimum that did not hold: it does on a basis of 0, not for 0 units declared.
func declares(c *pricing.Contribution, item *pricing.Item) bool {
	if !item.Component.Basis.Counted() {
		return false
	}
	whole, known := c.Counts[item.Component.Basis]
	minimum := item.Component.Minimum
	return !known || whole != item.Quantity || minimum != nil && item.Amount < *minimum
}
