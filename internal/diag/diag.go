// Package diag holds what a run finds wrong or assumes, each with its place.
//
// A reader reports to a [List] and goes on to the next cell, so that one run names
// everything that is wrong. The list is printed once, at the end ([List.Write]), on
// standard error.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// Severity tells faults, which stop the run, from notices, which say what was
// assumed or looks wrong.
type Severity string

// The severities.
const (
	Error  Severity = "error"
	Notice Severity = "notice"
)

// A Place is where something is in the input. It prints as file:line:column, or as
// file!Sheet!B12 in a workbook.
type Place struct {
	File, Sheet  string
	Line, Column int // from 1, in characters (cells in a workbook); 0 is unknown
}

// String gives the place as people and editors read it, with names from outside made
// safe for a terminal; blank for no place.
func (p Place) String() string {
	file := text.Safe(p.File)
	if p.Sheet != "" {
		sheet := text.Safe(p.Sheet)
		if p.Line == 0 {
			return file + "!" + sheet
		}
		return file + "!" + sheet + "!" + p.Cell()
	}
	var b strings.Builder
	b.WriteString(file)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Cell names a workbook's cell (B12), or its row (12) when the column is unknown.
func (p Place) Cell() string {
	if p.Column == 0 {
		return fmt.Sprint(p.Line)
	}
	return ColumnName(p.Column) + fmt.Sprint(p.Line)
}

// ColumnName gives a workbook's letters for a column counted from 1: 28 is AB.
func ColumnName(n int) string {
	var letters string
	for ; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}

// A Diagnostic is one thing found.
type Diagnostic struct {
	Place    Place
	Severity Severity
	Text     text.Message
}

// most bounds what a list keeps; the rest is counted.
const most = 1000

// A List is all that one run found, in order. The zero List is empty and ready.
type List struct {
	// Strict makes notices errors (--strict).
	Strict bool

	found           []Diagnostic // the first of each severity, at most [most]
	errors, notices int
}

// Fault reports what makes the input invalid.
func (l *List) Fault(at Place, m text.Message) {
	if l.errors++; l.errors <= most {
		l.found = append(l.found, Diagnostic{at, Error, m})
	}
}

// Notice reports what was assumed, or what looks wrong.
func (l *List) Notice(at Place, m text.Message) {
	if l.Strict {
		l.Fault(at, m)
		return
	}
	if l.notices++; l.notices <= most {
		l.found = append(l.found, Diagnostic{at, Notice, m})
	}
}

// Take adds what other lists have of one file, by line and column.
func (l *List) Take(others ...*List) {
	var all []Diagnostic
	rest := 0 // faults that the others counted only
	for _, o := range others {
		all = append(all, o.found...)
		rest += o.errors - min(o.errors, most)
	}
	slices.SortStableFunc(all, func(a, b Diagnostic) int {
		return cmp.Or(a.Place.Line-b.Place.Line, a.Place.Column-b.Place.Column)
	})
	for _, d := range all {
		if d.Severity == Notice {
			l.Notice(d.Place, d.Text)
		} else {
			l.Fault(d.Place, d.Text)
		}
	}
	l.errors += rest
}

// Full tells whether there are as many faults as are printed: what would help to mend
// another one is not worth finding out.
func (l *List) Full() bool { return l.errors >= Shown }

// Errors counts the faults reported.
func (l *List) Errors() int { return l.errors }

// Notices gives the notices kept, in order.
func (l *List) Notices() []Diagnostic {
	var notices []Diagnostic
	for _, d := range l.found {
		if d.Severity == Notice {
			notices = append(notices, d)
		}
	}
	return notices
}

// All gives every diagnostic kept, in order.
func (l *List) All() []Diagnostic { return l.found }

// Err is nil as long as nothing is wrong; else [Invalid].
func (l *List) Err() error {
	if l.errors == 0 {
		return nil
	}
	return Invalid{}
}

// Usage makes wrong usage of the faults: what flags or settings, and not the rates or
// the counts, have wrong. It is nil when there are none.
func (l *List) Usage() error {
	var wrong []error
	for _, d := range l.found {
		if d.Severity == Error {
			wrong = append(wrong, Usage{Text: d.Text, Place: d.Place})
		}
	}
	return errors.Join(wrong...)
}

// Invalid says that the rates or the counts are not valid; what is wrong is in the List.
type Invalid struct{}

func (Invalid) Error() string { return "the input is not valid" }

// Usage says that the command line or the settings are wrong: a value that names
// nothing, flags that exclude each other. Its place is that in the settings, if there.
type Usage struct {
	Text  text.Message
	Place Place
}

func (u Usage) Error() string { return u.Text.In(text.English) }
