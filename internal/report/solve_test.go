package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
	"github.com/entcalc/entcalc/schemas"

	"github.com/xuri/excelize/v2"
)

// solved is what solve finds for a target.
func solved(t testing.TB, r Run, vary string, target pricing.Cents, step string, rows ...pricing.Counts) Solved {
	t.Helper()
	found, err := pricing.Solve(r.Statement.Tariff, rows, pricing.Options{}, vary, target, rate(step))
	if err != nil {
		t.Fatal(err)
	}
	r.Statement = &found.Statement
	return Solved{Run: r, Found: found}
}

// allSolved are solutions of every kind.
func allSolved(t testing.TB, l text.Lang) map[string]Solved {
	t.Helper()
	voted, rich := votedTariff(), richTariff()
	rows := []pricing.Counts{subsidised(), {SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}}}
	helped := subsidised()
	helped.Chosen, helped.Costs = nil, nil
	helped.Subsidies = []pricing.Subsidy{{Amount: 1000_00}}
	plain, tiered := run(voted, l, pricing.Options{}, rows...), run(rich, l, pricing.Options{}, hostile())
	net := plain.Statement.Totals.Net
	return map[string]Solved{
		"under":      solved(t, plain, "platform", 40_000_00, "0.01", rows...),
		"as_voted":   solved(t, plain, "platform", net, "0.01", rows...),
		"zero":       solved(t, plain, "audit", net-3000_00, "10", rows...),
		"tiered":     solved(t, tiered, "platform", 5_000_00, "0.001", hostile()),
		"unvotable":  solved(t, plain, "platform", 100, "0.01", helped),
		"at_the_top": solved(t, plain, "platform", 20_000_000_000_00, "900000", rows...),
	}
}

// solvedBy is what a format writes of a solution.
func solvedBy(t testing.TB, name string, s Solved) []byte {
	t.Helper()
	f, ok := ByName(name, SolvedFormats())
	if !ok {
		t.Fatal(name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, s.On(80, false)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSolvedFormats(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		for name, s := range allSolved(t, l) {
			for _, format := range []string{"table", "md", "json"} {
				document := string(solvedBy(t, format, s))
				mark := "SIMULATION"
				if format == "json" {
					mark = `"simulation": true`
				}
				if strings.Contains(document, mark) != s.Run.Statement.Simulation() {
					t.Errorf("%s, %s: simulation is %v", name, format, s.Run.Statement.Simulation())
				}
				if format == "table" || name == "under" {
					golden(t, fmt.Sprintf("solve_%s_%s.%s", name, l, format), []byte(document))
				}
			}
			sought(t, l, s)
			for _, format := range []string{"csv", "csv-fr"} {
				f, _ := ByName(format, Formats())
				if got, want := solvedBy(t, format, s), written(t, f, s.Run); !bytes.Equal(got, want) {
					t.Errorf("%s, %s: not the statement's", name, format)
				}
			}
		}
	}
}

// sought checks that the workbook tells the search, and the rate found with its neighbours.
func sought(t *testing.T, l text.Lang, s Solved) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(solvedBy(t, "xlsx", s)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Sources")
	if err != nil {
		t.Fatal(err)
	}
	told := fmt.Sprint(rows)
	for _, amount := range []string{s.Found.Target.String(), s.Found.Net.String()} {
		if words := money(amount, l); !strings.Contains(told, words) {
			t.Errorf("Sources does not tell %s:\n%s", words, told)
		}
	}
}

func TestSolvedSchema(t *testing.T) {
	s := solveSchema(t)
	for name, found := range allSolved(t, text.French) {
		if err := valid(t, s, solvedBy(t, "json", found)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	document := string(solvedBy(t, "json", allSolved(t, text.French)["under"]))
	for from, to := range map[string]string{
		`"target": "40000.00"`: `"target": 40000`, `"vary": "platform"`: `"vary": null`, `"step": "0.01"`: `"step": "1e-2"`,
		`"below": {`: `"lower": {`, `"simulation": true`: `"simulation": 1`, `"entcalc/calc/1"`: `"entcalc/calc/2"`,
	} {
		changed := strings.Replace(document, from, to, 1)
		if changed == document || valid(t, s, []byte(changed)) == nil {
			t.Errorf("%s accepted in place of %s", to, from)
		}
	}
}

// solveSchema is that of solve, with that of calc that it refers to.
func solveSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const home = "https://github.com/entcalc/entcalc/schemas/"
	c := jsonschema.NewCompiler()
	for _, name := range []string{"calc.schema.json", "solve.schema.json"} {
		file, err := schemas.Files.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := jsonschema.UnmarshalJSON(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(home+name, tree); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile(home + "solve.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The statement within is the calc document, but for its indentation.
func TestSolvedStatement(t *testing.T) {
	s := allSolved(t, text.French)["under"]
	f, _ := ByName("json", Formats())
	_, within, _ := strings.Cut(string(solvedBy(t, "json", s)), `"statement": `)
	within = strings.ReplaceAll(strings.TrimSuffix(within, "\n}\n"), "\n  ", "\n") + "\n"
	if calc := string(written(t, f, s.Run)); within != calc {
		t.Errorf("%s\nis not\n%s", within, calc)
	}
}

// --check names what moved: figures of what was found, and of the statement.
func TestSolvedDifferences(t *testing.T) {
	s := allSolved(t, text.English)["under"]
	f, _ := ByName("json", SolvedFormats())
	fresh := string(solvedBy(t, "json", s))
	for _, tt := range []struct{ from, to, want string }{
		{`"target": "40000.00"`, `"target": "39000.00"`, "total, target: €39,000.00 in the document, €40,000.00 from the inputs"},
		{`"step": "0.01"`, `"step": "0.02"`, "total, step: €0.02 in the document, €0.01 from the inputs"},
		{`"siren": "243500139"`, `"siren": "243500138"`, "243500138"},
		{`"schema": "entcalc/solve/1"`, `"schema": "entcalc/calc/1"`, ""},
	} {
		old := strings.Replace(fresh, tt.from, tt.to, 1)
		if old == fresh {
			t.Fatal(tt.from)
		}
		all, err := s.Differences(f, []byte(old), []byte(fresh))
		if tt.want == "" {
			if err == nil {
				t.Errorf("%s: no error", tt.to)
			}
			continue
		}
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %v, %v", tt.to, all, err)
		}
		said := false
		for _, d := range all {
			said = said || strings.Contains(d.Text.In(text.English), tt.want)
		}
		if !said {
			t.Errorf("%s: %q", tt.to, all[0].Text.In(text.English))
		}
	}
	if all, err := s.Differences(f, []byte(fresh), []byte(fresh)); all != nil || err != nil {
		t.Errorf("%v, %v of the same", all, err)
	}
}
