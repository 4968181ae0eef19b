package report

import (
	"fmt"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// paper gives the words that a workbook has in common with documents that are printed.
func (b *book) paper() papering { return papering{b.words, b.Run} }

// summaryHead is what stands above Synthèse: who publishes it, what every sheet says, whom a
// call is for and what changed for it, the text before the figures.
func (b *book) summaryHead() (head []headLine) {
	l := b.Letterhead
	if l.Name != "" {
		head = append(head, lineOf(look{bold: true, size: 11, wrap: true}, text.Safe(l.Name)))
	}
	var where []string
	if l.SIRET != "" {
		where = append(where, "SIRET"+noBreakSpace+text.Safe(l.SIRET))
	}
	if where = append(where, paragraphs(l.Address)...); len(where) > 0 {
		head = append(head, lineOf(look{wrap: true}, strings.Join(where, " – ")))
	}
	var more []string
	if b.Call {
		more = append(more, b.say(text.Labelled(b.say(text.DebtorWord()), b.paper().debtor(&b.Statement.Contributions[0]))))
		if change := b.change(); change != "" {
			more = append(more, b.say(text.Labelled(b.changeTitle(), change)))
		}
	}
	more = append(more, b.assumption()...)
	if len(b.votes()) > 0 {
		more = append(more, b.say(text.SheetVoted()))
	}
	head = append(head, b.head(b.names.summary, more...)...)
	for _, words := range paragraphs(l.Before) {
		head = append(head, lineOf(look{wrap: true}, words))
	}
	return head
}

// changeTitle heads what changed since the run that this one is compared with.
func (b *book) changeTitle() string {
	return b.say(text.SinceTitle(b.Since.Baseline.Year, b.Since.Variant.Year))
}

// change says what changed since, for a call's member or for all; blank where nothing is
// compared.
func (b *book) change() string {
	if b.Since == nil {
		return ""
	}
	d := &b.Since.Of.Totals
	words := Euros(d.Baseline, b.Lang) + " → " + Euros(d.Variant, b.Lang) + ", " + signedEuros(d.Change, b.Lang)
	if percent := percentWords(d, b.Lang); percent != "" {
		words += " (" + percent + ")"
	}
	if why := causeWords(d, b.Lang); len(why) > 0 {
		words = b.say(text.Labelled(words, text.List(why)))
	}
	return words
}

// closing is what stands under Synthèse: the text after the figures, and, of a call or where
// somebody signs, the sum in words, place and date, who signs. Words cannot follow figures
// that are changed in the workbook: they then give way to what says so.
func (b *book) closing(p summaryPlan) (foot []headLine) {
	l := b.Letterhead
	wrap := look{wrap: true}
	if b.Call || l.Signatory != "" || l.Place != "" {
		stale := b.say(text.SheetWordsStale())
		for i, words := range b.paper().closing() {
			line := lineOf(look{wrap: true, bold: i == 0}, words)
			line.formula = fmt.Sprintf("IF(ROUND(%s-%s,2)=0,%s,%s)", fixed(b.due(p), p.total()),
				shortest(b.Statement.Totals.Due().String()), formulaText(words), formulaText(stale))
			foot, stale = append(foot, line), ""
		}
	}
	for _, words := range paragraphs(l.After) {
		foot = append(foot, lineOf(wrap, words))
	}
	if l.Place != "" {
		foot = append(foot, lineOf(wrap, b.say(text.DoneAt(text.Safe(l.Place), text.Day(string(b.Date))))))
	}
	for _, words := range paragraphs(l.Signatory) {
		foot = append(foot, lineOf(wrap, words))
	}
	return foot
}

// formulaText is a text in a formula, in parts of which none is longer than a formula takes.
func formulaText(words string) string {
	const most = 200 // of 255: quotes are written twice
	var parts []string
	for r := []rune(words); len(r) > 0; {
		n := min(most, len(r))
		parts = append(parts, `"`+strings.ReplaceAll(string(r[:n]), `"`, `""`)+`"`)
		r = r[n:]
	}
	if len(parts) == 0 {
		return `""`
	}
	return strings.Join(parts, "&")
}

// publisher says in Sources who publishes the run, and of which day it is.
func (b *book) publisher() (all []fact) {
	l := b.Letterhead
	add := func(label text.Phrase, words string) {
		if words != "" {
			all = append(all, fact{label: b.say(label), words: words})
		}
	}
	add(text.NameWord(), text.Safe(l.Name))
	add(text.SIRETWord(), text.Safe(l.SIRET))
	add(text.AddressWord(), strings.Join(paragraphs(l.Address), " – "))
	add(text.BudgetWord(), b.paper().budgetLine())
	add(text.DayWord(), b.say(text.Day(string(b.Date))))
	if len(all) == 0 {
		return nil
	}
	return append([]fact{{label: b.say(text.CreditorWord())}}, all...)
}

// changeFacts say in Sources what the run is compared with, and what changed.
func (b *book) changeFacts() []fact {
	if b.Since == nil {
		return nil
	}
	return []fact{
		{label: b.changeTitle()},
		{label: b.say(text.BaselineWord()), words: b.words.situation(b.Since.Baseline)},
		{label: b.say(text.DifferenceWord()), words: b.change()},
	}
}
