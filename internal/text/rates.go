package text

import (
	"fmt"
	"strings"
)

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

// RatesNoRateFile says that a file is a workbook, or text with cells, and no rates.
func RatesNoRateFile() Message {
	return say("rates/no-rate-file",
		"cela ne ressemble pas à un fichier de tarifs",
		"this does not look like a rate file").
		todo("donnez un fichier YAML, comme en écrit « entcalc rates init » ; les effectifs se vérifient avec « entcalc validate »",
			"give a YAML file, like those that `entcalc rates init` writes; counts are validated with `entcalc validate`")
}

// RatesEmpty says that a rate file has nothing in it.
func RatesEmpty() Message {
	return say("rates/empty", "le fichier de tarifs est vide", "the rate file is empty").
		todo("partez de ce qu'écrit « entcalc rates init »", "start from what `entcalc rates init` writes")
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

// RatesFrenchKey refuses a French word for a key; known is the key, with its value where
// that is plain.
func RatesFrenchKey(key, known string) Message {
	return say("rates/unknown-key",
		"clé inconnue « "+Quote(key)+" » : les clés s'écrivent en anglais",
		"unknown key `"+Quote(key)+"`: keys are written in English").
		todo("écrivez « "+known+" »", "write `"+known+"`")
}

// RatesCommaKey refuses the key that {rate: 0,60} makes of 60.
func RatesCommaKey(key string) Message {
	return say("rates/unknown-key",
		"clé inconnue « "+Quote(key)+" »",
		"unknown key `"+Quote(key)+"`").
		todo("si c'est la fin d'un nombre à virgule, écrivez-le avec un point (0.60)",
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
		todo("mettez-le entre guillemets : \""+Quote(cell)+"\"", "put it in quotes: \""+Quote(cell)+"\"")
}

// RatesQuoted says that a number reads as a text because of its quotes.
func RatesQuoted(key string, want Phrase, cell string) Message {
	return say("rates/wrong-type",
		fmt.Sprintf("%s : on attend %s, et non un texte entre guillemets", key, want.FR),
		fmt.Sprintf("%s: %s is expected, not a text in quotes", key, want.EN)).
		todo("retirez les guillemets : "+Quote(cell), "take the quotes out: "+Quote(cell))
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

// RatesNotARate refuses a rate that is not a plain decimal (R6); bare is the number that
// it seems to be, "" for none.
func RatesNotARate(key, cell, bare string) Message {
	return numbered(say("rates/not-a-rate",
		fmt.Sprintf("%s : « %s » n'est pas un tarif", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not a rate", key, Quote(cell))).
		todo("au plus 6 chiffres, un point, au plus 6 décimales : 0.60", "at most 6 digits, a point, at most 6 decimals: 0.60"),
		cell, bare)
}

// RatesNotEuros refuses an amount that is not plain euros; bare is the number that it seems
// to be, "" for none.
func RatesNotEuros(key, cell, bare string) Message {
	return numbered(say("rates/not-euros",
		fmt.Sprintf("%s : « %s » n'est pas un montant en euros", key, Quote(cell)),
		fmt.Sprintf("%s: `%s` is not an amount in euros", key, Quote(cell))).
		todo("au plus 12 chiffres, un point, au plus 2 décimales : 1400.00", "at most 12 digits, a point, at most 2 decimals: 1400.00"),
		cell, bare)
}

// numbered says how the number that a cell seems to be is written.
func numbered(m Message, cell, bare string) Message {
	switch {
	case strings.Contains(cell, "%"):
		return m.todo("on écrit des euros, et non des pour cent : 0.65 pour 65 centimes", "it is euros, not percents: 0.65 for 65 cents")
	case bare != "":
		return m.todo("écrivez "+bare, "write "+bare)
	}
	return m
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
		todo("écrivez année-mois-jour : 2019-06-26", "write year-month-day: 2019-06-26")
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
		todo("écrivez-le entre guillemets, sur une seule ligne", "write it in quotes, on one line")
}

// RatesItems refuses a list that is too short or too long.
func RatesItems(key string, least, most int) Message {
	return say("rates/items",
		fmt.Sprintf("%s : une liste de %d à %d éléments est attendue", key, least, most),
		fmt.Sprintf("%s: a list of %d to %d items is expected", key, least, most))
}
