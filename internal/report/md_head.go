package report

import (
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

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
	return b.String() + m.facts() + m.paragraphs(paragraphs(m.run.Letterhead.Before))
}

// facts are what the figures rest on.
func (m *markdown) facts() string {
	var b strings.Builder
	p, s := papering{m.terminal, m.run}, m.run.Statement
	b.WriteString(m.bullet(text.CreditorWord(), p.creditor()))
	b.WriteString(m.bullet(text.AddressWord(), strings.Join(paragraphs(m.run.Letterhead.Address), " – ")))
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
		b.WriteString(m.bullet(text.SinceTitle(c.Baseline.Year, c.Variant.Year), changeWords(&c.Of.Totals, m.lang)))
		if m.run.Call {
			b.WriteString(m.computedOnly(*c))
		}
	}
	return b.String()
}

// computedOnly says that amounts which were voted are not what is compared.
func (m *markdown) computedOnly(c Comparison) string {
	if !c.computedOnly() {
		return ""
	}
	return m.paragraphs([]string{m.say(text.ComputedCompared())})
}

// closing is what ends a call, or what somebody signs: the sum in words, the text after the
// figures, place and date, the signatory.
func (m *markdown) closing() string {
	l := m.run.Letterhead
	after := m.paragraphs(paragraphs(l.After))
	if !m.run.Call && l.Signatory == "" && l.Place == "" {
		return after
	}
	closed := textsOf(papering{m.terminal, m.run}.closing())
	words := "\n**" + mdText(closed[0]) + "**\n" + m.paragraphs(closed[1:]) + after
	if !m.run.settled() { // nobody signs it
		return words
	}
	if l.Place != "" {
		words += m.paragraphs([]string{m.say(text.DoneAt(text.Safe(l.Place), text.Day(string(m.run.Date))))})
	}
	return words + m.paragraphs(paragraphs(l.Signatory))
}

// paragraphs writes each text as a paragraph.
func (m *markdown) paragraphs(all []string) string {
	var b strings.Builder
	for _, words := range all {
		b.WriteString("\n" + mdText(words) + "\n")
	}
	return b.String()
}

// bullet is a line of a list: a label and what is to say of it; nothing for no words.
func (m *markdown) bullet(label text.Phrase, words string) string {
	if words == "" {
		return ""
	}
	return "- " + m.say(text.Labelled("**"+m.escaped(label)+"**", mdText(words))) + "\n"
}
