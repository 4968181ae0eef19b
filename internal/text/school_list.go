package text

import "fmt"

// SheetSchools names the workbook's sheet of schools, and labels a file of them.
func SheetSchools() Phrase { return Phrase{"Écoles", "Schools"} }

// SchoolWord heads the column of schools' names.
func SchoolWord() Phrase { return Phrase{"École", "School"} }

// SectorWord heads the column that tells public schools from private ones.
func SectorWord() Phrase { return Phrase{"Secteur", "Sector"} }

// SectorOf says of which sector one school is, public or private; blank for one that is
// not known.
func SectorOf(sector string) Phrase {
	switch sector {
	case "public":
		return Phrase{"public", "public"}
	case "private":
		return Phrase{"privé", "private"}
	default:
		return Phrase{}
	}
}

// RentreeWord heads the column of the rentrées that pupils are of.
func RentreeWord() Phrase { return Phrase{"Rentrée", "Rentrée"} }

// CommuneWord heads the column of communes.
func CommuneWord() Phrase { return Phrase{"Commune", "Commune"} }

// CommuneCodeWord heads the column of communes' codes.
func CommuneCodeWord() Phrase { return Phrase{"Code INSEE", "INSEE code"} }

// PupilsWord heads the column of schools' pupils.
func PupilsWord() Phrase { return Phrase{"Élèves", "Pupils"} }

// WaveWord heads the column of the years that schools were equipped in.
func WaveWord() Phrase { return Phrase{"Tranche", "Wave"} }

// NewSchoolWord heads the column that tells schools equipped in the year.
func NewSchoolWord() Phrase { return Phrase{"Nouvelle", "New"} }

// FoundByWord heads the column that tells how a school's commune was found.
func FoundByWord() Phrase { return Phrase{"Commune trouvée par", "Commune found by"} }

// FoundInDirectory says how a commune was found: by what a directory says of the school.
func FoundInDirectory(way Phrase) Phrase {
	return Phrase{fmt.Sprintf("annuaire (%s)", way.FR), fmt.Sprintf("directory (%s)", way.EN)}
}

// Yes answers whether something is so.
func Yes() Phrase { return Phrase{"oui", "yes"} }

// No answers whether something is so.
func No() Phrase { return Phrase{"non", "no"} }

// SchoolsShown names the total of the schools that the filter shows.
func SchoolsShown() Phrase {
	return Phrase{"TOTAL des écoles affichées", "TOTAL of the schools shown"}
}

// TooManySchools says that the schools do not fit in a sheet.
func TooManySchools(schools, most int) Message {
	return say("xlsx/too-many-schools",
		fmt.Sprintf("il y a %d écoles : une feuille de classeur a %d lignes au plus", schools, most),
		fmt.Sprintf("there are %d schools: a workbook's sheet has at most %d rows", schools, most)).
		todo("choisissez csv ou json, ou moins d'EPCI (--epci)", "choose csv or json, or fewer EPCIs (--epci)")
}

// PupilsOfSchool names the pupils of one school, as a figure of a document.
func PupilsOfSchool(uai string) Phrase {
	return Phrase{
		fmt.Sprintf("école %s, élèves", Quote(uai)),
		fmt.Sprintf("school %s, pupils", Quote(uai)),
	}
}

// FileOf names a file in a sentence, and the rentrée that was kept of it.
func FileOf(file string, rentree int) Phrase {
	when := Rentree(rentree)
	return Phrase{fmt.Sprintf("%s (%s)", file, when.FR), fmt.Sprintf("%s (%s)", file, when.EN)}
}

// SchoolsFrom heads the schools that counts are made of: files, and how many of what.
func SchoolsFrom(files, counted string) Phrase {
	return Phrase{
		fmt.Sprintf("D'après %s, %s :", files, counted),
		fmt.Sprintf("According to %s, %s:", files, counted),
	}
}

// OfWhichNew counts the new ones among schools or pupils.
func OfWhichNew(counted string) Phrase {
	return Phrase{"dont " + counted, "of which " + counted}
}

// NewMark marks a school equipped in the year.
func NewMark() Phrase { return Phrase{"nouvelle", "new"} }
