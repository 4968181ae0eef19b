package text

import "fmt"

// Each of these, but the first, is a comment of the file that `rates init` writes.

// NotAVersion says that no tariff can have that version; most is in characters.
func NotAVersion(version string, most int) Message {
	return say("usage/not-a-version",
		"« "+Quote(version)+" » ne peut pas être une version",
		"`"+Quote(version)+"` cannot be a version").
		todo(fmt.Sprintf("donnez un texte de 1 à %d caractères, sans espace au début ni à la fin", most),
			fmt.Sprintf("give a text of 1 to %d characters, with no space at either end", most))
}

// InitIntro says what the file is and how it is used; base is the version it extends.
func InitIntro(version, base string) []Phrase {
	return []Phrase{
		{
			"Projet de grille tarifaire « " + Quote(version) + " », à partir de la version « " + Quote(base) + " ».",
			"A draft tariff, \"" + Quote(version) + "\", that starts from version \"" + Quote(base) + "\".",
		},
		{
			"Pour l'essayer : entcalc calc --rates CE-FICHIER effectifs.csv",
			"To try it: entcalc calc --rates THIS-FILE counts.csv",
		},
		{
			"Pour le vérifier : entcalc rates validate CE-FICHIER",
			"To check it: entcalc rates validate THIS-FILE",
		},
		{
			"La première ligne donne le schéma aux éditeurs. Pour l'obtenir : entcalc schema rates -o rates.schema.json",
			"The first line gives editors the schema. To get it: entcalc schema rates -o rates.schema.json",
		},
	}
}

// InitBaseFile says which file holds the version that is extended.
func InitBaseFile(file string) Phrase {
	return Phrase{
		"La version de départ est dans " + Quote(file) + " : chargez-la d'abord (--rates " + Quote(file) + " --rates CE-FICHIER ; entcalc rates validate " + Quote(file) + " CE-FICHIER).",
		"The version it starts from is in " + Quote(file) + ": load that first (--rates " + Quote(file) + " --rates THIS-FILE; entcalc rates validate " + Quote(file) + " THIS-FILE).",
	}
}

// InitExtends says what extends takes over.
func InitExtends() Phrase {
	return Phrase{
		"reprend ses parts, ses assiettes et sa durée de déploiement, et rien d'autre",
		"takes over its components, its bases and its deployment, and nothing else",
	}
}

// InitTitle is the title of a new tariff.
func InitTitle(version string) Phrase {
	return Phrase{"Version " + version + " (projet)", "Version " + version + " (draft)"}
}

// InitAdopted says what to fill in once the tariff is voted.
func InitAdopted() Phrase {
	return Phrase{
		"Une fois la grille votée, ôtez les #, complétez, et changez le titre ; d'ici là, c'est une simulation :",
		"Once it is voted, take the # out, fill in, and change the title; until then it is a simulation:",
	}
}

// InitDay stands where a day is to be filled in: no day, so that it is refused until it is.
func InitDay() Phrase { return Phrase{"AAAA-MM-JJ", "YYYY-MM-DD"} }

// InitDated says what dated is.
func InitDated() Phrase {
	return Phrase{"la date que porte le document", "the date that the document bears"}
}

// InitFrom says what from is.
func InitFrom() Phrase {
	return Phrase{"entrée en vigueur ; « to » la clôt", "in force from; `to` closes it"}
}

// InitSource says what source is.
func InitSource() Phrase {
	return Phrase{"la délibération, telle qu'on la citerait", "the deliberation, as one would cite it"}
}

// InitComponents says how components are changed.
func InitComponents() Phrase {
	return Phrase{
		"Les tarifs de départ, à changer ; une ligne ôtée laisse la part comme elle était.",
		"The rates that it starts from, to be changed; a line taken out leaves the component as it was.",
	}
}

// InitAtCost says which components have no rate.
func InitAtCost(ids string) Phrase {
	return Phrase{"Au coût réel, donc sans tarif : " + ids + ".", "At cost, so without a rate: " + ids + "."}
}

// InitMore shows what else a component can be.
func InitMore() []Phrase {
	return []Phrase{
		{
			"Une part nouvelle : {id: maintenance, label: {fr: …, en: …}, basis: schools, rate: 25.00}",
			"A new component: {id: maintenance, label: {fr: …, en: …}, basis: schools, rate: 25.00}",
		},
		{
			"Par tranches : tiers: [{up_to: 1000, rate: 0.60}, {rate: 0.50}], tiering: graduated ou volume",
			"In tiers: tiers: [{up_to: 1000, rate: 0.60}, {rate: 0.50}], tiering: graduated or volume",
		},
		{
			"Bornes par adhérent, en euros : minimum: 100.00, maximum: 5000.00",
			"Bounds for each member, in euros: minimum: 100.00, maximum: 5000.00",
		},
		{"Pour retirer des parts :", "To take components out:"},
	}
}

// InitExamples says what examples are for.
func InitExamples() Phrase {
	return Phrase{
		"Des exemples, recalculés à chaque lecture : un écart d'un centime est une erreur. Aux tarifs de départ :",
		"Examples, priced whenever the file is read: a cent of difference is an error. At the rates it starts from:",
	}
}
