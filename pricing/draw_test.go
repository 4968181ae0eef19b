package pricing_test

import (
	"fmt"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

const inhabitants pricing.Basis = "inhabitants" // declared by the tariffs drawn

// A question is all that Price is given.
type question struct {
	tariff  *pricing.Tariff
	rows    []pricing.Counts
	options pricing.Options
}

func (q question) price(t *rapid.T) pricing.Statement {
	t.Helper()
	s, err := pricing.Price(q.tariff, q.rows, q.options)
	if err != nil {
		t.Fatalf("%v\n%+v", err, q)
	}
	return s
}

// drawQuestion gives a question that has an answer: any tariff that a rate file can
// hold, sound counts, options that fit, subsidies up to the gross.
func drawQuestion(t *rapid.T) question {
	q := drawUnsubsidised(t)
	q.subsidise(t)
	return q
}

// subsidise draws subsidies up to the gross.
func (q question) subsidise(t *rapid.T) {
	for i, c := range q.price(t).Contributions {
		for c.Gross > 0 && rapid.Bool().Draw(t, "subsidised") {
			s := pricing.Cents(rapid.Int64Range(0, int64(min(c.Gross, pricing.MaxEuros))).Draw(t, "subsidy"))
			q.rows[i].Subsidies = append(q.rows[i].Subsidies, pricing.Subsidy{
				Amount: s, From: drawWords(t), Label: drawWords(t), Date: drawDate(t), Reference: drawWords(t),
			})
			c.Gross -= s
		}
	}
}

// drawUnsubsidised gives a question that Price has not seen.
func drawUnsubsidised(t *rapid.T) question {
	tariff := drawTariff(t)
	givesNew := rapid.Bool().Draw(t, "counts say what is new")
	q := question{tariff: tariff, options: drawOptions(t, tariff)}
	for i := range rapid.IntRange(0, 5).Draw(t, "rows") {
		q.rows = append(q.rows, drawRow(t, tariff, i, givesNew))
	}
	return q
}

func drawTariff(t *rapid.T) *pricing.Tariff {
	tariff := &pricing.Tariff{
		Version: "drawn",
		Adopted: rapid.Bool().Draw(t, "adopted"),
		Bases:   []pricing.DeclaredBasis{{ID: inhabitants}},
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "components") {
		tariff.Components = append(tariff.Components, drawComponent(t, "part-"+strconv.Itoa(i)))
	}
	return tariff
}

func drawComponent(t *rapid.T, id string) pricing.Component {
	c := pricing.Component{ID: id, Basis: rapid.SampledFrom([]pricing.Basis{
		pricing.Pupils, pricing.Schools, pricing.NewPupils, pricing.NewSchools, pricing.EPCI, pricing.AtCost, inhabitants,
	}).Draw(t, "basis")}
	if c.Basis != pricing.AtCost {
		c.Optional = rapid.Bool().Draw(t, "optional")
		c.Volume = rapid.Bool().Draw(t, "volume")
		c.Tiers = drawTiers(t, drawRate)
	}
	lowest := pricing.Cents(0)
	if rapid.Bool().Draw(t, "has a minimum") {
		lowest = drawCents(t, "minimum")
		c.Minimum = &lowest
	}
	if rapid.Bool().Draw(t, "has a maximum") {
		highest := max(lowest, drawCents(t, "maximum"))
		c.Maximum = &highest
	}
	return c
}

// drawTiers gives from 1 to 4 ascending tiers at rates of the kind asked for.
func drawTiers(t *rapid.T, rate func(*rapid.T) pricing.Rate) []pricing.Tier {
	var tiers []pricing.Tier
	var upTo pricing.Quantity
	for range rapid.IntRange(0, 3).Draw(t, "bounds") {
		upTo += pricing.Quantity(rapid.IntRange(1, 400).Draw(t, "width"))
		tiers = append(tiers, pricing.Tier{UpTo: upTo, Rate: rate(t)})
	}
	return append(tiers, pricing.Tier{Rate: rate(t)})
}

// drawOptions gives options that a tariff accepts.
func drawOptions(t *rapid.T, tariff *pricing.Tariff) pricing.Options {
	o := pricing.Options{New: rapid.SampledFrom([]pricing.NewRule{"", pricing.AllNew, pricing.NoneNew}).Draw(t, "new")}
	for _, c := range tariff.Components {
		switch wish := rapid.SampledFrom([]string{"", "", "with", "without", "set"}).Draw(t, "option"); {
		case wish == "with" && c.Optional:
			o.With = append(o.With, c.ID)
		case wish == "without":
			o.Without = append(o.Without, c.ID)
		case wish == "set" && c.Basis != pricing.AtCost:
			o.Set = append(o.Set, pricing.SetRate{Component: c.ID, Rate: drawRate(t)})
		}
	}
	return o
}

// drawRow gives counts that a tariff accepts: all that it needs, perhaps choices,
// declared units and costs.
func drawRow(t *rapid.T, tariff *pricing.Tariff, i int, givesNew bool) pricing.Counts {
	row := pricing.Counts{
		SIREN: fmt.Sprintf("%09d", i),
		Of: map[pricing.Basis]pricing.Quantity{
			pricing.Pupils: drawQuantity(t), pricing.Schools: drawQuantity(t), inhabitants: drawQuantity(t),
		},
		Chosen:   map[string]bool{},
		Declared: map[string]pricing.Quantity{},
		Costs:    map[string][]pricing.Cost{},
	}
	if givesNew {
		row.Of[pricing.NewPupils] = drawPart(t, row.Of[pricing.Pupils])
		row.Of[pricing.NewSchools] = drawPart(t, row.Of[pricing.Schools])
	}
	for _, c := range tariff.Components {
		switch said := rapid.SampledFrom([]string{"", "yes", "no", "units"}).Draw(t, "said"); {
		case c.Basis == pricing.AtCost && said != "":
			row.Costs[c.ID] = drawCosts(t)
		case said == "units" && c.Basis.Counted():
			row.Declared[c.ID] = drawPart(t, row.Of[c.Basis.Whole()])
		case c.Optional && (said == "yes" || said == "no"):
			row.Chosen[c.ID] = said == "yes"
		}
	}
	if rapid.Bool().Draw(t, "the assembly voted another amount") {
		voted := drawCents(t, "voted")
		row.Voted = &voted
	}
	return row
}

// drawQuantity gives counts of all sizes, 0 and the largest among them.
func drawQuantity(t *rapid.T) pricing.Quantity {
	most := rapid.SampledFrom([]int64{0, 10, 2_000, 100_000, int64(pricing.MaxQuantity)}).Draw(t, "size")
	return pricing.Quantity(rapid.Int64Range(0, most).Draw(t, "quantity"))
}

func drawPart(t *rapid.T, whole pricing.Quantity) pricing.Quantity {
	return pricing.Quantity(rapid.Int64Range(0, int64(whole)).Draw(t, "part"))
}

func drawCents(t *rapid.T, name string) pricing.Cents {
	return pricing.Cents(rapid.Int64Range(0, int64(pricing.MaxEuros)).Draw(t, name))
}

// drawCosts gives from 1 to 4 costs; texts are as files have them, "" among them.
func drawCosts(t *rapid.T) []pricing.Cost {
	costs := make([]pricing.Cost, rapid.IntRange(1, 4).Draw(t, "costs"))
	for i := range costs {
		costs[i] = pricing.Cost{
			Amount: drawCents(t, "cost"), Label: drawWords(t), Date: drawDate(t), Reference: drawWords(t),
		}
	}
	return costs
}

func drawWords(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "a", "Caudry", "F-12", "=é\n"}).Draw(t, "words")
}

func drawDate(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "2026-03-12"}).Draw(t, "date")
}

// drawRate gives any rate, as text would: up to 6 digits and up to 6 decimals.
func drawRate(t *rapid.T) pricing.Rate {
	return drawRateOf(t, rapid.IntRange(0, 6).Draw(t, "decimals"))
}

// drawExactRate gives a rate that one unit is a whole number of cents at.
func drawExactRate(t *rapid.T) pricing.Rate {
	return drawRateOf(t, rapid.IntRange(0, 2).Draw(t, "decimals"))
}

func drawRateOf(t *rapid.T, decimals int) pricing.Rate {
	s := strconv.Itoa(rapid.IntRange(0, 999_999).Draw(t, "euros"))
	if decimals > 0 {
		part := rapid.IntRange(0, pow10(decimals)-1).Draw(t, "part of a euro")
		s += fmt.Sprintf(".%0*d", decimals, part)
	}
	return rateOf(s)
}

func pow10(n int) int {
	power := 1
	for range n {
		power *= 10
	}
	return power
}

// snapshot prints a question whole, so that a change in it shows.
func (q question) snapshot() string {
	s := fmt.Sprintf("%+v %+v %+v", *q.tariff, q.rows, q.options)
	for _, c := range q.tariff.Components {
		for _, bound := range []*pricing.Cents{c.Minimum, c.Maximum} {
			if bound != nil {
				s += " " + bound.String()
			}
		}
	}
	for _, row := range q.rows {
		if row.Voted != nil {
			s += " " + row.Voted.String()
		}
	}
	return s
}

// shuffled gives the elements in a drawn order.
func shuffled[E any](t *rapid.T, s []E) []E {
	if len(s) == 0 {
		return s
	}
	return rapid.Permutation(slices.Clone(s)).Draw(t, "order")
}
