package text

import "fmt"

// MixedKinds refuses a run of files of schools and of EPCIs; the places are those of their headers.
func MixedKinds(schools, epcis string) Message {
	return say("schools/mixed-kinds",
		fmt.Sprintf("%s a une ligne par école, %s une ligne par EPCI : un même calcul a l'un ou l'autre", Safe(schools), Safe(epcis)),
		fmt.Sprintf("%s has a row per school, %s a row per EPCI: a run has the one or the other", Safe(schools), Safe(epcis))).
		todo("faites deux calculs", "make two runs")
}

// IPSFile refuses the ministry's file of social position indices.
func IPSFile() Message {
	return say("schools/no-pupils",
		"c'est un fichier d'indices de position sociale (IPS) : il ne donne pas le nombre d'élèves",
		"this is a file of social position indices (IPS): it does not tell the pupils").
		todo(pupilsFile())
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
	fr, en := pupilsFile()
	return say("schools/no-pupils",
		"aucune colonne ne donne le nombre d'élèves",
		"no column tells the pupils").
		todo("elle peut s'appeler "+quoteAll(headers)+" ; "+fr, "it may be called "+quoteAll(headers)+"; "+en)
}

func pupilsFile() (fr, en string) {
	return "prenez le fichier du ministère « effectifs d'élèves par école »",
		"take the ministry's file “effectifs d'élèves par école”"
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

// WaveInOneFile says that the files of a run do not agree on saying when schools were equipped.
func WaveInOneFile(with, without string) Message {
	return say("schools/wave-in-one-file",
		fmt.Sprintf("les fichiers d'écoles d'un même calcul disent tous l'année d'équipement, ou aucun : %s la dit, %s ne la dit pas", Safe(with), Safe(without)),
		fmt.Sprintf("the files of schools of a run all say the wave, or none does: %s does, %s does not", Safe(with), Safe(without)))
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

// UnknownRentree says that nobody knows of which rentrée pupils are.
func UnknownRentree() Message {
	return say("schools/unknown-rentree",
		"rien ne dit de quelle rentrée sont ces effectifs : ceux d'un annuaire ont une ou deux rentrées de retard",
		"nothing tells of which rentrée these pupils are: a directory's are one or two rentrées old")
}

// NoSchools says that nothing is below the header.
func NoSchools() Message {
	return say("counts/no-rows", "aucune école sous la ligne d'en-tête", "no school below the header")
}

// NoneKept says that every school was left out; reasons say why, with rows.
func NoneKept(reasons Phrase) Message {
	return say("schools/none-kept",
		"aucune école n'est retenue ("+reasons.FR+")",
		"no school is kept ("+reasons.EN+")")
}
