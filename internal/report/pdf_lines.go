package report

import (
	"strings"
	"unicode/utf8"
)

// lines breaks a text at its spaces, and within a word that is wider than a line. A line
// keeps the spaces at its end, which are not seen: together, lines are the text.
func (p *press) lines(words string, t typeface, w length) []string {
	if p.wide(words, t) <= w {
		return []string{words}
	}
	var all []string
	line, used := "", length(0)
	for _, word := range wordsOf(words) {
		shown := p.wide(strings.TrimRight(word, " "), t)
		if used+shown > w && line != "" {
			all = append(all, line)
			line, used = "", 0
		}
		for shown > w { // one word
			begins := p.fitting(word, t, w)
			all = append(all, begins)
			word = word[len(begins):]
			shown = p.wide(strings.TrimRight(word, " "), t)
		}
		line += word
		used += p.wide(word, t)
	}
	if line != "" {
		all = append(all, line)
	}
	return all
}

// wordsOf parts a text after its spaces; no-break ones part nothing.
func wordsOf(words string) (all []string) {
	for words != "" {
		end := strings.IndexByte(words, ' ')
		if end < 0 {
			return append(all, words)
		}
		for end < len(words) && words[end] == ' ' {
			end++
		}
		all = append(all, words[:end])
		words = words[end:]
	}
	return all
}

// fitting is the beginning of a word that is not wider than a line; one character at
// least.
func (p *press) fitting(word string, t typeface, w length) string {
	used := length(0)
	for i, r := range word {
		used += p.wide(string(r), t)
		if used > w && i > 0 {
			return word[:i]
		}
	}
	return word
}

// atMost breaks a text into so many lines, and cuts the rest.
func (p *press) atMost(most int, words string, t typeface, w length) []string {
	all := p.lines(words, t, w)
	if len(all) <= most {
		return all
	}
	last := strings.TrimRight(all[most-1], " ")
	for last != "" && p.wide(last+"…", t) > w {
		_, size := utf8.DecodeLastRuneInString(last)
		last = last[:len(last)-size]
	}
	return append(all[:most-1], last+"…")
}

// paragraph writes a text at the place where the next thing goes, and goes on under it.
func (p *press) paragraph(words string, t typeface, x, w length) {
	for _, line := range p.lines(words, t, w) {
		p.keep(t.leading())
		p.y += t.leading()
		p.text(x, p.baseline(t), line, t)
	}
}

// sentence writes a text that may be marked, across the page; what stands from one byte to
// another is bold. Lines are broken as if all were.
func (p *press) sentence(cell paperCell, size int, from, to int) {
	at := 0
	for _, line := range p.lines(cell.text, bold(size), p.measure()) {
		p.keep(bold(size).leading())
		p.y += bold(size).leading()
		p.begin("", cell.field, at > 0)
		x := length(sideMargin)
		a, b := min(max(from-at, 0), len(line)), min(max(to-at, 0), len(line))
		for _, one := range []struct {
			words string
			face  typeface
		}{{line[:a], regular(size)}, {line[a:b], bold(size)}, {line[b:], regular(size)}} {
			p.text(x, p.baseline(one.face), one.words, one.face)
			x += p.wide(one.words, one.face)
		}
		p.end(cell.field)
		at += len(line)
	}
}

// baseline is where the letters of a line stand that ends at y.
func (p *press) baseline(t typeface) length { return p.y - length(t.size)*point/10*3/10 }
