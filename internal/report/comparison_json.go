package report

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// compareSchema names the document, and the version of its form.
const compareSchema = "entcalc/compare/1"

// writeComparedJSON is the document for programs: schemas/compare.schema.json describes it.
func writeComparedJSON(w io.Writer, c Comparison) error {
	j := jsonWriter{output: newOutput(w), at: "    "}
	j.add("{\n" + `  "schema": "` + compareSchema + `",` + "\n" + `  "situations": {` + "\n")
	for i, side := range []struct {
		name string
		run  Run
	}{{"baseline", c.Baseline}, {"variant", c.Variant}} {
		if i > 0 {
			j.add(",\n")
		}
		j.run = side.run
		j.add(`    "` + side.name + `": {` + "\n")
		j.situation()
		j.add("\n    }")
	}
	j.at = ""
	j.add("\n  },\n")
	j.key("epcis")
	j.list("  ", len(c.Rows), func(i int) {
		j.difference(c.Rows[i])
		j.roll()
	})
	j.add(",\n")
	j.unlisted(c)
	j.key("totals")
	j.add("{")
	j.changes(&c.Of.Totals)
	j.add("},\n")
	j.notices()
	j.add("\n}\n")
	return j.flush()
}

// difference writes a member.
func (j *jsonWriter) difference(d *pricing.Difference) {
	j.b = jsonNullable(append(j.b, `{"siren":`...), d.SIREN)
	j.b = jsonNullable(append(j.b, `,"name":`...), d.Name)
	j.b = jsonText(append(j.b, `,"status":`...), status(d))
	j.add(`,"formerly":[`)
	for i, c := range d.Formerly {
		if i > 0 {
			j.add(",")
		}
		j.b = jsonText(j.b, c.SIREN)
	}
	j.add("],")
	j.changes(d)
	j.add("}")
}

// changes writes the figures of a member, or of several; null is a side where it is none,
// and a percentage of nothing.
func (j *jsonWriter) changes(d *pricing.Difference) {
	figures := comparedFigures(d)
	const sums = 4 // before the causes
	for i, field := range comparedFields() {
		switch {
		case i == sums:
			j.add(`,"causes":{`)
		case i > 0:
			j.add(",")
		}
		j.b = jsonNullable(append(jsonText(j.b, field), ':'), figures[i])
	}
	j.add("}")
}

// unlisted writes the sums of the members that are not listed, where there are any.
func (j *jsonWriter) unlisted(c Comparison) {
	if c.Others == nil {
		return
	}
	j.key("unlisted")
	j.add(`{"epcis":` + strconv.Itoa(c.Hidden))
	j.b = jsonCents(append(j.b, `,"min_change":`...), c.Least)
	j.add(",")
	j.changes(c.Others)
	j.add("},\n")
}

// A comparedDocument is what figures are taken from of a compare document.
type comparedDocument struct {
	Schema scalar
	EPCIs  []comparedMember
	Totals comparedMember
}

type comparedMember struct {
	SIREN, Name                        scalar
	Baseline, Variant, Change, Percent scalar
	Causes                             map[string]scalar
}

func (m *comparedMember) figures(all []Figure) []Figure {
	siren := string(m.SIREN)
	all = named(all, siren, string(m.Name))
	values := []scalar{m.Baseline, m.Variant, m.Change, m.Percent}
	for i, field := range comparedFields() {
		value := m.Causes[field]
		if i < len(values) {
			value = values[i]
		}
		if value != "" {
			all = append(all, Figure{siren, field, string(value)})
		}
	}
	return all
}

func figuresOfComparedJSON(document []byte) ([]Figure, error) {
	var d comparedDocument
	if err := json.Unmarshal(document, &d); err != nil {
		return nil, damagedJSON(document, err)
	}
	if d.Schema != compareSchema {
		return nil, unreadable(text.NotADocument(compareSchema), nil)
	}
	var all []Figure
	for i := range d.EPCIs {
		all = d.EPCIs[i].figures(all)
	}
	return d.Totals.figures(all), nil
}
