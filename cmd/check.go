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

// check tells whether the files are what the inputs give, and writes nothing. What
// differs is said, figure by figure.
func (a *app) check(documents []document) error {
	var differs, refusals error
	// Each file has its share of what is printed: a first one that differs everywhere
	// must not hide the others.
	most := max(5, diag.Shown/len(documents)-1)
	for _, d := range documents {
		old, err := published(d.file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			a.found.Fault(diag.Place{File: d.file}, text.CheckMissing())
		case err != nil:
			refusals = errors.Join(refusals, err)
			continue
		case bytes.Equal(old, d.content):
			continue
		default:
			if err := a.tell(d, old, most); err != nil {
				return err
			}
		}
		differs = errDiffers
	}
	if refusals != nil {
		return refusals
	}
	return differs
}

// published reads a file to compare with. What is no regular file has no end that can
// be waited for.
func published(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, diag.Unreadable(file, err)
	}
	if !info.Mode().IsRegular() {
		return nil, diag.System{File: file, Text: text.CannotRead(text.NotAFile()), Err: fs.ErrInvalid}
	}
	old, err := os.ReadFile(file)
	if err != nil {
		return nil, diag.Unreadable(file, err)
	}
	return old, nil
}

// tell says which figure of which EPCI moved, or what else differs: the first most of
// them, then how many more there are.
func (a *app) tell(d document, old []byte, most int) error {
	at := diag.Place{File: d.file}
	differences, err := d.moved(old)
	var unreadable report.UnreadableError
	if errors.As(err, &unreadable) {
		a.found.Fault(at, unreadable.Text)
		return nil
	}
	if err != nil {
		return err
	}
	if len(differences) == most+1 {
		most++ // a line for the last one is no longer than one that counts it
	}
	for _, difference := range differences[:min(most, len(differences))] {
		a.found.Fault(at, difference.Text)
	}
	if more := len(differences) - most; more > 0 {
		a.found.Fault(at, text.CheckMore(more).WhatToCheck())
	}
	return nil
}
