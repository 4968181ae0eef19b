package territory

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// said gives all that a list holds, a line each, with places, codes and words.
func said(found *diag.List) string {
	var lines []string
	for _, d := range found.All() {
		place := d.Place
		place.File = filepath.Base(place.File)
		lines = append(lines, place.String()+": "+d.Text.Code+": "+d.Text.In(text.English))
	}
	return strings.Join(lines, "\n")
}

func read(t *testing.T, path string) *Composition {
	t.Helper()
	var found diag.List
	c, err := Read(path, nil, embedded(t), nil, &found)
	if err != nil || c == nil || len(found.All()) > 0 {
		t.Fatalf("%v, %v\n%s", c, err, said(&found))
	}
	return c
}

func readText(t testing.TB, content string) (*Composition, *diag.List) {
	t.Helper()
	var found diag.List
	c, err := Read("-", strings.NewReader(content), embedded(t), nil, &found)
	if err != nil {
		t.Fatal(err)
	}
	return c, &found
}

// The table that the embedded one was counted against gives the same answers as it.
func TestReadOurs(t *testing.T) {
	c, now := read(t, published(t, "epci-communes.csv")), embedded(t)
	if about := c.About(); about.Communes != 34_871 || about.Date != "" || about.Source != "epci-communes.csv" || about.Delimiter != "," {
		t.Errorf("%+v", about)
	}
	for _, code := range []string{"35238", "59070", "13201", "35112", "75100", "60606", "22016"} {
		here, way := c.ByCode(code)
		there, want := now.ByCode(code)
		if codeOf(here) != codeOf(there) || way != want {
			t.Errorf("%s is %v by %s, want %v by %s", code, here, way, there, want)
		}
		if code == "22016" { // Île-de-Bréhat has no EPCI, so the file has it not, but history knows why
			if here.EPCI != nil || there.EPCI != nil {
				t.Errorf("%s is %+v", code, here)
			}
			continue
		}
		if here != nil && (here.EPCI.SIREN != there.EPCI.SIREN || here.SIREN != there.SIREN) {
			t.Errorf("%s is %+v, want %+v", code, here, there)
		}
	}
	for _, name := range []string{"SAINT-PERE", "FLEURIGNE", "RENNES CEDEX"} {
		here, way := c.ByName("35", name)
		there, want := now.ByName("35", name)
		if len(here) != 1 || here[0].Code != there[0].Code || way != want {
			t.Errorf("%s is %v by %s, want %v by %s", name, here, way, there, want)
		}
	}
	if name, successors := c.Former("245900410"); name == "" || len(successors) != 1 {
		t.Errorf("%s, %v", name, successors)
	}
	if n := len(c.Members("200030633")); n != 46 {
		t.Errorf("%d members", n)
	}
}

// In a composition of before a merger, the commune is its own; the merged one is not known
// by its later name, unless its code was there.
func TestReadDGCL(t *testing.T) {
	c := read(t, published(t, "epcicom2024.xlsx"))
	if about := c.About(); about.Date != "2024-01-01" || about.Communes != 34_931 || about.Sheet != "Epcicom2024" || len(c.epcis) != 1_255 {
		t.Errorf("%+v, %d EPCIs", about, len(c.epcis))
	}
	for _, tt := range []struct {
		code string
		name string
		way  Way
	}{
		{"59070", "Bermeries", Code},
		{"35112", "La Chapelle-Fleurigné", FormerCode}, // merged on the very day
		{"59006", "Amfroipret", Code},
	} {
		if commune, way := c.ByCode(tt.code); commune == nil || commune.Name != tt.name || way != tt.way {
			t.Errorf("%s is %+v by %s, want %s", tt.code, commune, way, tt.name)
		}
	}
	if found, way := c.ByName("59", "BERMERIES"); len(found) != 1 || way != Name {
		t.Errorf("Bermeries is %v by %s", found, way)
	}
	if found, way := c.ByName("59", "L'OREE DE MORMAL"); len(found) != 1 || found[0].Code != "59006" || way != FormerName {
		t.Errorf("L'Orée de Mormal is %v by %s", found, way)
	}
	bermeries, _ := c.ByCode("59070")
	if !ValidSIREN(bermeries.SIREN) || c.CommuneBySIREN(bermeries.SIREN) != bermeries {
		t.Errorf("%+v", bermeries)
	}
	if n := len(c.Members("200030633")); n != 46 {
		t.Errorf("%d members", n)
	}
}

func TestReadINSEE(t *testing.T) {
	c := read(t, published(t, "Intercommunalite-Metropole_au_01-01-2021.xlsx"))
	if about := c.About(); about.Date != "2021-01-01" || about.Communes != 34_965 || about.Sheet != "Composition_communale" {
		t.Errorf("%+v", about)
	}
	without := 0
	for commune := range c.communes {
		if commune.EPCI == nil {
			without++
		}
	}
	if without != 4 {
		t.Errorf("%d communes without EPCI, want 4", without)
	}
	if yeu, _ := c.ByCode("85113"); yeu == nil || yeu.EPCI != nil {
		t.Errorf("L'Île-d'Yeu is %+v", yeu)
	}
	lille, _ := c.ByCode("59350")
	if lille == nil || lille.EPCI.Name != "Métropole Européenne de Lille" || lille.SIREN == "" {
		t.Errorf("Lille is %+v", lille)
	}
}

func TestReadTerritoriesOfGrandParis(t *testing.T) {
	c := read(t, published(t, "ept_au_01-01-2023.xlsx"))
	if about := c.About(); about.Date != "2023-01-01" || about.Communes != 130 {
		t.Errorf("%+v", about)
	}
	if e := c.EPCIBySIREN("200057867"); e == nil || e.Name != "Plaine Commune" || len(c.Members(e.SIREN)) != 9 {
		t.Errorf("Plaine Commune is %+v", e)
	}
}

// A workbook made as the DGCL's is, with SIRENs and codes typed as numbers.
func TestReadNumbers(t *testing.T) {
	w := excelize.NewFile()
	for i, row := range [][]any{
		{"siren", "raison_sociale", "insee", "nom_membre"},
		{200030633, "CA du Caudrésis et du Catésis", 59139, "Caudry"},
		{240100883, "CC de la Plaine de l'Ain", 1002, "L'Abergement-de-Varey"},
	} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "c.xlsx")
	if err := w.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	var found diag.List
	c, err := Read(path, nil, embedded(t), nil, &found)
	if err != nil || c == nil || c.About().Communes != 2 {
		t.Fatalf("%v, %v\n%s", c, err, said(&found))
	}
	if commune, way := c.ByCode("01002"); way != Code || commune.EPCI.SIREN != "240100883" {
		t.Errorf("01002 is %+v", commune)
	}
	if want := `c.xlsx!Sheet1!C3: territory/insee-restored: code_commune: leading zeros given back: 1 (the first code is "1002")`; said(&found) != want {
		t.Errorf("said\n%s\nwant\n%s", said(&found), want)
	}
}

func TestReadFaults(t *testing.T) {
	for _, tt := range []struct{ name, content, want string }{
		{
			"all at once", `code_commune,commune,siren_epci,epci
35238,Rennes,243500139,Rennes Métropole
35238,Rennes,200072452,CA Fougères Agglomération
352380,Rennes,243500139,Rennes Métropole
35281,Saint-Jacques,243500193,Rennes Métropole
35001,Acigné,24350013X,Rennes Métropole
35002,Amanlis,,Rennes Métropole
35003,Andouillé
`, `-:3:1: territory/commune-twice: 35238 Rennes: EPCI 200072452 here, EPCI 243500139 at -:2:1
-:4:1: territory/not-an-insee-code: code_commune: "352380" is not an INSEE code of a commune (5 digits, or 2A or 2B and 3 digits)
-:5:21: counts/wrong-key: siren_epci: the key of 243500193 is wrong, a digit was miscopied
-:6:14: counts/not-a-siren: siren_epci: "24350013X" is not a SIREN
-:7:15: counts/blank-siren: siren_epci: blank
-:8: counts/short-row: the row has fewer cells than the header (2 instead of 4)`,
		},
		{
			"one commune twice, and what is no commune's SIREN", "code_commune,commune,siren_epci,siren_commune\n35238,Rennes,243500139,213502388\n35238,Rennes,243500139,213502388\n35001,Acigné,243500139,213500011\n35360,Vitré,200039022,x\n35047,Bruz,243500139,\n",
			`-:3:1: territory/commune-twice: 35238 Rennes: already at -:2:1
-:4:24: counts/wrong-key: siren_commune: the key of 213500011 is wrong, a digit was miscopied
-:5:23: counts/not-a-siren: siren_commune: "x" is not a SIREN`,
		},
		{"no rows", "code_commune,siren_epci\n", "-:1: territory/no-communes: no commune below the header"},
		{"another file", "a,b\n1,2\n", `-:1: territory/no-header: - is not a composition of EPCIs: no header that is known`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, found := readText(t, tt.content)
			if c != nil || said(found) != tt.want {
				t.Errorf("%v\n%s\nwant\n%s", c, said(found), tt.want)
			}
		})
	}
}

// A title's day is one of the calendar.
func TestReadTitle(t *testing.T) {
	for title, want := range map[string]string{"Géographie au 01/01/2021": "2021-01-01", "Géographie au 99/77/2021": "", "Géographie au 1/1/21": ""} {
		c, found := readText(t, title+"\ncode_commune;siren_epci\n35238;243500139\n")
		if c == nil || c.About().Date != want {
			t.Errorf("%s: %+v\n%s", title, c, said(found))
		}
	}
}

// A name is near one of the composition, not of those that it lacks.
func TestReadNearest(t *testing.T) {
	c, _ := readText(t, "code_commune;siren_epci\n35238;243500139\n")
	for name, want := range map[string]string{"Renes": "Rennes", "Acignay": "", "ACIGNE": ""} {
		if got := c.Nearest("35", name); got != want {
			t.Errorf("%s is near %q, want %q", name, got, want)
		}
	}
	if !c.Covers("35") || c.Covers("59") {
		t.Error("35 is covered, 59 is not")
	}
}

// A large file tells how far its reading is.
func TestReadProgress(t *testing.T) {
	data := "code_commune;siren_epci\n35238;243500139\n" + strings.Repeat(" ; \n", 1<<20)
	var found diag.List
	last, total := int64(0), int64(0)
	_, err := Read("-", strings.NewReader(data), embedded(t), func(done, all int64) { last, total = done, all }, &found)
	if err != nil || last == 0 || last != total {
		t.Errorf("%d of %d, %v\n%s", last, total, err, said(&found))
	}
}

func TestReadLeast(t *testing.T) {
	c, found := readText(t, "CODGEO;EPCI\n35238;243500139\n22016;ZZZZZZZZZ\n")
	if c == nil || said(found) != "" {
		t.Fatal(said(found))
	}
	rennes, _ := c.ByCode("35238")
	brehat, _ := c.ByCode("22016")
	if rennes == nil || rennes.Name != "Rennes" || rennes.EPCI.Name != "Rennes Métropole" || rennes.SIREN == "" {
		t.Errorf("Rennes is %+v", rennes)
	}
	if brehat == nil || brehat.Name != "Île-de-Bréhat" || brehat.EPCI != nil {
		t.Errorf("Bréhat is %+v", brehat)
	}
	if about := c.About(); about.Communes != 2 || about.Source != "-" {
		t.Errorf("%+v", about)
	}
}

// A commune that merged twice is, in the years between, part of the first merger.
func TestReadBetweenMergers(t *testing.T) {
	c, found := readText(t, "insee;siren;commune\n01414;240100883;Sutrieu\n01036;200029999;Belmont-Luthézieu\n")
	if c == nil {
		t.Fatal(said(found))
	}
	if commune, way := c.ByCode("01086"); codeOf(commune) != "01414" || way != FormerCode {
		t.Errorf("Charancin is %+v by %s", commune, way)
	}
	if communes, way := c.ByName("01", "CHARANCIN"); len(communes) != 1 || communes[0].Code != "01414" || way != FormerName {
		t.Errorf("Charancin is %v by %s", communes, way)
	}
	if commune, _ := embedded(t).ByCode("01086"); codeOf(commune) != "01036" {
		t.Errorf("Charancin is %+v today", commune)
	}
}

func TestReadNoFile(t *testing.T) {
	var found diag.List
	_, err := Read(filepath.Join(t.TempDir(), "c.csv"), nil, embedded(t), nil, &found)
	if !errors.As(err, new(diag.System)) || len(found.All()) > 0 {
		t.Errorf("%v, %s", err, said(&found))
	}
}

// No file panics; there is a composition, or a fault.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"code_commune,commune,siren_epci,epci\n35238,Rennes,243500139,Rennes Métropole\n",
		"CODGEO;EPCI\n35238;243500139\n22016;ZZZZZZZZZ\n",
		"codgeo;ept;libept\n1;2;3\n",
		"Géographie au 01/01/2021\ninsee;siren\n2A004;\n",
		"",
	} {
		f.Add(seed)
	}
	history := embedded(f)
	f.Fuzz(func(t *testing.T, content string) {
		var found diag.List
		c, err := Read("-", strings.NewReader(content), history, nil, &found)
		if err == nil && (c == nil) != (found.Errors() > 0) {
			t.Errorf("%v, with\n%s", c, said(&found))
		}
		if c == nil {
			return
		}
		for commune := range c.communes {
			if same, way := c.ByCode(commune.Code); same != commune || way != Code {
				t.Errorf("%+v is %+v", commune, same)
			}
		}
	})
}

// What one row says of an EPCI or of a commune, another does not contradict; the codes of
// Mayotte are read as they were before 2011, and communes that have no EPCI are known.
func TestReadContradictions(t *testing.T) {
	const header = "code_commune;commune;siren_epci;epci;siren_commune\n"
	for _, tt := range []struct{ name, rows, want string }{
		{
			"one commune, two names", "59139;Caudry;200030633;X;\n59139;Caudri;200030633;X;\n",
			"-:3:1: territory/commune-twice: 59139 Caudri: already at -:2:1",
		},
		{
			"one SIREN, two EPCIs", "59139;Caudry;200030633;CA du Caudrésis;\n59037;Avesnes;200030633;ca du caudresis;\n59136;Cattenières;200030633;CA du Cambrésis;\n",
			`-:4:1: territory/epci-named-twice: the EPCI 200030633 is called "CA du Cambrésis" here, and "CA du Caudrésis" at -:2:1`,
		},
		{
			"one SIREN, two communes", "59139;Caudry;200030633;X;215901398\n59037;Avesnes;200030633;X;215901398\n",
			"-:3:1: territory/commune-siren-twice: the SIREN of a commune 215901398 is that of 59037 here, and that of 59139 at -:2:1",
		},
		{"nothing is said twice", "59139;Caudry;200030633;X;\n59037;Avesnes;200030633;;\n", ""},
	} {
		if _, found := readText(t, header+tt.rows); said(found) != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, said(found), tt.want)
		}
	}
}

// The codes that the communes of Mayotte had, and the communes of today that a file lacks.
func TestReadLacks(t *testing.T) {
	c, _ := readText(t, "code_commune;commune;siren_epci\n97611;Mamoudzou;200059871\n85084;Essarts en Bocage;200071629\n")
	for _, from := range []*Composition{c, embedded(t)} {
		if found, way := from.ByCode("98511"); codeOf(found) != "97611" || way != FormerCode {
			t.Errorf("98511 is %v by %s", found, way)
		}
	}
	if found, way := c.ByCode("98518"); found != nil || way != Unknown {
		t.Errorf("98518 is %v by %s", found, way)
	}
	if found, way := c.ByName("85", "L'ILE D'YEU"); len(found) != 1 || found[0].EPCI != nil || way != Name {
		t.Errorf("L'Île-d'Yeu is %v by %s", found, way)
	}
	if !c.LacksCode("85165") || c.LacksCode("85084") || c.LacksCode("85113") || !c.Lacks("85", "L'OIE") || c.Lacks("85", "NULLE PART") || c.Lacks("35", "RENNES") {
		t.Error("L'Oie is there, or others are not")
	}
	if now := embedded(t); now.LacksCode("99999") || now.Lacks("85", "NULLE PART") {
		t.Error("the composition of today lacks something")
	}
}

// A workbook with all columns of the DGCL's: dept is that of the EPCI's seat, dep_com that
// of the commune. Two EPCIs have one name.
func TestReadColumnsOfDGCL(t *testing.T) {
	const agglomeration, rivieres = "CA Redon Agglomération", "CC des Quatre Rivières"
	w := excelize.NewFile()
	for i, row := range [][]any{
		{
			"dept", "siren", "raison_sociale", "nature_juridique", "mode_financ", "nb_membres", "total_pop_tot",
			"total_pop_mun", "dep_com", "insee", "siren_membre", "nom_membre", "ptot_2024", "pmun_2024",
		},
		{"35", "243500741", agglomeration, "CA", "FPU", 31, 70000, 69000, "35", "35236", "213502362", "Redon", 9500, 9300},
		{"35", "243500741", agglomeration, "CA", "FPU", 31, 70000, 69000, "44", "44067", "214400673", "Guémené-Penfao", 5300, 5200},
		{"35", "243500741", agglomeration, "CA", "FPU", 31, 70000, 69000, "56", "56001", "215600016", "Allaire", 4000, 3900},
		{"70", "247000623", rivieres, "CC", "FA", 42, 9000, 8900, "70", "70371", "", "Montureux-et-Prantigny", 200, 190},
		{"74", "247400666", rivieres, "CC", "FPU", 11, 20000, 19900, "74", "74311", "", "Viuz-en-Sallaz", 4500, 4400},
	} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "c.xlsx")
	if err := w.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	c := read(t, path)
	if n := len(c.Members("243500741")); n != 3 {
		t.Errorf("%d communes of %s", n, agglomeration)
	}
	for code, want := range map[string]EPCI{
		"44067": {"243500741", agglomeration}, "56001": {"243500741", agglomeration},
		"70371": {"247000623", rivieres}, "74311": {"247400666", rivieres},
	} {
		if commune, _ := c.ByCode(code); commune == nil || *commune.EPCI != want || commune.Department != code[:2] {
			t.Errorf("%s is %+v", code, commune)
		}
	}
	if found, _ := c.ByName("44", "GUEMENE PENFAO"); len(found) != 1 {
		t.Errorf("Guémené-Penfao is %v", found)
	}
}

// Names have quotes and commas in them.
func TestReadQuoted(t *testing.T) {
	c, found := readText(t, "code_commune,commune,siren_epci,epci\n35238,\"Rennes, \"\"la belle\"\"\",243500139,\"Rennes, Métropole \"\"M\"\"\"\n")
	if c == nil {
		t.Fatal(said(found))
	}
	if commune, _ := c.ByCode("35238"); commune.Name != `Rennes, "la belle"` || commune.EPCI.Name != `Rennes, Métropole "M"` {
		t.Errorf("%+v of %+v", commune, commune.EPCI)
	}
}
