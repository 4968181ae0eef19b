package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// items checks the items of a member. What no row of the table has is added to absent.
func (c *checker) items(t *Table, m *Member, e *expectation, absent map[string]pricing.Cents) {
	for k := range c.used.Components {
		id := c.used.Components[k].ID
		if e.unknown[id] {
			continue
		}
		lines := m.Items[id]
		item := e.item(id, lines)
		blank := !slices.ContainsFunc(lines, func(l Line) bool { return l.Amount.State != Blank })
		switch {
		case blank && (item == nil || item.Amount == 0):
		case blank && t.nowhere(id):
			if t.itemised() || len(t.unread) > 0 || e.withoutOnce && item.Component.Basis.Once() {
				absent[id] += item.Amount
			}
		case blank:
			at := m.At
			if len(lines) > 0 {
				at = lines[0].Amount.At
			}
			c.find(Finding{
				Code: codeMissing, At: at, member: m, Field: id, Expected: item.Amount.String(), Difference: (-item.Amount).String(),
				Reason: text.NotInAnnex(),
			})
		case item == nil:
			c.extra(m, id, lines)
		default:
			c.item(m, e, item, lines)
		}
	}
}

// item is what the member should be charged of a component: by its own counts, or by the
// inputs where the lines are right by these.
func (e *expectation) item(id string, lines []Line) *pricing.Item {
	own := e.contribution.Item(id)
	if e.given == nil || own == nil {
		return own
	}
	sum, known := sumOf(lines)
	if given := e.given.Item(id); given != nil && known && !sum.Equal(euros(own.Amount)) && sum.Equal(euros(given.Amount)) {
		return given
	}
	return own
}

// nowhere tells whether no row of the table has an item of the component.
func (t *Table) nowhere(id string) bool {
	if _, there := t.Columns[id]; there {
		return false
	}
	return !t.charged[id]
}

// learnItems learns which components some row has an item of.
func (t *Table) learnItems() {
	t.charged = make(map[string]bool)
	for _, m := range t.Members {
		for id, lines := range m.Items {
			t.charged[id] = t.charged[id] || len(lines) > 0
		}
	}
}

// itemised tells whether the table has items at all, and not only sums of them.
func (t *Table) itemised() bool {
	_, subsidy := t.charged[subsidyField]
	return len(t.charged) > 1 || len(t.charged) == 1 && !subsidy
}

// extra reports an amount of a component that is not charged.
func (c *checker) extra(m *Member, id string, lines []Line) {
	sum, known := sumOf(lines)
	if !known {
		return
	}
	c.checked++
	c.priced++
	if !sum.IsZero() {
		c.find(Finding{
			Code: codeExtra, At: lines[0].Amount.At, member: m, Field: id,
			Found: exact(sum), Difference: exact(sum), Reason: text.NotOwed(c.inputs != nil),
		})
	}
}

// item checks an item line by line, or, where the annex has it in other lines, as a whole.
func (c *checker) item(m *Member, e *expectation, item *pricing.Item, lines []Line) {
	if item.Component.Basis == pricing.AtCost && e.given == nil {
		c.costs(m, item.Component.ID, lines)
		return // its amount is all that is known of it
	}
	if annex, priced, alike := paired(lines, item.Lines); alike {
		for i, l := range annex {
			c.line(m, e, item, priced[i], l)
		}
		return
	}
	sum, known := sumOf(lines)
	if !known {
		return
	}
	c.checked++
	c.priced++
	if expected := euros(item.Amount); !sum.Equal(expected) {
		found := Figure{At: lines[0].Amount.At, Value: sum, State: Known}
		c.find(differs(codeAmount, item.Component.ID, m, found, expected, c.itemReason(e, item, sum)))
	}
}

// costs checks that the lines of a cost are what they say they are made of.
func (c *checker) costs(m *Member, id string, lines []Line) {
	for _, l := range lines {
		if !l.Quantity.known() || !l.Amount.known() {
			continue
		}
		product := l.Quantity.Value
		if l.Rate.known() {
			product = product.Mul(l.Rate.Value)
		}
		c.checked++
		if product = product.Round(2); !l.Amount.Value.Equal(product) {
			c.find(differs(codeAmount, id, m, l.Amount, product, text.NotItsProduct()))
		}
	}
}

// paired sets the lines of an annex beside those that are priced: as they stand, or those
// with an amount, where some have tiers that are not reached.
func paired(lines []Line, priced []pricing.Line) ([]Line, []pricing.Line, bool) {
	if len(lines) == len(priced) {
		return lines, priced, true
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return l.Amount.State != Unknown && l.Amount.Value.IsZero() })
	priced = slices.DeleteFunc(slices.Clone(priced), func(l pricing.Line) bool { return l.Amount == 0 })
	return lines, priced, len(lines) == len(priced)
}

// line checks one line of an item: its amount, and the quantity and the rate that it says
// it was made of. Where these make the wrong amount, they are its reason, and no finding
// of their own.
func (c *checker) line(m *Member, e *expectation, item *pricing.Item, expected pricing.Line, l Line) {
	quantity, rate := decimal.NewFromInt(int64(expected.Quantity)), expected.Rate.Decimal()
	if expected.Kind == pricing.Declared {
		quantity, rate = euros(expected.Amount), decimal.NewFromInt(1)
	}
	// In an annex of a minimum the lines have neither.
	otherQuantity := l.Quantity.known() && !l.Quantity.Value.Equal(quantity)
	otherRate := l.Rate.known() && !l.Rate.Value.Equal(rate)
	for _, f := range []Figure{l.Quantity, l.Rate, l.Amount} {
		if f.known() {
			c.checked++
		}
	}
	if l.Amount.known() {
		c.priced++
	}
	id, amount := item.Component.ID, euros(expected.Amount)
	if l.Amount.known() && !l.Amount.Value.Equal(amount) {
		reason, made := c.madeOf(l, quantity, rate, otherQuantity, otherRate, id)
		if !made {
			reason = c.lineReason(e, item, expected, l.Amount.Value)
		}
		c.find(differs(codeAmount, id, m, l.Amount, amount, reason))
		if made {
			return
		}
	}
	told := m.Counts[item.Component.Basis] // against the inputs
	if otherQuantity && (e.given == nil || !told.known() || !told.Value.Equal(l.Quantity.Value)) {
		c.find(differs(codeCount, id, m, l.Quantity, quantity, text.QuantityOfAnnex(c.inputs != nil)))
	}
	if otherRate {
		f := differs(codeRate, id, m, l.Rate, rate, c.versionOf(id, l.Rate.Value))
		f.Found, f.Expected = l.Rate.Value.String(), expected.Rate.String()
		f.Difference = l.Rate.Value.Sub(rate).String()
		c.find(f)
	}
}

// madeOf explains a wrong amount by the quantity and the rate beside it, if it is their
// product.
func (c *checker) madeOf(l Line, quantity, rate decimal.Decimal, otherQuantity, otherRate bool, id string) (text.Phrase, bool) {
	if !otherQuantity && !otherRate {
		return text.Phrase{}, false
	}
	if otherQuantity {
		quantity = l.Quantity.Value
	}
	if otherRate {
		rate = l.Rate.Value
	}
	q, whole := Figure{Value: quantity, State: Known}.quantity()
	switch amount, ok := priced(q, rate); {
	case !whole || !ok || !amount.Equal(l.Amount.Value):
		return text.Phrase{}, false
	case otherQuantity && otherRate:
		return text.BothDiffer(number(quantity), money(rate)), true
	case otherQuantity:
		return text.ByQuantity(number(quantity)), true
	}
	if version := c.versionOf(id, rate); version != (text.Phrase{}) {
		return version, true
	}
	return text.ByRate(money(rate)), true
}
