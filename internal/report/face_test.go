package report

import "testing"

func TestFaceNumber(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"1\u202f098,00\u00a0€", "1098.00"},
		{"−43,22\u00a0€", "-43.22"},
		{"€1,098.00", "1098.00"},
		{"−€1,234,567.80", "-1234567.80"},
		{"300\u00a0€", "300"},
		{"€0.125", "0.125"},
		{"68\u202f190", "68190"},
		{"68,190", "68190"},
		{"0", "0"},
		{"–", "–"},
		{"", ""},
	} {
		if got := faceNumber(tt.words); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}
