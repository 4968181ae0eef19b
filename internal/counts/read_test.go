package counts

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// tariffs are one with the components of article 6, and a later one that also charges
// on inhabitants.
func tariffs() []*pricing.Tariff {
	flat := func(id string, basis pricing.Basis, rate string, optional bool) pricing.Component {
		r, err := pricing.ParseRate(rate)
		if err != nil {
			panic(err)
		}
		return pricing.Component{ID: id, Basis: basis, Optional: optional, Tiers: []pricing.Tier{{Rate: r}}}
	}
	components := []pricing.Component{
		flat("platform", pricing.Pupils, "0.60", false),
		flat("mobile-app", pricing.Pupils, "0.36", true),
		flat("accompaniment", pricing.NewPupils, "0.50", false),
		flat("audit", pricing.NewSchools, "300", true),
		{ID: "training", Basis: pricing.AtCost, Columns: []string{"formations"}},
	}
	components[0].Label = map[string]string{"fr": "Plateforme ENT", "en": "ENT platform"}
	return []*pricing.Tariff{
		{Version: "4", Adopted: true, Components: components},
		{
			Version: "5", Adopted: true,
			Bases:      []pricing.DeclaredBasis{{ID: "inhabitants", Columns: []string{"population"}}},
			Components: append(slices.Clone(components), flat("network", "inhabitants", "0.01", false)),
		},
	}
}

// pickFrom2026 is the later tariff's from 2026 on.
func pickFrom2026(year int) (*pricing.Tariff, error) {
	if year >= 2026 {
		return tariffs()[1], nil
	}
	return tariffs()[0], nil
}

// write writes files to a folder that becomes the current one: a.csv, b.csv.
func write(t testing.TB, contents ...string) []string {
	t.Helper()
	t.Chdir(t.TempDir())
	var files []string
	for i, content := range contents {
		file := string(rune('a'+i)) + ".csv"
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// read reads files, and gives what was found as it is printed.
func read(t testing.TB, o Options, lang text.Lang) (*Table, string, error) {
	t.Helper()
	var found diag.List
	table, err := Read(o, tariffs(), pickFrom2026, &found)
	if err == nil && table.Tariff != nil {
		_, priceErr := pricing.Price(table.Tariff, table.Rows, pricing.Options{})
		if rows := (pricing.RowErrors{}); errors.As(priceErr, &rows) {
			table.Locate(rows, &found)
		}
	}
	var b strings.Builder
	if werr := found.Write(&b, diag.AsText, lang); werr != nil {
		t.Fatal(werr)
	}
	return table, b.String(), err
}

// usage gives the words of an error of usage.
func usage(err error) string {
	var u diag.Usage
	if errors.As(err, &u) {
		return "usage: " + u.Text.In(text.English)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// SIRENs of the tests: three that are right.
const (
	caudresis = "200030633"
	avesnois  = "200042190"
	thierache = "200043396"
)

type found struct {
	name  string
	files []string
	o     Options
	want  string // a line for each diagnostic, then the error of usage
}

func (tt found) check(t *testing.T) {
	t.Run(tt.name, func(t *testing.T) {
		tt.o.Files = write(t, tt.files...)
		_, got, err := read(t, tt.o, text.English)
		if u := usage(err); u != "" {
			got += u + "\n"
		}
		if diff := cmp.Diff(strings.TrimLeft(tt.want, "\n"), got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func TestReadColumns(t *testing.T) {
	for _, tt := range []found{
		{
			name:  "blank rows only",
			files: []string{"\n;;\n \n"},
			want:  "a.csv: error[counts/no-header]: the file has only blank rows\n",
		},
		{
			name:  "a rate file",
			files: []string{"# grille\nschema: entcalc/rates/1\ntariffs:\n", "# grille\nschema: entcalc/rates/1\ntitle: {fr: \"x\", en: x}\n"},
			want: `
a.csv:1: error[counts/rates-file]: this file looks like a rate file, not like counts; a rate file is given by --rates
b.csv:1: error[counts/rates-file]: this file looks like a rate file, not like counts; a rate file is given by --rates
`,
		},
		{
			name:  "no header",
			files: []string{"bilan 2025\n\nnom;eleves\nCA;10\n"},
			want: `
a.csv:1: error[counts/no-header]: no column "siren" nor "UAI" in the first 50 lines; the file begins with "bilan 2025"; one row per EPCI, under a header with siren, pupils, schools; or one per school, with UAI, commune, sector, pupils; or --map siren=Header
`,
		},
		{
			name:  "rows of data above the header",
			files: []string{"Syndicat 253500139;2026\n" + caudresis + ";50;1\n;200 042 190;\nTotal;70;\nTotal 2026;;\nsiren;pupils;schools\n" + thierache + ";1;10\n"},
			want: `
a.csv:2:1: error[counts/row-above-header]: a row of data ("200030633") above the header: it would not be read; put it below the header; if it is a title, take it away
a.csv:3:2: error[counts/row-above-header]: a row of data ("200 042 190") above the header: it would not be read; put it below the header; if it is a title, take it away
a.csv:4:1: error[counts/row-above-header]: a row of data ("Total") above the header: it would not be read; put it below the header; if it is a title, take it away
`,
		},
		{
			name:  "a header and nothing below",
			files: []string{"siren;eleves\n\n;\n"},
			want:  "a.csv:1: error[counts/no-rows]: no EPCI below the header\n",
		},
		{
			name:  "two columns for one field",
			files: []string{"siren;élèves;Effectifs\n" + caudresis + ";10;20\n"},
			want: `
a.csv:1:14: error[counts/two-columns]: "Effectifs" reads as pupils, which the column at a.csv:1:7 already gives; take one of them away, or choose with --map pupils=Header
`,
		},
		{
			name:  "chosen by hand",
			files: []string{"siren;élèves;Effectifs\n" + caudresis + ";10;20\n"},
			o:     Options{Columns: []records.Column{{Field: "pupils", Header: "Effectifs"}}},
			want:  "a.csv:1: notice[counts/unknown-columns]: columns not read: élèves\n",
		},
		{
			name:  "misspelt: reported once, and its cells are read",
			files: []string{"siren;effectif;mobile-ap;accompagnement;colones\n" + caudresis + ";1O;oui;;\n"},
			want: `
a.csv:1:16: error[counts/misspelt-column]: unknown column "mobile-ap": did you mean "mobile-app"?
a.csv:1:26: error[counts/misspelt-column]: unknown column "accompagnement": did you mean "accompaniment"?
a.csv:1: notice[counts/unknown-columns]: columns not read: colones
a.csv:2:11: error[counts/not-a-number]: pupils: "1O" is not a whole number
`,
		},
		{
			name:  "one letter of a short name, two of a long one",
			files: []string{"siren;elevs;mobleap;formatins\n" + caudresis + ";1O;peut-être;1\n"},
			want: `
a.csv:1:7: error[counts/misspelt-column]: unknown column "elevs": did you mean "élèves"?
a.csv:1:13: error[counts/misspelt-column]: unknown column "mobleap": did you mean "mobile-app"?
a.csv:1:21: error[counts/misspelt-column]: unknown column "formatins": did you mean "formations"?
a.csv:2:11: error[counts/not-a-number]: pupils: "1O" is not a whole number
a.csv:2:14: error[counts/not-a-choice]: mobile-app: "peut-être" is neither yes nor no; yes, no, true, false, 1, 0, x, or nothing
`,
		},
		{
			name:  "of another tariff, and of none",
			files: []string{"siren;eleves;population;commune;président\n" + caudresis + ";10;20;Caudry;X\n"},
			want: `
a.csv:1: notice[counts/unknown-columns]: columns not read: commune, président
a.csv:1: notice[counts/other-tariff-columns]: columns that the tariff "4" does not use: population
`,
		},
		{
			name:  "used by the tariff of the year",
			files: []string{"siren;exercice;eleves;population\n" + caudresis + ";2026;10;20\n"},
		},
		{
			name:  "needed by the tariff of the year",
			files: []string{"siren;exercice;eleves\n" + caudresis + ";2026;10\n" + avesnois + ";2026;10\n"},
			want: `
a.csv:1: error[counts/missing-column]: column inhabitants is not there, and is needed by network; it may be called inhabitants, population
`,
		},
		{
			name:  "a mandatory component is not to be chosen",
			files: []string{"siren;eleves;platform\n" + caudresis + ";10;oui\n"},
			want:  "a.csv:1:14: error[counts/mandatory-choice]: platform: this component is mandatory, it is not to be chosen; take the column away\n",
		},
		{
			name:  "cells under no header, rows too short",
			files: []string{"siren;;eleves;;\n" + caudresis + ";x;10;;\n" + avesnois + ";;10;;y\n" + thierache + ";\n"},
			want: `
a.csv:2:11: error[counts/under-no-header]: "x" is under no header
a.csv:3:16: error[counts/under-no-header]: "y" is under no header
a.csv:4: error[counts/short-row]: the row has fewer cells than the header (2 instead of 3)
`,
		},
		{
			name:  "new counts in one file only",
			files: []string{"siren;eleves;new_pupils\n" + caudresis + ";10;1\n", "siren;eleves\n" + avesnois + ";10\n"},
			want: `
b.csv:1: error[counts/new-in-one-file]: the files of a run all have new_pupils or new_schools, or none does: a.csv:1 has, b.csv:1 has not
`,
		},
		{
			name:  "years in one file only",
			files: []string{"siren;eleves\n" + caudresis + ";10\n", "siren;eleves;année\n" + avesnois + ";10;2024\n"},
			want: `
b.csv:1: error[counts/year-in-one-file]: the files of a run all have a column year, or none does: b.csv:1 has one, a.csv:1 has not; or give --year
`,
		},
		{
			name:  "new pupils without new schools, where these are needed",
			files: []string{"siren;eleves;ecoles;new_pupils;audit\n" + caudresis + ";10;2;1;oui\n" + avesnois + ";10;2;11;\n"},
			want: `
a.csv:1: error[counts/missing-new]: column new_schools is not there, and is needed by audit; new_pupils and new_schools are given together
a.csv:3:16: error[counts/part-above-whole]: new_pupils: 11, more than pupils (10)
`,
		},
		{
			name:  "a needed column is not there: once a file",
			files: []string{"siren\n" + caudresis + "\n" + avesnois + "\n", "siren\n" + thierache + "\n"},
			want: `
a.csv:1: error[counts/missing-column]: column pupils is not there, and is needed by platform, accompaniment; it may be called pupils, élèves, effectifs, nombre d'élèves, nombre total d'élèves
b.csv:1: error[counts/missing-column]: column pupils is not there, and is needed by platform, accompaniment; it may be called pupils, élèves, effectifs, nombre d'élèves, nombre total d'élèves
`,
		},
	} {
		tt.check(t)
	}
}

// A header of as many columns as a spreadsheet has is read at once, each of them near to
// a known one; the notice names some.
func TestReadWide(t *testing.T) {
	const columns = 16_384
	var header strings.Builder
	header.WriteString("siren;pupils")
	for i := 2; i < columns; i++ {
		fmt.Fprintf(&header, ";schoo%d", i)
	}
	files := write(t, header.String()+"\n"+caudresis+strings.Repeat(";1", columns-1)+"\n")
	_, got, err := read(t, Options{Files: files}, text.English)
	want := `a.csv:1:14: error[counts/misspelt-column]: unknown column "schoo2": did you mean "schools"?
a.csv:1: notice[counts/unknown-columns]: columns not read: schoo3, schoo4, schoo5, schoo6, schoo7, schoo8, schoo9, schoo10, schoo11, schoo12, ` +
		`schoo13, schoo14, schoo15, schoo16, schoo17, schoo18, schoo19, schoo20, schoo21, schoo22, … (16381 in all)
`
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}
