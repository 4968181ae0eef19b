package cmd

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
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
//
// A run that is interrupted before the first rename leaves nothing behind, however long a
// document takes to render; after it, the renames are finished.
func (a *app) replace(documents []document) (err error) {
	interrupted, stop := a.interruptible()
	defer stop()
	w := &writing{documents: documents, staged: make([]stagedFile, len(documents))}
	prepared := make(chan error, 1)
	go func() { prepared <- w.prepare() }()
	select {
	case err = <-prepared:
	case <-interrupted.Done():
	}
	if interrupted.Err() != nil {
		err = diag.System{Text: text.Interrupted(), Err: interrupted.Err()}
	}
	if err == nil {
		err = w.commit()
	}
	w.abandon(err != nil)
	return err
}

// interruptible begins to take what interrupts the process, until stop is called.
func (a *app) interruptible() (interrupted context.Context, stop context.CancelFunc) {
	if a.Interruptible == nil {
		return context.WithCancel(context.Background())
	}
	return a.Interruptible()
}

// A writing is the writing of documents. What it puts into folders it does under its lock,
// so that an interruption finds either nothing of it, or all.
type writing struct {
	documents []document
	made      []string     // folders
	staged    []stagedFile // beside documents; blank for what is not there yet

	lock      sync.RWMutex // of made and staged: many stage at a time
	abandoned bool
}

// prepare makes the folders, stages all documents, and writes those that have no place for
// a rename.
func (w *writing) prepare() error {
	if err := w.makeFolders(); err != nil {
		return err
	}
	wrong, refusals := make([]error, len(w.documents)), make([]error, len(w.documents))
	mode := 0o644 &^ umask() // it can be read by one at a time only
	rendering := make(chan struct{}, runtime.GOMAXPROCS(0))
	atOnce(mostStaged, len(w.documents), func(i int) {
		rendering <- struct{}{}
		content, err := w.documents[i].content()
		<-rendering
		if wrong[i] = err; err == nil {
			refusals[i] = w.stage(i, content, mode)
		}
	})
	if err := cmp.Or(first(wrong), errors.Join(refusals...)); err != nil {
		return err
	}
	for _, s := range w.staged {
		if s.temporary == "" {
			if err := s.write(); err != nil {
				return refused(s.file, err)
			}
		}
	}
	return nil
}

func (w *writing) makeFolders() (err error) {
	w.lock.Lock()
	defer w.lock.Unlock()
	if !w.abandoned {
		w.made, err = makeFolders(w.documents)
	}
	return err
}

func (w *writing) stage(i int, content []byte, mode fs.FileMode) error {
	w.lock.RLock()
	defer w.lock.RUnlock()
	file := w.documents[i].file
	s, err := stagedFile{file: file}, context.Canceled
	if !w.abandoned {
		s, err = stage(file, content, mode)
	}
	if err != nil {
		return refused(file, err)
	}
	w.staged[i] = s
	return nil
}

// commit puts the documents into their places.
func (w *writing) commit() error {
	for _, s := range w.staged {
		if s.temporary == "" {
			continue // written already
		}
		if err := atomic.ReplaceFile(s.temporary, s.final); err != nil {
			return refused(s.file, err)
		}
	}
	return nil
}

// abandon ends the writing: nothing more is put anywhere, and what is beside its place is
// removed; where it failed, so are the folders that were made for it.
func (w *writing) abandon(failed bool) {
	w.lock.Lock()
	defer w.lock.Unlock()
	w.abandoned = true
	if !failed {
		return
	}
	for _, s := range w.staged {
		if s.temporary != "" {
			os.Remove(s.temporary) //nolint:errcheck // it is in its place, where a later one failed
		}
	}
	removeFolders(w.made)
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
	f, err := os.CreateTemp(filepath.Dir(s.final), ".entcalc-*") // the file's own name may be as long as names can be
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

// write gives its document to what is no regular file.
func (s stagedFile) write() error {
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
