package cmd

import (
	"maps"
	"slices"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// remark tells, in the documents too, what a comparison seems to say and does not.
func (a *app) remark(c *report.Comparison, in *inputs, g *againstFlags, t *config.Tariffs, o pricing.CompareOptions) error {
	if words, is := c.NewRules(); is {
		a.found.Notice(diag.Place{}, words)
	}
	if len(in.epci) == 0 { // else others are not there to be seen
		a.unmatched(c, o)
	}
	if g.file == "" {
		a.sameTerms(c, t)
	}
	c.Variant.Notices = a.found.Notices()
	return a.found.Err()
}

// unmatched tells of successors that make no pair: the SIREN before is none of the
// baseline's, or nobody has the one after.
func (a *app) unmatched(c *report.Comparison, o pricing.CompareOptions) {
	before, after := members(c.Baseline.Statement), members(c.Variant.Statement)
	for _, old := range slices.Sorted(maps.Keys(o.Successors)) {
		next := o.Successors[old]
		from := before[old] || slices.Contains(slices.Collect(maps.Values(o.Successors)), old) // in a chain
		_, chained := o.Successors[next]
		if !from || !after[next] && !chained {
			a.found.Notice(diag.Place{}, text.SuccessorUnmatched(old, next, before[next] && after[old]))
		}
	}
}

// members are the SIRENs of a statement.
func members(s *pricing.Statement) map[string]bool {
	there := make(map[string]bool, len(s.Contributions))
	for i := range s.Contributions {
		there[s.Contributions[i].SIREN] = true
	}
	return there
}

// sameTerms tells that the same counts are compared at the same tariff, with the same
// options, and which tariff may have been meant.
func (a *app) sameTerms(c *report.Comparison, t *config.Tariffs) {
	from, to := c.Baseline.Statement, c.Variant.Statement
	if from.Tariff.Version != to.Tariff.Version || len(to.Changes)+len(to.Options.With)+len(to.Options.Without) > 0 {
		return
	}
	other := ""
	for _, v := range t.All() {
		if v.Adopted && v.Version != to.Tariff.Version {
			other = v.Version // the last one
		}
	}
	a.found.Notice(diag.Place{}, text.SameTerms(to.Tariff.Version, other))
}
