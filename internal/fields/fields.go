// Package fields names the columns that a counts file may have under a tariff.
//
// It is the one place for these names: the reader of counts, the checks of rate files
// (two names that read as one header) and the empty file that `template` writes all
// ask [Of].
package fields

import (
	"slices"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A Kind is what a column's cells are.
type Kind int

// The kinds of column.
const (
	SIREN   Kind = iota // the member's key
	Name                // the member's name
	Year                // the exercise (R10)
	Count               // a count: pupils, schools, a declared basis
	Choice              // yes or no to a component (R3)
	Units               // how many units of a component are charged (R3)
	Cost                // euros, for a component at cost (R4)
	Subsidy             // euros
	Voted               // euros, that the assembly voted in place of the computed ones
	Amount              // euros, in a file of costs or of subsidies
	Plain               // what a field of another file holds: its reader knows
)

// A Field is one thing that a counts file can say of a member.
type Field struct {
	Name      string // as programs write it: pupils, mobile-app, audit_quantity
	Kind      Kind
	Basis     pricing.Basis      // of a Count
	Component *pricing.Component // of a Choice, Units or Cost
	// Headers are the column names that read as the field, its Name first. They are
	// compared as [Fold] gives them.
	Headers []string
}

// Header is the field's column as an empty file names it in language l: its name, in
// French the first of the other headers where there is one.
func (f Field) Header(l text.Lang) string {
	if l == text.French && len(f.Headers) > 1 {
		return f.Headers[1]
	}
	return f.Name
}

// Under names the field in a sentence: in French by the header of its column, as the
// file has it.
func (f Field) Under(header string) text.Phrase {
	return text.Phrase{FR: text.Quote(header), EN: f.Name}
}

// Absent names the field in a sentence where no file has its column.
func (f Field) Absent() text.Phrase {
	said := text.Phrase{FR: f.Name, EN: f.Name}
	if header := f.Header(text.French); header != f.Name {
		said.FR = header + " (" + f.Name + ")"
	}
	return said
}

// Choosable is false for the choice of a component that all are charged (R3).
func (f Field) Choosable() bool { return f.Kind != Choice || f.Component.Optional }

// Of gives the fields of a tariff: those that every tariff has, then its declared
// bases, then its components, in its order.
func Of(t *pricing.Tariff) []Field {
	all := standard()
	for _, b := range t.Bases {
		all = append(all, Field{
			Name: string(b.ID), Kind: Count, Basis: b.ID,
			Headers: append([]string{string(b.ID)}, b.Columns...),
		})
	}
	for i := range t.Components {
		c := &t.Components[i]
		kind := Choice
		if c.Basis == pricing.AtCost {
			kind = Cost
		}
		all = append(all, Field{
			Name: c.ID, Kind: kind, Component: c,
			Headers: append([]string{c.ID}, c.Columns...),
		})
		if c.Basis.Counted() {
			all = append(all, unitsField(c))
		}
	}
	return all
}

// unitsField is how many units of a component are charged: "audit technique quantité".
func unitsField(c *pricing.Component) Field {
	f := Field{Name: c.ID + "_quantity", Kind: Units, Component: c}
	f.Headers = []string{f.Name}
	for _, name := range append([]string{c.ID}, c.Columns...) {
		f.Headers = append(f.Headers, name+" quantité", "quantité "+name)
	}
	return f
}

// standard gives the fields that do not depend on the tariff.
func standard() []Field {
	count := func(b pricing.Basis, headers ...string) Field {
		return Field{Name: string(b), Kind: Count, Basis: b, Headers: append([]string{string(b)}, headers...)}
	}
	return []Field{
		sirenField(),
		nameField(),
		{Name: "year", Kind: Year, Headers: []string{"year", "exercice", "année"}},
		count(pricing.Pupils, "élèves", "effectifs", "nombre d'élèves", "nombre total d'élèves"),
		count(pricing.Schools, "écoles", "nb écoles"),
		count(pricing.NewPupils, "nouveaux élèves"),
		count(pricing.NewSchools, "nouvelles écoles"),
		{Name: "subsidy", Kind: Subsidy, Headers: []string{"subsidy", "subvention"}},
		{Name: "voted", Kind: Voted, Headers: []string{"voted", "voté", "montant voté", "contribution votée"}},
	}
}

// sirenField is the key of a member.
func sirenField() Field {
	return Field{Name: "siren", Kind: SIREN, Headers: []string{"siren", "n° siren", "siren epci", "code siren"}}
}

// nameField is what a member is called, beside its key.
func nameField() Field {
	return Field{Name: "epci", Kind: Name, Headers: []string{"epci", "nom", "name", "nom epci", "libellé epci", "raison sociale"}}
}

// A Clash is a header that reads as two fields.
type Clash struct {
	Header string // as the second field has it
	Fields [2]Field
}

// Clashes gives the headers that read as two fields of the list, in its order: a
// tariff that has one is refused.
func Clashes(all []Field) []Clash {
	var clashes []Clash
	first := make(map[string]int, 4*len(all))
	for i, f := range all {
		for _, h := range f.Headers {
			folded := Fold(h)
			if j, taken := first[folded]; !taken {
				first[folded] = i
			} else if j != i {
				clashes = append(clashes, Clash{h, [2]Field{all[j], f}})
			}
		}
	}
	return clashes
}

// Named finds a field by its name.
func Named(all []Field, name string) (Field, bool) {
	i := slices.IndexFunc(all, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return all[i], true
}
