package grid

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// texts makes a row of texts, in the cells themselves.
func texts(number int, cells ...string) string {
	row := fmt.Sprintf(`<row r="%d">`, number)
	for i, c := range cells {
		row += fmt.Sprintf(`<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, number, c)
	}
	return row + `</row>`
}

// titled is a sheet as INSEE makes them: titles, two rows of headers, data, and an empty
// row of styled cells.
func titled(labels, names, values []string) string {
	return rows(texts(1, "Intercommunalité - Métropole") + texts(3, "Mise en ligne : 2021") +
		texts(5, labels...) + texts(6, names...) + texts(7, values...) + texts(8, values...) +
		`<row r="9"><c r="A9" s="1"/><c r="B9" s="2"/></row>`)
}

// official is a workbook as INSEE makes them: the sheets are not in the order of their
// parts, and refer to drawings that are not there.
func official() *book {
	drawing := `<drawing r:id="rId9"/>`
	b := books(
		titled([]string{"Code géographique", "Libellé"}, []string{"CODGEO", "EPCI"}, []string{"01001", "200069193"})+drawing,
		titled([]string{"Code", "Nombre de communes"}, []string{"EPCI", "NB_COM"}, []string{"200069193", "30"})+drawing,
		rows(texts(1, "Variables")+texts(2, "CODGEO", "Code de la commune")),
		rows(texts(1, "Documentation")),
	)
	return b.set(bookPart, `<workbook `+mainNS+` xmlns:r="r"><sheets><sheet name="EPCI" r:id="rId2"/>`+
		`<sheet name="Composition_communale" r:id="rId1"/><sheet name="Variables" r:id="rId3"/><sheet name="Documentation" r:id="rId4"/></sheets></workbook>`)
}

// with knows a header that has these cells.
func with(names ...string) func([]string) bool {
	return func(cells []string) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(cells, n) })
	}
}

func TestSheetByHeader(t *testing.T) {
	far := func(row int) string { return rows(header + manyRows(row-1) + texts(row, "loin")) }
	long := rows(header + manyRows(20_000)) // a sheet over several looks
	for _, tt := range []struct {
		name   string
		book   *book
		header func([]string) bool
		want   string // the sheet that is read, or the fault
	}{
		{"second", official(), with("CODGEO", "EPCI"), "Composition_communale"},
		{"first", official(), with("EPCI", "NB_COM"), "EPCI"},
		{"labels", official(), with("Code géographique"), "Composition_communale"},
		{"none", official(), with("siren"), "data in several sheets: EPCI, Composition_communale, Variables, Documentation"},
		{"several", official(), with("EPCI"), "the columns looked for in several sheets: EPCI, Composition_communale"},
		{"in shared strings", books(rows(texts(1, "a")), rows(texts(1, "b")+strings.ReplaceAll(header, "1\"", "2\""))), with("siren", "élèves"), "Feuil2"},
		{"one with data", books(rows(``), rows(texts(1, "a"))), with("siren"), "Feuil2"},
		{"row 60", books(far(headerRows), long), with("loin"), "Feuil1"},
		{"row 61", books(far(headerRows+1), long), with("loin"), "data in several sheets: Feuil1, Feuil2"},
		{"cut after row 60", books(long, rows(texts(1, "loin"))), with("loin"), "Feuil2"},
		{"empty rows, far apart", books(rows(texts(1, "a")), rows(`<row r="9"/><row r="1048576"><c r="C1048576" t="str"><v>loin</v></c></row>`)), with("loin"), "Feuil2"},
		{"damaged where it is looked at", books(rows(header+`<row r="1"/>`), rows(texts(1, "loin"))), with("loin"), "a.xlsx!Feuil1!1 grid/rows-out-of-order"},
		{"damaged further on", books(rows(header+manyRows(9_000)+`<row r="1"/>`), rows(texts(1, "loin"))), with("loin"), "Feuil2"},
		{"no such string", books(rows(header), rows(texts(1, "loin")+`<row r="2"><c r="A2" t="s"><v>9</v></c></row>`)), with("loin"), "a.xlsx!Feuil2!A2 grid/no-such-string"},
	} {
		_, found, err := readAll(t, write(t, "a.xlsx", tt.book.bytes(t)), Options{SheetByHeader: true, Header: tt.header})
		got := found.Sheet
		if err != nil {
			got = outcome(err)
		}
		if usage := new(diag.Usage); errors.As(err, usage) {
			_, got, _ = strings.Cut(usage.Text.In(text.English), " has ")
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Without a flag that names a sheet, none is spoken of.
func TestSheetWithoutFlag(t *testing.T) {
	for _, header := range []func([]string) bool{with("siren"), with("EPCI")} {
		_, err := Open(write(t, "a.xlsx", official().bytes(t)), Options{SheetByHeader: true, Header: header})
		fault := new(Fault)
		if !errors.As(err, &fault) || outcome(err) != "a.xlsx grid/which-sheet" || strings.Contains(fault.Text.Hint(text.French), "--") {
			t.Errorf("%v", err)
		}
	}
}

// The real workbooks are read to their ends, where they are there.
func TestOfficialWorkbooks(t *testing.T) {
	composition := with("CODGEO", "LIBGEO", "DEP")
	for _, tt := range []struct {
		file   string
		header func([]string) bool
		sheet  string
		last   int // row of the header
		data   int // rows below it that are not blank
	}{
		{"Intercommunalite-Metropole_au_01-01-2021.xlsx", composition, "Composition_communale", 6, 34_965},
		{"Intercommunalite-Metropole_au_01-01-2021.xlsx", with("EPCI", "NB_COM"), "EPCI", 6, 1_255},
		{"ept_au_01-01-2023.xlsx", composition, "Composition_communale", 6, 130},
		{"epcicom2024.xlsx", with("insee", "siren_membre"), "Epcicom2024", 1, 34_931},
	} {
		name := filepath.Join("..", "..", "..", "shared", "data", tt.file)
		if _, err := os.Stat(name); err != nil {
			t.Skip("no real data beside the repository")
		}
		lines, found, err := readAll(t, name, Options{SheetByHeader: true, Header: tt.header})
		if err != nil || found.Sheet != tt.sheet {
			t.Errorf("%s: %q, %v", tt.file, found.Sheet, err)
			continue
		}
		data := 0
		for _, l := range lines {
			if l.number > tt.last && strings.Trim(l.cells, "· ") != "" {
				data++
			}
		}
		if data != tt.data {
			t.Errorf("%s: %d rows of data, want %d", tt.file, data, tt.data)
		}
	}
}
