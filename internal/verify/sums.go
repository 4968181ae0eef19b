package verify

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A part is one of the figures that a sum is made of.
type part struct {
	name   text.Phrase
	member *Member // whose it is, in a total: it has no other name
	value  decimal.Decimal
}

// words name a part.
func (p part) words() text.Phrase {
	if p.member != nil {
		return memberName(p.member.SIREN, p.member.Name)
	}
	return p.name
}

// An addition is what a sum should be, and of what.
type addition struct {
	parts []part
	known bool // all of them can be read
}

func (a addition) sum() (sum decimal.Decimal) {
	for _, p := range a.parts {
		sum = sum.Add(p.value)
	}
	return sum
}

// sums checks the sums of a member's row: each is that of the figures beside it, or that
// of those that should be there.
func (c *checker) sums(t *Table, m *Member, e *expectation) {
	for _, field := range sumFields() {
		found, there := m.Sums[field]
		if !there || !found.known() || field == netField && e.excess {
			continue
		}
		own := c.beside(t, m, field)
		expected, known := c.expectedSum(e, field)
		if len(own) == 0 && !known {
			continue
		}
		c.checked++
		if known {
			c.priced++
		}
		if e.given != nil && found.Value.Equal(sumOfField(e.given, field)) {
			continue
		}
		right := known && found.Value.Equal(expected) || c.withUnread(t, m, field, found.Value) ||
			known && e.withoutOnce && field != yearlyField && found.Value.Equal(expected.Sub(euros(e.contribution.Once)))
		for _, a := range own {
			right = right || found.Value.Equal(a.sum())
		}
		switch {
		case right:
		case len(own) > 0:
			c.find(differs(codeSum, field, m, found, own[0].sum(), c.sumReason(found.Value, own[0], e)))
		default:
			c.find(differs(codeAmount, field, m, found, expected, text.Phrase{}))
		}
	}
}

// expectedSum is what a sum should be; known is false where a part of it is not priced.
func (c *checker) expectedSum(e *expectation, field string) (sum decimal.Decimal, known bool) {
	if e.contribution == nil || len(e.unknown) > 0 || e.excess && field == netField {
		return sum, false
	}
	return sumOfField(e.contribution, field), true
}

// beside gives the additions of figures of the row that make a sum: of its items, of
// other sums.
func (c *checker) beside(t *Table, m *Member, field string) (all []addition) {
	take := func(a addition) {
		if a.known {
			all = append(all, a)
		}
	}
	items := func(keep func(pricing.Basis) bool) addition {
		a := addition{known: t.itemised()}
		for k := range c.used.Components {
			component := &c.used.Components[k]
			if !keep(component.Basis) {
				continue
			}
			sum, known := sumOf(m.Items[component.ID])
			a.known = a.known && known
			a.parts = append(a.parts, part{name: fieldName(c.used, component.ID), value: sum})
		}
		return a
	}
	every := func(pricing.Basis) bool { return true }
	halves := addition{known: m.Sums[yearlyField].known() && m.Sums[onceField].known()}
	for _, half := range []string{yearlyField, onceField} {
		halves.parts = append(halves.parts, part{name: fieldName(c.used, half), value: m.Sums[half].Value})
	}
	switch field {
	case yearlyField:
		take(items(func(b pricing.Basis) bool { return !b.Once() }))
	case onceField:
		take(items(pricing.Basis.Once))
	case grossField:
		take(items(every))
		take(halves)
	case netField:
		gross := addition{known: m.Sums[grossField].known(), parts: []part{{name: fieldName(c.used, grossField), value: m.Sums[grossField].Value}}}
		for _, a := range []addition{gross, items(every), halves} {
			take(lessSubsidy(a, m))
		}
	}
	return all
}

// lessSubsidy takes the subsidy away.
func lessSubsidy(a addition, m *Member) addition {
	subsidy, known := sumOf(m.Items[subsidyField])
	a.known = a.known && known
	a.parts = append(slices.Clip(a.parts), part{name: text.SubsidyWord(), value: subsidy.Abs().Neg()})
	return a
}

// total checks a total line: each of its sums is that of the rows above it, or of those
// since the total line before it, or of what these should be.
//
// One mistake is one finding: a sum is right too where it has a member that is there twice
// once, or one that is missing.
func (c *checker) total(t *Table, total *Total, expected []expectation, missing []*pricing.Contribution) {
	var wrong []Finding
	gaps := make(map[string]decimal.Decimal)
	for _, field := range slices.Sorted(maps.Keys(total.Cells)) {
		found := total.Cells[field]
		if !found.known() {
			continue
		}
		first, right := c.adds(t, total, field, expected, missing)
		if !first.known {
			continue
		}
		c.checked++
		if right {
			continue
		}
		f := differs(codeTotal, field, nil, found, first.sum(), rowReason(found.Value, first))
		if c.isCount(field) {
			f.Found, f.Expected, f.Difference = found.Value.String(), first.sum().String(), found.Value.Sub(first.sum()).String()
		}
		wrong = append(wrong, f)
		gaps[field] = found.Value.Sub(first.sum())
	}
	if words, lacks := c.lacks(total, gaps); lacks {
		wrong = []Finding{{Code: codeTotal, At: total.At, Reason: words}}
	}
	c.findings = append(c.findings, wrong...)
}

// adds tells whether a cell of a total line is one of the sums that it may be, of which it
// gives the first that is known.
func (c *checker) adds(t *Table, total *Total, field string, expected []expectation, missing []*pricing.Contribution) (first addition, right bool) {
	found, to := total.Cells[field].Value, total.To
	for _, from := range slices.Compact([]int{0, total.From}) {
		for _, sum := range []func() addition{
			func() addition { return c.column(t, field, from, to, true) },
			func() addition { return c.expectedColumn(t, field, expected, from, to) },
			func() addition { return c.column(t, field, from, to, false) },
			func() addition { return c.withMissing(t, c.column(t, field, from, to, true), field, missing) },
		} {
			a := sum()
			if !a.known {
				continue
			}
			if !first.known {
				first = a
			}
			if found.Equal(a.sum()) || field == subsidyField && found.Abs().Equal(a.sum()) {
				return first, true
			}
		}
	}
	return first, false
}

// lacks tells whether what a total line has above its rows is, in all its columns, what
// one member more would be charged.
func (c *checker) lacks(total *Total, gaps map[string]decimal.Decimal) (words text.Phrase, lacks bool) {
	row := pricing.Counts{Of: make(map[pricing.Basis]pricing.Quantity), Chosen: make(map[string]bool)}
	var told []text.Phrase
	for _, basis := range c.bases() {
		if q, ok := (Figure{Value: gaps[string(basis)], State: Known}).quantity(); ok && total.Cells[string(basis)].known() {
			row.Of[basis] = q
			told = append(told, text.Phrase{
				FR: basisName(c.used, basis).FR + " " + number(gaps[string(basis)]).FR,
				EN: basisName(c.used, basis).EN + " " + number(gaps[string(basis)]).EN,
			})
		}
	}
	for k := range c.tariff.Components {
		if component := &c.tariff.Components[k]; component.Optional {
			row.Chosen[component.ID] = gaps[component.ID].IsPositive()
		}
	}
	s, err := pricing.Price(c.tariff, []pricing.Counts{row}, c.options)
	if err != nil || len(gaps) < 2 {
		return words, false
	}
	var items decimal.Decimal
	for k := range c.used.Components {
		id := c.used.Components[k].ID
		due, _ := c.due(&s.Contributions[0], id)
		if total.Cells[id].known() && !gaps[id].Equal(due) {
			return words, false
		}
		items = items.Add(gaps[id])
	}
	return text.MemberLeftOut(told), items.IsPositive()
}

// isCount tells whether a field is a count.
func (c *checker) isCount(field string) bool {
	return !slices.Contains([]string{subsidyField, amountField, votedField, gapField, dueField}, field) && !slices.Contains(sumFields(), field) &&
		c.used.Component(field) == nil
}

// column adds up what rows have in a column; twice tells whether those of a member that
// is above already count.
func (c *checker) column(t *Table, field string, from, to int, twice bool) addition {
	a := addition{known: true}
	for _, m := range t.Members[from:to] {
		if m.twice && !twice {
			continue
		}
		value, known := c.value(m, field)
		a.known = a.known && known
		a.parts = append(a.parts, part{member: m, value: value})
	}
	return a
}

// value is what a row has in a column, blank being 0.
func (c *checker) value(m *Member, field string) (value decimal.Decimal, known bool) {
	if id, quantity := strings.CutSuffix(field, quantitySuffix); quantity {
		for _, l := range m.Items[id] {
			value = value.Add(l.Quantity.Value)
		}
		return value, true
	}
	figure := m.Counts[pricing.Basis(field)]
	switch {
	case field == amountField:
		known = true
		for _, lines := range m.Items {
			sum, readable := sumOf(lines)
			value, known = value.Add(sum), known && readable
		}
		return value, known
	case field == subsidyField, c.used.Component(field) != nil:
		return sumOf(m.Items[field])
	case field == dueField:
		figure = c.dueOf(m)
	case slices.Contains(sumFields(), field), field == votedField, field == gapField:
		figure = m.Sums[field]
	}
	return figure.Value, figure.State != Unknown
}

// withMissing adds to a column what members that are not there are charged, of the
// components that the table has.
func (c *checker) withMissing(t *Table, a addition, field string, missing []*pricing.Contribution) addition {
	a.parts = slices.Clip(a.parts)
	for _, m := range missing {
		value, known := c.due(m, field)
		for _, item := range m.Items {
			once := item.Component.Basis.Once()
			if t.nowhere(item.Component.ID) && (field == grossField || field == netField || field == yearlyField && !once || field == onceField && once) {
				value = value.Sub(euros(item.Amount))
			}
		}
		a.known = a.known && known
		a.parts = append(a.parts, part{value: value})
	}
	return a
}

// due is what a contribution has in a column.
func (c *checker) due(of *pricing.Contribution, field string) (value decimal.Decimal, known bool) {
	switch {
	case c.used.Component(field) != nil:
		if item := of.Item(field); item != nil {
			value = euros(item.Amount)
		}
		return value, true
	case slices.Contains(sumFields(), field):
		return sumOfField(of, field), true
	case field == amountField:
		return euros(of.Net), true
	case field == subsidyField:
		return euros(of.Subsidy), true
	case field == votedField, field == dueField:
		return euros(of.Due()), true
	case field == gapField:
		return euros(of.Due() - of.Net), true
	}
	if id, quantity := strings.CutSuffix(field, quantitySuffix); quantity {
		if item := of.Item(id); item != nil {
			value = decimal.NewFromInt(int64(item.Quantity)).Add(euros(item.Cost))
		}
		return value, true
	}
	q, known := of.Counts[pricing.Basis(field)]
	return decimal.NewFromInt(int64(q)), known
}

// sumOfField is the sum of a contribution that a field is of.
func sumOfField(of *pricing.Contribution, field string) decimal.Decimal {
	switch field {
	case yearlyField:
		return euros(of.Yearly)
	case onceField:
		return euros(of.Once)
	case grossField:
		return euros(of.Gross)
	}
	return euros(of.Net)
}

// expectedColumn adds up what rows should have in a column: by the inputs where they are
// given.
func (c *checker) expectedColumn(t *Table, field string, expected []expectation, from, to int) addition {
	a := addition{known: true}
	for i := from; i < to; i++ {
		e := &expected[i]
		value, known := decimal.Decimal{}, false
		if _, priced := c.expectedSum(e, field); priced && !t.Members[i].OtherYear {
			of := e.contribution
			if e.given != nil {
				of = e.given
			}
			value, known = c.due(of, field)
		}
		a.known = a.known && known
		a.parts = append(a.parts, part{value: value})
	}
	return a
}
