package counts

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Books are what all files of costs share, or all of subsidies.
type books struct {
	role  Role
	all   []fields.Field
	keys  []string // fields whose columns make a row the header
	none  func(first string, most int) text.Message
	lacks func(*ledger) []text.Phrase // columns that are missing
	post  func(*ledger, *entry) error // puts a sound row where it belongs

	rows       map[string]int // of the table, by SIREN
	references map[string]diag.Place
	posted     map[slot]bool
}

// A slot is what amounts are posted to: a component of a row of the table, or, with
// "", its subsidies.
type slot struct {
	row       int
	component string
}

// A ledger is one of these files, while it is read.
type ledger struct {
	*file
	*books
	at     map[string]int // columns, by field
	others []text.Phrase  // of subsidies: what was left out, by commune and amount
}

// An entry is one row of a ledger.
type entry struct {
	siren     string
	component *pricing.Component // of a cost
	commune   communeCells       // of a subsidy
	amount    pricing.Cents
	// The rest is as it stands, the date in ISO.
	label, date, reference string

	merged bool // some cell is blank because it is merged with another
}

// readLedgers reads files of costs, or of subsidies. The error joins a [diag.System] for
// each that the system refused, or is what ends the run.
func (r *run) readLedgers(names []string, b books) error {
	b.rows = bySIREN(r.table.Rows)
	b.references, b.posted = make(map[string]diag.Place), make(map[slot]bool)
	var keys []fields.Field
	for _, name := range b.keys {
		key, _ := fields.Named(b.all, name)
		keys = append(keys, key)
	}
	var refused []error
	for _, name := range names {
		refused = append(refused, r.through(name, records.Options{
			Options: grid.Options{Stdin: r.Stdin, SheetByHeader: true},
			Kinds:   []records.Kind{{Keys: keys}},
			Titles:  records.Titles{Data: dataCell, Other: otherFile(name), None: b.none},
		}, func(f *records.File) error {
			l := &ledger{file: r.newFile(name, f, b.role), books: &b, at: make(map[string]int)}
			return l.walk()
		}))
	}
	return errors.Join(refused...)
}

// walk reads the file from its first row to its last.
func (l *ledger) walk() error {
	if !l.bind() {
		return nil
	}
	for {
		row, err := l.Next()
		if errors.Is(err, io.EOF) {
			l.finish()
			if l.others != nil {
				l.found.Notice(l.source().file, text.SubsidiesOfOthers(l.others))
			}
			return nil
		}
		if err == nil {
			err = l.row(row)
		}
		if err != nil {
			return err
		}
	}
}

// bind binds the columns, and reports those that are missing.
func (l *ledger) bind() bool {
	b := l.Bind(l.all, nil)
	if b.Unknown != nil {
		l.found.Notice(l.source().header, text.UnknownColumns(b.Unknown))
	}
	for _, bound := range b.Columns {
		l.at[bound.Name] = bound.At
		l.source().said[bound.Name] = bound.Said
		l.columns = append(l.columns, column{Bound: bound})
		if slices.Contains([]string{"siren", "commune_code", "commune"}, bound.Name) {
			l.keysAt = append(l.keysAt, bound.At)
		}
	}
	slices.SortFunc(l.columns, func(a, b column) int { return a.At - b.At })
	if missing := l.lacks(l); missing != nil {
		l.found.Fault(l.source().header, text.LacksColumns(missing))
		return false
	}
	return true
}

// row reads one row below the header: it is posted, or left out, or has a fault.
func (l *ledger) row(row grid.Row) error {
	l.count(row)
	before := l.found.Errors()
	if !l.stands(row) {
		return nil
	}
	var e entry
	for i := range l.columns {
		l.cell(row, &l.columns[i], &e)
	}
	if l.found.Errors() > before || e.merged {
		return nil
	}
	return l.post(l, &e)
}

// cell reads one cell into e, or reports what is wrong with it.
func (l *ledger) cell(row grid.Row, c *column, e *entry) {
	value, kind := records.Cell(row, c.At)
	if isDate := c.Name == "date" && kind == grid.Date; !isDate {
		if wrong := wrongKind(c.Said, c.Kind, value, kind); wrong != nil {
			l.fault(c, *wrong)
			return
		}
	}
	if value == "" && row.Merged(c.At) { // at its end the file is refused for that
		c.broken, e.merged = true, true
		return
	}
	switch c.Name {
	case "siren":
		l.sirenCell(c, value, kind, e)
	case "component":
		e.component = l.componentCell(c, value)
	case "commune_code":
		e.commune.code = l.codeCell(c, plainNumber(value, kind))
	case "commune":
		e.commune.name = value
	case "department_code", "department":
		if value != "" && e.commune.department == "" {
			e.commune.department, e.commune.from = plainNumber(value, kind), c.Name
		}
	case "amount":
		e.amount = l.amountCell(c, value, kind)
	case "label":
		e.label = strings.Clone(unguarded(plainNumber(value, kind)))
	case "date":
		e.date = l.dateCell(c, value, kind)
	case "reference":
		e.reference = l.referenceCell(c, unguarded(plainNumber(value, kind)))
	}
}

// sirenCell reads the key, which a subsidy needs not have.
func (l *ledger) sirenCell(c *column, value string, kind grid.Kind, e *entry) {
	if value == "" && l.role == SubsidiesRole {
		return
	}
	var v values
	l.key(c, value, kind, &v)
	e.siren = v.SIREN
}

// codeCell reads a commune's INSEE code.
func (l *ledger) codeCell(c *column, cell string) string {
	if cell == "" {
		return ""
	}
	code, problem := territory.ParseINSEE(cell)
	switch problem {
	case territory.NotINSEE:
		l.fault(c, text.NotAnINSEECode(c.Said, cell))
	case territory.INSEERestored:
		l.found.Notice(l.Place(c.At), text.INSEECodeRestored(c.Said, cell, code))
	case territory.INSEEFine:
	}
	return code
}

// amountCell reads the amount, which is always there.
func (l *ledger) amountCell(c *column, value string, kind grid.Kind) pricing.Cents {
	if value == "" {
		l.fault(c, text.BlankAmount(c.Said))
		return 0
	}
	n, why := number(value, kind, true)
	if why != fine {
		l.fault(c, numberMessage(c, value, kind, why))
		return 0
	}
	c.sum = add(c.sum, n)
	return pricing.Cents(n)
}

// dateCell reads a day.
func (l *ledger) dateCell(c *column, value string, kind grid.Kind) string {
	if value == "" {
		return ""
	}
	date, ok := day(value, kind)
	if !ok {
		l.fault(c, text.NotADate(c.Said, text.CellText(value, kind != grid.Text)))
	}
	return date
}

// referenceCell reads a reference, which no other row has.
func (l *ledger) referenceCell(c *column, reference string) string {
	if reference == "" {
		return ""
	}
	if first, twice := l.references[reference]; twice {
		l.fault(c, text.ReferenceTwice(c.Said, reference, first.String()))
		return reference
	}
	reference = strings.Clone(reference)
	l.references[reference] = l.Place(c.At)
	return reference
}

// place is that of a field's cell in the row last read, or the row's.
func (l *ledger) place(field string) diag.Place {
	if at, there := l.at[field]; there {
		return l.Place(at)
	}
	return l.Place(-1)
}

// saidAs names a field of the ledger in a sentence.
func (l *ledger) saidAs(field string) text.Phrase { return l.source().said[field] }

// rowOf finds the row of the table of an EPCI, or reports that there is none. One that
// was left out takes what is its with it.
func (l *ledger) rowOf(siren string) (row int, ok bool) {
	if row, ok = l.rows[siren]; ok {
		return row, true
	}
	switch {
	case l.refused: // which may be why, and was said
	case l.leftOutOfRun(siren):
		l.leftOut[NotAMember]++
	default:
		m := text.NobodysSIREN(l.saidAs("siren"), siren, nearSIRENs(siren, l.seen, l.table.Rows))
		if lost := l.lost(l.saidAs("siren"), siren); lost != nil {
			m = *lost
		}
		l.found.Fault(l.place("siren"), m)
	}
	return 0, false
}

// leftOutOfRun tells whether an EPCI without a row is one that the run knows of.
func (r *run) leftOutOfRun(siren string) bool {
	key := sirenKey(siren)
	for _, rows := range []map[member]line{r.seen, r.enrolled} {
		if _, there := rows[member{key, int32(r.table.Year)}]; there {
			return true
		}
		for year := range r.years {
			if _, there := rows[member{key, int32(year)}]; there {
				return true
			}
		}
	}
	if !r.hasSchools() || r.asked == nil && r.Members == "" {
		return false
	}
	c, err := r.composition() // all EPCIs, of which the flags keep some
	return err == nil && c != nil && (c.EPCIBySIREN(siren) != nil || c.CommuneBySIREN(siren) != nil)
}

// hasSchools tells whether the counts are made of schools.
func (r *run) hasSchools() bool {
	return slices.ContainsFunc(r.table.Inputs, func(in Input) bool { return in.Role == SchoolsRole })
}

// claim refuses an amount for a slot that a column of the counts, or of the members,
// says something of already.
func (l *ledger) claim(a slot, field string, taken bool) bool {
	if taken && !l.posted[a] {
		l.found.Fault(l.place("amount"), text.SaidTwice(l.table.said(a.row, field), l.table.Place(a.row, field).String()))
		return false
	}
	l.posted[a] = true
	return true
}
