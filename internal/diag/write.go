package diag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// Shown bounds how many diagnostics of each severity are printed; the rest is counted.
const Shown = 50

// A Format is a way to print diagnostics.
type Format string

// The formats: a line each for people and editors, JSON for programs, workflow
// commands for GitHub's annotations.
const (
	AsText   Format = "text"
	AsJSON   Format = "json"
	AsGitHub Format = "github"
)

// Formats lists them as --diagnostics names them.
func Formats() []string { return []string{string(AsText), string(AsJSON), string(AsGitHub)} }

// Write prints the list: the first of each severity, in the order found, then how
// many more there are. It prints nothing for an empty list, except as JSON.
func (l *List) Write(w io.Writer, f Format, lang text.Lang) error {
	found, more := l.first()
	if f == AsJSON {
		return writeJSON(w, found, more, lang)
	}
	b := bufio.NewWriter(w) // keeps the first write error until Flush
	write := writeText
	if f == AsGitHub {
		write = writeGitHub
	}
	for _, d := range found {
		write(b, d, lang)
	}
	switch rest := text.MoreDiagnostics(more.errors, more.notices); {
	case more == counted{}:
	case f == AsGitHub:
		severity := Notice
		if more.errors > 0 {
			severity = Error
		}
		write(b, Diagnostic{Severity: severity, Text: rest}, lang)
	default:
		fmt.Fprintln(b, rest.In(lang))
	}
	return b.Flush()
}

// counted is how many diagnostics are not printed.
type counted struct{ errors, notices int }

// first gives what is printed of the list, and counts the rest.
func (l *List) first() ([]Diagnostic, counted) {
	var found []Diagnostic
	var errors, notices int
	for _, d := range l.found {
		n := &errors
		if d.Severity == Notice {
			n = &notices
		}
		if *n++; *n <= Shown {
			found = append(found, d)
		}
	}
	return found, counted{max(0, l.errors-Shown), max(0, l.notices-Shown)}
}

// sentence joins a message and its hint in one line.
func sentence(m text.Message, lang text.Lang) string {
	if hint := m.Hint(lang); hint != "" {
		return text.Joined(m.In(lang), hint).In(lang)
	}
	return m.In(lang)
}

func writeText(b *bufio.Writer, d Diagnostic, lang text.Lang) {
	if place := d.Place.String(); place != "" {
		fmt.Fprintf(b, "%s: ", place)
	}
	severity := text.ErrorWord()
	if d.Severity == Notice {
		severity = text.NoticeWord()
	}
	fmt.Fprintf(b, "%s[%s]: %s\n", severity.In(lang), d.Text.Code, sentence(d.Text, lang))
}

// writeGitHub prints a workflow command; GitHub shows it beside the line it names.
func writeGitHub(b *bufio.Writer, d Diagnostic, lang text.Lang) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	fmt.Fprintf(b, "::%s ", d.Severity)
	if d.Place.File != "" {
		fmt.Fprintf(b, "file=%s,", property.Replace(text.Safe(d.Place.File)))
	}
	if d.Place.Line > 0 && d.Place.Sheet == "" {
		fmt.Fprintf(b, "line=%d,", d.Place.Line)
		if d.Place.Column > 0 {
			fmt.Fprintf(b, "col=%d,", d.Place.Column)
		}
	}
	words := sentence(d.Text, lang)
	if d.Place.Sheet != "" { // no line of a text file: the words name the cell
		words = d.Place.String() + ": " + words
	}
	fmt.Fprintf(b, "title=%s::%s\n", property.Replace(d.Text.Code), data.Replace(words))
}

// document is entcalc/diagnostics/1.
type document struct {
	Schema      string `json:"schema"`
	Diagnostics []item `json:"diagnostics"`
	More        *more  `json:"more,omitempty"`
}

type item struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	File     string   `json:"file,omitempty"`
	Sheet    string   `json:"sheet,omitempty"`
	Cell     string   `json:"cell,omitempty"`
	Line     int      `json:"line,omitempty"`
	Column   int      `json:"column,omitempty"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
}

type more struct {
	Errors  int `json:"errors"`
	Notices int `json:"notices"`
}

func writeJSON(w io.Writer, found []Diagnostic, rest counted, lang text.Lang) error {
	doc := document{Schema: "entcalc/diagnostics/1", Diagnostics: []item{}}
	for _, d := range found {
		i := item{
			Code: d.Text.Code, Severity: d.Severity,
			File: d.Place.File, Sheet: d.Place.Sheet, Line: d.Place.Line, Column: d.Place.Column,
			Message: d.Text.In(lang), Hint: d.Text.Hint(lang),
		}
		if d.Place.Sheet != "" && d.Place.Line > 0 {
			i.Cell = d.Place.Cell()
		}
		doc.Diagnostics = append(doc.Diagnostics, i)
	}
	if rest != (counted{}) {
		doc.More = &more{rest.errors, rest.notices}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}
