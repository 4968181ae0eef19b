package text

import "fmt"

// SheetSummary names the workbook's sheet of contributions, a row per EPCI.
func SheetSummary() Phrase { return Phrase{"Synthèse", "Summary"} }

// SheetDetails names the sheet of lines.
func SheetDetails() Phrase { return Phrase{"Détail", "Details"} }

// SheetRates names the sheet of the tariff.
func SheetRates() Phrase { return Phrase{"Tarifs", "Rates"} }

// SheetSources names the sheet of provenance.
func SheetSources() Phrase { return Phrase{"Sources", "Sources"} }

// NameOfRate begins the name of a rate's cell: tarif_platform.
func NameOfRate() Phrase { return Phrase{"tarif", "rate"} }

// NameOfBound begins the name of a tier's last unit: borne_1_platform.
func NameOfBound() Phrase { return Phrase{"borne", "bound"} }

// SheetAllNew says the assumption that all is new on a sheet's face (R2).
func SheetAllNew() Phrase {
	return Phrase{
		"Hypothèse : faute de décompte des nouveaux, tous les élèves et toutes les écoles sont comptés comme " +
			"équipés pour la première fois.",
		"Assumption: as new ones are not counted apart, all pupils and schools are taken as equipped for the first time.",
	}
}

// SheetNoneNew says the assumption that nothing is new on a sheet's face (R2).
func SheetNoneNew() Phrase {
	return Phrase{
		"Hypothèse : aucun élève et aucune école ne sont comptés comme équipés pour la première fois.",
		"Assumption: no pupil and no school is taken as equipped for the first time.",
	}
}

// SheetNoMember stands for the name of the EPCI in a question without one.
func SheetNoMember() Phrase { return Phrase{"Calcul sans EPCI désigné", "No EPCI named"} }

// SheetLive tells how the workbook recomputes.
func SheetLive() Phrase {
	return Phrase{
		"Chaque tarif est une cellule nommée : le modifier recalcule tout le classeur, qui n'est alors plus " +
			"qu'une simulation.",
		"Each rate is a named cell: changing it recomputes the whole workbook, which is then a simulation only.",
	}
}

// SheetFooter numbers the printed pages; page and pages are the spreadsheet's codes.
func SheetFooter(page, pages string) Phrase {
	return Phrase{"Page " + page + " sur " + pages, "Page " + page + " of " + pages}
}

// SheetGroupCounts heads the columns of counts.
func SheetGroupCounts() Phrase { return Phrase{"Assiettes", "Bases"} }

// SheetGroupItems heads the columns of components.
func SheetGroupItems() Phrase { return Phrase{"Parts de la contribution", "Parts of the contribution"} }

// SheetGroupSums heads the columns of sums.
func SheetGroupSums() Phrase { return Phrase{"Contribution", "Contribution"} }

// SheetTotalShown names the total of the lines that the filter shows.
func SheetTotalShown() Phrase {
	return Phrase{"TOTAL net des lignes affichées", "Net TOTAL of the lines shown"}
}

// SheetID heads the column of components' ids.
func SheetID() Phrase { return Phrase{"Identifiant", "Id"} }

// SheetRemark heads the column of remarks.
func SheetRemark() Phrase { return Phrase{"Précision", "Remark"} }

// SheetUnit heads the column that says what a rate is for.
func SheetUnit() Phrase { return Phrase{"Unité", "Unit"} }

// SheetFrom heads the column of a tier's first unit.
func SheetFrom() Phrase { return Phrase{"De", "From"} }

// SheetUpTo heads the column of a tier's last unit.
func SheetUpTo() Phrase { return Phrase{"Jusqu'à", "Up to"} }

// SheetChoice heads the column that tells what is optional.
func SheetChoice() Phrase { return Phrase{"Choix", "Choice"} }

// SheetMinimum is the line, or the bound, of a component's minimum.
func SheetMinimum() Phrase { return Phrase{"minimum", "minimum"} }

// SheetMaximum is the line, or the bound, of a component's maximum.
func SheetMaximum() Phrase { return Phrase{"maximum", "maximum"} }

// SheetPerMember says what a minimum or a maximum is for.
func SheetPerMember() Phrase { return Phrase{"par EPCI", "per EPCI"} }

// SheetChanged says which rate a simulation replaces.
func SheetChanged(from string) Phrase {
	return Phrase{"simulation, au lieu de " + from, "simulation, instead of " + from}
}

// SheetLeftOut says that a simulation does not charge a mandatory component.
func SheetLeftOut() Phrase { return Phrase{"simulation : écartée", "simulation: left out"} }

// SheetDeclared says that a quantity was declared, and is not the whole basis (R3).
func SheetDeclared() Phrase { return Phrase{"quantité déclarée", "declared quantity"} }

// NewGiven says that the counts tell what is new.
func NewGiven() Phrase {
	return Phrase{"décomptés dans les effectifs", "counted apart in the counts"}
}

// SheetSimulation heads what makes the run a simulation.
func SheetSimulation() Phrase { return Phrase{"Simulation", "Simulation"} }

// NameWord labels the name of a file.
func NameWord() Phrase { return Phrase{"Nom", "Name"} }

// ChangeWord labels what makes a run a simulation.
func ChangeWord() Phrase { return Phrase{"Changement", "Change"} }

// MentionWord labels what was asked for, under the heading of options.
func MentionWord() Phrase { return Phrase{"Mention", "Mention"} }

// RatesDigest labels the digest of a tariff.
func RatesDigest() Phrase { return Phrase{"Empreinte", "Digest"} }

// InexactNumber says that a number has more digits than a workbook can hold.
func InexactNumber(amount string) Message {
	return say("xlsx/inexact",
		amount+" ne peut pas être écrit exactement dans un classeur (15 chiffres au plus)",
		amount+" cannot be written exactly in a workbook (15 digits at most)").
		todo("choisissez csv ou json", "choose csv or json")
}

// TooManyRows says that the lines do not fit in a sheet.
func TooManyRows(rows, most int) Message {
	return say("xlsx/too-many-rows",
		fmt.Sprintf("le détail a %d lignes : une feuille de classeur en a %d au plus", rows, most),
		fmt.Sprintf("the details have %d rows: a workbook's sheet has at most %d", rows, most)).
		todo("choisissez csv ou json, ou moins d'EPCI (--epci)", "choose csv or json, or fewer EPCIs (--epci)")
}

// LongID says that a component or a basis has an id too long to name a cell.
func LongID(id string, most int) Message {
	return say("xlsx/long-id",
		fmt.Sprintf("l'identifiant « %s » est trop long pour nommer une cellule (%d caractères au plus)", id, most),
		fmt.Sprintf("the id %q is too long to name a cell (%d characters at most)", id, most)).
		todo("raccourcissez-le dans le fichier des tarifs", "shorten it in the rate file")
}

// NotOurWorkbook says that a workbook has not the names that entcalc gives its columns.
func NotOurWorkbook() Phrase {
	return Phrase{
		"ce classeur n'a pas la feuille de synthèse d'entcalc, ou ne se lit pas en entier",
		"this workbook does not have entcalc's summary, or cannot be read to its end",
	}
}
