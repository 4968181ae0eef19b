package text

import (
	"fmt"
	"strconv"
)

// NotINSEE says that a column is named for communes' codes and is not believed; why says
// why not.
func NotINSEE(header, commune string, why Phrase) Message {
	return say("schools/not-insee",
		fmt.Sprintf("« %s » %s : la commune est cherchée autrement", Quote(header), why.FR),
		fmt.Sprintf(`"%s" %s: communes are looked for otherwise`, Quote(header), why.EN)).
		todo(insteadOfCodes(commune))
}

// PostCodesPerhaps says of a column that most of its codes are no commune's.
func PostCodesPerhaps() Phrase {
	return Phrase{"ne contient pas des codes INSEE (des codes postaux, sans doute)", "does not hold INSEE codes (post codes, perhaps)"}
}

// PostCodesAmong says of a column that not a few of its codes are no commune's.
func PostCodesAmong() Phrase {
	return Phrase{
		"ne contient pas que des codes INSEE (des codes postaux, peut-être)",
		"does not hold INSEE codes only (post codes, perhaps)",
	}
}

// CodesOfOtherNames says of a column that most of its codes are not those of the communes
// that names, or another file, tell.
func CodesOfOtherNames() Phrase {
	return Phrase{
		"ne contient pas, pour la plupart, les codes INSEE des communes que disent les noms ou l'annuaire",
		"does not hold, for the most part, the INSEE codes of the communes that names or the directory tell",
	}
}

// CodesOfOtherDepartments says of a column that most of its codes are not of the schools'
// département.
func CodesOfOtherDepartments() Phrase {
	return Phrase{
		"ne contient pas des codes INSEE du département des écoles, pour la plupart",
		"does not hold INSEE codes of the schools' département, for the most part",
	}
}

// insteadOfCodes says how communes are found without their codes.
func insteadOfCodes(commune string) (fr, en string) {
	if commune == "" {
		return "", ""
	}
	return "par l'annuaire s'il est donné, sinon par le département et « " + Quote(commune) + " »",
		`by the directory if there is one, else by département and "` + Quote(commune) + `"`
}

// CodeNotName names the schools whose commune's code and name are of two communes.
func CodeNotName(code Phrase, schools []string, of int) Message {
	return say("schools/code-not-name",
		fmt.Sprintf("%s : le code n'est pas celui du nom de la commune, c'est le code qui est retenu : %s", code.FR, some(schools, of).FR),
		fmt.Sprintf("%s: the code is not that of the commune's name, and the code is believed: %s", code.EN, some(schools, of).EN))
}

// DirectoryNotName names the schools that the directory places in another commune than
// the name says.
func DirectoryNotName(uai Phrase, schools []string, of int) Message {
	return say("schools/directory-not-name",
		fmt.Sprintf("%s : l'annuaire ne donne pas la commune que dit le nom, c'est l'annuaire qui est retenu, son code d'abord : %s", uai.FR, some(schools, of).FR),
		fmt.Sprintf("%s: the directory does not give the commune that the name says, and the directory is believed, its code first: %s", uai.EN, some(schools, of).EN))
}

// DirectoryUAIsUnread names the numbers of a directory that are no schools'.
func DirectoryUAIsUnread(uai Phrase, cells []string, of int) Message {
	return say("schools/directory-uai",
		fmt.Sprintf("%s : des lignes de l'annuaire n'ont pas un UAI valable et ne servent pas : %s", uai.FR, some(cells, of).FR),
		fmt.Sprintf("%s: lines of the directory have no valid UAI, and are of no use: %s", uai.EN, some(cells, of).EN))
}

// DirectoryOfOthers says that a directory has none of the schools that are kept.
func DirectoryOfOthers() Message {
	return say("schools/directory-of-others",
		"aucune des écoles retenues n'est dans cet annuaire", "none of the schools that are kept is in this directory").
		todo("vérifiez que c'est celui de leur département", "check that it is that of their département")
}

// EPCINotOfCommune names the schools whose file says another EPCI than the composition.
func EPCINotOfCommune(field Phrase, schools []string, of int) Message {
	return say("schools/epci-not-of-commune",
		fmt.Sprintf("%s : l'EPCI n'est pas celui de la commune de l'école dans la composition, c'est la composition qui est retenue : %s", field.FR, some(schools, of).FR),
		fmt.Sprintf("%s: the EPCI is not that of the school's commune in the composition, and the composition is believed: %s", field.EN, some(schools, of).EN))
}

// TwoEPCIs shows a school of which a file says one EPCI, and the composition another.
func TwoEPCIs(school, said, composed string) string {
	return school + " (" + said + " ≠ " + composed + ")"
}

// TwoCommunes shows a school whose code is of one commune and whose name of another.
func TwoCommunes(school, code, name string) string {
	return school + " (" + code + ", " + Quote(name) + ")"
}

// UnknownCommune refuses a name that no commune of the département has; near is one that
// resembles it. Where a directory is given, another is not asked for.
func UnknownCommune(field Phrase, name, department, near string, directory bool) Message {
	m := say("schools/unknown-commune",
		fmt.Sprintf("%s : aucune commune du département %s ne s'appelle « %s »", field.FR, department, Quote(name)),
		fmt.Sprintf(`%s: no commune of the département %s is called "%s"`, field.EN, department, Quote(name)))
	if department == "" {
		m = say("schools/unknown-commune",
			fmt.Sprintf("%s : rien ne dit dans quel département est « %s »", field.FR, Quote(name)),
			fmt.Sprintf(`%s: nothing tells in which département "%s" is`, field.EN, Quote(name)))
	}
	if near != "" {
		return m.todo("vouliez-vous dire « "+Quote(near)+" » ?", `did you mean "`+Quote(near)+`"?`)
	}
	if directory {
		return m.todo("corrigez-la ; l'annuaire donné ne place pas l'école", "mend it; the directory given does not place the school")
	}
	return m.todo("corrigez-la, ou donnez l'annuaire par --annuaire", "mend it, or give the directory with --annuaire")
}

// CommuneNotInComposition refuses a commune, by its name or code, that there is today and
// not in the composition of another day. Where a directory is given, another is not asked for.
func CommuneNotInComposition(field Phrase, commune string, directory bool) Message {
	m := say("schools/commune-not-in-composition",
		fmt.Sprintf("%s : la composition donnée par --communes n'a pas la commune « %s »", field.FR, Quote(commune)),
		fmt.Sprintf(`%s: the composition given with --communes has not the commune "%s"`, field.EN, Quote(commune)))
	if directory {
		return m.todo("donnez par --communes une composition plus récente", "give a later composition with --communes")
	}
	return m.todo("donnez par --communes une composition plus récente, ou par --annuaire l'annuaire de la même année",
		"give a later composition with --communes, or the directory of the same year with --annuaire")
}

// AmbiguousCommune refuses a name that several communes of the département have or had.
func AmbiguousCommune(field Phrase, name, department string, communes []string, directory bool) Message {
	m := say("schools/ambiguous-commune",
		fmt.Sprintf("%s : « %s » (%s) peut être %s", field.FR, Quote(name), department, List(communes)),
		fmt.Sprintf(`%s: "%s" (%s) may be %s`, field.EN, Quote(name), department, List(communes)))
	if directory {
		return m.todo("l'annuaire donné ne place pas l'école : ajoutez une colonne code_commune",
			"the directory given does not place the school: add a column code_commune")
	}
	return m.todo("donnez l'annuaire par --annuaire, ou une colonne code_commune", "give the directory with --annuaire, or a column code_commune")
}

// UnknownCode refuses the code of a commune that nobody knows, where nothing else tells it:
// so many of its column's codes are no commune's.
func UnknownCode(field Phrase, code string, unknown, codes int) Message {
	return say("schools/unknown-code",
		fmt.Sprintf("%s : « %s » n'est le code INSEE d'aucune commune", field.FR, Quote(code)),
		fmt.Sprintf(`%s: "%s" is the INSEE code of no commune`, field.EN, Quote(code))).
		todo(fmt.Sprintf("la colonne contient peut-être des codes postaux (codes d'aucune commune : %d sur %d)", unknown, codes),
			fmt.Sprintf("the column holds post codes, perhaps (codes of no commune: %d of %d)", unknown, codes))
}

// CodeNotBelieved refuses the code of a commune in a column that is not believed; why says
// why not.
func CodeNotBelieved(field Phrase, code, commune string, why Phrase, directory bool) Message {
	m := say("schools/code-not-believed",
		fmt.Sprintf("%s : %s (%s) n'est pas retenu, car la colonne %s", field.FR, Quote(code), Quote(commune), why.FR),
		fmt.Sprintf("%s: %s (%s) is not believed, as the column %s", field.EN, Quote(code), Quote(commune), why.EN))
	if directory {
		return m.todo("corrigez la colonne ; l'annuaire donné ne place pas l'école", "mend the column; the directory given does not place the school")
	}
	return m.todo("corrigez la colonne, ou donnez l'annuaire par --annuaire", "mend the column, or give the directory with --annuaire")
}

// DepartmentNotCovered refuses schools of a département of which the composition has no
// commune.
func DepartmentNotCovered(department string, schools int) Message {
	return say("schools/department-not-covered",
		fmt.Sprintf("cette composition n'a aucune commune du département %s (écoles : %s)", department, grouped(strconv.Itoa(schools))),
		fmt.Sprintf("this composition has no commune of the département %s (schools: %d)", department, schools)).
		todo("donnez par --communes une composition qui le couvre", "give with --communes a composition that covers it")
}

// NoCommune refuses a school of which nothing tells the commune.
func NoCommune(field Phrase, uai string, directory bool) Message {
	m := say("schools/no-commune",
		fmt.Sprintf("%s : rien ne dit la commune de %s", field.FR, uai),
		fmt.Sprintf("%s: nothing tells the commune of %s", field.EN, uai))
	if directory {
		return m.todo("complétez la ligne ; l'annuaire donné ne place pas cette école", "complete the row; the directory given does not place this school")
	}
	return m.todo("complétez la ligne, ou donnez l'annuaire par --annuaire", "complete the row, or give the directory with --annuaire")
}

// DirectoryDisagrees refuses a school that the directories place in several communes.
func DirectoryDisagrees(field Phrase, uai string, communes []string) Message {
	return say("schools/directory-disagrees",
		fmt.Sprintf("%s : pour %s, l'annuaire donne plusieurs communes : %s", field.FR, uai, List(communes)),
		fmt.Sprintf("%s: the directory gives %s several communes: %s", field.EN, uai, List(communes)))
}

// CommuneNamed names a commune in a list.
func CommuneNamed(code, name string) string { return code + " " + Quote(name) }

// NoEPCI names the communes that belong to no EPCI, with their schools.
func NoEPCI(communes []string, of, schools int, pupils int64) Message {
	return say("schools/no-epci",
		fmt.Sprintf("communes sans EPCI, écartées (écoles : %s, élèves : %s) : %s",
			grouped(strconv.Itoa(schools)), grouped(strconv.FormatInt(pupils, 10)), some(communes, of).FR),
		fmt.Sprintf("communes without EPCI, left out (schools: %d, pupils: %d): %s", schools, pupils, some(communes, of).EN))
}

// MemberWithoutSchool says that a member has no school that is kept.
func MemberWithoutSchool(siren, name string) Message {
	return say("schools/member-without-school",
		fmt.Sprintf("%s (%s) : aucune école retenue, compté pour 0", siren, Quote(name)),
		fmt.Sprintf("%s (%s): no school is kept, counted as 0", siren, Quote(name)))
}

// LostEPCI refuses a member that exists no longer; successors are the EPCIs that its
// communes belong to.
func LostEPCI(field Phrase, siren, name string, successors []string) Message {
	m := say("schools/lost-epci",
		fmt.Sprintf("%s : %s (%s) n'existe plus", field.FR, siren, Quote(name)),
		fmt.Sprintf("%s: %s (%s) exists no longer", field.EN, siren, Quote(name)))
	if len(successors) == 0 {
		return m
	}
	return m.todo("ses communes sont dans "+List(successors), "its communes are in "+List(successors))
}

// UnknownMember refuses a member that is neither an EPCI nor a commune of the
// composition; near are EPCIs that resemble it.
func UnknownMember(field Phrase, siren, date string, near []string) Message {
	fr, en := "de la composition", "of the composition"
	if date != "" {
		day := Day(date)
		fr, en = "au "+day.FR, "on "+day.EN
	}
	m := say("schools/unknown-member",
		fmt.Sprintf("%s : aucun EPCI ni commune %s n'a le SIREN %s", field.FR, fr, siren),
		fmt.Sprintf("%s: no EPCI nor commune %s has the SIREN %s", field.EN, en, siren))
	if len(near) == 0 {
		return m
	}
	return m.todo("vouliez-vous dire "+List(near)+" ?", "did you mean "+List(near)+"?")
}

// EPCINamed names an EPCI in a list.
func EPCINamed(siren, name string) string { return siren + " (" + Quote(name) + ")" }

// MemberTwiceOver refuses a commune that is a member beside its EPCI: its schools would
// be both's.
func MemberTwiceOver(field Phrase, commune, epci string) Message {
	return say("schools/member-twice-over",
		fmt.Sprintf("%s : la commune %s est adhérente, et son EPCI (%s) aussi", field.FR, Quote(commune), Quote(epci)),
		fmt.Sprintf("%s: the commune %s is a member, and so is its EPCI (%s)", field.EN, Quote(commune), Quote(epci)))
}

// SIRENOfMember names the column of members' SIRENs in a sentence.
func SIRENOfMember() Phrase { return Phrase{"SIREN", "siren"} }

// EPCIFlag names --epci in a sentence.
func EPCIFlag() Phrase { return Phrase{"--epci", "--epci"} }
