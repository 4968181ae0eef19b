package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
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
	rule  bool   // a line across the figures instead of cells
	note  string // a text across the table instead of cells
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
func measure(of []column, tables [][]tableRow) []int {
	widths := make([]int, len(of))
	for i, c := range of {
		widths[i] = columnsOf(c.title)
	}
	for _, rows := range tables {
		for _, row := range rows {
			for i, cell := range row.cells {
				widths[i] = max(widths[i], columnsOf(cell))
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
		rows = slices.Insert(slices.Clone(rows), 0, titles)
	}
	for len(rows) > 0 {
		if rows[0].rule {
			line(b, strings.Repeat("─", min(f.total(), f.room)), false)
			rows = rows[1:]
			continue
		}
		if rows[0].note != "" {
			for _, part := range wrapped(rows[0].note, "  ", "  ", f.room) {
				line(b, part, false)
			}
			rows = rows[1:]
			continue
		}
		end := slices.IndexFunc(rows, func(r tableRow) bool { return r.rule || r.note != "" })
		if end < 0 {
			end = len(rows)
		}
		if f.stacked {
			for _, row := range rows[:end] {
				f.stack(b, row, color)
			}
		} else {
			f.draw(b, rows[:end], color)
		}
		rows = rows[end:]
	}
}

// draw has the table library set the rows beside each other, on as many lines as each
// needs. The widths are ours: what may give way, and in which order, it cannot know.
func (f *fitted) draw(b *bufio.Writer, rows []tableRow, color bool) {
	var drawn strings.Builder
	table := f.table(&drawn)
	var bold []bool // by line
	for _, row := range rows {
		cells, lines := f.cells(row)
		// The library keeps its errors for Render, and a strings.Builder has none.
		_ = table.Append(cells)
		bold = append(bold, slices.Repeat([]bool{row.bold && color}, lines)...)
	}
	_ = table.Render()
	n := 0
	for l := range strings.Lines(drawn.String()) {
		line(b, strings.TrimRight(l, " \n"), bold[n])
		n++
	}
}

// cells gives the cells of a row that are shown, cut or wrapped to their columns'
// widths, and how many lines the row takes.
func (f *fitted) cells(row tableRow) (cells []string, lines int) {
	lines = 1
	for i, cell := range row.cells {
		if f.widths[i] == 0 {
			continue
		}
		if f.columns[i].gives == cuts {
			cell = cut(cell, f.widths[i])
		}
		wrapped := Wrap(cell, f.widths[i])
		lines = max(lines, len(wrapped))
		// The library makes a column as wide as its widest cell. Told a width, it would
		// wrap once more, and make spaces of no-break spaces.
		space := strings.Repeat(" ", f.widths[i]-columnsOf(wrapped[0]))
		if f.columns[i].right {
			wrapped[0] = space + wrapped[0]
		} else {
			wrapped[0] += space
		}
		cells = append(cells, strings.Join(wrapped, "\n"))
	}
	return cells, lines
}

// table makes an empty table of the columns that are shown, without any lines. What
// the library would find out about the reader's locale must not reach the output.
func (f *fitted) table(w io.Writer) *tablewriter.Table {
	var align []tw.Align
	for i, c := range f.columns {
		if f.widths[i] == 0 {
			continue
		}
		if c.right {
			align = append(align, tw.AlignRight)
		} else {
			align = append(align, tw.AlignLeft)
		}
	}
	return tablewriter.NewTable(w,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Symbols:  tw.NewSymbols(tw.StyleNone),
			Settings: tw.Settings{Lines: tw.LinesNone, Separators: tw.SeparatorsNone},
		})),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithConfig(tablewriter.Config{
			Row: tw.CellConfig{
				Formatting: tw.CellFormatting{AutoFormat: tw.Off, AutoWrap: tw.WrapNone},
				Alignment:  tw.CellAlignment{PerColumn: align},
				Padding:    tw.CellPadding{Global: tw.Padding{Right: strings.Repeat(" ", gap), Overwrite: true}},
			},
			Behavior: tw.Behavior{TrimSpace: tw.Off, TrimLine: tw.Off},
		}))
}

// stack writes a row as a line for each of its cells, under the first one: what is
// left where the room cannot hold the figures beside each other.
func (f *fitted) stack(b *bufio.Writer, row tableRow, color bool) {
	titles := 0
	for _, c := range f.columns[1:] {
		titles = max(titles, min(columnsOf(c.title), f.room/3))
	}
	for i, cell := range row.cells {
		if cell == "" {
			continue
		}
		lines := Wrap(cell, f.room)
		if i > 0 {
			title := cut(f.columns[i].title, titles)
			indent := strings.Repeat(" ", 2+titles+gap)
			first := "  " + title + indent[2+columnsOf(title):]
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
