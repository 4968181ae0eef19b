package pricing_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// Every sum is the sum of what stands above it, down and across (R1, R5).
func TestTotalsAreSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawQuestion(t).price(t)
		var all pricing.Contribution
		components := map[string]pricing.Cents{}
		for _, c := range s.Contributions {
			checkSums(t, c)
			for _, item := range c.Items {
				var lines pricing.Cents
				for _, l := range item.Lines {
					lines += l.Amount
				}
				if lines != item.Amount || item.Amount < 0 {
					t.Fatalf("lines make %s: %+v", lines, item)
				}
				components[item.Component.ID] += item.Amount
			}
			all.Yearly += c.Yearly
			all.Once += c.Once
			all.Gross += c.Gross
			all.Subsidy += c.Subsidy
			all.Net += c.Net
		}
		checkSums(t, s.Totals)
		got := [...]pricing.Cents{s.Totals.Yearly, s.Totals.Once, s.Totals.Gross, s.Totals.Subsidy, s.Totals.Net}
		want := [...]pricing.Cents{all.Yearly, all.Once, all.Gross, all.Subsidy, all.Net}
		if got != want {
			t.Fatalf("totals %v, sums %v", got, want)
		}
		for _, item := range s.Totals.Items {
			if item.Amount != components[item.Component.ID] {
				t.Fatalf("total of %s is %s, the members' is %s", item.Component.ID, item.Amount, components[item.Component.ID])
			}
		}
		if len(s.Totals.Items) != len(components) {
			t.Fatalf("%d components charged, %d in the totals", len(components), len(s.Totals.Items))
		}
	})
}

// What was declared is carried as it is and in its order: each cost is a line, its
// texts unchanged, and so is each subsidy; they make the item and the subsidy (R4, R5).
func TestDeclaredIsCarried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		for i, c := range q.price(t).Contributions {
			var subsidy pricing.Cents
			for _, s := range c.Subsidies {
				subsidy += s.Amount
			}
			if !slices.Equal(c.Subsidies, q.rows[i].Subsidies) || subsidy != c.Subsidy {
				t.Fatalf("subsidies %+v make %s: %+v", c.Subsidies, c.Subsidy, q.rows[i].Subsidies)
			}
			for _, item := range c.Items {
				var costs []pricing.Cost
				var cost pricing.Cents
				for _, l := range item.Lines {
					if (l.Cost != nil) != (l.Kind == pricing.Declared) || l.Cost != nil && l.Cost.Amount != l.Amount {
						t.Fatalf("%+v of %+v", l, item)
					}
					if l.Cost != nil {
						costs = append(costs, *l.Cost)
						cost += l.Amount
					}
				}
				if !slices.Equal(costs, q.rows[i].Costs[item.Component.ID]) || cost != item.Cost {
					t.Fatalf("costs %+v make %s: %+v", costs, item.Cost, q.rows[i].Costs)
				}
			}
		}
	})
}

// checkSums checks one contribution, or the totals, across.
func checkSums(t *rapid.T, c pricing.Contribution) {
	t.Helper()
	var yearly, once pricing.Cents
	for _, item := range c.Items {
		if item.Component.Basis.Once() {
			once += item.Amount
		} else {
			yearly += item.Amount
		}
	}
	if c.Yearly != yearly || c.Once != once || c.Gross != yearly+once || c.Net != c.Gross-c.Subsidy || c.Net < 0 {
		t.Fatalf("yearly %s, once %s: %+v", yearly, once, c)
	}
}

// The order of rows changes nothing but order, and what one member owes does not
// depend on the others (R7).
func TestRowsAreIndependent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s := q.price(t)
		moved := question{q.tariff, shuffled(t, q.rows), q.options}.price(t)
		if !reflect.DeepEqual(moved.Totals, s.Totals) || moved.Assumed != s.Assumed || len(moved.Refusals) != len(s.Refusals) {
			t.Fatalf("the order of rows changes the totals:\n%+v\n%+v", s.Totals, moved.Totals)
		}
		for i, row := range q.rows {
			alone := question{q.tariff, []pricing.Counts{row}, q.options}.price(t).Contributions[0]
			at := slices.IndexFunc(moved.Contributions, func(c pricing.Contribution) bool { return c.SIREN == row.SIREN })
			if !reflect.DeepEqual(alone, s.Contributions[i]) || !reflect.DeepEqual(alone, moved.Contributions[at]) {
				t.Fatalf("row %d depends on the others:\n%+v\n%+v\n%+v", i, alone, s.Contributions[i], moved.Contributions[at])
			}
		}
	})
}

// Price leaves what it is given as it is.
func TestPriceChangesNothingGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawUnsubsidised(t)
		before := q.snapshot()
		q.price(t)
		if after := q.snapshot(); after != before {
			t.Fatalf("before: %s\nafter:  %s", before, after)
		}
	})
}

// The same wishes are the same statement, in whatever order, and however often.
func TestOrderOfOptions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s := q.price(t)
		q.options = pricing.Options{
			With:    shuffled(t, append(q.options.With, q.options.With...)),
			Without: shuffled(t, append(q.options.Without, q.options.Without...)),
			Set:     shuffled(t, q.options.Set),
			New:     q.options.New,
		}
		if again := q.price(t); !reflect.DeepEqual(s, again) {
			t.Fatalf("%+v\n%+v", s, again)
		}
	})
}

// A rate set to what was voted, with more decimals or less, changes nothing (R9).
func TestSetToTheVotedRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s := q.price(t)
		for _, c := range q.tariff.Components {
			free := !slices.Contains(q.options.Without, c.ID) &&
				!slices.ContainsFunc(q.options.Set, func(s pricing.SetRate) bool { return s.Component == c.ID })
			if free && len(c.Tiers) == 1 {
				same := rateOf(c.Tiers[0].Rate.Decimal().StringFixed(6))
				q.options.Set = append(q.options.Set, pricing.SetRate{Component: c.ID, Rate: same})
			}
		}
		if again := q.price(t); !reflect.DeepEqual(s, again) {
			t.Fatalf("%+v\n%+v", s, again)
		}
	})
}

// A statement is a simulation when something is not as voted, and says all that is not (R9).
func TestSimulation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s := q.price(t)
		var changed []string
		for i, c := range q.tariff.Components {
			out := slices.Contains(q.options.Without, c.ID) && !c.Optional
			if out || !reflect.DeepEqual(c, s.Tariff.Components[i]) {
				changed = append(changed, c.ID)
			}
		}
		var said []string
		for _, c := range s.Changes {
			said = append(said, c.Component)
		}
		if !slices.Equal(changed, said) || s.Simulation() != (!q.tariff.Adopted || len(changed) > 0) {
			t.Fatalf("changed %v, said %v", changed, said)
		}
	})
}

// What rests on the rule for what is new is what the two rules differ by (R2).
func TestAssumed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawUnsubsidised(t) // with none new, a subsidy may be more than the gross
		q.options.New = pricing.AllNew
		all := q.price(t)
		q.options.New = pricing.NoneNew
		none := q.price(t)
		if want := all.Totals.Gross - none.Totals.Gross; all.Assumed != want || none.Assumed != 0 {
			t.Fatalf("assumed %s with all and %s with none, want %s and 0", all.Assumed, none.Assumed, want)
		}
	})
}

// A minimum and a maximum bound an item; a minimum not where nothing was done.
func TestBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		for i, c := range q.price(t).Contributions {
			for _, item := range c.Items {
				id := item.Component.ID
				declared, ok := q.rows[i].Declared[id]
				done := (!ok || declared > 0) && (item.Component.Basis != pricing.AtCost || item.Cost > 0)
				if lowest := item.Component.Minimum; lowest != nil && done && item.Amount < *lowest {
					t.Fatalf("%s is under its minimum, %s: %+v", id, lowest, item)
				}
				if highest := item.Component.Maximum; highest != nil && item.Amount > *highest {
					t.Fatalf("%s is over its maximum, %s: %+v", id, highest, item)
				}
				if !done && item.Amount != 0 {
					t.Fatalf("%s charges what was not done: %+v", id, item)
				}
			}
		}
	})
}

// The product is the decimal library's, rounded half up, for any rate and quantity (R1).
func TestRoundingIsDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, rate := drawQuantity(t), drawRate(t)
		got := amount(flatAt(rate), q)
		want := decimal.RequireFromString(rate.String()).Mul(decimal.NewFromInt(int64(q))).Round(2)
		if got.String() != want.StringFixed(2) {
			t.Fatalf("%d × %s = %s, want %s", q, rate, got, want)
		}
	})
}

// Merging two EPCIs moves an item at a flat rate by a cent at most.
func TestMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := flatAt(drawRate(t))
		a, b := drawQuantity(t)/2, drawQuantity(t)/2
		if gap := amount(c, a+b) - amount(c, a) - amount(c, b); gap < -1 || gap > 1 {
			t.Fatalf("%d and %d at %s: %d cents apart", a, b, c.Tiers[0].Rate, gap)
		}
	})
}

// More units, or a higher rate, never cost less.
func TestMonotonic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fewer, more, low, high := drawQuantity(t), drawQuantity(t), drawRate(t), drawRate(t)
		fewer, more = min(fewer, more), max(fewer, more)
		if low.Decimal().GreaterThan(high.Decimal()) {
			low, high = high, low
		}
		if amount(flatAt(low), fewer) > amount(flatAt(low), more) || amount(flatAt(low), more) > amount(flatAt(high), more) {
			t.Fatalf("%d to %d at %s to %s", fewer, more, low, high)
		}
	})
}

// Graduated tiers are what counting pupil by pupil gives, where a unit is a whole
// number of cents.
func TestGraduatedUnitByUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := pricing.Component{ID: "graduated", Basis: pricing.Pupils, Tiers: drawTiers(t, drawExactRate)}
		q := pricing.Quantity(rapid.IntRange(0, 2_000).Draw(t, "quantity"))
		want, reached := pricing.Cents(0), 1
		for unit := pricing.Quantity(1); unit <= q; unit++ {
			tier := tierOf(c, unit)
			want += amount(flatAt(c.Tiers[tier].Rate), 1)
			reached = tier + 1
		}
		if lines := c.Lines(q); amount(c, q) != want || len(lines) != reached || lines[reached-1].Tier != reached-1 {
			t.Fatalf("%d units: %+v, want %s in %d lines", q, lines, want, reached)
		}
	})
}

// Volume tiers are a flat rate, that of the tier which the last unit falls in.
func TestVolumeIsFlat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := pricing.Component{ID: "volume", Basis: pricing.Pupils, Tiers: drawTiers(t, drawRate), Volume: true}
		q := pricing.Quantity(rapid.IntRange(0, 2_000).Draw(t, "quantity"))
		tier := tierOf(c, q)
		flat := flatAt(c.Tiers[tier].Rate)
		want := flat.Lines(q)
		want[0].Tier = tier
		if got := c.Lines(q); !reflect.DeepEqual(got, want) {
			t.Fatalf("%d units: %+v, want %+v", q, got, want)
		}
	})
}

// What a component costs on its own is what Price charges for it.
func TestLinesArePrices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, c := range drawQuestion(t).price(t).Contributions {
			for _, item := range c.Items {
				if item.Component.Basis == pricing.AtCost || item.Quantity == 0 {
					continue // at 0, a minimum depends on whether 0 was declared
				}
				if lines := item.Component.Lines(item.Quantity); !reflect.DeepEqual(lines, item.Lines) {
					t.Fatalf("%+v, want %+v", item.Lines, lines)
				}
			}
		}
	})
}

func flatAt(rate pricing.Rate) pricing.Component {
	return pricing.Component{ID: "flat", Basis: pricing.Pupils, Tiers: []pricing.Tier{{Rate: rate}}}
}

// amount is what q units of a component cost.
func amount(c pricing.Component, q pricing.Quantity) pricing.Cents {
	var all pricing.Cents
	for _, l := range c.Lines(q) {
		all += l.Amount
	}
	return all
}

// tierOf is the index of the tier that a unit falls in.
func tierOf(c pricing.Component, unit pricing.Quantity) int {
	at := slices.IndexFunc(c.Tiers, func(t pricing.Tier) bool { return t.UpTo == 0 || unit <= t.UpTo })
	if at < 0 {
		panic(fmt.Sprintf("no tier for %d in %+v", unit, c.Tiers))
	}
	return at
}
