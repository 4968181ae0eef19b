package territory

import (
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// publishedRows gives the rows of a published CSV by its columns' names.
func publishedRows(t *testing.T, name string, comma rune) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(published(t, name))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	r.Comma = comma
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, h := range header {
			row[h] = cells[i]
		}
		rows = append(rows, row)
	}
}

// Every line of the ministry's file has its commune by département and name, and it is
// the one that its UAI has in the directory.
func TestSchoolsOfIlleEtVilaine(t *testing.T) {
	c := embedded(t)
	directory := map[string]string{}
	for _, row := range publishedRows(t, "annuaire-35-2023.csv", ';') {
		directory[row["Identifiant_de_l_etablissement"]] = row["Code_commune"]
		if commune, _ := c.ByCode(row["Code_commune"]); commune == nil {
			t.Errorf("no commune has the code %s", row["Code_commune"])
		}
	}
	former, absent := 0, map[string]bool{}
	for _, row := range publishedRows(t, "effectifs-ecoles-35-2019-2022.csv", ';') {
		uai := row["Numéro de l'école"]
		if _, problem, _ := ParseUAI(uai); problem != UAIFine || DepartmentOfUAI(uai) != "35" {
			t.Errorf("%s is no UAI of 35", uai)
		}
		department, _ := c.Department(row["Département"])
		found, way := c.ByName(department, row["Commune"])
		if len(found) != 1 || found[0].EPCI == nil {
			t.Errorf("%s %s is %v", department, row["Commune"], found)
			continue
		}
		if way == FormerName {
			former++
		}
		code, ok := directory[uai]
		if !ok {
			absent[uai] = true
			continue
		}
		if commune, _ := c.ByCode(code); commune != found[0] {
			t.Errorf("%s: %s by name, %v by its UAI", uai, found[0].Code, commune)
		}
	}
	if former != 16 || len(absent) != 5 {
		t.Errorf("%d lines by a former name, want 16; %d UAIs not in the directory, want 5", former, len(absent))
	}
}

func TestSchoolsSince2009(t *testing.T) {
	c := embedded(t)
	ways, without := map[Way]int{}, 0
	for _, row := range publishedRows(t, "effectifs-ecoles-api-2009-2024.csv", ';') {
		department, _ := c.Department(row["code_departement"])
		if named, _ := c.Department(row["departement"]); named != department {
			t.Errorf("%s is %s, %s is %s", row["code_departement"], department, row["departement"], named)
		}
		found, way := c.ByName(department, row["commune"])
		if len(found) != 1 {
			t.Errorf("%s %s is %v", department, row["commune"], found)
			continue
		}
		ways[way]++
		if found[0].EPCI == nil {
			without++
		}
	}
	if ways[Name] != 2_027 || ways[FormerName] != 37 || without != 4 {
		t.Errorf("%d by name, %d by a former one, %d without EPCI; want 2027, 37, 4", ways[Name], ways[FormerName], without)
	}
}

// All codes of the published files that have them lead to a commune.
func TestPublishedCodes(t *testing.T) {
	c := embedded(t)
	for _, file := range []struct{ name, code, commune, department, uai string }{
		{"annuaire-09-48-2024.csv", "Code_commune", "Nom_commune", "Code_departement", "Identifiant_de_l_etablissement"},
		{"annuaire-94-2026.csv", "Code_commune", "Nom_commune", "Code_departement", "Identifiant_de_l_etablissement"},
		{"ips-ecoles-59-62-2021.csv", "Code INSEE de la commune", "Nom de la commune", "Code du département", "UAI"},
	} {
		t.Run(file.name, func(t *testing.T) {
			for _, row := range publishedRows(t, file.name, ';') {
				commune, _ := c.ByCode(row[file.code])
				department, _ := c.Department(row[file.department])
				found, _ := c.ByName(department, row[file.commune])
				if commune == nil || len(found) != 1 || found[0] != commune {
					t.Errorf("%s is %v, %s in %s is %v", row[file.code], commune, row[file.commune], department, found)
				}
				if _, problem, _ := ParseUAI(row[file.uai]); problem != UAIFine {
					t.Errorf("%s is no UAI", row[file.uai])
				}
			}
		})
	}
}

// The table is that of which the figures of the data were counted.
func TestPublishedComposition(t *testing.T) {
	c := embedded(t)
	rows := publishedRows(t, "epci-communes.csv", ',')
	for _, row := range rows {
		commune, way := c.ByCode(row["code_commune"])
		if way != Code || commune.EPCI == nil || commune.EPCI.SIREN != row["siren_epci"] || commune.EPCI.Name != row["epci"] {
			t.Errorf("%v is %+v", row, commune)
		}
		// Some names are those of the year before.
		if found, _ := c.ByName(DepartmentOf(commune.Code), row["commune"]); len(found) != 1 || found[0] != commune {
			t.Errorf("%s %s by name is %v", commune.Code, row["commune"], found)
		}
	}
	if len(rows) != 34_871 {
		t.Errorf("%d rows", len(rows))
	}
}

// Every code and name of INSEE's history leads somewhere, but those of old départements
// and of the few communes that were shared out.
func TestPublishedMovements(t *testing.T) {
	c := embedded(t)
	lost := map[string]bool{}
	for _, row := range publishedRows(t, "mouvements-communes-2024.csv", ',') {
		if row["TYPECOM_AV"] != "COM" || row["TYPECOM_AP"] != "COM" || row["DATE_EFF"] < "1977" {
			continue
		}
		code := row["COM_AV"]
		if commune, _ := c.ByCode(code); commune == nil {
			lost[code] = true
		}
		if found, _ := c.ByName(DepartmentOf(code), row["LIBELLE_AV"]); len(found) == 0 {
			t.Errorf("%s %s is not found by name", code, row["LIBELLE_AV"])
		}
	}
	for code := range lost {
		t.Errorf("%s is not found by code", code)
	}
}
