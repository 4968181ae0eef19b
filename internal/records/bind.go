package records

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// A Bound is a column that reads as a field.
type Bound struct {
	fields.Field
	At       int         // in the row, from 0
	Said     text.Phrase // the field, in sentences
	Misspelt bool        // which was reported
}

// A Binding is what the columns of a file are.
type Binding struct {
	Columns  []Bound  // in the order of the fields
	Unknown  []string // headers that are no field's, nor nearly one's
	Others   []string // headers that the caller knows to be something else
	MapTwice *MapTwice
}

// MapTwice tells of two columns of one file that were named by hand for one field.
type MapTwice struct{ Field, First, Second string }

// Bind binds the columns to fields. Two columns that read as one field are a fault. A
// header that is nearly that of a field which is not there is a fault too, and read as
// the field all the same: what is wrong in it belongs to the same list. other tells,
// of folded headers, those that are known to be something else; nil for none.
func (f *File) Bind(all []fields.Field, other func(folded string) bool) Binding {
	var b Binding
	var absent []fields.Field
	for _, field := range all {
		at := f.Find(field)
		if len(at) == 0 {
			absent = append(absent, field)
			continue
		}
		first := f.bound(field, at[0])
		b.Columns = append(b.Columns, first)
		for _, second := range at[1:] {
			h := &f.Heads[second]
			h.Used = true
			if h.Field != "" && h.Text != f.Heads[at[0]].Text {
				b.MapTwice = &MapTwice{field.Name, f.Heads[at[0]].Text, h.Text}
				continue
			}
			f.found.Fault(h.At, text.TwoColumns(first.Said, h.Text, f.Heads[at[0]].At.String()))
		}
	}
	f.unread(&b, absent, other)
	return b
}

// bound binds the column at a position.
func (f *File) bound(field fields.Field, at int) Bound {
	f.Heads[at].Used = true
	return Bound{Field: field, At: at, Said: field.Under(f.Heads[at].Text)}
}

// Find gives the columns that read as a field: those named by hand, else those whose
// header is one of the field's.
func (f *File) Find(field fields.Field) []int {
	headers := foldedHeaders(field)
	var byHand, byName []int
	for i, h := range f.Heads {
		switch {
		case h.Field == field.Name:
			byHand = append(byHand, i)
		case h.Field == "" && h.Folded != "" && slices.Contains(headers, h.Folded):
			byName = append(byName, i)
		}
	}
	if byHand != nil {
		return byHand
	}
	return byName
}

// unread sorts out the columns that are no field.
func (f *File) unread(b *Binding, absent []fields.Field, other func(string) bool) {
	near := newNear(absent)
	for i := range f.Heads {
		h := &f.Heads[i]
		if h.Used || h.Text == "" {
			continue
		}
		if h.Folded != "" && other != nil && other(h.Folded) {
			b.Others = append(b.Others, h.Text)
			continue
		}
		field, header := near.to(h.Folded)
		if header == "" || h.Field != "" { // named by hand, for what this file has not
			b.Unknown = append(b.Unknown, h.Text)
			continue
		}
		f.found.Fault(h.At, text.MisspeltColumn(h.Text, header))
		column := f.bound(field, i)
		column.Misspelt = true
		b.Columns = append(b.Columns, column)
		near.drop(field)
	}
}

// nearby are the headers of fields that a file lacks, which some of its own may have
// been meant to be.
type nearby []nearHeader

// A nearHeader is one of them, as the field has it and folded.
type nearHeader struct {
	field          fields.Field
	header, folded string
	most           int // letters that may be wrong: one, or two of eight or more
}

func newNear(absent []fields.Field) nearby {
	var all nearby
	for _, field := range absent {
		for i, folded := range foldedHeaders(field) {
			most := 1
			switch letters := len([]rune(folded)); {
			case letters >= 8:
				most = 2
			case letters < 5 && field.Kind == fields.Voted:
				continue // a column of notes is one letter from voté
			}
			all = append(all, nearHeader{field, field.Headers[i], folded, most})
		}
	}
	return all
}

// to finds the field, and its header, that a folded header was meant to be; "" for none.
func (n nearby) to(folded string) (field fields.Field, header string) {
	if folded == "" {
		return field, ""
	}
	least := 3
	for _, h := range n {
		if gap := len(folded) - len(h.folded); gap > h.most*utf8.UTFMax || -gap > h.most*utf8.UTFMax {
			continue // at once: headers may be many, and long
		}
		if d := nearest.Distance(folded, h.folded); d <= h.most && d < least {
			least, field, header = d, h.field, h.header
		}
	}
	return field, header
}

// drop takes away the headers of a field that was found.
func (n *nearby) drop(field fields.Field) {
	*n = slices.DeleteFunc(*n, func(h nearHeader) bool { return h.field.Name == field.Name })
}

// Cell gives a cell without the spaces around it; a workbook's row may end before it.
func Cell(row grid.Row, i int) (string, grid.Kind) {
	if i >= len(row.Cells) {
		return "", grid.Text
	}
	return strings.TrimSpace(row.Cells[i]), row.Kind(i)
}
