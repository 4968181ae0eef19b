package counts

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// A totalLine is the row that sums those above it, until it proves to be the last.
type totalLine struct {
	at    diag.Place
	cells []totalCell
}

// A totalCell is what the total line says of one column.
type totalCell struct {
	column int // among the file's
	at     diag.Place
	n      int64
}

// isTotal tells whether a row is a total line: the word stands in place of a SIREN,
// or, where that is blank, in any cell.
func (f *file) isTotal(row grid.Row) bool {
	for _, at := range f.keysAt {
		if key, _ := records.Cell(row, at); key != "" {
			return totalWord(key)
		}
	}
	return slices.ContainsFunc(row.Cells, totalWord)
}

// totalWord tells whether the first word of a cell is total or totaux.
func totalWord(cell string) bool {
	other := func(r rune) bool { return !unicode.IsLetter(r) }
	word := strings.TrimLeftFunc(cell, other)
	if end := strings.IndexFunc(word, other); end >= 0 {
		word = word[:end]
	}
	return strings.EqualFold(word, "total") || strings.EqualFold(word, "totaux")
}

// readTotal keeps what a total line says, until the end of the file.
func (f *file) readTotal(row grid.Row) {
	f.total = &totalLine{at: f.Place(-1)}
	for i := range f.columns {
		c := &f.columns[i]
		value, kind := records.Cell(row, c.At)
		if !c.summed() || value == "" && kind != grid.Uncomputed {
			continue
		}
		if wrong := wrongKind(c.Said, c.Kind, value, kind); wrong != nil {
			f.fault(c, *wrong)
			continue
		}
		n, why := number(value, kind, c.euros())
		if why != fine {
			f.fault(c, numberMessage(c, value, kind, why))
			continue
		}
		f.total.cells = append(f.total.cells, totalCell{i, f.Place(c.At), n})
	}
}

// checkTotal holds the total line, the file's last row, against the rows above it,
// kept or not.
func (f *file) checkTotal() {
	if f.total == nil {
		return
	}
	f.leftOut[TotalLine] = 1
	for _, cell := range f.total.cells {
		c := &f.columns[cell.column]
		if !c.broken && cell.n != c.sum {
			f.found.Fault(cell.at, text.TotalMismatch(c.Said,
				said(cell.n, c.euros()), said(c.sum, c.euros()),
				said(max(c.sum-cell.n, cell.n-c.sum), c.euros()), c.sum > cell.n))
		}
	}
}

// breakTotals notes that a row was not read, or is one too many: no column's total can
// be checked.
func (f *file) breakTotals() {
	for i := range f.columns {
		f.columns[i].broken = true
	}
}

// add sums; it stops far beyond any total that a line can say.
func add(sum, n int64) int64 {
	const most = 1 << 62
	if sum > most-n {
		return most
	}
	return sum + n
}
