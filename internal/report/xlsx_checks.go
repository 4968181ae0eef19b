package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A check is a row of Contrôles: two formulas that must come to the same. Names stand for
// columns of the other sheets, so that the formulas can be read.
type check struct {
	label string
	// left and right make the value; right is blank where it is the value itself, as it was
	// when the workbook was written.
	left, right string
	apart       string // counts the rows where two sides differ; blank where it is one sum
	amount      pricing.Cents
	count       pricing.Quantity
	counted     bool // the value is count, no amount
}

// The columns of Contrôles.
const (
	checkLabel = iota + 1
	checkLeft
	checkRight
	checkGap
	checkApart
	checkResult
)

// checks writes Contrôles.
func (b *book) checks() {
	all := append(b.checksOfMembers(), b.checksOfLines()...)
	all = append(append(all, b.checksOfSchools()...), b.checksOfWhole()...)
	s := b.shapeChecks(all)
	b.alarm(s)
	sh := b.open(s)
	for _, c := range all {
		sh.check(c)
	}
	sh.close()
}

// shapeChecks lays Contrôles out: whether all is well is said above the table.
func (b *book) shapeChecks(all []check) shape {
	var labels []string
	for _, c := range all {
		labels = append(labels, c.label)
	}
	widest := Euros(b.Statement.Totals.Gross, b.Lang)
	head := func(p text.Phrase, least int, texts ...string) sheetColumn {
		return columnOf(b.say(p), least, texts...)
	}
	s := shape{
		name: b.names.checks, freeze: 1, body: len(all),
		head: append(b.headTitle(b.names.checks), lineOf(look{italic: true, wrap: true}, b.say(text.ChecksAre())),
			lineOf(look{bold: true, size: 11, wrap: true}, b.say(text.ChecksAgree(len(all))))),
		columns: []sheetColumn{
			columnUpTo(longNameOnce, b.say(text.CheckWord()), 30, labels...), head(text.CheckLeft(), 11, widest),
			head(text.CheckRight(), 11, widest), head(text.CheckGap(), 9), head(text.CheckApart(), 8),
			head(text.CheckResult(), 9),
		},
	}
	whole := &s.head[len(s.head)-1]
	agree := fmt.Sprintf("COUNTIF(%s,%s)", fixedRange(checkResult, s.first(), s.last()), formulaText(b.say(text.CheckAgrees())))
	whole.formula = fmt.Sprintf("IF(%s=%d,%s,%d-%s&%s)", agree, len(all), formulaText(whole.words),
		len(all), agree, formulaText(b.say(text.ChecksDiffer())))
	return s
}

// alarm shows in red what does not agree.
func (b *book) alarm(s shape) {
	red, err := b.f.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{alertInk}},
	})
	b.fail(err)
	agrees := formulaText(b.say(text.CheckAgrees()))
	results := fixedRange(checkResult, s.first(), s.last())
	where := func(cells, criteria string) {
		b.fail(b.f.SetConditionalFormat(s.name, cells, []excelize.ConditionalFormatOptions{{
			Type: "formula", Format: &red, Criteria: criteria,
		}}))
	}
	where(cell(1, len(s.head)), fmt.Sprintf("COUNTIF(%s,%s)<%d", results, agrees, s.body))
	where(cell(checkLabel, s.first())+":"+cell(checkResult, s.last()),
		fmt.Sprintf("$%s%d<>%s", diag.ColumnName(checkResult), s.first(), agrees))
}

// check writes the row of a check.
func (sh *sheet) check(c check) {
	b, row := sh.b, sh.row+1
	body, center := look{body: true}, look{body: true, center: true}
	value := func(formula string) excelize.Cell {
		if c.counted {
			return b.count(body, c.count, formula)
		}
		return b.euros(body, c.amount, formula)
	}
	gap := "ROUND(" + cell(checkLeft, row) + "-" + cell(checkRight, row) + ",2)"
	apart, agree := b.blank(body), cell(checkGap, row)+"=0"
	if c.apart != "" {
		apart = b.count(body, 0, c.apart)
		agree = "AND(" + agree + "," + cell(checkApart, row) + "=0)"
	}
	zero := b.euros(body, 0, gap)
	if c.counted {
		zero = b.count(body, 0, gap)
	}
	result := b.text(center, b.say(text.CheckAgrees()))
	result.Formula = fmt.Sprintf("IF(%s,%s,%s)", agree, formulaText(b.say(text.CheckAgrees())), formulaText(b.say(text.CheckDiffers())))
	sh.add(sh.shape.height(checkLabel, c.label), b.text(look{body: true, wrap: true}, c.label),
		value(c.left), value(c.right), zero, apart, result)
}

// totalAt is the cell of a total of Synthèse.
func (b *book) totalAt(column int) string {
	return inSheet(b.names.summary, fixed(column, b.members.total()))
}

// checksOfMembers are those that each EPCI's row of Synthèse must stand.
func (b *book) checksOfMembers() []check {
	p, t := b.members, &b.Statement.Totals
	sum := func(field string) string { return columnName(sumColumns, field) }
	items := make([]string, 0, len(t.Items))
	for _, c := range b.charged() {
		items = append(items, columnName(itemColumns, c.ID))
	}
	each := func(label text.Phrase, terms []string, signs string, right string, column int, amount pricing.Cents) check {
		down := make([]string, len(terms))
		for i, term := range terms {
			down[i] = "SUM(" + term + ")"
		}
		rows := joined(terms, signs)
		return check{
			label: b.say(label), left: joined(down, signs), right: b.totalAt(column), amount: amount,
			apart: "SUMPRODUCT(--(ABS(" + rows + "-" + right + ")>0.004))",
		}
	}
	all := []check{
		each(text.CheckItems(), items, "+", sum("gross"), p.sums+2, t.Gross),
		each(text.CheckYearly(), []string{sum("yearly"), sum("once")}, "+", sum("gross"), p.sums+2, t.Gross),
		each(text.CheckNet(), []string{sum("gross"), sum("subsidy")}, "-", sum("net"), p.net(), t.Net),
	}
	if len(b.votes()) > 0 {
		all = append(all, each(text.CheckVoted(), []string{sum("net"), sum(votedGapField)}, "+", sum(dueField), b.due(p), t.Due()))
	}
	return all
}

// joined puts a sign between terms; it is 0 where there are none.
func joined(terms []string, sign string) string {
	if len(terms) == 0 {
		return "0"
	}
	return strings.Join(terms, sign)
}

// checksOfLines are those that Détail must stand: its lines are products, and make the
// totals of Synthèse, component by component. Components under one label count together.
func (b *book) checksOfLines() []check {
	product := "ROUND(" + lineQuantity + "*" + lineRate + ",2)"
	rated := "(" + lineRate + `<>"")*`
	all := []check{{
		label: b.say(text.CheckLines()), left: "SUMPRODUCT(" + product + ")", right: "SUMPRODUCT(" + rated + lineAmount + ")",
		apart: "SUMPRODUCT(" + rated + "(ABS(" + product + "-" + lineAmount + ")>0.004))", amount: b.products(),
	}}
	t := &b.Statement.Totals
	add := func(label, total string, amount pricing.Cents) {
		words := b.say(text.CheckDetails(label))
		if i := slices.IndexFunc(all, func(c check) bool { return strings.EqualFold(c.label, words) }); i >= 0 {
			all[i].right += total
			all[i].amount += amount
			return
		}
		all = append(all, check{
			label: words, right: strings.TrimPrefix(total, "+"), amount: amount,
			left: "SUMPRODUCT((" + lineComponent + "=" + formulaText(label) + ")*" + lineAmount + ")",
		})
	}
	for i := range t.Items {
		c := t.Items[i].Component
		add(b.words.component(c), "+"+b.totalAt(b.members.items[c]), t.Items[i].Amount)
	}
	add(b.say(text.SubsidyWord()), "+0-"+b.totalAt(b.members.sums+3), -t.Subsidy)
	return append(all, check{
		label: b.say(text.CheckDetails(b.say(lowered(text.Net())))), left: "SUM(" + lineAmount + ")",
		right: b.totalAt(b.members.net()), amount: t.Net,
	})
}

// products is the sum of the lines that have a rate.
func (b *book) products() (sum pricing.Cents) {
	for i := range b.Statement.Contributions {
		for _, item := range b.Statement.Contributions[i].Items {
			for _, line := range item.Lines {
				if line.Kind == pricing.Priced {
					sum += line.Amount
				}
			}
		}
	}
	return sum
}

// checksOfSchools are those that counts made of schools must stand.
func (b *book) checksOfSchools() (all []check) {
	if len(b.Schools) == 0 {
		return nil
	}
	isNew := schoolNew + "," + formulaText(b.say(text.Yes()))
	sums := map[pricing.Basis]string{
		pricing.Pupils: "SUM(" + schoolPupils + ")", pricing.Schools: "COUNTA(" + schoolSIREN + ")",
		pricing.NewPupils: "SUMIF(" + isNew + "," + schoolPupils + ")", pricing.NewSchools: "COUNTIF(" + isNew + ")",
	}
	for _, basis := range b.bases {
		if b.schoolsFormula(basis, b.members.first) == "" {
			continue
		}
		all = append(all, check{
			label: b.say(text.CheckSchools(b.basis(basis))), left: sums[basis],
			right: b.totalAt(b.members.counts[basis]), count: b.Statement.Totals.Counts[basis], counted: true,
		})
	}
	return all
}

// checksOfWhole are those that tell whether the workbook is as it was written.
func (b *book) checksOfWhole() []check {
	p, t := b.members, &b.Statement.Totals
	all := []check{
		{
			label: b.say(text.CheckMembers()), left: "COUNT(" + columnName(sumColumns, "net") + ")",
			count: pricing.Quantity(len(b.Statement.Contributions)), counted: true,
		},
		{label: b.say(text.CheckWritten(b.say(text.Net()))), left: b.totalAt(p.net()), amount: t.Net},
	}
	if len(b.votes()) > 0 {
		all = append(all, check{label: b.say(text.CheckWritten(b.say(text.DueWord()))), left: b.totalAt(b.due(p)), amount: t.Due()})
	}
	return all
}
