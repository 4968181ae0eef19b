package report

import (
	"github.com/entcalc/entcalc/internal/text"
)

// opening writes what stands above the parts: who publishes, whom it is for, what it is,
// whether it is a simulation, what its figures rest on.
func (p *press) opening() {
	d := p.paper
	p.letterhead()
	p.addressee()
	p.y += 8 * point
	p.dye(navy())
	p.paragraph(d.title, bold(165), sideMargin, p.measure())
	p.dye(black())
	p.y += 5 * point
	p.rule(p.y, p.measure(), strong())
	p.y += 5 * point
	p.alerts()
	p.facts(d.facts, 85)
	p.paragraphs(d.before, regular(95))
}

// letterhead writes who publishes, beside the logo.
func (p *press) letterhead() {
	l := p.paper.run.Letterhead
	x, low := length(sideMargin), p.y
	if len(l.Logo.PNG) > 0 && l.Logo.Width > 0 && l.Logo.Height > 0 {
		const most, mostWide = 52 * point, 160 * point
		w, h := most*length(l.Logo.Width)/length(l.Logo.Height), most
		if w > mostWide {
			w, h = mostWide, mostWide*length(l.Logo.Height)/length(l.Logo.Width)
		}
		p.image(l.Logo.PNG, x, p.y-12*point, w, h)
		x += w + 14*point
		low = p.y - 12*point + h
	}
	top := p.y
	right := p.width - sideMargin
	p.y -= 12 * point
	if name := text.Safe(l.Name); name != "" {
		p.paragraph(name, bold(110), x, right-x)
	}
	for _, line := range paragraphs(l.Address) {
		p.paragraph(line, regular(85), x, right-x)
	}
	if l.SIRET != "" {
		p.paragraph("SIRET"+noBreakSpace+l.SIRET, regular(85), x, right-x)
	}
	if p.y = max(p.y, low); p.y > top-12*point {
		p.y += 14 * point
	}
	p.y = max(p.y, top)
}

// addressee writes whom a call is for, where the window of an envelope is.
func (p *press) addressee() {
	to := p.paper.to
	if to == nil || to.Name == "" {
		return
	}
	const window = 310 * point // of the left edge
	x := min(window, p.width-sideMargin-180*point)
	p.y = max(p.y, 112*point)
	p.paragraph(text.Safe(to.Name), bold(105), x, p.width-sideMargin-x)
	if to.SIREN != "" {
		p.paragraph("SIREN"+noBreakSpace+text.Safe(to.SIREN), regular(85), x, p.width-sideMargin-x)
	}
	p.y += 16 * point
}

// alerts writes what makes it a simulation.
func (p *press) alerts() {
	if len(p.paper.alerts) == 0 {
		return
	}
	p.y += 2 * point
	p.dye(red())
	for i, line := range p.paper.alerts {
		face := regular(90)
		if i == 0 {
			face = bold(100)
		}
		p.paragraph(line, face, sideMargin, p.measure())
	}
	p.dye(black())
	p.y += 6 * point
	p.rule(p.y, p.measure(), pen{point, red()})
	p.y += 5 * point
}

func (p *press) paragraphs(all []string, face typeface) {
	for _, words := range all {
		p.y += 5 * point
		p.paragraph(words, face, sideMargin, p.measure())
	}
}

// closing writes the sum in words, what is said after it, and the room to sign: all on one
// page.
func (p *press) closing() {
	const signature, leastRoom = 62 * point, 36 * point // for the hand that signs
	d := p.paper
	face := regular(100)
	signer := d.signer
	if len(signer) == 0 {
		signer = []string{text.SignatureWord().In(d.run.Lang)}
	}
	x := min(p.width/2+20*point, p.width-sideMargin-200*point)
	narrow := p.width - sideMargin - x
	h := 24*point + leastRoom
	for _, words := range append(append([]string{}, d.closing...), d.after...) {
		h += 6*point + length(len(p.lines(words, bold(face.size), p.measure())))*face.leading()
	}
	for _, words := range append([]string{d.done}, signer...) {
		h += length(len(p.lines(words, face, narrow))) * face.leading()
	}
	p.keep(h)
	p.y += 12 * point
	for i, words := range d.closing {
		p.y += 6 * point
		p.paragraph(words, typeface{i == 0, face.size}, sideMargin, p.measure())
	}
	p.paragraphs(d.after, face)
	p.y += 12 * point
	p.paragraph(d.done, face, x, narrow)
	for _, words := range signer {
		p.paragraph(words, face, x, narrow)
	}
	p.y = min(p.y+signature, p.bottom())
}
