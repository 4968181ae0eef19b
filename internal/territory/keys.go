package territory

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
)

// SIRENDigits is how many digits a SIREN has, its key included.
const SIRENDigits = 9

// ValidSIREN tells whether s is nine digits of which the last is the key of the others.
func ValidSIREN(s string) bool {
	return len(s) == SIRENDigits && grid.DigitsOnly(s) && Luhn(s)
}

// SIRENWithin gives the SIREN that the digits of a cell are, whatever parts them; "" where
// they are none.
func SIRENWithin(cell string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, cell)
	if !ValidSIREN(digits) {
		return ""
	}
	return digits
}

// Luhn tells whether the last of some digits is the key of those before it. Zeros
// alone are no number of anybody.
func Luhn(digits string) bool {
	sum, zeros := 0, true
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		zeros = zeros && d == 0
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0 && !zeros
}

// SwappedSIREN gives the SIRENs that digits are once two neighbours are swapped: the
// most usual slip, which a key finds out.
func SwappedSIREN(digits string) []string {
	return swapped(digits, len(digits), Luhn)
}

// swapped gives what s is once two neighbours among its first n bytes are swapped,
// where that is valid.
func swapped(s string, n int, valid func(string) bool) []string {
	var found []string
	for i := range n - 1 {
		b := []byte(s)
		b[i], b[i+1] = b[i+1], b[i]
		if t := string(b); t != s && valid(t) && !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	return found
}

// An INSEEProblem is what is wrong with a cell that should have a commune's code.
type INSEEProblem uint8

// The problems of a commune's code.
const (
	INSEEFine     INSEEProblem = iota
	INSEERestored              // its leading zero was lost, and is given back
	NotINSEE                   // it is no code
)

// ParseINSEE reads a commune's code as INSEE writes it: five digits, or 2A or 2B and
// three digits. A cell of four digits has lost its zero, as a spreadsheet makes of
// 01001. The code is blank when the cell holds none.
func ParseINSEE(cell string) (string, INSEEProblem) {
	code := strings.ToUpper(strings.TrimSpace(cell))
	switch {
	case len(code) == 5 && code != "00000" && grid.DigitsOnly(code):
		return code, INSEEFine
	case len(code) == 5 && (code[:2] == "2A" || code[:2] == "2B") && grid.DigitsOnly(code[2:]):
		return code, INSEEFine
	case len(code) == 4 && code[0] != '0' && grid.DigitsOnly(code):
		return "0" + code, INSEERestored
	}
	return "", NotINSEE
}
