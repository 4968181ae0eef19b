package config

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// mostDepth bounds nesting: a rate file needs seven levels.
const mostDepth = 30

// errDeep is what the YAML library is told to answer beyond [mostDepth]; it keeps the
// words only.
var errDeep = errors.New("nested too deeply")

// parse reads the one document of a file as nodes; nil when it cannot, which is a fault,
// or when there is nothing in it. Nodes keep the text of each value and its place, in
// characters.
func parse(f File, found *diag.List) *yaml.Node {
	if at, m, bad := badText(f); bad {
		found.Fault(at, m)
		return nil
	}
	if line, name := f.directive(); line > 0 {
		found.Fault(f.at(line, 1), text.YAMLDirective(name))
		return nil
	}
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > mostDepth {
			return errDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(bytes.NewReader(f.Data), yaml.WithPlugin(limits))
	if err != nil {
		found.Fault(f.at(0, 0), text.YAMLSyntax(text.Quote(err.Error())))
		return nil
	}
	var document, second yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		found.Fault(syntax(f, err))
		return nil
	}
	switch err := loader.Load(&second); {
	case errors.Is(err, io.EOF):
		return document.Content[0]
	case err != nil:
		found.Fault(syntax(f, err))
	default:
		found.Fault(f.at(second.Line, second.Column), text.YAMLDocuments())
	}
	return nil
}

// badText finds what no YAML may have, and of which the library does not tell the place:
// bytes that are not UTF-8, control characters.
func badText(f File) (diag.Place, text.Message, bool) {
	at := f.at(0, 0)
	if len(f.Data) > mostBytes {
		return at, text.YAMLTooLarge(mostBytes >> 10), true
	}
	at.Line, at.Column = 1, 1
	for rest := bytes.TrimPrefix(f.Data, []byte("\uFEFF")); len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			return at, text.YAMLNotUTF8(), true
		case r == '\n':
			at.Line, at.Column = at.Line+1, 1
		case r < ' ' && r != '\t' && r != '\r', r == 0x7f:
			return at, text.YAMLControl(r), true
		default:
			at.Column++
		}
	}
	return at, text.Message{}, false
}

// directive gives the line and the first word of a YAML directive above the document;
// line 0 for none. The library takes some, and misreads what follows others.
func (f File) directive() (line int, name string) {
	for text := range bytes.Lines(bytes.TrimPrefix(f.Data, []byte("\uFEFF"))) {
		line++
		switch words := bytes.Fields(text); {
		case text[0] == '%':
			return line, string(words[0])
		case len(words) > 0 && words[0][0] != '#':
			return 0, ""
		}
	}
	return 0, ""
}

// syntax puts into words what the YAML library refuses, at the place where it is best
// mended: that of the opening quote, not that of the end of the file.
func syntax(f File, err error) (diag.Place, text.Message) {
	e := new(yaml.LoadError)
	if !errors.As(err, &e) {
		return f.at(0, 0), text.YAMLSyntax(text.Quote(err.Error()))
	}
	at, opened := f.at(e.Mark.Line, e.Mark.Column), f.at(e.ContextMark.Line, e.ContextMark.Column)
	lost := f.lostQuote(at.Line)
	has := func(words string) bool { return strings.Contains(e.Message, words) }
	switch {
	case e.Message == errDeep.Error():
		return at, text.YAMLTooDeep()
	case has("unexpected end of stream") && (lost == 0 || lost == opened.Line):
		return opened, text.YAMLUnclosed(f.opening(opened))
	case lost > 0:
		return f.at(lost, 0), text.YAMLLostQuote()
	case has("tab character"), has("mixed spaces and tabs"):
		return at, text.YAMLTab()
	case has("unexpected document indicator"):
		return opened, text.YAMLUnclosed(f.opening(opened))
	case has("',' or ']'"):
		return opened, text.YAMLUnclosed("[")
	case has("',' or '}'"):
		return opened, text.YAMLUnclosed("{")
	case has("mapping values are not allowed"):
		return at, text.YAMLColon()
	case has("expected ':'"):
		return opened, text.YAMLNoColon()
	case has("expected key"), has("expected '-'"), has("sequence entries are not allowed"):
		return at, text.YAMLIndent()
	case has("cannot start any token") && f.startsWithTab(at):
		return at, text.YAMLTab()
	case has("cannot start any token"):
		return at, text.YAMLStart()
	case has("expected node content"):
		return at, text.YAMLNoValue()
	case has("unknown anchor"):
		return at, text.YAMLAlias()
	}
	return at, text.YAMLSyntax(text.Quote(e.Message))
}

// opening is the quote at a place.
func (f File) opening(at diag.Place) string {
	lines := strings.Split(string(f.Data), "\n")
	if at.Line > len(lines) || at.Line < 1 {
		return `"`
	}
	if line := []rune(lines[at.Line-1]); at.Column >= 1 && at.Column <= len(line) && line[at.Column-1] == '\'' {
		return "'"
	}
	return `"`
}

// startsWithTab tells whether there is a tab, after spaces only, at a place.
func (f File) startsWithTab(at diag.Place) bool {
	lines := bytes.Split(f.Data, []byte("\n"))
	if at.Line < 1 || at.Line > len(lines) || at.Column < 1 {
		return false
	}
	before := []rune(string(lines[at.Line-1]))
	before = before[:min(at.Column, len(before))]
	return strings.Trim(string(before), " ") == "\t"
}

// lostQuote gives the line on which a quote seems to be forgotten: that of a problem, if
// the quotes on it are not in pairs, or one above, if a text that opens there goes on to
// it; 0 for none. The library reads on to the next quote, and then wonders.
func (f File) lostQuote(problem int) int {
	opened, n, quoted := 0, 0, false
	for line := range bytes.Lines(f.Data) {
		before := quoted
		quoted = endsQuoted(line, quoted)
		if n++; quoted && !before {
			opened = n
		}
		if n == problem && !before && !quoted {
			return 0
		}
		if n == problem {
			return opened
		}
	}
	if !quoted {
		return 0
	}
	return opened
}

// endsQuoted tells whether a line ends within quotes.
func endsQuoted(line []byte, quoted bool) bool {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '#' && !quoted && (i == 0 || line[i-1] == ' '):
			return false // a comment
		}
	}
	return quoted
}
