package report

import (
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A paper is a document that people read, sign and file, before anybody lays it out: PDF
// and HTML write the same one. Its texts are safe to show, and are not escaped yet.
//
//	the letterhead, the title, whom it is for
//	what makes it a simulation, the facts that its figures rest on
//	the text before
//	the parts: tables, each under its title
//	the sum in words, the text after, the signature
//	the annexes: the schools of a call; the sources and the notices of a statement
type paper struct {
	run     Run
	title   string
	subject string                // of the file: what it is, in one line
	to      *pricing.Contribution // whom a call is for; nil for a statement of all
	alerts  []string
	facts   []paperFact
	before  []string // paragraphs
	parts   []paperPart
	closing []string // the sum in words, and what is said of it
	after   []string // paragraphs
	done    string   // where and when it is signed
	signer  []string // lines
	annexes []paperPart
	foot    string // the provenance, in one line
	mark    string // of a simulation, for each page; "" for none
}

// A paperFact is a line of what figures rest on.
type paperFact struct{ label, words string }

// A paperPart is a part of the document under a title: parts, or a table, or facts.
type paperPart struct {
	id    string // of the part in the document: synthese, epci-200038990
	title string
	notes []string // under the title
	table *paperTable
	facts []paperFact
	parts []paperPart
	kind  partKind
}

// A partKind tells a renderer what it may add to a part: a chart to the summary.
type partKind int

const (
	otherPart     partKind = iota
	summaryPart            // a row per member
	componentPart          // a row per component: the totals
	memberPart             // the items of one member
)

// A paperTable is a table of a document. Every row has a cell for each column.
type paperTable struct {
	columns []paperColumn
	rows    []paperRow
}

// A paperColumn is one of numbers (right) or of texts; the texts of one that wraps may take
// several lines.
type paperColumn struct {
	title       string
	right, wrap bool
}

// A paperRow is one row. The figures of its cells are those of a member, or, without SIREN,
// of the totals.
type paperRow struct {
	siren string
	kind  rowKind
	cells []paperCell
}

type rowKind int

const (
	bodyRow  rowKind = iota
	underRow         // a line of the item above
	sumRow           // a sub-total
	totalRow         // what is to be paid
)

// A paperCell is a text. It is a figure of its row's member where it has a field, as in
// [Figure]: a renderer marks it, so that figures are found again on the face of the
// document.
type paperCell struct{ text, field string }

// A papering makes a paper out of a run, in the words of a terminal.
type papering struct {
	*terminal
	run Run
}

// newPaper makes the document of a run: a call, or the statement of all members.
func newPaper(r Run) *paper {
	p := papering{&terminal{lang: r.Lang}, r}
	d := &paper{
		run: r, title: p.say(text.Contributions(r.Year)), facts: p.facts(),
		before: paragraphs(r.Letterhead.Before), after: paragraphs(r.Letterhead.After),
		signer: paragraphs(r.Letterhead.Signatory), foot: p.foot(),
		done: p.say(text.DoneAt(text.Safe(r.Letterhead.Place), text.Day(string(r.Date)))),
	}
	if r.Statement.Simulation() {
		d.mark = p.say(text.SimulationMark())
		d.alerts = append([]string{p.say(text.SimulationBanner())}, p.changes(r.Statement)...)
	}
	switch {
	case r.Call:
		d.to = &r.Statement.Contributions[0]
		d.title = p.say(text.CallTitle(r.Year))
		d.parts, d.annexes = p.call(d.to), p.listOfSchools()
	default:
		d.parts, d.annexes = p.statementOfAll(), []paperPart{p.sources()}
	}
	d.subject = p.subject(d)
	d.closing = p.closing()
	return d
}

// subject says what the document is in one line: title, member, tariff, simulation.
func (p papering) subject(d *paper) string {
	words := []string{d.title}
	if d.to != nil {
		words = append(words, p.memberName(d.to))
	}
	words = append(words, p.versioned(p.run.Statement.Tariff))
	if d.mark != "" {
		words = append(words, d.mark)
	}
	return strings.Join(words, " – ")
}

// memberName names a member, by its SIREN where it has no name.
func (p papering) memberName(c *pricing.Contribution) string {
	switch {
	case c.Name != "":
		return text.Safe(c.Name)
	case c.SIREN != "":
		return text.Safe(c.SIREN)
	default:
		return p.say(text.OneContribution())
	}
}

// facts are what the figures rest on: who is owed, the exercise, the tariff and its
// deliberation, what was assumed and asked for, the budget line.
func (p papering) facts() (all []paperFact) {
	add := func(label text.Phrase, words string) {
		if words != "" {
			all = append(all, paperFact{p.say(label), words})
		}
	}
	r, s := p.run, p.run.Statement
	add(text.CreditorWord(), p.creditor())
	if r.Call {
		add(text.DebtorWord(), p.debtor(&s.Contributions[0]))
	}
	if r.Year != 0 {
		add(text.YearWord(), strconv.Itoa(r.Year))
	}
	add(text.TariffWord(), text.List([]string{p.versioned(s.Tariff), p.status(s.Tariff, r.From, r.To)}))
	add(text.DeliberationWord(), text.Safe(s.Tariff.Source))
	add(text.ChosenWord(), p.say(text.ChosenBy(r.ChosenBy, r.Year)))
	switch assumes(s) {
	case pricing.AllNew:
		add(text.AssumptionWord(), p.say(text.AllAssumedNew(p.atStake(s))))
	case pricing.NoneNew:
		add(text.AssumptionWord(), p.say(text.NoneAssumedNew()))
	}
	if with := s.Options.With; len(with) > 0 {
		add(text.OptionsWord(), p.say(text.With(p.components(s.Tariff, with))))
	}
	if without := s.Options.Without; len(without) > 0 {
		add(text.OptionsWord(), p.say(text.Without(p.components(s.Tariff, without))))
	}
	add(text.BudgetWord(), p.budgetLine())
	if r.Solution != nil {
		search := solvedWords{p.terminal, &Solved{Run: r, Found: *r.Solution}}
		add(text.SearchWord(), strings.Join(append([]string{search.question()}, search.answer()...), " "))
	}
	return all
}

func (p papering) creditor() string {
	l := p.run.Letterhead
	words := text.Safe(l.Name)
	if words != "" && l.SIRET != "" {
		words += ", SIRET" + noBreakSpace + l.SIRET
	}
	return words
}

func (p papering) debtor(c *pricing.Contribution) string {
	name := p.memberName(c)
	if c.Name == "" || c.SIREN == "" {
		return name
	}
	return name + ", SIREN" + noBreakSpace + text.Safe(c.SIREN)
}

func (p papering) budgetLine() string {
	var words []string
	if nature := p.run.Letterhead.Nature; nature != "" {
		words = append(words, p.say(text.NatureOf(text.Safe(nature))))
	}
	if function := p.run.Letterhead.Function; function != "" {
		words = append(words, p.say(text.FunctionOf(text.Safe(function))))
	}
	return text.List(words)
}

// closing says the sum that is due, in words and in figures.
func (p papering) closing() []string {
	totals := &p.run.Statement.Totals
	euros := func(c pricing.Cents) text.Phrase {
		return text.Phrase{FR: Euros(c, text.French), EN: Euros(c, text.English)}
	}
	say := text.StatementClosed
	if p.run.Call {
		say = text.CallClosed
	}
	lines := []string{p.say(say(text.EurosInWords(int64(totals.Due())), euros(totals.Due())))}
	if totals.Voted != nil {
		lines = append(lines, p.say(text.ClosedAsVoted(euros(totals.Net), p.run.Call)))
	}
	return lines
}

// paragraphs are the lines of a text of the letterhead that are not blank, safe.
func paragraphs(words string) (all []string) {
	for line := range strings.SplitSeq(words, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, text.Safe(line))
		}
	}
	return all
}
