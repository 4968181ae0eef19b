package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
	"github.com/entcalc/entcalc/schemas"
)

// lastYear and thisYear have a member of every kind, and a change of every cause.
func lastYear() []pricing.Counts {
	return []pricing.Counts{
		{
			SIREN: "200030633", Name: "CA du Caudrésis et du Catésis",
			Of:     of{pricing.Pupils: 1000, pricing.Schools: 10, pricing.NewPupils: 200, pricing.NewSchools: 2},
			Chosen: map[string]bool{"mobile-app": false}, Costs: map[string][]pricing.Cost{"training": {{Amount: 100_00}}},
			Subsidies: []pricing.Subsidy{{Amount: 50_00}},
		},
		{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200038990", Name: "CC de Saint-Méen Montauban", Of: of{pricing.Pupils: 1830, pricing.Schools: 14, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "243500741", Name: "CA Redon Agglomération", Of: of{pricing.Pupils: 1193, pricing.Schools: 10, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200043990", Name: "CC <Vallons>", Of: of{pricing.Pupils: 500, pricing.Schools: 5, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200070662", Name: "=Bretagne", Of: of{pricing.Pupils: 600, pricing.Schools: 5, pricing.NewPupils: 0, pricing.NewSchools: 0}},
	}
}

func thisYear() []pricing.Counts {
	return []pricing.Counts{
		{
			SIREN: "200030633", Name: "CA du Caudrésis et du Catésis",
			Of:     of{pricing.Pupils: 1020, pricing.Schools: 10, pricing.NewPupils: 0, pricing.NewSchools: 0},
			Chosen: map[string]bool{"mobile-app": true}, Costs: map[string][]pricing.Cost{"training": {{Amount: 160_00}}},
			Subsidies: []pricing.Subsidy{{Amount: 70_00}},
		},
		{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200039006", Name: "CC de Saint-Méen", Of: of{pricing.Pupils: 1800, pricing.Schools: 14, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200070688", Name: "CC réunie", Of: of{pricing.Pupils: 1124, pricing.Schools: 9, pricing.NewPupils: 0, pricing.NewSchools: 0}},
		{SIREN: "200039022", Name: "CA Vitré Communauté", Of: of{pricing.Pupils: 3371, pricing.Schools: 19, pricing.NewPupils: 3371, pricing.NewSchools: 19}},
	}
}

// draftTariff is a project: tiers for a rate, a minimum.
func draftTariff() *pricing.Tariff {
	t := votedTariff()
	t.Version, t.Adopted, t.From, t.Source = "5", false, "2027-01-01", ""
	t.Title = words("Projet", "Draft")
	t.Components[0].Tiers = []pricing.Tier{{UpTo: 1000, Rate: rate("0.70")}, {Rate: rate("0.62")}}
	t.Components[1].Tiers = flat("0.40")
	return t
}

func compared(t testing.TB, before, after Run, l Listing) Comparison {
	t.Helper()
	c, err := Compare(before, after, pricing.CompareOptions{Successors: map[string]string{
		"200038990": "200039006", "200043990": "200070688", "200070662": "200070688",
	}}, l)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// comparisons are of every kind.
func comparisons(t testing.TB, l text.Lang) map[string]Comparison {
	voted := votedTariff()
	before, after := run(voted, l, pricing.Options{}, lastYear()...), run(voted, l, pricing.Options{}, thisYear()...)
	before.Year = 2025
	before.Inputs[0].Name = "effectifs-2025.csv"
	set := pricing.Options{Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.65")}}}
	question := pricing.Counts{Of: of{pricing.Pupils: 1000, pricing.Schools: 10}}
	asked, varied := run(voted, l, pricing.Options{}, question), run(voted, l, set, question)
	asked.Year, asked.Inputs, varied.Year, varied.Inputs = 0, nil, 0, nil
	undeployed := pricing.Counts{SIREN: "200030633", Name: "CA", Of: of{pricing.Pupils: 1000, pricing.Schools: 10}}
	return map[string]Comparison{
		"rules":    compared(t, run(voted, l, pricing.Options{}, undeployed), run(voted, l, pricing.Options{New: pricing.NoneNew}, undeployed), Listing{}),
		"years":    compared(t, before, after, Listing{}),
		"draft":    compared(t, before, run(draftTariff(), l, pricing.Options{}, thisYear()...), Listing{Sort: "change"}),
		"listed":   compared(t, before, after, Listing{Sort: "name", Least: 600_00}),
		"none":     compared(t, before, after, Listing{Sort: "percent", Least: 1_000_000_00}),
		"set":      compared(t, after, run(voted, l, set, thisYear()...), Listing{}),
		"same":     compared(t, after, after, Listing{}),
		"question": compared(t, asked, varied, Listing{}),
		"nobody":   compared(t, run(voted, l, pricing.Options{}), run(voted, l, pricing.Options{}), Listing{}),
		"hostile":  compared(t, run(richTariff(), l, pricing.Options{}, hostile()), run(richTariff(), l, set, hostile()), Listing{}),
	}
}

func writtenOf(t testing.TB, f Format[Comparison], c Comparison) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGoldenComparisons(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		all := comparisons(t, l)
		for _, f := range ComparisonFormats() {
			if f.Name == "xlsx" {
				continue
			}
			golden(t, "compare_draft_"+string(l)+"."+f.Name, writtenOf(t, f, all["draft"].On(80, false)))
		}
		for _, f := range ComparisonFormats() {
			if f.Name == "csv-fr" || f.Name == "md" {
				golden(t, "compare_rules_"+string(l)+"."+f.Name, writtenOf(t, f, all["rules"]))
			}
		}
		for _, name := range []string{"years", "listed", "set", "same", "question", "nobody", "rules"} {
			golden(t, "compare_"+name+"_"+string(l)+".table", writtenOf(t, ComparisonFormats()[0], all[name].On(80, false)))
		}
		golden(t, "compare_years_"+string(l)+"_160.table", writtenOf(t, ComparisonFormats()[0], all["years"].On(160, true)))
		for _, name := range []string{"draft", "years", "question", "same", "rules"} {
			var b bytes.Buffer
			if err := ExplainChange(&b, all[name].On(80, false)); err != nil {
				t.Fatal(err)
			}
			golden(t, "explain_change_"+name+"_"+string(l), b.Bytes())
		}
	}
}

// No line is wider than the terminal, and no bytes differ between two runs.
func TestComparisonsFitAndRepeat(t *testing.T) {
	for name, c := range comparisons(t, text.French) {
		for _, width := range []int{40, 60, 80, 120, 200} {
			for l := range strings.Lines(string(writtenOf(t, ComparisonFormats()[0], c.On(width, false)))) {
				if columnsOf(strings.TrimSuffix(l, "\n")) > width {
					t.Errorf("%s at %d: %q", name, width, l)
				}
			}
		}
		again := comparisons(t, text.French)[name]
		for _, f := range ComparisonFormats() {
			if !bytes.Equal(writtenOf(t, f, c), writtenOf(t, f, again)) {
				t.Errorf("%s of %s: two runs differ", f.Name, name)
			}
		}
	}
}

func TestComparisonSchema(t *testing.T) {
	s := schema(t, "compare.schema.json")
	for name, c := range comparisons(t, text.French) {
		if err := valid(t, s, writtenOf(t, ComparisonFormats()[3], c)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var compare, calc struct {
		Defs map[string]any `json:"$defs"`
	}
	for name, into := range map[string]any{"compare": &compare, "calc": &calc} {
		document, _ := schemas.Read(name)
		if err := json.Unmarshal(document, into); err != nil {
			t.Fatal(err)
		}
	}
	for name, def := range compare.Defs {
		if other, both := calc.Defs[name]; both && !reflect.DeepEqual(def, other) {
			t.Errorf("%s is not what it is in calc.schema.json", name)
		}
	}
}

// Every format that programs read gives back the same figures, and a moved one is told.
func TestComparisonFigures(t *testing.T) {
	c := comparisons(t, text.French)["draft"]
	moved := comparisons(t, text.French)["years"]
	moved.Rows = c.Rows[:len(c.Rows)-1]
	for _, f := range ComparisonFormats() {
		if f.Figures == nil {
			continue
		}
		document := writtenOf(t, f, c)
		figures, err := f.Figures(document)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		set := newFigureSet(figures)
		for _, want := range []Figure{
			{"200030633", "variant", "1210.40"},
			{"200030633", "baseline", "750.00"},
			{"200030633", "subsidies", "-20.00"},
			{"200030633", "percent", "61.39"},
			{"200039006", "volume", "-18.00"},
			{"200070688", "baseline", "660.00"},
		} {
			got := set.values[figureKey{siren: want.SIREN, field: want.Field}]
			if !sameNumber(got, want.Value) {
				t.Errorf("%s: %s of %s is %q, want %s", f.Name, want.Field, want.SIREN, got, want.Value)
			}
		}
		differences, err := c.Differences(f, writtenOf(t, f, moved), document)
		if err != nil || len(differences) == 0 {
			t.Errorf("%s: %v, %v", f.Name, differences, err)
		}
		if same, err := c.Differences(f, document, document); same != nil || err != nil {
			t.Errorf("%s: %v, %v", f.Name, same, err)
		}
	}
}

// A simulation is marked in every format, with what was changed.
func TestComparisonMarked(t *testing.T) {
	for _, f := range ComparisonFormats() {
		document := writtenOf(t, f, comparisons(t, text.French)["set"].On(80, false))
		if f.Name == "xlsx" {
			document = unzipped(document)
		}
		said := strings.ToUpper(string(document))
		if !strings.Contains(said, "SIMULATION") {
			t.Errorf("%s: not marked", f.Name)
		}
		if f.Name != "csv" && !strings.Contains(said, "0,65") && !strings.Contains(said, "0.65") {
			t.Errorf("%s: does not say what was changed", f.Name)
		}
	}
}

// Members above a limit are those whose increase is, and an increase from nothing is above
// any percentage.
func TestAbove(t *testing.T) {
	c := comparisons(t, text.French)["draft"]
	sirens := func(all []*pricing.Difference) string {
		var names []string
		for _, d := range all {
			names = append(names, d.SIREN)
		}
		return fmt.Sprint(names)
	}
	change := c.Of.Members[0].Change // of the first
	ratio := c.Of.Members[0].Ratio()
	if got := sirens(c.Above(change, nil)); strings.Contains(got, "200030633") {
		t.Errorf("above its own increase: %s", got)
	}
	if got := sirens(c.Above(change-1, nil)); !strings.Contains(got, "200030633") {
		t.Errorf("above a cent less: %s", got)
	}
	if got := sirens(c.Above(0, ratio)); strings.Contains(got, "200030633") || !strings.Contains(got, "200039022") {
		t.Errorf("above its own percentage: %s", got)
	}
	if got := sirens(c.Above(0, nil)); strings.Contains(got, "243500741") {
		t.Errorf("one who left rises: %s", got)
	}
}

// The value cached with every formula is the one that a spreadsheet program computes, and
// the figures are found in what it saves.
func TestComparisonInOffice(t *testing.T) {
	t.Parallel()
	all, documents := comparisons(t, text.French), make(map[string][]byte)
	xlsx, _ := ByName("xlsx", ComparisonFormats())
	for name, c := range all {
		documents[name] = writtenOf(t, xlsx, c)
	}
	for name, saved := range recalculated(t, documents) {
		before, formulas := cachedCells(t, opened(t, documents[name]))
		after, kept := cachedCells(t, opened(t, saved))
		if len(kept) != len(formulas) {
			t.Errorf("%s: %d formulas, %d once saved", name, len(formulas), len(kept))
		}
		for at, value := range before {
			if wholeCents(t, value) != wholeCents(t, after[at]) {
				t.Errorf("%s: %s =%s: %q is cached, %q computed", name, at, formulas[at], value, after[at])
			}
		}
		moved, err := all[name].Differences(xlsx, saved, documents[name])
		if err != nil || len(moved) != 1 || moved[0].Text.Code != text.OnlyBytes().Code {
			t.Errorf("%s: %v (%v)", name, moved, err)
		}
	}
}
