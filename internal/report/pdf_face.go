package report

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/go-fonts/liberation/liberationsansregular"

	"github.com/entcalc/entcalc/internal/pdf"
	"github.com/entcalc/entcalc/internal/text"
)

// figuresOfPDF takes back the figures that the pages show.
func figuresOfPDF(document []byte) ([]Figure, error) {
	shown, err := faceOfPDF(document)
	if err != nil {
		return nil, unreadablePDF(err)
	}
	if len(shown.figures) == 0 {
		return nil, unreadable(text.NoFiguresInPDF(), nil)
	}
	return shown.figures, nil
}

// faceOfPDF is what the pages show: each text with its page, and the figures that are
// marked.
func faceOfPDF(document []byte) (face, error) {
	f, err := pdf.Open(document)
	if err != nil {
		return face{}, err
	}
	r := pdfFaceReader{last: make(map[figureKey]*pdfMark), left: 1<<14 + len(document)/4}
	err = f.Pages(func(page int, content []byte) error {
		r.page, r.open = strconv.Itoa(page), r.open[:0]
		return pdf.Operators(content, r.do)
	})
	if err != nil {
		return face{}, err
	}
	glyphs := readGlyphs(liberationsansregular.TTF)
	for _, m := range r.marks {
		r.face.add(m.siren, m.field, glyphs.printed(string(m.words)))
	}
	return r.face, nil
}

// A pdfFaceReader reads what pages show, as writePDF drew them.
type pdfFaceReader struct {
	page  string
	face  face
	marks []*pdfMark             // in their order
	last  map[figureKey]*pdfMark // of each figure
	open  []*pdfMark             // those that hold the text that follows; nil for others
	left  int                    // how many texts and marks may follow: in our files, one in 15 bytes
}

// A pdfMark is a figure and its text, which may go on over several lines and pages.
type pdfMark struct {
	siren, field string
	words        []rune
}

// mostOpen is how many marks may be in each other; ours are in none.
const mostOpen = 32

// do follows an operator: those of marks and of texts.
func (r *pdfFaceReader) do(operator pdf.Keyword, operands []pdf.Value) error {
	switch operator {
	case "BMC", "BDC":
		r.open = append(r.open, r.mark(operands))
		r.left--
	case "EMC":
		if len(r.open) > 0 {
			r.open = r.open[:len(r.open)-1]
		}
	case "Tj", "'", "\"", "TJ":
		if len(operands) > 0 {
			r.shows(operands[len(operands)-1])
			r.left--
		}
	}
	if len(r.open) > mostOpen || r.left < 0 {
		return pdf.ErrTooMuch
	}
	return nil
}

// mark finds the figure that a mark opens, or goes on with.
func (r *pdfFaceReader) mark(operands []pdf.Value) *pdfMark {
	if len(operands) < 2 || operands[0] != pdf.Name(figureTag) {
		return nil
	}
	d, _ := operands[1].(pdf.Dict)
	siren, _ := d["SIREN"].(string)
	field, _ := d["Field"].(string)
	key := figureKey{siren: siren, field: field}
	if m, begun := r.last[key]; begun && d["More"] == true {
		return m
	}
	m := &pdfMark{siren: siren, field: field}
	r.marks = append(r.marks, m)
	r.last[key] = m
	return m
}

// shows takes a text: a string, or several with the room between them.
func (r *pdfFaceReader) shows(v pdf.Value) {
	var raw strings.Builder
	switch v := v.(type) {
	case string:
		raw.WriteString(v)
	case pdf.Array:
		for _, part := range v {
			if s, is := part.(string); is {
				raw.WriteString(s)
			}
		}
	}
	words := utf16Text(raw.String())
	r.face.texts = append(r.face.texts, faceText{r.page, string(words)})
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
		return Difference{}, unreadablePDF(cmp.Or(errWas, errIs))
	}
	if place, x, y, differ := firstText(was, is); differ {
		return Difference{Was: x, Is: y, Text: text.PageDiffers(place, x, y)}, nil
	}
	before, errBefore := carriedByPDF(old)
	now, errNow := carriedByPDF(fresh)
	switch {
	case errNow != nil:
		return Difference{}, unreadablePDF(errNow)
	case errBefore != nil:
		return Difference{Text: text.NothingAttached()}, nil
	case bytes.Equal(before, now):
		return Difference{Text: text.OnlyPDF()}, nil
	default:
		return firstLine(before, now, text.AttachedDiffers), nil
	}
}
