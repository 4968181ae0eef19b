package grid

import (
	"bytes"
	"io"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// lineEnds notes how the lines of a text end, as it is read block by block.
type lineEnds struct {
	lf     bool
	lone   bool  // a CR without LF was seen
	loneAt int64 // where the first of them is
	cr     bool  // the byte before is a CR
	crAt   int64
}

// bytes notes the ends of lines of the next bytes, that begin at offset.
func (l *lineEnds) bytes(b []byte, offset int64) {
	if l.cr && len(b) > 0 {
		l.after(b[0] == '\n')
	}
	l.lf = l.lf || bytes.IndexByte(b, '\n') >= 0
	for from := 0; !l.lone; {
		i := bytes.IndexByte(b[from:], '\r')
		if i < 0 {
			return
		}
		from += i + 1
		l.cr, l.crAt = true, offset+int64(from)-1
		if from < len(b) {
			l.after(b[from] == '\n')
		}
	}
}

// unit notes the next character of a text, at offset.
func (l *lineEnds) unit(c rune, offset int64) {
	if l.cr {
		l.after(c == '\n')
	}
	switch c {
	case '\n':
		l.lf = true
	case '\r':
		l.cr, l.crAt = true, offset
	}
}

// after settles what the CR before was.
func (l *lineEnds) after(lf bool) {
	l.cr = false
	if !lf && !l.lone {
		l.lone, l.loneAt = true, l.crAt
	}
}

// withLineEnds settles how lines end: a file with CR alone everywhere is read so, one
// that has both is not what any program writes.
func (s *source) withLineEnds(e encoding, l *lineEnds) (encoding, error) {
	if l.cr {
		l.after(false)
	}
	if l.lone && l.lf {
		return e, s.faultIn(e, l.loneAt, text.LoneCR())
	}
	e.crLines = l.lone
	return e, nil
}

// faultIn refuses the source for its byte at offset, read so far as e.
func (s *source) faultIn(e encoding, offset int64, m text.Message) error {
	return s.faultAfter(e.decode(io.NewSectionReader(s.at, e.bom, offset-e.bom)), m)
}

// faultAfter refuses the source for what follows the text of r.
func (s *source) faultAfter(r io.Reader, m text.Message) error {
	p := &position{line: 1, column: 1}
	if _, err := io.Copy(p, r); err != nil {
		return s.refused(err)
	}
	return &Fault{Place: diag.Place{File: s.name, Line: p.line, Column: p.column}, Text: m}
}

// A position counts the lines and characters of the UTF-8 written to it.
type position struct {
	line, column int
	cr           bool // the byte before is a CR
}

func (p *position) Write(b []byte) (int, error) {
	for _, c := range b {
		switch {
		case c == '\n' && p.cr: // its line was counted
		case c == '\n', c == '\r':
			p.line, p.column = p.line+1, 1
		case !continues(c):
			p.column++
		}
		p.cr = c == '\r'
	}
	return len(b), nil
}

// continues tells the bytes of a UTF-8 character after its first.
func continues(c byte) bool { return c&0xc0 == 0x80 }
