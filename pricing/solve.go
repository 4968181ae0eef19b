package pricing

import (
	"errors"
	"fmt"
	"slices"
)

// A Solution is the votable rate of a component that brings in what comes nearest to
// a target.
type Solution struct {
	Vary   string // the component's id
	Target Cents  // of the total net
	Step   Rate   // votable rates are its multiples
	Trial         // the rate, the net at it, the gap
	// Below and Above are one step lower and higher. There is no Below at 0, nor where
	// one step lower a subsidy would exceed the gross (R5); no Above at the top.
	Below, Above *Trial
	Statement    Statement // at the rate
	Prices       int       // how often all was priced to find it
}

// A Trial is what one rate brings in.
type Trial struct {
	Rate Rate
	Net  Cents // of all members
	Gap  Cents // Net − Target
}

// ErrStep is why an [OptionError] refuses a step.
var ErrStep = errors.New("the step is not above 0")

// TooLowError says that a target is under what rate 0 brings in.
type TooLowError struct {
	Component   string
	Target, Net Cents // Net at 0
}

func (e TooLowError) Error() string {
	return fmt.Sprintf("%s at 0 brings in %s already: more than %s", e.Component, e.Net, e.Target)
}

// TooHighError says that a target is over what the highest rate brings in.
type TooHighError struct {
	Component   string
	Target, Net Cents // Net at Rate
	Rate        Rate  // 999999
}

func (e TooHighError) Error() string {
	return fmt.Sprintf("%s at %s brings in %s: less than %s", e.Component, e.Rate, e.Net, e.Target)
}

// UnmovedError says that the total is the same at any rate of the component: it is
// charged to nobody, on nothing, or held by its minimum and maximum.
type UnmovedError struct {
	Component string
	Net       Cents // at any rate
}

func (e UnmovedError) Error() string {
	return fmt.Sprintf("the rate of %s does not change the total, %s", e.Component, e.Net)
}

// Solve finds, among the multiples of step from 0 to 999,999, the flat rate of a
// component at which the total net comes nearest to target; of two as near the lower,
// and of those that bring in the same the lowest. A rate at which a subsidy exceeds
// the gross of a member is not votable (R5).
//
// There is no solution, and the error says why, where the target is under the net at
// 0 ([TooLowError]) or over that at 999,999 ([TooHighError]), and where the component
// does not change the total ([UnmovedError]). [RowErrors] are what is wrong with the
// rows at any rate, [ErrTooLarge] that the amounts do not fit at the highest. Options
// that name components wrongly, vary and step among them, give joined [OptionError]s.
//
// All is priced some thirty times for a step of 0.01: whatever the tiers, minima and
// maxima, a net never falls as the rate rises, so that halving the range is enough.
func Solve(t *Tariff, rows []Counts, o Options, vary string, target Cents, step Rate) (Solution, error) {
	if err := o.checkSolve(t, vary, step); err != nil {
		return Solution{}, err
	}
	s := solver{tariff: t, rows: rows, options: o, vary: vary, step: step, tried: make(map[uint64]outcome)}
	if err := s.reach(target); err != nil {
		return Solution{}, err
	}
	k := s.nearest(target)
	found := Solution{Vary: vary, Target: target, Step: step, Trial: *s.trial(k, target)}
	if k > 0 {
		found.Below = s.trial(k-1, target)
	}
	if k < s.last() {
		found.Above = s.trial(k+1, target)
	}
	var err error
	found.Statement, err = s.price(rows, s.rate(k))
	found.Prices = s.prices
	return found, err
}

// checkSolve joins an [OptionError] for each option, vary and step among them, that
// cannot be followed.
func (o Options) checkSolve(t *Tariff, vary string, step Rate) error {
	var wrong []error
	refuse := func(option, value string, err error) {
		wrong = append(wrong, OptionError{option, value, err})
	}
	switch c := t.Component(vary); {
	case c == nil:
		refuse("vary", vary, ErrUnknown)
	case c.Basis == AtCost:
		refuse("vary", vary, ErrCost)
	case slices.Contains(o.Without, vary):
		refuse("vary", vary, ErrBoth)
	case slices.ContainsFunc(o.Set, func(s SetRate) bool { return s.Component == vary }):
		refuse("vary", vary, ErrTwice)
	}
	if step.micros == 0 {
		refuse("step", step.String(), ErrStep)
	}
	return errors.Join(append(wrong, o.mistakes(t)...)...)
}

// A solver prices all at multiples of a step, each once.
type solver struct {
	tariff  *Tariff
	rows    []Counts
	options Options
	vary    string
	step    Rate
	tried   map[uint64]outcome // by multiple
	prices  int
}

// An outcome is what a rate brings in, or that it is not votable.
type outcome struct {
	net     Cents
	votable bool
}

// under tells whether the rate brings in less than an amount. One that is not votable
// is under any: the gross falls with the rate, so that those below are not either.
func (o outcome) under(amount Cents) bool { return !o.votable || o.net < amount }

// highest is the highest rate that is tried.
func highest() Rate { return Rate{micros: 999_999_000_000} }

// last is the highest multiple.
func (s *solver) last() uint64 { return highest().micros / s.step.micros }

// rate is the k-th multiple, with the decimals of the step.
func (s *solver) rate(k uint64) Rate { return Rate{k * s.step.micros, s.step.decimals} }

// price prices rows with the component at a rate.
func (s *solver) price(rows []Counts, rate Rate) (Statement, error) {
	s.prices++
	o := s.options
	o.Set = append(slices.Clip(o.Set), SetRate{s.vary, rate})
	return Price(s.tariff, rows, o)
}

// at gives what the k-th multiple brings in, once the last was priced: what keeps a
// lower rate from being priced is then a subsidy above the gross, and nothing else.
func (s *solver) at(k uint64) outcome {
	known, is := s.tried[k]
	if !is {
		statement, err := s.price(s.rows, s.rate(k))
		known = outcome{statement.Totals.Net, err == nil}
		s.tried[k] = known
	}
	return known
}

// reach prices the last multiple, then the ends of the range, and says why there is no
// solution.
func (s *solver) reach(target Cents) error {
	last, err := s.price(s.rows, s.rate(s.last()))
	if err != nil {
		return err
	}
	s.tried[s.last()] = outcome{last.Totals.Net, true}
	most := last.Totals.Net
	if !s.rate(s.last()).Equal(highest()) {
		top, err := s.price(s.rows, highest())
		if err != nil {
			return err
		}
		most = top.Totals.Net
	}
	least := s.at(0).net
	if !s.at(0).votable {
		if least, err = s.unsubsidised(); err != nil {
			return err
		}
		least -= last.Totals.Subsidy
	}
	switch {
	case least == most:
		return UnmovedError{s.vary, most}
	case target < least:
		return TooLowError{s.vary, target, least}
	case target > most:
		return TooHighError{s.vary, target, most, highest()}
	}
	return nil
}

// unsubsidised is what all would owe at 0 if nobody else paid.
func (s *solver) unsubsidised() (Cents, error) {
	rows := slices.Clone(s.rows)
	for i := range rows {
		rows[i].Subsidies = nil
	}
	statement, err := s.price(rows, Rate{})
	return statement.Totals.Net, err
}

// nearest finds the multiple that comes nearest to a target within reach.
func (s *solver) nearest(target Cents) uint64 {
	k := s.first(min(target, s.at(s.last()).net))
	if k == 0 {
		return 0
	}
	below, over := s.at(k-1), s.at(k).net-target
	if below.votable && target-below.net <= over {
		return s.first(below.net)
	}
	return k
}

// first finds the lowest multiple that is not under an amount, which the last is not.
func (s *solver) first(amount Cents) uint64 {
	low, high := uint64(0), s.last()
	for k, o := range s.tried {
		if o.under(amount) {
			low = max(low, k+1)
		} else {
			high = min(high, k)
		}
	}
	for low < high {
		middle := low + (high-low)/2
		if s.at(middle).under(amount) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// trial tells what the k-th multiple brings in; nil if it is not votable.
func (s *solver) trial(k uint64, target Cents) *Trial {
	o := s.at(k)
	if !o.votable {
		return nil
	}
	return &Trial{s.rate(k), o.net, o.net - target}
}
