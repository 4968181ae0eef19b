package text

import "fmt"

// FaceText says that a document shows another text than it carries.
func FaceText(whose, field Phrase, was, is string) Message {
	return FaceFigure(whose, field, shown(was), shown(is))
}

// ClosedSum names the sum that a document is closed at.
func ClosedSum() Phrase { return Phrase{"somme arrêtée", "sum that the document is closed at"} }

// ComputedSum names the sum that was computed, where another was voted.
func ComputedSum() Phrase { return Phrase{"somme calculée", "computed sum"} }

// SinceBefore names, in a row of what changed, what it was.
func SinceBefore() Phrase { return Phrase{"évolution, avant", "change, before"} }

// SinceNow names, in a row of what changed, what it is.
func SinceNow() Phrase { return Phrase{"évolution, montant", "change, amount"} }

// SinceChange names, in a row of what changed, the difference.
func SinceChange() Phrase { return Phrase{"évolution, écart", "change, difference"} }

// SincePercent names, in a row of what changed, the difference in percent.
func SincePercent() Phrase { return Phrase{"évolution, pourcentage", "change, percentage"} }

// FaceAltered says that a document shows so many things otherwise than it carries them; first
// is one of them.
func FaceAltered(n int, first Message) Message {
	return say("statement/face",
		fmt.Sprintf("ce document a été modifié : il montre autre chose que les données qu'il porte, qui seules sont lues (écarts : %d, dont %s)", n, first.words.FR),
		fmt.Sprintf("this document was altered: it shows other things than the data that it carries, which alone are read (differences: %d, among them %s)", n, first.words.EN)).
		todo("« entcalc verify » les montre tous", "entcalc verify shows them all")
}

// FaceUnread says that what a document shows cannot be held against what it carries.
func FaceUnread(why Message) Message {
	return say("statement/face",
		"ce que montre ce document n'a pas pu être rapproché des données qu'il porte, qui seules sont lues : "+why.words.FR,
		"what this document shows could not be held against the data that it carries, which alone are read: "+why.words.EN)
}
