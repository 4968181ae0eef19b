// Package letterhead reads who publishes documents: the key=value pairs of --letterhead and
// of the settings, and the picture of the logo.
package letterhead

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// The keys of pairs.
const (
	nameKey      = "name"
	siretKey     = "siret"
	addressKey   = "address"
	LogoKey      = "logo" // its value is a file
	signatoryKey = "signatory"
	placeKey     = "place"
	natureKey    = "nature"
	functionKey  = "function"
	beforeKey    = "before"
	afterKey     = "after"
)

// Keys lists them.
func Keys() []string {
	return []string{
		nameKey, siretKey, addressKey, LogoKey, signatoryKey, placeKey, natureKey, functionKey, beforeKey, afterKey,
	}
}

// What a value may be at most.
const (
	mostOfLine = 200  // characters of a value that is one line
	mostOfText = 2000 // of one that may have several
	mostLines  = 10   // of an address, and of who signs
)

// A Pair is one key=value, and where the settings have it; nowhere for one that was typed.
type Pair struct {
	Key, Value string
	At         diag.Place
}

// Read makes a letterhead of its pairs, without the picture: logo is the name of its file,
// "" for none. The error joins a [diag.Usage] for each mistake.
func Read(pairs []Pair) (l report.Letterhead, logo string, err error) {
	values := make(map[string]string)
	var wrong []error
	for _, p := range pairs {
		value := plain(p.Value)
		if m := refusal(p.Key, value, values); m != nil {
			wrong = append(wrong, diag.Usage{Text: *m, Place: p.At})
			continue
		}
		values[p.Key] = value
	}
	return report.Letterhead{
		Name: values[nameKey], SIRET: siretDigits(values[siretKey]), Address: values[addressKey],
		Signatory: values[signatoryKey], Place: values[placeKey], Nature: values[natureKey], Function: values[functionKey],
		Before: values[beforeKey], After: values[afterKey],
	}, values[LogoKey], errors.Join(wrong...)
}

// plain is a value without the spaces around it and at the ends of its lines.
func plain(value string) string {
	value = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(value)
	lines := strings.Split(value, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// refusal says what is wrong with a value of a key, beside those read before; nil for
// nothing.
func refusal(key, value string, before map[string]string) *text.Message {
	refuse := func(m text.Message) *text.Message { return &m }
	_, twice := before[key]
	most, lines := mostOfLine, 1
	switch key {
	case addressKey, signatoryKey:
		most, lines = mostOfText, mostLines
	case beforeKey, afterKey:
		most, lines = mostOfText, mostOfText
	}
	hidden := strings.IndexFunc(value, func(r rune) bool { return r != '\n' && text.Invisible(r) })
	switch {
	case !slices.Contains(Keys(), key):
		near, _ := nearest.Name(key, Keys())
		return refuse(text.UnknownLetterheadKey(key, near, text.List(Keys())))
	case twice:
		return refuse(text.LetterheadTwice(key))
	case value == "":
		return refuse(text.LetterheadBlank(key))
	case strings.Count(value, "\n") >= lines:
		return refuse(text.LetterheadLines(key, lines))
	case utf8.RuneCountInString(value) > most:
		return refuse(text.LetterheadTooLong(key, most))
	case key != LogoKey && hidden >= 0:
		r, _ := utf8.DecodeRuneInString(value[hidden:])
		return refuse(text.LetterheadInvisible(key, r))
	case key == siretKey && !validSIRET(siretDigits(value)):
		return refuse(text.BadSIRET(value))
	}
	return nil
}

// siretDigits is a SIRET without the spaces that part its groups.
func siretDigits(value string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(value)
}

// validSIRET tells whether s is fourteen digits: a SIREN, and five of which the last is the
// key of all before it.
func validSIRET(s string) bool {
	return len(s) == 14 && grid.DigitsOnly(s) && territory.ValidSIREN(s[:territory.SIRENDigits]) && territory.Luhn(s)
}
