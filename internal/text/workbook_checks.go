package text

import "fmt"

// SheetChecks names the sheet of sums that are made twice.
func SheetChecks() Phrase { return Phrase{"Contrôles", "Checks"} }

// CheckWord heads the column that says what is compared.
func CheckWord() Phrase { return Phrase{"Contrôle", "Check"} }

// CheckLeft heads the column of what is on the left of the equals sign.
func CheckLeft() Phrase { return Phrase{"Premier terme", "Left side"} }

// CheckRight heads the column of what is on the right of it.
func CheckRight() Phrase { return Phrase{"Second terme", "Right side"} }

// CheckGap heads the column of the difference between the two sides.
func CheckGap() Phrase { return Phrase{"Écart", "Difference"} }

// CheckApart heads the column that counts the rows where the two sides differ.
func CheckApart() Phrase { return Phrase{"Lignes en écart", "Rows that differ"} }

// CheckResult heads the column of results.
func CheckResult() Phrase { return Phrase{"Résultat", "Result"} }

// CheckAgrees is the result where both sides are equal.
func CheckAgrees() Phrase { return Phrase{"OK", "OK"} }

// CheckDiffers is the result where they are not.
func CheckDiffers() Phrase { return Phrase{"ÉCART", "DIFFERS"} }

// ChecksAgree says that all checks agree.
func ChecksAgree(checks int) Phrase {
	return Phrase{
		fmt.Sprintf("Tous les contrôles concordent (%d).", checks),
		fmt.Sprintf("All checks agree (%d).", checks),
	}
}

// ChecksDiffer says what follows the number of checks that do not agree.
func ChecksDiffer() Phrase {
	return Phrase{
		" contrôle(s) en écart : le classeur n'est plus tel qu'entcalc l'a écrit.",
		" check(s) differ: the workbook is no longer as entcalc wrote it.",
	}
}

// ChecksAre says what the sheet of checks holds.
func ChecksAre() Phrase {
	return Phrase{
		"Chaque contrôle refait une somme par un autre chemin et la compare, au centime près.",
		"Each check makes a sum in another way and compares it, to the cent.",
	}
}

// CheckItems says that the components of each EPCI make its gross.
func CheckItems() Phrase {
	return Phrase{"Chaque EPCI : somme des parts = brut", "Each EPCI: sum of parts = gross"}
}

// CheckYearly says that what is yearly and what is once make the gross of each EPCI.
func CheckYearly() Phrase {
	return Phrase{"Chaque EPCI : annuel + ponctuel = brut", "Each EPCI: yearly + once = gross"}
}

// CheckNet says that the subsidy is taken from the gross of each EPCI.
func CheckNet() Phrase {
	return Phrase{"Chaque EPCI : brut − subvention = net", "Each EPCI: gross − subsidy = net"}
}

// CheckVoted says that what each EPCI is called for is its net and the difference of what
// was voted.
func CheckVoted() Phrase {
	return Phrase{"Chaque EPCI : net + écart = appelé", "Each EPCI: net + difference = called"}
}

// CheckLines says that each line with a rate is a product.
func CheckLines() Phrase {
	return Phrase{
		"Chaque ligne du détail : quantité × tarif = montant",
		"Each line of the details: quantity × rate = amount",
	}
}

// CheckDetails says that the lines of something make its total in the summary.
func CheckDetails(of string) Phrase {
	return Phrase{"Détail = synthèse : " + of, "Details = summary: " + of}
}

// CheckSchools says that the schools make a total of the summary.
func CheckSchools(of string) Phrase {
	return Phrase{"Écoles = synthèse : " + of, "Schools = summary: " + of}
}

// CheckMembers says that no EPCI was taken away or added.
func CheckMembers() Phrase {
	return Phrase{"Nombre d'EPCI = nombre à l'édition", "Number of EPCIs = number when written"}
}

// CheckWritten says that a total is what it was when the workbook was written.
func CheckWritten(of string) Phrase {
	return Phrase{of + " = le même à l'édition", of + " = the same when written"}
}
