package cmd

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A letterheadFlag takes key=value, again and again: who publishes the documents.
type letterheadFlag struct {
	typed []string
	given []config.Pair // of the settings; what was typed wins, key by key
}

func (l *letterheadFlag) add(a *app, f *pflag.FlagSet) {
	f.Var(l, "letterhead", a.say(text.FlagLetterhead(text.List(letterhead.Keys()))))
	f.Lookup("letterhead").Annotations = map[string][]string{pathAnnotation: {letterhead.LogoKey}}
}

func (l *letterheadFlag) String() string { return strings.Join(l.typed, ",") }

// Type is that of a flag with several values, for the settings.
func (*letterheadFlag) Type() string { return "stringArray" }

func (l *letterheadFlag) Set(pair string) error {
	l.typed = append(l.typed, pair)
	return nil
}

// read gives the letterhead without its logo, whose file stands beside it. What is wrong is
// a [diag.Usage], with its place in the settings.
func (l *letterheadFlag) read() (report.Letterhead, string, error) {
	var typed, pairs []letterhead.Pair
	var wrong []error
	add := func(to *[]letterhead.Pair, pair string, at diag.Place) {
		key, value, ok := strings.Cut(pair, "=")
		if !ok {
			wrong = append(wrong, diag.Usage{Text: text.NotAPair(pair), Place: at})
			return
		}
		*to = append(*to, letterhead.Pair{Key: strings.TrimSpace(key), Value: value, At: at})
	}
	for _, pair := range l.typed {
		add(&typed, pair, diag.Place{})
	}
	for _, pair := range l.given {
		add(&pairs, pair.Text, pair.At)
	}
	pairs = slices.DeleteFunc(pairs, func(p letterhead.Pair) bool {
		return slices.ContainsFunc(typed, func(t letterhead.Pair) bool { return t.Key == p.Key })
	})
	of, logo, err := letterhead.Read(append(pairs, typed...))
	return of, logo, errors.Join(append(wrong, err)...)
}

// A day is a flag that takes a day of the calendar: 2026-03-31, or 31/03/2026.
type day pricing.Date

func (d *day) String() string { return string(*d) }

func (*day) Type() string { return "2026-03-31, 31/03/2026" }

func (d *day) Set(s string) error {
	iso, ok := counts.ParseDay(strings.TrimSpace(s))
	if !ok {
		return errValue
	}
	*d = day(iso)
	return nil
}

// epochVariable tells, in seconds since 1970, when sources last changed: what builds that
// are to be repeated print in the place of the clock's date.
const epochVariable = "SOURCE_DATE_EPOCH"

// dated gives the date of the documents: that of --date, else of the environment's
// variable, else none.
func (a *app) dated(d day) (pricing.Date, error) {
	value := strings.TrimSpace(a.getenv(epochVariable))
	if d != "" || value == "" {
		return pricing.Date(d), nil
	}
	const most = 253402300799 // the last second of the year 9999
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 || seconds > most {
		return "", diag.Usage{Text: text.BadEpoch(epochVariable, value)}
	}
	return pricing.Date(time.Unix(seconds, 0).UTC().Format(time.DateOnly)), nil
}
