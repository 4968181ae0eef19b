package text

import "fmt"

// VotedGapWord names the distance of a voted amount from the computed net.
func VotedGapWord() Phrase { return Phrase{"Écart", "Difference"} }

// VotedGapName is VotedGapWord where nothing beside it tells what it is the difference of.
func VotedGapName() Phrase { return Phrase{"Écart du voté au net", "Difference of voted from net"} }

// DueWord heads what members are called for: what was voted, or else the net.
func DueWord() Phrase { return Phrase{"Appelé", "Called"} }

// VotedIs says in a letter what the assembly voted, and how far it is from the computed net.
// gap is that distance without its sign; blank for none. more tells that it is above.
func VotedIs(voted, gap string, more bool) Phrase {
	switch {
	case gap == "":
		return Phrase{
			fmt.Sprintf("L'assemblée a voté une contribution de %s : c'est le montant calculé.", voted),
			fmt.Sprintf("The assembly voted a contribution of %s, which is the amount computed.", voted),
		}
	case more:
		return Phrase{
			fmt.Sprintf("L'assemblée a voté une contribution de %s, soit %s de plus que le montant calculé : "+
				"c'est elle qui est appelée.", voted, gap),
			fmt.Sprintf("The assembly voted a contribution of %s, %s more than the amount computed: "+
				"it is what is called for.", voted, gap),
		}
	}
	return Phrase{
		fmt.Sprintf("L'assemblée a voté une contribution de %s, soit %s de moins que le montant calculé : "+
			"c'est elle qui est appelée.", voted, gap),
		fmt.Sprintf("The assembly voted a contribution of %s, %s less than the amount computed: "+
			"it is what is called for.", voted, gap),
	}
}

// VotedNotSolved says that the counts have voted amounts, and that what is sought is a
// computed one.
func VotedNotSolved() Phrase {
	return Phrase{
		"Les montants votés sont laissés de côté : c'est le net calculé qui approche la cible.",
		"Voted amounts are left aside: it is the net as computed that comes near the target.",
	}
}

// VotedOfInputs says that a voted amount of an annex is not that of its counts.
func VotedOfInputs() Phrase {
	return Phrase{"les effectifs donnent un autre montant voté", "the counts give another voted amount"}
}

// VotedNotInAnnex says that an annex lacks a voted amount that its counts give.
func VotedNotInAnnex() Phrase {
	return Phrase{"les effectifs en donnent un, l'annexe n'en a pas", "the counts give one, and the annex has none"}
}

// VotedLessNet says that a difference is not that of the voted amount and the net beside it.
func VotedLessNet() Phrase {
	return Phrase{"ce n'est pas le voté moins le net", "it is not voted less net"}
}

// VotedOrNet says that what is called for is neither what was voted nor, where nothing was,
// the net.
func VotedOrNet() Phrase {
	return Phrase{"ce n'est pas le voté, ni le net où rien n'a été voté", "it is not what was voted, or net where nothing was"}
}

// VotedBy names the sum of what was voted for n members.
func VotedBy(n int) Phrase {
	return Plural(int64(n),
		Phrase{fmt.Sprintf("Voté (%d EPCI)", n), fmt.Sprintf("Voted (%d EPCI)", n)},
		Phrase{fmt.Sprintf("Voté (%d EPCI)", n), fmt.Sprintf("Voted (%d EPCIs)", n)})
}
