package grid

import "testing"

func TestPlainNumber(t *testing.T) {
	for number, want := range map[string]string{
		"6234": "6234", "6.234E3": "6234", "6234.0": "6234", "2.00030633E8": "200030633", "44927.5": "44927.5",
		"1.5e-1": "0.15", "1E3": "1000", "0.0": "0", "": "", "-1": "", "1E99": "", "1.": "", "12O": "", "1E": "",
	} {
		if got, ok := PlainNumber(number); got != want || ok != (want != "") {
			t.Errorf("PlainNumber(%q) = %q, %v; want %q", number, got, ok, want)
		}
	}
}
