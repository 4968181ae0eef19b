package report

import (
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A summaryPlan is where things stand in Synthèse: SIREN, name, a column for each
// count, the five sums, the three of what was voted, where anything was, and a column for
// each component that anybody is charged. These last are not printed: Détail has them, and a
// page that is signed must be read.
type summaryPlan struct {
	shape       shape
	first, last int // rows of EPCIs; one that stays blank where there is none
	counts      map[pricing.Basis]int
	items       map[*pricing.Component]int
	sums        int // column of the first
}

// planSummary lays Synthèse out.
func (b *book) planSummary() summaryPlan {
	p := summaryPlan{counts: make(map[pricing.Basis]int), items: make(map[*pricing.Component]int)}
	totals := &b.Statement.Totals
	widest := Euros(totals.Gross, b.Lang)
	var figures []sheetColumn
	for _, basis := range b.bases {
		figures = append(figures, columnOf(b.basis(basis), 6, Count(totals.Counts[basis], b.Lang)))
		p.counts[basis] = keysOfSummary + len(figures)
	}
	p.sums = keysOfSummary + len(figures) + 1
	for _, sum := range sums(totals) {
		figures = append(figures, columnOf(b.sumWord(sum.field), 10, widest))
	}
	for _, vote := range b.votes() {
		figures = append(figures, columnOf(b.say(vote.title), 10, widest))
	}
	siren := columnOf("SIREN", 9)
	room := min(longNameOnce, max(20, wellPrinted-siren.width-widthOf(figures)-2))
	columns := append([]sheetColumn{siren, columnUpTo(room, "EPCI", 20, b.memberNames()...)}, figures...)
	printed := len(columns)
	for _, c := range b.charged() {
		columns = append(columns, columnOf(b.words.component(c), 10, widest))
		p.items[c] = len(columns)
	}
	p.shape = shape{
		name: b.names.summary, columns: columns, printed: printed, freeze: keysOfSummary, keyed: true, paged: true,
		head:   b.head(b.names.summary),
		groups: b.summaryGroups(),
		body:   max(1, len(b.Statement.Contributions)) + 1,
	}
	if !b.Call {
		p.shape.head = b.faceHead()
	}
	p.first, p.last = p.shape.first(), p.shape.last()-1
	if !b.Call {
		p.shape.foot = b.closing(p)
	}
	const around = 120 // the header, the totals, blank rows
	p.shape.tall = around + p.shape.linesHeight(p.shape.head) + p.shape.linesHeight(p.shape.foot)
	for _, name := range b.memberNames() {
		p.shape.tall += p.shape.height(keysOfSummary, name)
	}
	return p
}

// keysOfSummary are the columns of SIRENs and names. wellPrinted is how many characters a page
// holds at a scale that is read without effort.
const (
	keysOfSummary = 2
	wellPrinted   = 176
)

// votes gives the columns that follow net where anything was voted.
func (b *book) votes() []voteColumn {
	if !votes(b.Statement) {
		return nil
	}
	all := voteColumns()
	return all[:]
}

// total is the row of the totals.
func (p summaryPlan) total() int { return p.last + 1 }

// net is the column of the net; what was voted, its distance from it, and what is due come next.
func (p summaryPlan) net() int { return p.sums + 4 }

// due is the column of what members are asked for, the last of the three, or net.
func (b *book) due(p summaryPlan) int { return p.net() + len(b.votes()) }

func (b *book) summaryGroups() (groups []group) {
	add := func(words text.Phrase, width int) {
		if width > 0 {
			groups = append(groups, group{b.say(words), width})
		}
	}
	add(text.SheetGroupCounts(), len(b.bases))
	add(text.SheetGroupSums(), len(sums(&b.Statement.Totals))+len(b.votes()))
	add(text.SheetGroupItems(), len(b.charged()))
	return groups
}

// sumWord heads the column of a sum.
func (b *book) sumWord(field string) string { return b.say(sumTitle(field)) }

// memberNames are the names that the workbook shows.
func (b *book) memberNames() []string {
	names := make([]string, len(b.Statement.Contributions))
	for i := range b.Statement.Contributions {
		names[i] = b.member(&b.Statement.Contributions[i])
	}
	return names
}

// member is the name of a member; a question without one says so.
func (b *book) member(c *pricing.Contribution) string {
	if c.SIREN == "" && c.Name == "" {
		return b.say(text.SheetNoMember())
	}
	return text.Safe(c.Name)
}

// summary writes Synthèse.
func (b *book) summary() {
	p := b.members
	b.nameColumns(p)
	if !b.Call {
		b.logo(p.shape)
	}
	sh := b.open(p.shape)
	cells := make([]any, len(p.shape.columns))
	for i := range b.Statement.Contributions {
		b.summaryRow(p, cells, i)
		if i < max(1, len(b.Statement.Contributions)-1) { // the last two stay with the totals
			sh.block()
		}
		sh.add(p.shape.height(2, b.member(&b.Statement.Contributions[i])), cells...)
	}
	if len(b.Statement.Contributions) == 0 {
		sh.add(0, b.blank(look{}))
	}
	b.summaryTotals(p, cells)
	sh.add(20, cells...)
	sh.close()
}

// summaryRow fills the cells of one EPCI. What it has no count of, or is not charged,
// stays blank: absent is not 0.
func (b *book) summaryRow(p summaryPlan, cells []any, i int) {
	c := &b.Statement.Contributions[i]
	row := p.first + i
	body := look{body: true}
	for k := range cells {
		cells[k] = b.blank(body)
	}
	cells[0], cells[1] = b.text(body, text.Safe(c.SIREN)), b.text(look{body: true, wrap: true}, b.member(c))
	for _, basis := range b.bases {
		if q, known := c.Counts[basis]; known {
			cells[p.counts[basis]-1] = b.count(body, q, b.countFormula(p, c, basis, row))
		}
	}
	var yearly, once []int
	for k := range c.Items {
		item := &c.Items[k]
		column := p.items[item.Component]
		if item.Component.Basis.Once() {
			once = append(once, column)
		} else {
			yearly = append(yearly, column)
		}
		cells[column-1] = b.euros(body, item.Amount, b.lineSum(b.plan.spans[i][k]))
	}
	sums := cells[p.sums-1:]
	sums[0] = b.euros(body, c.Yearly, sumOf(yearly, row))
	sums[1] = b.euros(body, c.Once, sumOf(once, row))
	sums[2] = b.euros(body, c.Gross, sumOf([]int{p.sums, p.sums + 1}, row))
	sums[3] = b.euros(body, c.Subsidy, "")
	if spans := b.plan.spans[i]; len(spans) > len(c.Items) { // lines of Détail take it away
		sums[3] = b.euros(body, c.Subsidy, "-"+b.lineSum(spans[len(c.Items)]))
	}
	sums[4] = b.euros(look{body: true, bold: true}, c.Net, cell(p.sums+2, row)+"-"+cell(p.sums+3, row))
	if len(b.votes()) > 0 {
		b.voted(p, sums[5:], c, row)
	}
}

// voted fills what was voted and its distance from net, where anything was, and what the
// member is asked for.
func (b *book) voted(p summaryPlan, cells []any, c *pricing.Contribution, row int) {
	net, voted := cell(p.net(), row), cell(p.net()+1, row)
	if c.Voted != nil {
		cells[0] = b.euros(look{body: true}, *c.Voted, "")
		cells[1] = b.euros(look{body: true}, votedGap(c), "ROUND("+voted+"-"+net+",2)")
	}
	cells[2] = b.euros(look{body: true, bold: true}, c.Due(), "IF(ISBLANK("+voted+"),"+net+","+voted+")")
}

// countFormula makes a count of what is new follow the whole, where all is taken as
// new (R2), and other counts of schools the sum of theirs; the others are numbers.
func (b *book) countFormula(p summaryPlan, c *pricing.Contribution, basis pricing.Basis, row int) string {
	whole, known := c.Counts[basis.Whole()]
	if b.Statement.New == pricing.AllNew && basis.Once() && known && whole == c.Counts[basis] {
		return cell(p.counts[basis.Whole()], row)
	}
	return b.schoolsFormula(basis, row)
}

// lineSum adds up rows of Détail.
func (b *book) lineSum(s span) string {
	first := b.lines.first() + s.first
	amounts := inSheet(b.names.details, cell(amountColumn, first))
	if s.rows == 1 {
		return amounts
	}
	return "SUM(" + amounts + ":" + cell(amountColumn, first+s.rows-1) + ")"
}

// sumOf adds up columns of a row, in ascending order; blank for none.
func sumOf(columns []int, row int) string {
	if len(columns) == 0 {
		return ""
	}
	var ranges []string
	for i := 0; i < len(columns); i++ {
		from := i
		for i+1 < len(columns) && columns[i+1] == columns[i]+1 {
			i++
		}
		some := cell(columns[from], row)
		if i > from {
			some += ":" + cell(columns[i], row)
		}
		ranges = append(ranges, some)
	}
	return "SUM(" + strings.Join(ranges, ",") + ")"
}

// summaryTotals fills the cells of the totals.
func (b *book) summaryTotals(p summaryPlan, cells []any) {
	total := look{bold: true, total: true}
	t := &b.Statement.Totals
	down := func(column int) string {
		return "SUM(" + cell(column, p.first) + ":" + cell(column, p.last) + ")"
	}
	cells[0], cells[1] = b.text(total, b.say(text.Total())), b.blank(total)
	for _, basis := range b.bases {
		column := p.counts[basis]
		cells[column-1] = b.count(total, t.Counts[basis], down(column))
	}
	for i := range t.Items {
		column := p.items[t.Items[i].Component]
		cells[column-1] = b.euros(total, t.Items[i].Amount, down(column))
	}
	for i, sum := range sums(t) {
		cells[p.sums-1+i] = b.euros(total, sum.amount, down(p.sums+i))
	}
	for i, vote := range b.votes() {
		cells[p.net()+i] = b.euros(total, vote.total(b.Statement), down(p.net()+1+i))
	}
}

// nameColumns names the columns, so that the figures are found whatever the language.
func (b *book) nameColumns(p summaryPlan) {
	name := func(name, id string, column int) {
		b.name(name, b.names.summary, fixedRange(column, p.first, p.last), id)
	}
	name(sirenColumn, "", 1)
	name(epciColumn, "", 2)
	for _, basis := range b.bases {
		name(columnName(countColumns, string(basis)), string(basis), p.counts[basis])
	}
	for _, c := range b.charged() {
		name(columnName(itemColumns, c.ID), c.ID, p.items[c])
	}
	for i, sum := range sums(&b.Statement.Totals) {
		name(columnName(sumColumns, sum.field), "", p.sums+i)
	}
	for i, vote := range b.votes() {
		name(columnName(sumColumns, vote.field), "", p.net()+1+i)
	}
}
