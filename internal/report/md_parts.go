package report

import (
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// sinceSection has a row per member, of what changed since another run; nothing where none
// is told, or where it stands above, of one member.
func (m *markdown) sinceSection() section {
	if m.run.Since == nil || m.run.Call {
		return section{}
	}
	since := m.comparedSection(*m.run.Since)
	since.title = text.SinceTitle(m.run.Since.Baseline.Year, m.run.Since.Variant.Year)
	since.end += m.computedOnly(*m.run.Since)
	return since
}

// summarySection has a row per EPCI, and the totals whatever is held back.
func (m *markdown) summarySection() section {
	s := m.run.Statement
	titles := []string{"EPCI", "SIREN"}
	for _, sum := range sums(&s.Totals) {
		titles = append(titles, m.say(sumTitle(sum.field)))
	}
	rule := "|---|---|--:|--:|--:|--:|--:|"
	if votes(s) {
		for _, vote := range voteColumns() {
			titles = append(titles, m.say(vote.title))
			rule += "--:|"
		}
	}
	return section{
		title:    text.Summary(),
		open:     "\n" + mdRow(false, titles) + rule + "\n",
		blocks:   len(s.Contributions),
		block:    func(i int) string { return m.summaryRow(&s.Contributions[i], "") },
		end:      m.summaryRow(&s.Totals, m.say(text.Total())),
		heldBack: text.RowsHeldBack,
	}
}

func (m *markdown) summaryRow(c *pricing.Contribution, total string) string {
	name := c.Name
	switch {
	case total != "":
		name = total
	case name == "" && c.SIREN == "":
		name = m.say(text.OneContribution())
	}
	cells := []string{name, c.SIREN}
	for _, sum := range sums(c) {
		cells = append(cells, m.euros(sum.amount))
	}
	if votes(m.run.Statement) {
		for _, vote := range voteColumns() {
			cells = append(cells, vote.cell(m.run.Statement, c, m.lang))
		}
	}
	return mdRow(total != "", cells)
}

// itemsSection has a table per EPCI.
func (m *markdown) itemsSection() section {
	s := m.run.Statement
	return section{
		title:    text.ItemsTitle(),
		blocks:   len(s.Contributions),
		block:    func(i int) string { return "\n" + m.items(s, &s.Contributions[i]) },
		heldBack: text.ItemsHeldBack,
	}
}

func (m *markdown) items(s *pricing.Statement, c *pricing.Contribution) string {
	var b strings.Builder
	b.WriteString("### " + mdText(m.title(s, c)) + "\n\n")
	titles, rule := []string{}, "|"
	for _, column := range m.itemColumns() {
		titles = append(titles, column.title)
		rule += mdRule(column.right)
	}
	b.WriteString(mdRow(false, titles) + rule + "\n")
	for i := range c.Items {
		for _, row := range m.item(s.Tariff, &c.Items[i]) {
			b.WriteString(mdRow(row.bold, row.cells))
		}
	}
	for _, row := range m.totals(s, c) {
		if !row.rule {
			b.WriteString(mdRow(row.bold, row.cells))
		}
	}
	return b.String()
}

// schoolsSection lists the schools that the counts of a call are made of.
func (m *markdown) schoolsSection() section {
	if !m.run.Call {
		return section{}
	}
	parts := papering{m.terminal, m.run}.listOfSchools()
	if len(parts) == 0 {
		return section{}
	}
	table := parts[0].table
	titles, rule := []string{}, "|"
	for _, c := range table.columns {
		titles = append(titles, c.title)
		rule += mdRule(c.right)
	}
	row := func(i int) string { return mdRow(table.rows[i].kind == totalRow, textsOf(table.rows[i].cells)) }
	last := len(table.rows) - 1
	return section{
		title: text.SchoolsTitle(), open: "\n" + mdRow(false, titles) + rule + "\n",
		blocks: last, block: row, end: row(last), heldBack: text.LinesHeldBack,
	}
}

// sourcesSection names the files, and the tariff by its fingerprint.
func (m *markdown) sourcesSection() section {
	tariff := m.bullet(text.TariffWord(), "SHA-256 "+tariffSHA256(m.run.Statement.Tariff))
	inputs := m.run.Inputs
	sources := section{title: text.SourcesTitle(), open: "\n" + tariff, blocks: len(inputs), heldBack: text.LinesHeldBack}
	if c := m.run.Composition; c != nil {
		sources.open += m.bullet(text.CompositionWord(), text.List([]string{m.composition(m.run), "SHA-256 " + c.SHA256}))
	}
	if len(inputs) == 0 {
		sources.blocks = 1
		sources.block = func(int) string { return m.bullet(text.FileWord(), m.say(text.NoFile())) }
		return sources
	}
	sources.block = func(i int) string {
		words := append(m.read(m.run, inputs[i]), "SHA-256 "+inputs[i].SHA256)
		return m.bullet(roleWord(inputs[i]), m.say(text.Labelled(m.fileName(inputs[i]), text.List(words)))) + m.leftOut(inputs[i])
	}
	return sources
}

// leftOut is the table of what became of the rows of a file of schools, under its line;
// nothing of other files.
func (m *markdown) leftOut(in counts.Input) string {
	if !in.OfSchools() {
		return ""
	}
	columns, rows := m.leftOutTable(in)
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
	}
	table := "\n" + mdRow(false, titles) + "|---|--:|--:|\n"
	for _, row := range rows {
		table += mdRow(false, row.cells)
	}
	return table + "\n"
}

func (m *markdown) noticesSection() section {
	notices := m.run.Notices
	return section{
		title:    text.NoticesTitle(),
		open:     "\n",
		blocks:   len(notices),
		block:    func(i int) string { return "- " + mdText(m.notice(notices[i])) + "\n" },
		heldBack: text.LinesHeldBack,
	}
}
