package text

import (
	"fmt"
	"strings"
)

// The reasons why a figure of an annex is not what it should be, as far as one alone
// explains it. They end a sentence.

// RateOfVersion says that an amount has the rate of another tariff; a blank rate is that
// of tiers.
func RateOfVersion(rate Phrase, version string) Phrase {
	if rate == (Phrase{}) {
		return Phrase{"tarifs de la grille " + Quote(version), "rates of tariff " + Quote(version)}
	}
	return Phrase{
		fmt.Sprintf("tarif de la grille %s : %s", Quote(version), rate.FR),
		fmt.Sprintf("rate of tariff %s: %s", Quote(version), rate.EN),
	}
}

// ByRate says that a rate would give an amount.
func ByRate(rate Phrase) Phrase { return Phrase{"au tarif de " + rate.FR, "at a rate of " + rate.EN} }

// ByQuantity says that a quantity would give an amount.
func ByQuantity(quantity Phrase) Phrase {
	return Phrase{"pour une quantité de " + quantity.FR, "for a quantity of " + quantity.EN}
}

// BothDiffer says that an amount is that of another quantity and another rate.
func BothDiffer(quantity, rate Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("pour une quantité de %s, au tarif de %s", quantity.FR, rate.FR),
		fmt.Sprintf("for a quantity of %s, at a rate of %s", quantity.EN, rate.EN),
	}
}

// ByOtherCount says that another count of the EPCI gives an amount.
func ByOtherCount(basis, quantity Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("calculé sur %s : %s", Quote(basis.FR), quantity.FR),
		fmt.Sprintf("priced on %s: %s", Quote(basis.EN), quantity.EN),
	}
}

// NotRounded says that an amount was not rounded to the cent.
func NotRounded() Phrase { return Phrase{"non arrondi au centime", "not rounded to the cent"} }

// RoundedHalfEven says how an amount was rounded.
func RoundedHalfEven() Phrase {
	return Phrase{"demi-centime arrondi au centime pair", "half a cent rounded to the even cent"}
}

// RoundedDown says how an amount was rounded.
func RoundedDown() Phrase { return Phrase{"arrondi au centime inférieur", "rounded down to the cent"} }

// RoundedUp says how an amount was rounded.
func RoundedUp() Phrase { return Phrase{"arrondi au centime supérieur", "rounded up to the cent"} }

// RoundedToEuro says how an amount was rounded.
func RoundedToEuro() Phrase { return Phrase{"arrondi à l'euro", "rounded to the euro"} }

// RoundedOnce says how a sum was rounded.
func RoundedOnce() Phrase {
	return Phrase{"arrondi une seule fois, sur la somme", "rounded only once, on the sum"}
}

// LeftOutOfSum says that a sum lacks one of its parts.
func LeftOutOfSum(part Phrase) Phrase { return Phrase{"sans " + part.FR, "without " + part.EN} }

// CountedTwice says that a sum has one of its parts twice, or an item is charged twice.
func CountedTwice(part Phrase) Phrase {
	return Phrase{part.FR + " compté deux fois", part.EN + " counted twice"}
}

// NowhereInAnnex says that no row of an annex has a component; once tells that it is
// charged on what is new.
func NowhereInAnnex(once bool) Phrase {
	if once {
		return Phrase{
			"part absente de l'annexe ; si rien n'est nouveau : --new none",
			"the annex lacks the component; where nothing is new: --new none",
		}
	}
	return Phrase{"part absente de l'annexe", "the annex lacks the component"}
}

// NotReadInAnnex says that no row of an annex has a component, and which of its columns,
// that are not read, may be it.
func NotReadInAnnex(headers []string, component string) Phrase {
	list := quoteSome(headers)
	return Phrase{
		fmt.Sprintf("part absente de l'annexe, à moins que ce ne soit une colonne non lue : %s (%s)", list.FR, MapFlag(component, headers[0])),
		fmt.Sprintf("the annex lacks the component, unless it is a column that is not read: %s (%s)", list.EN, MapFlag(component, headers[0])),
	}
}

// MapFlag writes the flag that names a column by hand.
func MapFlag(field, header string) string {
	header = Quote(header)
	if strings.ContainsAny(header, " ()'&;<>|*?$!#€%") {
		header = `"` + header + `"`
	}
	return "--map " + field + "=" + header
}

// MemberLeftOut says that a total line counts a member that has no row; counts are its own.
func MemberLeftOut(counts []Phrase) Phrase {
	var fr, en []string
	for _, c := range counts {
		fr, en = append(fr, c.FR), append(en, c.EN)
	}
	return Phrase{
		"compte un EPCI de plus que les lignes : " + strings.Join(fr, ", "),
		"counts an EPCI more than there are rows: " + strings.Join(en, ", "),
	}
}

// NotInAnnex says that a row of an annex lacks a component.
func NotInAnnex() Phrase {
	return Phrase{"part due, mais absente", "the component is owed, and is not there"}
}

// NotOwed says that an amount is of a component that is not charged; inputs tells that
// it is the counts that do not choose it.
func NotOwed(inputs bool) Phrase {
	if inputs {
		return Phrase{"part qui n'est ni choisie ni déclarée dans les effectifs", "the counts neither choose nor declare the component"}
	}
	return Phrase{"part écartée", "the component is left out"}
}

// CountOfInputs says what a count was compared with.
func CountOfInputs() Phrase { return Phrase{"d'après les effectifs donnés", "from the counts given"} }

// SubsidyOfInputs says what a subsidy was compared with.
func SubsidyOfInputs() Phrase { return CountOfInputs() }

// QuantityOfAnnex says what a quantity was compared with: the counts given, or those that
// the EPCI's other items have.
func QuantityOfAnnex(inputs bool) Phrase {
	if inputs {
		return CountOfInputs()
	}
	return Phrase{
		"d'après les autres lignes de l'EPCI ; --counts le vérifie",
		"from the other rows of the EPCI; --counts checks it",
	}
}

// UnreadableFigure says why a cell was not checked.
func UnreadableFigure() Phrase {
	return Phrase{"pas un nombre, ou qui se lit de deux façons", "no number, or one that reads in two ways"}
}

// FailedFormula says why a cell was not checked.
func FailedFormula() Phrase { return Phrase{"formule en erreur", "the formula failed"} }

// FormulaWithoutValue says why a cell was not checked.
func FormulaWithoutValue() Phrase {
	return Phrase{
		"formule enregistrée sans sa valeur ; ouvrez le classeur dans un tableur et enregistrez-le",
		"the formula was saved without its value; open the workbook in a spreadsheet program and save it",
	}
}

// UnknownPart says that a row is of no component; near is one that it may be meant to be.
func UnknownPart(near string) Phrase {
	if near == "" {
		return Phrase{"pas une part de la grille", "no component of the tariff"}
	}
	return Phrase{
		fmt.Sprintf("pas une part de la grille ; vouliez-vous « %s » ?", Quote(near)),
		fmt.Sprintf("no component of the tariff; did you mean \"%s\"?", Quote(near)),
	}
}

// WrongSIREN says that a key is no SIREN; swapped are those that it would be with two
// digits swapped.
func WrongSIREN(swapped []string) Phrase {
	if swapped == nil {
		return Phrase{"pas un SIREN", "not a SIREN"}
	}
	return Phrase{
		fmt.Sprintf("pas un SIREN ; deux chiffres échangés donnent %s", List(swapped)),
		fmt.Sprintf("not a SIREN; two digits swapped give %s", List(swapped)),
	}
}

// NoSIREN says that a row has no key.
func NoSIREN() Phrase { return Phrase{"SIREN manquant", "the SIREN is missing"} }

// FirstAt says where an EPCI is first met, of two places.
func FirstAt(place string) Phrase {
	return Phrase{"EPCI en double, déjà vu en " + place, "the EPCI is there twice, first at " + place}
}

// NotInInputs says that the counts do not have an EPCI.
func NotInInputs() Phrase {
	return Phrase{"EPCI absent des effectifs donnés", "the EPCI is not in the counts given"}
}

// OnlyInInputs says that an annex does not have an EPCI.
func OnlyInInputs() Phrase {
	return Phrase{"EPCI des effectifs donnés, absent de l'annexe", "the EPCI is in the counts given, and not in the annex"}
}

// SubsidyOverGross says that a subsidy is more than what is owed.
func SubsidyOverGross(excess Phrase) Phrase {
	return Phrase{
		fmt.Sprintf("la subvention dépasse le brut de %s", excess.FR),
		fmt.Sprintf("the subsidy exceeds the gross by %s", excess.EN),
	}
}

// PartAboveWhole says that a part is more than its whole: new pupils than pupils.
func PartAboveWhole(basis Phrase, part, whole int64) Phrase {
	return Phrase{
		fmt.Sprintf("non recalculé : %s, %d sur %d", Quote(basis.FR), part, whole),
		fmt.Sprintf("not priced: %s, %d of %d", Quote(basis.EN), part, whole),
	}
}

// CannotBePriced says why counts cannot be priced, in the words of the arithmetic.
func CannotBePriced(why string) Phrase {
	return Phrase{"non recalculé : " + Quote(why), "not priced: " + Quote(why)}
}

// SavedAgain says that a file of the name that an annex quotes has another content.
func SavedAgain() Phrase {
	return Phrase{"fichier donné de ce nom, mais d'un autre contenu", "a file of this name is given, and its content differs"}
}

// NotGiven says that a file that an annex quotes is not among those given.
func NotGiven() Phrase {
	return Phrase{"fichier cité par l'annexe, et qui n'est pas donné", "the annex quotes the file, and it is not given"}
}

// NoCount says why a cell is no count; most is the largest there is.
func NoCount(most int64) Phrase {
	return Phrase{fmt.Sprintf("pas un effectif : un entier de 0 à %d", most), fmt.Sprintf("no count: a whole number from 0 to %d", most)}
}

// NoCountThere says what a blank cell leaves unchecked.
func NoCountThere() Phrase {
	return Phrase{"effectif sans lequel les montants de la ligne ne sont pas vérifiés", "amounts of the row are not checked without the count"}
}

// NotItsProduct says that an amount is not its quantity times its rate.
func NotItsProduct() Phrase {
	return Phrase{"d'après la quantité et le tarif de la ligne", "from the quantity and the rate of the row"}
}

// NotItsLines says that the quantity of an item is not that of its lines.
func NotItsLines() Phrase { return Phrase{"d'après ses lignes", "from its lines"} }

// OtherTariffAbove says that a row names another tariff than those above.
func OtherTariffAbove(above string) Phrase {
	return Phrase{
		fmt.Sprintf("les lignes au-dessus sont de la grille « %s »", Quote(above)),
		fmt.Sprintf("the rows above are of tariff \"%s\"", Quote(above)),
	}
}
