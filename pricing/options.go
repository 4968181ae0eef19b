package pricing

import (
	"errors"
	"fmt"
	"slices"
)

// A NewRule says what counts without new_pupils and new_schools mean (R2).
type NewRule string

// The rules. AllNew is the default: the literal sum of article 6.
const (
	AllNew  NewRule = "all"  // everything is newly equipped
	NoneNew NewRule = "none" // nothing is
)

// Options are what a run asks for beside the tariff and the counts. The zero Options
// ask for nothing: the tariff as it stands, everything new where counts do not say.
type Options struct {
	With    []string  // optional components charged to all who did not refuse them (R3)
	Without []string  // components left out for all (R3)
	Set     []SetRate // rates to use in place of the voted ones (R9)
	New     NewRule   // "" is AllNew
}

// SetRate puts a flat rate in place of a component's rate or tiers.
type SetRate struct {
	Component string
	Rate      Rate
}

// A Change is what makes a simulation of a voted tariff (R9).
type Change struct {
	Component string
	From      []Tier // as voted; none for a cost
	Volume    bool   // how tiers of From are applied, as [Component.Volume]
	To        *Rate  // nil where the component was left out
}

// Why an option or a choice is refused.
var (
	ErrUnknown      = errors.New("the tariff has no such component")
	ErrMandatory    = errors.New("the component is mandatory: it is charged already")
	ErrBoth         = errors.New("the component is both asked for and left out")
	ErrCost         = errors.New("the component has no rate: it is charged at cost")
	ErrTwice        = errors.New("the component's rate is set twice")
	ErrRefused      = errors.New("the component is refused, and units of it are declared")
	ErrUndeclarable = errors.New("the component is not charged on a count")
	ErrNotCost      = errors.New("the component has a rate: it is not charged at cost")
	ErrNewRule      = errors.New("the rule is neither all nor none")
)

// An OptionError says which option names which component wrongly.
type OptionError struct {
	Option    string // with, without, set, new; of Solve, vary and step too
	Component string // for new, the rule; for step, the step
	Err       error  // one of the errors above, or ErrStep
}

func (e OptionError) Error() string { return fmt.Sprintf("%s %s: %v", e.Option, e.Component, e.Err) }

func (e OptionError) Unwrap() error { return e.Err }

// apply gives the tariff as the options change it, and the changes. The error joins
// an [OptionError] for each mistake.
func (o Options) apply(t *Tariff) (*Tariff, []Change, error) {
	if err := o.check(t); err != nil {
		return nil, nil, err
	}
	used := *t
	used.Components = slices.Clone(t.Components)
	var changes []Change
	for i := range used.Components {
		c := &used.Components[i]
		if slices.Contains(o.Without, c.ID) && !c.Optional {
			changes = append(changes, Change{Component: c.ID, From: c.Tiers, Volume: c.Volume})
		}
		at := slices.IndexFunc(o.Set, func(s SetRate) bool { return s.Component == c.ID })
		if at < 0 || c.flat() && c.Tiers[0].Rate.Equal(o.Set[at].Rate) {
			continue
		}
		rate := o.Set[at].Rate // a copy: the caller may use its options again
		changes = append(changes, Change{c.ID, c.Tiers, c.Volume, &rate})
		c.Tiers, c.Volume = []Tier{{Rate: rate}}, false
	}
	return &used, changes, nil
}

// flat tells whether the component has one rate, whatever the quantity.
func (c *Component) flat() bool { return len(c.Tiers) == 1 }

// check joins an [OptionError] for each mistake.
func (o Options) check(t *Tariff) error { return errors.Join(o.mistakes(t)...) }

// mistakes gives an [OptionError] for each option that names a component wrongly.
func (o Options) mistakes(t *Tariff) []error {
	var wrong []error
	refuse := func(option, id string, err error) {
		wrong = append(wrong, OptionError{option, id, err})
	}
	for _, id := range o.With {
		switch c := t.Component(id); {
		case c == nil:
			refuse("with", id, ErrUnknown)
		case c.Basis == AtCost:
			refuse("with", id, ErrCost)
		case !c.Optional:
			refuse("with", id, ErrMandatory)
		case slices.Contains(o.Without, id):
			refuse("with", id, ErrBoth)
		}
	}
	for _, id := range o.Without {
		if t.Component(id) == nil {
			refuse("without", id, ErrUnknown)
		}
	}
	for i, s := range o.Set {
		switch c := t.Component(s.Component); {
		case c == nil:
			refuse("set", s.Component, ErrUnknown)
		case c.Basis == AtCost:
			refuse("set", s.Component, ErrCost)
		case slices.Contains(o.Without, s.Component):
			refuse("set", s.Component, ErrBoth)
		case slices.ContainsFunc(o.Set[:i], func(p SetRate) bool { return p.Component == s.Component }):
			refuse("set", s.Component, ErrTwice)
		}
	}
	if o.New != "" && o.New != AllNew && o.New != NoneNew {
		refuse("new", string(o.New), ErrNewRule)
	}
	return wrong
}

// canonical gives the options in the tariff's order, each component once, rates only
// where they change something, so that the same wishes are the same options.
func (o Options) canonical(t *Tariff, changes []Change) Options {
	inOrder := func(ids []string) []string {
		var ordered []string
		for _, c := range t.Components {
			if slices.Contains(ids, c.ID) {
				ordered = append(ordered, c.ID)
			}
		}
		return ordered
	}
	o.With, o.Without, o.Set = inOrder(o.With), inOrder(o.Without), nil
	for _, c := range changes {
		if c.To != nil {
			o.Set = append(o.Set, SetRate{c.Component, *c.To})
		}
	}
	if o.New == "" {
		o.New = AllNew
	}
	return o
}
