package report

import (
	"io"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// asTable is for people, on a terminal.
func asTable() Format[Run] { return Format[Run]{Name: "table", Write: writeTable} }

func writeTable(w io.Writer, r Run) error {
	t := newTerminal(w, r.Lang, r.Width, r.Color)
	t.statement(r)
	return t.b.Flush()
}

// statement writes all that is told of a statement.
func (t *terminal) statement(r Run) {
	s := r.Statement
	t.heading(t.say(text.Contributions(r.Year)))
	t.simulation(s)
	t.contributions(s)
	if len(s.Contributions) > 1 {
		t.summary(s)
		t.byComponent(s)
	}
	t.blank()
	t.notes(r)
}

// contributions writes the items of each member. All are in line under each other.
func (t *terminal) contributions(s *pricing.Statement) {
	all := make([][]tableRow, len(s.Contributions))
	for i := range s.Contributions {
		c := &s.Contributions[i]
		for k := range c.Items {
			all[i] = append(all[i], t.item(s.Tariff, &c.Items[k])...)
		}
		all[i] = append(all[i], t.totals(s, c)...)
	}
	f := fit(t.itemColumns(), t.width, all...)
	for i, rows := range all {
		t.blank()
		t.heading(t.title(s, &s.Contributions[i]))
		f.write(t.b, rows, t.color)
	}
}

// title names a member and what it is priced on. Counts that are only assumed (R2)
// are told under the table.
func (t *terminal) title(s *pricing.Statement, c *pricing.Contribution) string {
	title := text.Safe(c.Name)
	if title == "" && c.SIREN == "" {
		title = t.say(text.OneContribution())
	}
	if c.SIREN != "" {
		if title != "" {
			title += " · "
		}
		title += sirenWords(c.SIREN)
	}
	if counts := t.counted(s, c); len(counts) > 0 {
		title += " · " + text.List(counts)
	}
	return title
}

// The columns of items.
const (
	itemLabel = iota
	itemArticle
	itemCharged
	itemQuantity
	itemBasis
	itemRate
	itemAmount
	itemCells
)

func (t *terminal) itemColumns() []column {
	return []column{
		itemLabel:    {title: t.say(text.ComponentWord()), gives: wraps, least: 32},
		itemArticle:  {title: t.say(text.ArticleWord()), spare: 2},
		itemCharged:  {title: t.say(text.ChargedWord()), spare: 1},
		itemQuantity: {title: t.say(text.QuantityWord()), right: true},
		itemBasis:    {title: t.say(text.BasisWord()), gives: wraps},
		itemRate:     {title: t.say(text.RateWord()), right: true},
		itemAmount:   {title: t.say(text.AmountWord()), right: true},
	}
}

// item gives an item's row and, where it is the sum of several lines, or costs were told
// one by one, theirs under it.
func (t *terminal) item(tariff *pricing.Tariff, item *pricing.Item) []tableRow {
	row := t.itemRow(tariff, item)
	if len(item.Lines) == 1 && !itemised(item) {
		if item.Lines[0].Kind == pricing.Priced {
			row.cells[itemRate] = t.rate(item.Lines[0].Rate)
		}
		return []tableRow{row}
	}
	rows := []tableRow{row}
	for i := range item.Lines {
		rows = append(rows, t.line(tariff, item, i))
	}
	return rows
}

func (t *terminal) itemRow(tariff *pricing.Tariff, item *pricing.Item) tableRow {
	c := item.Component
	row := tableRow{cells: make([]string, itemCells)}
	row.cells[itemLabel] = t.component(c)
	row.cells[itemArticle] = text.Safe(c.Article)
	row.cells[itemCharged] = t.say(text.Yearly())
	if c.Basis.Once() {
		row.cells[itemCharged] = t.say(text.Once())
	}
	row.cells[itemBasis] = t.unitsOf(tariff, item, item.Quantity)
	if c.Basis != pricing.AtCost {
		row.cells[itemQuantity] = t.count(item.Quantity)
	}
	row.cells[itemAmount] = t.euros(item.Amount)
	return row
}

// unitsOf names q units that an item is charged on. Those that were declared for a
// component charged once are of the whole basis: they need not be new (R3).
func (t *terminal) unitsOf(tariff *pricing.Tariff, item *pricing.Item, q pricing.Quantity) string {
	if basis := item.Component.Basis; item.Declared && basis.Once() {
		return t.say(text.UnitsDeclared(t.units(tariff, basis.Whole(), q)))
	}
	return t.units(tariff, item.Component.Basis, q)
}

// line gives the ith line of an item.
func (t *terminal) line(tariff *pricing.Tariff, item *pricing.Item, i int) tableRow {
	line, c := item.Lines[i], item.Component
	row := tableRow{cells: make([]string, itemCells)}
	var part string
	switch line.Kind {
	case pricing.Priced:
		part = t.tier(c, line.Tier)
		row.cells[itemQuantity] = t.count(line.Quantity)
		row.cells[itemBasis] = t.unitsOf(tariff, item, line.Quantity)
		row.cells[itemRate] = t.rate(line.Rate)
	case pricing.Declared:
		part = text.Safe(costWords(line.Cost, t.lang))
	case pricing.ToMinimum:
		part = t.say(text.ToMinimum(t.euros(*c.Minimum)))
	case pricing.ToMaximum:
		part = t.say(text.ToMaximum(t.euros(*c.Maximum)))
	}
	row.cells[itemLabel] = "  " + t.say(text.OfWhich(part))
	row.cells[itemAmount] = t.euros(line.Amount)
	return row
}

// totals gives the sub-totals of a contribution: subsidies only where there are any,
// taken away, and their sum where they are several; what was voted only where it was.
func (t *terminal) totals(s *pricing.Statement, c *pricing.Contribution) []tableRow {
	sum := func(label string, amount pricing.Cents) tableRow {
		row := tableRow{cells: make([]string, itemCells)}
		row.cells[itemLabel], row.cells[itemAmount] = label, t.euros(amount)
		return row
	}
	rows := []tableRow{
		{rule: true},
		sum(t.say(text.Yearly()), c.Yearly),
		sum(t.say(text.Once()), c.Once),
		sum(t.say(text.Gross()), c.Gross),
	}
	subsidies := shownSubsidies(c)
	for i := range subsidies {
		rows = append(rows, sum(text.Safe(subsidyTitle(&subsidies[i], t.lang)), -subsidies[i].Amount))
	}
	if len(subsidies) > 1 {
		rows = append(rows, sum(t.say(text.SubsidiesTotal()), -c.Subsidy))
	}
	net := sum(t.say(text.Net()), c.Net)
	net.bold = true
	rows = append(rows, net)
	for _, vote := range voteRows(s, c) {
		row := sum(t.say(vote.title), 0)
		row.cells[itemAmount] = vote.cell(s, c, t.lang)
		row.bold = vote.field == votedField && c != &s.Totals || vote.field == dueField
		rows = append(rows, row)
	}
	return rows
}
