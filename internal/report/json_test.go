package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
	"github.com/entcalc/entcalc/schemas"
)

func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	file, err := schemas.Files.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, tree); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func valid(t testing.TB, s *jsonschema.Schema, document []byte) error {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(tree)
}

func TestJSONSchema(t *testing.T) {
	s := schema(t, "calc.schema.json")
	for name, r := range allRuns() {
		document := written(t, asJSON(), r)
		if err := valid(t, s, document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := bytes.Count(document, []byte("\n")); document[len(document)-1] != '\n' || n == 0 || !utf8.Valid(document) {
			t.Errorf("%s: not lines of UTF-8", name)
		}
	}
}

// The schema is closed: it sees what is not as it should be.
func TestJSONSchemaRefuses(t *testing.T) {
	s := schema(t, "calc.schema.json")
	document := string(written(t, asJSON(), allRuns()["sample"]))
	for _, change := range []struct{ from, to string }{
		{`"year": 2026`, `"year": "2026"`},
		{`"net": "4333.45"`, `"net": 4333.45`},
		{`"net": "4333.45"`, `"net": "4333.4"`},
		{`"net": "4333.45"`, `"net": "4333.45", "vat": "0.00"`},
		{`"siren": "200030633"`, `"siren": "20003063"`},
		{`"rate":"0.60","amount"`, `"rate":null,"amount"`},
		{`"new":"all"`, `"new":""`},
		{`"simulation": false,`, ``},
	} {
		changed := strings.Replace(document, change.from, change.to, 1)
		if changed == document || valid(t, s, []byte(changed)) == nil {
			t.Errorf("%s accepted in place of %s", change.to, change.from)
		}
	}
}

func TestTariffsSchema(t *testing.T) {
	s := schema(t, "tariffs.schema.json")
	plain := version4()
	plain.Title, plain.Dated, plain.Source, plain.Deployment = nil, "", "", pricing.Deployment{}
	for name, rows := range map[string][]TariffRow{
		"none": nil,
		"some": {
			{Tariff: version4(), From: "2019-06-26", To: "2025-12-31", Default: true},
			{Tariff: tieredDraft(), File: "rates-2026.yaml"},
			{Tariff: richTariff(), From: "2026-01-01"},
			{Tariff: plain},
		},
	} {
		for _, l := range []text.Lang{text.French, text.English} {
			var b bytes.Buffer
			if err := TariffsJSON(&b, rows, l); err != nil {
				t.Fatal(err)
			}
			if err := valid(t, s, b.Bytes()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if name == "none" {
				continue
			}
			if !strings.Contains(b.String(), `"title": null`) {
				t.Error("no title is not null")
			}
			for from, to := range map[string]string{
				`"title": null`: `"title": 4`, `"default": true`: `"default": "yes"`, `"up_to": 1000`: `"up_to": "1000"`,
				`"rate": "0.60"`: `"rate": 0.60`, `"file": ""`: `"path": ""`, `"2025-12-31"`: `"31/12/2025"`,
			} {
				changed := strings.Replace(b.String(), from, to, 1)
				if changed == b.String() || valid(t, s, []byte(changed)) == nil {
					t.Errorf("%s accepted in place of %s", to, from)
				}
			}
		}
	}
}

func TestDiagnosticsSchema(t *testing.T) {
	s := schema(t, "diagnostics.schema.json")
	var found diag.List
	for range 60 {
		found.Fault(diag.Place{File: "e.csv", Line: 3, Column: 5}, text.NotFound())
		found.Fault(diag.Place{File: "e.xlsx", Sheet: "Feuil1", Line: 3, Column: 5}, text.FiguresUnreadable(text.NoKnownHeader()))
		found.Notice(diag.Place{File: "e.xlsx", Sheet: "Feuil1", Line: 3}, text.NotFound())
		found.Notice(diag.Place{}, text.NotFound())
	}
	for _, list := range []*diag.List{{}, &found} {
		var b bytes.Buffer
		if err := list.Write(&b, diag.AsJSON, text.French); err != nil {
			t.Fatal(err)
		}
		if err := valid(t, s, b.Bytes()); err != nil {
			t.Error(err)
		}
	}
}

// A read document is what a program makes of the JSON that matters for its sums.
type readDocument struct {
	Rates struct {
		SHA256     string `json:"sha256"`
		Bases      map[string]any
		Components []any
	}
	EPCIs  []readContribution
	Totals readContribution
}

type readContribution struct {
	Counts map[string]int64
	Items  []struct {
		Component, Basis, Quantity, Amount string
		Rate                               *string
		Lines                              []struct {
			Quantity, Rate *string
			Amount, Kind   string
		}
	}
	Yearly, Once, Gross, Subsidy, Net string
}

func exact(t testing.TB, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return r
}

func read(t testing.TB, document []byte) readDocument {
	t.Helper()
	var d readDocument
	if err := json.Unmarshal(document, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Whoever has the JSON alone can add and multiply everything again.
func TestJSONAddsUp(t *testing.T) {
	for name, r := range allRuns() {
		t.Run(name, func(t *testing.T) {
			d := read(t, written(t, asJSON(), r))
			totals := map[string]*big.Rat{}
			add := func(field, amount string) {
				if totals[field] == nil {
					totals[field] = new(big.Rat)
				}
				totals[field].Add(totals[field], exact(t, amount))
			}
			for _, c := range d.EPCIs {
				checkContribution(t, c)
				for _, item := range c.Items {
					add(item.Component, item.Amount)
				}
				for field, amount := range sumsRead(c) {
					add(field, amount)
				}
			}
			for _, item := range d.Totals.Items {
				if totals[item.Component].Cmp(exact(t, item.Amount)) != 0 {
					t.Errorf("total of %s: %s", item.Component, item.Amount)
				}
			}
			for field, amount := range sumsRead(d.Totals) {
				if len(d.EPCIs) > 0 && totals[field].Cmp(exact(t, amount)) != 0 {
					t.Errorf("total of %s: %s", field, amount)
				}
			}
		})
	}
}

func sumsRead(c readContribution) map[string]string {
	return map[string]string{"yearly": c.Yearly, "once": c.Once, "gross": c.Gross, "subsidy": c.Subsidy, "net": c.Net}
}

func checkContribution(t *testing.T, c readContribution) {
	t.Helper()
	yearly, once := new(big.Rat), new(big.Rat)
	for _, item := range c.Items {
		amount := exact(t, item.Amount)
		if strings.HasPrefix(item.Basis, "new_") {
			once.Add(once, amount)
		} else {
			yearly.Add(yearly, amount)
		}
		if item.Rate != nil {
			checkProduct(t, item.Quantity, *item.Rate, item.Amount)
			continue
		}
		lines := new(big.Rat)
		for _, line := range item.Lines {
			lines.Add(lines, exact(t, line.Amount))
			if line.Kind == "" {
				checkProduct(t, *line.Quantity, *line.Rate, line.Amount)
			}
		}
		if lines.Cmp(amount) != 0 {
			t.Errorf("%s: lines sum up to %s, not %s", item.Component, lines.FloatString(2), item.Amount)
		}
	}
	gross := new(big.Rat).Add(yearly, once)
	net := new(big.Rat).Sub(gross, exact(t, c.Subsidy))
	for field, sum := range map[string]*big.Rat{c.Yearly: yearly, c.Once: once, c.Gross: gross, c.Net: net} {
		if exact(t, field).Cmp(sum) != 0 {
			t.Errorf("%s should be %s", field, sum.FloatString(2))
		}
	}
}

func checkProduct(t *testing.T, quantity, rate, amount string) {
	t.Helper()
	product := new(big.Rat).Mul(exact(t, quantity), exact(t, rate))
	if got := product.FloatString(2); got != amount { // rounds halves away from zero
		t.Errorf("%s × %s = %s, not %s", quantity, rate, got, amount)
	}
}

// The fingerprint of the rates can be made again from the document alone.
func TestTariffSHA256(t *testing.T) {
	for name, r := range allRuns() {
		d := read(t, written(t, asJSON(), r))
		if d.Rates.Components == nil {
			d.Rates.Components = []any{}
		}
		sum := sha256.Sum256(compact(map[string]any{"bases": d.Rates.Bases, "components": d.Rates.Components}))
		if got := hex.EncodeToString(sum[:]); got != d.Rates.SHA256 {
			t.Errorf("%s: %s, the document says %s", name, got, d.Rates.SHA256)
		}
	}
	one, other := votedTariff(), votedTariff()
	other.Version, other.Source, other.To = "4 bis", "…", "2030-12-31"
	if tariffSHA256(one) != tariffSHA256(other) {
		t.Error("what is not charged moves the fingerprint")
	}
	other.Components[0].Tiers = flat("0.61")
	if tariffSHA256(one) == tariffSHA256(other) {
		t.Error("another rate has the same fingerprint")
	}
}

func TestChanges(t *testing.T) {
	tariff := richTariff()
	tariff.Components = append(tariff.Components,
		pricing.Component{ID: "flat", Basis: pricing.Pupils, Tiers: flat("0.60")},
		pricing.Component{ID: "at-cost", Basis: pricing.AtCost})
	r := run(tariff, text.French, pricing.Options{
		Without: []string{"at-cost", "flat"}, Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.5")}},
	}, hostile())
	document := string(written(t, asJSON(), r))
	for _, want := range []string{
		`{"component":"platform","from":[{"up_to":1000,"rate":"0.60"},{"up_to":5000,"rate":"0.5"},{"rate":"0.405"}],"to":"0.5"}`,
		`{"component":"flat","from":"0.60","to":null}`,
		`{"component":"at-cost","from":"1","to":null}`,
	} {
		if !strings.Contains(document, want) {
			t.Errorf("%s is not in\n%s", want, document)
		}
	}
	if err := valid(t, schema(t, "calc.schema.json"), []byte(document)); err != nil {
		t.Error(err)
	}
}

// Any text reads back as it was, and shows nothing that a terminal obeys.
func TestJSONText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		b := jsonText(nil, s)
		var back string
		if err := json.Unmarshal(b, &back); err != nil || back != s {
			t.Fatalf("%q became %s, read as %q: %v", s, b, back, err)
		}
		if text.Safe(string(b)) != string(b) && !strings.ContainsRune(s, utf8.RuneError) {
			t.Fatalf("%q shows what is invisible", b)
		}
	})
	for s, want := range map[string]string{
		"a\xffb": `"a\ufffdb"`, "\u202e": `"\u202e"`, "\U000e0001": `"\udb40\udc01"`, "é\n\"\\": `"é\u000a\"\\"`, "": `""`,
	} {
		if got := string(jsonText(nil, s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}
