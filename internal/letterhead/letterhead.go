// Package letterhead is who publishes documents: what --letterhead and the settings say of
// it, key by key, and the picture of the logo.
package letterhead

import (
	"strings"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// A Letterhead is who publishes a document, and what it says around the figures. Nothing of
// it is invented: what is "" is not shown.
type Letterhead struct {
	Name      string // of the syndicat
	SIRET     string // 14 digits
	Address   string // its lines parted by "\n"
	Logo      Logo
	Signatory string // who signs; lines parted by "\n": Le Président, then a name
	Place     string // where the document is signed
	// Nature and Function are the budget line: article by nature, and by function.
	Nature, Function string
	Before, After    string // paragraphs before and after the figures, parted by "\n"
}

// The keys.
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

// value is where the value of a key stands; nil for a key that is none.
func (l *Letterhead) value(key string) *string {
	switch key {
	case nameKey:
		return &l.Name
	case siretKey:
		return &l.SIRET
	case addressKey:
		return &l.Address
	case LogoKey:
		return &l.Logo.File
	case signatoryKey:
		return &l.Signatory
	case placeKey:
		return &l.Place
	case natureKey:
		return &l.Nature
	case functionKey:
		return &l.Function
	case beforeKey:
		return &l.Before
	case afterKey:
		return &l.After
	}
	return nil
}

// french translates what people write for a key, as [fields.Fold] gives it; "" for nothing
// that is known.
func french(word string) string {
	switch word {
	case "nom", "syndicat", "creancier", "organisme":
		return nameKey
	case "adresse":
		return addressKey
	case "signataire", "signature":
		return signatoryKey
	case "lieu", "ville":
		return placeKey
	case "fonction":
		return functionKey
	case "avant", "visa":
		return beforeKey
	case "apre":
		return afterKey
	}
	return ""
}

// What a value may be at most.
const (
	mostOfLine = 200  // characters of a value that is one line
	mostOfText = 2000 // of one that may have several
	mostLines  = 10   // of an address, and of who signs
	mostProse  = 60   // lines of what stands before and after the figures
)

// Set gives a key its value, once. It says what is wrong with them, and then sets nothing;
// nil for nothing.
func (l *Letterhead) Set(key, value string) *text.Message {
	to, value := l.value(key), plain(value)
	switch {
	case to == nil:
		near := french(fields.Fold(key))
		if near == "" {
			near, _ = nearest.Name(key, Keys())
		}
		return refused(text.UnknownLetterheadKey(key, near, text.List(Keys())))
	case *to != "":
		return refused(text.LetterheadTwice(key))
	}
	if m := refusal(key, value); m != nil {
		return m
	}
	if key == siretKey {
		value = siretDigits(value)
	}
	*to = value
	return nil
}

func refused(m text.Message) *text.Message { return &m }

// plain is a value without the spaces around it and at the ends of its lines.
func plain(value string) string {
	value = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(value)
	lines := strings.Split(value, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// refusal says what is wrong with the value of a key; nil for nothing.
func refusal(key, value string) *text.Message {
	most, lines := mostOfLine, 1
	switch key {
	case addressKey, signatoryKey:
		most, lines = mostOfText, mostLines
	case beforeKey, afterKey:
		most, lines = mostOfText, mostProse
	}
	hidden := strings.IndexFunc(value, func(r rune) bool { return r != '\n' && text.Invisible(r) })
	switch {
	case value == "":
		return refused(text.LetterheadBlank(key))
	case strings.Count(value, "\n") >= lines:
		return refused(text.LetterheadLines(key, lines))
	case utf8.RuneCountInString(value) > most:
		return refused(text.LetterheadTooLong(key, most))
	case key != LogoKey && hidden >= 0:
		r, _ := utf8.DecodeRuneInString(value[hidden:])
		return refused(text.LetterheadInvisible(key, r))
	case key == siretKey && !validSIRET(siretDigits(value)):
		return refused(text.BadSIRET(value))
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
