package pricing

import (
	"maps"
	"slices"
)

// Price itemises what each member owes under t, in the order of rows (R7).
//
// Sums are sums of rounded lines (R1). No row is dropped: where rows cannot be priced
// the error is [RowErrors], which names each by its index, and there is no Statement.
// Options that name components wrongly give joined [OptionError]s. [ErrTooLarge] says
// that the totals do not fit, or, as a row's error, that the row's do not.
//
// Nothing given is changed; the statement shares the maps, subsidies and voted amounts of
// rows and the labels of t, which are not to be changed as long as it is used.
func Price(t *Tariff, rows []Counts, o Options) (Statement, error) {
	used, changes, err := o.apply(t)
	if err != nil {
		return Statement{}, err
	}
	p := pricer{
		Statement: Statement{Tariff: used, Changes: changes, Options: o.canonical(t, changes)},
	}
	p.Contributions = make([]Contribution, 0, len(rows))
	p.with = make([]bool, len(t.Components))
	p.without = make([]bool, len(t.Components))
	for i, c := range t.Components {
		p.with[i] = slices.Contains(o.With, c.ID)
		p.without[i] = slices.Contains(o.Without, c.ID)
	}
	for i := range rows {
		p.row(i, &rows[i])
	}
	if len(p.bad) > 0 {
		return Statement{}, p.bad
	}
	if err := p.sumUp(); err != nil {
		return Statement{}, err
	}
	return p.Statement, nil
}

// blockSize is how many lines or items are made room for at once: the last block is only
// filled in part.
const blockSize = 1024

// room gives a block that n more fit into: the one given, or else an empty one. What
// is in the block given stays where it is.
func room[E any](block []E, n int) []E {
	if cap(block)-len(block) < n {
		return make([]E, 0, max(n, blockSize))
	}
	return block
}

// A pricer makes a statement row by row. It takes the lines and items of many rows out
// of one block: a slice for each item would cost more than the arithmetic.
type pricer struct {
	Statement
	with, without []bool // by component of the tariff
	counts        tally  // of the row in hand
	sums          tally  // of the counts of all rows
	lines         []Line
	items         []Item
	bad           RowErrors
}

// row prices one member, or says why it cannot.
func (p *pricer) row(i int, row *Counts) {
	p.counts = p.counts[:0]
	for basis, q := range row.Of {
		p.counts = append(p.counts, tallied{basis, q})
	}
	faults := row.check(p.Tariff, p.counts)
	if len(faults) == 0 {
		faults = p.contribution(i, row)
	}
	for _, err := range faults {
		p.bad = append(p.bad, RowError{i, err})
	}
}

// contribution prices one member whose counts are sound in themselves.
func (p *pricer) contribution(i int, row *Counts) (faults []error) {
	counts, assumed := p.used(row)
	for _, count := range p.counts {
		p.sums.add(count.basis, count.quantity)
	}
	c := Contribution{SIREN: row.SIREN, Name: row.Name, Counts: counts, Subsidies: row.Subsidies, Voted: row.Voted}
	p.items = room(p.items, len(p.Tariff.Components))
	p.lines = room(p.lines, 2*len(p.Tariff.Components))
	first := len(p.items)
	var yearly, once, gross, subsidy sum
	for k := range p.Tariff.Components {
		component := &p.Tariff.Components[k]
		if row.refuses(component) {
			c.Refused = append(c.Refused, component.ID)
			if p.with[k] {
				p.Refusals = append(p.Refusals, Refusal{i, component.ID})
			}
		}
		if p.without[k] || !row.charges(component, p.with[k]) {
			continue
		}
		p.items = append(p.items, Item{Component: component})
		item := &p.items[len(p.items)-1]
		if err := p.item(item, row, assumed); err != nil {
			p.items = p.items[:len(p.items)-1]
			faults = append(faults, err)
			continue
		}
		gross.add(item.Amount)
		if !component.Basis.Once() {
			yearly.add(item.Amount)
			continue
		}
		once.add(item.Amount)
		if _, declared := row.Declared[component.ID]; assumed && !declared {
			p.Assumed += item.Amount - component.atZero()
		}
	}
	for _, s := range row.Subsidies {
		subsidy.add(s.Amount)
	}
	c.Items = p.items[first:len(p.items):len(p.items)]
	c.Yearly, c.Once, c.Gross, c.Subsidy = yearly.total, once.total, gross.total, subsidy.total
	c.Net = c.Gross - c.Subsidy
	p.Contributions = append(p.Contributions, c)
	switch {
	case gross.over || subsidy.over:
		return append(faults, ErrTooLarge)
	case c.Net < 0 && len(faults) == 0:
		return append(faults, SubsidyError{Gross: c.Gross, Subsidy: c.Subsidy})
	}
	return faults
}

// used gives the counts that the row in hand is priced on, and whether the new ones were
// supplied by the rule (R2).
func (p *pricer) used(row *Counts) (counts map[Basis]Quantity, assumed bool) {
	_, pupils := p.counts.of(NewPupils)
	_, schools := p.counts.of(NewSchools)
	if pupils || schools {
		return row.Of, false
	}
	p.New = p.Options.New
	if counts = maps.Clone(row.Of); counts == nil {
		counts = make(map[Basis]Quantity)
	}
	for _, basis := range []Basis{NewPupils, NewSchools} {
		whole, known := p.counts.of(basis.Whole())
		if p.New == NoneNew {
			whole, known = 0, true
		}
		if known {
			counts[basis] = whole
			p.counts = append(p.counts, tallied{basis, whole})
		}
	}
	return counts, true
}

// item prices one component for the row in hand, which charges it; assumed tells whether
// the counts of what is new were supplied.
func (p *pricer) item(item *Item, row *Counts, assumed bool) error {
	c, first := item.Component, len(p.lines)
	switch declared, ok := row.Declared[c.ID]; {
	case c.Basis == AtCost:
		costs := row.Costs[c.ID]
		for i := range costs {
			p.lines = append(p.lines, Line{Kind: Declared, Amount: costs[i].Amount, Cost: &costs[i]})
			item.Cost += costs[i].Amount // checked below: each is a line
		}
		if item.Cost > 0 { // 0 was declared: a minimum does not hold
			p.lines = c.bound(p.lines, first)
		}
	case ok:
		item.Quantity, item.Declared = declared, true
		p.lines = c.tiered(p.lines, declared)
		if declared > 0 { // the mission was done: a minimum holds
			p.lines = c.bound(p.lines, first)
		}
	default:
		q, known := p.quantity(c.Basis)
		if !known && assumed {
			return MissingError{c.Basis.Whole(), c.ID}
		}
		if !known {
			return MissingError{c.Basis, c.ID}
		}
		item.Quantity = q
		p.lines = c.bound(c.tiered(p.lines, q), first)
	}
	item.Lines = p.lines[first:len(p.lines):len(p.lines)]
	amount := total(item.Lines)
	if amount.over {
		return ErrTooLarge
	}
	item.Amount = amount.total
	return nil
}

// quantity is how many units of a basis the row in hand has.
func (p *pricer) quantity(b Basis) (q Quantity, known bool) {
	if b == EPCI {
		return 1, true
	}
	return p.counts.of(b)
}

// sumUp makes the totals: of counts, of items by component, of the contributions.
func (p *pricer) sumUp() error {
	t := &p.Totals
	t.Counts = p.sums.counts()
	items := make([]Item, len(p.Tariff.Components)) // those charged have their component
	var gross, yearly, once, subsidy, cost sum
	for i := range p.Contributions {
		c := &p.Contributions[i]
		k := 0
		for n := range c.Items {
			item := &c.Items[n]
			for &p.Tariff.Components[k] != item.Component {
				k++
			}
			items[k].Component = item.Component
			items[k].Quantity += item.Quantity
			items[k].Cost += item.Cost
			items[k].Amount += item.Amount
			gross.add(item.Amount)
			cost.add(item.Cost) // may be more than the amount: it can have a maximum
		}
		yearly.add(c.Yearly)
		once.add(c.Once)
		subsidy.add(c.Subsidy)
	}
	t.Items = slices.DeleteFunc(items, func(i Item) bool { return i.Component == nil })
	if gross.over || subsidy.over || cost.over {
		return ErrTooLarge
	}
	t.Yearly, t.Once, t.Gross, t.Subsidy = yearly.total, once.total, gross.total, subsidy.total
	t.Net = t.Gross - t.Subsidy
	return p.sumVoted()
}

// sumVoted makes the total of what is due, where anything was voted.
func (p *pricer) sumVoted() error {
	var due sum
	voted := false
	for i := range p.Contributions {
		voted = voted || p.Contributions[i].Voted != nil
		due.add(p.Contributions[i].Due())
	}
	if due.over {
		return ErrTooLarge
	}
	if voted {
		p.Totals.Voted = &due.total
	}
	return nil
}
