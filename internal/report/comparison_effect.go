package report

import (
	"cmp"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// effectComponent names the component of an effect, as the variant's tariff does, or the
// baseline's; blank for subsidies and members.
func (t *terminal) effectComponent(c Comparison, e pricing.Effect) string {
	if e.Component == "" {
		return ""
	}
	component := cmp.Or(c.Variant.Statement.Tariff.Component(e.Component), c.Baseline.Statement.Tariff.Component(e.Component))
	return t.component(component)
}

// effectSides say what an effect goes from and to: products and what they come to.
func (t *terminal) effectSides(c Comparison, d *pricing.Difference, e pricing.Effect) (before, after string) {
	switch {
	case e.Component != "":
		return t.made(c, e.From), t.made(c, e.To)
	case e.Cause == pricing.BySubsidies:
		return t.euros(d.From.Subsidy), t.euros(d.To.Subsidy)
	case d.From == nil:
		return "–", t.euros(d.Variant)
	default:
		return t.euros(d.Baseline), "–"
	}
}

// made says what an item is made of and comes to; a dash for one that is not charged.
func (t *terminal) made(c Comparison, item *pricing.Item) string {
	switch {
	case item == nil:
		return "–"
	case item.Component.Basis == pricing.AtCost:
		return t.euros(item.Amount)
	case flatItem(item):
		return t.product(c, item) + " =" + noBreakSpace + t.euros(item.Amount)
	default:
		return t.say(text.ByTiers(t.charged(c, item), t.euros(item.Amount)))
	}
}

// product is a quantity and its rate.
func (t *terminal) product(c Comparison, item *pricing.Item) string {
	return t.charged(c, item) + " ×" + noBreakSpace + t.rate(item.Component.Tiers[0].Rate)
}

// charged is the quantity of an item with its unit.
func (t *terminal) charged(c Comparison, item *pricing.Item) string {
	return t.count(item.Quantity) + noBreakSpace + t.units(tariffOf(c, item), item.Component.Basis, item.Quantity)
}

// tariffOf is the tariff that an item of a comparison is priced under.
func tariffOf(c Comparison, item *pricing.Item) *pricing.Tariff {
	t := c.Variant.Statement.Tariff
	if t.Component(item.Component.ID) == item.Component {
		return t
	}
	return c.Baseline.Statement.Tariff
}

// flatItem tells whether an item is its quantity at one rate: no tiers, nothing that a
// minimum or a maximum changes, no sum of several members' roundings that differs.
func flatItem(item *pricing.Item) bool {
	c := item.Component
	if len(c.Tiers) != 1 || item.Quantity > pricing.MaxQuantity {
		return false
	}
	lines := c.Lines(item.Quantity)
	return len(lines) == 1 && lines[0].Amount == item.Amount
}
