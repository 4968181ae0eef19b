package report

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// fontName is a font that every program has, or has one of the same widths for.
const fontName = "Arial"

// The colours: sober, and readable when printed in black.
const (
	headFill  = "DCE6F1"
	ruleColor = "BFBFBF"
	alertInk  = "C00000"
	idleInk   = "595959"
)

// A look is how a cell is shown.
type look struct {
	format string // of numbers; "" for text
	size   int    // in points; 0 is that of the sheet
	indent int
	bold, italic, wrap,
	center, right bool
	head  bool // of a table
	body  bool // a line under it
	total bool // a line over it
	alert bool // a simulation
	idle  bool // not a figure of its own: it follows another
}

// style gives the library's style for a look.
func (b *book) style(l look) int {
	if id, known := b.looks[l]; known {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 10, Bold: l.bold, Italic: l.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: l.wrap, Indent: l.indent},
	}
	if l.size > 0 {
		s.Font.Size = float64(l.size)
	}
	if l.alert {
		s.Font.Color = alertInk
	}
	if l.idle {
		s.Font.Color = idleInk
	}
	switch {
	case l.center:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal = "right"
	case l.indent > 0:
		s.Alignment.Horizontal = "left"
	}
	if l.format != "" {
		format := l.format // a copy: the look itself stays off the heap where it is known
		s.CustomNumFmt = &format
	}
	switch {
	case l.head:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}}
		s.Border = rules("top", "bottom", "left", "right")
	case l.total:
		s.Border = []excelize.Border{{Type: "top", Style: 1, Color: "000000"}, {Type: "bottom", Style: 6, Color: "000000"}}
	case l.body:
		s.Border = rules("bottom")
	}
	id, err := b.f.NewStyle(s)
	b.fail(err)
	b.looks[l] = id
	return id
}

// rules are thin lines at sides of a cell.
func rules(sides ...string) []excelize.Border {
	all := make([]excelize.Border, len(sides))
	for i, side := range sides {
		all[i] = excelize.Border{Type: side, Style: 1, Color: ruleColor}
	}
	return all
}

// countFormat shows counts; the program sets the thousands by its language.
const countFormat = "#,##0"

// euroFormat shows euros with that many decimals; the program sets separators by its
// language.
func euroFormat(l text.Lang, decimals int) string {
	digits := "#,##0"
	if decimals > 0 {
		digits += "." + strings.Repeat("0", decimals)
	}
	if l == text.English {
		return `"€"` + digits
	}
	return digits + `"` + noBreakSpace + `€"`
}

// rateFormat shows a rate with the decimals that it was voted with.
func rateFormat(l text.Lang, r pricing.Rate) string {
	_, decimals, _ := strings.Cut(r.String(), ".")
	return euroFormat(l, len(decimals))
}

// text is a cell of text. Text stays text, whatever it begins with.
func (b *book) text(l look, s string) excelize.Cell {
	return excelize.Cell{StyleID: b.style(l), Value: s}
}

// blank is a cell with nothing but its look.
func (b *book) blank(l look) excelize.Cell { return excelize.Cell{StyleID: b.style(l)} }

// count is a cell of units; formula may be blank.
func (b *book) count(l look, q pricing.Quantity, formula string) excelize.Cell {
	l.format = countFormat
	return excelize.Cell{StyleID: b.style(l), Value: int64(q), Formula: formula}
}

// euros is a cell of an amount; formula may be blank.
func (b *book) euros(l look, amount pricing.Cents, formula string) excelize.Cell {
	l.format = euroFormat(b.Lang, 2)
	return b.exact(l, amount.String(), formula)
}

// rate is a cell of a rate; formula may be blank.
func (b *book) rate(l look, r pricing.Rate, formula string) excelize.Cell {
	l.format = rateFormat(b.Lang, r)
	return b.exact(l, r.String(), formula)
}

func (b *book) exact(l look, decimal, formula string) excelize.Cell {
	f, err := workbookNumber(decimal)
	b.fail(err)
	return excelize.Cell{StyleID: b.style(l), Value: f, Formula: formula}
}
