package grid

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

const (
	block    = 256 << 10 // bytes read at once
	mostHeld = 256 << 20 // bytes of standard input, or of a pipe, kept in memory
)

// A source is the bytes of one file, read as often as needed: a regular file in
// place, anything else held in memory.
type source struct {
	name string // as given, for places
	at   io.ReaderAt
	size int64
	file io.Closer // nil for standard input
}

// openSource opens the file, or holds standard input for "-". The error is a
// diag.System or, for what is held, a *Fault.
func openSource(name string, stdin io.Reader) (*source, error) {
	if name == "-" {
		s := &source{name: name}
		return s, s.hold(stdin)
	}
	s := &source{name: name}
	f, err := os.Open(name)
	if err != nil {
		return nil, s.refused(err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
		err = s.refused(err)
	case info.IsDir():
		err = s.refused(syscall.EISDIR)
	case info.Mode().IsRegular():
		s.at, s.size = f, info.Size()
	default:
		err = s.hold(f)
	}
	if err != nil {
		_ = f.Close() // nothing was written to it
		return nil, err
	}
	s.file = f
	return s, nil
}

// hold keeps what a pipe gives. It stops at once at a byte that no text has, so that
// /dev/zero is answered, and at the most that is kept.
func (s *source) hold(r io.Reader) error {
	var held chunks
	for {
		b := make([]byte, block)
		n, err := io.ReadFull(r, b)
		held = append(held, b[:n])
		s.at, s.size = held, s.size+int64(n)
		if at := bytes.IndexByte(b[:n], 0); at >= 0 && formOf(held[0]) == plainText {
			return s.faultIn(marked(held[0]), s.size-int64(n)+int64(at), text.NulByte())
		}
		if s.size > mostHeld {
			return s.fault(text.InputTooLarge(mostHeld >> 20))
		}
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case err != nil:
			return s.refused(err)
		}
	}
}

// chunks are bytes held in blocks of one size, the last excepted: growing them copies
// nothing.
type chunks [][]byte

func (c chunks) ReadAt(p []byte, offset int64) (int, error) {
	if offset < 0 { // of a damaged archive
		return 0, fs.ErrInvalid
	}
	n := 0
	for n < len(p) {
		i := int((offset + int64(n)) / block)
		if i >= len(c) {
			return n, io.EOF
		}
		from := int((offset + int64(n)) % block)
		if from >= len(c[i]) {
			return n, io.EOF
		}
		n += copy(p[n:], c[i][from:])
	}
	return n, nil
}

// from reads the source from an offset to its end.
func (s *source) from(offset int64) *io.SectionReader {
	return io.NewSectionReader(s.at, offset, s.size-offset)
}

// head gives the first bytes, at most n.
func (s *source) head(n int) ([]byte, error) {
	b := make([]byte, min(int64(n), s.size))
	if _, err := io.ReadFull(s.from(0), b); err != nil {
		return nil, s.refused(err)
	}
	return b, nil
}

func (s *source) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// refused says that the system did not let the source be read.
func (s *source) refused(err error) error { return diag.Unreadable(s.name, err) }

// fault refuses the file as a whole.
func (s *source) fault(m text.Message) error {
	return &Fault{Place: diag.Place{File: s.name}, Text: m}
}

// A digest is the SHA-256 of a source, computed beside its reading.
type digest struct {
	stop chan struct{}
	done chan struct{}
	sum  string
	err  error
}

// digest starts to hash the source; the caller must end it with wait or cancel before
// the source is closed.
func (s *source) digest() *digest {
	d := &digest{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(d.done)
		h, b, r := sha256.New(), make([]byte, block), s.from(0)
		for {
			select {
			case <-d.stop:
				return
			default:
			}
			n, err := r.Read(b)
			h.Write(b[:n])
			if errors.Is(err, io.EOF) {
				d.sum = hex.EncodeToString(h.Sum(nil))
				return
			}
			if err != nil {
				d.err = s.refused(err)
				return
			}
		}
	}()
	return d
}

func (d *digest) wait() (string, error) {
	<-d.done
	return d.sum, d.err
}

func (d *digest) cancel() {
	select {
	case <-d.stop:
	default:
		close(d.stop)
	}
	<-d.done
}

// systemError makes a diag.System of what came from reading, unless it says already
// what is wrong.
func (s *source) systemError(err error) error {
	var fault *Fault
	var system diag.System
	if errors.As(err, &fault) || errors.As(err, &system) {
		return err
	}
	return s.refused(err)
}
