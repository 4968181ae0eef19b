package text

import (
	"fmt"
	"strings"
)

// BlankCount refuses a blank in a column of counts: a blank is not 0.
func BlankCount(field Phrase) Message {
	return say("counts/blank", field.FR+" : vide", field.EN+": blank").
		todo("écrivez 0 s'il n'y en a pas", "write 0 if there are none")
}

// BlankUnits refuses a blank where the units that are charged of a component are
// declared: 0 would say that it was not done.
func BlankUnits(field Phrase) Message {
	return say("counts/blank", field.FR+" : vide", field.EN+": blank").
		todo("écrivez le nombre à facturer, ou 0 si la mission n'a pas été faite",
			"write the number to charge, or 0 if it was not done")
}

// NotAWholeNumber refuses a count; cell is its text.
func NotAWholeNumber(field Phrase, cell string) Message {
	return say("counts/not-a-number",
		fmt.Sprintf("%s : « %s » n'est pas un nombre entier", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not a whole number`, field.EN, Quote(cell)))
}

// PointInCount refuses a count with a point or a comma: 1.000 may be one, or a thousand.
func PointInCount(field Phrase, cell string) Message {
	return NotAWholeNumber(field, cell).
		todo("sans point ni virgule : 1000 ou 1 000", "without a point or a comma: 1000 or 1 000")
}

// Misgrouped refuses digits that are not in groups of three.
func Misgrouped(field Phrase, cell string) Message {
	return say("counts/misgrouped",
		fmt.Sprintf("%s : dans « %s », les chiffres ne vont pas par trois", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: the digits of "%s" are not in groups of three`, field.EN, Quote(cell))).
		todo("un espace se met tous les trois chiffres : 1234 ou 1 234", "a space parts groups of three: 1234 or 1 234")
}

// TooManyDigits refuses a number of more than most digits.
func TooManyDigits(field Phrase, cell string, most int) Message {
	return say("counts/too-many-digits",
		fmt.Sprintf("%s : « %s » a plus de %d chiffres", field.FR, Quote(cell), most),
		fmt.Sprintf(`%s: "%s" has more than %d digits`, field.EN, Quote(cell), most))
}

// NotEuros refuses an amount.
func NotEuros(field Phrase, cell string) Message {
	return say("counts/not-euros",
		fmt.Sprintf("%s : « %s » n'est pas un montant en euros", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not an amount in euros`, field.EN, Quote(cell))).
		todo("des chiffres, et au plus deux décimales : 1234,56", "digits, and at most two decimals: 1234.56")
}

// EuroSign refuses an amount with its unit.
func EuroSign(field Phrase, cell string) Message {
	return say("counts/euro-sign",
		fmt.Sprintf("%s : « %s » porte le signe de l'euro", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" has a euro sign`, field.EN, Quote(cell))).
		todo("les montants sont en euros : écrivez le nombre seul", "amounts are in euros: write the number alone")
}

// AmbiguousEuros refuses an amount that may be thousands or decimals; thousands is it
// without its point or comma.
func AmbiguousEuros(field Phrase, cell, thousands string) Message {
	return say("counts/ambiguous-euros",
		fmt.Sprintf("%s : « %s » se lit de deux façons, %s euros ou trois décimales", field.FR, Quote(cell), thousands),
		fmt.Sprintf(`%s: "%s" reads two ways, %s euros or three decimals`, field.EN, Quote(cell), thousands)).
		todo(fmt.Sprintf("écrivez %s, ou deux décimales au plus", thousands),
			fmt.Sprintf("write %s, or at most two decimals", thousands))
}

// TooFine refuses an amount of more than two decimals.
func TooFine(field Phrase, cell string) Message {
	return say("counts/too-fine",
		fmt.Sprintf("%s : « %s » a plus de deux décimales", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" has more than two decimals`, field.EN, Quote(cell)))
}

// NotAChoice refuses what is neither yes nor no.
func NotAChoice(field Phrase, cell string) Message {
	return say("counts/not-a-choice",
		fmt.Sprintf("%s : « %s » n'est ni oui ni non", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is neither yes nor no`, field.EN, Quote(cell))).
		todo("oui, non, vrai, faux, 1, 0, x, ou rien", "yes, no, true, false, 1, 0, x, or nothing")
}

// BooleanCell refuses TRUE or FALSE of a workbook where something else is wanted.
func BooleanCell(field Phrase, cell string) Message {
	return say("counts/boolean",
		fmt.Sprintf("%s : la cellule est un vrai ou faux (%s)", field.FR, Quote(cell)),
		fmt.Sprintf("%s: the cell is a true or false (%s)", field.EN, Quote(cell)))
}

// DateCell refuses a date of a workbook: the number below it is not what is shown.
func DateCell(field Phrase, cell string) Message {
	return say("counts/date",
		fmt.Sprintf("%s : la cellule est au format date (%s)", field.FR, Quote(cell)),
		fmt.Sprintf("%s: the cell is formatted as a date (%s)", field.EN, Quote(cell))).
		todo("donnez-lui le format nombre et vérifiez sa valeur", "format it as a number and check its value")
}

// FailedCell refuses an error value of a workbook.
func FailedCell(field Phrase, cell string) Message {
	return say("counts/failed-cell",
		fmt.Sprintf("%s : la cellule est en erreur (%s)", field.FR, Quote(cell)),
		fmt.Sprintf("%s: the cell holds an error (%s)", field.EN, Quote(cell)))
}

// UncomputedCell refuses a formula that was saved without its value.
func UncomputedCell(field Phrase) Message {
	return say("counts/uncomputed",
		field.FR+" : la formule a été enregistrée sans sa valeur",
		field.EN+": the formula was saved without its value").
		todo("ouvrez le classeur dans un tableur, recalculez, enregistrez", "open the workbook in a spreadsheet program, recalculate, save")
}

// BlankYear refuses a row that does not say its year.
func BlankYear(field Phrase) Message {
	return say("counts/blank-year", field.FR+" : vide", field.EN+": blank").
		todo("chaque ligne dit son année", "every row says its year")
}

// NotAYear refuses a year.
func NotAYear(field Phrase, cell string) Message {
	return say("counts/not-a-year",
		fmt.Sprintf("%s : « %s » n'est pas une année", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is not a year`, field.EN, Quote(cell))).
		todo("quatre chiffres : 2026", "four digits: 2026")
}

// OtherYear refuses a row of another year than the rows above it.
func OtherYear(field Phrase, year, first int) Message {
	return say("counts/other-year",
		fmt.Sprintf("%s : %d, et %d plus haut", field.FR, year, first),
		fmt.Sprintf("%s: %d, and %d above", field.EN, year, first)).
		todo(fmt.Sprintf("--year %d ou --year %d garde les lignes d'une année", first, year),
			fmt.Sprintf("--year %d or --year %d keeps the rows of one year", first, year))
}

// NoRowOfYear refuses a --year that no row is of; years are those that there are.
func NoRowOfYear(year int, years []string) Message {
	return say("counts/no-row-of-year",
		fmt.Sprintf("--year %d : aucune ligne de cette année, mais %s", year, List(years)),
		fmt.Sprintf("--year %d: no row of that year, but %s", year, List(years)))
}

// TotalMismatch refuses a total line that is not the sum of the rows above it; both
// are written as programs do: 1400, 1400.00.
func TotalMismatch(field Phrase, said, sum string) Message {
	return say("counts/total-mismatch",
		fmt.Sprintf("%s : le total dit %s, la somme des lignes est %s", field.FR, comma(said), comma(sum)),
		fmt.Sprintf("%s: the total says %s, the rows sum to %s", field.EN, said, sum))
}

// TotalNotLast refuses rows below a total line.
func TotalNotLast() Message {
	return say("counts/total-not-last",
		"la ligne de total n'est pas la dernière",
		"the total line is not the last").
		todo("retirez les sous-totaux et ce qui suit le total", "take subtotals, and what follows the total, away")
}

// comma writes a decimal as in French.
func comma(number string) string { return strings.Replace(number, ".", ",", 1) }
