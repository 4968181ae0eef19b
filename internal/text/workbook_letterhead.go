package text

// SIRETWord labels the number of an establishment.
func SIRETWord() Phrase { return Phrase{"SIRET", "SIRET"} }

// AddressWord labels an address.
func AddressWord() Phrase { return Phrase{"Adresse", "Address"} }

// SheetWordsStale stands for a sum in words once the workbook comes to another one.
func SheetWordsStale() Phrase {
	return Phrase{
		"Le total a été modifié dans le classeur : la somme en toutes lettres n'est plus donnée.",
		"The total was changed in the workbook: its words are no longer given.",
	}
}

// LogoOf says what a picture is.
func LogoOf(name string) Phrase { return Phrase{"Logo : " + name, "Logo: " + name} }

// SheetCall names the sheet that is the call of one member.
func SheetCall() Phrase { return Phrase{"Appel", "Call"} }
