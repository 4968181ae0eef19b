package report

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// told gives differences as siren field was is code.
func told(all []Difference) []string {
	var lines []string
	for _, d := range all {
		lines = append(lines, strings.TrimSpace(strings.Join([]string{d.SIREN, d.Field, d.Was, d.Is, d.Text.Code}, " ")))
	}
	return lines
}

func TestDifferences(t *testing.T) {
	sample := sampleRun(text.French)
	fewer := run(votedTariff(), text.French, pricing.Options{With: []string{"mobile-app"}}, subsidised())
	question := allRuns()["question"]
	for _, tt := range []struct {
		name     string
		format   Format
		run      Run
		from, to string // what was changed by hand in the document
		want     []string
	}{
		{"nothing", asJSON(), sample, "", "", nil},
		{"amount", asCSV(), sample, ",15841.80,", ",15841.81,", []string{"243500139 platform 15841.81 15841.80 check/figure"}},
		{"rate", asCSV(), sample, "26403,0.60,", "26403,0.61,", []string{"243500139 platform.rate 0.61 0.60 check/figure"}},
		{"quantity gone", asCSV(), sample, ",26403,0.60,", ",,0.60,", []string{"243500139 platform.quantity  26403 check/figure"}},
		{"label", asCSV(), sample, "Plateforme", "Platform", []string{",6,4 check/presentation"}},
		{"csv-fr", asCSVFR(), sample, ";13201,50;", ";13201,5;", []string{" check/presentation"}},
		{"csv-fr count", asCSVFR(), sample, ";26403;152;", ";26403;153;", []string{"243500139 schools 153 152 check/figure"}},
		{"csv-fr component", asCSVFR(), sample, "15841,80", "15 841,90", []string{"243500139 Plateforme 15841.90 15841.80 check/figure"}},
		{"json total", asJSON(), sample, `"net": "42881.83"`, `"net": 42881`, []string{"net 42881 42881.83 check/figure"}},
		{"json item", asJSON(), sample, `"amount":"13201.50"`, `"amount":"1.00"`, []string{"243500139 accompaniment 1.00 13201.50 check/figure"}},
		{"json source", asJSON(), sample, "26 juin", "27 juin", []string{`du 26 juin 2019", check/presentation`}},
		{"json year", asJSON(), sample, "2026", "2025", []string{`  "year": 2025,   "year": 2026, check/presentation`}},
		{"question", asJSON(), question, `"yearly": "600.00"`, `"yearly": "6.00"`, []string{"yearly 6.00 600.00 check/figure"}},
		{"markdown", asMarkdown(), sample, "# Contrib", "# contrib", []string{"# contributions à l'ENT, année 2026 # Contributions à l'ENT, année 2026 check/line"}},
	} {
		fresh := written(t, tt.format, tt.run)
		old := []byte(strings.Replace(string(fresh), tt.from, tt.to, 1))
		if tt.from != tt.to && bytes.Equal(old, fresh) {
			t.Fatalf("%s: nothing was changed", tt.name)
		}
		found, err := Differences(tt.format, old, fresh)
		got := told(found)
		if err != nil || len(got) != len(tt.want) || len(got) > 0 && !strings.HasSuffix(got[0], strings.TrimSpace(tt.want[0])) {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	for _, f := range []Format{asCSV(), asCSVFR(), asJSON()} {
		before, after := written(t, f, fewer), written(t, f, sample)
		found, err := Differences(f, before, after)
		if got := told(found); err != nil || !slices.Contains(got, "243500139    check/epci-missing") {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
		found, err = Differences(f, after, before)
		if got := told(found); err != nil || !slices.Contains(got, "243500139    check/epci-gone") {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
	}
}

func TestDifferencesUnreadable(t *testing.T) {
	for _, f := range []Format{asCSV(), asCSVFR(), asJSON()} {
		fresh := written(t, f, sampleRun(text.French))
		for _, old := range []string{
			"", "x", "\x00", "{", "[]", `{"schema":"entcalc/plan/1"}`, `{"schema":"entcalc/calc/1","epcis":[{"siren":{}}]}`,
			"a;b\n", `"`, "siren,component\n", "year,siren,epci,component,label,basis,quantity,rate,amount\n1,2\n", string(fresh[:len(fresh)/2]) + `"`,
		} {
			_, err := Differences(f, []byte(old), fresh)
			var unreadable UnreadableError
			if !errors.As(err, &unreadable) || unreadable.Text.Code != "check/unreadable" {
				t.Errorf("%s: %q: %v", f.Name, old, err)
			}
		}
	}
}

// A document that is no text, with figures that did not move.
func TestDifferencesBytes(t *testing.T) {
	f := Format{Name: "binary", Write: func(io.Writer, Run) error { return nil }, Figures: func([]byte) ([]Figure, error) { return nil, nil }}
	found, err := Differences(f, []byte("PK\x00\xff"), []byte("PK\x00\xfe"))
	if got := told(found); err != nil || len(got) != 1 || got[0] != "check/bytes" {
		t.Errorf("%q, %v", got, err)
	}
}

// What was written reads back as what is written again: no figure is lost.
func TestFiguresOfEverything(t *testing.T) {
	for name, r := range allRuns() {
		for _, f := range []Format{asCSV(), asCSVFR(), asJSON()} {
			figures, err := f.Figures(written(t, f, r))
			if err != nil {
				t.Errorf("%s of %s: %v", f.Name, name, err)
			}
			for _, c := range r.Statement.Contributions {
				for _, item := range c.Items {
					if !slices.ContainsFunc(figures, func(f Figure) bool {
						return f.SIREN == c.SIREN && f.Value == item.Lines[0].Amount.String() || f.Value == item.Amount.String()
					}) {
						t.Errorf("%s of %s: %s of %s is lost", f.Name, name, item.Component.ID, c.SIREN)
					}
				}
			}
		}
	}
}

// Nothing that somebody did to a document makes the check panic.
func FuzzDifferences(f *testing.F) {
	formats := []Format{asCSV(), asCSVFR(), asJSON()}
	for _, format := range formats {
		for _, r := range allRuns() {
			f.Add(written(f, format, r))
		}
	}
	f.Add([]byte("siren,component,amount,quantity,rate\n1,a,1.00,,\n1,b,1.00,,\n1,a,1.00,,\n"))
	f.Add([]byte(`{"schema":"entcalc/calc/1","epcis":[null,{"items":[{"lines":[{}]},null],"counts":{"a":1e9,"b":null}}],"totals":null}`))
	sample := sampleRun(text.French)
	fresh := make([][]byte, len(formats))
	for i, format := range formats {
		fresh[i] = written(f, format, sample)
	}
	f.Fuzz(func(t *testing.T, old []byte) {
		for i, format := range formats {
			found, err := Differences(format, old, fresh[i])
			if same := bytes.Equal(old, fresh[i]); same != (len(found) == 0 && err == nil) {
				t.Errorf("%s: same bytes %v, %d differences, %v", format.Name, same, len(found), err)
			}
		}
	})
}
