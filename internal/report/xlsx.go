package report

import (
	"errors"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// workbook is the format of spreadsheet programs: sheets that compute.
//
//	Synthèse    a row per EPCI: counts, sums of its lines, what was voted, components, totals
//	Graphiques  the largest contributions, the components
//	Détail      a row per line: quantity × rate, as formulas over the names of Tarifs
//	Écoles      a row per school, where the counts are made of schools
//	Tarifs      each rate is a named cell
//	Contrôles   the sums made another way, and compared
//	Sources     where the figures come from
//
// The call of one member begins with the lines of Détail, which is then named Appel, and has
// no charts; Synthèse comes later.
//
// A quantity of Détail that is a whole basis is read in the count's cell of Synthèse,
// which sums its schools where it is made of them. So changing a rate, a count or a
// school recomputes all. Every formula has its value cached.
func workbook() Format[Run] {
	return Format[Run]{Name: "xlsx", Ext: ".xlsx", Since: true, Write: writeWorkbook, Figures: workbookFigures, Beside: besideFigures, Plain: unzipped}
}

func writeWorkbook(w io.Writer, r Run) error {
	b := newBook(r)
	for _, write := range []func(){
		b.summary, b.charts, b.details, b.schools, b.rates, b.checks, b.sources, b.properties,
	} {
		if b.err == nil {
			write()
		}
	}
	if b.err == nil {
		b.f.SetZipWriter(newSortedZip)
		b.fail(b.f.Write(w))
	}
	return errors.Join(b.err, b.f.Close()) // Close removes the library's temporary files
}

// A book is a workbook on its way.
type book struct {
	Run
	f     *excelize.File
	words *terminal // names components, bases, tiers
	names sheetNames
	cover string       // the title of the document
	about string       // its tariff, or tariffs
	marks bool         // it is a simulation
	looks map[look]int // the library's styles, by look
	bases []pricing.Basis
	plan  plan
	// Where things stand in Synthèse, Détail and Écoles: they refer to each other.
	members summaryPlan
	lines   shape
	listed  schoolsPlan
	drawn   []barChart
	err     error // the first one
}

type sheetNames struct{ summary, charts, details, schools, rates, checks, sources string }

func newBook(r Run) *book {
	b := &book{
		Run:   r,
		f:     excelize.NewFile(),
		words: &terminal{lang: r.Lang},
		looks: make(map[look]int),
		bases: shownBases(r.Statement),
		plan:  newPlan(r.Statement),
	}
	b.names = sheetNames{
		b.say(text.SheetSummary()), b.say(text.SheetCharts()), b.say(text.SheetDetails()), b.say(text.SheetSchools()),
		b.say(text.SheetRates()), b.say(text.SheetChecks()), b.say(text.SheetSources()),
	}
	b.cover, b.about, b.marks = b.say(text.Contributions(r.Year)), b.say(text.OfTariff(b.tariffName())), r.Statement.Simulation()
	if r.Call {
		b.cover = b.say(text.CallTitle(r.Year))
	}
	b.fail(b.f.SetDefaultFont(fontName))
	if r.Call {
		b.names.details = b.say(text.SheetCall())
	}
	b.fail(b.f.SetSheetName("Sheet1", b.face()))
	b.members = b.planSummary() // the others refer to it
	b.lines, b.listed, b.drawn = b.shapeDetails(), b.planSchools(), b.planCharts()
	for _, name := range b.order() {
		_, err := b.f.NewSheet(name)
		b.fail(err)
	}
	if b.plan.rows > excelize.TotalRows-detailsRoom {
		b.fail(diag.Usage{Text: text.TooManyRows(b.plan.rows, excelize.TotalRows-detailsRoom)})
	}
	return b
}

// face is the sheet that is the document, and comes first: a call has its lines there.
func (b *book) face() string {
	if b.Call {
		return b.names.details
	}
	return b.names.summary
}

// order gives the sheets after the first one.
func (b *book) order() []string {
	n := b.names
	all := []string{n.charts, n.details, n.schools, n.rates, n.checks, n.sources}
	if b.Call {
		all = []string{n.schools, n.rates, n.summary, n.checks, n.sources}
	}
	return slices.DeleteFunc(all, func(name string) bool {
		return name == n.schools && len(b.Schools) == 0 || name == n.charts && len(b.drawn) == 0
	})
}

// fail keeps the first error: what follows it is not written.
func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) say(p text.Phrase) string { return p.In(b.Lang) }

// basis names a basis, as the head of a column.
func (b *book) basis(basis pricing.Basis) string {
	return capital(b.words.units(b.Statement.Tariff, basis, 2))
}

// title is that of the document; those of other sheets than the first have their name
// before it.
func (b *book) title(sheet string) string {
	if sheet == b.face() {
		return b.cover
	}
	return sheet + " – " + b.cover
}

// applied says which tariff was applied, and where it comes from.
func (b *book) applied() string {
	t := b.Statement.Tariff
	s := b.tariffName() + ", " + b.say(text.Adopted(t.Adopted))
	if t.Source != "" {
		s += " – " + text.Safe(t.Source)
	}
	return b.say(text.Labelled(b.say(text.TariffWord()), s))
}

func (b *book) tariffName() string {
	t := b.Statement.Tariff
	return b.say(text.TariffTitled(text.Safe(t.Version), text.Safe(inLanguage(t.Title, b.Lang))))
}

// simulation says what makes the run a simulation, a line each; none if it is not one.
func (b *book) simulation() []string {
	if !b.Statement.Simulation() {
		return nil
	}
	said := []string{b.say(text.SimulationBanner())}
	if !b.Statement.Tariff.Adopted {
		said = append(said, b.say(text.DraftTariff(text.Safe(b.Statement.Tariff.Version))))
	}
	for _, change := range b.Statement.Changes {
		said = append(said, b.words.change(b.Statement.Tariff, change))
	}
	return said
}

// head is what stands above the table of a sheet: title, simulation, tariff, and more.
func (b *book) head(sheet string, more ...string) []headLine {
	head := b.headTitle(sheet)
	for _, s := range b.simulation() {
		head = append(head, lineOf(look{bold: true, alert: true, wrap: true}, s))
	}
	head = append(head, lineOf(look{wrap: true}, b.applied()))
	for _, s := range more {
		head = append(head, lineOf(look{italic: true, wrap: true}, s))
	}
	return head
}

// lineOf is a line of words.
func lineOf(l look, words string) headLine { return headLine{words: words, look: l} }

// headTitle is the title of a sheet.
func (b *book) headTitle(sheet string) []headLine {
	return []headLine{lineOf(look{bold: true, size: 14, wrap: true}, b.marked(b.title(sheet)))}
}

// marked is a title, which says that it is of a simulation where it is (R9).
func (b *book) marked(title string) string {
	if b.marks {
		return title + " – SIMULATION"
	}
	return title
}

// assumption says on the face of Synthèse what was taken as new (R2). It names no
// amount: a changed count would make it wrong. Sources has the amount.
func (b *book) assumption() []string {
	switch assumes(b.Statement) {
	case pricing.AllNew:
		return []string{b.say(text.SheetAllNew())}
	case pricing.NoneNew:
		return []string{b.say(text.SheetNoneNew())}
	}
	return nil
}

// charged gives the components that anybody is charged, in the tariff's order: they
// have a column in Synthèse.
func (b *book) charged() []*pricing.Component {
	all := make([]*pricing.Component, len(b.Statement.Totals.Items))
	for i, item := range b.Statement.Totals.Items {
		all[i] = item.Component
	}
	return all
}

// tiered tells whether any component of the tariff has several rates.
func (b *book) tiered() bool {
	return slices.ContainsFunc(b.Statement.Tariff.Components, func(c pricing.Component) bool {
		return len(c.Tiers) > 1
	})
}
