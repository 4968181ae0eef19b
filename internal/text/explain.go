package text

import "fmt"

// ExplainTitle heads the explanation of one contribution; member is blank for a
// question without one, year 0 where it is not known.
func ExplainTitle(member string, year int) Phrase {
	p := Phrase{"Contribution à l'ENT", "Contribution to the ENT"}
	if member != "" {
		p = Phrase{p.FR + " – " + member, p.EN + " – " + member}
	}
	if year != 0 {
		p = Phrase{fmt.Sprintf("%s – exercice\u00a0%d", p.FR, year), fmt.Sprintf("%s – year\u00a0%d", p.EN, year)}
	}
	return p
}

// MemberKeyed names a member by its name and its SIREN.
func MemberKeyed(name, siren string) Phrase {
	return Phrase{
		fmt.Sprintf("%s (SIREN\u00a0%s)", name, siren),
		fmt.Sprintf("%s (SIREN\u00a0%s)", name, siren),
	}
}

// ComputedUnder says which tariff a contribution is computed under, and its status.
func ComputedUnder(tariff, status string) Phrase {
	return Phrase{
		fmt.Sprintf("La contribution est calculée selon la grille tarifaire %s, %s.", tariff, status),
		fmt.Sprintf("The contribution is computed under tariff %s, %s.", tariff, status),
	}
}

// SourceIs says where a tariff comes from: the deliberation, as one cites it.
func SourceIs(source string) Phrase {
	return Phrase{fmt.Sprintf("Source : %s.", source), fmt.Sprintf("Source: %s.", source)}
}

// And joins words for a sentence: a, b and c.
func And(words []string) Phrase {
	last := len(words) - 1
	if last < 1 {
		all := List(words)
		return Phrase{all, all}
	}
	before := List(words[:last])
	return Phrase{before + " et " + words[last], before + " and " + words[last]}
}

// CountsFrom says what was counted, and in which files.
func CountsFrom(counts, files string) Phrase {
	return Phrase{
		fmt.Sprintf("Elle porte sur %s, d'après %s.", counts, files),
		fmt.Sprintf("It is charged on %s, as told by %s.", counts, files),
	}
}

// CountsGiven says what was counted, where the counts come from the command line.
func CountsGiven(counts string) Phrase {
	return Phrase{
		fmt.Sprintf("Elle porte sur %s, donnés en ligne de commande.", counts),
		fmt.Sprintf("It is charged on %s, given on the command line.", counts),
	}
}

// InFiles names the files in a sentence.
func InFiles(n int, names string) Phrase {
	words := Plural(int64(n), Phrase{"le fichier", "the file"}, Phrase{"les fichiers", "the files"})
	return Phrase{fmt.Sprintf("%s %s", words.FR, names), fmt.Sprintf("%s %s", words.EN, names)}
}

// EveryYear heads the components charged every year.
func EveryYear() Phrase { return Phrase{"Chaque année :", "Every year:"} }

// OnceOnly heads the components charged once.
func OnceOnly() Phrase {
	return Phrase{
		"Une seule fois, pour ce qui est équipé pour la première fois dans l'année :",
		"Once only, for what is equipped for the first time in the year:",
	}
}

// Because gives a component and the article that it is charged under; the rest of the
// sentence follows.
func Because(component, article string) Phrase {
	if article == "" {
		return Phrase{component, component}
	}
	return Phrase{
		fmt.Sprintf("%s (article\u00a0%s)", component, article),
		fmt.Sprintf("%s (article\u00a0%s)", component, article),
	}
}

// ChosenOption says that a component is charged because it was chosen.
func ChosenOption() Phrase { return Phrase{"part optionnelle, choisie", "optional, chosen"} }

// ChargedFlat says a product: quantity with its unit, rate with what it is for.
func ChargedFlat(quantity, rate, per string) Phrase {
	return Phrase{
		fmt.Sprintf("%s à %s %s", quantity, rate, per),
		fmt.Sprintf("%s at %s %s", quantity, rate, per),
	}
}

// ChargedVolume says that the whole quantity is charged at the rate of its tier.
func ChargedVolume(quantity, rate, per, tier string) Phrase {
	return Phrase{
		fmt.Sprintf("%s, le tout à %s %s, tarif de la tranche « %s »", quantity, rate, per, tier),
		fmt.Sprintf("%s, all at %s %s, the rate of the tier %q", quantity, rate, per, tier),
	}
}

// ChargedTiers says that each part of the quantity is charged at its tier's rate.
func ChargedTiers(quantity, per, tiers string) Phrase {
	return Phrase{
		fmt.Sprintf("%s, %s, chaque tranche à son tarif : %s", quantity, per, tiers),
		fmt.Sprintf("%s, %s, each tier at its rate: %s", quantity, per, tiers),
	}
}

// TierProduct says what one tier comes to.
func TierProduct(tier, quantity, rate, amount string) Phrase {
	return Phrase{
		fmt.Sprintf("%s, %s\u00a0×\u00a0%s =\u00a0%s", tier, quantity, rate, amount),
		fmt.Sprintf("%s, %s\u00a0×\u00a0%s =\u00a0%s", tier, quantity, rate, amount),
	}
}

// ChargedAtCost says that a component is charged at what was declared; costs are the
// amounts, where there are several.
func ChargedAtCost(costs string) Phrase {
	p := Phrase{"au coût réel, tel que déclaré", "at cost, as declared"}
	if costs != "" {
		p = Phrase{p.FR + " (" + costs + ")", p.EN + " (" + costs + ")"}
	}
	return p
}

// DeclaredUnits says that a quantity is what was declared for the component, of the
// year's whole.
func DeclaredUnits(whole string) Phrase {
	return Phrase{
		fmt.Sprintf("nombre déclaré pour cette part, sur %s", whole),
		fmt.Sprintf("as declared for this component, out of %s", whole),
	}
}

// RaisedToMinimum says what a minimum adds.
func RaisedToMinimum(minimum, added string) Phrase {
	return Phrase{
		fmt.Sprintf("le total étant porté au minimum de %s par un complément de %s", minimum, added),
		fmt.Sprintf("the total being raised to the minimum of %s by %s", minimum, added),
	}
}

// LoweredToMaximum says what a maximum takes away.
func LoweredToMaximum(maximum, taken string) Phrase {
	return Phrase{
		fmt.Sprintf("le total étant ramené au maximum de %s par une réduction de %s", maximum, taken),
		fmt.Sprintf("the total being lowered to the maximum of %s by %s", maximum, taken),
	}
}

// ComesTo ends the sentence on a component.
func ComesTo(sentence, amount string) Phrase {
	return Phrase{fmt.Sprintf("%s, soit %s.", sentence, amount), fmt.Sprintf("%s, that is %s.", sentence, amount)}
}

// SubtotalIs says what the components above come to.
func SubtotalIs(amount string) Phrase {
	return Phrase{fmt.Sprintf("Sous-total : %s.", amount), fmt.Sprintf("Sub-total: %s.", amount)}
}

// NothingCharged says that no component is charged.
func NothingCharged() Phrase {
	return Phrase{"Aucune part n'est appelée.", "No component is charged."}
}

// NetIs says the net of a contribution without subsidy.
func NetIs(net string) Phrase {
	return Phrase{
		fmt.Sprintf("La contribution nette s'élève à %s.", net),
		fmt.Sprintf("The net contribution is %s.", net),
	}
}

// NetOfSubsidy says the net of a contribution, the subsidies deducted.
func NetOfSubsidy(gross, subsidy, net string) Phrase {
	return Phrase{
		fmt.Sprintf("Le total brut est de %s. Les subventions versées au syndicat, %s, en sont déduites : "+
			"la contribution nette s'élève à %s.", gross, subsidy, net),
		fmt.Sprintf("The gross total is %s. Subsidies paid to the syndicat, %s, are deducted: "+
			"the net contribution is %s.", gross, subsidy, net),
	}
}

// YearlyAndOnce says what of a gross total comes back every year.
func YearlyAndOnce(yearly, once string) Phrase {
	return Phrase{
		fmt.Sprintf("Elle comprend %s appelés chaque année et %s appelés une seule fois.", yearly, once),
		fmt.Sprintf("It is made of %s charged every year and %s charged once.", yearly, once),
	}
}

// AssumedNew says the assumption of `--new all` in a letter, and the amount that rests
// on it, blank where none does; ofAll tells that it is that of all members together.
func AssumedNew(amount string, ofAll bool) Phrase {
	rests := restsOnIt(amount)
	if amount != "" && ofAll {
		rests = Phrase{rests.FR + ", pour l'ensemble des EPCI", rests.EN + ", over all EPCIs"}
	}
	return Phrase{
		"Les effectifs ne distinguant pas ce qui est équipé pour la première fois, tous les élèves " +
			"et toutes les écoles ont été comptés comme nouveaux" + rests.FR + ".",
		"As the counts do not tell what is equipped for the first time, all pupils " +
			"and all schools were taken as new" + rests.EN + ".",
	}
}

// AssumedNotNew says the assumption of `--new none` in a letter.
func AssumedNotNew() Phrase {
	return Phrase{
		"Aucun élève et aucune école n'ont été comptés comme équipés pour la première fois dans l'année.",
		"No pupil and no school was taken as equipped for the first time in the year.",
	}
}

// NotCharged says that an optional component is not charged, what it would be charged
// at, and why it is not; why may be blank.
func NotCharged(component, rate, why string) Phrase {
	if why != "" {
		why = ", " + why
	}
	return Phrase{
		fmt.Sprintf("%s : %s%s.", component, rate, why),
		fmt.Sprintf("%s: %s%s.", component, rate, why),
	}
}

// OptionsNotCharged heads the n optional components that are not charged.
func OptionsNotCharged(n int) Phrase {
	return Plural(int64(n),
		Phrase{"Part optionnelle non appelée :", "Optional component not charged:"},
		Phrase{"Parts optionnelles non appelées :", "Optional components not charged:"})
}

// RefusedByMember says why an optional component is not charged.
func RefusedByMember() Phrase { return Phrase{"refusée par l'adhérent", "refused by the member"} }

// LeftOutForAll says why an optional component is not charged.
func LeftOutForAll() Phrase { return Phrase{"écartée pour tous les EPCI", "left out for all EPCIs"} }
