package report

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The columns of Détail.
const (
	sirenOfLine = iota + 1
	memberOfLine
	componentColumn
	basisColumn
	quantityColumn
	rateColumn
	amountColumn
	chargedColumn
	articleColumn
	remarkColumn
)

// detailsRoom is what rows of Détail above and under its lines may take.
const detailsRoom = 200

// shapeDetails lays Détail out.
func (b *book) shapeDetails() shape {
	s := b.Statement
	labels, bases, remarks := []string{b.say(text.SubsidyWord())}, []string{}, []string{b.say(text.SheetDeclared())}
	rates := []string{}
	for _, c := range b.charged() {
		labels = append(labels, b.words.component(c))
		bases = append(bases, b.basis(c.Basis))
		for i, tier := range c.Tiers {
			rates = append(rates, RatePer(tier.Rate, b.Lang))
			remarks = append(remarks, b.words.tier(c, i))
		}
		remarks = append(remarks, b.minimumRemark(c), b.maximumRemark(c))
	}
	remarks = append(remarks, b.saidRemarks()...)
	head := func(p text.Phrase, least int, texts ...string) sheetColumn {
		return columnOf(b.say(p), least, texts...)
	}
	shape := shape{
		name: b.names.details, freeze: 2, keyed: true, filter: true, paged: true,
		head: b.head(b.names.details),
		columns: []sheetColumn{
			columnOf("SIREN", 9), columnUpTo(longName, "EPCI", 20, b.memberNames()...),
			head(text.ComponentWord(), 10, labels...), head(text.BasisWord(), 8, bases...),
			head(text.QuantityWord(), 8, Count(maxCount(s), b.Lang)), head(text.RateWord(), 8, rates...),
			head(text.AmountWord(), 10, Euros(-s.Totals.Gross, b.Lang)), head(text.ChargedWord(), 9),
			head(text.ArticleWord(), 6), head(text.SheetRemark(), 8, remarks...),
		},
		body: b.plan.rows + 1,
	}
	if b.Call {
		b.shapeCall(&shape)
	}
	return shape
}

// maxCount is more than any quantity of the statement.
func maxCount(s *pricing.Statement) (most pricing.Quantity) {
	for _, q := range s.Totals.Counts {
		most = max(most, q)
	}
	return most
}

// saidRemarks are all that was said of costs and subsidies beside their amounts.
func (b *book) saidRemarks() (all []string) {
	for i := range b.Statement.Contributions {
		c := &b.Statement.Contributions[i]
		for k := range c.Items {
			for _, line := range c.Items[k].Lines {
				if said := b.costRemark(line.Cost); said != "" {
					all = append(all, said)
				}
			}
		}
		for k := range c.Subsidies {
			all = append(all, b.subsidyRemark(&c.Subsidies[k]))
		}
	}
	return all
}

// costRemark says what a cost is; blank where its amount is all that is known, and for
// lines that are none.
func (b *book) costRemark(cost *pricing.Cost) string {
	if cost == nil || !cost.Itemised() {
		return ""
	}
	return text.Safe(costWords(cost, b.Lang))
}

// subsidyRemark says who pays a subsidy and what for.
func (b *book) subsidyRemark(s *pricing.Subsidy) string { return text.Safe(subsidyWords(s, b.Lang)) }

func (b *book) minimumRemark(c *pricing.Component) string {
	if c.Minimum == nil {
		return ""
	}
	return b.say(text.ToMinimum(Euros(*c.Minimum, b.Lang)))
}

func (b *book) maximumRemark(c *pricing.Component) string {
	if c.Maximum == nil {
		return ""
	}
	return b.say(text.ToMaximum(Euros(*c.Maximum, b.Lang)))
}

// details writes Détail: a row per line, a subsidy as a negative one.
func (b *book) details() {
	name := func(name string, column int) {
		b.name(name, b.names.details, fixedRange(column, b.lines.first(), b.lines.first()+max(1, b.plan.rows)-1), "")
	}
	name(lineSIREN, sirenOfLine)
	name(lineComponent, componentColumn)
	name(lineQuantity, quantityColumn)
	name(lineRate, rateColumn)
	name(lineAmount, amountColumn)
	if b.Call {
		b.logo(b.lines)
	}
	d := detailsWriter{book: b, sheet: b.open(b.lines)}
	b.greyIdle()
	for i := range b.Statement.Contributions {
		c := &b.Statement.Contributions[i]
		d.sheet.block()
		for k := range c.Items {
			d.item(i, c, &c.Items[k])
		}
		for _, s := range shownSubsidies(c) {
			d.subsidy(c, &s)
		}
	}
	if b.Call {
		d.callSums()
	} else {
		d.total()
	}
	d.sheet.close()
}

// greyIdle greys the rows that come to 0 and are there for the formulas alone: tiers not
// reached, bounds that do not bite.
func (b *book) greyIdle() {
	first := b.lines.first()
	grey, err := b.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: idleInk}})
	b.fail(err)
	b.fail(b.f.SetConditionalFormat(b.names.details,
		cell(sirenOfLine, first)+":"+cell(remarkColumn, first+max(1, b.plan.rows)-1),
		[]excelize.ConditionalFormatOptions{{
			Type: "formula", Format: &grey,
			Criteria: fmt.Sprintf(`AND($%[1]s%[3]d=0,$%[2]s%[3]d<>"")`,
				diag.ColumnName(amountColumn), diag.ColumnName(remarkColumn), first),
		}}))
}

// A detailsWriter adds the rows of Détail.
type detailsWriter struct {
	*book
	sheet   *sheet
	entries []entry
	cells   [remarkColumn]any
	height  int
}

// An itemRows is what the rows of one item have in common.
type itemRows struct {
	item     *pricing.Item
	first    int    // row of the first one
	units    string // the cell of the quantity, where it is one; else ""
	declared bool
}

// start fills the cells that all rows of a member have.
func (d *detailsWriter) start(c *pricing.Contribution, label string) {
	body := look{body: true}
	for i := range d.cells {
		d.cells[i] = d.blank(body)
	}
	d.set(sirenOfLine, d.text(body, text.Safe(c.SIREN)))
	wrapped := look{body: true, wrap: true}
	d.set(memberOfLine, d.text(wrapped, d.member(c)))
	d.set(componentColumn, d.text(wrapped, label))
	d.height = max(d.lines.height(memberOfLine, d.member(c)), d.lines.height(componentColumn, label))
}

func (d *detailsWriter) set(column int, c excelize.Cell) { d.cells[column-1] = c }

// item adds the rows of an item, of the ith contribution.
func (d *detailsWriter) item(i int, c *pricing.Contribution, item *pricing.Item) {
	rows := itemRows{item: item, first: d.sheet.row + 1, declared: declares(c, item)}
	component := item.Component
	if component.Basis.Counted() && !rows.declared {
		rows.units = inSheet(d.names.summary, fixed(d.members.counts[component.Basis], d.members.first+i))
	}
	body, center := look{body: true}, look{body: true, center: true}
	charged := text.Yearly()
	if component.Basis.Once() {
		charged = text.Once()
	}
	d.entries = entries(d.entries[:0], item, rows.declared)
	for _, e := range d.entries {
		d.start(c, d.words.component(component))
		d.set(basisColumn, d.text(body, d.basis(component.Basis)))
		d.set(chargedColumn, d.text(center, d.say(charged)))
		d.set(articleColumn, d.text(center, text.Safe(component.Article)))
		d.entry(&rows, e)
		d.sheet.add(d.height, d.cells[:]...)
	}
}

// entry fills quantity, rate, amount and remark of the row that comes next.
func (d *detailsWriter) entry(rows *itemRows, e entry) {
	body := look{body: true}
	c, row := rows.item.Component, d.sheet.row+1
	remark := func(s string) { d.set(remarkColumn, d.text(look{body: true, indent: 1}, s)) }
	if rows.declared && row == rows.first {
		remark(d.say(text.SheetDeclared()))
	}
	switch e.kind {
	case unitsEntry:
		d.set(quantityColumn, d.count(body, e.quantity, ""))
		rows.units = cell(quantityColumn, row)
	case flatEntry:
		d.priced(c, e, rows.units, d.rateName(c, 0), d.rateName(c, 0))
	case volumeEntry:
		d.priced(c, e, rows.units, d.volumeRate(c, row), cell(rateColumn, row))
	case tierEntry:
		name := d.rateName(c, e.tier+1)
		d.priced(c, e, d.tierUnits(c, e.tier, rows.units), name, name)
		remark(d.words.tier(c, e.tier))
	case costEntry:
		d.set(amountColumn, d.euros(body, e.amount, ""))
		d.said(d.costRemark(e.cost))
	case minimumEntry:
		d.set(amountColumn, d.euros(body, e.amount, rows.bounded("MAX", d.minimumName(c), row)))
		remark(d.minimumRemark(c))
	case maximumEntry:
		d.set(amountColumn, d.euros(body, e.amount, rows.bounded("MIN", d.maximumName(c), row)))
		remark(d.maximumRemark(c))
	}
}

// priced fills a quantity × rate, rounded half up to the cent (R1): the program's
// ROUND takes halves away from zero. units may be blank: the quantity is then a number.
func (d *detailsWriter) priced(c *pricing.Component, e entry, units, rate, factor string) {
	body, row := look{body: true}, d.sheet.row+1
	d.set(quantityColumn, d.count(body, e.quantity, units))
	d.set(rateColumn, d.rate(body, c.Tiers[e.tier].Rate, rate))
	d.set(amountColumn, d.euros(body, e.amount, fmt.Sprintf("ROUND(%s*%s,2)", cell(quantityColumn, row), factor)))
}

// volumeRate picks the rate of the tier that the quantity falls in: the names without
// a number are those of all rates, and of all bounds, of the component.
func (d *detailsWriter) volumeRate(c *pricing.Component, row int) string {
	return fmt.Sprintf(`INDEX(%s,1+COUNTIF(%s,"<"&%s))`,
		d.rateName(c, 0), d.boundName(c, 0), cell(quantityColumn, row))
}

// tierUnits is the part of the units that is in a tier, counted from 0.
func (d *detailsWriter) tierUnits(c *pricing.Component, tier int, units string) string {
	if units == "" { // on basis epci there is one
		units = strconv.Itoa(1)
	}
	last := len(c.Tiers) - 1
	switch tier {
	case 0:
		return fmt.Sprintf("MIN(%s,%s)", units, d.boundName(c, 1))
	case last:
		return fmt.Sprintf("MAX(0,%s-%s)", units, d.boundName(c, tier))
	default:
		return fmt.Sprintf("MAX(0,MIN(%s,%s)-%s)", units, d.boundName(c, tier+1), d.boundName(c, tier))
	}
}

// bounded is what a bound adds to the rows above, or takes away. One holds neither for
// 0 units declared nor for no cost. Rounding takes away what sums of binary numbers
// leave behind.
func (rows *itemRows) bounded(pick, bound string, row int) string {
	last := row - 1
	if pick == "MIN" && rows.item.Component.Minimum != nil {
		last-- // the row of the minimum stands between
	}
	lines := fmt.Sprintf("SUM(%s:%s)", cell(amountColumn, rows.first), cell(amountColumn, last))
	formula := fmt.Sprintf("ROUND(%s(0,%s-%s),2)", pick, bound, lines)
	switch {
	case rows.item.Component.Basis == pricing.AtCost:
		return fmt.Sprintf("IF(%s=0,0,%s)", lines, formula)
	case rows.declared:
		return fmt.Sprintf("IF(%s=0,0,%s)", cell(quantityColumn, rows.first), formula)
	default:
		return formula
	}
}

// said fills the remark with what was said of a cost or a subsidy, on as many lines as
// it takes.
func (d *detailsWriter) said(words string) {
	if words != "" {
		d.set(remarkColumn, d.text(look{body: true, wrap: true, indent: 1}, words))
		d.height = max(d.height, d.lines.height(remarkColumn, words))
	}
}

// subsidy adds the row of a subsidy.
func (d *detailsWriter) subsidy(c *pricing.Contribution, s *pricing.Subsidy) {
	d.start(c, d.say(text.SubsidyWord()))
	d.set(amountColumn, d.euros(look{body: true}, -s.Amount, ""))
	d.said(d.subsidyRemark(s))
	d.sheet.add(d.height, d.cells[:]...)
}

// total adds the sum of the rows that the filter shows.
func (d *detailsWriter) total() {
	l := look{bold: true, total: true}
	for i := range d.cells {
		d.cells[i] = d.blank(l)
	}
	formula := ""
	if d.plan.rows > 0 {
		first := d.lines.first()
		formula = fmt.Sprintf("SUBTOTAL(9,%s:%s)", cell(amountColumn, first), cell(amountColumn, d.sheet.row))
	}
	d.set(sirenOfLine, d.text(l, d.say(text.SheetTotalShown())))
	d.set(amountColumn, d.euros(l, d.Statement.Totals.Net, formula))
	d.sheet.add(20, d.cells[:]...)
}
