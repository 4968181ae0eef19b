package territory

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
)

// UAILength is how long a UAI is.
const UAILength = 8

const (
	noSchool = "0000000" // its key would be right
	// uaiKeys are the letters of UAI keys: the number modulo 23 says which. I, O and Q,
	// which look like digits, are not among them.
	uaiKeys = "ABCDEFGHJKLMNPRSTUVWXYZ"
)

// A UAIProblem is what is wrong with a cell that should have a school's UAI.
type UAIProblem uint8

// The problems of a UAI.
const (
	UAIFine     UAIProblem = iota
	UAIRestored            // its leading zero was lost, and is given back
	WrongUAIKey            // seven digits and a letter, but not theirs
	NotUAI                 // it is something else
)

// ParseUAI reads a school's number: seven digits and a key letter, in capitals or not.
// The UAI is blank when the cell holds none; proposals are then what it may have been,
// the most probable first.
func ParseUAI(cell string) (uai string, problem UAIProblem, proposals []string) {
	s := strings.TrimSpace(cell)
	if validUAI(s) { // nearly all of them, without a copy
		return s, UAIFine, nil
	}
	s = strings.ToUpper(s)
	switch {
	case validUAI(s):
		return s, UAIFine, nil
	case len(s) == UAILength-1 && validUAI("0"+s):
		return "0" + s, UAIRestored, nil
	case len(s) != UAILength:
		return "", NotUAI, nil
	}
	if meant := digitsMeant(s); meant != s {
		if validUAI(meant) {
			return "", NotUAI, []string{meant}
		}
		return "", NotUAI, nil
	}
	if !grid.DigitsOnly(s[:7]) || s[:7] == noSchool || s[7] < 'A' || s[7] > 'Z' {
		return "", NotUAI, nil
	}
	proposals = append(proposals, s[:7]+string(uaiKey(s)))
	for _, p := range swapped(s, 7, validUAI) {
		if !slices.Contains(proposals, p) {
			proposals = append(proposals, p)
		}
	}
	return "", WrongUAIKey, proposals
}

func validUAI(s string) bool {
	return len(s) == UAILength && grid.DigitsOnly(s[:7]) && s[:7] != noSchool && s[7] == uaiKey(s)
}

// uaiKey gives the letter that the first seven digits of s want.
func uaiKey(s string) byte {
	n := 0
	for i := range 7 {
		n = n*10 + int(s[i]-'0')
	}
	return uaiKeys[n%len(uaiKeys)]
}

// digitsMeant puts digits for the letters that look like them, before the key.
func digitsMeant(s string) string {
	return strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(s[:7]) + s[7:]
}

// DepartmentOfUAI gives the département in whose series a UAI was numbered, as INSEE
// writes it; blank when none is known. Corsica's series are 620 and 720. A school of
// Saint-Martin or Saint-Barthélemy may have kept a number of Guadeloupe, so what a file
// says of its département comes first.
func DepartmentOfUAI(uai string) string {
	if len(uai) != UAILength || !grid.DigitsOnly(uai[:7]) {
		return ""
	}
	switch series := uai[:3]; series {
	case "620":
		return "2A"
	case "720":
		return "2B"
	case "983":
		return "988" // Nouvelle-Calédonie
	case "984":
		return "987" // Polynésie française
	case "985":
		return "976" // Mayotte, once
	case "971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988":
		return series
	default: // three digits with the département's two; Corsica was 20 until 1976
		if series >= "001" && series <= "095" && series != "020" {
			return series[1:]
		}
	}
	return ""
}
