package report

import (
	"cmp"
	"strings"
)

// A face is what a document shows: the figures of its cells, as a renderer marked them, and
// every text in its order. [paperCell] says what a mark is.
type face struct {
	figures []Figure
	texts   []faceText
}

// A faceText is a text and where it stands: "" for nowhere in particular.
type faceText struct{ place, words string }

// add takes a marked cell. Among items a subsidy is taken away, in a summary it is not: its
// figure is what it is.
func (f *face) add(siren, field, words string) {
	value := typed(words)
	if field != nameField {
		value = faceNumber(words)
	}
	if field == subsidyField || strings.HasPrefix(field, subsidyField+"/") {
		value = strings.TrimPrefix(value, "-")
	}
	if value != "" {
		f.figures = append(f.figures, Figure{siren, field, value})
	}
}

// faceNumber gives a number that people read, in either language, as the JSON writes it;
// what is no number stays as it is. English euros have their sign in front.
func faceNumber(words string) string {
	plain := strings.NewReplacer("−", "-", noBreakSpace, "", narrowSpace, "", " ", "")
	s := strings.TrimPrefix(plain.Replace(words), "+") // of a difference
	english := strings.HasPrefix(strings.TrimPrefix(s, "-"), "€")
	s = strings.Replace(s, "€", "", 1)
	if english || !strings.Contains(words, "€") { // 68,190 pupils; French counts have no comma
		s = strings.ReplaceAll(s, ",", "")
	}
	s = strings.ReplaceAll(s, ",", ".")
	if !isNumber(s) {
		return typed(words)
	}
	return s
}

// firstText finds the first text in which two faces differ: where it stands, and what each
// has there, cut around the difference.
func firstText(old, fresh face) (place, was, is string, differ bool) {
	for i := range max(len(old.texts), len(fresh.texts)) {
		var a, b faceText // none past the end
		if i < len(old.texts) {
			a = old.texts[i]
		}
		if i < len(fresh.texts) {
			b = fresh.texts[i]
		}
		if a.words != b.words {
			was, is = around(a.words, b.words)
			return cmp.Or(b.place, a.place), was, is, true
		}
	}
	return "", "", "", false
}
