package verify

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// version4 is the tariff of article 6, as far as the annexes here need it.
func version4() *pricing.Tariff {
	part := func(id, fr, en string, basis pricing.Basis, rate string) pricing.Component {
		r, err := pricing.ParseRate(rate)
		if err != nil {
			panic(err)
		}
		return pricing.Component{ID: id, Label: map[string]string{"fr": fr, "en": en}, Basis: basis, Tiers: []pricing.Tier{{Rate: r}}}
	}
	t := &pricing.Tariff{Version: "4", Adopted: true, From: "2019-06-26", Components: []pricing.Component{
		part("platform", "Plateforme ENT", "ENT platform", pricing.Pupils, "0.60"),
		part("support", "Assistance", "Support", pricing.Pupils, "0.18"),
		part("accompaniment", "Accompagnement", "Accompaniment", pricing.NewPupils, "0.50"),
		part("audit", "Audit technique", "Technical audit", pricing.NewSchools, "300"),
		{ID: "training", Label: map[string]string{"fr": "Formations", "en": "Training"}, Basis: pricing.AtCost},
	}}
	t.Components[3].Optional = true
	return t
}

// version3 has another rate.
func version3() *pricing.Tariff {
	t := version4()
	t.Version = "3"
	rate, _ := pricing.ParseRate("0.55")
	t.Components[0].Tiers = []pricing.Tier{{Rate: rate}}
	return t
}

// told gives what a check finds, as "place code field found/expected reason".
func told(r Result) (all []string) {
	for _, f := range r.Findings {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s %s/%s %s", strings.TrimPrefix(f.At.String(), "-"),
			strings.TrimPrefix(f.Code, "verify/"), f.Field, f.Found, f.Expected, f.Reason.EN)))
	}
	return all
}

const wideHeader = "siren;epci;élèves;écoles;plateforme ENT;assistance;accompagnement;audit technique;formations;brut;subvention;net\n"

// Each mistake is one finding, at its place, with what explains it.
func TestMistakes(t *testing.T) {
	sound := "200030633;A;1000;10;600,00;180,00;500,00;;;1280,00;80,00;1200,00\n"
	for _, tt := range []struct {
		name, rows string
		want       []string
	}{
		{"none", sound, nil},
		{
			"a rate of another version", strings.Replace(sound, "600,00", "550,00", 1),
			[]string{":2:21 amount platform 550.00/600.00 rate of tariff 3: €0.55"},
		},
		{
			"a rate that is no tariff's", strings.Replace(sound, "600,00", "610,00", 1),
			[]string{":2:21 amount platform 610.00/600.00 at a rate of €0.61"},
		},
		{
			"a rate or a count, nobody knows", strings.Replace(sound, "600,00", "660,00", 1),
			[]string{":2:21 amount platform 660.00/600.00"},
		},
		{"several members", sound + "200042190;B;1001;9;600,60;180,18;500,50;;;1281,28;0;1281,28\n", nil},
		{
			"rounded to the euro", "200043321;C;33;1;20;5,94;16,50;;;42,24;;42,24\n",
			[]string{":2:18 amount platform 20.00/19.80 rounded to the euro"},
		},
		{
			"on another count", strings.Replace(sound, "600,00", "6,00", 1),
			[]string{":2:21 amount platform 6.00/600.00 priced on schools: 10"},
		},
		{
			"a wrong sum", strings.Replace(sound, "1280,00", "1100,00", 1),
			[]string{":2:44 sum gross 1100.00/1280.00 without Support"},
		},
		{
			"a subsidy that is not taken away", strings.Replace(sound, "1200,00", "1280,00", 1),
			[]string{":2:58 sum net 1280.00/1200.00 without Subsidy"},
		},
		{
			"an item that is owed", strings.Replace(sound, "180,00", "", 1),
			[]string{":2:28 missing support /180.00 the component is owed, and is not there"},
		},
		{
			"a total", sound + "TOTAL;;1000;10;600,00;180,00;500,00;;;1280,00;80,00;1201,00\n",
			[]string{":3:53 total net 1201.00/1200.00"},
		},
		{
			"a total that lacks a row", sound + strings.Replace(sound, "200030633", "200042190", 1) + "TOTAL;;2000;10;1200,00;360,00;1000,00;;;2560,00;160,00;2400,00\n",
			[]string{":4:13 total schools 10/20"},
		},
		{"audits of some schools", "200030633;A;1000;10;600;180;500;900;;2180;;2180\n", nil},
		{"no SIREN", strings.Replace(sound, "200030633", "200030643", 1), []string{":2:1 siren siren 200030643/ not a SIREN"}},
		{
			"unreadable", strings.Replace(sound, "180,00", "1.180", 1),
			[]string{":2:28 unreadable support 1.180/ no number, or one that reads in two ways"},
		},
		{"a subsidy above the gross", "200030633;A;1000;10;600;180;500;;;1280;2000;0\n", []string{
			":2:1 not-priced subsidy / the subsidy exceeds the gross by €720.00",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := checked(t, []byte(wideHeader+tt.rows), version4(), Terms{Others: []*pricing.Tariff{version3()}})
			if diff := cmp.Diff(tt.want, told(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A hand-made table of items: keys that stand once, merged or not, quantities and rates.
func TestMistakesInItems(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"Annexe"},
		{"SIREN", "Part", "Quantité", "Tarif", "Montant"},
		{"200030633", "Plateforme ENT", 1000, 0.6, 600},
		{nil, "Assistance", 1000, 0.17, 170},    // a rate, and the amount that it makes
		{nil, "Accompagnement", 1100, 0.5, 550}, // of all new: more than there are
		{"200042190", "Plateforme ENT", 33, 0.6, 19.8},
		{nil, "Assistance", 33, 0.18, 5.95},
		{nil, "Accompagnement", 30, 0.55, 15},
		{nil, "Formations", nil, nil, 12.5},
		{nil, "Gomme", nil, nil, 1},
		{"TOTAL", nil, nil, nil, 1373.25},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, merged := range [][2]string{{"A1", "E1"}, {"A3", "A5"}} {
		if err := f.MergeCell("Sheet1", merged[0], merged[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Sheet1", "E12", "SUM(E3:E10)"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("Sheet1", "A12", "TOTAL"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	r := checked(t, b.Bytes(), version4(), Terms{})
	want := []string{
		"!Sheet1!A3 not-priced  / not priced: new pupils, 1100 of 1000",
		"!Sheet1!E7 amount support 5.95/5.94",
		"!Sheet1!D8 rate accompaniment 0.55/0.50",
		"!Sheet1!B10 part  Gomme/ no component of the tariff",
		"!Sheet1!E12 no-value amount / the formula was saved without its value; open the workbook in a spreadsheet program and save it",
	}
	if diff := cmp.Diff(want, told(r)); diff != "" {
		t.Error(diff)
	}
}

// The workbook that LibreOffice wrote has three mistakes: these are found, in both
// languages, and nothing else.
func TestLibreOffice(t *testing.T) {
	document, err := os.ReadFile("../../testdata/annexes/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	tariff := version4()
	tariff.Components[1].Label["fr"] = "Assistance niveaux 1 et 2"
	tariff.Components[2].Label["fr"] = "Accompagnement complémentaire"
	administration := tariff.Components[1]
	administration.ID, administration.Label = "administration", map[string]string{"fr": "Coût administratif", "en": "Administration"}
	administration.Tiers = []pricing.Tier{{Rate: mustRate(t, "0.12")}}
	tariff.Components = append(tariff.Components, administration)
	want := []string{
		"!Contributions!E8 amount platform 1253.38/1296.60 at a rate of €0.58",
		"!Contributions!F12 amount support 5611.00/5610.60 rounded to the euro",
		"!Contributions!I16 sum net 1627.20/2531.20 without Accompaniment",
	}
	if diff := cmp.Diff(want, told(checked(t, document, tariff, Terms{}))); diff != "" {
		t.Error(diff)
	}
}

func mustRate(t *testing.T, s string) pricing.Rate {
	t.Helper()
	r, err := pricing.ParseRate(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What is changed in a calc document by hand is found: an amount, a sum, a total, a rate
// that it says it was priced with.
func TestCalcDocument(t *testing.T) {
	s, err := pricing.Price(version4(), []pricing.Counts{{
		SIREN: "200030633", Name: "A", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
		Subsidies: []pricing.Subsidy{{Amount: 10_00, From: "Caudry"}, {Amount: 5_00}},
		Costs:     map[string][]pricing.Cost{"training": {{Amount: 1_00, Label: "x"}, {Amount: 2_00}}},
	}}, pricing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	json, _ := report.ByName("json", report.Formats())
	var b bytes.Buffer
	if err := json.Write(&b, report.Run{Statement: &s, Lang: text.French, ChosenBy: "default"}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ was, is, want string }{
		{`"amount":"600.00"`, `"amount":"600.01"`, "amount platform 600.01/600.00 rounded"},
		{`"rate":"0.60","article"`, `"rate":"0.61","article"`, ""},
		{`"gross": "1283.00"`, `"gross": "1284.00"`, "sum gross 1284.00/1283.00"},
		{`"rate":null,"amount":"3.00"`, `"rate":null,"amount":"4.00"`, "sum training 4.00/3.00"},
		{`"subsidy": "15.00"`, `"subsidy": "16.00"`, "sum subsidy 16.00/15.00"},
		{`"component":"platform","quantity":"1000","amount"`, `"component":"platform","quantity":"999","amount"`, "total platform.quantity 999/1000"},
		{`"siren": "200030633"`, `"siren": "200030634"`, "siren siren 200030634/"},
		{`"siren": "200030633"`, `"siren": {"a": [1, 2]}`, ""},
	} {
		document := strings.Replace(b.String(), tt.was, tt.is, 1)
		if document == b.String() && tt.want != "" {
			t.Errorf("%s is not in the document", tt.was)
			continue
		}
		got := told(checked(t, []byte(document), version4(), Terms{}))
		if tt.want == "" {
			continue
		}
		if len(got) != 1 || !strings.Contains(got[0], strings.TrimSuffix(tt.want, " rounded")) {
			t.Errorf("%s: found %q, want %q", tt.is, got, tt.want)
		}
	}
}
