package report

import (
	"bytes"
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/counts"
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

// Differences tells what moved between a document of a format as it is (old) and as the
// inputs give it now (fresh), with r: every figure, EPCI by EPCI; or, where none moved or
// the format has none to take back, the first thing that differs. The last one says what
// to do. It is nil for the same bytes. The error is an [UnreadableError] for an old
// document that cannot be read.
func (r Run) Differences(f Format[Run], old, fresh []byte) ([]Difference, error) {
	inputs := r.Inputs
	if r.Since != nil {
		inputs = slices.Concat(inputs, r.Since.Baseline.Inputs)
	}
	c := checking[Run]{f, newFieldNames(r.Statement.Tariff), inputs}
	return c.differences(old, fresh)
}

// A checking is what documents of one format are compared by.
type checking[M any] struct {
	format Format[M]
	names  fieldNames
	inputs []counts.Input // whose SHA-256 documents hold
}

func (c checking[M]) differences(old, fresh []byte) ([]Difference, error) {
	if bytes.Equal(old, fresh) {
		return nil, nil
	}
	if bytes.Equal(withoutCR(old), withoutCR(fresh)) {
		return []Difference{{Text: text.OnlyLineEnds(c.format.Ext)}}, nil
	}
	all, err := c.some(old, fresh)
	if err != nil {
		return nil, err
	}
	last := &all[len(all)-1].Text
	*last = last.WhatToCheck()
	return all, nil
}

func withoutCR(document []byte) []byte {
	return bytes.ReplaceAll(document, []byte("\r"), nil)
}

// some finds at least one, as the documents are not the same lines.
func (c checking[M]) some(old, fresh []byte) ([]Difference, error) {
	f := c.format
	if f.Figures == nil {
		if d, only := c.onlyFingerprints(old, fresh); only {
			return []Difference{d}, nil
		}
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
	was, is = f.withNames(was, old, is, fresh)
	if moved := c.names.moved(c.names.canonical(was), c.names.canonical(is)); len(moved) > 0 {
		return moved, nil
	}
	if f.Beside != nil {
		if d, only := c.onlyFingerprints(f.plain(old), f.plain(fresh)); only {
			return []Difference{d}, nil
		}
		d, err := f.Beside(old, fresh)
		return []Difference{d}, err
	}
	if d, only := c.onlyFingerprints(old, fresh); only {
		return []Difference{d}, nil
	}
	return []Difference{firstLine(old, fresh, text.OnlyPresentation)}, nil
}

// onlyFingerprints tells whether documents differ in nothing but the SHA-256 of files
// that were read, whole or their beginning ([printedDigest]), and names these.
func (c checking[M]) onlyFingerprints(old, fresh []byte) (d Difference, only bool) {
	digest := regexp.MustCompile(`[0-9a-f]{64}|\b[0-9a-f]{12}\b`)
	was, is := digest.FindAll(old, -1), digest.FindAll(fresh, -1)
	if len(was) != len(is) || !bytes.Equal(digest.ReplaceAll(old, nil), digest.ReplaceAll(fresh, nil)) {
		return Difference{}, false
	}
	var names []string
	for i := range is {
		if bytes.Equal(was[i], is[i]) {
			continue
		}
		at := slices.IndexFunc(c.inputs, func(in counts.Input) bool { return strings.HasPrefix(in.SHA256, string(is[i])) })
		if at < 0 { // the tariff's
			return Difference{}, false
		}
		if name := text.Quote(c.inputs[at].Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return Difference{Text: text.OnlyFingerprints(len(names), text.And(names))}, len(names) > 0
}

// withNames adds, to the figures of documents that mark no names, those that they carry.
func (f Format[M]) withNames(was []Figure, old []byte, is []Figure, fresh []byte) (_, _ []Figure) {
	if f.Carried == nil || hasNames(is) {
		return was, is
	}
	before, err := f.Carried(old)
	now, freshErr := f.Carried(fresh)
	if errors.Join(err, freshErr) != nil {
		return was, is // that nothing is carried is told where no figure moved
	}
	return append(was, namesOfJSON(before)...), append(is, namesOfJSON(now)...)
}

func hasNames(figures []Figure) bool {
	return slices.ContainsFunc(figures, func(f Figure) bool { return f.Field == nameField })
}

// namesOfJSON are the names of the EPCIs of a calc document; none of a damaged one.
func namesOfJSON(calc []byte) []Figure {
	all, _ := figuresOfJSON(calc) // in a PDF or a page it is told by what it carries
	return slices.DeleteFunc(all, func(f Figure) bool { return f.Field != nameField })
}

// plain is a document as text that fingerprints are found in.
func (f Format[M]) plain(document []byte) []byte {
	if f.Plain == nil {
		return document
	}
	return f.Plain(document)
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

// moved gives the figures that differ, in the order of [fieldNames.sort].
// What a document says twice is told once: a rate or a count that lines repeat, what is
// called for, which repeats what was voted or net.
func (n fieldNames) moved(old, fresh []Figure) []Difference {
	was, is := newFigureSet(old), newFigureSet(fresh)
	name := func(siren string) string {
		key := figureKey{siren: siren, field: nameField}
		return cmp.Or(is.values[key], was.values[key])
	}
	var all []Difference
	said := map[Difference]bool{}
	add := func(d Difference, words text.Message) {
		rate := Difference{Field: ratesOf(d.Field), Was: d.Was, Is: d.Is}
		count := Difference{SIREN: d.SIREN, Field: n.countOf(d.Field), Was: d.Was, Is: d.Is}
		net, voted := d, d
		net.Field, voted.Field = "net", votedField
		called := d.Field == dueField && (said[net] || said[voted])
		if said[d] || said[count] || called || d.SIREN != "" && said[rate] {
			return
		}
		said[d] = true
		said[rate] = said[rate] || d.SIREN == "" && rate.Field != ""
		d.Text = words
		all = append(all, d)
	}
	figure := func(key figureKey, was, is string) {
		d := Difference{SIREN: key.siren, Field: key.field, Was: was, Is: is}
		add(d, n.sentence(d, name(d.SIREN)))
	}
	for _, key := range is.order {
		before, there := was.values[key]
		switch now := is.values[key]; {
		case !was.epcis[key.siren]:
			add(Difference{SIREN: key.siren}, text.EPCIMissing(key.siren, name(key.siren)))
		case !there || !sameNumber(before, now):
			figure(key, before, now)
		}
	}
	for _, key := range was.order {
		_, there := is.values[key]
		switch before := was.values[key]; {
		case !is.epcis[key.siren]:
			add(Difference{SIREN: key.siren}, text.EPCINoMore(key.siren, name(key.siren)))
		case !there:
			figure(key, before, "")
		}
	}
	n.sort(all, is.order, was.order)
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

// firstLine shows the first line that differs; "" is one that is not there.
func firstLine(old, fresh []byte, say func(line int, was, is string) text.Message) Difference {
	if bytes.Equal(bytes.TrimRight(old, "\r\n"), bytes.TrimRight(fresh, "\r\n")) {
		return Difference{Text: text.OnlyLastLineEnd()}
	}
	for n := 1; ; n++ {
		was, restOld, _ := bytes.Cut(old, []byte("\n"))
		is, restFresh, _ := bytes.Cut(fresh, []byte("\n"))
		if was, is := bytes.TrimSuffix(was, []byte("\r")), bytes.TrimSuffix(is, []byte("\r")); !bytes.Equal(was, is) {
			a, b := around(string(was), string(is))
			return Difference{Was: a, Is: b, Text: say(n, a, b)}
		}
		old, fresh = restOld, restFresh
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
