package counts

import (
	"slices"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A column is one that is read, bound to its field once for the file.
type column struct {
	fields.Field
	said   text.Phrase // the field, in sentences
	at     int         // in the row, from 0
	sum    int64       // of the rows so far: units, or cents
	broken bool        // some cell of it has a fault: its total says nothing
	kept   bool        // the places of its cells are kept: pricing may refuse one
}

// euros tells whether the column's cells are amounts.
func (c *column) euros() bool { return c.Kind == fields.Cost || c.Kind == fields.Subsidy }

// summed tells whether a total line says anything of the column.
func (c *column) summed() bool {
	return c.euros() || c.Kind == fields.Count || c.Kind == fields.Units
}

// find gives the columns that read as a field: those named by hand, else those whose
// header is one of the field's.
func (f *file) find(field fields.Field) []int {
	headers := foldedHeaders(field)
	var byHand, byName []int
	for i, h := range f.heads {
		switch {
		case h.field == field.Name:
			byHand = append(byHand, i)
		case h.field == "" && h.folded != "" && slices.Contains(headers, h.folded):
			byName = append(byName, i)
		}
	}
	if byHand != nil {
		return byHand
	}
	return byName
}

// reads tells whether a folded header is one of a field's.
func reads(folded string, field fields.Field) bool {
	return slices.Contains(foldedHeaders(field), folded)
}

// foldedHeaders folds what a file's headers are compared with: they may be many.
func foldedHeaders(field fields.Field) []string {
	var folded []string
	for _, h := range field.Headers {
		folded = append(folded, fields.Fold(h))
	}
	return folded
}

// bind binds the columns to the fields of the tariff, and reports those that are no
// field, or not one to be there.
func (f *file) bind() error {
	all := fields.Of(f.table.Tariff)
	for _, m := range f.Columns {
		if _, known := fields.Named(all, m.Field); !known {
			return diag.Usage{Text: text.UnusedMapField(m.Field, f.table.Tariff.Version)}
		}
	}
	var absent []fields.Field
	for _, field := range all {
		at := f.find(field)
		if len(at) == 0 {
			absent = append(absent, field)
			continue
		}
		f.column(field, at[0])
		for _, second := range at[1:] {
			h, first := &f.heads[second], &f.heads[at[0]]
			if h.field != "" && h.text != first.text {
				return diag.Usage{Text: text.MapFieldTwice(field.Name, first.text, h.text)}
			}
			h.used = true
			f.found.Fault(h.at, text.TwoColumns(first.said, h.text, first.at.String()))
		}
	}
	f.unread(absent)
	slices.SortFunc(f.columns, func(a, b column) int { return a.at - b.at })
	f.agree()
	for _, c := range f.columns {
		if c.kept {
			f.source().kept = append(f.source().kept, c.Name)
		}
	}
	return nil
}

// column binds the column at a position to a field.
func (f *file) column(field fields.Field, at int) {
	h := &f.heads[at]
	h.used, h.said = true, field.Under(h.text)
	f.source().said[field.Name] = h.said
	if !field.Choosable() {
		f.found.Fault(h.at, text.MandatoryChoice(h.said))
		return
	}
	isNew := field.Kind == fields.Count && field.Basis.Once()
	f.givesNew = f.givesNew || isNew
	if field.Kind == fields.SIREN {
		f.keyAt = at
		if f.workbook {
			f.source().key = h.at.Column
		}
	}
	kept := isNew || field.Kind == fields.Choice || field.Kind == fields.Units || field.Kind == fields.Subsidy
	f.columns = append(f.columns, column{Field: field, said: h.said, at: at, kept: kept})
}

// unread reports the columns that are no field of the tariff. One whose header is
// nearly that of an absent field is a fault, and read as the field all the same: what
// is wrong in it belongs to the same list.
func (f *file) unread(absent []fields.Field) {
	var unknown, others []string
	elsewhere := f.elsewhere()
	near := newNear(absent)
	for i := range f.heads {
		h := &f.heads[i]
		if h.used || h.text == "" {
			continue
		}
		if h.folded != "" && elsewhere[h.folded] {
			others = append(others, h.text)
			continue
		}
		field, header := near.to(h.folded)
		if header == "" {
			unknown = append(unknown, h.text)
			continue
		}
		f.found.Fault(h.at, text.MisspeltColumn(h.text, header))
		if field.Choosable() {
			f.column(field, i)
		}
		near.drop(field)
	}
	if unknown != nil {
		f.found.Notice(f.source().header, text.UnknownColumns(unknown))
	}
	if others != nil {
		f.found.Notice(f.source().header, text.OtherTariffColumns(others, f.table.Tariff.Version))
	}
}

// elsewhere gives the headers, folded, that only other loaded tariffs know.
func (f *file) elsewhere() map[string]bool {
	folded := make(map[string]bool)
	mark := func(t *pricing.Tariff, known bool) {
		for _, field := range fields.Of(t) {
			for _, h := range foldedHeaders(field) {
				folded[h] = known
			}
		}
	}
	for _, t := range f.known {
		mark(t, true)
	}
	mark(f.table.Tariff, false)
	return folded
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
			if len([]rune(folded)) >= 8 {
				most = 2
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

// agree checks that the files of a run are of one kind: all with new counts or none,
// all with their years or none.
func (f *file) agree() {
	hasYear := slices.ContainsFunc(f.columns, func(c column) bool { return c.Kind == fields.Year })
	here := f.source().header
	if f.firstHeader == nil {
		f.firstHeader, f.firstYear = &here, hasYear
		f.table.GivesNew = f.givesNew
		return
	}
	order := func(has bool) (with, without string) {
		if has {
			return here.String(), f.firstHeader.String()
		}
		return f.firstHeader.String(), here.String()
	}
	if f.givesNew != f.table.GivesNew {
		f.found.Fault(here, text.NewInOneFile(order(f.givesNew)))
	}
	if hasYear != f.firstYear && f.Year == 0 {
		f.found.Fault(here, text.YearInOneFile(order(hasYear)))
	}
}

// hiddenColumns says which hidden columns are read.
func (f *file) hiddenColumns(d grid.Detected) {
	var names []string
	for _, i := range d.HiddenColumns {
		if i < f.width && f.heads[i].used {
			names = append(names, diag.ColumnName(i+1)+" "+text.Quote(f.heads[i].text))
		}
	}
	if names != nil {
		f.found.Notice(f.source().file, text.HiddenColumns(text.List(names)))
	}
}
