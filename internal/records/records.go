// Package records reads files of named columns: delimited text and workbooks.
//
// It finds the header below any titles, tells by it what the file is, binds columns to
// fields (internal/fields) and gives the rows below it, each held against the header:
//
//	f, err := records.Open(name, options, &found) // the header is found, or why not is said
//	b := f.Bind(fields, nil)
//	err = f.Walk(func(row grid.Row) error {
//		if f.Aligned(row) != records.Misaligned {
//			value, kind := records.Cell(row, b.Columns[i].At)
//		}
//		return nil
//	})
//
// What cells mean is their reader's. Faults go to the list that it was given.
package records

import (
	"errors"
	"io"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

// A Kind is a sort of file, known by the fields that its header has columns of.
type Kind struct {
	Keys []fields.Field
	Not  *text.Message // what a file of this kind is refused with; nil for one to be read
	Lone bool          // is no reason to take a sheet among several with data
}

// Options say how to open a file, and what it may be.
type Options struct {
	grid.Options        // Header is set here
	Kinds        []Kind // the first whose keys a row has makes it the header
	Named        *Named // columns named by hand; nil for none
	Titles              // how rows above the header are taken
	// Bare makes a header known without what it has in parentheses: Net (TTC).
	Bare bool

	folded [][][]string // by kind and key, its headers
}

// Titles say how rows above the header are taken. None is needed.
type Titles struct {
	// Data finds in a row above the header the cell that makes data of it; -1 for none.
	Data func(grid.Row) int
	// Other tells what a file without header is known to be; nil, or giving nil, for
	// nothing.
	Other func(Above) *text.Message
	// None says that a file has no header.
	None func(first string, most int) text.Message
}

// Above is what stands above the header, or, without one, at the top of the file.
type Above struct {
	First string     // the first row that is not blank, in one line
	Rows  [][]string // the first rows that are not blank
}

// A File is one that is being read, from the row below its header on.
type File struct {
	Kind       int  // among the options', from 0
	Workbook   bool // rows may end before the header does
	Heads      []Head
	At         diag.Place // the file, and the sheet of a workbook
	HeaderAt   diag.Place
	TitleLines int // rows above the header that are not blank

	grid    grid.Reader
	found   *diag.List
	width   int   // cells of the header, blank ones at its end excepted
	beside  int   // cells after them that are merged with the header's last
	unnamed []int // columns within, of blank header
}

// Open opens a file and walks to below its header. It is nil, with no error, when
// there is no header: a fault says so. Errors are a [*grid.Fault] or a [diag.System].
func Open(name string, o Options, found *diag.List) (*File, error) {
	o.Header = o.header()
	g, err := grid.Open(name, o.Options)
	if err != nil {
		return nil, err
	}
	f := &File{grid: g, found: found, At: g.Place(-1)}
	ready, err := f.findHeader(o)
	if err == nil && ready {
		return f, nil
	}
	if closing := g.Close(); err == nil {
		err = closing
	}
	return nil, err
}

// Next gives the next row that has something in it; io.EOF after the last.
func (f *File) Next() (grid.Row, error) {
	for {
		row, err := f.grid.Next()
		if err != nil || !row.Blank() || slices.Contains(row.Kinds, grid.Uncomputed) {
			return row, err
		}
	}
}

// Place is where column i (from 0; -1 for the row) of the row last read stands.
func (f *File) Place(i int) diag.Place { return f.grid.Place(i) }

// Detected is what was found out about the file; complete once Next gave io.EOF.
func (f *File) Detected() grid.Detected { return f.grid.Detected() }

// Close gives back what the file holds.
func (f *File) Close() error { return f.grid.Close() }

// Alignment says how a row stands under the header.
type Alignment int

// The alignments.
const (
	Aligned    Alignment = iota
	Misaligned           // which cell is whose is unknown: it is to be read no further
	Stray                // some value is under no header; the others are where they should be
)

// Aligned checks that a row has the cells of the header, and none with a value beside
// them, and reports it if not.
func (f *File) Aligned(row grid.Row) Alignment {
	if len(row.Cells) < f.width && !f.Workbook { // a workbook leaves blank cells out
		f.found.Fault(f.Place(-1), text.ShortRow(len(row.Cells), f.width))
		return Misaligned
	}
	aligned := Aligned
	stray := func(i int) bool {
		value, kind := Cell(row, i)
		if value == "" && kind != grid.Uncomputed {
			return false
		}
		f.found.Fault(f.Place(i), text.UnderNoHeader(value))
		aligned = Stray
		return true
	}
	for i := f.width + f.beside; i < len(row.Cells); i++ {
		if stray(i) && !f.Workbook {
			return Misaligned
		}
	}
	for _, i := range f.unnamed {
		stray(i)
	}
	return aligned
}

// HiddenColumns are those hidden ones that are read, as people name them.
func (f *File) HiddenColumns() []string {
	var names []string
	for _, i := range f.Detected().HiddenColumns {
		if i < f.width && f.Heads[i].Used {
			names = append(names, diag.ColumnName(i+1)+" "+text.Quote(f.Heads[i].Text))
		}
	}
	return names
}

// Walk gives each row to the function, from the one below the header to the last. It
// ends with an error of the file, or of the function.
func (f *File) Walk(each func(grid.Row) error) error {
	for {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = each(row)
		}
		if err != nil {
			return err
		}
	}
}

// Sheets names the sheets of a workbook that have the header of one of the kinds; none
// for a file that is no workbook. Errors are those of [Open].
func Sheets(name string, o Options) ([]string, error) {
	o.Header = o.header()
	return grid.Sheets(name, o.Options)
}
