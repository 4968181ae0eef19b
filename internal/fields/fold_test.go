package fields

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for want, headers := range map[string][]string{
		"eleve": {
			"élèves", "Élève", "ELEVES", "eleve", "Nb. d’élèves", "nombre d'élèves", "Nombre total d'élèves",
			"nb_eleves", "Total des élèves", " e\u0301le\u0300ves ", "Nb\u00a0élèves", "« Élèves »", "nombre\nd'élèves",
		},
		"siren":            {"SIREN", "n° siren", "N° SIREN", "nº siren", "Siren :", "N°SIREN"},
		"sirenepci":        {"siren epci", "SIREN de l'EPCI", "Siren_EPCI"},
		"codesiren":        {"code SIREN", "code_siren", "codeSiren"},
		"newpupil":         {"new_pupils", "New pupils"},
		"nouveaueleve":     {"nouveaux élèves", "Nouveaux Elèves", "nouveau élève"},
		"nouvelleecole":    {"nouvelles écoles", "nouvelle école"},
		"libelleepci":      {"libellé epci", "Libellé de l’EPCI"},
		"raisonsociale":    {"raison sociale", "RAISON_SOCIALE"},
		"mobileapp":        {"mobile-app", "Mobile App"},
		"auditquantity":    {"audit_quantity"},
		"total":            {"Total", "TOTAL :"},
		"nombretotal":      {"Nombre total"},
		"coeur":            {"cœur", "coeurs"},
		"":                 {"", " ", "€", "---", "« »"},
		"identifiantecole": {"Identifiant de l'école", "identifiant_ecole"},
	} {
		for _, h := range headers {
			if got := Fold(h); got != want {
				t.Errorf("Fold(%q) = %q, want %q", h, got, want)
			}
		}
	}
}

// Case, accents' form, punctuation and small words do not matter, and folding twice
// changes nothing that matters: no header that is known is lost by being folded.
func TestFoldStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		header := rapid.StringOf(rapid.SampledFrom([]rune("aeéÉxs dln°-_'’\u00a0œ9"))).Draw(t, "header")
		folded := Fold(header)
		if strings.ToLower(folded) != folded || strings.ContainsAny(folded, " -_'’éœ\u00a0") {
			t.Fatalf("Fold(%q) = %q", header, folded)
		}
		if upper := Fold(strings.ToUpper(header)); upper != folded {
			t.Fatalf("Fold(%q) = %q, in capitals %q", header, folded, upper)
		}
		if folded != "" && Fold("Nombre total de "+header) != folded && !allSmall(header) {
			t.Fatalf("Fold(%q) = %q, with small words %q", header, folded, Fold("Nombre total de "+header))
		}
	})
}

// allSmall tells whether a header has small words only, which then tell it apart.
func allSmall(header string) bool {
	return Fold(header+" z") == "z"
}
