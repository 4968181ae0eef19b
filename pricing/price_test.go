package pricing_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// thousand is the design's example: 1,000 pupils in 10 schools.
func thousand() pricing.Counts {
	return pricing.Counts{
		SIREN: "200030633",
		Of:    map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
	}
}

// with gives the row changed by change.
func with(row pricing.Counts, change func(*pricing.Counts)) pricing.Counts {
	change(&row)
	return row
}

func TestArticle6(t *testing.T) {
	for _, tt := range []struct {
		name         string
		row          pricing.Counts
		options      pricing.Options
		items        map[string]string // by component: those charged, and no other
		yearly, once string
		assumed, net string
	}{
		{
			name:   "1,000 pupils, 10 schools",
			row:    thousand(),
			items:  map[string]string{"platform": "600.00", "support": "180.00", "administration": "120.00", "accompaniment": "500.00"},
			yearly: "900.00", once: "500.00", assumed: "500.00", net: "1400.00",
		},
		{
			name:    "with the mobile application and the audit",
			row:     thousand(),
			options: pricing.Options{With: []string{"mobile-app", "audit"}},
			items: map[string]string{
				"platform": "600.00", "mobile-app": "360.00", "support": "180.00", "administration": "120.00",
				"accompaniment": "500.00", "audit": "3000.00",
			},
			yearly: "1260.00", once: "3500.00", assumed: "3500.00", net: "4760.00",
		},
		{
			name:    "nothing new",
			row:     thousand(),
			options: pricing.Options{New: pricing.NoneNew},
			items:   map[string]string{"platform": "600.00", "support": "180.00", "administration": "120.00", "accompaniment": "0.00"},
			yearly:  "900.00", once: "0.00", assumed: "0.00", net: "900.00",
		},
		{
			name: "a quarter new, as article 4 has it",
			row: with(thousand(), func(c *pricing.Counts) {
				c.Of[pricing.NewPupils], c.Of[pricing.NewSchools] = 250, 3
				c.Chosen = map[string]bool{"audit": true, "mobile-app": false}
			}),
			options: pricing.Options{With: []string{"mobile-app"}, New: pricing.NoneNew},
			items: map[string]string{
				"platform": "600.00", "support": "180.00", "administration": "120.00", "accompaniment": "125.00", "audit": "900.00",
			},
			yearly: "900.00", once: "1025.00", assumed: "0.00", net: "1925.00",
		},
		{
			name: "declared quantities",
			row: with(thousand(), func(c *pricing.Counts) {
				c.Declared = map[string]pricing.Quantity{"audit": 2, "accompaniment": 0}
			}),
			items: map[string]string{
				"platform": "600.00", "support": "180.00", "administration": "120.00", "accompaniment": "0.00", "audit": "600.00",
			},
			yearly: "900.00", once: "600.00", assumed: "0.00", net: "1500.00",
		},
		{
			name: "costs and subsidies",
			row: with(thousand(), func(c *pricing.Counts) {
				c.Costs = map[string][]pricing.Cost{"training": {{Amount: 1200_50}, {}}, "connectors": {}}
				c.Subsidies = []pricing.Subsidy{{Amount: 100_00}, {Amount: 50}}
			}),
			options: pricing.Options{Without: []string{"support"}},
			items: map[string]string{
				"platform": "600.00", "administration": "120.00", "accompaniment": "500.00", "training": "1200.50",
			},
			yearly: "1920.50", once: "500.00", assumed: "500.00", net: "2320.00",
		},
		{
			name: "a member of no pupils owes nothing",
			row: pricing.Counts{
				Of:        map[pricing.Basis]pricing.Quantity{pricing.Pupils: 0},
				Subsidies: []pricing.Subsidy{{}},
			},
			items:  map[string]string{"platform": "0.00", "support": "0.00", "administration": "0.00", "accompaniment": "0.00"},
			yearly: "0.00", once: "0.00", assumed: "0.00", net: "0.00",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := pricing.Price(version4(), []pricing.Counts{tt.row}, tt.options)
			if err != nil {
				t.Fatal(err)
			}
			c := s.Contributions[0]
			items := map[string]string{}
			for _, item := range c.Items {
				items[item.Component.ID] = item.Amount.String()
			}
			if !reflect.DeepEqual(items, tt.items) {
				t.Errorf("items %v, want %v", items, tt.items)
			}
			got := []string{c.Yearly.String(), c.Once.String(), s.Assumed.String(), c.Net.String()}
			if want := []string{tt.yearly, tt.once, tt.assumed, tt.net}; !slices.Equal(got, want) {
				t.Errorf("yearly, once, assumed, net: %v, want %v", got, want)
			}
		})
	}
}

// Half a cent goes up, what is less goes down: once, at the line (R1).
func TestHalfCents(t *testing.T) {
	for _, tt := range []struct {
		quantity pricing.Quantity
		rate     string
		want     string
	}{
		{1000, "0.60", "600.00"},
		{1, "0.005", "0.01"},
		{1, "0.004999", "0.00"},
		{3, "0.005", "0.02"},
		{5, "0.001", "0.01"},
		{4, "0.001", "0.00"},
		{3, "0.10", "0.30"}, // 0.30000000000000004 in binary floating point
		{1000, "1.005", "1005.00"},
		{1, "1.005", "1.01"}, // 1.00 in binary floating point
		{333_333, "0.123456", "41151.96"},
		{0, "999999.999999", "0.00"},
		{999_998_947, "608743.195439", "608742554432415.20"}, // rounding carries into the 65th bit
		{pricing.MaxQuantity, "999999.999999", "999999998999000.00"},
	} {
		if got := amount(flatAt(rateOf(tt.rate)), tt.quantity).String(); got != tt.want {
			t.Errorf("%d × %s = %s, want %s", tt.quantity, tt.rate, got, tt.want)
		}
	}
}

func TestBoundedItems(t *testing.T) {
	component := flat("platform", pricing.Pupils, "0.60")
	lowest, highest := pricing.Cents(50_00), pricing.Cents(500_00)
	component.Minimum, component.Maximum = &lowest, &highest
	training := pricing.Component{ID: "training", Basis: pricing.AtCost, Minimum: &lowest, Maximum: &highest}
	tariff := &pricing.Tariff{Components: []pricing.Component{component, training}}

	for _, tt := range []struct {
		name    string
		pupils  pricing.Quantity
		units   bool // the pupils are declared units
		cost    pricing.Cents
		amounts []pricing.Cents // by line: of platform, then of training
		kinds   []pricing.Kind
	}{
		{
			"between", 100, false, 60_00,
			[]pricing.Cents{60_00, 60_00},
			[]pricing.Kind{pricing.Priced, pricing.Declared},
		},
		{
			"below", 10, true, 10_00,
			[]pricing.Cents{6_00, 44_00, 10_00, 40_00},
			[]pricing.Kind{pricing.Priced, pricing.ToMinimum, pricing.Declared, pricing.ToMinimum},
		},
		{
			"a cent above", 83335, true, 500_01,
			[]pricing.Cents{50_001_00, -49_501_00, 500_01, -1},
			[]pricing.Kind{pricing.Priced, pricing.ToMaximum, pricing.Declared, pricing.ToMaximum},
		},
		{
			"above", 1000, false, 501_00,
			[]pricing.Cents{600_00, -100_00, 501_00, -1_00},
			[]pricing.Kind{pricing.Priced, pricing.ToMaximum, pricing.Declared, pricing.ToMaximum},
		},
		{
			"a count of 0 is charged the minimum, a declared cost of 0 is not", 0, false, 0,
			[]pricing.Cents{0, 50_00, 0},
			[]pricing.Kind{pricing.Priced, pricing.ToMinimum, pricing.Declared},
		},
		{
			"0 units declared are not", 0, true, 0,
			[]pricing.Cents{0, 0},
			[]pricing.Kind{pricing.Priced, pricing.Declared},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			row := pricing.Counts{
				Of:    map[pricing.Basis]pricing.Quantity{pricing.Pupils: tt.pupils},
				Costs: map[string][]pricing.Cost{"training": {{Amount: tt.cost}}},
			}
			if tt.units {
				row.Declared = map[string]pricing.Quantity{"platform": tt.pupils}
			}
			s, err := pricing.Price(tariff, []pricing.Counts{row}, pricing.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var amounts []pricing.Cents
			var kinds []pricing.Kind
			for _, item := range s.Contributions[0].Items {
				for _, l := range item.Lines {
					amounts, kinds = append(amounts, l.Amount), append(kinds, l.Kind)
				}
			}
			if !slices.Equal(amounts, tt.amounts) || !slices.Equal(kinds, tt.kinds) {
				t.Errorf("%v %v, want %v %v", amounts, kinds, tt.amounts, tt.kinds)
			}
		})
	}
}

// A minimum is charged whatever is new, so it does not rest on the rule (R2).
func TestAssumedIsNotTheMinimum(t *testing.T) {
	lowest := pricing.Cents(200_00)
	tariff := &pricing.Tariff{Components: []pricing.Component{flat("accompaniment", pricing.NewPupils, "0.50")}}
	tariff.Components[0].Minimum = &lowest
	for rule, want := range map[pricing.NewRule]pricing.Cents{pricing.AllNew: 300_00, pricing.NoneNew: 0} {
		s, err := pricing.Price(tariff, []pricing.Counts{thousand()}, pricing.Options{New: rule})
		if err != nil || s.Assumed != want || s.New != rule {
			t.Errorf("%s: assumed %s under %q, %v; want %s", rule, s.Assumed, s.New, err, want)
		}
	}
}

// The counts shown are those used: R2's are in them, and in their totals.
func TestCountsUsed(t *testing.T) {
	rows := []pricing.Counts{thousand(), thousand()}
	for _, tt := range []struct {
		rule    pricing.NewRule
		pupils  pricing.Quantity
		schools pricing.Quantity
	}{
		{pricing.AllNew, 2000, 20},
		{pricing.NoneNew, 0, 0},
	} {
		s, err := pricing.Price(version4(), rows, pricing.Options{New: tt.rule})
		if err != nil {
			t.Fatal(err)
		}
		want := map[pricing.Basis]pricing.Quantity{
			pricing.Pupils: 2000, pricing.Schools: 20, pricing.NewPupils: tt.pupils, pricing.NewSchools: tt.schools,
		}
		if !reflect.DeepEqual(s.Totals.Counts, want) {
			t.Errorf("%s: %v, want %v", tt.rule, s.Totals.Counts, want)
		}
	}
}

// A question without counts has an answer, where nothing is charged on them.
func TestNoCounts(t *testing.T) {
	tariff := &pricing.Tariff{Components: []pricing.Component{flat("membership", pricing.EPCI, "150")}}
	s, err := pricing.Price(tariff, []pricing.Counts{{}}, pricing.Options{})
	if err != nil || s.Totals.Net != 150_00 || s.Totals.Items[0].Quantity != 1 {
		t.Errorf("%+v, %v", s.Totals, err)
	}
	if s, err = pricing.Price(tariff, nil, pricing.Options{}); err != nil || s.Totals.Net != 0 || len(s.Totals.Items) != 0 {
		t.Errorf("%+v, %v", s.Totals, err)
	}
}

// A member's no stands against what is asked for all, and is told (R3).
func TestRefusals(t *testing.T) {
	refuses := with(thousand(), func(c *pricing.Counts) {
		c.Chosen = map[string]bool{"audit": false, "mobile-app": false}
		c.Declared = map[string]pricing.Quantity{"audit": 0} // says the same
	})
	s, err := pricing.Price(version4(), []pricing.Counts{thousand(), refuses}, pricing.Options{With: []string{"audit"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []pricing.Refusal{{Row: 1, Component: "audit"}}; !slices.Equal(s.Refusals, want) {
		t.Errorf("refusals %v, want %v", s.Refusals, want)
	}
	if got := s.Contributions[1].Refused; !slices.Equal(got, []string{"mobile-app", "audit"}) || s.Contributions[0].Refused != nil {
		t.Errorf("refused: %v", got)
	}
	if s.Contributions[0].Item("audit") == nil || s.Contributions[1].Item("audit") != nil {
		t.Error("the audit is charged to who refused it, or not to who did not")
	}
}

// What a caller appends to one member's items or lines does not reach the next one's.
func TestSlicesAreApart(t *testing.T) {
	s, err := pricing.Price(version4(), []pricing.Counts{thousand(), thousand()}, pricing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, second := s.Contributions[0], s.Contributions[1]
	_ = append(first.Items, pricing.Item{})
	_ = append(first.Items[0].Lines, pricing.Line{})
	if second.Items[0].Amount != 600_00 || first.Items[1].Lines[0].Amount != 180_00 {
		t.Errorf("%+v\n%+v", first, second)
	}
}

// Every error names its row, and all of them are told at once, in order.
func TestRowErrors(t *testing.T) {
	tariff := version4()
	tariff.Components = append(tariff.Components, flat("membership", pricing.EPCI, "0"))
	rows := []pricing.Counts{
		thousand(),
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Schools: 10}, Subsidies: []pricing.Subsidy{{Amount: 1}}},
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.NewSchools: 10}},
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: -1, pricing.Schools: pricing.MaxQuantity + 1}},
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 10, pricing.NewPupils: 11}},
		with(thousand(), func(c *pricing.Counts) {
			c.Chosen = map[string]bool{"platform": true, "training": true, "audi": true, "audit": false}
			c.Declared = map[string]pricing.Quantity{"audit": 1, "accompaniment": 1001, "support": -1, "membership": 1, "training": 1, "x": 1}
			c.Costs = map[string][]pricing.Cost{
				"training": {{Amount: -1}}, "connectors": {{Amount: pricing.MaxEuros + 1}}, "audit": {{Amount: 1}}, "y": nil,
			}
			c.Subsidies = []pricing.Subsidy{{Amount: -1}, {Amount: pricing.MaxEuros + 1}}
		}),
		{
			Of:       map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000},
			Declared: map[string]pricing.Quantity{"audit": 1},
		},
		with(thousand(), func(c *pricing.Counts) { c.Subsidies = []pricing.Subsidy{{Amount: 1400_00}, {Amount: 1}} }),
	}
	want := pricing.RowErrors{
		{1, pricing.MissingError{Basis: pricing.Pupils, Component: "platform"}},
		{1, pricing.MissingError{Basis: pricing.Pupils, Component: "support"}},
		{1, pricing.MissingError{Basis: pricing.Pupils, Component: "administration"}},
		{1, pricing.MissingError{Basis: pricing.Pupils, Component: "accompaniment"}},
		{2, pricing.MissingError{Basis: pricing.NewPupils, Component: "accompaniment"}},
		{3, pricing.RangeError{Field: "pupils"}},
		{3, pricing.RangeError{Field: "schools"}},
		{4, pricing.AboveError{Basis: pricing.NewPupils, Part: 11, Whole: 10}},
		{5, pricing.AboveError{Basis: pricing.NewPupils, Component: "accompaniment", Part: 1001, Whole: 1000}},
		{5, pricing.ChoiceError{Component: "audi", Err: pricing.ErrUnknown}},
		{5, pricing.ChoiceError{Component: "audit", Err: pricing.ErrNotCost}},
		{5, pricing.ChoiceError{Component: "audit", Err: pricing.ErrRefused}},
		{5, pricing.RangeError{Field: "connectors"}},
		{5, pricing.ChoiceError{Component: "membership", Err: pricing.ErrUndeclarable}},
		{5, pricing.ChoiceError{Component: "platform", Err: pricing.ErrMandatory}},
		{5, pricing.RangeError{Field: "subsidy"}},
		{5, pricing.RangeError{Field: "subsidy"}},
		{5, pricing.RangeError{Field: "support"}},
		{5, pricing.RangeError{Field: "training"}},
		{5, pricing.ChoiceError{Component: "training", Err: pricing.ErrCost}},
		{5, pricing.ChoiceError{Component: "training", Err: pricing.ErrUndeclarable}},
		{5, pricing.ChoiceError{Component: "x", Err: pricing.ErrUnknown}},
		{5, pricing.ChoiceError{Component: "y", Err: pricing.ErrUnknown}},
		{6, pricing.MissingError{Basis: pricing.Schools, Component: "audit"}},
		{7, pricing.SubsidyError{Gross: 1400_00, Subsidy: 1400_01}},
	}
	s, err := pricing.Price(tariff, rows, pricing.Options{})
	var got pricing.RowErrors
	if !errors.As(err, &got) || !reflect.DeepEqual(s, pricing.Statement{}) {
		t.Fatalf("%v, with a statement of %d members", err, len(s.Contributions))
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %v", want[i])
		case i >= len(want):
			t.Errorf("not wanted: %v", got[i])
		case got[i] != want[i]:
			t.Errorf("error %d is %v, want %v", i, got[i], want[i])
		}
	}
}
