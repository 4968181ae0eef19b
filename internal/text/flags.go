package text

// FlagLang tells --lang.
func FlagLang() Phrase {
	return Phrase{"`LANGUE` langue des textes : fr ou en", "`LANGUAGE` language of the texts: fr or en"}
}

// FlagConfig tells --config.
func FlagConfig() Phrase {
	return Phrase{
		"`FICHIER` réglages à lire au lieu d'entcalc.yaml",
		"`FILE` settings to read instead of entcalc.yaml",
	}
}

// FlagDiagnostics tells --diagnostics.
func FlagDiagnostics() Phrase {
	return Phrase{
		"`FORME` forme des erreurs et des avis : text, json ou github",
		"`FORM` form of errors and notices: text, json or github",
	}
}

// FlagStrict tells --strict.
func FlagStrict() Phrase {
	return Phrase{"traiter les avis comme des erreurs", "treat notices as errors"}
}

// FlagColor tells --color.
func FlagColor() Phrase {
	return Phrase{"`QUAND` colorer la sortie : auto, always ou never", "`WHEN` use colours: auto, always or never"}
}

// FlagHelp tells --help.
func FlagHelp() Phrase { return Phrase{"afficher cette aide", "show this help"} }

// FlagRates tells --rates.
func FlagRates() Phrase {
	return Phrase{
		"`FICHIER` fichier de tarifs à ajouter (répétable)",
		"`FILE` rate file to add (repeatable)",
	}
}

// FlagRatesVersion tells --rates-version.
func FlagRatesVersion() Phrase {
	return Phrase{"`VERSION` grille à appliquer", "`VERSION` tariff to apply"}
}

// FlagOn tells --on.
func FlagOn() Phrase {
	return Phrase{
		"`DATE` appliquer la grille en vigueur ce jour-là (AAAA-MM-JJ)",
		"`DATE` apply the tariff in force on that day (YYYY-MM-DD)",
	}
}

// FlagSheet tells --sheet.
func FlagSheet() Phrase {
	return Phrase{
		"`FEUILLE` feuille du classeur à lire, si plusieurs ont des données",
		"`SHEET` sheet of the workbook to read, where several have data",
	}
}

// FlagMap tells --map.
func FlagMap() Phrase {
	return Phrase{
		"`CHAMP=COLONNE` désigner une colonne par son en-tête (répétable)",
		"`FIELD=HEADER` name a column by its header (repeatable)",
	}
}

// FlagEPCI tells --epci.
func FlagEPCI() Phrase {
	return Phrase{"`SIREN,…` ne garder que ces adhérents", "`SIREN,…` keep these members only"}
}

// FlagMembers tells --members.
func FlagMembers() Phrase {
	return Phrase{
		"`FICHIER` les adhérents : siren, nom, ce que chacun choisit ; l'ordre est le sien",
		"`FILE` the members: siren, name, what each chooses; the order is its",
	}
}

// FlagCosts tells --costs.
func FlagCosts() Phrase {
	return Phrase{
		"`FICHIER` coûts, un par ligne : siren, part, libellé, montant, date, référence (répétable)",
		"`FILE` costs, a row each: siren, component, label, amount, date, reference (repeatable)",
	}
}

// FlagSubsidies tells --subsidies.
func FlagSubsidies() Phrase {
	return Phrase{
		"`FICHIER` subventions, une par ligne : siren ou code commune, libellé, montant, date, référence (répétable)",
		"`FILE` subsidies, a row each: siren or commune_code, label, amount, date, reference (repeatable)",
	}
}

// FlagRentree tells --rentree.
func FlagRentree() Phrase {
	return Phrase{"`ANNÉE` rentrée à garder, 2024 ou 2024-2025 (sinon, la dernière)", "`YEAR` rentrée to keep, 2024 or 2024-2025 (else the latest)"}
}

// FlagSector tells --sector.
func FlagSector() Phrase {
	return Phrase{"`SECTEUR` écoles à garder : public, private ou all", "`SECTOR` schools to keep: public, private or all"}
}

// FlagDirectory tells --annuaire.
func FlagDirectory() Phrase {
	return Phrase{
		"`FICHIER` annuaire qui donne la commune d'une école par son UAI (répétable)",
		"`FILE` directory that tells a school's commune by its UAI (repeatable)",
	}
}

// FlagCommunes tells --communes.
func FlagCommunes() Phrase {
	return Phrase{
		"`FICHIER` composition des EPCI, au lieu de celle qui est incluse",
		"`FILE` composition of EPCIs, instead of the one built in",
	}
}

// FlagListSchools tells --list-schools.
func FlagListSchools(extensions string) Phrase {
	return Phrase{
		"`FICHIER` écrire aussi la liste des écoles retenues : " + extensions,
		"`FILE` write the list of the schools kept, too: " + extensions,
	}
}

// FlagYear tells --year.
func FlagYear() Phrase {
	return Phrase{
		"`ANNÉE` exercice ; avec une colonne d'année, ne garder que ses lignes",
		"`YEAR` the exercise; with a column of years, keep its rows only",
	}
}

// FlagQuestion tells --pupils, --schools, --new-pupils and --new-schools.
func FlagQuestion(name string) Phrase {
	switch name {
	case "pupils":
		return Phrase{"`NOMBRE` élèves, pour une question sans fichier", "`NUMBER` pupils, for a question without a file"}
	case "schools":
		return Phrase{"`NOMBRE` écoles, de même", "`NUMBER` schools, likewise"}
	case "new-pupils":
		return Phrase{"`NOMBRE` nouveaux élèves, parmi eux", "`NUMBER` new pupils, among them"}
	default:
		return Phrase{"`NOMBRE` nouvelles écoles, parmi elles", "`NUMBER` new schools, among them"}
	}
}

// FlagWith tells --with.
func FlagWith() Phrase {
	return Phrase{
		"`ID,…` appeler pour tous ces parts optionnelles (le « non » d'un EPCI l'emporte)",
		"`ID,…` charge these optional components to all (an EPCI's \"no\" wins)",
	}
}

// FlagWithout tells --without.
func FlagWithout() Phrase {
	return Phrase{
		"`ID,…` n'appeler ces parts pour personne (une obligatoire : simulation)",
		"`ID,…` charge these components to nobody (a mandatory one: simulation)",
	}
}

// FlagSet tells --set.
func FlagSet() Phrase {
	return Phrase{
		"`ID=TARIF` remplacer un tarif, par exemple platform=0.65 (répétable ; simulation)",
		"`ID=RATE` replace a rate, as platform=0.65 (repeatable; simulation)",
	}
}

// FlagNew tells --new.
func FlagNew() Phrase {
	return Phrase{
		"`RÈGLE` quand les effectifs ne disent pas ce qui est nouveau : all (tout) ou none (rien)",
		"`RULE` where counts do not say what is new: all or none",
	}
}

// FlagOutput tells -o of commands that have several formats.
func FlagOutput(extensions string) Phrase {
	return Phrase{
		"`FICHIER` fichier à écrire (répétable) ; l'extension donne le format : " + extensions,
		"`FILE` file to write (repeatable); its extension tells the format: " + extensions,
	}
}

// FlagOutputFile tells -o of commands that write one kind of file.
func FlagOutputFile() Phrase {
	return Phrase{"`FICHIER` fichier à écrire, au lieu de la sortie standard", "`FILE` file to write, instead of standard output"}
}

// FlagFormat tells -f.
func FlagFormat(formats string) Phrase {
	return Phrase{"`FORMAT` " + formats, "`FORMAT` " + formats}
}

// FlagCheck tells --check.
func FlagCheck() Phrase {
	return Phrase{
		"ne rien écrire : dire si les fichiers sont ce que donnent les entrées (1 sinon)",
		"write nothing: tell whether the files are what the inputs give (1 if not)",
	}
}

// FlagVersion tells --version.
func FlagVersion() Phrase {
	return Phrase{"dire la version d'entcalc", "tell the version of entcalc"}
}
