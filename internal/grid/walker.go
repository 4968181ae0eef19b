package grid

import (
	"github.com/xuri/excelize/v2"
)

// The names that excelize knows in the workbook that it is given.
const (
	walkedSheet   = "Sheet1"
	walkedPart    = "xl/worksheets/sheet1.xml"
	walkedStrings = "xl/sharedStrings.xml"
)

// A walker has excelize read the values of sheets, one after the other. Excelize gets the two parts that
// it needs, inflated and checked, in a workbook of its own: it opens no file, makes no
// temporary one, and inflates nothing.
type walker struct {
	file    *excelize.File
	rows    *excelize.Rows
	strings int
	row     int // last read
}

// newWalker makes one for the sheets of a workbook. shared is nil for a workbook without
// shared strings; strings is how many it has.
func newWalker(shared []byte, strings int) *walker {
	w := &walker{file: excelize.NewFile(excelize.Options{RawCellValue: true}), strings: strings}
	w.file.Sheet.Delete(walkedPart)
	if shared != nil {
		w.file.Pkg.Store(walkedStrings, shared)
	}
	return w
}

// open stands before the first row of a sheet; the shared strings are read once for all.
func (w *walker) open(sheet []byte) error {
	w.file.Pkg.Store(walkedPart, sheet)
	var err error
	w.rows, err = w.file.Rows(walkedSheet)
	w.row = 0
	return err
}

// to reads row n; the rows between are not in the file, and must have nothing. The
// values are raw: numbers as they stand in the file.
func (w *walker) to(n int) (cells []string, ok bool) {
	defer func() {
		if recover() != nil { // of excelize, on what its tests did not think of
			cells, ok = nil, false
		}
	}()
	for w.row < n {
		if !w.rows.Next() {
			return nil, false
		}
		w.row++
		cells, err := w.rows.Columns()
		if err != nil || w.row < n && len(cells) > 0 {
			return nil, false
		}
		if w.strings != w.sharedStrings() {
			return nil, false
		}
		if w.row == n {
			return cells, true
		}
	}
	return nil, false
}

func (w *walker) sharedStrings() int {
	if w.file.SharedStrings == nil {
		return 0
	}
	return len(w.file.SharedStrings.SI)
}

// atEnd tells whether excelize sees no row after the last one read.
func (w *walker) atEnd() bool { return !w.rows.Next() && w.rows.Error() == nil }

func (w *walker) close() error { return w.file.Close() }
