package report

import "bytes"

// A pdfFile finds the objects of a PDF by its tables of where they stand, the newest first:
// a file that was signed, or saved again, has several. It reads a document that somebody
// else may have made to harm: what it inflates and how deep it looks is bounded, and it
// goes round no circle.
//
// A library was tried, and overflows the stack on an object stream that is in itself:
// nothing recovers from that.
type pdfFile struct {
	b       []byte
	places  map[int]pdfPlace
	trailer pdfDict
	left    int               // bytes that may still be looked at
	packed  map[int]pdfPacked // streams of objects, by the object that they are
	loading map[int]bool
}

// A pdfPlace is where an object stands: at an offset of the file, or in a stream.
type pdfPlace struct {
	offset   int
	inStream int // the object that is the stream; 0 for none
}

// A pdfStream is what a dictionary describes.
type pdfStream struct {
	dict pdfDict
	raw  []byte
}

const (
	mostPDFWork     = 1 << 30
	mostPDFObjects  = 8 << 20
	mostPDFSections = 1 << 12
)

// openPDF reads where the objects of a document are.
func openPDF(document []byte) (*pdfFile, error) {
	f := &pdfFile{
		places: make(map[int]pdfPlace), trailer: pdfDict{}, left: mostPDFWork,
		packed: make(map[int]pdfPacked), loading: make(map[int]bool),
	}
	begin := bytes.Index(document[:min(len(document), 1024)], []byte("%PDF-"))
	end := bytes.LastIndex(document, []byte("startxref"))
	if begin < 0 || end < begin {
		return nil, errPDF
	}
	f.b = document[begin:]
	l := &pdfLexer{f.b, end - begin + len("startxref")}
	next, _ := l.value()
	seen := make(map[int]bool)
	for sections := []any{next}; len(sections) > 0; sections = sections[1:] {
		at, ok := sections[0].(int)
		if !ok || at < 0 || at >= len(f.b) || len(seen) > mostPDFSections {
			return nil, errPDF
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		trailer, err := f.section(at)
		if err != nil {
			return nil, err
		}
		for name, v := range trailer {
			if _, newer := f.trailer[name]; !newer {
				f.trailer[name] = v
			}
		}
		for _, name := range []pdfName{"XRefStm", "Prev"} {
			if v, there := trailer[name]; there {
				sections = append(sections, v)
			}
		}
	}
	if f.trailer["Encrypt"] != nil {
		return nil, errPDF
	}
	return f, nil
}

// section reads one table, and the dictionary that follows it.
func (f *pdfFile) section(at int) (pdfDict, error) {
	l := &pdfLexer{f.b, at}
	first, err := l.value()
	if err != nil {
		return nil, err
	}
	if first != pdfKeyword("xref") {
		return f.streamSection(at)
	}
	for {
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		from, ok := v.(int)
		if !ok {
			break // trailer
		}
		n, _ := l.value()
		count, ok := n.(int)
		if !ok || !f.tableSection(l, from, count) {
			return nil, errPDF
		}
	}
	v, _ := l.value()
	trailer, ok := v.(pdfDict)
	if !ok {
		return nil, errPDF
	}
	return trailer, nil
}

// tableSection reads lines of an offset, a generation, and n for an object that is in use.
func (f *pdfFile) tableSection(l *pdfLexer, from, count int) bool {
	for id := from; id < from+count; id++ {
		offset, _ := l.value()
		_, _ = l.value()
		kind, err := l.value()
		at, ok := offset.(int)
		if err != nil || !ok {
			return false
		}
		if kind != pdfKeyword("n") {
			at = 0
		}
		f.place(id, pdfPlace{offset: at})
	}
	return true
}

// place keeps where an object stands, unless a newer table told.
func (f *pdfFile) place(id int, at pdfPlace) {
	if _, newer := f.places[id]; !newer && len(f.places) < mostPDFObjects {
		f.places[id] = at
	}
}

// streamSection reads a table that is a stream.
func (f *pdfFile) streamSection(at int) (pdfDict, error) {
	v, err := f.objectAt(at, -1)
	if err != nil {
		return nil, err
	}
	s, ok := v.(pdfStream)
	if !ok {
		return nil, errPDF
	}
	table, err := f.inflated(s)
	if err != nil {
		return nil, err
	}
	widths, _ := s.dict["W"].(pdfArray)
	size, _ := s.dict["Size"].(int)
	index, given := s.dict["Index"].(pdfArray)
	if !given {
		index = pdfArray{0, size}
	}
	var w [3]int
	for i := range w {
		if len(widths) != len(w) {
			return nil, errPDF
		}
		if w[i], ok = widths[i].(int); !ok || w[i] < 0 || w[i] > 7 {
			return nil, errPDF
		}
	}
	entry := w[0] + w[1] + w[2]
	for i := 0; i+1 < len(index) && entry > 0; i += 2 {
		from, _ := index[i].(int)
		count, _ := index[i+1].(int)
		for id := from; id < from+count && len(table) >= entry; id++ {
			f.streamEntry(id, w, table[:entry])
			table = table[entry:]
		}
	}
	return s.dict, nil
}

func (f *pdfFile) streamEntry(id int, w [3]int, entry []byte) {
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
		f.place(id, pdfPlace{offset: field[1]})
	case 2:
		f.place(id, pdfPlace{inStream: field[1]})
	default:
		f.place(id, pdfPlace{})
	}
}

// resolved gives the object that a reference is of; other values are themselves. nil is
// what is not there, or in a circle.
func (f *pdfFile) resolved(v any) any {
	ref, is := v.(pdfRef)
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
	if _, again := v.(pdfRef); again || err != nil {
		return nil
	}
	return v
}

// objectAt reads the object at an offset; it has that number, where one is wanted.
func (f *pdfFile) objectAt(offset, id int) (any, error) {
	l := &pdfLexer{f.b, offset}
	number, _ := l.value()
	_, _ = l.value()
	if word, _ := l.value(); word != pdfKeyword("obj") || id >= 0 && number != id {
		return nil, errPDF
	}
	v, err := l.value()
	if f.left -= l.at - offset; err != nil || f.left < 0 {
		return nil, errPDF
	}
	d, ok := v.(pdfDict)
	if !ok {
		return v, nil
	}
	if word, _ := l.value(); word != pdfKeyword("stream") {
		return d, nil
	}
	if l.at < len(l.b) && l.b[l.at] == '\r' {
		l.at++
	}
	if l.at < len(l.b) && l.b[l.at] == '\n' {
		l.at++
	}
	n, ok := f.resolved(d["Length"]).(int)
	if !ok || n < 0 || n > len(l.b)-l.at {
		return nil, errPDF
	}
	return pdfStream{d, l.b[l.at : l.at+n]}, nil
}

// A pdfPacked is a stream of objects, and where in it each begins.
type pdfPacked struct {
	b       []byte
	offsets map[int]int
}

// objectIn reads an object that is in a stream of objects.
func (f *pdfFile) objectIn(container, id int) (any, error) {
	packed, read := f.packed[container]
	if !read {
		packed = f.unpacked(container)
		f.packed[container] = packed
	}
	offset, there := packed.offsets[id]
	if !there {
		return nil, errPDF
	}
	l := &pdfLexer{packed.b, offset}
	v, err := l.value()
	if f.left -= l.at - offset; f.left < 0 {
		return nil, errPDF
	}
	return v, err
}

// unpacked reads a stream of objects, which is in none itself; nothing of one that is
// damaged.
func (f *pdfFile) unpacked(container int) pdfPacked {
	at := f.places[container]
	if at.inStream != 0 || at.offset <= 0 || at.offset >= len(f.b) {
		return pdfPacked{}
	}
	v, err := f.objectAt(at.offset, container)
	s, ok := v.(pdfStream)
	if err != nil || !ok {
		return pdfPacked{}
	}
	all, err := f.inflated(s)
	first, ok := s.dict["First"].(int)
	if err != nil || !ok || first < 0 || first > len(all) {
		return pdfPacked{}
	}
	packed := pdfPacked{all, make(map[int]int)}
	for header := (&pdfLexer{all[:first], 0}); ; {
		v, err := header.value()
		if err != nil {
			return packed
		}
		id, isID := v.(int)
		v, _ = header.value()
		if offset, is := v.(int); is && isID && offset >= 0 && offset <= len(all)-first {
			packed.offsets[id] = first + offset
		}
	}
}

// dict gives a dictionary, of a stream too; an empty one where there is none.
func (f *pdfFile) dict(v any) pdfDict {
	switch v := f.resolved(v).(type) {
	case pdfDict:
		return v
	case pdfStream:
		return v.dict
	}
	return pdfDict{}
}

// array gives an array; an empty one where there is none.
func (f *pdfFile) array(v any) pdfArray {
	all, _ := f.resolved(v).(pdfArray)
	return all
}
