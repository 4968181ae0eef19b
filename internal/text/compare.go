package text

import (
	"fmt"
	"strings"
)

// ComparisonTitle heads a comparison; the years are 0 where they are not known.
func ComparisonTitle(baseline, variant int) Phrase {
	p := Phrase{"Comparaison des contributions", "Comparison of contributions"}
	switch {
	case variant == 0 || baseline == 0:
		return p
	case baseline == variant:
		return Phrase{fmt.Sprintf("%s – exercice\u00a0%d", p.FR, variant), fmt.Sprintf("%s – year\u00a0%d", p.EN, variant)}
	default:
		return Phrase{fmt.Sprintf("%s – %d → %d", p.FR, baseline, variant), fmt.Sprintf("%s – %d → %d", p.EN, baseline, variant)}
	}
}

// BaselineWord labels what a comparison starts from.
func BaselineWord() Phrase { return Phrase{"Départ", "Baseline"} }

// VariantWord labels what is compared with it.
func VariantWord() Phrase { return Phrase{"Variante", "Variant"} }

// DifferenceWord labels what the variant adds, or takes away.
func DifferenceWord() Phrase { return Phrase{"Écart", "Change"} }

// PercentWord heads the change in percent.
func PercentWord() Phrase { return Phrase{"%", "%"} }

// MemberStatusWord heads what became of a member.
func MemberStatusWord() Phrase { return Phrase{"Situation", "Status"} }

// CauseWord names a cause of a change: price, volume, deployment, options, costs,
// subsidies, members.
func CauseWord(cause string) Phrase {
	switch cause {
	case "price":
		return Phrase{"Tarifs", "Price"}
	case "volume":
		return Phrase{"Effectifs", "Volume"}
	case "deployment":
		return Phrase{"Déploiement", "Deployment"}
	case "options":
		return Phrase{"Options", "Options"}
	case "costs":
		return Phrase{"Coûts", "Costs"}
	case "subsidies":
		return Phrase{"Subventions", "Subsidies"}
	default:
		return Phrase{"Adhésions", "Members"}
	}
}

// CausesTitle heads what makes the changes.
func CausesTitle() Phrase { return Phrase{"Causes", "Causes"} }

// CauseHead heads the column of causes.
func CauseHead() Phrase { return Phrase{"Cause", "Cause"} }

// CausesSum heads the sum of the causes of one change.
func CausesSum() Phrase { return Phrase{"Somme des causes", "Sum of causes"} }

// SheetComparison names the sheet with a row per EPCI.
func SheetComparison() Phrase { return Phrase{"Comparaison", "Comparison"} }

// SheetChart names the sheet of the chart.
func SheetChart() Phrase { return Phrase{"Graphique", "Chart"} }

// ChartTitle heads the chart of the largest changes; of is how many there are in all.
func ChartTitle(shown, of int) Phrase {
	if shown == of {
		return Phrase{"Écart par EPCI, en euros", "Change by EPCI, in euros"}
	}
	return Phrase{
		fmt.Sprintf("Écart par EPCI, en euros : les %d plus forts sur %d", shown, of),
		fmt.Sprintf("Change by EPCI, in euros: the %d largest of %d", shown, of),
	}
}

// BeforeWord and AfterWord part the two sides of one effect.
func BeforeWord() Phrase { return Phrase{"Avant", "Before"} }

// AfterWord is the other side.
func AfterWord() Phrase { return Phrase{"Après", "After"} }

// FromNothing stands for the percentage of nothing.
func FromNothing() Phrase { return Phrase{"nouveau", "new"} }

// MemberStatus says what became of a member, in a cell; status is both, joined, left,
// renamed or merged.
func MemberStatus(status string) Phrase {
	switch status {
	case "joined":
		return Phrase{"nouvel adhérent", "joined"}
	case "left":
		return Phrase{"n'est plus adhérent", "left"}
	case "renamed":
		return Phrase{"SIREN changé", "SIREN changed"}
	case "merged":
		return Phrase{"fusion", "merged"}
	default:
		return Phrase{"présent des deux côtés", "on both sides"}
	}
}

// Formerly says which members one was before: their names and SIRENs.
func Formerly(members Phrase, merged bool) Phrase {
	if merged {
		return Phrase{"fusion de " + members.FR, "merger of " + members.EN}
	}
	return Phrase{"anciennement " + members.FR, "formerly " + members.EN}
}

// Unlisted names the members whose change is below --min-change, as one row.
func Unlisted(members int, least string) Phrase {
	who := Plural(int64(members), Phrase{"autre EPCI", "other EPCI"}, Phrase{"autres EPCI", "other EPCIs"})
	return Phrase{
		fmt.Sprintf("%d %s (écart inférieur à %s)", members, who.FR, least),
		fmt.Sprintf("%d %s (change below %s)", members, who.EN, least),
	}
}

// NotInRows tells that csv lacks the members whose change is below --min-change.
func NotInRows(members int, least Phrase) Message {
	who := Plural(int64(members), Phrase{"EPCI n'a pas sa ligne", "EPCI has no row"}, Phrase{"EPCI n'ont pas leur ligne", "EPCIs have no row"})
	return say("compare/not-listed",
		fmt.Sprintf("%d %s : écart inférieur à %s (--min-change)", members, who.FR, least.FR),
		fmt.Sprintf("%d %s: change below %s (--min-change)", members, who.EN, least.EN))
}

// NothingDiffers says that no contribution moves.
func NothingDiffers() Phrase {
	return Phrase{"Aucune contribution ne change.", "No contribution changes."}
}

// SimulationOf says which side of a comparison a simulation is.
func SimulationOf(side Phrase) Phrase {
	return Phrase{"SIMULATION (" + strings.ToLower(side.FR) + ")", "SIMULATION (" + strings.ToLower(side.EN) + ")"}
}

// ComparedTariffs names both tariffs.
func ComparedTariffs(baseline, variant string) Phrase {
	if baseline == variant {
		return Phrase{"grille " + variant, "tariff " + variant}
	}
	return Phrase{fmt.Sprintf("grille %s → grille %s", baseline, variant), fmt.Sprintf("tariff %s → tariff %s", baseline, variant)}
}

// FigureOf names a figure of a comparison by its name in the JSON.
func FigureOf(field string) Phrase {
	switch field {
	case "baseline":
		return BaselineWord()
	case "variant":
		return VariantWord()
	case "change":
		return DifferenceWord()
	case "percent":
		return Phrase{"écart en %", "change in percent"}
	default:
		return CauseWord(field)
	}
}

// TariffOf heads the column of the tariff of one side of a comparison.
func TariffOf(side Phrase) Phrase {
	return Phrase{"Grille (" + strings.ToLower(side.FR) + ")", "Tariff (" + strings.ToLower(side.EN) + ")"}
}

// TariffNamed names a tariff in a list of what a situation is.
func TariffNamed(tariff string) Phrase { return Phrase{"grille " + tariff, "tariff " + tariff} }

// YearNamed names a year in a list of what a situation is.
func YearNamed(year int) Phrase {
	return Phrase{fmt.Sprintf("exercice %d", year), fmt.Sprintf("year %d", year)}
}

// SourcesOf heads what one side of a comparison was made from.
func SourcesOf(side Phrase) Phrase {
	return Phrase{"Sources (" + strings.ToLower(side.FR) + ")", "Sources (" + strings.ToLower(side.EN) + ")"}
}

// AssumptionOf labels what one side of a comparison assumes of what is new.
func AssumptionOf(side Phrase) Phrase {
	return Phrase{"Hypothèse (" + strings.ToLower(side.FR) + ")", "Assumption (" + strings.ToLower(side.EN) + ")"}
}

// DifferencesTitle heads the table of members.
func DifferencesTitle() Phrase { return Phrase{"Écarts par EPCI", "Changes by EPCI"} }

// OnlyCause says that all changes have the same cause.
func OnlyCause(cause Phrase) Phrase {
	return Phrase{"Cause de tous les écarts : " + strings.ToLower(cause.FR) + ".", "Cause of all changes: " + strings.ToLower(cause.EN) + "."}
}
