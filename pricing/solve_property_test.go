package pricing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// On any tariff and counts the solution is what trying every multiple finds.
func TestSolveTriesAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, vary := drawSolvable(t)
		step := rapid.SampledFrom([]string{"33333.3", "100000", "111111", "250000.25", "999999", "700000"}).Draw(t, "step")
		target := drawTarget(t, q, vary)
		s, err := pricing.Solve(q.tariff, q.rows, q.options, vary, target, rateOf(step))
		best, reason := tryAll(q, vary, target, rateOf(step))
		switch {
		case reason != "":
			if reasonOf(err) != reason {
				t.Fatalf("got %v, want %s", err, reason)
			}
		case err != nil:
			t.Fatalf("%v, want %s", err, at(&best))
		case s.Trial != best:
			t.Fatalf("got %s, want %s", at(&s.Trial), at(&best))
		default:
			checkStatement(t, q.tariff, q.rows, q.options, &s)
		}
	})
}

// drawSolvable gives a question and a component that has a rate of its own to vary.
func drawSolvable(t *rapid.T) (q question, vary string) {
	q = drawQuestion(t)
	extra := drawComponent(t, "varied")
	if extra.Basis == pricing.AtCost {
		extra.Basis, extra.Tiers = pricing.Pupils, []pricing.Tier{{Rate: drawRate(t)}}
	}
	tariff := *q.tariff
	tariff.Components = append(slices.Clone(tariff.Components), extra)
	q.tariff = &tariff
	for i := range q.rows {
		if small := rapid.Bool().Draw(t, "few units"); small && extra.Basis.Counted() {
			whole := q.rows[i].Of[extra.Basis.Whole()]
			q.rows[i].Declared[extra.ID] = min(whole, pricing.Quantity(rapid.IntRange(0, 3).Draw(t, "units")))
		}
		if rapid.Bool().Draw(t, "subsidised beyond") {
			q.rows[i].Subsidies = append(q.rows[i].Subsidies,
				pricing.Subsidy{Amount: pricing.Cents(rapid.IntRange(0, 3_000_000_00).Draw(t, "more"))})
		}
	}
	return q, extra.ID
}

// drawTarget gives any target, more often one within reach, or just beside a net.
func drawTarget(t *rapid.T, q question, vary string) pricing.Cents {
	at := func(rate pricing.Rate) pricing.Cents {
		o := q.options
		o.Set = append(slices.Clone(o.Set), pricing.SetRate{Component: vary, Rate: rate})
		s, err := pricing.Price(q.tariff, q.rows, o)
		if err != nil {
			return 0
		}
		return s.Totals.Net
	}
	if rapid.Bool().Draw(t, "beside a net") {
		return at(drawRate(t)) + pricing.Cents(rapid.IntRange(-2, 2).Draw(t, "beside"))
	}
	least, most := at(rateOf("0")), at(rateOf("999999"))
	return pricing.Cents(rapid.Int64Range(int64(least)-100, int64(max(least, most))+100).Draw(t, "target"))
}

// tryAll prices at every multiple of the step, and says which is best, or why none is.
func tryAll(q question, vary string, target pricing.Cents, step pricing.Rate) (best pricing.Trial, reason string) {
	trial := func(rate pricing.Rate, rows []pricing.Counts) *pricing.Trial {
		o := q.options
		o.Set = append(slices.Clone(o.Set), pricing.SetRate{Component: vary, Rate: rate})
		s, err := pricing.Price(q.tariff, rows, o)
		if err != nil {
			return nil
		}
		return &pricing.Trial{Rate: rate, Net: s.Totals.Net, Gap: s.Totals.Net - target}
	}
	var found *pricing.Trial
	for k := int64(0); ; k++ {
		rate := step.Decimal().Mul(decimal.NewFromInt(k))
		if rate.GreaterThan(rateOf("999999").Decimal()) {
			break
		}
		tried := trial(rateOf(rate.StringFixed(decimals(step))), q.rows)
		if tried != nil && (found == nil || distance(tried.Gap) < distance(found.Gap)) {
			found = tried
		}
	}
	if found == nil {
		return best, "rows"
	}
	unsubsidised := slices.Clone(q.rows)
	var subsidies pricing.Cents
	for i := range unsubsidised {
		for _, s := range unsubsidised[i].Subsidies {
			subsidies += s.Amount
		}
		unsubsidised[i].Subsidies = nil
	}
	least := trial(rateOf("0"), unsubsidised)
	most := trial(rateOf("999999"), unsubsidised)
	switch {
	case least.Net == most.Net:
		return best, "unmoved"
	case target < least.Net-subsidies:
		return best, "too low"
	case target > most.Net-subsidies:
		return best, "too high"
	}
	return *found, ""
}

// decimals is how many a rate is written with.
func decimals(r pricing.Rate) int32 {
	_, after, _ := strings.Cut(r.String(), ".")
	return int32(len(after))
}

func distance(gap pricing.Cents) pricing.Cents { return max(gap, -gap) }

func reasonOf(err error) string {
	var low pricing.TooLowError
	var high pricing.TooHighError
	var unmoved pricing.UnmovedError
	var rows pricing.RowErrors
	switch {
	case errors.As(err, &low):
		return "too low"
	case errors.As(err, &high):
		return "too high"
	case errors.As(err, &unmoved):
		return "unmoved"
	case errors.As(err, &rows):
		return "rows"
	}
	return ""
}

// With steps too fine to try all: no neighbour is nearer, a lower one never as near,
// and they stand on both sides of the target unless it lies beyond a plateau or the
// end. And prices are few.
func TestSolveNeighbours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, vary := drawSolvable(t)
		step := rapid.SampledFrom([]string{"0.01", "0.001", "0.000001", "0.25", "7"}).Draw(t, "step")
		target := drawTarget(t, q, vary)
		s, err := pricing.Solve(q.tariff, q.rows, q.options, vary, target, rateOf(step))
		if err != nil {
			if reasonOf(err) == "" {
				t.Fatal(err)
			}
			return
		}
		if s.Gap != s.Net-target || decimals(s.Rate) != decimals(rateOf(step)) {
			t.Fatalf("%+v", s.Trial)
		}
		if b := s.Below; b != nil && (b.Net >= s.Net || distance(b.Gap) <= distance(s.Gap) || s.Gap > 0 && b.Gap > 0) {
			t.Fatalf("%s is below %s", at(b), at(&s.Trial))
		}
		if a := s.Above; a != nil && (a.Net < s.Net || distance(a.Gap) < distance(s.Gap) || s.Gap < 0 && a.Gap < 0 && a.Net != s.Net) {
			t.Fatalf("%s is above %s", at(a), at(&s.Trial))
		}
		if s.Prices > 2*41+6 { // 2^40 steps of 0.000001, halved twice at worst
			t.Fatalf("%d prices", s.Prices)
		}
		checkStatement(t, q.tariff, q.rows, q.options, &s)
	})
}
