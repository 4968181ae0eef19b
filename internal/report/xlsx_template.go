package report

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// filledRows is how many rows of an empty counts workbook are checked as they are filled in:
// there are some 1,250 EPCIs.
const filledRows = 2000

// CountsWorkbook writes an empty counts file for a tariff as a workbook: a header that says
// what each of the columns asked for wants, and cells that take nothing else. There is one
// sheet, so that calc reads it back.
func CountsWorkbook(t *pricing.Tariff, asked []fields.Field, l text.Lang) ([]byte, error) {
	b := &book{
		Run: Run{Statement: &pricing.Statement{Tariff: t}, Lang: l},
		f:   excelize.NewFile(), words: &terminal{lang: l}, looks: make(map[look]int),
	}
	b.cover, b.about = b.say(text.EmptyCounts()), b.say(text.OfTariff(b.tariffName()))
	e := emptyCounts{b, b.say(text.SheetCounts()), asked}
	b.fail(b.f.SetDefaultFont(fontName))
	b.fail(b.f.SetSheetName("Sheet1", e.sheet))
	tall := 1
	for i := range asked {
		e.column(i+1, asked[i])
		tall = max(tall, lines(e.header(asked[i]), e.width(asked[i])))
	}
	b.fail(b.f.SetRowHeight(e.sheet, 1, float64(14*tall+8)))
	e.page()
	b.properties()
	var document bytes.Buffer
	if b.err == nil {
		b.f.SetZipWriter(newSortedZip)
		b.fail(b.f.Write(&document))
	}
	return document.Bytes(), errors.Join(b.err, b.f.Close())
}

// An emptyCounts is an empty counts workbook on its way.
type emptyCounts struct {
	*book
	sheet string
	asked []fields.Field
}

// header is what a column is called: the reader knows it whatever its case and signs.
func (e *emptyCounts) header(f fields.Field) string {
	header := capital(strings.ReplaceAll(f.Header(e.Lang), "_", " "))
	if f.Kind == fields.SIREN || f.Kind == fields.Name {
		header = strings.NewReplacer("siren", "SIREN", "Siren", "SIREN", "Epci", "EPCI").Replace(header)
	}
	return header
}

// width is that of a column, in characters.
func (e *emptyCounts) width(f fields.Field) int {
	if f.Kind == fields.Name {
		return longNameOnce
	}
	return columnOf(e.header(f), 12).width
}

// column writes the header of a column, what it wants, and the checks of its cells.
func (e *emptyCounts) column(at int, f fields.Field) {
	name, header := diag.ColumnName(at), e.header(f)
	format := ""
	switch f.Kind {
	case fields.SIREN:
		format = "@"
	case fields.Count:
		format = countFormat
	case fields.Cost, fields.Subsidy:
		format = euroFormat(e.Lang, 2)
	case fields.Name, fields.Choice, fields.Year, fields.Units, fields.Voted, fields.Amount, fields.Plain:
	}
	e.fail(e.f.SetColWidth(e.sheet, name, name, float64(e.width(f))))
	e.fail(e.f.SetColStyle(e.sheet, name, e.style(look{format: format, center: f.Kind == fields.Choice})))
	e.fail(e.f.SetCellStr(e.sheet, cell(at, 1), header))
	e.fail(e.f.SetCellStyle(e.sheet, cell(at, 1), cell(at, 1), e.style(look{bold: true, wrap: true, center: true, head: true})))
	if note := e.note(f); note != "" {
		e.fail(e.f.AddComment(e.sheet, excelize.Comment{
			Cell: cell(at, 1), Author: "entcalc", Width: 300, Height: uint(24 + 18*lines(note, 44)),
			Paragraph: []excelize.RichTextRun{{Text: note, Font: &excelize.Font{Family: fontName, Size: 9, Color: "000000"}}},
		}))
	}
	if check := e.validation(at, f); check != nil && e.err == nil {
		check.Sqref = cell(at, 2) + ":" + cell(at, 1+filledRows)
		escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;") // the library writes formulas as they are
		check.Formula1, check.Formula2 = escaped.Replace(check.Formula1), escaped.Replace(check.Formula2)
		e.fail(e.f.AddDataValidation(e.sheet, check))
	}
}

// note says what a column wants, and what is charged on it.
func (e *emptyCounts) note(f fields.Field) string {
	var notes []string
	add := func(p text.Phrase) { notes = append(notes, e.say(p)) }
	switch f.Kind {
	case fields.SIREN:
		add(text.SIRENNote())
	case fields.Name:
		add(text.NameNote())
	case fields.Count:
		add(text.CountNote(e.basis(f.Basis)))
		if f.Basis.Once() {
			add(text.NewNote())
		}
		for i := range e.Statement.Tariff.Components {
			if c := &e.Statement.Tariff.Components[i]; c.Basis == f.Basis {
				notes = append(notes, "– "+e.priced(c))
			}
		}
	case fields.Choice:
		notes = append(notes, e.priced(f.Component))
		add(text.ChoiceNote())
	case fields.Cost:
		notes = append(notes, e.priced(f.Component))
		add(text.CostNote())
	case fields.Subsidy:
		add(text.SubsidyNote())
	case fields.Year, fields.Units, fields.Voted, fields.Amount, fields.Plain:
	}
	return strings.Join(notes, "\n")
}

// priced says what a component is charged at.
func (e *emptyCounts) priced(c *pricing.Component) string {
	rate := e.words.rates(c.Tiers, c.Volume)
	if len(c.Tiers) > 0 {
		rate += " " + e.unit(c)
	}
	return e.say(text.PricedAt(e.words.component(c), rate, text.Safe(c.Article)))
}

// validation is what the cells of a column take; nil for anything.
func (e *emptyCounts) validation(at int, f fields.Field) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	first := cell(at, 2)
	refuse := func(why text.Phrase) {
		v.SetError(excelize.DataValidationErrorStyleStop, e.say(text.CellRefused()), e.say(why))
	}
	switch f.Kind {
	case fields.SIREN: // a warning: other keys exist, and are few
		v.Type, v.Formula1 = "custom", luhn(first)
		v.SetError(excelize.DataValidationErrorStyleWarning, e.say(text.CellDoubtful()), e.say(text.BadSIRENCell()))
	case fields.Count:
		v.Type, v.Operator, v.Formula1, v.Formula2 = "whole", "between", "0", "999999999"
		refuse(text.BadCountCell())
		if whole, header := e.whole(f.Basis); whole != "" {
			v.Formula2 = fmt.Sprintf(`IF(%[1]s="",999999999,%[1]s)`, whole)
			refuse(text.BadNewCell(header))
		}
	case fields.Choice:
		e.fail(v.SetDropList([]string{e.say(text.Yes()), e.say(text.No())}))
		refuse(text.BadChoiceCell())
	case fields.Cost, fields.Subsidy:
		v.Type = "custom"
		v.Formula1 = fmt.Sprintf("AND(ISNUMBER(%[1]s),%[1]s>=0,%[1]s<1000000000000,ROUND(%[1]s,2)=%[1]s)", first)
		refuse(text.BadEurosCell())
	case fields.Name, fields.Year, fields.Units, fields.Voted, fields.Amount, fields.Plain:
		return nil
	}
	return v
}

// whole is the first cell, and the header, of the count that a count of what is new is part
// of; "" for other counts, and where there is no such column.
func (e *emptyCounts) whole(basis pricing.Basis) (at, header string) {
	for i, f := range e.asked {
		if basis.Once() && f.Kind == fields.Count && f.Basis == basis.Whole() {
			return cell(i+1, 2), text.Quote(e.header(f))
		}
	}
	return "", ""
}

// luhn tests the key of the SIREN in a cell: every second digit is doubled, and what passes 9
// loses it. A validation takes no list of constants, and 255 characters.
func luhn(at string) string {
	digit := func(n int) string { return fmt.Sprintf("MID(%s,%d,1)", at, n) }
	var sum strings.Builder
	for n := 1; n <= 9; n++ {
		sum.WriteString("+" + digit(n))
		if n%2 == 0 {
			sum.WriteString("*2-9*(" + digit(n) + `>"4")`)
		}
	}
	return "AND(LEN(" + at + ")=9,MOD(" + sum.String()[1:] + ",10)=0)"
}

// page freezes the header, and sets up how the sheet is printed.
func (e *emptyCounts) page() {
	orientation, a4, wide, tall := "landscape", 9, 1, 0
	fits := true
	keys := min(2, len(e.asked)-1) // stay in view
	e.fail(e.f.SetPanes(e.sheet, &excelize.Panes{
		Freeze: true, XSplit: keys, YSplit: 1, TopLeftCell: cell(keys+1, 2), ActivePane: "bottomRight",
	}))
	e.fail(e.f.SetPageLayout(e.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	e.fail(e.f.SetSheetProps(e.sheet, &excelize.SheetPropsOptions{FitToPage: &fits}))
	e.fail(e.f.AddIgnoredErrors(e.sheet, cell(1, 2)+":"+cell(1, 1+filledRows), excelize.IgnoredErrorsNumberStoredAsText))
	e.scoped(e.sheet, "_xlnm.Print_Titles", inSheet(e.sheet, "$1:$1"))
}
