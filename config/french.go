package config

import (
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
)

// frenchKey gives the key, of those that are known, that a French word stands for; ""
// for none.
func frenchKey(word string, known []string) string {
	if len(word) > mostID {
		return ""
	}
	for _, key := range englishOf(fields.Fold(word)) {
		if slices.Contains(known, key) {
			return key
		}
	}
	return ""
}

// englishOf translates a word as [fields.Fold] gives it: without accents and plural. The
// place tells which of several keys is meant.
func englishOf(word string) []string {
	switch word {
	case "tarif":
		return []string{"rate", "tariffs"}
	case "tau", "pri", "montant":
		return []string{"rate"}
	case "grille", "grilletarifaire":
		return []string{"tariffs"}
	case "libelle", "intitule", "nom":
		return []string{"label", "title"}
	case "titre":
		return []string{"title", "label"}
	case "assiette":
		return []string{"basis", "bases"}
	case "tranche":
		return []string{"tiers"}
	case "jusqua", "jusque":
		return []string{"up_to"}
	case "part", "composant", "composante":
		return []string{"components"}
	case "identifiant":
		return []string{"id"}
	case "optionnel", "optionnelle", "facultatif", "facultative":
		return []string{"optional"}
	case "colonne":
		return []string{"columns"}
	case "plancher":
		return []string{"minimum"}
	case "plafond":
		return []string{"maximum"}
	case "etend", "reprend":
		return []string{"extends"}
	case "retire", "retirer", "supprime", "supprimer":
		return []string{"remove"}
	case "statut":
		return []string{"status"}
	case "debut", "depui":
		return []string{"from"}
	case "fin":
		return []string{"to"}
	case "deliberation":
		return []string{"source"}
	case "deploiement":
		return []string{"deployment"}
	case "duree", "annee":
		return []string{"years"}
	case "exemple":
		return []string{"examples"}
	case "donne", "effectif":
		return []string{"given"}
	case "attendu":
		return []string{"expect"}
	case "defaut":
		return []string{"default"}
	}
	return nil
}
