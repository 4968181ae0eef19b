package config_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// rates writes a rate file of tariffs: "v" is a draft, "v from", "v from to" are adopted.
func rates(name, standard string, tariffs ...string) config.File {
	var b strings.Builder
	b.WriteString("schema: entcalc/rates/1\n")
	if standard != "" {
		fmt.Fprintf(&b, "default: %q\n", standard)
	}
	b.WriteString("tariffs:\n")
	for _, t := range tariffs {
		words := strings.Fields(t)
		fmt.Fprintf(&b, "  - {version: %q, components: [{id: x, label: {fr: X, en: X}, basis: epci, rate: 1}]", words[0])
		if len(words) > 1 {
			fmt.Fprintf(&b, ", status: adopted, dated: 2020-01-01, source: vote, from: %s", words[1])
		}
		if len(words) > 2 {
			b.WriteString(", to: " + words[2])
		}
		b.WriteString("}\n")
	}
	return file(name, b.String())
}

// Rule R8, clause by clause.
func TestChoose(t *testing.T) {
	law := rates("law.yaml", "B", "A 2019-06-26", "B 2022-01-01", "C 2024-07-01 2026-12-31")
	on := func(day pricing.Date) config.Choice { return config.Choice{On: day} }
	version := func(v string) config.Choice { return config.Choice{Version: v} }
	none := config.Choice{}
	inForce := "`A` from 26 June 2019 to 31 December 2021, `B` from 1 January 2022 to 30 June 2024, `C` from 1 July 2024 to 31 December 2026"
	for _, tt := range []struct {
		name   string
		files  []config.File
		choice config.Choice
		year   int
		want   string // version and by, or "usage" or "fault" and what is said
	}{
		{"a version", nil, version("A"), 2025, "A version"},
		{"a version goes before a day", nil, config.Choice{Version: "A", On: "2025-01-01"}, 0, "A version"},
		{"a version goes before a file", []config.File{rates("f", "", "D")}, version("B"), 0, "B version"},
		{"a version of a file, whatever its dates", []config.File{rates("f", "", "D 2030-01-01", "E")}, version("D"), 2025, "D version"},
		{"no such version", nil, version("Z"), 0, "usage no version `Z` (known versions: A, B, C)"},
		{"a version nearly named", []config.File{rates("f", "", "2027")}, version("2026"), 0, "usage no version `2026` (known versions: A, B, C, 2027; did you mean `2027`?)"},

		{"the day it begins", nil, on("2019-06-26"), 0, "A date"},
		{"the day before the next", nil, on("2021-12-31"), 0, "A date"},
		{"the day of the next", nil, on("2022-01-01"), 0, "B date"},
		{"a day, whatever the year", nil, on("2024-07-01"), 2019, "C date"},
		{"its last day", nil, on("2026-12-31"), 0, "C date"},
		{"after the last day", nil, on("2027-01-01"), 0, "usage --on: no adopted tariff is in force on 1 January 2027 (in force: " + inForce + ")"},
		{"before the first day", nil, on("2019-06-25"), 0, "usage --on: no adopted tariff is in force on 25 June 2019 (in force: " + inForce + ")"},
		{"no day", nil, on("2019-02-30"), 0, "usage --on: `2019-02-30` is not a day (write year-month-day: 2019-06-26)"},
		{"a day goes before a file", []config.File{rates("f", "", "D")}, on("2023-05-05"), 0, "B date"},
		{"a day, of all that is loaded", []config.File{rates("f", "", "D 2027-01-01")}, on("2027-05-05"), 0, "D date"},
		{
			"two on one day",
			[]config.File{rates("f", "", "D 2025-01-01")},
			on("2025-05-05"), 0,
			"fault f:3:15 two adopted tariffs are in force on 5 May 2025: `D` and `C` (law.yaml:6:15) (close one of them with `to`)",
		},

		{"a file's only tariff, a draft", []config.File{rates("f", "", "D")}, none, 0, "D file"},
		{"a draft, whatever the year", []config.File{rates("f", "", "D")}, none, 2025, "D file"},
		{"of the last file", []config.File{rates("f", "", "D"), rates("g", "", "E")}, none, 2025, "E file"},
		{"a file's only tariff, in force", []config.File{rates("f", "", "D 2027-01-01")}, none, 2027, "D file"},
		{"a file's only tariff, adopted, no year", []config.File{rates("f", "", "D 2027-01-01")}, none, 0, "D file"},
		{
			"a file's only tariff, adopted, not in force all the year",
			[]config.File{rates("f", "", "D 2027-01-02")},
			none, 2027,
			"fault f:3:15 tariff `D` is not in force all of 2027 (in force: " + inForce + ", `D` from 2 January 2027; choose with --rates-version or --on)",
		},
		{"a file's tariff of the year", []config.File{rates("f", "", "D 2027-01-01", "E 2028-01-01", "F")}, none, 2027, "D year"},
		{"a file's tariff of the year, before its default", []config.File{rates("f", "F", "D 2027-01-01", "E 2028-01-01", "F")}, none, 2028, "E year"},
		{"a file's default, no year", []config.File{rates("f", "F", "D 2027-01-01", "F")}, none, 0, "F default"},
		{"a file's default, a draft, whatever the year", []config.File{rates("f", "F", "D 2027-01-01", "F")}, none, 2025, "F default"},
		{
			"a file's default, adopted, not in force all the year",
			[]config.File{rates("f", "D", "D 2027-01-01", "F")},
			none, 2026,
			"fault f:4:15 tariff `D` is not in force all of 2026 (in force: " + inForce + ", `D` from 1 January 2027; choose with --rates-version or --on)",
		},
		{"a default of another file", []config.File{rates("f", "B", "D", "F")}, none, 2023, "B default"},
		{
			"a default of another file, not in force all the year",
			[]config.File{rates("f", "B", "D", "F")},
			none, 2024,
			"fault law.yaml:5:15 tariff `B` is not in force all of 2024 (in force: " + inForce + "; choose with --rates-version or --on)",
		},
		{
			"several and no default",
			[]config.File{rates("f", "", "D", "E")},
			none, 0,
			"usage f holds several tariffs: D, E (say which one with --rates-version, or put `default` in the file)",
		},
		{
			"several, none in force all the year, and no default",
			[]config.File{rates("f", "", "D 2027-03-01", "E")},
			none, 2027,
			"usage f holds several tariffs: D, E (say which one with --rates-version, or put `default` in the file)",
		},
		{
			"two of a file in force in the year",
			[]config.File{rates("f", "", "D 2030-01-01 2031-06-30", "E 2031-01-01")},
			none, 2031,
			"fault f:4:15 two adopted tariffs are in force on 1 January 2031: `E` and `D` (f:3:15) (close one of them with `to`)",
		},
		{"a file that defines a version alike", []config.File{rates("f", "", "B 2022-01-01")}, none, 2023, "B file"},

		{"the year's", nil, none, 2020, "A year"},
		{"the year's, from its first day", nil, none, 2022, "B year"},
		{"the year's, to its last day", nil, none, 2026, "C year"},
		{"no year", nil, none, 0, "B default"},
		{"a year of two tariffs", nil, none, 2024, "fault no adopted tariff is in force all of 2024 (in force: " + inForce + "; choose with --rates-version or --on)"},
		{"a year that begins before", nil, none, 2019, "fault no adopted tariff is in force all of 2019 (in force: " + inForce + "; choose with --rates-version or --on)"},
		{"a year that comes after", nil, none, 2027, "fault no adopted tariff is in force all of 2027 (in force: " + inForce + "; choose with --rates-version or --on)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var found diag.List
			tariffs := config.Load(append([]config.File{law}, tt.files...), &found)
			if tariffs == nil {
				t.Fatal(found.All())
			}
			chosen, err := tariffs.Choose(tt.choice, tt.year, &found)
			if got := outcome(chosen, err, &found); got != tt.want {
				t.Errorf("\ngot  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A year that was typed is a flag's value: where no tariff can be taken for it, that is
// wrong usage, and no fault of the files. Two tariffs in force at once are a fault all the same.
func TestChooseYearTyped(t *testing.T) {
	for _, tt := range []struct {
		files []config.File
		year  int
		typed string // beginning of the outcome
	}{
		{[]config.File{rates("law", "A", "A 2020-01-01")}, 2019, "usage no adopted tariff is in force all of 2019"},
		{[]config.File{rates("law", "A", "A 2020-01-01"), rates("f", "", "D 2027-01-02")}, 2027, "usage tariff `D` is not in force all of 2027"},
		{[]config.File{rates("law", "A", "A 2020-01-01"), rates("f", "D", "D 2027-01-01", "F")}, 2026, "usage tariff `D` is not in force all of 2026"},
		{[]config.File{rates("law", "A", "A 2020-01-01 2030-12-31", "B 2022-01-01")}, 2025, "fault law:5:15 two adopted tariffs are in force"},
		{[]config.File{rates("law", "A", "A 2020-01-01")}, 2020, "A year"},
	} {
		var found diag.List
		tariffs := config.Load(tt.files, &found)
		if tariffs == nil {
			t.Fatal(found.All())
		}
		chosen, err := tariffs.Choose(config.Choice{YearTyped: true}, tt.year, &found)
		if got := outcome(chosen, err, &found); !strings.HasPrefix(got, tt.typed) {
			t.Errorf("got %q, want %q", got, tt.typed)
		}
		if strings.HasPrefix(tt.typed, "usage") && found.Errors() > 0 {
			t.Errorf("%q is a fault too", tt.typed)
		}
	}
}

// outcome says what Choose gave, in a line.
func outcome(chosen config.Chosen, err error, found *diag.List) string {
	said := func(m text.Message) string { return m.In(text.English) + " (" + m.Hint(text.English) + ")" }
	var usage diag.Usage
	switch {
	case errors.As(err, &usage):
		return "usage " + said(usage.Text)
	case errors.Is(err, diag.Invalid{}):
		fault := found.All()[0]
		return strings.TrimSpace("fault "+fault.Place.String()) + " " + said(fault.Text)
	case err != nil:
		return err.Error()
	}
	return chosen.Tariff.Version + " " + chosen.By
}

func TestValidity(t *testing.T) {
	tariffs := mustLoad(t, rates("f", "", "5 2024-03-01", "6 2026-01-01 2026-06-30", "7 2026-12-01", "8"))
	want := map[string][2]pricing.Date{
		"4": {"2019-06-26", "2024-02-29"}, // 2024 is a leap year
		"5": {"2024-03-01", "2025-12-31"},
		"6": {"2026-01-01", "2026-06-30"},
		"7": {"2026-12-01", ""},
		"8": {"", ""},
	}
	for _, v := range tariffs.All() {
		from, to := tariffs.Validity(v)
		if got := [2]pricing.Date{from, to}; got != want[v.Version] {
			t.Errorf("%s: %v, want %v", v.Version, got, want[v.Version])
		}
	}
}
