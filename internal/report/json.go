package report

import (
	"io"
	"strconv"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/pricing"
)

// calcSchema names the document, and the version of its form.
const calcSchema = "entcalc/calc/1"

// asJSON is the document for programs: schemas/calc.schema.json describes it.
func asJSON() Format {
	return Format{Name: "json", Ext: ".json", Write: writeJSON, Figures: figuresOfJSON}
}

// A jsonWriter appends the document of one run: what is small is one line, so that
// line-by-line comparisons show what moved.
type jsonWriter struct {
	output
	run   Run
	rates rateText
	bases []pricing.Basis
}

func writeJSON(w io.Writer, r Run) error {
	j := jsonWriter{output: newOutput(w), run: r, rates: newRateText(r.Statement), bases: countedBases(r.Statement)}
	s := r.Statement
	j.add(`{` + "\n" + `  "schema": "` + calcSchema + `",` + "\n" + `  "year": `)
	if r.Year == 0 {
		j.add("null")
	} else {
		j.b = strconv.AppendInt(j.b, int64(r.Year), 10)
	}
	j.add(",\n" + `  "simulation": ` + strconv.FormatBool(s.Simulation()) + ",\n")
	j.tariff()
	j.options()
	j.key("inputs")
	j.list("  ", len(r.Inputs), func(i int) { j.input(r.Inputs[i]) })
	j.add(",\n")
	j.key("epcis")
	j.list("  ", len(s.Contributions), func(i int) {
		j.contribution(&s.Contributions[i])
		j.roll()
	})
	j.add(",\n")
	j.totals()
	j.key("notices")
	j.list("  ", len(r.Notices), func(i int) {
		message := r.Notices[i].Text
		j.b = jsonText(append(j.b, `{"code":`...), message.Code)
		j.b = jsonText(append(j.b, `,"message":`...), message.In(r.Lang))
		j.add("}")
	})
	j.add("\n}\n")
	return j.flush()
}

func (j *jsonWriter) add(s string) { j.b = append(j.b, s...) }

// key starts a member of the whole document.
func (j *jsonWriter) key(name string) { j.add(`  "` + name + `": `) }

// list writes an array, an element a line.
func (j *jsonWriter) list(indent string, n int, element func(i int)) {
	if n == 0 {
		j.add("[]")
		return
	}
	j.add("[")
	for i := range n {
		if i > 0 {
			j.add(",")
		}
		j.add("\n" + indent + "  ")
		element(i)
	}
	j.add("\n" + indent + "]")
}

// tariff writes where the rates come from, and the rates as used: the document alone
// tells how every amount was made.
func (j *jsonWriter) tariff() {
	t := j.run.Statement.Tariff
	status := "draft"
	if t.Adopted {
		status = "adopted"
	}
	j.add(`  "rates": {`)
	for i, member := range []struct{ key, value string }{
		{"version", t.Version},
		{"status", status},
		{"title", inLanguage(t.Title, j.run.Lang)},
		{"dated", string(t.Dated)},
		{"source", t.Source},
		{"sha256", tariffSHA256(t)},
		{"chosen_by", j.run.ChosenBy},
	} {
		if i > 0 {
			j.add(",")
		}
		j.add("\n" + `    "` + member.key + `": `)
		j.b = jsonNullable(j.b, member.value)
	}
	j.add(",\n" + `    "changes": `)
	changes := j.run.Statement.Changes
	j.list("    ", len(changes), func(i int) { j.change(changes[i]) })
	j.add(",\n" + `    "bases": {`)
	for i, b := range t.Bases {
		if i > 0 {
			j.add(",")
		}
		j.b = append(jsonText(j.b, string(b.ID)), ':')
		j.b = jsonVisible(j.b, compact(basisJSON{b.Label, b.Columns}))
	}
	j.add("},\n" + `    "components": `)
	j.list("    ", len(t.Components), func(i int) {
		j.b = jsonVisible(j.b, compact(newComponentJSON(&t.Components[i])))
	})
	j.add("\n  },\n")
}

// change writes what makes a simulation: from is the rate that was voted, the tiers
// that were, or 1 for what is charged at cost.
func (j *jsonWriter) change(c pricing.Change) {
	j.b = jsonText(append(j.b, `{"component":`...), c.Component)
	j.add(`,"from":`)
	switch len(c.From) {
	case 0:
		j.add(`"1"`)
	case 1:
		j.b = jsonText(j.b, c.From[0].Rate.String())
	default:
		j.b = append(j.b, compact(tiersJSON(c.From))...)
	}
	j.add(`,"to":`)
	if c.To == nil {
		j.add("null}")
		return
	}
	j.b = jsonText(j.b, c.To.String())
	j.add("}")
}

func (j *jsonWriter) options() {
	o := j.run.Statement.Options
	j.key("options")
	j.add(`{"with":`)
	j.texts(o.With)
	j.add(`,"without":`)
	j.texts(o.Without)
	j.b = jsonNullable(append(j.b, `,"new":`...), string(j.run.Statement.New))
	j.add("},\n")
}

func (j *jsonWriter) texts(all []string) {
	j.add("[")
	for i, s := range all {
		if i > 0 {
			j.add(",")
		}
		j.b = jsonText(j.b, s)
	}
	j.add("]")
}

// input writes what one file turned out to be. sheet and title_lines are there where
// there is something to say.
func (j *jsonWriter) input(in counts.Input) {
	j.b = jsonText(append(j.b, `{"name":`...), in.Name)
	j.b = jsonText(append(j.b, `,"sha256":`...), in.SHA256)
	j.add(`,"rows":` + strconv.Itoa(in.Rows) + `,"kept":` + strconv.Itoa(in.Kept) + `,"left_out":[`)
	for i, left := range in.LeftOut {
		if i > 0 {
			j.add(",")
		}
		j.b = jsonText(append(j.b, `{"reason":`...), left.Reason)
		j.add(`,"rows":` + strconv.Itoa(left.Rows) + "}")
	}
	j.b = jsonNullable(append(j.b, `],"encoding":`...), in.Encoding)
	j.b = jsonNullable(append(j.b, `,"delimiter":`...), in.Delimiter)
	if in.Sheet != "" {
		j.b = jsonText(append(j.b, `,"sheet":`...), in.Sheet)
	}
	if in.TitleLines > 0 {
		j.add(`,"title_lines":` + strconv.Itoa(in.TitleLines))
	}
	j.add("}")
}

func (j *jsonWriter) contribution(c *pricing.Contribution) {
	j.b = jsonNullable(append(j.b, "{\n"+`      "siren": `...), c.SIREN)
	j.b = jsonNullable(append(j.b, ",\n"+`      "name": `...), c.Name)
	j.add(",\n" + `      "counts": `)
	j.counts(c.Counts)
	j.add(",\n" + `      "items": `)
	j.list("      ", len(c.Items), func(i int) { j.item(&c.Items[i]) })
	j.sums("      ", c)
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

// item writes one component: an item of one line says its rate, an item of several
// has them in lines.
func (j *jsonWriter) item(item *pricing.Item) {
	c := item.Component
	j.b = jsonText(append(j.b, `{"component":`...), c.ID)
	j.b = jsonText(append(j.b, `,"basis":`...), string(c.Basis))
	j.quantity(item)
	j.add(`,"rate":`)
	if len(item.Lines) == 1 {
		j.rate(c, item.Lines[0])
	} else {
		j.add("null")
	}
	j.b = jsonCents(append(j.b, `,"amount":`...), item.Amount)
	j.b = jsonNullable(append(j.b, `,"article":`...), c.Article)
	if len(item.Lines) != 1 {
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
	if item.Component.Basis == pricing.Cost {
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
	j.add("}")
}

// sums writes the last members of a contribution, or of the totals.
func (j *jsonWriter) sums(indent string, c *pricing.Contribution) {
	for _, member := range sums(c) {
		j.add(",\n" + indent + `"` + member.field + `": `)
		j.b = jsonCents(j.b, member.amount)
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
	j.sums("    ", t)
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
