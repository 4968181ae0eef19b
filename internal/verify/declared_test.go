package verify

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"testing"

	compare "github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// three is version 4 with a third part on pupils.
func three() *pricing.Tariff {
	t := version4()
	administration := t.Components[1]
	administration.ID, administration.Label = "administration", map[string]string{"fr": "Coût administratif", "en": "Administration"}
	t.Components = append(t.Components, administration)
	return t
}

// optional has only parts that are charged to those that choose them.
func optional() *pricing.Tariff {
	t := version4()
	for i := range t.Components[:4] {
		t.Components[i].Optional = true
	}
	return t
}

// verified writes rows in a format, and gives what is found in it, notices last.
func verified(t *testing.T, tariff *pricing.Tariff, format string, o pricing.Options, rows ...pricing.Counts) (all []string) {
	t.Helper()
	s, err := pricing.Price(tariff, rows, o)
	if err != nil {
		t.Fatal(err)
	}
	f, _ := report.ByName(format, report.Formats())
	var b bytes.Buffer
	if err := f.Write(&b, report.Run{Statement: &s, Year: 2026, ChosenBy: "year", Lang: text.French}); err != nil {
		t.Fatal(err)
	}
	document := b.Bytes()
	var found diag.List
	var a *Annex
	if calc, carrier, err := report.Carried(document); carrier.Name != "" {
		differs, _, faceErr := report.FaceDiffers(s.Tariff, carrier, document, calc)
		if err != nil || faceErr != nil {
			t.Fatal(err, faceErr)
		}
		for _, d := range differs {
			all = append(all, "face "+d.Field)
		}
		document = calc
	}
	if bytes.HasPrefix(document, []byte("{")) {
		a, err = ReadCalc("x.json", document, picks(tariff), &found)
	} else {
		a, err = Read(Options{Name: "-", Data: document}, []*pricing.Tariff{tariff}, picks(tariff), &found)
	}
	var r Result
	if err == nil {
		r, err = Check(a, Terms{Options: o}, &found)
	}
	if err != nil {
		return append(all, fmt.Sprint(err), fmt.Sprint(words(&found)))
	}
	for _, d := range found.Notices() {
		if d.Text.Code != "verify/not-checked" {
			defer func() { all = append(all, d.Text.Code) }()
		}
	}
	return append(all, told(r)...)
}

// What is declared below the counts is no fault of what entcalc writes, in any format: at
// most it is told that units were taken for fewer.
func TestOwnUnits(t *testing.T) {
	of := func(pupils, schools, newPupils, newSchools pricing.Quantity) map[pricing.Basis]pricing.Quantity {
		return map[pricing.Basis]pricing.Quantity{
			pricing.Pupils: pupils, pricing.Schools: schools, pricing.NewPupils: newPupils, pricing.NewSchools: newSchools,
		}
	}
	parts := func(q pricing.Quantity) map[string]pricing.Quantity {
		return map[string]pricing.Quantity{"platform": q, "support": q, "administration": q}
	}
	other := pricing.Counts{SIREN: "200042190", Name: "B", Of: of(100, 2, 0, 0)}
	for _, tt := range []struct {
		name   string
		tariff *pricing.Tariff // nil: of three parts
		o      pricing.Options
		rows   []pricing.Counts
		units  string // the formats that give notices of units
	}{
		{name: "all parts", rows: []pricing.Counts{{SIREN: "200030633", Name: "A", Of: of(1000, 10, 800, 0), Declared: parts(500)}, other}, units: "csv csv-fr"},
		{name: "none", rows: []pricing.Counts{{SIREN: "200030633", Name: "A", Of: of(1000, 10, 800, 0), Declared: parts(0)}, other}, units: "csv csv-fr"},
		{
			name: "audits of no new school", o: pricing.Options{New: pricing.NoneNew},
			rows: []pricing.Counts{{
				SIREN: "200030633", Name: "A", Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
				Chosen: map[string]bool{"audit": true}, Declared: map[string]pricing.Quantity{"audit": 3},
			}},
			units: "csv-fr",
		},
		{name: "more than a count in all", rows: []pricing.Counts{
			{SIREN: "200030633", Name: "A", Of: of(900_000_000, 10, 0, 0)}, {SIREN: "200042190", Name: "B", Of: of(900_000_000, 2, 0, 0)},
		}},
		{name: "nothing", rows: []pricing.Counts{{SIREN: "200030633", Name: "A", Of: of(0, 0, 0, 0), Declared: parts(0)}}},
		{name: "nothing, and a subsidy of nothing", rows: []pricing.Counts{{
			SIREN: "200030633", Name: "A", Of: of(0, 0, 0, 0), Subsidies: []pricing.Subsidy{{From: "État"}},
		}}},
		{name: "nothing charged", tariff: optional(), rows: []pricing.Counts{{SIREN: "200030633", Name: "A", Of: of(1000, 10, 800, 0)}, other}},
		{name: "subsidies of nothing, nothing charged", tariff: optional(), rows: []pricing.Counts{
			{SIREN: "200030633", Name: "A", Of: of(1000, 10, 800, 0), Subsidies: []pricing.Subsidy{{From: "État"}}},
		}},
		{name: "subsidies of nothing", rows: []pricing.Counts{
			{SIREN: "200030633", Name: "A", Of: of(1000, 10, 800, 0), Subsidies: []pricing.Subsidy{{From: "État"}}}, other,
		}},
	} {
		for _, f := range report.Formats() {
			if f.Name == "table" || f.Name == "md" {
				continue
			}
			if f.Name == "csv" && tt.name == "nothing charged" {
				continue // has no row
			}
			var want []string
			got := verified(t, cmp.Or(tt.tariff, three()), f.Name, tt.o, tt.rows...)
			if strings.Contains(" "+tt.units+" ", " "+f.Name+" ") {
				if len(got) == 0 {
					t.Errorf("%s, %s: no notice", tt.name, f.Name)
				}
				for range got {
					want = append(want, "verify/units")
				}
			}
			if diff := compare.Diff(want, got); diff != "" {
				t.Errorf("%s, %s\n%s", tt.name, f.Name, diff)
			}
		}
	}
}
