package pricing

// A Kind tells what a line is.
type Kind uint8

// The kinds of line.
const (
	Priced    Kind = iota // quantity × rate
	Declared              // a cost, at what was declared (R4)
	ToMinimum             // what a minimum adds
	ToMaximum             // what a maximum takes away: negative
)

// A Line is one multiplication, or one correction to a minimum or a maximum: money is
// made nowhere else.
type Line struct {
	Kind     Kind
	Tier     int      // whose rate it is, from 0; 0 unless Priced
	Quantity Quantity // units of the basis; 0 unless Priced
	Rate     Rate     // euros per unit, as voted; 0 unless Priced
	Amount   Cents
	Cost     *Cost // what was declared, in the row's own counts; nil unless Declared
}

// line prices q units at the rate of a tier: it multiplies, and rounds to the cent,
// once (R1).
func (c *Component) line(q Quantity, tier int) Line {
	rate := c.Tiers[tier].Rate
	return Line{Kind: Priced, Tier: tier, Quantity: q, Rate: rate, Amount: rate.times(q)}
}

// Lines prices q units of the component's basis: one line for a flat rate or volume
// tiers; for graduated tiers one per tier reached, at least the first; one more for
// what a minimum or a maximum changes. The component is not on [AtCost], and q is
// between 0 and [MaxQuantity]: it panics otherwise, as [Price] does not.
func (c *Component) Lines(q Quantity) []Line {
	return c.bound(c.tiered(nil, q), 0)
}

// tiered appends the lines of q units, before any minimum or maximum.
func (c *Component) tiered(lines []Line, q Quantity) []Line {
	if c.Volume {
		return append(lines, c.line(q, c.tierOf(q)))
	}
	var done Quantity // units priced by the tiers before
	for i, tier := range c.Tiers {
		if i > 0 && q <= done {
			break
		}
		upTo := q
		if tier.UpTo > 0 {
			upTo = min(q, tier.UpTo)
		}
		lines = append(lines, c.line(upTo-done, i))
		done = upTo
	}
	return lines
}

// tierOf is the tier that the last of q units falls in.
func (c *Component) tierOf(q Quantity) int {
	last := len(c.Tiers) - 1
	for i, tier := range c.Tiers[:last] {
		if q <= tier.UpTo {
			return i
		}
	}
	return last
}

// bound appends to lines[from:], which make one item, what its minimum adds or its
// maximum takes away.
func (c *Component) bound(lines []Line, from int) []Line {
	amount := total(lines[from:]).total
	switch {
	case c.Minimum != nil && amount < *c.Minimum:
		return append(lines, Line{Kind: ToMinimum, Amount: *c.Minimum - amount})
	case c.Maximum != nil && amount > *c.Maximum:
		return append(lines, Line{Kind: ToMaximum, Amount: *c.Maximum - amount})
	}
	return lines
}

// atZero is what the component costs where it is charged on nothing.
func (c *Component) atZero() Cents {
	if c.Minimum == nil {
		return 0
	}
	return *c.Minimum
}

// total sums the lines of one item.
func total(lines []Line) sum {
	var amount sum
	for _, l := range lines {
		amount.add(l.Amount)
	}
	return amount
}
