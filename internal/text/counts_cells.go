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

// NotAWholeNumber refuses a count; cell is its text, see [CellText].
func NotAWholeNumber(field, cell Phrase) Message {
	return say("counts/not-a-number",
		fmt.Sprintf("%s : « %s » n'est pas un nombre entier", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not a whole number`, field.EN, Quote(cell.EN)))
}

// PointInCount refuses a count with a point or a comma: 1.000 may be one, or a thousand.
func PointInCount(field, cell Phrase) Message {
	return NotAWholeNumber(field, cell).
		todo("sans point ni virgule : 1000 ou 1 000", "without a point or a comma: 1000 or 1 000")
}

// DecimalCount refuses a count with decimals.
func DecimalCount(field, cell Phrase) Message {
	return NotAWholeNumber(field, cell).
		todo("un effectif n'a pas de décimale", "a count has no decimals")
}

// Misgrouped refuses digits that are not in groups of three.
func Misgrouped(field, cell Phrase) Message {
	return say("counts/misgrouped",
		fmt.Sprintf("%s : dans « %s », les chiffres ne vont pas par trois", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: the digits of "%s" are not in groups of three`, field.EN, Quote(cell.EN))).
		todo("un espace se met tous les trois chiffres : 1234 ou 1 234", "a space parts groups of three: 1234 or 1 234")
}

// TooManyDigits refuses a number of more than most digits.
func TooManyDigits(field, cell Phrase, most int) Message {
	return say("counts/too-many-digits",
		fmt.Sprintf("%s : « %s » a plus de %d chiffres", field.FR, Quote(cell.FR), most),
		fmt.Sprintf(`%s: "%s" has more than %d digits`, field.EN, Quote(cell.EN), most))
}

// NotEuros refuses an amount.
func NotEuros(field, cell Phrase) Message {
	return say("counts/not-euros",
		fmt.Sprintf("%s : « %s » n'est pas un montant en euros", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not an amount in euros`, field.EN, Quote(cell.EN))).
		todo("des chiffres, et au plus deux décimales : 1234,56", "digits, and at most two decimals: 1234.56")
}

// NegativeEuros refuses an amount below 0; unsigned is it without its sign.
func NegativeEuros(field, cell, unsigned Phrase) Message {
	return say("counts/negative-euros",
		fmt.Sprintf("%s : « %s » : un montant négatif n'est pas admis", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s": a negative amount is not allowed`, field.EN, Quote(cell.EN))).
		todo("écrivez-le sans signe : "+Quote(unsigned.FR), "write it without a sign: "+Quote(unsigned.EN))
}

// NegativeCost refuses a cost below 0: a credit note.
func NegativeCost(field, cell Phrase) Message {
	return NegativeEuros(field, cell, cell).
		todo("un avoir se déduit de sa facture : écrivez ce qui en reste", "deduct a credit note from its invoice: write what remains of it")
}

// EuroSign refuses an amount with its unit.
func EuroSign(field, cell Phrase) Message {
	return say("counts/euro-sign",
		fmt.Sprintf("%s : « %s » porte le signe de l'euro", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" has a euro sign`, field.EN, Quote(cell.EN))).
		todo("les montants sont en euros : écrivez le nombre seul", "amounts are in euros: write the number alone")
}

// AmbiguousEuros refuses an amount that may be thousands or decimals; thousands is it
// without its point or comma.
func AmbiguousEuros(field, cell Phrase, thousands string) Message {
	return say("counts/ambiguous-euros",
		fmt.Sprintf("%s : « %s » se lit de deux façons, %s euros ou trois décimales", field.FR, Quote(cell.FR), thousands),
		fmt.Sprintf(`%s: "%s" reads two ways, %s euros or three decimals`, field.EN, Quote(cell.EN), thousands)).
		todo(fmt.Sprintf("écrivez %s, ou deux décimales au plus", thousands),
			fmt.Sprintf("write %s, or at most two decimals", thousands))
}

// TooFine refuses an amount of more than two decimals.
func TooFine(field, cell Phrase) Message {
	return say("counts/too-fine",
		fmt.Sprintf("%s : « %s » a plus de deux décimales", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" has more than two decimals`, field.EN, Quote(cell.EN)))
}

// NotAChoice refuses what is neither yes nor no. Of a number, units is the field that it
// may be meant for; "" for none.
func NotAChoice(field Phrase, cell, units string) Message {
	m := say("counts/not-a-choice",
		fmt.Sprintf("%s : « %s » n'est ni oui ni non", field.FR, Quote(cell)),
		fmt.Sprintf(`%s: "%s" is neither yes nor no`, field.EN, Quote(cell)))
	if units != "" {
		return m.todo("pour un nombre, une colonne "+units, "for a number, a column "+units)
	}
	return m.todo("oui, non, vrai, faux, 1, 0, x, ou rien", "yes, no, true, false, 1, 0, x, or nothing")
}

// BooleanCell refuses TRUE or FALSE of a workbook where something else is wanted.
func BooleanCell(field Phrase, cell string) Message {
	return say("counts/boolean",
		fmt.Sprintf("%s : la cellule est un vrai ou faux (%s)", field.FR, Quote(cell)),
		fmt.Sprintf("%s: the cell is a true or false (%s)", field.EN, Quote(cell)))
}

// DateCell refuses a date of a workbook: the number below it is not what is shown.
func DateCell(field, cell Phrase) Message {
	return say("counts/date",
		fmt.Sprintf("%s : la cellule est au format date (%s)", field.FR, Quote(cell.FR)),
		fmt.Sprintf("%s: the cell is formatted as a date (%s)", field.EN, Quote(cell.EN))).
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
func NotAYear(field, cell Phrase) Message {
	return say("counts/not-a-year",
		fmt.Sprintf("%s : « %s » n'est pas une année", field.FR, Quote(cell.FR)),
		fmt.Sprintf(`%s: "%s" is not a year`, field.EN, Quote(cell.EN))).
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

// TotalMismatch refuses a total line that is not the sum of the rows above it, gap
// away; all are written as programs do: 1400, 1400.00. More tells that the rows sum to
// more than the line says.
func TotalMismatch(field Phrase, said, sum, gap string, more bool) Message {
	than := Phrase{"de moins", "less"}
	if more {
		than = Phrase{"de plus", "more"}
	}
	return say("counts/total-mismatch",
		fmt.Sprintf("%s : la ligne TOTAL dit %s, la somme des lignes est %s (%s %s)", field.FR, grouped(said), grouped(sum), grouped(gap), than.FR),
		fmt.Sprintf("%s: the TOTAL line says %s, the rows sum to %s (%s %s)", field.EN, said, sum, gap, than.EN)).
		todo("corrigez la ligne TOTAL ou la ligne fautive", "mend the TOTAL line or the row at fault")
}

// TotalNotLast refuses rows below a total line.
func TotalNotLast() Message {
	return say("counts/total-not-last",
		"la ligne de total n'est pas la dernière",
		"the total line is not the last").
		todo("retirez les sous-totaux et ce qui suit le total", "take subtotals, and what follows the total, away")
}

// CellText is a cell that a sentence shows; a number of a workbook, which stores a point
// whatever the screen shows, has a comma in French.
func CellText(cell string, number bool) Phrase {
	if number {
		return Phrase{strings.Replace(cell, ".", ",", 1), cell}
	}
	return Phrase{cell, cell}
}

// grouped writes a decimal as in French: thousands parted by a narrow no-break space
// (U+202F), a comma.
func grouped(number string) string {
	whole, decimals, point := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + " " + whole[i:]
	}
	if point {
		return whole + "," + decimals
	}
	return whole
}
