package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// fieldNames say in words what the fields of figures are, whatever the format that they
// come from.
type fieldNames struct {
	tariff *pricing.Tariff
	ids    map[string]string      // of components and bases, by what formats put in their place
	others map[string]text.Phrase // of figures that are neither components, counts nor sums
}

func newFieldNames(t *pricing.Tariff) fieldNames {
	n := fieldNames{tariff: t, ids: make(map[string]string)}
	add := func(label, id string) {
		if _, taken := n.ids[label]; !taken {
			n.ids[label] = id
		}
	}
	for i := range t.Components {
		add(t.Components[i].ID, t.Components[i].ID)
	}
	for _, b := range t.Bases {
		id := string(b.ID)
		add(id, id)
		add(strings.ReplaceAll(id, "-", "_"), id) // a name in a workbook
		add(basisTitle(t, b.ID, text.French), id)
		add(basisTitle(t, b.ID, text.English), id)
	}
	for i := range t.Components {
		add(labelIn(&t.Components[i], text.French), t.Components[i].ID)
		add(labelIn(&t.Components[i], text.English), t.Components[i].ID)
	}
	return n
}

// canonical gives figures under the ids of the tariff, where a document has no more than
// the labels.
func (n fieldNames) canonical(figures []Figure) []Figure {
	for i := range figures {
		figures[i].Field = n.canonicalField(figures[i].Field)
	}
	return figures
}

// canonicalField puts the id in the place of a label: Plateforme/2.rate.
func (n fieldNames) canonicalField(name string) string {
	if id, known := n.ids[name]; known {
		return id
	}
	base, end := name, ""
	for _, suffix := range []string{".rate", ".quantity"} {
		if before, is := strings.CutSuffix(base, suffix); is {
			base, end = before, suffix
		}
	}
	if slash := strings.LastIndex(base, "/"); slash > 0 && allDigits(base[slash+1:]) {
		base, end = base[:slash], base[slash:]+end
	}
	if id, known := n.ids[base]; known {
		return id + end
	}
	return name
}

// A field is the name of a figure, taken apart: platform/2.rate.
type field struct {
	id             string
	nth            int // of several lines, from 1; 0 is all, or the only one
	quantity, rate bool
}

func fieldNamed(name string) (f field) {
	name, f.rate = strings.CutSuffix(name, ".rate")
	name, f.quantity = strings.CutSuffix(name, ".quantity")
	before, nth, _ := strings.Cut(name, "/")
	n, err := strconv.Atoi(nth)
	if err != nil {
		return field{name, 0, f.quantity, f.rate}
	}
	return field{before, n, f.quantity, f.rate}
}

// ratesOf names all rates of the component that a rate is of; "" for what is no rate.
func ratesOf(name string) string {
	if f := fieldNamed(name); f.rate {
		return f.id + ".rates"
	}
	return ""
}

// countOf names the count that a line's quantity repeats; "" for what is no quantity.
func (n fieldNames) countOf(name string) string {
	f := fieldNamed(name)
	if c := n.tariff.Component(f.id); f.quantity && c != nil {
		return string(c.Basis)
	}
	return ""
}

// rank orders the figures of one EPCI: an EPCI as a whole, what is to be paid, the items,
// the counts, the name.
func (n fieldNames) rank(name string) int {
	f := fieldNamed(name)
	order := []string{"", dueField, votedField, "net", votedGapField, "gross", subsidyField, "yearly", "once"}
	switch at := slices.Index(order, f.id); {
	case at >= 0:
		return at
	case f.id == nameField:
		return len(order) + 2
	case slices.Contains(bases(n.tariff), pricing.Basis(f.id)):
		return len(order) + 1
	default:
		return len(order)
	}
}

// sentence says how a figure of an EPCI of that name moved, or the name itself.
func (n fieldNames) sentence(d Difference, epci string) text.Message {
	if d.Field == nameField && d.SIREN != "" {
		return text.NameMoved(d.SIREN, d.Was, d.Is)
	}
	return text.FigureMoved(n.figure(d, epci))
}

// figure says in words whose figure moved, which it is, and both values.
func (n fieldNames) figure(d Difference, epci string) (whose, name, was, is text.Phrase) {
	if uai, pupils := strings.CutSuffix(d.Field, pupilsOf); pupils {
		return text.Whose(d.SIREN, epci, false), text.PupilsOfSchool(uai), n.value(d.Was, true), n.value(d.Is, true)
	}
	f := fieldNamed(d.Field)
	name, count := n.name(f)
	if f.id == percentField || f.id == sincePercent {
		return text.Whose(d.SIREN, epci, false), name, percentFigure(exactPercent(d.Was)), percentFigure(exactPercent(d.Is))
	}
	return text.Whose(d.SIREN, epci, f.rate), text.FieldOfLine(name, f.nth, f.quantity, f.rate),
		n.value(d.Was, count), n.value(d.Is, count)
}

// name says what a figure is, and whether it is a count.
func (n fieldNames) name(f field) (words text.Phrase, count bool) {
	if words, known := n.others[f.id]; known {
		return words, false
	}
	for _, sum := range sums(&pricing.Contribution{}) {
		if sum.field == f.id {
			return sumTitle(f.id), false
		}
	}
	switch f.id {
	case votedField:
		return text.VotedWord(), false
	case votedGapField:
		return text.VotedGapName(), false
	case dueField:
		return text.DueWord(), false
	}
	if words, known := markedText(f.id); known {
		return words, false
	}
	for _, b := range bases(n.tariff) {
		if string(b) == f.id {
			return text.Phrase{FR: basisTitle(n.tariff, b, text.French), EN: basisTitle(n.tariff, b, text.English)}, true
		}
	}
	if c := n.tariff.Component(f.id); c != nil {
		id := " (" + c.ID + ")"
		words = text.Phrase{FR: labelIn(c, text.French) + id, EN: labelIn(c, text.English) + id}
		return words, f.quantity && c.Basis != pricing.AtCost
	}
	return text.Phrase{FR: text.Quote(f.id), EN: text.Quote(f.id)}, f.quantity
}

// value writes a figure as people read it. What is no number in the document is shown as
// it is there.
func (n fieldNames) value(exact string, count bool) text.Phrase {
	switch {
	case exact == "":
		return text.NoFigure()
	case !isNumber(exact) || strings.ContainsAny(exact, "Ee"):
		return text.Phrase{FR: text.Quote(exact), EN: text.Quote(exact)}
	case count:
		return text.Phrase{FR: number(exact, text.French), EN: number(exact, text.English)}
	default:
		return text.Phrase{FR: money(exact, text.French), EN: money(exact, text.English)}
	}
}

// percentFigure writes a percentage as people read it.
func percentFigure(exact string) text.Phrase {
	if !isNumber(exact) {
		return text.NoFigure()
	}
	return text.Phrase{FR: percentage(exact, text.French), EN: percentage(exact, text.English)}
}
