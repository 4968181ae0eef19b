package grid

import "testing"

func TestIsDateFormat(t *testing.T) {
	for format, want := range map[string]bool{
		"General": false, "0.00": false, "#,##0.00 €": false, "0.00E+00": false, "@": false, "": false,
		`0" jours d'école"`: false, `0\d`: false, "0_d": false, "*d0": false, "[Red]0": false, `[$-40C]0`: false,
		"dd/mm/yyyy": true, "[$-40C]d mmmm": true, "[h]:mm": true, "[ss]": true, "YYYY": true, `"d"0;m`: true,
		`0"d`: false, "[d": false, `\`: false, "[]0": false,
	} {
		if got := isDateFormat(format); got != want {
			t.Errorf("%q: %v", format, got)
		}
	}
}

func TestFifteen(t *testing.T) {
	for v, want := range map[string]string{
		"1234.0999999999999": "1234.1", "1234.1000000000001": "1234.1", "0.10000000000000001": "0.1",
		"-0.29999999999999999": "-0.3", "999999999999999.9": "1000000000000000", "123456789012345678": "123456789012346000",
		"9.9999999999999999E-5": "10E-5", "2.0003063300000001e8": "2.00030633E8", "123456789012345.5": "123456789012346",
		"100000000000000000000": "100000000000000000000", "0.000000000000000000001": "0.000000000000000000001",
		"1000.5": "1000.5", "6.234E3": "6.234E3",
	} {
		if got := fifteen(v); got != want {
			t.Errorf("%s: %s, want %s", v, got, want)
		}
	}
}

func TestIsNumber(t *testing.T) {
	for v, want := range map[string]bool{
		"0": true, "-1.5": true, "6.234E3": true, "1e-7": true, ".5": true, "1E+10": true,
		"": false, "-": false, "1.": false, ".": false, "+1": false, "1E": false, "1E1000": false, "1 2": false, "0x1": false, "INF": false, "1,5": false, "--1": false, "1.2.3": false,
	} {
		if got := isNumber([]byte(v)); got != want {
			t.Errorf("%q: %v", v, got)
		}
	}
}
