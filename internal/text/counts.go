package text

import "fmt"

// BlankSIREN refuses a row without a key.
func BlankSIREN(field Phrase) Message {
	return say("counts/blank-siren", field.FR+" : vide", field.EN+": blank").
		todo("une ligne de total porte le mot TOTAL", "a total line has the word TOTAL")
}

// NotASIREN refuses a key that is not nine digits; meant is the SIREN that its digits are,
// "" for none.
func NotASIREN(field, cell Phrase, meant string) Message {
	m := say("counts/not-a-siren",
		fmt.Sprintf("%s : « %s » n'est pas un SIREN", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not a SIREN`, field.EN, Quote(cell.EN)))
	if meant != "" {
		return m.todo("écrivez "+meant, "write "+meant)
	}
	return m.todo("neuf chiffres, sans rien d'autre", "nine digits, and nothing else")
}

// IsSIRET refuses a key of fourteen digits; siren is its beginning.
func IsSIRET(field Phrase, cell, siren string) Message {
	return say("counts/siret",
		fmt.Sprintf("%s : « %s » est un SIRET", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is a SIRET`, field.EN, Quote(cell))).
		todo("le SIREN en est le début : "+siren, "the SIREN is its beginning: "+siren)
}

// WrongKey refuses nine digits of which the last does not fit the others; meant are
// those that they may have been, the most probable first.
func WrongKey(field Phrase, siren string, meant []string) Message {
	return perhaps(say("counts/wrong-key",
		fmt.Sprintf("%s : la clé de %s est fausse, un chiffre est mal recopié", field.FR, siren),
		fmt.Sprintf("%s: the key of %s is wrong, a digit was miscopied", field.EN, siren)), meant)
}

// Restored says that leading zeros were given back to a key.
func Restored(field Phrase, cell, siren string) Message {
	return say("counts/siren-restored",
		fmt.Sprintf("%s : « %s » est lu %s, avec ses zéros de tête", field.FR, Quote(cell), siren),
		fmt.Sprintf(`%s: "%s" is read as %s, with its leading zeros`, field.EN, Quote(cell), siren))
}

// SIRENTwice refuses an EPCI that another row, at place first, gives already.
func SIRENTwice(field Phrase, siren, first string) Message {
	return say("counts/siren-twice",
		fmt.Sprintf("%s : %s est déjà en %s", field.FR, siren, Safe(first)),
		fmt.Sprintf("%s: %s is already at %s", field.EN, siren, Safe(first)))
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
func MissingColumn(column Phrase, components []Phrase, headers []string) Message {
	needs := namedParts(components)
	return say("counts/missing-column",
		fmt.Sprintf("il manque la colonne %s, nécessaire à %s", column.FR, needs.FR),
		fmt.Sprintf("column %s is not there, and is needed by %s", column.EN, needs.EN)).
		todo("elle peut s'appeler "+quoteAll(headers),
			"it may be called "+quoteAll(headers))
}

// MissingNew says that components are charged on new pupils or schools, of which the
// counts give only the others.
func MissingNew(column Phrase, components []Phrase) Message {
	needs := namedParts(components)
	return say("counts/missing-new",
		fmt.Sprintf("il manque la colonne %s, nécessaire à %s", column.FR, needs.FR),
		fmt.Sprintf("column %s is not there, and is needed by %s", column.EN, needs.EN)).
		todo("nouveaux élèves et nouvelles écoles se donnent ensemble", "new_pupils and new_schools are given together")
}

// MissingCount says that components are charged on a count that the question does not
// give; flag is the one that gives it, blank for a basis that has none.
func MissingCount(basis, flag string, components []Phrase) Message {
	needs, verb := namedParts(components), "dépend"
	if len(components) > 1 {
		verb = "dépendent"
	}
	count := numberOf(basis)
	m := say("counts/missing-count",
		fmt.Sprintf("il manque %s (%s), dont %s %s", count.FR, basis, verb, needs.FR),
		fmt.Sprintf("%s (%s) is not given, and is needed by %s", count.EN, basis, needs.EN))
	if flag == "" {
		return m.todo("donnez un fichier d'effectifs", "give a file of counts")
	}
	return m.todo("ajoutez --"+flag+" NOMBRE", "add --"+flag+" NUMBER")
}

// numberOf names a count in a sentence.
func numberOf(basis string) Phrase {
	switch basis {
	case "pupils":
		return Phrase{"le nombre d'élèves", "the number of pupils"}
	case "schools":
		return Phrase{"le nombre d'écoles", "the number of schools"}
	case "new_pupils":
		return Phrase{"le nombre de nouveaux élèves", "the number of new pupils"}
	case "new_schools":
		return Phrase{"le nombre de nouvelles écoles", "the number of new schools"}
	default: // declared by a rate file
		return Phrase{"une assiette", "a basis"}
	}
}

// namedParts lists components: in French by their labels, in English by their ids.
func namedParts(components []Phrase) Phrase {
	var fr, en []string
	for _, c := range components {
		fr = append(fr, "« "+Quote(c.FR)+" »")
		en = append(en, c.EN)
	}
	return Phrase{List(fr), List(en)}
}

// ColumnToAdd names a column that is not there: in French by the header that it is best
// given, and its field's name.
func ColumnToAdd(nameFR, nameEN string) Phrase {
	fr := "« " + Quote(nameFR) + " »"
	if nameFR != nameEN {
		fr += " (" + nameEN + ")"
	}
	return Phrase{fr, nameEN}
}

// PartAbove refuses a part that is more than its whole.
func PartAbove(field Phrase, part int64, whole Phrase, most int64) Message {
	return say("counts/part-above-whole",
		fmt.Sprintf("%s : %d, plus que les %d de « %s »", field.FR, part, most, whole.FR),
		fmt.Sprintf("%s: %d, more than %s (%d)", field.EN, part, whole.EN, most))
}

// RefusedUnits refuses units of a component to which the row says no.
func RefusedUnits(choice, units Phrase) Message {
	return say("counts/refused-units",
		fmt.Sprintf("%s : la ligne dit non, et en déclare (%s)", choice.FR, units.FR),
		fmt.Sprintf("%s: the row says no, and declares some (%s)", choice.EN, units.EN))
}

// NotToChoose refuses a choice, or units, of a component that cannot be chosen so
// under the tariff.
func NotToChoose(field Phrase) Message {
	return say("counts/not-to-choose",
		field.FR+" : la grille ne permet pas ce choix",
		field.EN+": the tariff does not allow this choice")
}

// SubsidyAboveGross refuses subsidies that are more than the contribution; amounts are
// written as programs do: 1400.00.
func SubsidyAboveGross(subsidy, gross, excess string) Message {
	return say("counts/subsidy-above-gross",
		fmt.Sprintf("la subvention de %s € dépasse de %s € la contribution brute, qui est de %s €",
			grouped(subsidy), grouped(excess), grouped(gross)),
		fmt.Sprintf("the subsidy of %s euros is %s more than the gross contribution, which is %s", subsidy, excess, gross))
}

// OutOfRange refuses a number below 0 or too large.
func OutOfRange(field Phrase) Message {
	return say("counts/out-of-range", field.FR+" : nombre hors limites", field.EN+": the number is out of range")
}
