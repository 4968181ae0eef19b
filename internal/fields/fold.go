package fields

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a header to what it is matched by: without case, accents, spaces,
// punctuation and plurals, and without the small words that people put before a
// count, unless there are no others ("Total"). "Nb. d’élèves", "eleves" and "ÉLÈVE"
// fold alike. It is blank when the header has no letter and no digit.
func Fold(header string) string {
	words := strings.FieldsFunc(plain(header), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	telling := slices.DeleteFunc(slices.Clone(words), small)
	if len(telling) == 0 {
		telling = words
	}
	for i, w := range telling {
		if len(w) > 2 {
			telling[i] = strings.TrimRight(w, "sx")
		}
	}
	return strings.Join(telling, "")
}

// plain lowers case and takes accents away; œ and æ become two letters.
func plain(s string) string {
	s = strings.ToLower(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) {
		return s // most cells, and there may be many: the header is looked for
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'œ':
			b.WriteString("oe")
		case r == 'æ':
			b.WriteString("ae")
		case r == '°' || r == 'º':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// small tells the words that do not tell one column from another.
func small(word string) bool {
	switch word {
	case "de", "du", "des", "d", "le", "la", "les", "l", "n", "nb", "nombre", "total":
		return true
	}
	return false
}
