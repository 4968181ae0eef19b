package cmd

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/natefinch/atomic"

	"github.com/entcalc/entcalc/internal/calls"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// A document is an output.
type document struct {
	file    string
	content func() ([]byte, error) // renders it; the error is one of the format
	output  string                 // the file or the pattern that was asked for
	calls   *calls.Pattern         // that the file is one of, whose folder is made where there is none; nil for others
	// moved tells what differs in the file as it was, for --check.
	moved func(old, fresh []byte) ([]report.Difference, error)
}

// mostStaged is how many documents are written at a time: each waits for the disk.
const mostStaged = 8

// replace renders and writes the documents: each beside its place first, and, once all are
// there, each into its place by a rename: none is touched before all are rendered, and calls
// need not be held all at once. A file is replaced whole or not at all. What is no regular
// file (a pipe, /dev/stdout) takes its document before the first rename: it may refuse it.
func replace(documents []document) (err error) {
	made, err := makeFolders(documents)
	defer func() {
		if err != nil {
			removeFolders(made)
		}
	}()
	if err != nil {
		return err
	}
	var staged []stagedFile
	defer func() {
		for _, s := range staged {
			if s.temporary != "" {
				os.Remove(s.temporary) //nolint:errcheck // gone already where all went well
			}
		}
	}()
	all, wrong, refusals := make([]stagedFile, len(documents)), make([]error, len(documents)), make([]error, len(documents))
	mode := 0o644 &^ umask() // it can be read by one at a time only
	rendering := make(chan struct{}, runtime.GOMAXPROCS(0))
	atOnce(mostStaged, len(documents), func(i int) {
		rendering <- struct{}{}
		content, err := documents[i].content()
		<-rendering
		if wrong[i] = err; err != nil {
			return
		}
		if all[i], err = stage(documents[i].file, content, mode); err != nil {
			refusals[i] = refused(documents[i].file, err)
		}
	})
	for i := range all {
		if wrong[i] == nil && refusals[i] == nil {
			staged = append(staged, all[i])
		}
	}
	if err := cmp.Or(first(wrong), errors.Join(refusals...)); err != nil {
		return err
	}
	slices.SortStableFunc(staged, func(a, b stagedFile) int { return strings.Compare(a.temporary, b.temporary) })
	for _, s := range staged {
		if err := s.commit(); err != nil {
			return refused(s.file, err)
		}
	}
	return nil
}

// first is the first of errors that is one: documents of a format are refused alike.
func first(all []error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// A stagedFile is a document beside its place.
type stagedFile struct {
	file      string
	temporary string // "" where the place is no regular file
	content   []byte // of such a place; a temporary file holds it else
	final     string // with links followed
}

// stage writes a document beside its place, with the mode it will have: that of the file it
// replaces, else the one given.
func stage(file string, content []byte, mode fs.FileMode) (s stagedFile, err error) {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return stagedFile{file: file, content: content, final: file}, nil // /dev/stdout leads to what has no path
	}
	s = stagedFile{file: file, final: followed(file)}
	switch info, err := os.Stat(s.final); {
	case err == nil && info.IsDir():
		return s, &fs.PathError{Op: "write", Path: file, Err: syscall.EISDIR}
	case err == nil:
		mode = info.Mode().Perm()
		// A rename needs only the folder's permission: ask the file for its own.
		f, err := os.OpenFile(s.final, os.O_WRONLY, 0)
		if err != nil {
			return s, err
		}
		if err := f.Close(); err != nil {
			return s, err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(s.final), "."+filepath.Base(s.final)+".*")
	if err != nil {
		return s, err
	}
	s.temporary = f.Name()
	_, err = f.Write(content)
	if runtime.GOOS != "windows" {
		err = errors.Join(err, f.Chmod(mode))
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(s.temporary) //nolint:errcheck // the write's own error is what counts
	}
	return s, err
}

// followed is where a link leads, in the end, whether or not there is a file yet: a link
// stays a link.
func followed(file string) string {
	for range 40 { // links to links; the system itself follows no more
		to, err := os.Readlink(file)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			// The folder may be a link as well: ".." in what a link says starts from
			// where it leads.
			folder, err := filepath.EvalSymlinks(filepath.Dir(file))
			if err != nil {
				break
			}
			to = filepath.Join(folder, to)
		}
		file = to
	}
	return file
}

// commit puts a staged document into its place.
func (s stagedFile) commit() error {
	if s.temporary != "" {
		return atomic.ReplaceFile(s.temporary, s.final)
	}
	f, err := os.OpenFile(s.final, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(s.content)
	return errors.Join(err, f.Close())
}

// refused says that the system did not let a file be written.
func refused(file string, err error) error {
	return diag.System{File: file, Text: text.CannotWrite(diag.Reason(err)), Err: err}
}
