package grid

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// mostRecord bounds a record's bytes in UTF-8: an unclosed quote swallows the rest of
// its file.
const mostRecord = 1 << 20

// A delimited reads the records of a text.
type delimited struct {
	source   *source
	digest   *digest
	encoding encoding
	comma    rune
	raw      *io.SectionReader // what bound decodes
	bound    *bound
	records  *splitter
	cells    []string // of the row last read
	counted  int      // of them, those that within and inner are about
	within   int      // their bytes
	inner    int      // bytes that begin no character, on the line where they end
	progress progress
	found    Detected
	err      error // what ended the walk
}

// openText decides what the text is, in a first walk over all of it, then stands
// before its first record.
func openText(s *source, o Options) (Reader, error) {
	t := &delimited{source: s, digest: s.digest(), progress: progress{tell: o.Progress, total: s.size}}
	var err error
	t.encoding, err = s.detect()
	if err == nil && s.size == t.encoding.bom {
		err = s.fault(text.EmptyFile())
	}
	if err == nil {
		t.comma, err = delimiter(t.encoding.text(s), o.Header)
	}
	if err != nil {
		t.digest.cancel()
		return nil, s.systemError(err)
	}
	t.found.Encoding, t.found.Delimiter = t.encoding.name, string(t.comma)
	t.raw = s.from(t.encoding.bom)
	t.bound = &bound{r: t.encoding.lines(t.raw), most: mostRecord + readAhead}
	t.records = newSplitter(t.bound, t.comma)
	return t, nil
}

// Next gives the next record; lines with nothing at all are none.
func (t *delimited) Next() (Row, error) {
	if t.err != nil {
		return Row{}, t.err
	}
	start := t.records.bytes
	t.bound.start = start
	cells, err := t.records.next()
	if err == nil && t.records.bytes-start > mostRecord && length(cells) > mostRecord {
		err = errTooLong // and not after many blank lines
	}
	t.cells, t.counted, t.within, t.inner = cells, 0, 0, 0
	switch {
	case err != nil:
		t.cells = nil
		t.err = t.ended(err, start)
		return Row{}, t.err
	case len(cells) > mostColumns:
		t.err = &Fault{t.Place(-1), text.TooManyColumns(mostColumns)}
		return Row{}, t.err
	}
	t.progress.at(t.read())
	return Row{Line: t.records.first, Cells: cells}, nil
}

// read is how many bytes of the file have been read.
func (t *delimited) read() int64 {
	at, _ := t.raw.Seek(0, io.SeekCurrent) // fails for no such place
	return t.encoding.bom + at
}

// length is that of all cells, in bytes.
func length(cells []string) int {
	n := 0
	for _, c := range cells {
		n += len(c)
	}
	return n
}

// ended tells why there is no record at offset start.
func (t *delimited) ended(err error, start int64) error {
	var syntax *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		sum, err := t.digest.wait()
		if err != nil {
			return err
		}
		t.found.SHA256 = sum
		t.progress.end()
		return io.EOF
	case errors.Is(err, errTooLong), errors.As(err, &syntax):
		return t.fault(start)
	}
	return t.source.systemError(err)
}

// fault tells what is wrong with the record at offset start: it is read again.
func (t *delimited) fault(start int64) error {
	again := bufio.NewReader(t.encoding.text(t.source))
	if _, err := io.CopyN(io.Discard, again, start); err != nil {
		return t.source.systemError(err)
	}
	for c := byte('\n'); c == '\r' || c == '\n'; start++ { // blank lines
		var err error
		if c, err = again.ReadByte(); err != nil {
			return t.source.systemError(err)
		}
	}
	if err := again.UnreadByte(); err != nil {
		return t.source.systemError(err)
	}
	start--
	record, err := io.ReadAll(io.LimitReader(again, mostRecord+readAhead))
	if err != nil {
		return t.source.systemError(err)
	}
	at, words := quoteFault(record, byte(t.comma))
	if words == nil {
		m := text.RecordTooLong(mostRecord >> 20)
		at, words = 0, &m
	}
	before := io.LimitReader(t.encoding.text(t.source), start+int64(at))
	return t.source.faultAfter(before, *words)
}

// Place is in characters: records are parted by the bytes of UTF-8.
func (t *delimited) Place(i int) diag.Place {
	p := diag.Place{File: t.source.name}
	if len(t.cells) == 0 {
		return p
	}
	if i < 0 {
		p.Line = t.records.first
		return p
	}
	t.countBefore(min(i, len(t.cells)-1))
	line, before := t.records.position(t.counted, t.within)
	p.Line = line
	if i < len(t.cells) { // else the row is short
		p.Column = 1 + before - t.inner
	}
	return p
}

// countBefore counts the bytes before cell i, and those of them, on its line, that begin
// no character. It goes on from where it was: a header of many cells asks for the place
// of each.
func (t *delimited) countBefore(i int) {
	if i < t.counted {
		t.counted, t.within, t.inner = 0, 0, 0
	}
	for ; t.counted < i; t.counted++ {
		cell := t.cells[t.counted]
		t.within += len(cell)
		if end := strings.LastIndexByte(cell, '\n'); end >= 0 {
			t.inner, cell = 0, cell[end+1:]
		}
		for _, c := range []byte(cell) {
			if continues(c) {
				t.inner++
			}
		}
	}
}

func (t *delimited) Detected() Detected { return t.found }

func (t *delimited) Close() error {
	t.digest.cancel()
	return t.source.close()
}

// readAhead is what is read at once before the records are parted.
const readAhead = 64 << 10

var errTooLong = errors.New("record too long")

// A bound refuses to read on when a record grows out of all measure.
type bound struct {
	r           io.Reader
	read, start int64 // bytes given so far; where the record begins
	most        int64
	ends        int64 // of the bytes given, the last ones that are ends of lines
}

func (b *bound) Read(p []byte) (int, error) {
	if b.ends >= b.read-b.start {
		b.start = b.read // blank lines: the record is after them
	}
	if b.read-b.start > b.most {
		return 0, errTooLong
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	if ends := n - len(bytes.TrimRight(p[:n], "\r\n")); ends < n {
		b.ends = int64(ends)
	} else {
		b.ends += int64(n)
	}
	return n, err
}
