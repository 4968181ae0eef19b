package config

import (
	"io"
	"os"
	"syscall"

	"github.com/entcalc/entcalc/internal/diag"
)

// mostBytes bounds a file: eighty versions of the tariff fit in it, and what the YAML
// library makes of the worst one (brackets and commas only) takes 170 MB.
const mostBytes = 256 << 10

// embeddedName is what places call the embedded rate file. Its own name is blank, so
// that a user's file of that name is another one.
const embeddedName = "rates.yaml"

// A File is a rate file or a settings file: its name as it was given, blank for the
// embedded one, and its bytes.
type File struct {
	Name string
	Data []byte
}

// shown is a file's name for places and sentences.
func shown(name string) string {
	if name == "" {
		return embeddedName
	}
	return name
}

// at is a place in the file.
func (f File) at(line, column int) diag.Place {
	return diag.Place{File: shown(f.Name), Line: line, Column: column}
}

// ReadFile reads a file, or standard input for "-". It stops after the most that
// [Load] accepts, so that what has no end is answered at once. The error is a
// [diag.System].
func ReadFile(name string, stdin io.Reader) (File, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return File{}, diag.Unreadable(name, err)
		}
		defer func() { _ = f.Close() }() // nothing was written to it
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return File{}, diag.Unreadable(name, syscall.EISDIR)
		}
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	if err != nil {
		return File{}, diag.Unreadable(name, err)
	}
	return File{Name: name, Data: data}, nil
}
