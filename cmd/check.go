package cmd

import (
	"bytes"
	"cmp"
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
	outputs := byOutput(documents)
	// Each output has its share of what is printed: a first one that differs everywhere
	// must not hide the others.
	most := max(5, diag.Shown/max(1, len(outputs))-1)
	var differs, refusals error
	for _, output := range outputs {
		c := outputCheck{app: a, left: most}
		if output[0].calls != nil {
			c.left = min(most, mostOfCalls)
		}
		for _, d := range output {
			if err := c.file(d); err != nil {
				return err
			}
		}
		c.count(output[0])
		differs, refusals = cmp.Or(differs, c.differs), errors.Join(refusals, c.refusals)
	}
	return cmp.Or(refusals, differs)
}

// byOutput puts the calls of one pattern together: they are one output.
func byOutput(documents []document) (all [][]document) {
	for i, d := range documents {
		if i > 0 && d.calls != nil && d.calls == documents[i-1].calls {
			all[len(all)-1] = append(all[len(all)-1], d)
		} else {
			all = append(all, []document{d})
		}
	}
	return all
}

// How many differences are told of the calls of a pattern, and of one of them: what moved
// one moved many, as often as not.
const (
	mostOfCalls = 15
	mostOfCall  = 3
)

// An outputCheck is --check of one output: a file, or the calls of a pattern.
type outputCheck struct {
	*app
	left              int // lines that may still be told
	absent            int // calls that are not there
	moreDiffering     int // calls that differ, and are not told
	differs, refusals error
}

// file compares one file. The error is one that ends the check.
func (c *outputCheck) file(d document) error {
	old, err := published(d.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if c.absent++; d.calls == nil || c.absent <= fewCalls {
			c.found.Fault(diag.Place{File: d.file}, text.CheckMissing())
		}
	case err != nil:
		c.refusals = errors.Join(c.refusals, err)
		return nil
	case bytes.Equal(old, d.content):
		return nil
	case d.calls == nil:
		if _, err := c.tell(d, old, c.left); err != nil {
			return err
		}
	case c.left <= 0:
		c.moreDiffering++
	default:
		told, err := c.tell(d, old, min(c.left, mostOfCall))
		if err != nil {
			return err
		}
		c.left -= told
	}
	c.differs = errDiffers
	return nil
}

// count counts the calls of a pattern that were not told.
func (c *outputCheck) count(first document) {
	at := diag.Place{File: first.output}
	if more := c.absent - fewCalls; first.calls != nil && more > 0 {
		c.found.Fault(at, text.CheckMoreMissing(more))
	}
	if c.moreDiffering > 0 {
		c.found.Fault(at, text.CheckMoreDiffering(c.moreDiffering))
	}
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
// them, then how many more there are. It gives how many lines that took.
func (a *app) tell(d document, old []byte, most int) (lines int, err error) {
	at := diag.Place{File: d.file}
	differences, err := d.moved(old)
	var unreadable report.UnreadableError
	if errors.As(err, &unreadable) {
		a.found.Fault(at, unreadable.Text)
		return 1, nil
	}
	if err != nil {
		return 0, err
	}
	if len(differences) == most+1 {
		most++ // a line for the last one is no longer than one that counts it
	}
	told := differences[:min(most, len(differences))]
	for _, difference := range told {
		a.found.Fault(at, difference.Text)
	}
	if more := len(differences) - most; more > 0 {
		a.found.Fault(at, text.CheckMore(more).WhatToCheck())
		return len(told) + 1, nil
	}
	return len(told), nil
}
