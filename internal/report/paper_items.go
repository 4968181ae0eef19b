package report

import (
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// member is what one member owes, item by item.
func (p papering) member(c *pricing.Contribution) paperPart {
	part := paperPart{id: "epci", title: p.memberName(c), kind: memberPart, table: p.itemTable(c)}
	if c.SIREN != "" {
		part.id += "-" + c.SIREN
		if c.Name != "" {
			part.title += " · " + sirenWords(c.SIREN)
		}
	}
	if counted := p.counted(p.run.Statement, c); len(counted) > 0 {
		part.counted, part.siren = true, c.SIREN
		part.notes = []string{text.List(counted)}
	}
	return part
}

// itemTable is a row per item, or per line of an item of several, then the sums down to
// what is due.
func (p papering) itemTable(c *pricing.Contribution) *paperTable {
	table := &paperTable{}
	for at, column := range p.itemColumns() {
		table.columns = append(table.columns, paperColumn{column.title, column.right, at == itemLabel || at == itemBasis})
	}
	for i := range c.Items {
		table.rows = append(table.rows, p.itemRows(c, &c.Items[i])...)
	}
	return p.sumRows(table, c)
}

// itemRows are the rows of an item, its figures marked.
func (p papering) itemRows(c *pricing.Contribution, item *pricing.Item) (rows []paperRow) {
	id := item.Component.ID
	var all []tableRow
	if len(item.Lines) == 0 { // of the totals
		all = []tableRow{p.itemRow(p.run.Statement.Tariff, item)}
	} else {
		all = p.item(p.run.Statement.Tariff, item)
	}
	for i, line := range all {
		row := paperRow{siren: c.SIREN, cells: make([]paperCell, itemCells)}
		field := id
		if i > 0 {
			row.kind, field = underRow, numbered(id, i)
		}
		for at, words := range line.cells {
			row.cells[at].text = words
		}
		row.mark(itemAmount, field)
		row.mark(itemQuantity, field+".quantity")
		row.mark(itemRate, field+".rate")
		rows = append(rows, row)
	}
	return rows
}

// mark names the figure of a cell, where there is one.
func (r *paperRow) mark(at int, field string) {
	if r.cells[at].text != "" {
		r.cells[at].field = field
	}
}

// sumRows adds the sums of a contribution under its items: subsidies one by one, what was
// voted beside what is computed.
func (p papering) sumRows(table *paperTable, c *pricing.Contribution) *paperTable {
	add := func(kind rowKind, label, amount, field string) {
		row := paperRow{siren: c.SIREN, kind: kind, cells: make([]paperCell, itemCells)}
		row.cells[itemLabel].text, row.cells[itemAmount] = label, paperCell{amount, field}
		table.rows = append(table.rows, row)
	}
	add(sumRow, p.say(text.Yearly()), p.euros(c.Yearly), "yearly")
	add(sumRow, p.say(text.Once()), p.euros(c.Once), "once")
	add(sumRow, p.say(text.Gross()), p.euros(c.Gross), "gross")
	subsidies := shownSubsidies(c)
	for i := range subsidies {
		field := numbered(subsidyField, i+1)
		if len(c.Subsidies) == 0 || !oneByOne(c.Subsidies) {
			field = subsidyField
		}
		add(sumRow, text.Safe(subsidyTitle(&subsidies[i], p.lang)), p.euros(-subsidies[i].Amount), field)
	}
	if len(subsidies) > 1 {
		add(sumRow, p.say(text.SubsidiesTotal()), p.euros(-c.Subsidy), subsidyField)
	}
	add(totalRow, p.say(text.Net()), p.euros(c.Net), "net")
	for _, vote := range p.voted() {
		if ofAll := c == &p.run.Statement.Totals; ofAll || c.Voted != nil && vote.field != dueField {
			kind := sumRow
			if vote.field == dueField || !ofAll && vote.field == votedField { // what is asked for
				kind = totalRow
			}
			add(kind, p.say(vote.title), vote.cell(p.run.Statement, c, p.lang), vote.field)
		}
	}
	return table
}
