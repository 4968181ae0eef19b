package report

import (
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A Solved is the rate that was searched, and the statement at it.
type Solved struct {
	Run   Run // of the statement at the rate
	Found pricing.Solution
}

// SolvedFormats gives every format of solve, in the order of [Formats]. csv and csv-fr
// hold the statement alone; the workbook tells the search in Sources.
func SolvedFormats() []Format[Solved] {
	all := make([]Format[Solved], 0, len(Formats()))
	for _, f := range Formats() {
		s := Format[Solved]{Name: f.Name, Ext: f.Ext, Figures: f.Figures, Beside: f.Beside, Plain: f.Plain}
		switch f.Name {
		case "table":
			s.Write = writeSolvedTable
		case "md":
			s.Write = writeSolvedMarkdown
		case "json":
			s.Write, s.Figures = writeSolvedJSON, figuresOfSolved
		default:
			s.Write = func(w io.Writer, solved Solved) error {
				solved.Run.Solution = &solved.Found
				return f.Write(w, solved.Run)
			}
		}
		all = append(all, s)
	}
	return all
}

// On gives the model as it is shown in so many columns, with colours or without.
func (s Solved) On(width int, color bool) Solved {
	s.Run = s.Run.On(width, color)
	return s
}

// Differences is as [Run.Differences] has it; what was found are figures of the JSON.
func (s Solved) Differences(f Format[Solved], old, fresh []byte) ([]Difference, error) {
	names := newFieldNames(s.Run.Statement.Tariff)
	names.others = make(map[string]text.Phrase)
	for _, field := range []string{"target", "step", "found", "gap", "below", "above"} {
		names.others[solvedField+field] = text.SolveField(field)
	}
	return checking[Solved]{f, names, s.Run.Inputs}.differences(old, fresh)
}

// varied is the component whose rate was searched, at the rate found.
func (s *Solved) varied() *pricing.Component {
	return s.Run.Statement.Tariff.Component(s.Found.Vary)
}

// solvedWords says what was found, in one language.
type solvedWords struct {
	*terminal
	*Solved
}

func (t solvedWords) question() string {
	return t.say(text.SolveQuestion(t.components(t.Run.Statement.Tariff, []string{t.Found.Vary}), t.euros(t.Found.Target)))
}

// answer says the rate, the net and the gap; what the rate takes the place of; and why
// there is no lower one, where that is not plain.
func (t solvedWords) answer() []string {
	tariff, c := t.Run.Statement.Tariff, t.varied()
	rate := t.say(text.AtRate(t.rate(t.Found.Rate), t.per(tariff, c)))
	gap := ""
	if t.Found.Gap != 0 {
		gap = strings.TrimPrefix(t.euros(t.Found.Gap), "−")
	}
	words := []string{
		t.say(text.SolveGap(text.SolveAnswer(rate, t.euros(t.Found.Net)), gap, t.Found.Gap > 0)),
		t.say(text.SolveInstead(t.voted(), t.rate(t.Found.Step))),
	}
	if t.Found.Below == nil && t.Found.Rate.Decimal().IsPositive() {
		words = append(words, t.say(text.SolveUnvotable()))
	}
	if t.Run.Unvoted {
		words = append(words, t.say(text.VotedNotSolved()))
	}
	return words
}

// voted is the rate that the tariff has.
func (t solvedWords) voted() string {
	for _, c := range t.Run.Statement.Changes {
		if c.Component == t.Found.Vary {
			return t.rates(c.From, c.Volume)
		}
	}
	c := t.varied()
	return t.rates(c.Tiers, c.Volume)
}

// facts are the search as the workbook has it: what was asked, then the rate found and
// its neighbours.
func (t solvedWords) facts() []fact {
	facts := []fact{{label: t.question()}}
	_, rows := t.trials()
	for _, row := range rows {
		words := []string{row.cells[1]}
		for i, word := range []text.Phrase{text.TotalNet(), text.GapWord()} {
			words = append(words, t.say(text.Labelled(t.say(word), row.cells[i+2])))
		}
		facts = append(facts, fact{label: row.cells[0], words: text.List(words)})
	}
	if t.Run.Unvoted {
		facts = append(facts, fact{label: t.say(text.VotedWord()), words: t.say(text.VotedNotSolved())})
	}
	return facts
}

// trials is the table of the rate found and its neighbours.
func (t solvedWords) trials() ([]column, []tableRow) {
	columns := []column{
		{gives: wraps},
		{title: t.say(text.RateWord()), right: true},
		{title: t.say(text.TotalNet()), right: true},
		{title: t.say(text.GapWord()), right: true},
	}
	var rows []tableRow
	add := func(side string, trial *pricing.Trial, bold bool) {
		if trial != nil {
			rows = append(rows, tableRow{bold: bold, cells: []string{
				t.say(text.SolveSide(side)), t.rate(trial.Rate), t.euros(trial.Net), signedEuros(trial.Gap, t.lang),
			}})
		}
	}
	add("below", t.Found.Below, false)
	add("at", &t.Found.Trial, true)
	add("above", t.Found.Above, false)
	return columns, rows
}

func writeSolvedTable(w io.Writer, s Solved) error {
	t := solvedWords{newTerminal(w, s.Run.Lang, s.Run.Width, s.Run.Color), &s}
	t.heading(t.question())
	t.blank()
	t.rows(t.trials())
	t.blank()
	for _, words := range t.answer() {
		t.paragraph(words)
	}
	t.blank()
	t.statement(s.Run)
	return t.b.Flush()
}

func writeSolvedMarkdown(w io.Writer, s Solved) error {
	t := solvedWords{newTerminal(io.Discard, s.Run.Lang, 0, false), &s}
	var b strings.Builder
	b.WriteString("# " + mdText(t.question()) + "\n\n")
	columns, rows := t.trials()
	titles, rule := make([]string, len(columns)), "|"
	for i, c := range columns {
		titles[i] = c.title
		rule += "---|"
		if c.right {
			rule = strings.TrimSuffix(rule, "---|") + "--:|"
		}
	}
	b.WriteString(mdRow(false, titles) + rule + "\n")
	for _, row := range rows {
		b.WriteString(mdRow(row.bold, row.cells))
	}
	b.WriteString("\n")
	for _, words := range t.answer() {
		b.WriteString(mdText(words) + "\n")
	}
	return writeMarkdownAfter(w, b.String()+"\n", s.Run)
}
