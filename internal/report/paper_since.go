package report

import (
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// since tells what changed since the run that this one is compared with. A call need not
// say whose row it is.
func (p papering) since() paperPart {
	c := p.run.Since
	before, now := text.Situations(c.Baseline.Year, c.Variant.Year)
	table := &paperTable{}
	if !p.run.Call {
		table.columns = []paperColumn{{title: "SIREN"}, {title: "EPCI", wrap: true}}
	}
	table.columns = append(table.columns,
		paperColumn{title: p.say(before), right: true}, paperColumn{title: p.say(now), right: true},
		paperColumn{title: p.say(text.DifferenceWord()), right: true}, paperColumn{title: p.say(text.PercentWord()), right: true},
		paperColumn{title: p.say(text.CausesWord()), wrap: true})
	for _, d := range c.Rows {
		table.rows = append(table.rows, p.sinceRow(d, text.Safe(d.SIREN), p.memberOf(d), bodyRow))
	}
	if len(c.Rows) > 1 {
		table.rows = append(table.rows, p.sinceRow(&c.Of.Totals, "", p.say(text.Total()), totalRow))
	}
	return paperPart{
		id: "evolution", title: p.say(text.SinceTitle(c.Baseline.Year, c.Variant.Year)), notes: p.sinceNotes(), table: table,
	}
}

// sinceNotes say what is compared with, and what the comparison does not tell.
func (p papering) sinceNotes() []string {
	c := p.run.Since
	from := []string{p.say(text.OfTariff(p.versioned(c.Baseline.Statement.Tariff)))}
	for _, in := range c.Baseline.Inputs {
		from = append(from, p.fileName(in)+" ("+beginning(in.SHA256)+")")
	}
	notes := []string{p.say(text.ComparedWith(text.List(from)))}
	if c.computedOnly() {
		notes = append(notes, p.say(text.ComputedCompared()))
	}
	if m, is := c.NewRules(); is {
		notes = append(notes, capital(m.In(p.lang)))
	}
	return notes
}

// sinceRow is a member's row of what changed, or that of the totals.
func (p papering) sinceRow(d *pricing.Difference, siren, name string, kind rowKind) paperRow {
	why := causeWords(d, p.lang)
	switch became := p.became(d); {
	case kind == totalRow || became == "":
	case d.Joined(), d.Left(): // which is the only cause
		why = []string{became}
	default:
		why = append([]string{became}, why...)
	}
	cells := append(p.comparedCells(d, siren, name, nil), text.List(why))
	if p.run.Call {
		cells = cells[comparedBaseline:]
	}
	row := paperRow{siren: siren, kind: kind}
	for _, words := range cells {
		row.cells = append(row.cells, paperCell{text: words})
	}
	if !p.run.Call {
		row.mark(0, sirenField)
	}
	for i, field := range []string{sinceBefore, sinceNow, sinceChange, sincePercent} {
		row.mark(len(cells)-5+i, field)
	}
	return row
}
