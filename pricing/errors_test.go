package pricing_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// All that is wrong with the options is said at once.
func TestOptionErrors(t *testing.T) {
	_, err := pricing.Price(version4(), []pricing.Counts{thousand()}, pricing.Options{
		With:    []string{"audit", "platform", "audti", "training", "mobile-app"},
		Without: []string{"audit", "suport", "support", "connectors"},
		Set: []pricing.SetRate{
			{Component: "platfrom"},
			{Component: "training"},
			{Component: "support"},
			{Component: "platform"},
			{Component: "platform"},
		},
		New: "some",
	})
	want := []pricing.OptionError{
		{Option: "with", Component: "audit", Err: pricing.ErrBoth},
		{Option: "with", Component: "platform", Err: pricing.ErrMandatory},
		{Option: "with", Component: "audti", Err: pricing.ErrUnknown},
		{Option: "with", Component: "training", Err: pricing.ErrCost},
		{Option: "without", Component: "suport", Err: pricing.ErrUnknown},
		{Option: "set", Component: "platfrom", Err: pricing.ErrUnknown},
		{Option: "set", Component: "training", Err: pricing.ErrCost},
		{Option: "set", Component: "support", Err: pricing.ErrBoth},
		{Option: "set", Component: "platform", Err: pricing.ErrTwice},
		{Option: "new", Component: "some", Err: pricing.ErrNewRule},
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("%v is not joined", err)
	}
	var got []pricing.OptionError
	for _, e := range joined.Unwrap() {
		var o pricing.OptionError
		if !errors.As(e, &o) {
			t.Fatalf("%v is no OptionError", e)
		}
		got = append(got, o)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if !errors.Is(err, pricing.ErrTwice) {
		t.Errorf("%v does not tell that a rate is set twice", err)
	}
}

// What does not fit in 64 bits of cents is refused, never wrapped around: within a
// row, in the totals, and in the costs that a maximum hides from the amounts.
func TestTooLarge(t *testing.T) {
	most := int((1<<63 - 1) / pricing.MaxEuros) // as many of the largest amount fit
	many := slices.Repeat([]pricing.Cost{{Amount: pricing.MaxEuros}}, most)
	capped := version4()
	highest := pricing.Cents(1)
	capped.Component("training").Maximum = &highest

	spent := func(training, connectors []pricing.Cost, subsidies ...pricing.Subsidy) pricing.Counts {
		return pricing.Counts{
			Of:        map[pricing.Basis]pricing.Quantity{pricing.Pupils: 0, pricing.Schools: 0},
			Costs:     map[string][]pricing.Cost{"training": training, "connectors": connectors},
			Subsidies: subsidies,
		}
	}
	fits := spent(many, nil)
	last := []pricing.Cost{{Amount: math.MaxInt64 - pricing.Cents(most)*pricing.MaxEuros}} // of what fits
	dear := version4()
	dear.Component("platform").Tiers[0].Rate = rateOf("999999.999999")
	huge := slices.Repeat([]pricing.Counts{{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: pricing.MaxQuantity}}}, 100)
	for _, tt := range []struct {
		name   string
		tariff *pricing.Tariff
		rows   []pricing.Counts
		want   error
	}{
		{"as much as fits", version4(), []pricing.Counts{spent(many, last)}, nil},
		{"a cent more", version4(), []pricing.Counts{spent(many, last), spent(nil, []pricing.Cost{{Amount: 1}})}, pricing.ErrTooLarge},
		{"in an item", version4(), []pricing.Counts{spent(append(many, many[0]), nil)}, pricing.RowErrors{{0, pricing.ErrTooLarge}}},
		{"in a row", version4(), []pricing.Counts{thousand(), spent(many, many)}, pricing.RowErrors{{1, pricing.ErrTooLarge}}},
		{"in a row's subsidies", version4(), []pricing.Counts{spent(many, nil, slices.Repeat([]pricing.Subsidy{{Amount: pricing.MaxEuros}}, 2*most)...)}, pricing.RowErrors{{0, pricing.ErrTooLarge}}},
		{"in the totals", version4(), []pricing.Counts{fits, fits}, pricing.ErrTooLarge},
		{"in the totals of what is counted", dear, huge, pricing.ErrTooLarge},
		{"in the costs' total", capped, []pricing.Counts{fits, fits}, pricing.ErrTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := pricing.Price(tt.tariff, tt.rows, pricing.Options{})
			if (err == nil) != (tt.want == nil) || err != nil && err.Error() != tt.want.Error() {
				t.Errorf("%v, want %v", err, tt.want)
			}
			if err != nil && (len(s.Contributions) > 0 || !errors.Is(err, pricing.ErrTooLarge)) {
				t.Errorf("%v, with %d contributions", err, len(s.Contributions))
			}
		})
	}
}

// Errors are looked into, whichever row they are of, and say where they are.
func TestRowErrorsAreErrors(t *testing.T) {
	err := error(pricing.RowErrors{
		{0, pricing.RangeError{Field: "pupils"}},
		{3, pricing.ChoiceError{Component: "audit", Err: pricing.ErrRefused}},
		{4, pricing.SubsidyError{Gross: 1400_00, Subsidy: 1500_05}},
	})
	var subsidy pricing.SubsidyError
	if !errors.As(err, &subsidy) || subsidy.Excess() != 100_05 || !errors.Is(err, pricing.ErrRefused) {
		t.Errorf("%v: excess %s", err, subsidy.Excess())
	}
	for _, tt := range []struct {
		err  error
		want string
	}{
		{err, "3 errors in the counts; first, row 0: pupils is out of range"},
		{pricing.RowErrors{}, "0 errors in the counts"},
		{subsidy, "the subsidy 1500.05 exceeds the gross 1400.00 by 100.05"},
		{pricing.MissingError{Basis: "schools", Component: "audit"}, "audit needs schools"},
		{pricing.AboveError{Basis: "new_pupils", Part: 11, Whole: 10}, "new_pupils: 11 of 10"},
		{pricing.AboveError{Basis: "schools", Component: "audit", Part: 11, Whole: 10}, "audit on schools: 11 of 10"},
		{
			pricing.OptionError{Option: "with", Component: "audti", Err: pricing.ErrUnknown},
			"with audti: the tariff has no such component",
		},
	} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
