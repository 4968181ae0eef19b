// Command price-hundred prices so many EPCIs a hundred times, at the rates of article 6 and
// a hundred others for the platform: what a question that tries rates costs at most.
//
//	price-hundred 1254
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"

	"github.com/entcalc/entcalc/pricing"
)

func main() {
	debug.SetGCPercent(200) // as entcalc does
	if err := price(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "price-hundred:", err)
		os.Exit(1)
	}
}

func price(many string) error {
	n, err := strconv.Atoi(many)
	if err != nil {
		return err
	}
	tariff, err := article6()
	if err != nil {
		return err
	}
	rows := members(n)
	for cent := range 100 {
		rate, err := pricing.ParseRate(fmt.Sprintf("0.%02d", cent))
		if err != nil {
			return err
		}
		statement, err := pricing.Price(tariff, rows, pricing.Options{
			Set: []pricing.SetRate{{Component: "platform", Rate: rate}},
		})
		if err != nil {
			return err
		}
		fmt.Println(rate, statement.Totals.Net)
	}
	return nil
}

// article6 is the tariff of the rate file that the program carries, its costs aside.
func article6() (*pricing.Tariff, error) {
	t := pricing.Tariff{Version: "4", Adopted: true}
	for _, c := range []struct {
		id       string
		basis    pricing.Basis
		rate     string
		optional bool
	}{
		{"platform", pricing.Pupils, "0.60", false},
		{"mobile-app", pricing.Pupils, "0.36", true},
		{"support", pricing.Pupils, "0.18", false},
		{"administration", pricing.Pupils, "0.12", false},
		{"accompaniment", pricing.NewPupils, "0.50", false},
		{"audit", pricing.NewSchools, "300", true},
	} {
		rate, err := pricing.ParseRate(c.rate)
		if err != nil {
			return nil, err
		}
		t.Components = append(t.Components, pricing.Component{
			ID: c.id, Basis: c.basis, Optional: c.optional, Tiers: []pricing.Tier{{Rate: rate}},
		})
	}
	return &t, nil
}

// members makes up counts of so many EPCIs.
func members(n int) []pricing.Counts {
	rows := make([]pricing.Counts, n)
	for i := range rows {
		pupils := pricing.Quantity(100 + i%9_000)
		schools := 1 + pupils/100
		rows[i] = pricing.Counts{SIREN: fmt.Sprintf("%09d", i), Of: map[pricing.Basis]pricing.Quantity{
			pricing.Pupils: pupils, pricing.Schools: schools, pricing.NewPupils: pupils / 4, pricing.NewSchools: schools / 4,
		}}
	}
	return rows
}
