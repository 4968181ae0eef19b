package cmd

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// A call is what one EPCI receives: its part of a model, in a file that a pattern names.
type call[M any] struct {
	of    target[M] // the pattern
	model M
}

// withCalls puts, in the place of each pattern among the outputs, a file for each EPCI.
// What is wrong with them is known before anything is written: a name that cannot be made,
// or is that of another output, or of one of the inputs.
func withCalls(run report.Run, targets []target[report.Run], inputs []string) ([]target[report.Run], error) {
	taken := newFileSet(inputs)
	taken.outputs(targets)
	var all []target[report.Run]
	var wrong []error
	var each []report.Run // the call of each EPCI, for all patterns
	for _, t := range targets {
		if t.calls == nil {
			all = append(all, t)
			continue
		}
		if err := nameable(run, t); err != nil {
			wrong = append(wrong, err)
			continue
		}
		for i := range run.Statement.Contributions {
			if i == len(each) {
				each = append(each, run.CallOf(i))
			}
			c := &run.Statement.Contributions[i]
			file := t.calls.File(c.SIREN, c.Name, run.Year)
			if input, clash := taken.add(file); clash {
				wrong = append(wrong, diag.Usage{Text: text.CallOnFile("-o", t.file, file, input)})
				break // the other names of the pattern are alike
			}
			all = append(all, target[report.Run]{file: file, format: t.format, call: &call[report.Run]{t, each[i]}})
		}
	}
	return all, errors.Join(wrong...)
}

// nameable tells whether the pattern of an output has what it names files by.
func nameable(run report.Run, t target[report.Run]) error {
	for i := range run.Statement.Contributions {
		if run.Statement.Contributions[i].SIREN == "" {
			return diag.Usage{Text: text.CallsOfQuestion("-o", t.file)}
		}
	}
	if run.Year == 0 && t.calls.HasYear() {
		return diag.Usage{Text: text.PatternNeedsYear("-o", t.file, "{year}")}
	}
	return nil
}

// A fileSet holds files that are inputs or outputs, by name and as the system knows them.
type fileSet struct {
	names map[string]bool // whether they are inputs
	infos []os.FileInfo   // of those that exist
	input []bool          // of infos
}

func newFileSet(inputs []string) *fileSet {
	s := &fileSet{names: make(map[string]bool)}
	for _, file := range inputs {
		s.put(file, true)
	}
	return s
}

// outputs adds the files of outputs that are no patterns.
func (s *fileSet) outputs(targets []target[report.Run]) {
	for _, t := range targets {
		if t.calls == nil && t.file != "" {
			s.put(t.file, false)
		}
	}
}

func (s *fileSet) put(file string, input bool) os.FileInfo {
	s.names[filepath.Clean(file)] = input
	info, err := os.Stat(file)
	if err == nil {
		s.infos, s.input = append(s.infos, info), append(s.input, input)
	}
	return info
}

// has tells whether a file is one of the set, under this or another name, and whether that
// is an input.
func (s *fileSet) has(file string) (input, there bool) {
	if input, there = s.names[filepath.Clean(file)]; there {
		return input, true
	}
	info, err := os.Stat(file)
	if err != nil {
		return false, false
	}
	for i, other := range s.infos {
		if os.SameFile(info, other) {
			return s.input[i], true
		}
	}
	return false, false
}

// add adds an output, unless the set has it.
func (s *fileSet) add(file string) (input, there bool) {
	input, there = s.has(file)
	if !there {
		s.put(file, false)
	}
	return input, there
}

// fewCalls is how many calls are named that are not where they should be, or are where they
// should not: there may be a thousand, for one reason.
const fewCalls = 5

// strays tells which calls are there that are none of the run (--check): an EPCI that is
// gone would still seem to owe, and one that is called otherwise to owe twice. patterns are
// the outputs as they were given, all the files that they and the others make.
func (a *app) strays(run report.Run, patterns, all []target[report.Run], inputs []string) error {
	taken := newFileSet(inputs)
	taken.outputs(all)
	var differs error
	for _, t := range patterns {
		if t.calls == nil {
			continue
		}
		there, err := t.calls.Find(run.Year)
		if err != nil {
			return err
		}
		named := make(map[string]string) // the file of each EPCI
		for i := range run.Statement.Contributions {
			c := &run.Statement.Contributions[i]
			named[c.SIREN] = t.calls.File(c.SIREN, c.Name, run.Year)
		}
		told, more := 0, 0
		for _, found := range there {
			if _, wanted := taken.has(found.File); wanted {
				continue
			}
			differs = errDiffers
			if told == fewCalls {
				more++
				continue
			}
			told++
			words := text.CheckStray(found.SIREN)
			if now, member := named[found.SIREN]; member {
				words = text.CheckOldName(found.SIREN, filepath.Base(now))
			}
			a.found.Fault(diag.Place{File: found.File}, words)
		}
		if more > 0 {
			a.found.Fault(diag.Place{File: t.file}, text.CheckMoreStrays(more))
		}
	}
	return differs
}
