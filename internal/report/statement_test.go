package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A calc document, read and written again, is the same bytes, and what it says is what
// was computed.
func TestReread(t *testing.T) {
	for name, r := range allRuns() {
		document := written(t, asJSON(), r)
		var found diag.List
		again, ok := Reread("a.json", document, r.Lang, &found)
		if !ok || found.Errors() > 0 {
			t.Errorf("%s: %v", name, found.All())
			continue
		}
		if got := written(t, asJSON(), again); !bytes.Equal(got, document) {
			t.Errorf("%s: written again\n%s\nwant\n%s", name, got, document)
		}
		c, err := pricing.Compare(r.Statement, again.Statement, pricing.CompareOptions{})
		if err != nil || c.Totals.Causes != (pricing.Causes{}) {
			t.Errorf("%s: %v, %v", name, c.Totals.Causes, err)
		}
		for _, d := range c.Members {
			if d.SIREN != "" && (d.Joined() || d.Left() || len(d.Effects) > 0) {
				t.Errorf("%s: %s differs: %v", name, d.SIREN, d.Effects)
			}
		}
	}
}

// Spaces, the order of keys and a byte order mark are nothing.
func TestRereadReformatted(t *testing.T) {
	document := written(t, asJSON(), sampleRun(text.French))
	var found diag.List
	if _, ok := Reread("a.json", append([]byte(byteOrderMark), compact(tree(document))...), text.French, &found); !ok {
		t.Errorf("%v", found.All())
	}
}

// A document that carries a calc document is as good.
func TestRereadCarried(t *testing.T) {
	document := written(t, asJSON(), sampleRun(text.French))
	for _, tt := range []struct {
		document string
		want     bool
	}{
		{`{"schema":"entcalc/solve/1","statement":` + string(document) + `}`, true},
		{`{"schema":"entcalc/solve/1","statement":null}`, false},
		{`{"schema":"entcalc/solve/1"}`, false},
	} {
		var found diag.List
		if _, ok := Reread("a.json", []byte(tt.document), text.French, &found); ok != tt.want {
			t.Errorf("%.60s: %v, %v", tt.document, ok, found.All())
		}
	}
}

// What was changed by hand is told: a sum by what its lines give, anything else by where
// it is.
func TestRereadChanged(t *testing.T) {
	document := string(written(t, asJSON(), sampleRun(text.French)))
	for _, tt := range []struct{ name, from, to, want string }{
		{"a net", `"net": "4333.45"`, `"net": "4333.46"`, "Net: €4,333.46 in the document, whose lines give €4,333.45"},
		{"a line", `"amount":"600.00"`, `"amount":"601.00"`, "Gross: €4,583.45 in the document, whose lines give €4,584.45"},
		{"a rate of a line", `"quantity":"1000","rate":"0.60"`, `"quantity":"1000","rate":"0.61"`, "whose lines give €0.60"},
		{"the tariff", `"rate":"0.60","article"`, `"rate":"0.61","article"`, "whose lines give €0.61"},
		{"no simulation", `"simulation": false`, `"simulation": true`, ".simulation"},
		{"an unknown key", `"simulation": false`, `"simulation": false, "more": 1`, ".more"},
		{"a missing key", `"simulation": false,`, ``, ".simulation"},
		{"another schema", `entcalc/calc/1`, `entcalc/compare/1`, "its schema is \"entcalc/compare/1\""},
		{"a number for a text", `"net": "4333.45"`, `"net": 4333.45`, ".net"},
		{"no euros", `"amount":"600.00"`, `"amount":"6e2"`, "epcis[0].items[0].amount"},
		{"too many pupils", `"pupils":1000,`, `"pupils":-1,`, "epcis[0].counts.pupils"},
		{"an item twice", `"component":"mobile-app","basis"`, `"component":"platform","basis"`, "epcis[0].items[1].component"},
		{"a list for a text", `"source": "D`, `"source": ["D"], "x": "`, "rates.source"},
		{"cut", `"notices": [`, ``, "line"},
	} {
		changed := strings.Replace(document, tt.from, tt.to, 1)
		if changed == document {
			t.Errorf("%s: %q is not there", tt.name, tt.from)
			continue
		}
		var found diag.List
		if _, ok := Reread("a.json", []byte(changed), text.English, &found); ok {
			t.Errorf("%s: accepted", tt.name)
			continue
		}
		var said []string
		for _, d := range found.All() {
			said = append(said, d.Text.In(text.English))
		}
		if !strings.Contains(strings.Join(said, "\n"), tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, said, tt.want)
		}
	}
}

// No document panics; what is accepted writes the same again.
func FuzzReread(f *testing.F) {
	for _, r := range allRuns() {
		f.Add(written(f, asJSON(), r))
	}
	f.Add([]byte(`{"schema":"entcalc/calc/1","rates":{"components":[{"id":"a","basis":"pupils","tiers":[{"rate":"1"},{"rate":"1"}],"tiering":"volume"}]},` +
		`"epcis":[{"items":[{"component":"a","quantity":"9","lines":[{"amount":"1.00","kind":"maximum"}]}]}]}`))
	f.Fuzz(func(t *testing.T, document []byte) {
		var found diag.List
		r, ok := Reread("a.json", document, text.French, &found)
		if ok != (found.Errors() == 0) {
			t.Fatalf("accepted: %v, with %v", ok, found.All())
		}
		if !ok {
			return
		}
		var b bytes.Buffer
		if err := writeJSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if _, ok := Reread("b.json", b.Bytes(), text.French, &found); !ok {
			t.Errorf("written again, it is refused: %v", found.All())
		}
	})
}
