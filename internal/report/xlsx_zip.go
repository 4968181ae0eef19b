package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// contentTypes is the part that lists the others; it comes first in the archive.
const contentTypes = "[Content_Types].xml"

// A sortedZip writes the parts of a workbook in one order and with one date, whatever
// the order in which the library makes them: it walks maps.
type sortedZip struct {
	w     io.Writer
	parts map[string]*bytes.Buffer
}

func newSortedZip(w io.Writer) excelize.ZipWriter {
	return sortedZip{w, make(map[string]*bytes.Buffer)}
}

// Create begins a part.
func (z sortedZip) Create(name string) (io.Writer, error) {
	part := new(bytes.Buffer)
	z.parts[name] = part
	return part, nil
}

// AddFS is not used by the library.
func (z sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z sortedZip) Close() error {
	archive := zip.NewWriter(z.w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { // Go's own is another with each Go
		return flate.NewWriter(w, flate.DefaultCompression)
	})
	names := slices.Sorted(maps.Keys(z.parts))
	names = slices.DeleteFunc(names, func(name string) bool { return name == contentTypes })
	for _, name := range append([]string{contentTypes}, names...) {
		part, made := z.parts[name]
		if !made {
			continue
		}
		content := part.Bytes()
		if name == contentTypes {
			content = sortEntries(content)
		}
		w, err := archive.CreateHeader(&zip.FileHeader{
			Name: name, Method: zip.Deflate,
			Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC), // the first that an archive can bear
		})
		if err != nil {
			return err
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	return archive.Close()
}

// sortEntries puts the entries of the list of parts in order.
func sortEntries(list []byte) []byte {
	entry := regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)
	entries := entry.FindAll(list, -1)
	if len(entries) == 0 {
		return list
	}
	first := entry.FindIndex(list)[0]
	slices.SortFunc(entries, bytes.Compare)
	sorted := slices.Clone(list[:first])
	for _, e := range entries {
		sorted = append(sorted, e...)
	}
	return append(sorted, entry.ReplaceAll(list[first:], nil)...)
}
