package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// workbookRuns are runs of every kind, each in both languages.
func workbookRuns(t testing.TB) map[string]Run {
	all := make(map[string]Run)
	for _, some := range []map[string]Run{allRuns(), shownRuns(t)} {
		for name, r := range some {
			for _, l := range []text.Lang{text.French, text.English} {
				r.Lang = l
				all[strings.ReplaceAll(name, " ", "-")+"."+string(l)] = r
			}
		}
	}
	// Two members: a mission not done (no minimum), and one done in part of the schools.
	declared := tieredDraft()
	low := pricing.Cents(100_00)
	declared.Components[1].Minimum, declared.Components[5].Minimum = &low, &low
	declared.Components[1].Tiers = declared.Components[0].Tiers
	undone, partly := fullMember(), fullMember()
	undone.SIREN, undone.Declared = "200042190", map[string]pricing.Quantity{"audit": 0, "mobile-app": 0}
	undone.Chosen, undone.Costs = nil, map[string][]pricing.Cost{"training": {{}}}
	partly.Declared = map[string]pricing.Quantity{"audit": 1, "mobile-app": 1500}
	all["declared.fr"] = tableRun(t, declared, pricing.Options{}, undone, partly)
	signed := signedRun(t)
	all["signed.fr"], all["call.fr"] = signed, signed.CallOf(2)
	signed.Lang = text.English
	all["call.en"] = signed.CallOf(0)
	all["tiered-call.fr"] = all["tiered.fr"].CallOf(0)
	return all
}

func opened(t testing.TB, document []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(document), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// part gives the text of one part of a workbook.
func part(t testing.TB, document []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// cachedCells gives the value of every cell that is a number, by sheet and cell.
func cachedCells(t testing.TB, f *excelize.File) (values, formulas map[string]string) {
	t.Helper()
	values, formulas = make(map[string]string), make(map[string]string)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x, value := range row {
				at := cell(x+1, y+1)
				values[sheet+"!"+at] = value
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if formula != "" {
					formulas[sheet+"!"+at] = formula
				}
			}
		}
	}
	return values, formulas
}

// wholeCents rounds away what a sum of binary numbers leaves in the 15th digit.
func wholeCents(t testing.TB, raw string) string {
	t.Helper()
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(f, 'f', 6, 64)
}

// The value cached with every formula is the one that the formula gives, by the
// library's own engine.
func TestWorkbookCached(t *testing.T) {
	for name, r := range workbookRuns(t) {
		if r.Lang == text.English && name != "rich-set.en" {
			continue // the formulas are the same
		}
		if len(r.Schools) > 0 {
			continue // to the library, a SIREN in COUNTIFS is a number, and no text is one; see TestWorkbookInOffice
		}
		t.Run(name, func(t *testing.T) {
			f := opened(t, written(t, workbook(), r))
			values, formulas := cachedCells(t, f)
			if len(r.Statement.Contributions) > 0 && len(r.Statement.Tariff.Components) > 0 && len(formulas) < 10 {
				t.Errorf("%d formulas only", len(formulas))
			}
			for at, formula := range formulas {
				sheet, ref, _ := strings.Cut(at, "!")
				if sheet == newBook(r).names.checks {
					continue // the library's engine multiplies no columns; see TestWorkbookInOffice
				}
				got, err := f.CalcCellValue(sheet, ref)
				if err != nil || wholeCents(t, got) != wholeCents(t, values[at]) {
					t.Errorf("%s =%s: %q is cached, %q computed (%v)", at, formula, values[at], got, err)
				}
			}
		})
	}
}

func TestWorkbookSameBytes(t *testing.T) {
	for name, r := range workbookRuns(t) {
		first := written(t, workbook(), r)
		times := 1
		if name == "tiered.fr" {
			times = 30
		}
		for range times {
			if !bytes.Equal(first, written(t, workbook(), r)) {
				t.Fatalf("%s: other bytes", name)
			}
		}
	}
}

// The text of the file is the amount's own, up to 15 digits; beyond, an error.
func TestWorkbookNumber(t *testing.T) {
	f := excelize.NewFile()
	stream, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	add := func(amount string) {
		number, err := workbookNumber(amount)
		if err != nil {
			t.Fatalf("%s: %v", amount, err)
		}
		want = append(want, amount)
		if err := stream.SetRow(cell(1, len(want)), []any{excelize.Cell{Value: number, Formula: "1"}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, amount := range []string{"0.00", "0.01", "-0.01", "0.10", "600.00", "-250.00", "1004.99", "0.000001", "999999.999999", "9999999999999.99", "-9999999999999.99", "300"} {
		add(amount)
	}
	rapid.Check(t, func(t *rapid.T) {
		for range 100 {
			digits := rapid.IntRange(1, 15).Draw(t, "digits")
			most := pricing.Cents(1)
			for range digits {
				most *= 10
			}
			add(pricing.Cents(rapid.Int64Range(int64(1-most), int64(most-1)).Draw(t, "cents")).String())
		}
	})
	if err := stream.Flush(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	var sheet struct {
		Values []string `xml:"sheetData>row>c>v"`
	}
	if err := xml.Unmarshal([]byte(part(t, b.Bytes(), "xl/worksheets/sheet1.xml")), &sheet); err != nil {
		t.Fatal(err)
	}
	if len(sheet.Values) != len(want) {
		t.Fatalf("%d values, want %d", len(sheet.Values), len(want))
	}
	for i, got := range sheet.Values {
		if plainNumber(got) != plainNumber(want[i]) {
			t.Errorf("%s is written %s", want[i], got)
		}
	}
	for _, amount := range []string{"10000000000000.01", "-99999999999999.99", "9007199254740993.00", "92233720368547758.07", "1e3", "x", ""} {
		var refused diag.Usage
		if number, err := workbookNumber(amount); !errors.As(err, &refused) {
			t.Errorf("%s gives %v", amount, number)
		}
	}
}

// What begins like a formula, or would break XML, is text.
func TestWorkbookText(t *testing.T) {
	r := run(richTariff(), text.French, pricing.Options{}, hostile())
	r.Statement.Contributions[0].SIREN = "012345678"
	f := opened(t, written(t, workbook(), r))
	sheet, row := f.GetSheetName(0), newBook(r).members.first
	for column, want := range map[int]string{1: "012345678", 2: text.Safe(hostile().Name)} {
		kind, err := f.GetCellType(sheet, cell(column, row))
		if err != nil || kind != excelize.CellTypeInlineString {
			t.Errorf("column %d is of type %d (%v)", column, kind, err)
		}
		if got, _ := f.GetCellValue(sheet, cell(column, row)); got != want {
			t.Errorf("column %d: %q, want %q", column, got, want)
		}
	}
	long := run(votedTariff(), text.French, pricing.Options{}, subsidised())
	long.Statement.Contributions[0].Name = strings.Repeat("𝒜&", 40_000)
	got, _ := opened(t, written(t, workbook(), long)).GetCellValue(sheet, cell(2, newBook(long).members.first))
	if got == "" || !strings.HasPrefix(long.Statement.Contributions[0].Name, got) {
		t.Errorf("a long name became %.40q", got)
	}
}

// Names of rates are as the design of the workbook has them, and never twice.
func TestWorkbookNames(t *testing.T) {
	draft := tieredDraft()
	draft.Components = append(draft.Components,
		pricing.Component{ID: "a-1", Label: words("A", "A"), Basis: pricing.Pupils, Tiers: flat("1")},
		pricing.Component{ID: "a", Label: words("A", "A"), Basis: pricing.Pupils, Tiers: draft.Components[0].Tiers},
		pricing.Component{ID: "r1c1", Label: words("A", "A"), Basis: pricing.Pupils, Tiers: flat("1"), Maximum: cents(1)})
	r := tableRun(t, draft, pricing.Options{}, fullMember())
	for l, want := range map[text.Lang][]string{
		text.French:  {"tarif_mobile_app", "tarif_1_platform", "borne_2_platform", "minimum_administration", "tarif_a_1", "tarif_1_a", "tarif_r1c1"},
		text.English: {"rate_mobile_app", "rate_3_platform", "bound_1_support", "maximum_accompaniment", "maximum_r1c1"},
	} {
		r.Lang = l
		var names []string
		for _, name := range opened(t, written(t, workbook(), r)).GetDefinedName() {
			names = append(names, name.Scope+"!"+name.Name)
		}
		slices.Sort(names)
		if n := len(slices.Compact(slices.Clone(names))); n != len(names) {
			t.Errorf("%d names, %d distinct", len(names), n)
		}
		for _, name := range want {
			if !slices.Contains(names, "Workbook!"+name) {
				t.Errorf("no name %s among %s", name, names)
			}
		}
	}
	r.Statement.Tariff.Components[0].ID = strings.Repeat("x", 300)
	var refused diag.Usage
	if err := workbook().Write(io.Discard, r); !errors.As(err, &refused) || refused.Text.Code != "xlsx/long-id" {
		t.Errorf("a long id gives %v", err)
	}
}

// Nothing of the library's, of the clock or of the machine is in the document.
func TestWorkbookParts(t *testing.T) {
	document := written(t, workbook(), sampleRun(text.French))
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range archive.File {
		if (i == 0) != (file.Name == contentTypes) {
			t.Errorf("%s is part %d", file.Name, i)
		}
		if file.Modified.UTC().Format("2006-01-02") != "1980-01-01" {
			t.Errorf("%s is of %s", file.Name, file.Modified)
		}
		content := part(t, document, file.Name)
		for _, alien := range []string{"xuri", "Excelize", "dcterms", "2006-09-16"} {
			if strings.Contains(content, alien) {
				t.Errorf("%s holds %s", file.Name, alien)
			}
		}
	}
	if core := part(t, document, "docProps/core.xml"); !strings.Contains(core, "Contributions à l&#39;ENT, exercice 2026") {
		t.Error(core)
	}
}

// Columns are described from left to right: the format wants it so.
func TestWorkbookColumns(t *testing.T) {
	document := written(t, workbook(), sampleRun(text.French))
	widths := regexp.MustCompile(`<col min="(\d+)"`)
	for n := 1; n <= 4; n++ {
		last := 0
		for _, m := range widths.FindAllStringSubmatch(part(t, document, fmt.Sprintf("xl/worksheets/sheet%d.xml", n)), -1) {
			column, _ := strconv.Atoi(m[1])
			if column <= last {
				t.Errorf("sheet %d: column %d after %d", n, column, last)
			}
			last = column
		}
		if last == 0 {
			t.Errorf("sheet %d describes no columns", n)
		}
	}
}

// A page is set up for A4, with the header on each page, and a filter on Détail. Where pages
// are told to begin, a scale is set.
func TestWorkbookPages(t *testing.T) {
	f := opened(t, written(t, workbook(), sampleRun(text.French)))
	scoped := make(map[string]string)
	for _, name := range f.GetDefinedName() {
		scoped[name.Scope+"!"+name.Name] = name.RefersTo
	}
	for sheet, fits := range map[string]bool{"Synthèse": false, "Détail": false, "Tarifs": true, "Sources": true} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || fits && (*layout.FitToWidth != 1 || *layout.FitToHeight != 0) || !fits && *layout.AdjustTo < 60 {
			t.Errorf("%s: %+v (%v)", sheet, layout, err)
		}
		props, err := f.GetSheetProps(sheet)
		if err != nil || *props.FitToPage != fits {
			t.Errorf("%s fits its page: %v (%v)", sheet, !fits, err)
		}
		if scoped[sheet+"!_xlnm.Print_Area"] == "" || sheet != "Sources" && scoped[sheet+"!_xlnm.Print_Titles"] == "" {
			t.Errorf("%s: %s", sheet, scoped)
		}
	}
	if scoped["Détail!_xlnm._FilterDatabase"] == "" {
		t.Error("no filter")
	}
}

// wideRun has so many components that Synthèse would take several pages.
func wideRun(t *testing.T, components int) Run {
	tariff := version4()
	for i := range components {
		tariff.Components = append(tariff.Components, pricing.Component{
			ID: fmt.Sprintf("part-%d", i), Label: words(fmt.Sprintf("Prestation supplémentaire n° %d", i), ""),
			Basis: pricing.Pupils, Tiers: flat("0.10"),
		})
	}
	return tableRun(t, tariff, pricing.Options{}, alike(60)...)
}

// A name that fits its column has a row of one line.
func TestWorkbookLongNames(t *testing.T) {
	b := newBook(wideRun(t, 0))
	for _, name := range []string{
		"CC du Pays de Dol et de la Baie du Mont Saint-Michel", "Communauté de communes de l'Éœéèêàâ Éœéèêàâ Éœéèêàâ Éœéèêàâ",
	} {
		if h := b.lines.height(memberOfLine, name); h != bodyHeight {
			t.Errorf("%s: a row of %d points", name, h)
		}
	}
	r := tableRun(t, version4(), pricing.Options{}, pricing.Counts{
		SIREN: "200070670", Name: "CC du Pays de Dol et de la Baie du Mont Saint-Michel", Of: of{pricing.Pupils: 1419, pricing.Schools: 16},
	})
	if s := newBook(r).members.shape; s.height(2, r.Statement.Contributions[0].Name) != bodyHeight {
		t.Error("two lines in Synthèse")
	}
}

// Marks that a reader must not miss.
func TestWorkbookFace(t *testing.T) {
	runs := workbookRuns(t)
	for name, want := range map[string][]string{
		"sample.fr":    {"Contributions à l'ENT, exercice 2026", "faute de décompte", "Délibération 2019-12"},
		"none.fr":      {"aucun élève"},
		"simulated.en": {"SIMULATION", "€0.65 instead of €0.60", "left out"},
		"tiered.fr":    {"SIMULATION", "projet"},
		"question.en":  {"No EPCI named"},
	} {
		r := runs[name]
		rows, err := opened(t, written(t, workbook(), r)).GetRows(newBook(r).names.summary)
		if err != nil {
			t.Fatal(err)
		}
		face := fmt.Sprint(rows)
		for _, words := range want {
			if !strings.Contains(face, words) {
				t.Errorf("%s: no %q in %.400s", name, words, face)
			}
		}
	}
}

func TestWorkbookTooManyRows(t *testing.T) {
	row := subsidised()
	row.Costs = map[string][]pricing.Cost{"training": make([]pricing.Cost, excelize.TotalRows)}
	row.Subsidies = nil
	var refused diag.Usage
	err := workbook().Write(io.Discard, run(votedTariff(), text.French, pricing.Options{}, row))
	if !errors.As(err, &refused) || refused.Text.Code != "xlsx/too-many-rows" {
		t.Errorf("%v", err)
	}
}

func TestWorkbookTooLarge(t *testing.T) {
	row := subsidised()
	row.Costs = map[string][]pricing.Cost{"training": slices.Repeat([]pricing.Cost{{Amount: pricing.MaxEuros}}, 11)}
	var refused diag.Usage
	err := workbook().Write(io.Discard, run(votedTariff(), text.French, pricing.Options{}, row))
	if !errors.As(err, &refused) || refused.Text.Code != "xlsx/inexact" {
		t.Errorf("%v", err)
	}
}

// What people read beside the figures: bounds say what they change, how tiers work is said
// of tiers only, rates keep the decimals that were voted, rows at 0 are grey.
func TestWorkbookWords(t *testing.T) {
	r := tableRun(t, tieredDraft(), pricing.Options{}, fullMember())
	f := opened(t, written(t, workbook(), r))
	joined := func(sheet string) (rows []string) {
		all, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all {
			rows = append(rows, strings.Join(row, "|"))
		}
		return rows
	}
	has := func(sheet, words string) bool {
		return slices.ContainsFunc(joined(sheet), func(row string) bool { return strings.Contains(row, words) })
	}
	for sheet, words := range map[string][]string{
		"Détail":  {"|complément au minimum de 250,00\u00a0€", "|réduction au maximum de 5\u202f000,00\u00a0€", "TOTAL net des lignes affichées"},
		"Tarifs":  {"tranches progressives", "par unité d'assiette (habitants) et par an"},
		"Sources": {"Version|", "Nom|", "Choix|grille "},
	} {
		for _, w := range words {
			if !has(sheet, w) {
				t.Errorf("%s lacks %q: %q", sheet, w, joined(sheet))
			}
		}
	}
	for _, row := range joined("Tarifs") {
		if strings.Contains(row, "– m") && strings.Contains(row, "tranches") {
			t.Errorf("tiers are said of a bound: %s", row)
		}
	}
	if formats, err := f.GetConditionalFormats("Détail"); err != nil || len(formats) != 1 {
		t.Errorf("rows at 0 are not grey: %v, %v", formats, err)
	}
	for exact, want := range map[string]string{"300": "#,##0\"\u00a0€\"", "0.60": "#,##0.00\"\u00a0€\"", "0.015": "#,##0.000\"\u00a0€\""} {
		if got := rateFormat(text.French, rate(exact)); got != want {
			t.Errorf("%s: %s, want %s", exact, got, want)
		}
	}
}
