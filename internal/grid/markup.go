package grid

import (
	"bytes"
	"errors"
	"strings"
)

// What is wrong with a part's XML.
var (
	errCut    = errors.New("the XML ends in the middle")
	errMarkup = errors.New("the XML is not well formed")
)

const (
	mostDepth = 64       // elements in one another
	mostTag   = 64 << 10 // bytes of a tag
)

// A token is what the markup holds next.
type token uint8

const (
	startTag token = iota // an empty element is a start and an end
	endTag
	charData // as it stands in the file: entities are checked, not replaced
	endOfPart
)

// A markup walks the XML of a workbook's part. It knows what workbooks use, and
// refuses what else XML has: a DOCTYPE, another encoding. It is strict, because
// excelize takes the first thing wrong for the end of the sheet, in silence; and it is
// ours, because encoding/xml would double the time.
type markup struct {
	data  []byte
	at    int
	open  [][]byte // names of the elements we are in, with their prefixes
	began bool     // the root has been met
	own   []byte   // the root's prefix, with its colon
	empty bool     // the start tag just given is an end tag too
	leave bool     // the end tag just given closes the innermost element

	attrs []attribute // of the start tag just given
	text  []byte      // of the character data just given
	chars int         // its characters, an entity being one
}

type attribute struct{ name, value []byte }

// newMarkup skips the byte order mark.
func newMarkup(data []byte) *markup {
	return &markup{data: bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))}
}

// inside tells whether the elements we are in, from the root, are these, whatever
// their prefixes. A start tag is inside its own element; so is an end tag.
func (m *markup) inside(path ...string) bool {
	if len(m.open) != len(path) {
		return false
	}
	for i := len(path) - 1; i >= 0; i-- {
		if string(local(m.open[i])) != path[i] {
			return false
		}
	}
	return true
}

// name is that of the innermost element, without its prefix.
func (m *markup) name() []byte { return local(m.open[len(m.open)-1]) }

// is tells whether the innermost element has this name, and the prefix of the root:
// excelize takes those of any other for the workbook's too.
func (m *markup) is(name string) bool {
	full := m.open[len(m.open)-1]
	return len(full) == len(m.own)+len(name) && string(full[len(m.own):]) == name && bytes.HasPrefix(full, m.own)
}

// attr gives an attribute by its name without prefix, as it stands in the file; an
// error if two have it, of which excelize would take the last.
func (m *markup) attr(name string) ([]byte, error) {
	var value []byte
	for _, a := range m.attrs {
		if string(local(a.name)) == name {
			if value != nil {
				return nil, errMarkup
			}
			value = a.value
		}
	}
	return value, nil
}

// next gives the next token. An end tag is still inside its element.
func (m *markup) next() (token, error) {
	if m.empty {
		m.empty, m.leave = false, true
		return endTag, nil
	}
	if m.leave {
		m.open, m.leave = m.open[:len(m.open)-1], false
	}
	for {
		rest := m.data[m.at:]
		switch {
		case len(rest) == 0 && (len(m.open) > 0 || !m.began):
			return endOfPart, errCut
		case len(rest) == 0:
			return endOfPart, nil
		case rest[0] != '<':
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			m.at += n
			return m.characters(rest[:n])
		case len(rest) > 1 && rest[1] == '/':
			return m.end(rest)
		case len(rest) > 1 && rest[1] != '!' && rest[1] != '?':
			return m.start(rest)
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return m.cdata()
		}
		if err := m.skip(rest); err != nil {
			return endOfPart, err
		}
	}
}

// characters checks the text between two tags.
func (m *markup) characters(b []byte) (token, error) {
	n, ok := countCharacters(b, true)
	if !ok || len(m.open) == 0 && len(bytes.TrimSpace(b)) > 0 {
		return charData, errMarkup
	}
	m.text, m.chars = b, n
	return charData, nil
}

// cdata gives what stands in a CDATA section.
func (m *markup) cdata() (token, error) {
	b, err := m.until("<![CDATA[", "]]>")
	if err != nil {
		return charData, err
	}
	n, ok := countCharacters(b, false)
	if !ok || len(m.open) == 0 {
		return charData, errMarkup
	}
	m.text, m.chars = b, n
	return charData, nil
}

// skip passes over a comment or an instruction. A DOCTYPE is refused: it could define
// entities, and no workbook has one.
func (m *markup) skip(rest []byte) error {
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		b, err := m.until("<!--", "-->")
		if err == nil && bytes.Contains(b, []byte("--")) {
			err = errMarkup
		}
		return err
	case bytes.HasPrefix(rest, []byte("<?")):
		first := m.at == 0
		b, err := m.until("<?", "?>")
		if err != nil {
			return err
		}
		declares := bytes.HasPrefix(b, []byte("xml ")) || bytes.HasPrefix(b, []byte("xml\t"))
		if declares && (!first || !declaresUTF8(string(b))) {
			return errMarkup
		}
		return nil
	case len(rest) < len("<!--"):
		return errCut
	}
	return errMarkup
}

// declaresUTF8 tells whether an XML declaration names the encoding that we read, or none.
func declaresUTF8(declaration string) bool {
	_, value, named := strings.Cut(strings.ToLower(declaration), "encoding")
	if !named {
		return true
	}
	value = strings.Trim(strings.TrimSpace(value), "= \t\r\n")
	return strings.HasPrefix(value, `"utf-8"`) || strings.HasPrefix(value, `'utf-8'`)
}

// until gives what stands between two marks, the first of which is next.
func (m *markup) until(from, to string) ([]byte, error) {
	rest := m.data[m.at+len(from):]
	n := bytes.Index(rest, []byte(to))
	if n < 0 {
		return nil, errCut
	}
	m.at += len(from) + n + len(to)
	return rest[:n], nil
}

// end reads an end tag; it must be that of the innermost element.
func (m *markup) end(rest []byte) (token, error) {
	n := bytes.IndexByte(rest, '>')
	if n < 0 {
		return endTag, errCut
	}
	name := rest[2:n]
	if n > 2 && name[n-3] <= ' ' {
		name = bytes.TrimRight(name, " \t\r\n")
	}
	if len(m.open) == 0 || !bytes.Equal(name, m.open[len(m.open)-1]) {
		return endTag, errMarkup
	}
	m.at += n + 1
	m.leave = true
	return endTag, nil
}

// start reads a start tag and its attributes.
func (m *markup) start(rest []byte) (token, error) {
	if len(m.open) == 0 && m.began || len(m.open) == mostDepth {
		return startTag, errMarkup
	}
	n := nameLength(rest[1:])
	name, at := rest[1:1+n], 1+n
	m.attrs = m.attrs[:0]
	for {
		space := spaces(rest[at:])
		at += space
		switch {
		case at > mostTag:
			return startTag, errMarkup
		case at >= len(rest) || rest[at] == '/' && at+1 >= len(rest):
			return startTag, errCut
		case n == 0 || bytes.HasSuffix(name, []byte(":")):
			return startTag, errMarkup
		case rest[at] == '>' || rest[at] == '/' && rest[at+1] == '>':
			m.at += at + 1
			if m.empty = rest[at] == '/'; m.empty {
				m.at++
			}
			if !m.began {
				m.began, m.own = true, name[:len(name)-len(local(name))]
			}
			m.open = append(m.open, name)
			return startTag, nil
		case space == 0:
			return startTag, errMarkup
		}
		length, err := m.attribute(rest[at:])
		if err != nil {
			return startTag, err
		}
		at += length
	}
}

// attribute reads one attribute and tells its length.
func (m *markup) attribute(rest []byte) (int, error) {
	n := nameLength(rest)
	at := n + spaces(rest[n:])
	if at >= len(rest) {
		return 0, errCut
	}
	if n == 0 || rest[at] != '=' {
		return 0, errMarkup
	}
	at++
	at += spaces(rest[at:])
	if at >= len(rest) {
		return 0, errCut
	}
	quote := rest[at]
	if quote != '"' && quote != '\'' {
		return 0, errMarkup
	}
	at++
	length := bytes.IndexByte(rest[at:], quote)
	if length < 0 {
		return 0, errCut
	}
	value := rest[at : at+length]
	if _, ok := countCharacters(value, true); !ok || length > mostTag || bytes.IndexByte(value, '<') >= 0 {
		return 0, errMarkup
	}
	m.attrs = append(m.attrs, attribute{rest[:n], value})
	return at + length + 1, nil
}
