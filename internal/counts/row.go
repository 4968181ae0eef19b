package counts

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// values are what one row says.
type values struct {
	pricing.Counts
	year int // 0 when there is none, or none that can be read
	// badYear tells that the row does not say its year as it should.
	badYear bool
	merged  bool // some cell is blank because it is merged with another
}

// count counts a row; a total line above it is not the last.
func (f *file) count(row grid.Row) {
	f.input().Rows++
	if row.Hidden {
		f.hidden = append(f.hidden, row.Line)
	}
	if f.total != nil {
		f.found.Fault(f.total.at, text.TotalNotLast())
		f.total = nil
	}
}

// stands tells whether a row's cells are to be read: they are where they should be, and
// not of a total line, which waits for the end of the file.
func (f *file) stands(row grid.Row) bool {
	if f.Aligned(row) == records.Misaligned {
		f.breakTotals()
		return false
	}
	if f.isTotal(row) {
		f.readTotal(row)
		return false
	}
	return true
}

// row reads one row below the header: it is kept, or left out, or has a fault.
func (f *countsFile) row(row grid.Row) {
	f.count(row)
	before := f.found.Errors()
	if !f.stands(row) {
		return
	}
	v := values{year: f.table.Year}
	v.Of = make(map[pricing.Basis]pricing.Quantity, 4)
	for i := range f.columns {
		f.cell(row, &f.columns[i], &v)
	}
	m := member{sirenKey(v.SIREN), int32(v.year)}
	if v.SIREN != "" && !v.badYear {
		f.meet(m, v.SIREN, row.Line)
	}
	if f.found.Errors() > before || v.merged {
		return
	}
	switch {
	case f.Year != 0 && v.year != f.Year:
		f.leftOut[OtherYear]++
	case f.asked != nil && !f.isAsked(m):
		f.leftOut[NotAMember]++
	default:
		f.keep(row, v.Counts)
	}
}

// fault reports what is wrong with the cell of a column.
func (f *file) fault(c *column, m text.Message) {
	f.found.Fault(f.Place(c.At), m)
	c.broken = true
}

// cell reads one cell into v, or reports what is wrong with it.
func (f *countsFile) cell(row grid.Row, c *column, v *values) {
	value, kind := records.Cell(row, c.At)
	if wrong := wrongKind(c.Said, c.Kind, value, kind); wrong != nil {
		f.fault(c, *wrong)
		v.badYear = v.badYear || c.Kind == fields.Year
		return
	}
	if value == "" && row.Merged(c.At) { // at its end the file is refused for that
		c.broken, v.merged = true, true
		return
	}
	switch c.Kind {
	case fields.SIREN:
		v.SIREN = f.key(c, value, kind)
	case fields.Name:
		v.Name = unguarded(value)
	case fields.Year:
		f.year(row, c, v)
	case fields.Choice:
		f.choice(c, value, v)
	case fields.Count, fields.Units, fields.Cost, fields.Subsidy, fields.Voted:
		f.number(c, value, kind, v)
	case fields.Amount, fields.Plain: // of files of other kinds
	}
}

// unguarded takes from a name the ' that csv-fr writes before what a spreadsheet would
// take for a formula.
func unguarded(name string) string {
	if len(name) > 1 && name[0] == '\'' && strings.IndexByte("=+-@", name[1]) >= 0 {
		return name[1:]
	}
	return name
}

// choice reads what a member says of an optional component (R3): a blank says nothing.
func (f *countsFile) choice(c *column, value string, v *values) {
	if value == "" {
		return
	}
	chosen, ok := fields.YesNo(value)
	if !ok {
		units := ""
		if _, why := number(value, grid.Text, false); why == fine && c.Component.Basis.Counted() {
			units = c.Component.ID + "_quantity"
		}
		f.fault(c, text.NotAChoice(c.Said, value, units))
		return
	}
	put(&v.Chosen, c.Component.ID, chosen)
}

// number reads a count or an amount.
func (f *countsFile) number(c *column, value string, kind grid.Kind, v *values) {
	if value == "" {
		switch c.Kind { // R6: a column of counts has a number in every row
		case fields.Count:
			f.fault(c, text.BlankCount(c.Said))
		case fields.Units:
			f.fault(c, text.BlankUnits(c.Said))
		default: // euros
		}
		return
	}
	n, why := number(value, kind, c.euros())
	if why != fine {
		f.fault(c, numberMessage(c, value, kind, why))
		return
	}
	c.sum = add(c.sum, n)
	switch c.Kind {
	case fields.Count:
		v.Of[c.Basis] = pricing.Quantity(n)
	case fields.Units:
		put(&v.Declared, c.Component.ID, pricing.Quantity(n))
	case fields.Cost:
		put(&v.Costs, c.Component.ID, []pricing.Cost{{Amount: pricing.Cents(n)}})
	case fields.Voted:
		voted := pricing.Cents(n)
		v.Voted = &voted
	default: // fields.Subsidy
		v.Subsidies = []pricing.Subsidy{{Amount: pricing.Cents(n)}}
	}
}

// numberMessage says why a cell is not the number that its column wants.
func numberMessage(c *column, value string, kind grid.Kind, why reason) text.Message {
	cell := text.CellText(value, kind == grid.Number)
	if c.euros() {
		return euroMessage(c.Said, cell, why)
	}
	return countMessage(c.Said, cell, why)
}

// put sets a key of a map that most rows do not need.
func put[V any](m *map[string]V, key string, value V) {
	if *m == nil {
		*m = make(map[string]V)
	}
	(*m)[key] = value
}

// key reads a SIREN; "" where the cell holds none, which is reported.
func (f *file) key(c *column, value string, kind grid.Kind) string {
	key, why := siren(c.Said, value, kind, f.meant)
	switch {
	case key == "":
		f.fault(c, *why)
		f.breakTotals() // it may be a subtotal, or a note
	case why != nil:
		f.found.Notice(f.Place(c.At), *why)
	}
	return key
}

// year reads the row's year (R10).
func (f *countsFile) year(row grid.Row, c *column, v *values) {
	year, wrong := yearOf(row, c.At, c.Said)
	if wrong == nil && f.Year == 0 && f.table.Year != 0 && year != f.table.Year {
		m := text.OtherYear(c.Said, year, f.table.Year)
		wrong = &m
	}
	if wrong != nil {
		f.fault(c, *wrong)
		v.badYear = true
		return
	}
	v.year = year
	f.into.years[year] = true
}

// meet notes that a member has a row, and reports that it has one already. Of the
// SIRENs asked for, it marks those met in the year.
func (f *countsFile) meet(m member, siren string, at int) {
	if _, asked := f.asked[m.siren]; asked && (f.Year == 0 || int(m.year) == f.Year) {
		f.asked[m.siren] = true
	}
	if first, twice := f.into.seen[m]; twice {
		s := f.table.sources[first.source]
		at := s.file
		at.Line, at.Column = int(first.line), s.key
		f.found.Fault(f.Place(f.keyAt), text.SIRENTwice(f.source().said["siren"], siren, at.String()))
		f.breakTotals()
		return
	}
	f.into.seen[m] = line{int32(f.index), int32(at)}
}

func (f *countsFile) isAsked(m member) bool {
	_, asked := f.asked[m.siren]
	return asked
}

// keep takes a sound row, with the places of the cells that pricing may
// refuse: of all cells, they would cost more than reading them.
func (f *countsFile) keep(row grid.Row, c pricing.Counts) {
	// One copy of what is kept: the rest of the row's text can go.
	both := c.SIREN + c.Name
	if c.Name == "" { // nothing was copied
		both = strings.Clone(both)
	}
	c.SIREN, c.Name = both[:len(c.SIREN)], both[len(c.SIREN):]
	t := f.table
	at := place{int32(f.index), int32(row.Line), int32(len(t.cells))}
	for i := range f.columns {
		if column := &f.columns[i]; column.kept {
			var stands diag.Place
			if value, _ := records.Cell(row, column.At); value != "" && refusable(column, &c) {
				stands = f.Place(column.At)
			}
			t.cells = push(t.cells, cell{int32(stands.Line), int32(stands.Column)})
		}
	}
	f.into.put(c, at)
	f.input().Kept++
}

// put adds a row to the table.
func (t *Table) put(c pricing.Counts, at place) {
	t.Rows = push(t.Rows, c)
	t.places = push(t.places, at)
}

// refusable tells whether pricing may refuse the cell of a column that is not blank:
// of new pupils and schools, those that are more than all.
func refusable(column *column, c *pricing.Counts) bool {
	return column.Kind != fields.Count || c.Of[column.Basis] > c.Of[column.Basis.Whole()]
}

// push appends, and doubles what is full: append alone grows large slices by a quarter,
// and copies 50,000 rows five times over.
func push[E any](s []E, e E) []E {
	if len(s) == cap(s) {
		s = slices.Grow(s, max(len(s), 64))
	}
	return append(s, e)
}
