package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Sentences of a document are held against its figures whatever the words around these: they
// may be others in another version.

// sameWords tells whether a document shows a text: typeset, and with what cannot be shown
// written by its number.
func sameWords(shown, exact string) bool {
	plain := func(words string) string { return strings.Join(strings.Fields(byNumber(typed(text.Safe(words)))), " ") }
	return plain(shown) == plain(exact)
}

// byNumber reads the characters that are written by their number: \u0001, \U0001f600.
func byNumber(words string) string {
	if !strings.Contains(words, `\`) {
		return words
	}
	return regexp.MustCompile(`\\u[0-9a-f]{4}|\\U[0-9a-f]{8}`).ReplaceAllStringFunc(words, func(escape string) string {
		n, err := strconv.ParseUint(escape[2:], 16, 32)
		if err != nil || n > unicode.MaxRune {
			return escape
		}
		return string(rune(n))
	})
}

// saysSum tells whether a sentence has an amount in words, in either language, and no word
// of a number beside them.
func saysSum(sentence, exact string) bool {
	sum, err := pricing.ParseCents(exact)
	if err != nil {
		return false
	}
	sentence = strings.ToLower(typed(sentence))
	for _, l := range []text.Lang{text.French, text.English} {
		words := typed(text.EurosInWords(int64(sum)).In(l))
		ofNumbers := numberWords(l)
		for from := 0; ; {
			at := strings.Index(sentence[from:], words)
			if at < 0 {
				break
			}
			at += from
			if from = at + len(words); !ofNumbers[lastWord(sentence[:at])] && !ofNumbers[firstWord(sentence[from:])] {
				return true
			}
		}
	}
	return false
}

// numberWords are the words that amounts are written with.
func numberWords(l text.Lang) map[string]bool {
	all := make(map[string]bool)
	add := func(cents int64) {
		for _, word := range strings.FieldsFunc(text.EurosInWords(cents).In(l), notLetter) {
			all[word] = true
		}
	}
	for n := range int64(100) {
		add(n*100 + n)
	}
	for n := int64(100); n <= 1_000_000_000_000; n *= 10 {
		add(n * 100)
		add(n * 200)
	}
	delete(all, "d") // d'euros
	return all
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// lastWord is the word that a text ends with, but for spaces and hyphens; "" for none.
func lastWord(before string) string {
	before = strings.TrimRight(before, " -")
	if at := strings.LastIndexFunc(before, notLetter); at >= 0 {
		_, size := utf8.DecodeRuneInString(before[at:])
		return before[at+size:]
	}
	return before
}

// firstWord is the word that a text begins with, but for spaces and hyphens; "" for none.
func firstWord(after string) string {
	after = strings.TrimLeft(after, " -")
	if at := strings.IndexFunc(after, notLetter); at >= 0 {
		return after[:at]
	}
	return after
}

// saysOnly tells whether a sentence has a number, and no others than those that follow it.
func saysOnly(sentence, number string, others ...string) bool {
	there := false
	for _, n := range numbersIn(sentence) {
		if sameNumber(n, number) {
			there = true
		} else if !slices.ContainsFunc(others, func(other string) bool { return sameNumber(n, other) }) {
			return false
		}
	}
	return there
}

// numbersIn are the numbers of a sentence, in either language, as the JSON has them.
func numbersIn(sentence string) (all []string) {
	number := regexp.MustCompile(`[-−]?(?:€[0-9][0-9.,]*|[0-9]+(?:[.,\x{202f}\x{a0} ][0-9]+)*(?:[ \x{a0}\x{202f}]?€)?)`)
	for _, n := range number.FindAllString(sentence, -1) {
		all = append(all, faceNumber(strings.TrimRight(n, ".,")))
	}
	return all
}
