package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A column is one that is read, bound to its field once for the file.
type column struct {
	records.Bound
	sum    int64 // of the rows so far: units, or cents
	broken bool  // some cell of it has a fault: its total says nothing
	kept   bool  // the places of its cells are kept: pricing may refuse one
}

// euros tells whether the column's cells are amounts.
func (c *column) euros() bool {
	return c.Kind == fields.Cost || c.Kind == fields.Subsidy || c.Kind == fields.Voted || c.Kind == fields.Amount
}

// summed tells whether a total line says anything of the column.
func (c *column) summed() bool {
	return c.euros() || c.Kind == fields.Count || c.Kind == fields.Units
}

// bind binds the columns to the fields of the tariff, and reports those that are no
// field, or not one to be there.
func (f *countsFile) bind() error {
	elsewhere := f.elsewhere()
	b := f.Bind(fields.Of(f.table.Tariff), func(folded string) bool { return elsewhere[folded] })
	if twice := b.MapTwice; twice != nil {
		return diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	if b.Unknown != nil {
		f.found.Notice(f.source().header, text.UnknownColumns(b.Unknown))
	}
	if b.Others != nil {
		f.found.Notice(f.source().header, text.OtherTariffColumns(b.Others, f.table.Tariff.Version))
	}
	for _, column := range b.Columns {
		f.column(column)
	}
	slices.SortFunc(f.columns, func(a, b column) int { return a.At - b.At })
	if f.input().Role == MembersRole {
		f.knownYear()
	} else {
		f.agree()
	}
	for _, c := range f.columns {
		if c.kept {
			f.source().kept = append(f.source().kept, c.Name)
		}
	}
	return nil
}

// column takes a column, unless it lets members choose what all are charged.
func (f *countsFile) column(b records.Bound) {
	f.source().said[b.Name] = b.Said
	if !b.Choosable() {
		if !b.Misspelt {
			f.found.Fault(f.Heads[b.At].At, text.MandatoryChoice(b.Said))
		}
		return
	}
	isNew := b.Kind == fields.Count && b.Basis.Once()
	f.givesNew = f.givesNew || isNew
	if b.Kind == fields.SIREN {
		f.keyAt, f.keysAt = b.At, []int{b.At}
		if f.Workbook {
			f.source().key = f.Heads[b.At].At.Column
		}
	}
	kept := isNew || b.Kind == fields.Choice || b.Kind == fields.Units || b.Kind == fields.Subsidy ||
		b.Kind == fields.Cost && (f.Members != "" || f.Costs != nil) || // which may say it too
		b.Kind == fields.Voted && f.Members != ""
	f.columns = append(f.columns, column{Bound: b, kept: kept})
}

// elsewhere gives the headers, folded, that only other loaded tariffs know.
func (f *countsFile) elsewhere() map[string]bool {
	folded := make(map[string]bool)
	mark := func(t *pricing.Tariff, known bool) {
		for _, field := range fields.Of(t) {
			for _, h := range field.Headers {
				folded[fields.Fold(h)] = known
			}
		}
	}
	for _, t := range f.known {
		mark(t, true)
	}
	mark(f.table.Tariff, false)
	return folded
}

// knownYear refuses years of members where nothing says which one it is: the tariff was
// chosen without.
func (f *countsFile) knownYear() {
	at := slices.IndexFunc(f.columns, func(c column) bool { return c.Kind == fields.Year })
	if at >= 0 && f.table.Year == 0 {
		f.found.Fault(f.Heads[f.columns[at].At].At, text.YearOfMembersAlone(f.columns[at].Said))
	}
}

// agree checks that the files of a run are of one kind: all with new counts or none,
// all with their years or none.
func (f *countsFile) agree() {
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
