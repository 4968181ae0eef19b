package fields

import "github.com/entcalc/entcalc/pricing"

// School gives the fields that a file of schools, a row each, can have, as the ministry
// and those who publish its files again spell them over the years.
func School() []Field {
	return append(Directory(),
		plainField("rentree", "rentrée scolaire", "rentrée", "année scolaire"),
		plainField("school", "nom de l'établissement", "nom de l'établissment", "nom de l'école", "école"), // the second is the ministry's
		plainField("denomination", "dénomination principale"),
		plainField("patronym", "patronyme"),
		plainField("type", "type d'établissement"),
		plainField("sector", "secteur", "statut public privé", "secteur public privé"),
		Field{
			Name: "pupils", Kind: Count, Basis: pricing.Pupils,
			Headers: []string{"pupils", "nombre total d'élèves", "élèves", "effectifs", "effectif total"},
		},
		plainField("equipped", "équipée", "équipé", "école équipée"),
		plainField("wave", "année d'équipement", "tranche"),
		plainField("epci_siren", "siren epci", "siren de l'epci", "code epci", "code siren epci", "siren"),
	)
}

// Directory gives the fields of a directory that only serves to find communes.
func Directory() []Field {
	return located("uai", "code uai", "numéro uai", "rne", "code rne", "numéro de l'école", "identifiant de l'établissement")
}

// located gives a key and what tells a commune.
func located(key string, headers ...string) []Field {
	return []Field{
		plainField(key, headers...),
		plainField("commune_code", "code commune", "code insee", "code insee de la commune", "code commune insee", "insee"),
		plainField("commune", "nom de la commune", "libellé de la commune"),
		plainField("department_code", "code département"),
		plainField("department", "département", "libellé du département"),
	}
}

// Expense gives the fields of a file of costs, a row each (R4).
func Expense() []Field {
	return append([]Field{sirenField(), nameField(), plainField("component", "part", "composante")}, paid()...)
}

// Grant gives the fields of a file of subsidies, a row each (R5): of an EPCI, or of a
// commune, by any of what tells one.
func Grant() []Field {
	return append(append([]Field{sirenField(), nameField()}, located("", "")[1:]...), paid()...)
}

// paid gives what is said of an amount.
func paid() []Field {
	return []Field{
		{Name: "amount", Kind: Amount, Headers: []string{"amount", "montant", "montant en euros", "montant ttc", "euros"}},
		plainField("label", "libellé", "objet", "intitulé", "désignation"),
		plainField("date", "date de facture"),
		plainField("reference", "référence", "n° de facture", "facture", "pièce", "n° de pièce"),
	}
}

// plainField is one whose reader alone knows what its cells are.
func plainField(name string, headers ...string) Field {
	return Field{Name: name, Kind: Plain, Headers: append([]string{name}, headers...)}
}
