package report

import "strings"

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
	value := words
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
	s := plain.Replace(words)
	english := strings.HasPrefix(strings.TrimPrefix(s, "-"), "€")
	s = strings.Replace(s, "€", "", 1)
	if english || !strings.Contains(words, "€") { // 68,190 pupils; French counts have no comma
		s = strings.ReplaceAll(s, ",", "")
	}
	s = strings.ReplaceAll(s, ",", ".")
	if !isNumber(s) {
		return words
	}
	return s
}
