package text

import "fmt"

// ErrorWord names the severity of faults.
func ErrorWord() Phrase { return Phrase{"erreur", "error"} }

// NoticeWord names that of notices.
func NoticeWord() Phrase { return Phrase{"avis", "notice"} }

// Joined puts a hint after its message.
func Joined(message, hint string) Phrase {
	return Phrase{message + " ; " + hint, message + "; " + hint}
}

// MoreDiagnostics counts the errors and notices that are not printed; a number that is 0
// is not said.
func MoreDiagnostics(errors, notices int) Message {
	one := Plural(int64(errors), Phrase{"autre erreur", "more error"}, Phrase{"autres erreurs", "more errors"})
	other := Plural(int64(notices), Phrase{"autre avis", "more notice"}, Phrase{"autres avis", "more notices"})
	fr, en := fmt.Sprintf("%d %s", errors, one.FR), fmt.Sprintf("%d %s", errors, one.EN)
	switch {
	case errors == 0:
		fr, en = fmt.Sprintf("%d %s", notices, other.FR), fmt.Sprintf("%d %s", notices, other.EN)
	case notices > 0:
		fr, en = fmt.Sprintf("%s, %d %s", fr, notices, other.FR), fmt.Sprintf("%s, %d %s", en, notices, other.EN)
	}
	return say("diagnostics/more", "… et "+fr, "… and "+en)
}
