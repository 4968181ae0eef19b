package pricing

import "math"

// A Cause is why a contribution differs from another.
type Cause uint8

// The causes, in the order that they are told in.
const (
	ByPrice      Cause = iota // other rates, tiers, bounds, bases or components
	ByVolume                  // another quantity of what is charged every year
	ByDeployment              // another quantity of what is charged once
	ByOptions                 // charged on one side only, by choice
	ByCosts                   // what is charged at cost (R4)
	BySubsidies               // what others pay (R5)
	ByMembers                 // a member on one side only
)

// String gives the cause as programs write it: "price", "volume".
func (c Cause) String() string {
	return [...]string{"price", "volume", "deployment", "options", "costs", "subsidies", "members"}[c]
}

// Causes hold what each [Cause] adds to a contribution, or takes away, in cents.
type Causes [ByMembers + 1]Cents

// Sum is what all of them make.
func (c *Causes) Sum() Cents {
	var all Cents
	for _, amount := range c {
		all += amount
	}
	return all
}

// add adds to one cause, or tells that it no longer fits in 64 bits.
func (c *Causes) add(cause Cause, amount Cents) (fits bool) {
	now := c[cause]
	if amount > 0 && now > math.MaxInt64-amount || amount < 0 && now < math.MinInt64-amount {
		return false
	}
	c[cause] = now + amount
	return true
}

// An Effect is what one cause adds to one contribution, or takes away, by one
// component or by none. From and To differ by that cause alone: where the quantity
// and the rate of a component both changed, one effect goes from the baseline's item
// to the same rate at the new quantity, the next from there to the variant's item.
type Effect struct {
	Cause     Cause
	Component string // its id; "" for [BySubsidies] and [ByMembers]
	// From and To are what the component makes before and after; nil where it is not
	// charged, and without a component.
	From, To *Item
	Amount   Cents // never 0
}

// A part is a component of either tariff of a comparison.
type part struct {
	id                string
	baseline, variant *Component // nil where the tariff has none of that id
}

// partsOf lists the components of the baseline, then those that the variant adds.
func partsOf(baseline, variant *Tariff) []part {
	var parts []part
	for i := range baseline.Components {
		c := &baseline.Components[i]
		parts = append(parts, part{c.ID, c, variant.Component(c.ID)})
	}
	for i := range variant.Components {
		if c := &variant.Components[i]; baseline.Component(c.ID) == nil {
			parts = append(parts, part{c.ID, nil, c})
		}
	}
	return parts
}

// effects explains what one member owes on one side and on the other, to the cent;
// nil is a side where it is no member.
func effects(parts []part, from, to *Contribution) []Effect {
	var list []Effect
	tell := func(cause Cause, id string, before, after *Item, amount Cents) {
		if amount != 0 {
			list = append(list, Effect{cause, id, before, after, amount})
		}
	}
	switch {
	case from == nil:
		tell(ByMembers, "", nil, nil, to.Net)
		return list
	case to == nil:
		tell(ByMembers, "", nil, nil, -from.Net)
		return list
	}
	for _, p := range parts {
		before, after := from.Item(p.id), to.Item(p.id)
		if cause, whole := p.cause(before, after); whole {
			tell(cause, p.id, before, after, after.amount()-before.amount())
			continue
		}
		between := p.baseline.between(after)
		quantities := ByVolume
		if p.baseline.Basis.Once() {
			quantities = ByDeployment
		}
		tell(quantities, p.id, before, between, between.Amount-before.Amount)
		tell(ByPrice, p.id, between, after, after.Amount-between.Amount)
	}
	tell(BySubsidies, "", nil, nil, from.Subsidy-to.Subsidy)
	return list
}

// cause tells whether one cause makes the whole difference of a component, and which:
// the first that fits. Otherwise quantity and price share it.
func (p part) cause(before, after *Item) (cause Cause, whole bool) {
	switch {
	case p.baseline.atCost() || p.variant.atCost():
		return ByCosts, true
	case p.baseline == nil || p.variant == nil || p.baseline.Basis != p.variant.Basis:
		return ByPrice, true
	case before == nil || after == nil:
		return ByOptions, true
	}
	return 0, false
}

// atCost tells whether there is a component, and it is charged at cost.
func (c *Component) atCost() bool { return c != nil && c.Basis == AtCost }

// amount is the item's; 0 where it is not charged.
func (i *Item) amount() Cents {
	if i == nil {
		return 0
	}
	return i.Amount
}

// between gives what the baseline's component makes at the variant's quantity, its
// minimum and maximum included.
func (c *Component) between(after *Item) *Item {
	item := &Item{Component: c, Quantity: after.Quantity}
	if after.Declared && after.Quantity == 0 { // a minimum does not hold (R3)
		item.Lines = c.tiered(nil, 0)
	} else {
		item.Lines = c.Lines(after.Quantity)
	}
	item.Amount = total(item.Lines).total
	return item
}
