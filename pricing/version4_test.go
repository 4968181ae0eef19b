package pricing_test

import (
	"github.com/entcalc/entcalc/pricing"
)

// version4 is the tariff of article 6, built by hand as other programs would.
func version4() *pricing.Tariff {
	return &pricing.Tariff{
		Version: "4",
		Adopted: true,
		Components: []pricing.Component{
			flat("platform", pricing.Pupils, "0.60"),
			optional(flat("mobile-app", pricing.Pupils, "0.36")),
			flat("support", pricing.Pupils, "0.18"),
			flat("administration", pricing.Pupils, "0.12"),
			flat("accompaniment", pricing.NewPupils, "0.50"),
			optional(flat("audit", pricing.NewSchools, "300")),
			{ID: "training", Basis: pricing.AtCost},
			{ID: "connectors", Basis: pricing.AtCost},
		},
	}
}

// flat gives a component with one rate, whatever the quantity.
func flat(id string, basis pricing.Basis, rate string) pricing.Component {
	return pricing.Component{ID: id, Basis: basis, Tiers: []pricing.Tier{{Rate: rateOf(rate)}}}
}

func optional(c pricing.Component) pricing.Component {
	c.Optional = true
	return c
}

// rateOf reads a rate that the test knows to be one.
func rateOf(s string) pricing.Rate {
	r, err := pricing.ParseRate(s)
	if err != nil {
		panic(err)
	}
	return r
}
