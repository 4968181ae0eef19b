package cmd

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// check tells whether the files are what the inputs give, and writes nothing. What
// differs is said, figure by figure.
func (a *app) check(documents []document) error {
	all := make([]checked, len(documents))
	atOnce(runtime.GOMAXPROCS(0), len(documents), func(i int) { all[i] = documents[i].check() })
	for _, c := range all {
		if c.err != nil {
			return c.err
		}
	}
	outputs := byOutput(all)
	differs := a.missing(outputs)
	// Each output has its share of what is printed: a first one that differs everywhere
	// must not hide the others.
	differing := 0
	for _, output := range outputs {
		if slices.ContainsFunc(output, checked.differ) {
			differing++
		}
	}
	most := max(1, (diag.Shown-a.found.Errors())/max(1, differing)-1)
	var refusals error
	for _, output := range outputs {
		c := outputCheck{app: a, left: most}
		if output[0].calls == nil {
			c.file(output[0], most)
		} else {
			c.left = min(most, mostOfCalls)
			c.files(output)
		}
		differs, refusals = cmp.Or(differs, c.differs), errors.Join(refusals, c.refusals)
	}
	return cmp.Or(refusals, differs)
}

// missing tells which files are not there, before what differs in others: no more than a few
// calls of a pattern.
func (a *app) missing(outputs [][]checked) (differs error) {
	for _, output := range outputs {
		absent := 0
		for _, d := range output {
			if !d.absent {
				continue
			}
			differs = errDiffers
			if absent++; d.calls == nil || absent <= fewCalls {
				a.found.Fault(diag.Place{File: d.file}, text.CheckMissing())
			}
		}
		if more := absent - fewCalls; output[0].calls != nil && more > 0 {
			a.found.Fault(diag.Place{File: output[0].output}, text.CheckMoreMissing(more))
		}
	}
	return differs
}

// A checked is a document beside the file that there is of it.
type checked struct {
	document
	absent      bool
	differences []report.Difference // none for the same bytes
	refusal     error               // why the file cannot be compared
	err         error               // one that ends the check
}

func (d document) check() checked {
	fresh, err := d.content()
	if err != nil {
		return checked{document: d, err: err}
	}
	old, err := published(d.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return checked{document: d, absent: true}
	case err != nil:
		return checked{document: d, refusal: err}
	case bytes.Equal(old, fresh):
		return checked{document: d}
	}
	differences, err := d.moved(old, fresh)
	var unreadable report.UnreadableError
	if errors.As(err, &unreadable) {
		return checked{document: d, differences: []report.Difference{{Text: unreadable.Text}}}
	}
	return checked{document: d, differences: differences, err: err}
}

// byOutput puts the calls of one pattern together: they are one output.
func byOutput(documents []checked) (all [][]checked) {
	for i, d := range documents {
		if i > 0 && d.calls != nil && d.calls == documents[i-1].calls {
			all[len(all)-1] = append(all[len(all)-1], d)
		} else {
			all = append(all, []checked{d})
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
	moreDiffering     int // calls that differ, and are not told
	differs, refusals error
}

// files compares the calls of a pattern: those whose figures moved come first, and those in
// which nothing but the same fingerprints differ are one line.
func (c *outputCheck) files(all []checked) {
	at := diag.Place{File: all[0].output}
	slices.SortStableFunc(all, func(a, b checked) int { return a.rank() - b.rank() })
	for i := 0; i < len(all); {
		alike := 1
		for all[i].onlyFingerprints() && i+alike < len(all) && all[i+alike].says(all[i]) {
			alike++
		}
		if alike > 1 {
			c.found.Fault(at, all[i].differences[0].Text.OfCalls(alike))
			c.left--
			c.differs = errDiffers
		} else {
			c.file(all[i], min(c.left, mostOfCall))
		}
		i += alike
	}
	if c.moreDiffering > 0 {
		c.found.Fault(at, text.CheckMoreDiffering(c.moreDiffering))
	}
}

// file tells what differs in a file, in so many lines at most.
func (c *outputCheck) file(d checked, most int) {
	switch {
	case d.refusal != nil:
		c.refusals = errors.Join(c.refusals, d.refusal)
		return
	case !d.differ():
		return
	case most <= 0:
		c.moreDiffering++
	default:
		c.left -= c.tell(d, most)
	}
	c.differs = errDiffers
}

// rank orders the calls of a pattern by what there is to be told of them: figures; anything
// else; fingerprints only.
func (d checked) rank() int {
	figure := func(d report.Difference) bool { return d.SIREN != "" || d.Field != "" }
	switch {
	case d.onlyFingerprints():
		return 2
	case slices.ContainsFunc(d.differences, figure):
		return 0
	default:
		return 1
	}
}

// differ tells whether the file is there and is another.
func (d checked) differ() bool { return len(d.differences) > 0 }

func (d checked) onlyFingerprints() bool {
	return len(d.differences) == 1 && d.differences[0].Text.Code == "check/fingerprint"
}

// says tells whether the first difference of two files is told in the same words.
func (d checked) says(other checked) bool {
	return len(d.differences) > 0 && d.differences[0].Text == other.differences[0].Text
}

// published reads a file to compare with. What is no regular file has no end that can
// be waited for.
func published(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, diag.Unreadable(file, err)
	}
	if !info.Mode().IsRegular() {
		return nil, diag.Unreadable(file, diag.ErrNotAFile)
	}
	old, err := os.ReadFile(file)
	if err != nil {
		return nil, diag.Unreadable(file, err)
	}
	return old, nil
}

// tell says which figure of which EPCI moved, or what else differs: the first most of
// them, then how many more there are. It gives how many lines that took.
func (a *app) tell(d checked, most int) (lines int) {
	at := diag.Place{File: d.file}
	if len(d.differences) == most+1 {
		most++ // a line for the last one is no longer than one that counts it
	}
	told := d.differences[:min(most, len(d.differences))]
	for _, difference := range told {
		a.found.Fault(at, difference.Text)
	}
	if more := len(d.differences) - most; more > 0 {
		a.found.Fault(at, text.CheckMore(more).WhatToCheck())
		return len(told) + 1
	}
	return len(told)
}
