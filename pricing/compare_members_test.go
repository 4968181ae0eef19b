package pricing_test

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// Members are matched by SIREN, or by its successors; each is told as what it is.
func TestMembers(t *testing.T) {
	row := func(siren string) pricing.Counts { return equipped(siren, 1000, 10, 0, 0) } // 900.00
	for _, tt := range []struct {
		name              string
		baseline, variant []string
		successors        map[string]string
		want              string
	}{
		{name: "none", want: ""},
		{
			name: "left and joined", baseline: []string{"1", "2"}, variant: []string{"3", "2"},
			want: "1 left -900.00, 2 0.00, 3 joined 900.00",
		},
		{
			name: "changed its SIREN", baseline: []string{"1", "2"}, variant: []string{"2", "3"},
			successors: map[string]string{"1": "3"}, want: "3 was 1 0.00, 2 0.00",
		},
		{
			name: "twice", baseline: []string{"1"}, variant: []string{"3"},
			successors: map[string]string{"1": "2", "2": "3"}, want: "3 was 1 0.00",
		},
		{
			name: "as far as it went", baseline: []string{"1"}, variant: []string{"2"},
			successors: map[string]string{"1": "2", "2": "3"}, want: "2 was 1 0.00",
		},
		{
			name: "two into a new one", baseline: []string{"1", "2"}, variant: []string{"3"},
			successors: map[string]string{"1": "3", "2": "3"}, want: "3 was 1 2 -900.00",
		},
		{
			name: "one into another", baseline: []string{"1", "2"}, variant: []string{"2"},
			successors: map[string]string{"1": "2"}, want: "2 was 1 2 -900.00",
		},
		{
			name: "not if it is still there", baseline: []string{"1", "2"}, variant: []string{"1", "2"},
			successors: map[string]string{"1": "2"}, want: "1 0.00, 2 0.00",
		},
		{
			name: "not if the successor is no member", baseline: []string{"1"}, variant: []string{"2"},
			successors: map[string]string{"1": "3"}, want: "1 left -900.00, 2 joined 900.00",
		},
		{
			name: "round in a circle", baseline: []string{"1"}, variant: []string{"3"},
			successors: map[string]string{"1": "2", "2": "1"}, want: "1 left -900.00, 3 joined 900.00",
		},
		{name: "a question on each side", baseline: []string{""}, variant: []string{""}, want: " 0.00"},
		{
			name: "two questions on a side", baseline: []string{""}, variant: []string{"", ""},
			want: " left -900.00,  joined 900.00,  joined 900.00",
		},
		{
			name: "two questions on the other side", baseline: []string{"", ""}, variant: []string{""},
			want: " left -900.00,  left -900.00,  joined 900.00",
		},
		{
			name: "a question and a member", baseline: []string{""}, variant: []string{"1"},
			want: " left -900.00, 1 joined 900.00",
		},
	} {
		sides := [2][]pricing.Counts{}
		for i, sirens := range [][]string{tt.baseline, tt.variant} {
			for _, siren := range sirens {
				sides[i] = append(sides[i], row(siren))
			}
		}
		c := compared(t, statement(t, version4(), pricing.Options{}, sides[0]...),
			statement(t, version4(), pricing.Options{}, sides[1]...), tt.successors)
		var members []string
		for _, d := range c.Members {
			members = append(members, toldMember(d))
		}
		if got := strings.Join(members, ", "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func toldMember(d pricing.Difference) string {
	s := d.SIREN
	switch {
	case d.Joined():
		s += " joined"
	case d.Left():
		s += " left"
	case d.Renamed(), d.Merged():
		s += " was"
		for _, c := range d.Formerly {
			s += " " + c.SIREN
		}
	}
	return s + " " + d.Change.String()
}

// A merger: the baseline is the sum of theirs, and what merging changes is volume.
func TestCausesOfMerger(t *testing.T) {
	tariff := version4()
	tariff.Component("platform").Minimum = cents(1000_00)
	tariff.Components = append(tariff.Components, pricing.Component{ID: "fee", Basis: pricing.EPCI, Tiers: tiersAt("50")})
	a, b := equipped("1", 1000, 10, 0, 0), equipped("2", 2000, 20, 0, 0)
	a.Chosen = map[string]bool{"mobile-app": true}
	a.Subsidies, b.Subsidies = []pricing.Subsidy{{Amount: 10_00, From: "A"}}, []pricing.Subsidy{{Amount: 5_00, From: "B"}}
	a.Name = "CC A"
	both := equipped("3", 3000, 30, 0, 0)
	both.Chosen = map[string]bool{"mobile-app": true}

	c := compared(t, statement(t, tariff, pricing.Options{}, a, b), statement(t, tariff, pricing.Options{}, both),
		map[string]string{"1": "3", "2": "3"})
	d := c.Members[0]
	want := `volume platform 3000 × 0.60 → 3000 × 0.60: -400.00
volume mobile-app 1000 × 0.36 → 3000 × 0.36: 720.00
volume fee 2 × 50 → 1 × 50: -50.00
subsidies: 15.00`
	if got := told(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(c.Members) != 1 || d.Name != "CC A" || d.From.Subsidy != 15_00 || len(d.From.Subsidies) != 2 ||
		d.From.Counts[pricing.Pupils] != 3000 || d.From.Net != d.Baseline || d.From.Gross != d.From.Yearly {
		t.Errorf("%+v", d)
	}
}
