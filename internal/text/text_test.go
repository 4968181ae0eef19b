package text_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/entcalc/entcalc/internal/text"
	"pgregory.net/rapid"
)

func TestSafe(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"CA du Caudrésis et du Catésis", "CA du Caudrésis et du Catésis"},
		{"1\u00a0234\u202f567\u00a0€", "1\u00a0234\u202f567\u00a0€"}, // no-break spaces are no danger
		{"\x1b[31mrouge", `\x1b[31mrouge`},                           // what a terminal would obey
		{"a\tb\nc\rd\x00", `a\x09b\x0ac\x0dd\x00`},
		{"\u0085\u009b", `\x85\x9b`},                               // C1 controls
		{"siren\u202e033", `siren\u202e033`},                       // reads backwards
		{"\u2066a\u2069\u200b\ufeff", `\u2066a\u2069\u200b\ufeff`}, // isolates, zero width, BOM
		{"a\u2028b\u2029", `a\u2028b\u2029`},
		{"\U000e0041", `\U000e0041`}, // a tag character, past four digits
		{"\xe9l\xe8ve", `\xe9l\xe8ve`},
		{"\ufffd", `\ufffd`}, // written as such in the file
	} {
		if got := text.Safe(tt.in); got != tt.want {
			t.Errorf("Safe(%+q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestQuote(t *testing.T) {
	sixty := strings.Repeat("é", 60)
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"12O", "12O"},
		{sixty, sixty},
		{sixty + "e", sixty + "…"},
		{strings.Repeat("𝟙", 61), strings.Repeat("𝟙", 60) + "…"},
		{strings.Repeat("a", 10_000_000), strings.Repeat("a", 60) + "…"},
		{"a\x1b", `a\x1b`},
		{strings.Repeat("\x00", 61), strings.Repeat(`\x00`, 60) + "…"},
	} {
		if got := text.Quote(tt.in); got != tt.want {
			t.Errorf("Quote(%.20q…, %d bytes) = %q, want %q", tt.in, len(tt.in), got, tt.want)
		}
	}
}

// What is invisible is what Unicode calls controls and format characters, and a few more.
func TestInvisible(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar
		if text.Invisible(r) != want {
			t.Errorf("%U: %v", r, !want)
		}
	}
}

// Whatever comes in, nothing that a terminal obeys comes out, and no valid text is lost.
func TestSafeAndQuote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "in")
		safe := text.Safe(in)
		for _, out := range []string{safe, text.Quote(in)} {
			for _, r := range out {
				if unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
					t.Fatalf("%+q has %U", out, r)
				}
			}
		}
		if again := text.Safe(safe); again != safe {
			t.Fatalf("Safe twice: %q, then %q", safe, again)
		}
	})
}

// What there is none of is not counted, and one is one.
func TestMoreDiagnostics(t *testing.T) {
	for _, tt := range []struct {
		errors, notices int
		fr, en          string
	}{
		{14, 0, "… et 14 autres erreurs", "… and 14 more errors"},
		{1, 1, "… et 1 autre erreur, 1 autre avis", "… and 1 more error, 1 more notice"},
		{0, 2, "… et 2 autres avis", "… and 2 more notices"},
	} {
		m := text.MoreDiagnostics(tt.errors, tt.notices)
		if m.In(text.French) != tt.fr || m.In(text.English) != tt.en {
			t.Errorf("%d, %d: %s / %s", tt.errors, tt.notices, m.In(text.French), m.In(text.English))
		}
	}
}

func TestLanguages(t *testing.T) {
	p := text.Phrase{FR: "état", EN: "statement"}
	for lang, want := range map[text.Lang]string{text.French: "état", text.English: "statement", "": "état", "de": "état"} {
		if got := p.In(lang); got != want {
			t.Errorf("In(%q) = %q, want %q", lang, got, want)
		}
	}
}

// French holds a date together; English has no such habit.
func TestDay(t *testing.T) {
	for date, want := range map[string]text.Phrase{
		"2019-06-26": {"26\u00a0juin\u00a02019", "26 June 2019"},
		"2027-01-01": {"1er\u00a0janvier\u00a02027", "1 January 2027"},
		"2027":       {"2027", "2027"},
	} {
		if got := text.Day(date); got != want {
			t.Errorf("%s: %q", date, got)
		}
	}
}
