// Package grid reads files of rows and cells: delimited text and workbooks.
//
// It knows nothing of pupils or euros. A file is opened once and walked once, row by
// row, in memory that does not grow with it:
//
//	g, err := grid.Open("effectifs.xlsx", grid.Options{…})
//	for {
//		row, err := g.Next() // io.EOF after the last
//		…
//	}
//
// A file that cannot be read to its end as what it claims to be (cut short, damaged,
// of two encodings) is refused with a [Fault]: nothing read from it may then be used.
package grid

import (
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// A Kind is what a workbook says that a cell holds. Delimited text has [Text] only.
type Kind uint8

// The kinds.
const (
	Text       Kind = iota
	Number          // a number, given as a plain decimal of at most 15 digits, or with an exponent
	Boolean         // TRUE or FALSE
	Date            // a number that its format shows as a date or a time: days since 1899-12-30
	Failed          // an error value: #N/A, #REF!
	Uncomputed      // a formula that was saved without its value
)

// A Row is one row of cells. It is valid until the next call of Next.
type Row struct {
	Line   int      // from 1; in delimited text, that of the record's first character
	Cells  []string // "" where there is nothing
	Kinds  []Kind   // as many as Cells; nil when all are Text
	Hidden bool     // in a hidden row of the workbook

	merged []area // of the workbook's, those that the row has cells of
}

// Merged tells whether the cell in column i, counted from 0, is merged with another,
// above it or to its left, that has their value. In the table that is a Fault, told at
// the end of the file, unless the options allow it.
func (r Row) Merged(i int) bool {
	for _, a := range r.merged {
		first := r.Line == a.first && i+1 == a.left
		if a.left <= i+1 && i+1 <= a.right && !first {
			return true
		}
	}
	return false
}

// Kind gives the kind of the cell in column i, counted from 0.
func (r Row) Kind(i int) Kind {
	if r.Kinds == nil {
		return Text
	}
	return r.Kinds[i]
}

// Blank tells whether no cell of the row has anything but spaces. A formula without its
// value is something.
func (r Row) Blank() bool {
	for i, c := range r.Cells {
		if !blank(c) || r.Kind(i) == Uncomputed {
			return false
		}
	}
	return true
}

// A Detected is what was found out about the file while it was read.
type Detected struct {
	Encoding      string // utf-8, utf-8-bom, utf-16le, utf-16be, windows-1252; "" for a workbook
	Delimiter     string // ";" "," "\t" "|"; "" for a workbook
	Sheet         string // the workbook's sheet that was read; "" for delimited text
	SHA256        string // of the file's bytes, in hexadecimal
	HiddenColumns []int  // of the sheet, from 0, in order
}

// A Reader walks the rows of one file.
type Reader interface {
	// Next gives the next row that is in the file (blank ones too), io.EOF after the
	// last. Any other error ends the walk: a *Fault, or a diag.System.
	Next() (Row, error)
	// Place is where column i (from 0; -1 for the row as a whole) of the row last
	// read stands.
	Place(i int) diag.Place
	// Detected is complete once Next has given io.EOF, and is then free to be kept.
	Detected() Detected
	// Close gives back what the reader holds, temporary files included.
	Close() error
}

// Options say how to open a file.
type Options struct {
	// Stdin is what the name "-" stands for.
	Stdin io.Reader
	// Sheet is the workbook's sheet to read; "" for its only one that has data.
	Sheet string
	// SheetFlag is the flag that gives Sheet, for messages; "" if there is none.
	SheetFlag string
	// TextToo opens a text although Sheet is not blank: it is for other files.
	TextToo bool
	// SheetByHeader takes, of several sheets with data, the one that has a header which
	// the caller knows among its first 60 rows. It needs Header.
	SheetByHeader bool
	// Merged allows cells to be merged below the header: all but the first of an area
	// are blank, and [Row.Merged] tells them from cells that have nothing.
	Merged bool
	// Header tells whether cells are a header that the caller knows. It decides
	// between delimiters.
	Header func(cells []string) bool
	// Progress is told by Next how much of the file has been read: bytes of a text, or
	// of the sheet's XML. It is called at most once for each MiB, with more each time,
	// and last with all, just before io.EOF; never for less than 2 MiB in all. nil is
	// for none.
	Progress func(done, total int64)
}

// A Fault says why a file cannot be read, and where.
type Fault struct {
	Place diag.Place
	Text  text.Message
}

func (f *Fault) Error() string { return f.Place.String() + ": " + f.Text.In(text.English) }

// blank tells whether a cell has nothing but white space, no-break spaces included.
func blank(cell string) bool { return strings.TrimSpace(cell) == "" }
