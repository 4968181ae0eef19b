package report

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// writeComparedWorkbook is the format of spreadsheet programs:
//
//	Comparaison  a row per member: both sides as numbers; change, percentage, sum of
//	             causes and totals as formulas; each cause sums its rows of Causes
//	Graphique    the largest changes
//	Causes       a row per effect: what it goes from and to
//	Sources      where the figures come from
func writeComparedWorkbook(w io.Writer, c Comparison) error {
	b := newComparedBook(c)
	for _, write := range []func(){b.comparison, b.chart, b.causes, b.sources, b.properties} {
		if b.err == nil {
			write()
		}
	}
	if b.err == nil {
		b.f.SetZipWriter(newSortedZip)
		b.fail(b.f.Write(w))
	}
	return errors.Join(b.err, b.f.Close()) // Close removes the library's temporary files
}

// A comparedBook is the workbook of a comparison on its way.
type comparedBook struct {
	*book
	c             Comparison
	sheets        struct{ chart, causes string }
	shape, effect shape
	first         int // row of Comparaison with a member
	others        int // its row with those that are not listed; 0 for none
	total         int
	effects       []effectRow
	shown         []pricing.Cause // those that have a column
	became        bool            // something became of a member: there is a column for it
}

// An effectRow is a row of Causes.
type effectRow struct {
	member *pricing.Difference
	pricing.Effect
}

func newComparedBook(c Comparison) *comparedBook {
	r := c.Variant
	r.Lang = c.Lang
	b := &comparedBook{c: c, book: &book{
		Run: r, f: excelize.NewFile(), words: &terminal{lang: c.Lang}, looks: make(map[look]int),
	}}
	b.names.summary, b.names.sources = b.say(text.SheetComparison()), b.say(text.SheetSources())
	b.sheets.chart, b.sheets.causes = b.say(text.SheetChart()), b.say(text.CausesTitle())
	b.cover = b.say(text.ComparisonTitle(c.Baseline.Year, c.Variant.Year))
	b.about = b.say(text.ComparedTariffs(text.Safe(c.Baseline.Statement.Tariff.Version), text.Safe(c.Variant.Statement.Tariff.Version)))
	b.marks = c.Simulation()
	b.fail(b.f.SetDefaultFont(fontName))
	b.fail(b.f.SetSheetName("Sheet1", b.names.summary))
	for _, name := range []string{b.sheets.chart, b.sheets.causes, b.names.sources} {
		_, err := b.f.NewSheet(name)
		b.fail(err)
	}
	b.shown = c.shownCauses()
	b.became = slices.ContainsFunc(c.Rows, func(d *pricing.Difference) bool { return b.statusOf(d) != "" })
	for _, d := range c.Rows {
		for _, e := range d.Effects {
			b.effects = append(b.effects, effectRow{d, e})
		}
	}
	b.shape, b.effect = b.shapeComparison(), b.shapeCauses()
	b.first = b.shape.first()
	b.total = b.shape.last()
	if c.Others != nil {
		b.others = b.total - 1
	}
	return b
}

// The columns of Comparaison, from 1, where there is one of what became of members;
// [comparedBook.at] tells where they are.
const (
	sheetSIREN = iota + 1
	sheetName
	sheetStatus
	sheetBaseline
	sheetVariant
	sheetChange
	sheetPercent
	sheetCauses // the first of them; after the last, their sum
)

// at is where a column is: one to the left where nothing became of any member.
func (b *comparedBook) at(column int) int {
	if column > sheetStatus && !b.became {
		return column - 1
	}
	return column
}

// heads says on the face of a sheet what is compared with what.
func (b *comparedBook) heads(sheet string) []headLine {
	head := b.headTitle(sheet)
	for _, s := range b.c.sides() {
		changes := b.words.changes(s.run.Statement)
		if len(changes) > 0 {
			head = append(head, lineOf(look{bold: true, alert: true, wrap: true},
				b.say(text.Labelled(b.say(text.SimulationOf(s.word)), strings.Join(changes, b.say(text.Semicolon()))))))
		}
	}
	for _, s := range b.c.sides() {
		head = append(head, lineOf(look{wrap: true}, b.say(text.Labelled(b.say(s.word), b.words.situation(s.run)))))
		if words := b.words.assumption(s.run.Statement); words != "" {
			head = append(head, lineOf(look{italic: true, wrap: true}, b.say(text.Labelled(b.say(text.AssumptionOf(s.word)), words))))
		}
	}
	if m, is := b.c.NewRules(); is {
		head = append(head, lineOf(look{bold: true, alert: true, wrap: true}, capital(m.In(b.c.Lang))+"."))
	}
	if b.c.computedOnly() {
		head = append(head, lineOf(look{wrap: true}, b.say(text.ComputedCompared())))
	}
	return head
}

func (b *comparedBook) shapeComparison() shape {
	totals := &b.c.Of.Totals
	widest := signedEuros(-max(totals.Baseline, totals.Variant), b.c.Lang)
	names, statuses := []string{}, []string{}
	for _, d := range b.c.Rows {
		names, statuses = append(names, b.memberOf(d)), append(statuses, b.statusOf(d))
	}
	columns := []sheetColumn{
		columnOf("SIREN", 9), columnUpTo(longNameOnce, "EPCI", 20, names...),
	}
	if b.became {
		columns = append(columns, columnOf(b.say(text.MemberStatusWord()), 10, statuses...))
	}
	columns = append(columns,
		columnOf(b.say(text.BaselineWord()), 10, widest), columnOf(b.say(text.VariantWord()), 10, widest),
		columnOf(b.say(text.DifferenceWord()), 10, widest), columnOf(b.say(text.PercentWord()), 9),
	)
	for _, cause := range b.shown {
		columns = append(columns, columnOf(b.say(text.CauseWord(cause.String())), 9, widest))
	}
	columns = append(columns, columnOf(b.say(text.CausesSum()), 10, widest))
	body := max(1, len(b.c.Rows)) + 1
	if b.c.Others != nil {
		body++
	}
	return shape{
		name: b.names.summary, columns: columns, freeze: 2, keyed: true, head: b.heads(b.names.summary),
		groups: []group{
			{b.say(text.SheetGroupSums()), b.at(sheetCauses) - sheetStatus}, {b.say(text.CausesTitle()), len(b.shown) + 1},
		},
		body: body,
	}
}

func (b *comparedBook) memberOf(d *pricing.Difference) string { return b.words.memberOf(d) }

// statusOf says what became of a member; blank for one on both sides.
func (b *comparedBook) statusOf(d *pricing.Difference) string { return b.words.became(d) }

// comparison writes Comparaison.
func (b *comparedBook) comparison() {
	b.nameFigures()
	sh := b.open(b.shape)
	at := 0 // in the effects
	for i, d := range b.c.Rows {
		row := b.first + i
		cells := b.figures(d, row, look{body: true}, b.sumsOf(d, at))
		cells[sheetSIREN-1] = b.text(look{body: true}, text.Safe(d.SIREN))
		cells[sheetName-1] = b.text(look{body: true, wrap: true}, b.memberOf(d))
		height := b.shape.height(sheetName, b.memberOf(d))
		if b.became {
			cells[sheetStatus-1] = b.text(look{body: true, wrap: true}, b.statusOf(d))
			height = max(height, b.shape.height(sheetStatus, b.statusOf(d)))
		}
		sh.add(height, cells...)
		at += len(d.Effects)
	}
	if len(b.c.Rows) == 0 {
		sh.add(0, b.blank(look{}))
	}
	if b.others > 0 {
		cells := b.figures(b.c.Others, b.others, look{body: true}, make([]string, len(causes())))
		if b.became {
			cells[sheetStatus-1] = b.blank(look{body: true})
		}
		cells[sheetSIREN-1] = b.blank(look{body: true})
		cells[sheetName-1] = b.text(look{body: true, wrap: true}, b.say(text.Unlisted(b.c.Hidden, Euros(b.c.Least, b.c.Lang))))
		sh.add(b.shape.height(sheetName, b.say(text.Unlisted(b.c.Hidden, Euros(b.c.Least, b.c.Lang)))), cells...)
	}
	b.comparedTotals(sh)
	sh.close()
}

// sumsOf gives, by cause, the formula that sums a member's rows of Causes; at is where
// they begin. It is blank where there are none.
func (b *comparedBook) sumsOf(d *pricing.Difference, at int) []string {
	rows := make([][]string, len(causes()))
	for i, e := range d.Effects {
		rows[e.Cause] = append(rows[e.Cause], cell(effectAmount, b.effect.first()+at+i))
	}
	sums := make([]string, len(rows))
	for cause, cells := range rows {
		for i := range cells {
			cells[i] = inSheet(b.sheets.causes, cells[i])
		}
		sums[cause] = strings.Join(cells, "+")
	}
	return sums
}

// figures fills a row: the two sides, formulas for what follows from them, the causes.
func (b *comparedBook) figures(d *pricing.Difference, row int, l look, sums []string) []any {
	cells := make([]any, b.at(sheetCauses)+len(b.shown))
	side := func(amount pricing.Cents, there bool, formula string) excelize.Cell {
		if !there {
			return b.blank(l)
		}
		return b.euros(l, amount, formula)
	}
	cells[b.at(sheetBaseline)-1] = side(d.Baseline, d.From != nil || d.To == nil, "")
	cells[b.at(sheetVariant)-1] = side(d.Variant, d.To != nil || d.From == nil, "")
	bold := l
	bold.bold = true
	cells[b.at(sheetChange)-1] = b.euros(bold, d.Change, "ROUND("+cell(b.at(sheetVariant), row)+"-"+cell(b.at(sheetBaseline), row)+",2)")
	cells[b.at(sheetPercent)-1] = b.percent(l, d, row)
	for i, cause := range b.shown {
		at := b.at(sheetCauses) - 1 + i
		cells[at] = b.blank(l)
		if amount := d.Causes[cause]; sums[cause] != "" || amount != 0 {
			cells[at] = b.euros(l, amount, sums[cause])
		}
	}
	last := b.at(sheetCauses) + len(b.shown)
	sum := ""
	if last > b.at(sheetCauses) {
		sum = "ROUND(SUM(" + cell(b.at(sheetCauses), row) + ":" + cell(last-1, row) + "),2)"
	}
	cells[last-1] = b.euros(l, d.Causes.Sum(), sum)
	return cells
}

// percent is the change over the baseline, rounded as everywhere; new for an increase
// from nothing. The first rounding takes away what binary fractions add to a half.
func (b *comparedBook) percent(l look, d *pricing.Difference, row int) excelize.Cell {
	before, change := cell(b.at(sheetBaseline), row), cell(b.at(sheetChange), row)
	formula := "IF(N(" + before + ")=0,IF(" + change + "=0,\"\",\"" + b.say(text.FromNothing()) + "\"),ROUND(ROUND(" + change + "/" + before + ",12),4))"
	exact, some := d.Percent()
	if !some {
		l.right = true
		return excelize.Cell{StyleID: b.style(l), Value: percentWords(d, b.c.Lang), Formula: formula}
	}
	l.format = "0.00%"
	return b.exact(l, hundredth(exact), formula)
}

// comparedTotals writes the totals.
func (b *comparedBook) comparedTotals(sh *sheet) {
	l := look{bold: true, total: true}
	t := &b.c.Of.Totals
	sums := make([]string, len(causes()))
	down := func(column int) string {
		return "ROUND(SUM(" + cell(column, b.first) + ":" + cell(column, b.total-1) + "),2)"
	}
	for i, cause := range b.shown {
		sums[cause] = down(b.at(sheetCauses) + i)
	}
	cells := b.figures(t, b.total, l, sums)
	if b.became {
		cells[sheetStatus-1] = b.blank(l)
	}
	cells[sheetSIREN-1], cells[sheetName-1] = b.text(l, b.say(text.Total())), b.blank(l)
	cells[b.at(sheetBaseline)-1] = b.euros(l, t.Baseline, down(b.at(sheetBaseline)))
	cells[b.at(sheetVariant)-1] = b.euros(l, t.Variant, down(b.at(sheetVariant)))
	sh.add(20, cells...)
}

// hundredth is a number of percent, of two decimals, as a ratio.
func hundredth(percent string) string {
	sign, digits := "", percent
	if strings.HasPrefix(percent, "-") {
		sign, digits = "-", percent[1:]
	}
	whole, decimals, _ := strings.Cut(digits, ".")
	for len(whole) < 3 {
		whole = "0" + whole
	}
	return sign + whole[:len(whole)-2] + "." + whole[len(whole)-2:] + decimals
}

// comparedColumn begins the names of the columns of Comparaison.
const comparedColumn = "compare_"

// nameFigures names the columns, so that the figures are found whatever the language.
func (b *comparedBook) nameFigures() {
	last := max(b.first, b.first+len(b.c.Rows)-1)
	name := func(name string, column int) {
		b.name(name, b.names.summary, fixedRange(column, b.first, last), "")
	}
	name(sirenColumn, sheetSIREN)
	name(epciColumn, sheetName)
	for i, field := range comparedFields()[:sheetCauses-sheetBaseline] {
		name(comparedColumn+field, b.at(sheetBaseline)+i)
	}
	for i, cause := range b.shown {
		name(comparedColumn+cause.String(), b.at(sheetCauses)+i)
	}
}
