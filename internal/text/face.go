package text

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
