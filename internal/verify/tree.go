package verify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/diag"
)

// A node is a value of a JSON document, with its place. Texts and numbers have their
// text; null has none.
type node struct {
	at      diag.Place
	text    string
	list    []node
	members []namedNode
}

type namedNode struct {
	name string
	node
}

// member finds a member of an object; the zero node where there is none.
func (n node) member(name string) node {
	for _, m := range n.members {
		if m.name == name {
			return m.node
		}
	}
	return node{}
}

// deepest bounds how deep values may lie in each other: a calc document has eight.
const deepest = 32

// errJSON says that a document is not one JSON value, or too deep.
var errJSON = errors.New("not one JSON value")

// parse reads a document of one value.
func parse(file string, document []byte) (node, error) {
	document = bytes.TrimPrefix(document, []byte("\ufeff"))
	p := parser{file: file, document: document, decoder: json.NewDecoder(bytes.NewReader(document)), line: 1}
	p.decoder.UseNumber()
	n, err := p.value(0)
	if err != nil {
		return node{}, err
	}
	if _, err := p.decoder.Token(); !errors.Is(err, io.EOF) {
		return node{}, errJSON
	}
	return n, nil
}

// A parser knows where it is in a document.
type parser struct {
	file     string
	document []byte
	decoder  *json.Decoder
	seen     int // bytes that the line and the column are counted of
	line     int
	column   int // characters of the line
}

// place is where the next token begins.
func (p *parser) place() diag.Place {
	at := int(p.decoder.InputOffset())
	for at < len(p.document) && bytes.IndexByte([]byte(" \t\r\n,:"), p.document[at]) >= 0 {
		at++
	}
	for ; p.seen < at; p.seen++ {
		switch b := p.document[p.seen]; {
		case b == '\n':
			p.line, p.column = p.line+1, 0
		case utf8.RuneStart(b):
			p.column++
		}
	}
	return diag.Place{File: p.file, Line: p.line, Column: p.column + 1}
}

// value reads the next value.
func (p *parser) value(depth int) (node, error) {
	n := node{at: p.place()}
	token, err := p.decoder.Token()
	if err != nil {
		return n, err
	}
	switch token := token.(type) {
	case json.Delim:
		if depth == deepest {
			return n, errJSON
		}
		return p.inside(n, token, depth+1)
	case nil:
	case string:
		n.text = token
	default:
		n.text = fmt.Sprint(token)
	}
	return n, nil
}

// inside reads what is in an array or an object, and its end.
func (p *parser) inside(n node, start json.Delim, depth int) (node, error) {
	for p.decoder.More() {
		name := ""
		if start == '{' {
			key, err := p.decoder.Token()
			if err != nil {
				return n, err
			}
			name, _ = key.(string) // keys are
		}
		v, err := p.value(depth)
		if err != nil {
			return n, err
		}
		if start == '{' {
			n.members = append(n.members, namedNode{name, v})
		} else {
			n.list = append(n.list, v)
		}
	}
	_, err := p.decoder.Token()
	return n, err
}
