package counts

import (
	"errors"
	"maps"
	"path/filepath"
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
	r.namedAsOthers(members)
	if err := r.rollUp(members); err != nil { // schools to rows
		return err
	}
	r.join(members)
	r.incomplete = !r.sound()
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
	incomplete  bool           // the rows of members: what they are made of has faults
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
	r.yearField = named(fields.Of(&pricing.Tariff{}), "year")
	wrong := append(r.filesTwice(), r.checkColumns()...)
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

// filesTwice checks that no file is given twice for one purpose.
func (r *run) filesTwice() (wrong []error) {
	for _, names := range [][]string{r.Files, r.Costs, r.Subsidies, r.Directories} {
		given := make(map[string]bool)
		for _, name := range names {
			clean := filepath.Clean(name)
			if given[clean] {
				wrong = append(wrong, diag.Usage{Text: text.FileTwice(name)})
			}
			given[clean] = true
		}
	}
	return wrong
}

// countsFields are those of the files of counts, of whatever kind and tariff.
func (r *run) countsFields() []fields.Field {
	var all []fields.Field
	for _, t := range r.known {
		all = append(all, fields.Of(t)...)
	}
	return append(all, fields.School()...)
}

// checkColumns checks that --map names fields, by their name or one of their headers,
// and gives them their name.
func (r *run) checkColumns() (wrong []error) {
	all := slices.Concat(r.countsFields(), fields.Expense(), fields.Grant())
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
		Options: grid.Options{Stdin: r.Stdin, Sheet: r.Sheet, SheetFlag: "--sheet", TextToo: len(r.Files) > 1},
		Kinds:   countsKinds(), Named: r.named.Of(r.countsFields()),
		Titles: records.Titles{Data: dataCell, Other: otherFile(name), None: text.NoHeader},
	}, func(f *records.File) error {
		if !r.sameKind(f) {
			return nil
		}
		if isSchools(f.Kind) {
			return r.readSchools(name, f)
		}
		counts := countsFile{file: r.newFile(name, f, CountsRole), into: sink{r.table.put, r.seen, r.years}}
		return counts.walk()
	})
}

// through opens a file, lets it be read and closes it. Where it cannot be read to its
// end as what it is, that is reported; the error is one that ends the run.
func (r *run) through(name string, o records.Options, read func(*records.File) error) error {
	o.Progress = r.progress(name)
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
	if errors.Is(err, errReported) {
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
	if !r.refused {
		wrong = r.checkUse()
		if r.Sheet != "" && !slices.ContainsFunc(r.table.Inputs, Input.sheetOfCounts) && r.sound() {
			wrong = append(wrong, diag.Usage{Text: text.NoSheetsInText(r.Files[0], r.Sheet)})
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
	return errors.Join(append(wrong, r.absent()...)...)
}

// absent refuses the SIRENs of --epci that no row has, or keeps them for the table.
func (r *run) absent() (wrong []error) {
	for _, value := range r.EPCI {
		key, _ := siren(text.Phrase{}, value, grid.Text, nil)
		if r.asked[sirenKey(key)] {
			continue
		}
		m := text.NoSuchEPCI(key, nearSIRENs(key, sirensOf(r.seen, nil)))
		if !r.EPCIElsewhere {
			wrong = append(wrong, diag.Usage{Text: m})
			continue
		}
		if r.table.Absent == nil {
			r.table.Absent = make(map[string]text.Message)
		}
		r.table.Absent[key] = m
	}
	return wrong
}

// checkUse checks that some file of the run has each column of --map, and can have its
// field.
func (r *run) checkUse() (wrong []error) {
	if r.table.Tariff == nil && (r.Members != "" || len(r.Costs)+len(r.Subsidies) > 0) {
		return nil // these were not opened
	}
	missing, headers := r.named.Nowhere()
	for _, m := range r.Columns {
		if not := r.unused(m.Field); not != nil {
			wrong = append(wrong, diag.Usage{Text: *not})
		} else if slices.Contains(missing, m) {
			wrong = append(wrong, diag.Usage{Text: text.MapHeaderNowhere(m.Header, headers)})
		}
	}
	return wrong
}

// unused says that no file of the run can have a field; nil when one can.
func (r *run) unused(field string) *text.Message {
	t := r.table.Tariff
	if t == nil {
		return nil
	}
	var read []fields.Field
	add := func(given bool, of []fields.Field) {
		if given {
			read = append(read, of...)
		}
	}
	ofTariff := !r.hasSchools() || r.Members != ""
	add(ofTariff, fields.Of(t))
	add(r.hasSchools(), fields.School()) // which has those of a directory
	add(len(r.Costs) > 0, fields.Expense())
	add(len(r.Subsidies) > 0, fields.Grant())
	if _, used := fields.Named(read, field); used {
		return nil
	}
	others := slices.Concat(fields.School(), fields.Expense(), fields.Grant(), fields.Of(t))
	why := text.MapFieldOfNoFile(field)
	if _, known := fields.Named(others, field); !known && ofTariff {
		why = text.UnusedMapField(field, t.Version)
	}
	return &why
}

// sheetOfCounts tells whether counts were read from a sheet of a workbook.
func (in Input) sheetOfCounts() bool {
	return in.Sheet != "" && (in.Role == CountsRole || in.Role == SchoolsRole)
}
