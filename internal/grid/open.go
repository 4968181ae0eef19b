package grid

import (
	"path/filepath"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// Open reads what the file is from its first bytes, and stands before its first row.
// The name "-" is standard input.
//
// The error is a diag.System (the system refused the file), a diag.Usage (o.Sheet names
// no sheet, or o.SheetFlag did not name one of several) or a *Fault (what is in it).
func Open(name string, o Options) (Reader, error) {
	s, err := openSource(name, o.Stdin)
	if err != nil {
		return nil, err
	}
	r, err := openAs(s, o)
	if err != nil {
		_ = s.close() // nothing was written to it
		return nil, err
	}
	return r, nil
}

func openAs(s *source, o Options) (Reader, error) {
	if s.size == 0 {
		return nil, s.fault(text.EmptyFile())
	}
	head, err := s.head(8)
	if err != nil {
		return nil, err
	}
	switch formOf(head) {
	case archive:
		return openWorkbook(s, o)
	case compound:
		return nil, s.compoundFault()
	case foreign:
		return nil, s.fault(text.NeitherTextNorWorkbook())
	case plainText, wideText:
		if strings.EqualFold(filepath.Ext(s.name), ".fods") {
			return nil, s.fault(text.SaveAsXLSX(".fods"))
		}
	}
	if o.Sheet != "" && !o.TextToo {
		return nil, diag.Usage{Text: text.NoSheetsInText(s.name, o.Sheet)}
	}
	return openText(s, o)
}
