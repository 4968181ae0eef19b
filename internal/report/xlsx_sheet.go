package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// A shape is what must be known of a sheet before its first row is written.
type shape struct {
	name    string
	columns []sheetColumn
	head    []headLine
	groups  []group    // of columns, over the header; none for no such row
	body    int        // rows under the header, that of totals too
	foot    []headLine // under the body, after a blank row
	breaks  []int      // rows that begin a page; none where the rows that fit decide
	paged   bool       // pages begin between blocks of rows
	tall    int        // about what all rows take, in points, where they should be on one page; else 0
	upright bool       // however wide it is
	filter  bool       // on the header; the row of totals aside
	freeze  int        // columns that stay in view
	keyed   bool       // the first column is of SIRENs
	hidden  int        // columns at the left that are not shown
	printed int        // columns that are printed; 0 for all
}

// A sheetColumn has the width of its longest text, in characters.
type sheetColumn struct {
	header string // "" in all columns: no header; in one, no column of the table
	width  int
}

// A headLine stands above the table, or under it, across its columns.
type headLine struct {
	words   string
	look    look
	formula string // that gives the words; "" for none
	height  int    // in points; 0 for that of the words
	aside   bool   // at the right, where one signs
}

// A group is some columns under one word.
type group struct {
	header string
	width  int // in columns; those before the first group, which stay in view, have no word
}

// A sheet is one that rows are added to.
type sheet struct {
	b       *book
	shape   shape
	stream  *excelize.StreamWriter
	row     int   // the last one written
	heights []int // of the rows that are written, in points
	blocks  []int // the rows that may begin a page
}

// tabled tells whether the sheet has a header.
func (s shape) tabled() bool { return s.columns[0].header != "" }

// header is the row of the header, or where it would be.
func (s shape) header() int {
	if len(s.groups) > 0 {
		return len(s.head) + 3
	}
	return len(s.head) + 2
}

// first is the first row of the body.
func (s shape) first() int {
	if s.tabled() {
		return s.header() + 1
	}
	return s.header()
}

// last is the last row of the body.
func (s shape) last() int { return s.first() + s.body - 1 }

// end is the last row of the sheet.
func (s shape) end() int {
	if len(s.foot) == 0 {
		return s.last()
	}
	return s.last() + 1 + len(s.foot)
}

// shown are the columns that are printed.
func (s shape) shown() []sheetColumn {
	if s.printed > 0 {
		return s.columns[:s.printed]
	}
	return s.columns
}

func (s shape) width() int { return widthOf(s.shown()) }

func widthOf(columns []sheetColumn) (total int) {
	for _, c := range columns {
		total += c.width
	}
	return total
}

// headColumns is how many columns the lines above the table go across: all, or, where
// they do not fit on one page, those that every page has.
func (s shape) headColumns() int {
	if starts, _ := s.pages(); len(starts) > 0 {
		return s.freeze
	}
	return len(s.shown())
}

// linesHeight is that of lines above the table or under it, in points.
func (s shape) linesHeight(lines []headLine) (total int) {
	for _, line := range lines {
		total += s.lineHeight(line, widthOf(s.columns[:s.headColumns()]))
	}
	return total
}

// lineHeight is that of a line of some width, in points.
func (s shape) lineHeight(line headLine, width int) int {
	if line.height > 0 {
		return line.height
	}
	return lineHeight(line.words, width, line.look.size)
}

// asideFrom is the column, counted from 1, where what stands at the right begins.
func (s shape) asideFrom(columns int) int {
	const room = 40 // characters
	at := columns
	for at > s.hidden+1 && widthOf(s.columns[at-1:columns]) < room {
		at--
	}
	return at
}

// open begins a sheet and writes what stands above its body.
func (b *book) open(s shape) *sheet {
	sh := &sheet{b: b, shape: s}
	if b.err != nil {
		return sh
	}
	b.print(s)
	stream, err := b.f.NewStreamWriter(s.name)
	if err != nil {
		b.fail(err)
		return sh
	}
	sh.stream = stream
	for i, c := range slices.Backward(s.columns) { // each goes before those that are there
		b.fail(stream.SetColWidth(i+1, i+1, float64(max(1, c.width))))
	}
	if s.hidden > 0 {
		b.fail(stream.SetColVisible(1, s.hidden, false))
	}
	sh.freeze()
	sh.top()
	return sh
}

// top writes the lines above the table, the groups of columns and the header.
func (sh *sheet) top() {
	s, b := sh.shape, sh.b
	sh.across(s.head)
	sh.add(0)
	if !s.tabled() {
		return
	}
	if len(s.groups) > 0 {
		sh.group()
	}
	cells := make([]any, len(s.columns))
	tall := 1
	for i, c := range s.columns {
		if c.header == "" { // room for a picture
			cells[i] = b.blank(look{})
			continue
		}
		cells[i] = b.text(look{bold: true, size: 9, wrap: true, center: true, head: true}, c.header)
		if i >= s.hidden {
			tall = max(tall, lines(c.header, c.width))
		}
	}
	sh.add(max(18, 12*tall+6), cells...)
}

// across writes lines across the columns, or at their right.
func (sh *sheet) across(lines []headLine) {
	s := sh.shape
	columns := s.headColumns()
	for _, line := range lines {
		from := s.hidden + 1
		if line.aside {
			from = s.asideFrom(columns)
		}
		cells := make([]any, from)
		c := sh.b.text(line.look, line.words)
		c.Formula = line.formula
		cells[from-1] = c
		sh.merge(from, columns)
		sh.add(s.lineHeight(line, widthOf(s.columns[from-1:columns])), cells...)
	}
}

// group writes the words over the columns.
func (sh *sheet) group() {
	l := look{bold: true, center: true, head: true}
	at := sh.shape.freeze
	cells := make([]any, at)
	for _, g := range sh.shape.bands() {
		sh.merge(at+1, at+g.width)
		at += g.width
		cells = append(cells, sh.b.text(l, g.header))
		for range g.width - 1 {
			cells = append(cells, sh.b.blank(l))
		}
	}
	sh.add(18, cells...)
}

// merge makes one cell of several of the row that comes next.
func (sh *sheet) merge(from, to int) {
	if sh.b.err == nil && from < to {
		sh.b.fail(sh.stream.MergeCell(cell(from, sh.row+1), cell(to, sh.row+1)))
	}
}

// add writes the next row; height is in points, 0 for the usual one.
func (sh *sheet) add(height int, cells ...any) {
	sh.row++
	sh.heights = append(sh.heights, cmp.Or(height, bodyHeight))
	if sh.b.err == nil && len(cells) > 0 {
		sh.b.fail(sh.stream.SetRow(cell(1, sh.row), cells, excelize.RowOpts{Height: float64(height)}))
	}
}

// close writes what stands under the body, and ends the sheet.
func (sh *sheet) close() {
	if len(sh.shape.foot) > 0 {
		sh.add(0)
		sh.across(sh.shape.foot)
	}
	if sh.b.err == nil {
		sh.paginate()
		sh.b.fail(sh.stream.Flush())
	}
}

// lineHeight is the height, in points, of a text of some size across some width.
func lineHeight(words string, width, size int) int {
	if size == 0 {
		size = 10
	}
	return min(409, (size+4)*lines(words, max(10, width*11/size)))
}

// columnOf makes a column wide enough for its texts, and for the longest word of its
// header, which is smaller. Letters are narrower than the digits that widths are
// counted in: long texts take less.
func columnOf(header string, least int, texts ...string) sheetColumn {
	return columnUpTo(widest, header, least, texts...)
}

// columnUpTo is columnOf with the most that the column takes.
func columnUpTo(most int, header string, least int, texts ...string) sheetColumn {
	width := least
	for _, word := range strings.Fields(header) {
		width = max(width, utf8.RuneCountInString(word)*9/10)
	}
	for _, s := range texts {
		n := utf8.RuneCountInString(s)
		width = max(width, min(n, 16)+max(0, n-16)*9/10)
	}
	return sheetColumn{header, min(width, most) + 2}
}

// widest is the most that a column of text takes, in digits; longer texts go to more
// lines.
const widest = 38

// The most that a column of names takes: where each stands in many rows, and where it
// stands in one, beside many figures.
const (
	longName     = 64
	longNameOnce = 48
)

// bodyHeight is that of a row of one line, in points.
const bodyHeight = 15

// height is that of a row whose texts stand in these columns, counted from 1.
func (s shape) height(column int, words string) int {
	width := s.columns[column-1].width * 11 / 10
	if width == 0 || len(words) <= width {
		return bodyHeight
	}
	return bodyHeight + 13*(lines(words, width)-1)
}

// lines is how many lines a text takes; one that no row can show whole takes as many
// as a row can have.
func lines(words string, width int) int {
	const most = 24 // 409 points are the most
	if len(words) > most*width {
		return most
	}
	return min(most, len(Wrap(words, width)))
}
