package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The columns of Causes, from 1.
const (
	effectSIREN = iota + 1
	effectName
	effectCause
	effectComponent
	effectBefore
	effectAfter
	effectAmount
)

func (b *comparedBook) shapeCauses() shape {
	widest := signedEuros(-max(b.c.Of.Totals.Baseline, b.c.Of.Totals.Variant), b.c.Lang)
	var names, components, sides []string
	for _, e := range b.effects {
		before, after := b.words.effectSides(b.c, e.member, e.Effect)
		names, components = append(names, b.memberOf(e.member)), append(components, b.componentOf(e.Effect))
		sides = append(sides, before, after)
	}
	return shape{
		name: b.sheets.causes, head: b.heads(b.sheets.causes), freeze: 2, keyed: true, filter: true,
		columns: []sheetColumn{
			columnOf("SIREN", 9), columnUpTo(longName, "EPCI", 20, names...),
			columnOf(b.say(text.CauseHead()), 12), columnOf(b.say(text.ComponentWord()), 16, components...),
			columnOf(b.say(text.BeforeWord()), 20, sides...), columnOf(b.say(text.AfterWord()), 20, sides...),
			columnOf(b.say(text.DifferenceWord()), 10, widest),
		},
		body: max(1, len(b.effects)) + 1,
	}
}

// componentOf names the component of an effect; blank for subsidies and members.
func (b *comparedBook) componentOf(e pricing.Effect) string { return b.words.effectComponent(b.c, e) }

// causes writes Causes.
func (b *comparedBook) causes() {
	sh := b.open(b.effect)
	l := look{body: true}
	wrap := look{body: true, wrap: true}
	for _, e := range b.effects {
		before, after := b.words.effectSides(b.c, e.member, e.Effect)
		height := max(b.effect.height(effectName, b.memberOf(e.member)), b.effect.height(effectComponent, b.componentOf(e.Effect)),
			b.effect.height(effectBefore, before), b.effect.height(effectAfter, after))
		sh.add(height,
			b.text(l, text.Safe(e.member.SIREN)), b.text(wrap, b.memberOf(e.member)),
			b.text(l, b.say(text.CauseWord(e.Cause.String()))), b.text(wrap, b.componentOf(e.Effect)),
			b.text(wrap, before), b.text(wrap, after), b.euros(l, e.Amount, ""))
	}
	if len(b.effects) == 0 {
		sh.add(0, b.blank(look{}))
	}
	total := look{bold: true, total: true}
	var sum pricing.Cents
	for _, e := range b.effects {
		sum += e.Amount
	}
	cells := []any{b.text(total, b.say(text.Total()))}
	for range effectAmount - 2 {
		cells = append(cells, b.blank(total))
	}
	amounts := "ROUND(SUM(" + cell(effectAmount, b.effect.first()) + ":" + cell(effectAmount, b.effect.last()-1) + "),2)"
	sh.add(20, append(cells, b.euros(total, sum, amounts))...)
	sh.close()
}

// mostBars is how many bars a chart shows that can be read.
const mostBars = 20

// chart writes the sheet of the chart: its figures, the largest changes, read
// Comparaison.
func (b *comparedBook) chart() {
	at := make([]int, len(b.c.Rows)) // of the rows, the largest change first
	for i := range at {
		at[i] = i
	}
	size := func(i int) pricing.Cents { return max(b.c.Rows[i].Change, -b.c.Rows[i].Change) }
	slices.SortStableFunc(at, func(x, y int) int { return cmp.Compare(size(y), size(x)) })
	bars := at[:min(mostBars, len(at))]
	slices.SortFunc(bars, func(x, y int) int { return cmp.Or(cmp.Compare(b.c.Rows[y].Change, b.c.Rows[x].Change), x-y) })
	var names []string
	for _, i := range bars {
		names = append(names, b.memberOf(b.c.Rows[i]))
	}
	s := shape{
		name: b.sheets.chart, head: b.heads(b.sheets.chart), body: chartHeight(len(bars))/rowPixels + 2,
		columns: []sheetColumn{
			columnUpTo(longNameOnce, "EPCI", 20, names...), columnOf(b.say(text.DifferenceWord()), 12), {"", 3}, {"", 104},
		},
	}
	if len(bars) > 0 {
		b.addChart(s, len(bars))
	}
	sh := b.open(s)
	l := look{body: true}
	for _, i := range bars {
		row := b.first + i
		name, change := inSheet(b.names.summary, cell(sheetName, row)), inSheet(b.names.summary, cell(b.at(sheetChange), row))
		sh.add(bodyHeight,
			excelize.Cell{StyleID: b.style(l), Value: b.memberOf(b.c.Rows[i]), Formula: name},
			b.euros(l, b.c.Rows[i].Change, change))
	}
	sh.close()
}

// addChart lays bars beside the figures.
func (b *comparedBook) addChart(s shape, bars int) {
	for i, c := range s.columns { // where the chart ends is counted in columns, now
		name := diag.ColumnName(i + 1)
		b.fail(b.f.SetColWidth(s.name, name, name, float64(c.width)))
	}
	of := func(column int) string { return inSheet(s.name, fixedRange(column, s.first(), s.first()+bars-1)) }
	b.barChart(s.name, cell(4, s.first()), excelize.ChartSeries{
		Name: inSheet(s.name, fixed(2, s.header())), Categories: of(1), Values: of(2),
	}, barLook{bars: bars, format: countFormat},
		b.chartTitle(b.say(text.ChartTitle(bars, len(b.c.Of.Members))), b.say(text.ChartValuesLeft())))
}

// sources writes Sources: what each side rests on, and the notices.
func (b *comparedBook) sources() {
	var facts []fact
	for i, s := range b.c.sides() {
		one := *b.book
		one.Run = s.run
		one.Lang = b.c.Lang
		if i == 0 {
			one.Notices = nil // those of another run: its own document has them
		}
		facts = append(facts, fact{label: strings.ToUpper(b.say(s.word))})
		facts = append(facts, one.facts()...)
	}
	b.list(b.names.sources, b.heads(b.names.sources), facts)
}

// comparedWorkbookFigures takes back the figures of Comparaison as they are cached.
func comparedWorkbookFigures(document []byte) (all []Figure, err error) {
	defer func() {
		if p := recover(); p != nil { // the library may, on a document made to harm it
			all, err = nil, unreadable(text.NotOurWorkbook(), fmt.Errorf("%v", p))
		}
	}()
	f, err := openWorkbook(document)
	if err != nil {
		return nil, unreadable(text.NotOurWorkbook(), err)
	}
	defer func() { err = cmp.Or(err, f.Close()) }()
	r := figureReader{f: f, columns: namedColumns(f.GetDefinedName())}
	if err := r.compared(); err != nil {
		return nil, unreadable(text.NotOurWorkbook(), err)
	}
	return r.all, nil
}

// compared reads Comparaison, the totals under it too.
func (r *figureReader) compared() error {
	last, totals := r.columns[sirenColumn].last, false
	err := r.walk(sirenColumn, func(row int, cells []string) {
		siren := r.at(cells, sirenColumn)
		switch {
		case row > last && siren == "": // those that are not listed
			return
		case row > last:
			siren, totals = "", true
		case siren == "" && r.at(cells, epciColumn) == "":
			return
		default:
			r.all = named(r.all, siren, r.at(cells, epciColumn))
		}
		for _, field := range comparedFields() {
			raw := r.at(cells, comparedColumn+field)
			if field == percentField {
				raw = percentOf(raw)
			}
			r.add(siren, field, raw, 2)
		}
	})
	if err == nil && !totals {
		return errors.New("no row of totals")
	}
	return err
}

// percentOf is a ratio of a workbook in percent, as programs write it; blank for none.
func percentOf(raw string) string {
	ratio, err := decimal.NewFromString(raw)
	if !isNumber(raw) || err != nil {
		return ""
	}
	return ratio.Shift(2).String()
}
