package calls

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mostSlug is how many characters of a name are kept: some file systems take 255 bytes.
const mostSlug = 60

// noName stands for a name of which no character can be kept.
const noName = "epci"

// Slug gives what a file's name may hold of an EPCI's: small ASCII letters and digits,
// without accents, hyphens for all else. It is never blank, never longer than 60, and no
// name that Windows keeps for devices.
func Slug(name string) string {
	var b strings.Builder
	hyphen := false // one is owed before the next letter
	for _, r := range norm.NFKD.String(ligatures().Replace(name)) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r): // an accent
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
		default:
			hyphen = true
		}
		if b.Len() > mostSlug {
			break
		}
	}
	s := b.String()
	s = strings.TrimRight(s[:min(len(s), mostSlug)], "-")
	switch {
	case s == "":
		return noName
	case slices.Contains(devices(), s):
		return noName + "-" + s
	}
	return s
}

// ligatures are letters that decomposing leaves as they are.
func ligatures() *strings.Replacer {
	return strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae", "Æ", "ae", "ß", "ss", "ø", "o", "Ø", "o")
}

// devices are names that Windows lets no file have, whatever its extension.
func devices() []string {
	all := []string{"con", "prn", "aux", "nul"}
	for _, digit := range "0123456789" {
		all = append(all, "com"+string(digit), "lpt"+string(digit))
	}
	return all
}
