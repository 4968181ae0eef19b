package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
)

// paper gives the words that a workbook has in common with documents that are printed.
func (b *book) paper() papering { return papering{b.words, b.Run} }

// faceHead is what stands above the figures of the sheet that is the document: who publishes
// it, what every sheet says, whom a call is for and what changed for it, the budget line, the
// text before the figures.
func (b *book) faceHead() (head []headLine) {
	l := b.Letterhead
	if _, height := b.logoSize(); height > 0 {
		head = append(head, headLine{height: height + 6})
	}
	if l.Name != "" {
		head = append(head, lineOf(look{bold: true, size: 11, wrap: true}, text.Safe(l.Name)))
	}
	if l.SIRET != "" {
		head = append(head, lineOf(look{wrap: true}, "SIRET"+noBreakSpace+text.Safe(l.SIRET)))
	}
	for _, words := range paragraphs(l.Address) {
		head = append(head, lineOf(look{wrap: true}, words))
	}
	if len(head) > 0 {
		head = append(head, headLine{height: 6})
	}
	head = append(head, b.head(b.face(), b.assumption()...)...)
	add := func(label, words string) {
		if words != "" {
			head = append(head, lineOf(look{wrap: true}, b.say(text.Labelled(label, words))))
		}
	}
	if b.Call {
		add(b.say(text.DebtorWord()), b.paper().debtor(&b.Statement.Contributions[0]))
		add(b.changeTitle(), b.change())
	}
	add(b.say(text.BudgetWord()), b.paper().budgetLine())
	for _, words := range paragraphs(l.Before) {
		head = append(head, lineOf(look{wrap: true}, words))
	}
	return head
}

// logoSize is that of the logo, in points; 0 where there is none.
func (b *book) logoSize() (width, height int) {
	const widest, tallest = 150, 54
	l := b.Letterhead.Logo
	if len(l.PNG) == 0 || l.Width < 1 || l.Height < 1 {
		return 0, 0
	}
	if width = tallest * l.Width / l.Height; width <= widest {
		return max(1, width), tallest
	}
	return widest, max(1, widest*l.Height/l.Width)
}

// logo lays the logo at the head of a sheet.
func (b *book) logo(s shape) {
	width, height := b.logoSize()
	if height == 0 {
		return
	}
	const dots = 96.0 / 72 // a point, in pixels
	l := b.Letterhead
	words := b.say(text.LogoWord())
	if l.Name != "" {
		words = b.say(text.LogoOf(text.Safe(l.Name)))
	}
	b.fail(b.f.AddPictureFromBytes(s.name, cell(s.hidden+1, 1), &excelize.Picture{
		Extension: ".png", File: l.Logo.PNG, Format: &excelize.GraphicOptions{
			AltText: words, LockAspectRatio: true, Positioning: "oneCell", OffsetX: 2, OffsetY: 2,
			ScaleX: dots * float64(width) / float64(l.Logo.Width), ScaleY: dots * float64(height) / float64(l.Logo.Height),
		},
	}))
}

// changeTitle heads what changed since the run that this one is compared with.
func (b *book) changeTitle() string {
	if b.Since == nil {
		return ""
	}
	return b.say(text.SinceTitle(b.Since.Baseline.Year, b.Since.Variant.Year))
}

// change says what changed since, for a call's member or for all; blank where nothing is
// compared.
func (b *book) change() string {
	if b.Since == nil {
		return ""
	}
	return changeWords(&b.Since.Of.Totals, b.Lang)
}

// closing is what stands under the figures: the text after the figures, and, of a call or where
// somebody signs, the sum in words, place and date, who signs. Words cannot follow figures
// that are changed in the workbook: they then give way to what says so.
func (b *book) closing(p summaryPlan) (foot []headLine) {
	l := b.Letterhead
	wrap := look{wrap: true}
	if b.Call || l.Signatory != "" || l.Place != "" {
		stale := b.say(text.SheetWordsStale())
		for i, words := range textsOf(b.paper().closing()) {
			line := lineOf(look{wrap: true, bold: i == 0}, words)
			line.formula = fmt.Sprintf("IF(ROUND(%s-%s,2)=0,%s,%s)", inSheet(b.names.summary, fixed(b.due(p), p.total())),
				shortest(b.Statement.Totals.Due().String()), formulaText(words), formulaText(stale))
			foot, stale = append(foot, line), ""
		}
	}
	for _, words := range paragraphs(l.After) {
		foot = append(foot, lineOf(wrap, words))
	}
	if !b.settled() { // nobody signs it
		return foot
	}
	var signs []string
	if l.Place != "" {
		signs = append(signs, b.say(text.DoneAt(text.Safe(l.Place), text.Day(string(b.Date)))))
	}
	signs = append(signs, paragraphs(l.Signatory)...)
	for _, words := range signs {
		foot = append(foot, headLine{words: words, look: wrap, aside: true})
	}
	if len(signs) > 0 {
		foot = append(foot, headLine{height: signRoom, aside: true})
	}
	return foot
}

// signRoom is the room for a signature and a stamp, in points: two centimetres.
const signRoom = 57

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
