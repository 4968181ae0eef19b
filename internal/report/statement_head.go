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
// document, or from the one that a document of solve carries, whatever its figures are. The statement has no contributions; it is nil where
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
	read := func(document []byte) error {
		doc.Schema = ""
		err := json.Unmarshal(bytes.TrimPrefix(document, []byte(byteOrderMark)), &doc)
		if err == nil && doc.Schema != calcSchema {
			err = errSchema
		}
		if err == nil {
			err = keysOnce(document)
		}
		return err
	}
	err := read(document)
	if carried := carriedBy(document, err); carried != nil {
		err = read(carried)
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

// Changes say what a simulation changed of its tariff, each in words.
func Changes(s *pricing.Statement, l text.Lang) []string { return (&terminal{lang: l}).changes(s) }

// RatesJSON writes the tariff of a run as its calc document has it: the object under
// "rates".
func RatesJSON(r Run) ([]byte, error) { return memberJSON(r, "rates", (*jsonWriter).tariff) }

// NoticesJSON writes the notices of a run as its calc document has them.
func NoticesJSON(r Run) ([]byte, error) { return memberJSON(r, "notices", (*jsonWriter).notices) }

// memberJSON gives the value of one member of a calc document.
func memberJSON(r Run, name string, write func(*jsonWriter)) ([]byte, error) {
	var b bytes.Buffer
	j := jsonWriter{output: newOutput(&b), run: r, rates: newRateText(r.Statement)}
	write(&j)
	if err := j.flush(); err != nil {
		return nil, err
	}
	value, ok := bytes.CutPrefix(b.Bytes(), []byte(`  "`+name+`": `))
	if !ok {
		return nil, errors.New(name + " is no member of the document")
	}
	value = bytes.TrimRight(value, ",\n")
	if !json.Valid(value) {
		return nil, fmt.Errorf("not JSON: %s", value)
	}
	return value, nil
}
