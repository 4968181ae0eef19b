// Package report writes what a run computed: one model, a file for each format.
//
// A [Run] holds all that a document may say. A [Format] writes it and, for formats that
// programs can take figures back from, reads them again for `--check`. A renderer
// neither computes nor changes anything: every figure is the statement's.
package report

import (
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A Run is a statement and where it comes from.
type Run struct {
	Statement *pricing.Statement
	Year      int            // 0 when it is not known (R10)
	ChosenBy  string         // how the tariff was chosen: version, date, file, year, default (R8)
	From, To  pricing.Date   // when the tariff is in force, as the others leave it; "" is open
	Inputs    []counts.Input // none for a question without a file
	// Schools are those that the counts are made of, in the order of the contributions;
	// none when the counts are the files' own.
	Schools []counts.School
	Sector  counts.Sector // of the schools that were kept; "" is public
	// Composition tells by what communes and EPCIs were known; nil when nobody asked.
	Composition *territory.About
	// Solution is the search that the rates come from, for the workbook's Sources; nil for
	// none.
	Solution *pricing.Solution
	Unvoted  bool // that search left aside what was voted
	Notices  []diag.Diagnostic
	// Letterhead is who publishes the run; the zero one says nothing.
	Letterhead letterhead.Letterhead
	Date       pricing.Date // of the document, as it is printed; "" for none
	// Since is what changed since another run; nil where there is none to compare with.
	Since *Comparison
	// Call tells that the document is for its only member: see [Run.CallOf].
	Call  bool
	Lang  text.Lang
	Width int  // of the terminal, in columns; for tables
	Color bool // whether the terminal takes colours; for tables
}

// A Model is what a command computed, as its formats take it.
type Model[M any] interface {
	// On gives the model as it is shown in so many columns, with colours or without; 0
	// columns are not known.
	On(width int, color bool) M
	// Differences tells what moved between a document of a format as it is (old) and as
	// the inputs give it now (fresh), for --check.
	Differences(f Format[M], old, fresh []byte) ([]Difference, error)
}

// A Format is one way to write a model: a [Run], say.
type Format[M any] struct {
	Name string // as --format has it
	Ext  string // of the files that get it, unless the format is named: ".csv"
	// Since tells that the format shows what changed since another run ([Run.Since]).
	Since bool
	// Write writes the whole document. What the format cannot hold is a diag.Usage, given
	// before the first byte; any other error is the writer's.
	Write func(io.Writer, M) error
	// Figures takes back from a document every figure that Write put into it, for
	// --check; nil where the format is for reading only.
	Figures func(document []byte) ([]Figure, error)
	// Beside finds what else differs between two documents with the same figures, for
	// --check; nil where it is lines of text that are shown.
	Beside func(old, fresh []byte) (Difference, error)
	// Begins and Carried are those of a document for people that carries the calc document
	// which it shows; nil for others. Begins tells one by its first 64 bytes, or more;
	// Carried takes the calc document out, and fails where there is none.
	Begins  func(head []byte) bool
	Carried func(document []byte) (calc []byte, err error)
	// Plain gives the text in which --check looks for fingerprints, nothing of a damaged
	// document; nil where the document is that text.
	Plain func(document []byte) []byte
}

// A Figure is one number of a document, with what it is about.
type Figure struct {
	SIREN string // "" for totals
	Field string // component, count or sum, as the JSON names it; epci.name, an EPCI's name
	Value string // as the JSON writes it
}

// On gives the run as it is shown in so many columns, with colours or without.
func (r Run) On(width int, color bool) Run {
	r.Width, r.Color = width, color
	return r
}

// ByName finds a format by its name.
func ByName[M any](name string, formats []Format[M]) (Format[M], bool) {
	i := slices.IndexFunc(formats, func(f Format[M]) bool { return f.Name == name })
	if i < 0 {
		return Format[M]{}, false
	}
	return formats[i], true
}

// ByFile finds, among formats, the one that a file's name ends for: the longest
// extension that fits, so that annexe.fr.csv is csv-fr.
func ByFile[M any](name string, formats []Format[M]) (Format[M], bool) {
	name = strings.ToLower(name)
	all := slices.SortedStableFunc(slices.Values(formats), func(a, b Format[M]) int {
		return len(b.Ext) - len(a.Ext)
	})
	i := slices.IndexFunc(all, func(f Format[M]) bool { return f.Ext != "" && strings.HasSuffix(name, f.Ext) })
	if i < 0 {
		return Format[M]{}, false
	}
	return all[i], true
}
