package report

import (
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The figures of what was voted, and of its distance from net; the JSON has no such distance.
const (
	votedField    = "voted"
	votedGapField = "difference"
)

// votes tells that the assembly voted another amount for some member: then what is due and
// its distance from the computed net are shown beside that net.
func votes(s *pricing.Statement) bool { return s.Totals.Voted != nil }

// votedGap is what the voted amount adds to the computed one, or takes from it; 0 where
// nothing was voted.
func votedGap(c *pricing.Contribution) pricing.Cents { return c.Due() - c.Net }

// A voteColumn is one of the two that follow net, of all members where some were voted
// another amount: what is due by the vote, which is net where it changed nothing, and the
// difference. So each adds up, down and across.
type voteColumn struct {
	field  string
	title  text.Phrase
	amount func(*pricing.Contribution) pricing.Cents
	words  func(pricing.Cents, text.Lang) string // writes the amount for people
}

func voteColumns() [2]voteColumn {
	return [2]voteColumn{
		{votedField, text.VotedWord(), (*pricing.Contribution).Due, Euros},
		{votedGapField, text.VotedGapWord(), votedGap, signedEuros},
	}
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
