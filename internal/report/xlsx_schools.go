package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The first columns of Écoles. The wave and what is new follow where they are known, then
// how the commune was found.
const (
	sirenOfSchool = iota + 1
	memberOfSchool
	uaiColumn
	schoolColumn
	sectorColumn
	communeCodeColumn
	communeColumn
	rentreeColumn
	pupilsColumn
)

// A schoolsPlan is where things stand in Écoles.
type schoolsPlan struct {
	shape           shape
	wave, new, last int // columns; wave and new are 0 where nothing is known of them
}

// planSchools lays Écoles out; its shape has no columns where there are no schools.
func (b *book) planSchools() schoolsPlan {
	all := b.Schools
	if len(all) == 0 {
		return schoolsPlan{}
	}
	if len(all) > excelize.TotalRows-detailsRoom {
		b.fail(diag.Usage{Text: text.TooManySchools(len(all), excelize.TotalRows-detailsRoom)})
	}
	var names, communes, found []string
	for i := range all {
		names = append(names, text.Safe(all[i].Name))
		communes = append(communes, text.Safe(all[i].Commune.Name))
		found = append(found, b.say(foundWords(&all[i])))
	}
	head := func(p text.Phrase, least int, texts ...string) sheetColumn {
		return columnOf(b.say(p), least, texts...)
	}
	columns := []sheetColumn{
		columnOf("SIREN", 9), columnUpTo(widest, "EPCI", 20, b.memberNames()...), columnOf("UAI", 9),
		columnUpTo(longNameOnce, b.say(text.SchoolWord()), 20, names...), head(text.SectorWord(), 7),
		head(text.CommuneCodeWord(), 6), head(text.CommuneWord(), 12, communes...), head(text.RentreeWord(), 7),
		head(text.PupilsWord(), 7, Count(sumSchools(all).pupils, b.Lang)),
	}
	p := schoolsPlan{}
	if tellsWaves(all) {
		p.wave, p.new = len(columns)+1, len(columns)+2
		columns = append(columns, head(text.WaveWord(), 7), head(text.NewSchoolWord(), 8))
	}
	columns = append(columns, head(text.FoundByWord(), 12, found...))
	p.last = len(columns)
	p.shape = shape{
		name: b.names.schools, columns: columns, freeze: 2, keyed: true, filter: true, paged: true,
		head: b.head(b.names.schools, b.schoolsKept()...),
		body: len(all) + 1,
	}
	return p
}

// schoolsKept says which schools of which files are listed, and by what communes and
// EPCIs were known.
func (b *book) schoolsKept() (lines []string) {
	for _, in := range b.Inputs {
		if in.OfSchools() {
			lines = append(lines, b.say(text.Labelled(b.words.fileName(in), b.words.keptSchools(b.Run, in))))
		}
	}
	if c := b.words.composition(b.Run); c != "" {
		lines = append(lines, b.say(text.Labelled(b.say(text.CompositionWord()), c)))
	}
	return lines
}

// schools writes Écoles, a row per school: Synthèse sums its columns.
func (b *book) schools() {
	if len(b.Schools) == 0 {
		return
	}
	p := b.listed
	last := p.shape.last() - 1
	name := func(name string, column int) {
		b.name(name, b.names.schools, fixedRange(column, p.shape.first(), last), "")
	}
	name(schoolSIREN, sirenOfSchool)
	name(schoolUAI, uaiColumn)
	name(schoolPupils, pupilsColumn)
	if p.new > 0 {
		name(schoolNew, p.new)
	}
	// Programs warn of codes written as text; SIRENs are seen to by the keyed column.
	b.fail(b.f.AddIgnoredErrors(b.names.schools,
		cell(communeCodeColumn, p.shape.first())+":"+cell(communeCodeColumn, last), excelize.IgnoredErrorsNumberStoredAsText))
	sh := b.open(p.shape)
	cells := make([]any, p.last)
	left := len(b.Schools)
	for i := range b.Statement.Contributions {
		c := &b.Statement.Contributions[i]
		of := b.schoolsOf(i)
		for k := range of {
			if left--; left > 0 { // the last one stays with the totals
				sh.block()
			}
			sh.add(b.schoolRow(p, cells, c, &of[k]), cells...)
		}
	}
	b.schoolTotals(p, cells)
	sh.add(20, cells...)
	sh.close()
}

// schoolRow fills the cells of a school, and gives the height of its row.
func (b *book) schoolRow(p schoolsPlan, cells []any, c *pricing.Contribution, s *counts.School) (height int) {
	body, center := look{body: true}, look{body: true, center: true}
	height = bodyHeight
	wrap := func(column int, words string) {
		l := look{body: true, wrap: true}
		if column == p.last { // beside figures
			l.indent = 1
		}
		cells[column-1] = b.text(l, words)
		height = max(height, p.shape.height(column, words))
	}
	cells[sirenOfSchool-1] = b.text(body, text.Safe(c.SIREN))
	wrap(memberOfSchool, b.member(c))
	cells[uaiColumn-1] = b.text(body, text.Safe(s.UAI))
	wrap(schoolColumn, text.Safe(s.Name))
	height = max(height, p.shape.capitalsHeight(schoolColumn, text.Safe(s.Name)))
	cells[sectorColumn-1] = b.text(center, b.say(text.SectorOf(string(s.Sector))))
	cells[communeCodeColumn-1] = b.text(center, text.Safe(s.Commune.Code))
	wrap(communeColumn, text.Safe(s.Commune.Name))
	cells[rentreeColumn-1] = b.yearOf(s.Rentree)
	cells[pupilsColumn-1] = b.count(body, s.Pupils, "")
	if p.wave > 0 {
		cells[p.wave-1], cells[p.new-1] = b.yearOf(s.Wave), b.blank(body)
	}
	if s.Wave > 0 {
		cells[p.new-1] = b.text(center, b.say(yesNo(s.New)))
	}
	wrap(p.last, b.say(foundWords(s)))
	return height
}

// yearOf is the cell of a year of a school, which has no thousands; blank for one that is
// not known.
func (b *book) yearOf(year int) excelize.Cell {
	l := look{body: true, center: true}
	if year == 0 {
		return b.blank(l)
	}
	return excelize.Cell{StyleID: b.style(l), Value: year}
}

// capitalsHeight is height for names in capitals, as the ministry writes schools': they
// are wider.
func (s shape) capitalsHeight(column int, words string) int {
	return bodyHeight + 13*(lines(words, s.columns[column-1].width)-1)
}

// schoolTotals fills the cells of the totals of the schools that the filter shows.
func (b *book) schoolTotals(p schoolsPlan, cells []any) {
	l := look{bold: true, total: true}
	for i := range cells {
		cells[i] = b.blank(l)
	}
	total := func(column int, function string, q pricing.Quantity) {
		shown := cell(column, p.shape.first()) + ":" + cell(column, p.shape.last()-1)
		cells[column-1] = b.count(l, q, "SUBTOTAL("+function+","+shown+")")
	}
	sums := sumSchools(b.Schools)
	cells[sirenOfSchool-1] = b.text(l, b.say(text.SchoolsShown()))
	total(uaiColumn, "3", pricing.Quantity(sums.schools)) // how many are not blank
	total(pupilsColumn, "9", sums.pupils)
}

// schoolsFormula sums over Écoles, by the SIREN of a row of Synthèse, a count that was made
// of schools; blank for others.
func (b *book) schoolsFormula(basis pricing.Basis, row int) string {
	if len(b.Schools) == 0 {
		return ""
	}
	of := schoolSIREN + "," + cell(sirenOfSchool, row)
	isNew := fmt.Sprintf(`,%s,"%s"`, schoolNew, b.say(text.Yes()))
	told := b.listed.new > 0 && b.Statement.New == ""
	switch {
	case basis == pricing.Pupils:
		return fmt.Sprintf("SUMIFS(%s,%s)", schoolPupils, of)
	case basis == pricing.Schools:
		return fmt.Sprintf("COUNTIFS(%s)", of)
	case basis == pricing.NewPupils && told:
		return fmt.Sprintf("SUMIFS(%s,%s%s)", schoolPupils, of, isNew)
	case basis == pricing.NewSchools && told:
		return fmt.Sprintf("COUNTIFS(%s%s)", of, isNew)
	default:
		return ""
	}
}
