package text

import "fmt"

// otherFile refuses a file that is another one than the flag, or the place, wants.
func otherFile(isFR, isEN string) Message {
	return say("counts/other-file", "c'est un fichier "+isFR, "this is a file of "+isEN)
}

// IsSchools says that a file is one of schools.
func IsSchools() Message {
	return otherFile("d'écoles : il a une colonne UAI", "schools: it has a column UAI").
		todo("donnez-le sans --members", "give it without --members")
}

// IsCosts says that a file is one of costs.
func IsCosts() Message {
	return otherFile("de coûts (--costs) : il a une part et un montant", "costs (--costs): it has a component and an amount").
		todo("si ce n'en est pas un, retirez la colonne de la part", "if it is none, take the column of the component away")
}

// IsSubsidies says that a file is one of subsidies.
func IsSubsidies() Message {
	return otherFile("de subventions (--subsidies) : il a un montant, et ni part, ni effectif",
		"subsidies (--subsidies): it has an amount, and neither a component nor a count").
		todo("si ce n'en est pas un, retirez la colonne du montant", "if it is none, take the column of the amount away")
}

// IsComposition says that a file tells which communes are in which EPCI.
func IsComposition() Message {
	return otherFile("de communes et d'EPCI (--communes) : il a une ligne par commune",
		"communes and EPCIs (--communes): it has a row per commune")
}

// FileTwice refuses a file that is given twice for one purpose.
func FileTwice(name string) Message {
	return say("counts/file-twice",
		fmt.Sprintf("%s est donné deux fois", Quote(name)),
		fmt.Sprintf("%s is given twice", Quote(name)))
}

// MapFieldOfNoFile refuses a --map of a field that none of the files read can have.
func MapFieldOfNoFile(field string) Message {
	return say("counts/map-field-of-no-file",
		fmt.Sprintf("--map : les fichiers donnés ne sont pas de ceux où se lit %s", field),
		fmt.Sprintf("--map: the files given are not of those that %s is read from", field))
}
