package report

import (
	"strconv"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A fact is a line of Sources: a word and what is said of it; without words, a heading.
type fact struct{ label, words string }

// sources writes Sources: what was asked for, tariff, simulation, files, notices.
func (b *book) sources() {
	facts := b.facts()
	labels, lines := []string{}, []string{}
	for _, f := range facts {
		if f.words != "" {
			labels, lines = append(labels, f.label), append(lines, f.words)
		}
	}
	label, words := columnOf("", 16, labels...), columnOf("", 66, lines...)
	words.width = 68 // with the label, the width of a page; longer texts go to more lines
	sh := b.open(shape{
		name: b.names.sources, head: b.head(b.names.sources), columns: []sheetColumn{label, words}, body: len(facts),
	})
	for _, f := range facts {
		if f.words == "" {
			l := look{bold: true, head: true}
			sh.merge(1, 2)
			sh.add(18, b.text(l, f.label), b.blank(l))
			continue
		}
		l := look{wrap: true, body: true}
		sh.add(max(bodyHeight, lineHeight(f.words, words.width, 0)+2), b.text(l, f.label), b.text(l, f.words))
	}
	sh.close()
}

// facts are all lines of Sources.
func (b *book) facts() (all []fact) {
	add := func(label text.Phrase, words string) {
		if words != "" {
			all = append(all, fact{b.say(label), words})
		}
	}
	heading := func(words string) { all = append(all, fact{label: words}) }

	s, t := b.Statement, b.Statement.Tariff
	heading(b.say(text.TariffWord()))
	add(text.VersionWord(), b.tariffName())
	add(text.StatusWord(), b.words.status(t, b.From, b.To))
	add(text.SourceWord(), text.Safe(t.Source))
	add(text.ChosenWord(), b.say(text.ChosenBy(b.ChosenBy, b.Year)))
	add(text.RatesDigest(), "SHA-256 "+tariffSHA256(t))

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

	heading(b.say(text.FileWord()))
	if len(b.Inputs) == 0 {
		add(text.NameWord(), b.say(text.NoFile()))
	}
	for _, in := range b.Inputs {
		all = append(all, b.fileFacts(in)...)
	}
	if c := b.Composition; c != nil {
		add(text.CompositionWord(), b.words.composition(b.Run))
		add(text.RatesDigest(), "SHA-256 "+c.SHA256)
	}
	if len(b.Notices) > 0 {
		heading(b.say(text.NoticesTitle()))
	}
	for _, notice := range b.Notices {
		all = append(all, fact{notice.Text.Code, text.Safe(notice.Text.In(b.Lang))})
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
func (b *book) fileFacts(in counts.Input) []fact {
	name := text.NameWord()
	if role := roleWord(in); role != text.FileWord() {
		name = role
	}
	all := []fact{{b.say(name), b.words.fileName(in)}}
	switch {
	case ofSchools(in):
		all = append(all, b.schoolsFacts(in)...)
	case in.Rows > 0:
		all = append(all, fact{b.say(text.RowsWord()), b.words.rowsRead(in)})
	}
	if detected := b.words.detected(in); len(detected) > 0 {
		all = append(all, fact{b.say(text.DetectedWord()), text.List(detected)})
	}
	if in.SHA256 != "" {
		all = append(all, fact{b.say(text.RatesDigest()), "SHA-256 " + in.SHA256})
	}
	return all
}

// schoolsFacts say which schools of a file were kept, and what became of its rows. No
// label begins with a sign: a spreadsheet that saves it as CSV would make it a formula.
func (b *book) schoolsFacts(in counts.Input) []fact {
	all := []fact{{b.say(text.KeptWord()), b.words.keptSchools(b.Run, in)}}
	for _, l := range b.words.rowsLines(in) {
		rows, pupils := Count(pricing.Quantity(l.rows), b.Lang), Count(pricing.Quantity(l.pupils), b.Lang)
		all = append(all, fact{capital(l.label), b.say(text.RowsAndPupils(rows, pupils))})
	}
	return all
}
