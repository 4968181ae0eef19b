package grid

import (
	"bytes"
	"strings"
)

// digits is how many of a number a spreadsheet shows and keeps.
const digits = 15

// fifteen rounds a number's text to 15 significant digits, as spreadsheet programs do:
// 1234.1 typed in a cell is 1234.0999999999999 in the file. Text of 15 digits or fewer
// stays as it is. No binary number is made on the way.
func fifteen(v string) string {
	if len(v) <= digits {
		return v
	}
	mantissa, exponent, _ := strings.Cut(strings.ReplaceAll(v, "e", "E"), "E")
	sign := ""
	if unsigned, negative := strings.CutPrefix(mantissa, "-"); negative {
		sign, mantissa = "-", unsigned
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := []byte("0" + whole + fraction) // the 0 takes what a round-up carries
	point := 1 + len(whole)
	first := len(all) - len(bytes.TrimLeft(all, "0"))
	if len(bytes.TrimRight(all[first:], "0")) <= digits {
		return v
	}
	end := first + digits
	if all[end] >= '5' {
		i := end - 1
		for ; all[i] == '9'; i-- {
			all[i] = '0'
		}
		all[i]++
	}
	for i := end; i < len(all); i++ {
		all[i] = '0'
	}
	rounded := strings.TrimLeft(string(all[:point]), "0")
	if rounded == "" {
		rounded = "0"
	}
	if f := strings.TrimRight(string(all[point:]), "0"); f != "" {
		rounded += "." + f
	}
	if exponent != "" {
		rounded += "E" + exponent
	}
	return sign + rounded
}
