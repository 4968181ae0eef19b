package counts

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/pricing"
)

// accountSchools checks that no school has vanished: rows read = kept + left out + those
// with faults, and the same of pupils; and that the counts of rows are sums of schools.
func accountSchools(t interface{ Errorf(string, ...any) }, table *Table, found *diag.List) {
	kept, keptPupils := 0, int64(0)
	for i, in := range table.Inputs {
		if in.Role != SchoolsRole {
			continue
		}
		faulty := table.sources[i].faulty
		rows, pupils := in.Kept+faulty.rows, in.KeptPupils+faulty.pupils
		kept, keptPupils = kept+in.Kept, keptPupils+in.KeptPupils
		for _, l := range in.LeftOut {
			rows, pupils = rows+l.Rows, pupils+l.Pupils
		}
		if rows != in.Rows || pupils != in.Pupils || faulty.rows > 0 && found.Err() == nil {
			t.Errorf("%d rows read, %d accounted for; %d pupils read, %d accounted for", in.Rows, rows, in.Pupils, pupils)
		}
	}
	sums := make([]map[pricing.Basis]pricing.Quantity, len(table.Rows))
	for i := range sums {
		sums[i] = make(map[pricing.Basis]pricing.Quantity)
	}
	row, pupils := 0, int64(0)
	for _, s := range table.Schools {
		if s.Row < row || s.Row >= len(sums) {
			t.Errorf("a school of row %d after those of row %d of %d", s.Row, row, len(sums))
			return
		}
		row, pupils = s.Row, pupils+int64(s.Pupils)
		sums[row][pricing.Schools]++
		sums[row][pricing.Pupils] += s.Pupils
		if s.New {
			sums[row][pricing.NewSchools]++
			sums[row][pricing.NewPupils] += s.Pupils
		}
	}
	if len(table.Schools) != kept || pupils != keptPupils {
		t.Errorf("%d schools with %d pupils, %d with %d kept", len(table.Schools), pupils, kept, keptPupils)
	}
	for i := range table.Rows {
		for basis, n := range table.Rows[i].Of {
			if sums[i][basis] != n {
				t.Errorf("row %d has %d %s, its schools %d", i, n, basis, sums[i][basis])
			}
		}
	}
}

// readText reads a file of schools that is given as text.
func readText(t interface{ Errorf(string, ...any) }, o Options, data string) (*Table, *diag.List) {
	o.Files, o.Stdin = []string{"-"}, strings.NewReader(data)
	var found diag.List
	table, err := Read(o, tariffs(), pickFrom2026, &found)
	if err != nil && !errors.As(err, new(diag.Usage)) {
		t.Errorf("%v", err)
	}
	if table != nil && err == nil {
		accountSchools(t, table, &found)
	}
	return table, &found
}

// No input panics, and no school vanishes.
func FuzzReadSchools(f *testing.F) {
	for _, seed := range []string{
		header35 + row35("2022", "ACIGNE", "0350103X", "PUBLIC", "289") + row35("2021", "VITRE", "0350104Y", "PRIVE", "1 000"),
		header35 + row35("2021-2022", "NULLE PART", "350103X", "", "12O") + row35("2022-01-01", "", "0350103Y", "?", ""),
		"UAI;code insee;commune;type;élèves;équipée;tranche\n0350103x;1001;Acigné;Ecole;1;oui;2024\n0350104Y;35690;;Collège;;;\n;TOTAL;;;1;;\n",
		"uai,secteur,code département,commune,effectif\n\"0850001P\",SECTEUR PUBLIC,085,\"L'Île-\nd'Yeu\",7\n",
		"Numéro de l'école\tNombre d'élèves\tIPS\n0350735J\t12\n",
	} {
		f.Add(seed, 0, 0, "", "")
		f.Add(seed, 2024, 2022, "243500139", "all")
	}
	f.Fuzz(func(t *testing.T, data string, year, rentree int, epci, sector string) {
		o := Options{Sector: Sector(sector)}
		if year >= firstYear && year <= lastYear {
			o.Year = year
		}
		if rentree >= firstYear && rentree <= lastYear {
			o.Rentree = rentree
		}
		if epci != "" {
			o.EPCI = []string{epci}
		}
		readText(t, o, data)
	})
}

// A drawn school: cells in the order of header35's columns that rows differ in.
type drawnSchool struct{ rentree, commune, uai, sector, pupils string }

func drawSchools(t *rapid.T, rentrees []string) []drawnSchool {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) drawnSchool {
		return drawnSchool{
			rapid.SampledFrom(rentrees).Draw(t, "rentree"),
			rapid.SampledFrom([]string{"ACIGNE", "VITRE", "BRUZ", "FLEURIGNE", "SAINT-PERE", "NULLE PART"}).Draw(t, "commune"),
			fmt.Sprintf("0350%03d", rapid.IntRange(103, 140).Draw(t, "uai")),
			rapid.SampledFrom([]string{"PUBLIC", "PUBLIC", "PRIVE", "SECTEUR PUBLIC", "?"}).Draw(t, "sector"),
			rapid.SampledFrom([]string{"1", "20", "300", "", "x"}).Draw(t, "pupils"),
		}
	}), 0, 30).Draw(t, "schools")
}

func fileOf(schools []drawnSchool) string {
	var b strings.Builder
	b.WriteString(header35)
	for _, s := range schools {
		key := "ABCDEFGHJKLMNPRSTUVWXYZ"[atoi(s.uai)%23]
		b.WriteString(row35(s.rentree, s.commune, s.uai+string(key), s.sector, s.pupils))
	}
	return b.String()
}

func atoi(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// Whatever is kept and left out of rows of all kinds, the sum is what was read.
func TestSchoolsAccount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Options{
			Rentree: rapid.SampledFrom([]int{0, 0, 2021, 2022}).Draw(t, "asked"),
			Sector:  rapid.SampledFrom([]Sector{"", Private, All}).Draw(t, "sector"),
			EPCI:    rapid.SampledFrom([][]string{nil, {vitre}, {fougeres, rennes}}).Draw(t, "epci"),
		}
		lines := strings.SplitAfter(fileOf(drawSchools(t, []string{"2021", "2022", "2022-2023", "2020", "", "?"})), "\n")
		for _, line := range rapid.SliceOfN(rapid.SampledFrom([]string{
			"2022;short\n", row35("2022", "ACIGNE", "0350103A", "PUBLIC", "5"), row35("2022", "ACIGNE", "TOTAL", "", "5"),
			row35("2021", "ACIGNE", "TOTAL", "", "x"), row35("2022", "ACIGNE", "0350103X", "PUBLIC", "5;stray"), ";;;;;;;TOTAL;\n",
		}), 0, 4).Draw(t, "lines") {
			lines = slices.Insert(lines, rapid.IntRange(1, len(lines)-1).Draw(t, "at"), line)
		}
		readText(t, o, strings.Join(lines, ""))
	})
}

// No directory panics, and no school vanishes.
func FuzzReadDirectory(f *testing.F) {
	for _, seed := range []string{
		"Identifiant_de_l_etablissement;Code_commune;Nom_commune;Code_departement\n0350103X;35001;Acigné;035\n0350104y;35360;;\n",
		"uai,commune\n350103X,VITRE\n0350103X,RENNES\n\"0350104Y\",\n",
		"uai;code commune\n0350103X;35690\n0350104Y;99999;?\n0350104Y\n",
		"",
	} {
		f.Add(seed)
	}
	schools := filepath.Join(f.TempDir(), "a.csv")
	data := header35 + row35("2022", "NULLE PART", "0350103X", "PUBLIC", "1") + row35("2022", "VITRE", "0350104Y", "PUBLIC", "2")
	if err := os.WriteFile(schools, []byte(data), 0o600); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data string) {
		var found diag.List
		table, err := Read(Options{Files: []string{schools}, Directories: []string{"-"}, Stdin: strings.NewReader(data)}, tariffs(), pickFrom2026, &found)
		if err != nil {
			t.Fatal(err)
		}
		accountSchools(t, table, &found)
		for _, in := range table.Inputs {
			if in.Role == DirectoryRole && found.Err() == nil && in.Kept != in.Rows {
				t.Errorf("%d rows, %d kept, and no fault", in.Rows, in.Kept)
			}
		}
	})
}

// The rows of other rentrées say nothing, wherever they stand: what is kept, and what is
// wrong with it, is the same without them.
func TestSchoolsOfOtherRentrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mixed := drawSchools(t, []string{"2021", "2022"})
		var alone []drawnSchool
		for i := range mixed {
			if mixed[i].pupils == "x" {
				mixed[i].pupils = "1" // which is a fault in any row
			}
			if mixed[i].rentree == "2022" {
				alone = append(alone, mixed[i])
			}
		}
		if alone == nil {
			return
		}
		got, gotFound := readText(t, Options{}, fileOf(mixed))
		want, wantFound := readText(t, Options{}, fileOf(alone))
		if len(got.Schools) != len(want.Schools) || len(got.Rows) != len(want.Rows) || gotFound.Errors() != wantFound.Errors() {
			t.Fatalf("%d schools, %d rows, %d faults; alone %d, %d, %d", len(got.Schools), len(got.Rows), gotFound.Errors(),
				len(want.Schools), len(want.Rows), wantFound.Errors())
		}
		for i := range got.Schools {
			if got.Schools[i].UAI != want.Schools[i].UAI || got.Schools[i].Row != want.Schools[i].Row {
				t.Fatalf("school %d is %v, alone %v", i, got.Schools[i], want.Schools[i])
			}
		}
	})
}
