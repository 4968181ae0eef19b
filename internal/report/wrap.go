package report

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// wrap breaks a text at its ordinary spaces into lines of at most width columns; what
// no space breaks is broken where it must. The spaces that it begins with indent every
// line. No-break spaces hold figures and their units together.
func wrap(s string, width int) []string {
	if displaywidth.String(s) <= width {
		return []string{s}
	}
	words := strings.TrimLeft(s, " ")
	indent := s[:min(len(s)-len(words), width/2)]
	return wrapped(words, indent, indent, width)
}

// wrapped is wrap with what stands before the first line and before the others, both
// narrower than a line.
func wrapped(s, first, others string, width int) []string {
	var lines []string
	current, used, empty := first, displaywidth.String(first), true
	flush := func() {
		lines = append(lines, current)
		current, used, empty = others, displaywidth.String(others), true
	}
	for _, word := range strings.Split(s, " ") {
		wide := displaywidth.String(word)
		if !empty && used+1+wide > width {
			flush()
		}
		if !empty {
			current += " "
			used++
		}
		for word != "" && used+wide > width { // longer than a line
			fits := prefix(word, width-used)
			current += fits
			word = word[len(fits):]
			wide = displaywidth.String(word)
			flush()
		}
		current += word
		used += wide
		empty = false
	}
	return append(lines, current)
}

// prefix is as much of s as width columns take, at least one character.
func prefix(s string, width int) string {
	end, used := 0, 0
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		if used += g.Width(); used > width && end > 0 {
			break
		}
		end += len(g.Value())
	}
	return s[:end]
}
