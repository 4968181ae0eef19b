package text

import "fmt"

// AllNew tells what is at stake in taking everything as new (R2); the amounts are one
// and the same, as each language writes it.
func AllNew(eurosFR, eurosEN string) Message {
	return say("pricing/all-new",
		fmt.Sprintf("les effectifs ne disent pas ce qui est nouveau : tout est compté comme nouveau, soit %s de parts ponctuelles", eurosFR),
		fmt.Sprintf("the counts do not say what is new: everything counts as new, which makes %s charged once", eurosEN)).
		todo("--new none n'en compte aucun ; ou ajoutez new_pupils et new_schools",
			"--new none counts nothing as new; or add new_pupils and new_schools")
}

// Refused tells that a member's no stands against --with (R3).
func Refused(component, siren string) Message {
	return say("pricing/refused",
		fmt.Sprintf("%s a répondu non à %s : --with ne le lui facture pas", siren, component),
		fmt.Sprintf("%s said no to %s: --with does not charge it", siren, component))
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
