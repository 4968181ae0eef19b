package text

import (
	"fmt"
	"strings"
)

// An InForce says when an adopted tariff is in force; To is blank where it still is.
type InForce struct{ Version, From, To string }

// Periods lists what is in force when, with its days in words.
func Periods(list []InForce) Phrase {
	var fr, en []string
	for _, p := range list {
		version, from, to := Quote(p.Version), Day(p.From), Day(p.To)
		if p.To == "" {
			fr = append(fr, fmt.Sprintf("« %s » à partir du %s", version, from.FR))
			en = append(en, fmt.Sprintf("`%s` from %s", version, from.EN))
			continue
		}
		fr = append(fr, fmt.Sprintf("« %s » du %s au %s", version, from.FR, to.FR))
		en = append(en, fmt.Sprintf("`%s` from %s to %s", version, from.EN, to.EN))
	}
	if len(list) == 0 {
		return Phrase{"aucune grille adoptée", "no adopted tariff"}
	}
	return Phrase{strings.Join(fr, ", "), strings.Join(en, ", ")}
}

// UnknownRatesVersion says that a version that was asked for is that of no tariff.
func UnknownRatesVersion(version, nearest, known string) Message {
	return orMeant(say("usage/unknown-version",
		"pas de version « "+Quote(version)+" »",
		"no version `"+Quote(version)+"`"),
		Phrase{"versions connues", "known versions"}, known, nearest)
}

// NotADay says that --on is no day of the calendar.
func NotADay(flag, value string) Message {
	return say("usage/not-a-date",
		fmt.Sprintf("%s : « %s » n'est pas un jour", flag, Quote(value)),
		fmt.Sprintf("%s: `%s` is not a day", flag, Quote(value))).
		todo("écrivez année-mois-jour : 2019-06-26", "write year-month-day: 2019-06-26")
}

// NoneInForceOn says that no adopted tariff is in force on the day of --on.
func NoneInForceOn(day string, inForce Phrase) Message {
	on := Day(day)
	return say("usage/none-in-force",
		"--on : aucune grille adoptée n'est en vigueur le "+on.FR,
		"--on: no adopted tariff is in force on "+on.EN).
		todo("en vigueur : "+inForce.FR, "in force: "+inForce.EN)
}

// SeveralTariffs says that a rate file does not say which of its tariffs to take.
func SeveralTariffs(file, versions string) Message {
	return say("usage/several-tariffs",
		fmt.Sprintf("%s contient plusieurs grilles : %s", Quote(file), versions),
		fmt.Sprintf("%s holds several tariffs: %s", Quote(file), versions)).
		todo("dites laquelle avec --rates-version, ou mettez « default » dans le fichier",
			"say which one with --rates-version, or put `default` in the file")
}

// NoneInForceAll says that no adopted tariff is in force all of the year (R8).
func NoneInForceAll(year int, inForce Phrase) Message {
	return say("rates/none-in-force",
		fmt.Sprintf("aucune grille adoptée n'est en vigueur toute l'année %d", year),
		fmt.Sprintf("no adopted tariff is in force all of %d", year)).
		todo("en vigueur : "+inForce.FR+" ; choisissez avec --rates-version ou --on",
			"in force: "+inForce.EN+"; choose with --rates-version or --on")
}

// AskedNotInForce tells that a version was asked for that is not in force all the year (R8).
func AskedNotInForce(version string, year int) Message {
	return say("rates/asked-not-in-force",
		fmt.Sprintf("la version « %s » est appliquée comme demandé, mais elle n'est pas en vigueur toute l'année %d", Quote(version), year),
		fmt.Sprintf("version `%s` is applied as asked, but it is not in force all the year %d", Quote(version), year))
}

// NotInForceAll says that the tariff taken is not in force all of the year (R8).
func NotInForceAll(version string, year int, inForce Phrase) Message {
	return say("rates/not-in-force",
		fmt.Sprintf("la grille « %s » n'est pas en vigueur toute l'année %d", Quote(version), year),
		fmt.Sprintf("tariff `%s` is not in force all of %d", Quote(version), year)).
		todo("en vigueur : "+inForce.FR+" ; choisissez avec --rates-version ou --on",
			"in force: "+inForce.EN+"; choose with --rates-version or --on")
}

// TwoInForce says that two adopted tariffs are in force on one day.
func TwoInForce(day, version, other, place string) Message {
	on := Day(day)
	return say("rates/two-in-force",
		fmt.Sprintf("deux grilles adoptées sont en vigueur le %s : « %s » et « %s » (%s)", on.FR, Quote(version), Quote(other), place),
		fmt.Sprintf("two adopted tariffs are in force on %s: `%s` and `%s` (%s)", on.EN, Quote(version), Quote(other), place)).
		todo("fermez l'une avec « to »", "close one of them with `to`")
}
