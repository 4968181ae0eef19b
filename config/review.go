package config

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Review tells, as notices, what files of these names may have and is seldom meant: days
// on which no adopted tariff is in force, or two are, mandatory components lost by an
// extension, texts in one language, rates that moved by more than half, no example.
func (t *Tariffs) Review(names []string, found *diag.List) {
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		r := reviewer{tariffs: t, file: name}
		for _, l := range t.all {
			if l.file == name {
				r.tariff(l)
			}
			r.validity(l, names)
		}
		found.Take(&r.found)
	}
}

// A reviewer reviews the tariffs of one file.
type reviewer struct {
	tariffs *Tariffs
	file    string
	found   diag.List
}

func (r *reviewer) tariff(l *loaded) {
	if list := l.value.get("examples"); list == nil || len(list.items) == 0 {
		r.found.Notice(l.version, text.RatesNoExamples(l.tariff.Version))
	}
	r.languages(l.value.get("title"), "title")
	if bases := l.value.get("bases"); bases != nil {
		for _, name := range bases.names {
			r.languages(bases.keys[name].get("label"), "label")
		}
	}
	base := find(r.tariffs.all, l.value.say("extends"))
	for _, v := range l.listed() {
		r.languages(v.get("label"), "label")
		r.optional(base, v)
	}
	r.removed(base, l)
	if reference := cmp.Or(r.tariffs.before(l), base); reference != nil {
		r.moves(reference, l)
	}
}

// listed gives the components that a tariff itself writes.
func (l *loaded) listed() []*value {
	if list := l.value.get("components"); list != nil {
		return list.items
	}
	return nil
}

// languages tells that a text is in one language only.
func (r *reviewer) languages(v *value, key string) {
	if v == nil {
		return
	}
	for _, l := range languages() {
		if !v.has(string(l)) {
			r.found.Notice(v.at, text.RatesOneLanguage(key, string(l)))
		}
	}
}

// optional tells that an extension makes a mandatory component optional.
func (r *reviewer) optional(base *loaded, v *value) {
	if base == nil || v.say("optional") != "true" {
		return
	}
	if c := base.tariff.Component(v.say("id")); mandatory(c) {
		r.found.Notice(v.place("optional"), text.RatesMandatoryOptional(c.ID, base.tariff.Version))
	}
}

// removed tells that an extension takes mandatory components out.
func (r *reviewer) removed(base, l *loaded) {
	list := l.value.get("remove")
	if base == nil || list == nil {
		return
	}
	for _, item := range list.items {
		if c := base.tariff.Component(item.text); mandatory(c) {
			r.found.Notice(item.at, text.RatesMandatoryRemoved(c.ID, base.tariff.Version))
		}
	}
}

// mandatory tells whether all members are charged a component; one at cost is charged to
// those only who declare a cost (R4).
func mandatory(c *pricing.Component) bool {
	return c != nil && !c.Optional && c.Basis != pricing.AtCost
}

// before gives the last adopted tariff that came into force before l is meant to; nil
// for none.
func (t *Tariffs) before(l *loaded) *loaded {
	var last *loaded
	for _, other := range t.all {
		if other.tariff.Adopted && other.tariff.From < l.tariff.From && (last == nil || other.tariff.From > last.tariff.From) {
			last = other
		}
	}
	return last
}

// moves tells which rates, minima and maxima moved by more than half since another
// tariff; of tiers, the first unit whose rate did.
func (r *reviewer) moves(since, l *loaded) {
	for i := range l.tariff.Components {
		c := &l.tariff.Components[i]
		was := since.tariff.Component(c.ID)
		if was == nil || was.Basis != c.Basis {
			continue
		}
		for _, unit := range firstUnits(was, c) {
			a, b := rateAt(was, unit), rateAt(c, unit)
			if moved(a.Decimal(), b.Decimal()) {
				r.found.Notice(l.place(c.ID, "rate", "tiers"), text.RatesMoved(
					c.ID, int64(unit), a.String(), b.String(), percent(a.Decimal(), b.Decimal()), since.tariff.Version))
				break
			}
		}
		for _, bound := range []struct {
			key  string
			a, b *pricing.Cents
		}{{"minimum", was.Minimum, c.Minimum}, {"maximum", was.Maximum, c.Maximum}} {
			if bound.a == nil || bound.b == nil {
				continue
			}
			if a, b := decimal.New(int64(*bound.a), -2), decimal.New(int64(*bound.b), -2); moved(a, b) {
				r.found.Notice(l.place(c.ID, bound.key), text.RatesBoundMoved(
					c.ID, bound.key, bound.a.String(), bound.b.String(), percent(a, b), since.tariff.Version))
			}
		}
	}
}

// place is where a tariff writes one of some keys of a component; its version where it
// does not write the component.
func (l *loaded) place(id string, keys ...string) diag.Place {
	for _, v := range l.listed() {
		if v.say("id") != id {
			continue
		}
		for _, key := range keys {
			if k := v.get(key); k != nil {
				return k.at
			}
		}
		return v.place("id")
	}
	return l.version
}

// firstUnits gives the units at which a rate of one of two components begins.
func firstUnits(a, b *pricing.Component) []pricing.Quantity {
	var units []pricing.Quantity
	if len(a.Tiers) == 0 || len(b.Tiers) == 0 { // at cost
		return nil
	}
	for _, tier := range slices.Concat(a.Tiers, b.Tiers) {
		if tier.UpTo > 0 {
			units = append(units, tier.UpTo+1)
		}
	}
	units = append(units, 1)
	slices.Sort(units)
	return slices.Compact(units)
}

// rateAt is the rate of the tier that a unit falls in.
func rateAt(c *pricing.Component, unit pricing.Quantity) pricing.Rate {
	i := slices.IndexFunc(c.Tiers, func(tier pricing.Tier) bool { return tier.UpTo == 0 || unit <= tier.UpTo })
	return c.Tiers[i].Rate
}

// moved tells whether b is more than half of a away from a.
func moved(a, b decimal.Decimal) bool {
	return b.Sub(a).Abs().Mul(decimal.NewFromInt(2)).GreaterThan(a)
}

// percent is the change from a to b in percent, rounded to a whole one; "" of nothing.
func percent(a, b decimal.Decimal) string {
	if a.IsZero() {
		return ""
	}
	return b.Sub(a).Mul(decimal.NewFromInt(100)).DivRound(a, 0).String()
}

// validity tells the days before an adopted tariff on which none is in force, and those
// on which it is in force beside another. Each is told in one file of those that are
// reviewed: that of the later tariff, or else that of the other.
func (r *reviewer) validity(l *loaded, names []string) {
	from := l.tariff.From
	if !l.tariff.Adopted {
		return
	}
	_, end := r.tariffs.Validity(l.tariff)
	var last *loaded // in force, of those that begin before
	var lastDay pricing.Date
	for _, other := range r.tariffs.all {
		if !other.tariff.Adopted || other.tariff.From >= from {
			continue
		}
		_, to := r.tariffs.Validity(other.tariff)
		if to >= from {
			until := to
			if end != "" {
				until = min(to, end)
			}
			r.tell(l, other, names, text.RatesOverlap(
				l.tariff.Version, other.tariff.Version, string(from), string(until)))
		}
		if to > lastDay {
			last, lastDay = other, to
		}
	}
	if before := dayBefore(from); last != nil && lastDay < before {
		r.tell(l, last, names, text.RatesGap(string(dayAfter(lastDay)), string(before), last.tariff.Version, l.tariff.Version))
	}
}

// tell reports what two tariffs make, if it is for this file to say.
func (r *reviewer) tell(later, earlier *loaded, names []string, m text.Message) {
	switch {
	case later.file == r.file:
		r.found.Notice(later.value.place("from"), m)
	case earlier.file == r.file && !slices.Contains(names, later.file):
		r.found.Notice(earlier.value.place("to"), m)
	}
}
