package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A barChart is a chart of Graphiques and the table beside it, whose cells read Synthèse.
// The bars are in the order that they had when the workbook was written.
type barChart struct {
	title       string
	names, euro string // head the table; verify must not take it for an annex
	bars        []bar
	others      int           // how many have no bar
	total       bar           // of all, with a bar or without
	rest        pricing.Cents // of the others
	first       int           // row of the header of the table
}

// A bar is a name and an amount, and the cells of Synthèse that hold them.
type bar struct {
	name, nameAt string
	amount       pricing.Cents
	amountAt     string
}

// mostShown is how many bars a chart of Graphiques has at most.
const mostShown = 25

// chartColumns of Graphiques: names, amounts, a gap, the room for the chart.
const (
	barNames = iota + 1
	barAmounts
	barGap
	barRoom
)

// planCharts gives the charts that say something: of several EPCIs, of several components.
func (b *book) planCharts() []barChart {
	var all []barChart
	if b.Call {
		return nil
	}
	if len(b.Statement.Contributions) > 1 {
		all = append(all, b.chartOfMembers())
	}
	if len(b.charged()) > 1 {
		all = append(all, b.chartOfComponents())
	}
	row := len(b.head(b.names.charts)) + 2
	for i := range all {
		all[i].first = row
		row += all[i].rows() + 1
	}
	return all
}

// chartOfMembers shows what members are asked for, the largest first.
func (b *book) chartOfMembers() barChart {
	p, t := b.members, &b.Statement.Totals
	at := func(column, row int) string { return inSheet(b.names.summary, cell(column, row)) }
	bars := make([]bar, len(b.Statement.Contributions))
	for i := range bars {
		c, row := &b.Statement.Contributions[i], p.first+i
		bars[i] = bar{b.member(c), at(2, row), c.Due(), at(b.due(p), row)}
		if bars[i].name == "" {
			bars[i].name, bars[i].nameAt = text.Safe(c.SIREN), at(1, row)
		}
	}
	slices.SortStableFunc(bars, func(x, y bar) int { return cmp.Compare(y.amount, x.amount) })
	amount := text.Net()
	if len(b.votes()) > 0 {
		amount = text.DueWord()
	}
	chart := withBars(bars, "EPCI", b.say(text.InEuros(amount)), bar{name: b.say(text.Total()), amount: t.Due(), amountAt: at(b.due(p), p.total())})
	chart.title = b.say(text.ChartOfMembers(lowered(amount), len(chart.bars), len(bars)))
	return chart
}

// chartOfComponents shows the components of the gross, in the tariff's order.
func (b *book) chartOfComponents() barChart {
	p, t := b.members, &b.Statement.Totals
	at := func(column, row int) string { return inSheet(b.names.summary, cell(column, row)) }
	var bars []bar
	for i := range t.Items {
		c := t.Items[i].Component
		column := p.items[c]
		bars = append(bars, bar{b.words.component(c), at(column, p.shape.header()), t.Items[i].Amount, at(column, p.total())})
	}
	if len(bars) > mostShown {
		slices.SortStableFunc(bars, func(x, y bar) int { return cmp.Compare(y.amount, x.amount) })
	}
	chart := withBars(bars, b.say(text.ComponentWord()), b.say(text.InEuros(text.Gross())),
		bar{name: b.say(text.Total()), amount: t.Gross, amountAt: at(p.sums+2, p.total())})
	chart.title = b.say(text.ChartOfComponents(len(chart.bars), len(bars)))
	return chart
}

// withBars leaves out the bars that a chart has no room for.
func withBars(bars []bar, names, euro string, total bar) barChart {
	c := barChart{names: names, euro: euro, total: total, bars: bars[:min(mostShown, len(bars))]}
	for _, left := range bars[len(c.bars):] {
		c.others++
		c.rest += left.amount
	}
	return c
}

// lowered is a word in a sentence.
func lowered(p text.Phrase) text.Phrase {
	return text.Phrase{FR: strings.ToLower(p.FR), EN: strings.ToLower(p.EN)}
}

// last is the row of the last bar.
func (c *barChart) last() int { return c.first + len(c.bars) }

// rows is how many rows the table and the chart take, whichever is longer.
func (c *barChart) rows() int {
	return max(2+len(c.bars)+min(1, c.others), chartHeight(len(c.bars))/rowPixels+1)
}

// charts writes Graphiques.
func (b *book) charts() {
	if len(b.drawn) == 0 {
		return
	}
	var names []string
	widest := Euros(b.Statement.Totals.Gross, b.Lang)
	s := shape{name: b.names.charts, head: b.head(b.names.charts)}
	for i := range b.drawn {
		c := &b.drawn[i]
		for _, bar := range c.bars {
			names = append(names, bar.name)
		}
		s.body += c.rows() + 1
		if i > 0 && c.first+c.rows() > rowsOfPage {
			s.breaks = append(s.breaks, c.first)
		}
	}
	s.columns = []sheetColumn{columnUpTo(longName, "", 20, names...), columnOf("", 12, widest), {width: 3}, {width: 104}}
	for i, c := range s.columns { // where a chart ends is counted in columns, now
		name := diag.ColumnName(i + 1)
		b.fail(b.f.SetColWidth(s.name, name, name, float64(c.width)))
	}
	for i := range b.drawn {
		b.drawBars(s, &b.drawn[i])
	}
	sh := b.open(s)
	for i := range b.drawn {
		sh.bars(&b.drawn[i])
	}
	sh.close()
}

// rowsOfPage is how many rows a page of Graphiques holds at the smallest.
const rowsOfPage = 44

// drawBars lays a chart beside its table.
func (b *book) drawBars(s shape, c *barChart) {
	of := func(column int) string { return inSheet(s.name, fixedRange(column, c.first+1, c.last())) }
	b.barChart(s.name, cell(barRoom, c.first), excelize.ChartSeries{
		Name: inSheet(s.name, fixed(barAmounts, c.first)), Categories: of(barNames), Values: of(barAmounts),
	}, barLook{len(c.bars), euroFormat(b.Lang, 0), true}, b.chartTitle(c.title, b.say(text.ChartValuesLeft())))
}

// bars writes the table of a chart, and the rows that the chart takes under it.
func (sh *sheet) bars(c *barChart) {
	b := sh.b
	head, body, total := look{bold: true, size: 9, center: true, head: true}, look{body: true}, look{bold: true, total: true}
	sh.add(bodyHeight, b.text(head, c.names), b.text(head, c.euro))
	for _, bar := range c.bars {
		name := b.text(look{body: true, wrap: true}, bar.name)
		name.Formula = bar.nameAt
		sh.add(sh.shape.height(barNames, bar.name), name, b.euros(body, bar.amount, bar.amountAt))
	}
	if c.others > 0 {
		shown := "SUM(" + cell(barAmounts, c.first+1) + ":" + cell(barAmounts, c.last()) + ")"
		sh.add(bodyHeight, b.text(look{body: true, idle: true}, b.say(text.WithoutBar(c.others))),
			b.euros(look{body: true, idle: true}, c.rest, "ROUND("+c.total.amountAt+"-"+shown+",2)"))
	}
	sh.add(bodyHeight, b.text(total, c.total.name), b.euros(total, c.total.amount, c.total.amountAt))
	for sh.row < c.first+c.rows() {
		sh.add(0)
	}
}

// rowPixels is how many pixels a row of a sheet is high.
const rowPixels = 20

// chartHeight is that of a chart with so many bars, in pixels: programs break the amounts of a
// low one.
func chartHeight(bars int) int { return max(240, 70+24*bars) }

// A barLook is how bars are shown.
type barLook struct {
	bars   int
	format string // of their amounts
	zero   bool   // the axis begins at 0; else where the program wants it
}

// A barTitle is the title of a chart, and what it says to those who do not see it.
type barTitle struct{ words, alternative string }

// chartTitle titles a chart, on one line. A picture may be taken without its sheet: the title
// says that it is of a simulation (R9).
func (b *book) chartTitle(title, values string) barTitle {
	title = b.marked(title)
	return barTitle{title, title + ". " + values}
}

// barChart lays a chart at a cell: bars in one colour, no legend, names where they do not
// hide behind negative bars. Bars have their amounts: an axis would repeat them.
func (b *book) barChart(sheet, at string, series excelize.ChartSeries, l barLook, title barTitle) {
	no, gap := false, uint(40)
	font := excelize.Font{Family: fontName, Size: 9, Color: "000000"}
	numbers := excelize.ChartNumFmt{CustomNumFmt: l.format}
	axis := excelize.ChartAxis{None: true, Font: font, NumFmt: numbers}
	if l.zero {
		axis.Minimum = new(float64)
	}
	series.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"4472C4"}}
	b.fail(b.f.AddChart(sheet, at, &excelize.Chart{
		Type: excelize.Bar, Series: []excelize.ChartSeries{series},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: title.words, Font: &excelize.Font{Family: fontName, Size: 11, Bold: true, Color: "000000"},
		}}},
		Format:     excelize.GraphicOptions{OffsetY: 3, AltText: title.alternative}, // off the edge of a page
		VaryColors: &no, Legend: excelize.ChartLegend{Position: "none"}, GapWidth: &gap,
		XAxis:     excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: font},
		YAxis:     axis,
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: numbers},
		Dimension: excelize.ChartDimension{Width: 720, Height: uint(chartHeight(l.bars))},
	}))
}
