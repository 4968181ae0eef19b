package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// version4 is the tariff of article 6.
func version4() *pricing.Tariff {
	return &pricing.Tariff{
		Version: "4", Adopted: true, Dated: "2019-05-13", From: "2019-06-26",
		Title:      words("Version 4 – 13/05/19", "Version 4 – 13/05/19"),
		Source:     "Délibération 2019-12 du comité syndical, 26 juin 2019",
		Deployment: pricing.Deployment{Years: 4, Article: "4"},
		Components: []pricing.Component{
			{ID: "platform", Article: "6", Label: words("Plateforme", "Platform"), Basis: pricing.Pupils, Tiers: flat("0.60")},
			{ID: "mobile-app", Article: "6", Label: words("Application mobile", "Mobile application"), Basis: pricing.Pupils, Tiers: flat("0.36"), Optional: true},
			{ID: "support", Article: "6", Label: words("Assistance de niveaux 1 et 2", "Support, levels 1 and 2"), Basis: pricing.Pupils, Tiers: flat("0.18")},
			{ID: "administration", Article: "6", Label: words("Coût administratif", "Administration"), Basis: pricing.Pupils, Tiers: flat("0.12")},
			{ID: "accompaniment", Article: "6", Label: words("Accompagnement complémentaire (deux demi-journées)", "Additional accompaniment (two half-days)"), Basis: pricing.NewPupils, Tiers: flat("0.50")},
			{ID: "audit", Article: "6", Label: words("Audit technique", "Technical audit"), Basis: pricing.NewSchools, Tiers: flat("300"), Optional: true},
			{ID: "training", Article: "6", Label: words("Formations", "Training"), Basis: pricing.AtCost},
			{ID: "connectors", Article: "6", Label: words("Connecteurs et modules", "Connectors and modules"), Basis: pricing.AtCost},
		},
	}
}

// tieredDraft is a draft with all that a rate file can say: tiers of both sorts, a minimum,
// a maximum, a declared basis, a rate per EPCI.
func tieredDraft() *pricing.Tariff {
	minimum, maximum := pricing.Cents(250_00), pricing.Cents(5_000_00)
	t := version4()
	t.Version, t.Adopted, t.From, t.Source = "5", false, "", ""
	t.Title = words("Projet de version 5", "Draft of version 5")
	t.Bases = []pricing.DeclaredBasis{{ID: "inhabitants", Label: words("habitants", "inhabitants")}}
	graduated := []pricing.Tier{{UpTo: 1000, Rate: rate("0.60")}, {UpTo: 2000, Rate: rate("0.50")}, {Rate: rate("0.40")}}
	t.Components[0].Tiers = graduated
	t.Components[2].Tiers, t.Components[2].Volume = graduated, true
	t.Components[3].Minimum = &minimum
	t.Components[4].Maximum = &maximum
	t.Components = append(t.Components,
		pricing.Component{ID: "network", Article: "7", Label: words("Réseau", "Network"), Basis: "inhabitants", Tiers: flat("0.015")},
		pricing.Component{ID: "membership", Article: "7", Label: words("Adhésion", "Membership"), Basis: pricing.EPCI, Tiers: flat("1000")})
	return t
}

// thousand is the member of article 6 worked out: 1,000 pupils and 10 schools.
func thousand() pricing.Counts {
	return pricing.Counts{
		SIREN: "200030633", Name: "CA du Caudrésis et du Catésis",
		Of: of{pricing.Pupils: 1000, pricing.Schools: 10},
	}
}

// fullMember declares all that a member can.
func fullMember() pricing.Counts {
	c := thousand()
	c.Of = of{
		pricing.Pupils: 12500, pricing.Schools: 85, pricing.NewPupils: 11000, pricing.NewSchools: 21, "inhabitants": 64_321,
	}
	c.Chosen = map[string]bool{"mobile-app": true}
	c.Declared = map[string]pricing.Quantity{"audit": 3}
	c.Costs = map[string][]pricing.Cost{"training": {{Amount: 1_200_00}, {Amount: 350_50}}, "connectors": {{Amount: 99_99}}}
	c.Subsidies = []pricing.Subsidy{{Amount: 1_500_00}}
	return c
}

// tableMembers are n of them, with names as they are.
func tableMembers(n int) []pricing.Counts {
	names := []string{
		"CC de Saint-Méen Montauban", "CA Vitré Communauté", "CC Vallons de Haute-Bretagne Communauté",
		"CC du Pays de Dol et de la Baie du Mont Saint-Michel", "Rennes Métropole", "CC Côte d'Emeraude",
		"CC Val d'Ille-Aubigné", "CA du Pays de Saint Malo Agglomération",
	}
	rows := make([]pricing.Counts, n)
	for i := range rows {
		rows[i] = pricing.Counts{
			SIREN: fmt.Sprintf("2435%05d", i*7), Name: names[i%len(names)],
			Of: of{
				pricing.Pupils: pricing.Quantity(31170*(i%5)/4 + 911), pricing.Schools: pricing.Quantity(9 + i%17),
			},
		}
	}
	return rows
}

// alike are n members whose long names begin and end alike; each has a subsidy, and one
// said no to an option.
func alike(n int) []pricing.Counts {
	rows := tableMembers(n)
	for i := range rows {
		rows[i].Name = fmt.Sprintf("Communauté de communes du Pays de la Haute Vallée n° %d et de ses environs", i)
		rows[i].Of[pricing.Pupils] += 20_000
		rows[i].Subsidies = []pricing.Subsidy{{Amount: 1_234_56}}
	}
	rows[0].Chosen = map[string]bool{"audit": false}
	return rows
}

func tableRun(t testing.TB, tariff *pricing.Tariff, o pricing.Options, rows ...pricing.Counts) Run {
	t.Helper()
	s, err := pricing.Price(tariff, rows, o)
	if err != nil {
		t.Fatal(err)
	}
	return Run{Statement: &s, Year: 2026, ChosenBy: "year", From: tariff.From, To: tariff.To, Inputs: []counts.Input{{
		Name: "effectifs.csv", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
		Encoding: "utf-8", Delimiter: ";", TitleLines: 2, Rows: len(rows) + 4, Kept: len(rows),
		LeftOut: []counts.LeftOut{{Reason: counts.OtherYear, Rows: 3}, {Reason: counts.TotalLine, Rows: 1}},
	}}}
}

// shownRuns are the runs of the expected outputs.
func shownRuns(t testing.TB) map[string]Run {
	question := tableRun(t, version4(), pricing.Options{}, pricing.Counts{
		Of: of{pricing.Pupils: 1000, pricing.Schools: 10},
	})
	question.Inputs, question.Year, question.ChosenBy = nil, 0, "default"
	return map[string]Run{
		"one":      tableRun(t, version4(), pricing.Options{}, thousand()),
		"options":  tableRun(t, version4(), pricing.Options{With: []string{"mobile-app", "audit"}, New: pricing.NoneNew}, thousand()),
		"question": question,
		"full":     tableRun(t, version4(), pricing.Options{}, fullMember()),
		"simulated": tableRun(t, version4(), pricing.Options{
			Set:     []pricing.SetRate{{Component: "platform", Rate: rate("0.65")}},
			Without: []string{"support", "mobile-app"},
		}, thousand()),
		"tiered": tableRun(t, tieredDraft(), pricing.Options{}, fullMember()),
		"changed": tableRun(t, tieredDraft(), pricing.Options{
			Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.55")}}, Without: []string{"support", "training"},
		}, fullMember()),
		"alike": tableRun(t, version4(), pricing.Options{New: pricing.NoneNew}, alike(12)...),
		"sixty": tableRun(t, version4(), pricing.Options{}, tableMembers(60)...),
		"four":  tableRun(t, version4(), pricing.Options{With: []string{"audit"}}, append(tableMembers(3), thousand())...),
	}
}

func TestTable(t *testing.T) {
	for name, run := range shownRuns(t) {
		for _, lang := range []text.Lang{text.French, text.English} {
			for _, width := range []int{60, 80, 120, 200} {
				run.Lang, run.Width = lang, width
				var b bytes.Buffer
				if err := writeTable(&b, run); err != nil {
					t.Fatal(err)
				}
				checkWidth(t, b.String(), width)
				if width == 80 || name == "one" || name == "tiered" || name == "four" || name == "sixty" && width == 200 {
					golden(t, fmt.Sprintf("table_%s_%s_%d", name, lang, width), b.Bytes())
				}
			}
		}
	}
}

// Runs of every kind have a table, an explanation and a summary.
func TestTableOfAll(t *testing.T) {
	for name, run := range allRuns() {
		run.Width = 60
		for _, write := range []func(io.Writer, Run) error{writeTable, Explain, Summary} {
			var b bytes.Buffer
			if err := write(&b, run); err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), run.Width)
			if strings.Contains(b.String(), "\n\n\n") {
				t.Errorf("%s: two blank lines\n%s", name, b.String())
			}
		}
	}
}

func TestExplain(t *testing.T) {
	for name, run := range shownRuns(t) {
		for _, lang := range []text.Lang{text.French, text.English} {
			for _, width := range []int{60, 80, 200} {
				run.Lang, run.Width = lang, width
				var b bytes.Buffer
				if err := Explain(&b, run); err != nil {
					t.Fatal(err)
				}
				checkWidth(t, b.String(), width)
				if name != "sixty" && width == 80 {
					golden(t, fmt.Sprintf("explain_%s_%s", name, lang), b.Bytes())
				}
			}
		}
	}
}

func TestSummary(t *testing.T) {
	for name, run := range shownRuns(t) {
		for _, lang := range []text.Lang{text.French, text.English} {
			run.Lang, run.Width = lang, 80
			var b bytes.Buffer
			if err := Summary(&b, run); err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), 80)
			if name == "full" || name == "sixty" || name == "question" {
				golden(t, fmt.Sprintf("summary_%s_%s", name, lang), b.Bytes())
			}
		}
	}
}

func TestTariffTables(t *testing.T) {
	for _, lang := range []text.Lang{text.French, text.English} {
		for _, width := range []int{60, 80, 120} {
			for name, tariff := range map[string]*pricing.Tariff{"4": version4(), "5": tieredDraft()} {
				var b bytes.Buffer
				if err := TariffTable(&b, tariff, tariff.From, "", lang, width); err != nil {
					t.Fatal(err)
				}
				checkWidth(t, b.String(), width)
				if width != 60 {
					golden(t, fmt.Sprintf("tariff_%s_%s_%d", name, lang, width), b.Bytes())
				}
			}
			var b bytes.Buffer
			err := TariffsTable(&b, []TariffRow{
				{Tariff: version4(), From: "2019-06-26", To: "2025-12-31", Default: true},
				{Tariff: tieredDraft(), File: "rates-2026.yaml"},
			}, lang, width)
			if err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), width)
			golden(t, fmt.Sprintf("tariffs_%s_%d", lang, width), b.Bytes())
		}
	}
}

// Figures too wide to stand beside each other stand under each other.
func TestTableStacked(t *testing.T) {
	large := thousand()
	large.Of[pricing.Pupils] = pricing.MaxQuantity
	large.Costs = map[string][]pricing.Cost{"training": {{Amount: pricing.MaxEuros}, {Amount: pricing.MaxEuros}}}
	other := thousand()
	other.Name = ""
	run := tableRun(t, version4(), pricing.Options{
		Set: []pricing.SetRate{{Component: "platform", Rate: rate("999999.123456")}},
	}, large, other)
	run.Width = 60
	var b bytes.Buffer
	if err := writeTable(&b, run); err != nil {
		t.Fatal(err)
	}
	checkWidth(t, b.String(), run.Width)
	golden(t, "table_stacked", b.Bytes())
}

// checkWidth finds lines that a terminal would break.
func checkWidth(t interface{ Errorf(string, ...any) }, output string, width int) {
	for l := range strings.Lines(output) {
		l = strings.TrimSuffix(l, "\n")
		if w := columnsOf(l); w > width {
			t.Errorf("%d columns, more than %d: %q", w, width, l)
		}
	}
}

// Whatever names, labels and figures are, no line is wider than the terminal, and no
// control character reaches it.
func TestTableFits(t *testing.T) {
	names := rapid.OneOf(
		rapid.StringN(0, 90, -1), rapid.StringOfN(rapid.RuneFrom([]rune(" a")), 0, 90, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("杉並区教育委员会한국어العربية👨‍👩‍👧e\u0301\u202e\x1b ")), 0, 80, -1))
	rapid.Check(t, func(rt *rapid.T) {
		tariff := tieredDraft()
		tariff.Title, tariff.Source = words(names.Draw(rt, "title"), ""), names.Draw(rt, "source")
		tariff.Bases[0].Label = words(names.Draw(rt, "basis"), "")
		for i := range tariff.Components {
			tariff.Components[i].Label = words(names.Draw(rt, "label"), "")
		}
		quantity := rapid.Int64Range(0, int64(pricing.MaxQuantity))
		rows := make([]pricing.Counts, rapid.IntRange(1, 3).Draw(rt, "members"))
		for i := range rows {
			rows[i] = fullMember()
			rows[i].Name = names.Draw(rt, "name")
			rows[i].Subsidies = []pricing.Subsidy{{Amount: 1, From: names.Draw(rt, "from"), Label: names.Draw(rt, "for")}, {Amount: 1}}
			for _, b := range []pricing.Basis{pricing.Pupils, "inhabitants"} {
				rows[i].Of[b] = pricing.Quantity(max(quantity.Draw(rt, "quantity"), 11000))
			}
			rows[i].Costs["training"] = []pricing.Cost{{
				Amount: pricing.Cents(rapid.Int64Range(0, int64(pricing.MaxEuros)).Draw(rt, "cost")),
				Label:  names.Draw(rt, "label"), Reference: names.Draw(rt, "reference"),
			}}
		}
		run := tableRun(t, tariff, pricing.Options{}, rows...)
		run.Width = rapid.SampledFrom([]int{60, 61, 80, 133, 200}).Draw(rt, "width")
		run.Inputs[0].Name = names.Draw(rt, "file")
		for _, write := range []func(io.Writer, Run) error{writeTable, Explain, Summary} {
			var b bytes.Buffer
			if err := write(&b, run); err != nil {
				rt.Fatal(err)
			}
			checkWidth(rt, b.String(), run.Width)
			if strings.ContainsAny(b.String(), "\x1b\u202e\r\u202f") {
				rt.Errorf("a control character, or a space that consoles lack")
			}
		}
	})
}

// Colours add nothing but themselves.
func TestTableColor(t *testing.T) {
	run := shownRuns(t)["full"]
	var plain, colored bytes.Buffer
	if err := writeTable(&plain, run); err != nil {
		t.Fatal(err)
	}
	run.Color = true
	if err := writeTable(&colored, run); err != nil {
		t.Fatal(err)
	}
	without := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(colored.String())
	if without != plain.String() || without == colored.String() {
		t.Error("with colours, the words are others, or there are none")
	}
}

// No figure is lost to a narrow terminal: those that are there at 200 columns are there
// at 60 (counts in the synthesis aside, which the members' own tables have).
func TestTableKeepsFigures(t *testing.T) {
	for name, run := range shownRuns(t) {
		for i := range run.Statement.Contributions {
			c := &run.Statement.Contributions[i]
			for _, width := range []int{60, 80, 200} {
				run.Width = width
				var b bytes.Buffer
				if err := writeTable(&b, run); err != nil {
					t.Fatal(err)
				}
				for _, sum := range []pricing.Cents{c.Yearly, c.Once, c.Gross, -c.Subsidy, c.Net} {
					if figure := strings.ReplaceAll(Euros(sum, run.Lang), narrowSpace, noBreakSpace); sum != 0 && !strings.Contains(b.String(), figure) {
						t.Errorf("%s at %d columns lacks %s", name, width, figure)
					}
				}
			}
			if i == 3 {
				break
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		s     string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"un deux trois", 20, []string{"un deux trois"}},
		{"un deux trois", 7, []string{"un deux", "trois"}},
		{"  un deux trois", 8, []string{"  un", "  deux", "  trois"}},
		{"abcdefgh ij", 5, []string{"abcde", "fgh", "ij"}},
		{"à 1\u00a0400,00\u00a0€ net", 10, []string{"à", "1\u00a0400,00\u00a0€", "net"}},
		{"杉並区教", 5, []string{"杉並", "区教"}},
		{"        un deux", 8, []string{"    un", "    deux"}},
		{"          ", 4, []string{"  "}},
	} {
		if got := Wrap(tt.s, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.s, tt.width, got, tt.want)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	run := tableRun(b, version4(), pricing.Options{}, tableMembers(1255)...)
	for b.Loop() {
		if err := writeTable(io.Discard, run); err != nil {
			b.Fatal(err)
		}
	}
}
