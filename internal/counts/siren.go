package counts

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

// sirenDigits is how many digits a SIREN has, its key included; a SIRET begins with one.
const (
	sirenDigits = 9
	siretDigits = 14
	// leastSIREN is how many digits a SIREN has at least that lost its leading zeros.
	leastSIREN = 6
)

// siren reads a member's key. It is blank, with why, where the cell holds none; why is
// a notice when the key lost zeros that are given back.
func siren(field text.Phrase, cell string, kind grid.Kind) (key string, why *text.Message) {
	if isSIREN(cell) {
		return cell, nil
	}
	digits := cell
	if kind == grid.Number {
		if plain, ok := withoutExponent(cell); ok {
			digits = plain
		}
	} else if _, wrong := whole(cell, siretDigits); wrong == fine {
		digits = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(cell)
	}
	if isSIREN(digits) {
		return digits, nil
	}
	return almostSIREN(field, cell, kind, digits)
}

// almostSIREN tells what is wrong with a cell that is not a SIREN as it stands.
func almostSIREN(field text.Phrase, cell string, kind grid.Kind, digits string) (key string, why *text.Message) {
	var m text.Message
	switch n := len(digits); {
	case cell == "":
		m = text.BlankSIREN(field)
	case !digitsOnly(digits):
		m = text.NotASIREN(field, text.CellText(cell, kind == grid.Number))
	case n == siretDigits && luhn(digits[:sirenDigits]):
		m = text.IsSIRET(field, cell, digits[:sirenDigits])
	case n == sirenDigits:
		m = text.WrongKey(field, digits, swapped(digits))
	case n < sirenDigits && n >= leastSIREN && luhn(digits):
		key = strings.Repeat("0", sirenDigits-n) + digits
		m = text.Restored(field, cell, key)
	default:
		m = text.NotASIREN(field, text.CellText(cell, kind == grid.Number))
	}
	return key, &m
}

func isSIREN(s string) bool { return len(s) == sirenDigits && digitsOnly(s) && luhn(s) }

// luhn tells whether the last of some digits is the key of those before it. Zeros
// alone are no number of anybody.
func luhn(digits string) bool {
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

// swapped gives the SIRENs that digits are once two neighbours are swapped: the most
// usual slip, which a key finds out.
func swapped(digits string) []string {
	var found []string
	for i := range len(digits) - 1 {
		b := []byte(digits)
		b[i], b[i+1] = b[i+1], b[i]
		if s := string(b); luhn(s) && !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	return found
}

// sirenKey is a SIREN as a number, to compare 50,000 of them by.
func sirenKey(siren string) uint32 {
	n, _ := whole(siren, sirenDigits)
	return uint32(n)
}
