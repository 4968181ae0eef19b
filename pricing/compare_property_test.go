package pricing_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

func compare(t *rapid.T, baseline, variant pricing.Statement, o pricing.CompareOptions) pricing.Comparison {
	t.Helper()
	c, err := pricing.Compare(&baseline, &variant, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Causes sum to the change, to the cent, for each member and in total; effects make
// the causes; no contribution is told twice or forgotten; and totals are sums.
func TestCausesSumToTheChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		v := drawVariant(t, q)
		var o pricing.CompareOptions
		o.Successors, v.rows = drawSuccessors(t, v.rows)
		baseline, variant := q.price(t), v.price(t)
		c := compare(t, baseline, variant, o)

		var totals pricing.Difference
		var before, after int
		for _, d := range c.Members {
			checkDifference(t, d)
			before += max(len(d.Formerly), 1)
			after++
			if d.Joined() {
				before--
			}
			if d.Left() {
				after--
			}
			totals.Baseline += d.Baseline
			totals.Variant += d.Variant
			totals.Change += d.Change
			for cause, amount := range d.Causes {
				totals.Causes[cause] += amount
			}
		}
		if before != len(baseline.Contributions) || after != len(variant.Contributions) {
			t.Fatalf("%d and %d contributions compared of %d and %d",
				before, after, len(baseline.Contributions), len(variant.Contributions))
		}
		if totals.Baseline != baseline.Totals.Net || totals.Variant != variant.Totals.Net {
			t.Fatalf("members owe %s and %s of %s and %s",
				totals.Baseline, totals.Variant, baseline.Totals.Net, variant.Totals.Net)
		}
		totals.From, totals.To = &baseline.Totals, &variant.Totals
		if !reflect.DeepEqual(c.Totals, totals) || totals.Causes.Sum() != totals.Change {
			t.Fatalf("totals %+v, sums %+v", c.Totals, totals)
		}
	})
}

// checkDifference checks what one member is told.
func checkDifference(t *rapid.T, d pricing.Difference) {
	t.Helper()
	var before, after pricing.Cents
	if d.From != nil {
		before = d.From.Net
	}
	if d.To != nil {
		after = d.To.Net
	}
	if d.Baseline != before || d.Variant != after || d.Change != after-before || d.Causes.Sum() != d.Change {
		t.Fatalf("causes make %s: %+v", d.Causes.Sum(), d)
	}
	var causes pricing.Causes
	for _, e := range d.Effects {
		causes[e.Cause] += e.Amount
		var from, to pricing.Cents
		if e.From != nil {
			from = e.From.Amount
		}
		if e.To != nil {
			to = e.To.Amount
		}
		if e.Amount == 0 || e.Component != "" && e.Amount != to-from {
			t.Fatalf("from %s to %s: %+v", from, to, e)
		}
	}
	if causes != d.Causes {
		t.Fatalf("effects make %v: %+v", causes, d)
	}
}

// A statement differs from itself by nothing, for no cause, and so does a second one
// of the same.
func TestCompareWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		for _, d := range compare(t, q.price(t), q.price(t), pricing.CompareOptions{}).Members {
			if d.Change != 0 || d.Causes != (pricing.Causes{}) || d.Effects != nil || d.Joined() || d.Left() || d.Formerly != nil {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// Under the same tariff nothing is due to price, even where minima hold or not at 0
// units, and even where members merged.
func TestSameTariffNoPrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		v := question{tariff: q.tariff, options: q.options}
		for i, row := range q.rows {
			if rapid.Bool().Draw(t, "kept") {
				v.rows = append(v.rows, fitting(v.tariff, row))
			} else {
				v.rows = append(v.rows, drawRow(t, v.tariff, i, rapid.Bool().Draw(t, "gives new")))
			}
		}
		v.options.With, v.options.Without = nil, nil
		v.options.New = rapid.SampledFrom([]pricing.NewRule{pricing.AllNew, pricing.NoneNew}).Draw(t, "new")
		var o pricing.CompareOptions
		o.Successors, v.rows = drawSuccessors(t, v.rows)
		v.subsidise(t)
		c := compare(t, q.price(t), v.price(t), o)
		if got := c.Totals.Causes[pricing.ByPrice]; got != 0 {
			t.Fatalf("%s is due to price: %+v", got, c.Members)
		}
		for _, d := range c.Members {
			if d.Causes[pricing.ByPrice] != 0 {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// With the same counts nothing is due to volume or deployment, whatever the tariffs:
// declared units of 0, and minima on one side only, among them.
func TestSameCountsNoVolume(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		v := question{tariff: drawRepricedTariff(t, q.tariff), rows: slices.Clone(q.rows)}
		v.options = drawOptions(t, v.tariff)
		v.options.New = q.options.New
		for i := range v.rows {
			v.rows[i] = fitting(v.tariff, v.rows[i])
		}
		v.subsidise(t)
		for _, d := range compare(t, q.price(t), v.price(t), pricing.CompareOptions{}).Members {
			if d.Causes[pricing.ByVolume] != 0 || d.Causes[pricing.ByDeployment] != 0 || d.Causes[pricing.ByMembers] != 0 {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// drawRepricedTariff keeps each component, its basis and whether it is optional, so
// that the same counts mean the same quantities.
func drawRepricedTariff(t *rapid.T, tariff *pricing.Tariff) *pricing.Tariff {
	changed := *tariff
	changed.Components = nil
	for _, c := range tariff.Components {
		if rapid.Bool().Draw(t, "repriced") {
			c = drawRepriced(t, c)
		}
		changed.Components = append(changed.Components, c)
	}
	return &changed
}

// The way back is the way there, with the other sign, for each member and in total;
// and what is due to options, costs, subsidies and members is the same then.
func TestSwappingNegates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		baseline, variant := q.price(t), drawVariant(t, q).price(t)
		there := compare(t, baseline, variant, pricing.CompareOptions{})
		back := compare(t, variant, baseline, pricing.CompareOptions{})
		if len(there.Members) != len(back.Members) {
			t.Fatalf("%d members there, %d back", len(there.Members), len(back.Members))
		}
		for _, d := range append(there.Members, there.Totals) {
			r := &back.Totals
			if d.SIREN != "" {
				r = member(&back, d.SIREN)
			}
			if r.Change != -d.Change || r.Baseline != d.Variant || r.Variant != d.Baseline {
				t.Fatalf("there %+v\nback %+v", d, r)
			}
			for _, cause := range []pricing.Cause{pricing.ByOptions, pricing.ByCosts, pricing.BySubsidies, pricing.ByMembers} {
				if r.Causes[cause] != -d.Causes[cause] {
					t.Fatalf("%s: there %+v\nback %+v", cause, d, r)
				}
			}
		}
	})
}

// The order is the baseline's, then that of those who joined.
func TestOrderOfMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		baseline, variant := q.price(t), drawVariant(t, q).price(t)
		var want, got []string
		for _, c := range append(slices.Clone(baseline.Contributions), variant.Contributions...) {
			if !slices.Contains(want, c.SIREN) {
				want = append(want, c.SIREN)
			}
		}
		for _, d := range compare(t, baseline, variant, pricing.CompareOptions{}).Members {
			got = append(got, d.SIREN)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// member finds a member's difference by its SIREN; nil if there is none.
func member(c *pricing.Comparison, siren string) *pricing.Difference {
	for i := range c.Members {
		if c.Members[i].SIREN == siren {
			return &c.Members[i]
		}
	}
	return nil
}

// A statement that was read from a document says as much as the one written: its
// components are others, and there are no lines.
func TestCompareAsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		baseline, variant := q.price(t), drawVariant(t, q).price(t)
		want := compare(t, baseline, variant, pricing.CompareOptions{})
		got := compare(t, asRead(baseline), asRead(variant), pricing.CompareOptions{})
		if got.Totals.Causes != want.Totals.Causes {
			t.Fatalf("read: %v, priced: %v", got.Totals.Causes, want.Totals.Causes)
		}
		for i := range want.Members {
			if got.Members[i].Causes != want.Members[i].Causes {
				t.Fatalf("read: %+v\npriced: %+v", got.Members[i], want.Members[i])
			}
		}
	})
}

// asRead keeps what a document tells of a statement.
func asRead(s pricing.Statement) pricing.Statement {
	tariff := *s.Tariff
	tariff.Components = slices.Clone(tariff.Components)
	read := pricing.Statement{Tariff: &tariff, Totals: s.Totals}
	for _, c := range s.Contributions {
		c.Items = slices.Clone(c.Items)
		for i := range c.Items {
			component := *c.Items[i].Component
			c.Items[i].Component, c.Items[i].Lines = &component, nil
		}
		read.Contributions = append(read.Contributions, c)
	}
	return read
}
