package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func rate(s string) pricing.Rate {
	r, err := pricing.ParseRate(s)
	if err != nil {
		panic(err)
	}
	return r
}

func flat(s string) []pricing.Tier { return []pricing.Tier{{Rate: rate(s)}} }

func words(fr, en string) map[string]string { return map[string]string{"fr": fr, "en": en} }

func cents(c pricing.Cents) *pricing.Cents { return &c }

// votedTariff has the bases and rates of article 6, and little else.
func votedTariff() *pricing.Tariff {
	return &pricing.Tariff{
		Version: "4", Adopted: true, Dated: "2019-05-13", From: "2019-06-26",
		Title:  words("Version 4 – 13/05/19", "Version 4 – 13/05/19"),
		Source: "Délibération 2019-12 du 26 juin 2019",
		Components: []pricing.Component{
			{ID: "platform", Article: "6", Label: words("Plateforme", "Platform"), Basis: pricing.Pupils, Tiers: flat("0.60")},
			{
				ID: "mobile-app", Article: "6", Label: words("Application mobile", "Mobile application"),
				Basis: pricing.Pupils, Tiers: flat("0.36"), Optional: true,
			},
			{ID: "accompaniment", Article: "6", Label: words("Accompagnement", "Accompaniment"), Basis: pricing.NewPupils, Tiers: flat("0.50")},
			{
				ID: "audit", Article: "6", Label: words("Audit technique", "Technical audit"),
				Basis: pricing.NewSchools, Tiers: flat("300"), Optional: true,
			},
			{ID: "training", Article: "6", Label: words("Formations", "Training"), Basis: pricing.AtCost, Columns: []string{"formations"}},
		},
	}
}

// richTariff uses every criterion that a rate file has.
func richTariff() *pricing.Tariff {
	return &pricing.Tariff{
		Version: "5", Title: words("Projet <5>", "Draft <5>"),
		Bases: []pricing.DeclaredBasis{{ID: "inhabitants", Label: words("Habitants", "Inhabitants"), Columns: []string{"population"}}},
		Components: []pricing.Component{
			{ID: "platform", Label: words("Plateforme | ENT", "Platform | ENT"), Basis: pricing.Pupils, Tiers: []pricing.Tier{
				{UpTo: 1000, Rate: rate("0.60")}, {UpTo: 5000, Rate: rate("0.5")}, {Rate: rate("0.405")},
			}},
			{ID: "hosting", Label: words("Hébergement", "Hosting"), Basis: "inhabitants", Volume: true, Maximum: cents(200_00), Tiers: []pricing.Tier{
				{UpTo: 5000, Rate: rate("0.01")}, {Rate: rate("0.008")},
			}},
			{ID: "fee", Article: "3-2", Label: words("=Forfait, \"socle\"", "=Fee, \"base\""), Basis: pricing.EPCI, Tiers: flat("100")},
			{ID: "support", Label: words("Assistance", "Support"), Basis: pricing.Schools, Tiers: flat("3.1415"), Minimum: cents(50_00)},
			{ID: "connectors", Label: words("Connecteurs", "Connectors"), Basis: pricing.AtCost, Minimum: cents(1000_00), Columns: []string{"modules"}},
		},
	}
}

func run(tariff *pricing.Tariff, l text.Lang, o pricing.Options, rows ...pricing.Counts) Run {
	s, err := pricing.Price(tariff, rows, o)
	if err != nil {
		panic(err)
	}
	r := Run{Statement: &s, Year: 2026, ChosenBy: "year", From: tariff.From, To: tariff.To, Lang: l}
	r.Inputs = []counts.Input{{
		Name: "effectifs.csv", SHA256: strings.Repeat("0123456789abcdef", 4), Encoding: "utf-8-bom", Delimiter: ";",
		Rows: len(rows) + 1, Kept: len(rows), TitleLines: 2,
		LeftOut: []counts.LeftOut{{Reason: counts.TotalLine, Rows: 1}},
	}}
	return r
}

type of = map[pricing.Basis]pricing.Quantity

func subsidised() pricing.Counts {
	return pricing.Counts{
		SIREN: "200030633", Name: "CA du Caudrésis et du Catésis",
		Of:        of{pricing.Pupils: 1000, pricing.Schools: 10},
		Costs:     map[string][]pricing.Cost{"training": {{Amount: 123_45}}},
		Chosen:    map[string]bool{"audit": true},
		Subsidies: []pricing.Subsidy{{Amount: 250_00}},
	}
}

func hostile() pricing.Counts {
	return pricing.Counts{
		SIREN: "200042190", Name: "=cmd|' /C calc'!A0;\"a,b\" <script> `x` *y* \u202eevil\n@name #12 www.x.org http://y",
		Of: of{pricing.Pupils: 7001, pricing.Schools: 1, "inhabitants": 30000},
	}
}

// sampleRun is what the golden files show.
func sampleRun(l text.Lang) Run {
	r := run(votedTariff(), l, pricing.Options{With: []string{"mobile-app"}},
		subsidised(),
		pricing.Counts{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}})
	var found diag.List
	found.Notice(diag.Place{File: "effectifs.csv", Line: 3, Column: 5}, text.NotFound())
	r.Notices = found.Notices()
	return r
}

// allRuns are runs of every kind.
func allRuns() map[string]Run {
	voted, rich := votedTariff(), richTariff()
	plain := pricing.Counts{SIREN: "200030633", Of: of{pricing.Pupils: 1, pricing.Schools: 1, "inhabitants": 0}}
	costs, connected := plain, plain
	costs.Costs = map[string][]pricing.Cost{"training": {{Amount: 10_00}, {Amount: 20_50}}}
	connected.Costs = map[string][]pricing.Cost{"connectors": {{Amount: 10_00}, {Amount: 20_50}}}
	question := pricing.Counts{Of: of{pricing.Pupils: 1000, pricing.Schools: 10}}
	told := pricing.Counts{
		SIREN: "200030633", Name: "A",
		Of: of{pricing.Pupils: 9, pricing.Schools: 3, pricing.NewPupils: 4, pricing.NewSchools: 0},
	}
	runs := map[string]Run{
		"sample":     sampleRun(text.French),
		"english":    sampleRun(text.English),
		"none":       run(voted, text.French, pricing.Options{New: pricing.NoneNew}, subsidised()),
		"told":       run(voted, text.French, pricing.Options{}, told),
		"costs":      run(voted, text.French, pricing.Options{}, costs),
		"set":        run(voted, text.French, pricing.Options{Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.65")}}}, subsidised()),
		"without":    run(voted, text.French, pricing.Options{Without: []string{"platform", "training"}}, subsidised(), hostile()),
		"rich":       run(rich, text.French, pricing.Options{}, hostile(), connected),
		"rich set":   run(rich, text.English, pricing.Options{Set: []pricing.SetRate{{Component: "platform", Rate: rate("0")}}}, plain, hostile()),
		"itemised":   itemisedRun(text.French),
		"voted":      votedRun(text.French),
		"schools":    schoolsRun(text.French),
		"waves":      wavesRun(text.French),
		"nobody":     run(voted, text.French, pricing.Options{}),
		"no charges": run(&pricing.Tariff{Version: "0"}, text.French, pricing.Options{}, plain),
	}
	asked := run(voted, text.English, pricing.Options{}, question)
	asked.Year, asked.ChosenBy, asked.Inputs = 0, "default", nil
	runs["question"] = asked
	workbook := sampleRun(text.French)
	workbook.Inputs = []counts.Input{{
		Name: "e.xlsx", SHA256: strings.Repeat("a", 64), Sheet: "Feuil\u20281", Rows: 2, Kept: 2,
	}}
	runs["workbook"] = workbook
	return runs
}

// many is a run of n EPCIs with four items each.
func many(n int) Run {
	rows := make([]pricing.Counts, n)
	for i := range rows {
		rows[i] = pricing.Counts{
			SIREN: fmt.Sprintf("%09d", i), Name: fmt.Sprintf("Communauté de communes n° %d", i),
			Of: of{pricing.Pupils: pricing.Quantity(i * 7), pricing.Schools: pricing.Quantity(i % 90)},
		}
	}
	return run(votedTariff(), text.French, pricing.Options{With: []string{"mobile-app", "audit"}}, rows...)
}

func written(t testing.TB, f Format[Run], r Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plainFormats are those of this file's tests: texts that are the same bytes for the
// same run.
func plainFormats() []Format[Run] { return []Format[Run]{asCSV(), asCSVFR(), asJSON(), asMarkdown()} }

func TestGoldenDocuments(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		for _, f := range plainFormats() {
			golden(t, "sample."+string(l)+f.Ext, written(t, f, sampleRun(l)))
		}
	}
	for _, f := range plainFormats() {
		golden(t, "rich.fr"+f.Ext, written(t, f, allRuns()["rich"]))
	}
}

func TestSameBytes(t *testing.T) {
	for name := range allRuns() {
		for _, f := range plainFormats() {
			if !bytes.Equal(written(t, f, allRuns()[name]), written(t, f, allRuns()[name])) {
				t.Errorf("%s of %s: two runs differ", f.Name, name)
			}
		}
	}
}

// A simulation is marked, and an assumption on what is new is told, in every format.
func TestMarks(t *testing.T) {
	for _, f := range plainFormats() {
		for name, r := range allRuns() {
			document := strings.ToLower(string(written(t, f, r)))
			mark := "simulation"
			if f.Name == "json" {
				mark = `"simulation": true`
			}
			marked := strings.Contains(document, mark)
			if len(r.Statement.Contributions) > 0 && len(r.Statement.Totals.Items) > 0 && marked != r.Statement.Simulation() {
				t.Errorf("%s of %s: marked %v, simulation %v", f.Name, name, marked, r.Statement.Simulation())
			}
			if f.Name == "csv" || len(r.Statement.Contributions) == 0 {
				continue
			}
			told := strings.Contains(document, "--new all") || strings.Contains(document, `"new":"all"`)
			assumed := assumes(r.Statement)
			if f.Name == "json" { // programs are told whether or not anything rests on it
				assumed = r.Statement.New
			}
			if told != (assumed == pricing.AllNew) {
				t.Errorf("%s of %s: assumption told %v", f.Name, name, told)
			}
		}
	}
}

// failing is a disk that is full.
type failing struct{ room int }

func (f *failing) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, fmt.Errorf("no space left")
	}
	return len(b), nil
}

func TestWriteErrors(t *testing.T) {
	r := many(5000)
	for _, f := range plainFormats() {
		for _, room := range []int{0, chunk + chunk/2} {
			if f.Name == "md" && room > 0 {
				continue // it is never that long
			}
			if f.Write(&failing{room}, r) == nil {
				t.Errorf("%s: no error where there is no room past %d bytes", f.Name, room)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r := many(50_000)
	for _, f := range plainFormats() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
