package text

import (
	"fmt"
	"strconv"
)

// TariffWord labels the tariff of a run.
func TariffWord() Phrase { return Phrase{"Grille", "Tariff"} }

// ChosenWord labels how the tariff was chosen.
func ChosenWord() Phrase { return Phrase{"Choix", "Choice"} }

// SourceWord labels a tariff's source.
func SourceWord() Phrase { return Phrase{"Source", "Source"} }

// TariffTitled names a tariff by its version and title.
func TariffTitled(version, title string) Phrase {
	if title == "" {
		return Phrase{version, version}
	}
	return Phrase{
		fmt.Sprintf("%s (« %s »)", version, title),
		fmt.Sprintf("%s (%q)", version, title),
	}
}

// Adopted and its contrary say a tariff's status.
func Adopted(adopted bool) Phrase {
	if adopted {
		return Phrase{"adoptée", "adopted"}
	}
	return Phrase{"projet, non adoptée", "draft, not adopted"}
}

// DatedOn says which date a tariff bears, as a day in words.
func DatedOn(day Phrase) Phrase { return Phrase{"datée du " + day.FR, "dated " + day.EN} }

// Since says from when, as a day in words.
func Since(from Phrase) Phrase { return Phrase{"depuis le " + from.FR, "since " + from.EN} }

// Between says from when to when, as days in words.
func Between(from, to Phrase) Phrase {
	return Phrase{"du " + from.FR + " au " + to.FR, "from " + from.EN + " to " + to.EN}
}

// TariffInForce says when a tariff is in force.
func TariffInForce(period Phrase) Phrase {
	return Phrase{"en vigueur " + period.FR, "in force " + period.EN}
}

// TariffMeant says when a draft is meant to be in force.
func TariffMeant(period Phrase) Phrase {
	return Phrase{"prévue " + period.FR, "meant to be in force " + period.EN}
}

// Starting says from when what is not yet is meant to be, as a day in words.
func Starting(from Phrase) Phrase { return Phrase{"à partir du " + from.FR, "from " + from.EN} }

// Day writes a date (2019-06-26) in words; another text stays as it is.
func Day(date string) Phrase {
	if len(date) != len("2019-06-26") {
		return Phrase{date, date}
	}
	month, err1 := strconv.Atoi(date[5:7])
	day, err2 := strconv.Atoi(date[8:])
	if err1 != nil || err2 != nil || month < 1 || month > 12 {
		return Phrase{date, date}
	}
	first := strconv.Itoa(day)
	if day == 1 {
		first = "1er"
	}
	m := months()[month-1]
	return Phrase{
		first + "\u00a0" + m.FR + "\u00a0" + date[:4],
		strconv.Itoa(day) + " " + m.EN + " " + date[:4],
	}
}

func months() [12]Phrase {
	return [12]Phrase{
		{"janvier", "January"},
		{"février", "February"},
		{"mars", "March"},
		{"avril", "April"},
		{"mai", "May"},
		{"juin", "June"},
		{"juillet", "July"},
		{"août", "August"},
		{"septembre", "September"},
		{"octobre", "October"},
		{"novembre", "November"},
		{"décembre", "December"},
	}
}

// ChosenBy says how the tariff was chosen (R8): by is version, date, file, year or
// default.
func ChosenBy(by string, year int) Phrase {
	switch by {
	case "version":
		return Phrase{"grille désignée par sa version", "tariff named by its version"}
	case "date":
		return Phrase{"grille en vigueur à la date demandée", "tariff in force on the date asked for"}
	case "file":
		return Phrase{"grille du fichier de tarifs", "tariff of the rate file"}
	case "year":
		return Phrase{
			fmt.Sprintf("grille en vigueur toute l'année %d", year),
			fmt.Sprintf("tariff in force all the year %d", year),
		}
	}
	return Phrase{"grille par défaut, l'année n'étant pas connue", "default tariff, as the year is not known"}
}

// Semicolon parts the members of a long list.
func Semicolon() Phrase { return Phrase{" ; ", "; "} }

// TariffHeading heads a tariff that is shown.
func TariffHeading(tariff string) Phrase {
	return Phrase{"Grille tarifaire " + tariff, "Tariff " + tariff}
}

// StatusWord labels whether a tariff is adopted.
func StatusWord() Phrase { return Phrase{"Statut", "Status"} }

// DeploymentWord labels over how many years schools are equipped.
func DeploymentWord() Phrase { return Phrase{"Déploiement", "Deployment"} }

// DeploymentOver says over how many years schools are equipped; article may be blank.
func DeploymentOver(years int, article string) Phrase {
	words := Plural(int64(years), Phrase{"an", "year"}, Phrase{"ans", "years"})
	if article != "" {
		article = fmt.Sprintf(" (article\u00a0%s)", article)
	}
	return Phrase{
		fmt.Sprintf("sur %d %s%s", years, words.FR, article),
		fmt.Sprintf("over %d %s%s", years, words.EN, article),
	}
}

// DeclaredBasis names a basis that a tariff declares, by its id and its label.
func DeclaredBasis(id, label string) Phrase {
	return Phrase{fmt.Sprintf("%s : %s", id, label), fmt.Sprintf("%s: %s", id, label)}
}

// IDWord heads the ids that files and flags take.
func IDWord() Phrase { return Phrase{"Identifiant", "Id"} }

// PerWord heads what a rate is for.
func PerWord() Phrase { return Phrase{"Unité", "Unit"} }

// ChoiceWord heads whether a component is optional.
func ChoiceWord() Phrase { return Phrase{"Choix", "Choice"} }

// IfDeclared says that a component is charged where its cost is declared (R4).
func IfDeclared() Phrase { return Phrase{"si déclarée", "if declared"} }

// OptionalWord says whether a component is optional.
func OptionalWord(optional bool) Phrase {
	if optional {
		return Phrase{"optionnelle", "optional"}
	}
	return Phrase{"obligatoire", "mandatory"}
}

// Tiering names how tiers are applied; [TieringMeans] says it in full.
func Tiering(volume bool) Phrase {
	if volume {
		return Phrase{"tranches au volume", "volume tiers"}
	}
	return Phrase{"tranches progressives", "graduated tiers"}
}

// TieringMeans says how tiers are applied.
func TieringMeans(volume bool) Phrase {
	if volume {
		return Phrase{
			"Tranches au volume : toutes les unités au tarif de la tranche où tombe leur nombre.",
			"Volume tiers: all units at the rate of the tier that their number falls in.",
		}
	}
	return Phrase{
		"Tranches progressives : chaque unité au tarif de sa tranche.",
		"Graduated tiers: each unit at the rate of its tier.",
	}
}

// MinimumWord labels the least that a component is charged.
func MinimumWord() Phrase { return Phrase{"minimum", "minimum"} }

// MaximumWord labels the most that a component is charged.
func MaximumWord() Phrase { return Phrase{"maximum", "maximum"} }

// DefaultWord marks the tariff taken where nothing chooses one.
func DefaultWord() Phrase { return Phrase{"par défaut", "default"} }

// EmbeddedWord says that a tariff comes with the program.
func EmbeddedWord() Phrase { return Phrase{"incluse", "embedded"} }

// VersionWord heads the versions of tariffs.
func VersionWord() Phrase { return Phrase{"Version", "Version"} }

// TitleWord heads the titles of tariffs.
func TitleWord() Phrase { return Phrase{"Titre", "Title"} }

// ForceWord heads when tariffs are in force.
func ForceWord() Phrase { return Phrase{"En vigueur", "In force"} }
