package grid

import (
	"archive/zip"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// Bounds of a workbook, in bytes. A sheet of 50,000 rows and 4 columns has 10 MB; what
// needs more than these is read from CSV, that has no bounds.
const (
	mostArchive  = 64 << 20  // the file
	mostInflated = 256 << 20 // all its parts together, as they declare
	mostSheet    = 128 << 20 // the sheet that is read
	mostStrings  = 64 << 20  // the shared strings
	mostPart     = 8 << 20   // each other part that is read
	mostParts    = 10_000    // parts
)

// A pack is a zip with named parts, as workbooks are. Its parts are inflated into
// memory, whole and checked, or not at all.
type pack struct {
	source *source
	parts  map[string]*zip.File // by name in lower case, without a slash before it
}

// openPack refuses an archive that inflates out of all measure, that is encrypted, or
// in which two parts have one name: which of them is read would depend on the program.
func openPack(s *source) (*pack, error) {
	if s.size > mostArchive {
		return nil, s.fault(text.WorkbookTooLarge(mostArchive >> 20))
	}
	z, err := zip.NewReader(s.at, s.size)
	if err != nil {
		return nil, s.unzipError("", err)
	}
	if len(z.File) > mostParts {
		return nil, s.fault(text.TooManyParts(mostParts))
	}
	p := &pack{source: s, parts: make(map[string]*zip.File, len(z.File))}
	var inflated uint64
	for _, f := range z.File {
		name := partKey(f.Name)
		if p.parts[name] != nil {
			return nil, s.fault(text.PartTwice(f.Name))
		}
		p.parts[name] = f
		if inflated += f.UncompressedSize64; f.UncompressedSize64 > mostInflated || inflated > mostInflated {
			return nil, s.fault(text.InflatesTooMuch(mostInflated >> 20))
		}
		if f.Flags&1 != 0 {
			return nil, s.fault(text.EncryptedWorkbook())
		}
	}
	return p, nil
}

// partKey makes names comparable: they differ by more than case and kinds of slashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *pack) has(name string) bool { return p.parts[partKey(name)] != nil }

// read inflates a part, of at most so many bytes, and checks its length and its CRC.
func (p *pack) read(name string, most int) ([]byte, error) {
	f := p.parts[partKey(name)]
	if f == nil {
		return nil, p.source.fault(text.NoPart(name))
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, p.source.fault(text.PartTooLarge(f.Name, most>>20))
	}
	data, err := p.head(f, int(f.UncompressedSize64))
	if err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(data) != f.CRC32 { // archive/zip takes a CRC of 0 for none
		return nil, p.source.unzipError(f.Name, zip.ErrChecksum)
	}
	return data, nil
}

// head inflates the first n bytes of a part; when that is all of it, what archive/zip
// checks at the end is checked.
func (p *pack) head(f *zip.File, n int) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, p.source.unzipError(f.Name, err)
	}
	defer r.Close()
	data := make([]byte, n)
	if _, err = io.ReadFull(r, data); err == nil && uint64(n) == f.UncompressedSize64 {
		_, err = io.ReadFull(r, make([]byte, 1))
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err == nil {
			err = zip.ErrFormat
		}
	}
	if err != nil {
		return nil, p.source.unzipError(f.Name, err)
	}
	return data, nil
}

// unzipError tells what the system refused from an archive that is damaged.
func (s *source) unzipError(part string, err error) error {
	if p := new(fs.PathError); errors.As(err, &p) {
		return s.refused(err)
	}
	if part == "" {
		return s.fault(text.DamagedArchive())
	}
	return s.fault(text.DamagedPart(part))
}

// markupError refuses a part for its XML, unless err says already what is wrong.
func (s *source) markupError(part string, err error) error {
	switch {
	case errors.Is(err, errCut):
		return s.fault(text.CutPart(part))
	case errors.Is(err, errMarkup):
		return s.fault(text.BadMarkup(part))
	}
	return err
}
