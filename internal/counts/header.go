package counts

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// dataCell finds what makes data of a row where titles stand: a SIREN or a UAI, or the
// word of a total line that has a number; -1 for a title.
func dataCell(row grid.Row) int {
	total, numbers := -1, false
	for i := range row.Cells {
		value, kind := records.Cell(row, i)
		if value == "" || wrongKind(text.Phrase{}, fields.SIREN, value, kind) != nil {
			continue
		}
		if key, why := siren(text.Phrase{}, value, kind, nil); key != "" && why == nil {
			return i
		}
		if _, problem, _ := territory.ParseUAI(value); problem == territory.UAIFine {
			return i
		}
		if total < 0 && totalWord(value) {
			total = i
		}
		_, why := number(value, kind, true)
		numbers = numbers || why == fine
	}
	if !numbers {
		return -1
	}
	return total
}

// otherFile tells what a file without header is known to be; nil for nothing.
func otherFile(name string) func(records.Above) *text.Message {
	return func(above records.Above) *text.Message {
		ext := strings.ToLower(filepath.Ext(name))
		schema := slices.ContainsFunc(above.Rows, func(row []string) bool { return strings.HasPrefix(row[0], "schema:") })
		if !schema && ext != ".yaml" && ext != ".yml" {
			return nil
		}
		m := text.RatesFile()
		return &m
	}
}
