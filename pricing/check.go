package pricing

import (
	"slices"
	"strings"
)

// refuses tells whether the member said no to an optional component.
func (row *Counts) refuses(c *Component) bool {
	chosen, said := row.Chosen[c.ID]
	return said && !chosen
}

// charges tells whether a row is charged a component that is not left out for all
// (R3, R4); with says that it is asked for all.
func (row *Counts) charges(c *Component, with bool) bool {
	if c.Basis == AtCost {
		return len(row.Costs[c.ID]) > 0
	}
	if !c.Optional {
		return true
	}
	if chosen, said := row.Chosen[c.ID]; said {
		return chosen
	}
	_, declared := row.Declared[c.ID]
	return declared || with
}

// check gives what is wrong with a row whatever the options, in an order that does
// not depend on that of maps. counts are what it counts.
func (row *Counts) check(t *Tariff, counts tally) []error {
	var faults []error
	for _, c := range counts {
		basis, q := c.basis, c.quantity
		if q < 0 || q > MaxQuantity {
			faults = append(faults, RangeError{string(basis)})
		}
		if !basis.Once() {
			continue // a whole
		}
		if whole, known := counts.of(basis.Whole()); known && q > whole {
			faults = append(faults, AboveError{Basis: basis, Part: q, Whole: whole})
		}
	}
	if len(row.Chosen)+len(row.Declared)+len(row.Costs)+len(row.Subsidies) > 0 || row.Voted != nil { // walking empty maps takes a tenth of Price
		faults = append(faults, row.checkSaid(t)...)
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return faults
}

// checkSaid gives what is wrong with choices, declared units, costs, subsidies and what was
// voted.
func (row *Counts) checkSaid(t *Tariff) []error {
	var faults []error
	for id := range row.Chosen {
		switch c := t.Component(id); {
		case c == nil:
			faults = append(faults, ChoiceError{id, ErrUnknown})
		case c.Basis == AtCost:
			faults = append(faults, ChoiceError{id, ErrCost})
		case !c.Optional:
			faults = append(faults, ChoiceError{id, ErrMandatory})
		}
	}
	for id := range row.Declared {
		if err := row.checkDeclared(t.Component(id), id); err != nil {
			faults = append(faults, err)
		}
	}
	for id, costs := range row.Costs {
		switch c := t.Component(id); {
		case c == nil:
			faults = append(faults, ChoiceError{id, ErrUnknown})
		case c.Basis != AtCost:
			faults = append(faults, ChoiceError{id, ErrNotCost})
		}
		for _, cost := range costs {
			if cost.Amount < 0 || cost.Amount > MaxEuros {
				faults = append(faults, RangeError{id})
			}
		}
	}
	for _, subsidy := range row.Subsidies {
		if subsidy.Amount < 0 || subsidy.Amount > MaxEuros {
			faults = append(faults, RangeError{"subsidy"})
		}
	}
	if v := row.Voted; v != nil && (*v < 0 || *v > MaxEuros) {
		faults = append(faults, RangeError{"voted"})
	}
	return faults
}

// checkDeclared checks the units that a row declares of a component (R3).
func (row *Counts) checkDeclared(c *Component, id string) error {
	declared := row.Declared[id]
	switch {
	case c == nil:
		return ChoiceError{id, ErrUnknown}
	case !c.Basis.Counted():
		return ChoiceError{id, ErrUndeclarable}
	case declared < 0 || declared > MaxQuantity:
		return RangeError{id}
	case declared > 0 && row.refuses(c):
		return ChoiceError{id, ErrRefused}
	}
	switch whole, known := row.Of[c.Basis.Whole()]; {
	case !known:
		return MissingError{c.Basis.Whole(), id}
	case declared > whole:
		return AboveError{Basis: c.Basis, Component: id, Part: declared, Whole: whole}
	}
	return nil
}
