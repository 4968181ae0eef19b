package report

import (
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// body writes the parts and the closing. The last table of items is on the page that is
// signed where one page holds them, with what is between; else its sums are.
func (p *press) body() {
	parts := p.paper.parts
	last := p.lastItems()
	for i := range parts[:last] {
		p.part(p.set(&parts[i], 0, lookOf(0)), 0)
	}
	all := make([]setPart, len(parts)-last)
	between := length(0) // the table and the closing
	for i := range all {
		all[i] = p.set(&parts[last+i], 0, lookOf(0))
		if i > 0 {
			between += p.high(&all[i])
		}
	}
	if len(all) == 0 {
		p.closing(p.setClosing(0))
		return
	}
	first := &all[0]
	c := p.setClosing(first.table.sumsHigh() + between)
	if whole := p.high(first) + between + c.height; whole <= p.whole() {
		p.keep(whole)
	}
	for i := range all {
		p.part(all[i], between+c.height)
	}
	p.closing(c)
}

// lastItems is the last table of items, where what follows is on the same kind of page.
func (p *press) lastItems() int {
	parts := p.paper.parts
	for i := len(parts) - 1; i >= 0 && p.lies(&parts[i]) == p.lies(&parts[len(parts)-1]); i-- {
		if parts[i].table != nil && ofItems(&parts[i]) {
			return i
		}
	}
	return len(parts)
}

// A setClosing is the closing, ready to be written.
type setClosing struct {
	height   length // of what is on one page
	follows  bool   // the text after follows the signature: with it, no page would hold them
	x, width length // of the signature
}

const (
	closingType  = 100
	closingSpace = 12 * point // over it, and over the signature
	sentenceGap  = 6 * point
	afterGap     = 5 * point
	handRoom     = 48 * point // for the hand that signs: 17 mm
)

// setClosing measures the closing, which stands on a page with figures that are so high.
func (p *press) setClosing(figures length) setClosing {
	d := p.paper
	c := setClosing{x: min(p.width/2+20*point, p.width-sideMargin-200*point)}
	c.width = p.width - sideMargin - c.x
	lines := func(words string, t typeface, w length) length {
		return length(len(p.lines(words, t, w))) * t.leading()
	}
	c.height = closingSpace
	for _, cell := range d.closing {
		c.height += sentenceGap + lines(cell.text, bold(closingType), p.measure())
	}
	if d.done != "" {
		c.height += closingSpace + handRoom
		for _, words := range append([]string{d.done}, d.signer...) {
			c.height += lines(words, regular(closingType), c.width)
		}
	}
	after := length(0)
	for _, words := range d.after {
		after += afterGap + lines(words, regular(closingType), p.measure())
	}
	if c.follows = figures+c.height+after > p.whole(); !c.follows {
		c.height += after
	}
	return c
}

// closing writes the sum in words, what is said after it, and the room to sign.
func (p *press) closing(c setClosing) {
	d := p.paper
	p.keep(c.height)
	p.bookmark(text.ClosedPart(d.done != "").In(d.run.Lang), 0)
	p.y += closingSpace
	for i, cell := range d.closing {
		p.y += sentenceGap
		from, to := 0, 0
		if i == 0 {
			from, to = d.sumIn(cell.text)
		}
		p.sentence(cell, closingType, from, to)
	}
	if !c.follows {
		p.paragraphs(d.after, regular(closingType))
	}
	p.signature(c)
	if c.follows {
		p.paragraphs(d.after, regular(closingType))
	}
}

// sumIn finds the sum in the sentence that closes the document, in words and in figures.
func (d *paper) sumIn(sentence string) (from, to int) {
	words := text.EurosInWords(int64(d.run.Statement.Totals.Due())).In(d.run.Lang)
	if d.run.Lang == text.French {
		words = typeset(words)
	}
	from, to = strings.Index(sentence, words), strings.LastIndex(sentence, ")")+1
	if from < 0 || to < from {
		return 0, 0
	}
	return from, to
}

// signature writes where and when, who signs, and leaves room for the hand: above the name,
// where one stands under the title.
func (p *press) signature(c setClosing) {
	d := p.paper
	if d.done == "" {
		return
	}
	p.y += closingSpace
	p.paragraph(d.done, regular(closingType), c.x, c.width)
	name := len(d.signer)
	for i, words := range d.signer[:len(d.signer)-1] {
		if i == 0 || strings.HasSuffix(words, ",") {
			name = i + 1
		}
	}
	for i, words := range d.signer {
		if i == name {
			p.y += handRoom
		}
		p.paragraph(words, regular(closingType), c.x, c.width)
	}
	if name == len(d.signer) {
		p.y = min(p.y+handRoom, p.bottom())
	}
}
