package config

import (
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// components removes, changes and adds components.
func (b *builder) components() {
	v := b.value
	listed := make(map[string]diag.Place) // by id
	list := v.keys["components"]
	if list != nil {
		for _, item := range list.items {
			b.component(item, listed)
		}
	}
	b.unnamed = b.unnamed || v.has("components") && (list == nil || len(list.items) == 0)
	b.remove(listed)
	if len(b.tariff.Components) == 0 && !b.loose && !v.has("components") {
		b.found.Fault(v.at, text.RatesNoComponents())
	}
}

// remove takes inherited components out.
func (b *builder) remove(listed map[string]diag.Place) {
	list := b.value.keys["remove"]
	if list == nil {
		return
	}
	if !b.value.has("extends") {
		b.found.Fault(list.at, text.RatesRemoveAlone())
		return
	}
	for _, item := range list.items {
		_, both := listed[item.text]
		switch {
		case !item.sound:
		case both:
			b.found.Fault(item.at, text.RatesRemovedAndListed(item.text))
		case b.inherited[item.text]:
			b.tariff.Components = slices.DeleteFunc(b.tariff.Components, func(c pricing.Component) bool { return c.ID == item.text })
		case !b.loose:
			b.found.Fault(item.at, text.RatesUnknownRemoved(item.text, near(item.text, b.inheritedIDs())))
		}
	}
}

// inheritedIDs gives the ids of the inherited components, in the tariff's order.
func (b *builder) inheritedIDs() []string {
	var ids []string
	for _, c := range b.tariff.Components {
		if b.inherited[c.ID] {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// component changes an inherited component, or adds a new one.
func (b *builder) component(v *value, listed map[string]diag.Place) {
	id := v.say("id")
	if id == "" { // not there, or not an id: that has been said
		b.unnamed = true
		return
	}
	at := v.place("id")
	if first, twice := listed[id]; twice {
		b.found.Fault(at, text.RatesComponentTwice(id, first.String()))
		return
	}
	listed[id], b.places[id] = at, at
	c := b.tariff.Component(id)
	if c == nil {
		b.tariff.Components = append(b.tariff.Components, pricing.Component{ID: id})
		c = &b.tariff.Components[len(b.tariff.Components)-1]
		if !b.complete(v, id) {
			return
		}
	}
	if label := v.get("label"); label != nil {
		c.Label = byLanguages(label)
	}
	if columns := v.get("columns"); columns != nil {
		c.Columns = texts(columns)
	}
	if article := v.get("article"); article != nil {
		c.Article = article.text
	}
	if optional := v.get("optional"); optional != nil {
		c.Optional = optional.text == "true"
	}
	b.basis(c, v)
	b.rates(c, v)
	b.bounds(c, v)
}

// complete tells whether a new component has what it needs, save its rate. One that has
// little may be a misspelt id of an inherited one.
func (b *builder) complete(v *value, id string) bool {
	for _, name := range []string{"label", "basis"} {
		if !v.has(name) && !b.loose {
			b.found.Fault(v.place("id"), text.RatesNewNeeds(id, name, near(id, b.inheritedIDs())))
			return false
		}
	}
	return true
}

// basis reads what a component is charged on.
func (b *builder) basis(c *pricing.Component, v *value) {
	basis := v.get("basis")
	if basis == nil {
		return
	}
	c.Basis = pricing.Basis(basis.text)
	known := standardBases()
	for _, d := range b.tariff.Bases {
		known = append(known, string(d.ID))
	}
	if !slices.Contains(known, basis.text) && !b.loose {
		b.found.Fault(basis.at, text.RatesUnknownBasis(basis.text, near(basis.text, known), text.List(known)))
	}
}

// rates reads a component's rate or tiers; each takes the place of the other.
func (b *builder) rates(c *pricing.Component, v *value) {
	if c.Basis == pricing.AtCost {
		for _, name := range []string{"rate", "tiers", "tiering"} {
			if v.has(name) {
				b.found.Fault(v.place(name), text.RatesAtCost(c.ID, name))
			}
		}
		c.Tiers, c.Volume = nil, false
		return
	}
	rate, tiers := v.get("rate"), v.keys["tiers"]
	switch {
	case v.has("rate") && v.has("tiers"):
		b.found.Fault(v.place("tiers"), text.RatesRateAndTiers(c.ID))
	case rate != nil:
		c.Tiers, c.Volume = []pricing.Tier{{Rate: rateOf(rate.text)}}, false
	case tiers != nil:
		c.Tiers = b.tiers(tiers)
	case len(c.Tiers) == 0 && !v.has("rate") && !v.has("tiers") && !b.loose:
		b.found.Fault(v.place("id"), text.RatesNeedsRate(c.ID))
	}
	if tiering := v.get("tiering"); tiering != nil {
		c.Volume = tiering.text == "volume"
		if !v.has("tiers") && (v.has("rate") || len(c.Tiers) < 2) && !b.loose {
			b.found.Fault(tiering.at, text.RatesTieringAlone(c.ID))
		}
	}
}

// tiers reads tiers: their bounds ascend, and the last has none.
func (b *builder) tiers(list *value) []pricing.Tier {
	tiers := make([]pricing.Tier, len(list.items))
	for i, v := range list.items {
		upTo, _ := strconv.Atoi(v.say("up_to")) // checked by its kind
		tiers[i] = pricing.Tier{UpTo: pricing.Quantity(upTo), Rate: rateOf(v.say("rate"))}
		last := i == len(list.items)-1
		switch {
		case !v.sound: // that has been said
		case last && upTo > 0:
			b.found.Fault(v.place("up_to"), text.RatesLastTierEnds())
		case !last && upTo == 0:
			b.found.Fault(v.at, text.RatesTierWithoutEnd())
		case !last && i > 0 && tiers[i].UpTo <= tiers[i-1].UpTo:
			before := strconv.Itoa(int(tiers[i-1].UpTo))
			b.found.Fault(v.place("up_to"), text.RatesTiersDescend(strconv.Itoa(upTo), before))
		}
	}
	return tiers
}

// bounds reads a component's minimum and maximum.
func (b *builder) bounds(c *pricing.Component, v *value) {
	if minimum := v.get("minimum"); minimum != nil {
		c.Minimum = new(centsOf(minimum.text))
	}
	if maximum := v.get("maximum"); maximum != nil {
		c.Maximum = new(centsOf(maximum.text))
	}
	if c.Minimum != nil && c.Maximum != nil && *c.Minimum > *c.Maximum && (v.has("minimum") || v.has("maximum")) {
		at := v.place("minimum")
		if !v.has("minimum") {
			at = v.place("maximum")
		}
		b.found.Fault(at, text.RatesMinimumAbove(c.ID, c.Minimum.String(), c.Maximum.String()))
	}
}

// rateOf reads a rate that its kind has checked.
func rateOf(s string) pricing.Rate {
	r, _ := pricing.ParseRate(s)
	return r
}

// centsOf reads euros that their kind has checked.
func centsOf(s string) pricing.Cents {
	c, _ := pricing.ParseCents(s)
	return c
}
