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
	Before, After              []string
	Parts, Annexes             []htmlPart
	Links                      []htmlPart // what is linked to from the top; none where parts are few
	Closed                     string     // names the closing
	Closing                    []htmlCell
	Done                       string // "" where nobody signs
	Signer                     []string
	Foot                       string
	Calc                       template.JS
}

type htmlLetterhead struct {
	Name          string   // the first of the lines, where it is a name
	Lines         []string // the others
	Alt           string
	Logo          template.URL
	Width, Height int // of the logo as shown, in CSS pixels
}

// An htmlFact is a label and what is said under it.
type htmlFact struct {
	Label string
	Words []htmlCell
}

// An htmlPart is a part under its title.
type htmlPart struct {
	ID, Title string
	Notes     []string
	Counted   bool   // the notes are the counts of a member,
	SIREN     string // this one
	// Over and Under are charts about the table; nil for none. A long table has it over it.
	Over, Under *htmlChart
	Table       *htmlTable
	Facts       []htmlFact
	Parts       []htmlPart
	// Class is how it looks: whole stays on a printed page, wide goes on one that lies, notes
	// are small.
	Class string
}

// An htmlTable is a table. On a phone one of items stacks what its rows say; another is
// scrolled, the names and the last numbers staying in sight.
type htmlTable struct {
	Columns []htmlColumn
	Rows    []htmlRow
	Items   bool
}

type htmlColumn struct {
	Title       string
	Right, Head bool
}

type htmlRow struct {
	SIREN, Class string
	Cells        []htmlCell
}

// An htmlCell is a text; Head marks the one that names its row, with its SIREN under it.
// Link is the part that it leads to.
type htmlCell struct {
	Text, Field, SIREN, Link string
	Right, Head              bool
	Span                     int // of its columns, where it goes on over blank ones; else 0
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
		Letterhead: v.letterhead(), To: d.addressee, Alerts: d.alerts, Facts: facts(d.facts),
		Before: d.before, After: d.after, Parts: v.parts(d.parts), Annexes: v.parts(d.annexes),
		Closed: v.say(text.ClosedPart(d.done != "")), Done: d.done, Signer: d.signer, Foot: d.foot, Calc: calc,
	}
	for _, c := range d.closing {
		page.Closing = append(page.Closing, htmlCell{Text: c.text, Field: c.field})
	}
	const few = 2 // parts: what is under them is in sight
	if len(page.Parts) > few {
		page.Links = slices.Concat(page.Parts, []htmlPart{{ID: closingID, Title: page.Closed}}, page.Annexes)
	}
	return page, nil
}

// closingID is the id of the end of the document: the sum, and the signature.
const closingID = "arrete"

// An htmlView makes the parts of a page out of those of a paper.
type htmlView struct {
	paper *paper
	papering
}

// The logo is shown no larger than this, in CSS pixels.
const logoWidth, logoHeight = 220, 88

func (v htmlView) letterhead() htmlLetterhead {
	l := v.run.Letterhead
	head := htmlLetterhead{Lines: v.paper.publisher}
	if l.Name != "" && len(head.Lines) > 0 {
		head.Name, head.Lines = head.Lines[0], head.Lines[1:]
	}
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

// facts gives each label once: one without label goes on with the label before.
func facts(all []paperFact) (shown []htmlFact) {
	for _, f := range all {
		words := htmlCell{Text: f.words, Field: f.field}
		if last := len(shown) - 1; f.label == "" && last >= 0 {
			shown[last].Words = append(shown[last].Words, words)
			continue
		}
		shown = append(shown, htmlFact{f.label, []htmlCell{words}})
	}
	return shown
}

func (v htmlView) parts(all []paperPart) (shown []htmlPart) {
	for i := range all {
		shown = append(shown, v.part(&all[i]))
	}
	return shown
}

const (
	standingRows    = 24 // are sure to fit a printed page with their title
	standingColumns = 9  // fit a page that stands
	rowsInSight     = 60 // a chart under more is not found
)

func (v htmlView) part(p *paperPart) htmlPart {
	part := htmlPart{ID: p.id, Title: p.title, Notes: p.notes, Counted: p.counted, SIREN: p.siren, Facts: facts(p.facts), Parts: v.parts(p.parts)}
	if p.table == nil {
		if len(p.facts) > 0 {
			part.Class = "notes"
		}
		return part
	}
	part.Table = v.table(p)
	switch {
	case len(part.Table.Columns) > standingColumns:
		part.Class = "wide"
	case len(p.table.rows) <= standingRows:
		part.Class = "whole"
	}
	if len(p.table.rows) > rowsInSight {
		part.Over = v.chart(p)
	} else {
		part.Under = v.chart(p)
	}
	return part
}

func (v htmlView) table(p *paperPart) *htmlTable {
	t := &htmlTable{
		Columns: make([]htmlColumn, len(p.table.columns)), Rows: make([]htmlRow, len(p.table.rows)),
		Items: p.kind == memberPart || p.kind == componentPart,
	}
	named := max(slices.IndexFunc(p.table.columns, func(c paperColumn) bool { return c.wrap }), 0)
	for i, c := range p.table.columns {
		t.Columns[i] = htmlColumn{c.title, c.right, i == named}
	}
	for i := range p.table.rows {
		t.Rows[i] = v.row(p, &p.table.rows[i], named)
	}
	if underNames(p.table) {
		t.Columns = t.Columns[1:]
		for i := range t.Rows {
			siren := t.Rows[i].Cells[0].Text
			t.Rows[i].Cells = t.Rows[i].Cells[1:]
			if name := &t.Rows[i].Cells[0]; name.Text != siren {
				name.SIREN = siren
			}
		}
	}
	return t
}

// underNames tells a table whose SIRENs are shown under the names, not in a column: the
// numbers want the room.
func underNames(t *paperTable) bool { return t.columns[0].title == "SIREN" && t.columns[1].wrap }

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
