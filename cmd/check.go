package cmd

import (
	"bytes"
	"errors"
	"io/fs"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// compare tells whether the files are what the inputs give, and writes nothing. What
// differs is said, figure by figure.
func (a *app) compare(documents []document) error {
	var differs error
	for _, d := range documents {
		at := diag.Place{File: d.file}
		old, err := os.ReadFile(d.file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			a.found.Fault(at, text.CheckMissing())
			differs = errDiffers
			continue
		case err != nil:
			return diag.System{File: d.file, Text: text.CannotRead(reason(err)), Err: err}
		case bytes.Equal(old, d.content):
			continue
		}
		differs = errDiffers
		if err := a.tell(at, d, old); err != nil {
			return err
		}
	}
	return differs
}

// tell says which figure of which EPCI moved, or what else differs.
func (a *app) tell(at diag.Place, d document, old []byte) error {
	differences, err := report.Differences(d.format, old, d.content)
	var unreadable report.UnreadableError
	if errors.As(err, &unreadable) {
		a.found.Fault(at, unreadable.Text)
		return nil
	}
	if err != nil {
		return err
	}
	for _, difference := range differences {
		a.found.Fault(at, difference.Text)
	}
	return nil
}
