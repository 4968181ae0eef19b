package report

import (
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// writeComparedMarkdown is for a pull request: what is compared, a row per member, the
// files. It never is more than a pull request takes.
func writeComparedMarkdown(w io.Writer, c Comparison) error {
	m := markdown{terminal: newTerminal(io.Discard, c.Lang, 0, false)}
	head := m.comparedHead(c)
	sections := []section{m.comparedSection(c)}
	for _, s := range c.sides() {
		of := markdown{terminal: m.terminal, run: s.run}
		sources := of.sourcesSection()
		sources.title = text.SourcesOf(s.word)
		sections = append(sections, sources)
	}
	m.run = c.Variant
	sections = append(sections, m.noticesSection())
	m.room = pullRequest - len(head)
	for _, s := range sections {
		m.room -= len(m.frame(s, "", s.blocks))
	}
	written := make([]string, len(sections))
	for i := len(sections) - 1; i >= 0; i-- { // sources first: they are short
		const share = pullRequest / 8 // what each may take from the figures
		most := share
		if i == 0 {
			most = pullRequest
		}
		written[i] = m.fill(sections[i], most)
	}
	_, err := io.WriteString(w, head+strings.Join(written, ""))
	return err
}

// comparedHead says what the document is, and what is compared with what.
func (m *markdown) comparedHead(c Comparison) string {
	var b strings.Builder
	b.WriteString("# " + m.escaped(text.ComparisonTitle(c.Baseline.Year, c.Variant.Year)) + "\n\n")
	for _, s := range c.sides() {
		changes := m.changes(s.run.Statement)
		if len(changes) == 0 {
			continue
		}
		b.WriteString("> **" + m.escaped(text.SimulationOf(s.word)) + "**\n>\n")
		for _, change := range changes {
			b.WriteString("> - " + mdText(change) + "\n")
		}
		b.WriteString("\n")
	}
	for _, s := range c.sides() {
		b.WriteString(m.bullet(s.word, m.situation(s.run)))
		b.WriteString(m.bullet(text.AssumptionOf(s.word), m.assumption(s.run.Statement)))
	}
	if words, is := c.NewRules(); is {
		b.WriteString("\n> **" + mdText(capital(words.In(c.Lang))+".") + "**\n")
	}
	b.WriteString(m.computedOnly(c))
	return b.String()
}

// comparedSection has a row per member, and the totals whatever is held back.
func (m *markdown) comparedSection(c Comparison) section {
	shown := c.shownCauses()
	titles := []string{"EPCI", "SIREN"}
	for _, column := range m.comparedColumns()[comparedBaseline:] {
		titles = append(titles, column.title)
	}
	for _, cause := range shown {
		titles = append(titles, m.say(text.CauseWord(cause.String())))
	}
	row := func(d *pricing.Difference, siren, name string, bold bool) string {
		cells := m.comparedCells(d, siren, name, shown)
		cells[comparedSIREN], cells[comparedName] = cells[comparedName], cells[comparedSIREN]
		return mdRow(bold, cells)
	}
	end := row(&c.Of.Totals, "", m.say(text.Total()), true)
	if c.Others != nil {
		end = row(c.Others, "", m.say(text.Unlisted(c.Hidden, m.euros(c.Least))), false) + end
	}
	return section{
		title:  text.DifferencesTitle(),
		open:   "\n" + mdRow(false, titles) + "|---|---|" + strings.Repeat("--:|", len(titles)-2) + "\n",
		blocks: len(c.Rows),
		block: func(i int) string {
			d := c.Rows[i]
			name := m.memberOf(d)
			if what := m.became(d); what != "" {
				name += " – " + what
			}
			return row(d, d.SIREN, name, false)
		},
		end:      end,
		heldBack: text.RowsHeldBack,
	}
}
