package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A Choice is what flags say about which tariff to take (R8).
type Choice struct {
	Version   string       // --rates-version
	On        pricing.Date // --on
	YearTyped bool         // the year was asked for (--year): it does not come from the counts
}

// Chosen is the tariff that R8 gives, and by which of its rules.
type Chosen struct {
	Tariff *pricing.Tariff
	By     string // version, date, file, year, default
}

// A yearAsked is the year that the tariff is wanted for; 0 is not known.
type yearAsked struct {
	year  int
	typed bool
}

// refuse says that no tariff can be taken for the year: wrong usage where it was typed,
// else a fault of the files.
func (y yearAsked) refuse(at diag.Place, m text.Message, found *diag.List) (Chosen, error) {
	if y.typed {
		return Chosen{}, diag.Usage{Text: m, Place: at}
	}
	return fault(found, at, m)
}

// Choose gives the tariff to take by R8; year 0 is not known. The error is a
// [diag.Usage] where a flag names nothing, or [diag.Invalid] where found says what is
// wrong with the files for the year.
func (t *Tariffs) Choose(c Choice, year int, found *diag.List) (Chosen, error) {
	y := yearAsked{year, c.YearTyped}
	switch last := t.files[len(t.files)-1]; {
	case c.Version != "":
		return t.byVersion(c.Version, year, found)
	case c.On != "":
		return t.byDate(c.On, found)
	case len(t.files) > 1: // --rates
		return t.ofFile(last, y, found)
	case year == 0:
		return t.byDefault(last, y, found)
	}
	in, err := t.byYear(t.all, year, found)
	if err == nil && in == nil {
		return y.refuse(diag.Place{}, text.NoneInForceAll(year, t.inForce()), found)
	}
	return chosen(in, "year"), err
}

// byVersion takes the version that was asked for, whatever its dates; they are told
// where they are not those of the year.
func (t *Tariffs) byVersion(version string, year int, found *diag.List) (Chosen, error) {
	if v := find(t.all, version); v != nil {
		if first, last := daysOf(year); year != 0 && v.tariff.Adopted && !t.covers(v, first, last) {
			found.Notice(v.version, text.AskedNotInForce(version, year))
		}
		return chosen(v, "version"), nil
	}
	known := versions(t.all)
	near, _ := nearest.Name(version, known)
	return Chosen{}, diag.Usage{Text: text.UnknownRatesVersion(version, near, list(known))}
}

// byDate takes the adopted tariff in force on a day, of all that are loaded.
func (t *Tariffs) byDate(on pricing.Date, found *diag.List) (Chosen, error) {
	if !isDay(string(on)) {
		return Chosen{}, diag.Usage{Text: text.NotADay("--on", string(on))}
	}
	in := t.between(t.all, on, on)
	if len(in) == 0 {
		return Chosen{}, diag.Usage{Text: text.NoneInForceOn(string(on), t.inForce())}
	}
	if len(in) > 1 {
		return fault(found, in[1].version, twoInForce(in, on))
	}
	return chosen(in[0], "date"), nil
}

// ofFile takes a tariff of the last --rates file: its only one; else its adopted one in
// force all the year; else its default.
func (t *Tariffs) ofFile(f rateTable, y yearAsked, found *diag.List) (Chosen, error) {
	if len(f.tariffs) == 1 {
		return t.standing(f.tariffs[0], "file", y, found)
	}
	if y.year != 0 {
		if in, err := t.byYear(f.tariffs, y.year, found); in != nil || err != nil {
			return chosen(in, "year"), err
		}
	}
	return t.byDefault(f, y, found)
}

// byYear takes, of a list, the adopted tariff in force all the year; nil for none. Two
// in force on one of its days are a fault of the files.
func (t *Tariffs) byYear(of []*loaded, year int, found *diag.List) (*loaded, error) {
	first, last := daysOf(year)
	in := t.between(of, first, last)
	for i, v := range in {
		for _, other := range in[:i] {
			if day := max(first, v.tariff.From, other.tariff.From); t.covers(v, day, day) && t.covers(other, day, day) {
				_, err := fault(found, v.version, twoInForce([]*loaded{other, v}, day))
				return nil, err
			}
		}
	}
	for _, v := range in {
		if t.covers(v, first, last) {
			return v, nil
		}
	}
	return nil, nil
}

// byDefault takes a file's default.
func (t *Tariffs) byDefault(f rateTable, y yearAsked, found *diag.List) (Chosen, error) {
	if f.standard == "" {
		return Chosen{}, diag.Usage{Text: text.SeveralTariffs(shown(f.name), list(versions(f.tariffs)))}
	}
	return t.standing(find(t.all, f.standard), "default", y, found)
}

// standing takes a tariff for itself, not for its dates; an adopted one must still be in
// force all the year, when the year is known.
func (t *Tariffs) standing(v *loaded, by string, y yearAsked, found *diag.List) (Chosen, error) {
	if first, last := daysOf(y.year); y.year != 0 && v.tariff.Adopted && !t.covers(v, first, last) {
		return y.refuse(v.version, text.NotInForceAll(v.tariff.Version, y.year, t.inForce()), found)
	}
	return chosen(v, by), nil
}

// covers tells whether a tariff is in force on all days from first to last.
func (t *Tariffs) covers(v *loaded, first, last pricing.Date) bool {
	from, to := t.Validity(v.tariff)
	return from <= first && (to == "" || to >= last)
}

// between gives the adopted tariffs of a list that are in force on some day from first
// to last.
func (t *Tariffs) between(of []*loaded, first, last pricing.Date) []*loaded {
	var in []*loaded
	for _, v := range of {
		from, to := t.Validity(v.tariff)
		if v.tariff.Adopted && from <= last && (to == "" || to >= first) {
			in = append(in, v)
		}
	}
	return in
}

// inForce lists the adopted tariffs by the day that they come into force.
func (t *Tariffs) inForce() text.Phrase {
	var periods []text.InForce
	for _, v := range t.all {
		if v.tariff.Adopted {
			from, to := t.Validity(v.tariff)
			periods = append(periods, text.InForce{Version: v.tariff.Version, From: string(from), To: string(to)})
		}
	}
	slices.SortStableFunc(periods, func(a, b text.InForce) int {
		return strings.Compare(a.From, b.From)
	})
	return text.Periods(periods)
}

// daysOf gives the first and the last day of a year.
func daysOf(year int) (first, last pricing.Date) {
	return pricing.Date(fmt.Sprintf("%04d-01-01", year)), pricing.Date(fmt.Sprintf("%04d-12-31", year))
}

func twoInForce(two []*loaded, day pricing.Date) text.Message {
	return text.TwoInForce(string(day), two[1].tariff.Version, two[0].tariff.Version, two[0].version.String())
}

func chosen(v *loaded, by string) Chosen {
	if v == nil {
		return Chosen{}
	}
	return Chosen{v.tariff, by}
}

func fault(found *diag.List, at diag.Place, m text.Message) (Chosen, error) {
	found.Fault(at, m)
	return Chosen{}, found.Err()
}

// list quotes versions for a sentence.
func list(versions []string) string {
	quoted := make([]string, len(versions))
	for i, v := range versions {
		quoted[i] = text.Quote(v)
	}
	return text.List(quoted)
}
