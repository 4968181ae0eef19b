package grid

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// local is a name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// nameLength is that of the XML name that b begins with: ASCII, as all names in
// workbooks are, with one prefix at most; 0 if there is none.
func nameLength(b []byte) int {
	colons := 0
	for i, c := range b {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
		inside := '0' <= c && c <= '9' || c == '-' || c == '.' || c == ':'
		if c == ':' {
			colons++
		}
		if colons > 1 || i == 0 && !letter {
			return 0
		}
		if !letter && !inside {
			return i
		}
	}
	return len(b)
}

func spaces(b []byte) int {
	for i, c := range b {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return i
		}
	}
	return len(b)
}

// countCharacters counts the characters of a text, and tells whether XML allows it:
// valid UTF-8, no control characters, and, where entities have a meaning, none that is
// unknown and no end of a CDATA section.
func countCharacters(b []byte, entities bool) (int, bool) {
	n := 0
	for i := 0; i < len(b); n++ {
		switch c := b[i]; {
		case c == '&' && entities:
			_, length := entity(b[i:])
			if length == 0 {
				return 0, false
			}
			i += length
		case c == ']' && entities && bytes.HasPrefix(b[i:], []byte("]]>")):
			return 0, false
		case c >= ' ' && c < utf8.RuneSelf, c == '\n', c == '\t', c == '\r':
			i++
		default:
			r, length := utf8.DecodeRune(b[i:])
			if !allowed(r) || r == utf8.RuneError && length == 1 {
				return 0, false
			}
			i += length
		}
	}
	return n, true
}

// allowed tells the characters that XML 1.0 may contain.
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff ||
		r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= utf8.MaxRune
}

// entity reads the reference that b begins with: its character, and its length, 0 if it
// is none that XML knows by itself.
func entity(b []byte) (rune, int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 0 {
		return 0, 0
	}
	name := string(b[1:end])
	switch name {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	}
	number, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(number, "x"); isHex {
		number, base = hex, 16
	}
	code, err := strconv.ParseUint(number, base, 31)
	if !ok || err != nil || !allowed(rune(code)) {
		return 0, 0
	}
	return rune(code), end + 1
}

// unescape replaces the entities of a text that was checked.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var s strings.Builder
	for i := 0; i < len(b); {
		if r, n := entity(b[i:]); b[i] == '&' && n > 0 {
			s.WriteRune(r)
			i += n
			continue
		}
		s.WriteByte(b[i])
		i++
	}
	return s.String()
}
