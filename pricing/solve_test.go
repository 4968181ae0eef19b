package pricing_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// at prints a trial: rate, net, gap.
func at(p *pricing.Trial) string {
	if p == nil {
		return "none"
	}
	return p.Rate.String() + " " + p.Net.String() + " " + p.Gap.String()
}

func TestSolve(t *testing.T) {
	steep := version4()
	steep.Component("platform").Tiers = []pricing.Tier{{UpTo: 500, Rate: rateOf("0.60")}, {Rate: rateOf("0.40")}}
	steep.Component("platform").Volume = true
	bounded := version4()
	bounded.Component("platform").Minimum, bounded.Component("platform").Maximum = cents(100_00), cents(650_00)
	helped := with(thousand(), func(c *pricing.Counts) { c.Subsidies = []pricing.Subsidy{{Amount: 1000_00}} })
	for _, tt := range []struct {
		name               string
		tariff             *pricing.Tariff
		row                pricing.Counts
		options            pricing.Options
		vary, target, step string
		below, is, above   string
	}{
		{
			name: "as voted", vary: "platform", target: "1400", step: "0.01",
			below: "0.59 1390.00 -10.00", is: "0.60 1400.00 0.00", above: "0.61 1410.00 10.00",
		},
		{
			name: "between two, the nearer", vary: "platform", target: "1404.99", step: "0.01",
			below: "0.59 1390.00 -14.99", is: "0.60 1400.00 -4.99", above: "0.61 1410.00 5.01",
		},
		{
			name: "between two, the lower", vary: "platform", target: "1405", step: "0.01",
			below: "0.59 1390.00 -15.00", is: "0.60 1400.00 -5.00", above: "0.61 1410.00 5.00",
		},
		{
			name: "between two, the higher", vary: "platform", target: "1405.01", step: "0.01",
			below: "0.60 1400.00 -5.01", is: "0.61 1410.00 4.99", above: "0.62 1420.00 14.99",
		},
		{
			name: "at 0", vary: "platform", target: "800", step: "0.01",
			below: "none", is: "0.00 800.00 0.00", above: "0.01 810.00 10.00",
		},
		{
			name: "at the top", vary: "platform", target: "999999800", step: "0.01",
			below: "999998.99 999999790.00 -10.00", is: "999999.00 999999800.00 0.00", above: "none",
		},
		{
			name: "over the last multiple, under the top", vary: "platform", target: "999999700", step: "0.4",
			below: "999998.4 999999200.00 -500.00", is: "999998.8 999999600.00 -100.00", above: "none",
		},
		{
			name: "the lowest that brings in what the last multiple does", row: equipped("1", 1, 1, 0, 0), vary: "platform",
			target: "999999.30", step: "0.0059", // the last is 999998.9945
			below: "999998.9827 999999.28 -0.02", is: "999998.9886 999999.29 -0.01", above: "999998.9945 999999.29 -0.01",
		},
		{
			name: "a step over the top", vary: "platform", target: "5000", step: "999999.5",
			below: "none", is: "0.0 800.00 -4200.00", above: "none",
		},
		{
			name: "tiers make place for a flat rate", tariff: steep, vary: "platform", target: "1300", step: "0.01",
			below: "0.49 1290.00 -10.00", is: "0.50 1300.00 0.00", above: "0.51 1310.00 10.00",
		},
		{
			name: "at the lowest rate under a minimum", tariff: bounded, vary: "platform", target: "901", step: "0.01",
			below: "none", is: "0.00 900.00 -1.00", above: "0.01 900.00 -1.00",
		},
		{
			name: "at the lowest rate over a maximum", tariff: bounded, vary: "platform", target: "1450", step: "0.02",
			below: "0.64 1440.00 -10.00", is: "0.66 1450.00 0.00", above: "0.68 1450.00 0.00",
		},
		{
			name: "at the lowest rate of those that round to the same", row: equipped("1", 3, 1, 0, 0), vary: "platform",
			target: "0.92", step: "0.0001", // from 0.005 on: 0.9 + 0.02
			below: "0.0049 0.91 -0.01", is: "0.0050 0.92 0.00", above: "0.0051 0.92 0.00",
		},
		{
			name: "an option that is charged", options: pricing.Options{With: []string{"audit"}}, vary: "audit",
			target: "4500", step: "1",
			below: "309 4490.00 -10.00", is: "310 4500.00 0.00", above: "311 4510.00 10.00",
		},
		{
			name: "other rates stay set", options: pricing.Options{Set: []pricing.SetRate{{Component: "support", Rate: rateOf("0.20")}}},
			vary: "platform", target: "1420", step: "0.01",
			below: "0.59 1410.00 -10.00", is: "0.60 1420.00 0.00", above: "0.61 1430.00 10.00",
		},
		{
			name: "not where a subsidy exceeds the gross", row: helped, vary: "platform", target: "2", step: "0.01",
			below: "none", is: "0.20 0.00 -2.00", above: "0.21 10.00 8.00",
		},
		{
			name: "nor if one would come nearer", row: helped, vary: "platform", target: "1", step: "0.03",
			below: "none", is: "0.21 10.00 9.00", above: "0.24 40.00 39.00",
		},
	} {
		if tt.tariff == nil {
			tt.tariff = version4()
		}
		if tt.row.Of == nil {
			tt.row = thousand()
		}
		target, err := pricing.ParseCents(tt.target)
		if err != nil {
			t.Fatal(err)
		}
		s, err := pricing.Solve(tt.tariff, []pricing.Counts{tt.row}, tt.options, tt.vary, target, rateOf(tt.step))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := [...]string{at(s.Below), at(&s.Trial), at(s.Above)}; got != [...]string{tt.below, tt.is, tt.above} {
			t.Errorf("%s: got %q, want %q", tt.name, got, [...]string{tt.below, tt.is, tt.above})
		}
		checkStatement(t, tt.tariff, []pricing.Counts{tt.row}, tt.options, &s)
	}
}

// checkStatement checks that the statement is the price at the rate.
func checkStatement(t interface{ Errorf(string, ...any) }, tariff *pricing.Tariff, rows []pricing.Counts, o pricing.Options, s *pricing.Solution) {
	o.Set = append(slices.Clone(o.Set), pricing.SetRate{Component: s.Vary, Rate: s.Rate})
	want, err := pricing.Price(tariff, rows, o)
	if err != nil || !reflect.DeepEqual(s.Statement, want) || s.Net != want.Totals.Net {
		t.Errorf("at %s: %v\n%+v\nwant\n%+v", s.Rate, err, s.Statement, want)
	}
}

// Why there is no solution.
func TestNoSolution(t *testing.T) {
	held := version4()
	held.Component("platform").Minimum, held.Component("platform").Maximum = cents(100_00), cents(100_00)
	// At 0 this member would owe 100.00 less than nothing; the others make up for it.
	helped := equipped("2", 1000, 10, 0, 0)
	helped.Subsidies = []pricing.Subsidy{{Amount: 400_00}}
	for _, tt := range []struct {
		name         string
		tariff       *pricing.Tariff
		rows         []pricing.Counts
		vary, target string
		words        string
		want         error
	}{
		{
			name: "under 0", vary: "platform", target: "799.99",
			words: "platform at 0 brings in 800.00 already: more than 799.99",
			want:  pricing.TooLowError{Component: "platform", Target: 799_99, Net: 800_00},
		},
		{
			name: "over the top", vary: "platform", target: "999999800.01",
			words: "platform at 999999 brings in 999999800.00: less than 999999800.01",
			want: pricing.TooHighError{
				Component: "platform", Target: 999_999_800_01, Net: 999_999_800_00, Rate: rateOf("999999"),
			},
		},
		{
			name: "charged to nobody", vary: "audit", target: "1400",
			words: "the rate of audit does not change the total, 1400.00",
			want:  pricing.UnmovedError{Component: "audit", Net: 1400_00},
		},
		{
			name: "charged on nothing", rows: []pricing.Counts{equipped("1", 10, 1, 0, 0)}, vary: "accompaniment", target: "9",
			words: "the rate of accompaniment does not change the total, 9.00",
			want:  pricing.UnmovedError{Component: "accompaniment", Net: 9_00},
		},
		{
			name: "held by its bounds", tariff: held, vary: "platform", target: "900",
			words: "the rate of platform does not change the total, 900.00",
			want:  pricing.UnmovedError{Component: "platform", Net: 900_00},
		},
		{
			name: "no rows", rows: []pricing.Counts{}, vary: "platform", target: "0",
			words: "the rate of platform does not change the total, 0.00",
			want:  pricing.UnmovedError{Component: "platform"},
		},
		{
			name: "under 0, not votable", rows: []pricing.Counts{thousand(), helped}, vary: "platform", target: "699.99",
			words: "platform at 0 brings in 700.00 already: more than 699.99",
			want:  pricing.TooLowError{Component: "platform", Target: 699_99, Net: 700_00},
		},
	} {
		if tt.tariff == nil {
			tt.tariff = version4()
		}
		if tt.rows == nil {
			tt.rows = []pricing.Counts{thousand()}
		}
		target, err := pricing.ParseCents(tt.target)
		if err != nil {
			t.Fatal(err)
		}
		s, err := pricing.Solve(tt.tariff, tt.rows, pricing.Options{}, tt.vary, target, rateOf("0.01"))
		if err == nil || err.Error() != tt.words || !reflect.DeepEqual(err, tt.want) || !reflect.DeepEqual(s, pricing.Solution{}) {
			t.Errorf("%s: got %#v (%v), want %#v", tt.name, err, err, tt.want)
		}
	}
}

// What is wrong with the rows at any rate is said of each; a subsidy that some rate
// allows is not.
func TestSolveRowErrors(t *testing.T) {
	subsidised := func(amount pricing.Cents) pricing.Counts {
		return with(thousand(), func(c *pricing.Counts) { c.Subsidies = []pricing.Subsidy{{Amount: amount}} })
	}
	rows := []pricing.Counts{
		subsidised(1400_01), {Of: map[pricing.Basis]pricing.Quantity{pricing.Schools: 1}}, subsidised(pricing.MaxEuros),
	}
	_, err := pricing.Solve(version4(), rows, pricing.Options{}, "platform", 1400_00, rateOf("0.01"))
	var bad pricing.RowErrors
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	var subsidy pricing.SubsidyError
	for _, e := range bad {
		if e.Row == 0 || e.Row == 2 && !errors.As(e, &subsidy) {
			t.Errorf("%v", e)
		}
	}
	if subsidy.Subsidy != pricing.MaxEuros || len(bad) < 2 {
		t.Errorf("got %v", bad)
	}
}

// The amounts do not fit at the highest rate: nothing is said of the others.
func TestSolveTooLarge(t *testing.T) {
	rows := slices.Repeat([]pricing.Counts{equipped("1", pricing.MaxQuantity, 0, 0, 0)}, 100)
	for _, step := range []string{"0.01", "0.4"} {
		_, err := pricing.Solve(version4(), rows, pricing.Options{}, "platform", 1400_00, rateOf(step))
		if !errors.Is(err, pricing.ErrTooLarge) {
			t.Errorf("%s: got %v", step, err)
		}
	}
}

func TestSolveOptionErrors(t *testing.T) {
	set := pricing.SetRate{Component: "platform", Rate: rateOf("0.5")}
	for _, tt := range []struct {
		vary, step string
		options    pricing.Options
		want       []error
	}{
		{"platfrom", "0.01", pricing.Options{}, []error{pricing.OptionError{Option: "vary", Component: "platfrom", Err: pricing.ErrUnknown}}},
		{"training", "0.01", pricing.Options{}, []error{pricing.OptionError{Option: "vary", Component: "training", Err: pricing.ErrCost}}},
		{"support", "0.01", pricing.Options{Without: []string{"support"}}, []error{
			pricing.OptionError{Option: "vary", Component: "support", Err: pricing.ErrBoth},
		}},
		{"platform", "0.00", pricing.Options{With: []string{"audti"}, Set: []pricing.SetRate{set}}, []error{
			pricing.OptionError{Option: "vary", Component: "platform", Err: pricing.ErrTwice},
			pricing.OptionError{Option: "step", Component: "0.00", Err: pricing.ErrStep},
			pricing.OptionError{Option: "with", Component: "audti", Err: pricing.ErrUnknown},
		}},
	} {
		_, err := pricing.Solve(version4(), []pricing.Counts{thousand()}, tt.options, tt.vary, 1400_00, rateOf(tt.step))
		joined, ok := err.(interface{ Unwrap() []error })
		if !ok || !slices.Equal(joined.Unwrap(), tt.want) {
			t.Errorf("got %v, want %v", err, tt.want)
		}
	}
}

// Prices are few for what officers ask.
func TestSolvePrices(t *testing.T) {
	rows := manyMembers(60, true)
	most := 0
	for target := pricing.Cents(250_000_00); target < 300_000_00; target += 1_013_37 {
		s, err := pricing.Solve(version4(), rows, pricing.Options{}, "platform", target, rateOf("0.01"))
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, s.Prices)
	}
	if most > 40 {
		t.Errorf("%d prices", most)
	}
	t.Logf("at most %d prices", most)
}
