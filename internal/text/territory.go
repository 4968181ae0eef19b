package text

import "fmt"

// FoundByCode says how a commune was found: by its INSEE code.
func FoundByCode() Phrase { return Phrase{"code INSEE", "INSEE code"} }

// FoundByArrondissement says how a commune was found: by its arrondissement's code or name.
func FoundByArrondissement() Phrase {
	return Phrase{"arrondissement municipal", "municipal arrondissement"}
}

// FoundByFormerCode says how a commune was found: by a code of before a merger.
func FoundByFormerCode() Phrase { return Phrase{"ancien code INSEE", "former INSEE code"} }

// FoundByName says how a commune was found: by its name in the département.
func FoundByName() Phrase {
	return Phrase{"département et nom de la commune", "département and name of the commune"}
}

// FoundByFormerName says how a commune was found: by a name of before a merger or a change.
func FoundByFormerName() Phrase {
	return Phrase{"département et ancien nom", "département and former name"}
}

// FoundNowhere says that a commune was not found.
func FoundNowhere() Phrase { return Phrase{"introuvable", "not found"} }

// NotAUAI refuses a school's number; meant is what it may have been.
func NotAUAI(field Phrase, cell string, meant []string) Message {
	m := say("territory/not-a-uai",
		fmt.Sprintf("%s\u00a0: «\u00a0%s\u00a0» n'est pas un UAI (7 chiffres et une lettre)", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not a UAI (7 digits and a letter)`, field.EN, Quote(cell)))
	return perhaps(m, meant)
}

// WrongUAIKey refuses a school's number whose letter is not its digits'.
func WrongUAIKey(field Phrase, cell string, meant []string) Message {
	m := say("territory/wrong-uai-key",
		fmt.Sprintf("%s\u00a0: la lettre de %s n'est pas celle de ses chiffres", field.FR, Quote(cell)),
		fmt.Sprintf("%s: the letter of %s is not that of its digits", field.EN, Quote(cell)))
	return perhaps(m, meant)
}

// NotAnINSEECode refuses a commune's code.
func NotAnINSEECode(field Phrase, cell string) Message {
	return say("territory/not-an-insee-code",
		fmt.Sprintf("%s\u00a0: «\u00a0%s\u00a0» n'est pas un code INSEE de commune (5 chiffres, ou 2A ou 2B et 3 chiffres)", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not an INSEE code of a commune (5 digits, or 2A or 2B and 3 digits)`, field.EN, Quote(cell)))
}

// INSEECodeRestored says that a commune's code got its zero back.
func INSEECodeRestored(field Phrase, cell, code string) Message {
	return say("territory/insee-restored",
		fmt.Sprintf("%s\u00a0: «\u00a0%s\u00a0» est lu %s, avec son zéro de tête", field.FR, Quote(cell), code),
		fmt.Sprintf(`%s: "%s" is read as %s, with its leading zero`, field.EN, Quote(cell), code))
}

// perhaps hints at what was meant, if anything is known.
func perhaps(m Message, meant []string) Message {
	if len(meant) == 0 {
		return m
	}
	return m.todo("peut-être "+List(meant), "perhaps "+List(meant))
}

// INSEECodesRestored says that communes' codes got their zeros back; first is the first
// of them, as the file has it.
func INSEECodesRestored(field Phrase, codes int, first string) Message {
	return say("territory/insee-restored",
		fmt.Sprintf("%s\u00a0: zéros de tête rétablis\u00a0: %d (le premier code est «\u00a0%s\u00a0»)", field.FR, codes, Quote(first)),
		fmt.Sprintf(`%s: leading zeros given back: %d (the first code is "%s")`, field.EN, codes, Quote(first)))
}

// NoCommunesHeader says that a file given as the communes of EPCIs is none.
func NoCommunesHeader(name string) Message {
	return say("territory/no-header",
		fmt.Sprintf("%s ne donne pas la composition des EPCI\u00a0: aucune ligne d'en-tête connue", Quote(name)),
		fmt.Sprintf("%s is not a composition of EPCIs: no header that is known", Quote(name))).
		todo("il faut un classeur de la DGCL ou de l'INSEE tel qu'il est publié, ou les colonnes code_commune, commune, siren_epci, epci",
			"it takes a workbook of the DGCL or of INSEE as published, or the columns code_commune, commune, siren_epci, epci")
}

// NoCommunes says that nothing is below the header of a file of communes.
func NoCommunes() Message {
	return say("territory/no-communes", "aucune commune sous la ligne d'en-tête", "no commune below the header")
}

// CommuneInTwoEPCIs says that a commune, which another row at place first gives already,
// is in two EPCIs; a blank SIREN is none.
func CommuneInTwoEPCIs(code, name, siren, other, first string) Message {
	here, there := epciOrNone(other), epciOrNone(siren)
	return say("territory/commune-twice",
		fmt.Sprintf("%s %s\u00a0: %s ici, %s en %s", code, Quote(name), here.FR, there.FR, Safe(first)),
		fmt.Sprintf("%s %s: %s here, %s at %s", code, Quote(name), here.EN, there.EN, Safe(first)))
}

// CommuneTwice refuses a commune that another row, at place first, gives already, in the
// same EPCI.
func CommuneTwice(code, name, first string) Message {
	return say("territory/commune-twice",
		fmt.Sprintf("%s %s\u00a0: déjà en %s", code, Quote(name), Safe(first)),
		fmt.Sprintf("%s %s: already at %s", code, Quote(name), Safe(first)))
}

// EPCINamedTwice refuses an EPCI that has another name in another row, at place at.
func EPCINamedTwice(siren, name, first, at string) Message {
	return say("territory/epci-named-twice",
		fmt.Sprintf("l'EPCI %s s'appelle « %s » ici, et « %s » en %s", siren, Quote(name), Quote(first), Safe(at)),
		fmt.Sprintf(`the EPCI %s is called "%s" here, and "%s" at %s`, siren, Quote(name), Quote(first), Safe(at)))
}

// CommuneSIRENTwice refuses the SIREN of a commune that another one has too, at place at.
func CommuneSIRENTwice(siren, code, first, at string) Message {
	return say("territory/commune-siren-twice",
		fmt.Sprintf("le SIREN de commune %s est ici celui de %s, et celui de %s en %s", siren, code, first, Safe(at)),
		fmt.Sprintf("the SIREN of a commune %s is that of %s here, and that of %s at %s", siren, code, first, Safe(at)))
}

func epciOrNone(siren string) Phrase {
	if siren == "" {
		return Phrase{"sans EPCI", "no EPCI"}
	}
	return Phrase{"EPCI " + siren, "EPCI " + siren}
}
