package report

import (
	"bytes"
	"io"

	"github.com/entcalc/entcalc/internal/pdf"
)

// asPDF is the document that is signed, annexed and filed: A4 pages with every figure
// marked, the calc document attached.
func asPDF() Format[Run] {
	return Format[Run]{
		Name: "pdf", Ext: ".pdf", Since: true, Write: writePDF, Figures: figuresOfPDF, Beside: besidePDF,
		Begins: pdf.Begins, Carried: carriedByPDF, Plain: plainPDF,
	}
}

// writePDF lays a paper out:
//
//	pdf_press.go    pages, typefaces, texts and rules, where they are put
//	pdf_glyphs.go   which characters the typeface has
//	pdf_lines.go    texts that take several lines
//	pdf_columns.go  how wide the columns of tables are, and whether their pages stand or lie
//	pdf_table.go    rows, what stays together
//	pdf_parts.go    the parts, their titles and bookmarks
//	pdf_head.go     the letterhead, the title, the facts
//	pdf_closing.go  the last figures, the sum in words, the signature
//	pdf_finish.go   what the library does not write, or not so
//
// and is read again from its pages: pdf_face.go, over [pdf.File].
func writePDF(w io.Writer, r Run) error {
	var calc bytes.Buffer
	if err := writeJSON(&calc, r); err != nil {
		return err
	}
	return layPDF(w, newPaper(r), calc.Bytes())
}

// layPDF lays a paper out, and attaches the calc document to it.
func layPDF(w io.Writer, d *paper, calc []byte) error {
	p := pressed(d)
	p.attach(calc)
	var document bytes.Buffer
	if err := p.f.Output(&document); err != nil {
		return err
	}
	steadyLogo(document.Bytes())
	return pdf.Rewrite(w, document.Bytes(), d.finish)
}

// pressed is a paper on its pages.
func pressed(d *paper) *press {
	p := newPress(d)
	p.opening()
	p.body()
	for i := range d.annexes {
		annex := p.set(&d.annexes[i], 0, lookOf(1))
		p.keep(p.high(&annex)) // it is not begun under a signature
		p.part(annex, 0)
	}
	p.edges()
	return p
}
