package config

import (
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Baseline gives the tariff that a what-if starts from: the version asked for; else, of
// all that are loaded, the adopted one in force on the day asked for, or all the year;
// else the embedded default. Year 0 is not known. The errors are those of
// [Tariffs.Choose].
func (t *Tariffs) Baseline(version string, on pricing.Date, year int, found *diag.List) (Chosen, error) {
	switch {
	case version != "":
		return t.byVersion(version, year, found)
	case on != "":
		if !isDay(string(on)) {
			return Chosen{}, diag.Usage{Text: text.NotADay("--on", string(on))}
		}
		if len(t.between(t.all, on, on)) > 0 {
			return t.byDate(on, found)
		}
	case year != 0:
		if in, err := t.byYear(t.all, year, found); in != nil || err != nil {
			return chosen(in, "year"), err
		}
	}
	return t.embedded(), nil
}

// OfYear gives the tariff of counts that are priced for themselves, whatever rate file
// was added for others: the version asked for; else the adopted one in force all their
// year; else, where their year is not known, the embedded default. The errors are those
// of [Tariffs.Choose].
func (t *Tariffs) OfYear(version string, year int, found *diag.List) (Chosen, error) {
	if version != "" || year == 0 {
		return t.Baseline(version, "", 0, found)
	}
	in, err := t.byYear(t.all, year, found)
	if err == nil && in == nil {
		return fault(found, diag.Place{}, text.NoneInForceAll(year, t.inForce()))
	}
	return chosen(in, "year"), err
}

// embedded is the default of the embedded rate file.
func (t *Tariffs) embedded() Chosen {
	return chosen(find(t.all, t.files[0].standard), "default")
}
