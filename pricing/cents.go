package pricing

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// Cents are euros, in whole cents: 140000 is 1,400.00 €.
type Cents int64

// MaxEuros is the largest amount that a file may declare: 12 digits of euros (R6).
const MaxEuros Cents = 999_999_999_999_99

// ErrTooLarge says that a sum no longer fits in 64 bits of cents.
var ErrTooLarge = errors.New("the amounts are too large to be summed exactly")

// errNotEuros is why [ParseCents] refuses a text.
var errNotEuros = errors.New("not an amount in euros: digits, and at most a point and two decimals")

// ParseCents reads euros as programs write them: "1400", "1400.5", "1400.00"; at
// most 12 digits and 2 decimals, no sign, no separator.
func ParseCents(s string) (Cents, error) {
	if !plain(s, 12, 2) {
		return 0, errNotEuros
	}
	euros, decimals, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(euros+(decimals + "00")[:2], 10, 64)
	if err != nil {
		return 0, errNotEuros
	}
	return Cents(n), nil
}

// String gives euros with two decimals and a point: "1400.00", "-0.05".
func (c Cents) String() string { return string(c.Append(nil)) }

// Append appends what [Cents.String] gives.
func (c Cents) Append(b []byte) []byte {
	n := uint64(c)
	if c < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendUint(b, n/100, 10)
	return append(b, '.', byte('0'+n/10%10), byte('0'+n%10))
}

// A sum adds amounts, never falls below 0, and remembers whether it left the 64 bits.
type sum struct {
	total Cents
	over  bool
}

func (s *sum) add(c Cents) {
	if c > math.MaxInt64-s.total {
		s.over = true
		return
	}
	s.total += c
}
