package text

import (
	"fmt"
	"strings"
)

// NoMembersHeader says that no row at the top of a file of members has a column siren;
// first is what the file begins with, most how many lines were looked at.
func NoMembersHeader(first string, most int) Message {
	return say("members/no-header",
		fmt.Sprintf("aucune colonne « siren » dans les %d premières lignes ; le fichier commence par « %s »", most, Quote(first)),
		fmt.Sprintf(`no column "siren" in the first %d lines; the file begins with "%s"`, most, Quote(first))).
		todo("--members attend une ligne par adhérent, sous une ligne d'en-tête avec siren",
			"--members wants one row per member, under a header with siren")
}

// YearOfMembersAlone refuses a column of years in the file of members where nothing else
// tells the year.
func YearOfMembersAlone(field Phrase) Message {
	return say("members/year-alone",
		field.FR+" : les effectifs ne disent pas l'année, qui choisit la grille tarifaire",
		field.EN+": the counts do not say the year, which chooses the tariff").
		todo("donnez --year", "give --year")
}

// NotAmongMembers refuses a SIREN of --epci that is none of the members'; near are those
// that resemble it, all are the members'.
func NotAmongMembers(siren string, near, all []string) Message {
	m := meantSIREN(say("members/not-among",
		fmt.Sprintf("--epci : %s n'est pas un des adhérents (--members)", siren),
		fmt.Sprintf("--epci: %s is none of the members (--members)", siren)), near)
	if len(near) > 0 {
		return m
	}
	const most = 20
	these := some(all[:min(len(all), most)], len(all))
	return m.todo("les adhérents sont "+these.FR, "the members are "+these.EN)
}

// MemberWithoutCounts says that the counts have no row of a member; near are SIRENs of
// theirs that resemble its.
func MemberWithoutCounts(siren, name string, near []string) Message {
	if name != "" {
		siren += " (" + Quote(name) + ")"
	}
	fr, en := "ajoutez-la, avec 0 s'il n'y a ni élève ni école", "add it, with 0 if there is no pupil and no school"
	if len(near) > 0 {
		fr, en = fr+" ; à moins que ce ne soit "+List(near), en+"; unless it is "+List(near)
	}
	return say("members/without-counts",
		fmt.Sprintf("les effectifs n'ont pas de ligne pour l'adhérent %s", siren),
		fmt.Sprintf("the counts have no row for the member %s", siren)).todo(fr, en)
}

// NamedAsOther says that a member has the name of another EPCI.
func NamedAsOther(siren, name, other string) Message {
	return say("members/named-as-other",
		fmt.Sprintf("%s est nommé « %s », nom de l'EPCI %s", siren, Quote(name), other),
		fmt.Sprintf(`%s is named "%s", which is the name of EPCI %s`, siren, Quote(name), other)).
		todo("corrigez le SIREN ou le nom", "mend the SIREN or the name")
}

// meantSIREN asks whether one of some SIRENs was meant, if there are any.
func meantSIREN(m Message, near []string) Message {
	if len(near) == 0 {
		return m
	}
	return m.todo("vouliez-vous dire "+List(near)+" ?", "did you mean "+List(near)+"?")
}

// SaidTwice refuses what a row says that another file says too, at place first.
func SaidTwice(field Phrase, first string) Message {
	return say("members/said-twice",
		fmt.Sprintf("%s : déjà donné en %s pour cet EPCI", field.FR, Safe(first)),
		fmt.Sprintf("%s: already given at %s for this EPCI", field.EN, Safe(first))).
		todo("gardez l'un des deux", "keep one of the two")
}

// CountTwice refuses a column of counts in the file of members that the counts have too,
// under the header at place first.
func CountTwice(field Phrase, first string) Message {
	return say("members/count-twice",
		fmt.Sprintf("%s : les effectifs ont déjà cette colonne, en %s", field.FR, Safe(first)),
		fmt.Sprintf("%s: the counts have this column already, at %s", field.EN, Safe(first))).
		todo("retirez l'une des deux", "take one of the two away")
}

// NoCostsHeader says that no row at the top of a file of costs is its header.
func NoCostsHeader(first string, most int) Message {
	return say("costs/no-header",
		fmt.Sprintf("aucune ligne d'en-tête avec « siren », « part » et « montant » dans les %d premières lignes ; le fichier commence par « %s »", most, Quote(first)),
		fmt.Sprintf(`no header with "siren", "component" and "amount" in the first %d lines; the file begins with "%s"`, most, Quote(first))).
		todo("--costs attend siren, part, montant et, si on veut, libellé, date, référence",
			"--costs wants siren, component, amount and, if one likes, label, date, reference")
}

// NoSubsidiesHeader says that no row at the top of a file of subsidies is its header.
func NoSubsidiesHeader(first string, most int) Message {
	return say("subsidies/no-header",
		fmt.Sprintf("aucune ligne d'en-tête avec « montant » dans les %d premières lignes ; le fichier commence par « %s »", most, Quote(first)),
		fmt.Sprintf(`no header with "amount" in the first %d lines; the file begins with "%s"`, most, Quote(first))).
		todo("--subsidies attend montant et siren, ou montant et code commune, ou montant, département et commune",
			"--subsidies wants amount and siren, or amount and commune_code, or amount, department and commune")
}

// LacksColumns says which columns a file of costs or subsidies does not have.
func LacksColumns(columns []Phrase) Message {
	var fr, en []string
	for _, c := range columns {
		fr, en = append(fr, c.FR), append(en, c.EN)
	}
	return say("amounts/missing-column",
		"il manque "+strings.Join(fr, " "),
		"not there: "+strings.Join(en, " "))
}

// ColumnWord names a column that is not there.
func ColumnWord(nameFR, nameEN string) Phrase {
	column := ColumnToAdd(nameFR, nameEN)
	return Phrase{"la colonne " + column.FR, "column " + column.EN}
}

// OrColumnWord names another column that would do in place of one that is not there.
func OrColumnWord(nameFR, nameEN string) Phrase {
	column := ColumnToAdd(nameFR, nameEN)
	return Phrase{"ou " + column.FR, "or " + column.EN}
}

// NoLines says that nothing is below the header of a file of costs or subsidies.
func NoLines() Message {
	return say("amounts/no-rows", "aucune ligne sous l'en-tête", "no row below the header")
}

// BlankAmount refuses a row of costs or subsidies without an amount.
func BlankAmount(field Phrase) Message {
	return say("amounts/blank", field.FR+" : vide", field.EN+": blank").
		todo("écrivez le montant, ou retirez la ligne", "write the amount, or take the row away")
}

// NotACostComponent refuses what is no component charged at cost; components are those
// that there are.
func NotACostComponent(field Phrase, cell string, components []Phrase) Message {
	m := say("costs/not-a-component",
		fmt.Sprintf("%s : « %s » n'est pas une part au coût réel", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not a component charged at cost`, field.EN, Quote(cell)))
	if cell == "" {
		m = say("costs/blank-component", field.FR+" : vide", field.EN+": blank")
	}
	if len(components) == 0 {
		return m.todo("la grille n'en a aucune", "the tariff has none")
	}
	these := namedParts(components)
	return m.todo("ces parts sont "+these.FR, "these are "+these.EN)
}

// NotADate refuses what is no day of the calendar.
func NotADate(field, cell Phrase) Message {
	return say("amounts/not-a-date",
		fmt.Sprintf("%s : « %s » n'est pas une date", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not a date`, field.EN, Quote(cell.EN))).
		todo("2026-03-12 ou 12/03/2026", "2026-03-12 or 12/03/2026, the day first")
}

// ReferenceTwice refuses a reference that another row, at place first, has already.
func ReferenceTwice(field Phrase, reference, first string) Message {
	return say("amounts/reference-twice",
		fmt.Sprintf("%s : « %s » est déjà en %s", field.FR, Quote(reference), Safe(first)),
		fmt.Sprintf(`%s: "%s" is already at %s`, field.EN, Quote(reference), Safe(first))).
		todo("une pièce ne compte qu'une fois ; pour deux lignes d'une même pièce, distinguez-les (F12-1, F12-2)",
			"a document counts once; for two rows of one document, tell them apart (F12-1, F12-2)")
}

// NobodysSIREN refuses a SIREN of costs or subsidies that nothing in the run has; near
// are those that resemble it.
func NobodysSIREN(field Phrase, siren string, near []string) Message {
	return meantSIREN(say("amounts/unknown-siren",
		fmt.Sprintf("%s : aucun EPCI du calcul n'a le SIREN %s", field.FR, siren),
		fmt.Sprintf("%s: no EPCI of the run has the SIREN %s", field.EN, siren)), near)
}

// NoPayee refuses a subsidy that says neither an EPCI nor a commune.
func NoPayee() Message {
	return say("subsidies/no-payee",
		"ni SIREN, ni commune : on ne sait pas de quel EPCI déduire la subvention",
		"neither a SIREN nor a commune: it is unknown from which EPCI to subtract the subsidy")
}

// SubsidyByUnknownCode refuses an INSEE code that is no commune's.
func SubsidyByUnknownCode(field Phrase, code string) Message {
	return say("subsidies/unknown-commune",
		fmt.Sprintf("%s : aucune commune n'a le code INSEE %s", field.FR, code),
		fmt.Sprintf("%s: no commune has the INSEE code %s", field.EN, code)).
		todo("c'est peut-être un code postal : donnez le code INSEE, ou le département et le nom de la commune",
			"it is a post code, perhaps: give the INSEE code, or the département and the commune's name")
}

// SubsidyByUnknownName refuses a name that is no commune's of a place (a département, or
// an EPCI); near is one that resembles it, "" for none.
func SubsidyByUnknownName(field Phrase, name string, in Phrase, near string) Message {
	m := say("subsidies/unknown-commune",
		fmt.Sprintf("%s : aucune commune « %s » dans %s", field.FR, Quote(name), in.FR),
		fmt.Sprintf(`%s: there is no commune "%s" in %s`, field.EN, Quote(name), in.EN))
	if near == "" {
		return m
	}
	return m.todo("vouliez-vous dire « "+near+" » ?", `did you mean "`+near+`"?`)
}

// InDepartment names a département, by its code, as where a commune was looked for.
func InDepartment(code string) Phrase {
	return Phrase{"le département " + code, "département " + code}
}

// InEPCI names an EPCI, by its SIREN, as where a commune was looked for.
func InEPCI(siren string) Phrase { return Phrase{"l'EPCI " + siren, "EPCI " + siren} }

// SubsidyByAmbiguousName refuses a name that is several communes'; each is a code and a
// name.
func SubsidyByAmbiguousName(field Phrase, name string, communes []string) Message {
	return say("subsidies/ambiguous-commune",
		fmt.Sprintf("%s : « %s » désigne plusieurs communes : %s", field.FR, Quote(name), List(communes)),
		fmt.Sprintf(`%s: "%s" names several communes: %s`, field.EN, Quote(name), List(communes))).
		todo("donnez le code INSEE (code commune)", "give the INSEE code (commune_code)")
}

// SubsidyWithoutDepartment refuses a commune's name alone.
func SubsidyWithoutDepartment(field Phrase, name string) Message {
	return say("subsidies/no-department",
		fmt.Sprintf("%s : « %s », sans son département", field.FR, Quote(name)),
		fmt.Sprintf(`%s: "%s", without its département`, field.EN, Quote(name))).
		todo("une commune se donne par son code (code commune), par son département et son nom, ou par un SIREN",
			"a commune is given by its code (commune_code), by its département and its name, or by a SIREN")
}

// SubsidyInNoDepartment refuses what is no département.
func SubsidyInNoDepartment(field Phrase, cell string) Message {
	return say("subsidies/unknown-department",
		fmt.Sprintf("%s : « %s » n'est pas un département", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not a département`, field.EN, Quote(cell))).
		todo("son code ou son nom : 35, Ille-et-Vilaine", "its code or its name: 35, Ille-et-Vilaine")
}

// SubsidyNamedOtherwise refuses a row whose INSEE code is that of another commune than
// the one that it names.
func SubsidyNamedOtherwise(field Phrase, name, commune string) Message {
	return say("subsidies/code-and-name",
		fmt.Sprintf("%s : « %s », mais le code INSEE est celui de %s", field.FR, Quote(name), commune),
		fmt.Sprintf(`%s: "%s", but the INSEE code is that of %s`, field.EN, Quote(name), commune)).
		todo("corrigez l'un des deux", "mend one of the two")
}

// SubsidyElsewhere refuses a row whose commune is not of the EPCI whose SIREN it has.
func SubsidyElsewhere(field Phrase, siren, commune, epci string) Message {
	where := Phrase{"n'appartient à aucun EPCI", "belongs to no EPCI"}
	if epci != "" {
		where = Phrase{"appartient à " + epci, "belongs to " + epci}
	}
	return say("subsidies/siren-and-commune",
		fmt.Sprintf("%s : %s, mais %s %s", field.FR, siren, commune, where.FR),
		fmt.Sprintf("%s: %s, but %s %s", field.EN, siren, commune, where.EN)).
		todo("corrigez l'un des deux", "mend one of the two")
}

// SubsidiesOfOthers says which subsidies were left out, as their EPCI is not in the run:
// how many, euros in all, then by commune or by SIREN, see [AmountFor].
func SubsidiesOfOthers(rows int, total string, each []Phrase) Message {
	return say("subsidies/not-a-member",
		fmt.Sprintf("subventions écartées (%d, %s € en tout), leur EPCI n'est pas dans le calcul : %s", rows, grouped(total), listSome(each).FR),
		fmt.Sprintf("subsidies left out (%d, %s euros in all), as their EPCI is not in the run: %s", rows, total, listSome(each).EN))
}

// CostsOfOthers says the same of costs, by SIREN.
func CostsOfOthers(rows int, total string, each []Phrase) Message {
	return say("costs/not-a-member",
		fmt.Sprintf("coûts écartés (%d, %s € en tout), leur EPCI n'est pas dans le calcul : %s", rows, grouped(total), listSome(each).FR),
		fmt.Sprintf("costs left out (%d, %s euros in all), as their EPCI is not in the run: %s", rows, total, listSome(each).EN))
}

// listSome lists things in a sentence; of many, the first.
func listSome(all []Phrase) Phrase {
	const most = 20
	var fr, en []string
	for _, one := range all[:min(most, len(all))] {
		fr, en = append(fr, one.FR), append(en, one.EN)
	}
	if len(all) > most {
		fr, en = append(fr, "…"), append(en, "…")
	}
	return Phrase{List(fr), List(en)}
}

// DaysOfOtherYear says that some rows of costs or subsidies have a day outside the year of
// the run.
func DaysOfOtherYear(rows, year int, lines string) Message {
	what, line := Phrase{"pièces datées", "rows are dated"}, Phrase{"lignes", "lines"}
	if rows == 1 {
		what, line = Phrase{"pièce datée", "row is dated"}, Phrase{"ligne", "line"}
	}
	return say("amounts/other-year",
		fmt.Sprintf("%d %s hors de l'exercice %d : %s %s", rows, what.FR, year, line.FR, lines),
		fmt.Sprintf("%d %s outside the year %d: %s %s", rows, what.EN, year, line.EN, lines))
}

// DaysAfterDate says that some rows of costs or subsidies have a day after the date of the
// documents.
func DaysAfterDate(rows int, date Phrase, lines string) Message {
	what, line := Phrase{"pièces postérieures", "rows are dated"}, Phrase{"lignes", "lines"}
	if rows == 1 {
		what, line = Phrase{"pièce postérieure", "row is dated"}, Phrase{"ligne", "line"}
	}
	return say("amounts/after-date",
		fmt.Sprintf("%d %s au %s, date des documents : %s %s", rows, what.FR, date.FR, line.FR, lines),
		fmt.Sprintf("%d %s after %s, the date of the documents: %s %s", rows, what.EN, date.EN, line.EN, lines))
}

// RowAlike says that a row without reference is the same as another, at place first.
func RowAlike(first string) Message {
	return say("amounts/alike",
		"rien ne distingue cette ligne de "+Safe(first),
		"nothing tells this row from "+Safe(first)).
		todo("si c'est la même pièce, retirez l'une des deux ; sinon, donnez leurs références",
			"if it is one document, take one of the two away; if not, give their references")
}

// AmountFor says an amount, written as programs do, beside a name.
func AmountFor(name, amount string) Phrase {
	return Phrase{name + " " + grouped(amount) + " €", name + " " + amount + " euros"}
}

// ThisCommune names a commune by its name and INSEE code.
func ThisCommune(name, code string) string { return Quote(name) + " (" + code + ")" }
