package report

import (
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// listSchools names the schools that the counts are made of, and their sums.
func (e *explained) listSchools() {
	if len(e.schools) == 0 {
		return
	}
	sums := sumSchools(e.schools)
	counted := e.schoolsCounted(sums.schools, sums.pupils)
	if sums.newSchools > 0 {
		counted += ", " + e.say(text.OfWhichNew(e.say(text.And([]string{
			e.quantity(pricing.NewSchools, pricing.Quantity(sums.newSchools)),
			e.quantity(pricing.NewPupils, sums.newPupils),
		}))))
	}
	e.blank()
	e.paragraph(capital(e.say(text.SchoolsFrom(e.countsFiles(), counted))))
	e.rows(e.schoolTable())
	if c := e.composition(e.run); c != "" {
		e.blank()
		e.paragraph(capital(c) + ".")
	}
}

// schoolsCounted counts schools, by their sector, and their pupils.
func (e *explained) schoolsCounted(schools int, pupils pricing.Quantity) string {
	return text.List([]string{
		e.count(pricing.Quantity(schools)) + noBreakSpace + e.say(text.SectorSchools(string(e.run.sector()), schools)),
		e.quantity(pricing.Pupils, pupils),
	})
}

// schoolTable has a row per school, and their total.
func (e *explained) schoolTable() ([]column, []tableRow) {
	columns := []column{
		{title: "UAI"},
		{title: e.say(text.SchoolWord()), gives: wraps, least: 16},
		{title: e.say(text.CommuneWord()), gives: wraps, least: 14},
		{title: e.say(text.PupilsWord()), right: true},
		{}, // the mark of what is new
	}
	var rows []tableRow
	for i := range e.schools {
		rows = append(rows, e.schoolRow(&e.schools[i]))
	}
	total := sumSchools(e.schools)
	label := e.quantity(pricing.Schools, pricing.Quantity(total.schools))
	return columns, append(rows, tableRow{rule: true},
		tableRow{cells: []string{e.say(text.Total()), label, "", e.count(total.pupils), ""}, bold: true})
}

func (e *explained) schoolRow(s *counts.School) tableRow {
	mark := ""
	if s.New {
		mark = e.say(text.NewMark())
	}
	return tableRow{cells: []string{
		text.Safe(s.UAI), text.Safe(s.Name), text.Safe(s.Commune.Name), e.count(s.Pupils), mark,
	}}
}
