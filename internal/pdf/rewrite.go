package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/klauspost/compress/zlib"
)

// Rewrite writes anew a document that a library of ours made: what Go's own compression
// made is compressed by a library whose version is pinned, so that the bytes are the same
// whatever Go is; strings, names and numbers stay as they are. The document has no stream
// of objects. edit, before, changes the objects in place: the trailer refers to them.
func Rewrite(w io.Writer, document []byte, edit func(objects map[Ref]Value, trailer Dict)) error {
	f, err := Open(document)
	if err != nil {
		return err
	}
	f.left = budget{math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt}
	objects := make(map[Ref]Value, len(f.places))
	for id, at := range f.places {
		if at.offset > 0 {
			if objects[Ref(id)], err = f.objectAt(at.offset, id); err != nil {
				return err
			}
		}
	}
	if edit != nil {
		edit(objects, f.trailer)
	}
	out := writer{offsets: make(map[Ref]int, len(objects)), deflater: zlib.NewWriter(nil)}
	out.b.Grow(len(document))
	out.b.WriteString(begin + "1.7\n%\xe2\xe3\xcf\xd3\n")
	for _, id := range slices.Sorted(maps.Keys(objects)) {
		if err := out.object(f, id, objects[id]); err != nil {
			return err
		}
	}
	out.table(f.trailer)
	_, err = w.Write(out.b.Bytes())
	return err
}

// A writer writes objects, and remembers where.
type writer struct {
	b        bytes.Buffer
	offsets  map[Ref]int
	deflater *zlib.Writer // it is large: one for all
}

func (w *writer) object(f *File, id Ref, v Value) error {
	w.offsets[id] = w.b.Len()
	fmt.Fprintf(&w.b, "%d 0 obj\n", id)
	s, is := v.(Stream)
	if !is {
		w.value(v)
		w.b.WriteString("\nendobj\n")
		return nil
	}
	deflated, dict, err := w.deflated(f, s)
	if err != nil {
		return err
	}
	w.value(dict)
	w.b.WriteString("\nstream\n")
	w.b.Write(deflated)
	w.b.WriteString("\nendstream\nendobj\n")
	return nil
}

// deflated deflates what a stream holds, again where it was. Of a picture the rows stay as
// they are filtered; one of another kind stays whole.
func (w *writer) deflated(f *File, s Stream) ([]byte, Dict, error) {
	dict := maps.Clone(s.Dict)
	var from io.Reader = bytes.NewReader(s.raw)
	switch filter := f.Resolved(dict["Filter"]); filter {
	case nil:
	case Name("FlateDecode"):
		r, err := zlib.NewReader(from)
		if err != nil {
			return nil, nil, errors.Join(ErrDamaged, err)
		}
		from = r
	default:
		return s.raw, dict, nil
	}
	var b bytes.Buffer
	w.deflater.Reset(&b)
	if _, err := io.Copy(w.deflater, from); err != nil {
		return nil, nil, errors.Join(ErrDamaged, err)
	}
	if err := w.deflater.Close(); err != nil {
		return nil, nil, err
	}
	dict["Filter"], dict["Length"] = Name("FlateDecode"), b.Len()
	return b.Bytes(), dict, nil
}

// table writes where objects stand, and the end.
func (w *writer) table(trailer Dict) {
	size := slices.Max(append(slices.Collect(maps.Keys(w.offsets)), 0)) + 1
	begins := w.b.Len()
	fmt.Fprintf(&w.b, "xref\n0 %d\n0000000000 65535 f \n", size)
	for id := Ref(1); id < size; id++ {
		if at, there := w.offsets[id]; there {
			fmt.Fprintf(&w.b, "%010d 00000 n \n", at)
		} else {
			w.b.WriteString("0000000000 00001 f \n")
		}
	}
	trailer = maps.Clone(trailer)
	trailer["Size"] = int(size)
	delete(trailer, "Prev")
	w.b.WriteString("trailer\n")
	w.value(trailer)
	fmt.Fprintf(&w.b, "\nstartxref\n%d\n%%%%EOF\n", begins)
}

// value writes a value; the entries of a dictionary in the order of their names.
func (w *writer) value(v Value) {
	switch v := v.(type) {
	case nil:
		w.b.WriteString("null")
	case Ref:
		fmt.Fprintf(&w.b, "%d 0 R", v)
	case Name:
		w.name(v)
	case string:
		w.literal(v)
	case Array:
		w.b.WriteByte('[')
		for i, one := range v {
			if i > 0 {
				w.b.WriteByte(' ')
			}
			w.value(one)
		}
		w.b.WriteByte(']')
	case Dict:
		w.b.WriteString("<<")
		for _, name := range slices.Sorted(maps.Keys(v)) {
			w.name(name)
			w.b.WriteByte(' ')
			w.value(v[name])
		}
		w.b.WriteString(">>")
	default: // a number, a boolean, a real
		fmt.Fprint(&w.b, v)
	}
}

func (w *writer) name(name Name) {
	w.b.WriteByte('/')
	for i := range len(name) {
		if c := name[i]; c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			fmt.Fprintf(&w.b, "#%02x", c)
		} else {
			w.b.WriteByte(c)
		}
	}
}

// literal writes the bytes of a text between parentheses.
func (w *writer) literal(words string) {
	w.b.WriteByte('(')
	for i := range len(words) {
		switch c := words[i]; c {
		case '(', ')', '\\':
			w.b.Write([]byte{'\\', c})
		case '\r': // a reader would take it for a \n
			w.b.WriteString(`\r`)
		default:
			w.b.WriteByte(c)
		}
	}
	w.b.WriteByte(')')
}
