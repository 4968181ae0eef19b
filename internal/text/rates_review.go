package text

import (
	"fmt"
	"strings"
)

// RatesNoExamples says that nothing tells what a tariff is meant to give.
func RatesNoExamples(version string) Message {
	return say("rates/no-examples",
		fmt.Sprintf("la grille « %s » n'a aucun exemple : rien ne vérifie ce qu'elle donne", Quote(version)),
		fmt.Sprintf("tariff `%s` has no example: nothing checks what it gives", Quote(version))).
		todo("ajoutez « examples » : des effectifs, et les montants attendus", "add `examples`: counts, and the amounts expected")
}

// RatesOneLanguage says that a text is not there in a language, fr or en.
func RatesOneLanguage(key, lang string) Message {
	name := Phrase{"en français", "in French"}
	if lang == string(English) {
		name = Phrase{"en anglais", "in English"}
	}
	return say("rates/one-language",
		fmt.Sprintf("%s : pas de texte %s ; l'autre langue en tient lieu", key, name.FR),
		fmt.Sprintf("%s: no text %s; the other language stands for it", key, name.EN)).
		todo("ajoutez « "+lang+" »", "add `"+lang+"`")
}

// RatesMandatoryRemoved says that an extension takes a mandatory component out.
func RatesMandatoryRemoved(id, base string) Message {
	return say("rates/mandatory-lost",
		fmt.Sprintf("la part « %s », obligatoire dans la grille « %s », n'est plus appelée", id, Quote(base)),
		fmt.Sprintf("component `%s`, mandatory in tariff `%s`, is charged no longer", id, Quote(base)))
}

// RatesMandatoryOptional says that an extension makes a mandatory component optional.
func RatesMandatoryOptional(id, base string) Message {
	return say("rates/mandatory-lost",
		fmt.Sprintf("la part « %s », obligatoire dans la grille « %s », n'est plus appelée que si on la choisit", id, Quote(base)),
		fmt.Sprintf("component `%s`, mandatory in tariff `%s`, is only charged where it is chosen", id, Quote(base)))
}

// RatesMoved says that a rate moved by more than half since another version. unit is the
// first unit that it is the rate of; percent is blank where the rate was 0.
func RatesMoved(id string, unit int64, from, to, percent, version string) Message {
	at := Phrase{}
	if unit > 1 {
		at = Phrase{fmt.Sprintf(", à partir de l'unité %d,", unit), fmt.Sprintf(", from unit %d on,", unit)}
	}
	by := movedBy(percent)
	return say("rates/moved",
		fmt.Sprintf("le tarif de la part « %s »%s passe de %s à %s%s depuis la grille « %s »", id, at.FR, from, to, by.FR, Quote(version)),
		fmt.Sprintf("the rate of component `%s`%s goes from %s to %s%s since tariff `%s`", id, at.EN, from, to, by.EN, Quote(version))).
		todo("vérifiez la place du point, et l'unité : des euros, non des centimes", "check where the point is, and the unit: euros, not cents")
}

// RatesBoundMoved says that a minimum or a maximum moved by more than half since another
// version.
func RatesBoundMoved(id, bound, from, to, percent, version string) Message {
	by := movedBy(percent)
	return say("rates/moved",
		fmt.Sprintf("le %s de la part « %s » passe de %s à %s%s depuis la grille « %s »", bound, id, from, to, by.FR, Quote(version)),
		fmt.Sprintf("the %s of component `%s` goes from %s to %s%s since tariff `%s`", bound, id, from, to, by.EN, Quote(version)))
}

// movedBy shows a whole percentage between brackets; blank where there is none.
func movedBy(percent string) Phrase {
	if percent == "" {
		return Phrase{}
	}
	if rest, fell := strings.CutPrefix(percent, "-"); fell {
		percent = "−" + rest
	} else {
		percent = "+" + percent
	}
	return Phrase{" (" + percent + " %)", " (" + percent + "%)"}
}

// RatesGap says that no adopted tariff is in force between two.
func RatesGap(from, to, before, after string) Message {
	first, last := Day(from), Day(to)
	days := Phrase{"du " + first.FR + " au " + last.FR, "from " + first.EN + " to " + last.EN}
	if from == to {
		days = Phrase{"le " + first.FR, "on " + first.EN}
	}
	return say("rates/gap",
		fmt.Sprintf("aucune grille adoptée n'est en vigueur %s, entre « %s » et « %s »", days.FR, Quote(before), Quote(after)),
		fmt.Sprintf("no adopted tariff is in force %s, between `%s` and `%s`", days.EN, Quote(before), Quote(after)))
}

// RatesOverlap says that two adopted tariffs are in force at once.
func RatesOverlap(version, other, from, to string) Message {
	first, last := Day(from), Day(to)
	return say("rates/overlap",
		fmt.Sprintf("« %s » et « %s » sont toutes deux en vigueur du %s au %s", Quote(version), Quote(other), first.FR, last.FR),
		fmt.Sprintf("`%s` and `%s` are both in force from %s to %s", Quote(version), Quote(other), first.EN, last.EN)).
		todo("avancez le « to » de « "+Quote(other)+" »", "set the `to` of `"+Quote(other)+"` earlier")
}
