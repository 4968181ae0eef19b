package cmd

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// mostDocument is how large a calc document may be, in bytes: one of 50,000 EPCIs is a
// tenth of it.
const mostDocument = 512 << 20

// document reads a file that is JSON, as its first character tells; nil for another one,
// which is yet to be read.
func (a *app) document(name string) ([]byte, error) {
	from := a.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, diag.Unreadable(name, err)
		}
		defer f.Close() //nolint:errcheck // nothing was written to it
		from = f
	}
	b := bufio.NewReader(from)
	if name == "-" {
		a.In = b
	}
	head, err := b.Peek(64)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, diag.Unreadable(name, err)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return nil, nil
	}
	return a.whole(name, b)
}

// whole reads all of a document, or reports that it is too large.
func (a *app) whole(name string, from io.Reader) ([]byte, error) {
	all, err := io.ReadAll(io.LimitReader(from, mostDocument+1))
	switch {
	case err != nil:
		return nil, diag.Unreadable(name, err)
	case len(all) > mostDocument:
		a.found.Fault(diag.Place{File: name}, text.DocumentTooLarge(mostDocument>>20))
		return nil, diag.Invalid{}
	}
	return all, nil
}
