package report

import (
	"bytes"
	"errors"
	"strings"

	"github.com/entcalc/entcalc/internal/pdf"
	"github.com/entcalc/entcalc/internal/text"
)

// What a PDF that can be read carries instead of one calc document.
var (
	errNothingAttached = errors.New("no calc document is attached")
	errTwoAttached     = errors.New("calc documents that differ are attached")
)

// NotCarried says why [Carried] found no calc document.
func NotCarried(err error) text.Message {
	switch {
	case errors.Is(err, pdf.ErrLocked):
		return text.CarrierLocked()
	case errors.Is(err, pdf.ErrDamaged), errors.Is(err, pdf.ErrTooMuch):
		return text.CarrierDamaged()
	case errors.Is(err, errTwoAttached):
		return text.CarrierAmbiguous()
	}
	return text.NothingCarried()
}

// unreadablePDF says why the figures of a PDF cannot be read.
func unreadablePDF(err error) error {
	if errors.Is(err, pdf.ErrLocked) {
		return unreadable(text.LockedPDF(), err)
	}
	return unreadable(text.NotAPDF(), err)
}

// plainPDF is what the pages of a PDF show, and what is attached. A fingerprint moves the
// ends of the lines that it is in: they are no part of it.
func plainPDF(document []byte) []byte {
	shown, err := faceOfPDF(document)
	if err != nil {
		return nil
	}
	var all bytes.Buffer
	for _, t := range shown.texts {
		all.WriteString(strings.Join(strings.Fields(t.words), " ") + " ")
	}
	attached, _ := carriedByPDF(document) // none is nothing
	return append(all.Bytes(), attached...)
}

// carriedByPDF gives the calc document that is attached to a PDF: one, or the same twice.
func carriedByPDF(document []byte) (calc []byte, err error) {
	f, err := pdf.Open(document)
	if err != nil {
		return nil, err
	}
	attached, err := f.Attachments()
	if err != nil {
		return nil, err
	}
	for _, content := range attached {
		switch {
		case !isCalc(content):
		case calc == nil:
			calc = content
		case !bytes.Equal(calc, content):
			return nil, errTwoAttached
		}
	}
	if calc == nil {
		return nil, errNothingAttached
	}
	return calc, nil
}

// isCalc tells a calc document by its beginning.
func isCalc(content []byte) bool {
	begins := content[:min(len(content), 200)]
	return bytes.Contains(begins, []byte(`"`+calcSchema+`"`))
}
