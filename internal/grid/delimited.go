package grid

import (
	"bufio"
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
	csv      *csv.Reader
	bound    *bound
	cells    []string // of the row last read
	found    Detected
	err      error // what ended the walk
}

// openText decides what the text is, in a first walk over all of it, then stands
// before its first record.
func openText(s *source, o Options) (Reader, error) {
	t := &delimited{source: s, digest: s.digest()}
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
	t.bound = &bound{r: t.encoding.text(s), most: mostRecord + readAhead}
	t.csv = newCSV(bufio.NewReaderSize(t.bound, readAhead), t.comma)
	return t, nil
}

// Next gives the next record; lines with nothing at all are none.
func (t *delimited) Next() (Row, error) {
	if t.err != nil {
		return Row{}, t.err
	}
	start := t.csv.InputOffset()
	t.bound.start = start
	cells, err := t.csv.Read()
	if err == nil && t.csv.InputOffset()-start > mostRecord {
		err = errTooLong
	}
	if err != nil {
		t.cells = nil
		t.err = t.ended(err, start)
		return Row{}, t.err
	}
	t.cells = cells
	line, _ := t.csv.FieldPos(0)
	return Row{Line: line, Cells: cells}, nil
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
		return io.EOF
	case errors.Is(err, errTooLong), errors.As(err, &syntax):
		return t.fault(start)
	}
	return t.source.systemError(err)
}

// fault tells what is wrong with the record at offset start: it is read again.
func (t *delimited) fault(start int64) error {
	again := t.encoding.text(t.source)
	if _, err := io.CopyN(io.Discard, again, start); err != nil {
		return t.source.systemError(err)
	}
	record, err := io.ReadAll(io.LimitReader(again, mostRecord+readAhead))
	if err != nil {
		return t.source.systemError(err)
	}
	blank := len(record) - len(strings.TrimLeft(string(record), "\r\n"))
	at, words := quoteFault(record[blank:], byte(t.comma))
	if words == nil {
		m := text.RecordTooLong(mostRecord >> 20)
		at, words = 0, &m
	}
	before := io.LimitReader(t.encoding.text(t.source), start+int64(blank+at))
	return t.source.faultAfter(before, *words)
}

// Place is in characters: encoding/csv counts bytes of UTF-8.
func (t *delimited) Place(i int) diag.Place {
	p := diag.Place{File: t.source.name}
	if len(t.cells) == 0 {
		return p
	}
	if i < 0 {
		p.Line, _ = t.csv.FieldPos(0)
		return p
	}
	if i >= len(t.cells) { // the row is short
		p.Line, _ = t.csv.FieldPos(len(t.cells) - 1)
		return p
	}
	p.Line, p.Column = t.csv.FieldPos(i)
	for j, cell := range t.cells[:i] {
		line, _ := t.csv.FieldPos(j)
		if line+strings.Count(cell, "\n") != p.Line {
			continue // it ends on a line above
		}
		for _, c := range []byte(cell[strings.LastIndexByte(cell, '\n')+1:]) {
			if continues(c) {
				p.Column--
			}
		}
	}
	return p
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
}

func (b *bound) Read(p []byte) (int, error) {
	if b.read-b.start > b.most {
		return 0, errTooLong
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	return n, err
}
