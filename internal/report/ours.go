package report

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// Ours tells by its beginning whether a text is a table that calc, solve or compare
// writes, and in which format; "" for none.
func Ours(head []byte) (format string) {
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if !whole {
		return ""
	}
	line = append(bytes.Clone(line), '\n')
	for _, f := range Formats() {
		if strings.HasPrefix(f.Name, "csv") && isHeader(f.Figures, line) {
			return f.Name
		}
	}
	for _, f := range ComparisonFormats() {
		if strings.HasPrefix(f.Name, "csv") && isHeader(f.Figures, line) {
			return f.Name
		}
	}
	return ""
}

// isHeader tells whether figures can be taken from what follows a line.
func isHeader(figures func([]byte) ([]Figure, error), line []byte) bool {
	_, err := figures(line)
	return err == nil
}

// OurWorkbook tells whether a file is a workbook that we write: its figures have names.
func OurWorkbook(file io.ReaderAt, size int64) bool {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return false
	}
	f, err := archive.Open("xl/workbook.xml")
	if err != nil {
		return false
	}
	defer f.Close()      //nolint:errcheck // nothing was written to it
	const most = 1 << 20 // of names: a sheet of ours has hundreds at most
	names, err := io.ReadAll(io.LimitReader(f, most))
	return err == nil && bytes.Contains(names, []byte(`<definedName name="`+sirenColumn+`"`)) &&
		bytes.Contains(names, []byte(`<definedName name="`+epciColumn+`"`))
}
