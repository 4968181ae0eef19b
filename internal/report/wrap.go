package report

import (
	"strings"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// columnsOf is how many columns of a terminal a text takes, as the table library
// measures it, whatever the reader's locale.
func columnsOf(s string) int { return twwidth.WidthWithOptions(s, twwidth.Options{}) }

// Wrap breaks a text at its ordinary spaces into lines of at most width columns; what
// no space breaks is broken where it must. The spaces that it begins with indent every
// line. No-break spaces hold figures and their units together.
func Wrap(s string, width int) []string {
	if columnsOf(s) <= width {
		return []string{s}
	}
	words := strings.TrimLeft(s, " ")
	indent := s[:min(len(s)-len(words), width/2)]
	return wrapped(words, indent, indent, width)
}

// wrapped is Wrap with what stands before the first line and before the others, both
// narrower than a line.
func wrapped(s, first, others string, width int) []string {
	var lines []string
	current, used, empty := first, columnsOf(first), true
	flush := func() {
		lines = append(lines, current)
		current, used, empty = others, columnsOf(others), true
	}
	for _, word := range strings.Split(s, " ") {
		wide := columnsOf(word)
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
			wide = columnsOf(word)
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
	used := 0
	for i, r := range s {
		if used += columnsOf(string(r)); used > width && i > 0 {
			return s[:i]
		}
	}
	return s
}

// cut shortens a text to width columns, and shows that it did.
func cut(s string, width int) string {
	if columnsOf(s) <= width {
		return s
	}
	return prefix(s, width-1) + "…"
}
