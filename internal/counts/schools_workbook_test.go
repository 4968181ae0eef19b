package counts

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
)

// A workbook's numbers and dates are read as what they stand for: rentrées, codes that
// lost their zeros, pupils.
func TestSchoolsWorkbook(t *testing.T) {
	file := workbook(t, nil,
		[]any{"Effectifs des écoles"},
		[]any{"Rentrée scolaire", "UAI", "Code commune", "Code département", "Commune", "Secteur", "Effectif total", "Équipée"},
		[]any{time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), "0350103X", 35001, 35, "Acigné", "public", 289, true},
		[]any{2022, "010001W", 1001, 1, "L'Abergement-Clémenciat", "public", "1 000", "x"},
		[]any{"2022-2023", "0350105Z", nil, nil, "Bruz", "public", 7, false},
		[]any{2021, "0350105Z"},
		[]any{nil, nil, nil, nil, nil, "Total", 1296},
	)
	table, got, err := read(t, Options{Files: []string{file}}, text.English)
	want := `schools e.xlsx: 5 rows = 2 kept + 1 other-rentree + 1 not-equipped + 1 total; rentrée 2022; 1296 pupils = 1289 + 0 + 7 + 0
Rennes Métropole: 289 in 1
CC de la Dombes: 1000 in 1
e.xlsx!Feuil1!B2: notice[schools/uais-restored]: uai: the lost leading zero is given back: 0010001W
e.xlsx!Feuil1!C2: notice[schools/codes-restored]: commune_code: the lost leading zero is given back: 01001
e.xlsx!Feuil1: notice[schools/latest-rentree]: the latest rentrée is kept, 2022; left out: 2021; --rentree keeps another
`
	if diff := cmp.Diff(want, told(table, got, err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What is hidden of a directory is read, and said.
func TestDirectoryHidden(t *testing.T) {
	directory := workbook(t, func(f *excelize.File) {
		if err := errors.Join(f.SetRowVisible("Feuil1", 2, false), f.SetColVisible("Feuil1", "B", false)); err != nil {
			t.Fatal(err)
		}
	}, []any{"UAI", "Code commune"}, []any{"0350103X", 35001})
	schools := strings.NewReader(header35 + row35("2022", "NULLE PART", "0350103X", "PUBLIC", "1"))
	table, got, err := read(t, Options{Files: []string{"-"}, Stdin: schools, Directories: []string{directory}}, text.English)
	want := `schools -: 1 rows = 1 kept; rentrée 2022; 1 pupils = 1
directory e.xlsx: 1 rows = 1 kept
Rennes Métropole: 1 in 1
e.xlsx!Feuil1: notice[counts/hidden-rows]: hidden rows, read like the others: 2
e.xlsx!Feuil1: notice[counts/hidden-columns]: hidden columns, read like the others: B Code commune
`
	if diff := cmp.Diff(want, told(table, got, err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What a workbook says that a cell holds is refused where it is not what the column wants.
func TestSchoolsWorkbookFaults(t *testing.T) {
	file := workbook(t, nil,
		[]any{"rentrée", "UAI", "Commune", "Secteur", "Élèves"},
		[]any{time.Date(2022, 9, 2, 0, 0, 0, 0, time.UTC), "0350103X", "Acigné", "public", 289},
		[]any{2022, "0350104Y", true, "public", 2},
		[]any{2022, "0350105Z", "Bruz", "public", time.Date(2022, 9, 1, 0, 0, 0, 0, time.UTC)},
	)
	table, got, err := read(t, Options{Files: []string{file}}, text.English)
	want := `schools e.xlsx: 3 rows = 0 kept; rentrée 2022; 2 pupils = 0
e.xlsx!Feuil1!A2: error[schools/not-a-rentree]: rentree: "44806" is not a rentrée; 2024, 2024-2025 or 2024-01-01
e.xlsx!Feuil1!C3: error[counts/boolean]: commune: the cell is a true or false (TRUE)
e.xlsx!Feuil1!E4: error[counts/date]: pupils: the cell is formatted as a date (44805); format it as a number and check its value
`
	if diff := cmp.Diff(want, told(table, got, err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
