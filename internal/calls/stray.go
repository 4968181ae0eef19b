package calls

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
)

// A Found is a file that is there and has a name of the pattern.
type Found struct{ File, SIREN string }

// Find gives the files that are there under the names that the pattern gives in a year, for
// any SIREN and name, in the order of their names. The error is the system's ([diag.System]).
func (p Pattern) Find(year int) ([]Found, error) {
	fixed, levels := p.levels(year)
	return find(fixed, "", levels)
}

// levels parts the pattern at the folders: those that are fixed in a year, then what
// matches the names below, one after the other.
func (p Pattern) levels(year int) (fixed string, levels []*regexp.Regexp) {
	rest := p.parts
	for len(rest) > 0 && (!rest[0].placeholder || rest[0].text == yearWord) {
		fixed += rest[0].in(year)
		rest = rest[1:]
	}
	fixed = filepath.ToSlash(fixed)
	last := strings.LastIndexByte(fixed, '/') + 1
	var b strings.Builder
	b.WriteString(regexp.QuoteMeta(fixed[last:]))
	for _, part := range rest {
		switch {
		case !part.placeholder || part.text == yearWord:
			b.WriteString(regexp.QuoteMeta(filepath.ToSlash(part.in(year))))
		case part.text == sirenWord:
			b.WriteString(`([0-9]{9})`)
		default:
			b.WriteString(`[a-z0-9-]+`)
		}
	}
	for name := range strings.SplitSeq(b.String(), "/") { // no expression has a slash
		if name != "" { // two slashes
			levels = append(levels, regexp.MustCompile("^"+name+"$"))
		}
	}
	return filepath.FromSlash(fixed[:last]), levels
}

// find gives the files under a folder whose names match, one level after the other, with
// one SIREN wherever the names have it; siren is that of the folders above, if any has it.
func find(folder, siren string, levels []*regexp.Regexp) (all []Found, err error) {
	entries, err := os.ReadDir(filepath.Clean(folder))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, diag.Unreadable(folder, err)
	}
	for _, entry := range entries {
		match := levels[0].FindStringSubmatch(entry.Name())
		if match == nil {
			continue
		}
		of, same := siren, true
		for _, found := range match[1:] {
			same = same && (of == "" || of == found)
			of = found
		}
		file := filepath.Join(folder, entry.Name())
		switch {
		case !same:
		case len(levels) == 1 && !entry.IsDir():
			all = append(all, Found{file, of})
		case len(levels) > 1 && entry.IsDir():
			below, err := find(file, of, levels[1:])
			if err != nil {
				return nil, err
			}
			all = append(all, below...)
		}
	}
	return all, nil
}
