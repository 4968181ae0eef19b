package report

import (
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// RatesDiffTable writes what two tariffs differ by in words, on lines that fit width.
func RatesDiffTable(w io.Writer, d RatesDiff, width int) error {
	t := diffTerminal{newTerminal(w, d.Lang, width, false), d.From.Tariff, d.To.Tariff}
	t.heading(t.say(text.RatesDiffHeading(t.versioned(t.from), t.versioned(t.to))))
	t.blank()
	if d.Same() {
		t.paragraph(t.say(text.RatesSame()))
		return t.b.Flush()
	}
	for rest := d.Changes; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Of == rest[0].Of && rest[n].ID == rest[0].ID {
			n++
		}
		t.about(rest[:n])
		rest = rest[n:]
	}
	t.unchanged(d)
	return t.b.Flush()
}

// A diffTerminal writes about two tariffs.
type diffTerminal struct {
	*terminal
	from, to *pricing.Tariff
}

// none stands for a value that is not there.
const none = "—"

// about writes the changes of one component, of one basis, or of the tariff itself.
func (t diffTerminal) about(changes []TariffChange) {
	first := changes[0]
	name := t.say(text.TheTariff())
	switch first.Of {
	case "component":
		name = t.components(t.to, []string{first.ID})
		if t.to.Component(first.ID) == nil {
			name = t.components(t.from, []string{first.ID})
		}
	case "basis":
		name = t.say(text.TheBasis(text.Safe(first.ID)))
	}
	if first.Key == "" {
		t.point(t.say(text.Labelled(name, t.whole(first))))
		return
	}
	t.point(name)
	for _, c := range changes {
		for _, words := range t.words(c) {
			t.subpoint(words)
		}
	}
}

// whole says that a component or a basis was added or removed, and what it is.
func (t diffTerminal) whole(c TariffChange) string {
	added, tariff := c.From == nil, t.from
	if added {
		tariff = t.to
	}
	what := t.declared(tariff, pricing.Basis(c.ID))
	if c.Of == "component" {
		what = t.described(tariff, tariff.Component(c.ID))
	}
	if added {
		return t.say(text.Added(what))
	}
	return t.say(text.Removed(what))
}

// described says in a few words how a component is charged.
func (t diffTerminal) described(tariff *pricing.Tariff, c *pricing.Component) string {
	rates := t.rates(c.Tiers, c.Volume)
	if len(c.Tiers) > 0 {
		rates = t.say(text.AtRate(rates, t.per(tariff, c)))
	}
	words := []string{rates, t.choice(c)}
	if c.Minimum != nil {
		words = append(words, t.say(text.MinimumWord())+" "+t.euros(*c.Minimum))
	}
	if c.Maximum != nil {
		words = append(words, t.say(text.MaximumWord())+" "+t.euros(*c.Maximum))
	}
	if c.Article != "" {
		words = append(words, t.say(text.InArticle(text.Safe(c.Article))))
	}
	return text.List(words)
}

// words tells one change, on a line or several.
func (t diffTerminal) words(c TariffChange) []string {
	name := t.say(text.RatesKey(c.Key))
	from, to := t.from.Component(c.ID), t.to.Component(c.ID)
	switch {
	case c.Key == "label" || c.Key == "title":
		return t.texts(name, c)
	case c.Key == "tiering" && (len(from.Tiers) < 2 || len(to.Tiers) < 2 || !slices.Equal(from.Tiers, to.Tiers)):
		return nil // the rates tell
	case c.Key == "rate" && len(from.Tiers) > 1 && sameBounds(from, to):
		return t.tiers(from, to)
	}
	return []string{t.say(text.FromTo(name, t.value(t.from, c, c.From), t.value(t.to, c, c.To))) + t.by(c.Change, c.Percent)}
}

// sameBounds tells whether two components have the same tiers, their rates aside.
func sameBounds(a, b *pricing.Component) bool {
	return a.Volume == b.Volume && slices.EqualFunc(a.Tiers, b.Tiers, func(x, y pricing.Tier) bool { return x.UpTo == y.UpTo })
}

// tiers tells the rate of each tier that changed.
func (t diffTerminal) tiers(from, to *pricing.Component) []string {
	var all []string
	for i := range from.Tiers {
		a, b := from.Tiers[i].Rate, to.Tiers[i].Rate
		if a == b {
			continue
		}
		change, percent := changed(a.String(), b.String())
		all = append(all, t.say(text.FromTo(t.say(text.TierRate(t.tier(from, i))), t.rate(a), t.rate(b)))+t.by(change, percent))
	}
	return all
}

// by says by how much an amount changed; blank for no amount.
func (t diffTerminal) by(change, percent string) string {
	switch {
	case change == "":
		return ""
	case strings.Trim(change, "0.") == "":
		return t.say(text.SameNumber())
	case percent != "":
		percent = withSign(percentage(percent, t.lang))
	}
	return t.say(text.ChangedBy(withSign(money(change, t.lang)), percent))
}

// withSign shows the sign of what rises, too.
func withSign(s string) string {
	if strings.HasPrefix(s, "−") {
		return s
	}
	return "+" + s
}

// percentage writes an exact number of percents as people read it.
func percentage(exact string, l text.Lang) string {
	sign := ""
	if strings.HasPrefix(exact, "-") {
		sign, exact = "−", exact[1:]
	}
	if l == text.English {
		return sign + number(exact, l) + "%"
	}
	return sign + number(exact, l) + noBreakSpace + "%"
}

// texts tells a label or a title that changed, in each language where it did.
func (t diffTerminal) texts(name string, c TariffChange) []string {
	from, _ := c.From.(map[string]string)
	to, _ := c.To.(map[string]string)
	shown := func(s string) string {
		if s == "" {
			return none
		}
		return text.Safe(s)
	}
	var all []string
	for _, l := range []text.Lang{text.French, text.English} {
		if a, b := from[string(l)], to[string(l)]; a != b {
			all = append(all, t.say(text.FromTo(t.say(text.InLanguage(name, string(l))), shown(a), shown(b))))
		}
	}
	return all
}

// value shows one side of a change.
func (t diffTerminal) value(tariff *pricing.Tariff, c TariffChange, v any) string {
	if v == nil && c.Key != "rate" {
		return none
	}
	component := tariff.Component(c.ID)
	switch c.Key {
	case "rate":
		return t.rates(component.Tiers, component.Volume)
	case "tiering":
		return t.say(text.Tiering(component.Volume))
	case "basis":
		return t.units(tariff, component.Basis, 2)
	case "minimum":
		return t.euros(*component.Minimum)
	case "maximum":
		return t.euros(*component.Maximum)
	case "optional":
		return t.choice(component)
	case "status":
		return t.say(text.Adopted(tariff.Adopted))
	case "deployment":
		return t.say(text.DeploymentOver(tariff.Deployment.Years, text.Safe(tariff.Deployment.Article)))
	}
	switch v := v.(type) {
	case []string:
		if len(v) == 0 {
			return none
		}
		return text.Safe(text.List(v))
	case string:
		return text.Safe(t.say(text.Day(v))) // a day, or another text
	}
	return none
}

// unchanged lists the components that are as they were.
func (t diffTerminal) unchanged(d RatesDiff) {
	var ids []string
	for _, id := range shared(t.to, t.from) {
		if !slices.ContainsFunc(d.Changes, func(c TariffChange) bool { return c.Of == "component" && c.ID == id }) {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		t.blank()
		t.paragraph(t.say(text.RatesUnchanged(t.components(t.to, ids))))
	}
}
