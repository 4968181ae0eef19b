package verify

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A count that is none is told at its cell, and the other amounts of the row are checked.
func TestUnusableCounts(t *testing.T) {
	for _, tt := range []struct{ count, why string }{
		{"-5", "no count: a whole number from 0 to 999999999"},
		{"10,5", "no count: a whole number from 0 to 999999999"},
		{"99999999999", "no count: a whole number from 0 to 999999999"},
		{"", "amounts of the row are not checked without the count"},
	} {
		annex := "siren;élèves;écoles;nouveaux élèves;plateforme ENT;assistance;accompagnement\n" +
			"200030633;" + tt.count + ";10;100;600,00;180,00;51,00\n" +
			"200042190;100;1;0;60,00;18,00;0\n"
		got := told(checked(t, []byte(annex), version4(), Terms{}))
		if len(got) != 2 || got[0] != ":2:11 unreadable pupils "+tt.count+"/ "+tt.why || !strings.Contains(got[1], "amount accompaniment 51.00/50.00") {
			t.Errorf("%q: %q", tt.count, got)
		}
	}
}

// inputs1000 are those of one member of a thousand pupils.
func inputs1000(t *testing.T, tariff *pricing.Tariff, options pricing.Options) *Inputs {
	t.Helper()
	rows := []pricing.Counts{{
		SIREN: "200030633", Name: "A", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
	}}
	s, err := pricing.Price(tariff, rows, options)
	if err != nil {
		t.Fatal(err)
	}
	return &Inputs{Rows: rows, Statement: &s}
}

// A count that is not that of the inputs is one finding, whether the amounts are those of
// the inputs or its own.
func TestWrongCountIsOneFinding(t *testing.T) {
	for _, rows := range []string{
		"200030633;A;1001;10;600,00;180,00;500,00;;;1280,00;0;1280,00\nTOTAL;;1000;10;600,00;180,00;500,00;;;1280,00;0;1280,00\n",
		"200030633;A;1001;10;600,60;180,18;500,50;;;1281,28;0;1281,28\n",
		"200030633;A;1001;10;600,00;180,00;500,00;;;1280,00;0;1280,00\nTOTAL;;1001;10;600,00;180,00;500,00;;;1280,00;0;1280,00\n",
	} {
		got := told(checked(t, []byte(wideHeader+rows), version4(), Terms{Inputs: inputs1000(t, version4(), pricing.Options{})}))
		if diff := cmp.Diff([]string{":2:13 count pupils 1001/1000 from the counts given"}, got); diff != "" {
			t.Error(rows, diff)
		}
	}
}

// Of an option that is asked for all, a table that does not charge it to one is taken to
// tell a refusal.
func TestRefusedOption(t *testing.T) {
	annex := "siren;élèves;écoles;plateforme ENT;assistance;accompagnement;audit technique\n" +
		"200030633;1000;10;600;180;500;\n200042190;100;1;60;18;50;300\n"
	var found diag.List
	a, err := Read(Options{Name: "-", Data: []byte(annex)}, []*pricing.Tariff{version4()}, picks(version4()), &found)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Check(a, Terms{Options: pricing.Options{With: []string{"audit"}}}, &found)
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(words(&found), "\n"); len(r.Findings) > 0 || !strings.Contains(all, "Technical audit: asked for all, and not charged to 1 EPCIs; refused?") {
		t.Errorf("%q %s", told(r), all)
	}
}

// Columns with numbers that no header names are told.
func TestNamelessColumns(t *testing.T) {
	annex := "siren;élèves;écoles;plateforme ENT;;\n200030633;1000;10;600;180;500\n"
	var found diag.List
	if _, err := Read(Options{Name: "-", Data: []byte(annex)}, []*pricing.Tariff{version4()}, picks(version4()), &found); err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(words(&found), "\n"); !strings.Contains(all, ":2:23: 2 columns of figures without a header are not read") {
		t.Error(all)
	}
	// Where no column is of a part, these may be: nothing says that the annex is right.
	annex = "siren;élèves;écoles;;;net\n200030633;1000;10;600;180;780\n"
	found = diag.List{}
	_, err := Read(Options{Name: "-", Data: []byte(annex)}, []*pricing.Tariff{version4()}, picks(version4()), &found)
	if err == nil && found.Err() == nil {
		t.Error("an annex whose parts have no header is taken")
	}
}

// A row of another tariff, and a cost that is not its quantity at its rate, are told.
func TestRowsOfItems(t *testing.T) {
	header := "siren,epci,component,quantity,rate,amount,tariff\n"
	sound := "200030633,A,platform,1000,0.60,600.00,4\n200030633,A,support,1000,0.18,180.00,4\n200030633,A,accompaniment,0,0.50,0.00,4\n200030633,A,training,100.00,1,100.00,4\n"
	for _, tt := range []struct{ was, is, want string }{
		{"", "", ""},
		{"180.00,4", "180.00,3", ":3:38 tariff  3/ the rows above are of tariff \"4\""},
		{"1,100.00", "1,250.00", ":5:32 amount training 250.00/100.00 from the quantity and the rate of the row"},
		{"100.00,1,", "250.00,1,", ":5:35 amount training 100.00/250.00 from the quantity and the rate of the row"},
	} {
		annex := header + strings.Replace(sound, tt.was, tt.is, 1)
		got := strings.Join(told(checked(t, []byte(annex), version4(), Terms{Options: pricing.Options{New: pricing.NoneNew}})), "\n")
		if _, after, _ := strings.Cut(got, " "); !strings.Contains(tt.want, after) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %q", tt.is, got)
		}
	}
}

// What no figure of a calc document tells is told all the same: a count that its items
// are not charged on, units that are not those of the lines, a document that says another thing of itself.
func TestAlteredDocument(t *testing.T) {
	tariff := version4()
	tariff.Components[0].Tiers = []pricing.Tier{{UpTo: 100, Rate: mustRate(t, "0.60")}, {Rate: mustRate(t, "0.50")}}
	s := inputs1000(t, tariff, pricing.Options{}).Statement
	json, _ := report.ByName("json", report.Formats())
	var b bytes.Buffer
	if err := json.Write(&b, report.Run{Statement: s, Lang: text.French, ChosenBy: "default"}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ was, is, want string }{
		{"", "", ""},
		{`"pupils":1000,"schools"`, `"pupils":1100,"schools"`, "pupils 1000/1100"},
		{`"basis":"pupils","quantity":"1000","rate":null`, `"basis":"pupils","quantity":"900","rate":null`, "count platform 900/1000"},
		{`"simulation": false`, `"simulation": true`, "document"},
		{`"net": "1190.00"`, `"nett": "1190.00"`, "document"},
	} {
		document := strings.Replace(b.String(), tt.was, tt.is, 1)
		if document == b.String() && tt.was != "" {
			t.Errorf("%s is not in the document\n%s", tt.was, document)
			continue
		}
		got := told(checked(t, []byte(document), tariff, Terms{}))
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) == 0 || !strings.Contains(got[0], tt.want) || len(got) > 1) {
			t.Errorf("%s: %q", tt.is, got)
		}
	}
}

// Units are found from an amount, of tiers too.
func TestUnitsOfAmount(t *testing.T) {
	tiers := pricing.Component{ID: "x", Basis: pricing.Pupils, Tiers: []pricing.Tier{{UpTo: 100, Rate: mustRate(t, "0.60")}, {Rate: mustRate(t, "0.50")}}}
	volume := tiers
	volume.Volume = true
	for _, tt := range []struct {
		component *pricing.Component
		units     pricing.Quantity
	}{{&tiers, 50}, {&tiers, 250}, {&volume, 50}, {&volume, 250}} {
		amount := amountOf(tt.component.Lines(tt.units))
		if q, ok := unitsOfAmount(tt.component, amount, 1000); !ok || q != tt.units {
			t.Errorf("%s: %d units, want %d", amount, q, tt.units)
		}
	}
	if q, ok := unitsOfAmount(&tiers, mustRate(t, "0.61").Decimal(), 1000); ok {
		t.Errorf("0.61 is that of %d units", q)
	}
}
