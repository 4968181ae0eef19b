package counts

import (
	"errors"
	"io"
	"path/filepath"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

// A file is one that is being read.
type file struct {
	*run
	g     grid.Reader
	index int // among the table's inputs

	heads    []head
	width    int   // cells of the header, blank ones at its end excepted
	beside   int   // cells after them that are merged with the header's last
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
	r.table.Inputs = append(r.table.Inputs, Input{Name: filepath.Base(name)}) // no folder in documents
	r.table.sources = append(r.table.sources, source{file: diag.Place{File: name}, said: make(map[string]text.Phrase)})
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
			year, wrong := yearOf(first, at[0], f.yearField.Under(f.heads[at[0]].text))
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
