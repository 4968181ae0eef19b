package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// An htmlChart is a chart of horizontal bars, names over them. Only the bars follow its width:
// texts keep their size, on a phone too.
type htmlChart struct {
	ID, Title, About string
	Height           int
	Bars             []htmlBar
}

// An htmlBar is a row of a chart, places in CSS pixels from the top.
type htmlBar struct {
	Label, Full       string // Full is the whole name where Label is cut
	Euros             string
	Width, End        string // of the bar, in percent of the room; Width is "" for no bar
	Name, Bar, Amount int
}

const (
	barsShown   = 24 // the most members that have a bar: a printed page takes so many
	barPitch    = 38 // from one bar to the next
	labelLength = 44 // characters that fit a phone
)

// An amountOf is an amount with its name.
type amountOf struct {
	name   string
	amount pricing.Cents
}

// chart draws what a part has a chart of: members by net, or the components of the totals,
// of the only member where there is one. It is nil where there is nothing to compare.
func (v htmlView) chart(p *paperPart) *htmlChart {
	s := v.run.Statement
	switch {
	case p.kind == summaryPart && len(s.Contributions) > 1:
		return v.byNet(p)
	case p.kind == componentPart, p.kind == memberPart && len(s.Contributions) == 1:
		var all []amountOf
		for _, item := range s.Totals.Items {
			all = append(all, amountOf{v.component(item.Component), item.Amount})
		}
		return v.draw(p, text.ChartByComponent(), all, nil)
	default:
		return nil
	}
}

// byNet has the largest first; those that there is no room for are told in one row.
func (v htmlView) byNet(p *paperPart) *htmlChart {
	s := v.run.Statement
	all := make([]amountOf, len(s.Contributions))
	for i := range s.Contributions {
		c := &s.Contributions[i]
		all[i] = amountOf{v.memberName(c), c.Due()}
	}
	slices.SortStableFunc(all, func(a, b amountOf) int { return cmp.Compare(b.amount, a.amount) })
	shown := min(len(all), barsShown)
	title := text.ChartByNet(v.number(shown), v.number(len(all)), shown < len(all), votes(s))
	if shown == len(all) {
		return v.draw(p, title, all, nil)
	}
	others := amountOf{name: v.say(text.OtherBars(v.number(len(all) - shown)))}
	for _, one := range all[shown:] {
		others.amount += one.amount
	}
	return v.draw(p, title, all[:shown], &others)
}

func (v htmlView) number(n int) string { return v.count(pricing.Quantity(n)) }

// draw makes the chart. The others have no bar: beside single ones it would be the longest,
// and say nothing.
func (v htmlView) draw(p *paperPart, title text.Phrase, all []amountOf, others *amountOf) *htmlChart {
	var most pricing.Cents
	for _, one := range all {
		most = max(most, one.amount)
	}
	const least = 2
	if most <= 0 || len(all) < least {
		return nil
	}
	c := &htmlChart{
		ID: p.id + "-chart", Title: v.say(title),
		About: v.say(text.ChartAlternative(text.Phrase{FR: p.title, EN: p.title})),
	}
	for _, one := range all {
		c.add(one, v.euros(one.amount), thousandths(one.amount, most))
	}
	if others != nil {
		c.add(*others, v.euros(others.amount), 0)
	}
	return c
}

// thousandths gives the share of an amount in the largest; what is not 0 is seen.
func thousandths(amount, most pricing.Cents) int {
	const all = 1000
	share := int(amount / (most/all + 1)) // never more than all, whatever the amounts
	if most < 1<<50 {
		share = int(amount * all / most)
	}
	if amount > 0 {
		share = max(share, 1)
	}
	return share
}

// add appends a bar of so many thousandths of the longest.
func (c *htmlChart) add(one amountOf, euros string, share int) {
	const longest, name, bar, amount = 60, 14, 19, 28 // percent of the room; pixels from the top of the row
	tenths := share * longest / 100                   // of a percent
	b := htmlBar{
		Label: one.name, Euros: euros, End: percents(tenths),
		Name: c.Height + name, Bar: c.Height + bar, Amount: c.Height + amount,
	}
	if share > 0 {
		b.Width = percents(max(tenths, 1))
	}
	if runes := []rune(one.name); len(runes) > labelLength {
		b.Label, b.Full = string(runes[:labelLength-1])+"…", one.name
	}
	c.Bars = append(c.Bars, b)
	c.Height += barPitch
}

// percents writes tenths of a percent.
func percents(tenths int) string {
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + "%"
}
