package counts

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
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

// row reads one row below the header: it is kept, or left out, or has a fault.
func (f *file) row(row grid.Row) {
	f.input().Rows++
	if row.Hidden {
		f.hidden = append(f.hidden, row.Line)
	}
	if f.total != nil {
		f.found.Fault(f.total.at, text.TotalNotLast())
		f.total = nil
	}
	before := f.found.Errors()
	if !f.aligned(row) {
		return
	}
	if f.isTotal(row) {
		f.readTotal(row)
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
		f.leftOut[NotAsked]++
	default:
		f.keep(row, v.Counts)
	}
}

// aligned checks that a row has the cells of the header, and none with a value beside
// them. A text's row that has not is read no further: which cell is whose is unknown.
func (f *file) aligned(row grid.Row) bool {
	if len(row.Cells) < f.width && !f.workbook { // a workbook leaves blank cells out
		f.found.Fault(f.g.Place(-1), text.ShortRow(len(row.Cells), f.width))
		f.breakTotals()
		return false
	}
	stray := func(i int) bool {
		value, kind := cellOf(row, i)
		if value == "" && kind != grid.Uncomputed {
			return false
		}
		f.found.Fault(f.g.Place(i), text.UnderNoHeader(value))
		return true
	}
	for i := f.width + f.beside; i < len(row.Cells); i++ {
		if stray(i) && !f.workbook {
			f.breakTotals()
			return false
		}
	}
	for _, i := range f.unnamed {
		stray(i)
	}
	return true
}

// cellOf gives a cell without the spaces around it; a workbook's row may end before it.
func cellOf(row grid.Row, i int) (string, grid.Kind) {
	if i >= len(row.Cells) {
		return "", grid.Text
	}
	return strings.TrimSpace(row.Cells[i]), row.Kind(i)
}

// fault reports what is wrong with the cell of a column.
func (f *file) fault(c *column, m text.Message) {
	f.found.Fault(f.g.Place(c.at), m)
	c.broken = true
}

// cell reads one cell into v, or reports what is wrong with it.
func (f *file) cell(row grid.Row, c *column, v *values) {
	value, kind := cellOf(row, c.at)
	if wrong := wrongKind(c.said, c.Kind, value, kind); wrong != nil {
		f.fault(c, *wrong)
		v.badYear = v.badYear || c.Kind == fields.Year
		return
	}
	if value == "" && row.Merged(c.at) { // at its end the file is refused for that
		c.broken, v.merged = true, true
		return
	}
	switch c.Kind {
	case fields.SIREN:
		f.key(c, value, kind, v)
	case fields.Name:
		v.Name = unguarded(value)
	case fields.Year:
		f.year(row, c, v)
	case fields.Choice:
		f.choice(c, value, v)
	case fields.Count, fields.Units, fields.Cost, fields.Subsidy:
		f.number(c, value, kind, v)
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
func (f *file) choice(c *column, value string, v *values) {
	if value == "" {
		return
	}
	chosen, ok := fields.YesNo(value)
	if !ok {
		f.fault(c, text.NotAChoice(c.said, value))
		return
	}
	put(&v.Chosen, c.Component.ID, chosen)
}

// number reads a count or an amount.
func (f *file) number(c *column, value string, kind grid.Kind, v *values) {
	if value == "" {
		switch c.Kind { // R6: a column of counts has a number in every row
		case fields.Count:
			f.fault(c, text.BlankCount(c.said))
		case fields.Units:
			f.fault(c, text.BlankUnits(c.said))
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
		put(&v.Costs, c.Component.ID, []pricing.Cents{pricing.Cents(n)})
	default: // fields.Subsidy
		v.Subsidies = []pricing.Cents{pricing.Cents(n)}
	}
}

// numberMessage says why a cell is not the number that its column wants.
func numberMessage(c *column, value string, kind grid.Kind, why reason) text.Message {
	cell := text.CellText(value, kind == grid.Number)
	if c.euros() {
		return euroMessage(c.said, cell, why)
	}
	return countMessage(c.said, cell, why)
}

// put sets a key of a map that most rows do not need.
func put[V any](m *map[string]V, key string, value V) {
	if *m == nil {
		*m = make(map[string]V)
	}
	(*m)[key] = value
}

// key reads the member's SIREN.
func (f *file) key(c *column, value string, kind grid.Kind, v *values) {
	key, why := siren(c.said, value, kind)
	switch {
	case key == "":
		f.fault(c, *why)
		f.breakTotals() // it may be a subtotal, or a note
	case why != nil:
		f.found.Notice(f.g.Place(c.at), *why)
	}
	v.SIREN = key
}

// year reads the row's year (R10).
func (f *file) year(row grid.Row, c *column, v *values) {
	year, wrong := yearOf(row, c.at, c.said)
	if wrong == nil && f.Year == 0 && f.table.Year != 0 && year != f.table.Year {
		m := text.OtherYear(c.said, year, f.table.Year)
		wrong = &m
	}
	if wrong != nil {
		f.fault(c, *wrong)
		v.badYear = true
		return
	}
	v.year = year
	f.years[year] = true
}

// meet notes that a member has a row, and reports that it has one already. Of the
// SIRENs asked for, it marks those met in the year.
func (f *file) meet(m member, siren string, at int) {
	if _, asked := f.asked[m.siren]; asked && (f.Year == 0 || int(m.year) == f.Year) {
		f.asked[m.siren] = true
	}
	if first, twice := f.seen[m]; twice {
		s := f.table.sources[first.source]
		at := s.file
		at.Line, at.Column = int(first.line), s.key
		f.found.Fault(f.g.Place(f.keyAt), text.SIRENTwice(f.heads[f.keyAt].said, siren, at.String()))
		f.breakTotals()
		return
	}
	f.seen[m] = line{int32(f.index), int32(at)}
}

func (f *file) isAsked(m member) bool {
	_, asked := f.asked[m.siren]
	return asked
}

// keep adds a sound row to the table, with the places of the cells that pricing may
// refuse: of all cells, they would cost more than reading them.
func (f *file) keep(row grid.Row, c pricing.Counts) {
	// One copy of what is kept: the rest of the row's text can go.
	both := c.SIREN + c.Name
	if c.Name == "" { // nothing was copied
		both = strings.Clone(both)
	}
	c.SIREN, c.Name = both[:len(c.SIREN)], both[len(c.SIREN):]
	t := f.table
	t.places = push(t.places, place{int32(f.index), int32(row.Line), int32(len(t.cells))})
	for i := range f.columns {
		if column := &f.columns[i]; column.kept {
			var at diag.Place
			if value, _ := cellOf(row, column.at); value != "" && refusable(column, &c) {
				at = f.g.Place(column.at)
			}
			t.cells = push(t.cells, cell{int32(at.Line), int32(at.Column)})
		}
	}
	t.Rows = push(t.Rows, c)
	f.input().Kept++
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
