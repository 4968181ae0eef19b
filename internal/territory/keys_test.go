package territory

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestValidSIREN(t *testing.T) {
	for _, tt := range []struct {
		siren string
		want  bool
	}{
		{"200030633", true},
		{"200030632", false},
		{"000000000", false},
		{"20003063", false},
		{"2000306331", false},
		{"20003063X", false},
		{"", false},
	} {
		if ValidSIREN(tt.siren) != tt.want {
			t.Errorf("%q: want %t", tt.siren, tt.want)
		}
	}
	if got := SwappedSIREN("200036033"); !slices.Contains(got, "200030633") {
		t.Errorf("200036033 may be %v", got)
	}
}

func TestParseUAI(t *testing.T) {
	for _, tt := range []struct {
		cell, want string
		problem    UAIProblem
		proposals  string
	}{
		{"0350103X", "0350103X", UAIFine, ""},
		{" 0350103x ", "0350103X", UAIFine, ""},
		{"350103X", "0350103X", UAIRestored, ""},
		{"6200001G", "6200001G", UAIFine, ""},
		{"0350103W", "", WrongUAIKey, "0350103X"},
		{"0351003X", "", WrongUAIKey, "0351003A 0350103X"},
		{"O350103X", "", NotUAI, "0350103X"},
		{"035O1O3X", "", NotUAI, "0350103X"},
		{"2A50103X", "", NotUAI, ""},
		{"0350103", "", NotUAI, ""},
		{"03501033", "", NotUAI, ""},
		{"0350103É", "", NotUAI, ""},
		{"0000000A", "", NotUAI, ""},
		{"350103W", "", NotUAI, ""},
		{"", "", NotUAI, ""},
	} {
		uai, problem, proposals := ParseUAI(tt.cell)
		if uai != tt.want || problem != tt.problem || strings.Join(proposals, " ") != tt.proposals {
			t.Errorf("%q is %q, %d, %v; want %q, %d, %s", tt.cell, uai, problem, proposals, tt.want, tt.problem, tt.proposals)
		}
	}
}

// The key finds out one wrong digit and two swapped neighbours, and proposes the right ones.
func TestUAIKeyFindsSlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := fmt.Sprintf("%07d", rapid.IntRange(1, 9_999_999).Draw(t, "number"))
		uai := digits + string(uaiKey(digits))
		if got, problem, _ := ParseUAI(uai); got != uai || problem != UAIFine {
			t.Fatalf("%s is %q, %d", uai, got, problem)
		}
		i := rapid.IntRange(0, 5).Draw(t, "at")
		slip := []byte(uai)
		slip[i], slip[i+1] = slip[i+1], slip[i]
		if string(slip) == uai || string(slip[:7]) == "0000000" {
			return
		}
		got, problem, proposals := ParseUAI(string(slip))
		if got != "" || problem != WrongUAIKey || !slices.Contains(proposals, uai) {
			t.Fatalf("%s is %q, %d, %v", slip, got, problem, proposals)
		}
	})
}

func TestParseINSEE(t *testing.T) {
	for _, tt := range []struct {
		cell, want string
		problem    INSEEProblem
	}{
		{"35238", "35238", INSEEFine},
		{" 35238 ", "35238", INSEEFine},
		{"2A004", "2A004", INSEEFine},
		{"2b033", "2B033", INSEEFine},
		{"9261", "09261", INSEERestored},
		{"97411", "97411", INSEEFine},
		{"0926", "", NotINSEE},
		{"00000", "", NotINSEE},
		{"2C004", "", NotINSEE},
		{"3523", "03523", INSEERestored},
		{"352380", "", NotINSEE},
		{"RENNES", "", NotINSEE},
		{"", "", NotINSEE},
	} {
		if code, problem := ParseINSEE(tt.cell); code != tt.want || problem != tt.problem {
			t.Errorf("%q is %q, %d; want %q, %d", tt.cell, code, problem, tt.want, tt.problem)
		}
	}
}

func TestDepartmentOfUAI(t *testing.T) {
	for _, tt := range []struct{ uai, want string }{
		{"0350103X", "35"},
		{"0090001A", "09"},
		{"6200001G", "2A"},
		{"7200009X", "2B"},
		{"9710001A", "971"},
		{"9760001A", "976"},
		{"9830001A", "988"},
		{"9840001A", "987"},
		{"0020001A", "02"},
		{"0200001A", ""},
		{"0960001A", ""},
		{"0000001A", ""},
		{"6210001A", ""},
		{"0350103", ""},
	} {
		if got := DepartmentOfUAI(tt.uai); got != tt.want {
			t.Errorf("%s is of %q, want %q", tt.uai, got, tt.want)
		}
	}
}

// No cell panics, and what is taken is a key as it should be.
func FuzzKeys(f *testing.F) {
	for _, seed := range []string{"0350103X", "350103X", "O350103I", "2A004", "9261", "200030633", "é", "\xff350103", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		uai, problem, proposals := ParseUAI(cell)
		if (uai != "") != (problem == UAIFine || problem == UAIRestored) || uai != "" && !validUAI(uai) {
			t.Errorf("%q is the UAI %q, %d", cell, uai, problem)
		}
		for _, p := range proposals {
			if !validUAI(p) {
				t.Errorf("%q: %s is proposed", cell, p)
			}
		}
		code, wrong := ParseINSEE(cell)
		if (code != "") != (wrong != NotINSEE) || code != "" && len(code) != 5 {
			t.Errorf("%q is the code %q, %d", cell, code, wrong)
		}
		if ValidSIREN(cell) && len(SwappedSIREN(cell)) > 8 {
			t.Errorf("%q is swapped to %v", cell, SwappedSIREN(cell))
		}
		if d := DepartmentOfUAI(cell); len(d) == 1 || len(d) > 3 {
			t.Errorf("%q is of %q", cell, d)
		}
	})
}
