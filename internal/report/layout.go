package report

import (
	"bufio"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// A column of a table on a terminal.
type column struct {
	title string
	right bool // aligned right, as figures are
	gives give // what its cells do where room lacks
	least int  // of what gives way: it is not made narrower to keep columns that can be spared
	spare int  // above 0: left out where the table does not fit, the highest first
}

// A give is how a column gives way.
type give int

const (
	keeps give = iota // figures are never cut
	wraps             // on words, to more lines
	cuts              // with …
)

// A tableRow is one row; its cells are as many as the columns.
type tableRow struct {
	cells []string
	bold  bool
	rule  bool // a line across the figures instead of cells
}

const (
	gap    = 2  // between two columns
	narrow = 12 // text is not made narrower at all
)

// A fitted is a table's columns at the widths that its rows need and its room allows.
type fitted struct {
	columns []column
	widths  []int // 0 where the column is left out
	stacked bool  // nothing fits: a cell per line
	room    int
}

// fit finds the widths for all rows, so that several tables with the same columns
// stand in line under each other. A column without title and cells is left out. Text
// gives way first, as long as it can be read; then columns that can be spared.
func fit(columns []column, room int, rows ...[]tableRow) fitted {
	f := fitted{columns: columns, room: room}
	natural := measure(columns, rows)
	spare := 0
	for _, c := range columns {
		spare = max(spare, c.spare)
	}
	for ; spare >= 0; spare-- {
		f.widths = slices.Clone(natural)
		for i, c := range columns {
			if c.spare > spare {
				f.widths[i] = 0
			}
		}
		if f.shrink(func(c column) int { return max(c.least, narrow) }) {
			return f
		}
	}
	f.stacked = !f.shrink(func(column) int { return narrow })
	return f
}

// measure gives the width of each column's longest cell or title.
func measure(columns []column, tables [][]tableRow) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = displaywidth.String(c.title)
	}
	for _, rows := range tables {
		for _, row := range rows {
			for i, cell := range row.cells {
				widths[i] = max(widths[i], displaywidth.String(cell))
			}
		}
	}
	return widths
}

// shrink makes the widest text narrower until the table fits; it gives up where no
// text is wider than its least.
func (f *fitted) shrink(least func(column) int) bool {
	for f.total() > f.room {
		widest := -1
		for i, c := range f.columns {
			if c.gives != keeps && f.widths[i] > least(c) && (widest < 0 || f.widths[i] > f.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return false
		}
		f.widths[widest]--
	}
	return true
}

// total is the width of the table.
func (f *fitted) total() int {
	total := -gap
	for _, w := range f.widths {
		if w > 0 {
			total += w + gap
		}
	}
	return total
}

// header gives the columns' titles as a row.
func (f *fitted) header() tableRow {
	row := tableRow{cells: make([]string, len(f.columns)), bold: true}
	for i, c := range f.columns {
		row.cells[i] = c.title
	}
	return row
}

// write writes the columns' titles, if they have any, and the rows.
func (f *fitted) write(b *bufio.Writer, rows []tableRow, color bool) {
	if titles := f.header(); !f.stacked && slices.ContainsFunc(titles.cells, func(s string) bool { return s != "" }) {
		f.row(b, titles, color)
	}
	for _, row := range rows {
		switch {
		case row.rule:
			line(b, strings.Repeat("─", min(f.total(), f.room)), false)
		case f.stacked:
			f.stack(b, row, color)
		default:
			f.row(b, row, color)
		}
	}
}

// row writes one row, on as many lines as its longest cell needs.
func (f *fitted) row(b *bufio.Writer, row tableRow, color bool) {
	cells := make([][]string, len(row.cells))
	lines := 1
	for i, cell := range row.cells {
		if f.widths[i] == 0 {
			continue
		}
		if f.columns[i].gives == cuts {
			cell = displaywidth.TruncateString(cell, f.widths[i], "…")
		}
		cells[i] = wrap(cell, f.widths[i])
		lines = max(lines, len(cells[i]))
	}
	for n := range lines {
		line(b, f.line(cells, n), row.bold && color)
	}
}

// line sets the nth lines of the cells beside each other.
func (f *fitted) line(cells [][]string, n int) string {
	var s strings.Builder
	for i, cell := range cells {
		if f.widths[i] == 0 {
			continue
		}
		if s.Len() > 0 {
			s.WriteString(strings.Repeat(" ", gap))
		}
		text := ""
		if n < len(cell) {
			text = cell[n]
		}
		space := strings.Repeat(" ", f.widths[i]-displaywidth.String(text))
		if f.columns[i].right {
			s.WriteString(space + text)
		} else {
			s.WriteString(text + space)
		}
	}
	return strings.TrimRight(s.String(), " ")
}

// stack writes a row as a line for each of its cells, under the first one: what is
// left where the room cannot hold the figures beside each other.
func (f *fitted) stack(b *bufio.Writer, row tableRow, color bool) {
	titles := 0
	for _, c := range f.columns[1:] {
		titles = max(titles, min(displaywidth.String(c.title), f.room/3))
	}
	for i, cell := range row.cells {
		if cell == "" {
			continue
		}
		lines := wrap(cell, f.room)
		if i > 0 {
			title := displaywidth.TruncateString(f.columns[i].title, titles, "…")
			indent := strings.Repeat(" ", 2+titles+gap)
			first := "  " + title + indent[2+displaywidth.String(title):]
			lines = wrapped(cell, first, indent, f.room)
		}
		for _, part := range lines {
			line(b, part, row.bold && color)
		}
	}
}

// line writes one line. Consoles without a narrow no-break space in their font print a
// box for it.
func line(b *bufio.Writer, s string, bold bool) {
	s = strings.ReplaceAll(s, narrowSpace, noBreakSpace)
	if bold && s != "" {
		s = "\x1b[1m" + s + "\x1b[0m"
	}
	b.WriteString(s)
	b.WriteByte('\n')
}
