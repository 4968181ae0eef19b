package text

import (
	"fmt"
	"strings"
)

// Contributions is the title of what `calc` gives for a year; year 0 is unknown.
func Contributions(year int) Phrase {
	if year == 0 {
		return Phrase{"Contributions à l'ENT", "Contributions to the ENT"}
	}
	return Phrase{
		fmt.Sprintf("Contributions à l'ENT, exercice %d", year),
		fmt.Sprintf("Contributions to the ENT, year %d", year),
	}
}

// Yearly names what is charged every year.
func Yearly() Phrase { return Phrase{"Annuel", "Yearly"} }

// Once names what is charged once, on what is new.
func Once() Phrase { return Phrase{"Ponctuel", "Once"} }

// Gross names the sum of the items.
func Gross() Phrase { return Phrase{"Brut", "Gross"} }

// SubsidyWord names what communes or others pay.
func SubsidyWord() Phrase { return Phrase{"Subvention", "Subsidy"} }

// Net names gross less subsidy.
func Net() Phrase { return Phrase{"Net", "Net"} }

// ComponentWord heads the column of components.
func ComponentWord() Phrase { return Phrase{"Part", "Component"} }

// QuantityWord heads the column of quantities.
func QuantityWord() Phrase { return Phrase{"Quantité", "Quantity"} }

// BasisWord heads the column of bases.
func BasisWord() Phrase { return Phrase{"Assiette", "Basis"} }

// RateWord heads the column of rates.
func RateWord() Phrase { return Phrase{"Tarif", "Rate"} }

// AmountWord heads the column of amounts.
func AmountWord() Phrase { return Phrase{"Montant", "Amount"} }

// ArticleWord heads the column of articles.
func ArticleWord() Phrase { return Phrase{"Article", "Article"} }

// ChargedWord heads the column that tells yearly from once.
func ChargedWord() Phrase { return Phrase{"Périodicité", "Charged"} }

// Summary heads the table with a row per EPCI.
func Summary() Phrase { return Phrase{"Synthèse", "Summary"} }

// ByComponent heads the totals by component.
func ByComponent() Phrase { return Phrase{"Totaux par part", "Totals by component"} }

// Total names the row of totals.
func Total() Phrase { return Phrase{"TOTAL", "TOTAL"} }

// OneContribution heads a contribution without SIREN or name.
func OneContribution() Phrase { return Phrase{"Contribution", "Contribution"} }

// BasisName names a basis that every tariff knows, in the plural; blank for others.
func BasisName(basis string) Phrase { return Units(basis, 2) }

// Units names n units of a basis that every tariff knows; blank for others. In French
// 0 takes the singular.
func Units(basis string, n int64) Phrase {
	var one, many Phrase
	switch basis {
	case "pupils":
		one, many = Phrase{"élève", "pupil"}, Phrase{"élèves", "pupils"}
	case "schools":
		one, many = Phrase{"école", "school"}, Phrase{"écoles", "schools"}
	case "new_pupils":
		one, many = Phrase{"nouvel élève", "new pupil"}, Phrase{"nouveaux élèves", "new pupils"}
	case "new_schools":
		one, many = Phrase{"nouvelle école", "new school"}, Phrase{"nouvelles écoles", "new schools"}
	case "epci":
		one, many = Phrase{"EPCI", "EPCI"}, Phrase{"EPCI", "EPCIs"}
	case "cost":
		one, many = AtCost(), AtCost()
	}
	return Plural(n, one, many)
}

// UnitsDeclared says that so many units were declared.
func UnitsDeclared(units string) Phrase {
	return Phrase{units + " (déclarées)", units + " (declared)"}
}

// Plural picks the words for n things, by each language's rule.
func Plural(n int64, one, many Phrase) Phrase {
	p := many
	if n == 0 || n == 1 {
		p.FR = one.FR
	}
	if n == 1 {
		p.EN = one.EN
	}
	return p
}

// AtCost says that a component is charged at what was declared (R4).
func AtCost() Phrase { return Phrase{"au coût réel", "at cost"} }

// PerUnit says what a rate is for: per pupil and per year. A basis that the tariff
// declares is named by its label; [PerDeclared] names it in a sentence.
func PerUnit(basis, label string) Phrase {
	switch basis {
	case "pupils":
		return Phrase{"par élève et par an", "per pupil and per year"}
	case "schools":
		return Phrase{"par école et par an", "per school and per year"}
	case "new_pupils":
		return Phrase{"par nouvel élève, une fois", "per new pupil, once"}
	case "new_schools":
		return Phrase{"par nouvelle école, une fois", "per new school, once"}
	case "epci":
		return Phrase{"par EPCI et par an", "per EPCI and per year"}
	case "cost":
		return AtCost()
	}
	return Phrase{
		fmt.Sprintf("par unité d'assiette (%s) et par an", label),
		fmt.Sprintf("per unit of the basis (%s) and per year", label),
	}
}

// PerDeclared says what a rate is for where the units of a declared basis were just named
// by its label: per inhabitant. Only plurals whose singular is sure are used.
func PerDeclared(label string) Phrase {
	p := Phrase{"par unité d'assiette et par an", "per unit of the basis and per year"}
	if one := singular(label, "ants", "ents", "eurs", "iers", "ées"); one != "" {
		p.FR = "par " + one + " et par an"
	}
	if one := singular(label, "ants", "ents", "ers", "ors"); one != "" {
		p.EN = "per " + one + " and per year"
	}
	return p
}

// singular takes the s of a word that ends as plurals do; it is blank for other words,
// and for more than one.
func singular(label string, endings ...string) string {
	for _, ending := range endings {
		if len(label) > len(ending)+1 && strings.HasSuffix(label, ending) && !strings.ContainsAny(label, " \u00a0'’(") {
			return strings.ToLower(strings.TrimSuffix(label, "s"))
		}
	}
	return ""
}

// TierUpTo names a first tier; upTo is its last unit, as people read it.
func TierUpTo(upTo string) Phrase {
	return Phrase{"jusqu'à " + upTo, "up to " + upTo}
}

// TierFrom names a tier between two others.
func TierFrom(from, upTo string) Phrase {
	return Phrase{
		fmt.Sprintf("de %s à %s", from, upTo),
		fmt.Sprintf("from %s to %s", from, upTo),
	}
}

// TierAbove names a last tier; after is the last unit of the one before it.
func TierAbove(after string) Phrase {
	return Phrase{"au-delà de " + after, "above " + after}
}

// AtItsRate names what a flat rate gives, beside what a minimum or a maximum changes.
func AtItsRate() Phrase { return Phrase{"au tarif", "at the rate"} }

// OfWhich presents a line of an item as a part of it.
func OfWhich(part string) Phrase { return Phrase{"dont " + part, "of which " + part} }

// DeclaredCost names a line that is a cost as it was declared.
func DeclaredCost() Phrase { return Phrase{"coût déclaré", "declared cost"} }

// ToMinimum names the line that a minimum adds.
func ToMinimum(minimum string) Phrase {
	return Phrase{
		fmt.Sprintf("complément au minimum de %s", minimum),
		fmt.Sprintf("addition to the minimum of %s", minimum),
	}
}

// ToMaximum names the line that a maximum takes away.
func ToMaximum(maximum string) Phrase {
	return Phrase{
		fmt.Sprintf("réduction au maximum de %s", maximum),
		fmt.Sprintf("reduction to the maximum of %s", maximum),
	}
}

// SimulationBanner marks a simulation where it begins (R9).
func SimulationBanner() Phrase {
	return Phrase{
		"SIMULATION : ces montants ne sont pas ceux d'une grille votée telle quelle",
		"SIMULATION: these amounts are not those of a tariff voted as it stands",
	}
}

// SimulationWord marks a simulation, and labels what makes it one.
func SimulationWord() Phrase { return Phrase{"SIMULATION", "SIMULATION"} }

// DraftTariff says that a tariff was not voted.
func DraftTariff(version string) Phrase {
	return Phrase{
		fmt.Sprintf("La grille %s est un projet : elle n'a pas été adoptée", version),
		fmt.Sprintf("Tariff %s is a draft: it was not adopted", version),
	}
}

// ChangedRate says what a simulation changed: from and to are rates, with their unit.
func ChangedRate(component, from, to string) Phrase {
	return Phrase{
		fmt.Sprintf("%s : %s au lieu de %s", component, to, from),
		fmt.Sprintf("%s: %s instead of %s", component, to, from),
	}
}

// LeftOutComponent says that a simulation leaves out a mandatory component, and what the
// tariff charges it at.
func LeftOutComponent(component, rate string) Phrase {
	return Phrase{
		fmt.Sprintf("%s : écartée ; tarif de la grille : %s", component, rate),
		fmt.Sprintf("%s: left out; rate in the tariff: %s", component, rate),
	}
}

// Tiered lists the rates of tiers in a sentence, and says how they are applied.
func Tiered(volume bool, tiers string) Phrase {
	name := Tiering(volume)
	return Phrase{
		fmt.Sprintf("%s (%s)", name.FR, tiers),
		fmt.Sprintf("%s (%s)", name.EN, tiers),
	}
}
