package config_test

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// A rate goes from the file's text to the amount exactly: through big fractions the same
// cents come out, and it prints as it was written.
func TestRatesAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.StringMatching(`(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?`).Draw(t, "rate")
		pupils := rapid.Int64Range(0, int64(pricing.MaxQuantity)).Draw(t, "pupils")
		got := amount(t, rate, pupils)
		exact, _ := new(big.Rat).SetString(rate)
		exact.Mul(exact, big.NewRat(100*pupils, 1))
		exact.Add(exact, big.NewRat(1, 2)) // half up: the whole part of the cents and a half
		want := new(big.Int).Quo(exact.Num(), exact.Denom())
		if want.Cmp(big.NewInt(int64(got))) != 0 {
			t.Fatalf("%d × %s = %s, want %s cents", pupils, rate, got, want)
		}
	})
}

func TestRatesThatFloatsGetWrong(t *testing.T) {
	for _, tt := range []struct {
		rate   string
		pupils int64
		want   string
	}{
		{"0.10", 3, "0.30"},
		{"1.005", 1000, "1005.00"},
		{"1.005", 1, "1.01"},
		{"0.000001", 5000, "0.01"},
		{"0.000001", 4999, "0.00"},
		{"0.123456", 1_000_000, "123456.00"},
		{"999999.999999", 999_999_999, "999999998999000.00"},
	} {
		if got := amount(t, tt.rate, tt.pupils).String(); got != tt.want {
			t.Errorf("%d × %s = %s, want %s", tt.pupils, tt.rate, got, tt.want)
		}
	}
}

// failer is what testing and rapid have in common.
type failer interface {
	Fatalf(format string, args ...any)
}

// amount prices pupils at a rate that a file gives.
func amount(t failer, rate string, pupils int64) pricing.Cents {
	tariff := oneRate(t, rate)
	if got := tariff.Components[0].Tiers[0].Rate.String(); got != rate {
		t.Fatalf("%s is printed as %s", rate, got)
	}
	counts := []pricing.Counts{{Of: map[pricing.Basis]pricing.Quantity{pricing.Pupils: pricing.Quantity(pupils)}}}
	statement, err := pricing.Price(tariff, counts, pricing.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return statement.Totals.Net
}

func oneRate(t failer, rate string) *pricing.Tariff {
	const format = "schema: entcalc/rates/1\ntariffs:\n  - {version: a, components: [{id: x, label: {fr: X, en: X}, basis: pupils, rate: %s}]}\n"
	return mustLoadAlone(t, fmt.Sprintf(format, rate))
}
