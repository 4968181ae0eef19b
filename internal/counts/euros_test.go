package counts_test

import (
	"testing"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func TestParseEuros(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want pricing.Cents
		code string
	}{
		{"250000", 250_000_00, ""},
		{"250 000,5", 250_000_50, ""},
		{"0.05", 5, ""},
		{"1.234", 0, "counts/ambiguous-euros"},
		{"-5", 0, "counts/negative-euros"},
		{"5 €", 0, "counts/euro-sign"},
		{"1e3", 0, "counts/not-euros"},
		{"", 0, "counts/not-euros"},
	} {
		got, m := counts.ParseEuros("--target", tt.in)
		code := ""
		if m != nil {
			code = m.Code
			if m.In(text.English) == "" {
				t.Errorf("%q: no words", tt.in)
			}
		}
		if got != tt.want || code != tt.code {
			t.Errorf("%q: %v, %q, want %v, %q", tt.in, got, code, tt.want, tt.code)
		}
	}
}
