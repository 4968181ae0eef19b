package report

import (
	"strconv"

	"github.com/entcalc/entcalc/pricing"
)

func (j *jsonWriter) contribution(c *pricing.Contribution) {
	j.b = jsonNullable(append(j.b, "{\n"+`      "siren": `...), c.SIREN)
	j.b = jsonNullable(append(j.b, ",\n"+`      "name": `...), c.Name)
	j.add(",\n" + `      "counts": `)
	j.counts(c.Counts)
	j.add(",\n" + `      "items": `)
	j.list("      ", len(c.Items), func(i int) { j.item(&c.Items[i]) })
	j.subsidies(c.Subsidies)
	j.sums("      ", c, votedField)
	j.add("\n    }")
}

func (j *jsonWriter) counts(of map[pricing.Basis]pricing.Quantity) {
	j.add("{")
	first := true
	for _, basis := range j.bases {
		q, known := of[basis]
		if !known {
			continue
		}
		if !first {
			j.add(",")
		}
		first = false
		j.b = append(jsonText(j.b, string(basis)), ':')
		j.b = strconv.AppendInt(j.b, int64(q), 10)
	}
	j.add("}")
}

// subsidies writes them one by one, where more is said of any than its amount.
func (j *jsonWriter) subsidies(all []pricing.Subsidy) {
	if !oneByOne(all) {
		return
	}
	j.add(",\n" + `      "subsidies": `)
	j.list("      ", len(all), func(i int) {
		s := &all[i]
		j.b = jsonCents(append(j.b, `{"amount":`...), s.Amount)
		j.said("from", s.From)
		j.said("label", s.Label)
		j.said("date", s.Date)
		j.said("reference", s.Reference)
		j.add("}")
	})
}

// said writes a text member that is there where something was said.
func (j *jsonWriter) said(name, words string) {
	if words != "" {
		j.b = jsonText(append(j.b, `,"`+name+`":`...), words)
	}
}

// item writes one component: an item of one line says its rate; an item of several, or
// of costs told one by one, has them in lines.
func (j *jsonWriter) item(item *pricing.Item) {
	c := item.Component
	j.b = jsonText(append(j.b, `{"component":`...), c.ID)
	j.b = jsonText(append(j.b, `,"basis":`...), string(c.Basis))
	j.quantity(item)
	j.add(`,"rate":`)
	inLines := len(item.Lines) != 1 || itemised(item)
	if !inLines {
		j.rate(c, item.Lines[0])
	} else {
		j.add("null")
	}
	j.b = jsonCents(append(j.b, `,"amount":`...), item.Amount)
	j.b = jsonNullable(append(j.b, `,"article":`...), c.Article)
	if inLines {
		j.add(`,"lines":[`)
		for i, line := range item.Lines {
			if i > 0 {
				j.add(",")
			}
			j.line(c, line)
		}
		j.add("]")
	}
	j.add("}")
}

// quantity writes how many units an item charges: of a cost, its euros.
func (j *jsonWriter) quantity(item *pricing.Item) {
	j.add(`,"quantity":`)
	if item.Component.Basis == pricing.AtCost {
		j.b = jsonCents(j.b, item.Cost)
	} else {
		j.b = jsonCount(j.b, item.Quantity)
	}
}

func (j *jsonWriter) rate(c *pricing.Component, line pricing.Line) {
	switch line.Kind {
	case pricing.Priced:
		j.add(`"` + j.rates.of(c, line) + `"`)
	case pricing.Declared:
		j.add(`"1"`)
	case pricing.ToMinimum, pricing.ToMaximum:
		j.add("null")
	}
}

func (j *jsonWriter) line(c *pricing.Component, line pricing.Line) {
	j.add(`{"quantity":`)
	kind := ""
	switch line.Kind {
	case pricing.Priced:
		j.b = jsonCount(j.b, line.Quantity)
	case pricing.Declared:
		j.b = jsonCents(j.b, line.Amount)
	case pricing.ToMinimum:
		j.add("null")
		kind = "minimum"
	case pricing.ToMaximum:
		j.add("null")
		kind = "maximum"
	}
	j.add(`,"rate":`)
	j.rate(c, line)
	j.b = jsonCents(append(j.b, `,"amount":`...), line.Amount)
	if kind != "" {
		j.add(`,"kind":"` + kind + `"`)
	}
	if line.Cost != nil {
		j.said("label", line.Cost.Label)
		j.said("date", line.Cost.Date)
		j.said("reference", line.Cost.Reference)
	}
	j.add("}")
}

// sums writes the last members of a contribution, or of the totals; voted names what was
// voted, or, in the totals, what is due.
func (j *jsonWriter) sums(indent string, c *pricing.Contribution, voted string) {
	for _, member := range sums(c) {
		j.add(",\n" + indent + `"` + member.field + `": `)
		j.b = jsonCents(j.b, member.amount)
	}
	if c.Voted != nil {
		j.add(",\n" + indent + `"` + voted + `": `)
		j.b = jsonCents(j.b, *c.Voted)
	}
}

func (j *jsonWriter) totals() {
	t := &j.run.Statement.Totals
	j.key("totals")
	j.add("{\n" + `    "counts": `)
	j.counts(t.Counts)
	j.add(",\n" + `    "items": `)
	j.list("    ", len(t.Items), func(i int) {
		j.b = jsonText(append(j.b, `{"component":`...), t.Items[i].Component.ID)
		j.quantity(&t.Items[i])
		j.b = jsonCents(append(j.b, `,"amount":`...), t.Items[i].Amount)
		j.add("}")
	})
	j.sums("    ", t, dueField)
	j.add("\n  },\n")
}

// A namedSum is a sum of a contribution, under the name that programs know it by.
type namedSum struct {
	field  string
	amount pricing.Cents
}

// sums gives the sums of a contribution in the order of every format.
func sums(c *pricing.Contribution) [5]namedSum {
	return [5]namedSum{
		{"yearly", c.Yearly}, {"once", c.Once}, {"gross", c.Gross}, {"subsidy", c.Subsidy}, {"net", c.Net},
	}
}
