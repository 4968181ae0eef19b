package verify

import (
	"testing"

	"github.com/entcalc/entcalc/internal/grid"
)

func TestReadNumber(t *testing.T) {
	for _, tt := range []struct {
		cell string
		kind grid.Kind
		rate bool
		want string // "" for none
	}{
		{"1 234,50 €", grid.Text, false, "1234.5"},
		{"1\u202f234,50\u00a0€", grid.Text, false, "1234.5"},
		{"1234.5", grid.Text, false, "1234.5"},
		{"€1,234.50", grid.Text, false, "1234.5"},
		{"1.234,50", grid.Text, false, "1234.5"},
		{"1.234.567", grid.Text, false, "1234567"},
		{"−12,00 €", grid.Text, false, "-12"},
		{"-12", grid.Text, false, "-12"},
		{"12,5 EUR", grid.Text, false, "12.5"},
		{"0,234", grid.Text, false, "0.234"},
		{"1,234", grid.Text, false, ""},
		{"1.234", grid.Text, true, "1.234"},
		{"0,60 € par élève", grid.Text, true, "0.6"},
		{"12 34", grid.Text, false, ""},
		{"12,", grid.Text, false, ""},
		{"1,2,3", grid.Text, false, ""},
		{"n/a", grid.Text, false, ""},
		{"1e9", grid.Text, false, ""},
		{"6.234E3", grid.Number, false, "6234"},
		{"1E99", grid.Number, false, ""},
		{"601.999999999999", grid.Number, false, "602"}, // of binary sums
		{"601.2345", grid.Number, false, "601.2345"},
		{"TRUE", grid.Boolean, false, ""},
		{"43831", grid.Date, false, ""},
		{"#REF!", grid.Failed, false, ""},
	} {
		value, ok := readNumber(tt.cell, tt.kind, tt.rate)
		got := ""
		if ok {
			got = value.String()
		}
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.cell, got, tt.want)
		}
	}
}
