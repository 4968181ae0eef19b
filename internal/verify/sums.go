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
	name  text.Phrase
	value decimal.Decimal
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
		if !there || !found.known() {
			continue
		}
		own := c.beside(t, m, field)
		expected, known := c.expectedSum(e, field)
		if len(own) == 0 && !known {
			continue
		}
		c.checked++
		right := known && found.Value.Equal(expected)
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
	if e.contribution == nil || len(e.unknown) > 0 {
		return sum, false
	}
	switch field {
	case yearlyField:
		return euros(e.contribution.Yearly), true
	case onceField:
		return euros(e.contribution.Once), true
	case grossField:
		return euros(e.contribution.Gross), true
	default:
		return euros(e.contribution.Net), true
	}
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
			a.parts = append(a.parts, part{fieldName(c.used, component.ID), sum})
		}
		return a
	}
	every := func(pricing.Basis) bool { return true }
	halves := addition{known: m.Sums[yearlyField].known() && m.Sums[onceField].known()}
	for _, half := range []string{yearlyField, onceField} {
		halves.parts = append(halves.parts, part{fieldName(c.used, half), m.Sums[half].Value})
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
		gross := addition{known: m.Sums[grossField].known(), parts: []part{{fieldName(c.used, grossField), m.Sums[grossField].Value}}}
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
	a.parts = append(slices.Clip(a.parts), part{text.SubsidyWord(), subsidy.Abs().Neg()})
	return a
}

// total checks a total line: each of its sums is that of the rows above it, or of those
// since the total line before it, or of what these should be.
func (c *checker) total(t *Table, total *Total, expected []expectation) {
	for _, field := range slices.Sorted(maps.Keys(total.Cells)) {
		found := total.Cells[field]
		if !found.known() {
			continue
		}
		var sums []addition
		for _, from := range []int{0, total.From} {
			for _, a := range []addition{
				c.column(t, field, from, total.To), c.expectedColumn(t, field, expected, from, total.To),
			} {
				if a.known {
					sums = append(sums, a)
				}
			}
		}
		if len(sums) == 0 {
			continue
		}
		c.checked++
		if slices.ContainsFunc(sums, func(a addition) bool { return found.Value.Equal(a.sum()) }) {
			continue
		}
		f := differs(codeTotal, field, nil, found, sums[0].sum(), rowReason(found.Value, sums[0]))
		if c.isCount(field) {
			f.Found, f.Expected, f.Difference = found.Value.String(), sums[0].sum().String(), found.Value.Sub(sums[0].sum()).String()
		}
		c.find(f)
	}
}

// isCount tells whether a field is a count.
func (c *checker) isCount(field string) bool {
	return !slices.Contains([]string{subsidyField, amountField}, field) && !slices.Contains(sumFields(), field) &&
		c.used.Component(field) == nil
}

// column adds up what rows have in a column.
func (c *checker) column(t *Table, field string, from, to int) addition {
	a := addition{known: true}
	for _, m := range t.Members[from:to] {
		value, known := c.value(m, field)
		a.known = a.known && known
		a.parts = append(a.parts, part{memberName(m.SIREN, m.Name), value})
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
	case slices.Contains(sumFields(), field):
		figure = m.Sums[field]
	}
	return figure.Value, figure.State != Unknown
}

// expectedColumn adds up what rows should have in a column of amounts.
func (c *checker) expectedColumn(t *Table, field string, expected []expectation, from, to int) addition {
	a := addition{known: true}
	for i := from; i < to; i++ {
		e := &expected[i]
		value, known := c.expectedSum(e, field)
		switch {
		case t.Members[i].OtherYear || !known:
			known = false
		case c.used.Component(field) != nil:
			value = decimal.Decimal{}
			if item := e.contribution.Item(field); item != nil {
				value = euros(item.Amount)
			}
		case field == amountField:
			value = euros(e.contribution.Net)
		case !slices.Contains(sumFields(), field):
			known = false
		}
		a.known = a.known && known
		a.parts = append(a.parts, part{value: value})
	}
	return a
}
