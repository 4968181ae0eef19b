package counts

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Read reads the files of a run under the tariff that pick gives, of those known,
// once the year is known (R8, R10).
//
// What is wrong in the files goes to found; the table then has the sound rows only, and
// perhaps no tariff. The error is a [diag.Usage] (a flag's value that names nothing), or
// whatever pick returned, or a [diag.System] for each file that the system refused:
// the others are read all the same. Of several they are joined.
func Read(o Options, known []*pricing.Tariff, pick Pick, found *diag.List) (*Table, error) {
	r, err := newRun(o, known, pick, found)
	if err != nil {
		return nil, err
	}
	defer r.schools.finder.wait()
	var refused []error
	for _, name := range o.Files {
		err := r.read(name)
		if err == nil {
			continue
		}
		refused = append(refused, err)
		if !errors.As(err, new(diag.System)) {
			break
		}
	}
	if refused != nil {
		return r.table, errors.Join(refused...)
	}
	if r.table.Tariff != nil {
		if err := r.gather(); err != nil {
			return r.table, err
		}
	}
	return r.table, r.settle()
}

// gather makes the members' rows of all that was read: schools, what members chose,
// costs and subsidies one by one.
func (r *run) gather() error {
	members, err := r.readMembers()
	if err != nil {
		return err
	}
	if err := r.rollUp(members); err != nil { // schools to rows
		return err
	}
	r.join(members)
	return errors.Join(r.readCosts(), r.readSubsidies())
}

// A run is what the files of one reading share.
type run struct {
	Options
	known        []*pricing.Tariff
	pick         Pick
	found        *diag.List
	faultsBefore int // that the list had already
	table        *Table

	yearField   fields.Field
	named       *records.Named // Columns
	refused     bool           // some file could not be read to its end
	firstHeader *diag.Place
	firstYear   bool // the first file has a column year

	asked map[uint32]bool // SIRENs of --epci: whether a row has it; nil when all are
	seen  map[member]line // every row with a key
	years map[int]bool    // those of all rows that say one

	kind      int        // of the files: what a row is about
	kindAt    diag.Place // the header of the first of them
	schools   schools    // those read, if files are of schools
	composing composing

	enrolled map[member]line // every row with a key in the file of members
}

// A member is an EPCI in a year.
type member struct {
	siren uint32
	year  int32
}

// A line is where a row stands.
type line struct{ source, line int32 }

// newRun checks what the flags name.
func newRun(o Options, known []*pricing.Tariff, pick Pick, found *diag.List) (*run, error) {
	r := &run{
		Options: o, known: known, pick: pick, found: found, faultsBefore: found.Errors(),
		table: &Table{Year: o.Year},
		seen:  make(map[member]line), years: make(map[int]bool),
	}
	standard := fields.Of(&pricing.Tariff{})
	r.yearField, _ = fields.Named(standard, "year")
	wrong := r.checkColumns()
	for _, value := range o.EPCI {
		key, _ := siren(text.Phrase{}, value, grid.Text, nil)
		if key == "" {
			wrong = append(wrong, diag.Usage{Text: text.BadEPCI(value)})
			continue
		}
		if r.asked == nil {
			r.asked = make(map[uint32]bool)
		}
		r.asked[sirenKey(key)] = false
	}
	return r, errors.Join(wrong...)
}

// checkColumns checks that --map names fields, by their name or one of their headers,
// and gives them their name.
func (r *run) checkColumns() (wrong []error) {
	var all []fields.Field
	for _, t := range r.known {
		all = append(all, fields.Of(t)...)
	}
	all = append(all, fields.School()...)
	var names []string
	for _, field := range all {
		names = append(names, field.Name)
	}
	r.Columns = slices.Clone(r.Columns)
	for i := range r.Columns {
		m := &r.Columns[i]
		if _, known := fields.Named(all, m.Field); !known {
			folded := fields.Fold(m.Field)
			at := slices.IndexFunc(all, func(f fields.Field) bool { return records.Reads(folded, f) })
			if at < 0 {
				near, _ := nearest.Name(m.Field, names)
				wrong = append(wrong, diag.Usage{Text: text.UnknownMapField(m.Field, near)})
				continue
			}
			m.Field = all[at].Name
		}
		for _, before := range r.Columns[:i] {
			if before.Header == m.Header && before.Field != m.Field {
				wrong = append(wrong, diag.Usage{Text: text.MapHeaderTwice(m.Header, before.Field, m.Field)})
			}
		}
	}
	r.named = records.NewNamed(r.Columns)
	return wrong
}

// read reads one file of counts; the error is one that ends the run.
func (r *run) read(name string) error {
	return r.through(name, records.Options{
		Options: grid.Options{Stdin: r.Stdin, Sheet: r.Sheet, SheetFlag: "--sheet"},
		Kinds:   kinds(), Named: r.named,
		Titles: records.Titles{Data: dataCell, Other: otherFile(name), None: text.NoHeader},
	}, func(f *records.File) error {
		if !r.sameKind(f) {
			return nil
		}
		if f.Kind == ofSchools {
			return r.readSchools(name, f)
		}
		counts := r.newFile(name, f, CountsRole)
		counts.into = sink{r.table.put, r.seen, r.years}
		return counts.walk()
	})
}

// through opens a file, lets it be read and closes it. Where it cannot be read to its
// end as what it is, that is reported; the error is one that ends the run.
func (r *run) through(name string, o records.Options, read func(*records.File) error) error {
	if r.Progress != nil {
		o.Progress = r.Progress(name)
	}
	f, err := records.Open(name, o, r.found)
	if err == nil && f != nil {
		err = read(f)
		if closing := f.Close(); err == nil {
			err = closing
		}
	}
	if fault := new(grid.Fault); errors.As(err, &fault) {
		r.found.Fault(fault.Place, fault.Text)
		r.refused = true
		return nil
	}
	return err
}

// sound tells whether the reading has found no fault so far.
func (r *run) sound() bool { return r.found.Errors() == r.faultsBefore }

// settle checks, once all files are read, that what the flags name was there. Where
// the files have faults, these may be why it is not.
func (r *run) settle() error {
	var wrong []error
	if missing, headers := r.named.Nowhere(); !r.refused {
		for _, m := range missing {
			wrong = append(wrong, diag.Usage{Text: text.MapHeaderNowhere(m.Header, headers)})
		}
	}
	if !r.sound() || wrong != nil {
		return errors.Join(wrong...)
	}
	if r.Year != 0 && len(r.years) > 0 && !r.years[r.Year] {
		var years []string
		for _, y := range slices.Sorted(maps.Keys(r.years)) {
			years = append(years, strconv.Itoa(y))
		}
		wrong = append(wrong, diag.Usage{Text: text.NoRowOfYear(r.Year, years)})
	}
	for _, value := range r.EPCI {
		if key, _ := siren(text.Phrase{}, value, grid.Text, nil); !r.asked[sirenKey(key)] {
			wrong = append(wrong, diag.Usage{Text: text.NoSuchEPCI(key, nearSIRENs(key, r.seen, nil))})
		}
	}
	return errors.Join(wrong...)
}

// nearSIRENs gives at most three SIRENs of rows that are two digits away at most.
func nearSIRENs(siren string, seen map[member]line, rows []pricing.Counts) []string {
	var near []string
	look := func(other string) {
		if nearest.Distance(siren, other) <= 2 {
			near = append(near, other)
		}
	}
	for m := range seen {
		look(fmt.Sprintf("%09d", m.siren))
	}
	for i := range rows {
		look(rows[i].SIREN)
	}
	slices.Sort(near)
	near = slices.Compact(near)
	return near[:min(3, len(near))]
}
