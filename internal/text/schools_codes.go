package text

import "fmt"

// PlacedSchool shows a school, its code, and what says otherwise; "" for nothing.
func PlacedSchool(school, code, otherwise string) string {
	if otherwise != "" {
		otherwise = ", " + otherwise
	}
	return school + " (" + Quote(code) + otherwise + ")"
}

// CodeElsewhere names the schools that a directory, or their département, places elsewhere
// than their commune's code.
func CodeElsewhere(code Phrase, schools []string, of int) Message {
	list := some(schools, of)
	return say("schools/code-elsewhere",
		fmt.Sprintf("%s : l'annuaire, le département ou l'UAI placent l'école ailleurs, c'est le code qui est retenu : %s", code.FR, list.FR),
		fmt.Sprintf("%s: the directory, the département or the UAI place the school elsewhere, and the code is believed: %s", code.EN, list.EN))
}

// CodesPassedOver names the schools whose code is no commune's, and whose commune is found
// otherwise.
func CodesPassedOver(code Phrase, schools []string, of int) Message {
	list := some(schools, of)
	return say("schools/codes-passed-over",
		fmt.Sprintf("%s : le code n'est celui d'aucune commune, elle est trouvée autrement : %s", code.FR, list.FR),
		fmt.Sprintf("%s: the code is no commune's, which is found otherwise: %s", code.EN, list.EN))
}

// CodesAndNames refuses a column of codes, not a few of which are not those of the names
// beside them; places are the first of so many.
func CodesAndNames(code Phrase, places []string, of, all int) Message {
	list := some(places, of)
	return say("schools/codes-and-names",
		fmt.Sprintf("%s : codes qui ne sont pas ceux du nom de la commune : %d sur %d, %s", code.FR, of, all, list.FR),
		fmt.Sprintf("%s: codes that are not those of the commune's name: %d of %d, %s", code.EN, of, all, list.EN)).
		todo("corrigez la colonne qui a tort, ou retirez-la", "mend the column that is wrong, or take it away")
}
