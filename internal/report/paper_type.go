package report

import (
	"strings"
	"unicode"

	"github.com/entcalc/entcalc/internal/text"
)

// typeset sets the texts of the document as French is printed: with ’ between letters, and
// no-break spaces where the rate file, the files of counts or the settings have others.
// English stays as it is.
func (d *paper) typeset(l text.Lang) {
	if l != text.French {
		return
	}
	for _, s := range []*string{&d.title, &d.subject, &d.done, &d.foot} {
		*s = typeset(*s)
	}
	for _, all := range [][]string{d.publisher, d.addressee, d.alerts, d.before, d.after, d.signer} {
		typesetAll(all)
	}
	typesetFacts(d.facts)
	typesetCells(d.closing)
	typesetParts(d.parts)
	typesetParts(d.annexes)
}

func typesetParts(parts []paperPart) {
	for i := range parts {
		p := &parts[i]
		p.title = typeset(p.title)
		typesetAll(p.notes)
		typesetFacts(p.facts)
		typesetParts(p.parts)
		if p.table == nil {
			continue
		}
		for k := range p.table.columns {
			p.table.columns[k].title = typeset(p.table.columns[k].title)
		}
		for k := range p.table.rows {
			typesetCells(p.table.rows[k].cells)
		}
	}
}

func typesetAll(all []string) {
	for i := range all {
		all[i] = typeset(all[i])
	}
}

func typesetFacts(facts []paperFact) {
	for i := range facts {
		facts[i].label, facts[i].words = typeset(facts[i].label), typeset(facts[i].words)
	}
}

func typesetCells(cells []paperCell) {
	for i := range cells {
		cells[i].text = typeset(cells[i].text)
	}
}

// typeset sets one text.
func typeset(words string) string {
	if !strings.ContainsAny(words, "';:!?»«°") {
		return words
	}
	r := []rune(words)
	at := func(i int) rune {
		if i < 0 || i >= len(r) {
			return 0
		}
		return r[i]
	}
	for i, c := range r {
		switch {
		case c == '\'' && unicode.IsLetter(at(i-1)) && unicode.IsLetter(at(i+1)):
			r[i] = '’'
		case c == ' ' && (strings.ContainsRune(";:!?»", at(i+1)) || at(i-1) == '«' || at(i-1) == '°' && at(i-2) == 'n'):
			r[i] = '\u00a0'
		}
	}
	return string(r)
}

// typed takes back what typeset changes, so that a text of a document can be held against
// the one that it was made of: both are given to it.
func typed(words string) string {
	return strings.NewReplacer("’", "'", noBreakSpace, " ").Replace(words)
}
