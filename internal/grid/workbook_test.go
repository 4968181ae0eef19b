package grid

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestWorkbookRead(t *testing.T) {
	for _, tt := range []struct {
		name string
		book *book
		want []line
	}{
		{
			"kinds", books(rows(header +
				`<row r="3" hidden="1"><c r="A3"><v>200030633</v></c><c r="C3" s="1"><v>45000</v></c><c r="D3" t="b"><v>1</v></c>` +
				`<c r="E3" t="e"><v>#N/A</v></c><c r="F3"><f>A1</f></c><c r="G3" s="2"/><c r="H3" s="2"><v>1</v></c><c r="I3" s="3"><v>1</v></c></row>`)),
			[]line{{1, "siren·élèves", "tt", false}, {3, "200030633··45000·TRUE·#N/A···1·1", "ntdbfutdn", true}},
		},
		{
			"texts", books(rows(header +
				`<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" t="str"><f>X</f><v></v></c>` +
				`<c r="D2" t="str"><f>X</f><v>a&amp;b</v></c><c r="E2" t="inlineStr"><is><t>&lt;là&gt;</t></is></c><c r="F2" t="str"><f>X</f></c></row>`)),
			[]line{{1, "siren·élèves", "tt", false}, {2, "riche···a&b·<là>·", "tttttu", false}},
		},
		{
			"no references", books(rows(`<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row/><row><c/><c><v>2</v></c></row>`)),
			[]line{{1, "siren·1", "tn", false}, {2, "", "", false}, {3, "·2", "tn", false}},
		},
		{
			"gaps", books(rows(header + `<row r="900"><c r="XFD900"><v>1</v></c></row>`)),
			[]line{{1, "siren·élèves", "tt", false}, {900, strings.Repeat("·", 16383) + "1", strings.Repeat("t", 16383) + "n", false}},
		},
		{
			"15 digits", books(rows(header + `<row r="2"><c r="A2"><v>1234.0999999999999</v></c><c r="B2"><v>6.234E3</v></c><c r="C2"><v>-0.1</v></c></row>`)),
			[]line{{1, "siren·élèves", "tt", false}, {2, "1234.1·6.234E3·-0.1", "nnn", false}},
		},
		{
			"prefixes", books("").set(data1, `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>`+
				`<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`),
			[]line{{1, "siren", "t", false}},
		},
		{
			"byte order mark, CDATA, comments", books("").set(data1, "\xef\xbb\xbf"+xmlHead+`<!-- a --><worksheet><sheetData><!-- b -->`+
				`<row r="1"><c r="A1" t="str"><v><![CDATA[siren]]></v></c></row></sheetData></worksheet><!-- c -->`),
			[]line{{1, "siren", "t", false}},
		},
		{
			"texts in runs, with comments", books(rows(header+`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr">`+
				`<is><t>1</t> <r><rPr><b/></rPr><t xml:space="preserve"> 2</t></r><r/><rPh sb="0" eb="1"><t>9</t></rPh><phoneticPr fontId="1"/></is></c></row>`)).
				set("xl/sharedStrings.xml", `<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:t>si<!-- 1 -->r<![CDATA[en]]></x:t></x:si><x:si><x:t/></x:si></x:sst>`),
			[]line{{1, "siren·", "tt", false}, {2, "siren·1 2", "tt", false}},
		},
		{
			"one sheet with data", books(rows(``), rows(header), rows(`<row r="1"><c r="A1" s="1"/></row>`)),
			[]line{{1, "siren·élèves", "tt", false}},
		},
		{
			"merged above the header", books(rows(`<row r="1"><c r="A1"><v>1</v></c></row>`+strings.ReplaceAll(header, "1\"", "2\"")) +
				`<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A2"/></mergeCells>`),
			[]line{{1, "1", "n", false}, {2, "siren·élèves", "tt", false}},
		},
		{
			"no styles, no strings", books(rows(`<row><c s="0"><v>1</v></c></row>`)).set(relPart,
				`<Relationships><Relationship Id="rId1" Type="`+relType+`worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`),
			[]line{{1, "1", "n", false}},
		},
		{
			"strict, other names", books("").set("_rels/.rels", rels("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "/book/b.xml")).
				add("book/b.xml", `<workbook><sheets><sheet name="É &amp; È" r:id="a"/></sheets></workbook>`).
				add("book/_rels/b.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="s/données.xml"/></Relationships>`).
				add("book/s/Données.xml", `<worksheet>`+rows(`<row><c><v>7</v></c></row>`)+`</worksheet>`),
			[]line{{1, "7", "n", false}},
		},
	} {
		got, _, err := readAll(t, write(t, "a.xlsx", tt.book.bytes(t)), Options{})
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %v, %v\nwant %v", tt.name, got, err, tt.want)
		}
	}
}

// shared makes a workbook with these shared strings.
func shared(strings string) *book {
	return books(rows(header)).set("xl/sharedStrings.xml", `<sst `+mainNS+`>`+strings+`</sst>`)
}

// manyRows are rows 2 to n, with a cell each.
func manyRows(n int) string {
	var b strings.Builder
	for i := 2; i <= n; i++ {
		fmt.Fprintf(&b, `<row r="%[1]d"><c r="A%[1]d"><v>1</v></c></row>`, i)
	}
	return b.String()
}

// Each of these was read by excelize alone as something shorter or other, in silence.
func TestWorkbookRefused(t *testing.T) {
	second := func(cells string) *book { return books(rows(header + `<row r="2">` + cells + `</row>`)) }
	for _, tt := range []struct {
		name string
		book *book
		want string
	}{
		{"cut short", books("").set(data1, `<worksheet><sheetData>`+header+`<row r="2"><c r="A2"><v>1`), "a.xlsx!Feuil1!2 grid/cut"},
		{"cut after a row", books("").set(data1, `<worksheet><sheetData>`+header), "a.xlsx!Feuil1!1 grid/cut"},
		{"cut in a tag", books("").set(data1, `<worksheet><sheetData>`+header+`<row r="2"`), "a.xlsx!Feuil1!1 grid/cut"},
		{"cut after the rows", books("").set(data1, `<worksheet><sheetData>`+header+`</sheetData>`), "a.xlsx!Feuil1!1 grid/cut"},
		{"no rows", books("").set(data1, `<worksheet/>`), "a.xlsx!Feuil1 grid/damaged"},
		{"empty part", books("").set(data1, ""), "a.xlsx!Feuil1 grid/cut"},
		{"rows out of order", books(rows(header + `<row r="3"/><row r="2"/>`)), "a.xlsx!Feuil1!2 grid/rows-out-of-order"},
		{"rows out of order, with cells", books(rows(header + `<row r="3"><c r="A3"><v>1</v></c><c r="E3"><v>2</v></c></row>` +
			`<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>`)), "a.xlsx!Feuil1!2 grid/rows-out-of-order"},
		{"row twice, with cells", books(rows(header + strings.Repeat(`<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>`, 2))), "a.xlsx!Feuil1!2 grid/rows-out-of-order"},
		{"row twice far on", books(rows(header + manyRows(300) + `<row r="300"><c r="A300"><v>1</v></c></row>`)), "a.xlsx!Feuil1!300 grid/rows-out-of-order"},
		{"row twice", books(rows(header + `<row r="1"/>`)), "a.xlsx!Feuil1!1 grid/rows-out-of-order"},
		{"row 0", books(rows(header + `<row r="0"/>`)), "a.xlsx!Feuil1 grid/damaged"},
		{"row too far", books(rows(header + `<row r="1048577"/>`)), "a.xlsx!Feuil1 grid/damaged"},
		{"cells out of order", second(`<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>`), "a.xlsx!Feuil1!A2 grid/cells-out-of-order"},
		{"cell twice", second(`<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>`), "a.xlsx!Feuil1!B2 grid/cells-out-of-order"},
		{"cell of another row", second(`<c r="B3"><v>1</v></c>`), "a.xlsx!Feuil1!2 grid/cells-out-of-order"},
		{"cell too far", second(`<c r="XFE2"><v>1</v></c>`), "a.xlsx!Feuil1!2 grid/cells-out-of-order"},
		{"reference in lower case", second(`<c r="b2"><v>1</v></c>`), "a.xlsx!Feuil1!2 grid/cells-out-of-order"},
		{"two references", second(`<c r="A2" x:r="B2"><v>1</v></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"two values", second(`<c r="A2"><v>1</v><v>2</v></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"no such string", second(`<c r="B2" t="s"><v>4</v></c>`), "a.xlsx!Feuil1!B2 grid/no-such-string"},
		{"negative string", second(`<c r="B2" t="s"><v>-1</v></c>`), "a.xlsx!Feuil1!B2 grid/no-such-string"},
		{"no such style", second(`<c r="B2" s="5"><v>4</v></c>`), "a.xlsx!Feuil1!B2 grid/bad-cell"},
		{"no such type", second(`<c r="B2" t="z"><v>4</v></c>`), "a.xlsx!Feuil1!B2 grid/bad-cell"},
		{"no number", second(`<c r="B2"><v>4 200</v></c>`), "a.xlsx!Feuil1!B2 grid/bad-cell"},
		{"NaN", second(`<c r="B2"><v>NaN</v></c>`), "a.xlsx!Feuil1!B2 grid/bad-cell"},
		{"boolean 2", second(`<c r="B2" t="b"><v>2</v></c>`), "a.xlsx!Feuil1!B2 grid/bad-cell"},
		{"long text", second(`<c r="B2" t="str"><v>` + strings.Repeat("x", 32768) + `</v></c>`), "a.xlsx!Feuil1!B2 grid/cell-too-long"},
		{"inline text twice", second(`<c r="B2" t="inlineStr"><is><t>1</t><t>2</t></is></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"inline run with two texts", second(`<c r="B2" t="inlineStr"><is><r><t>1</t><t>2</t></r></is></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"inline text after runs", second(`<c r="B2" t="inlineStr"><is><r><t>1</t></r><t>2</t></is></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"inline text without element", second(`<c r="B2" t="inlineStr"><is>12</is></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"inline text in another element", second(`<c r="B2" t="inlineStr"><is><x><t>12</t></x></is></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"value of another prefix", second(`<c r="B2"><q:v>1</q:v></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"inline text in pieces", second(`<c r="B2" t="inlineStr"><is>` + strings.Repeat("<r/>", 32768) + `</is></c>`), "a.xlsx!Feuil1!B2 grid/too-large"},
		{"long inline text", second(`<c r="B2" t="inlineStr"><is><t>` + strings.Repeat("é", 32768) + `</t></is></c>`), "a.xlsx!Feuil1!B2 grid/cell-too-long"},
		{"text between cells", second(`12<c r="B2"/>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"row in a row", second(`<row r="3"/>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"mismatched tags", second(`<c r="A2"><v>1</c></v>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"unknown entity", second(`<c r="A2" t="str"><v>&nbsp;</v></c>`), "a.xlsx!Feuil1!2 grid/damaged"},
		{"invalid UTF-8", second("<c r=\"A2\" t=\"str\"><v>\xe9</v></c>"), "a.xlsx!Feuil1!2 grid/damaged"},
		{"control character", second("<c r=\"A2\" t=\"str\"><v>\x01</v></c>"), "a.xlsx!Feuil1!2 grid/damaged"},
		{"DOCTYPE", books("").set(data1, `<!DOCTYPE x [<!ENTITY a "b">]><worksheet>`+rows(header)+`</worksheet>`), "a.xlsx!Feuil1 grid/damaged"},
		{"other encoding", books("").set(data1, `<?xml version="1.0" encoding="UTF-16"?><worksheet>`+rows(header)+`</worksheet>`), "a.xlsx!Feuil1 grid/damaged"},
		{"two roots", books("").set(data1, `<worksheet>`+rows(header)+`</worksheet><worksheet/>`), "a.xlsx!Feuil1!1 grid/damaged"},
		{"rows twice", books(rows(header) + rows(header)), "a.xlsx!Feuil1!1 grid/damaged"},
		{"deep nesting", books(rows(header) + strings.Repeat("<a>", 1000)), "a.xlsx!Feuil1!1 grid/damaged"},
		{"deep before the rows", books(strings.Repeat("<a>", 1e6)), "a.xlsx!Feuil1 grid/damaged"},
		{"merged cells", books(rows(header+`<row r="2"><c r="A2"><v>1</v></c></row>`) +
			`<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`), "a.xlsx!Feuil1!A2 grid/merged"},
		{"merged header", books(rows(header) + `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`), "a.xlsx!Feuil1!A1 grid/merged"},
		{"sheet twice", books(rows(header), rows(header)).set(bookPart,
			`<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="a" r:id="rId2"/></sheets></workbook>`), "a.xlsx grid/sheet-twice"},
		{"sheet without part", books(rows(header)).drop(data1), "a.xlsx!Feuil1 grid/damaged"},
		{"sheet without relation", books(rows(header)).set(relPart, `<Relationships/>`), "a.xlsx!Feuil1 grid/damaged"},
		{"part twice", books(rows(header)).add("XL\\Worksheets/sheet1.xml", "<a/>"), "a.xlsx grid/part-twice"},
		{"no workbook", (&book{}).add("a.txt", "b"), "a.xlsx grid/not-a-table"},
		{"a text document", books("").set("_rels/.rels", rels(relType+"officeDocument", "word/document.xml")), "a.xlsx grid/not-a-table"},
		{"xlsb", books("").set("_rels/.rels", rels(relType+"officeDocument", "xl/workbook.bin")), "a.xlsx grid/other-format"},
		{"ods", (&book{}).add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").add("content.xml", "<a/>"), "a.xlsx grid/other-format"},
		{"no data", books(rows(``), rows(`<row r="1"><c r="A1"/></row>`)), "a.xlsx grid/no-data"},
		{"several sheets with data", books(rows(header), rows(header)), "usage/which-sheet"},
		{"strings cut", books(rows(header)).set("xl/sharedStrings.xml", `<sst><si><t>siren`), "a.xlsx grid/cut"},
		{"long string", books(rows(header)).set("xl/sharedStrings.xml", `<sst><si><t>`+strings.Repeat("x", 10<<20)+`</t></si></sst>`), "a.xlsx grid/cell-too-long"},
		{"string with two texts", shared(`<si><t>10</t><t>5</t></si>`), "a.xlsx grid/damaged"},
		{"run with two texts", shared(`<si><r><t>10</t><t>5</t></r></si>`), "a.xlsx grid/damaged"},
		{"element in a text", shared(`<si><t>1<b>7</b>5</t></si>`), "a.xlsx grid/damaged"},
		{"text in another element", shared(`<si><x><t>15</t></x></si>`), "a.xlsx grid/damaged"},
		{"string of another prefix", shared(`<q:si><t>99</t></q:si><si><t>5</t></si>`), "a.xlsx grid/damaged"},
		{"text of another prefix", shared(`<si><t>5</t><q:t>99</q:t></si>`), "a.xlsx grid/damaged"},
		{"string in pieces", shared(`<si>` + strings.Repeat("<r/>", 32768) + `</si>`), "a.xlsx grid/too-large"},
		{"merged without end", books(rows(header) + `<mergeCells>` + strings.Repeat(`<mergeCell ref="A9:A10"/>`, mostMerged+1) + `</mergeCells>`), "a.xlsx!Feuil1 grid/too-large"},
		{"large part", books(rows(header)).set("xl/styles.xml", `<a>`+strings.Repeat(" ", 17<<20)+`</a>`), "a.xlsx grid/too-large"},
		{"white space", books(rows(header + strings.Repeat("\n", 1<<20))), "a.xlsx!Feuil1!1 grid/damaged"},
	} {
		_, _, err := readAll(t, write(t, "a.xlsx", tt.book.bytes(t)), Options{})
		if got := outcome(err); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if f := new(Fault); errors.As(err, &f) {
			spoken(t, f.Text)
		}
	}
}

// A flipped byte of the stored text is seen by the CRC alone; a cut file by all.
func TestWorkbookDamaged(t *testing.T) {
	whole := books(rows(header + `<row r="2"><c r="A2"><v>1</v></c></row>`)).bytes(t)
	accepted := 0
	for i := range whole {
		flipped := slices.Clone(whole)
		flipped[i] ^= 0x10
		lines, _, err := readAll(t, "-", Options{Stdin: bytes.NewReader(flipped)})
		if err != nil {
			continue
		}
		accepted++ // names, dates and such of parts that are not read
		if len(lines) != 2 || lines[1].cells != "1" {
			t.Errorf("byte %d flipped: read as %v", i, lines)
		}
	}
	if accepted > len(whole)/2 {
		t.Errorf("%d of %d flipped bytes were not seen", accepted, len(whole))
	}
	for n := 4; n < len(whole); n++ { // shorter, it could be text
		if _, _, err := readAll(t, "-", Options{Stdin: bytes.NewReader(whole[:n])}); err == nil {
			t.Fatalf("read from its first %d of %d bytes", n, len(whole))
		}
	}
}

func TestSheetChoice(t *testing.T) {
	name := write(t, "a.xlsx", books(rows(header), rows(header), rows(``)).bytes(t))
	for _, tt := range []struct{ sheet, want, hint string }{
		{"feuil2", "read", ""},
		{"Feuil3", "read", ""}, // named, it is read: it has no rows
		{"Feuil", "usage/no-sheet", "Feuil1"},
		{"", "usage/which-sheet", "Feuil1, Feuil2"},
	} {
		_, found, err := readAll(t, name, Options{Sheet: tt.sheet})
		if got := outcome(err); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.sheet, got, tt.want)
		}
		if err != nil && !strings.Contains(err.Error(), tt.hint) {
			t.Errorf("%s: %v", tt.sheet, err)
		}
		if err == nil && !strings.EqualFold(found.Sheet, tt.sheet) {
			t.Errorf("%s: read %s", tt.sheet, found.Sheet)
		}
	}
}

func TestHiddenColumns(t *testing.T) {
	b := books(`<cols><col min="2" max="2" hidden="1"/><col min="1" max="1"/><col min="4" max="16384" hidden="true"/></cols>` +
		rows(header+`<row r="2"><c r="D2"><v>1</v></c><c r="E2"/></row>`))
	_, found, err := readAll(t, write(t, "a.xlsx", b.bytes(t)), Options{})
	if err != nil || !slices.Equal(found.HiddenColumns, []int{1, 3}) {
		t.Errorf("%v, %v", found.HiddenColumns, err)
	}
}

// What excelize writes is read as it was meant, and leaves no temporary file.
func TestExcelizeRoundTrip(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	f := excelize.NewFile()
	for cell, v := range map[string]any{
		"A1": "siren", "B1": "nom", "A2": 200030633, "B2": "CA du <Caudrésis> & \"Catésis\"\nU+202F\u202f", "C2": 1234.1, "D2": true,
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Sheet1", "D3", "A2+1"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	want := []line{
		{1, "siren·nom", "tt", false},
		{2, "200030633·CA du <Caudrésis> & \"Catésis\"\nU+202F\u202f·1234.1·TRUE", "ntnb", false},
		{3, "···", "tttu", false},
	}
	got, _, err := readAll(t, write(t, "a.xlsx", b.Bytes()), Options{})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
}
