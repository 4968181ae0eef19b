package report

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
)

// What the workbook to read may inflate to, and what of a part is held in memory.
const (
	mostInflated = 1 << 30
	mostInMemory = 32 << 20
)

// workbookFigures takes back the figures of Synthèse as the workbook has them cached:
// EPCI by EPCI, then totals. It finds them by the names of the columns, whatever the
// language, the order of the columns, or the rows that somebody added above.
func workbookFigures(document []byte) (all []Figure, err error) {
	defer func() {
		if p := recover(); p != nil { // the library may, on a document made to harm it
			all, err = nil, UnreadableError{text.NotOurWorkbook(), fmt.Errorf("%v", p)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(document), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostInflated, UnzipXMLSizeLimit: mostInMemory,
	})
	if err != nil {
		return nil, UnreadableError{text.NotOurWorkbook(), err}
	}
	defer func() { err = cmp.Or(err, f.Close()) }()
	t, found := namedTable(f.GetDefinedName())
	if !found {
		return nil, UnreadableError{Text: text.NotOurWorkbook()}
	}
	return t.read(f)
}

// A figureTable is where Synthèse stands, as its names tell.
type figureTable struct {
	sheet       string
	siren       int // column
	first, last int // rows of EPCIs; totals come next
	columns     []figureColumn
}

// A figureColumn is a column of figures.
type figureColumn struct {
	at    int
	field string
	count bool // of units; else of euros
}

// namedTable finds the table by the names that the workbook gives to its columns.
func namedTable(names []excelize.DefinedName) (t figureTable, found bool) {
	reference := regexp.MustCompile(`^'?([^'!]{1,31})'?!\$([A-Z]{1,3})\$([0-9]{1,7})(?::\$([A-Z]{1,3})\$([0-9]{1,7}))?$`)
	for _, name := range names {
		m := reference.FindStringSubmatch(name.RefersTo)
		if m == nil {
			continue
		}
		at, err := excelize.ColumnNameToNumber(m[2])
		if err != nil {
			continue
		}
		if name.Name == sirenColumn {
			t.sheet, t.siren = m[1], at
			t.first, _ = strconv.Atoi(m[3]) // digits, few
			t.last, _ = strconv.Atoi(cmp.Or(m[5], m[3]))
		}
		if field, count, ours := namedField(name.Name); ours {
			t.columns = append(t.columns, figureColumn{at, field, count})
		}
	}
	slices.SortStableFunc(t.columns, func(a, b figureColumn) int { return a.at - b.at })
	return t, t.siren > 0 && t.first <= t.last && len(t.columns) > 0
}

// namedField is what the JSON calls the figures of a column, by its name.
func namedField(name string) (field string, count, ours bool) {
	for _, prefix := range []string{countColumns, itemColumns, sumColumns} {
		if id, ours := strings.CutPrefix(name, prefix); ours {
			return strings.ReplaceAll(id, ".", "-"), prefix == countColumns, true
		}
	}
	return "", false, false
}

// read walks the sheet down to the totals.
func (t figureTable) read(f *excelize.File) (all []Figure, err error) {
	rows, err := f.Rows(t.sheet)
	if err != nil {
		return nil, UnreadableError{text.NotOurWorkbook(), err}
	}
	defer func() { err = cmp.Or(err, rows.Close()) }()
	for row := 1; row <= t.last+1; row++ {
		if !rows.Next() {
			return nil, UnreadableError{text.NotOurWorkbook(), rows.Error()}
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, UnreadableError{text.NotOurWorkbook(), err}
		}
		siren := at(cells, t.siren)
		switch {
		case row < t.first:
			continue
		case row == t.last+1:
			siren = ""
		case siren == "": // a question, whose figures are those of the totals
			continue
		}
		for _, c := range t.columns {
			if value := at(cells, c.at); value != "" {
				all = append(all, Figure{siren, c.field, c.value(value)})
			}
		}
	}
	return all, nil
}

// at is the text of a column's cell.
func at(cells []string, column int) string {
	if column > len(cells) {
		return ""
	}
	return cells[column-1]
}

// value writes a cell as the JSON has it. A number that a spreadsheet program computed
// may be off in its last digits: millionths of a euro are no figure. What is no number
// stays as it is.
func (c figureColumn) value(raw string) string {
	if !regexp.MustCompile(`^-?[0-9]{1,20}(\.[0-9]{1,20})?([Ee][+-]?[0-9]{1,2})?$`).MatchString(raw) {
		return raw
	}
	d, err := decimal.NewFromString(raw)
	if err != nil {
		return raw
	}
	d = d.Round(6)
	switch {
	case c.field == subsidyField: // the workbook takes it away
		d = d.Neg()
	case c.count:
		return d.String()
	}
	if !d.Equal(d.Round(2)) {
		return d.String()
	}
	return d.StringFixed(2)
}
