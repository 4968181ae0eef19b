package text

import (
	"fmt"
	"strconv"
)

// NotARentree refuses what tells no rentrée.
func NotARentree(field, cell Phrase) Message {
	return say("schools/not-a-rentree",
		fmt.Sprintf("%s : « %s » n'est pas une rentrée", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not a rentrée`, field.EN, Quote(cell.EN))).
		todo("2024, 2024-2025 ou 2024-01-01", "2024, 2024-2025 or 2024-01-01")
}

// BlankRentree refuses a row that does not say its rentrée.
func BlankRentree(field Phrase) Message {
	return say("schools/blank-rentree", field.FR+" : vide", field.EN+": blank").
		todo("chaque ligne dit sa rentrée", "every row says its rentrée")
}

// NotASector refuses what is neither public nor private.
func NotASector(field Phrase, cell string) Message {
	m := say("schools/not-a-sector",
		fmt.Sprintf("%s : « %s » n'est ni public ni privé", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is neither public nor private`, field.EN, Quote(cell)))
	if cell == "" {
		m = say("schools/not-a-sector", field.FR+" : vide", field.EN+": blank")
	}
	return m.todo("PUBLIC ou PRIVE ; --sector all s'en passe", "PUBLIC or PRIVE; --sector all does without")
}

// NotEquippedOrNot refuses what does not tell whether a school is equipped: a blank too.
func NotEquippedOrNot(field Phrase, cell string) Message {
	m := say("schools/equipped-or-not",
		fmt.Sprintf("%s : « %s » n'est ni oui ni non", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is neither yes nor no`, field.EN, Quote(cell)))
	if cell == "" {
		m = say("schools/equipped-or-not", field.FR+" : vide", field.EN+": blank")
	}
	return m.todo("oui ou non, pour chaque école", "yes or no, for each school")
}

// NoWave refuses an equipped school that does not say since when.
func NoWave(equipped, wave Phrase) Message {
	return say("schools/no-wave",
		fmt.Sprintf("%s : vide, alors que « %s » dit oui", wave.FR, equipped.FR),
		fmt.Sprintf("%s: blank, and %s says yes", wave.EN, equipped.EN)).
		todo("écrivez l'année d'équipement", "write the year in which the school was equipped")
}

// WaveOfUnequipped refuses a school that is not equipped and has been since a year.
func WaveOfUnequipped(equipped, wave Phrase, year int) Message {
	return say("schools/wave-of-unequipped",
		fmt.Sprintf("%s : %d, alors que « %s » dit non", wave.FR, year, equipped.FR),
		fmt.Sprintf("%s: %d, and %s says no", wave.EN, year, equipped.EN))
}

// BlankUAI refuses a school without its number.
func BlankUAI(field Phrase) Message {
	return say("schools/blank-uai", field.FR+" : vide", field.EN+": blank").
		todo("une ligne de total porte le mot TOTAL", "a total line has the word TOTAL")
}

// UAITwice refuses a school that another row, at place first, gives already.
func UAITwice(field Phrase, uai, first string) Message {
	return say("schools/uai-twice",
		fmt.Sprintf("%s : %s est déjà en %s", field.FR, uai, Safe(first)),
		fmt.Sprintf("%s: %s is already at %s", field.EN, uai, Safe(first)))
}

// UAIsRestored says that schools' numbers got their leading zero back.
func UAIsRestored(field Phrase, uais []string, of int) Message {
	return say("schools/uais-restored",
		fmt.Sprintf("%s : le zéro de tête, perdu, est rétabli : %s", field.FR, some(uais, of).FR),
		fmt.Sprintf("%s: the lost leading zero is given back: %s", field.EN, some(uais, of).EN))
}

// CodesRestored says that communes' codes got their leading zero back.
func CodesRestored(field Phrase, codes []string, of int) Message {
	return say("schools/codes-restored",
		fmt.Sprintf("%s : le zéro de tête, perdu, est rétabli : %s", field.FR, some(codes, of).FR),
		fmt.Sprintf("%s: the lost leading zero is given back: %s", field.EN, some(codes, of).EN))
}

// NoPupils names the schools of a directory that does not know their pupils.
func NoPupils(field Phrase, schools []string, of int) Message {
	return say("schools/no-pupils-told",
		fmt.Sprintf("%s : vide, écoles écartées : %s", field.FR, some(schools, of).FR),
		fmt.Sprintf("%s: blank, schools left out: %s", field.EN, some(schools, of).EN))
}

// ValueRows names a value in a list, with how many rows have it.
func ValueRows(value string, rows int) string { return fmt.Sprintf("%s (%d)", Quote(value), rows) }

// UnknownTypes says that rows are left out whose type is blank, or is none that is known;
// values are the first of so many.
func UnknownTypes(field Phrase, blank int, values []string, of int) Message {
	var said []Phrase
	if blank > 0 {
		said = append(said, Phrase{fmt.Sprintf("vide (%d)", blank), fmt.Sprintf("blank (%d)", blank)})
	}
	if of > 0 {
		said = append(said, some(values, of))
	}
	list := joined(said, ", ", ", ")
	return say("schools/unknown-types",
		fmt.Sprintf("%s : lignes écartées, qui ne disent ni école ni un autre établissement connu : %s", field.FR, list.FR),
		fmt.Sprintf("%s: rows left out, as they say neither a school nor another establishment that is known: %s", field.EN, list.EN))
}

// some lists words, the first of so many.
func some(words []string, of int) Phrase {
	list := List(words)
	if len(words) == of {
		return Phrase{list, list}
	}
	return Phrase{
		fmt.Sprintf("%s, … (%s en tout)", list, grouped(strconv.Itoa(of))),
		fmt.Sprintf("%s, … (%d in all)", list, of),
	}
}

// SchoolNamed names a school in a list.
func SchoolNamed(uai, name string) string {
	if name == "" {
		return uai
	}
	return uai + " " + Quote(name)
}
