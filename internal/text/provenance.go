package text

import (
	"fmt"
	"strings"
)

// AssumptionWord labels what was assumed of new pupils and schools.
func AssumptionWord() Phrase { return Phrase{"Hypothèse", "Assumption"} }

// AllAreNew says the assumption of `--new all` (R2), and the amount that rests on it; it
// is blank where none does.
func AllAreNew(amount string) Phrase { return allAreNew(" (--new all)", amount) }

// AllAssumedNew is AllAreNew in a document for people who know no flags.
func AllAssumedNew(amount string) Phrase { return allAreNew("", amount) }

func allAreNew(flag, amount string) Phrase {
	rests := restsOnIt(amount)
	return Phrase{
		"faute de décompte des nouveaux, tous les élèves et toutes les écoles sont comptés comme " +
			"équipés pour la première fois" + flag + rests.FR + ".",
		"as new ones are not counted apart, all pupils and schools are taken as " +
			"equipped for the first time" + flag + rests.EN + ".",
	}
}

// restsOnIt ends an assumption with the amount that rests on it, if any does.
func restsOnIt(amount string) Phrase {
	if amount == "" {
		return Phrase{}
	}
	return Phrase{fmt.Sprintf(" : %s en dépendent", amount), fmt.Sprintf(": %s rests on it", amount)}
}

// NoneAreNew says the assumption of `--new none` (R2).
func NoneAreNew() Phrase { return noneAreNew(" (--new none)") }

// NoneAssumedNew is NoneAreNew in a document for people who know no flags.
func NoneAssumedNew() Phrase { return noneAreNew("") }

func noneAreNew(flag string) Phrase {
	return Phrase{
		"aucun élève et aucune école ne sont comptés comme équipés pour la première fois" + flag + ".",
		"no pupil and no school is taken as equipped for the first time" + flag + ".",
	}
}

// OptionsWord labels what was asked for.
func OptionsWord() Phrase { return Phrase{"Options", "Options"} }

// With says which optional components are charged to all.
func With(components string) Phrase {
	return Phrase{"avec " + components, "with " + components}
}

// Without says which components are left out for all.
func Without(components string) Phrase {
	return Phrase{"sans " + components, "without " + components}
}

// FileWord labels a file of counts.
func FileWord() Phrase { return Phrase{"Fichier", "File"} }

// NoFile says that the counts come from the command line.
func NoFile() Phrase {
	return Phrase{
		"aucun, effectifs donnés en ligne de commande",
		"none, counts given on the command line",
	}
}

// Labelled puts a name before what is said of it.
func Labelled(name, words string) Phrase { return Phrase{name + " : " + words, name + ": " + words} }

// RowsRead says how many rows were read, and how many were kept.
func RowsRead(rows, kept int) Phrase {
	read := Plural(int64(rows), Phrase{"ligne lue", "row read"}, Phrase{"lignes lues", "rows read"})
	retained := Plural(int64(kept), Phrase{"retenue", "kept"}, Phrase{"retenues", "kept"})
	return Phrase{
		fmt.Sprintf("%d\u00a0%s = %d\u00a0%s", rows, read.FR, kept, retained.FR),
		fmt.Sprintf("%d\u00a0%s = %d\u00a0%s", rows, read.EN, kept, retained.EN),
	}
}

// Delimiter names what parts the cells of a delimited file.
func Delimiter(delimiter string) Phrase {
	if delimiter == "\t" {
		return Phrase{"séparateur tabulation", "tab as delimiter"}
	}
	return Phrase{
		fmt.Sprintf("séparateur « %s »", delimiter),
		fmt.Sprintf("delimiter %q", delimiter),
	}
}

// Encoding names a file's encoding as people write it.
func Encoding(encoding string) Phrase {
	switch encoding {
	case "utf-8-bom":
		return Phrase{"UTF-8 avec BOM", "UTF-8 with BOM"}
	case "windows-1252":
		return Phrase{"Windows-1252", "Windows-1252"}
	}
	name := strings.ToUpper(encoding)
	return Phrase{name, name}
}

// Sheet names the sheet that was read.
func Sheet(name string) Phrase {
	return Phrase{
		fmt.Sprintf("feuille « %s »", name),
		fmt.Sprintf("sheet %q", name),
	}
}

// TitleLines says how many lines above the header were skipped.
func TitleLines(lines int) Phrase {
	words := Plural(int64(lines),
		Phrase{"ligne de titre passée", "title line skipped"},
		Phrase{"lignes de titre passées", "title lines skipped"})
	return Phrase{
		fmt.Sprintf("%d %s", lines, words.FR),
		fmt.Sprintf("%d %s", lines, words.EN),
	}
}

// StandardInput names what was read from standard input.
func StandardInput() Phrase { return Phrase{"entrée standard", "standard input"} }

// Fingerprint shows the beginning of a file's SHA-256.
func Fingerprint(sha string) Phrase {
	return Phrase{"SHA-256 " + sha + "…", "SHA-256 " + sha + "…"}
}

// FingerprintWord labels a file's SHA-256.
func FingerprintWord() Phrase { return Phrase{"SHA-256", "SHA-256"} }

// YearWord labels the year.
func YearWord() Phrase { return Phrase{"Exercice", "Year"} }

// EPCIsWord labels how many EPCIs there are.
func EPCIsWord() Phrase { return Phrase{"EPCI", "EPCIs"} }

// NotCountedApart says that the files do not tell new pupils and schools from others.
func NotCountedApart() Phrase {
	return Phrase{"nouveaux élèves et nouvelles écoles non comptés à part", "new pupils and new schools not counted apart"}
}

// NewWord labels what is known of new pupils and schools.
func NewWord() Phrase { return Phrase{"Nouveaux", "New"} }

// RowsWord labels how many rows were read.
func RowsWord() Phrase { return Phrase{"Lignes", "Rows"} }

// DetectedWord labels what was detected of a file.
func DetectedWord() Phrase { return Phrase{"Détecté", "Detected"} }

// Valid ends the summary of valid counts.
func Valid() Phrase { return Phrase{"Valide", "Valid"} }
