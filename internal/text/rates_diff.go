package text

import "fmt"

// RatesDiffHeading heads what changes from one tariff to another.
func RatesDiffHeading(from, to string) Phrase {
	return Phrase{
		fmt.Sprintf("De la grille %s à la grille %s", from, to),
		fmt.Sprintf("From tariff %s to tariff %s", from, to),
	}
}

// RatesSame says that two tariffs do not differ.
func RatesSame() Phrase {
	return Phrase{
		"Aucune différence : mêmes parts, mêmes tarifs, mêmes assiettes, mêmes dates.",
		"No difference: the same components, rates, bases and dates.",
	}
}

// RatesUnchanged lists the components that stay as they are.
func RatesUnchanged(components string) Phrase {
	return Phrase{"Sans changement : " + components + ".", "Unchanged: " + components + "."}
}

// TheTariff heads what a tariff says of itself.
func TheTariff() Phrase { return Phrase{"La grille elle-même", "The tariff itself"} }

// TheBasis heads a declared basis.
func TheBasis(name string) Phrase {
	return Phrase{"Assiette « " + name + " »", "Basis `" + name + "`"}
}

// Added says that a component or a basis is new, and what it is.
func Added(what string) Phrase {
	if what == "" {
		return Phrase{"ajoutée", "added"}
	}
	return Phrase{"ajoutée, " + what, "added, " + what}
}

// Removed says that a component or a basis is there no longer, and what it was.
func Removed(what string) Phrase {
	if what == "" {
		return Phrase{"retirée", "removed"}
	}
	return Phrase{"retirée ; jusque-là, " + what, "removed; until then, " + what}
}

// FromTo says what a value was and what it is.
func FromTo(name, from, to string) Phrase {
	return Phrase{name + " : " + from + " → " + to, name + ": " + from + " → " + to}
}

// ChangedBy says by how much, in euros and in percent, where there is one.
func ChangedBy(change, percent string) Phrase {
	if percent == "" {
		return Phrase{" (" + change + ")", " (" + change + ")"}
	}
	return Phrase{" (" + change + ", " + percent + ")", " (" + change + ", " + percent + ")"}
}

// SameNumber says that a rate is only written otherwise.
func SameNumber() Phrase { return Phrase{" (le même nombre)", " (the same number)"} }

// TierRate names the rate of one tier.
func TierRate(tier string) Phrase { return Phrase{"tarif " + tier, "rate " + tier} }

// AtRate says a rate and what it is for.
func AtRate(rate, per string) Phrase { return Phrase{rate + " " + per, rate + " " + per} }

// InArticle names an article.
func InArticle(article string) Phrase { return Phrase{"article " + article, "article " + article} }

// RatesKey names a key of a rate file in a sentence.
func RatesKey(key string) Phrase {
	switch key {
	case "rate":
		return Phrase{"tarif", "rate"}
	case "tiering":
		return Phrase{"tranches", "tiers"}
	case "basis":
		return Phrase{"assiette", "basis"}
	case "optional":
		return Phrase{"choix", "choice"}
	case "label":
		return Phrase{"libellé", "label"}
	case "columns":
		return Phrase{"autres noms de colonne", "other names of its column"}
	case "components":
		return Phrase{"ordre des parts", "order of the components"}
	case "status":
		return Phrase{"statut", "status"}
	case "from":
		return Phrase{"début", "first day"}
	case "to":
		return Phrase{"fin", "last day"}
	case "dated":
		return Phrase{"date du document", "date of the document"}
	case "title":
		return Phrase{"titre", "title"}
	case "deployment":
		return Phrase{"déploiement", "deployment"}
	}
	return Phrase{key, key} // minimum, maximum, article, source: words of both languages
}

// InLanguage names a text by its language too, fr or en.
func InLanguage(name, lang string) Phrase {
	if lang == string(English) {
		return Phrase{name + " anglais", "English " + name}
	}
	return Phrase{name + " français", "French " + name}
}

// RatesDiffShort says in a line what rates diff does.
func RatesDiffShort() Phrase {
	return Phrase{"Dire ce qui change d'une grille à une autre", "Tell what changes from one tariff to another"}
}

// RatesDiffLong says what rates diff does.
func RatesDiffLong() Phrase {
	return Phrase{
		`Compare deux versions, incluses ou de --rates : parts ajoutées, retirées ou
changées (tarif, tranches, assiette, minimum, maximum, choix, libellé, article),
assiettes déclarées, statut, dates, source. -f json le dit aux programmes.`,
		`Compares two versions, built in or of --rates: components added, removed or
changed (rate, tiers, basis, minimum, maximum, choice, label, article), declared
bases, status, dates, source. -f json says it to programs.`,
	}
}

// RatesDiffExamples shows rates diff.
func RatesDiffExamples() string {
	return "entcalc rates diff 4 2027 --rates tarifs-2027.yaml\nentcalc rates diff 4 2027 --rates tarifs-2027.yaml -f json"
}

// TwoVersionsArgument names the versions in a usage line.
func TwoVersionsArgument() Phrase { return Phrase{"VERSION VERSION", "VERSION VERSION"} }

// NeedsTwoVersions says that two tariffs are to be compared.
func NeedsTwoVersions(command string) Message {
	return say("usage/needs-two-versions",
		command+" compare deux versions : donnez-en deux",
		command+" compares two versions: give two").
		todo(command+" 4 2027 --rates tarifs-2027.yaml ; les versions : entcalc rates list",
			command+" 4 2027 --rates tarifs-2027.yaml; the versions: entcalc rates list")
}

// VersionIsFile says that a file was given for a version.
func VersionIsFile(file string) Message {
	return say("usage/unknown-version",
		"« "+Quote(file)+" » est un fichier, et non une version",
		"`"+Quote(file)+"` is a file, not a version").
		todo("chargez-le avec --rates "+Quote(file)+", et nommez sa version",
			"load it with --rates "+Quote(file)+", and name its version")
}

// VersionNotLoaded refuses a version where no rate file was added; known are the versions
// that there are.
func VersionNotLoaded(version, known string) Message {
	return say("usage/unknown-version",
		"pas de version « "+Quote(version)+" »",
		"no version `"+Quote(version)+"`").
		todo("versions connues : "+known+" ; --rates FICHIER en charge d'autres",
			"known versions: "+known+"; --rates FILE loads others")
}
