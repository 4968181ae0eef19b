package counts

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// account checks that no row has vanished: each that was read is kept, or left out for
// a reason, or has a fault at its place.
func account(t interface{ Errorf(string, ...any) }, table *Table, found *diag.List) {
	kept := 0
	for _, in := range table.Inputs {
		if in.Role == SchoolsRole {
			return // accountSchools has them
		}
		kept += in.Kept
		rows := in.Kept
		for _, l := range in.LeftOut {
			rows += l.Rows
		}
		faulty := make(map[int]bool)
		for _, d := range found.All() {
			if d.Severity == diag.Error && d.Place.File == in.Name {
				faulty[d.Place.Line] = true
			}
		}
		if rows > in.Rows || rows+len(faulty) < in.Rows && found.Errors() < 1000 {
			t.Errorf("%d rows read, %d accounted for, faults at %v", in.Rows, rows, faulty)
		}
		if found.Err() == nil && rows != in.Rows {
			t.Errorf("%d rows read, %d accounted for, no fault", in.Rows, rows)
		}
	}
	if kept != len(table.Rows) || kept != len(table.places) {
		t.Errorf("%d rows in the table, %d kept", len(table.Rows), kept)
	}
	for i := range table.Rows {
		if table.Place(i, "subsidy").Line == 0 {
			t.Errorf("row %d is nowhere", i)
		}
	}
}

// No input panics, and no row vanishes.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"siren;eleves;ecoles\n200030633;1 000;10\n",
		"SIREN,Nom,\"Nb. d'élèves\",écoles\r\n200030633,\"CA, du\nCaudrésis\",12O,\r\n,TOTAL,12,1\r\n",
		"titre\n\nsiren\tyear\tnew_pupils\tnew_schools\taudit_quantity\tsubvention\tformations\tmobile-app\n" +
			"5520135\t2024\t1\t1\t0\t1,5\t1.234\tx\n200042190\t2026\t1\t\t\t\t\t\n\t\t\t\t\t\t\t\n200030633\n",
		"siren|population|platform|elevs||\n200030633|1|oui|2|x|y\n20003063300012|||||\n",
		"\ufeffsiren;exercice;élèves\n200030633;2026;1\n200030633;2026;2\ntotal;;3\n200043396;;4\ntotaux;;7\n",
		"siren;élèves;voté;notes\n200030633;1;1 500,00;a\n200042190;2;;\n200043396;3;0;\nTOTAL;6;1500;\n",
		"Numéro de l'école;Nombre d'élèves\n0350735J;12\n",
		"siren;eleves\n200030633;\"10\n",
	} {
		f.Add(seed, 0, "", "")
		f.Add(seed, 2026, "200030633", "pupils=élèves")
	}
	f.Fuzz(func(t *testing.T, data string, year int, epci, mapped string) {
		o := Options{Files: []string{"-"}, Stdin: strings.NewReader(data)}
		if year >= firstYear && year <= lastYear {
			o.Year = year
		}
		if epci != "" {
			o.EPCI = []string{epci}
		}
		if field, header, ok := strings.Cut(mapped, "="); ok {
			o.Columns = []records.Column{{Field: field, Header: header}}
		}
		var list diag.List
		table, err := Read(o, tariffs(), pickFrom2026, &list)
		var usage diag.Usage
		if err != nil && !errors.As(err, &usage) {
			t.Errorf("%v", err)
		}
		if table != nil {
			account(t, table, &list)
		}
	})
}

// Rows of all kinds: whatever is kept and left out, the sum is what was read.
func TestReadAccounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{caudresis, avesnois, thierache, "200043990", "200070662", "200070670", "", "x", "20003063"}
		var b strings.Builder
		b.WriteString("siren;year;eleves;nom\n")
		for range rapid.IntRange(0, 8).Draw(t, "rows") {
			b.WriteString(rapid.SampledFrom(keys).Draw(t, "siren") + ";" +
				rapid.SampledFrom([]string{"2024", "2024", "2025", ""}).Draw(t, "year") + ";" +
				rapid.SampledFrom([]string{"1", "2", "x", ""}).Draw(t, "pupils") + ";" +
				rapid.SampledFrom([]string{"", "A", "Total"}).Draw(t, "name") +
				rapid.SampledFrom([]string{"", "", "", ";", ";y"}).Draw(t, "end") + "\n" +
				rapid.SampledFrom([]string{"", "", "\n", ";;;\n"}).Draw(t, "blank"))
		}
		o := Options{Files: []string{"-"}, Stdin: strings.NewReader(b.String())}
		o.Year = rapid.SampledFrom([]int{0, 2024}).Draw(t, "asked")
		if rapid.Bool().Draw(t, "epci") {
			o.EPCI = []string{caudresis}
		}
		var list diag.List
		table, err := Read(o, tariffs(), pickFrom2026, &list)
		if err != nil && !errors.As(err, new(diag.Usage)) {
			t.Fatal(err)
		}
		account(t, table, &list)
	})
}

// A name that would turn a terminal's text round is kept as it is, and shown escaped.
func TestReadNameAsItIs(t *testing.T) {
	o := Options{Files: []string{"-"}, Stdin: strings.NewReader("siren;nom;eleves\n" + caudresis + ";\"a\u202eb\x1b[31m\";\u202e1\n")}
	_, got, err := read(t, o, text.English)
	if err != nil || !strings.Contains(got, `"\u202e1" is not a whole number`) {
		t.Errorf("%v\n%s", err, got)
	}
}
