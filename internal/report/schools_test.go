package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func schoolOf(row int, uai, name, code, commune string, pupils pricing.Quantity, way territory.Way) counts.School {
	return counts.School{
		Row: row, UAI: uai, Name: name, Sector: counts.Public, Rentree: 2024, Pupils: pupils, Way: way,
		Commune: &territory.Commune{Code: code, Name: commune},
	}
}

// someSchools are those of three members; the second has none, the third has names that
// are hostile.
func someSchools() []counts.School {
	evil := hostile().Name
	all := []counts.School{
		schoolOf(0, "0590001A", "ECOLE MATERNELLE PUBLIQUE JACQUES PREVERT", "59139", "Caudry", 112, territory.Name),
		schoolOf(0, "0590002B", "ECOLE ELEMENTAIRE PUBLIQUE DU CENTRE ET DES ÉCOLIERS RÉUNIS DE LA COMMUNE ET DE SES ENVIRONS", "59136", "Le Cateau-Cambrésis", 1204, territory.Code),
		schoolOf(0, "0590003C", "", "59006", "L'Orée de Mormal", 0, territory.FormerCode),
		schoolOf(2, "0590004D", evil, "01004", evil, 7001, territory.FormerName),
		schoolOf(2, "0590005E", "-2+3", "59178", "Douai", 33, territory.Arrondissement),
	}
	all[1].Directory = true
	all[2].Sector, all[2].Rentree = "", 0
	all[4].Sector = counts.Private
	return all
}

// priced prices schools as a run of them does: each member's counts are their sums.
func priced(l text.Lang, all []counts.School, o pricing.Options, rows ...pricing.Counts) Run {
	waves := tellsWaves(all)
	for i := range rows {
		sums := sumSchools(slices.DeleteFunc(slices.Clone(all), func(s counts.School) bool { return s.Row != i }))
		rows[i].Of = of{pricing.Pupils: sums.pupils, pricing.Schools: pricing.Quantity(sums.schools)}
		if waves {
			rows[i].Of[pricing.NewPupils], rows[i].Of[pricing.NewSchools] = sums.newPupils, pricing.Quantity(sums.newSchools)
		}
	}
	r := run(votedTariff(), l, o, rows...)
	r.Schools = all
	r.Composition = &territory.About{
		Date: "2026-01-01", Source: "Composition des EPCI (INSEE, DGCL)", SHA256: strings.Repeat("c", 64),
	}
	digest := func(c string) string { return strings.Repeat(c, 64) }
	total := sumSchools(all)
	in := counts.Input{
		Role: counts.SchoolsRole, Name: "effectifs-ecoles.csv", SHA256: digest("1"), Encoding: "utf-8-bom", Delimiter: ";",
		Rentree: 2024, Kept: len(all), KeptPupils: int64(total.pupils),
		LeftOut: []counts.LeftOut{
			{Reason: counts.OtherRentree, Rows: 2029, Pupils: 400_123},
			{Reason: counts.OtherSector, Rows: 254, Pupils: 39_539},
			{Reason: counts.NoEPCI, Rows: 1, Pupils: 12},
			{Reason: counts.NotAMember, Rows: 64, Pupils: 8_000},
		},
	}
	in.Rows, in.Pupils = in.Kept, in.KeptPupils
	for _, left := range in.LeftOut {
		in.Rows += left.Rows
		in.Pupils += left.Pupils
	}
	r.Inputs = []counts.Input{
		in,
		{Role: counts.MembersRole, Name: "adherents.csv", SHA256: digest("2"), Encoding: "utf-8", Delimiter: ";", Rows: 3, Kept: 3},
		{
			Role: counts.CostsRole, Name: "couts.xlsx", SHA256: digest("3"), Sheet: "Coûts", Rows: 5, Kept: 3,
			LeftOut: []counts.LeftOut{{Reason: counts.NotAMember, Rows: 1}, {Reason: counts.TotalLine, Rows: 1}},
		},
		{Role: counts.SubsidiesRole, Name: "subventions.csv", SHA256: digest("4"), Encoding: "utf-8", Delimiter: ",", Rows: 1, Kept: 1},
		{Role: counts.DirectoryRole, Name: "annuaire.csv", SHA256: digest("5"), Encoding: "utf-8", Delimiter: ";", Rows: 996, Kept: 996},
		{Role: counts.CompositionRole, Name: "epci.xlsx", SHA256: digest("6"), Sheet: "Composition"},
	}
	return r
}

func threeMembers() []pricing.Counts {
	return []pricing.Counts{
		{SIREN: "200030633", Name: "CA du Caudrésis et du Catésis", Costs: map[string][]pricing.Cost{"training": {{Amount: 123_45}}}},
		{SIREN: "243500139", Name: "Rennes Métropole"},
		{SIREN: "200042190", Name: hostile().Name},
	}
}

func schoolsRun(l text.Lang) Run {
	return priced(l, someSchools(), pricing.Options{With: []string{"mobile-app", "audit"}}, threeMembers()...)
}

// wavesRun is one whose file tells when each school was equipped.
func wavesRun(l text.Lang) Run {
	all := someSchools()
	for i := range all {
		all[i].Wave = 2024 + (i+1)%3
		all[i].New = all[i].Wave == 2026
	}
	return priced(l, all, pricing.Options{}, threeMembers()...)
}

// manySchools are those of n members, perhaps of all France.
func manySchools(members, schools int) Run {
	all := make([]counts.School, schools)
	for i := range all {
		all[i] = schoolOf(i*members/schools, fmt.Sprintf("%07dA", i), fmt.Sprintf("ECOLE PRIMAIRE PUBLIQUE N° %d", i),
			fmt.Sprintf("%05d", i%99999), fmt.Sprintf("Saint-Martin-sur-%d", i), pricing.Quantity(i%400), territory.Name)
	}
	rows := make([]pricing.Counts, members)
	for i := range rows {
		rows[i] = pricing.Counts{SIREN: fmt.Sprintf("2%08d", i), Name: fmt.Sprintf("CC n° %d", i), Of: of{}}
	}
	for _, s := range all {
		rows[s.Row].Of[pricing.Pupils] += s.Pupils
		rows[s.Row].Of[pricing.Schools]++
	}
	r := run(votedTariff(), text.French, pricing.Options{}, rows...)
	r.Schools = all
	return r
}

func TestSchoolsGolden(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		for name, r := range map[string]Run{"schools": schoolsRun(l), "waves": wavesRun(l)} {
			for _, f := range []Format[Run]{asJSON(), asMarkdown()} {
				golden(t, name+"."+string(l)+f.Ext, written(t, f, r))
			}
			for _, f := range SchoolLists() {
				golden(t, name+"-list."+string(l)+f.Ext, written(t, f, r))
			}
			r.Width = 80
			golden(t, fmt.Sprintf("table_%s_%s_80", name, l), written(t, asTable(), r))
			for file, write := range map[string]func(io.Writer, Run) error{"explain": Explain, "summary": Summary} {
				var b bytes.Buffer
				if err := write(&b, r); err != nil {
					t.Fatal(err)
				}
				golden(t, fmt.Sprintf("%s_%s_%s", file, name, l), b.Bytes())
			}
		}
	}
}

// No line is wider than the terminal.
func TestSchoolsWidth(t *testing.T) {
	for _, width := range []int{40, 60, 80, 120} {
		for name, write := range map[string]func(io.Writer, Run) error{"explain": Explain, "summary": Summary, "table": writeTable} {
			r := wavesRun(text.French)
			r.Width = width
			var b bytes.Buffer
			if err := write(&b, r); err != nil {
				t.Fatal(err)
			}
			for l := range strings.Lines(b.String()) {
				if wide := columnsOf(strings.TrimRight(l, "\n")); wide > width && !strings.Contains(l, "────") {
					t.Errorf("%s at %d columns: %d in %q", name, width, wide, l)
				}
			}
		}
	}
}

// Every role has a word of its own, in every document that lists files; every reason too.
func TestRolesAndReasons(t *testing.T) {
	for name, document := range said(t, schoolsRun(text.French)) {
		if strings.HasPrefix(name, "csv") || name == "explain" {
			continue
		}
		words := []string{"Écoles", "Adhérents", "Coûts", "Subventions", "Annuaire", "Communes", "rentrée 2024", "communes et EPCI au 1er janvier 2026"}
		if name == "json" {
			words = []string{
				`"role":"schools"`, `"role":"members"`, `"role":"costs"`, `"role":"subsidies"`, `"role":"directory"`, `"role":"communes"`,
				`"rentree":2024`, `"date":"2026-01-01"`,
			}
		}
		for _, want := range words {
			if !strings.Contains(document, want) {
				t.Errorf("%s: no %s", name, want)
			}
		}
	}
	seen := make(map[string]string)
	for _, reason := range []string{
		counts.OtherYear, counts.OtherRentree, counts.NotASchool, counts.OtherSector, counts.NotEquipped,
		counts.NoPupils, counts.NoEPCI, counts.NotAMember, counts.TotalLine, "unknown",
	} {
		for _, l := range []text.Lang{text.French, text.English} {
			words := text.LeftOutFor(reason, 2).In(l)
			if other, taken := seen[words]; taken {
				t.Errorf("%s and %s are both %q", reason, other, words)
			}
			seen[words] = reason
		}
	}
}

func TestJSONSchemaOfSchools(t *testing.T) {
	s := schema(t, "calc.schema.json")
	unknown := schoolsRun(text.French)
	unknown.Inputs[0].Rentree, unknown.Composition.Date, unknown.Sector = 0, "", counts.All
	if err := valid(t, s, written(t, asJSON(), unknown)); err != nil {
		t.Error(err)
	}
	document := string(written(t, asJSON(), schoolsRun(text.French)))
	for _, change := range []struct{ from, to string }{
		{`"role":"schools"`, `"role":"members"`},
		{`"role":"members"`, `"role":"schools"`},
		{`"role":"members",`, ``},
		{`"rows":254,"pupils":39539`, `"rows":254`},
		{`"rows":1}`, `"rows":1,"pupils":3}`},
		{`"rentree":2024`, `"rentree":"2024"`},
		{`"sector":"public"`, `"sector":"publique"`},
		{`"kept_pupils":8350,`, ``},
		{`"date":"2026-01-01"`, `"date":"1er janvier 2026"`},
		{`"composition": {`, `"communes": {`},
	} {
		changed := strings.Replace(document, change.from, change.to, 1)
		if changed == document || valid(t, s, []byte(changed)) == nil {
			t.Errorf("%s accepted in place of %s", change.to, change.from)
		}
	}
}

// Écoles has a row per school, from which the counts of Synthèse are summed.
func TestWorkbookSchools(t *testing.T) {
	for name, want := range map[string]struct {
		r        Run
		formulas map[string]string
	}{
		"schools": {schoolsRun(text.French), map[string]string{
			"count_pupils": "SUMIFS(school_pupils,school_siren,A%d)", "count_schools": "COUNTIFS(school_siren,A%d)", "count_new_schools": "D%d",
		}},
		"waves": {wavesRun(text.English), map[string]string{
			"count_new_pupils":  `SUMIFS(school_pupils,school_siren,A%d,school_new,"yes")`,
			"count_new_schools": `COUNTIFS(school_siren,A%d,school_new,"yes")`,
		}},
	} {
		f := opened(t, written(t, workbook(), want.r))
		names := namedColumns(f.GetDefinedName())
		for named, formula := range want.formulas {
			at := names[named]
			if got, err := f.GetCellFormula(at.sheet, cell(at.at, at.first)); err != nil || got != fmt.Sprintf(formula, at.first) {
				t.Errorf("%s: %s is =%s (%v)", name, named, got, err)
			}
		}
		sheets := f.GetSheetList()
		if len(sheets) != 7 || sheets[3] != text.SheetSchools().In(want.r.Lang) {
			t.Errorf("%s: sheets %q", name, sheets)
		}
		uai := names[schoolUAI]
		if n := uai.last - uai.first + 1; n != len(want.r.Schools) {
			t.Errorf("%s: %d schools", name, n)
		}
	}
	if sheets := opened(t, written(t, workbook(), sampleRun(text.French))).GetSheetList(); len(sheets) != 6 {
		t.Errorf("without schools: %q", sheets)
	}
}

// All schools of France are written in a few seconds.
func BenchmarkWorkbookSchools(b *testing.B) {
	r := manySchools(1254, 48_500)
	b.ReportAllocs()
	for b.Loop() {
		if err := workbook().Write(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
