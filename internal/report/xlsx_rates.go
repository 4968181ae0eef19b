package report

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A ratesWriter adds the rows of Tarifs: a row per rate, a row per bound in euros.
type ratesWriter struct {
	*book
	sheet   *sheet
	from    int // column of a tier's first unit; 0 where no component has tiers
	rateAt  int // column of the rates
	columns int
}

// rates writes Tarifs. All components of the tariff are there, charged or not.
func (b *book) rates() {
	s, from, rateAt := b.shapeRates()
	r := ratesWriter{b, b.open(s), from, rateAt, len(s.columns)}
	last := s.first() + max(1, b.rateRows()) - 1
	b.name(ratesLabel, s.name, fixedRange(1, s.first(), last), "")
	b.name(ratesID, s.name, fixedRange(2, s.first(), last), "")
	b.name(ratesRate, s.name, fixedRange(rateAt, s.first(), last), "")
	for i := range b.Statement.Tariff.Components {
		r.component(&b.Statement.Tariff.Components[i])
	}
	r.sheet.add(0)
	r.sheet.merge(1, r.columns)
	words := b.say(text.SheetLive())
	r.sheet.add(lineHeight(words, s.width(), 0), b.text(look{italic: true, wrap: true}, words))
	r.sheet.close()
}

// shapeRates lays Tarifs out.
func (b *book) shapeRates() (s shape, from, rateAt int) {
	var labels, units, remarks, rates, ids []string
	for i := range b.Statement.Tariff.Components {
		c := &b.Statement.Tariff.Components[i]
		ids = append(ids, c.ID)
		labels = append(labels, b.boundLabel(c, text.SheetMaximum()))
		units = append(units, b.unit(c))
		remarks = append(remarks, b.remark(c))
		for _, tier := range c.Tiers {
			rates = append(rates, RatePer(tier.Rate, b.Lang))
		}
	}
	add := func(p text.Phrase, least int, texts ...string) {
		s.columns = append(s.columns, columnOf(b.say(p), least, texts...))
	}
	add(text.ComponentWord(), 10, labels...)
	add(text.SheetID(), 10, ids...)
	if b.tiered() {
		from = len(s.columns) + 1
		add(text.SheetFrom(), 9)
		add(text.SheetUpTo(), 9)
	}
	rateAt = len(s.columns) + 1
	add(text.RateWord(), 12, append(rates, b.say(text.AtCost()))...)
	add(text.SheetUnit(), 10, units...)
	add(text.SheetChoice(), 11)
	add(text.ArticleWord(), 6)
	if strings.Join(remarks, "") != "" {
		add(text.SheetRemark(), 10, remarks...)
	}
	s.name, s.head, s.freeze = b.names.rates, b.head(b.names.rates), 1
	s.body = b.rateRows() + 2 // a blank one, and how the sheet recomputes
	return s, from, rateAt
}

// rateRows counts the rows of Tarifs.
func (b *book) rateRows() (rows int) {
	for _, c := range b.Statement.Tariff.Components {
		rows += max(1, len(c.Tiers))
		if c.Minimum != nil {
			rows++
		}
		if c.Maximum != nil {
			rows++
		}
	}
	return rows
}

// unit says what a rate is for.
func (b *book) unit(c *pricing.Component) string {
	return b.words.per(b.Statement.Tariff, c)
}

func (b *book) boundLabel(c *pricing.Component, bound text.Phrase) string {
	return b.words.component(c) + " – " + b.say(bound)
}

// remark says how tiers work, and what a simulation changed.
func (b *book) remark(c *pricing.Component) string {
	var words []string
	if len(c.Tiers) > 1 {
		words = append(words, b.say(text.Tiering(c.Volume)))
	}
	at := slices.IndexFunc(b.Statement.Changes, func(ch pricing.Change) bool { return ch.Component == c.ID })
	if at >= 0 {
		change := b.Statement.Changes[at]
		words = append(words, b.say(text.SheetChanged(b.words.rates(change.From, change.Volume))))
		if change.To == nil {
			words[len(words)-1] = b.say(text.SheetLeftOut())
		}
	}
	return text.List(words)
}

// component adds the rows of a component, and names their cells.
func (r *ratesWriter) component(c *pricing.Component) {
	first := r.sheet.row + 1
	if c.Basis == pricing.AtCost {
		cells := r.start(c, r.words.component(c))
		cells[r.rateAt-1] = r.text(look{body: true, right: true}, r.say(text.AtCost()))
		cells[r.rateAt] = r.blank(look{body: true})
		r.add(c, r.words.component(c), cells)
	}
	for tier := range c.Tiers {
		r.tier(c, tier)
	}
	if len(c.Tiers) > 0 {
		r.name(r.rateName(c, 0), r.names.rates, fixedRange(r.rateAt, first, r.sheet.row), c.ID)
	}
	if len(c.Tiers) > 1 {
		r.name(r.boundName(c, 0), r.names.rates, fixedRange(r.from+1, first, r.sheet.row-1), c.ID)
	}
	r.bound(c, c.Minimum, text.SheetMinimum(), r.minimumName(c))
	r.bound(c, c.Maximum, text.SheetMaximum(), r.maximumName(c))
}

// start makes the cells of a row of a component.
func (r *ratesWriter) start(c *pricing.Component, label string) []any {
	body, center := look{body: true}, look{body: true, center: true}
	cells := make([]any, r.columns)
	for i := range cells {
		cells[i] = r.blank(body)
	}
	after := look{body: true, indent: 1}
	cells[0], cells[1] = r.text(look{body: true, wrap: true}, label), r.text(body, c.ID)
	cells[r.rateAt] = r.text(after, r.unit(c))
	cells[r.rateAt+1] = r.text(center, r.words.choice(c))
	cells[r.rateAt+2] = r.text(center, text.Safe(c.Article))
	if r.rateAt+3 < r.columns {
		cells[r.rateAt+3] = r.text(look{body: true, wrap: true}, r.remark(c))
	}
	return cells
}

// tier adds the row of a rate; tiers count from 0.
func (r *ratesWriter) tier(c *pricing.Component, tier int) {
	body, row := look{body: true}, r.sheet.row+1
	cells := r.start(c, r.words.component(c))
	cells[r.rateAt-1] = r.rate(look{body: true, bold: true}, c.Tiers[tier].Rate, "")
	if len(c.Tiers) > 1 {
		r.name(r.rateName(c, tier+1), r.names.rates, fixed(r.rateAt, row), c.ID)
		if tier == 0 {
			cells[r.from-1] = r.count(body, 1, "")
		} else {
			cells[r.from-1] = r.count(body, c.Tiers[tier-1].UpTo+1, cell(r.from+1, row-1)+"+1")
		}
		if upTo := c.Tiers[tier].UpTo; upTo > 0 {
			cells[r.from] = r.count(body, upTo, "")
			r.name(r.boundName(c, tier+1), r.names.rates, fixed(r.from+1, row), c.ID)
		}
	}
	r.add(c, r.words.component(c), cells)
}

// add writes a row of a component.
func (r *ratesWriter) add(c *pricing.Component, label string, cells []any) {
	height := r.sheet.shape.height(1, label)
	if r.rateAt+3 < r.columns {
		height = max(height, r.sheet.shape.height(r.columns, r.remark(c)))
	}
	r.sheet.add(height, cells...)
}

// bound adds the row of a minimum or a maximum, if there is one.
func (r *ratesWriter) bound(c *pricing.Component, at *pricing.Cents, words text.Phrase, name string) {
	if at == nil {
		return
	}
	label := r.boundLabel(c, words)
	cells := r.start(c, label)
	cells[r.rateAt-1] = r.euros(look{body: true, bold: true}, *at, "")
	cells[r.rateAt] = r.text(look{body: true, indent: 1}, r.say(text.SheetPerMember()))
	if r.rateAt+3 < r.columns {
		cells[r.rateAt+3] = r.blank(look{body: true}) // how tiers work is no remark on a bound
	}
	r.name(name, r.names.rates, fixed(r.rateAt, r.sheet.row+1), c.ID)
	r.add(c, label, cells)
}
