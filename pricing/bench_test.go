package pricing_test

import (
	"fmt"
	"testing"

	"github.com/entcalc/entcalc/pricing"
)

// What a year costs for as many members as no syndicat will ever have: ns/member is
// what one row adds to a run.
func BenchmarkPrice(b *testing.B) {
	const members = 50_000
	for _, bench := range []struct {
		name     string
		givesNew bool
		options  pricing.Options
	}{
		{"all-new", false, pricing.Options{}},
		{"given", true, pricing.Options{}},
		{"options", false, pricing.Options{With: []string{"mobile-app", "audit"}}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			tariff, rows := version4(), manyMembers(members, bench.givesNew)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := pricing.Price(tariff, rows, bench.options); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*members), "ns/member")
		})
	}
}

// manyMembers gives n members of different sizes.
func manyMembers(n int, givesNew bool) []pricing.Counts {
	rows := make([]pricing.Counts, n)
	for i := range rows {
		pupils := pricing.Quantity(100 + i%9_000)
		of := map[pricing.Basis]pricing.Quantity{pricing.Pupils: pupils, pricing.Schools: 1 + pupils/100}
		if givesNew {
			of[pricing.NewPupils], of[pricing.NewSchools] = pupils/4, of[pricing.Schools]/4
		}
		rows[i] = pricing.Counts{SIREN: fmt.Sprintf("%09d", i), Of: of}
	}
	return rows
}

// everyEPCI is how many EPCIs there are.
const everyEPCI = 1_254

// A hundred prices of every EPCI: what a question that tries rates costs at most.
func BenchmarkPriceHundredTimes(b *testing.B) {
	tariff, rows := version4(), manyMembers(everyEPCI, true)
	b.ReportAllocs()
	for b.Loop() {
		for range 100 {
			if _, err := pricing.Price(tariff, rows, pricing.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// Two statements of every EPCI, at other rates and other counts.
func BenchmarkCompare(b *testing.B) {
	baseline, err := pricing.Price(version4(), manyMembers(everyEPCI, true), pricing.Options{})
	if err != nil {
		b.Fatal(err)
	}
	variant, err := pricing.Price(version4(), manyMembers(everyEPCI, false), pricing.Options{
		Set: []pricing.SetRate{{Component: "platform", Rate: rateOf("0.65")}},
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pricing.Compare(&baseline, &variant, pricing.CompareOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// The rate that brings in a target from every EPCI.
func BenchmarkSolve(b *testing.B) {
	rows := manyMembers(everyEPCI, true)
	prices := 0
	for b.Loop() {
		s, err := pricing.Solve(version4(), rows, pricing.Options{}, "platform", 1_000_000_00, rateOf("0.01"))
		if err != nil {
			b.Fatal(err)
		}
		prices = s.Prices
	}
	b.ReportMetric(float64(prices), "prices")
}
