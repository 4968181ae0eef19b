package report

import (
	"io"
	"strconv"

	"github.com/entcalc/entcalc/pricing"
)

// calcSchema names the document, and the version of its form.
const calcSchema = "entcalc/calc/1"

// asJSON is the document for programs: schemas/calc.schema.json describes it.
func asJSON() Format[Run] {
	return Format[Run]{Name: "json", Ext: ".json", Write: writeJSON, Figures: figuresOfJSON}
}

// A jsonWriter appends the document of one run: what is small is one line, so that
// line-by-line comparisons show what moved.
type jsonWriter struct {
	output
	at    string // what stands before the lines of a run that is part of another document
	run   Run
	rates rateText
	bases []pricing.Basis
}

func writeJSON(w io.Writer, r Run) error {
	j := jsonWriter{output: newOutput(w), run: r, rates: newRateText(r.Statement), bases: countedBases(r.Statement)}
	s := r.Statement
	j.add(`{` + "\n" + `  "schema": "` + calcSchema + `",` + "\n")
	j.situation()
	j.add(",\n")
	j.key("epcis")
	j.list("  ", len(s.Contributions), func(i int) {
		j.contribution(&s.Contributions[i])
		j.roll()
	})
	j.add(",\n")
	j.totals()
	j.notices()
	j.add("\n}\n")
	return j.flush()
}

// situation writes the year, the tariff, what was asked for, and what was read.
func (j *jsonWriter) situation() {
	r := j.run
	j.key("year")
	if r.Year == 0 {
		j.add("null")
	} else {
		j.b = strconv.AppendInt(j.b, int64(r.Year), 10)
	}
	j.add(",\n")
	j.key("simulation")
	j.add(strconv.FormatBool(r.Statement.Simulation()) + ",\n")
	j.tariff()
	j.options()
	j.key("inputs")
	j.list("  ", len(r.Inputs), func(i int) { j.input(r.Inputs[i]) })
	j.add(",\n")
	j.composition()
}

// notices writes what was assumed, or looks wrong, in the language of the run.
func (j *jsonWriter) notices() {
	all := j.run.Notices
	j.key("notices")
	j.list("  ", len(all), func(i int) {
		j.b = jsonText(append(j.b, `{"code":`...), all[i].Text.Code)
		j.b = jsonText(append(j.b, `,"message":`...), all[i].Text.In(j.run.Lang))
		j.add("}")
	})
}

func (j *jsonWriter) add(s string) { j.b = append(j.b, s...) }

// key starts a member of the run.
func (j *jsonWriter) key(name string) { j.add(j.at + `  "` + name + `": `) }

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
		j.add("\n" + j.at + indent + "  ")
		element(i)
	}
	j.add("\n" + j.at + indent + "]")
}

// tariff writes where the rates come from, and the rates as used: the document alone
// tells how every amount was made.
func (j *jsonWriter) tariff() {
	t := j.run.Statement.Tariff
	status := "draft"
	if t.Adopted {
		status = "adopted"
	}
	j.key("rates")
	j.add("{")
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
		j.add("\n" + j.at + `    "` + member.key + `": `)
		j.b = jsonNullable(j.b, member.value)
	}
	j.add(",\n" + j.at + `    "changes": `)
	changes := j.run.Statement.Changes
	j.list("    ", len(changes), func(i int) { j.change(changes[i]) })
	j.add(",\n" + j.at + `    "bases": {`)
	for i, b := range t.Bases {
		if i > 0 {
			j.add(",")
		}
		j.b = append(jsonText(j.b, string(b.ID)), ':')
		j.b = jsonVisible(j.b, compact(basisJSON{b.Label, b.Columns}))
	}
	j.add("},\n" + j.at + `    "components": `)
	j.list("    ", len(t.Components), func(i int) {
		j.b = jsonVisible(j.b, compact(newComponentJSON(&t.Components[i])))
	})
	j.add("\n" + j.at + "  },\n")
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
