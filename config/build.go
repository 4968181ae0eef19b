package config

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A builder makes the tariff of one draft.
type builder struct {
	*draft
	found *diag.List
	// loose says that what is inherited, or a basis, is not fully known: what seems to
	// lack may be there, so that it is no fault.
	loose     bool
	unnamed   bool                  // some component could not even be named
	inherited map[string]bool       // components, by id
	places    map[string]diag.Place // of the fields that the tariff itself names, by name
}

// build makes a draft's tariff, and those that it extends first.
func (l *loader) build(d *draft) {
	if d.state != unbuilt {
		return
	}
	d.state = building
	b := builder{draft: d, found: l.found, places: make(map[string]diag.Place)}
	l.inherit(&b)
	before := l.found.Errors()
	b.header()
	b.bases()
	b.components()
	b.headers()
	d.sound = d.value.sound && !b.loose && l.found.Errors() == before
	b.examples()
	d.state = built
}

// inherit takes over components, bases and deployment, and nothing else, of the tariff
// that a draft extends.
func (l *loader) inherit(b *builder) {
	b.inherited = make(map[string]bool)
	extends := b.value.get("extends")
	if extends == nil {
		b.loose = b.value.has("extends")
		return
	}
	base := l.known[extends.text]
	if base == nil {
		b.loose = true
		if !l.partial {
			l.unknownVersion("extends", extends, b.draft)
		}
		return
	}
	if base.state == building {
		b.loose = true
		b.found.Fault(extends.at, text.RatesCircle(l.circle(b.draft)))
		return
	}
	l.build(base)
	b.loose = !base.sound
	b.tariff.Components = slices.Clone(base.tariff.Components)
	b.tariff.Bases = slices.Clone(base.tariff.Bases)
	b.tariff.Deployment = base.tariff.Deployment
	for _, c := range b.tariff.Components {
		b.inherited[c.ID] = true
	}
}

// circle names the versions of a circle of extends, from d back to d.
func (l *loader) circle(d *draft) string {
	names := []string{text.Quote(d.tariff.Version)}
	for at := l.known[d.value.say("extends")]; at != d; at = l.known[at.value.say("extends")] {
		names = append(names, text.Quote(at.tariff.Version))
	}
	return strings.Join(append(names, names[0]), " → ")
}

// header reads what a tariff says of itself.
func (b *builder) header() {
	t, v := b.tariff, b.value
	t.Adopted = v.say("status") == "adopted"
	t.Dated, t.From, t.To = pricing.Date(v.say("dated")), pricing.Date(v.say("from")), pricing.Date(v.say("to"))
	t.Source = v.say("source")
	if source := v.get("source"); source != nil && strings.Trim(source.text, " .…") == "" {
		b.found.Fault(source.at, text.RatesNoSource(source.text))
	}
	b.title()
	if deployment := v.get("deployment"); deployment != nil {
		years, _ := strconv.Atoi(deployment.say("years")) // checked by its kind
		t.Deployment = pricing.Deployment{Years: years, Article: deployment.say("article")}
	}
	if t.From != "" && t.To != "" && t.To < t.From {
		b.found.Fault(v.place("to"), text.RatesToBeforeFrom(string(t.From), string(t.To)))
	}
	for _, name := range []string{"dated", "from", "source"} {
		if t.Adopted && !v.has(name) {
			b.found.Fault(v.place("status"), text.RatesAdoptedNeeds(name))
		}
	}
}

// title reads a title; that of an adopted tariff is no longer a draft's.
func (b *builder) title() {
	title := b.value.get("title")
	b.tariff.Title = byLanguages(title)
	if title == nil || !b.tariff.Adopted {
		return
	}
	for _, in := range []struct{ lang, mark string }{{"fr", "(projet)"}, {"en", "(draft)"}} {
		if strings.Contains(title.say(in.lang), in.mark) {
			b.found.Notice(title.place(in.lang), text.RatesDraftTitle(in.mark))
			return
		}
	}
}

// bases reads the declared bases: new ones, and keys of inherited ones.
func (b *builder) bases() {
	bases := b.value.keys["bases"]
	b.loose = b.loose || b.value.has("bases") && (bases == nil || bases.keys == nil)
	if bases == nil {
		return
	}
	for _, name := range bases.names {
		v := bases.keys[name]
		switch {
		case !isBasisID(name):
			b.found.Fault(v.at, text.RatesNotAnID("bases", name))
			continue
		case slices.Contains(standardBases(), name):
			b.found.Fault(v.at, text.RatesStandardBasis(name))
			continue
		}
		at := slices.IndexFunc(b.tariff.Bases, func(d pricing.DeclaredBasis) bool { return d.ID == pricing.Basis(name) })
		if at < 0 {
			at = len(b.tariff.Bases)
			b.tariff.Bases = append(b.tariff.Bases, pricing.DeclaredBasis{ID: pricing.Basis(name)})
			if !v.has("label") && !b.loose {
				b.found.Fault(v.at, text.RatesNewBasisNeeds(name, "label"))
			}
		}
		b.places[name] = v.at
		basis := &b.tariff.Bases[at]
		if label := v.get("label"); label != nil {
			basis.Label = byLanguages(label)
		}
		if columns := v.get("columns"); columns != nil {
			basis.Columns = texts(columns)
		}
	}
}

// standardBases names the bases that every tariff knows.
func standardBases() []string {
	return []string{
		string(pricing.Pupils), string(pricing.Schools), string(pricing.NewPupils),
		string(pricing.NewSchools), string(pricing.EPCI), string(pricing.AtCost),
	}
}

// byLanguages reads a text in the languages that it is written in; nil for none.
func byLanguages(v *value) map[string]string {
	if v == nil {
		return nil
	}
	all := make(map[string]string, len(languages()))
	for _, l := range languages() {
		if words := v.say(string(l)); words != "" {
			all[string(l)] = words
		}
	}
	return all
}

// languages are those of the texts of a rate file.
func languages() []text.Lang { return []text.Lang{text.French, text.English} }

// texts reads a list of texts; nil where it is empty.
func texts(v *value) []string {
	var all []string
	for _, item := range v.items {
		all = append(all, item.text)
	}
	return all
}
