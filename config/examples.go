package config

import (
	"errors"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// examples prices the examples of a tariff: a mismatch, to the cent, is a fault. Of a
// tariff that is not sound only the names are checked.
func (b *builder) examples() {
	list := b.value.keys["examples"]
	if list == nil || b.loose || b.unnamed {
		return
	}
	sound := b.sound // before the examples: one that fails does not hide the next
	all := fields.Of(b.tariff)
	for _, v := range list.items {
		given, expect := v.keys["given"], v.keys["expect"]
		if given == nil || expect == nil {
			continue
		}
		before := b.found.Errors()
		row := b.given(given, all)
		b.expected(expect)
		if sound && v.sound && b.found.Errors() == before {
			b.price(row, given, expect)
		}
		b.sound = b.sound && b.found.Errors() == before
	}
}

// given reads the counts of an example, by the fields that a counts file may have.
func (b *builder) given(v *value, all []fields.Field) pricing.Counts {
	row := pricing.Counts{
		Of: make(map[pricing.Basis]pricing.Quantity), Chosen: make(map[string]bool),
		Declared: make(map[string]pricing.Quantity), Costs: make(map[string][]pricing.Cost),
	}
	var known []string
	for _, f := range all {
		if f.Kind != fields.SIREN && f.Kind != fields.Name && f.Kind != fields.Year && f.Kind != fields.Voted {
			known = append(known, f.Name)
		}
	}
	for _, name := range v.names {
		if !slices.Contains(known, name) {
			b.found.Fault(v.keys[name].at, text.RatesUnknownGiven(name, near(name, known)))
			continue
		}
		if cell := v.keys[name]; cell.sound {
			f, _ := fields.Named(all, name)
			b.cell(&row, f, cell)
		}
	}
	return row
}

// cell reads one value of an example.
func (b *builder) cell(row *pricing.Counts, f fields.Field, v *value) {
	if f.Kind != fields.Choice && !v.plain && isNumber(v.text) {
		b.found.Fault(v.at, text.RatesQuoted(f.Name, text.RatesKind("number"), v.text))
		return
	}
	switch f.Kind {
	case fields.Choice:
		yes, ok := fields.YesNo(v.text)
		if !ok {
			b.found.Fault(v.at, text.RatesNotAChoice(f.Name, v.text))
		}
		row.Chosen[f.Component.ID] = yes
	case fields.Count, fields.Units:
		n, err := strconv.Atoi(v.text)
		most := int(pricing.MaxQuantity)
		if err != nil || !isNumber(v.text) || n > most {
			b.found.Fault(v.at, text.RatesNotACount(f.Name, v.text, 0, most))
		}
		if f.Kind == fields.Units {
			row.Declared[f.Component.ID] = pricing.Quantity(n)
			return
		}
		row.Of[f.Basis] = pricing.Quantity(n)
	case fields.Cost, fields.Subsidy:
		c, err := pricing.ParseCents(v.text)
		if err != nil || !isNumber(v.text) {
			b.found.Fault(v.at, text.RatesNotEuros(f.Name, v.text, bareNumber(v.text)))
		}
		if f.Kind == fields.Subsidy {
			row.Subsidies = append(row.Subsidies, pricing.Subsidy{Amount: c})
			return
		}
		row.Costs[f.Component.ID] = append(row.Costs[f.Component.ID], pricing.Cost{Amount: c})
	case fields.SIREN, fields.Name, fields.Year, fields.Voted, fields.Amount, fields.Plain: // not among those that an example gives
	}
}

// expected checks the names of what an example expects.
func (b *builder) expected(v *value) {
	known := totals()
	for _, c := range b.tariff.Components {
		known = append(known, c.ID)
	}
	for _, name := range v.names {
		if !slices.Contains(known, name) {
			b.found.Fault(v.keys[name].at, text.RatesUnknownExpected(name, near(name, known)))
		}
	}
}

// price holds what an example expects against what the tariff gives.
func (b *builder) price(row pricing.Counts, given, expect *value) {
	statement, err := pricing.Price(b.tariff, []pricing.Counts{row}, pricing.Options{})
	if err != nil {
		for _, why := range reasons(err) {
			b.found.Fault(given.at, text.RatesExampleImpossible(why))
		}
		return
	}
	c := &statement.Contributions[0]
	computed := map[string]pricing.Cents{
		"yearly": c.Yearly, "once": c.Once, "gross": c.Gross, "subsidy": c.Subsidy, "net": c.Net,
	}
	for _, item := range c.Items {
		computed[item.Component.ID] = item.Amount
	}
	for _, name := range expect.names {
		v := expect.keys[name]
		want := centsOf(v.text)
		switch got, charged := computed[name]; {
		case !charged:
			b.found.Fault(v.at, text.RatesExampleUncharged(name, want.String()))
		case got != want:
			b.found.Fault(v.at, text.RatesExampleDiffers(name, want.String(), got.String()))
		}
	}
}

// reasons puts into words why an example cannot be priced. A count that several
// components lack is told once.
func reasons(err error) []text.Phrase {
	var rows pricing.RowErrors
	if !errors.As(err, &rows) {
		return []text.Phrase{text.WhyTooLarge()}
	}
	var all []text.Phrase
	lacks := make(map[pricing.Basis]bool)
	for _, row := range rows {
		if missing := (pricing.MissingError{}); errors.As(row.Err, &missing) {
			if lacks[missing.Basis] {
				continue
			}
			lacks[missing.Basis] = true
		}
		all = append(all, reason(row.Err))
	}
	return all
}

func reason(err error) text.Phrase {
	var (
		missing pricing.MissingError
		above   pricing.AboveError
		choice  pricing.ChoiceError
		subsidy pricing.SubsidyError
	)
	switch {
	case errors.As(err, &missing):
		return text.WhyMissing(string(missing.Basis), missing.Component)
	case errors.As(err, &above):
		part := above.Component + "_quantity"
		if above.Component == "" {
			part = string(above.Basis)
		}
		return text.WhyAbove(part, int64(above.Part), string(above.Basis.Whole()), int64(above.Whole))
	case errors.As(err, &choice) && errors.Is(choice.Err, pricing.ErrRefused):
		return text.WhyRefused(choice.Component)
	case errors.As(err, &choice):
		return text.WhyMandatory(choice.Component)
	case errors.As(err, &subsidy):
		return text.WhySubsidy(subsidy.Excess().String())
	}
	return text.WhyTooLarge() // counts and costs are within bounds, their kinds are checked
}
