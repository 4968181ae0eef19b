package report

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// FaceDiffers tells what a document for people shows otherwise than the calc document that
// it carries, whose tariff is t: figure by figure, and EPCIs that only one of them has. It
// gives, too, how many figures were compared.
func FaceDiffers(t *pricing.Tariff, f Format[Run], document, calc []byte) (differs []Difference, compared int, err error) {
	shown, err := f.Figures(document)
	if err != nil {
		return nil, 0, err
	}
	carried, err := figuresOfJSON(calc)
	if err != nil {
		return nil, 0, err
	}
	var of struct {
		Year    scalar
		Options struct{ New scalar }
	}
	if err := json.Unmarshal(calc, &of); err != nil {
		return nil, 0, damagedJSON(calc, err)
	}
	c := newFaceCheck(t, carried)
	c.year, c.assumed = string(of.Year), of.Options.New != ""
	return c.differences(shown), len(shown), nil
}

// A faceCheck holds what is shown against what is carried. A figure may be shown several
// times, and not every one is.
type faceCheck struct {
	names          fieldNames
	tariff         *pricing.Tariff
	year           string // "" for none
	assumed        bool   // what is new
	carried, shown figureSet
	told           map[Difference]bool
	differs        []Difference
}

func newFaceCheck(t *pricing.Tariff, carried []Figure) *faceCheck {
	n := newFieldNames(t)
	return &faceCheck{names: n, tariff: t, carried: newFigureSet(n.canonical(withVotes(carried)))}
}

// differences holds figures that are shown against those that are carried.
func (c *faceCheck) differences(shown []Figure) []Difference {
	figures, apart := partFigures(shown)
	c.shown, c.told, c.differs = newFigureSet(c.names.canonical(figures)), make(map[Difference]bool), nil
	c.compare()
	c.compareApart(apart)
	return c.differs
}

// add tells a difference, once.
func (c *faceCheck) add(d Difference) {
	if !c.told[d] {
		c.told[d] = true
		d.Text = c.sentence(d)
		c.differs = append(c.differs, d)
	}
}

// differ tells a figure that is not shown as it should be.
func (c *faceCheck) differ(siren, field, was, is string) {
	c.add(Difference{SIREN: siren, Field: field, Was: was, Is: is})
}

// compare holds the figures that the calc document has too against it.
func (c *faceCheck) compare() {
	here := make(map[figureKey]bool)  // the figures that are shown somewhere
	kinds := make(map[figureKey]bool) // of members, and of totals
	for _, key := range c.shown.order {
		once := figureKey{siren: key.siren, field: key.field}
		here[once], kinds[kindOf(once)] = true, true
		was, is := c.shown.values[key], c.carried.values[once]
		switch {
		case !c.carried.epcis[key.siren]:
			c.add(Difference{SIREN: key.siren, Was: key.siren})
		case key.field == nameField && sameWords(was, is), sameNumber(was, is):
		default:
			c.differ(key.siren, key.field, was, is)
		}
	}
	for _, key := range c.carried.order {
		switch {
		case key.siren == "" && !c.shown.epcis[""] && len(c.carried.epcis) <= 2: // a call: of one member
		case !c.shown.epcis[key.siren]:
			c.add(Difference{SIREN: key.siren, Is: key.siren})
		case !here[key] && kinds[kindOf(key)] && !c.implied(key): // it is shown of others
			c.differ(key.siren, key.field, "", c.carried.values[key])
		}
	}
}

// implied tells a figure that a document need not show of a member although it shows it of
// others: the sum of one subsidy or of none, and a gross that nothing is taken away from.
func (c *faceCheck) implied(key figureKey) bool {
	of := func(field string) string { return c.carried.values[figureKey{siren: key.siren, field: field}] }
	switch key.field {
	case subsidyField:
		return of(numbered(subsidyField, 2)) == "" && (of(numbered(subsidyField, 1)) != "" || sameNumber(of(subsidyField), "0"))
	case "gross":
		return sameNumber(of("gross"), of("net"))
	}
	return false
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
	case yearField, sirenField, sourceField:
		words, _ := markedText(d.Field)
		was, is := around(d.Was, d.Is)
		return text.FaceText(text.Whose(d.SIREN, name, false), words, was, is)
	}
	return text.FaceFigure(c.names.figure(d, name))
}

// partFigures sets apart what is marked on a document and is no figure of the calc document:
// sentences, and what follows from its figures.
func partFigures(shown []Figure) (figures, apart []Figure) {
	for _, f := range shown {
		switch {
		case f.Field == closedField, f.Field == computedField, f.Field == sourceField, f.Field == yearField, f.Field == sirenField, f.Field == countsField,
			strings.HasPrefix(f.Field, sincePrefix), strings.HasSuffix(f.Field, pupilsOf):
			apart = append(apart, f)
		default:
			figures = append(figures, f)
		}
	}
	return figures, apart
}
