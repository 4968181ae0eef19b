package grid

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/entcalc/entcalc/internal/text"
)

// The encodings, as [Detected] names them.
const (
	utf8Plain   = "utf-8"
	utf8BOM     = "utf-8-bom"
	utf16LE     = "utf-16le"
	utf16BE     = "utf-16be"
	windows1252 = "windows-1252"
)

// An encoding says how a source's bytes are read as text.
type encoding struct {
	name    string
	bom     int64 // bytes of the byte order mark
	crLines bool  // lines end with CR alone
}

// text gives the source as UTF-8 with LF or CR LF at the ends of lines.
func (e encoding) text(s *source) io.Reader { return e.lines(s.from(e.bom)) }

// lines gives what r, the source after its mark, has as text does.
func (e encoding) lines(r io.Reader) io.Reader {
	r = e.decode(r)
	if e.crLines {
		r = crToLF{r}
	}
	return r
}

func (e encoding) decode(r io.Reader) io.Reader {
	switch e.name {
	case utf16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Reader(r)
	case utf16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Reader(r)
	case windows1252:
		return charmap.Windows1252.NewDecoder().Reader(r)
	}
	return r
}

type crToLF struct{ r io.Reader }

func (c crToLF) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// marked is the encoding by its byte order mark; UTF-8 without one.
func marked(head []byte) encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return encoding{name: utf8BOM, bom: 3}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return encoding{name: utf16LE, bom: 2}
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return encoding{name: utf16BE, bom: 2}
	}
	return encoding{name: utf8Plain}
}

// detect decides on the whole of the source: a file that is UTF-8 for a megabyte may
// not be so to its end. Anything that is not text is a *Fault with its place.
func (s *source) detect() (encoding, error) {
	head, err := s.head(3)
	if err != nil {
		return encoding{}, err
	}
	switch e := marked(head); e.name {
	case utf16LE:
		return s.detectWide(e, binary.LittleEndian)
	case utf16BE:
		return s.detectWide(e, binary.BigEndian)
	default:
		return s.detectBytes(e)
	}
}

// detectBytes tells UTF-8 from Windows-1252: it is UTF-8 if all of it is valid. Bytes
// that are not, after some that are or a byte order mark, are damage.
func (s *source) detectBytes(e encoding) (encoding, error) {
	var ends lineEnds
	buf, kept, offset := make([]byte, block), 0, e.bom // kept: a sequence that the block cut
	for r := s.from(e.bom); ; {
		n, err := io.ReadFull(r, buf[kept:])
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return e, s.refused(err)
		}
		b := buf[:kept+n]
		if e.name != windows1252 {
			whole := b
			if !last {
				whole = b[:len(b)-cutRune(b)]
			}
			if utf8.Valid(whole) {
				b = whole
			} else if e, err = s.notUTF8(e, offset+int64(firstInvalid(whole))); err != nil {
				return e, err
			}
		}
		if at := bytes.IndexByte(b, 0); at >= 0 {
			return e, s.faultIn(e, offset+int64(at), text.NulByte())
		}
		if e.name == windows1252 {
			if at := firstUndefined(b); at >= 0 {
				return e, s.faultIn(e, offset+int64(at), text.UndefinedByte(b[at]))
			}
		}
		ends.bytes(b, offset)
		kept = copy(buf, buf[len(b):kept+n])
		offset += int64(len(b))
		if last {
			return s.withLineEnds(e, &ends)
		}
	}
}

// notUTF8 decides what a file is whose byte at bad is the first that is not UTF-8.
func (s *source) notUTF8(e encoding, bad int64) (encoding, error) {
	accents := &highBytes{}
	if _, err := io.Copy(accents, io.NewSectionReader(s.at, 0, bad)); err != nil {
		return e, s.refused(err)
	}
	if accents.found { // the byte order mark counts
		return e, s.faultIn(e, bad, text.DamagedUTF8())
	}
	return encoding{name: windows1252}, nil
}

// highBytes notes whether any byte written to it is not ASCII.
type highBytes struct{ found bool }

func (h *highBytes) Write(p []byte) (int, error) {
	for _, b := range p {
		h.found = h.found || b >= utf8.RuneSelf
	}
	return len(p), nil
}

// cutRune counts the bytes at the end of b that begin a character without ending it.
func cutRune(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			break
		}
	}
	return 0
}

func firstInvalid(b []byte) int {
	at := 0
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// firstUndefined finds a byte that Windows-1252 gives no character; -1 without one.
func firstUndefined(b []byte) int {
	for i, c := range b {
		switch c {
		case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
			return i
		}
	}
	return -1
}

// detectWide checks UTF-16: whole units, paired surrogates.
func (s *source) detectWide(e encoding, order binary.ByteOrder) (encoding, error) {
	var ends lineEnds
	buf, high := make([]byte, block), false // high: the unit before opens a pair
	offset := e.bom
	for r := s.from(e.bom); ; {
		n, err := io.ReadFull(r, buf)
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return e, s.refused(err)
		}
		for i := 0; i+1 < n; i += 2 {
			unit, at := order.Uint16(buf[i:]), offset+int64(i)
			low := unit >= 0xdc00 && unit < 0xe000
			if high != low {
				if high {
					at -= 2
				}
				return e, s.faultIn(e, at, text.LoneSurrogate())
			}
			if unit == 0 {
				return e, s.faultIn(e, at, text.NulByte())
			}
			high = !low && utf16.IsSurrogate(rune(unit))
			ends.unit(rune(unit), at)
		}
		offset += int64(n)
		switch {
		case last && n%2 == 1:
			return e, s.faultIn(e, offset-1, text.OddUTF16())
		case last && high:
			return e, s.faultIn(e, offset-2, text.LoneSurrogate())
		case last:
			return s.withLineEnds(e, &ends)
		}
	}
}
