package report

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// figuresOfMarkdown takes back the figures that the tables show: the sums of each EPCI and
// of the totals, items and their lines under the label of their component (as of csv-fr, it
// is all that the document says of it), the pupils of the schools of a call. What was held
// back is not there.
func figuresOfMarkdown(document []byte) ([]Figure, error) {
	var r markdownReader
	for line := range strings.Lines(string(document)) {
		r.line(strings.TrimRight(line, "\r\n"))
	}
	r.table()
	if !r.ours {
		return nil, unreadable(text.NoKnownHeader(), nil)
	}
	return r.face.figures, nil
}

// besideMarkdown finds what else differs: the first line.
func besideMarkdown(old, fresh []byte) (Difference, error) {
	return firstLine(old, fresh, text.LineDiffers), nil
}

// A markdownReader goes through a document, table by table.
type markdownReader struct {
	face    face
	ours    bool // a summary was there, or sources: there is none of nobody
	section string
	siren   string     // of the member whose items follow
	only    string     // the last member of the summary: of a call, whose schools are listed
	rows    []tableRow // of the table that it is in, the titles first
}

// line takes the next line of the document.
func (r *markdownReader) line(line string) {
	if strings.HasPrefix(line, "|") {
		if row := mdCells(line); !isMdRule(row) {
			r.rows = append(r.rows, row)
		}
		return
	}
	r.table()
	if title, is := strings.CutPrefix(line, "## "); is {
		r.section = unescaped(title)
		r.ours = r.ours || r.under(text.Summary()) || r.under(text.SourcesTitle())
	}
	if title, is := strings.CutPrefix(line, "### "); is {
		r.siren = ""
		all := regexp.MustCompile("SIREN"+noBreakSpace+"([0-9]{9})").FindAllStringSubmatch(unescaped(title), -1)
		if len(all) > 0 { // a name may have one, too
			r.siren = all[len(all)-1][1]
		}
	}
}

// table reads the table that ended, by the section that it stands in.
func (r *markdownReader) table() {
	if len(r.rows) == 0 {
		return
	}
	rows := r.rows
	r.rows = nil
	switch {
	case r.under(text.Summary()):
		r.summary(rows[0].cells, rows[1:])
	case r.under(text.ItemsTitle()):
		items := markdownItems{markdownReader: r}
		for _, row := range rows[1:] {
			if len(row.cells) == itemCells {
				items.row(row)
			}
		}
		items.subsidies()
	case r.under(text.SchoolsTitle()):
		r.schools(rows[0].cells, rows[1:])
	}
}

// under tells the section that it is in, in either language.
func (r *markdownReader) under(title text.Phrase) bool {
	return r.section == title.FR || r.section == title.EN
}

// summary reads a row per EPCI, and the totals, whose row is bold.
func (r *markdownReader) summary(titles []string, rows []tableRow) {
	siren := slices.Index(titles, "SIREN")
	if siren < 1 {
		return
	}
	for _, row := range rows {
		if len(row.cells) <= siren || row.cells[siren] == "" && !row.bold { // a question: its figures are those of the totals
			continue
		}
		if !row.bold {
			r.only = row.cells[siren]
			r.face.figures = named(r.face.figures, r.only, row.cells[siren-1])
		}
		for i := siren + 1; i < min(len(titles), len(row.cells)); i++ {
			r.add(row.cells[siren], fieldOf(titles[i]), row.cells[i])
		}
	}
}

// add takes a cell; a blank one says nothing.
func (r *markdownReader) add(siren, field, cell string) {
	if cell != "" {
		r.face.add(siren, field, cell)
	}
}

// schools reads the pupils of each school.
func (r *markdownReader) schools(titles []string, rows []tableRow) {
	uai := slices.Index(titles, "UAI")
	pupils := slices.IndexFunc(titles, func(title string) bool {
		return title == text.PupilsWord().FR || title == text.PupilsWord().EN
	})
	for _, row := range rows {
		if min(uai, pupils) >= 0 && max(uai, pupils) < len(row.cells) && row.cells[uai] != "" {
			r.add(r.only, row.cells[uai]+pupilsOf, row.cells[pupils])
		}
	}
}

// A markdownItems goes through the items of a member, then their sums.
type markdownItems struct {
	*markdownReader
	item    string // the label of the last one; "" before the first, and among the sums
	nth     int    // of its lines
	summed  bool   // the sums have begun
	settled bool   // what is to be paid was there: no subsidy follows
	paid    []tableRow
}

func (r *markdownItems) row(row tableRow) {
	label := row.cells[itemLabel]
	switch {
	case !r.summed && row.cells[itemCharged] != "":
		r.item, r.nth = label, 0
		r.made(r.item, row)
	case !r.summed && r.item != "" && isOfWhich(label):
		r.nth++
		r.made(numbered(r.item, r.nth), row)
	default:
		r.summed = true
		r.sum(fieldOf(label), row)
	}
}

// made takes the figures of an item or of a line.
func (r *markdownItems) made(field string, row tableRow) {
	r.add(r.siren, field, row.cells[itemAmount])
	r.add(r.siren, field+".quantity", row.cells[itemQuantity])
	r.add(r.siren, field+".rate", row.cells[itemRate])
}

// sum takes a sum. Subsidies stand before what is to be paid, which is bold.
func (r *markdownItems) sum(field string, row tableRow) {
	switch {
	case row.bold:
		r.subsidies()
		r.settled = true
	case !r.settled && !slices.Contains([]string{"yearly", "once", "gross"}, field):
		r.paid = append(r.paid, row)
		return
	}
	r.add(r.siren, field, row.cells[itemAmount])
}

// subsidies takes the subsidies that were met: one, or several and their sum.
func (r *markdownItems) subsidies() {
	for i, row := range r.paid {
		field, label := numbered(subsidyField, i+1), row.cells[itemLabel]
		one, all := text.SubsidyWord(), text.SubsidiesTotal()
		switch last := i == len(r.paid)-1; {
		case i == 0 && last && (label == one.FR || label == one.EN), i > 0 && last && (label == all.FR || label == all.EN):
			field = subsidyField
		}
		r.add(r.siren, field, row.cells[itemAmount])
	}
	r.paid = nil
}

// isOfWhich tells the label of a line of an item.
func isOfWhich(label string) bool {
	of := text.OfWhich("")
	return strings.HasPrefix(label, of.FR) || strings.HasPrefix(label, of.EN)
}

// mdCells parts a row into its cells, as [mdRow] has put them together.
func mdCells(line string) (row tableRow) {
	var cell strings.Builder
	escaped := false
	for _, c := range strings.TrimPrefix(line, "|") {
		if c == '|' && !escaped {
			words := strings.TrimSpace(cell.String())
			if inner, bold := strings.CutPrefix(words, "**"); bold && strings.HasSuffix(inner, "**") {
				row.bold, words = true, strings.TrimSuffix(inner, "**")
			}
			row.cells = append(row.cells, unescaped(words))
			cell.Reset()
			continue
		}
		escaped = c == '\\' && !escaped
		cell.WriteRune(c)
	}
	return row
}

// isMdRule tells the row under the titles.
func isMdRule(row tableRow) bool {
	return !slices.ContainsFunc(row.cells, func(cell string) bool { return strings.Trim(cell, "-:") != "" || cell == "" })
}

// unescaped gives a text back that [mdText] has escaped.
func unescaped(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	entities := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	for s != "" {
		before, after, more := strings.Cut(s, `\`)
		b.WriteString(entities.Replace(before))
		if !more {
			break
		}
		n := min(1, len(after)) // what is escaped is one byte
		b.WriteString(after[:n])
		s = after[n:]
	}
	return b.String()
}
