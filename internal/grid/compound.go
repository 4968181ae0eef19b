package grid

import (
	"bytes"

	"github.com/entcalc/entcalc/internal/text"
)

// compoundFault says what to do with an OLE file: an encrypted workbook has an entry of
// that name, anything else is taken for the old format.
func (s *source) compoundFault() error {
	head, err := s.head(mostArchive)
	if err != nil {
		return err
	}
	if bytes.Contains(head, wide("EncryptedPackage")) {
		return s.fault(text.EncryptedWorkbook())
	}
	return s.fault(text.SaveAsXLSX(".xls"))
}

// wide writes ASCII as UTF-16, as the names of OLE entries are.
func wide(name string) []byte {
	var b []byte
	for _, c := range []byte(name) {
		b = append(b, c, 0)
	}
	return b
}
