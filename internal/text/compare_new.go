package text

import "fmt"

// FlagAgainstNew tells --against-new.
func FlagAgainstNew() Phrase {
	return Phrase{
		"`RÈGLE` la règle de --new pour les effectifs de --against : all (tout) ou none (rien)",
		"`RULE` the rule of --new for the counts of --against: all or none",
	}
}

// NewRules tells that both sides of a comparison take something else as new, by
// assumption (R2), so that deployment is no event; rules are those of --new, "" where the
// counts say what is new.
func NewRules(baseline, variant string, deployment Phrase) Message {
	from, to := newRule(baseline), newRule(variant)
	return sameNewRule(say("compare/new-rules",
		fmt.Sprintf("le point de départ compte %s comme nouveau, la variante %s : le déploiement de %s n'est pas une évolution", from.FR, to.FR, deployment.FR),
		fmt.Sprintf("the baseline counts %s as new, the variant %s: the deployment of %s is no change over time", from.EN, to.EN, deployment.EN)))
}

// GateNewRules refuses a gate where the two sides take something else as new.
func GateNewRules() Message {
	return sameNewRule(say("usage/new-rules",
		"--fail-above et --exit-code demandent que le point de départ et la variante comptent les nouveaux selon la même règle",
		"--fail-above and --exit-code need a baseline and a variant that count what is new by the same rule"))
}

func sameNewRule(m Message) Message {
	return m.todo("--new pour la variante, --against-new pour le point de départ ; un JSON est à refaire avec calc --new",
		"--new for the variant, --against-new for the baseline; a JSON is to be made anew, with calc --new")
}

// newRule says what a side counts as new.
func newRule(rule string) Phrase {
	switch rule {
	case "all":
		return Phrase{"tout", "everything"}
	case "none":
		return Phrase{"rien", "nothing"}
	default:
		return Phrase{"ce que disent ses effectifs", "what its counts say"}
	}
}

// AllNewAgainst tells what is at stake in taking everything of the baseline as new (R2).
func AllNewAgainst(euros Phrase) Message {
	return say("pricing/all-new",
		fmt.Sprintf("les effectifs du point de départ ne disent pas ce qui est nouveau : tout est compté comme nouveau, soit %s de parts ponctuelles", euros.FR),
		fmt.Sprintf("the counts of the baseline do not say what is new: everything counts as new, which makes %s charged once", euros.EN)).
		todo("--against-new none n'en compte aucun", "--against-new none counts nothing as new")
}

// TakenAsNew says a quantity that a side takes as new by assumption (R2); rule is that of
// --new, "" where the counts say what is new.
func TakenAsNew(quantity, rule string) Phrase {
	switch rule {
	case "all":
		return Phrase{quantity + " (tous, par hypothèse)", quantity + " (all, by assumption)"}
	case "none":
		return Phrase{quantity + " (aucun, par hypothèse)", quantity + " (none, by assumption)"}
	default:
		return Phrase{quantity, quantity}
	}
}

// AssumedMoves says that what is charged once moves by an assumption, not by what was
// equipped; at is the rate, blank where there is no single one.
func AssumedMoves(from, to, at string) Phrase {
	fr, en := "", ""
	if at != "" {
		fr, en = ", à "+at, ", at "+at
	}
	return Phrase{
		fmt.Sprintf("les nouveaux n'étant pas décomptés à part, %s avant et %s après%s", from, to, fr),
		fmt.Sprintf("as new ones are not counted apart, %s before and %s after%s", from, to, en),
	}
}
