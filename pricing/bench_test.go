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
