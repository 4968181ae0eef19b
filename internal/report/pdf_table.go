package report

import (
	"strings"
)

// A setTable is a table whose rows are broken into lines.
type setTable struct {
	tablePlan
	columns []paperColumn
	head    setRow
	rows    []setRow
	height  length // of all rows and the head
	sums    int    // where the sums begin at the end
}

// A setRow is a row: the lines of each cell that is shown.
type setRow struct {
	*paperRow
	lines  [][]string
	most   int // of the lines of a cell
	height length
}

// underIndent is how far the lines of an item stand in.
const underIndent = 8 * point

func (p *press) setTable(part *paperPart) *setTable {
	plan := p.plan[tableKind(part)]
	t := &setTable{tablePlan: plan, columns: part.table.columns, rows: make([]setRow, len(part.table.rows))}
	titles := paperRow{cells: make([]paperCell, len(t.columns)), kind: totalRow} // bold
	for i, c := range t.columns {
		titles.cells[i].text = c.title
	}
	t.head = p.setRow(t, &titles)
	t.height = t.head.height
	for i := range t.rows {
		t.rows[i] = p.setRow(t, &part.table.rows[i])
		t.height += t.rows[i].height
	}
	t.sums = len(t.rows)
	for t.sums > 0 && t.rows[t.sums-1].kind >= sumRow {
		t.sums--
	}
	return t
}

func (p *press) setRow(t *setTable, row *paperRow) setRow {
	s := setRow{paperRow: row, lines: make([][]string, len(t.shown))}
	for i, at := range t.shown {
		w := t.span(row, i) - 2*cellSide
		words := row.cells[at].text
		if row.kind == underRow && i == 0 {
			words, w = strings.TrimLeft(words, " "), w-underIndent
		}
		s.lines[i] = p.lines(words, t.face(row), w)
		s.most = max(s.most, len(s.lines[i]))
	}
	s.height = t.rowHeight(s.most)
	return s
}

// span is how wide a cell may be: the text of a sub-total, or of a line, goes over the
// blank cells beside it.
func (t *setTable) span(row *paperRow, i int) length {
	w := t.widths[i]
	if row.kind == bodyRow || t.columns[t.shown[i]].right {
		return w
	}
	for i++; i < len(t.shown) && row.cells[t.shown[i]].text == ""; i++ {
		w += t.widths[i]
	}
	return w
}

func (t *setTable) rowHeight(lines int) length {
	return length(lines)*regular(t.size).leading() + 2*cellHigh
}

// face is the typeface of a row.
func (t *setTable) face(row *paperRow) typeface {
	return typeface{row.kind == totalRow, t.size}
}

// firstRows is how high the head and the rows are that stay with it: two, or more where
// only sums would follow.
func (t *setTable) firstRows() length {
	h := t.head.height
	for i := range t.rows {
		if i > 1 && t.rows[i].kind != totalRow {
			break
		}
		h += t.rows[i].height
	}
	return h
}

// sumsHigh is how high the head and the sums are.
func (t *setTable) sumsHigh() length {
	h := t.head.height
	for i := range t.rows[t.sums:] {
		h += t.rows[t.sums+i].height
	}
	return h
}

// table writes a table, its head again on each page. What is so high after it stays with its
// sums, where a page holds both.
func (p *press) table(t *setTable, after length) {
	p.tableHead(t)
	for i := range t.rows {
		h := t.rows[i].height
		for k := i + 1; k < len(t.rows) && t.rows[k].kind == totalRow; k++ {
			h += t.rows[k].height // totals are not alone on a page
		}
		if with := t.sumsHigh() + after; i == t.sums && i > 0 && after > 0 && with <= p.whole() {
			h = with - t.head.height
		}
		if h > p.room() && h <= p.whole()-t.head.height || t.rowHeight(1) > p.room() {
			p.newPage()
			p.tableHead(t)
		}
		p.row(t, i)
	}
	p.rule(p.y, t.wide(), thin())
}

func (p *press) tableHead(t *setTable) {
	p.f.RawWriteStr(greyBand(sideMargin, p.height-p.y-t.head.height, t.wide(), t.head.height))
	p.dye(navy())
	p.cells(t, &t.head, 0, t.head.most)
	p.dye(black())
	p.rule(p.y, t.wide(), strong())
}

func (t *setTable) wide() (w length) {
	for _, one := range t.widths {
		w += one
	}
	return w
}

// row writes a row, and a rule above it: none between sub-totals. A row that is higher
// than a page goes on over the next.
func (p *press) row(t *setTable, at int) {
	row := &t.rows[at]
	switch {
	case at == 0: // the head has its own
	case row.kind == totalRow, row.kind == sumRow && t.rows[at-1].kind != sumRow:
		p.rule(p.y, t.wide(), thin())
	case row.kind == bodyRow:
		p.rule(p.y, t.wide(), hairline())
	}
	from := 0
	for row.most-from > p.linesLeft(t) {
		fit := max(p.linesLeft(t), 1)
		p.cells(t, row, from, from+fit)
		from += fit
		p.newPage()
		p.tableHead(t)
	}
	p.cells(t, row, from, row.most)
}

// linesLeft is how many lines a row may have on what is left of the page.
func (p *press) linesLeft(t *setTable) int {
	return int((p.room() - 2*cellHigh) / regular(t.size).leading())
}

// cells writes some of the lines of a row, and goes on under it.
func (p *press) cells(t *setTable, row *setRow, from, to int) {
	face := t.face(row.paperRow)
	x := length(sideMargin)
	for i, at := range t.shown {
		lines := row.lines[i]
		if from < len(lines) {
			p.begin(row.siren, row.cells[at].field, from > 0)
			for k, line := range lines[from:min(to, len(lines))] {
				y := p.y + cellHigh + length(k+1)*face.leading() - length(face.size)*point/10*3/10
				p.text(p.cellX(t, i, at, x, line, face, row.kind), y, line, face)
			}
			p.end(row.cells[at].field)
		}
		x += t.widths[i]
	}
	p.y += t.rowHeight(min(to, row.most) - from)
}

// cellX is where a line of a cell begins; numbers end at the right.
func (p *press) cellX(t *setTable, i, at int, x length, line string, face typeface, kind rowKind) length {
	switch {
	case t.columns[at].right:
		return x + t.widths[i] - cellSide - p.wide(strings.TrimRight(line, " "), face)
	case kind == underRow && i == 0:
		return x + cellSide + underIndent
	default:
		return x + cellSide
	}
}
