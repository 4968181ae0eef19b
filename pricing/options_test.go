package pricing_test

import (
	"reflect"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// Changes are what is not as voted, in the tariff's order; the options keep what was asked.
func TestChanges(t *testing.T) {
	tariff := version4()
	tiers := []pricing.Tier{{UpTo: 500, Rate: rateOf("0.20")}, {Rate: rateOf("0.10")}}
	tariff.Component("support").Tiers, tariff.Component("support").Volume = tiers, true
	set := []pricing.SetRate{
		{Component: "support", Rate: rateOf("0.20")},         // in place of tiers: a change
		{Component: "administration", Rate: rateOf("0.120")}, // as voted: none
		{Component: "platform", Rate: rateOf("0.65")},
	}
	s, err := pricing.Price(tariff, []pricing.Counts{thousand()}, pricing.Options{
		With:    []string{"audit"},
		Without: []string{"training", "mobile-app", "accompaniment"},
		Set:     set,
	})
	if err != nil {
		t.Fatal(err)
	}
	to := func(rate string) *pricing.Rate { r := rateOf(rate); return &r }
	changes := []pricing.Change{
		{Component: "platform", From: []pricing.Tier{{Rate: rateOf("0.60")}}, To: to("0.65")},
		{Component: "support", From: tiers, Volume: true, To: to("0.20")},
		{Component: "accompaniment", From: []pricing.Tier{{Rate: rateOf("0.50")}}}, // left out, mandatory
		{Component: "training"}, // the same, at cost
	}
	if !reflect.DeepEqual(s.Changes, changes) {
		t.Errorf("changes %+v, want %+v", s.Changes, changes)
	}
	options := pricing.Options{
		With:    []string{"audit"},
		Without: []string{"mobile-app", "accompaniment", "training"},
		Set:     []pricing.SetRate{set[2], set[0]},
		New:     pricing.AllNew,
	}
	if !reflect.DeepEqual(s.Options, options) {
		t.Errorf("options %+v, want %+v", s.Options, options)
	}
	if used := s.Tariff.Component("support"); used.Volume || len(used.Tiers) != 1 || s.Contributions[0].Item("support").Amount != 200_00 {
		t.Errorf("support is used as %+v", used)
	}
	if want := pricing.Cents(650_00 + 200_00 + 120_00 + 3000_00); s.Totals.Net != want {
		t.Errorf("net %s, want %s", s.Totals.Net, want)
	}

	set[2].Rate = rateOf("9") // who asked may use its options again
	if got := s.Changes[0].To.String(); got != "0.65" {
		t.Errorf("the change moved to %s", got)
	}
}

// A draft is a simulation as it stands; an optional component left out makes none.
func TestSimulationOfAsked(t *testing.T) {
	draft := version4()
	draft.Adopted = false
	for _, tt := range []struct {
		name    string
		tariff  *pricing.Tariff
		options pricing.Options
		want    bool
	}{
		{"as voted", version4(), pricing.Options{}, false},
		{"draft", draft, pricing.Options{}, true},
		{"optional left out", version4(), pricing.Options{Without: []string{"audit"}}, false},
		{"mandatory left out", version4(), pricing.Options{Without: []string{"support"}}, true},
		{"rate of what nobody chose", version4(), pricing.Options{Set: []pricing.SetRate{{Component: "audit", Rate: rateOf("310")}}}, true},
	} {
		s, err := pricing.Price(tt.tariff, []pricing.Counts{thousand()}, tt.options)
		if err != nil || s.Simulation() != tt.want {
			t.Errorf("%s: %t, %v; want %t", tt.name, s.Simulation(), err, tt.want)
		}
	}
}
