package text

import (
	"fmt"
	"strconv"
	"strings"
)

// MixedKinds refuses a run of files of schools and of EPCIs; the places are those of their headers.
func MixedKinds(schools, epcis string) Message {
	return say("schools/mixed-kinds",
		fmt.Sprintf("%s a une ligne par école, %s une ligne par EPCI : un même calcul a l'un ou l'autre", Safe(schools), Safe(epcis)),
		fmt.Sprintf("%s has a row per school, %s a row per EPCI: a run has the one or the other", Safe(schools), Safe(epcis))).
		todo("faites deux calculs", "make two runs")
}

// IPSFile refuses the ministry's file of social position indices.
func IPSFile() Message {
	file := TakePupilsFile()
	return say("schools/no-pupils",
		"c'est un fichier d'indices de position sociale (IPS) : il ne donne pas le nombre d'élèves",
		"this is a file of social position indices (IPS): it does not tell the pupils").
		todo(file.FR, file.EN)
}

// DirectoryFile refuses a directory of schools without pupils.
func DirectoryFile() Message {
	return say("schools/no-pupils",
		"c'est un annuaire sans effectifs : il ne donne pas le nombre d'élèves",
		"this is a directory without pupils").
		todo("donnez-le par --annuaire, à côté du fichier du ministère « effectifs d'élèves par école »",
			"give it with --annuaire, beside the ministry's file “effectifs d'élèves par école”")
}

// NoPupilsColumn refuses a file of schools without pupils; headers are those that are read.
func NoPupilsColumn(headers []string) Message {
	file := TakePupilsFile()
	return say("schools/no-pupils",
		"aucune colonne ne donne le nombre d'élèves",
		"no column tells the pupils").
		todo("elle peut s'appeler "+quoteAll(headers)+" ; "+file.FR, "it may be called "+quoteAll(headers)+"; "+file.EN)
}

// TakePupilsFile says which file tells the pupils.
func TakePupilsFile() Phrase {
	return Phrase{
		"prenez le fichier du ministère « effectifs d'élèves par école »",
		"take the ministry's file “effectifs d'élèves par école”",
	}
}

// NoSectorColumn refuses to tell public schools from private ones without a column.
func NoSectorColumn(sector string) Message {
	return say("schools/no-sector",
		fmt.Sprintf("aucune colonne ne dit le secteur, or seul un secteur est retenu (%s)", sector),
		fmt.Sprintf("no column tells the sector, and only one is kept (%s)", sector)).
		todo("--sector all retient toutes les écoles", "--sector all keeps all schools")
}

// NoCommuneColumn says that nothing tells where schools are.
func NoCommuneColumn() Message {
	return say("schools/no-commune-column",
		"aucune colonne ne donne la commune des écoles, ni son code INSEE",
		"no column gives the schools' commune, nor its INSEE code").
		todo("donnez l'annuaire de l'éducation par --annuaire : il les trouve par leur UAI",
			"give the directory of schools with --annuaire: it finds them by their UAI")
}

// NoDirectoryHeader says that no row at the top of a file given by --annuaire has a column
// of UAIs; first is what the file begins with, most how many lines were looked at.
func NoDirectoryHeader(first string, most int) Message {
	return say("schools/no-directory-header",
		fmt.Sprintf("--annuaire : aucune colonne d'UAI (« Identifiant_de_l_etablissement ») dans les %d premières lignes ; le fichier commence par « %s »", most, Quote(first)),
		fmt.Sprintf(`--annuaire: no column of UAIs ("Identifiant_de_l_etablissement") in the first %d lines; the file begins with "%s"`, most, Quote(first)))
}

// NoDirectoryCommune refuses a file given by --annuaire that does not tell communes.
func NoDirectoryCommune() Message {
	return say("schools/no-directory-commune",
		"--annuaire : aucune colonne ne donne le code INSEE de la commune (« Code_commune »), ni son nom",
		`--annuaire: no column gives the commune's INSEE code ("Code_commune"), nor its name`)
}

// RentreeInOneFile says that the files of a run do not agree on having a column of rentrées.
func RentreeInOneFile(with, without string) Message {
	return say("schools/rentree-in-one-file",
		fmt.Sprintf("les fichiers d'écoles d'un même calcul ont tous une colonne rentrée, ou aucun : %s en a une, %s n'en a pas", Safe(with), Safe(without)),
		fmt.Sprintf("the files of schools of a run all have a column rentree, or none does: %s has one, %s has not", Safe(with), Safe(without)))
}

// EquipmentInOneFile says that the files of a run do not agree on having a column that
// tells which schools are equipped.
func EquipmentInOneFile(field Phrase, with, without string) Message {
	return say("schools/equipment-in-one-file",
		fmt.Sprintf("les fichiers d'écoles d'un même calcul ont tous la colonne « %s », ou aucun : %s l'a, %s ne l'a pas", field.FR, Safe(with), Safe(without)),
		fmt.Sprintf("the files of schools of a run all have the column %s, or none does: %s has it, %s has not", field.EN, Safe(with), Safe(without)))
}

// WaveNeedsYear asks for the year by which schools count as equipped.
func WaveNeedsYear(field Phrase) Message {
	return say("schools/wave-needs-year",
		fmt.Sprintf("la colonne « %s » dit quand chaque école est équipée : il faut l'année du calcul", field.FR),
		fmt.Sprintf("column %s tells when each school is equipped: the year of the run is needed", field.EN)).
		todo("ajoutez --year ANNÉE", "add --year YEAR")
}

// RentreeNoColumn refuses --rentree where no column tells it.
func RentreeNoColumn(rentree int) Message {
	return say("schools/no-rentree-column",
		fmt.Sprintf("--rentree %d : aucune colonne ne dit la rentrée", rentree),
		fmt.Sprintf("--rentree %d: no column tells the rentrée", rentree))
}

// NoSuchRentree refuses a rentrée that no row has; rentrees are those that there are.
func NoSuchRentree(rentree int, rentrees []string) Message {
	return say("schools/no-such-rentree",
		fmt.Sprintf("--rentree %d : aucune ligne de cette rentrée, mais %s", rentree, List(rentrees)),
		fmt.Sprintf("--rentree %d: no row of that rentrée, but %s", rentree, List(rentrees)))
}

// LatestRentree says which rentrée of several was kept, as nobody asked for one.
func LatestRentree(kept int, others []string) Message {
	return say("schools/latest-rentree",
		fmt.Sprintf("la dernière rentrée est retenue, %d ; écartées : %s", kept, List(others)),
		fmt.Sprintf("the latest rentrée is kept, %d; left out: %s", kept, List(others))).
		todo("--rentree en retient une autre", "--rentree keeps another")
}

// FileRentree names a file in a list, with its latest rentrée.
func FileRentree(name string, rentree int) string { return fmt.Sprintf("%s (%d)", Safe(name), rentree) }

// RentreesDiffer refuses files of schools whose latest rentrées differ; common is the
// latest that all have, 0 for none.
func RentreesDiffer(files []string, common int) Message {
	m := say("schools/rentrees-differ",
		"les fichiers d'écoles d'un même calcul n'ont pas la même dernière rentrée : "+List(files),
		"the files of schools of a run have not the same latest rentrée: "+List(files))
	if common == 0 {
		return m.todo("choisissez avec --rentree celle qui est retenue ; un fichier qui ne l'a pas est laissé de côté",
			"choose with --rentree which is kept; a file that has it not is left aside")
	}
	return m.todo(fmt.Sprintf("tous ont la rentrée %d : --rentree %d", common, common),
		fmt.Sprintf("all have the rentrée %d: --rentree %d", common, common))
}

// RentreeNotInFile says that a file has no row of the rentrée asked for; rentrees are those
// that it has.
func RentreeNotInFile(rentree int, rentrees []string) Message {
	return say("schools/rentree-not-in-file",
		fmt.Sprintf("aucune ligne de la rentrée %d, mais %s : aucune école de ce fichier n'est retenue", rentree, List(rentrees)),
		fmt.Sprintf("no row of the rentrée %d, but %s: no school of this file is kept", rentree, List(rentrees)))
}

// RentreeAndYear says that a rentrée is far from the year of the run.
func RentreeAndYear(rentree, year int) Message {
	return say("schools/rentree-and-year",
		fmt.Sprintf("les effectifs sont de la rentrée %d, l'année du calcul est %d", rentree, year),
		fmt.Sprintf("the pupils are of the rentrée %d, the year of the run is %d", rentree, year)).
		todo(fmt.Sprintf("si c'est voulu, --rentree %d le dit", rentree), fmt.Sprintf("if it is meant, --rentree %d says so", rentree))
}

// UnknownRentree says that nobody knows of which rentrée pupils are; those of a directory
// are old.
func UnknownRentree(directory bool) Message {
	fr, en := "rien ne dit de quelle rentrée sont ces effectifs", "nothing tells of which rentrée these pupils are"
	if directory {
		fr += " : ceux d'un annuaire ont une ou deux rentrées de retard"
		en += ": a directory's are one or two rentrées old"
	}
	return say("schools/unknown-rentree", fr, en)
}

// TooManyPupils refuses a member of more pupils than a count may have; the place is that
// of its first school.
func TooManyPupils(siren, name string, pupils, most int64) Message {
	return say("schools/too-many-pupils",
		fmt.Sprintf("%s (%s) : la somme des élèves de ses écoles est %s, la limite %s",
			siren, Quote(name), grouped(strconv.FormatInt(pupils, 10)), grouped(strconv.FormatInt(most, 10))),
		fmt.Sprintf("%s (%s): its schools have %d pupils, and the limit is %d", siren, Quote(name), pupils, most))
}

// UnknownSchoolColumns names the columns of a file of schools that are not read, and that
// the ministry's files do not have.
func UnknownSchoolColumns(headers []string) Message {
	list := quoteSome(headers)
	return say("schools/unknown-columns", "colonnes non lues : "+list.FR, "columns not read: "+list.EN)
}

// NotOfSchools refuses a column that says of members what a file of schools cannot say;
// field is what it reads as.
func NotOfSchools(header, field string) Message {
	return say("schools/column-of-members",
		fmt.Sprintf("« %s » (%s) ne se dit pas école par école", Quote(header), field),
		fmt.Sprintf(`"%s" (%s) is not said school by school`, Quote(header), field)).
		todo("une option, une quantité, une subvention ou un montant voté se dit par --members, un coût par --costs, l'année par --year, le nouveau par la colonne « tranche » ; sinon, renommez la colonne",
			"a choice, a quantity, a subsidy or a voted amount is said with --members, a cost with --costs, the year with --year, what is new with the column wave; else rename the column")
}

// NoSchools says that nothing is below the header.
func NoSchools() Message {
	return say("counts/no-rows", "aucune école sous la ligne d'en-tête", "no school below the header")
}

// NoneKept says that every school was left out; why says for what reasons, with rows, and
// ways what to try.
func NoneKept(why, ways []Phrase) Message {
	reasons, try := joined(why, ", ", ", "), joined(ways, " ; ", "; ")
	m := say("schools/none-kept",
		"aucune école n'est retenue ("+reasons.FR+")",
		"no school is kept ("+reasons.EN+")")
	return m.todo(try.FR, try.EN)
}

// joined puts phrases one after the other.
func joined(all []Phrase, sepFR, sepEN string) Phrase {
	var inFR, inEN []string
	for _, p := range all {
		inFR, inEN = append(inFR, p.FR), append(inEN, p.EN)
	}
	return Phrase{strings.Join(inFR, sepFR), strings.Join(inEN, sepEN)}
}

// OtherSectors says how to keep schools of another sector than the one that is kept.
func OtherSectors(kept string) Phrase {
	other := "private"
	if kept == "private" {
		other = "public"
	}
	return Phrase{"essayez --sector " + other + " ou --sector all", "try --sector " + other + " or --sector all"}
}

// CheckEquipment says what to look at where no school is equipped.
func CheckEquipment() Phrase {
	return Phrase{"vérifiez les colonnes d'équipement, et --year", "check the columns of equipment, and --year"}
}

// CheckDepartments says what to look at where no school is a member's.
func CheckDepartments() Phrase {
	return Phrase{
		"aucune école n'y est celle d'un adhérent : vérifiez que le fichier est celui de leur département",
		"no school there is a member's: check that the file is that of their département",
	}
}
