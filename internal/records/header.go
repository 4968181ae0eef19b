package records

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

const (
	// mostTitles is in how many lines that are not blank the header is looked for.
	mostTitles = 50
	// longestHeader bounds, in bytes, what may be a header: title lines hold paragraphs.
	longestHeader = 200
)

// A Head is one cell of the header.
type Head struct {
	Text   string // as it stands, trimmed
	Folded string
	Field  string // that it was named for by hand; "" for none
	At     diag.Place
	Used   bool // read as a field
}

// header makes what tells whether cells are the header of a file, or of the sheet, to be
// read.
func (o *Options) header() func(cells []string) bool {
	o.folded = make([][][]string, len(o.Kinds))
	for i, k := range o.Kinds {
		for _, key := range k.Keys {
			o.folded[i] = append(o.folded[i], foldedHeaders(key))
		}
	}
	return func(cells []string) bool {
		i := o.kind(cells)
		return i >= 0 && o.Kinds[i].Not == nil && !o.Kinds[i].Lone
	}
}

// kind tells which of the kinds has all its keys among cells; -1 for none.
func (o *Options) kind(cells []string) int {
	var folded, whole []string
	for _, c := range cells {
		c = strings.TrimSpace(c)
		key := c
		if o.Bare {
			key = bare(c)
		}
		if c == "" || len(c) > longestHeader || !o.possible(key) {
			continue
		}
		folded, whole = append(folded, fields.Fold(key)), append(whole, c)
	}
	if folded == nil {
		return -1
	}
	for i, k := range o.Kinds {
		all := true
		for j, key := range k.Keys {
			all = all && (slices.ContainsFunc(folded, func(f string) bool { return f != "" && slices.Contains(o.folded[i][j], f) }) ||
				o.Named.has(key.Name, whole, folded))
		}
		if all {
			return i
		}
	}
	return -1
}

// possible passes over at once what cannot be a key's header: it is asked of every
// cell of a sample, for each delimiter. No key has a digit in its name.
func (o *Options) possible(cell string) bool {
	return !strings.ContainsAny(cell, "0123456789") || o.Named != nil
}

// Reads tells whether a folded header is one of a field's.
func Reads(folded string, field fields.Field) bool {
	return folded != "" && slices.Contains(foldedHeaders(field), folded)
}

// foldedHeaders folds what a file's headers are compared with.
func foldedHeaders(field fields.Field) []string {
	var folded []string
	for _, h := range field.Headers {
		folded = append(folded, fields.Fold(h))
	}
	return folded
}

// findHeader walks to the header, and reports when there is none.
func (f *File) findHeader(o Options) (found bool, err error) {
	var above Above
	var stray []strayRow
	var fault *grid.Fault
	at := f.At
	for range mostTitles {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.As(err, &fault) {
			break // what stands above may tell better what the file is
		}
		if err != nil {
			return false, err
		}
		f.At = f.grid.Place(-1)
		f.At.Line = 0
		f.Workbook = f.At.Sheet != ""
		if f.Kind = o.kind(row.Cells); f.Kind >= 0 {
			if not := o.Kinds[f.Kind].Not; not != nil {
				f.found.Fault(f.Place(-1), *not)
				o.Named.title(row.Cells)
				return false, nil
			}
			for _, data := range stray {
				f.found.Fault(data.at, text.RowAboveHeader(data.cell))
			}
			f.header(row, o)
			return true, nil
		}
		if above.First == "" {
			at, above.First = f.Place(-1), strings.TrimSpace(strings.Join(row.Cells, " "))
		}
		above.Rows = append(above.Rows, slices.Clone(row.Cells))
		if o.Data != nil {
			if i := o.Data(row); i >= 0 {
				stray = append(stray, strayRow{f.Place(i), strings.TrimSpace(row.Cells[i])})
			}
		}
		f.TitleLines++
		o.Named.title(row.Cells)
	}
	return false, f.withoutHeader(o, at, above, fault)
}

// withoutHeader says that there is no header, or what the file is instead. The error is
// the fault that ended the walk, where nothing else is known.
func (f *File) withoutHeader(o Options, at diag.Place, above Above, fault *grid.Fault) error {
	if o.Other != nil {
		if m := o.Other(above); m != nil {
			f.found.Fault(at, *m)
			return nil
		}
	}
	if fault != nil {
		return fault
	}
	m := text.BlankRows()
	if above.First != "" {
		m = o.None(above.First, mostTitles)
	}
	f.found.Fault(at, m)
	return nil
}

// A strayRow is a row of data above the header, with the cell that it was known by.
type strayRow struct {
	at   diag.Place
	cell string
}

// header keeps the cells of the header, with their places, and what was named by hand.
func (f *File) header(row grid.Row, o Options) {
	f.HeaderAt = f.Place(-1)
	for i, c := range row.Cells {
		h := Head{Text: strings.TrimSpace(c), At: f.Place(i)}
		if h.Text != "" {
			f.width = i + 1
			h.Folded = fields.Fold(h.Text)
		}
		f.Heads = append(f.Heads, h)
	}
	f.Heads = f.Heads[:f.width]
	if o.Bare {
		f.bare()
	}
	for row.Merged(f.width + f.beside) {
		f.beside++
	}
	o.Named.mark(f.Heads)
	for i, h := range f.Heads {
		if h.Text == "" && !row.Merged(i) {
			f.unnamed = append(f.unnamed, i)
		}
	}
}

// bare folds headers without what they have in parentheses, unless that alone tells two
// of them apart.
func (f *File) bare() {
	times := make(map[string]int)
	for _, h := range f.Heads {
		times[fields.Fold(bare(h.Text))]++
	}
	for i := range f.Heads {
		if folded := fields.Fold(bare(f.Heads[i].Text)); folded != "" && times[folded] == 1 {
			f.Heads[i].Folded = folded
		}
	}
}

// bare takes away what a header has in parentheses.
func bare(header string) string {
	before, rest, opened := strings.Cut(header, "(")
	_, after, closed := strings.Cut(rest, ")")
	if !opened || !closed {
		return header
	}
	return before + " " + after
}
