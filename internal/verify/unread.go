package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// withUnread tells whether a sum of a row is that of its items and of columns that are
// not read, while an item has no column: these are then known to be amounts.
func (c *checker) withUnread(t *Table, m *Member, field string, found decimal.Decimal) bool {
	if len(m.beside) == 0 || field == onceField || !slices.ContainsFunc(c.used.Components, func(k pricing.Component) bool { return t.nowhere(k.ID) }) {
		return false
	}
	var read, unread decimal.Decimal
	for k := range c.used.Components {
		component := &c.used.Components[k]
		if field == yearlyField && component.Basis.Once() {
			continue
		}
		sum, known := sumOf(m.Items[component.ID])
		if !known {
			return false
		}
		read = read.Add(sum)
	}
	for _, amount := range m.beside {
		unread = unread.Add(amount)
	}
	if field == netField {
		subsidy, _ := sumOf(m.Items[subsidyField])
		found = found.Add(subsidy.Abs())
	}
	return slices.ContainsFunc(append(slices.Clone(m.beside), unread), func(amount decimal.Decimal) bool {
		return !amount.IsZero() && !amount.Equal(read) && found.Equal(read.Add(amount)) // equal: a sum of them
	})
}

// withoutOnce tells, of each row, that its sums are those without what is charged once,
// where that is so of all.
func (t *Table) withoutOnce(c *checker, expected []expectation) {
	some := false
	for i, m := range t.Members {
		e := &expected[i]
		due, known := c.expectedSum(e, netField)
		found := m.Sums[netField]
		if m.OtherYear {
			continue
		}
		if !known || !found.known() || !found.Value.Equal(due.Sub(euros(e.contribution.Once))) {
			return
		}
		some = some || e.contribution.Once > 0
	}
	for k := range c.used.Components {
		some = some && (!c.used.Components[k].Basis.Once() || t.nowhere(c.used.Components[k].ID))
	}
	for i := range expected {
		expected[i].withoutOnce = some
	}
}

// absence says why a component may be nowhere: the column that is not read and may be it,
// or those that may be any, or that nothing is new.
func (t *Table) absence(component pricing.Component) text.Phrase {
	var own, any []string
	for i, u := range t.unread {
		switch {
		case !slices.ContainsFunc(t.Members, func(m *Member) bool { return i < len(m.beside) && !m.beside[i].IsZero() }):
		case u.field == component.ID:
			own = append(own, u.header)
		case u.field == "":
			any = append(any, u.header)
		}
	}
	if own != nil {
		return text.NotReadInAnnex(own, component.ID)
	}
	if any != nil && !component.Basis.Once() {
		return text.NotReadInAnnex(any, component.ID)
	}
	return text.NowhereInAnnex(component.Basis.Once())
}
