package report

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/pricing"
)

// A columnPlan says how the tables of a document are set, by [tableKind].
type columnPlan map[string]tablePlan

// A tablePlan is how the tables of one kind are set: upright where they fit in type that is
// read with ease, else across a page that lies; type as large as fits. Those of all members
// are alike, so that columns stand under each other from page to page.
type tablePlan struct {
	across bool
	size   int      // of the type, in tenths of a point
	shown  []int    // the columns that are
	widths []length // of those
}

const itemsKind = "items"

// tableKind names the tables that are set alike.
func tableKind(part *paperPart) string {
	switch part.kind {
	case memberPart, componentPart:
		return itemsKind
	default:
		return part.id
	}
}

// White around the texts of cells: at the sides so much that it is not taken for that between
// thousands.
const (
	cellSide = 4 * point
	cellHigh = 17 * point / 10
)

// A columnSize is what a column needs, in thousandths of an em.
type columnSize struct {
	widest int // of its cells
	head   int // the longest word of its title
	yields bool
}

const (
	leastText = 9_000  // thousandths of an em that a column of long texts has at least
	easyText  = 12_000 // and for its page not to lie: most names take two lines
	mostHead  = 9_000  // a longer word of a title is broken
)

// least is what the column cannot do without, where texts that yield have so much.
func (c columnSize) least(text int) int {
	if c.yields {
		return max(min(c.widest, text), c.head)
	}
	return max(c.widest, c.head)
}

// planColumns looks at every table of a paper.
func (p *press) planColumns() columnPlan {
	sizes := make(map[string][]columnSize)
	tables := make(map[string]*paperTable) // one of each kind
	var look func(parts []paperPart)
	look = func(parts []paperPart) {
		for i := range parts {
			if t := parts[i].table; t != nil {
				kind := tableKind(&parts[i])
				sizes[kind] = p.columns(sizes[kind], t)
				tables[kind] = t
			}
			look(parts[i].parts)
		}
	}
	look(p.paper.parts)
	look(p.paper.annexes)
	plan := make(columnPlan)
	for kind, table := range tables {
		least := easyText
		if kind == itemsKind { // lying pages would hold few members
			least = leastText
		}
		plan[kind] = planTable(p.paper, table, sizes[kind], least)
	}
	return plan
}

// The sizes of type of tables, in tenths of a point.
const (
	largestType  = 90
	goodType     = 80
	smallestType = 60
)

// planTable sets one kind of tables: upright where texts have easy thousandths of an em, else across with all columns as large as fits,
// else without those of counts, which the items tell too, else in what room there is.
func planTable(d *paper, table *paperTable, sizes []columnSize, easy int) tablePlan {
	const upright, across = length(shortSide - 2*sideMargin), length(longSide - 2*sideMargin)
	if plan, fits := fitTable(sizes, allColumns(sizes), upright, easy, goodType); fits {
		return plan
	}
	if plan, fits := fitTable(sizes, allColumns(sizes), across, leastText, smallestType); fits {
		plan.across = true
		return plan
	}
	counted := bases(d.run.Statement.Tariff)
	shown := slices.DeleteFunc(allColumns(sizes), func(at int) bool {
		return len(table.rows) > 0 && slices.Contains(counted, pricing.Basis(table.rows[0].cells[at].field))
	})
	plan, _ := fitTable(sizes, shown, across, leastText, smallestType)
	plan.across = true
	return plan
}

func allColumns(sizes []columnSize) []int {
	all := make([]int, len(sizes))
	for i := range all {
		all[i] = i
	}
	return all
}

// fitTable finds the largest type that columns fit in: in a good size with texts at ease,
// else in any down to the smallest with the least that these need. Where none fits, the
// smallest is squeezed.
func fitTable(sizes []columnSize, shown []int, available length, least, smallest int) (plan tablePlan, fits bool) {
	for text := 2 * leastText; text > least; text -= leastText / 5 {
		for size := largestType; size >= goodType; size -= 5 {
			if plan, fits := sizeColumns(sizes, shown, available, size, text); fits {
				return plan, true
			}
		}
	}
	for size := largestType; ; size -= 5 {
		plan, fits := sizeColumns(sizes, shown, available, size, least)
		if fits || size <= smallest {
			return plan, fits
		}
	}
}

// sizeColumns gives the widths of columns in a size of type: texts that wrap take what is
// left; where columns do not fit, all are narrower.
func sizeColumns(sizes []columnSize, shown []int, available length, size, text int) (plan tablePlan, fits bool) {
	plan = tablePlan{size: size, shown: shown, widths: make([]length, len(shown))}
	all := length(0)
	for i, at := range shown {
		plan.widths[i] = length(sizes[at].least(text))*length(size) + 2*cellSide
		all += plan.widths[i]
	}
	if all <= available {
		plan.spread(sizes, available-all)
		return plan, true
	}
	for i := range plan.widths {
		plan.widths[i] = plan.widths[i] * available / all
	}
	return plan, false
}

// mostAir is how much wider columns are than they need be.
const mostAir = 14 * point

// spread gives the room that is left to the columns of texts, by what they lack; then
// some to every column, and the rest to the widest text, so that tables are as wide as
// lines.
func (plan *tablePlan) spread(sizes []columnSize, left length) {
	lacks, all, widest := make([]length, len(plan.shown)), length(0), 0
	for i, at := range plan.shown {
		if sizes[at].widest > sizes[plan.shown[widest]].widest && sizes[at].yields || !sizes[plan.shown[widest]].yields {
			widest = i
		}
		lacks[i] = max(length(sizes[at].widest)*length(plan.size)+2*cellSide-plan.widths[i], 0)
		all += lacks[i]
	}
	given := length(0)
	for i, lack := range lacks {
		if all > 0 {
			more := lack * min(left, all) / all
			plan.widths[i] += more
			given += more
		}
	}
	if len(plan.widths) == 0 {
		return
	}
	left -= given
	airy := min(left/length(len(plan.widths)), mostAir)
	for i := range plan.widths {
		plan.widths[i] += airy
		left -= airy
	}
	plan.widths[widest] += left
}

// columns widens the sizes of columns for one more table.
func (p *press) columns(sizes []columnSize, t *paperTable) []columnSize {
	if sizes == nil {
		sizes = make([]columnSize, len(t.columns))
		for i, c := range t.columns {
			sizes[i].yields = c.wrap
			for _, word := range wordsOf(c.title) {
				sizes[i].head = max(sizes[i].head, min(p.units(strings.TrimRight(word, " "), true), mostHead))
			}
		}
	}
	for i := range t.rows {
		row := &t.rows[i]
		for at := range row.cells {
			if !t.spans(row, at) {
				sizes[at].widest = max(sizes[at].widest, p.units(row.cells[at].text, row.kind == totalRow))
			}
		}
	}
	return sizes
}

// spans tells whether the text of a cell goes over the blank one beside it, as that of a
// sub-total does, and needs no column as wide as it is.
func (t *paperTable) spans(row *paperRow, at int) bool {
	return row.kind != bodyRow && !t.columns[at].right && at+1 < len(row.cells) && row.cells[at+1].text == ""
}
