package fields

import (
	"slices"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func tariff(bases []pricing.DeclaredBasis, components ...pricing.Component) *pricing.Tariff {
	return &pricing.Tariff{Version: "t", Bases: bases, Components: components}
}

func TestOf(t *testing.T) {
	all := Of(tariff(
		[]pricing.DeclaredBasis{{ID: "inhabitants", Columns: []string{"population"}}},
		pricing.Component{ID: "platform", Basis: pricing.Pupils},
		pricing.Component{ID: "audit", Basis: pricing.NewSchools, Optional: true},
		pricing.Component{ID: "training", Basis: pricing.AtCost, Columns: []string{"formations"}},
		pricing.Component{ID: "membership", Basis: pricing.EPCI, Optional: true},
		pricing.Component{ID: "network", Basis: "inhabitants"},
	))
	want := []struct {
		name string
		kind Kind
	}{
		{"siren", SIREN},
		{"epci", Name},
		{"year", Year},
		{"pupils", Count},
		{"schools", Count},
		{"new_pupils", Count},
		{"new_schools", Count},
		{"subsidy", Subsidy},
		{"voted", Voted},
		{"inhabitants", Count},
		{"platform", Choice},
		{"platform_quantity", Units},
		{"audit", Choice},
		{"audit_quantity", Units},
		{"training", Cost}, // and no training_quantity: it has no units
		{"membership", Choice},
		{"network", Choice},
		{"network_quantity", Units},
	}
	for i, f := range all {
		if i >= len(want) || f.Name != want[i].name || f.Kind != want[i].kind {
			t.Fatalf("field %d is %s, of kind %d", i, f.Name, f.Kind)
		}
		if f.Headers[0] != f.Name {
			t.Errorf("the first header of %s is %q", f.Name, f.Headers[0])
		}
		if f.Choosable() == (f.Name == "platform" || f.Name == "network") {
			t.Errorf("%s: choosable %v", f.Name, f.Choosable())
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d fields, want %d", len(all), len(want))
	}
	if clashes := Clashes(all); clashes != nil {
		t.Errorf("clashes: %v", clashes)
	}
	if f, ok := Named(all, "inhabitants"); !ok || f.Header(text.French) != "population" || f.Header(text.English) != "inhabitants" {
		t.Errorf("%v, %v", f, ok)
	}
	if _, ok := Named(all, "Inhabitants"); ok {
		t.Error("names are exact")
	}
}

// Units are known in French by the component's id and by each of its columns.
func TestOfUnits(t *testing.T) {
	all := Of(tariff(nil, pricing.Component{ID: "audit", Basis: pricing.NewSchools, Columns: []string{"audit technique"}}))
	units, _ := Named(all, "audit_quantity")
	known := make(map[string]bool)
	for _, h := range units.Headers {
		known[Fold(h)] = true
	}
	for _, h := range []string{"audit_quantity", "Audit quantité", "quantités d'audits", "Audit technique (quantité)", "Quantité Audit technique"} {
		if !known[Fold(h)] {
			t.Errorf("%q is not known", h)
		}
	}
	both := Of(tariff(nil, pricing.Component{ID: "audit", Basis: pricing.Schools},
		pricing.Component{ID: "quantity", Basis: pricing.AtCost, Columns: []string{"quantité audit"}}))
	if c := Clashes(both); len(c) != 1 || c[0].Fields[0].Name != "audit_quantity" {
		t.Errorf("%v, want a clash of the units", c)
	}
}

// Two names that read as one header are told, whoever has them.
func TestClashes(t *testing.T) {
	for _, tt := range []struct {
		name   string
		tariff *pricing.Tariff
		want   []string // header: first, second
	}{
		{"none", tariff(nil, pricing.Component{ID: "platform", Basis: pricing.Pupils}), nil},
		{"a plural", tariff(nil, pricing.Component{ID: "school", Basis: pricing.AtCost}), []string{"school: schools, school"}},
		{
			"a column of another",
			tariff(nil, pricing.Component{ID: "training", Basis: pricing.AtCost, Columns: []string{"Nb d'élèves"}}),
			[]string{"Nb d'élèves: pupils, training"},
		},
		{
			"units",
			tariff(nil, pricing.Component{ID: "audit", Basis: pricing.Schools}, pricing.Component{ID: "audit-quantity", Basis: pricing.AtCost}),
			[]string{"audit-quantity: audit_quantity, audit-quantity"},
		},
		{
			"a basis and a component",
			tariff([]pricing.DeclaredBasis{{ID: "networks"}}, pricing.Component{ID: "network", Basis: "networks"}),
			[]string{"network: networks, network"},
		},
		{"twice in one field", tariff(nil, pricing.Component{ID: "audit", Basis: pricing.AtCost, Columns: []string{"Audits"}}), nil},
	} {
		var got []string
		for _, c := range Clashes(Of(tt.tariff)) {
			got = append(got, c.Header+": "+c.Fields[0].Name+", "+c.Fields[1].Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A sentence names a field as the file does, or, where it is absent, as an empty file
// does; programs' name stays in English.
func TestSaid(t *testing.T) {
	all := Of(tariff(nil, pricing.Component{ID: "platform", Basis: pricing.Pupils}))
	pupils, _ := Named(all, "pupils")
	platform, _ := Named(all, "platform")
	for _, tt := range []struct{ got, want text.Phrase }{
		{pupils.Under("Nb\x1b Élèves"), text.Phrase{FR: `Nb\x1b Élèves`, EN: "pupils"}},
		{pupils.Absent(), text.Phrase{FR: "élèves (pupils)", EN: "pupils"}},
		{platform.Absent(), text.Phrase{FR: "platform", EN: "platform"}},
	} {
		if tt.got != tt.want {
			t.Errorf("%v, want %v", tt.got, tt.want)
		}
	}
}

func TestYesNo(t *testing.T) {
	for s, want := range map[string]string{
		"oui": "yes", "YES": "yes", "Vrai": "yes", "TRUE": "yes", "1": "yes", "x": "yes",
		"non": "no", "No": "no", "faux": "no", "false": "no", "0": "no",
		"": "", "o": "", "y": "", "2": "",
	} {
		got := ""
		if yes, ok := YesNo(s); ok && yes {
			got = "yes"
		} else if ok {
			got = "no"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// What the ministry publishes is read, or known not to be, and never both; what it does not
// publish is news.
func TestPublished(t *testing.T) {
	published := Published()
	for _, f := range School() {
		for _, h := range f.Headers {
			if published[Fold(h)] {
				t.Errorf("%s is read as %s", h, f.Name)
			}
		}
	}
	for header, want := range map[string]bool{
		"Code Postal": true, "code_postal": true, "REP +": true, "Nombre d'élèves en CP hors ULIS": true,
		"nombre_eleves_cp_hors_ulis": true, "SIREN_SIRET": true, "Remarque": false, "Subvention": false, "": false,
	} {
		if published[Fold(header)] != want {
			t.Errorf("%q is %t", header, !want)
		}
	}
}
