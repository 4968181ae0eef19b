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
//	the parts: tables, each under its title; the sources and the notices before the last one,
//	which the signature is not to be parted from
//	the sum in words, the text after, the signature
//	the annexes: the schools of a call
type paper struct {
	run       Run
	title     string
	publisher []string              // who publishes it: name, address, SIRET, a line each
	addressee []string              // whom a call is for: name, SIREN
	subject   string                // of the file: what it is, in one line
	to        *pricing.Contribution // the member of a call; nil for a statement of all
	alerts    []string
	facts     []paperFact
	before    []string // paragraphs
	parts     []paperPart
	closing   []paperCell // the sum in words, and what is said of it
	after     []string    // paragraphs
	done      string      // where and when it is signed; "" where nobody signs: of a simulation
	signer    []string    // lines, with done
	annexes   []paperPart
	foot      string // the provenance, in one line
	mark      string // of a simulation, for each page; "" for none
}

// A paperFact is a line of what figures rest on. Where it has a field, as a cell may, its
// words are marked.
type paperFact struct{ label, words, field string }

// A paperPart is a part of the document under a title: parts, or a table, or facts.
type paperPart struct {
	id    string // of the part in the document: synthese, epci-200038990
	title string
	notes []string // under the title
	// counted tells that the notes are the counts of a member, of that SIREN; they are marked.
	counted bool
	siren   string
	table   *paperTable
	facts   []paperFact
	parts   []paperPart
	kind    partKind
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
		run: r, title: p.say(text.Contributions(r.Year)), publisher: p.publisher(), facts: p.facts(),
		before: paragraphs(r.Letterhead.Before), after: paragraphs(r.Letterhead.After),
		closing: p.closing(), foot: p.foot(),
	}
	if r.Call {
		d.to = &r.Statement.Contributions[0]
		d.title, d.addressee = p.say(text.CallTitle(r.Year)), p.addressee(d.to)
		d.parts, d.annexes = p.call(d.to), p.listOfSchools()
	} else {
		d.parts = p.statementOfAll()
	}
	if r.Statement.Simulation() {
		d.mark = p.say(text.SimulationMark())
		d.alerts = append([]string{p.say(text.SimulationBanner())}, p.changes(r.Statement)...)
	}
	if r.settled() {
		d.done = p.say(text.DoneAt(text.Safe(r.Letterhead.Place), text.Day(string(r.Date))))
		if d.signer = paragraphs(r.Letterhead.Signatory); len(d.signer) == 0 {
			d.signer = []string{p.say(text.SignatureWord())}
		}
	}
	d.subject = p.subject(d)
	d.typeset(r.Lang)
	return d
}

// settled tells whether the sum of a run can be closed and signed: not that of a simulation,
// nor that of a search, whose rate nobody voted for it.
func (r Run) settled() bool { return !r.Statement.Simulation() && r.Solution == nil }

// subject says what the document is in one line: title, member, tariff, simulation.
func (p papering) subject(d *paper) string {
	words := []string{d.title}
	if d.to != nil {
		words = append(words, p.memberName(d.to))
	}
	words = append(words, p.say(text.OfTariff(p.versioned(p.run.Statement.Tariff))))
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

// facts are what the figures rest on: who is owed, the exercise, the counts, the tariff and
// its deliberation, what was assumed and asked for, the budget line.
func (p papering) facts() (all []paperFact) {
	add := func(label text.Phrase, words, field string) {
		if words != "" {
			all = append(all, paperFact{p.say(label), words, field})
		}
	}
	r, s := p.run, p.run.Statement
	add(text.CreditorWord(), p.creditor(), "")
	if r.Call {
		add(text.DebtorWord(), p.debtor(&s.Contributions[0]), "")
	}
	if r.Year != 0 {
		add(text.YearWord(), strconv.Itoa(r.Year), yearField)
	}
	for _, in := range r.Inputs {
		if in.OfSchools() {
			add(text.CountsWord(), p.keptSchools(r, in), "")
		}
	}
	add(text.TariffWord(), text.List([]string{p.versioned(s.Tariff), p.status(s.Tariff, r.From, r.To)}), "")
	add(text.VotedByWord(), text.Safe(s.Tariff.Source), sourceField)
	switch assumes(s) {
	case pricing.AllNew:
		add(text.AssumptionWord(), p.say(text.AllAssumedNew(p.atStake(s))), "")
	case pricing.NoneNew:
		add(text.AssumptionWord(), p.say(text.NoneAssumedNew()), "")
	}
	if with := s.Options.With; len(with) > 0 {
		add(text.OptionsWord(), p.say(text.With(p.components(s.Tariff, with))), "")
	}
	if without := s.Options.Without; len(without) > 0 {
		add(text.OptionsWord(), p.say(text.Without(p.components(s.Tariff, without))), "")
	}
	add(text.BudgetWord(), p.budgetLine(), "")
	if r.Solution != nil {
		search := solvedWords{p.terminal, &Solved{Run: r, Found: *r.Solution}}
		add(text.SearchWord(), strings.Join(append([]string{search.question()}, search.answer()...), " "), "")
	}
	return all
}

// The marked texts of a document that are no figures of the calc document, and are held
// against what follows from it. No component has a point in its id.
const (
	closedField   = "closing.due"      // the sum that is due, in words and in figures
	computedField = "closing.computed" // that which was computed, where another was voted
	sourceField   = "rates.source"     // the deliberation
	yearField     = "calc.year"        // the exercise
	sirenField    = "epci.siren"       // as it is shown
	countsField   = "epci.counts"      // what a member is priced on, in one line
	sincePrefix   = "since."           // a row of what changed
	sinceBefore   = sincePrefix + "before"
	sinceNow      = sincePrefix + "now"
	sinceChange   = sincePrefix + "change"
	sincePercent  = sincePrefix + "percent"
)

// publisher is who publishes the document, line by line.
func (p papering) publisher() []string {
	l := p.run.Letterhead
	lines := append(paragraphs(l.Name), paragraphs(l.Address)...)
	if l.SIRET != "" {
		lines = append(lines, siretWords(l.SIRET))
	}
	return lines
}

// addressee is whom a call is for, line by line.
func (p papering) addressee(c *pricing.Contribution) []string {
	lines := []string{p.memberName(c)}
	if c.Name != "" && c.SIREN != "" {
		lines = append(lines, sirenWords(c.SIREN))
	}
	return lines
}

func (p papering) creditor() string {
	l := p.run.Letterhead
	var words []string
	if l.Name != "" {
		words = append(words, text.Safe(l.Name))
	}
	if l.SIRET != "" {
		words = append(words, siretWords(l.SIRET))
	}
	return text.List(words)
}

func (p papering) debtor(c *pricing.Contribution) string { return text.List(p.addressee(c)) }

// sirenWords names a SIREN.
func sirenWords(siren string) string { return "SIREN" + noBreakSpace + text.Safe(siren) }

// siretWords names a SIRET, its digits grouped as they are printed.
func siretWords(siret string) string {
	const siren = 9
	if len(siret) > siren {
		siret = siret[:3] + noBreakSpace + siret[3:6] + noBreakSpace + siret[6:siren] + noBreakSpace + siret[siren:]
	}
	return "SIRET" + noBreakSpace + siret
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

// closing says the sum that is due, in words and in figures; a simulation closes nothing.
func (p papering) closing() []paperCell {
	totals := &p.run.Statement.Totals
	euros := func(c pricing.Cents) text.Phrase {
		return text.Phrase{FR: Euros(c, text.French), EN: Euros(c, text.English)}
	}
	say := text.StatementClosed
	switch {
	case !p.run.settled():
		say = text.SimulationClosed
	case p.run.Call:
		say = text.CallClosed
	}
	cells := []paperCell{{p.say(say(text.EurosInWords(int64(totals.Due())), euros(totals.Due()))), closedField}}
	if totals.Voted != nil {
		_, members := votedSum(p.run.Statement)
		cells = append(cells, paperCell{p.say(text.ClosedAsVoted(euros(totals.Net), members, p.run.Call)), computedField})
	}
	return cells
}

// textsOf are the texts of cells.
func textsOf(cells []paperCell) []string {
	words := make([]string, len(cells))
	for i := range cells {
		words[i] = cells[i].text
	}
	return words
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
