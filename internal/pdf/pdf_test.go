package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// made is a document of objects that are written as they are, from 1 on; the first is its
// root.
func made(objects ...string) []byte {
	b := bytes.NewBufferString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(b, "xref\n1 %d\n", len(objects))
	for _, at := range offsets {
		fmt.Fprintf(b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(b, "trailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", table)
	return b.Bytes()
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
}

func deflated(content string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(content)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
}

// page is a document of one page.
func page(content string) []byte {
	return made("<</Pages 2 0 R>>", "<</Kids [<</Contents 3 0 R>>]>>", content)
}

// chain is tables that continue each other, each in a text of the one before.
func chain(n, pad int) string {
	const each = "xref t<</Prev 00000000/S ("
	b := bytes.NewBufferString("%PDF-1.7\n")
	for i := range n {
		fmt.Fprintf(b, "xref t<</Prev %08d/S (", 9+(i+1)%n*len(each))
	}
	return b.String() + strings.Repeat("a", pad) + strings.Repeat(")>>", n) + "\nstartxref\n9\n%%EOF"
}

// hostilePDFs go round in circles, nest, and promise more than they hold, or hold more than
// they promise.
func hostilePDFs() map[string]string {
	const head, tail = "%PDF-1.7\n", "\nstartxref\n9\n%%EOF"
	table := func(objects, trailer string) string {
		return head + "xref\n0 0\ntrailer\n<<" + trailer + ">>\n" + objects + tail
	}
	return map[string]string{
		"prev":       table("", "/Prev 9"),
		"prevs":      table("", "/Prev 9 /XRefStm 9 /Root 1 0 R"),
		"itself":     head + "1 0 obj\n<</Type /XRef /W [1 2 1] /Size 3 /Root 1 0 R /Length 12>>\nstream\n\x02\x00\x01\x00\x02\x00\x01\x00\x02\x00\x01\x00\nendstream" + tail,
		"wide table": head + "1 0 obj\n<</Type /XRef /W [7 7 7] /Index [0 999999999] /Size 999999999 /Length 1 0 R>>\nstream\nendstream" + tail,
		"long table": head + "xref\n0 999999999\n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>" + tail,
		"brackets":   head + strings.Repeat("[", 100_000) + tail,
		"chain":      chain(400, 1<<19),
		"operands":   string(page(deflated(strings.Repeat("1 ", 1<<20)))),
		"names":      string(page(deflated(strings.Repeat("/", 1<<20)))),
		"bomb":       string(page(deflated(strings.Repeat(" ", 80<<20)))),
		"kids":       string(made("<</Pages <</Kids 2 0 R>> >>", "[<</Kids 2 0 R>><</Kids 2 0 R>>]")),
	}
}

// readAll reads the attachments and the operators of all pages.
func readAll(document []byte) (pages [][]byte, attached [][]byte, operators int, err error) {
	f, err := Open(document)
	if err != nil {
		return nil, nil, 0, err
	}
	if attached, err = f.Attachments(); err != nil {
		return nil, nil, 0, err
	}
	err = f.Pages(func(_ int, content []byte) error {
		pages = append(pages, content)
		return Operators(content, func(Keyword, []Value) error { operators++; return nil })
	})
	return pages, attached, operators, err
}

// Each hostile document is an error, and soon.
func TestHostile(t *testing.T) {
	for name, document := range hostilePDFs() {
		_, _, operators, err := readAll([]byte(document))
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTooMuch) {
			t.Errorf("%s: %d operators, %v", name, operators, err)
		}
	}
}

func TestOpen(t *testing.T) {
	good := page(stream("(a) Tj [(b) -1.5 <63>] TJ BI /W 1 ID \x00( EI Q"))
	for name, tt := range map[string]struct {
		document []byte
		want     error
	}{
		"good":    {good, nil},
		"mark":    {append([]byte("\ufeff\r\n "), good...), nil},
		"junk":    {append([]byte("junk"), good...), ErrNone},
		"empty":   {nil, ErrNone},
		"cut":     {good[:len(good)/2], ErrDamaged},
		"no root": {bytes.Replace(good, []byte("/Root 1"), []byte("/Root 9"), 1), ErrDamaged},
		"locked":  {bytes.Replace(good, []byte("/Root"), []byte("/Encrypt 2 0 R /Root"), 1), ErrLocked},
	} {
		_, err := Open(tt.document)
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
		if Begins(tt.document) == errors.Is(err, ErrNone) {
			t.Errorf("%s: its beginning says otherwise", name)
		}
	}
	if _, _, operators, err := readAll(good); operators != 6 || err != nil {
		t.Errorf("%d operators, %v", operators, err)
	}
}

// Where programs would see one of two contents, both are given.
func TestAttachments(t *testing.T) {
	_, attached, _, err := readAll(made("<</Names <</EmbeddedFiles <</Names [(a) 2 0 R (b) 5 0 R]>> >> >>",
		"<</EF <</F 3 0 R /UF 4 0 R>> >>", deflated("one"), stream("two"), "<</EF <</F 3 0 R /UF 3 0 R>> >>"))
	if got := string(bytes.Join(attached, []byte(" "))); got != "one two one" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// genValue is any value that a file may have.
func genValue() *rapid.Generator[Value] {
	return rapid.Deferred(func() *rapid.Generator[Value] {
		name := rapid.Map(rapid.String(), func(s string) Name { return Name(s) })
		any := func(g *rapid.Generator[Value]) *rapid.Generator[Value] { return g }
		return rapid.OneOf(
			any(rapid.Map(rapid.Int32(), func(n int32) Value { return int(n) })),
			any(rapid.Map(rapid.Bool(), func(b bool) Value { return b })),
			any(rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) Value { return string(b) })),
			any(rapid.Map(name, func(n Name) Value { return n })),
			any(rapid.Just(Value(nil))), any(rapid.Just(Value(Ref(1)))), any(rapid.Just(Value(Keyword("-1.50")))),
			any(rapid.Custom(func(t *rapid.T) Value { return Array(rapid.SliceOfN(genValue(), 0, 3).Draw(t, "array")) })),
			any(rapid.Custom(func(t *rapid.T) Value { return Dict(rapid.MapOfN(name, genValue(), 0, 3).Draw(t, "dict")) })),
		)
	})
}

// What is written is read as it was, as values and as a document, however often and by how
// many at a time; what it was deflated with leaves no trace.
func TestRewrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := genValue().Draw(t, "value")
		content := rapid.StringOf(rapid.RuneFrom([]rune("ab cd\n/"))).Draw(t, "content")
		var w writer
		w.value(v)
		again, err := (&lexer{w.b.Bytes(), 0}).value()
		if _, isRef := v.(Ref); !isRef && (err != nil || fmt.Sprintf("%#v", again) != fmt.Sprintf("%#v", v)) {
			t.Fatalf("%#v: %#v, %v, of %s", v, again, err, w.b.Bytes())
		}
		document := func(s string) []byte {
			return made("<</Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a) 4 0 R]>> >> /Any "+w.b.String()+">>",
				"<</Kids [<</Contents 3 0 R>>]>>", s, "<</EF <</F 3 0 R>> >>")
		}
		var one, other bytes.Buffer
		if err := errors.Join(Rewrite(&one, document(stream(content)), nil), Rewrite(&other, document(deflated(content)), nil)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), other.Bytes()) {
			t.Fatalf("they differ:\n%s\n%s", one.Bytes(), other.Bytes())
		}
		pages, attached, _, err := readAll(one.Bytes())
		if !errors.Is(err, ErrDamaged) && err != nil || len(pages) != 1 || string(pages[0]) != content || string(attached[0]) != content {
			t.Fatalf("%q, %q, %v", pages, attached, err)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				var b bytes.Buffer
				if err := Rewrite(&b, one.Bytes(), nil); err != nil || !bytes.Equal(b.Bytes(), one.Bytes()) {
					t.Errorf("again: %v, %d bytes", err, b.Len())
				}
			})
		}
		all.Wait()
	})
}

// An edit changes objects and the trailer.
func TestRewriteEdited(t *testing.T) {
	var b bytes.Buffer
	err := Rewrite(&b, page(stream("")), func(objects map[Ref]Value, trailer Dict) {
		objects[trailer["Root"].(Ref)].(Dict)["Lang"] = "fr"
		trailer["Info"] = Dict{"Title": "x"}
	})
	f, openErr := Open(b.Bytes())
	if err != nil || openErr != nil {
		t.Fatal(err, openErr)
	}
	if f.dict(f.trailer["Root"])["Lang"] != "fr" || f.dict(f.trailer["Info"])["Title"] != "x" {
		t.Errorf("%s", b.Bytes())
	}
}

// No document panics, loops or is read where [Begins] tells none.
func FuzzOpen(f *testing.F) {
	hostile := hostilePDFs()
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		if len(hostile[name]) < 1<<16 && name != "bomb" {
			f.Add([]byte(hostile[name]))
		}
	}
	f.Add(page(deflated("(a) Tj")))
	f.Fuzz(func(t *testing.T, document []byte) {
		if _, _, _, err := readAll(document); err == nil && !Begins(document) {
			t.Error("read, and no PDF")
		}
	})
}

// No page panics, loops or has operators of more operands than there are.
func FuzzOperators(f *testing.F) {
	for _, content := range []string{
		"EMC /X BMC BDC Tj TJ ' \" ID EI q Q", "BI /W 1 ID \x00\x01 EI (", "<<<<<<[[[(((", "1 0 R R R << 1 0 R >> [ R ]",
		"/A <</B (c) /D true>> BDC BT 1 2.5 Td <0034> Tj ET EMC",
	} {
		f.Add([]byte(content))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		_ = Operators(content, func(operator Keyword, operands []Value) error {
			if len(operands) > mostOperands || isReal(operator) {
				t.Errorf("%s: %d operands", operator, len(operands))
			}
			return nil
		})
	})
}
