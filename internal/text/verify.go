package text

import (
	"fmt"
	"strings"
)

// VerifyShort says in a line what verify does.
func VerifyShort() Phrase {
	return Phrase{
		"Vérifier une annexe, d'entcalc ou d'un autre",
		"Verify an annex, made by entcalc or by somebody else",
	}
}

// VerifyLong says all that verify does.
func VerifyLong() Phrase {
	return Phrase{
		`Recalcule chaque montant d'une annexe (XLSX, CSV, JSON de calc ou de solve, PDF ou
HTML de calc) à partir de ses propres effectifs, à la grille que choisissent
--rates, --rates-version, --on et l'année, et dit chaque chiffre qui diffère : où, trouvé, attendu, et, quand une
seule explication convient, laquelle (le tarif d'une autre grille, un arrondi, un
autre effectif). Une somme est juste quand elle est celle des chiffres affichés, ou
de ceux qui devraient l'être : une erreur n'est dite qu'une fois.

L'annexe a une ligne par EPCI, avec une colonne par part (identifiant ou libellé de
la grille), ou une ligne par part. Les colonnes se reconnaissent comme celles des
effectifs ; --map nomme les autres. D'un classeur, toutes les feuilles dont
l'en-tête est connu sont vérifiées, ou celle de --sheet.

Avec --counts, les effectifs, les choix et les EPCI sont comparés aux fichiers, et
les empreintes SHA-256 que cite une annexe d'entcalc à celles de ces fichiers. Une
annexe d'entcalc est reprise avec la grille et l'hypothèse sur les nouveaux qu'elle
dit, et un JSON (de calc ou de solve) avec toutes ses options, si rien d'autre n'est
demandé ; le classeur ou le CSV d'une simulation ne les dit pas : redonnez les mêmes
--set, --with et --without. Un PDF et un HTML portent ce JSON : c'est lui qui est recalculé, et chaque
chiffre que le document montre lui est comparé.

-o écrit en .txt ou en .json. Avec --strict, les avis sont des erreurs ; les écarts
sont dits quand même.

Code de retour : 0, ou 1 s'il y a des écarts.`,
		`Prices every amount of an annex anew (XLSX, CSV, a JSON of calc or solve, a PDF or HTML of
calc) from its own counts, with the tariff that --rates, --rates-version, --on and the year choose, and
tells each figure that differs: where, found, expected, and, where one explanation
alone fits, which (the rate of another tariff, a rounding, another count). A sum is
right where it is that of the figures shown, or of those that should be: one mistake
is told once.

The annex has a row per EPCI, with a column per component (its id or its label in
the tariff), or a row per component. Columns are known as those of counts are;
--map names others. Of a workbook all sheets with a known header are verified, or
that of --sheet.

With --counts, counts, choices and EPCIs are held against the files, and the SHA-256
digests that an annex of entcalc quotes against those of these files. An annex of
entcalc is taken with the tariff and the assumption on new ones that it tells, and a
JSON (of calc or of solve) with all its options, where nothing else is asked for; the
workbook or CSV of a simulation does not tell them: give the same --set, --with and
--without again. A PDF
and an HTML file carry that JSON: it is what is priced anew, and each figure that the
document shows is held against it.

-o writes .txt or .json. With --strict, notices are errors; differences are told all
the same.

Exit status: 0, or 1 where something differs.`,
	}
}

// VerifyExamples shows verify.
func VerifyExamples() string {
	return `entcalc verify annexe.xlsx --year 2026
entcalc verify annexe.csv --rates tarifs-2027.yaml --counts effectifs.csv
entcalc verify annexe.xlsx --sheet Contributions --map platform="Coût plateforme"
entcalc verify annexe.json -f json`
}

// AnnexArgument names the file that verify takes.
func AnnexArgument() Phrase { return Phrase{"ANNEXE", "ANNEX"} }

// FlagAgainstCounts tells --counts.
func FlagAgainstCounts() Phrase {
	return Phrase{
		"`FICHIER` effectifs d'où l'annexe doit venir (répétable) ; sinon les siens",
		"`FILE` counts that the annex should come from (repeatable); else its own",
	}
}

// FlagSheetOfAnnex tells --sheet of verify.
func FlagSheetOfAnnex() Phrase {
	return Phrase{"`FEUILLE` de l'annexe", "`SHEET` of the annex"}
}

// FlagMapOfAnnex tells --map of verify.
func FlagMapOfAnnex() Phrase {
	return Phrase{
		"`CHAMP=En-tête` nomme une colonne de l'annexe (répétable)",
		"`FIELD=Header` names a column of the annex (repeatable)",
	}
}

// NeedsAnnex says that verify was given no annex.
func NeedsAnnex(command string) Message {
	return say("cmd/needs-annex", "il manque l'annexe à vérifier", "the annex to verify is missing").
		todo("par exemple : "+command+" annexe.xlsx", "for instance: "+command+" annexe.xlsx")
}

// NoAnnexHeader refuses a file without a header that verify knows.
func NoAnnexHeader(first string, most int) Message {
	return say("verify/no-header",
		fmt.Sprintf("aucun en-tête d'annexe dans les %d premières lignes, qui commencent par « %s »", most, Quote(first)),
		fmt.Sprintf("no header of an annex in the first %d lines, which begin with \"%s\"", most, Quote(first))).
		todo("il faut une colonne siren (ou epci) et une colonne de montants : une part de la grille, Brut, Net, Total ; --map platform=En-tête en nomme une",
			"it needs a column siren (or epci) and one of amounts: a component of the tariff, Gross, Net, Total; --map platform=Header names one")
}

// NotACalcJSON refuses a JSON that is no document of calc.
func NotACalcJSON() Message {
	return say("verify/not-a-calc",
		"ce JSON n'est pas un document d'entcalc calc",
		"this JSON is no document of entcalc calc")
}

// NothingToCheck refuses an annex of which no amount can be priced anew.
func NothingToCheck() Message {
	return say("verify/nothing-to-check",
		"aucun montant de cette annexe ne peut être recalculé",
		"no amount of this annex can be priced anew").
		todo("donnez les effectifs : --counts effectifs.csv ; ou nommez ses colonnes : --map pupils=En-tête",
			"give the counts: --counts effectifs.csv; or name its columns: --map pupils=Header")
}

// NotChecked tells of a component that could not be checked.
func NotChecked(component, basis Phrase) Message {
	return say("verify/not-checked",
		fmt.Sprintf("%s : non vérifié, faute d'une colonne « %s »", Quote(component.FR), Quote(basis.FR)),
		fmt.Sprintf("%s: not checked, for want of a column \"%s\"", Quote(component.EN), Quote(basis.EN))).
		todo("donnez les effectifs : --counts effectifs.csv", "give the counts: --counts effectifs.csv")
}

// TakenAsUnits tells that an amount was taken for that of fewer units than all.
func TakenAsUnits(component Phrase, units, whole int64) Message {
	return say("verify/units",
		fmt.Sprintf("%s : montant pris pour celui de %d unités sur %d", Quote(component.FR), units, whole),
		fmt.Sprintf("%s: the amount was taken for that of %d units of %d", Quote(component.EN), units, whole)).
		todo("--counts le vérifie", "--counts checks it")
}

// OtherTariffInAnnex tells that an annex names another tariff than it is checked with.
func OtherTariffInAnnex(annex, used string) Message {
	return say("verify/other-tariff",
		fmt.Sprintf("l'annexe se dit de la grille « %s » ; elle est vérifiée à la grille « %s »", Quote(annex), Quote(used)),
		fmt.Sprintf("the annex says that it is of tariff \"%s\"; it is checked with tariff \"%s\"", Quote(annex), Quote(used))).
		todo("--rates-version en choisit une autre ; pour une simulation, donnez-lui les mêmes --set, --with et --without",
			"--rates-version chooses another; of a simulation, give the same --set, --with and --without")
}

// OwnTariff tells that an annex is checked with the tariff that it carries.
func OwnTariff(version string) Message {
	return say("verify/own-tariff",
		fmt.Sprintf("la grille « %s » n'est pas connue : l'annexe est vérifiée aux tarifs qu'elle porte elle-même", Quote(version)),
		fmt.Sprintf("tariff \"%s\" is not known: the annex is checked with the rates that it carries itself", Quote(version))).
		todo("--rates charge un fichier de tarifs", "--rates loads a rate file")
}

// FindingWord heads a finding.
func FindingWord() Phrase { return Phrase{"écart", "difference"} }

// InsteadOf tells a figure that differs: gap is what it has too much, with its sign.
func InsteadOf(found, expected, gap Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("%s au lieu de %s (%s)", found.FR, expected.FR, gap.FR),
		fmt.Sprintf("%s instead of %s (%s)", found.EN, expected.EN, gap.EN),
	}
}

// NothingInsteadOf tells a figure that is missing.
func NothingInsteadOf(expected Phrase) Phrase {
	return Phrase{"rien au lieu de " + expected.FR, "nothing instead of " + expected.EN}
}

// InsteadOfNothing tells a figure that is one too many.
func InsteadOfNothing(found Phrase) Phrase {
	return Phrase{found.FR + " au lieu de rien", found.EN + " instead of nothing"}
}

// QuotedCell shows a cell that could not be read; blank for none.
func QuotedCell(cell string) Phrase {
	if cell == "" {
		return Phrase{"cellule vide", "blank cell"}
	}
	return shown(cell)
}

// Digest shows the beginning of a digest.
func Digest(sha string) Phrase {
	const enough = 16 // to recognise it
	if len(sha) > enough {
		sha = sha[:enough] + "…"
	}
	return Phrase{"SHA-256 " + Quote(sha), "SHA-256 " + Quote(sha)}
}

// Verified counts what was checked in an annex, and with which tariff; priced tells
// whether any amount of it was priced anew.
func Verified(annex, tariff string, checked, findings int, priced bool) Phrase {
	figures := Plural(int64(checked), Phrase{"chiffre vérifié", "figure checked"}, Phrase{"chiffres vérifiés", "figures checked"})
	if !priced {
		figures.FR, figures.EN = figures.FR+", aucun recalculé", figures.EN+", none priced anew"
	}
	gaps := Plural(int64(findings), Phrase{"écart", "difference"}, Phrase{"écarts", "differences"})
	return Phrase{
		fmt.Sprintf("%s, grille %s : %d %s, %d %s", annex, tariff, checked, figures.FR, findings, gaps.FR),
		fmt.Sprintf("%s, tariff %s: %d %s, %d %s", annex, tariff, checked, figures.EN, findings, gaps.EN),
	}
}

// DocumentTooLarge refuses a document by its size; most is in MiB.
func DocumentTooLarge(most int) Message {
	return say("cmd/document-too-large",
		fmt.Sprintf("document de plus de %d Mio", most),
		fmt.Sprintf("a document of more than %d MiB", most))
}

// NoSheetOfAnnex refuses a workbook none of whose sheets is an annex.
func NoSheetOfAnnex() Message {
	return say("verify/no-sheet",
		"ce classeur n'est pas une annexe : aucune feuille n'a une colonne siren (ou epci) et une colonne de montants",
		"this workbook is no annex: no sheet has a column siren (or epci) and one of amounts").
		todo("--sheet et --map platform=En-tête nomment les siennes", "--sheet and --map platform=Header name its own")
}

// UnreadColumns names the columns that are not read, and the flags that would have some
// of them read.
func UnreadColumns(headers, flags []string) Message {
	m := UnknownColumns(headers)
	if flags == nil {
		return m
	}
	return m.todo(strings.Join(flags, " "), strings.Join(flags, " "))
}

// NothingPriced says that only sums were checked.
func NothingPriced() Message {
	return say("verify/nothing-priced",
		"aucun montant n'a pu être recalculé, faute d'effectifs : seules les sommes ont été vérifiées",
		"no amount could be priced anew, for want of counts: only sums were checked").
		todo("donnez les effectifs : --counts effectifs.csv", "give the counts: --counts effectifs.csv")
}

// NoneNewInAnnex says that an annex charges nothing as new, which the counts do not tell.
func NoneNewInAnnex() Message {
	return say("verify/none-new",
		"l'annexe n'a rien de nouveau, ce que les effectifs ne disent pas : elle est vérifiée ainsi (--new none)",
		"the annex has nothing new, which the counts do not tell: it is checked so (--new none)").
		todo("si tout est nouveau : --new all", "where all is new: --new all")
}

// FlagOfTable refuses a flag that says how tables are read, where the annex is a JSON.
func FlagOfTable(flag, file string) Message {
	return say("usage/flag-of-table",
		fmt.Sprintf("--%s : %s est un JSON, qui n'a ni feuille ni colonne", flag, Quote(file)),
		fmt.Sprintf("--%s: %s is a JSON, which has no sheets and no columns", flag, Quote(file)))
}

// NamelessColumns tells that columns with numbers have no header, and are not read.
func NamelessColumns(n int64) Message {
	columns := Plural(n, Phrase{"colonne de chiffres sans en-tête, non lue", "column of figures without a header is not read"},
		Phrase{"colonnes de chiffres sans en-tête, non lues", "columns of figures without a header are not read"})
	return say("verify/no-header-of-column", fmt.Sprintf("%d %s", n, columns.FR), fmt.Sprintf("%d %s", n, columns.EN)).
		todo("mettez l'en-tête de chaque colonne sur une seule ligne", "put the header of each column on one line")
}

// TakenAsRefused tells that members who are not charged an option were taken to have
// refused it.
func TakenAsRefused(component Phrase, n int64) Message {
	return say("verify/refused",
		fmt.Sprintf("%s : demandée pour tous, absente pour %d EPCI ; refusée ?", Quote(component.FR), n),
		fmt.Sprintf("%s: asked for all, and not charged to %d EPCIs; refused?", Quote(component.EN), n)).
		todo("--counts le vérifie", "--counts checks it")
}

// AnnexFormats refuses a document of another format than verify reads.
func AnnexFormats(file string) Message {
	return say("verify/format",
		fmt.Sprintf("%s : verify lit le PDF, le HTML, le XLSX, le CSV et le JSON", Quote(file)),
		fmt.Sprintf("%s: verify reads PDF, HTML, XLSX, CSV and JSON", Quote(file))).
		todo("donnez le PDF, le XLSX ou le JSON du même calcul", "give the PDF, the XLSX or the JSON of the same run")
}

// VerifiedChanges says what a tariff was changed by, in a simulation.
func VerifiedChanges(tariff string, changes Phrase) Phrase {
	return Phrase{fmt.Sprintf("grille %s : %s", tariff, changes.FR), fmt.Sprintf("tariff %s: %s", tariff, changes.EN)}
}
