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

// MoreDiagnostics counts the errors and notices that are not printed.
func MoreDiagnostics(errors, notices int) Message {
	return say("diagnostics/more",
		fmt.Sprintf("… et %d autres erreurs, %d autres avis", errors, notices),
		fmt.Sprintf("… and %d more errors, %d more notices", errors, notices))
}
