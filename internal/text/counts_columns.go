package text

import "fmt"

// NoHeader says that no row at the top of a file has a column siren, nor one of UAIs;
// first is what the file begins with, most how many lines were looked at.
func NoHeader(first string, most int) Message {
	return say("counts/no-header",
		fmt.Sprintf("aucune colonne « siren » ni « UAI » dans les %d premières lignes ; le fichier commence par « %s »", most, Quote(first)),
		fmt.Sprintf(`no column "siren" nor "UAI" in the first %d lines; the file begins with "%s"`, most, Quote(first))).
		todo("une ligne par EPCI, sous une ligne d'en-tête avec siren, élèves, écoles ; ou une par école, avec UAI, commune, secteur, élèves ; ou --map siren=En-tête",
			"one row per EPCI, under a header with siren, pupils, schools; or one per school, with UAI, commune, sector, pupils; or --map siren=Header")
}

// RowAboveHeader refuses a row of counts, or a total line, above the header, where only
// titles are; cell is what it was known by.
func RowAboveHeader(cell string) Message {
	return say("counts/row-above-header",
		fmt.Sprintf("ligne de données (« %s ») au-dessus de l'en-tête : elle ne serait pas lue", Quote(cell)),
		fmt.Sprintf(`a row of data ("%s") above the header: it would not be read`, Quote(cell))).
		todo("placez-la sous la ligne d'en-tête ; si c'est un titre, ôtez-la",
			"put it below the header; if it is a title, take it away")
}

// BlankRows says that no row of a file has anything.
func BlankRows() Message {
	return say("counts/no-header", "le fichier n'a que des lignes vides", "the file has only blank rows")
}

// RatesFile says that a file given as counts looks like a rate file.
func RatesFile() Message {
	return say("counts/rates-file",
		"ce fichier ressemble à une grille tarifaire, pas à des effectifs",
		"this file looks like a rate file, not like counts").
		todo("une grille se donne par --rates", "a rate file is given by --rates")
}

// NoRows says that nothing is below the header.
func NoRows() Message {
	return say("counts/no-rows", "aucun EPCI sous la ligne d'en-tête", "no EPCI below the header")
}

// TwoColumns says that a column reads as a field that another one, at place first, is
// read as already.
func TwoColumns(field Phrase, header, first string) Message {
	return say("counts/two-columns",
		fmt.Sprintf("« %s » se lit comme « %s », la colonne en %s", Quote(header), field.FR, Safe(first)),
		fmt.Sprintf(`"%s" reads as %s, which the column at %s already gives`, Quote(header), field.EN, Safe(first))).
		todo(fmt.Sprintf("retirez l'une des deux, ou choisissez avec --map %s=En-tête", field.EN),
			fmt.Sprintf("take one of them away, or choose with --map %s=Header", field.EN))
}

// MisspeltColumn says that a header is nearly that of a field that is not there.
func MisspeltColumn(header, near string) Message {
	return say("counts/misspelt-column",
		fmt.Sprintf("colonne inconnue « %s » : vouliez-vous dire « %s » ?", Quote(header), near),
		fmt.Sprintf(`unknown column "%s": did you mean "%s"?`, Quote(header), near))
}

// UnknownColumns names the columns that are not read.
func UnknownColumns(headers []string) Message {
	list := quoteSome(headers)
	return say("counts/unknown-columns", "colonnes non lues : "+list.FR, "columns not read: "+list.EN)
}

// OtherTariffColumns names the columns that only other tariffs than the chosen one use.
func OtherTariffColumns(headers []string, version string) Message {
	list := quoteSome(headers)
	return say("counts/other-tariff-columns",
		fmt.Sprintf("colonnes que la grille « %s » n'utilise pas : %s", version, list.FR),
		fmt.Sprintf(`columns that the tariff "%s" does not use: %s`, version, list.EN))
}

// MandatoryChoice says that a column lets members choose what all are charged.
func MandatoryChoice(field Phrase) Message {
	return say("counts/mandatory-choice",
		field.FR+" : cette part est obligatoire, elle ne se choisit pas",
		field.EN+": this component is mandatory, it is not to be chosen").
		todo("retirez la colonne", "take the column away")
}

// UnderNoHeader says that a cell has a value and its column no header.
func UnderNoHeader(cell string) Message {
	return say("counts/under-no-header",
		fmt.Sprintf("« %s » n'est sous aucun en-tête", Quote(cell)),
		fmt.Sprintf(`"%s" is under no header`, Quote(cell)))
}

// ShortRow says that a row has fewer cells than the header.
func ShortRow(cells, header int) Message {
	return say("counts/short-row",
		fmt.Sprintf("la ligne n'a pas autant de cellules que l'en-tête (%d au lieu de %d)", cells, header),
		fmt.Sprintf("the row has fewer cells than the header (%d instead of %d)", cells, header))
}

// NewInOneFile says that the files of a run do not agree on having new_pupils or
// new_schools: the one at place with has them.
func NewInOneFile(with, without string) Message {
	return say("counts/new-in-one-file",
		fmt.Sprintf("les fichiers d'un même calcul ont tous nouveaux élèves ou nouvelles écoles, ou aucun : %s en a, %s n'en a pas", Safe(with), Safe(without)),
		fmt.Sprintf("the files of a run all have new_pupils or new_schools, or none does: %s has, %s has not", Safe(with), Safe(without)))
}

// YearInOneFile says that the files of a run do not agree on having a column year.
func YearInOneFile(with, without string) Message {
	return say("counts/year-in-one-file",
		fmt.Sprintf("les fichiers d'un même calcul ont tous une colonne exercice (ou année), ou aucun : %s en a une, %s n'en a pas", Safe(with), Safe(without)),
		fmt.Sprintf("the files of a run all have a column year, or none does: %s has one, %s has not", Safe(with), Safe(without))).
		todo("ou donnez --year", "or give --year")
}

// HiddenRows says that hidden rows of a workbook are read like the others.
func HiddenRows(rows string) Message {
	return say("counts/hidden-rows",
		"lignes masquées, lues comme les autres : "+rows,
		"hidden rows, read like the others: "+rows)
}

// HiddenColumns says that hidden columns of a workbook are read like the others.
func HiddenColumns(columns string) Message {
	return say("counts/hidden-columns",
		"colonnes masquées, lues comme les autres : "+columns,
		"hidden columns, read like the others: "+columns)
}

// UnknownMapField refuses a --map of a field that there is not.
func UnknownMapField(field, near string) Message {
	fr, en := "", ""
	if near != "" {
		fr, en = fmt.Sprintf(" : vouliez-vous dire « %s » ?", near), fmt.Sprintf(`: did you mean "%s"?`, near)
	}
	return say("counts/unknown-map-field",
		fmt.Sprintf("--map : aucune donnée ne s'appelle « %s »%s", Quote(field), fr),
		fmt.Sprintf(`--map: there is no field "%s"%s`, Quote(field), en))
}

// UnusedMapField refuses a --map of a field that the chosen tariff does not use.
func UnusedMapField(field, version string) Message {
	return say("counts/unused-map-field",
		fmt.Sprintf("--map : la grille « %s » n'utilise pas %s", version, field),
		fmt.Sprintf(`--map: the tariff "%s" does not use %s`, version, field))
}

// MapHeaderTwice refuses a --map of one header for two fields.
func MapHeaderTwice(header, first, second string) Message {
	return say("counts/map-header-twice",
		fmt.Sprintf("--map : « %s » désigne à la fois %s et %s", Quote(header), first, second),
		fmt.Sprintf(`--map: "%s" names both %s and %s`, Quote(header), first, second))
}

// MapFieldTwice refuses two columns of a file that --map names for one field.
func MapFieldTwice(field, first, second string) Message {
	return say("counts/map-field-twice",
		fmt.Sprintf("--map : « %s » et « %s » désignent tous deux %s", Quote(first), Quote(second), field),
		fmt.Sprintf(`--map: "%s" and "%s" both name %s`, Quote(first), Quote(second), field))
}

// MapHeaderNowhere refuses a --map of a header that no file has; headers are those
// that there are.
func MapHeaderNowhere(header string, headers []string) Message {
	return say("counts/map-header-nowhere",
		fmt.Sprintf("--map : aucun fichier n'a de colonne « %s »", Quote(header)),
		fmt.Sprintf(`--map: no file has a column "%s"`, Quote(header))).
		todo("les colonnes sont "+quoteAll(headers),
			"the columns are "+quoteAll(headers))
}
