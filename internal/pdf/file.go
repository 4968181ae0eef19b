// Package pdf reads PDF files again, their pages and what is attached, and writes anew those
// that a library made. It knows nothing of what they say.
package pdf

import (
	"bytes"
	"errors"
)

// What Open and what follows it say of a file.
var (
	ErrNone    = errors.New("no PDF")
	ErrDamaged = errors.New("damaged, or a kind of PDF that is not known")
	ErrLocked  = errors.New("protected by a password")
	ErrTooMuch = errors.New("it holds far more than its size tells")
)

// A File finds the objects of a PDF by its tables of where they stand, the newest first: a
// file that was signed, or saved again, has several. It reads a document that somebody
// else may have made to harm: what it inflates, reads and visits is bounded by the size of
// the file, and it goes round no circle.
//
// A library was tried, and overflows the stack on an object stream that is in itself:
// nothing recovers from that.
type File struct {
	b       []byte
	places  map[int]place
	trailer Dict
	left    budget
	packed  map[int]packed // streams of objects, by the object that they are
	loading map[int]bool
	over    bool // the budget is spent
}

// A budget is how much more may be done with a file.
type budget struct {
	tables   int // bytes to read of tables
	read     int // of objects
	inflated int // that streams hold
	objects  int
	nodes    int // of trees
}

// budgetOf is far more than programs need: a file is read some times over, and text
// becomes a tenth where it is deflated.
func budgetOf(size int) budget {
	return budget{
		tables: 2*size + 1<<16, read: 8*size + 1<<20,
		inflated: min(64<<20+64*min(size, 1<<24), 1<<30), objects: size/8 + 1<<16, nodes: size/8 + 1<<12,
	}
}

// spend takes from a part of the budget, and tells whether it is not spent.
func (f *File) spend(part *int, n int) bool {
	*part -= n
	f.over = f.over || *part < 0
	return !f.over
}

// failure is why something could not be read.
func (f *File) failure() error {
	if f.over {
		return ErrTooMuch
	}
	return ErrDamaged
}

// A place is where an object stands: at an offset of the file, or in a stream.
type place struct {
	offset   int
	inStream int // the object that is the stream; 0 for none
}

// A Stream is what a dictionary describes, as it stands in the file.
type Stream struct {
	Dict Dict
	raw  []byte
}

// NewStream is a stream of bytes that are not deflated.
func NewStream(d Dict, content []byte) Stream {
	d["Length"] = len(content)
	return Stream{d, content}
}

const mostSections = 1 << 12

// begin is how a PDF does.
const begin = "%PDF-"

// Begins tells a PDF by its beginning: a byte order mark and white space may stand before.
func Begins(head []byte) bool { return bytes.HasPrefix(trimmed(head), []byte(begin)) }

func trimmed(head []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
}

// Open reads where the objects of a document are: an error is [ErrNone] for another kind of
// file, [ErrDamaged] for one that was cut, [ErrLocked], [ErrTooMuch].
func Open(document []byte) (*File, error) {
	if !Begins(document) {
		return nil, ErrNone
	}
	f := &File{
		b: trimmed(document), places: make(map[int]place), trailer: Dict{}, left: budgetOf(len(document)),
		packed: make(map[int]packed), loading: make(map[int]bool),
	}
	if !f.tables() {
		return nil, f.failure()
	}
	if f.trailer["Encrypt"] != nil {
		return nil, ErrLocked
	}
	if _, ok := f.Resolved(f.trailer["Root"]).(Dict); !ok {
		return nil, f.failure()
	}
	return f, nil
}

// tables reads the table at the end, and those that it continues.
func (f *File) tables() bool {
	const word = "startxref"
	end := bytes.LastIndex(f.b, []byte(word))
	if end < 0 {
		return false
	}
	next, _ := (&lexer{f.b, end + len(word)}).value()
	seen := make(map[int]bool)
	for sections := []Value{next}; len(sections) > 0; sections = sections[1:] {
		at, ok := sections[0].(int)
		if !ok || at < 0 || at >= len(f.b) || len(seen) > mostSections {
			return false
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		trailer := f.section(at)
		if trailer == nil || f.over {
			return false
		}
		for name, v := range trailer {
			if _, newer := f.trailer[name]; !newer {
				f.trailer[name] = v
			}
		}
		for _, name := range []Name{"XRefStm", "Prev"} {
			if v, there := trailer[name]; there {
				sections = append(sections, v)
			}
		}
	}
	return true
}

// section reads one table, and the dictionary that follows it; nil where it is damaged.
func (f *File) section(at int) Dict {
	l := &lexer{f.b, at}
	defer func() { f.spend(&f.left.tables, l.at-at) }()
	if first, _ := l.value(); first != Keyword("xref") {
		return f.streamSection(at)
	}
	for {
		v, err := l.value()
		if err != nil {
			return nil
		}
		from, ok := v.(int)
		if !ok {
			break // trailer
		}
		n, _ := l.value()
		count, ok := n.(int)
		if !ok || !f.tableSection(l, from, count) {
			return nil
		}
	}
	v, _ := l.value()
	trailer, _ := v.(Dict)
	return trailer
}

// tableSection reads lines of an offset, a generation, and n for an object that is in use.
func (f *File) tableSection(l *lexer, from, count int) bool {
	for i := range count {
		offset, _ := l.value()
		_, _ = l.value()
		kind, err := l.value()
		at, ok := offset.(int)
		if err != nil || !ok {
			return false
		}
		if kind != Keyword("n") {
			at = 0
		}
		if !f.place(from+i, place{offset: at}) {
			return false
		}
	}
	return true
}

// place keeps where an object stands, unless a newer table told; false for too many.
func (f *File) place(id int, at place) bool {
	if _, newer := f.places[id]; newer {
		return true
	}
	f.places[id] = at
	return f.spend(&f.left.objects, 1)
}

// streamSection reads a table that is a stream.
func (f *File) streamSection(at int) Dict {
	v, err := f.objectAt(at, -1)
	if err != nil {
		return nil
	}
	s, ok := v.(Stream)
	if !ok {
		return nil
	}
	table, err := f.Content(s)
	if err != nil {
		return nil
	}
	widths, _ := s.Dict["W"].(Array)
	size, _ := s.Dict["Size"].(int)
	index, given := s.Dict["Index"].(Array)
	if !given {
		index = Array{0, size}
	}
	var w [3]int
	for i := range w {
		if len(widths) != len(w) {
			return nil
		}
		if w[i], ok = widths[i].(int); !ok || w[i] < 0 || w[i] > 7 {
			return nil
		}
	}
	entry := w[0] + w[1] + w[2]
	for i := 0; i+1 < len(index) && entry > 0; i += 2 {
		from, _ := index[i].(int)
		count, _ := index[i+1].(int)
		for id := from; id < from+count && len(table) >= entry; id++ {
			if !f.streamEntry(id, w, table[:entry]) {
				return nil
			}
			table = table[entry:]
		}
	}
	return s.Dict
}

func (f *File) streamEntry(id int, w [3]int, entry []byte) bool {
	var field [3]int
	for i := range w {
		for _, c := range entry[:w[i]] {
			field[i] = field[i]<<8 | int(c)
		}
		entry = entry[w[i]:]
	}
	if w[0] == 0 {
		field[0] = 1
	}
	switch field[0] {
	case 1:
		return f.place(id, place{offset: field[1]})
	case 2:
		return f.place(id, place{inStream: field[1]})
	default:
		return f.place(id, place{})
	}
}

// Resolved gives the object that a reference is of; other values are themselves. nil is
// what is not there, or in a circle.
func (f *File) Resolved(v Value) Value {
	ref, is := v.(Ref)
	if !is {
		return v
	}
	id := int(ref)
	at := f.places[id]
	if f.loading[id] {
		return nil
	}
	f.loading[id] = true
	defer delete(f.loading, id)
	var err error
	switch {
	case at.inStream != 0:
		v, err = f.objectIn(at.inStream, id)
	case at.offset > 0 && at.offset < len(f.b):
		v, err = f.objectAt(at.offset, id)
	default:
		return nil
	}
	if _, again := v.(Ref); again || err != nil {
		return nil
	}
	return v
}

// objectAt reads the object at an offset; it has that number, where one is wanted.
func (f *File) objectAt(offset, id int) (Value, error) {
	l := &lexer{f.b, offset}
	number, _ := l.value()
	_, _ = l.value()
	if word, _ := l.value(); word != Keyword("obj") || id >= 0 && number != id {
		return nil, ErrDamaged
	}
	v, err := l.value()
	if !f.spend(&f.left.read, l.at-offset) || err != nil {
		return nil, f.failure()
	}
	d, ok := v.(Dict)
	if !ok {
		return v, nil
	}
	if word, _ := l.value(); word != Keyword("stream") {
		return d, nil
	}
	if l.at < len(l.b) && l.b[l.at] == '\r' {
		l.at++
	}
	if l.at < len(l.b) && l.b[l.at] == '\n' {
		l.at++
	}
	n, ok := f.Resolved(d["Length"]).(int)
	if !ok || n < 0 || n > len(l.b)-l.at {
		return nil, ErrDamaged
	}
	return Stream{d, l.b[l.at : l.at+n]}, nil
}

// A packed is a stream of objects, and where in it each begins.
type packed struct {
	b       []byte
	offsets map[int]int
}

// objectIn reads an object that is in a stream of objects.
func (f *File) objectIn(container, id int) (Value, error) {
	in, read := f.packed[container]
	if !read {
		in = f.unpacked(container)
		f.packed[container] = in
	}
	offset, there := in.offsets[id]
	if !there {
		return nil, ErrDamaged
	}
	l := &lexer{in.b, offset}
	v, err := l.value()
	if !f.spend(&f.left.read, l.at-offset) {
		return nil, ErrTooMuch
	}
	return v, err
}

// unpacked reads a stream of objects, which is in none itself; nothing of one that is
// damaged.
func (f *File) unpacked(container int) packed {
	at := f.places[container]
	if at.inStream != 0 || at.offset <= 0 || at.offset >= len(f.b) {
		return packed{}
	}
	v, err := f.objectAt(at.offset, container)
	s, ok := v.(Stream)
	if err != nil || !ok {
		return packed{}
	}
	all, err := f.Content(s)
	first, ok := s.Dict["First"].(int)
	if err != nil || !ok || first < 0 || first > len(all) {
		return packed{}
	}
	f.left.read += 8 * len(all)
	in := packed{all, make(map[int]int)}
	for header := (&lexer{all[:first], 0}); ; {
		v, err := header.value()
		if err != nil || !f.spend(&f.left.objects, 1) {
			return in
		}
		id, isID := v.(int)
		v, _ = header.value()
		if offset, is := v.(int); is && isID && offset >= 0 && offset <= len(all)-first {
			in.offsets[id] = first + offset
		}
	}
}

// dict gives a dictionary, of a stream too; an empty one where there is none.
func (f *File) dict(v Value) Dict {
	switch v := f.Resolved(v).(type) {
	case Dict:
		return v
	case Stream:
		return v.Dict
	}
	return Dict{}
}

// array gives an array; an empty one where there is none.
func (f *File) array(v Value) Array {
	all, _ := f.Resolved(v).(Array)
	return all
}
