package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// What a page on its side holds at the smallest scale that is readable, in characters: as
// Excel draws columns, and as LibreOffice does, an eighth wider. Where pages are told to
// begin, none may be too narrow in either. Then what one upright holds in full size, in
// each of them.
const (
	widestFit       = 245
	widestPage      = 205
	smallestScale   = 60 // percent
	widestUpright   = 105
	narrowestScaled = 88
)

// The points that a page of A4 has for rows, on its side and upright: what programs round is
// taken off.
const (
	sidewaysRoom = 494
	uprightRoom  = 733
)

// mostBreaks is how many rows may be told to begin a page: Excel takes 1,026.
const mostBreaks = 1000

// pages gives the columns, counted from 0, that begin a page after the first one, and the
// width of the widest page: a group that does not fit beside the one before begins a
// page; of a group wider than a page, the first column that does not fit. A sheet
// without groups is one page wide.
func (s shape) pages() (starts []int, most int) {
	if s.width() <= widestFit || len(s.groups) == 0 || s.paged {
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

// sideways tells whether the sheet is printed on its side.
func (s shape) sideways() bool { return !s.upright && s.width() > widestUpright }

// fits tells whether a program chooses the scale, so that the columns fit one page: it then
// does not heed where pages should begin.
func (s shape) fits() bool {
	starts, _ := s.pages()
	return len(starts)+len(s.breaks) == 0 && !s.paged
}

// room is what a page has for rows, in points at full size.
func (s shape) room() int {
	if s.sideways() {
		return sidewaysRoom
	}
	return uprightRoom
}

// scale is that of a sheet whose pages are told where to begin, in percent: what the columns
// need, or a little less where all rows are then on one page.
func (s shape) scale() int {
	_, most := s.pages()
	wide := smallestScale * widestPage
	if !s.sideways() {
		wide = 100 * narrowestScaled
	}
	scale := min(100, wide/most)
	if s.tall > 0 {
		if one := 100 * s.room() / s.tall; one >= smallestScale {
			scale = min(scale, one)
		}
	}
	return scale
}

// print sets the sheet up for A4: on its side where it is wide, on as many pages as it
// takes to be read, with the header (and the keys) on each, pages numbered.
func (b *book) print(s shape) {
	starts, _ := s.pages()
	orientation, a4, wide, tall := "portrait", 9, 1, 0 // 0: as many as there are rows for
	if s.sideways() {
		orientation = "landscape"
	}
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}
	fits := s.fits()
	if !fits {
		scale := uint(s.scale())
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
	b.scoped(s.name, "_xlnm.Print_Area", inSheet(s.name, "$A$1:"+fixed(len(s.shown()), s.end())))
	if s.tabled() {
		b.scoped(s.name, "_xlnm.Print_Titles", s.titles(len(starts) > 0))
	}
}

// titles are the rows that every page has, and, where one is not wide enough, the keys.
func (s shape) titles(keys bool) string {
	first := s.header()
	if len(s.groups) > 0 {
		first--
	}
	titles := inSheet(s.name, fmt.Sprintf("$%d:$%d", first, s.header()))
	if keys {
		titles = inSheet(s.name, "$A:$"+diag.ColumnName(s.freeze)) + "," + titles
	}
	return titles
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

// freeze keeps the header and the keys in view; of a head that would fill the screen, the
// keys alone.
func (sh *sheet) freeze() {
	s := sh.shape
	if !s.tabled() || s.freeze == 0 {
		return
	}
	const most = 200 // points
	panes := excelize.Panes{
		Freeze: true, XSplit: s.freeze, YSplit: s.header(), TopLeftCell: cell(s.freeze+1, s.first()), ActivePane: "bottomRight",
	}
	if s.linesHeight(s.head) > most {
		panes = excelize.Panes{Freeze: true, XSplit: s.freeze, TopLeftCell: cell(s.freeze+1, 1), ActivePane: "topRight"}
	}
	sh.b.fail(sh.stream.SetPanes(&panes))
}

// block tells that the next row may begin a page: those before the next block stay with it.
func (sh *sheet) block() {
	if next := sh.row + 1; len(sh.blocks) == 0 || sh.blocks[len(sh.blocks)-1] < next {
		sh.blocks = append(sh.blocks, next)
	}
}

// paginate tells the sheet where its pages begin.
func (sh *sheet) paginate() {
	s := sh.shape
	if !s.paged || len(sh.blocks) == 0 {
		return
	}
	titles := 0
	if s.tabled() {
		titles = sh.heights[s.header()-1]
		if len(s.groups) > 0 {
			titles += sh.heights[s.header()-2]
		}
	}
	begin := pageBreaks(sh.heights, sh.blocks, titles, 100*s.room()/s.scale())
	if len(begin) > mostBreaks {
		return // then the rows that fit decide
	}
	for _, row := range begin {
		sh.b.fail(sh.stream.InsertPageBreak(cell(1, row)))
	}
}

// pageBreaks gives the rows, counted from 1, that begin a page, so that none of the blocks is
// cut that a page can hold. What is above the first block stays with it; each page after the
// first one has titles of some height.
func pageBreaks(heights, blocks []int, titles, room int) (begin []int) {
	sum := func(rows []int) (total int) {
		for _, h := range rows {
			total += h
		}
		return total
	}
	used := sum(heights[:blocks[0]-1])
	ends := append(slices.Clone(blocks[1:]), len(heights)+1)
	for i, first := range blocks {
		block := sum(heights[first-1 : ends[i]-1])
		if i > 0 && used+block > room {
			begin, used = append(begin, first), titles
		}
		if used += block; used > room { // the program goes on to other pages
			used = titles + (used-room)%max(1, room-titles)
		}
	}
	return begin
}
