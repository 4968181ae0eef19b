package report

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Each workbook says that its checks agree, and has those that its sheets want.
func TestWorkbookChecks(t *testing.T) {
	for name, r := range workbookRuns(t) {
		b := newBook(r)
		face := rowsOf(t, written(t, workbook(), r), b.names.checks)
		if !strings.Contains(face, b.say(text.ChecksAgree(strings.Count(face, "|OK\n")))) || strings.Contains(face, b.say(text.CheckDiffers())) {
			t.Errorf("%s:\n%s", name, face)
		}
		for label, want := range map[string]bool{
			b.say(text.CheckVoted()): votes(r.Statement), b.say(text.CheckSchools("")): len(r.Schools) > 0,
		} {
			if strings.Contains(face, label) != want {
				t.Errorf("%s: %q in\n%s", name, label, face)
			}
		}
		if err := b.f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Components under one label, which may be that of subsidies, are checked together.
func TestWorkbookChecksOneLabel(t *testing.T) {
	tariff := votedTariff()
	tariff.Components[1].Label, tariff.Components[1].Optional = words("PLATEFORME", ""), false
	tariff.Components[2].Label = words("Subvention", "")
	r := run(tariff, text.French, pricing.Options{}, subsidised())
	face := rowsOf(t, written(t, workbook(), r), "Contrôles")
	for _, want := range []string{"Plateforme|960|960|0||OK", "Subvention|250|250|0||OK"} {
		if strings.Count(face, want) != 1 {
			t.Errorf("no %q:\n%s", want, face)
		}
	}
}

// A figure that is changed in the workbook turns the checks that it breaks, and no other; the
// sum in words gives way.
func TestWorkbookChecksTurn(t *testing.T) {
	t.Parallel()
	runs := map[string]Run{
		"signed": signedRun(t), "schools": schoolsRun(text.French), "waves": wavesRun(text.English), "tiered": tableRun(t, tieredDraft(), pricing.Options{}, fullMember()),
	}
	documents, want := make(map[string][]byte), make(map[string]string)
	edit := func(run, named string, down int, value any, turned ...string) {
		r := runs[run]
		f := opened(t, written(t, workbook(), r))
		at := namedColumns(f.GetDefinedName())[named]
		if err := f.SetCellValue(at.sheet, cell(at.at, at.first+down), value); err != nil {
			t.Fatal(err)
		}
		name := run + "-" + named
		documents[name], want[name] = saved(t, f), strings.Join(turned, "\n")
	}
	const written, voted = "Net = le même à l'édition", "Appelé = le même à l'édition"
	edit("signed", "tarif_platform", 0, 0.61, written, voted)
	edit("signed", "item_support", 1, 12.5, "Détail = synthèse\u00a0: Assistance de niveaux 1 et 2", "Détail = synthèse\u00a0: net", written, voted)
	edit("signed", "sum_gross", 0, 12.5, "Chaque EPCI\u00a0: somme des parts = brut", "Chaque EPCI\u00a0: annuel + ponctuel = brut",
		"Détail = synthèse\u00a0: net", written, voted)
	edit("signed", "sum_net", 2, 12.5, "Chaque EPCI\u00a0: brut − subvention = net", "Détail = synthèse\u00a0: net", written)
	edit("signed", "sum_voted", 2, 12.5, voted)
	edit("signed", "line_amount", 0, 12.5, "Chaque ligne du détail\u00a0: quantité × tarif = montant", written, voted)
	edit("schools", "count_pupils", 0, int64(1), "Écoles = synthèse\u00a0: Élèves", written)
	edit("waves", "school_siren", 0, "", "Schools = summary: Pupils", "Net = the same when written")
	for name, document := range recalculated(t, documents) {
		sheet := text.SheetChecks().In(runs[strings.Split(name, "-")[0]].Lang)
		rows, err := opened(t, document).GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var turned []string
		said := false
		for _, row := range rows {
			if len(row) == checkResult && (row[checkResult-1] == "ÉCART" || row[checkResult-1] == "DIFFERS") {
				turned = append(turned, row[0])
			}
			said = said || strings.Contains(row[0], "contrôle(s) en écart") || strings.Contains(row[0], "check(s) differ")
		}
		if got := strings.Join(turned, "\n"); got != want[name] || !said {
			t.Errorf("%s (said: %v): %q", name, said, got)
		}
		if strings.HasPrefix(name, "signed") {
			stale := strings.Contains(rowsOf(t, document, "Synthèse"), text.SheetWordsStale().FR)
			if moved := strings.Contains(want[name], voted); stale != moved {
				t.Errorf("%s: the words are given up: %v", name, stale)
			}
		}
	}
}

// What does not agree is shown in red, in each row and above.
func TestWorkbookChecksAlarm(t *testing.T) {
	f := opened(t, written(t, workbook(), sampleRun(text.French)))
	formats, err := f.GetConditionalFormats("Contrôles")
	if err != nil || len(formats) != 2 {
		t.Fatalf("%v, %v", formats, err)
	}
	for at, options := range formats {
		style, err := f.GetConditionalStyle(*options[0].Format)
		if err != nil || style.Fill.Color[0] != alertInk {
			t.Errorf("%s: %+v, %v", at, style, err)
		}
	}
}
