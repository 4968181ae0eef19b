package config

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
)

// headers refuses names that cannot be told apart, or told at all, in the header of a
// counts file.
func (b *builder) headers() {
	var all []fields.Field
	for _, f := range fields.Of(b.tariff) {
		at, own := b.placeOf(f)
		if own && slices.Contains(totals(), f.Name) {
			b.found.Fault(at, text.RatesReserved(f.Name))
			continue
		}
		all = append(all, f)
		for _, h := range f.Headers {
			if own && fields.Fold(h) == "" {
				b.found.Fault(at, text.RatesNoHeader(h))
			}
		}
	}
	for _, clash := range fields.Clashes(all) {
		at, own := b.placeOf(clash.Fields[1])
		if !own {
			at, own = b.placeOf(clash.Fields[0])
		}
		if own { // else it was said of the tariff that this one extends
			b.found.Fault(at, clashing(clash))
		}
	}
}

// clashing says how two fields clash; one that every tariff has comes first.
func clashing(c fields.Clash) text.Message {
	first, second := c.Fields[0], c.Fields[1]
	everywhere := first.Component == nil && (first.Kind != fields.Count || slices.Contains(standardBases(), string(first.Basis)))
	switch {
	case !everywhere:
		return text.RatesClash(c.Header, first.Name, second.Name)
	case first.Name == second.Name: // an id; else a column, or an id in the singular
		return text.RatesOwnField(first.Name)
	}
	return text.RatesReadsAsField(c.Header, first.Name)
}

// placeOf gives the place where the tariff itself makes a field, if it does.
func (b *builder) placeOf(f fields.Field) (at diag.Place, own bool) {
	switch {
	case f.Component != nil:
		at, own = b.places[f.Component.ID]
	case f.Kind == fields.Count:
		at, own = b.places[string(f.Basis)]
	}
	return at, own
}

// totals names the sums that an example may expect, and that no component may be called.
func totals() []string { return []string{"yearly", "once", "gross", "subsidy", "net"} }
