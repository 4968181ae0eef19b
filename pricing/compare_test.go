package pricing_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// statement prices rows, which must be sound.
func statement(t *testing.T, tariff *pricing.Tariff, o pricing.Options, rows ...pricing.Counts) *pricing.Statement {
	t.Helper()
	s, err := pricing.Price(tariff, rows, o)
	if err != nil {
		t.Fatal(err)
	}
	return &s
}

func compared(t *testing.T, baseline, variant *pricing.Statement, successors map[string]string) pricing.Comparison {
	t.Helper()
	c, err := pricing.Compare(baseline, variant, pricing.CompareOptions{Successors: successors})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// equipped is a member of so many pupils in so many schools, some of them new.
func equipped(siren string, pupils, schools, newPupils, newSchools pricing.Quantity) pricing.Counts {
	return pricing.Counts{SIREN: siren, Of: map[pricing.Basis]pricing.Quantity{
		pricing.Pupils: pupils, pricing.Schools: schools, pricing.NewPupils: newPupils, pricing.NewSchools: newSchools,
	}}
}

// told prints effects as a letter would tell them: the cause, the component, the
// quantities and rates, what it adds.
func told(d pricing.Difference) string {
	var lines []string
	for _, e := range d.Effects {
		line := e.Cause.String()
		if e.Component != "" {
			line += " " + e.Component + " " + toldItem(e.From) + " → " + toldItem(e.To)
		}
		lines = append(lines, line+": "+e.Amount.String())
	}
	return strings.Join(lines, "\n")
}

func toldItem(i *pricing.Item) string {
	switch {
	case i == nil:
		return "none"
	case i.Component.Basis == pricing.AtCost:
		return i.Cost.String()
	}
	return fmt.Sprintf("%d × %s", i.Quantity, i.Component.Tiers[0].Rate)
}

// Each cause, of each component, in the order and with the words of the design.
func TestCauses(t *testing.T) {
	next := version4()
	next.Component("platform").Tiers = tiersAt("0.65")
	next.Component("accompaniment").Basis = pricing.Pupils // its criterion changed
	next.Component("accompaniment").Tiers = tiersAt("0.20")
	next.Components = slices.DeleteFunc(next.Components, func(c pricing.Component) bool { return c.ID == "support" })
	next.Components = append(next.Components, pricing.Component{ID: "hosting", Basis: pricing.Schools, Tiers: tiersAt("2")})

	before := equipped("200030633", 1000, 10, 250, 2)
	before.Chosen = map[string]bool{"mobile-app": true, "audit": true}
	before.Costs = map[string][]pricing.Cost{"training": {{Amount: 100_00}}}
	before.Subsidies = []pricing.Subsidy{{Amount: 50_00}}
	after := equipped("200030633", 1100, 11, 300, 3)
	after.Chosen = map[string]bool{"audit": true}
	after.Costs = map[string][]pricing.Cost{"training": {{Amount: 150_00}}, "connectors": {{Amount: 20_00}}}
	after.Subsidies = []pricing.Subsidy{{Amount: 80_00}}

	c := compared(t, statement(t, version4(), pricing.Options{}, before), statement(t, next, pricing.Options{}, after), nil)
	want := `volume platform 1000 × 0.60 → 1100 × 0.60: 60.00
price platform 1100 × 0.60 → 1100 × 0.65: 55.00
options mobile-app 1000 × 0.36 → none: -360.00
price support 1000 × 0.18 → none: -180.00
volume administration 1000 × 0.12 → 1100 × 0.12: 12.00
price accompaniment 250 × 0.50 → 1100 × 0.20: 95.00
deployment audit 2 × 300 → 3 × 300: 300.00
costs training 100.00 → 150.00: 50.00
costs connectors none → 20.00: 20.00
price hosting none → 11 × 2: 22.00
subsidies: -30.00`
	if got := told(c.Members[0]); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	causes := pricing.Causes{
		pricing.ByPrice: -8_00, pricing.ByVolume: 72_00, pricing.ByDeployment: 300_00, pricing.ByOptions: -360_00,
		pricing.ByCosts: 70_00, pricing.BySubsidies: -30_00,
	}
	if c.Members[0].Causes != causes || c.Totals.Causes != causes || c.Totals.Change != 44_00 {
		t.Errorf("got %v, in total %v and %s, want %v", c.Members[0].Causes, c.Totals.Causes, c.Totals.Change, causes)
	}
}

// A basis that is cost on one side is a cost, whichever side it is.
func TestCausesOfCostAndRate(t *testing.T) {
	atRate := version4()
	atRate.Component("training").Basis, atRate.Component("training").Tiers = pricing.Pupils, tiersAt("0.10")
	spent := thousand()
	spent.Costs = map[string][]pricing.Cost{"training": {{Amount: 40_00}}}
	atCost, rated := statement(t, version4(), pricing.Options{}, spent), statement(t, atRate, pricing.Options{}, thousand())
	for _, tt := range []struct {
		name              string
		baseline, variant *pricing.Statement
		want              pricing.Cents
	}{
		{"from cost to rate", atCost, rated, 60_00},
		{"from rate to cost", rated, atCost, -60_00},
	} {
		c := compared(t, tt.baseline, tt.variant, nil)
		if got := c.Totals.Causes; got != (pricing.Causes{pricing.ByCosts: tt.want}) {
			t.Errorf("%s: %v, want costs %s", tt.name, got, tt.want)
		}
	}
}

// A mandatory component left out is an option; one that some refuse, or take, is too.
func TestCausesOfOptions(t *testing.T) {
	asVoted := statement(t, version4(), pricing.Options{}, thousand())
	for _, tt := range []struct {
		options pricing.Options
		want    pricing.Causes
	}{
		{pricing.Options{Without: []string{"platform"}}, pricing.Causes{pricing.ByOptions: -600_00}},
		{pricing.Options{With: []string{"mobile-app"}}, pricing.Causes{pricing.ByOptions: 360_00}},
		{pricing.Options{New: pricing.NoneNew}, pricing.Causes{pricing.ByDeployment: -500_00}},
		{pricing.Options{Set: []pricing.SetRate{{Component: "platform", Rate: rateOf("0.65")}}}, pricing.Causes{pricing.ByPrice: 50_00}},
	} {
		c := compared(t, asVoted, statement(t, version4(), tt.options, thousand()), nil)
		if c.Totals.Causes != tt.want || c.Totals.Causes.Sum() != c.Totals.Change {
			t.Errorf("%+v: %v, want %v", tt.options, c.Totals.Causes, tt.want)
		}
	}
}

// Tiers, a minimum and a maximum are part of the price at a quantity: b is the
// baseline's component as a whole.
func TestCausesOfBounds(t *testing.T) {
	graduated := []pricing.Tier{{UpTo: 1000, Rate: rateOf("0.60")}, {Rate: rateOf("0.50")}}
	for _, tt := range []struct {
		name              string
		baseline, variant pricing.Component
		from, to          pricing.Quantity
		volume, price     pricing.Cents
	}{
		{
			name:     "tiers reached are volume",
			baseline: pricing.Component{Tiers: graduated}, variant: pricing.Component{Tiers: graduated},
			from: 900, to: 1200, volume: 160_00, // 540.00 to 600.00 + 100.00
		},
		{
			name:     "tiers that changed are price, at the variant's quantity",
			baseline: pricing.Component{Tiers: graduated}, variant: pricing.Component{Tiers: tiersAt("0.60")},
			from: 900, to: 1200, volume: 160_00, price: 20_00,
		},
		{
			name:     "tiers that apply otherwise are price",
			baseline: pricing.Component{Tiers: graduated}, variant: pricing.Component{Tiers: graduated, Volume: true},
			from: 900, to: 1200, volume: 160_00, price: -100_00, // 600.00
		},
		{
			name:     "under a minimum volume changes nothing",
			baseline: pricing.Component{Tiers: tiersAt("0.60"), Minimum: cents(600_00)}, variant: pricing.Component{Tiers: tiersAt("0.60")},
			from: 900, to: 800, volume: 0, price: -120_00,
		},
		{
			name:     "a maximum takes volume away",
			baseline: pricing.Component{Tiers: tiersAt("0.60"), Maximum: cents(500_00)}, variant: pricing.Component{Tiers: tiersAt("0.60")},
			from: 700, to: 900, volume: 80_00, price: 40_00, // 420.00, 500.00, 540.00
		},
	} {
		baseline, variant := tariffOf(tt.baseline), tariffOf(tt.variant)
		c := compared(t, statement(t, baseline, pricing.Options{}, equipped("200030633", tt.from, 10, 0, 0)),
			statement(t, variant, pricing.Options{}, equipped("200030633", tt.to, 10, 0, 0)), nil)
		if want := (pricing.Causes{pricing.ByVolume: tt.volume, pricing.ByPrice: tt.price}); c.Totals.Causes != want {
			t.Errorf("%s: %v, want %v", tt.name, c.Totals.Causes, want)
		}
	}
}

// tariffOf is a tariff of one component, on pupils.
func tariffOf(c pricing.Component) *pricing.Tariff {
	c.ID, c.Basis = "part", pricing.Pupils
	return &pricing.Tariff{Components: []pricing.Component{c}}
}

// tiersAt is a flat rate.
func tiersAt(rate string) []pricing.Tier { return []pricing.Tier{{Rate: rateOf(rate)}} }

func cents(c pricing.Cents) *pricing.Cents { return &c }

// At 0 units a minimum holds unless 0 were declared. A statement does not keep what
// was declared: whichever tells is asked, and the causes add up in any case.
func TestCausesAtZero(t *testing.T) {
	bounded := pricing.Component{Tiers: tiersAt("1"), Minimum: cents(100_00)}
	free := pricing.Component{Tiers: tiersAt("1")}
	declared := func(pupils, units pricing.Quantity) pricing.Counts {
		row := equipped("200030633", pupils, 10, 0, 0)
		row.Declared = map[string]pricing.Quantity{"part": units}
		return row
	}
	counted := func(pupils pricing.Quantity) pricing.Counts { return equipped("200030633", pupils, 10, 0, 0) }
	for _, tt := range []struct {
		name              string
		baseline, variant pricing.Component
		from, to          pricing.Counts
		volume, price     pricing.Cents
	}{
		{"200 units, then 0 declared", bounded, bounded, counted(200), declared(200, 0), -200_00, 0},
		{"200 units, then 0", bounded, bounded, counted(200), counted(0), -100_00, 0},
		{"200 units, then 0 declared of 0", bounded, bounded, counted(200), declared(0, 0), -200_00, 0},
		{"0 declared on both sides, no minimum then", bounded, free, declared(200, 0), declared(200, 0), 0, 0},
		{"0 declared of 0 on both sides, no minimum then", bounded, free, declared(0, 0), declared(0, 0), 0, 0},
		{"0 on both sides, no minimum then", bounded, free, counted(0), counted(0), 0, -100_00},
		{"0 on both sides, a minimum then", free, bounded, counted(0), counted(0), 0, 100_00},
		{"200 units, then 0 declared, no minimum", bounded, free, counted(200), declared(200, 0), -200_00, 0},
		{"200 units, then 0, no minimum", bounded, free, counted(200), counted(0), -100_00, -100_00},
	} {
		c := compared(t, statement(t, tariffOf(tt.baseline), pricing.Options{}, tt.from),
			statement(t, tariffOf(tt.variant), pricing.Options{}, tt.to), nil)
		if want := (pricing.Causes{pricing.ByVolume: tt.volume, pricing.ByPrice: tt.price}); c.Totals.Causes != want {
			t.Errorf("%s: %v, want %v", tt.name, c.Totals.Causes, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		baseline, change pricing.Cents
		want             string
	}{
		{1400_00, 50_00, "3.57"},
		{1400_00, -1400_00, "-100.00"},
		{1400_00, 0, "0.00"},
		{200_00, 1, "0.01"}, // 0.005: a half goes away from zero
		{200_00, -1, "-0.01"},
		{1000_00, -1, "0.00"}, // no minus of nothing
		{1, 1 << 61, "230584300921369395200.00"},
		{0, 50_00, ""},
		{0, 0, ""},
	} {
		d := pricing.Difference{Baseline: tt.baseline, Change: tt.change}
		got, ok := d.Percent()
		if got != tt.want || ok != (tt.want != "") || (d.Ratio() == nil) == ok {
			t.Errorf("%s of %s is %q, want %q", tt.change, tt.baseline, got, tt.want)
		}
	}
}

// What is between two statements may not fit where both do: it is refused, never
// wrapped around.
func TestCompareTooLarge(t *testing.T) {
	const members = 93 // each up to 10^17 cents: together more than fit
	priced := func(rate string, pupils pricing.Quantity) *pricing.Statement {
		var rows []pricing.Counts
		for i := range members {
			rows = append(rows, equipped(fmt.Sprint(i), pupils, 0, 0, 0))
		}
		return statement(t, tariffOf(pricing.Component{Tiers: tiersAt(rate)}), pricing.Options{}, rows...)
	}
	for _, tt := range []struct {
		name              string
		baseline, variant *pricing.Statement
	}{
		{"volume", priced("999999", 0), priced("99999", pricing.MaxQuantity)},
		{"price", priced("999999", pricing.MaxQuantity/10), priced("0", pricing.MaxQuantity)},
	} {
		_, err := pricing.Compare(tt.baseline, tt.variant, pricing.CompareOptions{})
		if !errors.Is(err, pricing.ErrTooLarge) {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
	read := pricing.Statement{Tariff: version4(), Contributions: []pricing.Contribution{{Net: math.MaxInt64}, {Net: 1}}}
	if _, err := pricing.Compare(&read, &read, pricing.CompareOptions{}); !errors.Is(err, pricing.ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

// At 0 units that were declared no minimum holds, whatever the counts are: what it made
// before is gone with the units, and the price has no part in it (R3).
func TestCompareDeclaredNone(t *testing.T) {
	minimum := pricing.Cents(1000_00)
	rate, err := pricing.ParseRate("300")
	if err != nil {
		t.Fatal(err)
	}
	audit := func(minimum *pricing.Cents) *pricing.Tariff {
		return &pricing.Tariff{Adopted: true, Components: []pricing.Component{{
			ID: "audit", Basis: pricing.NewSchools, Optional: true, Tiers: []pricing.Tier{{Rate: rate}}, Minimum: minimum,
		}}}
	}
	row := func(schools, audits pricing.Quantity) []pricing.Counts {
		return []pricing.Counts{{
			SIREN: "200030633", Of: map[pricing.Basis]pricing.Quantity{pricing.Schools: 10, pricing.NewSchools: schools},
			Declared: map[string]pricing.Quantity{"audit": audits},
		}}
	}
	before, err := pricing.Price(audit(&minimum), row(10, 5), pricing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, schools := range []pricing.Quantity{0, 10} {
		after, err := pricing.Price(audit(nil), row(schools, 0), pricing.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c, err := pricing.Compare(&before, &after, pricing.CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Totals.Causes; got[pricing.ByDeployment] != -1500_00 || got[pricing.ByPrice] != 0 {
			t.Errorf("%d new schools: %v, want all by deployment", schools, got)
		}
	}
}
