package pricing_test

import (
	"maps"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// drawVariant gives another question with an answer, such as the next year's: any part
// of the tariff is kept, changed or gone, and so is any member; others are new.
func drawVariant(t *rapid.T, q question) question {
	v := question{tariff: drawChangedTariff(t, q.tariff)}
	v.options = drawOptions(t, v.tariff)
	givesNew := rapid.Bool().Draw(t, "counts say what is new")
	for i, row := range q.rows {
		switch rapid.SampledFrom([]string{"kept", "moved", "left"}).Draw(t, "member") {
		case "kept":
			v.rows = append(v.rows, fitting(v.tariff, row))
		case "moved":
			v.rows = append(v.rows, drawRow(t, v.tariff, i, givesNew))
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "joined") {
		v.rows = append(v.rows, drawRow(t, v.tariff, 100+i, givesNew))
	}
	v.rows = shuffled(t, v.rows)
	v.subsidise(t)
	return v
}

func drawChangedTariff(t *rapid.T, tariff *pricing.Tariff) *pricing.Tariff {
	changed := *tariff
	changed.Components = nil
	for _, c := range tariff.Components {
		switch rapid.SampledFrom([]string{"kept", "repriced", "other", "gone"}).Draw(t, "component") {
		case "kept":
			changed.Components = append(changed.Components, c)
		case "repriced":
			changed.Components = append(changed.Components, drawRepriced(t, c))
		case "other":
			changed.Components = append(changed.Components, drawComponent(t, c.ID))
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "added") {
		changed.Components = append(changed.Components, drawComponent(t, "new-"+strconv.Itoa(i)))
	}
	return &changed
}

// drawRepriced changes the rates and bounds of a component, and nothing else.
func drawRepriced(t *rapid.T, c pricing.Component) pricing.Component {
	other := drawComponent(t, c.ID)
	c.Minimum, c.Maximum = other.Minimum, other.Maximum
	if c.Basis != pricing.AtCost {
		c.Tiers, c.Volume = drawTiers(t, drawRate), rapid.Bool().Draw(t, "volume")
	}
	return c
}

// fitting gives the row without what a tariff would refuse, and without subsidies.
func fitting(tariff *pricing.Tariff, row pricing.Counts) pricing.Counts {
	is := func(id string, ok func(*pricing.Component) bool) bool {
		c := tariff.Component(id)
		return c != nil && ok(c)
	}
	row.Subsidies = nil
	row.Chosen, row.Declared, row.Costs = maps.Clone(row.Chosen), maps.Clone(row.Declared), maps.Clone(row.Costs)
	maps.DeleteFunc(row.Chosen, func(id string, _ bool) bool {
		return !is(id, func(c *pricing.Component) bool { return c.Optional })
	})
	maps.DeleteFunc(row.Declared, func(id string, q pricing.Quantity) bool {
		return !is(id, func(c *pricing.Component) bool { return c.Basis.Counted() && q <= row.Of[c.Basis.Whole()] })
	})
	maps.DeleteFunc(row.Costs, func(id string, _ []pricing.Cost) bool {
		return !is(id, func(c *pricing.Component) bool { return c.Basis == pricing.AtCost })
	})
	return row
}

// drawSuccessors gives new SIRENs for some of the members, perhaps in two steps,
// perhaps one for several, perhaps that of another member; the rows are renamed.
func drawSuccessors(t *rapid.T, rows []pricing.Counts) (successors map[string]string, renamed []pricing.Counts) {
	successors = map[string]string{}
	for i, row := range rows {
		if rapid.Bool().Draw(t, "renamed") {
			now := rapid.SampledFrom([]string{"800000000", "800000001", "000000001", "000000002"}).Draw(t, "successor")
			if rapid.Bool().Draw(t, "twice") {
				between := "9" + strconv.Itoa(i)
				successors[row.SIREN], successors[between] = between, now
			} else {
				successors[row.SIREN] = now
			}
			row.SIREN = now
		}
		if !slices.ContainsFunc(renamed, func(c pricing.Counts) bool { return c.SIREN == row.SIREN }) {
			renamed = append(renamed, row)
		}
	}
	return successors, renamed
}
