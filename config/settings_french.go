package config

import (
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/nearest"
)

// nearSetting gives the setting, of those that are known, that a word stands for which is
// none: what it says in French, else the nearest name; "" for none.
func nearSetting(word string, known []string) string {
	if name := englishSetting(fields.Fold(word)); slices.Contains(known, name) {
		return name
	}
	near, _ := nearest.Name(word, known)
	return near
}

// englishSetting translates a word as [fields.Fold] gives it: without accents, hyphens and
// plural.
func englishSetting(word string) string {
	switch word {
	case "entete":
		return "letterhead"
	case "annee", "exercice":
		return "year"
	case "entree", "fichier", "effectif":
		return "input"
	case "sortie", "document":
		return "output"
	case "tarif", "grille":
		return "rates"
	case "adherent", "membre":
		return "members"
	case "cout":
		return "costs"
	case "subvention":
		return "subsidies"
	case "langue":
		return "lang"
	case "avec", "option":
		return "with"
	case "san": // sans
		return "without"
	case "nouveau", "nouveaux", "nouvelle":
		return "new"
	case "colonne":
		return "map"
	case "feuille":
		return "sheet"
	case "secteur":
		return "sector"
	case "eleve":
		return "pupils"
	case "ecole":
		return "schools"
	case "successeur":
		return "successors"
	}
	return ""
}
