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
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A letterheadFlag takes key=value, again and again: who publishes the documents.
type letterheadFlag []string

func (l *letterheadFlag) add(a *app, f *pflag.FlagSet) {
	f.StringArrayVar((*[]string)(l), "letterhead", nil, a.say(text.FlagLetterhead(text.List(letterhead.Keys()))))
	takesPairs(f.Lookup("letterhead"))
	annotate(f.Lookup("letterhead"), keyedAnnotation, letterhead.LogoKey)
}

// letterhead makes the letterhead of what was typed and of what the settings say, of which
// the former wins, key by key; logo is where the settings name the logo's file, nowhere for
// one that was typed. What is wrong is a [diag.Usage], with its place in the settings.
func (a *app) letterhead(typed letterheadFlag) (l letterhead.Letterhead, logo diag.Place, err error) {
	var pairs []config.Pair
	var wrong []error
	met := make(map[string]bool)
	for _, pair := range typed {
		p, err := config.ParsePair("--letterhead", pair, diag.Place{})
		pairs, wrong = append(pairs, p), append(wrong, err)
		met[p.Key] = true
	}
	pairs = slices.DeleteFunc(pairs, func(p config.Pair) bool { return p == config.Pair{} }) // refused
	if a.values != nil {
		given, err := a.values.Pairs("letterhead")
		wrong = append(wrong, err)
		pairs = append(slices.DeleteFunc(given, func(p config.Pair) bool { return met[p.Key] }), pairs...)
	}
	for _, p := range pairs {
		if m := l.Set(p.Key, p.Value); m != nil {
			wrong = append(wrong, diag.Usage{Text: *m, Place: p.At})
		} else if p.Key == letterhead.LogoKey {
			logo = p.At
		}
	}
	return l, logo, errors.Join(wrong...)
}

// readLogo reads the logo of a letterhead. Where it cannot be read, the error is at the
// place that names its file.
func (a *app) readLogo(l *letterhead.Logo, at diag.Place) error {
	err := l.Read(a.found)
	if err == nil {
		return nil
	}
	refused := diag.Unreadable(l.File, err)
	refused.Text = refused.Text.OfLogo(l.File)
	refused.Place = at
	return refused
}

// A day is a flag that takes a day of the calendar: 2026-03-31, or 31/03/2026.
type day pricing.Date

func (d *day) String() string { return string(*d) }

func (*day) Type() string { return "2026-03-31, 31/03/2026 (1900–2999)" }

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
	const most = 32503679999 // the last second of the year 2999
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 || seconds > most {
		return "", diag.Usage{Text: text.BadEpoch(epochVariable, value)}
	}
	return pricing.Date(time.Unix(seconds, 0).UTC().Format(time.DateOnly)), nil
}
