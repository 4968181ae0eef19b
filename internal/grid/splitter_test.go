package grid

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// alike checks that a text is parted as encoding/csv alone parts it: the same cells, at
// the same lines and columns, the same bytes read, the same end.
func alike(t interface {
	Fatalf(format string, args ...any)
}, text string,
) {
	alone := newCSV(strings.NewReader(text), ';')
	ours := newSplitter(iotest.HalfReader(strings.NewReader(text)), ';')
	for {
		want, wantErr := alone.Read()
		got, err := ours.next()
		if !errors.Is(err, io.EOF) && !errors.As(err, new(*csv.ParseError)) && err != nil || (err == nil) != (wantErr == nil) {
			t.Fatalf("%q: %v, want %v", text, err, wantErr)
		}
		if err != nil {
			return
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
		within := 0
		for i, cell := range want {
			line, column := alone.FieldPos(i)
			if l, before := ours.position(i, within); l != line || before+1 != column {
				t.Fatalf("%q: cell %q at %d:%d, want %d:%d", text, cell, l, before+1, line, column)
			}
			within += len(cell)
		}
		if ours.bytes != alone.InputOffset() {
			t.Fatalf("%q: %d bytes read, want %d", text, ours.bytes, alone.InputOffset())
		}
	}
}

func TestSplitter(t *testing.T) {
	long := strings.Repeat("x", readAhead)
	for _, text := range []string{
		"", "\n", "\r\n\r\n", "a;b", "a;b\r\n", ";;\n\n;\n", "a;é;b\n\n\"c\";d\ne;f\n",
		"a;\"b\r\nb\n\"\"b\";c\r\n\r\nd;e\r\n\"\";f\n\ng", "a;\"b\"\nc;d", "a\n\"b\n\n", "a\nb\"c\nd\n",
		"a;" + long + "\nb;c\n", "a;b\n" + long + "\"\n", "a;\"" + long + "\n" + long + "\"\nb\n\nc;d\n",
		strings.Repeat("a;b\n", readAhead/4) + "c;d\n", strings.Repeat("\n", 3*readAhead) + "a;\"b\"\nc",
		long[3:] + "\r\na;b\n", long[2:] + "\r\na;b\n", long[1:] + "\r\na;b\n",
	} {
		alike(t, text)
	}
}

func TestSplitterAlike(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "é", ";", ";", "\n", "\r\n", `"`, `"b"`, `"b` + "\n" + `b"`, `""`, strings.Repeat("c", 40_000)})
	rapid.Check(t, func(t *rapid.T) {
		alike(t, strings.Join(rapid.SliceOf(piece).Draw(t, "text"), ""))
	})
}

func FuzzSplitter(f *testing.F) {
	f.Add("a;b\n\"c\n\";d\r\n\r\ne;f")
	f.Add("\"a\"\n\nb;\"\"\"\"\n;")
	f.Fuzz(func(t *testing.T, text string) { alike(t, text) })
}
