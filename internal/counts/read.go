package counts

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Read reads the files of a run under the tariff that pick gives, of those known,
// once the year is known (R8, R10).
//
// What is wrong in the files goes to found; the table then has the sound rows only, and
// perhaps no tariff. The error is a [diag.Usage] (a flag's value that names nothing),
// a [diag.System], or whatever pick returned.
func Read(o Options, known []*pricing.Tariff, pick Pick, found *diag.List) (*Table, error) {
	r, err := newRun(o, known, pick, found)
	if err != nil {
		return nil, err
	}
	for _, name := range o.Files {
		if err := r.read(name); err != nil {
			return r.table, err
		}
	}
	return r.table, r.settle()
}

// A run is what the files of one reading share.
type run struct {
	Options
	known        []*pricing.Tariff
	pick         Pick
	found        *diag.List
	faultsBefore int // that the list had already
	table        *Table

	yearField    fields.Field
	sirenHeaders []string // folded
	headers      []string // of all files, as they stand
	mapped       []bool   // by Columns: whether a file has that header
	refused      bool     // some file could not be read to its end
	firstHeader  *diag.Place
	firstYear    bool // the first file has a column year

	asked map[uint32]bool // SIRENs of --epci: whether a row has it; nil when all are
	seen  map[member]line // every row with a key
	years map[int]bool    // those of all rows that say one
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
		table:  &Table{Year: o.Year},
		mapped: make([]bool, len(o.Columns)),
		seen:   make(map[member]line), years: make(map[int]bool),
	}
	standard := fields.Of(&pricing.Tariff{})
	r.yearField, _ = fields.Named(standard, "year")
	key, _ := fields.Named(standard, "siren")
	for _, h := range key.Headers {
		r.sirenHeaders = append(r.sirenHeaders, fields.Fold(h))
	}
	if err := r.checkColumns(); err != nil {
		return nil, err
	}
	for _, value := range o.EPCI {
		key, _ := siren(value, grid.Text)
		if key == "" {
			return nil, diag.Usage{Text: text.BadEPCI(value)}
		}
		if r.asked == nil {
			r.asked = make(map[uint32]bool)
		}
		r.asked[sirenKey(key)] = false
	}
	return r, nil
}

// checkColumns checks that --map names fields, by their name or one of their headers,
// and gives them their name.
func (r *run) checkColumns() error {
	var all []fields.Field
	var names []string
	for _, t := range r.known {
		for _, field := range fields.Of(t) {
			all = append(all, field)
			names = append(names, field.Name)
		}
	}
	r.Columns = slices.Clone(r.Columns)
	for i := range r.Columns {
		m := &r.Columns[i]
		if _, known := fields.Named(all, m.Field); !known {
			folded := fields.Fold(m.Field)
			at := slices.IndexFunc(all, func(f fields.Field) bool { return folded != "" && reads(folded, f) })
			if at < 0 {
				near, _ := nearest.Name(m.Field, names)
				return diag.Usage{Text: text.UnknownMapField(m.Field, near)}
			}
			m.Field = all[at].Name
		}
		for _, before := range r.Columns[:i] {
			if before.Header == m.Header && before.Field != m.Field {
				return diag.Usage{Text: text.MapHeaderTwice(m.Header, before.Field, m.Field)}
			}
		}
	}
	return nil
}

// read reads one file; the error is one that ends the run.
func (r *run) read(name string) error {
	g, err := grid.Open(name, grid.Options{Stdin: r.Stdin, Sheet: r.Sheet, Header: r.isHeader})
	if err == nil {
		err = r.newFile(name, g).walk()
		if closing := g.Close(); err == nil {
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
	for i, m := range r.Columns {
		if !r.mapped[i] && !r.refused {
			return diag.Usage{Text: text.MapHeaderNowhere(m.Header, r.headers)}
		}
	}
	if !r.sound() {
		return nil
	}
	if r.Year != 0 && len(r.years) > 0 && !r.years[r.Year] {
		var years []string
		for _, y := range slices.Sorted(maps.Keys(r.years)) {
			years = append(years, strconv.Itoa(y))
		}
		return diag.Usage{Text: text.NoRowOfYear(r.Year, years)}
	}
	for _, value := range r.EPCI {
		if key, _ := siren(value, grid.Text); !r.asked[sirenKey(key)] {
			return diag.Usage{Text: text.NoSuchEPCI(key, r.nearSIRENs(key))}
		}
	}
	return nil
}

// nearSIRENs gives at most three SIRENs of the files that are two digits away at most.
func (r *run) nearSIRENs(siren string) []string {
	var near []string
	for m := range r.seen {
		if other := fmt.Sprintf("%09d", m.siren); nearest.Distance(siren, other) <= 2 {
			near = append(near, other)
		}
	}
	slices.Sort(near)
	near = slices.Compact(near) // of several years
	return near[:min(3, len(near))]
}

// A file is one that is being read.
type file struct {
	*run
	g     grid.Reader
	index int // among the table's inputs

	heads    []head
	width    int   // cells of the header, blank ones at its end excepted
	unnamed  []int // columns within, of blank header
	columns  []column
	keyAt    int // the position of the SIREN in a row
	givesNew bool
	workbook bool

	leftOut map[string]int // rows, by reason
	hidden  []int          // lines of the hidden rows
	total   *totalLine
}

func (r *run) newFile(name string, g grid.Reader) *file {
	if name != "-" {
		name = filepath.Base(name)
	}
	r.table.Inputs = append(r.table.Inputs, Input{Name: name})
	r.table.sources = append(r.table.sources, source{file: diag.Place{File: name}})
	return &file{run: r, g: g, index: len(r.table.Inputs) - 1, leftOut: make(map[string]int)}
}

func (f *file) input() *Input   { return &f.table.Inputs[f.index] }
func (f *file) source() *source { return &f.table.sources[f.index] }

// walk reads the file from its first row to its last.
func (f *file) walk() error {
	if found, err := f.findHeader(); !found {
		return err
	}
	for bound := false; ; {
		row, err := f.nextRow()
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return err
		}
		if !bound {
			if ready, err := f.start(row, last); !ready {
				return err
			}
			bound = true
		}
		if last {
			f.finish()
			return nil
		}
		f.row(row)
	}
}

// start settles the year, of the first file's first row if no flag did (R10), picks
// the tariff and binds the columns. Without a year that can be read it reports that and
// the file cannot be read on.
func (f *file) start(first grid.Row, empty bool) (ready bool, err error) {
	if f.table.Tariff == nil {
		if at := f.find(f.yearField); f.Year == 0 && len(at) > 0 && !empty {
			year, wrong := yearOf(first, at[0])
			if wrong != nil {
				f.found.Fault(f.g.Place(at[0]), *wrong)
				return false, nil
			}
			f.table.Year = year
		}
		tariff, err := f.pick(f.table.Year)
		if err != nil {
			return false, err
		}
		f.table.Tariff = tariff
	}
	if err := f.bind(); err != nil {
		return false, err
	}
	return true, nil
}

// finish checks and notes what is known once all rows are read.
func (f *file) finish() {
	in, d := f.input(), f.g.Detected()
	in.SHA256, in.Encoding, in.Delimiter, in.Sheet = d.SHA256, d.Encoding, d.Delimiter, d.Sheet
	f.checkTotal()
	for _, reason := range []string{OtherYear, NotAsked, TotalLine} {
		if rows := f.leftOut[reason]; rows > 0 {
			in.LeftOut = append(in.LeftOut, LeftOut{reason, rows})
		}
	}
	if in.Rows == f.leftOut[TotalLine] {
		f.found.Fault(f.source().header, text.NoRows())
	}
	if f.hidden != nil {
		f.found.Notice(f.source().file, text.HiddenRows(ranges(f.hidden)))
	}
	f.hiddenColumns(d)
}

// ranges writes numbers in ascending order: 3, 5–9; of many, the first.
func ranges(numbers []int) string {
	const most = 20
	var parts []string
	for i := 0; i < len(numbers); {
		first := i
		for i++; i < len(numbers) && numbers[i] == numbers[i-1]+1; i++ {
		}
		part := strconv.Itoa(numbers[first])
		if i-first > 1 {
			part += "–" + strconv.Itoa(numbers[i-1])
		}
		if parts = append(parts, part); len(parts) == most && i < len(numbers) {
			parts = append(parts, "…")
			break
		}
	}
	return text.List(parts)
}
