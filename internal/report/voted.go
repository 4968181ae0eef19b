package report

import (
	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The figures of what was voted, of its distance from net, and of what is called for; the
// JSON has the first of members, and the last of the totals.
const (
	votedField    = "voted"
	votedGapField = "difference"
	dueField      = "due"
)

// votes tells that the assembly voted another amount for some member: then what was voted,
// its distance from the computed net, and what is due are shown beside that net.
func votes(s *pricing.Statement) bool { return s.Totals.Voted != nil }

// computedOnly tells that amounts were voted on either side: they are not what is compared.
func (c Comparison) computedOnly() bool {
	return votes(c.Baseline.Statement) || votes(c.Variant.Statement)
}

// votedGap is what the voted amount adds to the computed one, or takes from it; 0 where
// nothing was voted.
func votedGap(c *pricing.Contribution) pricing.Cents { return c.Due() - c.Net }

// A voteColumn is one of the three that follow net, of all members where some were voted
// another amount: what was voted and the difference, both blank where nothing was, and what
// is called for. So net and difference make what is called for, and each column adds up down.
type voteColumn struct {
	field string
	title text.Phrase
	// amount is that of one member; there tells whether there is one.
	amount func(*pricing.Contribution) (amount pricing.Cents, there bool)
	write  func(pricing.Cents, text.Lang) string // for people
}

func voteColumns() [3]voteColumn {
	of := func(amount func(*pricing.Contribution) pricing.Cents) func(*pricing.Contribution) (pricing.Cents, bool) {
		return func(c *pricing.Contribution) (pricing.Cents, bool) {
			if c.Voted == nil {
				return 0, false
			}
			return amount(c), true
		}
	}
	due := func(c *pricing.Contribution) (pricing.Cents, bool) { return c.Due(), true }
	return [3]voteColumn{
		{votedField, text.VotedWord(), of((*pricing.Contribution).Due), Euros},
		{votedGapField, text.VotedGapWord(), of(votedGap), signedEuros},
		{dueField, text.DueWord(), due, Euros},
	}
}

// total is the sum of the column.
func (v voteColumn) total(s *pricing.Statement) (sum pricing.Cents) {
	for i := range s.Contributions {
		amount, _ := v.amount(&s.Contributions[i])
		sum += amount
	}
	return sum
}

// cell writes the amount of a member of s, or of its totals; blank where there is none.
func (v voteColumn) cell(s *pricing.Statement, c *pricing.Contribution, l text.Lang) string {
	if c == &s.Totals {
		return v.write(v.total(s), l)
	}
	amount, there := v.amount(c)
	if !there {
		return ""
	}
	return v.write(amount, l)
}

// voteRows are the columns that a table of items has as rows: all under the totals; of a
// member, where another amount was voted, all but what is called for, which it is.
func voteRows(s *pricing.Statement, c *pricing.Contribution) []voteColumn {
	all := voteColumns()
	switch {
	case c.Voted == nil:
		return nil
	case c == &s.Totals:
		return all[:]
	}
	return all[:2]
}

// votedSum sums the amounts that were voted, and tells for how many members.
func votedSum(s *pricing.Statement) (sum pricing.Cents, members int) {
	for i := range s.Contributions {
		if voted := s.Contributions[i].Voted; voted != nil {
			sum, members = sum+*voted, members+1
		}
	}
	return sum, members
}

// withVotes adds to the figures of a calc document what documents for people show of votes,
// and it leaves to be computed: what a member is called for and the difference, and the
// totals of what was voted and of the differences. Nothing where nothing was voted.
func withVotes(all []Figure) []Figure {
	of := make(map[Figure]decimal.Decimal) // by member and field
	for _, f := range all {
		if amount, err := decimal.NewFromString(f.Value); err == nil && isNumber(f.Value) {
			of[Figure{SIREN: f.SIREN, Field: f.Field}] = amount
		}
	}
	if _, votes := of[Figure{Field: dueField}]; !votes {
		return all
	}
	add := func(siren, field string, amount decimal.Decimal) {
		all = append(all, Figure{siren, field, amount.StringFixed(2)})
	}
	var sum, apart decimal.Decimal
	for _, f := range all {
		net, known := of[Figure{SIREN: f.SIREN, Field: "net"}]
		if f.SIREN == "" || f.Field != "net" || !known {
			continue
		}
		voted, votes := of[Figure{SIREN: f.SIREN, Field: votedField}]
		if !votes {
			add(f.SIREN, dueField, net)
			continue
		}
		add(f.SIREN, votedGapField, voted.Sub(net))
		add(f.SIREN, dueField, voted)
		sum, apart = sum.Add(voted), apart.Add(voted.Sub(net))
	}
	add("", votedField, sum)
	add("", votedGapField, apart)
	return all
}
