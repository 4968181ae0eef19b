package text

import "fmt"

// BlankSIREN refuses a row without a key.
func BlankSIREN() Message {
	return say("counts/blank-siren", "siren : vide", "siren: blank").
		todo("une ligne de total porte le mot TOTAL", "a total line has the word TOTAL")
}

// NotASIREN refuses a key that is not nine digits.
func NotASIREN(cell string) Message {
	return say("counts/not-a-siren",
		fmt.Sprintf("siren : « %s » n'est pas un SIREN", Quote(cell)),
		fmt.Sprintf(`siren: "%s" is not a SIREN`, Quote(cell))).
		todo("neuf chiffres : 200030633", "nine digits: 200030633")
}

// IsSIRET refuses a key of fourteen digits; siren is its beginning.
func IsSIRET(cell, siren string) Message {
	return say("counts/siret",
		fmt.Sprintf("siren : « %s » est un SIRET", Quote(cell)),
		fmt.Sprintf(`siren: "%s" is a SIRET`, Quote(cell))).
		todo("le SIREN en est le début : "+siren, "the SIREN is its beginning: "+siren)
}

// WrongKey refuses nine digits of which the last does not fit the others; meant are
// those that they may have been, two of them swapped.
func WrongKey(siren string, meant []string) Message {
	m := say("counts/wrong-key",
		fmt.Sprintf("siren : la clé de %s est fausse, un chiffre est mal recopié", siren),
		fmt.Sprintf("siren: the key of %s is wrong, a digit was miscopied", siren))
	if len(meant) == 0 {
		return m
	}
	return m.todo("deux chiffres inversés ? "+List(meant), "two digits swapped? "+List(meant))
}

// Restored says that leading zeros were given back to a key.
func Restored(cell, siren string) Message {
	return say("counts/siren-restored",
		fmt.Sprintf("siren : « %s » est lu %s, avec ses zéros de tête", Quote(cell), siren),
		fmt.Sprintf(`siren: "%s" is read as %s, with its leading zeros`, Quote(cell), siren))
}

// SIRENTwice refuses an EPCI that another row, at place first, gives already.
func SIRENTwice(siren, first string) Message {
	return say("counts/siren-twice",
		fmt.Sprintf("siren : %s est déjà en %s", siren, first),
		fmt.Sprintf("siren: %s is already at %s", siren, first))
}

// BadEPCI refuses a value of --epci.
func BadEPCI(value string) Message {
	return say("counts/bad-epci",
		fmt.Sprintf("--epci : « %s » n'est pas un SIREN", Quote(value)),
		fmt.Sprintf(`--epci: "%s" is not a SIREN`, Quote(value))).
		todo("neuf chiffres, dont le dernier est la clé", "nine digits, of which the last is the key")
}

// NoSuchEPCI refuses a SIREN of --epci that no row has; near are those that resemble it.
func NoSuchEPCI(siren string, near []string) Message {
	m := say("counts/no-such-epci",
		fmt.Sprintf("--epci : aucune ligne n'a le SIREN %s", siren),
		fmt.Sprintf("--epci: no row has the SIREN %s", siren))
	if len(near) == 0 {
		return m
	}
	return m.todo("vouliez-vous dire "+List(near)+" ?", "did you mean "+List(near)+"?")
}

// MissingColumn says that components are charged on a count whose column is not
// there; headers are the names that it may have.
func MissingColumn(field string, components, headers []string) Message {
	return say("counts/missing-column",
		fmt.Sprintf("il manque la colonne %s, nécessaire à %s", field, List(components)),
		fmt.Sprintf("column %s is not there, and is needed by %s", field, List(components))).
		todo("elle peut s'appeler "+quoteAll(headers),
			"it may be called "+quoteAll(headers))
}

// MissingNew says that components are charged on new pupils or schools, of which the
// counts give only the others.
func MissingNew(field string, components []string) Message {
	return say("counts/missing-new",
		fmt.Sprintf("il manque %s, nécessaire à %s", field, List(components)),
		fmt.Sprintf("%s is not there, and is needed by %s", field, List(components))).
		todo("new_pupils et new_schools se donnent ensemble", "new_pupils and new_schools are given together")
}

// MissingCount says that components are charged on a count that the question does not give.
func MissingCount(field string, components []string) Message {
	return say("counts/missing-count",
		fmt.Sprintf("il manque %s, nécessaire à %s", field, List(components)),
		fmt.Sprintf("%s is not given, and is needed by %s", field, List(components))).
		todo("donnez-le par son option, ou dans un fichier d'effectifs", "give it by its flag, or in a file of counts")
}

// PartAbove refuses a part that is more than its whole.
func PartAbove(field string, part int64, whole string, most int64) Message {
	return say("counts/part-above-whole",
		fmt.Sprintf("%s : %d, plus que %s (%d)", field, part, whole, most),
		fmt.Sprintf("%s: %d, more than %s (%d)", field, part, whole, most))
}

// RefusedUnits refuses units of a component to which the row says no.
func RefusedUnits(component string) Message {
	return say("counts/refused-units",
		fmt.Sprintf("%s : la ligne dit non, et en déclare (%s_quantity)", component, component),
		fmt.Sprintf("%s: the row says no, and declares some (%s_quantity)", component, component))
}

// NotToChoose refuses a choice, or units, of a component that cannot be chosen so
// under the tariff.
func NotToChoose(component string) Message {
	return say("counts/not-to-choose",
		component+" : la grille ne permet pas ce choix",
		component+": the tariff does not allow this choice")
}

// SubsidyAboveGross refuses subsidies that are more than the contribution; amounts are
// written as programs do: 1400.00.
func SubsidyAboveGross(subsidy, gross, excess string) Message {
	return say("counts/subsidy-above-gross",
		fmt.Sprintf("subsidy : %s dépasse la contribution brute, %s, de %s euros", comma(subsidy), comma(gross), comma(excess)),
		fmt.Sprintf("subsidy: %s is more than the gross contribution, %s, by %s euros", subsidy, gross, excess))
}

// OutOfRange refuses a number below 0 or too large.
func OutOfRange(field string) Message {
	return say("counts/out-of-range", field+" : nombre hors limites", field+": the number is out of range")
}
