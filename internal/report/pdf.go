package report

import (
	"bytes"
	"io"
)

// asPDF is the document that is signed, annexed and filed: A4 pages with every figure
// marked, the calc document attached.
func asPDF() Format[Run] {
	return Format[Run]{Name: "pdf", Ext: ".pdf", Since: true, Write: writePDF, Figures: figuresOfPDF, Beside: besidePDF}
}

// writePDF lays a paper out:
//
//	pdf_press.go    pages, typefaces, texts and rules, where they are put
//	pdf_lines.go    texts that take several lines
//	pdf_columns.go  how wide the columns of tables are, and whether pages are upright
//	pdf_table.go    rows, what stays together
//	pdf_parts.go    the parts, their titles and bookmarks
//	pdf_head.go     the letterhead, the title, the facts; the closing and the signature
//
// and is read again from its pages: pdf_face.go, over pdf_file.go and pdf_lex.go.
func writePDF(w io.Writer, r Run) error {
	var calc bytes.Buffer
	if err := writeJSON(&calc, r); err != nil {
		return err
	}
	return layPDF(w, newPaper(r), calc.Bytes())
}

// layPDF lays a paper out, and attaches the calc document to it.
func layPDF(w io.Writer, d *paper, calc []byte) error {
	p := newPress(d)
	p.attach(calc)
	p.opening()
	for i := range d.parts {
		p.part(p.set(&d.parts[i], 0))
	}
	p.closing()
	for i := range d.annexes {
		p.part(p.setAs(&d.annexes[i], 0, lookOf(1)))
	}
	p.edges()
	return p.f.Output(w)
}
