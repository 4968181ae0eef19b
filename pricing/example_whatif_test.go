package pricing_test

import (
	"errors"
	"fmt"

	"github.com/entcalc/entcalc/pricing"
)

// What a member owes more than last year, and why.
func ExampleCompare() {
	lastYear, thisYear := voted(), voted()
	thisYear.Components[0].Tiers = []pricing.Tier{{Rate: rateOf("0.65")}}
	baseline, err := pricing.Price(lastYear, []pricing.Counts{{
		SIREN: "200030633",
		Of:    map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.NewPupils: 250},
	}}, pricing.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	variant, err := pricing.Price(thisYear, []pricing.Counts{{
		SIREN: "200030633",
		Of:    map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1050, pricing.NewPupils: 50},
	}}, pricing.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	comparison, err := pricing.Compare(&baseline, &variant, pricing.CompareOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range comparison.Members {
		percent, _ := d.Percent()
		fmt.Printf("%s owes %s in place of %s: %s %%\n", d.SIREN, d.Variant, d.Baseline, percent)
		for _, e := range d.Effects {
			fmt.Printf("%-10s %-14s %4d × %s → %4d × %s: %6s\n", e.Cause, e.Component,
				e.From.Quantity, e.From.Component.Tiers[0].Rate, e.To.Quantity, e.To.Component.Tiers[0].Rate, e.Amount)
		}
	}
	fmt.Println("price:", comparison.Totals.Causes[pricing.ByPrice])
	// Output:
	// 200030633 owes 1022.50 in place of 1025.00: -0.24 %
	// volume     platform       1000 × 0.60 → 1050 × 0.60:  30.00
	// price      platform       1050 × 0.60 → 1050 × 0.65:  52.50
	// volume     support        1000 × 0.18 → 1050 × 0.18:   9.00
	// volume     administration 1000 × 0.12 → 1050 × 0.12:   6.00
	// deployment accompaniment   250 × 0.50 →   50 × 0.50: -100.00
	// price: 52.50
}

// Two communities merge: what they owed together is the baseline.
func ExampleCompare_successors() {
	price := func(siren string, pupils pricing.Quantity) pricing.Counts {
		return pricing.Counts{SIREN: siren, Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: pupils}}
	}
	o := pricing.Options{New: pricing.NoneNew}
	baseline, err := pricing.Price(voted(), []pricing.Counts{price("243500550", 1000), price("243500618", 500)}, o)
	if err != nil {
		fmt.Println(err)
		return
	}
	variant, err := pricing.Price(voted(), []pricing.Counts{price("200070688", 1510)}, o)
	if err != nil {
		fmt.Println(err)
		return
	}
	comparison, err := pricing.Compare(&baseline, &variant, pricing.CompareOptions{
		Successors: map[string]string{"243500550": "200070688", "243500618": "200070688"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range comparison.Members {
		fmt.Printf("%s owes %s, %s before:\n", d.SIREN, d.Variant, d.Baseline)
		for _, c := range d.Formerly {
			fmt.Println(" ", c.SIREN, c.Net)
		}
	}
	// Output:
	// 200070688 owes 1359.00, 1350.00 before:
	//   243500550 900.00
	//   243500618 450.00
}

// Which rate of the platform brings in 1,404.00?
func ExampleSolve() {
	members := []pricing.Counts{{
		Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
	}}
	cent, err := pricing.ParseRate("0.01")
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := pricing.Solve(voted(), members, pricing.Options{}, "platform", 1404_00, cent)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, trial := range []*pricing.Trial{s.Below, &s.Trial, s.Above} {
		fmt.Println(trial.Rate, trial.Net, trial.Gap)
	}

	_, err = pricing.Solve(voted(), members, pricing.Options{}, "platform", 500_00, cent)
	var low pricing.TooLowError
	if errors.As(err, &low) {
		fmt.Println(err)
	}
	// Output:
	// 0.59 1390.00 -14.00
	// 0.60 1400.00 -4.00
	// 0.61 1410.00 6.00
	// platform at 0 brings in 800.00 already: more than 500.00
}
