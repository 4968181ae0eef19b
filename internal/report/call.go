package report

import (
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/pricing"
)

// CallOf gives the run of the ith member alone, as the document that this member receives
// (French: appel): its own sums, schools and change. Notices are those of a whole run, and
// may be about others: a call has none.
func (r Run) CallOf(i int) Run {
	siren := r.Statement.Contributions[i].SIREN
	schools := r.schoolsOf(i)
	r = r.only(func(k int, _ *pricing.Contribution) bool { return k == i })
	r.Schools = make([]counts.School, len(schools))
	for k, school := range schools {
		school.Row = 0
		r.Schools[k] = school
	}
	r.Call, r.Notices = true, nil
	if r.Since != nil {
		r.Since = r.Since.of(siren)
	}
	return r
}

// of gives the comparison of one member; nil where it is on neither side.
func (c *Comparison) of(siren string) *Comparison {
	for i := range c.Of.Members {
		if d := &c.Of.Members[i]; d.SIREN == siren {
			one := *c
			one.Of = pricing.Comparison{Members: []pricing.Difference{*d}, Totals: *d}
			one.Rows, one.Others, one.Hidden = []*pricing.Difference{&one.Of.Members[0]}, nil, 0
			return &one
		}
	}
	return nil
}
