package text

import "fmt"

// RoleWord labels a file by what it was read for; role is the code that programs know.
func RoleWord(role string) Phrase {
	switch role {
	case "schools":
		return SheetSchools()
	case "members":
		return Phrase{"Adhérents", "Members"}
	case "costs":
		return Phrase{"Coûts", "Costs"}
	case "subsidies":
		return Phrase{"Subventions", "Subsidies"}
	case "directory":
		return Phrase{"Annuaire", "Directory"}
	case "communes":
		return Phrase{"Communes", "Communes"}
	default:
		return FileWord()
	}
}

// LeftOut says how many rows were left out, for the reason that the code tells.
func LeftOut(reason string, rows int) Phrase {
	words := LeftOutFor(reason, rows)
	return Phrase{
		fmt.Sprintf("%d\u00a0%s", rows, words.FR),
		fmt.Sprintf("%d\u00a0%s", rows, words.EN),
	}
}

// LeftOutFor says which rows were left out, for the reason that the code tells: it goes on
// after "rows read = rows kept + rows".
func LeftOutFor(reason string, rows int) Phrase {
	one, many := Phrase{"écartée", "left out"}, Phrase{"écartées", "left out"}
	switch reason {
	case "total":
		one, many = Phrase{"ligne de total", "total line"}, Phrase{"lignes de total", "total lines"}
	case "other-year":
		one = Phrase{"d'une autre année", "of another year"}
		many = one
	case "other-rentree":
		one = Phrase{"d'une autre rentrée", "of another rentrée"}
		many = one
	case "not-a-school":
		one = Phrase{"qui n'est pas une école", "that is no school"}
		many = Phrase{"qui ne sont pas des écoles", "that are no schools"}
	case "sector":
		one = Phrase{"d'un autre secteur", "of another sector"}
		many = one
	case "not-equipped":
		one, many = Phrase{"non équipée", "not equipped"}, Phrase{"non équipées", "not equipped"}
	case "no-pupils":
		one = Phrase{"sans effectif d'élèves", "without a number of pupils"}
		many = one
	case "no-epci":
		one = Phrase{"d'une commune sans EPCI", "of a commune without EPCI"}
		many = Phrase{"de communes sans EPCI", "of communes without EPCI"}
	case "not-a-member":
		one = Phrase{"d'un EPCI non adhérent ou non demandé", "of an EPCI that is no member or not asked for"}
		many = Phrase{"d'EPCI non adhérents ou non demandés", "of EPCIs that are no members or not asked for"}
	}
	return Plural(int64(rows), one, many)
}

// RowsReadWord names all rows of a file, in the table of what became of them.
func RowsReadWord() Phrase { return Phrase{"lignes lues", "rows read"} }

// RowsKeptWord names those that were kept.
func RowsKeptWord() Phrase { return Phrase{"retenues", "kept"} }

// KeptWord labels which schools of a file were kept.
func KeptWord() Phrase { return Phrase{"Retenu", "Kept"} }

// KeptSchools says which schools of a file were kept: sector is public, private or all;
// rentree is 0 where no column tells it.
func KeptSchools(sector string, rentree int) Phrase {
	schools, when := SectorSchools(sector, 2), Rentree(rentree)
	return Phrase{schools.FR + ", " + when.FR, schools.EN + ", " + when.EN}
}

// Rentree says of which rentrée pupils are; 0 is unknown.
func Rentree(year int) Phrase {
	if year == 0 {
		return Phrase{"rentrée inconnue", "unknown rentrée"}
	}
	return Phrase{fmt.Sprintf("rentrée %d", year), fmt.Sprintf("rentrée %d", year)}
}

// SectorSchools names n schools of a sector.
func SectorSchools(sector string, n int) Phrase {
	one, many := Phrase{"école publique ou privée", "school, public or private"}, Phrase{"écoles publiques et privées", "schools, public and private"}
	switch sector {
	case "public":
		one, many = Phrase{"école publique", "public school"}, Phrase{"écoles publiques", "public schools"}
	case "private":
		one, many = Phrase{"école privée", "private school"}, Phrase{"écoles privées", "private schools"}
	}
	return Plural(int64(n), one, many)
}

// CompositionWord labels by what communes and EPCIs were known.
func CompositionWord() Phrase { return Phrase{"Composition", "Composition"} }

// CompositionOf says of which day the communes and their EPCIs are, and by what source; the
// day is blank where the source does not tell.
func CompositionOf(day Phrase, source string) Phrase {
	if day.FR == "" {
		return Phrase{"communes et EPCI d'après " + source, "communes and EPCIs as told by " + source}
	}
	return Phrase{
		fmt.Sprintf("communes et EPCI au %s : %s", day.FR, source),
		fmt.Sprintf("communes and EPCIs on %s: %s", day.EN, source),
	}
}

// BuiltInComposition tells the day of the composition that the program carries.
func BuiltInComposition(day Phrase) Phrase {
	return Phrase{"communes et EPCI au " + day.FR, "communes and EPCIs of " + day.EN}
}
