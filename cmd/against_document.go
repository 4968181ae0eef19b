package cmd

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// notOurs refuses a table or a workbook that calc, solve or compare wrote as the counts of
// a baseline: what it says of options and costs would be lost.
func (a *app) notOurs(name string) error {
	from := a.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return diag.Unreadable(name, err)
		}
		defer f.Close() //nolint:errcheck // nothing was written to it
		from = f
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && report.OurWorkbook(f, info.Size()) {
			a.found.Fault(diag.Place{File: name}, text.OwnDocument("xlsx"))
			return a.found.Err()
		}
	}
	b := bufio.NewReaderSize(from, 16<<10) // more than a header
	if name == "-" {
		a.In = b
	}
	head, err := b.Peek(b.Size())
	if err != nil && !errors.Is(err, io.EOF) {
		return diag.Unreadable(name, err)
	}
	if format := report.Ours(head); format != "" {
		a.found.Fault(diag.Place{File: name}, text.OwnDocument(format))
		return a.found.Err()
	}
	return nil
}

// remarkFace says that a document for people shows other figures than it carries, which are
// what is compared: somebody changed the one or the other.
func (a *app) remarkFace(name string, run report.Run, calc []byte, in *carrier) error {
	at := diag.Place{File: name}
	differs, _, err := report.FaceDiffers(run.Statement.Tariff, in.format, in.content, calc)
	var unreadable report.UnreadableError
	switch {
	case errors.As(err, &unreadable):
		a.found.Notice(at, text.FaceUnread(unreadable.Text))
	case err != nil:
		return err
	case len(differs) > 0:
		a.found.Notice(at, text.FaceAltered(len(differs), differs[0].Text))
	}
	return a.found.Err()
}
