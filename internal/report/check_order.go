package report

import (
	"cmp"
	"slices"
)

// How early a difference is told: a reader may be shown the first few of very many.
const (
	tierEPCI   = iota // an EPCI is gone, or new
	tierTotals        // what all are to pay
	tierFirst         // the first about the tariff, and about each EPCI: what it is to pay
	tierMore          // what that is made of
)

// sort puts what matters most first, and what one EPCI's amount is made of only after all
// EPCIs that moved. Within that, what is about one EPCI stays together, EPCIs in the order of
// their figures, after the tariff and before the totals.
func (n fieldNames) sort(all []Difference, orders ...[]figureKey) {
	places := map[string]int{}
	for _, key := range slices.Concat(orders...) {
		if _, known := places[key.siren]; !known {
			places[key.siren] = len(places)
		}
	}
	place := func(d Difference) int {
		switch {
		case d.SIREN != "":
			return places[d.SIREN]
		case ratesOf(d.Field) != "":
			return -1
		default:
			return len(places)
		}
	}
	slices.SortStableFunc(all, func(a, b Difference) int {
		return cmp.Or(place(a)-place(b), n.rank(a.Field)-n.rank(b.Field))
	})
	type ranked struct {
		Difference
		tier int
	}
	told := make([]ranked, len(all))
	for i, d := range all {
		first := i == 0 || place(all[i-1]) != place(d)
		told[i] = ranked{d, n.tier(d, first)}
	}
	slices.SortStableFunc(told, func(a, b ranked) int { return a.tier - b.tier })
	for i := range told {
		all[i] = told[i].Difference
	}
}

// tier tells how early a difference is told; first is that of its EPCI, or of the totals.
func (n fieldNames) tier(d Difference, first bool) int {
	totals := d.SIREN == "" && ratesOf(d.Field) == ""
	switch {
	case d.SIREN != "" && d.Field == "":
		return tierEPCI
	case first && totals && n.rank(d.Field) <= n.rank("net"):
		return tierTotals
	case first && !totals:
		return tierFirst
	default:
		return tierMore
	}
}
