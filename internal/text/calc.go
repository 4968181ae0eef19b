package text

import "fmt"

// AllNew tells what is at stake in taking everything as new (R2); of says what the counts
// were made of: question (flags, without a file), schools, epcis.
func AllNew(euros Phrase, of string) Message {
	m := say("pricing/all-new",
		fmt.Sprintf("les effectifs ne disent pas ce qui est nouveau : tout est compté comme nouveau, soit %s de parts ponctuelles", euros.FR),
		fmt.Sprintf("the counts do not say what is new: everything counts as new, which makes %s charged once", euros.EN))
	switch of {
	case "question":
		return m.todo("--new none n'en compte aucun ; ou donnez --new-pupils et --new-schools",
			"--new none counts nothing as new; or give --new-pupils and --new-schools")
	case "schools":
		return m.todo("--new none n'en compte aucun ; ou ajoutez la colonne « tranche » (l'année d'équipement de chaque école)",
			"--new none counts nothing as new; or add the column wave (the year in which each school was equipped)")
	}
	return m.todo("--new none n'en compte aucun ; ou ajoutez les colonnes « nouveaux élèves » et « nouvelles écoles »",
		"--new none counts nothing as new; or add the columns new_pupils and new_schools")
}

// Refused tells that a member's no stands against --with (R3).
func Refused(component Phrase, member string) Message {
	return say("pricing/refused",
		fmt.Sprintf("%s a répondu non à « %s » : --with ne la lui fait pas payer", Quote(member), component.FR),
		fmt.Sprintf("%s said no to %q: --with does not charge it", Quote(member), component.EN))
}

// MemberUncharged tells that a member has no item at all: it pays nothing.
func MemberUncharged(member string) Message {
	if member == "" {
		return say("pricing/nothing-charged", "aucune part n'est appelée", "nothing is charged")
	}
	return say("pricing/nothing-charged",
		fmt.Sprintf("aucune part n'est appelée pour %s", Quote(member)),
		fmt.Sprintf("nothing is charged to %s", Quote(member)))
}

// TooLarge says that the totals do not fit.
func TooLarge() Message {
	return say("pricing/too-large",
		"les montants sont trop grands pour être additionnés exactement",
		"the amounts are too large to be summed exactly")
}

// TariffValid tells that a tariff of a file is valid.
func TariffValid(file, version string, components int) Phrase {
	return Phrase{
		fmt.Sprintf("%s : grille %s valide, %d parts", file, Quote(version), components),
		fmt.Sprintf("%s: tariff %s valid, %d components", file, Quote(version), components),
	}
}

// CheckMissing says that an output is not there (--check).
func CheckMissing() Message {
	return say("check/missing", "le fichier n'existe pas", "the file does not exist").
		todo("relancez sans --check pour l'écrire", "run again without --check to write it")
}

// CheckMore counts the differences of one file that are not said (--check).
func CheckMore(more int) Message {
	return say("check/more",
		fmt.Sprintf("écarts de ce fichier qui ne sont pas détaillés ici : %d", more),
		fmt.Sprintf("differences of this file that are not shown: %d", more))
}
