package text

import (
	"fmt"
	"strings"
)

// CompareShort tells compare in a line.
func CompareShort() Phrase {
	return Phrase{
		"Comparer deux situations, EPCI par EPCI, et dire les causes des écarts",
		"Compare two situations, EPCI by EPCI, and tell what causes the changes",
	}
}

// CompareLong tells compare.
func CompareLong() Phrase {
	return Phrase{
		`Compare une variante à un point de départ, EPCI par EPCI et au total : avant, après, écart en euros et en %, et
ses causes, au centime : tarifs, effectifs, déploiement (ce qui n'est appelé qu'une fois), options, coûts réels,
subventions, adhésions.

La variante est ce que disent les options : effectifs, --rates, --rates-version, --set, --with, --without. Le point de
départ est, sans --against, les mêmes effectifs à la grille adoptée en vigueur (--on, sinon toute l'année de
l'exercice, sinon la grille par défaut), sans --with, --without ni --set ; --against-version en désigne une autre.

Avec --against, c'est un autre fichier : des effectifs, appelés à la grille de leur propre exercice, sans option
autre que celles qu'ils disent ; ou un JSON, un PDF ou un HTML fait par « entcalc calc -o », pris tel quel. --map, --sector, --annuaire et
--communes valent aussi pour ces effectifs ; --year, --rentree, --new, --costs et --subsidies non. --against-new est
leur --new. Si un même fichier a plusieurs exercices ou plusieurs rentrées, faites d'abord le JSON de l'ancien :
calc --year 2025 -o 2025.json.

Un EPCI qui a changé de SIREN, ou plusieurs qui ont fusionné, se suivent avec --successor ANCIEN=NOUVEAU, ou
« successors: {ANCIEN: NOUVEAU} » dans entcalc.yaml.

--fail-above 5% (ou 1000, en euros) rend 1 et nomme chaque EPCI dont la hausse dépasse la limite ; une hausse à
partir de rien dépasse toujours un pourcentage. --exit-code rend 1 si quoi que ce soit diffère.
Les deux demandent que les deux côtés comptent les nouveaux selon la même règle.

Ce sont les montants calculés qui sont comparés, quels que soient les montants votés (colonne voté).`,
		`Compares a variant with a baseline, EPCI by EPCI and in total: before, after, change in euros and in percent, and what
causes it, to the cent: price, volume, deployment (what is charged once), options, costs, subsidies, members.

The variant is what the flags say: counts, --rates, --rates-version, --set, --with, --without. The baseline is,
without --against, the same counts at the adopted tariff in force (--on, else all the year, else the default),
without --with, --without or --set; --against-version names another.

With --against it is another file: counts, charged at the tariff of their own year, with no option but those that
they tell; or a JSON, PDF or HTML made by "entcalc calc -o", taken as it stands. --map, --sector, --annuaire and --communes reach
those counts; --year, --rentree, --new, --costs and --subsidies do not; --against-new is their --new. Where one file
has several years, make the JSON of the old one first: calc --year 2025 -o 2025.json.

An EPCI that changed its SIREN, or several that merged, are followed by --successor OLD=NEW, or by
"successors: {OLD: NEW}" in entcalc.yaml.

--fail-above 5% (or 1000, in euros) gives 1 and names each EPCI whose increase is above; an increase from nothing is
above any percentage. --exit-code gives 1 when anything differs. Both need the two sides to count what is new by
the same rule.

It is computed amounts that are compared, whatever was voted (column voted).`,
	}
}

// CompareExamples shows compare.
func CompareExamples() string {
	return `entcalc compare effectifs-2026.csv --set platform=0.65
entcalc compare effectifs-2026.csv --with mobile-app --sort change
entcalc compare effectifs-2026.csv --rates projet-2027.yaml -o comparaison.xlsx
entcalc compare effectifs-2026.csv --against effectifs-2025.csv --fail-above 5%
entcalc compare effectifs-2026.csv --against contributions-2025.json -f md`
}

// FlagAgainst tells --against.
func FlagAgainst() Phrase {
	return Phrase{
		"`FICHIER` point de départ : des effectifs, à la grille de leur exercice, ou un JSON, un PDF ou un HTML d'entcalc calc",
		"`FILE` the baseline: counts, at the tariff of their year, or a JSON, PDF or HTML of entcalc calc",
	}
}

// FlagAgainstVersion tells --against-version.
func FlagAgainstVersion() Phrase {
	return Phrase{
		"`VERSION` grille tarifaire du point de départ",
		"`VERSION` tariff of the baseline",
	}
}

// FlagSuccessor tells --successor.
func FlagSuccessor() Phrase {
	return Phrase{
		"`ANCIEN=NOUVEAU` SIREN qui en remplace un autre depuis le point de départ (répétable)",
		"`OLD=NEW` the SIREN that stands for another one since the baseline (repeatable)",
	}
}

// FlagSort tells --sort.
func FlagSort() Phrase {
	return Phrase{
		"`ORDRE` change (hausse en euros), percent (en %), name ou input (l'ordre des fichiers)",
		"`ORDER` change (increase in euros), percent, name or input (the files' order)",
	}
}

// FlagMinChange tells --min-change.
func FlagMinChange() Phrase {
	return Phrase{
		"`EUROS` ne lister que les EPCI dont l'écart atteint ce montant, en plus ou en moins",
		"`EUROS` list only the EPCIs whose change is at least that, up or down",
	}
}

// FlagExitCode tells --exit-code.
func FlagExitCode() Phrase {
	return Phrase{"rendre 1 si quoi que ce soit diffère", "give 1 when anything differs"}
}

// FlagFailAbove tells --fail-above.
func FlagFailAbove() Phrase {
	return Phrase{
		"`LIMITE` rendre 1 si la hausse d'un EPCI dépasse 5% (en %) ou 1000 (en euros), et dire lesquels",
		"`LIMIT` give 1 when an EPCI's increase is above 5% (in percent) or 1000 (in euros), and tell which",
	}
}

// BadSuccessor refuses a value of --successor.
func BadSuccessor(value string) Message {
	return say("usage/bad-successor",
		fmt.Sprintf("--successor : « %s » n'est pas de la forme ANCIEN=NOUVEAU, deux SIREN de 9 chiffres", Quote(value)),
		fmt.Sprintf("--successor: %q is not OLD=NEW, two SIRENs of 9 digits", Quote(value))).
		todo("dans entcalc.yaml : successors: {ANCIEN: NOUVEAU}", "in entcalc.yaml: successors: {OLD: NEW}")
}

// SuccessorTwice refuses two successors of one SIREN.
func SuccessorTwice(siren string) Message {
	return say("usage/successor-twice",
		fmt.Sprintf("--successor donne deux successeurs différents à %s", Quote(siren)),
		fmt.Sprintf("--successor gives two different successors to %s", Quote(siren)))
}

// BadLimit refuses a value of --fail-above.
func BadLimit(value string) Message {
	return say("usage/bad-limit",
		fmt.Sprintf("--fail-above : « %s » n'est ni un pourcentage ni un montant", Quote(value)),
		fmt.Sprintf("--fail-above: %q is neither a percentage nor an amount", Quote(value))).
		todo("écrivez 5% ou 2,5% pour un pourcentage, 1000 ou 1000,50 pour des euros",
			"write 5% or 2.5% for a percentage, 1000 or 1000.50 for euros")
}

// FlagOfDocument refuses a flag that says how the baseline is priced, where that is a calc
// document.
func FlagOfDocument(flag, value, file string) Message {
	return say("usage/version-of-document",
		fmt.Sprintf("--%s %s : %s est un résultat déjà calculé, pris tel quel", flag, Quote(value), Quote(file)),
		fmt.Sprintf("--%s %s: %s is computed already, and taken as it stands", flag, Quote(value), Quote(file)))
}

// NeedsAgainst refuses a flag that says something of --against, where there is none.
func NeedsAgainst(flag string) Message {
	return say("usage/needs-against",
		fmt.Sprintf("--%s ne sert qu'avec --against", flag),
		fmt.Sprintf("--%s is of use with --against only", flag))
}

// BaselineFaulty says that the faults above keep the baseline from being priced.
func BaselineFaulty(version string) Message {
	return say("compare/baseline",
		fmt.Sprintf("le point de départ ne peut pas être calculé à la grille « %s » avec ces effectifs", Quote(version)),
		fmt.Sprintf("the baseline cannot be computed at tariff %q with these counts", Quote(version))).
		todo("--against-version en désigne une autre", "--against-version names another")
}

// AboveLimit says that an EPCI's contribution rises by more than --fail-above allows;
// percent is blank where there was nothing before.
func AboveLimit(member string, change, percent, limit, causes Phrase) Message {
	fr, en := change.FR, change.EN
	if percent == FromNothing() {
		fr, en = fr+", à partir de rien", en+", from nothing"
	} else {
		fr, en = fr+", soit "+percent.FR, en+", that is "+percent.EN
	}
	return say("compare/above",
		fmt.Sprintf("%s : hausse de %s, au-dessus de %s ; causes : %s", Quote(member), fr, limit.FR, causes.FR),
		fmt.Sprintf("%s: up by %s, above %s; causes: %s", Quote(member), en, limit.EN, causes.EN))
}

// AboveInAll counts the EPCIs that are above --fail-above.
func AboveInAll(above, members int, limit Phrase) Message {
	return say("compare/above",
		fmt.Sprintf("%d EPCI sur %d au-dessus de %s", above, members, limit.FR),
		fmt.Sprintf("%d EPCIs of %d above %s", above, members, limit.EN))
}

// Percent writes a limit in percent: exact, with a point.
func Percent(exact string) Phrase {
	return Phrase{strings.Replace(exact, ".", ",", 1) + "\u00a0%", exact + "%"}
}
