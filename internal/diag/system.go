package diag

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/entcalc/entcalc/internal/text"
)

// System says that the system refused a file: not found, not readable, not writable.
type System struct {
	File  string // its name as given
	Place Place  // that names it; nowhere for what is no file of settings
	Text  text.Message
	Err   error // the system's own
}

func (s System) Error() string { return s.File + ": " + s.Text.In(text.English) }

func (s System) Unwrap() error { return s.Err }

// ErrNotAFile says that what should be a regular file is none: a pipe may have no end.
var ErrNotAFile = errors.New("not a regular file")

// Reason says why the system refused a file, without the file's path; in its own words
// where we have none.
func Reason(err error) text.Phrase {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return text.NoSuchFolder()
	case errors.Is(err, fs.ErrPermission):
		return text.NoPermission()
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return text.DiskFull()
	case errors.Is(err, syscall.EISDIR):
		return text.IsAFolder()
	case errors.Is(err, syscall.ENOTDIR):
		return text.NotAFolder()
	case errors.Is(err, syscall.ENAMETOOLONG):
		return text.NameTooLong()
	case errors.Is(err, syscall.ELOOP):
		return text.TooManyLinks()
	case errors.Is(err, syscall.EROFS):
		return text.ReadOnlyDisk()
	case errors.Is(err, syscall.EIO):
		return text.DeviceFails()
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.ETXTBSY):
		return text.InUse()
	case errors.Is(err, syscall.EPIPE):
		return text.BrokenPipe()
	case errors.Is(err, ErrNotAFile):
		return text.NotAFile()
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return text.SystemSays(err.Error())
}

// Unreadable says that the system refused to let a file be read.
func Unreadable(file string, err error) System {
	words := text.CannotRead(Reason(err))
	if errors.Is(err, fs.ErrNotExist) {
		words = text.NotFound()
	}
	return System{File: file, Text: words, Err: err}
}
