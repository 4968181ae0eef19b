package text

import "fmt"

// SolveShort says in a line what solve does.
func SolveShort() Phrase {
	return Phrase{"Trouver le tarif votable qui rapporte une somme", "Find the votable rate that brings in a sum"}
}

// SolveLong says what solve does.
func SolveLong() Phrase {
	return Phrase{
		`Cherche, parmi les multiples de --step, le tarif d'une part (--vary) dont le net
total de tous les EPCI approche le plus la cible ; à égalité, le plus bas. Montre
l'écart, les deux tarifs voisins et les contributions à ce tarif : une simulation,
sauf si c'est celui de la grille. Un tarif à tranches est remplacé par un tarif
unique ; minimum et maximum restent. Sans solution, dit pourquoi et rend 1. C'est
le net calculé qui compte : les montants votés (colonne voté) sont laissés de côté.

csv, csv-fr et xlsx donnent les contributions au tarif trouvé.`,
		`Searches, among the multiples of --step, the rate of a component (--vary) whose
total net of all EPCIs comes nearest to the target; of two as near, the lower. Shows
the gap, the two neighbouring rates and the contributions at the rate: a simulation,
unless it is the tariff's own. A flat rate takes the place of tiers; minimum and
maximum stay. Without a solution it says why, and exits 1. It is the net as computed
that counts: voted amounts (column voted) are left aside.

csv, csv-fr and xlsx give the contributions at the rate found.`,
	}
}

// SolveExamples shows solve.
func SolveExamples() string {
	return `entcalc solve effectifs.csv --target 250000 --vary platform
entcalc solve effectifs.csv --target 250000 --vary support --step 0.001 -f json
entcalc solve effectifs.csv --target 250000 --vary platform -o simulation.xlsx`
}

// FlagTarget tells --target.
func FlagTarget() Phrase {
	return Phrase{"`EUROS` net total à approcher", "`EUROS` total net to come near to"}
}

// FlagVary tells --vary.
func FlagVary() Phrase {
	return Phrase{"`ID` part dont le tarif est cherché", "`ID` component whose rate is searched"}
}

// FlagStep tells --step.
func FlagStep() Phrase {
	return Phrase{"`TARIF` les tarifs votables sont ses multiples", "`RATE` votable rates are its multiples"}
}

// NeedsFlag says that a command lacks a flag.
func NeedsFlag(command, flag, example string) Message {
	return say("usage/needs-flag",
		fmt.Sprintf("%s demande --%s", command, flag),
		fmt.Sprintf("%s needs --%s", command, flag)).
		todo("par exemple --"+flag+" "+example, "for example --"+flag+" "+example)
}

// BadStep refuses a step that is no rate.
func BadStep(value string) Message {
	return say("usage/bad-step",
		fmt.Sprintf("--step : « %s » n'est pas un tarif", Quote(value)),
		fmt.Sprintf("--step: `%s` is not a rate", Quote(value))).
		todo("un tarif en euros, avec un point : 0.01", "a rate in euros, with a point: 0.01")
}

// StepZero refuses a step that leads nowhere.
func StepZero() Message {
	return say("usage/bad-step", "--step : le pas doit dépasser 0", "--step: the step must be above 0")
}

// VarySet refuses to search a rate that is given.
func VarySet(id string) Message {
	return say("usage/vary-set",
		fmt.Sprintf("--set donne le tarif de « %s », et --vary le cherche", id),
		fmt.Sprintf("--set gives the rate of %q, and --vary searches it", id))
}

// SolveTooLow says that even rate 0 brings in more than the target.
func SolveTooLow(component string, target, net Phrase) Message {
	return say("solve/too-low",
		fmt.Sprintf("pas de solution : même à 0 € pour « %s », le net total est de %s, au-dessus de la cible de %s", component, net.FR, target.FR),
		fmt.Sprintf("no solution: even at a rate of 0 for %q the total net is %s, above the target of %s", component, net.EN, target.EN)).
		todo("visez davantage, ou cherchez le tarif d'une autre part", "aim higher, or search the rate of another component")
}

// SolveTooHigh says that no plausible rate brings in the target.
func SolveTooHigh(component string, target, net, rate Phrase) Message {
	return say("solve/too-high",
		fmt.Sprintf("pas de solution : même à %s pour « %s », le net total n'est que de %s, sous la cible de %s", rate.FR, component, net.FR, target.FR),
		fmt.Sprintf("no solution: even at %s for %q the total net is only %s, under the target of %s", rate.EN, component, net.EN, target.EN)).
		todo("vérifiez la cible, et à qui la part est appelée", "check the target, and to whom the component is charged")
}

// SolveUnmoved says that the rate does not change the total.
func SolveUnmoved(component string, net Phrase, optional bool) Message {
	m := say("solve/unmoved",
		fmt.Sprintf("pas de solution : le tarif de « %s » ne change pas le net total, %s", component, net.FR),
		fmt.Sprintf("no solution: the rate of %q does not change the total net, %s", component, net.EN))
	if optional {
		return m.todo("personne n'a choisi cette part ? --with "+component+" l'appelle pour tous", "has nobody chosen the component? --with "+component+" charges it to all")
	}
	return m.todo("elle n'est appelée sur rien, ou son minimum ou son maximum la tient", "it is charged on nothing, or its minimum or maximum holds it")
}

// SolveQuestion heads what solve found.
func SolveQuestion(component, target string) Phrase {
	return Phrase{
		fmt.Sprintf("%s : quel tarif pour un net total de %s ?", component, target),
		fmt.Sprintf("%s: which rate for a total net of %s?", component, target),
	}
}

// SolveAnswer says the rate, with what it is for, and the net that it brings in.
func SolveAnswer(rate, net string) Phrase {
	return Phrase{
		fmt.Sprintf("À %s, le net total est de %s", rate, net),
		fmt.Sprintf("At %s the total net is %s", rate, net),
	}
}

// SolveGap says what is left between an answer and the target; blank is nothing.
func SolveGap(answer Phrase, gap string, over bool) Phrase {
	switch {
	case gap == "":
		return Phrase{answer.FR + " : exactement la cible.", answer.EN + ": exactly the target."}
	case over:
		return Phrase{answer.FR + " : " + gap + " de plus que la cible.", answer.EN + ": " + gap + " more than the target."}
	default:
		return Phrase{answer.FR + " : " + gap + " de moins que la cible.", answer.EN + ": " + gap + " less than the target."}
	}
}

// SolveInstead says what the rate stands in place of, and which rates are votable.
func SolveInstead(voted, step string) Phrase {
	return Phrase{
		fmt.Sprintf("Tarif de la grille : %s. Tarifs votables : les multiples de %s.", voted, step),
		fmt.Sprintf("Rate in the tariff: %s. Votable rates: the multiples of %s.", voted, step),
	}
}

// SolveUnvotable says why no rate below is votable (R5).
func SolveUnvotable() Phrase {
	return Phrase{
		"Plus bas, la subvention d'un EPCI dépasserait son brut.",
		"Lower, the subsidy of an EPCI would exceed its gross.",
	}
}

// SolveSide names the rate found and its neighbours: below, at, above.
func SolveSide(side string) Phrase {
	switch side {
	case "below":
		return Phrase{"Juste en dessous", "Just below"}
	case "above":
		return Phrase{"Juste au-dessus", "Just above"}
	default:
		return Phrase{"Le plus proche", "The nearest"}
	}
}

// TotalNet heads the column of total nets.
func TotalNet() Phrase { return Phrase{"Net total", "Total net"} }

// GapWord heads the column of gaps to the target.
func GapWord() Phrase { return Phrase{"Écart à la cible", "Gap to the target"} }

// SolveField names a figure of what solve found: target, step, rate, gap, below, above.
func SolveField(name string) Phrase {
	switch name {
	case "target":
		return Phrase{"cible", "target"}
	case "step":
		return Phrase{"pas", "step"}
	case "gap":
		return Phrase{"écart à la cible", "gap to the target"}
	case "below":
		return Phrase{"net au tarif juste en dessous", "net at the rate just below"}
	case "above":
		return Phrase{"net au tarif juste au-dessus", "net at the rate just above"}
	default:
		return Phrase{"tarif trouvé", "rate found"}
	}
}

// SolveMoved tells that the rate found is more than half of the tariff's away from it.
func SolveMoved(component string, found, voted Phrase) Message {
	return say("solve/moved",
		fmt.Sprintf("le tarif trouvé pour « %s », %s, s'écarte de plus de la moitié de celui de la grille, %s : vérifiez la cible", component, found.FR, voted.FR),
		fmt.Sprintf("the rate found for %q, %s, is more than half away from that of the tariff, %s: check the target", component, found.EN, voted.EN))
}
