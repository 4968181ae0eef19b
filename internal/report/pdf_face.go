package report

import (
	"bytes"
	"strconv"
	"unicode/utf16"

	"github.com/entcalc/entcalc/internal/text"
)

// figuresOfPDF takes back the figures that the pages show.
func figuresOfPDF(document []byte) ([]Figure, error) {
	shown, err := faceOfPDF(document)
	if err != nil {
		return nil, unreadable(text.NotAPDF(), err)
	}
	if len(shown.figures) == 0 {
		return nil, unreadable(text.NoFiguresInPDF(), nil)
	}
	return shown.figures, nil
}

// faceOfPDF is what the pages show: each text with its page, and the figures that are
// marked.
func faceOfPDF(document []byte) (face, error) {
	f, err := openPDF(document)
	if err != nil {
		return face{}, err
	}
	r := pdfFaceReader{file: f}
	f.walk(f.dict(f.trailer["Root"])["Pages"], func(node pdfDict) {
		if _, above := node["Kids"]; !above && err == nil {
			r.page++
			err = r.read(node["Contents"])
		}
	})
	if err != nil {
		return face{}, err
	}
	for _, m := range r.marks {
		r.face.add(m.siren, m.field, string(m.words))
	}
	return r.face, nil
}

// A pdfFaceReader reads what pages show, as writePDF drew them.
type pdfFaceReader struct {
	file  *pdfFile
	page  int
	face  face
	marks []*pdfMark // in their order
	open  []*pdfMark // those that hold the text that follows; nil for others
}

// A pdfMark is a figure and its text, which may go on over several lines and pages.
type pdfMark struct {
	siren, field string
	words        []rune
}

// read reads a page: a stream, or several that are one.
func (r *pdfFaceReader) read(contents any) error {
	parts := r.file.array(contents)
	if parts == nil {
		parts = pdfArray{contents}
	}
	var all []byte
	for _, part := range parts {
		s, ok := r.file.resolved(part).(pdfStream)
		if !ok {
			continue // an empty page
		}
		content, err := r.file.inflated(s)
		if err != nil {
			return err
		}
		all = append(append(all, content...), '\n')
	}
	r.open = r.open[:0]
	l := &pdfLexer{all, 0}
	var operands []any
	for {
		v, err := l.value()
		if err != nil {
			return nil // the end of the page
		}
		operator, is := v.(pdfKeyword)
		if !is {
			operands = append(operands, v)
			continue
		}
		r.do(operator, operands)
		if operator == "ID" { // a picture's bytes are no operators
			l.at += max(bytes.Index(l.b[l.at:], []byte("EI")), 0)
		}
		operands = operands[:0]
	}
}

// do follows an operator: those of marks and of texts.
func (r *pdfFaceReader) do(operator pdfKeyword, operands []any) {
	switch operator {
	case "BMC", "BDC":
		r.open = append(r.open, r.mark(operands))
	case "EMC":
		if len(r.open) > 0 {
			r.open = r.open[:len(r.open)-1]
		}
	case "Tj", "'", "\"", "TJ":
		if len(operands) > 0 {
			r.shows(operands[len(operands)-1])
		}
	}
}

// mark finds the figure that a mark opens, or goes on with.
func (r *pdfFaceReader) mark(operands []any) *pdfMark {
	if len(operands) < 2 || operands[0] != pdfName(figureTag) {
		return nil
	}
	d, _ := operands[1].(pdfDict)
	siren, _ := d["SIREN"].(string)
	field, _ := d["Field"].(string)
	if d["More"] == true {
		for i := len(r.marks) - 1; i >= 0; i-- {
			if m := r.marks[i]; m.siren == siren && m.field == field {
				return m
			}
		}
	}
	m := &pdfMark{siren: siren, field: field}
	r.marks = append(r.marks, m)
	return m
}

// shows takes a text: a string, or several with the room between them.
func (r *pdfFaceReader) shows(v any) {
	var raw string
	switch v := v.(type) {
	case string:
		raw = v
	case pdfArray:
		for _, part := range v {
			if s, is := part.(string); is {
				raw += s
			}
		}
	}
	words := utf16Text(raw)
	r.face.texts = append(r.face.texts, faceText{strconv.Itoa(r.page), string(words)})
	for i := len(r.open) - 1; i >= 0; i-- {
		if m := r.open[i]; m != nil {
			m.words = append(m.words, words...)
			return
		}
	}
}

// utf16Text reads the characters of our fonts, whose codes are UTF-16.
func utf16Text(raw string) []rune {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return utf16.Decode(units)
}

// besidePDF finds what else differs between documents with the same figures: the first
// text, else the calc document that is attached.
func besidePDF(old, fresh []byte) (Difference, error) {
	was, errWas := faceOfPDF(old)
	is, errIs := faceOfPDF(fresh)
	if errWas != nil || errIs != nil {
		return Difference{}, unreadable(text.NotAPDF(), errWas)
	}
	for i := range max(len(was.texts), len(is.texts)) {
		var a, b faceText
		if i < len(was.texts) {
			a = was.texts[i]
		}
		if i < len(is.texts) {
			b = is.texts[i]
		}
		if a != b {
			place := b.place
			if place == "" {
				place = a.place
			}
			x, y := around(a.words, b.words)
			return Difference{Was: x, Is: y, Text: text.PageDiffers(place, x, y)}, nil
		}
	}
	before, errBefore := carriedByPDF(old)
	now, errNow := carriedByPDF(fresh)
	switch {
	case errNow != nil:
		return Difference{}, unreadable(text.NotAPDF(), errNow)
	case errBefore != nil:
		return Difference{Text: text.NothingAttached()}, nil
	case bytes.Equal(before, now):
		return Difference{Text: text.OnlyPDF()}, nil
	default:
		return firstLine(before, now, text.AttachedDiffers), nil
	}
}
