package grid

import (
	"errors"

	"github.com/entcalc/entcalc/internal/text"
)

const (
	mostShared = 400_000 // shared strings: excelize needs 3 µs and half a KiB for each
	mostCell   = 32_767  // characters of a cell, the most that a workbook can have
	mostPieces = 1 << 20 // elements of all texts, the first of each excepted: excelize needs 1 µs for each
)

// What a text may have too many of.
var (
	errLong   = errors.New("more characters than a cell can have")
	errPieces = errors.New("more elements than a cell can have characters")
)

// countShared counts the workbook's shared strings, and refuses those that no
// spreadsheet program could have written.
func (p *pack) countShared(part string, data []byte) (int, error) {
	m, count, pieces := newMarkup(data), 0, 0
	for {
		t, err := m.next()
		switch {
		case err != nil:
		case t == endOfPart:
			return count, nil
		case t == startTag && len(m.open) == 1 && string(m.name()) != "sst":
			err = errMarkup
		case t == startTag && m.inside("sst", "si"):
			count++
			r := richText{m: m}
			err = r.read()
			pieces += r.more()
		}
		switch {
		case errors.Is(err, errLong):
			return 0, p.source.fault(text.StringTooLong(mostCell))
		case errors.Is(err, errPieces):
			return 0, p.source.fault(text.StringInPieces(mostCell))
		case err != nil:
			return 0, p.source.markupError(part, err)
		case count > mostShared:
			return 0, p.source.fault(text.TooManyStrings(mostShared))
		case pieces > mostPieces:
			return 0, p.source.fault(text.StringsInPieces(mostPieces))
		}
	}
}

// A richText walks a text, shared (si) or in its cell (is): one t, or runs (r) with a t
// each. It refuses anything else that has characters, of which excelize would take some
// and drop the others, in silence.
type richText struct {
	m          *markup
	text, runs bool
	chars      int // of the text
	spare      int // characters beside it: how it is pronounced, white space
	pieces     int // elements, and parts of their characters
}

// more tells how many elements the text has beyond what the plainest has.
func (r *richText) more() int { return max(0, r.pieces-2) }

// read walks to the end of the element that is the text.
func (r *richText) read() error {
	if !r.m.is("si") && !r.m.is("is") {
		return errMarkup
	}
	return r.each(func() error {
		switch {
		case r.m.is("t") && !r.text && !r.runs:
			r.text = true
			return r.characters(&r.chars)
		case r.m.is("r"):
			r.runs = true
			return r.run()
		case r.m.is("rPh"):
			return r.each(func() error {
				if !r.m.is("t") {
					return errMarkup
				}
				return r.characters(&r.spare)
			})
		case r.m.is("phoneticPr"):
			return r.skip()
		}
		return errMarkup
	})
}

// run walks to the end of a run: its format, its text.
func (r *richText) run() error {
	met := false
	return r.each(func() error {
		switch {
		case r.m.is("t") && !met:
			met = true
			return r.characters(&r.chars)
		case r.m.is("rPr"):
			return r.skip()
		}
		return errMarkup
	})
}

// skip walks to the end of an element that says nothing of the characters.
func (r *richText) skip() error { return r.each(r.skip) }

// each gives the elements in the innermost one to walk, each to its end.
func (r *richText) each(child func() error) error {
	for {
		t, err := r.next()
		switch {
		case err != nil || t == endTag:
			return err
		case t == startTag:
			err = child()
		case spaces(r.m.text) < len(r.m.text):
			err = errMarkup
		default:
			r.spare += r.m.chars
		}
		if err != nil {
			return err
		}
	}
}

// characters walks to the end of a t, and counts what is in it.
func (r *richText) characters(count *int) error {
	for {
		t, err := r.next()
		switch {
		case err != nil || t == endTag:
			return err
		case t == startTag:
			return errMarkup
		}
		*count += r.m.chars
	}
}

// next gives the next token, unless there are too many.
func (r *richText) next() (token, error) {
	if r.chars > mostCell || r.spare > mostCell {
		return endOfPart, errLong
	}
	t, err := r.m.next()
	if err == nil && t != endTag {
		if r.pieces++; r.pieces > mostCell {
			err = errPieces
		}
	}
	return t, err
}
