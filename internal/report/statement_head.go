package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// RereadHead reads the year, the tariff as used and the options back from a calc
// document, whatever its figures are. The statement has no contributions; it is nil where
// found has a fault more.
func RereadHead(file string, document []byte, found *diag.List) (year int, s *pricing.Statement) {
	d := rereader{at: diag.Place{File: file}, found: found}
	before := found.Errors()
	var doc struct {
		Schema  string
		Year    int
		Rates   tariffOfStatement
		Options struct {
			With, Without []string
			New           pricing.NewRule
		}
	}
	err := json.Unmarshal(bytes.TrimPrefix(document, []byte(byteOrderMark)), &doc)
	if err == nil && doc.Schema != calcSchema {
		err = errSchema
	}
	if err != nil {
		found.Fault(d.at, text.NotACalc(whyNotACalc(document, err)))
		return 0, nil
	}
	whole := statementJSON{Schema: doc.Schema, Year: doc.Year, Rates: doc.Rates}
	whole.Options.With, whole.Options.Without, whole.Options.New = doc.Options.With, doc.Options.Without, doc.Options.New
	s = d.statement(&whole)
	if found.Errors() > before {
		return 0, nil
	}
	return doc.Year, s
}

// RatesJSON writes the tariff of a run as its calc document has it: the object under
// "rates".
func RatesJSON(r Run) ([]byte, error) {
	var b bytes.Buffer
	j := jsonWriter{output: newOutput(&b), run: r, rates: newRateText(r.Statement)}
	j.tariff()
	if err := j.flush(); err != nil {
		return nil, err
	}
	object, ok := bytes.CutPrefix(b.Bytes(), []byte(`  "rates": `))
	object, comma := bytes.CutSuffix(object, []byte(",\n"))
	if !ok || !comma {
		return nil, errors.New("the tariff is no member of the document")
	}
	if !json.Valid(object) {
		return nil, fmt.Errorf("not JSON: %s", object)
	}
	return object, nil
}
