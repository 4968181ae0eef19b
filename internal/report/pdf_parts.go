package report

// A setPart is a part of the document, ready to be written.
type setPart struct {
	*paperPart
	level int // of the bookmark
	look  titleLook
	lines []string // of the title
	notes []string
	table *setTable
}

// set breaks the texts of a part into lines, and its table into rows.
func (p *press) set(part *paperPart, level int, look titleLook) setPart {
	s := setPart{paperPart: part, level: level, look: look}
	p.turn(p.lies(part))
	s.lines = p.lines(part.title, look.face, p.measure())
	for _, note := range part.notes {
		s.notes = append(s.notes, p.lines(note, noteFace(), p.measure())...)
	}
	if part.table != nil {
		s.table = p.setTable(part)
	}
	return s
}

// lies tells whether the page of a part lies: as its table wants it, or the first of its
// parts; facts are on any.
func (p *press) lies(part *paperPart) bool {
	switch {
	case part.table != nil:
		return p.plan[tableKind(part)].across
	case len(part.parts) > 0:
		return p.lies(&part.parts[0])
	default:
		return p.across
	}
}

// A titleLook is how a title is set, and the white before and after it.
type titleLook struct {
	face          typeface
	ink           ink
	before, after length
}

func lookOf(level int) titleLook {
	if level == 0 {
		return titleLook{bold(125), navy(), 20 * point, 5 * point}
	}
	return titleLook{bold(95), black(), 11 * point, 3 * point}
}

func noteFace() typeface { return regular(80) }

// head is how high the title and the notes are.
func (s *setPart) head() length {
	return s.look.before + length(len(s.lines))*s.look.face.leading() + length(len(s.notes))*noteFace().leading() + s.look.after
}

// high is how high a part is that has no parts.
func (p *press) high(s *setPart) length {
	h := s.head() + p.factsHigh(s.facts, factType)
	if s.table != nil {
		h += s.table.height
	}
	return h
}

// kept is how much stays together: all items of a member where a page holds them, of other
// tables the first rows; of a part of parts, the first of them.
func (p *press) kept(s *setPart) length {
	h := s.head()
	switch {
	case s.table != nil && ofItems(s.paperPart) && h+s.table.height <= p.whole():
		return h + s.table.height
	case s.table != nil:
		return h + s.table.firstRows()
	case len(s.parts) > 0:
		first := p.set(&s.parts[0], s.level+1, lookOf(s.level+1))
		return h + p.kept(&first)
	case p.high(s) <= p.whole():
		return p.high(s)
	default:
		return h + 3*noteFace().leading()
	}
}

// ofItems tells the tables of items: of a member, of the totals.
func ofItems(part *paperPart) bool { return part.kind == memberPart || part.kind == componentPart }

// part writes a part under its title, and bookmarks it. What is so high after it is not
// parted from the sums of its table.
func (p *press) part(s setPart, after length) {
	if s.table == nil && len(s.facts) == 0 && len(s.parts) == 0 {
		return
	}
	p.keep(p.kept(&s))
	if p.y > topMargin {
		p.y += s.look.before
	}
	p.bookmark(s.title, s.level)
	p.dye(s.look.ink)
	for _, line := range s.lines {
		p.y += s.look.face.leading()
		p.text(sideMargin, p.baseline(s.look.face), line, s.look.face)
	}
	p.dye(black())
	counts := ""
	if s.counted {
		counts = countsField
	}
	p.begin(s.siren, counts, false)
	for _, line := range s.notes {
		p.y += noteFace().leading()
		p.text(sideMargin, p.baseline(noteFace()), line, noteFace())
	}
	p.end(counts)
	p.y += s.look.after
	if s.table != nil {
		p.table(s.table, after)
	}
	p.facts(s.facts, factType)
	for i := range s.parts {
		p.part(p.set(&s.parts[i], s.level+1, lookOf(s.level+1)), 0)
	}
}

// factType is the size of the facts of a part, in tenths of a point.
const factType = 75

// factColumn is how wide the labels of facts are.
func (p *press) factColumn(all []paperFact, size int) (column length) {
	for _, f := range all {
		column = max(column, p.wide(f.label, bold(size)))
	}
	return min(column, p.measure()/3) + factGap
}

// White between the labels and the words of facts, and under each.
const (
	factGap   = 10 * point
	factSpace = 2 * point
)

// factLines breaks a fact into lines.
func (p *press) factLines(f paperFact, size int, column length) (labels, words []string) {
	return p.lines(f.label, bold(size), column-factGap), p.lines(f.words, regular(size), p.measure()-column)
}

// factsHigh is how high facts are.
func (p *press) factsHigh(all []paperFact, size int) (h length) {
	column := p.factColumn(all, size)
	for _, f := range all {
		labels, words := p.factLines(f, size, column)
		h += length(max(len(labels), len(words)))*regular(size).leading() + factSpace
	}
	return h
}

// facts writes labels and what stands for them, side by side.
func (p *press) facts(all []paperFact, size int) {
	column := p.factColumn(all, size)
	label, face := bold(size), regular(size)
	for _, f := range all {
		labels, words := p.factLines(f, size, column)
		p.keep(length(max(len(labels), min(len(words), 3))) * face.leading())
		for i := range max(len(labels), len(words)) {
			p.keep(face.leading())
			p.y += face.leading()
			if i < len(labels) {
				p.text(sideMargin, p.baseline(face), labels[i], label)
			}
			if i < len(words) {
				p.begin("", f.field, i > 0)
				p.text(sideMargin+column, p.baseline(face), words[i], face)
				p.end(f.field)
			}
		}
		p.y += factSpace
	}
}
