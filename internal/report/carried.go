package report

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Carries tells by its beginning whether a file is a document for people that may carry the
// calc document which it shows, and of which format it then is: pdf, html; "" for none.
func Carries(head []byte) (format string) {
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return "pdf"
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")
	const doctype = "<!doctype html"
	if len(head) >= len(doctype) && bytes.EqualFold(head[:len(doctype)], []byte(doctype)) {
		return "html"
	}
	return ""
}

// Carried takes out of a document for people the calc document that it carries. The format
// is "" where it is none of which [Carries] tells; the error says that it is damaged, or
// carries nothing.
func Carried(document []byte) (calc []byte, format string, err error) {
	switch format = Carries(document); format {
	case "pdf":
		calc, err = carriedByPDF(document)
	case "html":
		calc, err = carriedByHTML(document)
	}
	return calc, format, err
}

// FaceDiffers tells what a document for people shows otherwise than the calc document that
// it carries, whose tariff is t: figure by figure, and EPCIs that only one of them has. It
// gives, too, how many figures were compared.
func FaceDiffers(t *pricing.Tariff, format string, document, calc []byte) (differs []Difference, compared int, err error) {
	f, ok := ByName(format, Formats())
	if !ok || f.Figures == nil {
		return nil, 0, nil
	}
	shown, err := f.Figures(document)
	if err != nil {
		return nil, 0, err
	}
	carried, err := figuresOfJSON(calc)
	if err != nil {
		return nil, 0, err
	}
	n := newFieldNames(t)
	c := faceCheck{names: n, carried: newFigureSet(n.canonical(carried)), shown: newFigureSet(n.canonical(shown))}
	c.compare()
	return c.differs, len(shown), nil
}

// A faceCheck holds what is shown against what is carried. A figure may be shown several
// times, and not every one is.
type faceCheck struct {
	names          fieldNames
	carried, shown figureSet
	differs        []Difference
}

func (c *faceCheck) compare() {
	here := make(map[figureKey]bool)  // the figures that are shown somewhere
	kinds := make(map[figureKey]bool) // of members, and of totals
	told := make(map[Difference]bool)
	add := func(d Difference) {
		if !told[d] {
			told[d] = true
			d.Text = c.sentence(d)
			c.differs = append(c.differs, d)
		}
	}
	for _, key := range c.shown.order {
		once := figureKey{siren: key.siren, field: key.field}
		here[once], kinds[kindOf(once)] = true, true
		was, is := c.shown.values[key], c.carried.values[once]
		if key.field == nameField {
			is = text.Safe(is) // as it can be shown
		}
		switch {
		case strings.HasSuffix(key.field, pupilsOf): // the JSON has no schools
		case !c.carried.epcis[key.siren]:
			add(Difference{SIREN: key.siren, Was: key.siren})
		case !sameNumber(was, is):
			add(Difference{SIREN: key.siren, Field: key.field, Was: was, Is: is})
		}
	}
	for _, key := range c.carried.order {
		switch {
		case key.siren == "" && !c.shown.epcis[""] && len(c.carried.epcis) <= 2: // a call: of one member
		case !c.shown.epcis[key.siren]:
			add(Difference{SIREN: key.siren, Is: key.siren})
		case !here[key] && kinds[kindOf(key)]: // it is shown of others
			add(Difference{SIREN: key.siren, Field: key.field, Is: c.carried.values[key]})
		}
	}
}

// kindOf is a figure whatever member it is of; those of the totals are others.
func kindOf(key figureKey) figureKey {
	if key.siren != "" {
		key.siren = "*"
	}
	return key
}

// sentence says what a document shows, and what it carries.
func (c *faceCheck) sentence(d Difference) text.Message {
	key := figureKey{siren: d.SIREN, field: nameField}
	name := cmp.Or(c.carried.values[key], c.shown.values[key])
	switch d.Field {
	case "":
		return text.FaceMember(text.Whose(d.SIREN, name, false), d.Was != "")
	case nameField:
		return text.FaceName(d.SIREN, d.Was, d.Is)
	}
	return text.FaceFigure(c.names.figure(d, name))
}
