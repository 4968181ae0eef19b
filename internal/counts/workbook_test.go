package counts

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// workbook writes rows to the sheet Feuil1 of e.xlsx in a folder that becomes the
// current one, and lets change it before.
func workbook(t *testing.T, change func(f *excelize.File), rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	try := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	try(f.SetSheetName("Sheet1", "Feuil1"))
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		try(err)
		try(f.SetSheetRow("Feuil1", cell, &row))
	}
	if change != nil {
		change(f)
	}
	t.Chdir(t.TempDir())
	try(f.SaveAs("e.xlsx"))
	return "e.xlsx"
}

func TestReadWorkbook(t *testing.T) {
	file := workbook(t, nil,
		[]any{"Effectifs de la rentrée"},
		[]any{},
		[]any{"SIREN", "Nom", "Élèves", "Écoles", "mobile-app", "Formations", "Année"},
		[]any{200030633, "CA du Caudrésis", 6234, "1 080", true, 1234.5, 2024},
		[]any{"200042190", "CC", 7, 1, false, nil, 2024},
		[]any{nil, "Total", 6241, 1081},
	)
	table, got, err := read(t, Options{Files: []string{file}}, text.English)
	if err != nil || got != "" {
		t.Fatalf("%v\n%s", err, got)
	}
	want := []pricing.Counts{
		{
			SIREN: caudresis, Name: "CA du Caudrésis",
			Of:     map[pricing.Basis]pricing.Quantity{pricing.Pupils: 6234, pricing.Schools: 1080},
			Chosen: map[string]bool{"mobile-app": true}, Costs: map[string][]pricing.Cost{"training": {{Amount: 1234_50}}},
		},
		{
			SIREN: avesnois, Name: "CC",
			Of:     map[pricing.Basis]pricing.Quantity{pricing.Pupils: 7, pricing.Schools: 1},
			Chosen: map[string]bool{"mobile-app": false},
		},
	}
	if diff := cmp.Diff(want, table.Rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if in := table.Inputs[0]; in.Sheet != "Feuil1" || in.Rows != 3 || in.TitleLines != 1 || in.Encoding != "" {
		t.Errorf("%+v", in)
	}
	if got, want := table.Place(1, "mobile-app").String(), "e.xlsx!Feuil1!E5"; got != want {
		t.Errorf("at %s, want %s", got, want)
	}
}

// A cell that is not what its text looks like is refused, each kind in its own words;
// what is hidden is read, and said.
func TestReadWorkbookKinds(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		for _, err := range []error{
			err,
			f.SetCellStyle("Feuil1", "C2", "C2", date),
			f.SetCellFormula("Feuil1", "D3", "SUM(D1:D2)"),
			f.SetCellFormula("Feuil1", "B4", "A1"),
			f.SetRowVisible("Feuil1", 5, false),
			f.SetRowVisible("Feuil1", 6, false),
			f.SetColVisible("Feuil1", "D", false),
			f.SetColVisible("Feuil1", "F", false),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	},
		[]any{"siren", "nom", "eleves", "ecoles", "subvention", "observations"},
		[]any{200030633, "A", 45000, 1, 10.255},
		[]any{200042190, "B", true, nil},
		[]any{200043396, nil, 10.5, "10.5", "1.234"},
		[]any{200043990, "D", 10, 1},
		[]any{200070662, "E", 10, 1, nil, nil, "à revoir"},
		[]any{5520135, "F", 10},
	)
	_, got, err := read(t, Options{Files: []string{file}}, text.English)
	want := `e.xlsx!Feuil1!C2: error[counts/date]: pupils: the cell is formatted as a date (45000); format it as a number and check its value
e.xlsx!Feuil1!E2: error[counts/too-fine]: subsidy: "10.255" has more than two decimals
e.xlsx!Feuil1!C3: error[counts/boolean]: pupils: the cell is a true or false (TRUE)
e.xlsx!Feuil1!D3: error[counts/uncomputed]: schools: the formula was saved without its value; open the workbook in a spreadsheet program, recalculate, save
e.xlsx!Feuil1!B4: error[counts/uncomputed]: epci: the formula was saved without its value; open the workbook in a spreadsheet program, recalculate, save
e.xlsx!Feuil1!C4: error[counts/not-a-number]: pupils: "10.5" is not a whole number; a count has no decimals
e.xlsx!Feuil1!D4: error[counts/not-a-number]: schools: "10.5" is not a whole number; a count has no decimals
e.xlsx!Feuil1!E4: error[counts/ambiguous-euros]: subsidy: "1.234" reads two ways, 1234 euros or three decimals; write 1234, or at most two decimals
e.xlsx!Feuil1!G6: error[counts/under-no-header]: "à revoir" is under no header
e.xlsx!Feuil1!A7: notice[counts/siren-restored]: siren: "5520135" is read as 005520135, with its leading zeros
e.xlsx!Feuil1!D7: error[counts/blank]: schools: blank; write 0 if there are none
e.xlsx!Feuil1: notice[counts/hidden-rows]: hidden rows, read like the others: 5–6
e.xlsx!Feuil1: notice[counts/hidden-columns]: hidden columns, read like the others: D ecoles
`
	unread := "e.xlsx!Feuil1!1: notice[counts/unknown-columns]: columns not read: observations\n"
	if diff := cmp.Diff(unread+want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

// Merged cells are told once, where they begin, and not the blanks that they leave.
func TestReadMerged(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		for _, area := range [][2]string{{"A1", "C1"}, {"C2", "D2"}, {"C3", "C4"}, {"A5", "A6"}} {
			if err := f.MergeCell("Feuil1", area[0], area[1]); err != nil {
				t.Fatal(err)
			}
		}
	},
		[]any{"Effectifs"},
		[]any{"siren", "nom", "eleves"},
		[]any{200030633, "A", 10, 1},
		[]any{200042190, "B", nil},
		[]any{200043396, "C", "x"},
		[]any{nil, "D", 10},
	)
	table, got, err := read(t, Options{Files: []string{file}}, text.English)
	want := `e.xlsx!Feuil1!C5: error[counts/not-a-number]: pupils: "x" is not a whole number
e.xlsx!Feuil1!C2: error[grid/merged]: merged cells (C2:D2, C3:C4, A5:A6) in the table: which rows and columns their value goes to is not known; unmerge these cells and write the value in each
`
	if diff := cmp.Diff(want, got); diff != "" || err != nil || len(table.Rows) != 1 {
		t.Errorf("%v, %d rows (-want +got)\n%s", err, len(table.Rows), diff)
	}
}

// A row of formulas without values is no blank row.
func TestReadUncomputedRow(t *testing.T) {
	file := workbook(t, func(f *excelize.File) {
		for _, cell := range []string{"A3", "B3"} {
			if err := f.SetCellFormula("Feuil1", cell, cell[:1]+"2"); err != nil {
				t.Fatal(err)
			}
		}
	}, []any{"siren", "eleves"}, []any{200030633, 1})
	table, got, _ := read(t, Options{Files: []string{file}}, text.English)
	want := `e.xlsx!Feuil1!A3: error[counts/uncomputed]: siren: the formula was saved without its value; open the workbook in a spreadsheet program, recalculate, save
e.xlsx!Feuil1!B3: error[counts/uncomputed]: pupils: the formula was saved without its value; open the workbook in a spreadsheet program, recalculate, save
`
	if diff := cmp.Diff(want, got); diff != "" || len(table.Rows) != 1 {
		t.Errorf("%d rows (-want +got)\n%s", len(table.Rows), diff)
	}
}

// A French sentence shows a workbook's numbers with a comma, and names the cell where a
// SIREN was first.
func TestReadWorkbookInFrench(t *testing.T) {
	file := workbook(t, nil,
		[]any{"siren", "élèves", "subvention"},
		[]any{200030633, 10},
		[]any{200030633, 9500.5, -500.25},
		[]any{200042190.5, 1000.125, 1.255},
	)
	_, got, err := read(t, Options{Files: []string{file}}, text.French)
	want := `e.xlsx!Feuil1!B3: erreur[counts/not-a-number]: élèves : « 9500,5 » n'est pas un nombre entier ; un effectif n'a pas de décimale
e.xlsx!Feuil1!C3: erreur[counts/negative-euros]: subvention : « -500,25 » : un montant négatif n'est pas admis ; écrivez-le sans signe : 500,25
e.xlsx!Feuil1!A3: erreur[counts/siren-twice]: siren : 200030633 est déjà en e.xlsx!Feuil1!A2
e.xlsx!Feuil1!A4: erreur[counts/not-a-siren]: siren : « 200042190,5 » n'est pas un SIREN ; neuf chiffres, sans rien d'autre
e.xlsx!Feuil1!B4: erreur[counts/not-a-number]: élèves : « 1000,125 » n'est pas un nombre entier ; un effectif n'a pas de décimale
e.xlsx!Feuil1!C4: erreur[counts/too-fine]: subvention : « 1,255 » a plus de deux décimales
`
	if diff := cmp.Diff(want, ordinary(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestRanges(t *testing.T) {
	many := make([]int, 100)
	for i := range many {
		many[i] = 2 * i
	}
	for want, numbers := range map[string][]int{
		"3":            {3},
		"3–4, 6, 8–10": {3, 4, 6, 8, 9, 10},
		"0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, …": many,
	} {
		if got := ranges(numbers); got != want {
			t.Errorf("ranges(%v) = %q, want %q", numbers, got, want)
		}
	}
}
