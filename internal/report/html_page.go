package report

import (
	"encoding/base64"
	"html/template"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// An htmlPage is a paper as the template takes it. The template escapes every text; only
// what is of a type of [template] is ours.
type htmlPage struct {
	Lang, Title, Subject, Mark string
	Skip, Contents             string // of the links to the parts
	Style                      template.CSS
	Letterhead                 htmlLetterhead
	To                         []string // whom a call is for, line by line
	Alerts                     []string
	Facts                      []htmlFact
	Before, Closing, After     []string
	Parts                      []htmlPart
	Links                      []htmlPart // the parts that are linked to from the top; none where they are few
	Done                       string
	Signer                     []string
	Annexes                    []htmlPart
	Foot                       string
	Calc                       template.JS
}

type htmlLetterhead struct {
	Name, Alt     string
	Address       []string
	Logo          template.URL
	Width, Height int // of the logo as shown, in CSS pixels
}

// An htmlFact is a label and what is said under it.
type htmlFact struct {
	Label string
	Words []string
}

// An htmlPart is a part under its title.
type htmlPart struct {
	ID, Title string
	Notes     []string
	// Over and Under are charts about the table; nil for none. A long one has it over it.
	Over, Under *htmlChart
	Table       *htmlTable
	Facts       []htmlFact
	Parts       []htmlPart
	// Class is for print: whole stays on a page, wide goes on one that lies.
	Class string
}

type htmlTable struct {
	Columns []htmlColumn
	Rows    []htmlRow
}

type htmlColumn struct {
	Title string
	Right bool
}

type htmlRow struct {
	SIREN, Class string
	Cells        []htmlCell
}

// An htmlCell is a text; Head marks the one that names its row, Link is the part that it
// leads to.
type htmlCell struct {
	Text, Field, Link string
	Right, Head       bool
	Span              int // of its columns, where it goes on over blank ones; else 0
}

func newHTMLPage(r Run) (*htmlPage, error) {
	calc, err := carriedScript(r)
	if err != nil {
		return nil, err
	}
	d := newPaper(r)
	v := htmlView{d, papering{&terminal{lang: r.Lang}, r}}
	page := &htmlPage{
		Lang: string(r.Lang), Title: d.title, Subject: d.subject, Mark: d.mark,
		Skip: v.say(text.SkipToContent()), Contents: v.say(text.ContentsWord()),
		Style:      template.CSS(htmlStyle), //nolint:gosec // embedded
		Letterhead: v.letterhead(), To: v.addressee(), Alerts: d.alerts, Facts: facts(d.facts),
		Before: d.before, Closing: d.closing, After: d.after,
		Done: d.done, Signer: d.signer, Foot: d.foot, Calc: calc,
	}
	if len(page.Signer) == 0 {
		page.Signer = []string{v.say(text.SignatureWord())}
	}
	for i := range d.parts {
		page.Parts = append(page.Parts, v.part(&d.parts[i]))
	}
	for i := range d.annexes {
		page.Annexes = append(page.Annexes, v.part(&d.annexes[i]))
	}
	const few = 2 // parts: what is under them is in sight
	if len(page.Parts) > few {
		page.Links = slices.Concat(page.Parts, page.Annexes)
	}
	return page, nil
}

// An htmlView makes the parts of a page out of those of a paper.
type htmlView struct {
	paper *paper
	papering
}

// The logo is shown no larger than this, in CSS pixels.
const logoWidth, logoHeight = 220, 88

func (v htmlView) letterhead() htmlLetterhead {
	l := v.run.Letterhead
	head := htmlLetterhead{Name: text.Safe(l.Name), Address: paragraphs(l.Address)}
	if len(l.Logo.PNG) == 0 || l.Logo.Width <= 0 || l.Logo.Height <= 0 {
		return head
	}
	head.Width, head.Height = l.Logo.Width, l.Logo.Height
	if head.Width > logoWidth {
		head.Width, head.Height = logoWidth, max(head.Height*logoWidth/head.Width, 1)
	}
	if head.Height > logoHeight {
		head.Width, head.Height = max(head.Width*logoHeight/head.Height, 1), logoHeight
	}
	if head.Name == "" {
		head.Alt = v.say(text.LogoWord())
	}
	head.Logo = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(l.Logo.PNG)) //nolint:gosec // base64
	return head
}

// addressee is whom a call is for.
func (v htmlView) addressee() []string {
	c := v.paper.to
	if c == nil || c.SIREN == "" {
		return nil
	}
	if c.Name == "" {
		return []string{"SIREN" + noBreakSpace + text.Safe(c.SIREN)}
	}
	return []string{text.Safe(c.Name), "SIREN" + noBreakSpace + text.Safe(c.SIREN)}
}

// facts gives each label once: one without label goes on with the label before.
func facts(all []paperFact) (shown []htmlFact) {
	for _, f := range all {
		if last := len(shown) - 1; f.label == "" && last >= 0 {
			shown[last].Words = append(shown[last].Words, f.words)
			continue
		}
		shown = append(shown, htmlFact{f.label, []string{f.words}})
	}
	return shown
}

// How many rows are sure to fit a printed page with their title, and how many columns a
// page that stands.
const standingRows, standingColumns = 24, 9

func (v htmlView) part(p *paperPart) htmlPart {
	part := htmlPart{ID: p.id, Title: p.title, Notes: p.notes, Facts: facts(p.facts)}
	if p.table != nil {
		part.Table = v.table(p)
		switch {
		case len(p.table.columns) > standingColumns:
			part.Class = "wide"
		case len(p.table.rows) <= standingRows:
			part.Class = "whole"
		}
	}
	if p.kind == summaryPart {
		part.Over = v.chart(p)
	} else {
		part.Under = v.chart(p)
	}
	for i := range p.parts {
		part.Parts = append(part.Parts, v.part(&p.parts[i]))
	}
	return part
}

func (v htmlView) table(p *paperPart) *htmlTable {
	t := &htmlTable{Columns: make([]htmlColumn, len(p.table.columns)), Rows: make([]htmlRow, len(p.table.rows))}
	for i, c := range p.table.columns {
		t.Columns[i] = htmlColumn{c.title, c.right}
	}
	named := max(slices.IndexFunc(p.table.columns, func(c paperColumn) bool { return c.wrap }), 0)
	for i := range p.table.rows {
		t.Rows[i] = v.row(p, &p.table.rows[i], named)
	}
	return t
}

// row makes a row; the column that names rows is the first that wraps, and its cell the
// header of the row where it is not blank.
func (v htmlView) row(p *paperPart, row *paperRow, named int) htmlRow {
	shown := htmlRow{SIREN: row.siren, Class: rowClass(row.kind), Cells: make([]htmlCell, len(row.cells))}
	for at, c := range row.cells {
		shown.Cells[at] = htmlCell{Text: c.text, Field: c.field, Right: p.table.columns[at].right}
	}
	head := named
	for head > 0 && shown.Cells[head].Text == "" {
		head--
	}
	name := &shown.Cells[head]
	name.Head = true
	if row.kind == underRow { // the style sets it in
		name.Text = strings.TrimLeft(name.Text, " ")
	}
	if p.kind == summaryPart && row.kind == bodyRow && row.siren != "" {
		name.Link = "epci-" + row.siren
	}
	if head == 0 && row.kind != bodyRow {
		shown.Cells = spread(shown.Cells)
	}
	return shown
}

// spread gives the first cell of a row the room of the blank ones after it.
func spread(cells []htmlCell) []htmlCell {
	blank := 1
	for blank < len(cells) && cells[blank].Text == "" {
		blank++
	}
	if blank == 1 {
		return cells
	}
	cells[blank-1] = cells[0]
	cells[blank-1].Span = blank
	return cells[blank-1:]
}

// rowClass is the name that the style has for a kind of row.
func rowClass(k rowKind) string {
	switch k {
	case underRow:
		return "under"
	case sumRow:
		return "sum"
	case totalRow:
		return "total"
	case bodyRow:
	}
	return ""
}
