package report

import (
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// ExplainChange writes, of each member that is listed, what its contribution was, is, and
// what each cause added or took, in sentences that a letter can take. Lines fit c.Width.
func ExplainChange(w io.Writer, c Comparison) error {
	t := newTerminal(w, c.Lang, c.Width, c.Color)
	for i, d := range c.Rows {
		if i > 0 {
			t.blank()
		}
		e := explainedChange{t, c, d}
		e.write()
	}
	return t.b.Flush()
}

// An explainedChange is one change in sentences.
type explainedChange struct {
	*terminal
	c Comparison
	d *pricing.Difference
}

func (e *explainedChange) write() {
	e.heading(e.say(text.ChangeTitle(e.member(), e.c.Baseline.Year, e.c.Variant.Year)))
	for _, s := range e.c.sides() {
		e.simulationOf(s)
	}
	e.blank()
	e.paragraph(e.net())
	e.blank()
	for i, word := range []text.Phrase{text.BeforeWord(), text.AfterWord()} {
		run := e.c.sides()[i].run
		e.point(e.say(text.Labelled(e.say(word), e.situation(run))))
		if words := e.assumed(run.Statement); words != "" {
			e.subpoint(e.say(text.Labelled(e.say(text.AssumptionWord()), words)))
		}
	}
	if amount := e.d.Causes[pricing.ByDeployment]; amount != 0 && e.c.mixed() {
		e.blank()
		e.paragraph(capital(e.c.newRules(amount).In(e.lang)) + ".")
	}
	if e.c.computedOnly() {
		e.blank()
		e.paragraph(e.say(text.ComputedCompared()))
	}
	if len(e.d.Effects) == 0 || e.d.Joined() || e.d.Left() {
		return
	}
	e.blank()
	e.paragraph(e.say(text.WhatChanges()))
	for _, cause := range causes() {
		e.cause(cause)
	}
	e.paragraph(e.say(text.SumOfCauses(signedEuros(e.d.Change, e.lang))))
}

// assumed says what stood in for counts of what is new (R2), not what all members owe by
// it: the letter is for one.
func (e *explainedChange) assumed(s *pricing.Statement) string {
	if assumes(s) == pricing.AllNew {
		return e.say(text.AllAreNew(""))
	}
	return e.assumption(s)
}

func (e *explainedChange) member() string {
	one := explained{terminal: e.terminal, c: &pricing.Contribution{SIREN: e.d.SIREN, Name: e.d.Name}}
	return one.member()
}

// net says the net on both sides.
func (e *explainedChange) net() string {
	d := e.d
	var words string
	switch {
	case d.Joined():
		words = e.say(text.HasJoined(e.euros(d.Variant)))
	case d.Left():
		words = e.say(text.HasLeft(e.euros(d.Baseline)))
	case d.Change == 0:
		words = e.say(text.NetStays(e.euros(d.Variant)))
	default:
		percent := ""
		if _, some := d.Percent(); some {
			percent = percentWords(d, e.lang)
		}
		words = e.say(text.NetMoves(e.euros(d.Baseline), e.euros(d.Variant), signedEuros(d.Change, e.lang), percent))
	}
	if was := former(d, e.lang); was != "" {
		words += " " + e.say(text.WasFormerly(was))
	}
	return words
}

// cause says what one cause adds or takes away, and by what.
func (e *explainedChange) cause(cause pricing.Cause) {
	first := true
	for _, effect := range e.d.Effects {
		if effect.Cause != cause {
			continue
		}
		if first {
			e.point(e.say(text.CauseIs(text.CauseWord(cause.String()), signedEuros(e.d.Causes[cause], e.lang))))
			first = false
		}
		words := e.effect(effect)
		if name := e.named(effect); name != "" {
			words = e.say(text.Labelled(name, words))
		}
		e.subpoint(e.say(text.ChangeIs(words, signedEuros(effect.Amount, e.lang))))
	}
}

// named is the component of an effect, and its article.
func (e *explainedChange) named(effect pricing.Effect) string {
	if effect.Component == "" {
		return ""
	}
	article := ""
	for _, item := range []*pricing.Item{effect.From, effect.To} {
		if item != nil {
			article = text.Safe(item.Component.Article)
		}
	}
	return e.say(text.Because(e.effectComponent(e.c, effect), article))
}

// effect says what one effect goes from and to.
func (e *explainedChange) effect(effect pricing.Effect) string {
	from, to := effect.From, effect.To
	switch effect.Cause {
	case pricing.ByPrice:
		return e.price(from, to)
	case pricing.ByVolume, pricing.ByDeployment:
		at := ""
		if flatItem(from) && flatItem(to) {
			at = e.rate(to.Component.Tiers[0].Rate) + " " + e.per(tariffOf(e.c, to), to.Component)
		}
		before, after := e.c.Baseline.Statement.New, e.c.Variant.Statement.New
		if effect.Cause == pricing.ByDeployment && (before != "" || after != "") { // it is no event (R2)
			return e.say(text.AssumedMoves(e.taken(from, before), e.taken(to, after), at))
		}
		return e.say(text.QuantityMoves(e.count(from.Quantity), e.charged(e.c, to), at))
	case pricing.ByOptions:
		if from == nil {
			return e.say(text.OptionTaken(e.charging(to)))
		}
		return e.say(text.OptionDropped(e.charging(from)))
	case pricing.ByCosts:
		before, after := e.cost(from), e.cost(to)
		return e.say(text.QuantityMoves(before, after, ""))
	default: // subsidies; members have no effects that are told one by one
		return e.say(text.SubsidiesMove(e.euros(e.d.From.Subsidy), e.euros(e.d.To.Subsidy)))
	}
}

// taken is the quantity of what is charged once, and whether it was assumed.
func (e *explainedChange) taken(item *pricing.Item, rule pricing.NewRule) string {
	return e.say(text.TakenAsNew(e.charged(e.c, item), string(rule)))
}

// price says what another tariff changes of one component.
func (e *explainedChange) price(from, to *pricing.Item) string {
	switch {
	case from == nil:
		return e.say(text.NewComponent(e.charging(to)))
	case to == nil:
		return e.say(text.GoneComponent(e.charging(from)))
	case from.Component.Basis != to.Component.Basis:
		return e.say(text.BasisMoves(e.made(e.c, from), e.made(e.c, to)))
	case flatItem(from) && flatItem(to):
		before, after := from.Component.Tiers[0].Rate, to.Component.Tiers[0].Rate
		return e.say(text.RateMoves(e.rate(before), e.rate(after), e.per(tariffOf(e.c, to), to.Component), e.charged(e.c, to)))
	default:
		return e.say(text.RatesMove(e.scale(from.Component), e.scale(to.Component), e.charged(e.c, to),
			e.euros(from.Amount), e.euros(to.Amount)))
	}
}

// scale is a component's rate or tiers, with its bounds.
func (e *explainedChange) scale(c *pricing.Component) string {
	words := []string{e.rates(c.Tiers, c.Volume)}
	if c.Minimum != nil {
		words = append(words, e.say(text.WithMinimum(e.euros(*c.Minimum))))
	}
	if c.Maximum != nil {
		words = append(words, e.say(text.WithMaximum(e.euros(*c.Maximum))))
	}
	return text.List(words)
}

// charging is what an item is made of; the sentence ends with what it comes to.
func (e *explainedChange) charging(item *pricing.Item) string {
	if flatItem(item) {
		return e.product(e.c, item) + " " + e.per(tariffOf(e.c, item), item.Component)
	}
	return e.made(e.c, item)
}

// cost is what is charged at cost, or by a rate on the other side.
func (e *explainedChange) cost(item *pricing.Item) string {
	if item == nil {
		return e.euros(0)
	}
	return strings.TrimSpace(e.made(e.c, item))
}
