package text

import "fmt"

// ChangeTitle heads the explanation of one change; member is blank for a question without
// one, the years 0 where they are not known.
func ChangeTitle(member string, baseline, variant int) Phrase {
	p := Phrase{"Évolution de la contribution à l'ENT", "Change of the contribution to the ENT"}
	if member != "" {
		p = Phrase{p.FR + " – " + member, p.EN + " – " + member}
	}
	switch {
	case baseline == 0 || variant == 0:
		return p
	case baseline == variant:
		return Phrase{fmt.Sprintf("%s – exercice\u00a0%d", p.FR, variant), fmt.Sprintf("%s – year\u00a0%d", p.EN, variant)}
	default:
		return Phrase{fmt.Sprintf("%s – %d → %d", p.FR, baseline, variant), fmt.Sprintf("%s – %d → %d", p.EN, baseline, variant)}
	}
}

// NetMoves says the net on both sides and the change; percent is blank for nothing.
func NetMoves(before, after, change, percent string) Phrase {
	if percent != "" {
		percent = " (" + percent + ")"
	}
	return Phrase{
		fmt.Sprintf("La contribution nette passe de %s à %s, soit %s%s.", before, after, change, percent),
		fmt.Sprintf("The net contribution goes from %s to %s, that is %s%s.", before, after, change, percent),
	}
}

// NetStays says that a net does not move.
func NetStays(net string) Phrase {
	return Phrase{
		fmt.Sprintf("La contribution nette ne change pas : %s.", net),
		fmt.Sprintf("The net contribution does not change: %s.", net),
	}
}

// HasJoined says that a member is none of the baseline's.
func HasJoined(net string) Phrase {
	return Phrase{
		fmt.Sprintf("L'EPCI n'était pas adhérent dans la situation de départ. Sa contribution nette est de %s.", net),
		fmt.Sprintf("The EPCI was no member in the baseline. Its net contribution is %s.", net),
	}
}

// HasLeft says that a member is none of the variant's.
func HasLeft(net string) Phrase {
	return Phrase{
		fmt.Sprintf("L'EPCI n'est plus adhérent. Sa contribution nette était de %s.", net),
		fmt.Sprintf("The EPCI is a member no more. Its net contribution was %s.", net),
	}
}

// WasFormerly says which members one was before.
func WasFormerly(former string) Phrase {
	return Phrase{
		fmt.Sprintf("L'EPCI est suivi sous son SIREN actuel (%s).", former),
		fmt.Sprintf("The EPCI is followed under its present SIREN (%s).", former),
	}
}

// WhatChanges heads what makes a change.
func WhatChanges() Phrase { return Phrase{"Ce qui change :", "What changes:"} }

// SumOfCauses ends the list of what makes a change.
func SumOfCauses(change string) Phrase {
	return Phrase{fmt.Sprintf("Au total : %s.", change), fmt.Sprintf("In total: %s.", change)}
}

// RateMoves says that a rate went from one to another.
func RateMoves(from, to, per, quantity string) Phrase {
	return Phrase{
		fmt.Sprintf("le tarif passe de %s à %s %s, pour %s", from, to, per, quantity),
		fmt.Sprintf("the rate goes from %s to %s %s, on %s", from, to, per, quantity),
	}
}

// RatesMove says that tiers, a minimum or a maximum changed: both scales, the quantity,
// and what it came to and comes to.
func RatesMove(from, to, quantity, before, after string) Phrase {
	return Phrase{
		fmt.Sprintf("le barème passe de « %s » à « %s » ; pour %s, de %s à %s", from, to, quantity, before, after),
		fmt.Sprintf("the scale goes from %q to %q; on %s, from %s to %s", from, to, quantity, before, after),
	}
}

// WithMinimum and WithMaximum end a scale that has a bound.
func WithMinimum(euros string) Phrase { return Phrase{"minimum " + euros, "minimum " + euros} }

// WithMaximum is the other bound.
func WithMaximum(euros string) Phrase { return Phrase{"maximum " + euros, "maximum " + euros} }

// BasisMoves says that a component is charged on another basis.
func BasisMoves(from, to string) Phrase {
	return Phrase{
		fmt.Sprintf("l'assiette change : %s avant, %s après", from, to),
		fmt.Sprintf("the basis changes: %s before, %s after", from, to),
	}
}

// NewComponent says that a component is charged because the tariff has it now.
func NewComponent(product string) Phrase {
	return Phrase{
		fmt.Sprintf("appelée selon la nouvelle grille, %s", product),
		fmt.Sprintf("charged under the new tariff, %s", product),
	}
}

// GoneComponent says that the tariff no longer charges a component.
func GoneComponent(product string) Phrase {
	return Phrase{
		fmt.Sprintf("n'est plus appelée selon la nouvelle grille, %s jusque-là", product),
		fmt.Sprintf("no longer charged under the new tariff, %s before", product),
	}
}

// OptionTaken says that an optional component is charged now.
func OptionTaken(product string) Phrase {
	return Phrase{
		fmt.Sprintf("option choisie, %s", product),
		fmt.Sprintf("chosen, %s", product),
	}
}

// OptionDropped says that a component is charged no more.
func OptionDropped(product string) Phrase {
	return Phrase{
		fmt.Sprintf("option abandonnée, %s jusque-là", product),
		fmt.Sprintf("no longer chosen, %s before", product),
	}
}

// QuantityMoves says that more or less is charged at the same rate.
func QuantityMoves(from, to, at string) Phrase {
	if at != "" {
		return Phrase{
			fmt.Sprintf("de %s à %s, à %s", from, to, at),
			fmt.Sprintf("from %s to %s, at %s", from, to, at),
		}
	}
	return Phrase{fmt.Sprintf("de %s à %s", from, to), fmt.Sprintf("from %s to %s", from, to)}
}

// ChangeIs ends the sentence on one effect.
func ChangeIs(sentence, change string) Phrase {
	return Phrase{fmt.Sprintf("%s, soit %s.", sentence, change), fmt.Sprintf("%s, that is %s.", sentence, change)}
}

// CauseIs heads the effects of one cause.
func CauseIs(cause Phrase, change string) Phrase {
	return Phrase{fmt.Sprintf("%s : %s", cause.FR, change), fmt.Sprintf("%s: %s", cause.EN, change)}
}

// SubsidiesMove says that subsidies, which are deducted, went from one sum to another.
func SubsidiesMove(from, to string) Phrase {
	return Phrase{
		fmt.Sprintf("les subventions, qui sont déduites, passent de %s à %s", from, to),
		fmt.Sprintf("subsidies, which are deducted, go from %s to %s", from, to),
	}
}

// ByTiers says that a quantity is charged by tiers, or between bounds.
func ByTiers(quantity, amount string) Phrase {
	return Phrase{
		fmt.Sprintf("%s selon le barème =\u00a0%s", quantity, amount),
		fmt.Sprintf("%s by the scale =\u00a0%s", quantity, amount),
	}
}
