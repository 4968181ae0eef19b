package counts

import (
	"errors"
	"io"
	"path/filepath"
	"strconv"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A file is one that is being read.
type file struct {
	*run
	*records.File
	index int // among the table's inputs
	into  sink

	columns  []column
	keyAt    int   // the position of the SIREN in a row
	keysAt   []int // of all that a row may be known by, where a total line has its word
	givesNew bool

	leftOut map[string]int // rows, by reason
	hidden  []int          // lines of the hidden rows
	total   *totalLine
}

// A sink is where the rows of the files of one role go.
type sink struct {
	put   func(pricing.Counts, place) // a sound row that is kept
	seen  map[member]line             // every row with a key
	years map[int]bool                // those of all rows that say one
}

func (r *run) newFile(name string, f *records.File, role Role) *file {
	r.table.Inputs = append(r.table.Inputs, Input{
		Role: role, Name: filepath.Base(name), TitleLines: f.TitleLines, // no folder in documents
	})
	r.table.sources = append(r.table.sources, source{
		file: f.At, header: f.HeaderAt, said: make(map[string]text.Phrase),
	})
	return &file{run: r, File: f, index: len(r.table.Inputs) - 1, leftOut: make(map[string]int)}
}

func (f *file) input() *Input   { return &f.table.Inputs[f.index] }
func (f *file) source() *source { return &f.table.sources[f.index] }

// walk reads the file from its first row to its last.
func (f *file) walk() error {
	for bound := false; ; {
		row, err := f.Next()
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
		if at := f.Find(f.yearField); f.Year == 0 && len(at) > 0 && !empty {
			year, wrong := yearOf(first, at[0], f.yearField.Under(f.Heads[at[0]].Text))
			if wrong != nil {
				f.found.Fault(f.Place(at[0]), *wrong)
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
	in, d := f.input(), f.Detected()
	in.SHA256, in.Encoding, in.Delimiter, in.Sheet = d.SHA256, d.Encoding, d.Delimiter, d.Sheet
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
	if f.hidden != nil {
		f.found.Notice(f.source().file, text.HiddenRows(ranges(f.hidden)))
	}
	if hidden := f.HiddenColumns(); hidden != nil {
		f.found.Notice(f.source().file, text.HiddenColumns(text.List(hidden)))
	}
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
