package report

// Formats gives every format, in the order that help shows them. It is the only list:
// help, completion, -o and the tests read it.
func Formats() []Format[Run] {
	return []Format[Run]{
		asTable(),
		asCSV(),
		asCSVFR(),
		asJSON(),
		workbook(),
		asMarkdown(),
		asPDF(),
		asHTML(),
	}
}
