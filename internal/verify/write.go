package verify

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// WriteText writes a line for each finding, then how many figures were checked.
func (r Result) WriteText(w io.Writer, l text.Lang) error {
	b := bufio.NewWriter(w) // keeps the first write error until Flush
	for i := range r.Findings {
		f := &r.Findings[i]
		if place := f.At.String(); place != "" {
			fmt.Fprintf(b, "%s: ", place)
		}
		fmt.Fprintf(b, "%s[%s]: %s\n", text.FindingWord().In(l), f.Code, r.sentence(f).In(l))
	}
	if r.Statement.Simulation() {
		changes := func(l text.Lang) string { return strings.Join(report.Changes(r.Statement, l), text.Semicolon().In(l)) }
		fmt.Fprintln(b, text.VerifiedChanges(r.tariff(), text.Phrase{FR: changes(text.French), EN: changes(text.English)}).In(l))
	}
	name := text.Safe(r.Annex.Name)
	if sheets := r.Annex.sheets(); sheets != "" {
		name += " (" + text.Safe(sheets) + ")"
	}
	fmt.Fprintln(b, text.Verified(name, r.tariff(), r.Checked, len(r.Findings), r.Priced > 0).In(l))
	return b.Flush()
}

// tariff names the one that the annex was checked with.
func (r Result) tariff() string {
	version := text.Quote(r.Statement.Tariff.Version)
	if r.Statement.Simulation() {
		version += simulationSuffix
	}
	return version
}

// sheets names those that were checked; blank for a text.
func (a *Annex) sheets() string {
	var names []string
	for _, t := range a.Tables {
		if t.At.Sheet != "" {
			names = append(names, t.At.Sheet)
		}
	}
	return text.List(names)
}

// sentence tells a finding: whose figure, which, what it is and should be, and why.
func (r Result) sentence(f *Finding) text.Phrase {
	if f.Code == codeFace { // it is a sentence
		return f.Reason
	}
	var subject []text.Phrase
	if f.SIREN != "" || f.Name != "" || f.Code == codeTotal {
		subject = append(subject, memberName(f.SIREN, f.Name))
	}
	if f.Field != "" && f.Field != "siren" {
		subject = append(subject, r.fieldName(f))
	}
	var facts []text.Phrase
	if figures := r.figures(f); figures != (text.Phrase{}) {
		facts = append(facts, figures)
	}
	if f.Reason != (text.Phrase{}) {
		facts = append(facts, f.Reason)
	}
	join := func(phrases []text.Phrase, fr, en string) text.Phrase {
		var all text.Phrase
		for i, p := range phrases {
			if i > 0 {
				all.FR, all.EN = all.FR+fr, all.EN+en
			}
			all.FR, all.EN = all.FR+p.FR, all.EN+p.EN
		}
		return all
	}
	head, tail := join(subject, ", ", ", "), join(facts, text.Semicolon().FR, text.Semicolon().EN)
	if head == (text.Phrase{}) {
		return tail
	}
	return text.Phrase{FR: text.Labelled(head.FR, tail.FR).FR, EN: text.Labelled(head.EN, tail.EN).EN}
}

// fieldName names the field of a finding.
func (r Result) fieldName(f *Finding) text.Phrase {
	id, quantity := strings.CutSuffix(f.Field, quantitySuffix)
	name := fieldName(r.Statement.Tariff, id)
	if f.Code == codeSource {
		name = text.Phrase{FR: f.Field, EN: f.Field}
	}
	name = text.Phrase{FR: text.Quote(name.FR), EN: text.Quote(name.EN)}
	component := r.Statement.Tariff.Component(id)
	return text.FieldOfLine(name, 0, quantity || component != nil && f.Code == codeCount, f.Code == codeRate)
}

// figures says what was found, and what was expected.
func (r Result) figures(f *Finding) text.Phrase {
	switch f.Code {
	case codeSource:
		return text.Digest(f.Found)
	case codeUnreadable, codePart, codeSIREN, codeTariff:
		return text.QuotedCell(f.Found)
	}
	found, expected, gap := r.value(f, f.Found), r.value(f, f.Expected), r.value(f, strings.TrimPrefix(f.Difference, "-"))
	if strings.HasPrefix(f.Difference, "-") {
		gap = text.Phrase{FR: "−" + gap.FR, EN: "−" + gap.EN}
	} else {
		gap = text.Phrase{FR: "+" + gap.FR, EN: "+" + gap.EN}
	}
	switch {
	case f.Found != "" && f.Expected != "":
		return text.InsteadOf(found, expected, gap)
	case f.Found != "":
		return text.InsteadOfNothing(found)
	case f.Expected != "":
		return text.NothingInsteadOf(expected)
	}
	return text.Phrase{}
}

// value writes a figure as people read it.
func (r Result) value(f *Finding, exact string) text.Phrase {
	if _, err := decimal.NewFromString(exact); err != nil {
		return text.Phrase{}
	}
	if f.Code == codeCount || f.Code == codeTotal && !strings.Contains(f.Expected, ".") {
		return report.Number(exact)
	}
	return report.Money(exact)
}

// WriteJSON writes the document that schemas/verify.schema.json describes: a finding a
// line. run has the result's statement, and how its tariff was chosen.
func (r Result) WriteJSON(w io.Writer, run report.Run) error {
	rates, err := report.RatesJSON(run)
	if err != nil {
		return err
	}
	annex, err := compact(annexJSON{r.Annex.Name, r.Annex.SHA256, nullable(r.Annex.sheets())})
	if err != nil {
		return err
	}
	notices, err := report.NoticesJSON(run)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "{\n  \"schema\": \"entcalc/verify/1\",\n  \"annex\": %s,\n  \"rates\": %s,\n  \"checked\": %d,\n  \"findings\": [",
		annex, rates, r.Checked)
	for i := range r.Findings {
		finding, err := compact(newFindingJSON(&r.Findings[i], run.Lang))
		if err != nil {
			return err
		}
		comma := ","
		if i == 0 {
			comma = ""
		}
		fmt.Fprintf(b, "%s\n    %s", comma, finding)
	}
	if len(r.Findings) > 0 {
		b.WriteString("\n  ")
	}
	fmt.Fprintf(b, "],\n  \"notices\": %s\n}\n", notices)
	return b.Flush()
}

type annexJSON struct {
	Name   string  `json:"name"`
	SHA256 string  `json:"sha256"`
	Sheet  *string `json:"sheet"`
}

type findingJSON struct {
	Code       string  `json:"code"`
	SIREN      *string `json:"siren"`
	Field      *string `json:"field"`
	Place      string  `json:"place"`
	Found      *string `json:"found"`
	Expected   *string `json:"expected"`
	Difference *string `json:"difference"`
	Reason     *string `json:"reason"`
}

func newFindingJSON(f *Finding, l text.Lang) findingJSON {
	return findingJSON{
		f.Code, nullable(f.SIREN), nullable(f.Field), f.At.String(), nullable(f.Found), nullable(f.Expected),
		nullable(f.Difference), nullable(f.Reason.In(l)),
	}
}

// nullable gives nil, which is null, for a blank text.
func nullable(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// compact writes a value in one line.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return slices.Clip(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), err
}
