package report

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/text"
)

// A Difference is one thing that a document says otherwise than the inputs do.
type Difference struct {
	SIREN string // "" for totals, and for what is not about one EPCI
	Field string // as in [Figure]; "" for an EPCI as a whole, or a line
	// Was is what the document says, Is what the inputs give; "" where there is no
	// such figure.
	Was, Is string
	// Text says the difference in a sentence.
	Text text.Message
}

// UnreadableError says that figures cannot be taken back from a document: it was
// changed by hand, damaged, or is another file.
type UnreadableError struct {
	Text text.Message
	Err  error // the library's own; nil where it is ours
}

func (e UnreadableError) Error() string { return e.Text.In(text.English) }

func (e UnreadableError) Unwrap() error { return e.Err }

// Differences tells what moved between a document of a format as it is (old) and as
// the inputs give it (fresh): every figure, EPCI by EPCI; or, where none moved or the
// format has none to take back, the first line that differs. It is nil for the same
// bytes. The error is an [UnreadableError] for an old document that cannot be read.
func Differences(f Format, old, fresh []byte) ([]Difference, error) {
	if bytes.Equal(old, fresh) {
		return nil, nil
	}
	if f.Figures == nil {
		return []Difference{firstLine(old, fresh, text.LineDiffers)}, nil
	}
	is, err := f.Figures(fresh)
	if err != nil {
		return nil, err
	}
	was, err := f.Figures(old)
	if err != nil {
		return nil, err
	}
	if moved := moved(was, is); len(moved) > 0 {
		return moved, nil
	}
	if !utf8.Valid(old) || bytes.IndexByte(old, 0) >= 0 {
		return []Difference{{Text: text.OnlyBytes()}}, nil
	}
	return []Difference{firstLine(old, fresh, text.OnlyPresentation)}, nil
}

// A figureKey tells figures apart: a document changed by hand may have one twice.
type figureKey struct {
	siren, field string
	nth          int
}

// figureSet holds the figures of one document.
type figureSet struct {
	order  []figureKey
	values map[figureKey]string
	epcis  map[string]bool
}

func newFigureSet(all []Figure) figureSet {
	s := figureSet{make([]figureKey, 0, len(all)), make(map[figureKey]string, len(all)), map[string]bool{}}
	again := map[figureKey]int{} // of figures met more than once
	for _, f := range all {
		key := figureKey{siren: f.SIREN, field: f.Field}
		if _, taken := s.values[key]; taken {
			again[key]++
			key.nth = again[key]
		}
		s.order = append(s.order, key)
		s.values[key] = f.Value
		s.epcis[f.SIREN] = true
	}
	return s
}

// moved gives the figures that differ, in the order of the fresh document, then what
// only the old one has.
func moved(old, fresh []Figure) []Difference {
	was, is := newFigureSet(old), newFigureSet(fresh)
	var all []Difference
	said := map[Difference]bool{} // a question's only EPCI has the figures of the totals
	add := func(d Difference) {
		if told := (Difference{SIREN: d.SIREN, Field: d.Field, Was: d.Was, Is: d.Is}); !said[told] {
			said[told] = true
			all = append(all, d)
		}
	}
	for _, key := range is.order {
		before, there := was.values[key]
		switch now := is.values[key]; {
		case !was.epcis[key.siren]:
			add(Difference{SIREN: key.siren, Text: text.EPCIMissing(key.siren)})
		case !there || !sameNumber(before, now):
			add(Difference{key.siren, key.field, before, now, text.FigureMoved(key.siren, key.field, before, now)})
		}
	}
	for _, key := range was.order {
		_, there := is.values[key]
		switch before := was.values[key]; {
		case !is.epcis[key.siren]:
			add(Difference{SIREN: key.siren, Text: text.EPCINoMore(key.siren)})
		case !there:
			add(Difference{key.siren, key.field, before, "", text.FigureMoved(key.siren, key.field, before, "")})
		}
	}
	return all
}

// sameNumber tells whether two figures are one number: a spreadsheet saves 600.00 as 600.
func sameNumber(a, b string) bool { return a == b || plainNumber(a) == plainNumber(b) }

func plainNumber(s string) string {
	whole, decimals, found := strings.Cut(s, ".")
	if !found {
		return s
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

// firstLine shows the first line that differs.
func firstLine(old, fresh []byte, say func(line int, was, is string) text.Message) Difference {
	n := 1
	for {
		was, restOld, moreOld := bytes.Cut(old, []byte("\n"))
		is, restFresh, moreFresh := bytes.Cut(fresh, []byte("\n"))
		if !bytes.Equal(was, is) || moreOld != moreFresh {
			if bytes.HasSuffix(was, []byte("\r")) && bytes.HasSuffix(is, []byte("\r")) {
				was, is = was[:len(was)-1], is[:len(is)-1]
			}
			a, b := around(string(was), string(is))
			return Difference{Was: a, Is: b, Text: say(n, a, b)}
		}
		if !moreOld {
			return Difference{Text: text.OnlyBytes()} // not reached: the documents differ
		}
		old, fresh = restOld, restFresh
		n++
	}
}

// around cuts what two lines have in common before the place that differs, but for a
// few characters: a sentence shows the beginning of what it is given.
func around(a, b string) (string, string) {
	const context = 20 // bytes
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	from := max(same-context, 0)
	for from > 0 && !utf8.RuneStart(a[from]) {
		from--
	}
	if from == 0 {
		return a, b
	}
	return "…" + a[from:], "…" + b[from:]
}
