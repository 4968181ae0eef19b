package territory

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold reduces a place name to what it is compared by, in a buffer that it may use:
// capitals without accents, hyphens, apostrophes and spaces, ST and STE written out.
// "L’Île-d’Yeu" and "L'ILE D'YEU" fold alike, as do "St-Père" and "SAINT-PERE".
func fold(buffer []byte, name string) []byte {
	b := buffer[:0]
	word := 0 // where it begins in b
	for _, r := range name {
		switch {
		case 'A' <= r && r <= 'Z' || '0' <= r && r <= '9':
			b = append(b, byte(r))
		case 'a' <= r && r <= 'z':
			b = append(b, byte(r)-'a'+'A')
		case r <= unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsMark(r):
			b = written(b, word)
			word = len(b)
		default:
			b = unaccented(b, r)
		}
	}
	return written(b, word)
}

// written writes out the abbreviation that the last word of b, from byte word on, is.
func written(b []byte, word int) []byte {
	switch string(b[word:]) {
	case "ST":
		return append(b[:word], "SAINT"...)
	case "STE":
		return append(b[:word], "SAINTE"...)
	}
	return b
}

// unaccented appends the letters that r is without its accent.
func unaccented(b []byte, r rune) []byte {
	switch r {
	case 'é', 'è', 'ê', 'ë', 'É', 'È', 'Ê', 'Ë':
		return append(b, 'E')
	case 'à', 'â', 'À', 'Â':
		return append(b, 'A')
	case 'î', 'ï', 'Î', 'Ï':
		return append(b, 'I')
	case 'ô', 'Ô':
		return append(b, 'O')
	case 'ç', 'Ç':
		return append(b, 'C')
	case 'œ', 'Œ':
		return append(b, "OE"...)
	case 'æ', 'Æ':
		return append(b, "AE"...)
	}
	for _, base := range norm.NFKD.String(string(r)) {
		if base <= unicode.MaxASCII && (unicode.IsLetter(base) || unicode.IsDigit(base)) {
			b = append(b, byte(unicode.ToUpper(base)))
		}
	}
	return b
}
