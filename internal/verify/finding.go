package verify

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The codes of findings.
const (
	codeAmount      = "verify/amount"       // an item is not its price
	codeRate        = "verify/rate"         // a rate is not the tariff's
	codeCount       = "verify/count"        // a count is not that of the inputs, or of the other items
	codeSum         = "verify/sum"          // a sum of a row does not add up
	codeTotal       = "verify/total"        // a total line does not add up
	codeMissing     = "verify/missing"      // an item that is owed is not there
	codeExtra       = "verify/extra"        // an item is there that is not owed
	codeUnreadable  = "verify/unreadable"   // a cell is no number
	codeNoValue     = "verify/no-value"     // a formula was saved without its value
	codePart        = "verify/part"         // a row is of no part of the tariff
	codeSIREN       = "verify/siren"        // a key is no SIREN
	codeTwice       = "verify/twice"        // an EPCI is there twice
	codeMissingEPCI = "verify/missing-epci" // an EPCI of the inputs is not there
	codeUnknownEPCI = "verify/unknown-epci" // an EPCI is not among the inputs
	codeNotPriced   = "verify/not-priced"   // the counts of an EPCI contradict each other
	codeSource      = "verify/source"       // a file is not the one that the annex was made from
	codeDocument    = "verify/document"     // a document is not what entcalc writes of its figures
	codeTariff      = "verify/tariff"       // a row names another tariff than the rows above
	codeFace        = "verify/face"         // a document shows otherwise than it carries
)

// Codes lists the codes of findings.
func Codes() []string {
	return []string{
		codeAmount, codeRate, codeCount, codeSum, codeTotal, codeMissing, codeExtra, codeUnreadable, codeNoValue,
		codePart, codeSIREN, codeTwice, codeMissingEPCI, codeUnknownEPCI, codeNotPriced, codeSource, codeDocument, codeTariff,
		codeFace,
	}
}

// A Finding is one thing that is not what it should be.
type Finding struct {
	Code        string
	SIREN, Name string // of the member; blank for a total
	Field       string // a component, a basis, a sum; blank for none
	At          diag.Place
	// Found is the figure as the annex has it, Expected what it should be, both as exact
	// decimals; "" where there is none.
	Found, Expected string
	Difference      string      // Found − Expected
	Reason          text.Phrase // what explains it; blank where nothing does, or several things would

	member *Member
	table  int // its place among the annex's
}

// A Result is what a check found.
type Result struct {
	Annex     *Annex
	Statement *pricing.Statement // its tariff, changes and options
	Checked   int                // figures that were held against what they should be
	Priced    int                // of these, amounts that were priced anew
	Findings  []Finding          // in the order of the annex
	AllNew    pricing.Cents      // what rests on all being taken as new, as nothing says what is (R2)
}

// differs makes the finding of a figure that is not what it should be.
func differs(code, field string, m *Member, found Figure, expected decimal.Decimal, reason text.Phrase) Finding {
	write := exact
	if code == codeCount {
		write = decimal.Decimal.String
	}
	return Finding{
		Code: code, Field: field, member: m, At: found.At, Found: write(found.Value), Expected: write(expected),
		Difference: write(found.Value.Sub(expected)), Reason: reason,
	}
}

// exact writes an amount with two decimals, or with more where it has them.
func exact(d decimal.Decimal) string {
	if d.Equal(d.Round(2)) {
		return d.StringFixed(2)
	}
	return d.String()
}

// settle names the members of findings, and puts these in the order of the annex.
func (a *Annex) settle(all []Finding) []Finding {
	for i := range all {
		f := &all[i]
		if m := f.member; m != nil {
			f.SIREN, f.Name = m.SIREN, m.Name
		}
		f.table = slices.IndexFunc(a.Tables, func(t *Table) bool { return t.At.Sheet == f.At.Sheet })
	}
	slices.SortStableFunc(all, func(x, y Finding) int {
		return cmp.Or(x.table-y.table, x.At.Line-y.At.Line, x.At.Column-y.At.Column)
	})
	return all
}
