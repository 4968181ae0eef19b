package report

import (
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// statementOfAll gives the parts of the statement of all members: a row for each, what
// changed, the items of each, the totals by component.
func (p papering) statementOfAll() []paperPart {
	s := p.run.Statement
	parts := []paperPart{p.summaryOfAll()}
	if p.run.Since != nil {
		parts = append(parts, p.since())
	}
	items := paperPart{id: "detail", title: p.say(text.ItemsTitle())}
	for i := range s.Contributions {
		items.parts = append(items.parts, p.member(&s.Contributions[i]))
	}
	if len(s.Contributions) == 1 {
		return append(parts, items.parts...)
	}
	return append(parts, items, paperPart{
		id: "totaux", title: p.say(text.ByComponent()), kind: componentPart, table: p.itemTable(&s.Totals),
	})
}

// summaryOfAll has a row per member, and the totals.
func (p papering) summaryOfAll() paperPart {
	s := p.run.Statement
	columns := []paperColumn{{title: "SIREN"}, {title: "EPCI", wrap: true}}
	shown := slices.DeleteFunc(countedBases(s), func(b pricing.Basis) bool {
		return s.New != "" && b.Once() // only assumed (R2): the items have them
	})
	for _, b := range shown {
		columns = append(columns, paperColumn{title: text.Safe(basisTitle(s.Tariff, b, p.lang)), right: true})
	}
	subsidised := s.Totals.Subsidy != 0
	for _, sum := range shownSums(&s.Totals, subsidised) {
		columns = append(columns, paperColumn{title: p.say(sumTitle(sum.field)), right: true})
	}
	if votes(s) {
		columns = append(columns, paperColumn{title: p.say(text.VotedWord()), right: true},
			paperColumn{title: p.say(text.VotedGapWord()), right: true})
	}
	table := &paperTable{columns: columns}
	for i := range s.Contributions {
		c := &s.Contributions[i]
		table.rows = append(table.rows, p.summaryRow(c, p.memberName(c), bodyRow, shown, subsidised))
	}
	table.rows = append(table.rows, p.summaryRow(&s.Totals, p.say(text.Total()), totalRow, shown, subsidised))
	return paperPart{id: "synthese", title: p.say(text.Summary()), kind: summaryPart, table: table}
}

// summaryRow is a member's row of the summary, or that of the totals.
func (p papering) summaryRow(c *pricing.Contribution, name string, kind rowKind, shown []pricing.Basis, subsidised bool) paperRow {
	row := paperRow{siren: c.SIREN, kind: kind, cells: []paperCell{{text: text.Safe(c.SIREN)}, {text: name}}}
	if c.SIREN != "" && c.Name != "" {
		row.cells[1].field = nameField
	}
	for _, b := range shown {
		cell := paperCell{field: string(b)}
		if q, known := c.Counts[b]; known {
			cell.text = p.count(q)
		}
		row.cells = append(row.cells, cell)
	}
	for _, sum := range shownSums(c, subsidised) {
		row.cells = append(row.cells, paperCell{p.euros(sum.amount), sum.field})
	}
	if !votes(p.run.Statement) {
		return row
	}
	due := paperCell{text: p.euros(c.Due())} // so that the column adds up
	if c.Voted != nil {
		due.field = votedField
	}
	row.cells = append(row.cells, due, paperCell{text: signedEuros(votedGap(c), p.lang)})
	return row
}

// shownSums are the sums of the summary's columns: without subsidies, gross is net.
func shownSums(c *pricing.Contribution, subsidised bool) []namedSum {
	all := sums(c)
	return slices.DeleteFunc(all[:], func(s namedSum) bool {
		return !subsidised && (s.field == "gross" || s.field == subsidyField)
	})
}

// member is what one member owes, item by item.
func (p papering) member(c *pricing.Contribution) paperPart {
	part := paperPart{id: "epci", title: p.memberName(c), kind: memberPart, table: p.itemTable(c)}
	if c.SIREN != "" {
		part.id += "-" + c.SIREN
		if c.Name != "" {
			part.title += " · SIREN" + noBreakSpace + text.Safe(c.SIREN)
		}
	}
	if counted := p.counted(p.run.Statement, c); len(counted) > 0 {
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
	if c.Voted != nil {
		add(totalRow, p.say(text.VotedWord()), p.euros(*c.Voted), votedField)
		add(sumRow, p.say(text.VotedGapWord()), signedEuros(votedGap(c), p.lang), "")
	}
	return table
}

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
	return paperPart{id: "evolution", title: p.say(text.SinceTitle(c.Baseline.Year, c.Variant.Year)), table: table}
}

// sinceRow is a member's row of what changed, or that of the totals.
func (p papering) sinceRow(d *pricing.Difference, siren, name string, kind rowKind) paperRow {
	why := causeWords(d, p.lang)
	if became := p.became(d); kind != totalRow && became != "" {
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
	return row
}

// sources are what the document was made from, and what was assumed or looked wrong.
func (p papering) sources() paperPart {
	r := p.run
	part := paperPart{id: "sources", title: p.say(text.SourcesTitle())}
	add := func(label text.Phrase, words string) {
		if words != "" {
			part.facts = append(part.facts, paperFact{p.say(label), words})
		}
	}
	add(text.TariffWord(), "SHA-256 "+tariffSHA256(r.Statement.Tariff))
	if len(r.Inputs) == 0 {
		add(text.FileWord(), p.say(text.NoFile()))
	}
	for _, in := range r.Inputs {
		words := append(p.terminal.read(r, in), "SHA-256 "+in.SHA256)
		if in.OfSchools() {
			words = append(words, p.rowsRead(in))
		}
		add(roleWord(in), p.say(text.Labelled(p.fileName(in), text.List(words))))
	}
	if c := r.Composition; c != nil {
		add(text.CompositionWord(), text.List([]string{p.composition(r), "SHA-256 " + c.SHA256}))
	}
	for i, n := range r.Notices {
		label := text.Phrase{}
		if i == 0 {
			label = text.NoticesTitle()
		}
		part.facts = append(part.facts, paperFact{p.say(label), text.Safe(p.notice(n))})
	}
	return part
}

// foot is the provenance in one line: the files and the tariff, by the beginning of their
// SHA-256.
func (p papering) foot() string {
	var words []string
	for _, in := range p.run.Inputs {
		words = append(words, p.fileName(in)+" ("+beginning(in.SHA256)+")")
	}
	if len(words) == 0 {
		words = append(words, p.say(text.NoFile()))
	}
	words = append(words, p.say(text.TariffWord())+" "+text.Safe(p.run.Statement.Tariff.Version)+
		" ("+beginning(tariffSHA256(p.run.Statement.Tariff))+")")
	return p.say(text.ProvenanceOf(text.List(words)))
}

// call gives the parts of the call of one member: its items, with what it is priced on, and
// what changed.
func (p papering) call(c *pricing.Contribution) []paperPart {
	items := paperPart{id: "liquidation", title: p.say(text.ChargedTitle()), kind: memberPart, table: p.itemTable(c)}
	if counted := p.counted(p.run.Statement, c); len(counted) > 0 {
		items.notes = []string{p.say(text.Labelled(p.say(text.CountsTitle()), text.List(counted)))}
	}
	parts := []paperPart{items}
	if p.run.Since != nil {
		parts = append(parts, p.since())
	}
	return parts
}

// listOfSchools gives the schools that the counts of a call are made of; none where they
// are not known.
func (p papering) listOfSchools() []paperPart {
	all := p.run.Schools
	if len(all) == 0 {
		return nil
	}
	waves := tellsWaves(all)
	table := &paperTable{columns: []paperColumn{
		{title: "UAI"}, {title: p.say(text.SchoolWord()), wrap: true}, {title: p.say(text.CommuneWord()), wrap: true},
	}}
	if waves {
		table.columns = append(table.columns, paperColumn{title: p.say(text.WaveWord()), right: true},
			paperColumn{title: p.say(text.NewSchoolWord())})
	}
	table.columns = append(table.columns, paperColumn{title: p.say(text.PupilsWord()), right: true})
	add := func(kind rowKind, uai, name, commune, wave, isNew string, pupils paperCell) {
		row := paperRow{siren: p.run.Statement.Contributions[0].SIREN, kind: kind, cells: []paperCell{{text: uai}, {text: name}, {text: commune}}}
		if waves {
			row.cells = append(row.cells, paperCell{text: wave}, paperCell{text: isNew})
		}
		row.cells = append(row.cells, pupils)
		table.rows = append(table.rows, row)
	}
	for i := range all {
		s := &all[i]
		wave, isNew := "", ""
		if s.Wave != 0 {
			wave, isNew = strconv.Itoa(s.Wave), p.say(yesNo(s.New))
		}
		add(bodyRow, text.Safe(s.UAI), text.Safe(s.Name), text.Safe(s.Commune.Name), wave, isNew,
			paperCell{p.count(s.Pupils), s.UAI + pupilsOf})
	}
	add(totalRow, "", p.say(text.Total()), "", "", "", paperCell{text: p.count(sumSchools(all).pupils)})
	return []paperPart{{id: "ecoles", title: p.say(text.SchoolsTitle()), table: table}}
}
