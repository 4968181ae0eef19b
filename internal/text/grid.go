package text

import (
	"fmt"
)

// saveAgain is what to do with a damaged workbook.
func (m Message) saveAgain() Message {
	return m.todo("ouvrez le classeur dans un tableur et enregistrez-le de nouveau, ou enregistrez-le en CSV UTF-8",
		"open the workbook in a spreadsheet program and save it again, or save it as CSV UTF-8")
}

// saveLess is what to do with a workbook that is too large.
func (m Message) saveLess() Message {
	return m.todo("enregistrez la feuille utile seule, ou en CSV UTF-8",
		"save only the sheet that is needed, or save it as CSV UTF-8")
}

// saveText is what to do with a damaged text.
func (m Message) saveText() Message {
	return m.todo("enregistrez de nouveau le fichier d'origine en CSV UTF-8",
		"save the original file again as CSV UTF-8")
}

// EmptyFile says that a file has nothing in it.
func EmptyFile() Message {
	return say("grid/empty", "le fichier est vide", "the file is empty")
}

// InputTooLarge refuses to keep more of standard input or a pipe; most is in MiB.
func InputTooLarge(most int) Message {
	return say("grid/too-large",
		fmt.Sprintf("plus de %d Mio reçus par l'entrée standard ou un tube", most),
		fmt.Sprintf("more than %d MiB came through standard input or a pipe", most)).
		todo("enregistrez les données dans un fichier et donnez son nom",
			"save the data to a file and give its name")
}

// NulByte refuses a byte that no text has.
func NulByte() Message {
	return say("grid/nul-byte",
		"caractère nul : ce n'est pas du texte",
		"NUL character: this is not text").
		todo("enregistrez le fichier en CSV UTF-8", "save the file as CSV UTF-8")
}

// DamagedUTF8 refuses bytes that are not UTF-8 in a file that is.
func DamagedUTF8() Message {
	return say("grid/bad-utf-8",
		"octet qui n'est pas de l'UTF-8, dans un fichier qui en est : il est abîmé, ou fait de deux encodages",
		"a byte that is not UTF-8, in a file that is: it is damaged, or made of two encodings").saveText()
}

// UndefinedByte refuses a byte that Windows-1252 does not define.
func UndefinedByte(b byte) Message {
	return say("grid/bad-windows-1252",
		fmt.Sprintf("octet %02X, qui n'est ni de l'UTF-8 ni du Windows-1252", b),
		fmt.Sprintf("byte %02X, which is neither UTF-8 nor Windows-1252", b)).
		todo("enregistrez le fichier en CSV UTF-8", "save the file as CSV UTF-8")
}

// OddUTF16 refuses UTF-16 that ends in the middle of a character.
func OddUTF16() Message {
	return say("grid/bad-utf-16",
		"fichier UTF-16 d'une longueur impaire : il est incomplet",
		"UTF-16 file of odd length: it is incomplete").saveText()
}

// LoneSurrogate refuses half a pair of UTF-16.
func LoneSurrogate() Message {
	return say("grid/bad-utf-16",
		"moitié de caractère UTF-16 : le fichier est abîmé",
		"half of a UTF-16 character: the file is damaged").saveText()
}

// LoneCR refuses a carriage return alone among lines that end otherwise.
func LoneCR() Message {
	return say("grid/lone-cr",
		"retour chariot isolé, alors que d'autres lignes se terminent par un saut de ligne",
		"a carriage return alone, where other lines end with a line feed").
		todo("remplacez ce caractère par une fin de ligne, ou ôtez-le", "make it the end of a line, or take it out")
}

// UnclosedQuote refuses a quote that opens a cell and is not closed; most is how far its
// end was looked for, in MiB.
func UnclosedQuote(most int) Message {
	return say("grid/unclosed-quote",
		fmt.Sprintf("guillemet ouvert ici et pas refermé avant la fin du fichier, ou sur plus de %d Mio", most),
		fmt.Sprintf("a quote opens here and is not closed before the end of the file, or for more than %d MiB", most)).
		todo(`fermez la cellule par un guillemet, ou doublez ("") celui qui en fait partie`,
			`close the cell with a quote, or double ("") one that is part of it`)
}

// StrayQuote refuses a quote in the middle of a cell.
func StrayQuote() Message {
	return say("grid/stray-quote",
		"guillemet au milieu d'une cellule",
		"a quote in the middle of a cell").
		todo(`mettez toute la cellule entre guillemets et doublez ("") ceux qui en font partie`,
			`put the whole cell in quotes and double ("") those that are part of it`)
}

// RecordTooLong refuses a line out of all measure; most is in MiB.
func RecordTooLong(most int) Message {
	return say("grid/record-too-long",
		fmt.Sprintf("ligne de plus de %d Mio : ce n'est pas un tableau", most),
		fmt.Sprintf("a line of more than %d MiB: this is no table", most)).
		todo("vérifiez les fins de ligne et les guillemets du fichier", "check the file's line ends and quotes")
}

// NeitherTextNorWorkbook refuses a file whose first bytes say that it is another thing.
func NeitherTextNorWorkbook() Message {
	return say("grid/not-a-table",
		"le fichier n'est ni du texte ni un classeur",
		"the file is neither text nor a workbook").
		todo("donnez un fichier CSV ou XLSX", "give a CSV or XLSX file")
}

// NoSheetsInText says that --sheet names a sheet of a file that has none.
func NoSheetsInText(file, sheet string) Message {
	return say("usage/no-sheet",
		fmt.Sprintf("--sheet « %s » : %s est un fichier texte, sans feuilles", Quote(sheet), Quote(file)),
		fmt.Sprintf("--sheet \"%s\": %s is a text file, it has no sheets", Quote(sheet), Quote(file)))
}
