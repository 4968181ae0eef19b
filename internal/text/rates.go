package text

import "fmt"

// didYouMean proposes the nearest known name; blank where there is none.
func didYouMean(nearest string) Phrase {
	if nearest == "" {
		return Phrase{}
	}
	return Phrase{" : vouliez-vous dire « " + nearest + " » ?", ": did you mean `" + nearest + "`?"}
}

// orMeant lists what is known, and ends with the nearest name, if there is one.
func orMeant(m Message, kind Phrase, known, nearest string) Message {
	fr, en := kind.FR+" : "+known, kind.EN+": "+known
	if nearest != "" {
		fr += " ; vouliez-vous dire « " + nearest + " » ?"
		en += "; did you mean `" + nearest + "`?"
	}
	return m.todo(fr, en)
}

// RatesTooLarge refuses a rate file out of all measure; most is in KiB.
func RatesTooLarge(most int) Message {
	return say("rates/too-large",
		fmt.Sprintf("plus de %d Kio : ce n'est pas un fichier de tarifs", most),
		fmt.Sprintf("more than %d KiB: this is no rate file", most))
}

// RatesEmpty says that a rate file has nothing in it.
func RatesEmpty() Message {
	return say("rates/empty", "le fichier de tarifs est vide", "the rate file is empty").
		todo("partir de ce qu'écrit « entcalc rates init »", "start from what `entcalc rates init` writes")
}

// RatesNotUTF8 refuses a byte that is not UTF-8.
func RatesNotUTF8() Message {
	return say("rates/not-utf-8", "octet qui n'est pas de l'UTF-8", "a byte that is not UTF-8").
		todo("enregistrer le fichier en UTF-8", "save the file as UTF-8")
}

// RatesControl refuses a control character in the file itself.
func RatesControl(r rune) Message {
	return say("rates/control-character",
		fmt.Sprintf("caractère de contrôle U+%04X", r),
		fmt.Sprintf("control character U+%04X", r)).
		todo("l'ôter", "take it out")
}

// RatesDocuments refuses a second document.
func RatesDocuments() Message {
	return say("rates/documents",
		"un second document commence ici : un fichier de tarifs n'en a qu'un",
		"a second document starts here: a rate file has one only").
		todo("ôter la ligne « --- », ou faire deux fichiers", "take the line `---` out, or make two files")
}

// RatesTooDeep refuses what is nested deeper than any rate file.
func RatesTooDeep() Message {
	return say("rates/too-deep",
		"imbrication trop profonde pour un fichier de tarifs",
		"nested too deeply for a rate file")
}

// RatesTab refuses a tab where YAML wants spaces.
func RatesTab() Message {
	return say("rates/syntax", "tabulation dans le retrait d'une ligne", "a tab in the indentation of a line").
		todo("YAML ne veut là que des espaces", "YAML takes spaces only there")
}

// RatesUnclosed says that a quote or a bracket opens here and is never closed.
func RatesUnclosed(opening string) Message {
	return say("rates/syntax",
		"« "+opening+" » ouvert ici et non fermé",
		"`"+opening+"` opens here and is not closed")
}

// RatesColon says that a colon comes where no key can be.
func RatesColon() Message {
	return say("rates/syntax", "deux-points inattendu", "a colon where none is expected").
		todo("mettre entre guillemets un texte qui en contient, ou revoir le retrait de la ligne",
			"put a text that has one in quotes, or mend the line's indentation")
}

// RatesNoColon says that a key has no colon.
func RatesNoColon() Message {
	return say("rates/syntax", "clé sans deux-points", "a key without a colon").
		todo("écrire « clé : valeur » sans espace avant les deux-points, ou revoir le retrait de la ligne",
			"write `key: value`, or mend the line's indentation")
}

// RatesIndent says that a line does not stand where the lines above it want it.
func RatesIndent() Message {
	return say("rates/syntax",
		"cette ligne n'est ni dans la suite ni dans le retrait de celles qui la précèdent",
		"this line neither goes on from those above it nor has their indentation").
		todo("aligner les lignes d'un même niveau ; fermer ce qui est ouvert",
			"align the lines of one level; close what is open")
}

// RatesNoValue says that a value is not there, or that what is open is not closed.
func RatesNoValue() Message {
	return say("rates/syntax", "on attend une valeur ici", "a value is expected here").
		todo("l'écrire, ou fermer ce qui est ouvert", "write it, or close what is open")
}

// RatesStart says that a text begins with a character that YAML keeps for itself.
func RatesStart() Message {
	return say("rates/syntax",
		"un texte sans guillemets ne peut pas commencer par ce caractère",
		"a text without quotes cannot begin with this character").
		todo("mettre le texte entre guillemets", "put the text in quotes")
}

// RatesSyntax refuses other mistakes of YAML; reason is the reader's own word.
func RatesSyntax(reason string) Message {
	return say("rates/syntax", "YAML incorrect ("+reason+")", "this is not YAML ("+reason+")")
}

// RatesAlias refuses a YAML alias.
func RatesAlias() Message {
	return say("rates/alias",
		"renvoi YAML (*nom) : un fichier de tarifs n'en contient pas",
		"a YAML alias (*name): a rate file has none").
		todo("écrire la valeur en toutes lettres", "write the value in full")
}

// RatesAnchor refuses a YAML anchor.
func RatesAnchor() Message {
	return say("rates/anchor",
		"ancre YAML (&nom) : un fichier de tarifs n'en contient pas",
		"a YAML anchor (&name): a rate file has none").
		todo("l'ôter ; pour reprendre une grille, écrire « extends »", "take it out; to take a tariff over, write `extends`")
}

// RatesTag refuses a YAML tag.
func RatesTag(tag string) Message {
	return say("rates/tag",
		"étiquette YAML « "+Quote(tag)+" » : un fichier de tarifs n'en contient pas",
		"YAML tag `"+Quote(tag)+"`: a rate file has none").
		todo("l'ôter", "take it out")
}

// RatesMerge refuses a YAML merge key.
func RatesMerge() Message {
	return say("rates/merge-key",
		"clé de fusion YAML (<<) : un fichier de tarifs n'en contient pas",
		"a YAML merge key (<<): a rate file has none").
		todo("pour reprendre une grille, écrire « extends »", "to take a tariff over, write `extends`")
}

// RatesKeyNotText refuses a key that is a list or a map.
func RatesKeyNotText() Message {
	return say("rates/wrong-type", "une clé est un mot, ni une liste ni un groupe", "a key is a word, not a list or a map")
}

// RatesUnknownKey refuses a key that means nothing where it stands.
func RatesUnknownKey(key, nearest string) Message {
	near := didYouMean(nearest)
	return say("rates/unknown-key",
		"clé inconnue « "+Quote(key)+" »"+near.FR,
		"unknown key `"+Quote(key)+"`"+near.EN)
}

// RatesCommaKey refuses the key that {rate: 0,60} makes of 60.
func RatesCommaKey(key string) Message {
	return say("rates/unknown-key",
		"clé inconnue « "+Quote(key)+" »",
		"unknown key `"+Quote(key)+"`").
		todo("si c'est la fin d'un nombre à virgule, l'écrire avec un point (0.60)",
			"if it ends a number written with a comma, write a point (0.60)")
}

// RatesDuplicateKey refuses a key written twice; first is where it was first.
func RatesDuplicateKey(key, first string) Message {
	return say("rates/duplicate-key",
		"clé « "+Quote(key)+" » déjà écrite en "+first,
		"key `"+Quote(key)+"` is already at "+first)
}

// RatesMissingKey says that a required key is not there.
func RatesMissingKey(key string) Message {
	return say("rates/missing-key", "clé obligatoire « "+key+" » absente", "required key `"+key+"` is missing")
}

// RatesWrongType says that a value is of another kind than its key wants.
func RatesWrongType(key string, want, got Phrase) Message {
	return say("rates/wrong-type",
		fmt.Sprintf("%s : on attend %s, et non %s", key, want.FR, got.FR),
		fmt.Sprintf("%s: %s is expected, not %s", key, want.EN, got.EN))
}

// RatesUnquoted says that a text reads as a number or a yes or no for want of quotes.
func RatesUnquoted(key string, want, got Phrase, cell string) Message {
	return RatesWrongType(key, want, got).
		todo("le mettre entre guillemets : \""+Quote(cell)+"\"", "put it in quotes: \""+Quote(cell)+"\"")
}

// RatesQuoted says that a number reads as a text because of its quotes.
func RatesQuoted(key string, want Phrase, cell string) Message {
	return say("rates/wrong-type",
		fmt.Sprintf("%s : on attend %s, et non un texte entre guillemets", key, want.FR),
		fmt.Sprintf("%s: %s is expected, not a text in quotes", key, want.EN)).
		todo("ôter les guillemets : "+Quote(cell), "take the quotes out: "+Quote(cell))
}

// RatesKind says in words what a value is: map, list, text, id, date, flag, rate,
// euros, count, scalar, number, nothing.
func RatesKind(kind string) Phrase {
	switch kind {
	case "map":
		return Phrase{"un groupe de clés", "a map of keys"}
	case "list":
		return Phrase{"une liste", "a list"}
	case "id":
		return Phrase{"un identifiant", "an id"}
	case "date":
		return Phrase{"un jour", "a day"}
	case "flag":
		return Phrase{"« true » ou « false »", "`true` or `false`"}
	case "rate":
		return Phrase{"un tarif", "a rate"}
	case "euros":
		return Phrase{"un montant en euros", "an amount in euros"}
	case "count":
		return Phrase{"un nombre entier", "a whole number"}
	case "scalar":
		return Phrase{"un nombre, ou oui ou non,", "a number, or yes or no,"}
	case "number":
		return Phrase{"un nombre", "a number"}
	case "nothing":
		return Phrase{"rien", "nothing"}
	default:
		return Phrase{"un texte", "a text"}
	}
}

// RatesNotARate refuses a rate that is not a plain decimal (R6).
func RatesNotARate(key, cell string) Message {
	return say("rates/not-a-rate",
		fmt.Sprintf("%s : « %s » n'est pas un tarif", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not a rate", key, Quote(cell))).
		todo("au plus 6 chiffres, un point, au plus 6 décimales : 0.60", "at most 6 digits, a point, at most 6 decimals: 0.60")
}

// RatesNotEuros refuses an amount that is not plain euros.
func RatesNotEuros(key, cell string) Message {
	return say("rates/not-euros",
		fmt.Sprintf("%s : « %s » n'est pas un montant en euros", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not an amount in euros", key, Quote(cell))).
		todo("au plus 12 chiffres, un point, au plus 2 décimales : 1400.00", "at most 12 digits, a point, at most 2 decimals: 1400.00")
}

// RatesNotACount refuses a count that is not a whole number within bounds.
func RatesNotACount(key, cell string, least, most int) Message {
	return say("rates/not-a-count",
		fmt.Sprintf("%s : « %s » n'est pas un nombre entier de %d à %d", key, Quote(cell), least, most),
		fmt.Sprintf("%s: `%s` is not a whole number from %d to %d", key, Quote(cell), least, most))
}

// RatesNotADay refuses a date that is no day of the calendar.
func RatesNotADay(key, cell string) Message {
	return say("rates/not-a-date",
		fmt.Sprintf("%s : « %s » n'est pas un jour", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not a day", key, Quote(cell))).
		todo("écrire année-mois-jour : 2019-06-26", "write year-month-day: 2019-06-26")
}

// RatesNotAnID refuses an id that is not made of small letters, digits and hyphens.
func RatesNotAnID(key, cell string) Message {
	return say("rates/not-an-id",
		fmt.Sprintf("%s : « %s » n'est pas un identifiant", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not an id", key, Quote(cell))).
		todo("une lettre minuscule sans accent, puis des lettres, des chiffres ou des traits d'union, 64 au plus",
			"a small letter, then small letters, digits or hyphens, 64 at most")
}

// RatesNotAWord refuses a value that is none of those its key takes.
func RatesNotAWord(key, cell, nearest, known string) Message {
	near := didYouMean(nearest)
	m := say("rates/unknown-value",
		fmt.Sprintf("%s : « %s » n'est pas une valeur possible%s", key, Quote(cell), near.FR),
		fmt.Sprintf("%s: `%s` is not a possible value%s", key, Quote(cell), near.EN))
	if nearest != "" {
		return m
	}
	return m.todo("valeurs possibles : "+known, "possible values: "+known)
}

// RatesLength refuses a text that is blank or too long; most is in characters.
func RatesLength(key string, most int) Message {
	return say("rates/length",
		fmt.Sprintf("%s : un texte de 1 à %d caractères est attendu", key, most),
		fmt.Sprintf("%s: a text of 1 to %d characters is expected", key, most))
}

// RatesUnclean refuses a text with line ends, invisible characters, or blanks around it.
func RatesUnclean(key string) Message {
	return say("rates/unclean",
		key+" : le texte contient une fin de ligne ou un caractère invisible, ou commence ou finit par une espace",
		key+": the text has a line end or an invisible character, or begins or ends with a blank").
		todo("l'écrire entre guillemets, sur une seule ligne", "write it in quotes, on one line")
}

// RatesItems refuses a list that is too short or too long.
func RatesItems(key string, least, most int) Message {
	return say("rates/items",
		fmt.Sprintf("%s : une liste de %d à %d éléments est attendue", key, least, most),
		fmt.Sprintf("%s: a list of %d to %d items is expected", key, least, most))
}
