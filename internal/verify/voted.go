package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
)

// What an assembly voted in place of a computed net is declared, not computed: only counts
// can tell that it is another.

const (
	votedField = "voted"
	gapField   = "difference" // of voted and net, where entcalc wrote the annex
)

// aboutVote tells whether a field is of what was voted.
func aboutVote(f fields.Field) bool { return f.Name == votedField || f.Name == gapField }

// readsVote tells whether a column is to be read as of what was voted: in an annex of
// somebody else, a difference may be that of two years.
func (t *table) readsVote(f fields.Field) bool {
	_, votes := t.at[votedField]
	_, ours := t.at[assumptionField]
	return f.Name == votedField || f.Name == gapField && votes && ours
}

// voted checks what was voted for a member against the inputs, where these tell it, and its
// distance from the net beside it.
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
	c.gap(m, e, all)
}

// gap checks how far what was voted is from net: either may be wrong, which is another
// finding.
func (c *checker) gap(m *Member, e *expectation, voted []decimal.Decimal) {
	gap, net := m.Sums[gapField], m.Sums[netField]
	if !gap.known() || !m.Sums[votedField].known() || !net.known() {
		return
	}
	c.checked++
	nets := []decimal.Decimal{net.Value}
	if expected, known := c.expectedSum(e, netField); known {
		nets = append(nets, expected)
	}
	if e.given != nil {
		nets = append(nets, euros(e.given.Net))
	}
	if !slices.ContainsFunc(voted, func(v decimal.Decimal) bool {
		return slices.ContainsFunc(nets, func(n decimal.Decimal) bool { return gap.Value.Equal(v.Sub(n)) })
	}) {
		c.find(differs(codeSum, gapField, m, gap, voted[0].Sub(net.Value), text.VotedLessNet()))
	}
}

// dueOf is the figure of what a member is asked for: in a calc document, which has it only
// where something was voted, else its net.
func (c *checker) dueOf(m *Member) Figure {
	if f := m.Sums[votedField]; f.State != Blank || !c.annex.complete() {
		return f
	}
	return m.Sums[netField]
}
