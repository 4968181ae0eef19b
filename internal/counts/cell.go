package counts

import (
	"strconv"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The years that a row may be of.
const (
	firstYear = 1900
	lastYear  = 2999
)

// wrongKind refuses what a workbook says that a cell holds where it is not what the
// column wants: the text that stands for it would look right (R6).
func wrongKind(field text.Phrase, of fields.Kind, value string, kind grid.Kind) *text.Message {
	if kind == grid.Text || kind == grid.Number || kind == grid.Boolean && of == fields.Choice {
		return nil
	}
	var m text.Message
	switch kind {
	case grid.Boolean:
		m = text.BooleanCell(field, value)
	case grid.Date:
		m = text.DateCell(field, text.CellText(value, true))
	case grid.Failed:
		m = text.FailedCell(field, value)
	default: // grid.Uncomputed
		m = text.UncomputedCell(field)
	}
	return &m
}

// yearOf reads the year of a row.
func yearOf(row grid.Row, at int, field text.Phrase) (int, *text.Message) {
	value, kind := records.Cell(row, at)
	if wrong := wrongKind(field, fields.Year, value, kind); wrong != nil {
		return 0, wrong
	}
	if value == "" {
		m := text.BlankYear(field)
		return 0, &m
	}
	digits := value
	if kind == grid.Number {
		digits, _ = grid.PlainNumber(value)
	}
	year, ok := ParseYear(digits)
	if !ok {
		m := text.NotAYear(field, text.CellText(value, kind == grid.Number))
		return 0, &m
	}
	return year, nil
}

// ParseYear reads a year as counts have it: four digits, from 1900 to 2999.
func ParseYear(s string) (year int, ok bool) {
	if len(s) != 4 || !grid.DigitsOnly(s) {
		return 0, false
	}
	year, err := strconv.Atoi(s)
	return year, err == nil && year >= firstYear && year <= lastYear
}

// ParseCount reads a count as text files have it (R6).
func ParseCount(s string) (n pricing.Quantity, ok bool) {
	units, why := number(s, grid.Text, false)
	return pricing.Quantity(units), why == fine
}
