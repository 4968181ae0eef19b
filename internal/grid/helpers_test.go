package grid

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// sirenHeader knows the headers of the tests.
func sirenHeader(cells []string) bool { return slices.Contains(cells, "siren") }

// write makes a file of the test's own.
func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A line is a row as tests see it.
type line struct {
	number int
	cells  string // parted by ·
	kinds  string // a letter each
	hidden bool
}

// readAll walks a file to its end.
func readAll(t testing.TB, name string, o Options) ([]line, Detected, error) {
	t.Helper()
	if o.Header == nil {
		o.Header = sirenHeader
	}
	if o.SheetFlag == "" {
		o.SheetFlag = "--sheet"
	}
	g, err := Open(name, o)
	if err != nil {
		return nil, Detected{}, err
	}
	defer func() {
		if err := g.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}()
	var lines []line
	for {
		row, err := g.Next()
		if errors.Is(err, io.EOF) {
			return lines, g.Detected(), nil
		}
		if err != nil {
			return lines, Detected{}, err
		}
		if row.Kinds != nil && len(row.Kinds) != len(row.Cells) {
			t.Errorf("%d kinds of %d cells", len(row.Kinds), len(row.Cells))
		}
		l := line{number: row.Line, cells: strings.Join(row.Cells, "·"), hidden: row.Hidden}
		kinds := make([]byte, len(row.Kinds))
		for i, k := range row.Kinds {
			kinds[i] = "tnbdfu"[k]
		}
		l.kinds = string(kinds)
		lines = append(lines, l)
	}
}

// outcome is what ended the reading of a file: a code and a place.
func outcome(err error) string {
	var fault *Fault
	var system diag.System
	var usage diag.Usage
	switch {
	case err == nil:
		return "read"
	case errors.As(err, &fault):
		at := fault.Place
		at.File = filepath.Base(at.File)
		return at.String() + " " + fault.Text.Code
	case errors.As(err, &system):
		return system.Text.Code
	case errors.As(err, &usage):
		return usage.Text.Code
	}
	return "untyped: " + err.Error()
}

// spoken checks that a message has words in both languages.
func spoken(t testing.TB, m text.Message) {
	t.Helper()
	if m.In(text.French) == "" || m.In(text.English) == "" {
		t.Errorf("%s has no words", m.Code)
	}
}

// A book is a workbook made by hand: its parts, in order.
type book struct{ names, bodies []string }

func (b *book) add(name, body string) *book {
	b.names, b.bodies = append(b.names, name), append(b.bodies, body)
	return b
}

// set replaces a part, or adds it.
func (b *book) set(name, body string) *book {
	if i := slices.Index(b.names, name); i >= 0 {
		b.bodies[i] = body
		return b
	}
	return b.add(name, body)
}

func (b *book) drop(name string) *book {
	i := slices.Index(b.names, name)
	b.names, b.bodies = slices.Delete(b.names, i, i+1), slices.Delete(b.bodies, i, i+1)
	return b
}

func (b *book) into(t testing.TB, z *zip.Writer) {
	t.Helper()
	for i, name := range b.names {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, b.bodies[i])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func (b *book) bytes(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	b.into(t, z)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	bookPart = "xl/workbook.xml"
	relPart  = "xl/_rels/workbook.xml.rels"
	data1    = "xl/worksheets/sheet1.xml"
)

// books makes a workbook of sheets named Feuil1, Feuil2 and so on, each given as the
// content of its worksheet element.
func books(sheets ...string) *book {
	b := &book{}
	b.add("[Content_Types].xml", `<Types/>`)
	b.add("_rels/.rels", rels(relType+"officeDocument", "xl/workbook.xml"))
	names, targets := "", ""
	for i := range sheets {
		names += fmt.Sprintf(`<sheet name="Feuil%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+1, i+1)
		targets += fmt.Sprintf(`<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relType, i+1)
	}
	targets += `<Relationship Id="s" Type="` + relType + `styles" Target="styles.xml"/>` +
		`<Relationship Id="t" Type="` + relType + `sharedStrings" Target="sharedStrings.xml"/>`
	b.add(bookPart, xmlHead+`<workbook `+mainNS+` xmlns:r="r"><sheets>`+names+`</sheets></workbook>`)
	b.add(relPart, `<Relationships xmlns="r">`+targets+`</Relationships>`)
	b.add("xl/styles.xml", `<styleSheet `+mainNS+`><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>`+
		`<numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/></numFmts><cellXfs>`+
		`<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="3"/></cellXfs></styleSheet>`)
	b.add("xl/sharedStrings.xml", `<sst `+mainNS+`><si><t>siren</t></si><si><t>élèves</t></si>`+
		`<si><r><t>ri</t></r><r><t>che</t></r><rPh><t>xx</t></rPh></si><si><t/></si></sst>`)
	for i, s := range sheets {
		b.add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), xmlHead+`<worksheet `+mainNS+`>`+s+`</worksheet>`)
	}
	return b
}

func rels(kind, target string) string {
	return `<Relationships xmlns="r"><Relationship Id="rId1" Type="` + kind + `" Target="` + target + `"/></Relationships>`
}

// rows wraps rows as a sheet.
func rows(xml string) string { return `<sheetData>` + xml + `</sheetData>` }

// header is a first row that sirenHeader knows.
const header = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`
