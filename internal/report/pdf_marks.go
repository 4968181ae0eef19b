package report

import (
	"fmt"
	"strings"
)

// figureTag is that of the marked content of a figure: no type of structure of the
// standard, so that nothing but [figuresOfPDF] minds it.
//
//	/EntcalcFigure <</SIREN (200030633) /Field (platform.rate)>> BDC … EMC
const figureTag = "EntcalcFigure"

// begin marks the texts that follow as a figure; more, as the rest of one that began on
// the page before.
func (p *press) begin(siren, field string, more bool) {
	if field == "" {
		return
	}
	rest := ""
	if more {
		rest = " /More true"
	}
	p.f.RawWriteStr("/" + figureTag + " <</SIREN " + pdfText(siren) + " /Field " + pdfText(field) + rest + ">> BDC")
}

// end closes what begin opened.
func (p *press) end(field string) {
	if field != "" {
		p.f.RawWriteStr("EMC")
	}
}

// pdfText writes a text as PDF has it between parentheses; what is not ASCII, by its bytes.
func pdfText(words string) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := range len(words) {
		switch c := words[i]; {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
	return b.String()
}

// greyBand is a band of light grey, from its lower left corner.
func greyBand(x, y, w, h length) string {
	return fmt.Sprintf("q 0.95 g %s %s %s %s re f Q", decimal2(x), decimal2(y), decimal2(w), decimal2(h))
}

// decimal2 writes a length in points, with two decimals.
func decimal2(l length) string {
	hundredths := (l + point/200) / (point / 100)
	return fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100)
}
