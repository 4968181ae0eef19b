package text

import "fmt"

// SuccessorKey refuses a SIREN of --successor whose key is wrong.
func SuccessorKey(siren string) Message {
	return say("usage/bad-successor",
		fmt.Sprintf("--successor : %s n'est pas un SIREN, sa clé est fausse", siren),
		fmt.Sprintf("--successor: %s is not a SIREN, its key is wrong", siren))
}

// SuccessorUnmatched tells that a successor makes no pair of members; reversed says that it
// would the other way round.
func SuccessorUnmatched(before, after string, reversed bool) Message {
	m := say("compare/successor",
		fmt.Sprintf("--successor %s=%s ne relie personne : il faut %s dans le point de départ et %s dans la variante", before, after, before, after),
		fmt.Sprintf("--successor %s=%s pairs nobody: %s is to be in the baseline, and %s in the variant", before, after, before, after))
	if reversed {
		return m.todo(fmt.Sprintf("inversé ? --successor %s=%s", after, before), fmt.Sprintf("reversed? --successor %s=%s", after, before))
	}
	return m
}

// SameTerms tells that the same counts are compared at the same tariff, with the same
// options; other is another version that is adopted, blank for none.
func SameTerms(version, other string) Message {
	m := say("compare/same",
		fmt.Sprintf("le point de départ et la variante sont les mêmes effectifs à la même grille « %s »", Quote(version)),
		fmt.Sprintf("the baseline and the variant are the same counts at the same tariff %q", Quote(version)))
	if other == "" {
		return m.todo("--set, --with, --without ou --rates changent la variante ; --against donne un autre point de départ",
			"--set, --with, --without or --rates change the variant; --against gives another baseline")
	}
	return m.todo("--against-version "+Quote(other)+" désigne une autre grille pour le point de départ",
		"--against-version "+Quote(other)+" names another tariff for the baseline")
}

// OwnDocument refuses a document of ours, for people or spreadsheets, as a baseline.
func OwnDocument(format string) Message {
	return say("compare/own-document",
		"c'est un document d'entcalc ("+format+"), pas des effectifs",
		"this is a document of entcalc ("+format+"), not counts").
		todo("donnez le JSON du même calcul : entcalc calc … -o calcul.json",
			"give the JSON of the same run: entcalc calc … -o run.json")
}
