package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/natefinch/atomic"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// A document is an output that is rendered and not written yet.
type document struct {
	target
	content []byte
}

// replace writes the documents: each beside its place first, and, once all are there,
// each into its place by a rename. A file is replaced whole or not at all.
func replace(documents []document) error {
	var staged []stagedFile
	defer func() {
		for _, s := range staged {
			os.Remove(s.temporary) //nolint:errcheck // gone already where all went well
		}
	}()
	for _, d := range documents {
		s, err := stage(d)
		if err != nil {
			return refused(d.file, err)
		}
		staged = append(staged, s)
	}
	for i, s := range staged {
		if err := s.commit(documents[i].content); err != nil {
			return refused(documents[i].file, err)
		}
	}
	return nil
}

// A stagedFile is a document beside its place.
type stagedFile struct {
	temporary string // "" where the place is no regular file: a pipe, /dev/stdout
	final     string
}

// stage writes a document beside its place, with the mode it will have.
func stage(d document) (s stagedFile, err error) {
	s.final = d.file
	if real, err := filepath.EvalSymlinks(d.file); err == nil {
		s.final = real // a link stays a link
	}
	mode := fs.FileMode(0o644)
	switch info, err := os.Stat(s.final); {
	case err == nil && info.IsDir():
		return s, &fs.PathError{Op: "write", Path: d.file, Err: errors.New("is a directory")}
	case err == nil && !info.Mode().IsRegular():
		return s, nil
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
	default:
		mode &^= umask()
	}
	f, err := os.CreateTemp(filepath.Dir(s.final), "."+filepath.Base(s.final)+".*")
	if err != nil {
		return s, err
	}
	s.temporary = f.Name()
	_, err = f.Write(d.content)
	if runtime.GOOS != "windows" {
		err = errors.Join(err, f.Chmod(mode))
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(s.temporary) //nolint:errcheck // the write's own error is what counts
	}
	return s, err
}

// commit puts a staged document into its place.
func (s stagedFile) commit(content []byte) error {
	if s.temporary != "" {
		return atomic.ReplaceFile(s.temporary, s.final)
	}
	f, err := os.OpenFile(s.final, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// refused says that the system did not let a file be written.
func refused(file string, err error) error {
	return diag.System{File: file, Text: text.CannotWrite(reason(err)), Err: err}
}

// reason is the system's word for an error, without the paths around it.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
