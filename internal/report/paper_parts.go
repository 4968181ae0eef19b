package report

import (
	"slices"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// statementOfAll gives the parts of the statement of all members: a row for each, what
// changed, the items of each, the sources, and last the totals, for the signature to follow.
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
		return append(parts, p.sources(), items.parts[0])
	}
	return append(parts, items, p.sources(), paperPart{
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
	for _, vote := range p.voted() {
		columns = append(columns, paperColumn{title: p.say(vote.title), right: true})
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
	row.mark(0, sirenField)
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
	for _, vote := range p.voted() {
		row.cells = append(row.cells, paperCell{vote.cell(p.run.Statement, c, p.lang), vote.field})
	}
	return row
}

// voted are the columns of what was voted; none where nothing was.
func (p papering) voted() []voteColumn {
	if !votes(p.run.Statement) {
		return nil
	}
	all := voteColumns()
	return all[:]
}

// shownSums are the sums of the summary's columns: without subsidies, gross is net.
func shownSums(c *pricing.Contribution, subsidised bool) []namedSum {
	all := sums(c)
	return slices.DeleteFunc(all[:], func(s namedSum) bool {
		return !subsidised && (s.field == "gross" || s.field == subsidyField)
	})
}

// sources are what the document was made from, and what was assumed or looked wrong.
func (p papering) sources() paperPart {
	r := p.run
	part := paperPart{id: "sources", title: p.say(text.SourcesTitle())}
	add := func(label text.Phrase, words string) {
		if words != "" {
			part.facts = append(part.facts, paperFact{label: p.say(label), words: words})
		}
	}
	add(text.TariffWord(), text.List([]string{p.say(text.ChosenBy(r.ChosenBy, r.Year)), "SHA-256 " + tariffSHA256(r.Statement.Tariff)}))
	if len(r.Inputs) == 0 {
		add(text.FileWord(), p.say(text.NoFile()))
	}
	for _, in := range r.Inputs {
		words := append(p.read(r, in), "SHA-256 "+in.SHA256)
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
		part.facts = append(part.facts, paperFact{label: p.say(label), words: text.Safe(p.notice(n))})
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
	tariff := p.say(text.OfTariff(text.Safe(p.run.Statement.Tariff.Version) + " (" + beginning(tariffSHA256(p.run.Statement.Tariff)) + ")"))
	if len(words) == 0 {
		return p.say(text.ProvenanceOfQuestion(tariff))
	}
	return p.say(text.ProvenanceOf(text.List(append(words, tariff))))
}
