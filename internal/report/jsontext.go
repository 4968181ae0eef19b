package report

import (
	"strconv"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// jsonText appends a JSON string. It reads back as s, but what a terminal would obey
// (control and bidirectional characters) is written as escapes, for those who look at
// the document there; invalid bytes become U+FFFD.
func jsonText(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0 // of the characters not yet appended
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r == '"' || r == '\\':
			b = append(append(b, s[from:i]...), '\\', byte(r))
			from = i + size
		case text.Invisible(r):
			b = jsonEscape(append(b, s[from:i]...), r)
			from = i + size
		}
		i += size
	}
	return append(append(b, s[from:]...), '"')
}

// jsonVisible appends a JSON document with what is invisible in its strings escaped.
func jsonVisible(b, document []byte) []byte {
	for _, r := range string(document) {
		if text.Invisible(r) {
			b = jsonEscape(b, r)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// jsonNullable appends a JSON string, or null for no text.
func jsonNullable(b []byte, s string) []byte {
	if s == "" {
		return append(b, "null"...)
	}
	return jsonText(b, s)
}

// jsonCents appends an amount between quotes.
func jsonCents(b []byte, c pricing.Cents) []byte {
	return append(c.Append(append(b, '"')), '"')
}

// jsonCount appends a quantity between quotes.
func jsonCount(b []byte, q pricing.Quantity) []byte {
	return append(strconv.AppendInt(append(b, '"'), int64(q), 10), '"')
}

// jsonEscape appends \u and four digits, twice for what UTF-16 has no single unit for.
func jsonEscape(b []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	units := []rune{r}
	if r > 0xffff {
		r -= 0x10000
		units = []rune{0xd800 + r>>10, 0xdc00 + r&0x3ff}
	}
	for _, u := range units {
		b = append(b, '\\', 'u', digits[u>>12], digits[u>>8&0xf], digits[u>>4&0xf], digits[u&0xf])
	}
	return b
}
