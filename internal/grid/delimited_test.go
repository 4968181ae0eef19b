package grid

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	xencoding "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
)

// encoders write a text in each encoding that is read.
func encoders() map[string]func(string) []byte {
	with := func(e xencoding.Encoding) func(string) []byte {
		return func(s string) []byte {
			b, err := xencoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(s))
			if err != nil {
				panic(err)
			}
			return b
		}
	}
	return map[string]func(string) []byte{
		utf8Plain:   func(s string) []byte { return []byte(s) },
		utf8BOM:     func(s string) []byte { return []byte("\ufeff" + s) },
		utf16LE:     with(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		utf16BE:     with(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		windows1252: with(charmap.Windows1252),
	}
}

// The same text is read from every encoding and every kind of line end, and places are
// in characters in all of them.
func TestTextEncodings(t *testing.T) {
	const content = "titre\n\nsiren;nom de l’EPCI;élèves\n200030633;\"Évran €\nà 2 lignes; é\";7\n;;\n"
	want := []line{
		{1, "titre", "", false},
		{3, "siren·nom de l’EPCI·élèves", "", false},
		{4, "200030633·Évran €\nà 2 lignes; é·7", "", false},
		{6, "··", "", false},
	}
	for name, encode := range encoders() {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			file := write(t, "a.csv", encode(strings.ReplaceAll(content, "\n", end)))
			got, found, err := readAll(t, file, Options{})
			if err != nil || !slices.Equal(got, want) || found.Encoding != name || found.Delimiter != ";" {
				t.Errorf("%s %q: %v %v %v", name, end, got, found, err)
			}
			g, err := Open(file, Options{Header: sirenHeader})
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				if _, err := g.Next(); err != nil {
					t.Fatal(err)
				}
			}
			for i, want := range map[int]string{-1: "a.csv:4", 0: "a.csv:4:1", 1: "a.csv:4:11", 2: "a.csv:5:16", 3: "a.csv:5"} {
				if got := filepath.Base(g.Place(i).String()); got != want {
					t.Errorf("%s %q: cell %d is at %s, want %s", name, end, i, got, want)
				}
			}
			if err := g.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTextRefused(t *testing.T) {
	far := strings.Repeat("siren;élèves\n", 100_000) // over several blocks
	ascii := strings.Repeat("siren;eleves\n", 100_000)
	wideFar := encoders()[utf16LE](far)
	for _, tt := range []struct{ name, data, want string }{
		{"empty", "", "a.csv grid/empty"},
		{"byte order mark alone", "\ufeff", "a.csv grid/empty"},
		{"UTF-8 damaged far in", far + "é;\xe9;\n", "a.csv:100001:3 grid/bad-utf-8"},
		{"UTF-8 cut", "siren;é\n1;\xc3", "a.csv:2:3 grid/bad-utf-8"},
		{"byte order mark, then Windows-1252", "\ufeffsiren\n\xe9", "a.csv:2:1 grid/bad-utf-8"},
		{"neither", "siren;\xe9\n\x81", "a.csv:2:1 grid/bad-windows-1252"},
		{"Windows-1252 far in", ascii + "\xe9;\x9d", "a.csv:100001:3 grid/bad-windows-1252"},
		{"NUL", "siren;élèves\n1;é\x00", "a.csv:2:4 grid/nul-byte"},
		{"NUL in UTF-16", "\xff\xfes\x00\n\x00\x00\x00", "a.csv:2:1 grid/nul-byte"},
		{"UTF-16 without mark", "s\x00i\x00", "a.csv:1:2 grid/nul-byte"},
		{"UTF-16 of odd length", string(wideFar) + "x", "a.csv:100001:1 grid/bad-utf-16"},
		{"high surrogate alone", string(wideFar) + "\xe9\x00\x01\xd8;\x00", "a.csv:100001:2 grid/bad-utf-16"},
		{"high surrogate last", string(wideFar) + "\x01\xd8", "a.csv:100001:1 grid/bad-utf-16"},
		{"low surrogate alone", "\xfe\xff\x00s\xdc\x01", "a.csv:1:2 grid/bad-utf-16"},
		{"lone CR", "siren;é\r\n1;2\r3;4\r\n", "a.csv:2:4 grid/lone-cr"},
		{"lone CR last", "siren\n1\r", "a.csv:2:2 grid/lone-cr"},
		{"unclosed quote", "siren;nom\n1;\"é\n2;b\n", "a.csv:2:3 grid/unclosed-quote"},
		{"unclosed quote after others", "siren;nom\n\n\"é\";\"\"\"\";\"x;\n2;b\n", "a.csv:3:10 grid/unclosed-quote"},
		{"unclosed quote over a megabyte", "siren;nom\n1;\"é\n" + far, "a.csv:2:3 grid/unclosed-quote"},
		{"bare quote", "siren;nom\n1;é \"x\"\n", "a.csv:2:5 grid/stray-quote"},
		{"misplaced quote", "siren;nom\n1;\"é\nà\"x\n", "a.csv:3:2 grid/stray-quote"},
		{"line of 10 MB", "siren;nom\n\n1;" + strings.Repeat("x", 10<<20), "a.csv:3:1 grid/record-too-long"},
		{"quoted cell of 10 MB", "siren;nom\r\n1;\"" + strings.Repeat("x", 10<<20) + "\"\r\n2;3", "a.csv:2:3 grid/unclosed-quote"},
		{"unclosed quote after blank lines", "siren;nom\n" + strings.Repeat("\r\n", 1<<20) + "1;\"é\n2;b\n", "a.csv:1048578:3 grid/unclosed-quote"},
		{"blank lines in an unclosed quote", "siren;nom\n1;\"é" + strings.Repeat("\n", 10<<20), "a.csv:2:3 grid/unclosed-quote"},
		{"more cells than a spreadsheet has", "siren;nom\n" + strings.Repeat(";", mostColumns) + "\n", "a.csv:2 grid/too-large"},
		{"PDF", "%PDF-1.7\n", "a.csv grid/not-a-table"},
		{"gzip", "\x1f\x8b\x08\x00", "a.csv grid/not-a-table"},
		{"xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "a.csv grid/other-format"},
		{"encrypted", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(wide("EncryptedPackage")), "a.csv grid/encrypted"},
		{"zip", "PK\x03\x04", "a.csv grid/damaged"},
	} {
		_, _, err := readAll(t, write(t, "a.csv", []byte(tt.data)), Options{})
		if got := outcome(err); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if f := new(Fault); errors.As(err, &f) {
			spoken(t, f.Text)
		}
		// Through a pipe, the same.
		_, _, err = readAll(t, "-", Options{Stdin: strings.NewReader(tt.data)})
		if got, want := outcome(err), strings.Replace(tt.want, "a.csv", "-", 1); got != want {
			t.Errorf("%s on standard input: %s, want %s", tt.name, got, want)
		}
	}
}

// A flat document of OpenDocument is text, of which no cell is.
func TestFlatOpenDocument(t *testing.T) {
	_, _, err := readAll(t, write(t, "a.fods", []byte("<?xml version=\"1.0\"?>\n")), Options{})
	if got, want := outcome(err), "a.fods grid/other-format"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// However many lines are blank before it, a record is measured from its own beginning;
// as many cells as a spreadsheet has are read, and each has its place.
func TestTextLarge(t *testing.T) {
	blank := strings.Repeat("\n", 3<<20)
	long := strings.Repeat("x", mostRecord-100)
	got, _, err := readAll(t, write(t, "a.csv", []byte("siren;nom\n"+blank+"1;"+long+"\n"+blank+"2;b\n"+blank)), Options{})
	if err != nil || len(got) != 3 || got[1].number != 2+3<<20 || got[2].cells != "2·b" {
		t.Errorf("%d rows, %v", len(got), err)
	}
	g, err := Open(write(t, "a.csv", []byte("siren;"+strings.Repeat("é;", mostColumns-2)+"\"é\né\"\n")), Options{Header: sirenHeader})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	row, err := g.Next()
	if err != nil || len(row.Cells) != mostColumns {
		t.Fatalf("%d cells, %v", len(row.Cells), err)
	}
	for i := 1; i < len(row.Cells); i++ {
		if at, want := g.Place(i).Column, 5+2*i; at != want {
			t.Fatalf("cell %d at column %d, want %d", i, at, want)
		}
	}
	if at := g.Place(2).Column; at != 9 { // again, from before
		t.Errorf("cell 2 at column %d", at)
	}
}

func TestDelimiter(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"siren;nom\n1;a\n", ";"},
		{"siren,nom\n1,a\n", ","},
		{"siren\tnom\n1\ta\n", "\t"},
		{"siren|nom\n1|a\n", "|"},
		{"siren\n1\n", ";"},
		{"Liste, des, EPCI, membres\nsiren;nom\n1;a\n", ";"},     // a title with commas
		{"siren;nom, pays\n1,5;a\n1,5;b\n", ";"},                 // decimal commas
		{"a;b,c\n1;2,5\n1;2,5\n1;3\n", ";"},                      // no header is known
		{"a,b,c\n1,2,\"x;y\"\n", ","},                            // a quoted delimiter
		{"siren,nom\n" + strings.Repeat("1,a;b\n", 20_000), ","}, // more than the sample
		{"a,b\n\"x", ","},                                        // a quote that never closes
	} {
		_, found, err := readAll(t, write(t, "a.csv", []byte(tt.text)), Options{})
		if err == nil && found.Delimiter != tt.want {
			t.Errorf("%.20q: %q, want %q", tt.text, found.Delimiter, tt.want)
		}
		if d, err := delimiter(strings.NewReader(tt.text), sirenHeader); err != nil || string(d) != tt.want {
			t.Errorf("%.20q: %q, %v, want %q", tt.text, d, err, tt.want)
		}
	}
}

func TestSystem(t *testing.T) {
	dir := t.TempDir()
	_, _, err := readAll(t, filepath.Join(dir, "a.csv"), Options{})
	if outcome(err) != "system/not-found" || !errors.Is(err, fs.ErrNotExist) || strings.Contains(systemWords(err), dir) {
		t.Errorf("absent: %v", err)
	}
	if _, _, err = readAll(t, dir, Options{}); outcome(err) != "system/cannot-read" {
		t.Errorf("folder: %v", err)
	}
	_, _, err = readAll(t, "-", Options{Stdin: io.MultiReader(strings.NewReader("siren"), broken{})})
	if outcome(err) != "system/cannot-read" {
		t.Errorf("broken pipe: %v", err)
	}
	_, _, err = readAll(t, write(t, "a.csv", []byte("siren")), Options{Sheet: "Feuil1"})
	if outcome(err) != "usage/no-sheet" {
		t.Errorf("a sheet of a text: %v", err)
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if _, _, err = readAll(t, "/dev/zero", Options{}); outcome(err) != "zero:1:1 grid/nul-byte" {
			t.Errorf("/dev/zero: %v", err)
		}
	}
	if _, _, err = readAll(t, "-", Options{Stdin: endless{}}); outcome(err) != "- grid/too-large" {
		t.Errorf("endless input: %v", err)
	}
}

func systemWords(err error) string {
	var system diag.System
	errors.As(err, &system)
	return system.Text.In("en")
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("broken pipe") }

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "1;2\n"[i%4]
	}
	return len(p), nil
}

// What is written as RFC 4180 is read back, cell by cell, and each cell is where its
// place says.
func TestTextRoundTrip(t *testing.T) {
	encode := encoders()
	cell := rapid.OneOf(rapid.StringMatching(`[a-zé€;," 1-9]{0,6}`), rapid.StringMatching(`[aé"\n;]{0,8}`))
	rapid.Check(t, func(rt *rapid.T) {
		table := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 4), 1, 6).Draw(rt, "table")
		table = slices.Insert(table, 0, []string{"siren", "b"})
		name := rapid.SampledFrom([]string{utf8Plain, utf8BOM, utf16LE, utf16BE, windows1252}).Draw(rt, "encoding")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		if err := w.WriteAll(table); err != nil {
			rt.Fatal(err)
		}
		g, err := Open("-", Options{Stdin: bytes.NewReader(encode[name](b.String())), Header: sirenHeader})
		if err != nil {
			rt.Fatal(err)
		}
		defer g.Close()
		for _, want := range table {
			row, err := g.Next()
			if err != nil || !slices.Equal(row.Cells, want) {
				rt.Fatalf("%q %v, want %q", row.Cells, err, want)
			}
			for i := range want {
				if got := at(b.String(), g.Place(i)); !strings.HasPrefix(strings.TrimPrefix(got, `"`), strings.ReplaceAll(want[i], `"`, `""`)) {
					rt.Fatalf("cell %q is not at %v: %q", want[i], g.Place(i), got)
				}
			}
		}
		if _, err := g.Next(); !errors.Is(err, io.EOF) {
			rt.Fatal(err)
		}
	})
}

// at is the text from a place on.
func at(s string, p diag.Place) string {
	for range p.Line - 1 {
		_, s, _ = strings.Cut(s, "\n")
	}
	for range p.Column - 1 {
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	return s
}
