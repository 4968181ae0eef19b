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

// parse reads the one document of a rate file as nodes; nil when it cannot, which is a
// fault. Nodes keep the text of each value and its place, in characters.
func parse(f File, found *diag.List) *yaml.Node {
	if at, m, bad := badText(f); bad {
		found.Fault(at, m)
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
		found.Fault(diag.Place{File: f.Name}, text.RatesSyntax(err.Error()))
		return nil
	}
	var document, second yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		found.Fault(diag.Place{File: f.Name}, text.RatesEmpty())
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
		found.Fault(diag.Place{File: f.Name, Line: second.Line, Column: second.Column}, text.RatesDocuments())
	}
	return nil
}

// badText finds what no YAML may have, and of which the library does not tell the place:
// bytes that are not UTF-8, control characters.
func badText(f File) (diag.Place, text.Message, bool) {
	at := diag.Place{File: f.Name}
	if len(f.Data) > mostBytes {
		return at, text.RatesTooLarge(mostBytes >> 10), true
	}
	at.Line, at.Column = 1, 1
	for rest := bytes.TrimPrefix(f.Data, []byte("\uFEFF")); len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			return at, text.RatesNotUTF8(), true
		case r == '\n':
			at.Line, at.Column = at.Line+1, 1
		case r < ' ' && r != '\t' && r != '\r', r == 0x7f:
			return at, text.RatesControl(r), true
		default:
			at.Column++
		}
	}
	return at, text.Message{}, false
}

// syntax puts into words what the YAML library refuses, at the place where it is best
// mended: that of the opening quote, not that of the end of the file.
func syntax(f File, err error) (diag.Place, text.Message) {
	e := new(yaml.LoadError)
	if !errors.As(err, &e) {
		return diag.Place{File: f.Name}, text.RatesSyntax(text.Quote(err.Error()))
	}
	at := diag.Place{File: f.Name, Line: e.Mark.Line, Column: e.Mark.Column}
	opened := diag.Place{File: f.Name, Line: e.ContextMark.Line, Column: e.ContextMark.Column}
	has := func(words string) bool { return strings.Contains(e.Message, words) }
	switch {
	case e.Message == errDeep.Error():
		return at, text.RatesTooDeep()
	case has("tab character"), has("mixed spaces and tabs"):
		return at, text.RatesTab()
	case has("unexpected end of stream"), has("unexpected document indicator"):
		return opened, text.RatesUnclosed(`"`)
	case has("',' or ']'"):
		return opened, text.RatesUnclosed("[")
	case has("',' or '}'"):
		return opened, text.RatesUnclosed("{")
	case has("mapping values are not allowed"):
		return at, text.RatesColon()
	case has("expected ':'"):
		return opened, text.RatesNoColon()
	case has("expected key"), has("expected '-'"), has("sequence entries are not allowed"):
		return at, text.RatesIndent()
	case has("cannot start any token") && f.startsWithTab(at):
		return at, text.RatesTab()
	case has("cannot start any token"):
		return at, text.RatesStart()
	case has("expected node content"):
		return at, text.RatesNoValue()
	case has("unknown anchor"):
		return at, text.RatesAlias()
	}
	return at, text.RatesSyntax(text.Quote(e.Message))
}

// startsWithTab tells whether there is a tab, after spaces only, at a place.
func (f File) startsWithTab(at diag.Place) bool {
	lines := bytes.Split(f.Data, []byte("\n"))
	if at.Line > len(lines) || at.Column > len(lines[at.Line-1]) {
		return false
	}
	return len(bytes.Trim(lines[at.Line-1][:at.Column], " ")) == 1 && lines[at.Line-1][at.Column-1] == '\t'
}
