package report

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// asCSVFR is the table that French spreadsheets open as it is: a row per EPCI. The last
// columns say where the figures come from.
func asCSVFR() Format[Run] {
	return Format[Run]{Name: "csv-fr", Ext: ".fr.csv", Write: writeCSVFR, Figures: figuresOfCSVFR}
}

const byteOrderMark = "\ufeff" // by it spreadsheets know UTF-8

func writeCSVFR(w io.Writer, r Run) error {
	o := newOutput(w)
	s := r.Statement
	rows := frenchRows{bases: shownBases(s), items: s.Totals.Items, votes: votes(s), end: frenchEnd(r)}
	o.b = append(o.b, byteOrderMark...)
	o.b = rows.header(o.b, r)
	for i := range s.Contributions {
		c := &s.Contributions[i]
		o.b = rows.contribution(o.b, c)
		o.roll()
	}
	return o.flush()
}

// frenchRows makes the rows: the columns are the same on all.
type frenchRows struct {
	bases []pricing.Basis
	items []pricing.Item // a column for each: the totals', what anyone is charged
	votes bool           // whether there are columns of what was voted
	end   string         // of each row: its provenance
}

// frenchEnd is the last cells of each row: the year where it is known, tariff, what was
// assumed of the new and what a simulation changed (R9).
func frenchEnd(r Run) string {
	var b []byte
	if r.Year != 0 {
		b = strconv.AppendInt(append(b, ';'), int64(r.Year), 10)
	}
	b = appendFrench(append(b, ';'), tariffCell(r.Statement))
	words := &terminal{lang: r.Lang}
	b = appendFrench(append(b, ';'), strings.Join(words.assumptions(r.Statement), words.say(text.Semicolon())))
	return string(append(b, "\r\n"...))
}

// assumptions say in a cell what was assumed of the new, and what a simulation changed.
func (t *terminal) assumptions(s *pricing.Statement) []string {
	var all []string
	switch assumes(s) {
	case pricing.AllNew:
		all = append(all, t.say(text.AllTakenAsNew()))
	case pricing.NoneNew:
		all = append(all, t.say(text.NoneTakenAsNew()))
	}
	return append(all, t.changes(s)...)
}

func (rows *frenchRows) header(b []byte, r Run) []byte {
	b = append(b, "SIREN;EPCI"...)
	for _, basis := range rows.bases {
		b = appendFrench(append(b, ';'), basisTitle(r.Statement.Tariff, basis, r.Lang))
	}
	for _, item := range rows.items {
		b = appendFrench(append(b, ';'), labelIn(item.Component, r.Lang))
	}
	for _, sum := range sums(&r.Statement.Totals) {
		b = appendFrench(append(b, ';'), sumTitle(sum.field).In(r.Lang))
	}
	if rows.votes {
		for _, vote := range voteColumns() {
			b = appendFrench(append(b, ';'), vote.title.In(r.Lang))
		}
	}
	if r.Year != 0 {
		b = appendFrench(append(b, ';'), text.YearWord().In(r.Lang))
	}
	b = appendFrench(append(b, ';'), text.TariffWord().In(r.Lang))
	b = appendFrench(append(b, ';'), text.AssumptionWord().In(r.Lang))
	return append(b, "\r\n"...)
}

// contribution appends a row. A cell is empty where there is no
// such count, or the component is not charged: neither is 0.
func (rows *frenchRows) contribution(b []byte, c *pricing.Contribution) []byte {
	b = appendFrench(b, c.SIREN)
	b = appendFrench(append(b, ';'), c.Name)
	for _, basis := range rows.bases {
		b = append(b, ';')
		if q, known := c.Counts[basis]; known {
			b = strconv.AppendInt(b, int64(q), 10)
		}
	}
	k := 0
	for _, column := range rows.items {
		b = append(b, ';')
		if k < len(c.Items) && c.Items[k].Component == column.Component {
			b = appendFrenchCents(b, c.Items[k].Amount)
			k++
		}
	}
	for _, sum := range sums(c) {
		b = appendFrenchCents(append(b, ';'), sum.amount)
	}
	if rows.votes {
		for _, vote := range voteColumns() {
			b = append(b, ';')
			if amount, there := vote.amount(c); there {
				b = appendFrenchCents(b, amount)
			}
		}
	}
	return append(b, rows.end...)
}

// appendFrenchCents appends an amount with a decimal comma, and nothing else that a
// spreadsheet would have to guess.
func appendFrenchCents(b []byte, c pricing.Cents) []byte {
	b = c.Append(b)
	b[len(b)-3] = ','
	return b
}

// appendFrench appends a text: with ' before what a spreadsheet would take for a
// formula, between quotes where it must be.
func appendFrench(b []byte, s string) []byte {
	if s != "" && strings.IndexByte("=+-@\t\r\n", s[0]) >= 0 {
		s = "'" + s
	}
	if strings.ContainsAny(s, ";\"\r\n") {
		return appendQuoted(b, s)
	}
	return append(b, s...)
}

// basisTitle heads the column of a basis.
func basisTitle(t *pricing.Tariff, basis pricing.Basis, l text.Lang) string {
	for _, declared := range t.Bases {
		if declared.ID == basis {
			return capital(inLanguage(declared.Label, l))
		}
	}
	return capital(text.BasisName(string(basis)).In(l))
}

// sumTitle heads the column of a sum; field is its name in the JSON.
func sumTitle(field string) text.Phrase {
	switch field {
	case "yearly":
		return text.Yearly()
	case "once":
		return text.Once()
	case "gross":
		return text.Gross()
	case subsidyField:
		return text.SubsidyWord()
	default:
		return text.Net()
	}
}

// capital gives the text with a capital at its head.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
