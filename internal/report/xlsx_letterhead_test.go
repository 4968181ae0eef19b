package report

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// signedRun has all that a document may say around its figures: a letterhead, a date, amounts
// that were voted, what changed.
func signedRun(t testing.TB) Run {
	rows := tableMembers(5)
	lower, none := pricing.Cents(1_500_00), pricing.Cents(0)
	rows[2].Voted, rows[3].Voted = &lower, &none
	r := tableRun(t, version4(), pricing.Options{}, rows...)
	before := tableRun(t, version4(), pricing.Options{Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.50")}}}, rows...)
	before.Year = 2025
	since, err := Compare(before, r, pricing.CompareOptions{}, Listing{})
	if err != nil {
		t.Fatal(err)
	}
	r.Since, r.Date = &since, "2026-11-25"
	r.Letterhead = letterhead.Letterhead{
		Name: "Syndicat mixte \"Nord\"", SIRET: "20004118600019", Address: "21 rue Mollien\n62000 Arras",
		Signatory: "Le Président,\nJean Dupont", Place: "Arras", Nature: "7475", Function: "20",
		Before: "Vu la délibération.", After: "Le présent état est exécutoire.",
	}
	return r
}

// rowsOf gives the rows of a sheet, their cells joined.
func rowsOf(t testing.TB, document []byte, sheet string) string {
	t.Helper()
	rows, err := opened(t, document).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, row := range rows {
		all.WriteString(strings.Join(row, "|") + "\n")
	}
	return all.String()
}

// Who publishes, what was voted, what changed and the sum in words are on the face of
// Synthèse, and in Sources.
func TestWorkbookLetterhead(t *testing.T) {
	r := signedRun(t)
	draft, tariff := r, *r.Statement.Tariff
	tariff.Adopted = false
	statement := *r.Statement
	statement.Tariff = &tariff
	draft.Statement = &statement
	for _, tt := range []struct {
		r              Run
		sheet          string
		has, lacks     []string
		createdOn, sum string
	}{
		{r: r, sheet: "Synthèse", has: []string{
			"Syndicat mixte \"Nord\"\nSIRET\u00a020004118600019\n21 rue Mollien\n62000 Arras\n", "Vu la délibération.", "Imputation\u00a0: nature 7475, fonction 20\n",
			"|Net|Voté|Écart|Appelé|", "Arrêté le présent état à la somme de ", "Cette somme comprend ",
			"Le présent état est exécutoire.", "Fait à Arras, le 25\u00a0novembre\u00a02026", "|Le Président,\n", "|Jean Dupont\n",
		}, lacks: []string{"Redevable", "Appel de"}},
		{r: r, sheet: "Sources", has: []string{
			"Créancier\n", "SIRET|20004118600019", "Adresse|21 rue Mollien – 62000 Arras", "Imputation|nature 7475, fonction 20",
			"Date|25\u00a0novembre\u00a02026", "Évolution", "tarifs",
		}},
		{r: draft, sheet: "Synthèse", has: []string{"Total simulé\u00a0: "}, lacks: []string{"Arrêté", "Fait à", "Jean Dupont"}},
		{r: r.CallOf(2), sheet: "Appel", has: []string{
			"Appel de contribution à l'ENT, exercice 2026\n", "Redevable\u00a0: CC Vallons de Haute-Bretagne Communauté, SIREN\u00a0",
			"Évolution de 2025 à 2026\u00a0: ", " → ", "Arrêté le présent appel à la somme de mille cinq cents euros",
		}},
		{r: sampleRun(text.French), sheet: "Synthèse", lacks: []string{"Arrêté", "Fait à", "SIRET", "Voté"}},
		{r: sampleRun(text.French), sheet: "Sources", lacks: []string{"Créancier", "Date|", "Évolution"}},
	} {
		face := rowsOf(t, written(t, workbook(), tt.r), tt.sheet)
		for _, words := range tt.has {
			if !strings.Contains(face, words) {
				t.Errorf("%s lacks %q:\n%s", tt.sheet, words, face)
			}
		}
		for _, words := range tt.lacks {
			if strings.Contains(face, words) {
				t.Errorf("%s has %q:\n%s", tt.sheet, words, face)
			}
		}
	}
}

// The document bears the date that was given, and none else.
func TestWorkbookDate(t *testing.T) {
	r := signedRun(t)
	if core := part(t, written(t, workbook(), r), "docProps/core.xml"); !strings.Contains(core, `xsi:type="dcterms:W3CDTF">2026-11-25T00:00:00Z</dcterms:created>`) {
		t.Error(core)
	}
	r.Date = ""
	if core := part(t, written(t, workbook(), r), "docProps/core.xml"); strings.Contains(core, "created") {
		t.Error(core)
	}
}

// A text in a formula is in parts that a formula takes, and its quotes are written twice.
func TestFormulaText(t *testing.T) {
	for words, want := range map[string]string{
		"":                       `""`,
		`l'état "A"`:             `"l'état ""A"""`,
		strings.Repeat("é", 201): `"` + strings.Repeat("é", 200) + `"&"é"`,
	} {
		if got := formulaText(words); got != want {
			t.Errorf("%q: %s", words, got)
		}
	}
}
