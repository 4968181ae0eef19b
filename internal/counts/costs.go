package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// readCosts reads the files of costs, a row each, into the rows of the table (R4).
func (r *run) readCosts() error {
	return r.readLedgers(r.Costs, books{
		role: CostsRole, kinds: costsKinds(), all: fields.Expense(), none: text.NoCostsHeader,
		post: (*ledger).postCost,
	})
}

// postCost adds a cost to its EPCI's.
func (l *ledger) postCost(e *entry) error {
	row, ok := l.rowOf(e)
	if !ok {
		return nil
	}
	id, c := e.component.ID, &l.table.Rows[row]
	if !l.claim(slot{row, id}, id, c.Costs[id] != nil) {
		return nil
	}
	put(&c.Costs, id, append(c.Costs[id], pricing.Cost{
		Amount: e.amount, Label: e.label, Date: e.date, Reference: e.reference,
	}))
	l.keep(e)
	return nil
}

// componentCell reads which component a cost is of, by its id, a header or its label.
func (l *ledger) componentCell(c *column, value string) *pricing.Component {
	var atCost []text.Phrase
	var named []*pricing.Component
	folded := fields.Fold(value)
	t := l.table.Tariff
	for i := range t.Components {
		component := &t.Components[i]
		if component.Basis != pricing.AtCost {
			continue
		}
		atCost = append(atCost, l.table.labelled([]string{component.ID})...)
		if value == component.ID {
			return component
		}
		if folded != "" && slices.Contains(foldedNames(component), folded) {
			named = append(named, component)
		}
	}
	if len(named) == 1 {
		return named[0]
	}
	l.fault(c, text.NotACostComponent(c.Said, value, atCost))
	return nil
}

// foldedNames are those that people may know a component by.
func foldedNames(c *pricing.Component) []string {
	var names []string
	for _, name := range slices.Concat([]string{c.ID, c.Label[string(text.French)], c.Label[string(text.English)]}, c.Columns) {
		names = append(names, fields.Fold(name))
	}
	return names
}
