package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// csvHeader names the columns, in the one language of programs.
const csvHeader = "year,siren,epci,component,label,basis,quantity,rate,amount,article,tariff\r\n"

// subsidyField names the subsidy where components have their ids.
const subsidyField = "subsidy"

// asCSV is the table for programs: RFC 4180, a row per line of every item. Texts are
// exact; it is csv-fr that spreadsheets can open without harm. What was left out of the
// files has no place in its columns, nor in those of csv-fr.
func asCSV() Format[Run] {
	return Format[Run]{Name: "csv", Ext: ".csv", Write: writeCSV, Figures: figuresOfCSV}
}

func writeCSV(w io.Writer, r Run) error {
	o := newOutput(w)
	o.b = append(o.b, csvHeader...)
	rows := newCSVRows(r)
	for i := range r.Statement.Contributions {
		o.b = rows.contribution(o.b, &r.Statement.Contributions[i])
		o.roll()
	}
	return o.flush()
}

// csvRows makes the rows of a run. What is the same on many rows is made once.
type csvRows struct {
	rates      rateText
	components []csvComponent // those that anyone is charged
	year       string         // with its comma
	lang       text.Lang
	noArticle  string // the end of a row without article
	member     []byte // the beginning of the rows of one member
}

// A csvComponent is what all rows of a component have in common.
type csvComponent struct {
	component *pricing.Component
	label     string
	head      string // component, label and basis, with their commas
	tail      string // from the comma before the article to the end of the row
}

func newCSVRows(r Run) csvRows {
	s := r.Statement
	tariff := csvField(tariffCell(s)) + "\r\n"
	rows := csvRows{
		rates:     newRateText(s),
		year:      ",",
		lang:      r.Lang,
		noArticle: ",," + tariff,
	}
	if r.Year != 0 {
		rows.year = strconv.Itoa(r.Year) + ","
	}
	for _, item := range s.Totals.Items {
		c := item.Component
		label := labelIn(c, r.Lang)
		rows.components = append(rows.components, csvComponent{
			component: c,
			label:     label,
			head:      csvHead(c, label),
			tail:      "," + csvField(c.Article) + "," + tariff,
		})
	}
	return rows
}

// csvHead is component, label and basis, with their commas.
func csvHead(c *pricing.Component, label string) string {
	return csvField(c.ID) + "," + csvField(label) + "," + csvField(string(c.Basis)) + ","
}

// tariffCell names the tariff, and tells a simulation, the same in every language.
func tariffCell(s *pricing.Statement) string {
	if s.Simulation() {
		return s.Tariff.Version + " (simulation)"
	}
	return s.Tariff.Version
}

func (rows *csvRows) contribution(b []byte, c *pricing.Contribution) []byte {
	rows.member = append(rows.member[:0], rows.year...)
	rows.member = append(appendCSV(rows.member, c.SIREN), ',')
	rows.member = append(appendCSV(rows.member, c.Name), ',')
	k := 0
	for i := range c.Items {
		item := &c.Items[i]
		for rows.components[k].component != item.Component { // the order is the tariff's in both
			k++
		}
		for _, line := range item.Lines {
			b = append(append(b, rows.member...), rows.head(&rows.components[k], line.Cost)...)
			b = rows.line(b, item.Component, line)
			b = append(b, rows.components[k].tail...)
		}
	}
	for _, s := range shownSubsidies(c) {
		b = append(append(b, rows.member...), subsidyField+","...)
		b = append(appendCSV(b, subsidyTitle(&s, rows.lang)), ",,,,"...)
		b = append((-s.Amount).Append(b), rows.noArticle...)
	}
	return b
}

// head is component, label and basis of a row. A cost of which more is said than its
// amount is named beside its component; there is none on other lines.
func (rows *csvRows) head(c *csvComponent, cost *pricing.Cost) string {
	if cost == nil || !cost.Itemised() {
		return c.head
	}
	return csvHead(c.component, text.OneOf(c.label, costWords(cost, rows.lang)).In(rows.lang))
}

// line appends quantity, rate and amount. A cost is its euros at rate 1; what a
// minimum or a maximum changes has neither quantity nor rate.
func (rows *csvRows) line(b []byte, c *pricing.Component, line pricing.Line) []byte {
	switch line.Kind {
	case pricing.Priced:
		b = append(strconv.AppendInt(b, int64(line.Quantity), 10), ',')
		b = append(append(b, rows.rates.of(c, line)...), ',')
	case pricing.Declared:
		b = append(line.Amount.Append(b), ",1,"...)
	case pricing.ToMinimum, pricing.ToMaximum:
		b = append(b, ",,"...)
	}
	return line.Amount.Append(b)
}

// appendCSV appends a field, between quotes where RFC 4180 wants them.
func appendCSV(b []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\r\n") && !strings.HasPrefix(s, " ") {
		return append(b, s...)
	}
	return appendQuoted(b, s)
}

func appendQuoted(b []byte, s string) []byte {
	return append(append(append(b, '"'), strings.ReplaceAll(s, `"`, `""`)...), '"')
}

func csvField(s string) string { return string(appendCSV(nil, s)) }
