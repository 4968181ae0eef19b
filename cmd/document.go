package cmd

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// mostDocument is how large a calc document may be, in bytes: one of 50,000 EPCIs is a
// tenth of it.
const mostDocument = 512 << 20

// document reads a calc document: a file that is JSON, as its first character tells, or
// what a PDF or an HTML file carries, which it gives beside it; nil where it is the file's
// own. It is nil for another file, which is yet to be read.
func (a *app) document(name string) (calc []byte, in *carrier, err error) {
	from := a.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, diag.Unreadable(name, err)
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
		return nil, nil, diag.Unreadable(name, err)
	}
	byName, _ := report.ByFile(name, report.Formats())
	if _, carries := report.Carries(head); carries || byName.Carried != nil { // a .pdf is no table, whatever is in it
		return a.carried(name, b)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return nil, nil, nil
	}
	calc, err = a.whole(name, b)
	return calc, nil, err
}

// A carrier is a document for people that carries a calc document.
type carrier struct {
	content []byte
	format  report.Format[report.Run]
}

// carried takes the calc document out of a file that should carry one, or reports that it
// does not.
func (a *app) carried(name string, from io.Reader) ([]byte, *carrier, error) {
	content, err := a.whole(name, from)
	if err != nil {
		return nil, nil, err
	}
	calc, format, err := report.Carried(content)
	if err != nil || format.Name == "" {
		a.found.Fault(diag.Place{File: name}, report.NotCarried(err))
		return nil, nil, diag.Invalid{}
	}
	return calc, &carrier{content, format}, nil
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
