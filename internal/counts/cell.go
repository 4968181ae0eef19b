package counts

import (
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

// The years that a row may be of.
const (
	firstYear = 1900
	lastYear  = 2999
)

// wrongKind refuses what a workbook says that a cell holds where it is not what the
// column wants: the text that stands for it would look right (R6).
func wrongKind(field string, of fields.Kind, value string, kind grid.Kind) *text.Message {
	if kind == grid.Text || kind == grid.Number || kind == grid.Boolean && of == fields.Choice {
		return nil
	}
	var m text.Message
	switch kind {
	case grid.Boolean:
		m = text.BooleanCell(field, value)
	case grid.Date:
		m = text.DateCell(field, value)
	case grid.Failed:
		m = text.FailedCell(field, value)
	default: // grid.Uncomputed
		m = text.UncomputedCell(field)
	}
	return &m
}

// yearOf reads the year of a row: four digits.
func yearOf(row grid.Row, at int) (int, *text.Message) {
	const field = "year"
	value, kind := cellOf(row, at)
	if wrong := wrongKind(field, fields.Year, value, kind); wrong != nil {
		return 0, wrong
	}
	if value == "" {
		m := text.BlankYear(field)
		return 0, &m
	}
	digits := value
	if kind == grid.Number {
		digits, _ = withoutExponent(value)
	}
	year, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 || !digitsOnly(digits) || year < firstYear || year > lastYear {
		m := text.NotAYear(field, value)
		return 0, &m
	}
	return year, nil
}

// choice reads what a member says of an optional component (R3); said is false for a
// blank, ok for what is neither yes nor no.
func choice(value string) (chosen, said, ok bool) {
	switch strings.ToLower(value) {
	case "":
		return false, false, true
	case "oui", "yes", "vrai", "true", "1", "x":
		return true, true, true
	case "non", "no", "faux", "false", "0":
		return false, true, true
	default:
		return false, false, false
	}
}
