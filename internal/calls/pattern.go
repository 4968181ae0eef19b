// Package calls names the files of calls (French: appels), the documents that EPCIs receive:
// a pattern such as appels/{siren}-{year}.pdf gives a name for each.
//
// Names are safe whatever the counts hold: a SIREN is nine digits, a year is four, and of a
// name there are ASCII letters, digits and hyphens only. So a name cannot leave the folder
// that the pattern is in.
package calls

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// The placeholders of a pattern.
const (
	sirenWord = "siren"
	yearWord  = "year"
	nameWord  = "name"
)

// Placeholders lists them, as patterns have them.
func Placeholders() []string {
	return []string{braced(sirenWord), braced(yearWord), braced(nameWord)}
}

func braced(word string) string { return "{" + word + "}" }

// A Pattern is the name of a file with placeholders.
type Pattern struct{ parts []part }

// A part is a text that stands as it is, or a placeholder.
type part struct {
	text        string // without braces
	placeholder bool
}

// in gives a part that is the same for all EPCIs of a year.
func (p part) in(year int) string {
	if p.placeholder {
		return strconv.Itoa(year)
	}
	return p.text
}

// Is tells whether a file's name is a pattern, or tries to be one.
func Is(file string) bool { return strings.ContainsAny(file, "{}") }

// Parse reads the value of a flag. What is wrong with it is a [diag.Usage].
func Parse(flag, file string) (Pattern, error) {
	var p Pattern
	rest := file
	for rest != "" {
		literal, after, open := strings.Cut(rest, "{")
		if _, behind, stray := strings.Cut(literal, "}"); stray {
			return p, diag.Usage{Text: text.StrayBrace(flag, file, text.List(Placeholders()), ofFolder(behind))}
		}
		if literal != "" {
			p.parts = append(p.parts, part{text: literal})
		}
		if !open {
			break
		}
		word, behind, closed := strings.Cut(after, "}")
		switch {
		case !closed || strings.Contains(word, "{"):
			return p, diag.Usage{Text: text.StrayBrace(flag, file, text.List(Placeholders()), ofFolder(after))}
		case word != sirenWord && word != yearWord && word != nameWord:
			near, _ := nearest.Name(braced(word), Placeholders())
			return p, diag.Usage{Text: text.UnknownPlaceholder(flag, file, braced(word), near, text.List(Placeholders()), ofFolder(behind))}
		}
		p.parts = append(p.parts, part{word, true})
		rest = behind
	}
	switch {
	case !p.has(sirenWord):
		return p, diag.Usage{Text: text.PatternNeedsSIREN(flag, file, braced(sirenWord))}
	case leaves(file):
		return p, diag.Usage{Text: text.PatternLeaves(flag, file)}
	}
	return p, nil
}

// ofFolder tells by what stands behind it whether a brace is in the name of a folder.
func ofFolder(behind string) bool { return strings.Contains(filepath.ToSlash(behind), "/") }

// leaves tells whether a pattern goes up again from a folder that is made for an EPCI, or
// for a year: its files would not be where it seems to put them.
func leaves(file string) bool {
	_, below, _ := strings.Cut(filepath.ToSlash(file), "{")
	return slices.Contains(strings.Split(below, "/"), "..")
}

func (p Pattern) has(placeholder string) bool {
	for _, part := range p.parts {
		if part.placeholder && part.text == placeholder {
			return true
		}
	}
	return false
}

// HasYear tells whether names have the year.
func (p Pattern) HasYear() bool { return p.has(yearWord) }

// File names the file of an EPCI.
func (p Pattern) File(siren, name string, year int) string {
	var b strings.Builder
	for _, part := range p.parts {
		switch {
		case !part.placeholder || part.text == yearWord:
			b.WriteString(part.in(year))
		case part.text == sirenWord:
			b.WriteString(siren)
		default:
			b.WriteString(Slug(name))
		}
	}
	return filepath.Clean(b.String())
}
