package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"github.com/entcalc/entcalc/internal/text"
)

// A length is in ten-thousandths of a point. Whole numbers, so that every machine breaks
// lines and pages at the same places.
type length int64

const point length = 10_000

// The page: A4, and what is left white around it.
const (
	shortSide = 59528 * point / 100
	longSide  = 84189 * point / 100

	sideMargin  = 48 * point
	topMargin   = 56 * point // the running head stands in it
	footMargin  = 58 * point // the footer stands in it
	runningHead = 34 * point // where the running head is written
)

// A typeface is Liberation Sans, which has the narrow no-break space of French numbers.
type typeface struct {
	bold bool
	size int // in tenths of a point: a width in ems' thousandths, times that, is a length
}

func regular(size int) typeface { return typeface{false, size} }
func bold(size int) typeface    { return typeface{true, size} }

// leading is the height of a line.
func (t typeface) leading() length { return length(t.size) * point / 10 * 5 / 4 }

// An ink is a colour by red, green and blue; every one is dark enough to be printed in
// black and white.
type ink struct{ r, g, b int }

func black() ink { return ink{} }
func navy() ink  { return ink{22, 54, 98} }
func red() ink   { return ink{158, 12, 12} }
func grey() ink  { return ink{85, 85, 85} }

// A press puts texts and rules on pages.
type press struct {
	paper         *paper
	plan          columnPlan
	f             *fpdf.Fpdf
	glyphs        glyphs
	across        bool   // pages lie
	pages         []bool // whether each lies
	width, height length // of a page
	y             length // where the next thing goes, from the top
	lift          length // of what is put on another page than the last, see [press.edges]
	bookmarks     []bookmark
	face          typeface
	pen           pen
	ink           ink
	widths        [2][commonRunes]int // of regular and bold characters; 0 is not asked yet
}

// commonRunes are those whose widths are kept: letters, punctuation, currencies.
const commonRunes = 0x2240

// A pen is how rules are drawn.
type pen struct {
	weight length
	ink    ink
}

func newPress(d *paper) *press {
	p := &press{paper: d, f: fpdf.New("P", "pt", "A4", ""), glyphs: readGlyphs(liberationsansregular.TTF)}
	p.f.SetCatalogSort(true)
	p.f.SetCompression(false) // that is done by [pdf.Rewrite]
	p.f.SetAutoPageBreak(false, 0)
	// The library writes into the bytes that it is given.
	p.f.AddUTF8FontFromBytes(family, "", slices.Clone(liberationsansregular.TTF))
	p.f.AddUTF8FontFromBytes(family, "B", slices.Clone(liberationsansbold.TTF))
	p.about()
	p.use(regular(90))
	p.plan = p.planColumns()
	if len(d.parts) > 0 {
		p.across = p.lies(&d.parts[0])
	}
	p.newPage()
	return p
}

const family = "liberationsans"

// about is what the file says of itself: no version, no clock.
func (p *press) about() {
	d := p.paper
	day, err := time.Parse(time.DateOnly, string(d.run.Date))
	if err != nil { // no date: the library would ask the clock, and [paper.finish] takes it out
		day = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	p.f.SetCreationDate(day)
	p.f.SetModificationDate(day)
	p.f.SetTitle(basicPlane(d.subject), true)
	p.f.SetSubject(basicPlane(d.title), true)
	if name := d.run.Letterhead.Name; name != "" {
		p.f.SetAuthor(basicPlane(text.Safe(name)), true)
	}
	p.f.SetProducer("entcalc", true)
	p.f.SetCreator("entcalc", true)
	p.f.SetLang(string(d.run.Lang))
}

// attach adds the calc document, which the document is the face of.
func (p *press) attach(calc []byte) {
	p.f.SetAttachments([]fpdf.Attachment{{Content: calc, Filename: p.paper.attachment(), Description: basicPlane(p.paper.subject)}})
}

// newPage begins a page.
func (p *press) newPage() {
	side := "P"
	if p.across {
		side = "L"
	}
	p.f.AddPageFormat(side, p.f.GetPageSizeStr("A4"))
	p.pages = append(p.pages, p.across)
	p.width, p.height = sides(p.across)
	p.y = topMargin
}

// sides are the sides of a page.
func sides(across bool) (width, height length) {
	if across {
		return longSide, shortSide
	}
	return shortSide, longSide
}

// turn goes on on pages that lie, or stand.
func (p *press) turn(across bool) {
	if across != p.across {
		p.across = across
		p.newPage()
	}
}

// bottom is where the room for texts ends.
func (p *press) bottom() length { return p.height - footMargin }

// room is what is left of the page; whole, what an empty one has.
func (p *press) room() length  { return p.bottom() - p.y }
func (p *press) whole() length { return p.bottom() - topMargin }

// measure is how wide lines may be.
func (p *press) measure() length { return p.width - 2*sideMargin }

// keep begins a page where less than h is left, and more would be on an empty one.
func (p *press) keep(h length) {
	if h > p.room() && p.y > topMargin {
		p.newPage()
	}
}

// use selects a typeface.
func (p *press) use(t typeface) {
	if t == p.face {
		return
	}
	p.face = t
	style := ""
	if t.bold {
		style = "B"
	}
	p.f.SetFont(family, style, points(length(t.size)*point/10))
}

// units measures a text in thousandths of an em.
func (p *press) units(words string, bold bool) (all int) {
	style := 0
	if bold {
		style = 1
	}
	for _, r := range p.glyphs.printable(words) {
		if r >= commonRunes {
			all += p.ask(r, bold)
			continue
		}
		w := &p.widths[style][r]
		if *w == 0 {
			*w = p.ask(r, bold)
		}
		all += *w
	}
	return all
}

// ask gives the width of a character, as the font has it.
func (p *press) ask(r rune, bold bool) int {
	p.use(typeface{bold, p.face.size})
	return p.f.GetStringSymbolWidth(string(r))
}

// wide is how wide a text is.
func (p *press) wide(words string, t typeface) length {
	return length(p.units(words, t.bold)) * length(t.size)
}

// text writes a line; its letters stand on y.
func (p *press) text(x, y length, words string, t typeface) {
	if words == "" {
		return
	}
	p.use(t)
	p.f.Text(points(x), points(y+p.lift), p.glyphs.printable(words))
}

// dye changes the colour of the texts that follow.
func (p *press) dye(i ink) {
	if p.ink != i {
		p.ink = i
		p.f.SetTextColor(i.r, i.g, i.b)
	}
}

// rule draws a line across, from the margin.
func (p *press) rule(y, w length, with pen) {
	if p.pen.ink != with.ink {
		p.f.SetDrawColor(with.ink.r, with.ink.g, with.ink.b)
	}
	if p.pen.weight != with.weight {
		p.f.SetLineWidth(points(with.weight))
	}
	p.pen = with
	p.f.Line(points(sideMargin), points(y+p.lift), points(sideMargin+w), points(y+p.lift))
}

func hairline() pen { return pen{point / 4, ink{185, 185, 185}} }
func thin() pen     { return pen{point / 2, black()} }
func strong() pen   { return pen{point, navy()} }

// image puts the letterhead's logo.
func (p *press) image(png []byte, x, y, w, h length) {
	options := fpdf.ImageOptions{ImageType: "png"}
	p.f.RegisterImageOptionsReader("logo", options, bytes.NewReader(png))
	p.f.ImageOptions("logo", points(x), points(y), points(w), points(h), false, options, 0, "")
}

// A bookmark is a title that a reader of the file goes to.
type bookmark struct {
	title string
	level int
	page  int
	y     length
}

// bookmark remembers that a title is here.
func (p *press) bookmark(title string, level int) {
	p.bookmarks = append(p.bookmarks, bookmark{title, level, len(p.pages), p.y})
}

// edges writes the running heads, the footers and the bookmarks, once it is known how many
// pages there are. The library takes every page to be as high as the last one.
func (p *press) edges() {
	last := p.height
	bookmarks := p.bookmarks
	for i, across := range p.pages {
		p.f.SetPage(i + 1)
		p.width, p.height = sides(across)
		p.lift = last - p.height
		p.edge(i + 1)
		for ; len(bookmarks) > 0 && bookmarks[0].page == i+1; bookmarks = bookmarks[1:] {
			b := bookmarks[0]
			p.f.Bookmark(basicPlane(b.title), b.level, points(b.y+p.lift))
		}
	}
}

// edge writes the running head and the footer of a page.
func (p *press) edge(page int) {
	const size = 70
	d := p.paper
	right := p.width - sideMargin
	p.face, p.pen, p.ink = typeface{}, pen{}, ink{-1, 0, 0} // of another page
	p.dye(grey())
	number := text.PageOf(page, fmt.Sprint(len(p.pages))).In(d.run.Lang)
	wide := p.wide(number, regular(size))
	y := p.height - footMargin + 22*point
	p.rule(y-10*point, p.measure(), hairline())
	p.text(right-wide, y, number, regular(size))
	for _, line := range p.atMost(2, d.foot, regular(size), p.measure()-wide-20*point) {
		p.text(sideMargin, y, line, regular(size))
		y += regular(size).leading()
	}
	if page > 1 {
		head := p.atMost(1, d.subject, regular(size), p.measure()-p.wide(d.mark, bold(90))-20*point)
		p.text(sideMargin, runningHead, strings.Join(head, ""), regular(size))
		p.rule(runningHead+5*point, p.measure(), hairline())
	}
	p.dye(red())
	p.text(right-p.wide(d.mark, bold(90)), runningHead, d.mark, bold(90))
}

// basicPlane writes characters beyond U+FFFF by their number, in what the file says of
// itself: the library knows none.
func basicPlane(words string) string {
	return escaped(words, func(r rune) bool { return r > 0xffff })
}
