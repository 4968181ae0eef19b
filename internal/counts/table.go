// Package counts reads what members declare, a row per EPCI, into [pricing.Counts].
//
// One walk goes through it: files of cells (internal/grid) → header found → year known
// → tariff picked → columns bound to fields (internal/fields) → one row after the
// other, each cell parsed, each fault reported with its place → [Table].
package counts

import (
	"io"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Options say what to read, and how.
type Options struct {
	Files   []string // names; "-" is Stdin
	Stdin   io.Reader
	Sheet   string   // of the workbooks; "" where only one sheet has data
	Columns []Column // named by hand (--map)
	EPCI    []string // SIRENs to keep; none keeps all
	Year    int      // rows to keep, and the year (R10); 0 when not asked for
}

// A Column names by hand the header that a field is under.
type Column struct{ Field, Header string }

// Pick chooses the tariff once the year is known (R8); year is 0 when it is not.
type Pick func(year int) (*pricing.Tariff, error)

// A Table is the counts of a run, with where each comes from.
type Table struct {
	Tariff *pricing.Tariff
	Year   int // 0 when nothing tells it (R10)
	Rows   []pricing.Counts
	Inputs []Input
	// GivesNew tells whether the files have a column of new pupils or schools (R2).
	GivesNew bool

	sources []source // by input
	places  []place  // by row of Rows
	cells   []cell   // of all rows, in their order: those that pricing may refuse
}

// An Input is what one file turned out to be, for the provenance.
type Input struct {
	Name       string // base name, or "-"
	SHA256     string
	Encoding   string // "" for a workbook
	Delimiter  string // "" for a workbook
	Sheet      string // "" for delimited text
	TitleLines int    // non-blank lines skipped above the header
	Rows       int    // read: Kept + those left out, unless some are faulty
	Kept       int
	LeftOut    []LeftOut // in the order of the reasons below
}

// LeftOut counts rows that were read and not kept, by reason.
type LeftOut struct {
	Reason string // a code: other-year, not-asked, total
	Rows   int
}

// Reasons for which rows are left out.
const (
	OtherYear = "other-year" // of another year than the one asked for
	NotAsked  = "not-asked"  // of an EPCI that --epci does not name
	TotalLine = "total"      // the line that sums the others
)

// A source is where the rows of one input stand.
type source struct {
	file   diag.Place // the file, and the sheet of a workbook
	header diag.Place
	key    int                    // the column of the SIREN in a workbook; 0 in a text, where it varies by row
	kept   []string               // fields whose cells are kept in Table.cells, for each row
	said   map[string]text.Phrase // the fields that have a column, in sentences
}

// A place is where one row stands: 50,000 of them are kept.
type place struct {
	source, line int32
	cells        int32 // where its first is in Table.cells
}

// A cell is where one cell stands in its file; the zero cell is blank or unknown.
type cell struct{ line, column int32 }

// Place is where a row of the table stands; field names a cell of it, "" the row. It
// is the row's place for a cell that pricing cannot refuse.
func (t *Table) Place(row int, field string) diag.Place {
	p := t.places[row]
	s := t.sources[p.source]
	at := s.file
	at.Line = int(p.line)
	if i := slices.Index(s.kept, field); i >= 0 {
		if c := t.cells[int(p.cells)+i]; c.line > 0 {
			at.Line, at.Column = int(c.line), int(c.column)
		}
	}
	return at
}

// said names a field of an input in a sentence.
func (t *Table) said(source int32, name string) text.Phrase {
	if said, there := t.sources[source].said[name]; there {
		return said
	}
	if field, known := fields.Named(fields.Of(t.Tariff), name); known {
		return field.Absent()
	}
	return text.Phrase{FR: name, EN: name}
}
