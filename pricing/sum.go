package pricing

// Sum makes the sums of a statement whose contributions have their lines, quantities,
// counts and subsidies: of each item, of each contribution, of all. [Price] has made its
// own; it is for a statement that was read from a document. Items are components of the
// statement's tariff, in its order. The error is [ErrTooLarge].
func (s *Statement) Sum() error {
	for i := range s.Contributions {
		if !s.Contributions[i].sum() {
			return ErrTooLarge
		}
	}
	p := pricer{Statement: *s}
	for i := range s.Contributions {
		for basis, q := range s.Contributions[i].Counts {
			p.sums.add(basis, q)
		}
	}
	p.Totals = Contribution{}
	err := p.sumUp()
	*s = p.Statement
	return err
}

// sum makes the sums of one contribution, or tells that they do not fit.
func (c *Contribution) sum() (fits bool) {
	var yearly, once, gross, subsidy, cost sum
	for i := range c.Items {
		item := &c.Items[i]
		amount := total(item.Lines)
		item.Amount, item.Cost = amount.total, 0
		for _, line := range item.Lines {
			if line.Kind == Declared {
				item.Cost += line.Amount
				cost.add(line.Amount)
			}
		}
		gross.add(item.Amount)
		if item.Component.Basis.Once() {
			once.add(item.Amount)
		} else {
			yearly.add(item.Amount)
		}
		gross.over = gross.over || amount.over || cost.over
	}
	for _, s := range c.Subsidies {
		subsidy.add(s.Amount)
	}
	c.Yearly, c.Once, c.Gross, c.Subsidy = yearly.total, once.total, gross.total, subsidy.total
	c.Net = c.Gross - c.Subsidy
	return !gross.over && !subsidy.over
}
