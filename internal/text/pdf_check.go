package text

import "fmt"

// NotAPDF says that a document is no PDF that can be read.
func NotAPDF() Phrase {
	return Phrase{
		"ce n'est pas un PDF, ou il est endommagé ou réécrit par un autre logiciel",
		"it is no PDF, or it is damaged or rewritten by other software",
	}
}

// LockedPDF says that a document is protected.
func LockedPDF() Phrase {
	return Phrase{
		"ce PDF est protégé par un mot de passe, ou ses droits sont restreints : enregistrez-le sans protection",
		"this PDF is protected by a password, or its permissions are restricted: save it without protection",
	}
}

// NoFiguresInPDF says that the pages of a PDF have no figures that can be told apart.
func NoFiguresInPDF() Phrase {
	return Phrase{
		"ses pages n'ont pas de chiffres repérés comme entcalc les repère : il a été imprimé ou fait par un autre logiciel",
		"its pages have no figures marked as entcalc marks them: it was printed, or made by other software",
	}
}

// PageDiffers shows the first text of a page that differs.
func PageDiffers(page, was, is string) Message {
	return say("check/page",
		fmt.Sprintf("aucun chiffre ne diffère ; page %s, premier texte différent : « %s » dans le document, « %s » attendu",
			page, Quote(was), Quote(is)),
		fmt.Sprintf("no figure differs; page %s, first text that does: \"%s\" in the document, \"%s\" expected",
			page, Quote(was), Quote(is)))
}

// AttachedDiffers shows the first line that differs of the calc document attached to a PDF.
func AttachedDiffers(line int, was, is string) Message {
	return say("check/carried",
		fmt.Sprintf("les pages sont les mêmes ; la pièce jointe JSON diffère, ligne %d : « %s » dans le document, « %s » attendu",
			line, Quote(was), Quote(is)),
		fmt.Sprintf("the pages are the same; the attached JSON differs, line %d: \"%s\" in the document, \"%s\" expected",
			line, Quote(was), Quote(is)))
}

// NothingAttached says that a PDF has lost the calc document attached to it.
func NothingAttached() Message {
	return say("check/carried",
		"les pages sont les mêmes, mais la pièce jointe JSON a disparu",
		"the pages are the same, but the attached JSON is gone")
}

// OnlyPDF says that PDFs differ, but in no text and in no attachment.
func OnlyPDF() Message {
	return say("check/bytes",
		"aucun texte ni la pièce jointe ne diffère : seulement la présentation, ou ce qu'un logiciel a ajouté (une signature)",
		"no text differs, nor the attached JSON: only the presentation, or what software added (a signature)")
}
