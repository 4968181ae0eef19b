package report

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A TariffChange is one thing that two tariffs differ by. From and To are its values as
// the JSON has them, nil for none.
type TariffChange struct {
	Of       string // tariff, basis or component
	ID       string // of the basis or component; "" of the tariff
	Key      string // of the rate file; "" where the whole is added or removed
	From, To any
	// Change and Percent are of what is one number of euros on both sides; "" elsewhere, and
	// Percent of 0 too.
	Change, Percent string
}

// A RatesDiff is what two tariffs differ by.
type RatesDiff struct {
	From, To TariffRow
	Changes  []TariffChange // of the components in the tariff's order, of the bases, of the tariff itself
	Lang     text.Lang
}

// NewRatesDiff compares two tariffs: all that a rate file says of them, but their versions
// and examples.
func NewRatesDiff(from, to TariffRow, l text.Lang) RatesDiff {
	d := RatesDiff{From: from, To: to, Lang: l}
	a, b := from.Tariff, to.Tariff
	for i := range a.Components {
		d.component(&a.Components[i], b.Component(a.Components[i].ID))
	}
	for i := range b.Components {
		if a.Component(b.Components[i].ID) == nil {
			d.component(nil, &b.Components[i])
		}
	}
	d.bases(a, b)
	d.tariff()
	return d
}

// Same tells whether nothing differs.
func (d *RatesDiff) Same() bool { return len(d.Changes) == 0 }

// shared gives, in the order of a, the ids of the components that b has too.
func shared(a, b *pricing.Tariff) []string {
	var ids []string
	for _, c := range a.Components {
		if b.Component(c.ID) != nil {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// value adds a change where two values differ.
func (d *RatesDiff) value(of, id, key string, from, to any) {
	if !reflect.DeepEqual(from, to) {
		d.Changes = append(d.Changes, TariffChange{Of: of, ID: id, Key: key, From: from, To: to})
	}
}

// euros is value for rates and amounts, as the JSON has them.
func (d *RatesDiff) euros(id, key string, from, to any) {
	a, isA := from.(string)
	b, isB := to.(string)
	if isA && isB && a != b {
		change, percent := changed(a, b)
		d.Changes = append(d.Changes, TariffChange{"component", id, key, from, to, change, percent})
		return
	}
	d.value("component", id, key, from, to)
}

// changed gives what two exact decimals differ by, with the decimals of the one that has
// more, and the same in percent with two decimals; "" of 0.
func changed(from, to string) (change, percent string) {
	a, b := decimal.RequireFromString(from), decimal.RequireFromString(to)
	by := b.Sub(a)
	change = by.StringFixed(int32(max(decimalsOf(from), decimalsOf(to))))
	if !a.IsZero() {
		percent = by.Mul(decimal.NewFromInt(100)).DivRound(a, 2).StringFixed(2)
	}
	return change, percent
}

func decimalsOf(exact string) int {
	_, decimals, _ := strings.Cut(exact, ".")
	return len(decimals)
}

// component compares a component of the two tariffs; nil is none.
func (d *RatesDiff) component(a, b *pricing.Component) {
	switch {
	case a == nil:
		d.value("component", b.ID, "", nil, newComponentJSON(b))
		return
	case b == nil:
		d.value("component", a.ID, "", newComponentJSON(a), nil)
		return
	}
	x, y := newComponentJSON(a), newComponentJSON(b)
	d.euros(a.ID, "rate", priceOf(x), priceOf(y))
	d.value("component", a.ID, "tiering", orNil(x.Tiering), orNil(y.Tiering))
	d.value("component", a.ID, "basis", string(x.Basis), string(y.Basis))
	d.euros(a.ID, "minimum", orNil(x.Minimum), orNil(y.Minimum))
	d.euros(a.ID, "maximum", orNil(x.Maximum), orNil(y.Maximum))
	d.value("component", a.ID, "optional", x.Optional, y.Optional)
	d.value("component", a.ID, "label", x.Label, y.Label)
	d.value("component", a.ID, "article", orNil(x.Article), orNil(y.Article))
	d.value("component", a.ID, "columns", listed(x.Columns), listed(y.Columns))
}

// priceOf is the rate of a component, or its tiers; nil at cost.
func priceOf(c componentJSON) any {
	if c.Tiers != nil {
		return c.Tiers
	}
	return orNil(c.Rate)
}

// orNil is nil for a blank text.
func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// listed is a list that is not null.
func listed(all []string) []string { return append([]string{}, all...) }

// bases compares the bases that two tariffs declare.
func (d *RatesDiff) bases(a, b *pricing.Tariff) {
	from, to := basesJSON(a), basesJSON(b)
	all := slices.Sorted(maps.Keys(from))
	for _, id := range slices.Sorted(maps.Keys(to)) {
		if _, both := from[id]; !both {
			all = append(all, id)
		}
	}
	for _, id := range all {
		x, inA := from[id]
		y, inB := to[id]
		switch {
		case !inA:
			d.value("basis", string(id), "", nil, y)
		case !inB:
			d.value("basis", string(id), "", x, nil)
		default:
			d.value("basis", string(id), "label", x.Label, y.Label)
			d.value("basis", string(id), "columns", listed(x.Columns), listed(y.Columns))
		}
	}
}

// tariff compares what two tariffs say of themselves. The days are those on which they are
// in force, as the other tariffs leave them.
func (d *RatesDiff) tariff() {
	a, b := d.From.Tariff, d.To.Tariff
	d.value("tariff", "", "components", shared(a, b), shared(b, a))
	d.value("tariff", "", "status", statusOf(a), statusOf(b))
	d.value("tariff", "", "from", orNil(string(d.From.From)), orNil(string(d.To.From)))
	d.value("tariff", "", "to", orNil(string(d.From.To)), orNil(string(d.To.To)))
	d.value("tariff", "", "dated", orNil(string(a.Dated)), orNil(string(b.Dated)))
	d.value("tariff", "", "source", orNil(a.Source), orNil(b.Source))
	d.value("tariff", "", "title", a.Title, b.Title)
	d.value("tariff", "", "deployment", deploymentOf(a), deploymentOf(b))
}

func statusOf(t *pricing.Tariff) string {
	if t.Adopted {
		return "adopted"
	}
	return "draft"
}

// deploymentOf is nil where it is not known.
func deploymentOf(t *pricing.Tariff) any {
	if t.Deployment.Years == 0 {
		return nil
	}
	return deploymentJSON{t.Deployment.Years, t.Deployment.Article}
}

func basesJSON(t *pricing.Tariff) map[pricing.Basis]basisJSON {
	bases := make(map[pricing.Basis]basisJSON, len(t.Bases))
	for _, b := range t.Bases {
		bases[b.ID] = basisJSON{b.Label, b.Columns}
	}
	return bases
}
