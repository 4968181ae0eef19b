package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
)

// What an assembly voted in place of a computed net is declared, not computed: only counts
// can tell that it is another. entcalc writes beside it how far it is from net, and what is due.
const (
	votedField = "voted"
	gapField   = "difference" // of voted and net; blank where nothing was voted
	dueField   = "due"        // what was voted, or else net
)

// aboutVote tells whether a field is of what was voted.
func aboutVote(f fields.Field) bool {
	return f.Name == votedField || f.Name == gapField || f.Name == dueField
}

// readsVote tells whether a column is to be read as of what was voted: in an annex of
// somebody else, a difference may be that of two years, and what is called something else;
// ours has all three.
func (t *table) readsVote(f fields.Field) bool {
	ours := true
	for _, name := range []string{votedField, gapField, dueField} {
		_, there := t.at[name]
		ours = ours && there
	}
	return f.Name == votedField || aboutVote(f) && ours
}

// voted checks what was voted for a member against the inputs, where these tell it, its
// distance from the net beside it, and what is due.
func (c *checker) voted(t *Table, m *Member, e *expectation) {
	found := m.Sums[votedField]
	all := []decimal.Decimal{found.Value}
	_, column := t.Columns[votedField]
	if given := e.given; given != nil && c.inputs.Statement.Totals.Voted != nil {
		expected := euros(given.Due())
		all = append(all, expected)
		switch {
		case found.known():
			c.checked++
			if !found.Value.Equal(expected) {
				c.find(differs(codeAmount, votedField, m, found, expected, text.VotedOfInputs()))
			}
		case found.State == Blank && given.Voted != nil && (column || c.annex.complete()):
			at := found.At
			if !column {
				at = m.At
			}
			c.find(Finding{
				Code: codeMissing, At: at, member: m, Field: votedField, Expected: exact(expected),
				Difference: exact(expected.Neg()), Reason: text.VotedNotInAnnex(),
			})
		}
	}
	nets := c.nets(m, e)
	c.gap(m, all, nets)
	if found.State == Blank {
		all = append(nets, all[1:]...)
	}
	c.called(m, all)
}

// nets are the nets that a member may have: what an annex says, and what it should.
func (c *checker) nets(m *Member, e *expectation) (all []decimal.Decimal) {
	if net := m.Sums[netField]; net.known() {
		all = append(all, net.Value)
	}
	if expected, known := c.expectedSum(e, netField); known {
		all = append(all, expected)
	}
	if e.given != nil {
		all = append(all, euros(e.given.Net))
	}
	return all
}

// gap checks how far what was voted is from net: either may be wrong, which is another
// finding.
func (c *checker) gap(m *Member, voted, nets []decimal.Decimal) {
	gap, net := m.Sums[gapField], m.Sums[netField]
	if !gap.known() || !m.Sums[votedField].known() || !net.known() {
		return
	}
	c.checked++
	if !slices.ContainsFunc(voted, func(v decimal.Decimal) bool {
		return slices.ContainsFunc(nets, func(n decimal.Decimal) bool { return gap.Value.Equal(v.Sub(n)) })
	}) {
		c.find(differs(codeSum, gapField, m, gap, voted[0].Sub(net.Value), text.VotedLessNet()))
	}
}

// called checks what a member is called for: one of the amounts that are right.
func (c *checker) called(m *Member, right []decimal.Decimal) {
	due := m.Sums[dueField]
	if !due.known() || len(right) == 0 {
		return
	}
	c.checked++
	if !slices.ContainsFunc(right, due.Value.Equal) {
		c.find(differs(codeSum, dueField, m, due, right[0], text.VotedOrNet()))
	}
}

// dueOf is the figure of what a member is called for; a calc document has what was voted,
// or else its net.
func (c *checker) dueOf(m *Member) Figure {
	if !c.annex.complete() {
		return m.Sums[dueField]
	}
	if f := m.Sums[votedField]; f.State != Blank {
		return f
	}
	return m.Sums[netField]
}
