package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// solvedSchema names the document, and the version of its form.
const solvedSchema = "entcalc/solve/1"

// writeSolvedJSON writes what was found, and the statement as a whole calc document.
func writeSolvedJSON(w io.Writer, s Solved) error {
	var statement bytes.Buffer
	if err := writeJSON(&statement, s.Run); err != nil {
		return err
	}
	b := []byte("{\n" + `  "schema": "` + solvedSchema + `"`)
	key := func(name string) []byte { return append(b, ",\n"+`  "`+name+`": `...) }
	b = jsonCents(key("target"), s.Found.Target)
	b = jsonText(key("vary"), s.Found.Vary)
	b = jsonText(key("step"), s.Found.Step.String())
	b = jsonText(key("rate"), s.Found.Rate.String())
	b = jsonCents(key("net"), s.Found.Net)
	b = jsonCents(key("gap"), s.Found.Gap)
	b = jsonTrial(key("below"), s.Found.Below)
	b = jsonTrial(key("above"), s.Found.Above)
	b = append(key("statement"), bytes.ReplaceAll(bytes.TrimSpace(statement.Bytes()), []byte("\n"), []byte("\n  "))...)
	_, err := w.Write(append(b, "\n}\n"...))
	return err
}

// jsonTrial appends what a rate brings in, or null where there is no such rate.
func jsonTrial(b []byte, t *pricing.Trial) []byte {
	if t == nil {
		return append(b, "null"...)
	}
	b = jsonText(append(b, `{"rate":`...), t.Rate.String())
	b = jsonCents(append(b, `,"net":`...), t.Net)
	return append(jsonCents(append(b, `,"gap":`...), t.Gap), '}')
}

// solvedDocument is what figures are taken back from.
type solvedDocument struct {
	Schema    string          `json:"schema"`
	Target    string          `json:"target"`
	Step      string          `json:"step"`
	Rate      string          `json:"rate"`
	Gap       string          `json:"gap"`
	Below     *solvedTrial    `json:"below"`
	Above     *solvedTrial    `json:"above"`
	Statement json.RawMessage `json:"statement"`
}

type solvedTrial struct {
	Net string `json:"net"`
}

// solvedField begins the fields of what was found: solve/target.
const solvedField = "solve/"

// figuresOfSolved takes back what was found, and the figures of the statement.
func figuresOfSolved(document []byte) ([]Figure, error) {
	var d solvedDocument
	if err := json.Unmarshal(document, &d); err != nil {
		return nil, damagedJSON(document, err)
	}
	if d.Schema != solvedSchema {
		return nil, unreadable(text.NotADocument(solvedSchema), nil)
	}
	all := []Figure{
		{"", solvedField + "target", d.Target},
		{"", solvedField + "step", d.Step},
		{"", solvedField + "found", d.Rate},
		{"", solvedField + "gap", d.Gap},
	}
	if d.Below != nil {
		all = append(all, Figure{"", solvedField + "below", d.Below.Net})
	}
	if d.Above != nil {
		all = append(all, Figure{"", solvedField + "above", d.Above.Net})
	}
	statement, err := figuresOfJSON(d.Statement)
	return append(all, statement...), err
}
