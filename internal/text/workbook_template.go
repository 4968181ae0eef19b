package text

import "fmt"

// SheetCounts names the sheet of an empty counts workbook.
func SheetCounts() Phrase { return Phrase{"Effectifs", "Counts"} }

// EmptyCounts is the title of an empty counts workbook.
func EmptyCounts() Phrase {
	return Phrase{"Effectifs à remplir pour les contributions à l'ENT", "Counts to fill in for the contributions to the ENT"}
}

// SIRENNote says what the column of SIRENs wants.
func SIRENNote() Phrase {
	return Phrase{
		"Le numéro SIREN de l'EPCI : 9 chiffres. Obligatoire ; une ligne par EPCI.",
		"The SIREN of the EPCI: 9 digits. Required; one row per EPCI.",
	}
}

// BadSIRENCell warns of what is typed for a SIREN.
func BadSIRENCell() Phrase {
	return Phrase{
		"Un SIREN a 9 chiffres, sans espace, et sa clé doit être juste : un chiffre est sans doute faux.",
		"A SIREN has 9 digits, without spaces, and its key must be right: a digit is probably wrong.",
	}
}

// NameNote says what the column of names wants.
func NameNote() Phrase {
	return Phrase{"Le nom de l'EPCI, tel qu'il figurera sur les états. Facultatif.", "The name of the EPCI, as documents will show it. Optional."}
}

// CountNote says what a column of counts wants.
func CountNote(basis string) Phrase {
	return Phrase{
		basis + " : un nombre entier sur chaque ligne, 0 s'il n'y en a pas.",
		basis + ": a whole number in each row, 0 if there are none.",
	}
}

// NewNote adds what a column of what is new is.
func NewNote() Phrase {
	return Phrase{
		"Ne comptez que les élèves ou les écoles équipés pour la première fois dans l'année. Si rien n'en est connu, supprimez les deux colonnes de nouveaux.",
		"Count only the pupils or schools that are equipped for the first time in the year. If nothing is known of them, delete both columns of new ones.",
	}
}

// BadCountCell refuses what is typed for a count.
func BadCountCell() Phrase {
	return Phrase{
		"Un nombre entier est attendu, de 0 à 999 999 999 ; 0 s'il n'y en a pas.",
		"A whole number is wanted, from 0 to 999,999,999; 0 if there are none.",
	}
}

// BadNewCell refuses what is typed for a count of what is new; whole heads the column that
// it is part of.
func BadNewCell(whole string) Phrase {
	return Phrase{
		fmt.Sprintf("Un nombre entier est attendu, pas plus grand que celui de la colonne « %s ».", whole),
		fmt.Sprintf("A whole number is wanted, no larger than that of the column %q.", whole),
	}
}

// ChoiceNote says what a column of choices wants.
func ChoiceNote() Phrase {
	return Phrase{"Part optionnelle : oui ou non. Vide, la cellule ne dit rien.", "Optional part: yes or no. Blank, the cell says nothing."}
}

// BadChoiceCell refuses what is typed for a choice.
func BadChoiceCell() Phrase { return Phrase{"Choisissez oui ou non.", "Choose yes or no."} }

// CostNote says what a column of costs wants.
func CostNote() Phrase {
	return Phrase{
		"Le coût réel, en euros. Laissez vide s'il n'y en a pas.",
		"The actual cost, in euros. Leave it blank if there is none.",
	}
}

// SubsidyNote says what the column of subsidies wants.
func SubsidyNote() Phrase {
	return Phrase{
		"Ce que les communes ou d'autres versent pour l'EPCI, en euros : déduit de sa contribution. Laissez vide s'il n'y en a pas.",
		"What communes or others pay for the EPCI, in euros: taken from its contribution. Leave it blank if there is none.",
	}
}

// BadEurosCell refuses what is typed for euros.
func BadEurosCell() Phrase {
	return Phrase{
		"Un montant en euros est attendu, positif ou nul, avec deux décimales au plus.",
		"An amount in euros is wanted, not negative, with two decimals at most.",
	}
}

// PricedAt names a component and what it is charged at; article is blank where there is none.
func PricedAt(component, rate, article string) Phrase {
	if article == "" {
		return Phrase{component + " : " + rate, component + ": " + rate}
	}
	return Phrase{component + " : " + rate + " (article " + article + ")", component + ": " + rate + " (article " + article + ")"}
}

// CellRefused is the title of what a workbook says of a cell that it refuses.
func CellRefused() Phrase { return Phrase{"Valeur refusée", "Value refused"} }

// CellDoubtful is the title of what a workbook says of a cell that it warns of.
func CellDoubtful() Phrase { return Phrase{"Valeur douteuse", "Doubtful value"} }
