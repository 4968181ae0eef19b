package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func emptyWorkbook(t testing.TB, tariff *pricing.Tariff, l text.Lang) []byte {
	t.Helper()
	document, err := CountsWorkbook(tariff, counts.Asked(tariff), l)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// emptyTariffs are those that empty workbooks are written for.
func emptyTariffs() map[string]*pricing.Tariff {
	named := votedTariff()
	named.Components[4].Columns = []string{`formations; dites "longues", <1 & 2>`}
	return map[string]*pricing.Tariff{
		"article 6": version4(), "rich": richTariff(), "tiered": tieredDraft(), "named": named, "none": {Version: "0"},
	}
}

// readCounts reads a workbook as calc does.
func readCounts(t *testing.T, document []byte, tariff *pricing.Tariff) (*counts.Table, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "effectifs.xlsx")
	if err := os.WriteFile(file, document, 0o644); err != nil {
		t.Fatal(err)
	}
	var found diag.List
	table, err := counts.Read(counts.Options{Files: []string{file}}, []*pricing.Tariff{tariff},
		func(int) (*pricing.Tariff, error) { return tariff, nil }, &found)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, d := range found.All() {
		said = append(said, d.Text.Code)
	}
	return table, strings.Join(said, " ")
}

// An empty workbook is read back as one without rows, whatever the tariff and the language;
// it is the same bytes each time, and its parts are XML.
func TestCountsWorkbook(t *testing.T) {
	for name, tariff := range emptyTariffs() {
		for _, l := range []text.Lang{text.French, text.English} {
			document := emptyWorkbook(t, tariff, l)
			for range 30 {
				if !bytes.Equal(document, emptyWorkbook(t, tariff, l)) {
					t.Fatalf("%s: other bytes", name)
				}
			}
			if _, said := readCounts(t, document, tariff); said != "counts/no-rows" {
				t.Errorf("%s in %s: %s", name, l, said)
			}
			for _, p := range []string{"xl/worksheets/sheet1.xml", "xl/comments1.xml", "docProps/core.xml"} {
				if err := wellFormed(part(t, document, p)); err != nil {
					t.Errorf("%s: %s: %v", name, p, err)
				}
			}
		}
	}
}

func wellFormed(document string) error {
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Every column says what it wants, and but for the name takes nothing else; what is new is
// part of the whole.
func TestCountsWorkbookColumns(t *testing.T) {
	for name, tariff := range emptyTariffs() {
		f := opened(t, emptyWorkbook(t, tariff, text.French))
		asked := counts.Asked(tariff)
		notes, err := f.GetComments("Effectifs")
		if err != nil || len(notes) != len(asked) {
			t.Errorf("%s: %d notes for %d columns (%v)", name, len(notes), len(asked), err)
		}
		checks, err := f.GetDataValidations("Effectifs")
		if err != nil || len(checks) != len(asked)-1 {
			t.Errorf("%s: %d validations for %d columns (%v)", name, len(checks), len(asked), err)
		}
		for _, check := range checks {
			if len([]rune(*check.Error)) > 225 || len([]rune(*check.ErrorTitle)) > 32 || len(check.Formula1) > 255 {
				t.Errorf("%s: too long for Excel: %+v", name, check)
			}
		}
	}
	f := opened(t, emptyWorkbook(t, version4(), text.French))
	checks, err := f.GetDataValidations("Effectifs")
	if err != nil {
		t.Fatal(err)
	}
	for sqref, want := range map[string]string{
		"C2:C2001": "whole 0 999999999", "E2:E2001": `whole 0 IF(C2="",999999999,C2)`, "H2:H2001": `list "oui,non" `,
	} {
		i := slices.IndexFunc(checks, func(v *excelize.DataValidation) bool { return v.Sqref == sqref })
		if i < 0 {
			t.Fatalf("nothing for %s", sqref)
		}
		if got := fmt.Sprint(checks[i].Type, " ", checks[i].Formula1, " ", checks[i].Formula2); got != want {
			t.Errorf("%s: %s", sqref, got)
		}
	}
	notes, err := f.GetComments("Effectifs")
	if err != nil || !strings.Contains(notes[2].Paragraph[0].Text, "Plateforme\u00a0: 0,60\u00a0€ par élève et par an (article 6)") {
		t.Errorf("%v (%v)", notes, err)
	}
}

// The formula knows sound SIRENs from others.
func TestLuhn(t *testing.T) {
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	for siren, want := range map[string]string{
		"200030633": "TRUE", "243500139": "TRUE", "356000000": "TRUE", "200042190": "TRUE", "200043396": "TRUE",
		"200030634": "FALSE", "243500193": "FALSE", "20003063": "", "2000306330": "FALSE", "200 030 633": "", "": "",
	} {
		if err := errors.Join(f.SetCellStr("Sheet1", "A2", siren), f.SetCellFormula("Sheet1", "B2", luhn("A2"))); err != nil {
			t.Fatal(err)
		}
		got, err := f.CalcCellValue("Sheet1", "B2")
		if want != "" && (got != want || err != nil) || want == "" && got == "TRUE" {
			t.Errorf("%q: %s (%v)", siren, got, err)
		}
	}
}

// filled is an empty workbook with two members in it, as somebody types them, and what they
// stand for.
func filled(t *testing.T, tariff *pricing.Tariff, l text.Lang) (document []byte, want []pricing.Counts) {
	t.Helper()
	f := opened(t, emptyWorkbook(t, tariff, l))
	sheet := f.GetSheetName(0)
	want = []pricing.Counts{
		{SIREN: "200030633", Name: "CA du Caudrésis et du Catésis", Of: of{}, Chosen: map[string]bool{}, Costs: map[string][]pricing.Cost{}},
		{SIREN: "243500139", Name: "Rennes Métropole", Of: of{}, Chosen: map[string]bool{}, Costs: map[string][]pricing.Cost{}},
	}
	for at, field := range counts.Asked(tariff) {
		for i := range want {
			var value any
			switch field.Kind {
			case fields.SIREN:
				value = want[i].SIREN
			case fields.Name:
				value = want[i].Name
			case fields.Count:
				value = 100*(at+1) + i
				if field.Basis.Once() {
					value = at + i
				}
				want[i].Of[field.Basis] = pricing.Quantity(value.(int))
			case fields.Choice:
				value = text.Yes().In(l)
				want[i].Chosen[field.Component.ID] = true
			case fields.Cost:
				value = 12.5
				want[i].Costs[field.Component.ID] = []pricing.Cost{{Amount: 12_50}}
			case fields.Subsidy:
				if len(tariff.Components) == 0 {
					continue // nothing to take it from
				}
				value = 0.25
				want[i].Subsidies = []pricing.Subsidy{{Amount: 25}}
			default:
				continue
			}
			if err := f.SetCellValue(sheet, cell(at+1, i+2), value); err != nil {
				t.Fatal(err)
			}
		}
	}
	return saved(t, f), want
}

// A workbook that was filled in is read as what was typed, also once LibreOffice has saved it.
func TestCountsWorkbookFilled(t *testing.T) {
	t.Parallel()
	documents, wants := make(map[string][]byte), make(map[string][]pricing.Counts)
	key := func(name string, l text.Lang) string { return strings.ReplaceAll(name, " ", "-") + "." + string(l) }
	for name, tariff := range emptyTariffs() {
		for _, l := range []text.Lang{text.French, text.English} {
			documents[key(name, l)], wants[key(name, l)] = filled(t, tariff, l)
		}
	}
	check := func(documents map[string][]byte) {
		for name, tariff := range emptyTariffs() {
			for _, l := range []text.Lang{text.French, text.English} {
				table, said := readCounts(t, documents[key(name, l)], tariff)
				if said != "" {
					t.Errorf("%s: %s", key(name, l), said)
					continue
				}
				got, err := pricing.Price(tariff, table.Rows, pricing.Options{})
				want, wantErr := pricing.Price(tariff, wants[key(name, l)], pricing.Options{})
				if err != nil || wantErr != nil {
					t.Fatal(err, wantErr)
				}
				if diff := cmp.Diff(wantFigures(&want), wantFigures(&got)); diff != "" {
					t.Errorf("%s: %s", key(name, l), diff)
				}
			}
		}
	}
	check(documents)
	check(recalculated(t, documents))
}
