package text

import (
	"fmt"
)

// SaveAsXLSX refuses a format that is not read: old or of another program.
func SaveAsXLSX(format string) Message {
	return say("grid/other-format",
		fmt.Sprintf("format %s, qui n'est pas lu", format),
		fmt.Sprintf("the %s format is not read", format)).
		todo("ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en CSV UTF-8",
			"open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8")
}

// EncryptedWorkbook refuses a workbook with a password.
func EncryptedWorkbook() Message {
	return say("grid/encrypted",
		"classeur protégé par un mot de passe",
		"the workbook is protected by a password").
		todo("ouvrez-le, ôtez le mot de passe et enregistrez-le en .xlsx", "open it, take the password off and save it as .xlsx")
}

// WorkbookTooLarge refuses a workbook by the size of its file; most is in MiB.
func WorkbookTooLarge(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("classeur de plus de %d Mio", most),
		fmt.Sprintf("a workbook of more than %d MiB", most)).saveLess()
}

// InflatesTooMuch refuses a workbook by the size of what is in it; most is in MiB.
func InflatesTooMuch(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("le contenu du classeur, décompressé, dépasse %d Mio", most),
		fmt.Sprintf("what is in the workbook, inflated, is more than %d MiB", most)).saveLess()
}

// TooManyParts refuses an archive of too many files.
func TooManyParts(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("archive de plus de %d fichiers : ce n'est pas un classeur", most),
		fmt.Sprintf("an archive of more than %d files: this is no workbook", most))
}

// PartTooLarge refuses one file of a workbook; most is in MiB.
func PartTooLarge(part string, most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("%s, décompressé, dépasse %d Mio", Quote(part), most),
		fmt.Sprintf("%s, inflated, is more than %d MiB", Quote(part), most)).saveLess()
}

// TooManyStrings refuses the shared strings of a workbook by their number.
func TooManyStrings(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("le classeur a plus de %d textes différents", most),
		fmt.Sprintf("the workbook has more than %d different texts", most)).saveLess()
}

// TooManyCells refuses a sheet by its cells, the empty ones before others included.
func TooManyCells(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("la feuille a plus de %d cellules", most),
		fmt.Sprintf("the sheet has more than %d cells", most)).saveLess()
}

// TooManyEmpty refuses a sheet by the cells in its file that hold nothing.
func TooManyEmpty(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("la feuille a plus de %d cellules vides", most),
		fmt.Sprintf("the sheet has more than %d empty cells", most)).saveLess()
}

// TooManyColumns refuses a line of a text by its cells.
func TooManyColumns(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("ligne de plus de %d cellules, le plus qu'un tableur puisse avoir", most),
		fmt.Sprintf("a line of more than %d cells, the most that a spreadsheet can have", most)).
		todo("vérifiez le séparateur et les fins de ligne du fichier", "check the file's delimiter and line ends")
}

// TooManyMerged refuses a sheet by its merged cells.
func TooManyMerged(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("la feuille a plus de %d cellules fusionnées", most),
		fmt.Sprintf("the sheet has more than %d merged cells", most)).saveLess()
}

// StringInPieces refuses a text by the number of its elements in the file.
func StringInPieces(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("texte fait de plus de %d morceaux", most),
		fmt.Sprintf("a text made of more than %d pieces", most)).saveLess()
}

// StringsInPieces refuses the texts of a workbook by the number of their elements.
func StringsInPieces(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("les textes du classeur sont faits de plus de %d morceaux", most),
		fmt.Sprintf("the texts of the workbook are made of more than %d pieces", most)).saveLess()
}

// StringTooLong refuses a shared string that no cell can hold.
func StringTooLong(most int) Message {
	return say("grid/cell-too-long",
		fmt.Sprintf("un texte du classeur dépasse %d caractères, le plus qu'une cellule puisse avoir", most),
		fmt.Sprintf("a text of the workbook is longer than %d characters, the most that a cell can have", most)).saveAgain()
}

// CellTooLong refuses a text that no cell can hold.
func CellTooLong(most int) Message {
	return say("grid/cell-too-long",
		fmt.Sprintf("le texte de la cellule dépasse %d caractères", most),
		fmt.Sprintf("the text of the cell is longer than %d characters", most)).saveAgain()
}

// PartTwice refuses an archive with two files of one name.
func PartTwice(part string) Message {
	return say("grid/part-twice",
		fmt.Sprintf("l'archive du classeur contient deux fois %s", Quote(part)),
		fmt.Sprintf("the workbook's archive has %s twice", Quote(part))).saveAgain()
}

// SheetTwice refuses a workbook with two sheets of one name, or one without.
func SheetTwice(name string) Message {
	return say("grid/sheet-twice",
		fmt.Sprintf("deux feuilles s'appellent « %s »", Quote(name)),
		fmt.Sprintf("two sheets are named \"%s\"", Quote(name))).saveAgain()
}

// NoPart says that a file which the workbook tells of is not there.
func NoPart(part string) Message {
	return say("grid/damaged",
		fmt.Sprintf("classeur abîmé : il y manque %s", Quote(part)),
		fmt.Sprintf("damaged workbook: %s is missing", Quote(part))).saveAgain()
}

// DamagedArchive says that the archive cannot be opened.
func DamagedArchive() Message {
	return say("grid/damaged",
		"classeur abîmé ou incomplet : l'archive ne s'ouvre pas",
		"damaged or incomplete workbook: the archive does not open").saveAgain()
}

// DamagedPart says that a file of the workbook is not what was written (length, CRC).
func DamagedPart(part string) Message {
	return say("grid/damaged",
		fmt.Sprintf("classeur abîmé : %s ne se décompresse pas ou n'a pas la bonne somme de contrôle", Quote(part)),
		fmt.Sprintf("damaged workbook: %s does not inflate, or its checksum is wrong", Quote(part))).saveAgain()
}

// CutPart says that the XML of a file of the workbook stops in the middle.
func CutPart(part string) Message {
	return say("grid/cut",
		fmt.Sprintf("classeur incomplet : %s s'interrompt au milieu", Quote(part)),
		fmt.Sprintf("incomplete workbook: %s stops in the middle", Quote(part))).saveAgain()
}

// BadMarkup says that a file of the workbook is not the XML that it should be.
func BadMarkup(part string) Message {
	return say("grid/damaged",
		fmt.Sprintf("classeur abîmé : %s n'est pas le XML d'un classeur", Quote(part)),
		fmt.Sprintf("damaged workbook: %s is not the XML of a workbook", Quote(part))).saveAgain()
}

// DamagedSheet says that two readings of a sheet do not give the same cells.
func DamagedSheet() Message {
	return say("grid/damaged",
		"classeur abîmé : deux lectures de la feuille n'y voient pas les mêmes cellules",
		"damaged workbook: two readings of the sheet do not see the same cells").saveAgain()
}

// NoWorkbook says that an archive has no workbook in it.
func NoWorkbook() Message {
	return say("grid/not-a-table",
		"c'est une archive, mais pas un classeur",
		"it is an archive, but no workbook").
		todo("donnez un fichier CSV ou XLSX",
			"give a CSV or XLSX file")
}

// NoData says that no sheet of the workbook has a cell with something in it.
func NoData() Message {
	return say("grid/no-data",
		"aucune feuille du classeur n'a de données",
		"no sheet of the workbook has data")
}

// BadRowNumber says that a row has a number that no row can have.
func BadRowNumber(number string) Message {
	return say("grid/damaged",
		fmt.Sprintf("classeur abîmé : numéro de ligne « %s »", Quote(number)),
		fmt.Sprintf("damaged workbook: row number \"%s\"", Quote(number))).saveAgain()
}

// RowOutOfOrder says that a row comes after one of the same or a greater number.
func RowOutOfOrder(row, before int) Message {
	return say("grid/rows-out-of-order",
		fmt.Sprintf("classeur abîmé : la ligne %d vient après la ligne %d", row, before),
		fmt.Sprintf("damaged workbook: row %d comes after row %d", row, before)).saveAgain()
}

// CellElsewhere says that a cell is in another row than its name.
func CellElsewhere(reference string) Message {
	return say("grid/cells-out-of-order",
		fmt.Sprintf("classeur abîmé : cellule « %s » dans une autre ligne que la sienne", Quote(reference)),
		fmt.Sprintf("damaged workbook: cell \"%s\" in another row than its own", Quote(reference))).saveAgain()
}

// CellOutOfOrder says that a cell comes twice, or after one to its right.
func CellOutOfOrder() Message {
	return say("grid/cells-out-of-order",
		"classeur abîmé : cellule en double ou dans le désordre",
		"damaged workbook: a cell twice, or out of order").saveAgain()
}

// NoSuchString says that a cell names a shared string that is not there.
func NoSuchString(index string, count int) Message {
	return say("grid/no-such-string",
		fmt.Sprintf("classeur abîmé : la cellule renvoie au texte n° %s, et il y en a %d (à partir de 0)", Quote(index), count),
		fmt.Sprintf("damaged workbook: the cell refers to text number %s, and there are %d (from 0)", Quote(index), count)).saveAgain()
}

// BadCell says that what a cell holds is not what its type says.
func BadCell() Message {
	return say("grid/bad-cell",
		"classeur abîmé : la valeur, le type ou le style de la cellule n'existe pas",
		"damaged workbook: the value, type or style of the cell does not exist").saveAgain()
}

// Merged refuses cells merged in the table; areas are all that are.
func Merged(areas []string) Message {
	return say("grid/merged",
		fmt.Sprintf("cellules fusionnées (%s) dans le tableau : on ne sait pas à quelles lignes et colonnes va leur valeur", quoteAll(areas)),
		fmt.Sprintf("merged cells (%s) in the table: which rows and columns their value goes to is not known", quoteAll(areas))).
		todo("défusionnez ces cellules et écrivez la valeur dans chacune",
			"unmerge these cells and write the value in each")
}

// NoSuchSheet says that --sheet names none of the workbook's sheets; near is the one
// meant, blank if none is near.
func NoSuchSheet(file, sheet, near string, sheets []string) Message {
	fr, en := "", ""
	if near != "" {
		fr = fmt.Sprintf(" ; vouliez-vous dire « %s » ?", Quote(near))
		en = fmt.Sprintf("; did you mean \"%s\"?", Quote(near))
	}
	return say("usage/no-sheet",
		fmt.Sprintf("%s n'a pas de feuille « %s »%s", Quote(file), Quote(sheet), fr),
		fmt.Sprintf("%s has no sheet \"%s\"%s", Quote(file), Quote(sheet), en)).
		todo("feuilles : "+quoteAll(sheets), "sheets: "+quoteAll(sheets))
}

// SeveralSheets says that more than one sheet has data and none was named. flag is the one
// that names a sheet of this file; "" if there is none.
func SeveralSheets(file string, sheets []string, flag string) Message {
	return say("usage/which-sheet",
		fmt.Sprintf("%s a des données dans plusieurs feuilles : %s", Quote(file), quoteAll(sheets)),
		fmt.Sprintf("%s has data in several sheets: %s", Quote(file), quoteAll(sheets))).chooseSheet(flag)
}

// SeveralKnownSheets says that more than one sheet has the columns that were looked for.
func SeveralKnownSheets(file string, sheets []string, flag string) Message {
	return say("usage/which-sheet",
		fmt.Sprintf("%s a les colonnes attendues dans plusieurs feuilles : %s", Quote(file), quoteAll(sheets)),
		fmt.Sprintf("%s has the columns looked for in several sheets: %s", Quote(file), quoteAll(sheets))).chooseSheet(flag)
}

// chooseSheet is what to do where one of several sheets is meant.
func (m Message) chooseSheet(flag string) Message {
	if flag == "" {
		m.Code = "grid/which-sheet"
		return m.saveLess()
	}
	return m.todo("choisissez-en une avec "+flag+" NOM", "choose one with "+flag+" NAME")
}

// quoteSome lists names from outside as quoteAll does, and tells how many there are
// when it does not name them all.
func quoteSome(names []string) Phrase {
	list := quoteAll(names)
	if len(names) <= mostNamed {
		return Phrase{list, list}
	}
	return Phrase{
		fmt.Sprintf("%s (%d en tout)", list, len(names)),
		fmt.Sprintf("%s (%d in all)", list, len(names)),
	}
}

// mostNamed is how many names a sentence lists.
const mostNamed = 20

// quoteAll lists names from outside, the first of them if there are very many.
func quoteAll(names []string) string {
	var quoted []string
	for _, name := range names[:min(len(names), mostNamed)] {
		quoted = append(quoted, Quote(name))
	}
	if len(names) > mostNamed {
		quoted = append(quoted, "…")
	}
	return List(quoted)
}
