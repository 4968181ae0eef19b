package grid

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// A workbook reads the rows of one sheet: the survey and excelize must agree on what is
// there.
type workbook struct {
	source  *source
	digest  *digest
	header  func([]string) bool
	survey  *survey // not to be touched before the last row: it is ahead
	walker  *walker
	walk    *walk
	found   Detected
	row     Row
	used    []bool // columns, from 0, in which a cell has something
	headers int    // the row of the first header that the caller knows; 0 before it
	last    int    // the last row in which a cell has something
	ahead   []area // merged, as it was found before the walk
	allowed bool   // to be merged, below the header
	err     error  // what ended the walk

	from1904 bool // its dates count days from 1904
	progress progress
}

// openWorkbook checks the archive, chooses the sheet and stands before its rows.
func openWorkbook(s *source, o Options) (Reader, error) {
	p, err := openPack(s)
	if err != nil {
		return nil, err
	}
	c, err := p.contents()
	if err != nil {
		return nil, err
	}
	shared, facts, err := p.cellFacts(c)
	if err != nil {
		return nil, err
	}
	w := &workbook{source: s, from1904: c.from1904, header: o.Header, allowed: o.Merged, progress: progress{tell: o.Progress}}
	w.walker = newWalker(shared, facts.strings)
	chosen, err := p.choose(c.sheets, o, facts, w.walker)
	if err != nil {
		return nil, err
	}
	data, err := p.read(chosen.part, mostSheet)
	if err != nil {
		return nil, err
	}
	w.found.Sheet, w.survey = chosen.name, p.survey(chosen, data, facts)
	if err := w.survey.begin(); err != nil {
		return nil, w.survey.refused(err)
	}
	w.ahead = w.survey.ahead()
	if err := w.walker.open(data); err != nil {
		return nil, w.damaged(0, 0)
	}
	w.progress.total = int64(len(data))
	w.digest, w.walk = s.digest(), newWalk(w.survey, w.walker)
	return w, nil
}

// cellFacts reads the styles and the shared strings, which it gives as they stand.
func (p *pack) cellFacts(c contents) (shared []byte, f cellFacts, err error) {
	if c.strings != "" {
		if shared, err = p.read(c.strings, mostStrings); err != nil {
			return nil, f, err
		}
		if f.strings, err = p.countShared(c.strings, shared); err != nil {
			return nil, f, err
		}
	}
	f.dates, err = p.dateStyles(c.styles)
	return shared, f, err
}

// survey prepares to walk a sheet.
func (p *pack) survey(of sheet, data []byte, facts cellFacts) *survey {
	return &survey{m: newMarkup(data), file: p.source.name, sheet: of, facts: facts}
}

// Next gives the next row of the sheet's XML.
func (w *workbook) Next() (Row, error) {
	if w.err == nil {
		w.err = w.advance()
	}
	if w.err != nil {
		return Row{}, w.err
	}
	return w.row, nil
}

func (w *workbook) advance() error {
	r, err := w.walk.next()
	w.progress.at(w.walk.before)
	switch {
	case errors.Is(err, io.EOF):
		return w.end()
	case errors.Is(err, errUnlike):
		return w.damaged(0, 0)
	case err != nil:
		return err
	}
	w.row = Row{Line: r.number, Cells: r.values, Kinds: w.row.Kinds[:0], Hidden: r.hidden, merged: w.mergedIn(r.number)}
	if !r.seen {
		return w.damaged(r.number, 0)
	}
	if column := w.merge(r.cells); column > 0 {
		if fault := w.walk.later(); fault != nil {
			return fault
		}
		return w.damaged(r.number, column)
	}
	if w.headers == 0 && w.header != nil && w.header(w.row.Cells) {
		w.headers = r.number
	}
	return nil
}

// mergedIn gives the merged areas that have cells in a row.
func (w *workbook) mergedIn(row int) []area {
	in := w.row.merged[:0]
	for _, a := range w.ahead {
		if a.first <= row && row <= a.last {
			in = append(in, a)
		}
	}
	return in
}

// merge puts the kinds of the survey beside the values of excelize. It gives the first
// column, from 1, where only one of the two has something; 0 if there is none.
func (w *workbook) merge(cells []surveyed) int {
	r := &w.row
	for _, c := range cells {
		if !c.full && c.kind != Uncomputed {
			continue
		}
		if wrong := w.bare(c.column - 1); wrong > 0 {
			return wrong
		}
		i := c.column - 1
		if i == len(r.Cells) {
			r.Cells = append(r.Cells, "")
		}
		if has := r.Cells[i] != ""; has != c.full && !c.shared {
			return c.column
		}
		r.Cells[i] = w.shown(r.Cells[i], c.kind)
		r.Kinds = append(r.Kinds, c.kind)
		w.use(i)
	}
	return w.bare(len(r.Cells))
}

// bare passes over columns that the survey found to have nothing, up to one, from 0; it
// gives the first, from 1, that has something all the same.
func (w *workbook) bare(upTo int) int {
	r := &w.row
	for i := len(r.Kinds); i < upTo; i++ {
		if i == len(r.Cells) {
			r.Cells = append(r.Cells, "")
		}
		if r.Cells[i] != "" {
			return i + 1
		}
		r.Kinds = append(r.Kinds, Text)
	}
	return 0
}

// use notes that a column and the row have something.
func (w *workbook) use(column int) {
	for len(w.used) <= column {
		w.used = append(w.used, false)
	}
	w.used[column] = true
	w.last = w.row.Line
}

// shown makes a value readable: excelize gives numbers and booleans as they stand in
// the file.
func (w *workbook) shown(value string, k Kind) string {
	switch k {
	case Number:
		return fifteen(value)
	case Boolean:
		if is, _ := boolean(value); is {
			return "TRUE"
		}
		return "FALSE"
	case Date:
		if w.from1904 {
			return since1900(value)
		}
	case Text, Failed, Uncomputed:
	}
	return value
}

// since1900 counts days of a workbook that counts them from 1904 as all others do.
func since1900(days string) string {
	const from1904 = 1462
	whole, fraction, _ := strings.Cut(days, ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return days // a date that is written as one
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return strconv.Itoa(n+from1904) + fraction
}

// end checks what stands after the rows.
func (w *workbook) end() error {
	if err := w.endMerged(); err != nil {
		return err
	}
	for column, used := range w.used { // in this order: spans may be many, and the same
		if used && slices.ContainsFunc(w.survey.hiddenColumns, func(s span) bool { return s.first <= column+1 && column+1 <= s.last }) {
			w.found.HiddenColumns = append(w.found.HiddenColumns, column)
		}
	}
	sum, err := w.digest.wait()
	if err != nil {
		return err
	}
	w.found.SHA256 = sum
	w.progress.end()
	return io.EOF
}

// endMerged refuses cells merged in the table, or otherwise than rows were told.
func (w *workbook) endMerged() error {
	merged := w.survey.merged
	if len(w.ahead) > len(merged) || !slices.Equal(w.ahead, merged[:len(w.ahead)]) {
		return w.damaged(0, 0)
	}
	var refs []string
	var at diag.Place
	for _, a := range merged {
		if !w.allowed && w.headers > 0 && a.last >= w.headers && a.first <= w.last {
			if refs == nil {
				at = diag.Place{Line: a.first, Column: a.left}
			}
			refs = append(refs, a.ref)
		}
	}
	if refs != nil {
		return w.survey.fault(at, text.Merged(refs))
	}
	return nil
}

// damaged says that excelize and the survey do not see the same cells.
func (w *workbook) damaged(row, column int) error {
	return w.survey.fault(diag.Place{Line: row, Column: column}, text.DamagedSheet())
}

// Place names the cell.
func (w *workbook) Place(i int) diag.Place {
	return diag.Place{File: w.source.name, Sheet: w.found.Sheet, Line: w.row.Line, Column: max(i, -1) + 1}
}

func (w *workbook) Detected() Detected { return w.found }

func (w *workbook) Close() error {
	w.digest.cancel()
	w.walk.close()
	err := w.walker.close()
	if closed := w.source.close(); err == nil {
		err = closed
	}
	return err
}
