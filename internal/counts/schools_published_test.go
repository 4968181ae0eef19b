package counts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/pricing"
)

// published gives the path of a published file, which is not in the repository: the test
// is skipped where it is not there.
func published(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there", name)
	}
	return path
}

// readPublished reads a published file without a fault.
func readPublished(t *testing.T, name string, o Options) *Table {
	t.Helper()
	o.Files = []string{published(t, name)}
	var found diag.List
	table, err := Read(o, tariffs(), pickFrom2026, &found)
	if err != nil || found.Err() != nil {
		t.Fatalf("%s: %v, %v", name, err, found.All())
	}
	accountSchools(t, table, &found)
	return table
}

// schoolsAndPupils writes a sum as the tables below have it.
func schoolsAndPupils(c *pricing.Counts) string {
	return fmt.Sprintf("%d, %d", c.Of[pricing.Schools], c.Of[pricing.Pupils])
}

// The totals were counted with two other tools.
func TestPublishedTotals(t *testing.T) {
	const of35, since2009 = "effectifs-ecoles-35-2019-2022.csv", "effectifs-ecoles-api-2009-2024.csv"
	for _, tt := range []struct {
		file    string
		rentree int
		sector  Sector
		want    string
		rows    string // read = kept + left out
	}{
		{of35, 2019, Public, "422, 70777", "2704 = 422 + 2027 other-rentree + 255 sector"},
		{of35, 2020, Public, "421, 69868", "2704 = 421 + 2028 other-rentree + 255 sector"},
		{of35, 2021, Public, "421, 68911", "2704 = 421 + 2028 other-rentree + 255 sector"},
		{of35, 2022, Public, "421, 68190", "2704 = 421 + 2029 other-rentree + 254 sector"},
		{of35, 2019, Private, "255, 40852", "2704 = 255 + 2027 other-rentree + 422 sector"},
		{of35, 2020, Private, "255, 40456", "2704 = 255 + 2028 other-rentree + 421 sector"},
		{of35, 2021, Private, "255, 39937", "2704 = 255 + 2028 other-rentree + 421 sector"},
		{of35, 2022, Private, "254, 39539", "2704 = 254 + 2029 other-rentree + 421 sector"},
		{of35, 0, All, "675, 107729", "2704 = 675 + 2029 other-rentree"},
		{since2009, 2024, "", "1024, 90150", "2064 = 1024 + 853 other-rentree + 187 sector"},
		{since2009, 0, Private, "186, 24195", "2064 = 186 + 853 other-rentree + 1024 sector + 1 no-epci"}, // 187, 24,297 with L'Île-d'Yeu
		{since2009, 2009, All, "17, 1126", "2064 = 17 + 2046 other-rentree + 1 no-epci"},                  // 18, 1,284 with it
		{since2009, 2018, All, "50, 5017", "2064 = 50 + 2014 other-rentree"},
		{since2009, 2023, All, "212, 24097", "2064 = 212 + 1852 other-rentree"},
		{"annuaire-35-2023.csv", 0, Public, "420, 68818", "996 = 420 + 311 not-a-school + 264 sector + 1 no-pupils"},
		{"annuaire-35-2023.csv", 0, Private, "254, 39912", "996 = 254 + 311 not-a-school + 421 sector + 10 no-pupils"},
		{"annuaire-09-48-2024.csv", 0, Public, "240, 14615", "377 = 240 + 101 not-a-school + 36 sector"},
		{"annuaire-09-48-2024.csv", 0, Private, "32, 2772", "377 = 32 + 101 not-a-school + 240 sector + 4 no-pupils"},
	} {
		t.Run(fmt.Sprintf("%s %d %s", tt.file, tt.rentree, tt.sector), func(t *testing.T) {
			table := readPublished(t, tt.file, Options{Rentree: tt.rentree, Sector: tt.sector})
			sum := pricing.Counts{Of: make(map[pricing.Basis]pricing.Quantity)}
			for i := range table.Rows {
				for basis, n := range table.Rows[i].Of {
					sum.Of[basis] += n
				}
			}
			in := table.Inputs[0]
			rows := fmt.Sprintf("%d = %d", in.Rows, in.Kept)
			for _, left := range in.LeftOut {
				rows += fmt.Sprintf(" + %d %s", left.Rows, left.Reason)
			}
			if got := schoolsAndPupils(&sum); got != tt.want || rows != tt.rows {
				t.Errorf("%s of %s, want %s of %s", got, rows, tt.want, tt.rows)
			}
		})
	}
}

// The eighteen EPCIs of the Ille-et-Vilaine in 2022: schools and pupils of the public
// sector, then of the private one. The directory and the names say the same.
func TestPublishedEPCIs(t *testing.T) {
	want := `
200038990: 14, 1830; 8, 1078
200039022: 19, 3371; 43, 5429
200043990: 17, 3102; 15, 1815
200070662: 16, 2161; 11, 1311
200070670: 16, 1419; 6, 755
200070688: 14, 1124; 10, 955
200072452: 20, 2543; 25, 2497
243500139: 162, 31170; 51, 12375
243500550: 12, 1932; 5, 865
243500618: 9, 1223; 6, 866
243500634: 8, 1211; 12, 1466
243500659: 7, 1808; 7, 1634
243500667: 20, 3251; 7, 1354
243500725: 11, 1329; 5, 667
243500733: 19, 2805; 7, 1241
243500741: 9, 1193; 11, 1292
243500774: 11, 2335; 7, 1289
243500782: 37, 4383; 18, 2650
`
	var sirens []string
	for line := range strings.Lines(strings.TrimSpace(want)) {
		sirens = append(sirens, line[:territory.SIRENDigits])
	}
	for _, directories := range [][]string{nil, {published(t, "annuaire-35-2023.csv")}} {
		of := make(map[string]string)
		for _, sector := range []Sector{Public, Private} {
			table := readPublished(t, "effectifs-ecoles-35-2019-2022.csv",
				Options{Rentree: 2022, Sector: sector, Directories: directories})
			for i := range table.Rows {
				of[table.Rows[i].SIREN] += "; " + schoolsAndPupils(&table.Rows[i])
			}
		}
		got := "\n"
		for _, siren := range sirens {
			got += siren + ": " + strings.TrimPrefix(of[siren], "; ") + "\n"
		}
		if diff := cmp.Diff(want, got); diff != "" || len(of) != len(sirens) {
			t.Errorf("%d EPCIs, directories %v (-want +got)\n%s", len(of), directories, diff)
		}
	}
}

// Some EPCIs of the other published files.
func TestPublishedSomeEPCIs(t *testing.T) {
	for _, tt := range []struct {
		file        string
		sector      Sector
		siren, want string
	}{
		{"effectifs-ecoles-api-2009-2024.csv", Public, "248719312", "90, 14298"},
		{"effectifs-ecoles-api-2009-2024.csv", Private, "248719312", "5, 1499"},
		{"effectifs-ecoles-api-2009-2024.csv", Public, "200083392", "61, 7210"},
		{"effectifs-ecoles-api-2009-2024.csv", Private, "200083392", "27, 3799"},
		{"effectifs-ecoles-api-2009-2024.csv", Public, "247200132", "43, 6321"},
		{"effectifs-ecoles-api-2009-2024.csv", Private, "247200132", "9, 1771"},
		{"annuaire-35-2023.csv", Public, "243500139", "161, 31136"}, // 162 with the school that has no pupils yet
		{"annuaire-35-2023.csv", Public, "200072452", "20, 2587"},
		{"annuaire-09-48-2024.csv", Public, "200067791", "30, 2467"},
		{"annuaire-09-48-2024.csv", Public, "200066231", "28, 3007"},
	} {
		table := readPublished(t, tt.file, Options{Sector: tt.sector})
		got := ""
		for i := range table.Rows {
			if table.Rows[i].SIREN == tt.siren {
				got = schoolsAndPupils(&table.Rows[i])
			}
		}
		if got != tt.want {
			t.Errorf("%s of %s, %s: %s, want %s", tt.siren, tt.file, tt.sector, got, tt.want)
		}
	}
}

// Published files without pupils are refused, with a word that helps.
func TestPublishedRefused(t *testing.T) {
	for file, want := range map[string]string{
		"ips-ecoles-59-62-2021.csv": "this is a file of social position indices (IPS): it does not tell the pupils",
		"annuaire-94-2026.csv":      "this is a directory without pupils",
	} {
		var found diag.List
		_, err := Read(Options{Files: []string{published(t, file)}}, tariffs(), pickFrom2026, &found)
		if all := found.All(); err != nil || len(all) != 1 || all[0].Text.In("en") != want {
			t.Errorf("%s: %v, %v", file, err, all)
		}
	}
}
