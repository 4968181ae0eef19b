package report

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
	d := p.paper
	x, low := length(sideMargin), p.y
	if logo := d.run.Letterhead.Logo; len(logo.PNG) > 0 && logo.Width > 0 && logo.Height > 0 {
		w, h := printedLogo(logo.Width, logo.Height)
		p.image(logo.PNG, x, p.y-12*point, w, h)
		x += w + 14*point
		low = p.y - 12*point + h
	}
	top := p.y
	right := p.width - sideMargin
	p.y -= 12 * point
	for i, line := range d.publisher {
		face := regular(85)
		if i == 0 && d.run.Letterhead.Name != "" {
			face = bold(110)
		}
		p.paragraph(line, face, x, right-x)
	}
	if p.y = max(p.y, low); p.y > top-12*point {
		p.y += 14 * point
	}
	p.y = max(p.y, top)
}

// printedLogo is how large a logo of so many pixels is printed: as large as they are, in a
// box.
func printedLogo(width, height int) (w, h length) {
	const pixel, mostWide, mostHigh = 3 * point / 4, 160 * point, 52 * point
	w, h = length(width)*pixel, length(height)*pixel
	if w > mostWide {
		w, h = mostWide, mostWide*length(height)/length(width)
	}
	if h > mostHigh {
		w, h = mostHigh*length(width)/length(height), mostHigh
	}
	return max(w, pixel), max(h, pixel)
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
	for i, line := range p.paper.addressee {
		face := regular(85)
		if i == 0 {
			face = bold(105)
		}
		p.paragraph(line, face, x, p.width-sideMargin-x)
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
