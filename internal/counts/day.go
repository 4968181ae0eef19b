package counts

import (
	"strconv"
	"strings"
	"time"

	"github.com/entcalc/entcalc/internal/grid"
)

// ParseDay reads a day that somebody typed, and gives it in ISO: 2026-03-12, or
// 12/03/2026.
func ParseDay(value string) (iso string, ok bool) { return day(value, grid.Text) }

// day reads a day of the calendar, and gives it in ISO: 2026-03-12; 12/03/2026, the day
// first; or what a workbook shows as a date, a count of days.
func day(value string, kind grid.Kind) (iso string, ok bool) {
	if kind == grid.Number {
		return "", false // shown as a number: whose day it is cannot be seen
	}
	if kind == grid.Date {
		if days, isCount := grid.PlainNumber(value); isCount {
			return dayOfCount(days)
		}
		value, _, _ = strings.Cut(value, "T") // a cell of type d holds ISO, perhaps with a time
	}
	for _, layout := range []string{time.DateOnly, "2/1/2006"} {
		if at, err := time.Parse(layout, value); err == nil && at.Year() >= firstYear && at.Year() <= lastYear {
			return at.Format(time.DateOnly), true
		}
	}
	return "", false
}

// dayOfCount reads days since firstSerial, perhaps with a part of a day. Those before
// March 1900 are a day off in workbooks, and no invoice's.
func dayOfCount(days string) (iso string, ok bool) {
	whole, _, _ := strings.Cut(days, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 61 || n > 3_000_000 {
		return "", false
	}
	at := firstSerial().AddDate(0, 0, n)
	return at.Format(time.DateOnly), at.Year() <= lastYear
}

// firstSerial is the day before the first that workbooks number, 1 January 1900, and one
// more: they count a 29 February 1900 that there was not.
func firstSerial() time.Time { return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC) }
