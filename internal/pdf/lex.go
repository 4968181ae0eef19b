package pdf

import (
	"bytes"
	"strconv"
)

// A Value is nil, bool, int, string, or one of these. Reals are keywords: nothing here
// needs them.
type Value any

// The kinds of values that Go has none of.
type (
	// A Name is one, without its stroke.
	Name string
	// A Keyword is an operator, obj, R, or a real.
	Keyword string
	// An Array is values in their order.
	Array []Value
	// A Dict is values by name.
	Dict map[Name]Value
	// A Ref is the number of an object.
	Ref int
)

// A lexer reads values one after the other, of a file or of what draws a page. It
// always goes forward, and no deeper than mostDeep.
type lexer struct {
	b  []byte
	at int
}

const (
	mostDeep  = 64
	mostItems = 1 << 20 // of an array, or a dictionary
)

// value reads the next one: ErrDamaged at the end, and for what is none.
func (l *lexer) value() (Value, error) { return l.nested(0) }

func (l *lexer) nested(depth int) (Value, error) {
	l.space()
	if l.at >= len(l.b) || depth > mostDeep {
		return nil, ErrDamaged
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
		return Keyword(c), nil
	default:
		return l.word(), nil
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// space goes over white space and comments.
func (l *lexer) space() {
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
func (l *lexer) regular() []byte {
	from := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	return l.b[from:l.at]
}

// word is a number, a constant or a keyword.
func (l *lexer) word() Value {
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
	return Keyword(word)
}

// name reads a name, with #20 for a space.
func (l *lexer) name() Name {
	l.at++
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw)
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
	return Name(name)
}

// literal reads a text between parentheses.
func (l *lexer) literal() (string, error) {
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
	return "", ErrDamaged
}

// escape reads what follows a backslash.
func (l *lexer) escape(words []byte) []byte {
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
func (l *lexer) hex() (string, error) {
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return "", ErrDamaged
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
			return "", ErrDamaged
		}
		words = append(words, byte(n))
	}
	return string(words), nil
}

// array reads values up to the bracket that closes them.
func (l *lexer) array(depth int) (Array, error) {
	all := Array{}
	for {
		v, err := l.nested(depth + 1)
		if err != nil || len(all) > mostItems {
			return nil, ErrDamaged
		}
		switch v {
		case Keyword("]"):
			return all, nil
		case Keyword("R"):
			if all = referred(all); all == nil {
				return nil, ErrDamaged
			}
		default:
			all = append(all, v)
		}
	}
}

// referred makes a reference of the two numbers before an R; nil where they are none.
func referred(all Array) Array {
	if len(all) < 2 {
		return nil
	}
	id, isID := all[len(all)-2].(int)
	_, isGeneration := all[len(all)-1].(int)
	if !isID || !isGeneration {
		return nil
	}
	return append(all[:len(all)-2], Ref(id))
}

// dict reads names and their values up to the brackets that close them.
func (l *lexer) dict(depth int) (Dict, error) {
	var all Array
	for {
		v, err := l.nested(depth + 1)
		if err != nil || len(all) > mostItems {
			return nil, ErrDamaged
		}
		if v == Keyword(">") {
			l.at++ // the other one
			break
		}
		if v == Keyword("R") {
			if all = referred(all); all == nil {
				return nil, ErrDamaged
			}
			continue
		}
		all = append(all, v)
	}
	d := make(Dict, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		name, ok := all[i].(Name)
		if !ok {
			return nil, ErrDamaged
		}
		d[name] = all[i+1]
	}
	return d, nil
}
