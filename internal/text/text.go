// Package text holds every sentence that entcalc says, in French and in English.
//
// A sentence is a function with typed arguments: it returns a [Phrase], or a
// [Message] when it tells what is wrong. Who prints it says in which language:
//
//	text.NotAYear(field, "24").In(text.English)
//
// Codes are the same in both languages and never change: scripts match on them.
package text

import (
	"fmt"
	"strings"
	"unicode"
)

// Lang is a language of the texts.
type Lang string

// The languages. French is the default everywhere.
const (
	French  Lang = "fr"
	English Lang = "en"
)

// A Phrase is one text in both languages.
type Phrase struct{ FR, EN string }

// In gives the phrase in language l; anything but English is French.
func (p Phrase) In(l Lang) string {
	if l == English {
		return p.EN
	}
	return p.FR
}

// A Message is a sentence about the input: a code for scripts, words for people,
// and, where there is something to do, a hint that says what.
type Message struct {
	Code        string // package/what: counts/not-a-number
	words, hint Phrase
}

// In gives the message's words in language l, without its hint.
func (m Message) In(l Lang) string { return m.words.In(l) }

// Hint tells in language l what to do; blank when the words already say it.
func (m Message) Hint(l Lang) string { return m.hint.In(l) }

// say makes a message of its code and its words in both languages.
func say(code, fr, en string) Message {
	return Message{Code: code, words: Phrase{fr, en}}
}

// todo adds the hint to a message: what to do, in both languages.
func (m Message) todo(fr, en string) Message {
	m.hint = Phrase{fr, en}
	return m
}

// Quote shows text from outside in a sentence: cut when it is long, with what a
// terminal would obey (control and bidirectional characters, invalid bytes) escaped.
func Quote(s string) string {
	const most = 60 // characters: enough to recognise a cell
	cut := false
	if r := []rune(s[:min(len(s), most*4+4)]); len(r) > most || len(s) > most*4+4 {
		s, cut = string(r[:min(len(r), most)]), true
	}
	s = Safe(s)
	if cut {
		s += "…"
	}
	return s
}

// Safe escapes what must not reach a terminal or a document from outside: control
// characters, bidirectional controls and other invisible ones, invalid bytes.
// No-break spaces and accents stay as they are.
func Safe(s string) string {
	clean := true
	for _, r := range s {
		if Invisible(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == unicode.ReplacementChar && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case Invisible(r) && r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case Invisible(r) && r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		case Invisible(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Invisible tells characters that a reader does not see, and a terminal or a browser may
// obey: controls, bidirectional and other format characters, line separators, and what
// stands for invalid bytes.
func Invisible(r rune) bool {
	switch {
	case r <= unicode.MaxLatin1: // most of them, without a search
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xad
	case r == unicode.ReplacementChar, r == '\u2028', r == '\u2029':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// List joins words for a sentence: "a, b, c".
func List(words []string) string { return strings.Join(words, ", ") }
