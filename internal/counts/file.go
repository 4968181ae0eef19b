package counts

import (
	"errors"
	"path/filepath"
	"strconv"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A file is one that is being read, of counts or a ledger.
type file struct {
	*run
	*records.File
	index int // among the table's inputs

	columns []column
	keysAt  []int // the positions of all that a row may be known by, where a total line has its word

	leftOut map[string]int // rows, by reason
	hidden  []int          // lines of the hidden rows
	total   *totalLine
}

// A countsFile is one of a row per EPCI, of counts or of members.
type countsFile struct {
	*file
	into     sink
	started  bool
	keyAt    int // the position of the SIREN in a row
	givesNew bool
}

// A sink is where the rows of the files of one role go.
type sink struct {
	put   func(pricing.Counts, place) // a sound row that is kept
	seen  map[member]line             // every row with a key
	years map[int]bool                // those of all rows that say one
}

func (r *run) newFile(name string, f *records.File, role Role) *file {
	return &file{run: r, File: f, index: r.addInput(name, f, role), leftOut: make(map[string]int)}
}

// addInput lists a file among those that were read, and gives its index there.
func (r *run) addInput(name string, f *records.File, role Role) int {
	r.table.Inputs = append(r.table.Inputs, Input{
		Role: role, Name: filepath.Base(name), TitleLines: f.TitleLines, // no folder in documents
	})
	r.table.sources = append(r.table.sources, source{
		file: f.At, header: f.HeaderAt, said: make(map[string]text.Phrase),
	})
	return len(r.table.Inputs) - 1
}

// endInput notes what was found out about a file, once all its rows are read; hidden are
// the lines of those that are hidden.
func (r *run) endInput(index int, f *records.File, hidden []int) {
	in, d := &r.table.Inputs[index], f.Detected()
	in.SHA256, in.Encoding, in.Delimiter, in.Sheet = d.SHA256, d.Encoding, d.Delimiter, d.Sheet
	if hidden != nil {
		r.found.Notice(f.At, text.HiddenRows(ranges(hidden)))
	}
	if columns := f.HiddenColumns(); columns != nil {
		r.found.Notice(f.At, text.HiddenColumns(text.List(columns)))
	}
}

func (f *file) input() *Input   { return &f.table.Inputs[f.index] }
func (f *file) source() *source { return &f.table.sources[f.index] }

// errReported ends the reading of a file when what is wrong with it was reported.
var errReported = errors.New("what is wrong was reported")

// walk reads the file from its first row to its last.
func (f *countsFile) walk() error {
	err := f.Walk(func(row grid.Row) error {
		if err := f.start(row); err != nil {
			return err
		}
		f.row(row)
		return nil
	})
	if err == nil {
		err = f.start(grid.Row{}) // a file without rows has columns all the same
	}
	if err == nil {
		f.finish()
	}
	return err
}

// start settles the year, of the first file's first row if no flag did (R10), picks
// the tariff and binds the columns, once. Without a year that can be read it reports that
// and the file cannot be read on.
func (f *countsFile) start(first grid.Row) error {
	if f.started {
		return nil
	}
	f.started = true
	if f.table.Tariff == nil {
		if at := f.Find(f.yearField); f.Year == 0 && len(at) > 0 && first.Cells != nil {
			year, wrong := yearOf(first, at[0], f.yearField.Under(f.Heads[at[0]].Text))
			if wrong != nil {
				f.found.Fault(f.Place(at[0]), *wrong)
				return errReported
			}
			f.table.Year = year
		}
		tariff, err := f.pick(f.table.Year)
		if err != nil {
			return err
		}
		f.table.Tariff = tariff
	}
	return f.bind()
}

// finish checks and notes what is known once all rows are read.
func (f *file) finish() {
	in := f.input()
	f.checkTotal()
	for _, reason := range []string{OtherYear, NotAMember, TotalLine} {
		if rows := f.leftOut[reason]; rows > 0 {
			in.LeftOut = append(in.LeftOut, LeftOut{Reason: reason, Rows: rows})
		}
	}
	if in.Rows == f.leftOut[TotalLine] {
		none := text.NoRows()
		if in.Role == CostsRole || in.Role == SubsidiesRole {
			none = text.NoLines()
		}
		f.found.Fault(f.source().header, none)
	}
	f.endInput(f.index, f.File, f.hidden)
}

// ranges writes numbers in ascending order: 3, 5–9; of many, the first.
func ranges(numbers []int) string {
	const most = 20
	var parts []string
	for i := 0; i < len(numbers); {
		first := i
		i++
		for i < len(numbers) && numbers[i] == numbers[i-1]+1 {
			i++
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
