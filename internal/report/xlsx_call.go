package report

import "github.com/entcalc/entcalc/pricing"

// shapeCall makes of Détail the call of one member, which is signed: its head and what is
// under it are those of the document. Whose lines they are is said there: their columns are
// not shown, and stay for what reads figures back.
func (b *book) shapeCall(s *shape) {
	s.hidden, s.freeze, s.filter, s.upright = memberOfLine, 0, false, true
	for i := range s.hidden {
		s.columns[i].width = 0
	}
	part := &s.columns[componentColumn-1] // so that the page is read without effort
	part.width = min(part.width, 30)
	s.head, s.foot = b.faceHead(), b.closing(b.members)
	s.body = b.plan.rows + len(b.callSums())
}

// A callSum is a sum under the lines of a call.
type callSum struct {
	label  string
	amount pricing.Cents
	cell   string // of Synthèse; a sign may come before it
	due    bool   // it is what is to be paid, or would be
}

// callSums are the sums under the lines of a call, down to what is due.
func (b *book) callSums() (all []callSum) {
	t, p := &b.Statement.Totals, b.members
	for i, sum := range sums(t) {
		s := callSum{b.sumWord(sum.field), sum.amount, b.totalAt(p.sums + i), sum.field == "net"}
		switch sum.field {
		case subsidyField:
			s.amount, s.cell = -s.amount, "-"+s.cell
			if t.Subsidy == 0 {
				continue
			}
		case "gross":
			if t.Subsidy == 0 {
				continue
			}
		}
		all = append(all, s)
	}
	for i, vote := range b.votes() {
		if vote.field != dueField { // one member is called what was voted
			all = append(all, callSum{b.say(vote.title), vote.total(b.Statement), b.totalAt(p.net() + 1 + i), vote.field == votedField})
		}
	}
	return all
}

// callSums adds the sums, their words beside the amounts.
func (d *detailsWriter) callSums() {
	for _, sum := range d.book.callSums() {
		l := look{body: true}
		if sum.due {
			l = look{bold: true, total: true}
		}
		for i := range d.cells {
			d.cells[i] = d.blank(l)
		}
		words := l
		words.right = true
		d.set(basisColumn, d.text(words, sum.label))
		d.set(amountColumn, d.euros(l, sum.amount, sum.cell))
		d.sheet.merge(basisColumn, rateColumn)
		d.sheet.add(18, d.cells[:]...)
	}
}
