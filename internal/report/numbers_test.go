package report

import (
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Euros(1400_00, text.French), "1\u202f400,00\u00a0€"},
		{Euros(1400_00, text.English), "€1,400.00"},
		{Euros(-5, text.French), "−0,05\u00a0€"},
		{Euros(-1234567_89, text.English), "−€1,234,567.89"},
		{Euros(0, text.French), "0,00\u00a0€"},
		{RatePer(rate("0.60"), text.French), "0,60\u00a0€"},
		{RatePer(rate("1300"), text.English), "€1,300"},
		{Count(0, text.French), "0"},
		{Count(68190, text.French), "68\u202f190"},
		{Count(pricing.MaxQuantity, text.English), "999,999,999"},
		{Count(123, text.English), "123"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
