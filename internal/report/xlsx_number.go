package report

import (
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// workbookNumber gives the library the float that it wants for an exact decimal: a
// final amount, or a rate. It is the only place where one is made (R1). The library
// writes the shortest text that reads as the float, of 15 digits at most; it must be
// the decimal's own, else the error is a [diag.Usage].
func workbookNumber(exact string) (float64, error) {
	f, err := strconv.ParseFloat(exact, 64)
	written := strconv.FormatFloat(f, 'f', -1, 64)
	if err != nil || written != shortest(exact) || digitsOf(written) > 15 {
		return 0, diag.Usage{Text: text.InexactNumber(exact)}
	}
	return f, nil
}

// shortest is a decimal without the zeros that say nothing: 600.50 is 600.5.
func shortest(exact string) string {
	if strings.Contains(exact, ".") {
		exact = strings.TrimRight(strings.TrimRight(exact, "0"), ".")
	}
	sign, digits := "", exact
	if strings.HasPrefix(exact, "-") {
		sign, digits = "-", exact[1:]
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" || digits[0] == '.' {
		digits = "0" + digits
	}
	return sign + digits
}

// digitsOf counts significant digits.
func digitsOf(plain string) (n int) {
	for _, c := range []byte(plain) {
		if c >= '1' && c <= '9' || c == '0' && n > 0 {
			n++
		}
	}
	return n
}
