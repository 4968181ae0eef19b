package pricing_test

import (
	"math"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/pricing"
)

func TestParseRate(t *testing.T) {
	for _, s := range []string{"0.60", "0.6", "300", "0", "0.000001", "999999.999999", "1.005", "300.00"} {
		rate, err := pricing.ParseRate(s)
		if err != nil || rate.String() != s {
			t.Errorf("%q is read as %s, %v", s, rate, err)
		}
	}
	for _, s := range []string{
		"", ".", ".5", "5.", "+5", "-0.1", "1e3", "0,60", "1 000", "1_000", " 1", "1.2.3", "0x10", "NaN", "Inf",
		"1000000", "0.0000001", "٣", "0.6\u00a0", strings.Repeat("9", 1<<20),
	} {
		if rate, err := pricing.ParseRate(s); err == nil {
			t.Errorf("%.20q is read as %s", s, rate)
		}
	}
	if zero := (pricing.Rate{}); zero.String() != "0" || !zero.Equal(rateOf("0.00")) {
		t.Errorf("the zero rate is %s", zero)
	}
	if !rateOf("0.6").Equal(rateOf("0.60")) || rateOf("0.6").Equal(rateOf("0.600001")) {
		t.Error("rates are compared as texts")
	}
}

func TestParseCents(t *testing.T) {
	for s, want := range map[string]pricing.Cents{
		"1400": 1400_00, "1400.5": 1400_50, "1400.05": 1400_05, "0": 0, "0.00": 0, "007": 7_00,
		"999999999999.99": pricing.MaxEuros,
	} {
		if got, err := pricing.ParseCents(s); err != nil || got != want {
			t.Errorf("%q is read as %d cents, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", ".", "1.", ".5", "-1", "+1", "1,5", "1.005", "1e3", "1 000", "1000000000000", "1.-5", "٣"} {
		if got, err := pricing.ParseCents(s); err == nil {
			t.Errorf("%q is read as %d cents", s, got)
		}
	}
}

func TestCentsString(t *testing.T) {
	for c, want := range map[pricing.Cents]string{
		0: "0.00", 5: "0.05", 99: "0.99", 100: "1.00", -5: "-0.05", -1400_00: "-1400.00",
		math.MaxInt64: "92233720368547758.07", math.MinInt64: "-92233720368547758.08",
	} {
		if got := c.String(); got != want {
			t.Errorf("%d cents are %s, want %s", int64(c), got, want)
		}
	}
}

// Quantities that no count can have are refused before they are multiplied.
func TestLinesPanics(t *testing.T) {
	for _, q := range []pricing.Quantity{-1, pricing.MaxQuantity + 1} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d units have a price", q)
				}
			}()
			c := flatAt(rateOf("1"))
			c.Lines(q)
		}()
	}
}

// What is accepted is the number that it reads as, and prints back as it was written,
// but for zeros in front.
func FuzzParseRate(f *testing.F) {
	for _, s := range []string{"0.60", "300", "007.50", "999999.999999", "1e3", ".5", "5.", "-1", "1.0000000", "0,6"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rate, err := pricing.ParseRate(s)
		if err != nil {
			return
		}
		if want := withoutZeros(s); rate.String() != want {
			t.Errorf("%q prints as %s, want %s", s, rate, want)
		}
		if !rate.Decimal().Equal(decimal.RequireFromString(s)) {
			t.Errorf("%q is read as %s", s, rate.Decimal())
		}
		if again, err := pricing.ParseRate(rate.String()); err != nil || again != rate {
			t.Errorf("%q is read again as %s, %v", s, again, err)
		}
	})
}

// What is accepted is the number that it reads as, and prints back the same.
func FuzzParseCents(f *testing.F) {
	for _, s := range []string{"1400", "1400.5", "1400.00", "0", "007", "999999999999.99", "1000000000000", "1,5", "-1", "1.005"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := pricing.ParseCents(s)
		if err != nil {
			return
		}
		if want := decimal.RequireFromString(s); c.String() != want.StringFixed(2) {
			t.Errorf("%q prints as %s, want %s", s, c, want.StringFixed(2))
		}
		if again, err := pricing.ParseCents(c.String()); err != nil || again != c {
			t.Errorf("%q is read again as %s, %v", s, again, err)
		}
	})
}

// withoutZeros takes away the zeros in front of a number, but for the last.
func withoutZeros(s string) string {
	for len(s) > 1 && s[0] == '0' && s[1] != '.' {
		s = s[1:]
	}
	return s
}
