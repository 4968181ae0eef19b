package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A reason is likely where it alone gives the amount that was found, to the cent. Those
// that say more are asked first: of two that both would do, neither is told.

// lineReason explains a wrong amount of a line of an item.
func (c *checker) lineReason(e *expectation, item *pricing.Item, line pricing.Line, found decimal.Decimal) text.Phrase {
	if len(item.Lines) == 1 && line.Kind == pricing.Priced {
		return c.itemReason(e, item, found)
	}
	if line.Kind == pricing.Priced {
		return rounding(productOf(line), found)
	}
	return text.Phrase{}
}

// A rateReason is that amounts of a component have another rate.
type rateReason struct {
	component string
	words     text.Phrase
}

// learnRates learns, of each rate that would explain a wrong amount of a component, whose
// amounts it would explain, in whichever table.
func (c *checker) learnRates(t *Table, m *Member) {
	row, _ := c.units(t, m)
	for k := range c.used.Components {
		component := &c.used.Components[k]
		lines := m.Items[component.ID]
		q, known := c.basis(&row, component.Basis)
		if !known || len(lines) != 1 || len(component.Tiers) != 1 || component.Minimum != nil || component.Maximum != nil {
			continue
		}
		found := lines[0].Amount
		if !found.known() || amountOf(component.Lines(q)).Equal(found.Value) {
			continue
		}
		for _, words := range c.byRates(component, q, found.Value) {
			reason := rateReason{component.ID, words}
			if c.rates[reason] == nil {
				c.rates[reason] = make(map[string]bool)
			}
			c.rates[reason][keyOf(m.SIREN, m.Name)] = true
		}
	}
}

// byRates explains an amount of a flat component by other rates, those of tariffs first.
func (c *checker) byRates(component *pricing.Component, q pricing.Quantity, found decimal.Decimal) []text.Phrase {
	return append(c.byVersion(component, q, found), byRate(component.Tiers[0].Rate, q, found)...)
}

// ofColumn explains an amount by a rate that explains that of another member too; blank
// where none does.
func (c *checker) ofColumn(id string, q pricing.Quantity, found decimal.Decimal) text.Phrase {
	for _, words := range c.byRates(c.used.Component(id), q, found) {
		if len(c.rates[rateReason{id, words}]) > 1 {
			return words
		}
	}
	return text.Phrase{}
}

// itemReason explains a wrong amount of an item.
func (c *checker) itemReason(e *expectation, item *pricing.Item, found decimal.Decimal) text.Phrase {
	component := item.Component
	if component.Basis == pricing.AtCost {
		return text.Phrase{}
	}
	flat := len(item.Lines) == 1 && item.Lines[0].Kind == pricing.Priced
	var strong []text.Phrase
	add := func(p text.Phrase) {
		if p != (text.Phrase{}) && !slices.Contains(strong, p) {
			strong = append(strong, p)
		}
	}
	if flat {
		add(rounding(productOf(item.Lines[0]), found))
		if words := c.ofColumn(component.ID, item.Quantity, found); words != (text.Phrase{}) && len(strong) == 0 {
			return words
		}
	}
	for _, p := range c.byVersion(component, item.Quantity, found) {
		add(p)
	}
	for _, p := range c.byCount(component, e, item.Quantity, found) {
		add(p)
	}
	if len(strong) == 0 && found.Equal(euros(item.Amount).Mul(decimal.NewFromInt(2))) {
		add(text.CountedTwice(fieldName(c.used, component.ID)))
	}
	if len(strong) > 0 {
		return only(strong)
	}
	if !flat {
		return text.Phrase{}
	}
	return only(slices.Concat(byRate(item.Lines[0].Rate, item.Quantity, found), byUnits(item.Lines[0].Rate, found)))
}

// only gives the reason if there is one alone.
func only(reasons []text.Phrase) text.Phrase {
	if len(reasons) != 1 {
		return text.Phrase{}
	}
	return reasons[0]
}

// rounding explains an amount by how the exact product was rounded otherwise than
// [pricing.Price] rounds it.
func rounding(product, found decimal.Decimal) text.Phrase {
	whole := -product.Exponent() <= 2 || product.Equal(product.Truncate(2))
	switch {
	case !whole && found.Equal(product.Round(noise)):
		return text.NotRounded()
	case !whole && found.Equal(product.RoundBank(2)):
		return text.RoundedHalfEven()
	case !whole && found.Equal(product.Truncate(2)):
		return text.RoundedDown()
	case !whole && found.Equal(product.RoundCeil(2)):
		return text.RoundedUp()
	case !product.IsInteger() && found.Equal(product.Round(0)):
		return text.RoundedToEuro()
	}
	return text.Phrase{}
}

// byVersion explains an amount by the rates of other tariffs; those of one rate are one
// explanation, told of the last of them.
func (c *checker) byVersion(component *pricing.Component, q pricing.Quantity, found decimal.Decimal) []text.Phrase {
	told := make(map[string]text.Phrase)
	var rates []string
	for _, t := range c.rated() {
		other := t.Component(component.ID)
		if other == nil || other.Basis != component.Basis || sameTiers(other, component) || !amountOf(other.Lines(q)).Equal(found) {
			continue
		}
		rate := ""
		if len(other.Tiers) == 1 {
			rate = other.Tiers[0].Rate.String()
		}
		if _, twice := told[rate]; !twice {
			rates = append(rates, rate)
		}
		told[rate] = text.RateOfVersion(rateWords(rate), t.Version)
	}
	var all []text.Phrase
	for _, rate := range rates {
		all = append(all, told[rate])
	}
	return all
}

// rated are the tariffs that a wrong amount may have the rate of: the others, and the one
// that was chosen where options change it.
func (c *checker) rated() []*pricing.Tariff {
	return append(slices.Clip(c.others), c.tariff)
}

// versionOf explains a rate that another tariff has; blank where none has it.
func (c *checker) versionOf(id string, rate decimal.Decimal) text.Phrase {
	words := text.Phrase{}
	for _, t := range c.rated() {
		component := t.Component(id)
		if component != nil && len(component.Tiers) == 1 && component.Tiers[0].Rate.Decimal().Equal(rate) {
			words = text.RateOfVersion(rateWords(component.Tiers[0].Rate.String()), t.Version)
		}
	}
	return words
}

// sameTiers tells whether two components have the same rates.
func sameTiers(a, b *pricing.Component) bool {
	return a.Volume == b.Volume && slices.EqualFunc(a.Tiers, b.Tiers, func(x, y pricing.Tier) bool {
		return x.UpTo == y.UpTo && x.Rate.Equal(y.Rate)
	})
}

// byCount explains an amount by another count of the member.
func (c *checker) byCount(component *pricing.Component, e *expectation, charged pricing.Quantity, found decimal.Decimal) []text.Phrase {
	var all []text.Phrase
	var quantities []pricing.Quantity
	for _, of := range []*pricing.Contribution{e.contribution, e.given} {
		if of == nil {
			continue
		}
		for _, basis := range c.bases() {
			q, known := of.Counts[basis]
			if !known || q == charged || slices.Contains(quantities, q) || !amountOf(component.Lines(q)).Equal(found) {
				continue
			}
			quantities = append(quantities, q)
			all = append(all, text.ByOtherCount(basisName(c.used, basis), number(decimal.NewFromInt(int64(q)))))
		}
	}
	return all
}

// bases lists the counts that the tariff knows.
func (c *checker) bases() []pricing.Basis {
	all := []pricing.Basis{pricing.Pupils, pricing.Schools, pricing.NewPupils, pricing.NewSchools}
	for _, b := range c.used.Bases {
		all = append(all, b.ID)
	}
	return all
}

// byRate explains an amount by a rate of at most two decimals, or as many as the voted one
// has, that gives it exactly.
func byRate(voted pricing.Rate, quantity pricing.Quantity, found decimal.Decimal) []text.Phrase {
	if quantity <= 0 || found.Sign() <= 0 {
		return nil
	}
	written := voted.String()
	decimals := int32(2)
	for i := range written {
		if written[i] == '.' {
			decimals = max(decimals, int32(len(written)-i-1))
		}
	}
	for places := range decimals + 1 {
		rate := found.DivRound(decimal.NewFromInt(int64(quantity)), places)
		if amount, ok := priced(quantity, rate); ok && amount.Equal(found) && !rate.Equal(voted.Decimal()) {
			return []text.Phrase{text.ByRate(rateWords(rate.StringFixed(max(places, 2))))}
		}
	}
	return nil
}

// byUnits explains an amount by a number of units that gives it exactly.
func byUnits(rate pricing.Rate, found decimal.Decimal) []text.Phrase {
	if rate.Decimal().Sign() <= 0 || found.Sign() <= 0 {
		return nil
	}
	units := Figure{Value: found.DivRound(rate.Decimal(), 0), State: Known}
	q, ok := units.quantity()
	if amount, priced := priced(q, rate.Decimal()); !ok || !priced || !amount.Equal(found) {
		return nil
	}
	return []text.Phrase{text.ByQuantity(number(units.Value))}
}

// sumReason explains a wrong sum of a row.
func (c *checker) sumReason(found decimal.Decimal, own addition, e *expectation) text.Phrase {
	reasons := []text.Phrase{rowReason(found, own)}
	product := decimal.Decimal{}
	if e.contribution != nil && len(own.parts) == len(e.contribution.Items) {
		for _, item := range e.contribution.Items {
			for _, line := range item.Lines {
				product = product.Add(productOf(line))
			}
		}
		if found.Equal(product.Round(2)) {
			reasons = append(reasons, text.RoundedOnce())
		}
	}
	return only(slices.DeleteFunc(reasons, func(p text.Phrase) bool { return p == text.Phrase{} }))
}

// rowReason explains a wrong sum by one of its parts that is left out, or counted twice.
func rowReason(found decimal.Decimal, own addition) text.Phrase {
	var reasons []text.Phrase
	gap := own.sum().Sub(found)
	for _, p := range own.parts {
		switch {
		case p.value.IsZero():
		case p.value.Equal(gap):
			reasons = append(reasons, text.LeftOutOfSum(p.words()))
		case p.value.Neg().Equal(gap):
			reasons = append(reasons, text.CountedTwice(p.words()))
		}
	}
	return only(reasons)
}

// priced gives the amount of a quantity at a rate, rounded as [pricing.Price] rounds; ok is
// false for what is no rate.
func priced(q pricing.Quantity, rate decimal.Decimal) (amount decimal.Decimal, ok bool) {
	r, err := pricing.ParseRate(rate.String())
	if err != nil {
		return amount, false
	}
	flat := pricing.Component{Basis: pricing.Pupils, Tiers: []pricing.Tier{{Rate: r}}}
	return amountOf(flat.Lines(q)), true
}

// productOf is the exact product that the amount of a line was rounded from.
func productOf(l pricing.Line) decimal.Decimal {
	return decimal.NewFromInt(int64(l.Quantity)).Mul(l.Rate.Decimal())
}

// amountOf sums lines.
func amountOf(lines []pricing.Line) (sum decimal.Decimal) {
	for _, l := range lines {
		sum = sum.Add(euros(l.Amount))
	}
	return sum
}
