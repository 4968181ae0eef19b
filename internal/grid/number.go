package grid

import (
	"strconv"
	"strings"
)

// PlainNumber writes a workbook's number, which has at most 15 digits, as digits and
// perhaps a point and decimals: 6.234E3 is 6234, 6234.0 too. There is none for what is
// negative, or far too large or small for anything counted here.
func PlainNumber(number string) (plain string, ok bool) {
	mantissa, power, scientific := strings.Cut(strings.ToUpper(number), "E")
	before, after, point := strings.Cut(mantissa, ".")
	if !DigitsOnly(before) || point && !DigitsOnly(after) {
		return "", false
	}
	if scientific {
		shift, err := strconv.Atoi(power)
		if err != nil || shift < -30 || shift > 30 {
			return "", false
		}
		digits := before + after
		at := len(before) + shift // where the point goes
		if at <= 0 {
			digits, at = strings.Repeat("0", 1-at)+digits, 1
		}
		if at > len(digits) {
			digits += strings.Repeat("0", at-len(digits))
		}
		before, after = digits[:at], digits[at:]
		before = strings.TrimLeft(before[:len(before)-1], "0") + before[len(before)-1:]
	}
	if after = strings.TrimRight(after, "0"); after != "" {
		before += "." + after
	}
	return before, true
}

// DigitsOnly tells whether a text is digits, and not blank.
func DigitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
