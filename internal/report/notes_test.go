package report

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// said gives all that a run says to people: each format's text, the workbook's cells, the
// explanation, the summary.
func said(t *testing.T, r Run) map[string]string {
	t.Helper()
	all := make(map[string]string)
	r.Width = 200
	for _, f := range Formats() {
		all[f.Name] = string(written(t, f, r))
	}
	var cells []string
	book := opened(t, []byte(all["xlsx"]))
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			cells = append(cells, row...)
		}
	}
	all["xlsx"] = strings.Join(cells, "\n")
	var shown strings.Builder // a line of a text that goes on ends with its space
	for _, one := range pdfFace(t, []byte(all["pdf"])).texts {
		shown.WriteString(one.words)
	}
	all["pdf"] = shown.String()
	for name, write := range map[string]func(io.Writer, Run) error{"explain": Explain, "summary": Summary} {
		var b bytes.Buffer
		if err := write(&b, r); err != nil {
			t.Fatal(err)
		}
		all[name] = b.String()
	}
	for name := range all {
		all[name] = strings.ReplaceAll(all[name], noBreakSpace, " ")
	}
	return all
}

// Every document says when the tariff is in force as the others leave it, not as its own
// file has it.
func TestInForce(t *testing.T) {
	r := sampleRun(text.French)
	r.From, r.To = "2019-06-26", "2026-12-31"
	for name, document := range said(t, r) {
		if strings.HasPrefix(name, "csv") || name == "json" {
			continue
		}
		if !strings.Contains(document, "en vigueur du 26 juin 2019 au 31 décembre 2026") {
			t.Errorf("%s: %.900s", name, document)
		}
	}
}

// A draft is not in force: it is meant to be.
func TestDraftInForce(t *testing.T) {
	r := tableRun(t, tieredDraft(), pricing.Options{}, fullMember())
	r.From = "2027-01-01"
	for l, want := range map[text.Lang]string{
		text.French: "projet, non adoptée, datée du 13 mai 2019, prévue à partir du 1er janvier 2027", text.English: "draft, not adopted, dated 13 May 2019, meant to be in force from 1 January 2027",
	} {
		r.Lang, r.Width = l, 200
		if document := strings.ReplaceAll(string(written(t, asTable(), r)), noBreakSpace, " "); !strings.Contains(document, want) {
			t.Errorf("no %s in %s", want, document)
		}
	}
}

// Where nothing is charged on what is new, nothing is assumed of it, and no count of it
// is shown; where what is charged costs nothing, no amount is at stake.
func TestNothingNew(t *testing.T) {
	yearly := votedTariff()
	yearly.Components = yearly.Components[:2]
	row := subsidised()
	row.Costs, row.Chosen = nil, nil
	free := pricing.Options{Set: []pricing.SetRate{{Component: "accompaniment", Rate: rate("0")}}}
	for _, rule := range []pricing.NewRule{pricing.AllNew, pricing.NoneNew} {
		for name, document := range said(t, run(yearly, text.French, pricing.Options{New: rule}, row)) {
			if name == "json" {
				continue // it is for programs: options and counts as used
			}
			if document = strings.ToLower(document); strings.Contains(document, "nouve") && name != "summary" ||
				strings.Contains(document, "en dépendent") || strings.Contains(document, "première fois") {
				t.Errorf("%s, %s: %.900s", name, rule, document)
			}
		}
	}
	for name, document := range said(t, run(votedTariff(), text.French, free, row)) {
		if strings.Contains(document, "en dépendent") {
			t.Errorf("%s: %.900s", name, document)
		}
		if name != "csv" && name != "csv-fr" && name != "json" && name != "summary" && !strings.Contains(document, "faute de") && !strings.Contains(document, "comptés comme nouveaux") {
			t.Errorf("%s: the assumption is not told: %.900s", name, document)
		}
	}
}

// A simulation says in csv-fr too what was changed from what to what, and a subsidy is
// positive under its head in every format (R9).
func TestSimulationInCSVFR(t *testing.T) {
	r := run(richTariff(), text.French, pricing.Options{
		Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.5")}}, Without: []string{"hosting", "connectors"},
	}, hostile())
	rows := records(t, bytes.TrimPrefix(written(t, asCSVFR(), r), []byte(byteOrderMark)), ';')
	last := strings.NewReplacer(noBreakSpace, " ", narrowSpace, " ").Replace(rows[1][len(rows[1])-1])
	for _, want := range []string{
		"La grille 5 est un projet",
		"(platform) : 0,5 € au lieu de tranches progressives (jusqu'à 1 000 : 0,60 € ; de 1 001 à 5 000 : 0,5 € ; au-delà de 5 000 : 0,405 €)",
		"(hosting) : écartée ; tarif de la grille : tranches au volume (jusqu'à 5 000 : 0,01 € ; au-delà de 5 000 : 0,008 €)",
		"(connectors) : écartée ; tarif de la grille : au coût réel",
	} {
		if !strings.Contains(last, want) {
			t.Errorf("no %s in %s", want, last)
		}
	}
}

// Whoever said no is said to have refused, whether or not it was asked for all.
func TestExplainRefusals(t *testing.T) {
	refuses := thousand()
	refuses.Chosen = map[string]bool{"audit": false}
	for _, o := range []pricing.Options{{}, {With: []string{"audit"}}} {
		document := said(t, tableRun(t, version4(), o, refuses))["explain"]
		for _, want := range []string{
			"Parts optionnelles non appelées :\n– Application mobile : 0,36 € par élève et par an.\n",
			"– Audit technique : 300 € par nouvelle école, une fois, refusée par l'adhérent.\n",
		} {
			if !strings.Contains(document, want) {
				t.Errorf("%v: no %s in %s", o, want, document)
			}
		}
	}
	document := said(t, tableRun(t, version4(), pricing.Options{With: []string{"audit"}, Without: []string{"mobile-app"}}, thousand()))["explain"]
	if want := "Part optionnelle non appelée :\n– Application mobile : 0,36 € par élève et par an, écartée pour tous les EPCI.\n"; !strings.Contains(document, want) || strings.Contains(document, "--with") {
		t.Errorf("no %s in %s", want, document)
	}
}

// Names too long for the width are cut only where the SIREN tells whose the row is.
func TestSummaryKeepsSIREN(t *testing.T) {
	for _, width := range []int{60, 70, 80, 100, 120} {
		r := tableRun(t, version4(), pricing.Options{}, alike(60)...)
		r.Width = width
		_, synthesis, _ := strings.Cut(string(written(t, asTable(), r)), "\nSynthèse\n")
		synthesis, _, _ = strings.Cut(synthesis, "\n\n")
		for _, c := range r.Statement.Contributions {
			if strings.Contains(synthesis, "…") && !strings.Contains(synthesis, c.SIREN) {
				t.Fatalf("at %d columns, no %s in\n%s", width, c.SIREN, synthesis)
			}
		}
		if !strings.Contains(synthesis, "1"+noBreakSpace+"234,56") || strings.Contains(synthesis, "−") {
			t.Errorf("at %d columns, the subsidy is not positive:\n%s", width, synthesis)
		}
	}
}

// Units declared where nothing is taken as new are of the year's schools: a letter neither
// calls them new nor counts them among none.
func TestExplainDeclaredOfNoneNew(t *testing.T) {
	row := thousand()
	row.Declared = map[string]pricing.Quantity{"audit": 3}
	for rule, want := range map[pricing.NewRule]string{
		pricing.NoneNew: "choisie : 3 écoles à 300 € par nouvelle école, une fois, nombre déclaré pour cette part, sur 10 écoles, soit 900,00 €.",
		pricing.AllNew:  "choisie : 3 nouvelles écoles à 300 € par nouvelle école, une fois, nombre déclaré pour cette part, sur 10 nouvelles écoles, soit 900,00 €.",
	} {
		if got := letter(t, run(version4(), text.French, pricing.Options{New: rule}, row)); !strings.Contains(got, want) {
			t.Errorf("%s: no %s in %s", rule, want, got)
		}
	}
}

// letter is what Explain writes, on one line, with plain spaces.
func letter(t *testing.T, r Run) string {
	t.Helper()
	var b bytes.Buffer
	if err := Explain(&b, r); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(strings.NewReplacer(noBreakSpace, " ", narrowSpace, " ").Replace(b.String())), " ")
}

// A reference is in parentheses, whatever else was said of a subsidy.
func TestSubsidyReferences(t *testing.T) {
	row := thousand()
	row.Subsidies = []pricing.Subsidy{
		{Amount: 10_00, Reference: "D-1"},
		{Amount: 20_00, Reference: "D-2", Date: "2026-03-04"},
		{Amount: 30_00, Reference: "D-3", From: "Bermeries (L'Orée de Mormal)"},
		{Amount: 40_00, Reference: "D-4", From: "Caudry", Label: "participation", Date: "2026-04-01"},
	}
	r := run(version4(), text.French, pricing.Options{}, row)
	said := letter(t, r)
	for _, want := range []string{
		"– Subvention (D-1) : 10,00 €. – Subvention, 4 mars 2026 (D-2) : 20,00 €.",
		"– Bermeries (L'Orée de Mormal) verse 30,00 € (D-3).",
		"– Caudry verse 40,00 € : participation, 1er avril 2026 (D-4).",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %s in %s", want, said)
		}
	}
	for i, want := range []string{
		"Subvention (D-1)", "Subvention, 4 mars 2026 (D-2)", "Subvention – Bermeries (L'Orée de Mormal) (D-3)",
		"Subvention – Caudry, participation, 1er avril 2026 (D-4)",
	} {
		if got := strings.ReplaceAll(subsidyTitle(&row.Subsidies[i], text.French), noBreakSpace, " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The schools, hundreds perhaps, are listed after the amounts; the file is named before.
func TestExplainListsSchoolsLast(t *testing.T) {
	said := letter(t, schoolsRun(text.French))
	at := -1
	for _, want := range []string{
		"Elle porte sur", "d'après le fichier effectifs-ecoles.csv (rentrée 2024).", "Chaque année", "La contribution nette",
		"D'après le fichier effectifs-ecoles.csv (rentrée 2024), 3 écoles publiques", "0590001A",
	} {
		next := strings.Index(said[at+1:], want)
		if next < 0 {
			t.Fatalf("no %s in its place in %s", want, said)
		}
		at += next + 1
	}
}
