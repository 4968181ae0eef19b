package text

import "fmt"

// OrCalls adds to what -o is that it can give each EPCI its own file.
func OrCalls(output Phrase, placeholders string) Phrase {
	return Phrase{
		output.FR + " ; avec " + placeholders + " dans le nom, un appel par EPCI",
		output.EN + "; with " + placeholders + " in the name, a call for each EPCI",
	}
}

// StrayBrace refuses the name of an output with a brace that belongs to no placeholder.
func StrayBrace(flag, file, all string, folder bool) Message {
	return placeholders(say("usage/stray-brace",
		fmt.Sprintf("%s %s : une accolade y est seule, ou en trop", flag, Quote(file)),
		fmt.Sprintf("%s %s: a brace in it is alone, or one too many", flag, Quote(file))), all, folder)
}

// placeholders adds which there are; of a folder, what to do if its name has braces.
func placeholders(m Message, all string, folder bool) Message {
	if folder {
		return m.todo(
			"un document par EPCI se nomme avec "+all+" ; si un dossier s'appelle vraiment ainsi, lancez entcalc depuis ce dossier",
			"a document for each EPCI is named with "+all+"; if a folder really has this name, run entcalc in it")
	}
	return m.todo("un document par EPCI se nomme avec "+all, "a document for each EPCI is named with "+all)
}

// UnknownPlaceholder refuses the name of an output with a placeholder that is none.
func UnknownPlaceholder(flag, file, placeholder, near, all string, folder bool) Message {
	m := say("usage/unknown-placeholder",
		fmt.Sprintf("%s %s : « %s » n'est pas un repère connu", flag, Quote(file), Quote(placeholder)),
		fmt.Sprintf("%s %s: %q is no known placeholder", flag, Quote(file), Quote(placeholder)))
	if near != "" {
		return meant(m, near)
	}
	return placeholders(m, all, folder)
}

// PatternLeaves refuses a pattern that goes up again from a folder of its own.
func PatternLeaves(flag, file string) Message {
	return say("usage/pattern-leaves",
		fmt.Sprintf("%s %s : « .. » après un repère sort du dossier qu'il nomme", flag, Quote(file)),
		fmt.Sprintf("%s %s: \"..\" after a placeholder leaves the folder that it names", flag, Quote(file))).
		todo("écrivez le chemin sans détour", "write the path without the detour")
}

// PatternNeedsSIREN refuses a pattern that would give several EPCIs one file.
func PatternNeedsSIREN(flag, file, placeholder string) Message {
	return say("usage/pattern-needs-siren",
		fmt.Sprintf("%s %s : sans %s, plusieurs EPCI auraient le même fichier", flag, Quote(file), placeholder),
		fmt.Sprintf("%s %s: without %s, several EPCIs would have one file", flag, Quote(file), placeholder))
}

// PatternNeedsYear refuses a pattern with the year, where that is not known.
func PatternNeedsYear(flag, file, placeholder string) Message {
	return say("usage/pattern-needs-year",
		fmt.Sprintf("%s %s : l'exercice, %s, n'est pas connu", flag, Quote(file), placeholder),
		fmt.Sprintf("%s %s: the year, %s, is not known", flag, Quote(file), placeholder)).
		todo("donnez --year", "give --year")
}

// CallsOfQuestion refuses a document for each EPCI where no EPCI is known.
func CallsOfQuestion(flag, file string) Message {
	return say("usage/calls-of-question",
		fmt.Sprintf("%s %s : un document par EPCI demande des EPCI, et la question n'en nomme aucun", flag, Quote(file)),
		fmt.Sprintf("%s %s: a document for each EPCI needs EPCIs, and the question names none", flag, Quote(file)))
}

// CallOnFile refuses a pattern that gives a call the name of another output, or of an
// input.
func CallOnFile(flag, pattern, file string, input bool) Message {
	if input {
		return say("usage/output-is-input",
			fmt.Sprintf("%s %s : l'appel %s remplacerait un fichier d'entrée", flag, Quote(pattern), Quote(file)),
			fmt.Sprintf("%s %s: the call %s would replace an input", flag, Quote(pattern), Quote(file)))
	}
	return say("usage/output-twice",
		fmt.Sprintf("%s %s : l'appel %s est déjà une autre sortie", flag, Quote(pattern), Quote(file)),
		fmt.Sprintf("%s %s: the call %s is another output already", flag, Quote(pattern), Quote(file)))
}

// CheckStray says that a call is there for an EPCI that the inputs do not have (--check).
func CheckStray(siren string) Message {
	return say("check/stray",
		fmt.Sprintf("appel d'un EPCI qui n'est pas dans les données (%s) : à supprimer", siren),
		fmt.Sprintf("a call of an EPCI that the inputs do not have (%s): to be deleted", siren))
}

// CheckOldName says that a call is there under another name than it has now (--check).
func CheckOldName(siren, file string) Message {
	return say("check/stray",
		fmt.Sprintf("l'appel de cet EPCI (%s) s'appelle maintenant %s : à supprimer", siren, Quote(file)),
		fmt.Sprintf("the call of this EPCI (%s) is now %s: to be deleted", siren, Quote(file)))
}

// CheckMoreStrays counts the calls that are to be deleted and are not named (--check).
func CheckMoreStrays(more int) Message {
	return say("check/more-calls",
		fmt.Sprintf("autres appels à supprimer : %d", more),
		fmt.Sprintf("other calls to be deleted: %d", more))
}

// CheckMoreMissing counts the calls that are not there and are not named (--check).
func CheckMoreMissing(more int) Message {
	return say("check/more-calls",
		fmt.Sprintf("autres appels qui n'existent pas : %d", more),
		fmt.Sprintf("other calls that do not exist: %d", more))
}

// CheckMoreDiffering counts the calls that differ and are not named (--check).
func CheckMoreDiffering(more int) Message {
	return say("check/more-calls",
		fmt.Sprintf("autres appels qui ne sont pas ce que donnent les entrées : %d", more),
		fmt.Sprintf("other calls that are not what the inputs give: %d", more))
}

// OfCalls says of several calls what is to be said of each.
func (m Message) OfCalls(n int) Message {
	m.words = Phrase{fmt.Sprintf("appels : %d ; %s", n, m.words.FR), fmt.Sprintf("calls: %d; %s", n, m.words.EN)}
	return m
}

// QuoteBraces adds to a message on settings that are no YAML what may be the reason.
func (m Message) QuoteBraces() Message {
	return m.todo(
		"un nom avec des accolades s'écrit entre guillemets : 'appels/{siren}.pdf'",
		"a name with braces stands in quotes: 'appels/{siren}.pdf'")
}

// QuoteColon does likewise for a text with a colon.
func (m Message) QuoteColon() Message {
	return m.todo(
		"un texte avec « : » s'écrit entre guillemets, ou aux lignes suivantes sous « | »",
		"a text with \":\" stands in quotes, or on the next lines under \"|\"")
}
