package report

import (
	"bufio"
	"cmp"
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A terminal writes lines that fit its width, in one language, with names from outside
// made safe.
type terminal struct {
	b     *bufio.Writer
	lang  text.Lang
	width int // columns
	color bool
}

// Widths of a terminal: what to take where it is not known, and the least that a line
// can be made to fit.
const (
	usualWidth = 80
	leastWidth = 40
)

func newTerminal(w io.Writer, l text.Lang, width int, color bool) *terminal {
	if width <= 0 {
		width = usualWidth
	}
	return &terminal{bufio.NewWriter(w), l, max(width, leastWidth), color}
}

func (t *terminal) say(p text.Phrase) string { return p.In(t.lang) }

func (t *terminal) euros(c pricing.Cents) string { return Euros(c, t.lang) }

func (t *terminal) rate(r pricing.Rate) string { return RatePer(r, t.lang) }

func (t *terminal) count(q pricing.Quantity) string { return Count(q, t.lang) }

// blank parts what stands above from what stands below.
func (t *terminal) blank() { t.b.WriteByte('\n') }

// heading writes a title, bold where there are colours.
func (t *terminal) heading(s string) {
	for _, part := range Wrap(s, t.width) {
		line(t.b, part, t.color)
	}
}

// paragraph writes a text on as many lines as it needs.
func (t *terminal) paragraph(s string) {
	for _, part := range Wrap(s, t.width) {
		line(t.b, part, false)
	}
}

// point writes a paragraph as one of a list.
func (t *terminal) point(s string) {
	for _, part := range wrapped(s, "– ", "  ", t.width) {
		line(t.b, part, false)
	}
}

// subpoint writes a paragraph as one of a list under a point.
func (t *terminal) subpoint(s string) {
	for _, part := range wrapped(s, "  – ", "    ", t.width) {
		line(t.b, part, false)
	}
}

// factColumn is where what facts say stands, beside their labels.
const factColumn = 13

// fact writes a text beside its label; more lines go under the text. A blank text is
// no fact.
func (t *terminal) fact(label text.Phrase, s string) {
	if s == "" {
		return
	}
	first := t.say(label)
	first += strings.Repeat(" ", max(factColumn-len([]rune(first)), 1))
	for _, part := range wrapped(s, first, strings.Repeat(" ", factColumn), t.width) {
		line(t.b, part, false)
	}
}

// rows writes a table on its own: the titles of its columns, if they have any, and its
// rows.
func (t *terminal) rows(columns []column, rows []tableRow) {
	f := fit(columns, t.width, rows)
	f.write(t.b, rows, t.color)
}

func (t *terminal) component(c *pricing.Component) string { return text.Safe(labelIn(c, t.lang)) }

// versioned names a tariff by its version and title.
func (t *terminal) versioned(tariff *pricing.Tariff) string {
	return t.say(text.TariffTitled(text.Safe(tariff.Version), text.Safe(inLanguage(tariff.Title, t.lang))))
}

// components names components by their label, and by the id that flags take.
func (t *terminal) components(tariff *pricing.Tariff, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		if c := tariff.Component(id); c != nil {
			names[i] = t.component(c) + " (" + id + ")"
		}
	}
	return text.List(names)
}

// units names q units of a basis.
func (t *terminal) units(tariff *pricing.Tariff, b pricing.Basis, q pricing.Quantity) string {
	if words := t.say(text.Units(string(b), int64(q))); words != "" {
		return words
	}
	return t.declared(tariff, b)
}

// declared names a basis that the tariff declares.
func (t *terminal) declared(tariff *pricing.Tariff, b pricing.Basis) string {
	for _, d := range tariff.Bases {
		if d.ID == b {
			return text.Safe(cmp.Or(inLanguage(d.Label, t.lang), string(b)))
		}
	}
	return text.Safe(string(b))
}

// per says what a component's rate is for: per pupil and per year.
func (t *terminal) per(tariff *pricing.Tariff, c *pricing.Component) string {
	return t.say(text.PerUnit(string(c.Basis), t.declared(tariff, c.Basis)))
}

// tier names the ith tier of a component by its bounds.
func (t *terminal) tier(c *pricing.Component, i int) string {
	switch upTo := c.Tiers[i].UpTo; {
	case i == 0 && upTo > 0:
		return t.say(text.TierUpTo(t.count(upTo)))
	case i == 0:
		return t.say(text.AtItsRate())
	case upTo == 0:
		return t.say(text.TierAbove(t.count(c.Tiers[i-1].UpTo)))
	default:
		return t.say(text.TierFrom(t.count(c.Tiers[i-1].UpTo+1), t.count(upTo)))
	}
}

// rates writes a component's rate, or its tiers and how they are applied, as part of a
// sentence.
func (t *terminal) rates(tiers []pricing.Tier, volume bool) string {
	if len(tiers) == 0 {
		return t.say(text.AtCost())
	}
	if len(tiers) == 1 {
		return t.rate(tiers[0].Rate)
	}
	words := make([]string, len(tiers))
	c := pricing.Component{Tiers: tiers}
	for i, tier := range tiers {
		words[i] = t.say(text.Labelled(t.tier(&c, i), t.rate(tier.Rate)))
	}
	return t.say(text.Tiered(volume, strings.Join(words, t.say(text.Semicolon()))))
}

// counted lists what a member is priced on. Counts of what is new are among them where
// the member told them (R2).
func (t *terminal) counted(s *pricing.Statement, c *pricing.Contribution) []string {
	var words []string
	for _, b := range bases(s.Tariff) {
		if q, known := c.Counts[b]; known && (s.New == "" || !b.Once()) {
			words = append(words, t.count(q)+noBreakSpace+t.units(s.Tariff, b, q))
		}
	}
	return words
}

// bases gives the bases that are counts: those that every tariff knows, then those
// that this one declares.
func bases(tariff *pricing.Tariff) []pricing.Basis {
	all := []pricing.Basis{pricing.Pupils, pricing.Schools, pricing.NewPupils, pricing.NewSchools}
	for _, d := range tariff.Bases {
		all = append(all, d.ID)
	}
	return all
}
