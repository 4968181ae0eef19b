package pricing

import (
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// A Quantity is a number of units of a basis: pupils, schools, members.
type Quantity int64

// MaxQuantity is the largest quantity that can be charged: 9 digits (R6).
const MaxQuantity Quantity = 999_999_999

// rateDecimals is how many decimals a rate may have (R6).
const rateDecimals = 6

// A Rate is euros per unit of a basis, exact, as it was voted: "0.60" keeps its two
// decimals when printed. The zero Rate is 0.
type Rate struct {
	micros   uint64 // millionths of a euro, exact: at most 12 digits
	decimals uint8  // that it was written with
}

// errNotRate is why [ParseRate] refuses a text.
var errNotRate = errors.New("not a rate: at most 6 digits, a point, at most 6 decimals")

// ParseRate reads a rate: at most 6 digits, a point, at most 6 decimals (R6). There
// is no sign, no comma, no exponent.
func ParseRate(s string) (Rate, error) {
	if !plain(s, 6, rateDecimals) {
		return Rate{}, errNotRate
	}
	euros, decimals, _ := strings.Cut(s, ".")
	micros, err := strconv.ParseUint(euros+(decimals + "000000")[:rateDecimals], 10, 64)
	if err != nil {
		return Rate{}, errNotRate
	}
	return Rate{micros, uint8(len(decimals))}, nil
}

// plain tells whether s is a decimal and nothing else: from 1 to whole digits, and
// perhaps a point and from 1 to decimals digits.
func plain(s string, whole, decimals int) bool {
	before, after, point := strings.Cut(s, ".")
	return digits(before, whole) && (!point || digits(after, decimals))
}

func digits(s string, most int) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != "" && len(s) <= most
}

// String gives the rate with the decimals that it was written with.
func (r Rate) String() string { return string(r.Append(nil)) }

// Append appends what [Rate.String] gives.
func (r Rate) Append(b []byte) []byte {
	const microsPerEuro = 1_000_000
	b = strconv.AppendUint(b, r.micros/microsPerEuro, 10)
	if r.decimals == 0 {
		return b
	}
	part := strconv.AppendUint(make([]byte, 0, 7), microsPerEuro+r.micros%microsPerEuro, 10) // a 1, then 6 decimals
	return append(append(b, '.'), part[1:1+r.decimals]...)
}

// Decimal gives the rate as a decimal, for arithmetic that is not [Price]'s.
func (r Rate) Decimal() decimal.Decimal { return decimal.New(int64(r.micros), -rateDecimals) }

// Equal tells whether two rates are the same number: 0.6 and 0.60 are.
func (r Rate) Equal(other Rate) bool { return r.micros == other.micros }

// times multiplies exactly, in 128 bits, and rounds once, half up, to the cent (R1).
// Nothing here is negative: the callers refuse quantities below 0.
func (r Rate) times(q Quantity) Cents {
	if q < 0 || q > MaxQuantity {
		panic(fmt.Sprintf("pricing: quantity %d is not between 0 and %d", q, MaxQuantity))
	}
	const microsPerCent = 10_000
	hi, lo := bits.Mul64(uint64(q), r.micros)
	lo, carry := bits.Add64(lo, microsPerCent/2, 0)
	cents, _ := bits.Div64(hi+carry, lo, microsPerCent)
	return Cents(cents)
}
