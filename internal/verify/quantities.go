package verify

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/pricing"
)

// quantity gives the units that a member is charged of a component: as one figure, or as
// the sum of the lines that say them.
func (m *Member) quantity(id string) (sum pricing.Quantity, said bool) {
	if q, ok := m.Units[id].quantity(); ok {
		return q, true
	}
	for _, l := range m.Items[id] {
		if q, ok := l.Quantity.quantity(); ok {
			sum, said = sum+q, true
		}
	}
	return sum, said
}

// declared are the costs that lines are: those with a quantity, where some have one; what
// a minimum or a maximum changes has none, or is negative.
func declared(lines []Line) []pricing.Cost {
	quantities := slices.ContainsFunc(lines, func(l Line) bool { return l.Quantity.known() })
	var costs []pricing.Cost
	for _, l := range lines {
		if amount, ok := l.Amount.cents(); ok && (!quantities || l.Quantity.known()) {
			costs = append(costs, pricing.Cost{Amount: amount})
		}
	}
	return costs
}

// deduce takes the counts of a member from the quantities of its items: the one that most
// of the items on a basis have, of those that all are charged, if there are any; else the
// largest, as no more units are charged than there are. Where all items on a basis are said
// to be of units that were declared, another table of the annex has the count. Our own rows
// of items do not say it, and any may be of fewer.
func (c *checker) deduce(t *Table, m *Member, row *pricing.Counts) {
	own := make(map[string]pricing.Quantity) // said to be declared
	for id := range m.Declared {
		if q, said := m.quantity(id); said && !c.annex.complete() {
			own[id] = q
		}
	}
	sure := c.votes(m, own)
	for basis, of := range c.votes(m, nil) {
		if _, said := row.Of[basis]; said {
			continue
		}
		row.Of[basis] = elected(of)
		beside, known := c.shown[countOf{keyOf(m.SIREN, m.Name), basis}]
		switch {
		case t.ourRows():
			row.Of[basis] = c.most(m, basis, of)
		case slices.ContainsFunc(slices.Collect(maps.Values(sure[basis])), func(votes int) bool { return votes > 0 }):
			row.Of[basis] = elected(sure[basis])
		case known:
			row.Of[basis] = beside
		}
	}
}

// most is the count that rows which do not say that their units were declared can all be
// of: there are as many units as the largest of them has, but for parts of what is new,
// which may have more; and none where a minimum is due on none, as on none declared it is
// not.
func (c *checker) most(m *Member, basis pricing.Basis, of map[pricing.Quantity]int) (most pricing.Quantity) {
	for k := range c.tariff.Components {
		component := &c.tariff.Components[k]
		q, said := m.quantity(component.ID)
		if amount, _ := sumOf(m.Items[component.ID]); said && component.Basis == basis && q == 0 && !amount.IsZero() {
			return 0
		}
	}
	certain := false
	for q, votes := range of {
		if votes > 0 || !basis.Once() {
			most, certain = max(most, q), true
		}
	}
	if !certain {
		return elected(of)
	}
	return most
}

// tell takes for counts that a member's row would say what most of its items are charged
// on, so that they are held against the inputs once, and not in each item. declared are
// units that are not all.
func (c *checker) tell(m *Member, declared map[string]pricing.Quantity) {
	votes := c.votes(m, declared)
	for k := range c.tariff.Components {
		component := &c.tariff.Components[k]
		most := elected(votes[component.Basis])
		_, said := m.Counts[component.Basis]
		if q, tells := m.quantity(component.ID); said || !tells || q != most || votes[component.Basis][q] == 0 {
			continue
		}
		lines := m.Items[component.ID]
		if at := slices.IndexFunc(lines, func(l Line) bool { return l.Quantity.known() }); at >= 0 {
			m.Counts[component.Basis] = Figure{At: lines[at].Quantity.At, Value: decimal.NewFromInt(int64(most)), State: Known}
		}
	}
}

// votes counts the items that are charged on each quantity, by basis: those that all are
// charged. Others may be charged on fewer, and have no vote; a minimum on none, only if
// there are no more.
func (c *checker) votes(m *Member, declared map[string]pricing.Quantity) map[pricing.Basis]map[pricing.Quantity]int {
	votes := make(map[pricing.Basis]map[pricing.Quantity]int)
	vote := func(basis pricing.Basis, q pricing.Quantity, weight int) {
		if votes[basis] == nil {
			votes[basis] = make(map[pricing.Quantity]int)
		}
		votes[basis][q] += weight
	}
	for k := range c.tariff.Components {
		component := &c.tariff.Components[k]
		q, said := m.quantity(component.ID)
		if _, part := declared[component.ID]; !said || part || !component.Basis.Counted() {
			continue
		}
		weight := 1
		if amount, _ := sumOf(m.Items[component.ID]); component.Optional && (q > 0 || amount.IsZero()) {
			weight = 0
		}
		vote(component.Basis, q, weight)
		vote(component.Basis.Whole(), q, 0) // there are as many, at least
	}
	return votes
}

// elected is the quantity that has most votes, the largest of several.
func elected(of map[pricing.Quantity]int) pricing.Quantity {
	if len(of) == 0 {
		return 0
	}
	return slices.MaxFunc(slices.Sorted(maps.Keys(of)), func(a, b pricing.Quantity) int {
		return cmp.Or(of[a]-of[b], int(a-b))
	})
}
