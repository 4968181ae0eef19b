package pricing_test

import (
	"errors"
	"fmt"

	"github.com/entcalc/entcalc/pricing"
)

// voted is the part of Version 4 (article 6) that everybody pays.
func voted() *pricing.Tariff {
	rate := func(text string) []pricing.Tier {
		r, err := pricing.ParseRate(text)
		if err != nil {
			panic(err)
		}
		return []pricing.Tier{{Rate: r}}
	}
	return &pricing.Tariff{
		Version: "4",
		Adopted: true,
		Components: []pricing.Component{
			{ID: "platform", Basis: pricing.Pupils, Tiers: rate("0.60")},
			{ID: "support", Basis: pricing.Pupils, Tiers: rate("0.18")},
			{ID: "administration", Basis: pricing.Pupils, Tiers: rate("0.12")},
			{ID: "accompaniment", Basis: pricing.NewPupils, Tiers: rate("0.50")},
			{ID: "audit", Basis: pricing.NewSchools, Tiers: rate("300"), Optional: true},
		},
	}
}

// What 1,000 pupils in 10 schools cost: counts that do not say what is new are all new.
func ExamplePrice() {
	members := []pricing.Counts{{
		SIREN: "200030633",
		Of:    map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
	}}
	statement, err := pricing.Price(voted(), members, pricing.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range statement.Contributions {
		for _, item := range c.Items {
			for _, l := range item.Lines {
				fmt.Printf("%-14s %4d × %s = %7s\n", item.Component.ID, l.Quantity, l.Rate, l.Amount)
			}
		}
		fmt.Printf("%s owes %s: %s a year, %s once\n", c.SIREN, c.Net, c.Yearly, c.Once)
	}
	// Output:
	// platform       1000 × 0.60 =  600.00
	// support        1000 × 0.18 =  180.00
	// administration 1000 × 0.12 =  120.00
	// accompaniment  1000 × 0.50 =  500.00
	// 200030633 owes 1400.00: 900.00 a year, 500.00 once
}

// What if the platform cost 0.65 €? Price twice and subtract.
func ExamplePrice_whatIf() {
	members := []pricing.Counts{{
		Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
	}}
	rate, err := pricing.ParseRate("0.65")
	if err != nil {
		fmt.Println(err)
		return
	}
	asVoted, err := pricing.Price(voted(), members, pricing.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	whatIf, err := pricing.Price(voted(), members, pricing.Options{
		Set: []pricing.SetRate{{Component: "platform", Rate: rate}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("simulation:", whatIf.Simulation())
	for _, c := range whatIf.Changes {
		fmt.Printf("%s: from %s to %s\n", c.Component, c.From[0].Rate, c.To)
	}
	fmt.Println("difference:", whatIf.Totals.Net-asVoted.Totals.Net)
	// Output:
	// simulation: true
	// platform: from 0.60 to 0.65
	// difference: 50.00
}

// What was spent, and what communes pay, is carried one by one as it was told.
func ExampleContribution() {
	tariff := voted()
	tariff.Components = append(tariff.Components, pricing.Component{ID: "training", Basis: pricing.AtCost})
	members := []pricing.Counts{{
		Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 1000, pricing.Schools: 10},
		Costs: map[string][]pricing.Cost{"training": {
			{Amount: 450_00, Label: "session of 12 March", Date: "2026-03-12", Reference: "F-12"},
			{Amount: 350_50, Label: "session of 6 May", Date: "2026-05-06", Reference: "F-31"},
		}},
		Subsidies: []pricing.Subsidy{{Amount: 200_00, From: "Caudry"}, {Amount: 100_00, From: "Le Cateau-Cambrésis"}},
	}}
	statement, err := pricing.Price(tariff, members, pricing.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	c := &statement.Contributions[0]
	training := c.Item("training")
	for _, l := range training.Lines {
		fmt.Printf("%s (%s): %s\n", l.Cost.Label, l.Cost.Reference, l.Amount)
	}
	fmt.Println("training:", training.Amount)
	for _, s := range c.Subsidies {
		fmt.Printf("%s pays %s\n", s.From, s.Amount)
	}
	fmt.Printf("%s - %s = %s\n", c.Gross, c.Subsidy, c.Net)
	// Output:
	// session of 12 March (F-12): 450.00
	// session of 6 May (F-31): 350.50
	// training: 800.50
	// Caudry pays 200.00
	// Le Cateau-Cambrésis pays 100.00
	// 2200.50 - 300.00 = 1900.50
}

// Every row that cannot be priced is named, and nothing is priced.
func ExampleRowErrors() {
	_, err := pricing.Price(voted(), []pricing.Counts{
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Schools: 10}, Chosen: map[string]bool{"support": true}},
		{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: 10}, Subsidies: []pricing.Subsidy{{Amount: 20_00}}},
	}, pricing.Options{})
	var rows pricing.RowErrors
	if errors.As(err, &rows) {
		for _, e := range rows {
			fmt.Println(e)
		}
	}
	// Output:
	// row 0: support: the component is mandatory: it is charged already
	// row 1: the subsidy 20.00 exceeds the gross 14.00 by 6.00
}

// Graduated tiers charge each part of the quantity at its own rate; a minimum adds a
// line for what it adds.
func ExampleComponent_Lines() {
	first, _ := pricing.ParseRate("0.60")
	then, _ := pricing.ParseRate("0.50")
	minimum := pricing.Cents(100_00)
	platform := pricing.Component{
		ID:      "platform",
		Basis:   pricing.Pupils,
		Tiers:   []pricing.Tier{{UpTo: 1000, Rate: first}, {Rate: then}},
		Minimum: &minimum,
	}
	for _, pupils := range []pricing.Quantity{1500, 100} {
		for _, l := range platform.Lines(pupils) {
			if l.Kind == pricing.ToMinimum {
				fmt.Println("to the minimum:", l.Amount)
				continue
			}
			fmt.Printf("%d × %s = %s\n", l.Quantity, l.Rate, l.Amount)
		}
	}
	// Output:
	// 1000 × 0.60 = 600.00
	// 500 × 0.50 = 250.00
	// 100 × 0.60 = 60.00
	// to the minimum: 40.00
}
