package counts

import (
	"testing"

	"github.com/entcalc/entcalc/internal/grid"
)

// Files of one run share the rentrée that is kept: none is left out whole without a word.
func TestSchoolsRentrees(t *testing.T) {
	of2024 := header35 + row35("2024", "ACIGNE", "0350103X", "PUBLIC", "289")
	of2022 := header35 + row35("2022", "VITRE", "0350104Y", "PUBLIC", "100")
	ofBoth := of2022 + row35("2024", "VITRE", "0350104Y", "PUBLIC", "100")
	for _, tt := range []schoolsTest{
		{
			name:  "the latest differ",
			files: []string{of2024, of2022},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
schools b.csv: 1 rows = 0 kept + 1 other-rentree; rentrée 2024; 100 pupils = 0 + 100
Rennes Métropole: 289 in 1
b.csv:1: error[schools/rentrees-differ]: the files of schools of a run have not the same latest rentrée: a.csv (2024), b.csv (2022); choose with --rentree which is kept; a file that has it not is left aside
`,
		},
		{
			name:  "the latest differ, and another is common",
			files: []string{of2022, ofBoth},
			want: `
schools a.csv: 1 rows = 0 kept + 1 other-rentree; rentrée 2024; 100 pupils = 0 + 100
schools b.csv: 2 rows = 1 kept + 1 other-rentree; rentrée 2024; 200 pupils = 100 + 100
CA Vitré Communauté: 100 in 1
b.csv:1: error[schools/rentrees-differ]: the files of schools of a run have not the same latest rentrée: a.csv (2022), b.csv (2024); all have the rentrée 2022: --rentree 2022
`,
		},
		{
			name:  "a rentrée asked for that one file has",
			files: []string{of2024, of2022},
			o:     Options{Rentree: 2024},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
schools b.csv: 1 rows = 0 kept + 1 other-rentree; rentrée 2024; 100 pupils = 0 + 100
Rennes Métropole: 289 in 1
b.csv: notice[schools/rentree-not-in-file]: no row of the rentrée 2024, but 2022: no school of this file is kept
`,
		},
		{
			name:  "after the year",
			files: []string{of2024},
			o:     Options{Year: 2023},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv: notice[schools/rentree-and-year]: the pupils are of the rentrée 2024, the year of the run is 2023; if it is meant, --rentree 2024 says so
`,
		},
		{
			name:  "long before the year",
			files: []string{of2024},
			o:     Options{Year: 2027},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
Rennes Métropole: 289 in 1
a.csv: notice[schools/rentree-and-year]: the pupils are of the rentrée 2024, the year of the run is 2027; if it is meant, --rentree 2024 says so
`,
		},
		{
			name:  "two years before the year",
			files: []string{of2024},
			o:     Options{Year: 2026},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
Rennes Métropole: 289 in 1
`,
		},
		{
			name:  "long before the year, and asked for",
			files: []string{of2024},
			o:     Options{Year: 2030, Rentree: 2024},
			want: `
schools a.csv: 1 rows = 1 kept; rentrée 2024; 289 pupils = 289
Rennes Métropole: 289 in 1
`,
		},
	} {
		tt.check(t)
	}
}

// A workbook has numbers, and dates as days or in ISO, perhaps with a part of a day.
func TestParseRentreeOfWorkbooks(t *testing.T) {
	for _, tt := range []struct {
		cell string
		kind grid.Kind
		want int
	}{
		{"2.024E3", grid.Number, 2024},
		{"45292", grid.Date, 2024},   // 1 January
		{"45536", grid.Date, 2024},   // 1 September
		{"45292.5", grid.Date, 2024}, // noon
		{"2024-09-01", grid.Date, 2024},
		{"2024-01-01T00:00:00", grid.Date, 2024},
		{"2024-03-12", grid.Date, 0},
		{"45292", grid.Number, 0},
		{"", grid.Date, 0},
	} {
		if year, ok := parseRentree(tt.cell, tt.kind); year != tt.want && ok || ok != (tt.want != 0) {
			t.Errorf("parseRentree(%q, %v) = %d, %v; want %d", tt.cell, tt.kind, year, ok, tt.want)
		}
	}
}

// Schools tell what a list of them has.
func TestSchoolsTell(t *testing.T) {
	table, _ := readText(t, Options{Sector: All}, header35+
		row35("2022", "ACIGNE", "0350103X", "SECTEUR PUBLIC", "289")+
		row35("2022", "VITRE", "0350104Y", "PRIVE", "100")+
		row35("2022", "BRUZ", "0350105Z", "?", "7"))
	if len(table.Schools) != 3 {
		t.Fatalf("%+v", table.Schools)
	}
	for i, want := range []Sector{Public, "", Private} { // in the order of their EPCIs
		if s := table.Schools[i]; s.Sector != want || s.Rentree != 2022 {
			t.Errorf("%s is %q, of %d", s.UAI, s.Sector, s.Rentree)
		}
	}
}
