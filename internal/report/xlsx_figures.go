package report

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
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
	mostInflated = 400 << 20
	mostInMemory = 32 << 20
)

// workbookFigures takes back the figures of a workbook as they are cached, under the
// JSON's names: those of Synthèse, EPCI by EPCI, then totals; the rates of Tarifs; the
// lines of Détail; the pupils of Écoles, where there is such a sheet. It finds them by the names of the columns, whatever the language, the
// order of the columns, or the rows that somebody added above or below.
func workbookFigures(document []byte) (all []Figure, err error) {
	defer func() {
		if p := recover(); p != nil { // the library may, on a document made to harm it
			all, err = nil, unreadable(text.NotOurWorkbook(), fmt.Errorf("%v", p))
		}
	}()
	f, err := openWorkbook(document)
	if err != nil {
		return nil, unreadable(text.NotOurWorkbook(), err)
	}
	defer func() { err = cmp.Or(err, f.Close()) }()
	r := figureReader{f: f, columns: namedColumns(f.GetDefinedName())}
	for _, read := range []func() error{r.summary, r.rates, r.details, r.schools} {
		if err := read(); err != nil {
			return nil, unreadable(text.NotOurWorkbook(), err)
		}
	}
	return r.all, nil
}

func openWorkbook(document []byte) (*excelize.File, error) {
	return excelize.OpenReader(bytes.NewReader(document), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostInflated, UnzipXMLSizeLimit: mostInMemory,
	})
}

// A figureReader takes the figures out of a workbook.
type figureReader struct {
	f       *excelize.File
	columns map[string]namedColumn
	ids     map[string]string // of components, by label
	all     []Figure
}

// A namedColumn is a part of a column that has a name.
type namedColumn struct {
	sheet           string
	at, first, last int
}

// namedColumns gives the parts of columns that have a name.
func namedColumns(names []excelize.DefinedName) map[string]namedColumn {
	reference := regexp.MustCompile(`^'?([^'!]{1,31})'?!\$([A-Z]{1,3})\$([0-9]{1,7})(?::\$([A-Z]{1,3})\$([0-9]{1,7}))?$`)
	columns := make(map[string]namedColumn)
	for _, name := range names {
		m := reference.FindStringSubmatch(name.RefersTo)
		if m == nil {
			continue
		}
		at, err := excelize.ColumnNameToNumber(m[2])
		first, err1 := strconv.Atoi(m[3])
		last, err2 := strconv.Atoi(cmp.Or(m[5], m[3]))
		if err == nil && err1 == nil && err2 == nil && first <= last {
			columns[name.Name] = namedColumn{m[1], at, first, last}
		}
	}
	return columns
}

// walk visits the rows of a named column, and all under it.
func (r *figureReader) walk(name string, visit func(row int, cells []string)) (err error) {
	where, known := r.columns[name]
	if !known {
		return fmt.Errorf("no name %s", name)
	}
	rows, err := r.f.Rows(where.sheet)
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, rows.Close()) }()
	row := 0
	for rows.Next() {
		row++
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		if row >= where.first {
			visit(row, cells)
		}
	}
	if err := rows.Error(); err != nil || row >= where.last {
		return err
	}
	return fmt.Errorf("%s ends at row %d", where.sheet, row)
}

// at is the text of the cell of a row in a named column; "" where there is none.
func (r *figureReader) at(cells []string, name string) string {
	where, known := r.columns[name]
	if !known || where.at > len(cells) {
		return ""
	}
	return cells[where.at-1]
}

func (r *figureReader) add(siren, field, raw string, decimals int32) {
	if raw != "" {
		r.all = append(r.all, Figure{siren, field, figureValue(raw, decimals)})
	}
}

// summary reads Synthèse, the totals under it too.
func (r *figureReader) summary() error {
	names := slices.SortedFunc(maps.Keys(r.columns), func(a, b string) int {
		return cmp.Or(r.columns[a].at-r.columns[b].at, strings.Compare(a, b))
	})
	total := r.columns[sirenColumn].last + 1
	totals := false
	err := r.walk(sirenColumn, func(row int, cells []string) {
		siren := r.at(cells, sirenColumn)
		switch {
		case row == total:
			siren, totals = "", true
		case siren == "": // a question, whose figures are those of the totals
			return
		}
		r.all = named(r.all, siren, r.at(cells, epciColumn))
		for _, name := range names {
			if field, decimals, ours := namedField(name); ours {
				r.add(siren, field, r.at(cells, name), decimals)
			}
		}
	})
	if err == nil && !totals {
		return errors.New("no row of totals")
	}
	return err
}

// namedField is what the JSON calls the figures of a column of Synthèse, by its name, and
// how many decimals they have.
func namedField(name string) (field string, decimals int32, ours bool) {
	if basis, ours := strings.CutPrefix(name, countColumns); ours {
		return basis, 0, true
	}
	for _, prefix := range []string{itemColumns, sumColumns} {
		if id, ours := strings.CutPrefix(name, prefix); ours {
			return strings.ReplaceAll(id, "_", "-"), 2, true
		}
	}
	return "", 0, false
}

// rates reads Tarifs.
func (r *figureReader) rates() error {
	r.ids = make(map[string]string)
	for _, l := range []text.Lang{text.French, text.English} {
		r.ids[text.SubsidyWord().In(l)] = subsidyField
	}
	lines := lineFigures{all: r.all}
	err := r.walk(ratesID, func(_ int, cells []string) {
		id := r.at(cells, ratesID)
		if label := r.at(cells, ratesLabel); r.ids[label] == "" {
			r.ids[label] = id
		}
		if rate := r.at(cells, ratesRate); isNumber(rate) {
			lines.add("", id, "", "", figureValue(rate, 2))
		}
	})
	r.all = lines.all
	return err
}

// details reads Détail.
func (r *figureReader) details() error {
	lines := lineFigures{all: r.all}
	total := r.columns[lineSIREN].last + 1
	err := r.walk(lineSIREN, func(row int, cells []string) {
		label := r.at(cells, lineComponent)
		if row == total || label == "" {
			return
		}
		lines.add(r.at(cells, lineSIREN), cmp.Or(r.ids[label], label),
			figureValue(r.at(cells, lineAmount), 2), figureValue(r.at(cells, lineQuantity), 0), figureValue(r.at(cells, lineRate), 2))
	})
	r.all = lines.all
	return err
}

// schools reads Écoles, if there is one.
func (r *figureReader) schools() error {
	where, known := r.columns[schoolSIREN]
	if !known {
		return nil
	}
	return r.walk(schoolSIREN, func(row int, cells []string) {
		if uai := r.at(cells, schoolUAI); uai != "" && row != where.last+1 {
			r.add(r.at(cells, schoolSIREN), uai+pupilsOf, r.at(cells, schoolPupils), 0)
		}
	})
}

// isNumber tells numbers that are no larger, and no longer, than a workbook's.
func isNumber(raw string) bool {
	mantissa, exponent, found := strings.Cut(strings.ToUpper(raw), "E")
	whole, fraction, point := strings.Cut(strings.TrimPrefix(mantissa, "-"), ".")
	return len(raw) < 40 && allDigits(whole) && (!point || allDigits(fraction)) &&
		(!found || len(exponent) < 4 && allDigits(strings.TrimLeft(exponent, "+-")))
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// figureValue writes a cell as the JSON has it. A number that a spreadsheet program
// computed may be off in its last digits: less than a millionth is no figure. What is
// no number stays as it is.
func figureValue(raw string, decimals int32) string {
	if !isNumber(raw) {
		return raw
	}
	d, err := decimal.NewFromString(raw)
	if err != nil {
		return raw
	}
	if d = d.Round(6); !d.Equal(d.Round(decimals)) {
		return d.String()
	}
	return d.StringFixed(decimals)
}
