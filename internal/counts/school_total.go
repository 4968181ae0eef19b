package counts

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// isTotal tells whether a row is a total line, which people add below their own lists:
// the word stands in place of a UAI, or, where that is blank, alone in any cell: a school may be called after Total.
func (f *schoolsFile) isTotal(row grid.Row) bool {
	uai, _ := records.Cell(row, f.columns.uai.at)
	if uai != "" {
		return (uai[0] < '0' || uai[0] > '9') && totalWord(uai)
	}
	return slices.ContainsFunc(row.Cells, onlyTotal)
}

// onlyTotal tells whether a cell says total, and nothing else.
func onlyTotal(cell string) bool {
	words := strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return !unicode.IsLetter(r) })
	switch strings.Join(words, " ") {
	case "total", "totaux", "total général", "total general", "totaux généraux", "totaux generaux":
		return true
	}
	return false
}

// readTotal keeps what a total line says of pupils, until the end of the file.
func (f *schoolsFile) readTotal(row grid.Row) {
	f.total = &totalLine{at: f.Place(-1)}
	f.leaveOut(TotalLine, 0)
	c := f.columns.pupils
	value, kind := records.Cell(row, c.at)
	if value == "" && kind != grid.Uncomputed {
		return
	}
	if wrong := wrongKind(c.said, fields.Count, value, kind); wrong != nil {
		f.faults.Fault(f.Place(c.at), *wrong)
		return
	}
	n, why := number(value, kind, false)
	if why != fine {
		f.faults.Fault(f.Place(c.at), countMessage(c.said, text.CellText(value, kind == grid.Number), why))
		return
	}
	f.total.cells = append(f.total.cells, totalCell{at: f.Place(c.at), n: n})
}

// checkTotal holds the total line, the file's last row, against the pupils of all rows.
func (f *schoolsFile) checkTotal() {
	if f.total == nil {
		return
	}
	for _, cell := range f.total.cells {
		if sum := f.all.pupils; !f.broken && cell.n != sum {
			f.faults.Fault(cell.at, text.TotalMismatch(f.columns.pupils.said, said(cell.n, false), said(sum, false),
				said(max(sum-cell.n, cell.n-sum), false), sum > cell.n))
		}
	}
}
