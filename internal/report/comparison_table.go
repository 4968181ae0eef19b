package report

import (
	"cmp"
	"io"
	"slices"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// writeComparedTable is for people, on a terminal: what is compared, a row per member,
// what each side rests on.
func writeComparedTable(w io.Writer, c Comparison) error {
	t := newTerminal(w, c.Lang, c.Width, c.Color)
	t.heading(t.say(text.ComparisonTitle(c.Baseline.Year, c.Variant.Year)))
	for _, s := range c.sides() {
		t.simulationOf(s)
	}
	t.blank()
	for _, s := range c.sides() {
		t.fact(s.word, t.situation(s.run))
	}
	if m, is := c.NewRules(); is {
		t.blank()
		t.paragraph(capital(m.In(c.Lang)) + ".")
	}
	if c.computedOnly() {
		t.blank()
		t.paragraph(t.say(text.ComputedCompared()))
	}
	t.blank()
	t.compared(c)
	if !c.Differs() {
		t.blank()
		t.paragraph(t.say(text.NothingDiffers()))
	}
	for _, s := range c.sides() {
		t.blank()
		t.heading(t.say(s.word))
		t.notes(s.run)
	}
	return t.b.Flush()
}

// simulationOf says what makes one side a simulation, where it is one (R9).
func (t *terminal) simulationOf(s side) {
	changes := t.changes(s.run.Statement)
	if len(changes) == 0 {
		return
	}
	t.blank()
	t.heading(t.say(text.SimulationOf(s.word)))
	for _, c := range changes {
		t.point(c)
	}
}

// situation says in a line what a run is: its tariff, year, options, files.
func (t *terminal) situation(r Run) string {
	s := r.Statement
	words := []string{t.say(text.TariffNamed(t.versioned(s.Tariff)))}
	if r.Year != 0 {
		words = append(words, t.say(text.YearNamed(r.Year)))
	}
	if with := s.Options.With; len(with) > 0 {
		words = append(words, t.say(text.With(t.components(s.Tariff, with))))
	}
	if without := s.Options.Without; len(without) > 0 {
		words = append(words, t.say(text.Without(t.components(s.Tariff, without))))
	}
	for _, change := range s.Changes {
		if change.To != nil {
			words = append(words, text.Safe(change.Component)+" = "+t.rate(*change.To))
		}
	}
	for _, in := range r.Inputs {
		switch in.Role {
		case counts.SchoolsRole:
			words = append(words, t.say(text.FileOf(t.fileName(in), in.Rentree)))
		case counts.CountsRole, "", counts.CostsRole, counts.SubsidiesRole:
			words = append(words, t.fileName(in))
		case counts.MembersRole, counts.DirectoryRole, counts.CompositionRole: // the notes have them
		}
	}
	return text.List(words)
}

// The columns of a comparison, before those of causes.
const (
	comparedSIREN = iota
	comparedName
	comparedBaseline
	comparedVariant
	comparedChange
	comparedPercent
	comparedCauses
)

// compared writes a row per member, and the totals. Where there are several causes, they
// have columns if there is room for them, else a line under each member.
func (t *terminal) compared(c Comparison) {
	columns := t.comparedColumns()
	if !slices.ContainsFunc(c.Rows, func(d *pricing.Difference) bool { return d.SIREN != "" }) { // a question
		columns[comparedSIREN].title = ""
	}
	shown := c.shownCauses()
	if len(shown) < 2 { // it would repeat the change
		t.rows(columns, t.comparedRows(c, nil, false))
		for _, cause := range shown {
			t.blank()
			t.paragraph(t.say(text.OnlyCause(text.CauseWord(cause.String()))))
		}
		return
	}
	wide := columns
	for _, cause := range shown {
		wide = append(wide, column{title: t.say(text.CauseWord(cause.String())), right: true})
	}
	rows := t.comparedRows(c, shown, false)
	const readable = 20 // of a name
	if f := fit(wide, t.width, rows); !f.stacked && f.widths[comparedName] >= min(readable, longest(rows, comparedName)) {
		f.write(t.b, rows, t.color)
		return
	}
	t.rows(columns, t.comparedRows(c, nil, true))
}

// longest is the width of a column's longest cell.
func longest(rows []tableRow, at int) (most int) {
	for _, row := range rows {
		if at < len(row.cells) {
			most = max(most, columnsOf(row.cells[at]))
		}
	}
	return most
}

func (t *terminal) comparedColumns() []column {
	return []column{
		comparedSIREN:    {title: "SIREN", spare: 1},
		comparedName:     {title: "EPCI", gives: wraps, least: 20},
		comparedBaseline: {title: t.say(text.BaselineWord()), right: true},
		comparedVariant:  {title: t.say(text.VariantWord()), right: true},
		comparedChange:   {title: t.say(text.DifferenceWord()), right: true},
		comparedPercent:  {title: t.say(text.PercentWord()), right: true},
	}
}

// comparedRows gives the rows: causes that have columns, or are in a line under each row.
func (t *terminal) comparedRows(c Comparison, columns []pricing.Cause, under bool) []tableRow {
	var rows []tableRow
	add := func(d *pricing.Difference, siren, name, what string, bold bool) {
		row := tableRow{cells: t.comparedCells(d, siren, name, columns), bold: bold}
		rows = append(rows, row)
		var notes []string
		if what != "" {
			notes = append(notes, what)
		}
		if under {
			notes = append(notes, causeWords(d, t.lang)...)
		}
		if len(notes) > 0 {
			rows = append(rows, tableRow{note: text.List(notes)})
		}
	}
	for _, d := range c.Rows {
		add(d, text.Safe(d.SIREN), t.memberOf(d), t.became(d), false)
	}
	if c.Others != nil {
		add(c.Others, "", t.say(text.Unlisted(c.Hidden, t.euros(c.Least))), "", false)
	}
	if len(c.Of.Members) > 1 {
		rows = append(rows, tableRow{rule: true})
		add(&c.Of.Totals, "", t.say(text.Total()), "", true)
	}
	return rows
}

// memberOf names a member of a comparison.
func (t *terminal) memberOf(d *pricing.Difference) string {
	return text.Safe(cmp.Or(d.Name, d.SIREN, t.say(text.OneContribution())))
}

// became says what became of a member; blank for one that is on both sides.
func (t *terminal) became(d *pricing.Difference) string {
	switch {
	case d.Joined(), d.Left():
		return t.say(text.MemberStatus(status(d)))
	default:
		return former(d, t.lang)
	}
}

func (t *terminal) comparedCells(d *pricing.Difference, siren, name string, columns []pricing.Cause) []string {
	cells := make([]string, comparedCauses, comparedCauses+len(columns))
	cells[comparedSIREN], cells[comparedName] = siren, name
	cells[comparedBaseline], cells[comparedVariant] = t.euros(d.Baseline), t.euros(d.Variant)
	if d.From == nil && d.To != nil {
		cells[comparedBaseline] = "–"
	}
	if d.To == nil && d.From != nil {
		cells[comparedVariant] = "–"
	}
	cells[comparedChange], cells[comparedPercent] = signedEuros(d.Change, t.lang), percentWords(d, t.lang)
	for _, cause := range columns {
		cell := ""
		if amount := d.Causes[cause]; amount != 0 {
			cell = signedEuros(amount, t.lang)
		}
		cells = append(cells, cell)
	}
	return cells
}
