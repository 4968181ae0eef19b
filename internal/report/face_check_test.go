package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// What is carried otherwise than it is shown is found: an amount, a count, a name, an EPCI
// that one of both lacks.
func TestFaceDiffers(t *testing.T) {
	r := sampleRun(text.French)
	calc := written(t, asJSON(), r)
	for _, f := range carriers(t) {
		document := written(t, f, r)
		for _, tt := range []struct{ old, fresh, want string }{
			{`"net": "4333.45"`, `"net": "4333.46"`, "net"},
			{`"quantity":"26403","rate":"0.60","amount":"15841.80"`, `"quantity":"26404","rate":"0.60","amount":"15841.81"`, "platform.quantity platform"},
			{"Rennes", "Renne", "epci.name"},
			{`"siren": "243500139"`, `"siren": "243500550"`, " "},
			{`"pupils":26403`, `"pupils":26404`, "pupils epci.counts"},
		} {
			if !bytes.Contains(calc, []byte(tt.old)) {
				t.Fatalf("%s is not in\n%s", tt.old, calc)
			}
			other := bytes.Replace(calc, []byte(tt.old), []byte(tt.fresh), 1)
			differs, _, err := FaceDiffers(r.Statement.Tariff, f, document, other)
			var fields []string
			for _, d := range differs {
				fields = append(fields, d.Field)
				if d.Text.Code != "verify/face" {
					t.Errorf("%s: %v", f.Name, d)
				}
			}
			if got := strings.Join(fields, " "); err != nil || got != tt.want {
				t.Errorf("%s, %s: %q, %v, want %q", f.Name, tt.fresh, got, err, tt.want)
			}
		}
	}
}

// Whatever figure is altered where a document shows it, it is found.
func TestFaceAltered(t *testing.T) {
	for name, r := range carryingRuns(t) {
		calc := written(t, asJSON(), r)
		for _, f := range carriers(t) {
			shown, err := f.Figures(written(t, f, r))
			if err != nil {
				continue // of nobody
			}
			carried, err := figuresOfJSON(calc)
			if err != nil {
				t.Fatal(err)
			}
			c := newFaceCheck(r.Statement.Tariff, carried)
			c.year, c.assumed = strconv.Itoa(r.Year), r.Statement.New != ""
			for i, was := range shown {
				at := strings.LastIndexAny(was.Value, "0123456789")
				if at < 0 {
					continue
				}
				shown[i].Value = was.Value[:at] + string('0'+(was.Value[at]-'0'+1)%10) + was.Value[at+1:]
				if len(c.differences(slices.Clone(shown))) == 0 {
					t.Errorf("%s, %s: %v is shown for %v", f.Name, name, shown[i], was)
				}
				shown[i] = was
			}
		}
	}
}

// The sum of a document may be said in other words than ours, but no other sum.
func TestSaysSum(t *testing.T) {
	for _, tt := range []struct {
		sum, words string
		want       bool
	}{
		{"1000.00", "Arrêté le présent état à la somme de mille euros (1\u202f000,00\u00a0€).", true},
		{"1000.00", "Mille euros, soit 1 000,00 €", true},
		{"1000.00", "This statement is closed at the sum of one thousand euros (€1,000.00).", true},
		{"1000.00", "à la somme de deux mille euros (1 000,00 €)", false},
		{"1000.00", "à la somme de mille un euros (1 000,00 €)", false},
		{"1000.00", "à la somme de mille euros et dix centimes (1 000,00 €)", false},
		{"1000.00", "à la somme de mille euros (11 000,00 €)", false},
		{"1000.00", "à la somme de mille euros (1 000,10 €)", false},
		{"1000.00", "à la somme de mille euros (1 000,00 €), 2 000,00 €", false},
		{"1000.00", "à la somme de mille euros", false},
		{"1000.00", "the sum of twenty-one thousand euros (€1,000.00)", false},
		{"2000000.00", "à la somme de deux millions d’euros (2 000 000,00 €)", true},
		{"x", "mille euros", false},
	} {
		if got := saysSum(tt.words, tt.sum) && saysOnly(tt.words, tt.sum); got != tt.want {
			t.Errorf("%s says %s: %v", tt.words, tt.sum, got)
		}
	}
}

// A name that the font cannot show is written by its numbers.
func TestSameWords(t *testing.T) {
	for _, tt := range []struct {
		shown, exact string
		want         bool
	}{
		{`CC \U0001f600 d’Or`, "CC \U0001f600 d'Or", true},
		{`\u4e00`, "\u4e00", true},
		{`CC de l’Ø`, "CC de l'Ø", true},
		{"CC A", "CC B", false},
		{"CC", "CC A", false},
	} {
		if got := sameWords(tt.shown, tt.exact); got != tt.want {
			t.Errorf("%q for %q: %v", tt.shown, tt.exact, got)
		}
	}
	names := run(votedTariff(), text.French, pricing.Options{},
		pricing.Counts{SIREN: "200030633", Name: "CC \U0001f600 d'\u4e00\u200b", Of: of{pricing.Pupils: 9, pricing.Schools: 3}})
	calc := written(t, asJSON(), names)
	for _, f := range carriers(t) {
		differs, _, err := FaceDiffers(names.Statement.Tariff, f, written(t, f, names), calc)
		if err != nil || len(differs) > 0 {
			t.Errorf("%s: %v, %v", f.Name, err, differs)
		}
	}
}
