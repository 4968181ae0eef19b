// Package config turns files into what a run works with: rate files (YAML) into
// [pricing.Tariff], entcalc.yaml and ENTCALC_* into settings.
//
// A rate file is read in four steps, each of which reports all that it finds wrong:
//
//	bytes → parse → YAML nodes → check (one table, [rateShape]) → values → build → Tariff → examples priced
package config

import (
	"slices"
	"time"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/pricing"
)

// Tariffs are all tariffs of the loaded rate files.
type Tariffs struct {
	all   []*loaded   // each version once, in order of loading
	files []rateTable // in order of loading: the embedded one first
}

// A rateTable is one rate file: its tariffs, those that other files define alike included.
type rateTable struct {
	name     string // blank for the embedded one
	tariffs  []*loaded
	standard string // its `default`; "" for none
}

// A loaded tariff knows where it comes from.
type loaded struct {
	tariff  *pricing.Tariff
	value   *value // as it is written
	file    string
	version diag.Place // of the version in its file
}

// All gives the tariffs in order of loading, each version once.
func (t *Tariffs) All() []*pricing.Tariff { return tariffsOf(t.all) }

// File is the name of the rate file that a tariff comes from; blank for the embedded one.
func (t *Tariffs) File(v *pricing.Tariff) string {
	for _, l := range t.all {
		if l.tariff == v {
			return l.file
		}
	}
	return ""
}

// Of gives the tariffs that the file of a name defines, in its order: those too that a
// file before it defines alike.
func (t *Tariffs) Of(name string) []*pricing.Tariff {
	i := slices.IndexFunc(t.files, func(f rateTable) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return tariffsOf(t.files[i].tariffs)
}

// Validity says from when and to when a tariff is in force (R8): to its `to`, or to
// the day before the `from` of the next adopted one; "" is no end. Of a draft it gives
// the dates as they are written.
func (t *Tariffs) Validity(v *pricing.Tariff) (from, to pricing.Date) {
	if !v.Adopted || v.To != "" {
		return v.From, v.To
	}
	var next pricing.Date
	for _, l := range t.all {
		later := l.tariff.Adopted && l.tariff.From > v.From
		if later && (next == "" || l.tariff.From < next) {
			next = l.tariff.From
		}
	}
	return v.From, dayBefore(next)
}

// dayBefore gives the day before a day; "" for none.
func dayBefore(d pricing.Date) pricing.Date { return dayBeside(d, -1) }

// dayAfter gives the day after a day; "" for none.
func dayAfter(d pricing.Date) pricing.Date { return dayBeside(d, 1) }

func dayBeside(d pricing.Date, days int) pricing.Date {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return pricing.Date(day.AddDate(0, 0, days).Format(time.DateOnly))
}

// find gives the tariff of a version; nil for none.
func find(list []*loaded, version string) *loaded {
	i := slices.IndexFunc(list, func(l *loaded) bool { return l.tariff.Version == version })
	if i < 0 {
		return nil
	}
	return list[i]
}

// versions names the tariffs of a list.
func versions(list []*loaded) []string {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = l.tariff.Version
	}
	return names
}

// tariffsOf gives the tariffs of a list.
func tariffsOf(list []*loaded) []*pricing.Tariff {
	all := make([]*pricing.Tariff, len(list))
	for i, l := range list {
		all[i] = l.tariff
	}
	return all
}
