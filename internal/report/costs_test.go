package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// itemisedMembers have costs and subsidies told one by one: several with one of which
// nothing is said, one alone, some that are hostile.
func itemisedMembers() []pricing.Counts {
	several := thousand()
	several.Costs = map[string][]pricing.Cost{
		"training": {
			{Amount: 450_00, Label: "session des directeurs", Date: "2026-03-12", Reference: "facture F-12"},
			{
				Amount: 350_50, Date: "2026-05-01", Reference: "F-31",
				Label: "prise en main par les enseignants des écoles maternelles et élémentaires, en deux groupes",
			},
			{Amount: 20_00},
		},
		"connectors": {{Amount: 99_99, Reference: "C-7"}},
	}
	several.Subsidies = []pricing.Subsidy{
		{Amount: 200_00, From: "Caudry"},
		{Amount: 100_50, From: "commune du Cateau-Cambrésis", Label: "participation 2026", Date: "2026-04-01", Reference: "D-12"},
		{Amount: 50_00},
		{Amount: 10_00, Label: "don"},
	}
	alone := pricing.Counts{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}}
	alone.Costs = map[string][]pricing.Cost{"training": {{Amount: 120_00, Date: "2026-09-01"}}}
	alone.Subsidies = []pricing.Subsidy{{Amount: 300_00, From: "Rennes"}}
	evil := hostile()
	evil.Costs = map[string][]pricing.Cost{"connectors": {{Amount: 1_00, Label: evil.Name, Reference: "=1+1"}}}
	evil.Subsidies = []pricing.Subsidy{{Amount: 1_00, From: evil.Name, Label: "-2"}}
	return []pricing.Counts{several, alone, evil}
}

func itemisedRun(l text.Lang) Run {
	return run(version4(), l, pricing.Options{}, itemisedMembers()...)
}

func TestItemisedDocuments(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		r := itemisedRun(l)
		for _, f := range plainFormats() {
			golden(t, "itemised."+string(l)+f.Ext, written(t, f, r))
		}
		var explained bytes.Buffer
		r.Width = 80
		if err := Explain(&explained, r); err != nil {
			t.Fatal(err)
		}
		golden(t, "explain_itemised_"+string(l), explained.Bytes())
		golden(t, fmt.Sprintf("table_itemised_%s_80", l), written(t, asTable(), r))
	}
}

// Subsidies of which nothing is said but their amount are shown as their sum.
func TestNothingSaid(t *testing.T) {
	plain, said := thousand(), thousand()
	plain.Subsidies = []pricing.Subsidy{{Amount: 30_00}}
	said.Subsidies = []pricing.Subsidy{{Amount: 10_00}, {Amount: 20_00}}
	for _, f := range Formats() {
		one := written(t, f, run(version4(), text.French, pricing.Options{}, plain))
		if two := written(t, f, run(version4(), text.French, pricing.Options{}, said)); !bytes.Equal(one, two) {
			t.Errorf("%s shows subsidies one by one, of which nothing is said", f.Name)
		}
	}
}

// A program finds every cost and subsidy in the JSON, exactly as it was said.
func TestJSONHasWhatWasSaid(t *testing.T) {
	type told struct{ Amount, From, Label, Date, Reference string }
	var d struct {
		EPCIs []struct {
			Items []struct {
				Component string
				Lines     []told
			}
			Subsidies []told
		}
	}
	if err := json.Unmarshal(written(t, asJSON(), itemisedRun(text.English)), &d); err != nil {
		t.Fatal(err)
	}
	for i, row := range itemisedMembers() {
		var want []told
		for _, s := range row.Subsidies {
			want = append(want, told{s.Amount.String(), s.From, s.Label, s.Date, s.Reference})
		}
		if diff := cmp.Diff(want, d.EPCIs[i].Subsidies); diff != "" {
			t.Errorf("%s: subsidies\n%s", row.SIREN, diff)
		}
		for _, item := range d.EPCIs[i].Items {
			want = nil
			for _, c := range row.Costs[item.Component] {
				want = append(want, told{c.Amount.String(), "", c.Label, c.Date, c.Reference})
			}
			if diff := cmp.Diff(want, item.Lines); diff != "" {
				t.Errorf("%s: %s\n%s", row.SIREN, item.Component, diff)
			}
		}
	}
}

// The schema knows what may be said, and in which form.
func TestJSONSchemaOfItemised(t *testing.T) {
	s := schema(t, "calc.schema.json")
	document := string(written(t, asJSON(), itemisedRun(text.French)))
	for _, change := range []struct{ from, to string }{
		{`"date":"2026-03-12"`, `"date":"12/03/2026"`},
		{`"reference":"C-7"`, `"reference":""`},
		{`"reference":"C-7"`, `"invoice":"C-7"`},
		{`"from":"Caudry"`, `"from":null`},
		{`{"amount":"50.00"}`, `{}`},
		{`{"amount":"50.00"}`, `{"amount":"-50.00"}`},
		{`"quantity":"99.99","rate":null`, `"quantity":"99.99","rate":"1"`},
	} {
		changed := strings.Replace(document, change.from, change.to, 1)
		if changed == document || valid(t, s, []byte(changed)) == nil {
			t.Errorf("%s accepted in place of %s", change.to, change.from)
		}
	}
}

// Each line of a subsidy or a cost is a figure of its own: a moved one is named by its
// place, and nothing is said to move with what was only said otherwise.
func TestDifferencesOfItemised(t *testing.T) {
	before := itemisedRun(text.French)
	rows := itemisedMembers()
	rows[0].Costs["training"][1].Amount += 1_00
	rows[0].Subsidies[1].Amount += 2_00
	moved := run(version4(), text.French, pricing.Options{}, rows...)
	again := itemisedMembers()
	again[0].Costs["training"][1].Label, again[0].Subsidies[0].From = "autre", "Busigny"
	renamed := run(version4(), text.French, pricing.Options{}, again...)
	for _, f := range []Format[Run]{asCSV(), asJSON(), workbook()} {
		found, err := moved.Differences(f, written(t, f, before), written(t, f, moved))
		if err != nil {
			t.Fatal(err)
		}
		lines := told(found)
		for _, want := range []string{
			"200030633 training/2 350.50 351.50 check/figure", "200030633 subsidy/2 100.50 102.50 check/figure",
		} {
			if !slices.Contains(lines, want) {
				t.Errorf("%s: no %q among %q", f.Name, want, lines)
			}
		}
		for _, l := range lines {
			if strings.Contains(l, "243500139") || strings.Contains(l, "training/1") || strings.Contains(l, "subsidy/3") {
				t.Errorf("%s: %q did not move", f.Name, l)
			}
		}
		found, err = renamed.Differences(f, written(t, f, before), written(t, f, renamed))
		if err != nil || len(found) != 1 || found[0].Text.Code != text.OnlyBytes().Code && found[0].Text.Code != "check/presentation" {
			t.Errorf("%s: %q, %v", f.Name, told(found), err)
		}
	}
}

// Détail has a row for each, and what was said of it beside it.
func TestWorkbookItemised(t *testing.T) {
	f := opened(t, written(t, workbook(), itemisedRun(text.French)))
	names := namedColumns(f.GetDefinedName())
	sheet := names[lineAmount].sheet
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows[names[lineAmount].first-1:] {
		row = append(row, make([]string, remarkColumn)...) // blank cells at the end are not there
		if row[remarkColumn-1] != "" || row[componentColumn-1] == "Subvention" {
			got = append(got, strings.Join([]string{row[componentColumn-1], row[amountColumn-1], row[remarkColumn-1]}, "|"))
		}
	}
	want := []string{
		"Formations|450|session des directeurs, 12\u00a0mars\u00a02026 (facture F-12)",
		"Formations|350.5|prise en main par les enseignants des écoles maternelles et élémentaires, en deux groupes, 1er\u00a0mai\u00a02026 (F-31)",
		"Connecteurs et modules|99.99|coût déclaré (C-7)",
		"Subvention|-200|Caudry",
		"Subvention|-100.5|commune du Cateau-Cambrésis, participation 2026, 1er\u00a0avril\u00a02026 (D-12)",
		"Subvention|-50|",
		"Subvention|-10|don",
		"Formations|120|coût déclaré, 1er\u00a0septembre\u00a02026",
		"Subvention|-300|Rennes",
	}
	if diff := cmp.Diff(want, got[:min(len(want), len(got))]); diff != "" || len(got) != len(want)+2 {
		t.Errorf("%d rows\n%s", len(got), diff)
	}
}
