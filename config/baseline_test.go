package config_test

import (
	"testing"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/pricing"
)

// What a what-if starts from, and what counts of another year are priced by.
func TestBaseline(t *testing.T) {
	law := rates("", "B", "A 2019-06-26", "B 2022-01-01", "C 2024-07-01 2026-12-31")
	added := rates("f.yaml", "D", "D 2027-01-01", "E")
	var found diag.List
	tariffs := config.Load([]config.File{law, added}, &found)
	if err := found.Err(); err != nil {
		t.Fatal(found.All())
	}
	for _, tt := range []struct {
		name, version string
		on            pricing.Date
		year          int
		want, ofYear  string // version and by; "" for an error
	}{
		{"nothing is known", "", "", 0, "B default", "B default"},
		{"the year", "", "", 2025, "C year", "C year"},
		{"a year of an added file", "", "", 2028, "D year", "D year"},
		{"a year that no tariff is in force all of", "", "", 2024, "B default", ""},
		{"a year before all", "", "", 2018, "B default", ""},
		{"a day", "", "2024-07-01", 2024, "C date", ""},
		{"a day before all", "", "2018-01-01", 0, "B default", "B default"},
		{"a version", "E", "2024-07-01", 2025, "E version", "E version"},
		{"no such version", "Z", "", 2025, "", ""},
		{"no day", "", "2024-13-01", 0, "", "B default"},
	} {
		said := func(c config.Chosen, err error) string {
			if err != nil {
				return ""
			}
			return c.Tariff.Version + " " + c.By
		}
		if got := said(tariffs.Baseline(tt.version, tt.on, tt.year, &found)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := said(tariffs.OfYear(tt.version, tt.year, &found)); got != tt.ofYear {
			t.Errorf("%s, of its own year: %q, want %q", tt.name, got, tt.ofYear)
		}
	}
}
