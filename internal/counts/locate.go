package counts

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Question is the table of one row that no file gives, for a member without a name.
func Question(row pricing.Counts) *Table {
	_, pupils := row.Of[pricing.NewPupils]
	_, schools := row.Of[pricing.NewSchools]
	return &Table{
		Rows:     []pricing.Counts{row},
		GivesNew: pupils || schools,
		sources:  []source{{}},
		places:   []place{{}},
	}
}

// Locate reports what pricing says is wrong with rows, each at the cell that it
// concerns. A count that a whole file lacks is reported once, at its header.
func (t *Table) Locate(errs pricing.RowErrors, found *diag.List) {
	lacking := make(map[lack][]string) // the components that need it
	for _, e := range errs {
		var missing pricing.MissingError
		if errors.As(e.Err, &missing) {
			l := lack{t.places[e.Row].source, missing.Basis}
			if !slices.Contains(lacking[l], missing.Component) {
				lacking[l] = append(lacking[l], missing.Component)
			}
		}
	}
	type fault struct {
		row int
		at  diag.Place
		m   text.Message
	}
	var faults []fault
	for _, e := range errs {
		var missing pricing.MissingError
		if !errors.As(e.Err, &missing) {
			field, m := t.refusal(e.Row, e.Err)
			faults = append(faults, fault{e.Row, t.Place(e.Row, field), m})
			continue
		}
		l := lack{t.places[e.Row].source, missing.Basis}
		if components := lacking[l]; components != nil {
			lacking[l] = nil
			faults = append(faults, fault{e.Row, t.sources[l.source].header, t.missing(l, components)})
		}
	}
	slices.SortStableFunc(faults, func(a, b fault) int {
		return cmp.Or(a.row-b.row, a.at.Line-b.at.Line, a.at.Column-b.at.Column)
	})
	for _, f := range faults {
		found.Fault(f.at, f.m)
	}
}

// A lack is a count that an input does not have.
type lack struct {
	source int32
	basis  pricing.Basis
}

// missing says that components are charged on a count that is not there.
func (t *Table) missing(l lack, components []string) text.Message {
	name := string(l.basis)
	parts := t.labelled(components)
	if t.Inputs == nil { // a question
		return text.MissingCount(name, flagOf(l.basis), parts)
	}
	field, _ := fields.Named(fields.Of(t.Tariff), name)
	column := text.ColumnToAdd(field.Header(text.French), name)
	if l.basis.Once() && t.GivesNew {
		return text.MissingNew(column, parts)
	}
	return text.MissingColumn(column, parts, field.Headers)
}

// flagOf gives the flag of a count in a question; "" for a basis that has none.
func flagOf(basis pricing.Basis) string {
	switch basis {
	case pricing.Pupils, pricing.Schools, pricing.NewPupils, pricing.NewSchools:
		return strings.ReplaceAll(string(basis), "_", "-")
	default:
		return ""
	}
}

// labelled names components in sentences: in French by their labels, where they have one.
func (t *Table) labelled(ids []string) []text.Phrase {
	var named []text.Phrase
	for _, id := range ids {
		label := id
		for i := range t.Tariff.Components {
			if c := &t.Tariff.Components[i]; c.ID == id && c.Label[string(text.French)] != "" {
				label = c.Label[string(text.French)]
			}
		}
		named = append(named, text.Phrase{FR: label, EN: id})
	}
	return named
}

// refusal says why pricing refuses a row, and the field that it concerns;
// "" for the row as a whole.
func (t *Table) refusal(row int, err error) (field string, m text.Message) {
	var above pricing.AboveError
	var choice pricing.ChoiceError
	var subsidy pricing.SubsidyError
	var outside pricing.RangeError
	said := func(field string) text.Phrase { return t.said(row, field) }
	switch {
	case errors.As(err, &above):
		field = string(above.Basis)
		if above.Component != "" {
			field = above.Component + "_quantity"
		}
		return field, text.PartAbove(said(field), int64(above.Part), said(string(above.Basis.Whole())), int64(above.Whole))
	case errors.Is(err, pricing.ErrRefused) && errors.As(err, &choice):
		field = choice.Component + "_quantity"
		return field, text.RefusedUnits(said(choice.Component), said(field))
	case errors.As(err, &choice):
		return choice.Component, text.NotToChoose(said(choice.Component))
	case errors.As(err, &subsidy):
		return "subsidy", text.SubsidyAboveGross(subsidy.Subsidy.String(), subsidy.Gross.String(), subsidy.Excess().String())
	case errors.As(err, &outside):
		return outside.Field, text.OutOfRange(said(outside.Field))
	default: // pricing.ErrTooLarge
		return "", text.TooLarge()
	}
}
