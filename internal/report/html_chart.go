package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// An htmlChart is a chart of horizontal bars, each with its name and its amount as texts.
type htmlChart struct {
	Title, Source string
	Bars          []htmlBar
}

// An htmlBar is a row of a chart. Width is that of the bar, in percent of the longest; "" for
// no bar.
type htmlBar struct{ Label, Euros, Width, SIREN, Field string }

// A charted is an amount with its name; its figure is marked where it has a field.
type charted struct {
	name         string
	amount       pricing.Cents
	siren, field string
}

// chart draws what a part has a chart of: members by net, or the components of the totals,
// of the only member where there is one. It is nil where there is nothing to compare.
func (v htmlView) chart(p *paperPart) *htmlChart {
	s := v.run.Statement
	switch {
	case p.kind == summaryPart && len(s.Contributions) > 1:
		return v.byNet(p)
	case p.kind == componentPart, p.kind == memberPart && len(s.Contributions) == 1:
		var all []charted
		for _, item := range s.Totals.Items {
			all = append(all, charted{v.set(v.component(item.Component)), item.Amount, "", item.Component.ID})
		}
		return v.draw(p, text.ChartByComponent(), all, nil)
	default:
		return nil
	}
}

// byNet has the largest first; those that there is no room for are told in one row.
func (v htmlView) byNet(p *paperPart) *htmlChart {
	s := v.run.Statement
	all := make([]charted, len(s.Contributions))
	field := "net"
	if votes(s) {
		field = dueField
	}
	for i := range s.Contributions {
		c := &s.Contributions[i]
		all[i] = charted{v.set(v.memberName(c)), c.Due(), c.SIREN, field}
	}
	slices.SortStableFunc(all, func(a, b charted) int { return cmp.Compare(b.amount, a.amount) })
	shown := min(len(all), mostShown)
	title := text.ChartByNet(v.number(shown), v.number(len(all)), shown < len(all), votes(s))
	if shown == len(all) {
		return v.draw(p, title, all, nil)
	}
	others := charted{name: v.say(text.OtherBars(v.number(len(all) - shown)))}
	for _, one := range all[shown:] {
		others.amount += one.amount
	}
	return v.draw(p, title, all[:shown], &others)
}

// set sets a text as the paper's own.
func (v htmlView) set(words string) string {
	if v.lang != text.French {
		return words
	}
	return typeset(words)
}

func (v htmlView) number(n int) string { return v.count(pricing.Quantity(n)) }

// draw makes the chart. The others have no bar: beside single ones it would be the longest,
// and say nothing.
func (v htmlView) draw(p *paperPart, title text.Phrase, all []charted, others *charted) *htmlChart {
	var most pricing.Cents
	for _, one := range all {
		most = max(most, one.amount)
	}
	const least = 2
	if most <= 0 || len(all) < least {
		return nil
	}
	c := &htmlChart{Title: v.say(title), Source: v.say(text.ChartSource(p.title))}
	for _, one := range all {
		c.Bars = append(c.Bars, htmlBar{one.name, v.euros(one.amount), percents(thousandths(one.amount, most)), one.siren, one.field})
	}
	if others != nil {
		c.Bars = append(c.Bars, htmlBar{Label: others.name, Euros: v.euros(others.amount)})
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

// percents writes thousandths as a length; "" for none.
func percents(thousandths int) string {
	if thousandths == 0 {
		return ""
	}
	return strconv.Itoa(thousandths/10) + "." + strconv.Itoa(thousandths%10) + "%"
}
