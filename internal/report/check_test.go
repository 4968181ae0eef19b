package report

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/counts"
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
		format   Format[Run]
		run      Run
		from, to string // what was changed by hand in the document
		want     []string
	}{
		{"nothing", asJSON(), sample, "", "", nil},
		{"amount", asCSV(), sample, ",15841.80,", ",15841.81,", []string{"243500139 platform 15841.81 15841.80 check/figure"}},
		{"rate", asCSV(), sample, "26403,0.60,", "26403,0.61,", []string{"243500139 platform.rate 0.61 0.60 check/figure"}},
		{"quantity gone", asCSV(), sample, ",26403,0.60,", ",,0.60,", []string{"243500139 platform.quantity  26403 check/figure"}},
		{"label", asCSV(), sample, "Plateforme", "Platform", []string{",6,4 check/presentation"}},
		{"csv-fr", asCSVFR(), sample, ";13201,50;", ";13201,5;", []string{"check/presentation"}},
		{"csv-fr count", asCSVFR(), sample, ";26403;152;", ";26403;153;", []string{"243500139 schools 153 152 check/figure"}},
		{"csv-fr component", asCSVFR(), sample, "15841,80", "15 841,90", []string{"243500139 platform 15841.90 15841.80 check/figure"}},
		{"json total", asJSON(), sample, `"net": "42881.83"`, `"net": 42881`, []string{"net 42881 42881.83 check/figure"}},
		{"json item", asJSON(), sample, `"amount":"13201.50"`, `"amount":"1.00"`, []string{"243500139 accompaniment 1.00 13201.50 check/figure"}},
		{"json source", asJSON(), sample, "26 juin", "27 juin", []string{`du 26 juin 2019", check/presentation`}},
		{"json year", asJSON(), sample, "2026", "2025", []string{`  "year": 2025,   "year": 2026, check/presentation`}},
		{"question", asJSON(), question, `"yearly": "600.00"`, `"yearly": "6.00"`, []string{"yearly 6.00 600.00 check/figure"}},
		{"markdown", asMarkdown(), sample, "# Contrib", "# contrib", []string{"# contributions à l'ENT, exercice 2026 # Contributions à l'ENT, exercice 2026 check/line"}},
	} {
		fresh := written(t, tt.format, tt.run)
		old := []byte(strings.Replace(string(fresh), tt.from, tt.to, 1))
		if tt.from != tt.to && bytes.Equal(old, fresh) {
			t.Fatalf("%s: nothing was changed", tt.name)
		}
		found, err := tt.run.Differences(tt.format, old, fresh)
		got := told(found)
		if err != nil || len(got) != len(tt.want) || len(got) > 0 && !strings.HasSuffix(got[0], strings.TrimSpace(tt.want[0])) {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON()} {
		before, after := written(t, f, fewer), written(t, f, sample)
		found, err := sample.Differences(f, before, after)
		if got := told(found); err != nil || !slices.Contains(got, "243500139    check/epci-missing") {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
		found, err = sample.Differences(f, after, before)
		if got := told(found); err != nil || !slices.Contains(got, "243500139    check/epci-gone") {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
	}
}

func TestDifferencesUnreadable(t *testing.T) {
	for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON(), workbook()} {
		fresh := written(t, f, sampleRun(text.French))
		for _, old := range []string{
			"", "x", "\x00", "{", "[]", `{"schema":"entcalc/plan/1"}`, `{"schema":"entcalc/calc/1","epcis":[{"siren":{}}]}`,
			"a;b\n", `"`, "siren,component\n", "year,siren,epci,component,label,basis,quantity,rate,amount\n1,2\n", string(fresh[:len(fresh)/2]) + `"`,
		} {
			_, err := sampleRun(text.French).Differences(f, []byte(old), fresh)
			var unreadable UnreadableError
			if !errors.As(err, &unreadable) || unreadable.Text.Code != "check/unreadable" {
				t.Errorf("%s: %q: %v", f.Name, old, err)
			}
		}
	}
}

// edited writes a workbook with some of its cells changed.
func edited(t *testing.T, document []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f := opened(t, document)
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	return saved(t, f)
}

// Differences are said in the words and the notation of the language, the same ones
// whatever the format, and the last one says what to do.
func TestDifferencesInWords(t *testing.T) {
	r := sampleRun(text.French)
	set := run(votedTariff(), text.French, pricing.Options{
		With: []string{"mobile-app"}, Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.61")}},
	}, subsidised(), pricing.Counts{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}})
	amount := strings.NewReplacer("_", narrowSpace, "~", noBreakSpace).Replace(
		"Rennes Métropole (243500139), Plateforme (platform)~: 15_841,80~€ dans le document, 16_105,83~€ d'après les données")
	rates := "grille, Plateforme (platform), tarif\u00a0: 0,60\u00a0€ dans le document, 0,61\u00a0€ d'après les données"
	for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON(), workbook()} {
		found, err := set.Differences(f, written(t, f, r), written(t, f, set))
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]int{}
		for _, d := range found {
			said[d.Text.In(text.French)]++
		}
		if said[amount] != 1 {
			t.Errorf("%s: %d times %s among %v", f.Name, said[amount], amount, said)
		}
		if f.Name == "json" || f.Name == "xlsx" {
			if said[rates] != 1 || said[strings.Replace(rates, "grille", "Rennes Métropole (243500139)", 1)] != 0 {
				t.Errorf("%s: the rate is not said once: %v", f.Name, said)
			}
		}
		for i, d := range found {
			if last := i == len(found)-1; last != strings.Contains(d.Text.Hint(text.French), "sans --check") {
				t.Errorf("%s: hint %q of %d among %d", f.Name, d.Text.Hint(text.French), i, len(found))
			}
		}
	}
	for _, tt := range []struct {
		format   Format[Run]
		from, to string
		fr, en   string
	}{
		{asJSON(), `"net": "42881.83"`, `"net": "1"`, "total, Net~: 1~€ dans", "total, Net: €1 in"},
		{asCSVFR(), ";26403;152;", ";26404;152;", "Rennes Métropole (243500139), Élèves~: 26_404 dans le document, 26_403", "Rennes Métropole (243500139), Pupils: 26,404 in"},
		{asJSON(), `"id":"platform","label":{"en":"Platform","fr":"Plateforme"},"basis":"pupils","rate":"0.60"`, `"id":"platform","basis":"pupils","rate":"0.6001"`, "grille, Plateforme (platform), tarif~: 0,6001~€", "tariff, Platform (platform), rate: €0.6001"},
		{asCSV(), ",26403,0.60,", ",,0.60,", "Plateforme (platform), quantité~: rien dans le document, 26_403", "quantity: nothing in"},
		{asCSV(), ",26403,0.60,", ",x,0.60,", "quantité~: x dans le document", "quantity: x in"},
		{asCSV(), ",-250.00,", ",-251.00,", "CA du Caudrésis et du Catésis (200030633), Subvention~: 251,00~€ dans", "CA du Caudrésis et du Catésis (200030633), Subsidy: €251.00 in"},
	} {
		fresh := written(t, tt.format, r)
		old := []byte(strings.Replace(string(fresh), tt.from, tt.to, 1))
		found, err := r.Differences(tt.format, old, fresh)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", tt.to, found, err)
		}
		fr := strings.NewReplacer("_", narrowSpace, "~", noBreakSpace).Replace(tt.fr)
		if got := found[0].Text; !strings.Contains(got.In(text.French), fr) || !strings.Contains(got.In(text.English), tt.en) {
			t.Errorf("%s: %s / %s", tt.to, got.In(text.French), got.In(text.English))
		}
	}
}

// What all are to pay comes first, then a line about the tariff and about each EPCI, then what
// these amounts are made of; a count is told once.
func TestDifferencesInOrder(t *testing.T) {
	before, after := sampleRun(text.French), run(votedTariff(), text.French, pricing.Options{
		With: []string{"mobile-app"}, Set: []pricing.SetRate{{Component: "platform", Rate: rate("0.61")}},
	}, subsidised(), pricing.Counts{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26404, pricing.Schools: 152}})
	for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON(), workbook()} {
		found, err := after.Differences(f, written(t, f, before), written(t, f, after))
		if err != nil {
			t.Fatal(err)
		}
		var whose []string
		quantities := 0
		for _, d := range found {
			words, _, _ := strings.Cut(d.Text.In(text.French), ",")
			whose = append(whose, words)
			if f := fieldNamed(d.Field); f.quantity {
				quantities++
			}
		}
		one, other := "CA du Caudrésis et du Catésis (200030633)", "Rennes Métropole (243500139)"
		want := map[string][]string{
			"csv": {one, other, one, other}, "csv-fr": {one, other, one, other},
			"json": {"total", "grille", one, other, one, other, "total"},
			"xlsx": {"total", "grille", one, other, one, other, "total"},
		}[f.Name]
		if got := slices.Compact(whose); !slices.Equal(got, want) {
			t.Errorf("%s: %v; want %v", f.Name, got, want)
		}
		if quantities > 0 && f.Name != "csv" { // the others tell the count itself
			t.Errorf("%s: a count is said again, for %d lines: %v", f.Name, quantities, told(found))
		}
	}
}

// What an EPCI is to pay comes first, so that a cap on the lines does not hide it; its
// counts come last. All formats have the same order.
func TestDifferencesNetFirst(t *testing.T) {
	before := sampleRun(text.French)
	after := run(votedTariff(), text.French, pricing.Options{With: []string{"mobile-app"}},
		subsidised(), pricing.Counts{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26404, pricing.Schools: 152}})
	for _, f := range []Format[Run]{asCSVFR(), asJSON(), workbook()} {
		found, err := after.Differences(f, written(t, f, before), written(t, f, after))
		if err != nil {
			t.Fatal(err)
		}
		var fields []string
		for _, d := range found {
			if d.SIREN == "243500139" {
				fields = append(fields, d.Field)
			}
		}
		if len(fields) < 6 || !slices.Equal(fields[:3], []string{"net", "gross", "yearly"}) ||
			slices.Index(fields, "pupils") < slices.Index(fields, "accompaniment") {
			t.Errorf("%s: %v", f.Name, fields)
		}
		if f.Name == "csv-fr" {
			continue // it has no totals
		}
		at := slices.IndexFunc(found, func(d Difference) bool { return d.SIREN == "" && !strings.HasSuffix(d.Field, ".rates") })
		if at < 0 || found[at].Field != "net" {
			t.Errorf("%s: the totals do not begin with net: %v", f.Name, told(found))
		}
	}
}

// A name that changed, or a file saved again, is said for what it is.
func TestDifferencesWithoutFigures(t *testing.T) {
	before := sampleRun(text.French)
	before.Inputs = []counts.Input{{Name: "effectifs-2026.csv", SHA256: strings.Repeat("1", 64), Rows: 2, Kept: 2}}
	saved := before
	saved.Inputs = []counts.Input{{Name: "effectifs-2026.csv", SHA256: strings.Repeat("2", 64), Rows: 2, Kept: 2}}
	renamed := run(votedTariff(), text.French, pricing.Options{With: []string{"mobile-app"}},
		subsidised(), pricing.Counts{SIREN: "243500139", Name: "Rennes", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}})
	renamed.Inputs = saved.Inputs
	for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON(), workbook()} {
		old := written(t, f, before)
		found, err := renamed.Differences(f, old, written(t, f, renamed))
		if err != nil || len(found) != 1 ||
			found[0].Text.In(text.French) != "243500139, nom\u00a0: «\u00a0Rennes Métropole\u00a0» dans le document, «\u00a0Rennes\u00a0» d'après les données" {
			t.Errorf("%s: %v, %v", f.Name, found, err)
		}
	}
	for _, f := range []Format[Run]{asMarkdown(), asJSON(), workbook()} {
		found, err := saved.Differences(f, written(t, f, before), written(t, f, saved))
		if err != nil || len(found) != 1 || found[0].Text.In(text.French) !=
			"le fichier effectifs-2026.csv a été réenregistré (empreinte différente)\u00a0; aucun chiffre ne change" {
			t.Errorf("%s: %v, %v", f.Name, found, err)
		}
	}
}

// Line ends that somebody's git or editor changed are told apart from figures.
func TestDifferencesOfLineEnds(t *testing.T) {
	r := sampleRun(text.French)
	for _, f := range plainFormats() {
		fresh := written(t, f, r)
		for name, tt := range map[string]struct {
			old  []byte
			code string
		}{
			"LF":      {bytes.ReplaceAll(fresh, []byte("\r\n"), []byte("\n")), "check/line-ends"},
			"CR LF":   {bytes.ReplaceAll(bytes.ReplaceAll(fresh, []byte("\r"), nil), []byte("\n"), []byte("\r\n")), "check/line-ends"},
			"missing": {bytes.TrimRight(fresh, "\r\n"), "check/last-line-end"},
			"extra":   {append(bytes.Clone(fresh), "\n\n"...), "check/last-line-end"},
		} {
			if bytes.Equal(tt.old, fresh) {
				continue
			}
			found, err := r.Differences(f, tt.old, fresh)
			if err != nil || len(found) != 1 || found[0].Text.Code != tt.code || found[0].Text.Hint(text.English) == "" {
				t.Errorf("%s, %s: %v, %v", f.Name, name, found, err)
			}
		}
	}
	short := written(t, asMarkdown(), r)
	at := bytes.LastIndex(short[:len(short)-1], []byte("\n"))
	found, err := r.Differences(asMarkdown(), short[:at], short)
	if err != nil || len(found) != 1 || found[0].Was != "" || found[0].Is == "" {
		t.Errorf("a line that is not there: %v, %v", found, err)
	}
}

// A formula with the same value, a row under the totals: what was changed by hand in a
// workbook is found though no figure moved, and no more is claimed than was compared.
func TestDifferencesOfWorkbook(t *testing.T) {
	r := sampleRun(text.French)
	fresh := written(t, workbook(), r)
	names := namedColumns(opened(t, fresh).GetDefinedName())
	net, quantity := names[columnName(sumColumns, "net")], names[lineQuantity]
	for name, tt := range map[string]struct {
		change func(*excelize.File) error
		want   string
	}{
		"formula": {func(f *excelize.File) error {
			return f.SetCellFormula(net.sheet, cell(net.at, net.first), "1+1")
		}, "Synthèse!" + cell(net.at, net.first) + ", formule\u00a0: «\u00a0=1+1\u00a0» dans le document"},
		"no formula": {func(f *excelize.File) error {
			raw, err := f.GetCellValue(quantity.sheet, cell(quantity.at, quantity.first))
			if err != nil {
				return err
			}
			n, err := strconv.Atoi(raw)
			return errors.Join(err, f.SetCellValue(quantity.sheet, cell(quantity.at, quantity.first), n))
		}, "Détail!" + cell(quantity.at, quantity.first) + ", formule\u00a0: rien dans le document"},
		"more formulas": {func(f *excelize.File) error {
			return f.SetCellFormula("Sources", "Z99", "SUM(A1)")
		}, "Sources!Z99, formule\u00a0: «\u00a0=SUM(A1)\u00a0» dans le document, rien d'après les données"},
		"row under the totals": {func(f *excelize.File) error {
			return errors.Join(f.SetCellValue(net.sheet, cell(1, net.last+3), "200030633"),
				f.SetCellValue(net.sheet, cell(net.at, net.last+3), 12))
		}, "CA du Caudrésis et du Catésis (200030633), Net\u00a0: 12,00\u00a0€ dans le document, rien d'après les données"},
		"text": {func(f *excelize.File) error { return f.SetCellValue("Sources", "A1", "x") }, "seulement un texte"},
	} {
		found, err := r.Differences(workbook(), edited(t, fresh, tt.change), fresh)
		if err != nil || len(found) != 1 || !strings.Contains(found[0].Text.In(text.French), tt.want) {
			t.Errorf("%s: %v, %v", name, found, err)
		}
	}
}

// What was written reads back as what is written again: no figure is lost.
func TestFiguresOfEverything(t *testing.T) {
	for name, r := range allRuns() {
		for _, f := range []Format[Run]{asCSV(), asCSVFR(), asJSON()} {
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
	formats := []Format[Run]{asCSV(), asCSVFR(), asJSON()}
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
			found, err := sample.Differences(format, old, fresh[i])
			if same := bytes.Equal(old, fresh[i]); same != (len(found) == 0 && err == nil) {
				t.Errorf("%s: same bytes %v, %d differences, %v", format.Name, same, len(found), err)
			}
		}
	})
}
