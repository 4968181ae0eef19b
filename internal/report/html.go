package report

import (
	"bufio"
	"bytes"
	_ "embed" // the page's template and style
	"html/template"
	"io"
)

// asHTML is a page to read and to print: one file that asks nothing of the network and
// runs no script. It shows what the PDF shows ([paper]), with charts, and carries the calc
// JSON.
func asHTML() Format[Run] {
	return Format[Run]{
		Name: "html", Ext: ".html", Since: true, Write: writeHTML, Figures: figuresOfHTML, Beside: besideHTML,
		Begins: beginsHTML, Carried: carriedByHTML,
	}
}

//go:embed html.tmpl
var htmlTemplate string

//go:embed html.css
var htmlStyle string

// calcElement is the id of the element that carries the calc JSON.
const calcElement = "entcalc-calc"

func writeHTML(w io.Writer, r Run) error {
	page, err := newHTMLPage(r)
	if err != nil {
		return err
	}
	t, err := template.New("page").Parse(htmlTemplate)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, chunk)
	if err := t.Execute(b, page); err != nil {
		return err
	}
	return b.Flush()
}

// carriedScript is the calc JSON of a run as a script element holds it: as [writeJSON]
// writes it, with what could end the element, or begin another, as escapes. These are
// characters of strings only, so that the JSON says the same.
func carriedScript(r Run) (template.JS, error) {
	var b bytes.Buffer
	if err := writeJSON(&b, r); err != nil {
		return "", err
	}
	escaped := b.Bytes()
	for _, c := range []struct{ raw, escape string }{{"<", `\u003c`}, {">", `\u003e`}, {"&", `\u0026`}} {
		escaped = bytes.ReplaceAll(escaped, []byte(c.raw), []byte(c.escape))
	}
	return template.JS(escaped), nil //nolint:gosec // ours, and escaped above
}
