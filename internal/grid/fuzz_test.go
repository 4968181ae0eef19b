package grid

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
)

// typed checks that an error is of those that Open and Next promise.
func typed(t *testing.T, err error) {
	t.Helper()
	var fault *Fault
	var system diag.System
	var usage diag.Usage
	if err != nil && !errors.As(err, &fault) && !errors.As(err, &system) && !errors.As(err, &usage) {
		t.Errorf("%T: %v", err, err)
	}
}

// No input panics; a text without quotes that is read has all its lines.
func FuzzText(f *testing.F) {
	for name, encode := range encoders() {
		f.Add(encode("siren;nom\n1;\"é\";\r\n"))
		f.Add(encode("titre\rsiren\tnom\r1\té\r" + name))
	}
	f.Add([]byte("a|b\n\"x\"y|z"))
	f.Add([]byte("\xff\xfe\x00\xd8"))
	f.Add([]byte("\xe9;\x81\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, found, err := readAll(t, "-", Options{Stdin: bytes.NewReader(data)})
		typed(t, err)
		if err != nil || found.Encoding == "" || bytes.IndexByte(data, '"') >= 0 {
			return
		}
		e := marked(data)
		e.name = found.Encoding
		decoded, err := io.ReadAll(e.decode(bytes.NewReader(data[e.bom:])))
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, l := range strings.FieldsFunc(string(decoded), func(r rune) bool { return r == '\r' || r == '\n' }) {
			if l != "" {
				want++
			}
		}
		if len(lines) != want {
			t.Errorf("%d rows of %d lines", len(lines), want)
		}
	})
}

// No workbook panics; one that is read is well formed to its end, and has all its rows.
func FuzzWorkbook(f *testing.F) {
	f.Add(`<sheetData>`+header+`<row r="3"><c r="B3" s="1"><v>12</v></c><c t="b"><v>1</v></c></row></sheetData>`, `<si><t>siren</t></si><si><t>x</t></si>`)
	f.Add(`<sheetData><row><c t="inlineStr"><is><r><t>a&amp;b</t></r><rPh><t>c</t></rPh></is></c><c><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, ``)
	f.Add(`<cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="2"><c r="A2" t="str"><v><![CDATA[x]]></v></c></row><!-- y --></sheetData>`, `<si/>`)
	f.Add(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"/></sheetData>`, ``)
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		b := books(sheet).set("xl/sharedStrings.xml", `<sst `+mainNS+`>`+shared+`</sst>`)
		lines, _, err := readAll(t, "-", Options{Stdin: bytes.NewReader(b.bytes(t))})
		typed(t, err)
		if err != nil {
			return
		}
		d, want := xml.NewDecoder(strings.NewReader(`<worksheet>`+sheet+`</worksheet>`)), 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("read, but: %v", err)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "row" {
				want++
			}
		}
		if len(lines) != want {
			t.Errorf("%d rows read, %d in the file", len(lines), want)
		}
	})
}

// No archive panics.
func FuzzArchive(f *testing.F) {
	f.Add(books(rows(header)).bytes(f))
	f.Add((&book{}).add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").bytes(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _, err := readAll(t, "-", Options{Stdin: bytes.NewReader(data)})
		typed(t, err)
	})
}
