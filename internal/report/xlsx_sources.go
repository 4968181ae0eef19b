package report

import (
	"strconv"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A fact is a line of Sources: a word and what is said of it; without either, the table of
// what became of the rows of a file; without words, a heading.
type fact struct {
	label, words string
	rows         []rowsLine
}

// The columns of Sources: labels, then numbers, which words go across.
const (
	labelOfFact = iota + 1
	rowsOfFact
	pupilsOfFact
	lastOfFact
)

// sources writes Sources: what was asked for, tariff, simulation, files, notices.
func (b *book) sources() { b.list(b.names.sources, b.head(b.names.sources), b.facts()) }

// list writes a sheet of facts.
func (b *book) list(sheet string, head []headLine, facts []fact) {
	body, labels := 0, []string{}
	for _, f := range facts {
		body += 1 + len(f.rows) // a fact, or the header over rows
		if f.words != "" {
			labels = append(labels, f.label)
		}
		for _, l := range f.rows {
			labels = append(labels, capital(l.label))
		}
	}
	const across = 68 // with the label, the width of a page; longer texts go to more lines
	label, number := columnUpTo(widestUpright-across-2, "", 16, labels...), sheetColumn{width: 14}
	sh := b.open(shape{
		name: sheet, head: head, body: body,
		columns: []sheetColumn{label, number, number, {width: across - 2*number.width}},
	})
	for _, f := range facts {
		switch {
		case len(f.rows) > 0:
			sh.rowsTable(f.rows)
		case f.words == "":
			l := look{bold: true, head: true}
			sh.merge(labelOfFact, lastOfFact)
			sh.add(18, b.text(l, f.label), b.blank(l), b.blank(l), b.blank(l))
		default:
			l := look{wrap: true, body: true}
			sh.merge(rowsOfFact, lastOfFact)
			sh.add(max(bodyHeight, lineHeight(f.words, across, 0)+2),
				b.text(l, f.label), b.text(l, f.words), b.blank(l), b.blank(l))
		}
	}
	sh.close()
}

// rowsTable writes what became of the rows of a file of schools, and their sum: those that
// were read, which come first in lines. No label begins with a sign: a spreadsheet that
// saves it as CSV would make it a formula.
func (sh *sheet) rowsTable(lines []rowsLine) {
	b := sh.b
	head := look{bold: true, size: 9, right: true, body: true}
	sh.add(bodyHeight, b.blank(head), b.text(head, b.say(text.RowsWord())), b.text(head, b.say(text.PupilsWord())))
	first, body := sh.row+1, look{body: true}
	for _, l := range lines[1:] {
		sh.add(sh.shape.height(labelOfFact, l.label), b.text(look{wrap: true, body: true}, capital(l.label)),
			b.count(body, pricing.Quantity(l.rows), ""), b.count(body, pricing.Quantity(l.pupils), ""))
	}
	sum := func(column int) string {
		return "SUM(" + cell(column, first) + ":" + cell(column, sh.row) + ")"
	}
	total, read := look{bold: true, total: true}, lines[0]
	sh.add(bodyHeight, b.text(total, capital(read.label)),
		b.count(total, pricing.Quantity(read.rows), sum(rowsOfFact)),
		b.count(total, pricing.Quantity(read.pupils), sum(pupilsOfFact)))
}

// facts are all lines of Sources.
func (b *book) facts() (all []fact) {
	add := func(label text.Phrase, words string) {
		if words != "" {
			all = append(all, fact{label: b.say(label), words: words})
		}
	}
	heading := func(words string) { all = append(all, fact{label: words}) }

	all = b.publisher()
	s, t := b.Statement, b.Statement.Tariff
	heading(b.say(text.TariffWord()))
	add(text.VersionWord(), b.tariffName())
	add(text.StatusWord(), b.words.status(t, b.From, b.To))
	add(text.SourceWord(), text.Safe(t.Source))
	add(text.ChosenWord(), b.say(text.ChosenBy(b.ChosenBy, b.Year)))
	add(text.RatesDigest(), "SHA-256 "+tariffSHA256(t))

	if b.Solution != nil {
		all = append(all, solvedWords{b.words, &Solved{b.Run, *b.Solution}}.facts()...)
	}
	if simulation := b.simulation(); len(simulation) > 0 {
		heading(b.say(text.SheetSimulation()))
		for i, words := range simulation {
			label := text.ChangeWord()
			if i == 0 { // what a simulation is, before what makes this one
				label = text.MentionWord()
			}
			add(label, words)
		}
	}

	heading(b.say(text.OptionsWord()))
	if b.Year > 0 {
		add(text.YearWord(), strconv.Itoa(b.Year))
	}
	add(text.EPCIsWord(), Count(pricing.Quantity(len(s.Contributions)), b.Lang))
	add(text.NewWord(), b.newWords())
	if len(s.Options.With) > 0 {
		add(text.MentionWord(), b.say(text.With(b.words.components(t, s.Options.With))))
	}
	if len(s.Options.Without) > 0 {
		add(text.MentionWord(), b.say(text.Without(b.words.components(t, s.Options.Without))))
	}

	all = append(all, b.changeFacts()...)

	if len(b.Inputs) == 0 {
		heading(b.say(text.FileWord()))
		add(text.NameWord(), b.say(text.NoFile()))
	}
	for _, in := range b.Inputs {
		heading(b.say(roleWord(in)))
		all = append(all, b.fileFacts(in)...)
	}
	if c := b.Composition; c != nil {
		heading(b.say(text.CompositionWord()))
		add(text.SourceWord(), b.words.composition(b.Run))
		add(text.RatesDigest(), "SHA-256 "+c.SHA256)
	}
	if len(b.Notices) > 0 {
		heading(b.say(text.NoticesTitle()))
	}
	for _, notice := range b.Notices {
		all = append(all, fact{label: notice.Text.Code, words: text.Safe(b.words.notice(notice))})
	}
	return all
}

// newWords says what is known or assumed of what is new, and what rests on it (R2);
// blank where nothing is charged on an assumption.
func (b *book) newWords() string {
	if b.Statement.New == "" {
		return b.say(text.NewGiven())
	}
	return b.words.assumption(b.Statement)
}

// fileFacts say what one file is, and what was read of it.
func (b *book) fileFacts(in counts.Input) (all []fact) {
	add := func(label text.Phrase, words string) { all = append(all, fact{label: b.say(label), words: words}) }
	add(text.NameWord(), b.words.fileName(in))
	switch {
	case in.OfSchools():
		add(text.KeptWord(), b.words.keptSchools(b.Run, in))
	case in.Rows > 0:
		add(text.RowsWord(), b.words.rowsRead(in))
	}
	if detected := b.words.detected(in); len(detected) > 0 {
		add(text.DetectedWord(), text.List(detected))
	}
	if in.SHA256 != "" {
		add(text.RatesDigest(), "SHA-256 "+in.SHA256)
	}
	if in.OfSchools() {
		all = append(all, fact{rows: b.words.rowsLines(in)})
	}
	return all
}
