package grid

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// repeated reads a text over and over, up to so many bytes.
func repeated(s string, n int64) io.Reader {
	return io.LimitReader(&loop{text: strings.Repeat(s, 1+block/len(s))}, n)
}

type loop struct {
	text string
	at   int
}

func (l *loop) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		c := copy(p[n:], l.text[l.at:])
		n, l.at = n+c, (l.at+c)%len(l.text)
	}
	return n, nil
}

// inflating makes a workbook whose part has a text so many times: megabytes in the
// file, gigabytes in memory if one lets it.
func inflating(t *testing.T, part, before, text string, n int64, after string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	books(rows(header)).set(part, "").drop(part).into(t, z)
	w, err := z.Create(part)
	if err != nil {
		t.Fatal(err)
	}
	whole := io.MultiReader(strings.NewReader(before), repeated(text, n*int64(len(text))), strings.NewReader(after))
	if _, err := io.Copy(w, whole); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return write(t, "a.xlsx", b.Bytes())
}

// lying makes a workbook one part of which is said to have another size than it has.
func lying(t *testing.T, part string, actual, declared int64) string {
	t.Helper()
	var sheet, file bytes.Buffer
	w, err := flate.NewWriter(&sheet, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, repeated("<row/>", actual)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&file)
	books(rows(header)).set(part, "").drop(part).into(t, z)
	raw, err := z.CreateRaw(&zip.FileHeader{
		Name: part, Method: zip.Deflate, CRC32: 1,
		CompressedSize64: uint64(sheet.Len()), UncompressedSize64: uint64(declared),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Write(sheet.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return write(t, "a.xlsx", file.Bytes())
}

// wideRows makes a workbook whose rows have one cell, in the last column.
func wideRows(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(header)
	for i := range n {
		fmt.Fprintf(&b, `<row r="%[1]d"><c r="XFD%[1]d"><v>1</v></c></row>`, i+2)
	}
	return write(t, "a.xlsx", books(rows(b.String())).bytes(t))
}

// None of these fills the memory or leaves a temporary file, excelize's included.
func TestHostile(t *testing.T) {
	const strings1, open, end = "xl/sharedStrings.xml", `<worksheet><sheetData>`, `</sheetData></worksheet>`
	long := strings.Repeat("x", 30_000)
	for _, tt := range []struct{ name, file, want string }{
		{"says 300 MB", lying(t, data1, 1000, 300<<20), "a.xlsx grid/too-large"},
		{"a sheet of 129 MB", inflating(t, data1, open+header, "\n", mostSheet+1<<20, end), "a.xlsx grid/too-large"},
		{"says 300 MB beside", lying(t, "xl/media/a.png", 1000, 300<<20), "a.xlsx grid/too-large"},
		{"inflates to 60 MB, and says 1 kB", lying(t, data1, 60<<20, 1000), "a.xlsx grid/damaged"},
		{"has 1 kB, and says 100 MB", lying(t, data1, 1000, 100<<20), "a.xlsx grid/damaged"},
		{"millions of strings", inflating(t, strings1, "<sst>", "<si><t/></si>", 4_000_000, "</sst>"), "a.xlsx grid/too-large"},
		{"long strings", inflating(t, strings1, "<sst "+mainNS+">", "<si><t>"+long+"</t></si>", 500, "</sst>"), "read"},
		{"as many strings as are read", inflating(t, strings1, "<sst "+mainNS+">", "<si><t>a</t></si>", mostShared, "</sst>"), "read"},
		{"strings in pieces", inflating(t, strings1, "<sst>", "<si>"+strings.Repeat("<r/>", 30_000)+"</si>", 100, "</sst>"), "a.xlsx grid/too-large"},
		{"one string of pieces without end", inflating(t, strings1, "<sst><si>", "<r/>", 8_000_000, "</si></sst>"), "a.xlsx grid/too-large"},
		{"cells in pieces", inflating(t, data1, open+header, `<row><c t="inlineStr"><is>`+strings.Repeat("<r/>", 30_000)+"</is></c></row>", 100, end), "a.xlsx!Feuil1!A36 grid/too-large"},
		{"one cell of pieces without end", inflating(t, data1, open+header+`<row><c t="inlineStr"><is>`, "<r/>", 20_000_000, "</is></c></row>"+end), "a.xlsx!Feuil1!A2 grid/too-large"},
		{"a cell of 10 MB", inflating(t, data1, open+`<row><c t="str"><v>`, "x", 10<<20, `</v></c></row>`+end), "a.xlsx!Feuil1!A1 grid/cell-too-long"},
		{"a tag of 10 MB", inflating(t, data1, open+`<row spans="`, "x", 10<<20, `"/>`+end), "a.xlsx!Feuil1 grid/damaged"},
		{"deep", inflating(t, data1, open, "<row>", 20<<20, ""), "a.xlsx!Feuil1!1 grid/damaged"},
		{"a million empty rows", inflating(t, data1, open+header, "<row/>", 1<<20-1, end), "read"},
		{"more rows than there can be", inflating(t, data1, open+header, "<row/>", 1<<20, end), "a.xlsx!Feuil1 grid/damaged"},
		{"cells far to the right", inflating(t, data1, open+header, "<row><c/><c t=\"str\"/></row>", 1<<18, end), "read"},
		{"dense cells that hold nothing", inflating(t, data1, open+header, "<row>"+strings.Repeat("<c><v/></c>", 500)+"</row>", 8000, end), "a.xlsx!Feuil1!4002 grid/too-large"},
		{"as many as are read", inflating(t, data1, open+header, "<row>"+strings.Repeat("<c><v/></c>", 500)+"</row>", 4000, end), "read"},
		{"a text far to the right", wideRows(t, 3_000), "a.xlsx!Feuil1!2049 grid/too-large"},
		{"columns without end", inflating(t, data1, `<worksheet><cols>`, `<col min="1" max="1"/>`, 4<<20, `</cols>`), "a.xlsx!Feuil1 grid/damaged"},
	} {
		tmp := t.TempDir()
		t.Setenv("TMPDIR", tmp)
		high, since := watchMemory(), time.Now()
		_, _, err := readAll(t, tt.file, Options{})
		if peak := high() >> 20; peak > 400 {
			t.Errorf("%s: %d MiB of memory", tt.name, peak)
		} else {
			t.Logf("%s: %d MiB of memory, %v", tt.name, peak, time.Since(since))
		}
		if got := outcome(err); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
			t.Errorf("%s: left in the temporary folder: %v, %v", tt.name, left, err)
		}
	}
}

// A line without end, and a text that goes on for ever, are answered without being held.
func TestHostileText(t *testing.T) {
	line := io.MultiReader(strings.NewReader("siren;nom\n1;"), repeated("x", 20<<20))
	if _, _, err := readAll(t, "-", Options{Stdin: line}); outcome(err) != "-:2:1 grid/record-too-long" {
		t.Error(err)
	}
}

// watchMemory follows the heap; the function it gives ends that and tells the most.
func watchMemory() func() uint64 {
	runtime.GC()
	stop, most := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		for {
			select {
			case <-stop:
				most <- peak
				return
			default:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
				time.Sleep(5 * time.Millisecond)
			}
		}
	}()
	return func() uint64 { close(stop); return <-most }
}
