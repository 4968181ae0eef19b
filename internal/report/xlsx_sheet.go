package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
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
	filter  bool       // on the header; the row of totals aside
	freeze  int        // columns that stay in view
	keyed   bool       // the first column is of SIRENs
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
}

// A group is some columns under one word.
type group struct {
	header string
	width  int // in columns; those before the first group, which stay in view, have no word
}

// A sheet is one that rows are added to.
type sheet struct {
	b      *book
	shape  shape
	stream *excelize.StreamWriter
	row    int // the last one written
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

func (s shape) width() int { return widthOf(s.columns) }

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
	return len(s.columns)
}

// pages gives the columns, counted from 0, that begin a page after the first one, and the
// width of the widest page: a group that does not fit beside the one before begins a
// page; of a group wider than a page, the first column that does not fit. A sheet
// without groups is one page wide.
func (s shape) pages() (starts []int, most int) {
	if s.width() <= widestFit || len(s.groups) == 0 {
		return nil, s.width()
	}
	keys := widthOf(s.columns[:s.freeze])
	used, at := keys, s.freeze
	for _, g := range s.groups {
		whole := widthOf(s.columns[at : at+g.width])
		for i, c := range s.columns[at : at+g.width] {
			room := c.width
			if i == 0 && keys+whole <= widestPage {
				room = whole
			}
			if used > keys && used+room > widestPage {
				starts = append(starts, at+i)
				used = keys
			}
			used += c.width
			most = max(most, used)
		}
		at += g.width
	}
	return starts, most
}

// bands are the groups, each in as many parts as it has pages.
func (s shape) bands() (parts []group) {
	starts, _ := s.pages()
	at := s.freeze
	for _, g := range s.groups {
		width := 0
		for range g.width {
			if width > 0 && slices.Contains(starts, at) {
				parts = append(parts, group{g.header, width})
				width = 0
			}
			width++
			at++
		}
		parts = append(parts, group{g.header, width})
	}
	return parts
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
		b.fail(stream.SetColWidth(i+1, i+1, float64(c.width)))
	}
	if s.tabled() {
		b.fail(stream.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: s.freeze, YSplit: s.header(),
			TopLeftCell: cell(s.freeze+1, s.first()), ActivePane: "bottomRight",
		}))
	}
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
		tall = max(tall, lines(c.header, c.width))
	}
	sh.add(max(18, 12*tall+6), cells...)
}

// across writes lines across the columns.
func (sh *sheet) across(lines []headLine) {
	columns := sh.shape.headColumns()
	for _, line := range lines {
		sh.merge(1, columns)
		c := sh.b.text(line.look, line.words)
		c.Formula = line.formula
		sh.add(lineHeight(line.words, widthOf(sh.shape.columns[:columns]), line.look.size), c)
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

// What a page on its side holds at the smallest scale that is readable, in characters: as
// Excel draws columns, and as LibreOffice does, an eighth wider. Where pages are told to
// begin, none may be too narrow in either. Then what one upright holds in full size.
const (
	widestFit     = 245
	widestPage    = 205
	smallestScale = 60 // percent
	widestUpright = 105
)

// print sets the sheet up for A4: on its side where it is wide, on as many pages as it
// takes to be read, with the header (and the keys) on each, pages numbered.
func (b *book) print(s shape) {
	starts, most := s.pages()
	orientation, a4, wide, tall := "portrait", 9, 1, 0 // 0: as many as there are rows for
	if s.width() > widestUpright {
		orientation = "landscape"
	}
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}
	fits := len(starts)+len(s.breaks) == 0
	if !fits { // programs that fit pages do not heed where they should begin
		scale := uint(min(100, smallestScale*widestPage/most))
		layout = excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, AdjustTo: &scale}
	}
	b.fail(b.f.SetPageLayout(s.name, &layout))
	for _, column := range starts {
		b.fail(b.f.InsertPageBreak(s.name, cell(column+1, 1)))
	}
	for _, row := range s.breaks {
		b.fail(b.f.InsertPageBreak(s.name, cell(1, row)))
	}
	if s.filter { // before the properties: it resets them
		b.fail(b.f.AutoFilter(s.name, cell(1, s.header())+":"+cell(len(s.columns), s.last()-1), nil))
	}
	yes, no := true, false
	b.fail(b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits}))
	b.fail(b.f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	side, ends, edge := 0.4, 0.6, 0.3 // inches
	b.fail(b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &ends, Bottom: &ends, Header: &edge, Footer: &edge, Horizontally: &yes,
	}))
	b.fail(b.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8" + b.footer() + "&R&8" + b.say(text.SheetFooter("&P", "&N")),
	}))
	if s.keyed { // programs warn of numbers written as text
		b.fail(b.f.AddIgnoredErrors(s.name, cell(1, s.first())+":"+cell(1, s.last()), excelize.IgnoredErrorsNumberStoredAsText))
	}
	b.scoped(s.name, "_xlnm.Print_Area", inSheet(s.name, "$A$1:"+fixed(len(s.columns), s.end())))
	if !s.tabled() {
		return
	}
	first := s.header()
	if len(s.groups) > 0 {
		first--
	}
	titles := inSheet(s.name, fmt.Sprintf("$%d:$%d", first, s.header()))
	if len(starts) > 0 {
		titles = inSheet(s.name, "$A:$"+diag.ColumnName(s.freeze)) + "," + titles
	}
	b.scoped(s.name, "_xlnm.Print_Titles", titles)
}

// scoped gives a sheet a name that spreadsheet programs know.
func (b *book) scoped(sheet, name, refersTo string) {
	b.fail(b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: sheet}))
}

// footer is what stands at the foot of each page, on the left: title and tariff. A
// footer has at most 255 characters, and & begins its codes.
func (b *book) footer() string {
	s := b.marked(b.cover + " – " + b.about)
	if r := []rune(s); len(r) > 100 {
		s = string(r[:99]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
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
	if len(words) <= width {
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
