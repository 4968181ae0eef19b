package report

import (
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// pullRequest is how long the text of a pull request may be. It is held in bytes, the
// strictest of the ways to count its characters.
const pullRequest = 65_536

// asMarkdown is for a pull request: what matters first, and never more than it takes.
func asMarkdown() Format[Run] {
	return Format[Run]{Name: "md", Ext: ".md", Since: true, Write: writeMarkdown}
}

// A markdown makes the document out of what a terminal would be told: the same words,
// escaped.
type markdown struct {
	*terminal // for its words: nothing is written to it
	run       Run
	room      int // bytes left
}

// A section is a part of the document; it holds back the last of its blocks where
// there is no room for all.
type section struct {
	title    text.Phrase
	open     string // before the blocks
	blocks   int
	block    func(i int) string
	end      string                       // after them
	heldBack func(blocks int) text.Phrase // says how many are not there
}

func writeMarkdown(w io.Writer, r Run) error { return writeMarkdownAfter(w, "", r) }

// writeMarkdownAfter writes the document after another one, which is never held back.
func writeMarkdownAfter(w io.Writer, before string, r Run) error {
	m := markdown{terminal: newTerminal(io.Discard, r.Lang, 0, false), run: r}
	head := before + m.head()
	summary, since, items, sources, notices := m.summarySection(), m.sinceSection(), m.itemsSection(), m.sourcesSection(), m.noticesSection()
	m.room = pullRequest - len(head)
	for _, s := range []section{summary, since, items, sources, notices} {
		m.room -= len(m.frame(s, "", s.blocks))
	}
	const share = pullRequest / 8 // what sources and notices may take from the figures
	sourcesText, noticesText := m.fill(sources, share), m.fill(notices, share)
	summaryText := m.fill(summary, pullRequest)
	sinceText := m.fill(since, pullRequest)
	itemsText := m.fill(items, pullRequest)
	_, err := io.WriteString(w, head+summaryText+sinceText+itemsText+sourcesText+noticesText)
	return err
}

// fill writes a section with as many blocks as there is room for.
func (m *markdown) fill(s section, most int) string {
	var b strings.Builder
	written := 0
	for ; written < s.blocks; written++ {
		block := s.block(written)
		if len(block) > min(m.room, most-b.Len()) {
			break
		}
		m.room -= len(block)
		b.WriteString(block)
	}
	return m.frame(s, b.String(), s.blocks-written)
}

// frame writes a section around its blocks, and how many were held back.
func (m *markdown) frame(s section, blocks string, heldBack int) string {
	if s.blocks == 0 {
		return ""
	}
	framed := "\n## " + m.escaped(s.title) + "\n" + s.open + blocks + s.end
	if heldBack > 0 {
		framed += "\n" + m.escaped(s.heldBack(heldBack)) + "\n"
	}
	return framed
}

func (m *markdown) escaped(p text.Phrase) string { return mdText(m.say(p)) }

// head says what the document is, and what its figures rest on.
func (m *markdown) head() string {
	var b strings.Builder
	s := m.run.Statement
	title := text.Contributions(m.run.Year)
	if m.run.Call {
		title = text.CallTitle(m.run.Year)
	}
	b.WriteString("# " + m.escaped(title) + "\n\n")
	if s.Simulation() {
		b.WriteString("> **" + m.escaped(text.SimulationBanner()) + "**\n>\n")
		for _, c := range m.changes(s) {
			b.WriteString("> - " + mdText(c) + "\n")
		}
		b.WriteString("\n")
	}
	p := papering{m.terminal, m.run}
	b.WriteString(m.bullet(text.CreditorWord(), p.creditor()))
	if m.run.Call {
		b.WriteString(m.bullet(text.DebtorWord(), p.debtor(&s.Contributions[0])))
	}
	b.WriteString(m.bullet(text.TariffWord(), text.List([]string{m.versioned(s.Tariff), m.status(s.Tariff, m.run.From, m.run.To)})))
	b.WriteString(m.bullet(text.SourceWord(), s.Tariff.Source))
	b.WriteString(m.bullet(text.ChosenWord(), m.say(text.ChosenBy(m.run.ChosenBy, m.run.Year))))
	b.WriteString(m.bullet(text.AssumptionWord(), m.assumption(s)))
	if with := s.Options.With; len(with) > 0 {
		b.WriteString(m.bullet(text.OptionsWord(), m.say(text.With(m.components(s.Tariff, with)))))
	}
	if without := s.Options.Without; len(without) > 0 {
		b.WriteString(m.bullet(text.OptionsWord(), m.say(text.Without(m.components(s.Tariff, without)))))
	}
	b.WriteString(m.bullet(text.BudgetWord(), p.budgetLine()))
	b.WriteString(m.bullet(text.DayWord(), m.say(text.Day(string(m.run.Date)))))
	if c := m.run.Since; c != nil {
		b.WriteString(m.bullet(text.SinceTitle(c.Baseline.Year, c.Variant.Year), m.change(&c.Of.Totals)))
	}
	if m.run.Call {
		b.WriteString("\n" + mdText(strings.Join(p.closing(), " ")) + "\n")
	}
	return b.String()
}

// change says what an amount was, what it is, and why.
func (m *markdown) change(d *pricing.Difference) string {
	words := m.euros(d.Baseline) + " → " + m.euros(d.Variant) + ", " + signedEuros(d.Change, m.lang)
	if percent := percentWords(d, m.lang); percent != "" {
		words += " (" + percent + ")"
	}
	if why := causeWords(d, m.lang); len(why) > 0 {
		words = m.say(text.Labelled(words, text.List(why)))
	}
	return words
}

// sinceSection has a row per member, of what changed since another run; nothing where none
// is told, or where it stands above, of one member.
func (m *markdown) sinceSection() section {
	if m.run.Since == nil || m.run.Call {
		return section{}
	}
	since := m.comparedSection(*m.run.Since)
	since.title = text.SinceTitle(m.run.Since.Baseline.Year, m.run.Since.Variant.Year)
	return since
}

// bullet is a line of a list: a label and what is to say of it; nothing for no words.
func (m *markdown) bullet(label text.Phrase, words string) string {
	if words == "" {
		return ""
	}
	return "- " + m.say(text.Labelled("**"+m.escaped(label)+"**", mdText(words))) + "\n"
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
			cells = append(cells, vote.words(vote.amount(c), m.lang))
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
		if column.right {
			rule += "--:|"
		} else {
			rule += "---|"
		}
	}
	b.WriteString(mdRow(false, titles) + rule + "\n")
	for i := range c.Items {
		for _, row := range m.item(s.Tariff, &c.Items[i]) {
			b.WriteString(mdRow(row.bold, row.cells))
		}
	}
	for _, row := range m.totals(c) {
		if !row.rule {
			b.WriteString(mdRow(row.bold, row.cells))
		}
	}
	return b.String()
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

// mdRow is a row of a table.
func mdRow(bold bool, cells []string) string {
	var b strings.Builder
	for _, cell := range cells {
		cell = mdText(strings.TrimSpace(cell))
		if bold && cell != "" {
			cell = "**" + cell + "**"
		}
		b.WriteString("| " + cell + " ")
	}
	return b.String() + "|\n"
}

// mdText escapes a text for Markdown and for the HTML that it may hold: marks, links,
// the borders of tables, what makes a host link by itself (@name, #12, www., http:),
// and what cannot be seen. Line breaks are among those.
func mdText(s string) string {
	s = text.Safe(s)
	if !strings.ContainsAny(s, "\\`*_[]<>&|~#@:$!") && !strings.Contains(s, "www") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '$', '!':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return autolinks().Replace(b.String())
}

// autolinks parts what hosts turn into links although nothing marks it as one.
func autolinks() *strings.Replacer {
	return strings.NewReplacer("www.", `www\.`, "://", `\://`)
}
