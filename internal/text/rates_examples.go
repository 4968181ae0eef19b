package text

import "fmt"

// RatesUnknownGiven says that an example gives something that no counts file can.
func RatesUnknownGiven(name, nearest string) Message {
	near := didYouMean(nearest)
	return say("rates/unknown-field",
		"given : champ inconnu « "+Quote(name)+" »"+near.FR,
		"given: unknown field `"+Quote(name)+"`"+near.EN)
}

// RatesUnknownExpected says that an example expects what the tariff does not compute.
func RatesUnknownExpected(name, nearest string) Message {
	near := didYouMean(nearest)
	return say("rates/unknown-field",
		"expect : ni part ni total de ce nom, « "+Quote(name)+" »"+near.FR,
		"expect: no component and no total `"+Quote(name)+"`"+near.EN)
}

// RatesNotAChoice refuses what is neither yes nor no.
func RatesNotAChoice(name, cell string) Message {
	return say("rates/not-a-choice",
		fmt.Sprintf("%s : « %s » ne dit ni oui ni non", name, Quote(cell)),
		fmt.Sprintf("%s: `%s` says neither yes nor no", name, Quote(cell))).
		todo("écrivez true ou false", "write true or false")
}

// RatesExampleDiffers says that an example is not priced at what it expects.
func RatesExampleDiffers(name, expected, computed string) Message {
	return say("rates/example-differs",
		fmt.Sprintf("exemple, %s : %s attendu, %s calculé", name, expected, computed),
		fmt.Sprintf("example, %s: %s expected, %s computed", name, expected, computed))
}

// RatesExampleUncharged says that an example expects an amount of a component that is
// not charged.
func RatesExampleUncharged(id, expected string) Message {
	return say("rates/example-differs",
		fmt.Sprintf("exemple, %s : %s attendu, mais la part n'est pas appelée", id, expected),
		fmt.Sprintf("example, %s: %s expected, but the component is not charged", id, expected)).
		todo("une part optionnelle est appelée si « given » la choisit, un coût s'il est donné",
			"an optional component is charged where `given` chooses it, a cost where it is given")
}

// RatesExampleImpossible says that an example cannot be priced, and why.
func RatesExampleImpossible(why Phrase) Message {
	return say("rates/example-impossible", "exemple : "+why.FR, "example: "+why.EN)
}

// WhyMissing says that a component needs a count that is not given.
func WhyMissing(basis, component string) Phrase {
	return Phrase{
		fmt.Sprintf("« %s » manque, et la part « %s » en dépend", basis, component),
		fmt.Sprintf("`%s` is not given, and component `%s` needs it", basis, component),
	}
}

// WhyAbove says that a part is more than its whole.
func WhyAbove(part string, n int64, whole string, most int64) Phrase {
	return Phrase{
		fmt.Sprintf("« %s » (%d) dépasse « %s » (%d)", part, n, whole, most),
		fmt.Sprintf("`%s` (%d) is more than `%s` (%d)", part, n, whole, most),
	}
}

// WhyMandatory says that a mandatory component is chosen or refused.
func WhyMandatory(component string) Phrase {
	return Phrase{
		"la part « " + component + " » est obligatoire : elle ne se choisit pas",
		"component `" + component + "` is mandatory: it is not to be chosen",
	}
}

// WhyRefused says that a component is refused, and units of it are declared.
func WhyRefused(component string) Phrase {
	return Phrase{
		"la part « " + component + " » est refusée, et une quantité en est donnée",
		"component `" + component + "` is refused, and a quantity of it is given",
	}
}

// WhySubsidy says that the subsidy is more than the gross contribution (R5).
func WhySubsidy(excess string) Phrase {
	return Phrase{
		"la subvention dépasse le brut de " + excess + " €",
		"the subsidy exceeds the gross by " + excess + " euros",
	}
}

// WhyTooLarge says that the amounts are too large to be summed exactly.
func WhyTooLarge() Phrase {
	return Phrase{"les montants sont trop grands", "the amounts are too large"}
}
