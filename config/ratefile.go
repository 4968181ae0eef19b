package config

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// mostBytes bounds a file: eighty versions of the tariff fit in it, and what the YAML
// library makes of the worst one (brackets and commas only) takes 170 MB.
const mostBytes = 256 << 10

// A File is a rate file or a settings file: its name, as places show it, and its bytes.
type File struct {
	Name string
	Data []byte
}

// ReadFile reads a file, or standard input for "-". It stops after the most that
// [Load] accepts, so that what has no end is answered at once. The error is a
// [diag.System].
func ReadFile(name string, stdin io.Reader) (File, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return File{}, refused(name, err)
		}
		defer func() { _ = f.Close() }() // nothing was written to it
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return File{}, diag.System{File: name, Text: text.IsFolder(), Err: errors.New("is a directory")}
		}
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	if err != nil {
		return File{}, refused(name, err)
	}
	return File{Name: name, Data: data}, nil
}

// refused says that the system refused a file, without its path in the system's words.
func refused(name string, err error) error {
	words := text.NotFound()
	if !errors.Is(err, fs.ErrNotExist) {
		reason := err
		if p := new(fs.PathError); errors.As(err, &p) {
			reason = p.Err
		}
		words = text.CannotRead(reason.Error())
	}
	return diag.System{File: name, Text: words, Err: err}
}
