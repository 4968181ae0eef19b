package verify

import (
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The fields that only annexes have. Sums have the names of the calc JSON.
const (
	yearlyField     = "yearly"
	onceField       = "once"
	grossField      = "gross"
	netField        = "net"
	totalField      = "total" // gross or net: the columns beside it tell
	componentField  = "component"
	labelField      = "label" // of the component, where nothing else names it
	quantityField   = "quantity"
	rateField       = "rate"
	amountField     = "amount"
	tariffField     = "tariff"
	assumptionField = "assumption" // of what is new
	remarkField     = "remark"     // of an item: that fewer units than all are charged
)

// sumFields are the sums of a row.
func sumFields() []string { return []string{yearlyField, onceField, grossField, netField} }

// fieldsOf gives what the columns of an annex may be under a tariff: those of its counts
// file, with the labels that people know them by, then those that only annexes have.
// Of two that read alike the first has the header.
func fieldsOf(t *pricing.Tariff) []fields.Field {
	all := fields.Of(t)
	for i := range all {
		f := &all[i]
		switch f.Kind {
		case fields.Name:
			f.Headers = append(slices.Clone(f.Headers), "collectivité", "adhérent", "membre", "intercommunalité")
		case fields.Choice, fields.Cost:
			f.Headers = append(slices.Clone(f.Headers), f.Component.Label["fr"], f.Component.Label["en"])
		case fields.Count:
			f.Headers = append(slices.Clone(f.Headers), basisName(t, f.Basis).FR, basisName(t, f.Basis).EN)
		case fields.SIREN, fields.Year, fields.Units, fields.Subsidy, fields.Voted, fields.Amount, fields.Plain:
		}
	}
	plain := func(name string, headers ...string) {
		all = append(all, fields.Field{Name: name, Kind: fields.Plain, Headers: append([]string{name}, headers...)})
	}
	plain(yearlyField, "annuel", "part annuelle")
	plain(onceField, "ponctuel", "part ponctuelle")
	plain(grossField, "brut", "montant brut", "contribution brute")
	plain(netField, "montant net", "contribution nette", "net à payer", "reste à payer")
	plain(gapField, "écart")
	plain(dueField, "appelé", "called")
	plain(totalField, "total général", "contribution", "à payer")
	plain(componentField, "part", "composante", "poste", "prestation")
	plain(labelField, "libellé", "désignation", "intitulé")
	plain(quantityField, "quantité", "qté")
	plain(rateField, "tarif", "prix unitaire", "pu", "taux")
	plain(amountField, "montant")
	plain(remarkField, "précision")
	plain(tariffField, "grille", "grille tarifaire")
	plain(assumptionField, "hypothèse")
	return distinct(all)
}

// distinct leaves a header to the first field that has it.
func distinct(all []fields.Field) []fields.Field {
	taken := make(map[string]bool)
	for i := range all {
		var own []string
		for _, h := range all[i].Headers {
			if folded := fields.Fold(h); folded != "" && !taken[folded] {
				taken[folded] = true
				own = append(own, h)
			}
		}
		all[i].Headers = own
	}
	return all
}

// basisName names a basis: élèves, or as its tariff labels it.
func basisName(t *pricing.Tariff, basis pricing.Basis) text.Phrase {
	for _, declared := range t.Bases {
		if declared.ID == basis {
			return text.Phrase{FR: declared.Label["fr"], EN: declared.Label["en"]}
		}
	}
	return text.BasisName(string(basis))
}

// fieldName names a field in a sentence.
func fieldName(t *pricing.Tariff, field string) text.Phrase {
	if c := t.Component(field); c != nil {
		return text.Phrase{FR: c.Label["fr"], EN: c.Label["en"]}
	}
	switch field {
	case yearlyField:
		return text.Yearly()
	case onceField:
		return text.Once()
	case grossField:
		return text.Gross()
	case netField:
		return text.Net()
	case subsidyField:
		return text.SubsidyWord()
	case votedField:
		return text.VotedWord()
	case gapField:
		return text.VotedGapName()
	case dueField:
		return text.DueWord()
	case amountField:
		return text.AmountWord()
	}
	return basisName(t, pricing.Basis(field))
}

// known merges the fields of all tariffs: a header is looked for before the tariff is
// known.
func known(tariffs []*pricing.Tariff) []fields.Field {
	var all []fields.Field
	for _, t := range tariffs {
		for _, f := range fieldsOf(t) {
			i := slices.IndexFunc(all, func(other fields.Field) bool { return other.Name == f.Name })
			if i < 0 {
				all = append(all, f)
				continue
			}
			all[i].Headers = append(all[i].Headers, f.Headers...)
		}
	}
	return all
}

// kinds gives what a header must have: a key, and either a part and its amount, or some
// amount under its own name. The first of them are those of a row for each item; long is
// how many they are.
func kinds(all []fields.Field) (kinds []records.Kind, long int) {
	named := func(name string) fields.Field {
		f, _ := fields.Named(all, name)
		return f
	}
	keys := []fields.Field{named("siren"), named("epci")}
	for _, key := range keys {
		for _, part := range []string{componentField, labelField} {
			kinds = append(kinds, records.Kind{Keys: []fields.Field{key, named(part), named(amountField)}})
		}
	}
	long = len(kinds)
	for _, key := range keys {
		for _, f := range all {
			if inAmounts(f) {
				kinds = append(kinds, records.Kind{Keys: []fields.Field{key, f}})
			}
		}
	}
	return kinds, long
}

// inAmounts tells whether the field is an amount of a row for each EPCI.
func inAmounts(f fields.Field) bool {
	return f.Kind == fields.Choice || f.Kind == fields.Cost || f.Name == totalField || f.Name == amountField ||
		slices.Contains(sumFields(), f.Name)
}

// aside tells the headers that annexes have beside what is checked: they are no misspelt
// field.
func aside(folded string) bool {
	for _, header := range []string{
		"basis", "assiette", "article", "périodicité", "charged",
		"tariff", "grille", "label", "libellé", "département", "observations", "pourcentage", "%", "évolution",
	} {
		if fields.Fold(header) == folded {
			return true
		}
	}
	return false
}
