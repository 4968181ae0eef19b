package text

import "fmt"

// CallTitle is the title of the document that one member receives; year 0 is unknown.
func CallTitle(year int) Phrase {
	if year == 0 {
		return Phrase{"Appel de contribution à l'ENT", "Call for contribution to the ENT"}
	}
	return Phrase{
		fmt.Sprintf("Appel de contribution à l'ENT, exercice %d", year),
		fmt.Sprintf("Call for contribution to the ENT, year %d", year),
	}
}

// CreditorWord labels who is owed.
func CreditorWord() Phrase { return Phrase{"Créancier", "Creditor"} }

// DebtorWord labels who owes.
func DebtorWord() Phrase { return Phrase{"Redevable", "Debtor"} }

// VotedByWord labels the act that a tariff was voted by.
func VotedByWord() Phrase { return Phrase{"Référence", "Voted by"} }

// OfTariff names a tariff within a line.
func OfTariff(versioned string) Phrase { return Phrase{"grille " + versioned, "tariff " + versioned} }

// CountsWord labels what counts are of.
func CountsWord() Phrase { return Phrase{"Effectifs", "Counts"} }

// BudgetWord labels the budget line.
func BudgetWord() Phrase { return Phrase{"Imputation", "Budget line"} }

// NatureOf is the budget article by nature.
func NatureOf(nature string) Phrase { return Phrase{"nature " + nature, "nature " + nature} }

// FunctionOf is the budget article by function.
func FunctionOf(function string) Phrase {
	return Phrase{"fonction " + function, "function " + function}
}

// CountsTitle heads what one member is priced on.
func CountsTitle() Phrase { return Phrase{"Effectifs retenus", "Counts"} }

// ChargedTitle heads the items of one member.
func ChargedTitle() Phrase { return Phrase{"Bases de liquidation", "How the amount is made"} }

// SinceTitle heads what changed since another year, or since another state of the same;
// years of 0 are unknown.
func SinceTitle(from, to int) Phrase {
	if from == 0 || to == 0 || from == to {
		return Phrase{"Évolution", "Change"}
	}
	return Phrase{fmt.Sprintf("Évolution de %d à %d", from, to), fmt.Sprintf("Change from %d to %d", from, to)}
}

// SchoolsTitle heads the schools of one member.
func SchoolsTitle() Phrase { return Phrase{"Écoles prises en compte", "Schools counted"} }

// VotedWord labels what the assembly voted in place of the computed amount.
func VotedWord() Phrase { return Phrase{"Voté", "Voted"} }

// StatementClosed says the sum of a statement, in words and in figures.
func StatementClosed(words, figures Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("Arrêté le présent état à la somme de %s (%s).", words.FR, figures.FR),
		fmt.Sprintf("This statement is closed at the sum of %s (%s).", words.EN, figures.EN),
	}
}

// CallClosed says what one member owes, in words and in figures.
func CallClosed(words, figures Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("Arrêté le présent appel à la somme de %s (%s).", words.FR, figures.FR),
		fmt.Sprintf("This call is closed at the sum of %s (%s).", words.EN, figures.EN),
	}
}

// SimulationClosed says the sum of a simulation, in words and in figures.
func SimulationClosed(words, figures Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("Total simulé : %s (%s).", words.FR, figures.FR),
		fmt.Sprintf("Total of the simulation: %s (%s).", words.EN, figures.EN),
	}
}

// ClosedAsVoted says what the sum is where amounts were voted in place of computed ones, for
// so many members, or for the member of a call.
func ClosedAsVoted(computed Phrase, members int, call bool) Phrase {
	if call {
		return Phrase{
			fmt.Sprintf("Cette somme est le montant voté ; le calcul donne %s.", computed.FR),
			fmt.Sprintf("This sum is the voted amount; the computation gives %s.", computed.EN),
		}
	}
	amounts := Plural(int64(members), Phrase{"montant voté", "voted amount"}, Phrase{"montants votés", "voted amounts"})
	return Phrase{
		fmt.Sprintf("Cette somme comprend %d %s ; le calcul donne %s.", members, amounts.FR, computed.FR),
		fmt.Sprintf("This sum includes %d %s; the computation gives %s.", members, amounts.EN, computed.EN),
	}
}

// DoneAt says where and when a document is signed; what is not known is left to be filled
// in by hand.
func DoneAt(place string, day Phrase) Phrase {
	const room = "........................"
	if place == "" {
		place = room
	}
	if day.FR == "" {
		day = Phrase{room, room}
	}
	return Phrase{
		fmt.Sprintf("Fait à %s, le %s", place, day.FR),
		fmt.Sprintf("Done at %s, on %s", place, day.EN),
	}
}

// SignatureWord labels the room for a signature where nobody is named.
func SignatureWord() Phrase { return Phrase{"Signature", "Signature"} }

// SimulationMark is the mark of a simulation on each page.
func SimulationMark() Phrase { return Phrase{"SIMULATION", "SIMULATION"} }

// ProvenanceOf begins what a document was made from, in a footer.
func ProvenanceOf(words string) Phrase {
	return Phrase{"Établi avec entcalc d'après " + words, "Made with entcalc from " + words}
}

// ProvenanceOfQuestion says in a footer that the counts were typed; tariff is that applied.
func ProvenanceOfQuestion(tariff string) Phrase {
	return Phrase{
		"Établi avec entcalc, effectifs donnés en ligne de commande, " + tariff,
		"Made with entcalc, counts given on the command line, " + tariff,
	}
}

// PageOf numbers a page; the total is a mark that a renderer fills in.
func PageOf(page int, pages string) Phrase {
	return Phrase{fmt.Sprintf("Page %d/%s", page, pages), fmt.Sprintf("Page %d/%s", page, pages)}
}

// DayWord labels the date of a document.
func DayWord() Phrase { return Phrase{"Date", "Date"} }

// Situations head the amounts of a state that is compared with, and of the one that is
// shown: by their years where these are known and differ.
func Situations(from, to int) (before, now Phrase) {
	if from == 0 || to == 0 || from == to {
		return Phrase{"Avant", "Before"}, Phrase{"Maintenant", "Now"}
	}
	a, b := fmt.Sprint(from), fmt.Sprint(to)
	return Phrase{a, a}, Phrase{b, b}
}

// ComparedWith says what amounts are compared with: its tariff and its files.
func ComparedWith(from string) Phrase {
	return Phrase{"Par rapport à : " + from, "Compared with: " + from}
}

// ComputedCompared says that what changed is told of computed amounts.
func ComputedCompared() Phrase {
	return Phrase{
		"L'évolution est celle des montants calculés, et non des montants votés.",
		"The change is that of the computed amounts, not of the voted ones.",
	}
}

// CausesWord heads why an amount changed.
func CausesWord() Phrase { return Phrase{"Causes", "Causes"} }
