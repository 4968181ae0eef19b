package report

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/entcalc/entcalc/internal/text"
)

// errNothingCarried says that a page has no calc JSON.
var errNothingCarried = errors.New("no element " + calcElement)

// beginsHTML tells a page by its declaration, which browsers keep where they save it again.
func beginsHTML(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")
	const doctype = "<!doctype html"
	return len(head) >= len(doctype) && bytes.EqualFold(head[:len(doctype)], []byte(doctype))
}

// carriedByHTML gives the calc JSON that a page carries.
func carriedByHTML(document []byte) ([]byte, error) {
	tokens := html.NewTokenizer(bytes.NewReader(document))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return nil, errNothingCarried
		}
		if kind != html.StartTagToken {
			continue
		}
		if name, more := tokens.TagName(); string(name) != "script" || attributes(tokens, more)["id"] != calcElement {
			continue
		}
		if tokens.Next() != html.TextToken {
			return nil, errNothingCarried
		}
		return bytes.TrimSpace(tokens.Raw()), nil
	}
}

// attributes are those of the tag that the tokenizer stands at, the first where one is told
// twice, as a browser has it.
func attributes(tokens *html.Tokenizer, more bool) map[string]string {
	all := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if _, twice := all[string(key)]; !twice {
			all[string(key)] = string(value)
		}
	}
	return all
}

// faceOfHTML reads what a page shows. Texts stand under the title before them.
func faceOfHTML(document []byte) face {
	r := htmlReader{tokens: html.NewTokenizer(bytes.NewReader(document))}
	for {
		switch r.tokens.Next() {
		case html.ErrorToken: // the end, whatever it is
			r.end()
			return r.face
		case html.TextToken:
			if !r.hidden {
				r.words.Write(r.tokens.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := r.tokens.TagName()
			r.start(string(name), more)
		case html.EndTagToken:
			name, _ := r.tokens.TagName()
			r.stop(string(name))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// An htmlReader goes through a page.
type htmlReader struct {
	tokens       *html.Tokenizer
	face         face
	siren, field string // of the row and the cell that it is in
	cell         bool   // in a cell: all of its text is one, but for what is small
	hidden       bool   // in a script or a style
	title        bool   // in a heading
	place        string
	words        strings.Builder // of the text that it is in
}

// start enters an element.
func (r *htmlReader) start(name string, more bool) {
	r.hidden = name == "script" || name == "style"
	if r.within(name) {
		return
	}
	r.end()
	switch name {
	case "h1", "h2", "h3":
		r.title = true
	case "table":
		r.siren = ""
	case "tr":
		r.siren = attributes(r.tokens, more)["data-siren"]
	case "td", "th":
		r.cell, r.field = true, attributes(r.tokens, more)["data-field"]
	case "small": // under the name that a row has
		r.field = attributes(r.tokens, more)["data-field"]
	case "dd", "p", "span": // in no row
		all := attributes(r.tokens, more)
		r.siren, r.field = all["data-siren"], all["data-field"]
	}
}

// stop leaves an element.
func (r *htmlReader) stop(name string) {
	r.hidden = false
	if !r.within(name) {
		r.end()
	}
}

// within tells an element that is part of a text: any, in a cell.
func (r *htmlReader) within(name string) bool {
	if r.cell {
		return !slices.Contains([]string{"small", "td", "th", "tr", "thead", "tbody", "tfoot", "table"}, name)
	}
	return slices.Contains([]string{"a", "b", "em", "i", "strong", "wbr"}, name)
}

// end ends a text: it is a figure where its cell is marked.
func (r *htmlReader) end() {
	words, field := r.words.String(), r.field
	title := r.title
	r.words.Reset()
	r.field, r.cell, r.title = "", false, false
	if field == nameField {
		r.face.add(r.siren, field, words)
	} else if field != "" {
		r.face.add(r.siren, field, strings.Trim(words, " \t\r\n")) // as it is shown
	}
	if strings.TrimSpace(words) == "" {
		return
	}
	if title {
		r.place = words
	}
	r.face.texts = append(r.face.texts, faceText{r.place, words})
}

// figuresOfHTML takes back the figures that a page shows.
func figuresOfHTML(document []byte) ([]Figure, error) {
	shown := faceOfHTML(document)
	if len(shown.figures) == 0 {
		return nil, unreadable(text.NoFiguresInPage(), nil)
	}
	return shown.figures, nil
}

// besideHTML finds what else differs between two pages: the first text that they show, then
// the data that they carry.
func besideHTML(old, fresh []byte) (Difference, error) {
	if place, was, is, differ := firstText(faceOfHTML(old), faceOfHTML(fresh)); differ {
		return Difference{Was: was, Is: is, Text: text.ShownDiffers(place, was, is)}, nil
	}
	before, err := carriedByHTML(old)
	if err != nil {
		return Difference{Text: text.NothingInPage()}, nil
	}
	now, err := carriedByHTML(fresh)
	if err == nil && bytes.Equal(before, now) {
		return Difference{Text: text.OnlyMarkup()}, nil
	}
	return firstLine(before, now, text.CarriedDiffers), err
}
