package verify

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Headers are read without their parentheses; one that only begins a label is not, but is
// named where its component is missing, and no sum is wrong for it.
func TestHeadersNearComponents(t *testing.T) {
	tariff := version4()
	tariff.Components[1].Label["fr"] = "Assistance niveaux 1 et 2"
	for _, tt := range []struct {
		name, table string
		options     pricing.Options
		want        []string
	}{
		{
			"in parentheses", "epci;élèves;écoles;Plateforme ENT (0,60 €);Support (levels 1, 2);Accompagnement (nouveaux élèves);Net (TTC)\nA;1000;10;600;180;500;1281\n",
			pricing.Options{},
			[]string{":2:23 sum net 1281.00/1280.00"},
		},
		{
			"parentheses that tell apart", "epci;élèves (maternelle);élèves (élémentaire);élèves;Plateforme ENT;Net\nA;400;600;1000;610;610\n",
			pricing.Options{New: pricing.NoneNew},
			[]string{
				":1 missing support /180.00 the annex lacks the component, unless it is a column that is not read: " +
					"élèves (maternelle), élèves (élémentaire) (--map support=\"élèves (maternelle)\")",
				":2:16 amount platform 610.00/600.00 at a rate of €0.61",
			},
		},
		{
			"the beginning of a label", "epci;élèves;Plateforme;Assistance (0,18 €);Net\nA;1000;600;180;780\nB;100;60;18;79\n",
			pricing.Options{New: pricing.NoneNew},
			[]string{
				":1 missing platform /660.00 the annex lacks the component, unless it is a column that is not read: Plateforme (--map platform=Plateforme)",
				":1 missing support /198.00 the annex lacks the component, unless it is a column that is not read: Assistance (0,18 €) (--map support=\"Assistance (0,18 €)\")",
				":3:13 amount net 79.00/78.00",
			},
		},
		{
			"any other header", "epci;élèves;Plateforme ENT;Hotline;Net\nA;1000;600;180;780\n",
			pricing.Options{New: pricing.NoneNew},
			[]string{
				":1 missing support /180.00 the annex lacks the component, unless it is a column that is not read: Hotline (--map support=Hotline)",
			},
		},
		{
			"all without what is charged once", "epci;élèves;Net\nA;1000;780\nB;100;78\n",
			pricing.Options{},
			[]string{":1 missing accompaniment /550.00 the annex lacks the component; where nothing is new: --new none"},
		},
		{
			"one without what is charged once", "epci;élèves;Net\nA;1000;780\nB;100;128\n",
			pricing.Options{},
			[]string{":2:8 amount net 780.00/1280.00"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(checked(t, []byte(tt.table), tariff, Terms{Options: tt.options}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A rate that explains two rows of a column is their reason, though a number of units
// would do as well for each; the same on every sheet.
func TestRateOfAColumn(t *testing.T) {
	wide := "epci;élèves;Plateforme ENT;Assistance;Net\nA;6000;3300;1080;4380\nB;3000;1650;540;2190\nC;1200;792;216;1008\n"
	want := []string{
		":2:8 amount platform 3300.00/3600.00 at a rate of €0.55", ":3:8 amount platform 1650.00/1800.00 at a rate of €0.55",
		":4:8 amount platform 792.00/720.00",
	}
	terms := Terms{Options: pricing.Options{New: pricing.NoneNew}}
	if diff := cmp.Diff(want, told(checked(t, []byte(wide), version4(), terms))); diff != "" {
		t.Error(diff)
	}
	s, err := pricing.Price(version3(), []pricing.Counts{
		{SIREN: "200030633", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 6000, pricing.Schools: 10}},
		{SIREN: "200042190", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 3000, pricing.Schools: 10}},
	}, terms.Options)
	if err != nil {
		t.Fatal(err)
	}
	xlsx, _ := report.ByName("xlsx", report.Formats())
	var b bytes.Buffer
	if err := xlsx.Write(&b, report.Run{Statement: &s, ChosenBy: "default", Lang: text.French}); err != nil {
		t.Fatal(err)
	}
	got := told(checked(t, b.Bytes(), version4(), terms))
	for _, f := range got {
		if !strings.HasSuffix(f, "at a rate of €0.55") {
			t.Error(f)
		}
	}
	if len(got) != 4 {
		t.Errorf("%q", got)
	}
}

// A member that is there twice, or is missing, is one finding: totals with it or without
// it are right.
func TestTotalsOfOtherMembers(t *testing.T) {
	header := "siren;epci;élèves;Plateforme ENT;Assistance;Net\n"
	a, b := "200030633;A;1000;600;180;780\n", "200042190;B;100;60;18;78\n"
	rows := []pricing.Counts{
		{SIREN: "200030633", Name: "A", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 1}},
		{SIREN: "200042190", Name: "B", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 100, pricing.Schools: 1}},
	}
	none := pricing.Options{New: pricing.NoneNew}
	s, err := pricing.Price(version4(), rows, none)
	if err != nil {
		t.Fatal(err)
	}
	inputs := &Inputs{Rows: rows, Statement: &s}
	for _, tt := range []struct {
		name, rows string
		inputs     *Inputs
		want       []string
	}{
		{"twice, once in the totals", a + b + b + "TOTAL;;1100;660;198;858\n", nil, []string{":4:1 twice  / the EPCI is there twice, first at -:3:1"}},
		{"twice in the totals too", a + b + b + "TOTAL;;1200;720;216;936\n", nil, []string{":4:1 twice  / the EPCI is there twice, first at -:3:1"}},
		{"missing", a + "TOTAL;;1100;660;198;858\n", inputs, []string{"missing-epci  /78.00 the EPCI is in the counts given, and not in the annex"}},
		{"missing, unknown", a + "TOTAL;;1100;660;198;858\n", nil, []string{":3 total  / counts an EPCI more than there are rows: pupils 100"}},
		{"no such member", a + "TOTAL;;1100;661;198;859\n", nil, []string{
			":3:8 total pupils 1100/1000", ":3:13 total platform 661.00/600.00", ":3:17 total support 198.00/180.00", ":3:21 total net 859.00/780.00",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := checked(t, []byte(header+tt.rows), version4(), Terms{Options: none, Inputs: tt.inputs})
			if diff := cmp.Diff(tt.want, told(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Without counts only sums are checked, and that is told.
func TestNothingPriced(t *testing.T) {
	r := checked(t, []byte("siren;Plateforme ENT;Assistance;Net\n200030633;600;180;780\n"), version4(), Terms{})
	var b bytes.Buffer
	if err := r.WriteText(&b, text.English); err != nil {
		t.Fatal(err)
	}
	if want := "-, tariff 4: 1 figure checked, none priced anew, 0 differences\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
