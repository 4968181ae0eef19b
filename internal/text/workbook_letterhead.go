package text

// SIRETWord labels the number of an establishment.
func SIRETWord() Phrase { return Phrase{"SIRET", "SIRET"} }

// AddressWord labels an address.
func AddressWord() Phrase { return Phrase{"Adresse", "Address"} }

// SheetVoted says what the columns of voted amounts hold.
func SheetVoted() Phrase {
	return Phrase{
		"Voté : le montant voté par l'assemblée ; en gris, le net calculé, là où elle n'en a pas voté d'autre.",
		"Voted: the amount that the assembly voted; in grey, the computed net, where it voted no other.",
	}
}

// SheetWordsStale stands for a sum in words once the workbook comes to another one.
func SheetWordsStale() Phrase {
	return Phrase{
		"Le total a été modifié dans le classeur : la somme en toutes lettres n'est plus donnée.",
		"The total was changed in the workbook: its words are no longer given.",
	}
}
