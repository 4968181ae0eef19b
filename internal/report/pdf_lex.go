package report

import (
	"bytes"
	"errors"
	"strconv"
)

// The values of PDF are nil, bool, int, string, and these. Reals are keywords: nothing
// here needs them.
type (
	pdfName    string
	pdfKeyword string // an operator, obj, R, a real
	pdfArray   []any
	pdfDict    map[pdfName]any
	pdfRef     int // the number of an object
)

// errPDF says that a document is not made as PDF is, or as this reader knows it.
var errPDF = errors.New("damaged, or a kind of PDF that is not known")

// A pdfLexer reads values one after the other, of a file or of what draws a page. It
// always goes forward, and no deeper than pdfDepth.
type pdfLexer struct {
	b  []byte
	at int
}

const (
	pdfDepth     = 64
	mostPDFItems = 1 << 22 // of an array, or a dictionary
)

// value reads the next one: errPDF at the end, and for what is none.
func (l *pdfLexer) value() (any, error) { return l.nested(0) }

func (l *pdfLexer) nested(depth int) (any, error) {
	l.space()
	if l.at >= len(l.b) || depth > pdfDepth {
		return nil, errPDF
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		return l.array(depth)
	case bytes.HasPrefix(l.b[l.at:], []byte("<<")):
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case isDelimiter(c): // one that closes nothing
		l.at++
		return pdfKeyword(c), nil
	default:
		return l.word(), nil
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// space goes over white space and comments.
func (l *pdfLexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// regular reads what stands until a space or a delimiter.
func (l *pdfLexer) regular() []byte {
	from := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	return l.b[from:l.at]
}

// word is a number, a constant or a keyword.
func (l *pdfLexer) word() any {
	word := string(l.regular())
	switch word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	}
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	return pdfKeyword(word)
}

// name reads a name, with #20 for a space.
func (l *pdfLexer) name() pdfName {
	l.at++
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return pdfName(raw)
	}
	var name []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if n, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				name = append(name, byte(n))
				i += 2
				continue
			}
		}
		name = append(name, raw[i])
	}
	return pdfName(name)
}

// literal reads a text between parentheses.
func (l *pdfLexer) literal() (string, error) {
	var words []byte
	open := 0
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		switch c {
		case '\\':
			words = l.escape(words)
			continue
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				return string(words), nil
			}
		}
		words = append(words, c)
	}
	return "", errPDF
}

// escape reads what follows a backslash.
func (l *pdfLexer) escape(words []byte) []byte {
	if l.at >= len(l.b) {
		return words
	}
	c := l.b[l.at]
	l.at++
	if at := bytes.IndexByte([]byte("nrtbf"), c); at >= 0 {
		return append(words, "\n\r\t\b\f"[at])
	}
	switch {
	case c == '\r': // a line that goes on
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return words
	case c == '\n':
		return words
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for range 2 {
			if l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7' {
				n = n*8 + int(l.b[l.at]-'0')
				l.at++
			}
		}
		return append(words, byte(n))
	default:
		return append(words, c)
	}
}

// hex reads a text of hexadecimal digits.
func (l *pdfLexer) hex() (string, error) {
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return "", errPDF
	}
	var digits []byte
	for _, c := range l.b[l.at+1 : l.at+end] {
		if !isSpace(c) {
			digits = append(digits, c)
		}
	}
	l.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	words := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		if err != nil {
			return "", errPDF
		}
		words = append(words, byte(n))
	}
	return string(words), nil
}

// array reads values up to the bracket that closes them.
func (l *pdfLexer) array(depth int) (pdfArray, error) {
	all := pdfArray{}
	for {
		v, err := l.nested(depth + 1)
		if err != nil || len(all) > mostPDFItems {
			return nil, errPDF
		}
		switch v {
		case pdfKeyword("]"):
			return all, nil
		case pdfKeyword("R"):
			if all = referred(all); all == nil {
				return nil, errPDF
			}
		default:
			all = append(all, v)
		}
	}
}

// referred makes a reference of the two numbers before an R; nil where they are none.
func referred(all pdfArray) pdfArray {
	if len(all) < 2 {
		return nil
	}
	id, isID := all[len(all)-2].(int)
	_, isGeneration := all[len(all)-1].(int)
	if !isID || !isGeneration {
		return nil
	}
	return append(all[:len(all)-2], pdfRef(id))
}

// dict reads names and their values up to the brackets that close them.
func (l *pdfLexer) dict(depth int) (pdfDict, error) {
	var all pdfArray
	for {
		v, err := l.nested(depth + 1)
		if err != nil || len(all) > mostPDFItems {
			return nil, errPDF
		}
		if v == pdfKeyword(">") {
			l.at++ // the other one
			break
		}
		if v == pdfKeyword("R") {
			if all = referred(all); all == nil {
				return nil, errPDF
			}
			continue
		}
		all = append(all, v)
	}
	d := make(pdfDict, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		name, ok := all[i].(pdfName)
		if !ok {
			return nil, errPDF
		}
		d[name] = all[i+1]
	}
	return d, nil
}
