package verify

import (
	"errors"
	"maps"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// An expectation is what a member of a table should be charged.
type expectation struct {
	contribution *pricing.Contribution // nil where its counts contradict each other
	given        *pricing.Contribution // what the inputs give; nil without inputs
	row          pricing.Counts        // what it was priced from
	unknown      map[string]bool       // components that lack the count that they are charged on
	withoutOnce  bool                  // its sums are right without what is charged once, as in all rows
	excess       bool                  // the subsidy is above the gross, and left out: there is no net
}

// expect prices the members of a table anew, each from its own counts.
func (c *checker) expect(t *Table) ([]expectation, error) {
	all := make([]expectation, len(t.Members))
	var rows []pricing.Counts
	for i, m := range t.Members {
		all[i] = expectation{given: c.given(m), unknown: make(map[string]bool)}
		all[i].row = c.counts(t, m)
		rows = append(rows, all[i].row)
	}
	statement, err := pricing.Price(c.tariff, rows, c.options)
	var faults pricing.RowErrors
	switch {
	case err == nil:
		if statement.New == pricing.AllNew {
			c.allNew = max(c.allNew, statement.Assumed)
		}
		for i := range all {
			all[i].contribution = &statement.Contributions[i]
		}
		return all, nil
	case !errors.As(err, &faults):
		return nil, err
	}
	own := make([][]error, len(all))
	for _, f := range faults {
		own[f.Row] = append(own[f.Row], f.Err)
	}
	for i := range all {
		c.priceAlone(t.Members[i], &all[i], own[i])
	}
	return all, nil
}

// priceAlone prices a member without what keeps it from being priced, which is reported.
// Each round leaves out something more.
func (c *checker) priceAlone(m *Member, e *expectation, faults []error) {
	for _, err := range faults {
		var missing pricing.MissingError
		var subsidy pricing.SubsidyError
		switch {
		case errors.As(err, &missing):
			e.unknown[missing.Component] = true
			if f, there := m.Counts[missing.Basis]; !there {
				c.lacking[missing.Component] = missing.Basis
			} else if f.State == Blank && m.hasAmounts() {
				c.blank(m, missing.Basis, f)
			}
		case errors.As(err, &subsidy):
			e.row.Subsidies, e.excess = nil, true
			if len(e.unknown) == 0 { // else the gross is not all
				excess := euros(subsidy.Excess())
				c.find(Finding{Code: codeNotPriced, At: m.At, member: m, Field: subsidyField, Reason: text.SubsidyOverGross(money(excess))})
			}
		case e.given != nil: // its counts differ, which is told
			e.contribution = e.given
			return
		default:
			c.find(Finding{Code: codeNotPriced, At: m.At, member: m, Reason: c.contradiction(err)})
			return
		}
	}
	s, err := pricing.Price(c.tariff, []pricing.Counts{e.row}, leaveOut(c.options, slices.Sorted(maps.Keys(e.unknown))))
	var again pricing.RowErrors
	switch {
	case err == nil:
		if s.New == pricing.AllNew {
			c.allNew = max(c.allNew, s.Assumed)
		}
		e.contribution = &s.Contributions[0]
	case errors.As(err, &again):
		c.priceAlone(m, e, again.Unwrap())
	}
}

// hasAmounts tells whether a member is charged anything at all.
func (m *Member) hasAmounts() bool {
	for _, lines := range m.Items {
		if slices.ContainsFunc(lines, func(l Line) bool { return !l.Amount.Value.IsZero() }) {
			return true
		}
	}
	for _, f := range m.Sums {
		if !f.Value.IsZero() {
			return true
		}
	}
	return false
}

// blank reports, once, a count without which amounts of its row are not priced.
func (c *checker) blank(m *Member, basis pricing.Basis, f Figure) {
	f.State = Unknown
	m.Counts[basis] = f
	c.find(Finding{Code: codeUnreadable, At: f.At, member: m, Field: string(basis), Reason: text.NoCountThere()})
}

// contradiction says why counts cannot be priced.
func (c *checker) contradiction(err error) text.Phrase {
	var above pricing.AboveError
	if errors.As(err, &above) {
		return text.PartAboveWhole(basisName(c.tariff, above.Basis), int64(above.Part), int64(above.Whole))
	}
	return text.CannotBePriced(err.Error())
}

// leaveOut changes options so that components are not charged.
func leaveOut(o pricing.Options, ids []string) pricing.Options {
	named := func(id string) bool { return slices.Contains(ids, id) }
	o.With = slices.DeleteFunc(slices.Clone(o.With), named)
	o.Set = slices.DeleteFunc(slices.Clone(o.Set), func(s pricing.SetRate) bool { return named(s.Component) })
	o.Without = slices.Concat(o.Without, ids)
	return o
}

// given finds the member among what the inputs give; nil where it is not.
func (c *checker) given(m *Member) *pricing.Contribution {
	i, there := c.inputOf(m)
	if !there {
		return nil
	}
	return &c.inputs.Statement.Contributions[i]
}

// counts are what a member is priced from: its own counts, and, of what an annex cannot
// tell from what it charges (choices, units, costs), what the inputs say, if there are
// any; else what it charges.
func (c *checker) counts(t *Table, m *Member) pricing.Counts {
	row, given := c.units(t, m)
	if given {
		return row
	}
	row.Chosen, row.Declared = make(map[string]bool), make(map[string]pricing.Quantity)
	row.Costs = make(map[string][]pricing.Cost)
	for k := range c.tariff.Components {
		component := &c.tariff.Components[k]
		switch {
		case component.Basis == pricing.AtCost:
			if costs := declared(m.Items[component.ID]); costs != nil {
				row.Costs[component.ID] = costs
			}
		case component.Optional:
			c.choose(t, m, component, &row)
		}
		if component.Basis.Counted() {
			c.declare(t, m, component, &row)
		}
	}
	for _, line := range m.Items[subsidyField] {
		if amount, ok := (Figure{Value: line.Amount.Value.Abs(), State: line.Amount.State}).cents(); ok {
			row.Subsidies = append(row.Subsidies, pricing.Subsidy{Amount: amount})
		}
	}
	if voted, ok := m.Sums[votedField].cents(); ok {
		row.Voted = &voted
	}
	return row
}

// units are the counts that a member is priced from, in the row of the inputs where it is
// given there.
func (c *checker) units(t *Table, m *Member) (row pricing.Counts, given bool) {
	row = pricing.Counts{SIREN: m.SIREN, Name: m.Name, Of: make(map[pricing.Basis]pricing.Quantity)}
	i, given := c.inputOf(m)
	if given {
		row = c.inputs.Rows[i]
		row.Of = maps.Clone(c.inputs.Statement.Contributions[i].Counts)
		if t.Long {
			c.tell(m, row.Declared)
		}
	}
	for basis, f := range m.Counts {
		if q, ok := f.quantity(); ok {
			row.Of[basis] = q
		}
	}
	if given && c.inputs.Statement.New == pricing.AllNew { // R2: all of what the annex has
		for _, basis := range []pricing.Basis{pricing.NewPupils, pricing.NewSchools} {
			_, told := c.inputs.Rows[i].Of[basis]
			_, said := m.Counts[basis].quantity()
			if q, known := row.Of[basis.Whole()]; known && !told && !said {
				row.Of[basis] = q
			}
		}
	}
	if !given && t.Long {
		c.deduce(t, m, &row)
	}
	return row, given
}

// choose tells whether an optional component is charged: where the annex charges it.
func (c *checker) choose(t *Table, m *Member, component *pricing.Component, row *pricing.Counts) {
	id := component.ID
	lines := m.Items[id]
	charged := slices.ContainsFunc(lines, func(l Line) bool {
		return l.Quantity.known() || l.Amount.State == Unknown || l.Amount.known() && !l.Amount.Value.IsZero()
	})
	_, said := m.Units[id]
	_, detailed := c.detailed[unitsOf{m.SIREN, id}]
	charged = charged || detailed
	asked := slices.Contains(c.options.With, id)
	if asked && !charged && !said && !c.annex.complete() {
		if t.nowhere(id) { // of nobody
			return
		}
		if t == c.annex.Tables[0] { // others have it again
			c.refused[id] = append(c.refused[id], m)
		}
	}
	row.Chosen[id] = charged
}

// declare takes the units that a member is charged of a component, where they are not
// all (R3): those of a column of them, or of the rows of its items; else those that an
// amount of an optional component comes to, if it does.
func (c *checker) declare(t *Table, m *Member, component *pricing.Component, row *pricing.Counts) {
	id := component.ID
	whole, known := c.basis(row, component.Basis)
	units, said := m.quantity(id)
	switch {
	case !t.Long, component.Optional, component.Basis.Once(), m.Declared[id]:
	case said && known && units < whole && t.ourRows():
		c.assumed = append(c.assumed, assumption{m, id, units, whole})
	default:
		said = false
	}
	if !said {
		units, said = c.detailed[unitsOf{m.SIREN, id}]
	}
	if !said && known && (component.Optional && row.Chosen[id] || !component.Optional && t.tellsNoUnits(m)) {
		most := whole
		if all, counted := row.Of[component.Basis.Whole()]; counted && component.Basis.Once() && t.tellsNoUnits(m) {
			most = all
		}
		if units, said = c.multiple(component, m, whole, most); said || t.tellsNoUnits(m) && c.nothingFor(component, m, whole) {
			said = true
			c.assumed = append(c.assumed, assumption{m, id, units, whole})
		}
	}
	amount, readable := sumOf(m.Items[id])
	none := units == 0 && readable && amount.IsZero() // declared: a minimum does not hold
	most, limited := row.Of[component.Basis.Whole()]
	if said && known && limited && units <= most && (units != whole && (units > 0 || amount.IsZero()) || none) {
		row.Declared[id] = units
	}
}

// basis gives the count that a component is charged on, where nothing says what is new by
// the rule that stands in for it (R2).
func (c *checker) basis(row *pricing.Counts, basis pricing.Basis) (q pricing.Quantity, known bool) {
	_, pupils := row.Of[pricing.NewPupils]
	_, schools := row.Of[pricing.NewSchools]
	if !basis.Once() || pupils || schools {
		q, known = row.Of[basis]
		return q, known
	}
	if c.options.New == pricing.NoneNew {
		return 0, true
	}
	q, known = row.Of[basis.Whole()]
	return q, known
}

// tellsNoUnits tells whether a member is in a table of entcalc's that has a row for each,
// and so no units, and its gross is that of its items.
func (t *Table) tellsNoUnits(m *Member) bool {
	_, ours := t.Columns[assumptionField]
	if !ours || t.Long || !m.Sums[grossField].known() {
		return false
	}
	gross := m.Sums[grossField].Value
	for id, lines := range m.Items {
		if sum, _ := sumOf(lines); id != subsidyField {
			gross = gross.Sub(sum)
		}
	}
	return gross.IsZero()
}

// nothingFor tells whether a member is charged nothing for a component, as it would be for
// no units, and the whole would cost something.
func (c *checker) nothingFor(component *pricing.Component, m *Member, whole pricing.Quantity) bool {
	lines := m.Items[component.ID]
	return len(lines) == 1 && lines[0].Amount.known() && lines[0].Amount.Value.IsZero() &&
		!amountOf(c.used.Component(component.ID).Lines(whole)).IsZero()
}

// multiple gives the units that an amount comes to, fewer than all, or no more than most,
// where it is not rather the rate of another tariff.
func (c *checker) multiple(component *pricing.Component, m *Member, whole, most pricing.Quantity) (pricing.Quantity, bool) {
	lines := m.Items[component.ID]
	if len(lines) != 1 || !lines[0].Amount.known() || lines[0].Amount.Value.Sign() <= 0 {
		return 0, false
	}
	amount := lines[0].Amount.Value
	used := c.used.Component(component.ID)
	if amountOf(used.Lines(whole)).Equal(amount) {
		return 0, false
	}
	for _, other := range c.others {
		o := other.Component(component.ID)
		if o != nil && o.Basis == component.Basis && amountOf(o.Lines(whole)).Equal(amount) {
			return 0, false
		}
	}
	if most > whole {
		whole = most + 1
	}
	return unitsOfAmount(used, amount, whole)
}

// unitsOfAmount gives the fewest units, fewer than all, that cost an amount to the cent.
func unitsOfAmount(component *pricing.Component, amount decimal.Decimal, whole pricing.Quantity) (pricing.Quantity, bool) {
	if component.Volume { // the price falls where a tier begins
		for _, tier := range component.Tiers {
			if tier.Rate.Decimal().IsZero() {
				continue
			}
			units := amount.Div(tier.Rate.Decimal())
			q, ok := Figure{Value: units, State: Known}.quantity()
			if ok && q < whole && amountOf(component.Lines(q)).Equal(amount) {
				return q, true
			}
		}
		return 0, false
	}
	q := 1 + pricing.Quantity(sort.Search(max(int(whole)-1, 0), func(n int) bool {
		return amountOf(component.Lines(1 + pricing.Quantity(n))).GreaterThanOrEqual(amount)
	}))
	return q, q < whole && amountOf(component.Lines(q)).Equal(amount)
}
