package report

import (
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// call gives the parts of the call of one member: its items, with what it is priced on, and
// what changed.
func (p papering) call(c *pricing.Contribution) []paperPart {
	items := paperPart{id: "liquidation", title: p.say(text.ChargedTitle()), kind: memberPart, table: p.itemTable(c)}
	if counted := p.counted(p.run.Statement, c); len(counted) > 0 {
		items.counted, items.siren = true, c.SIREN
		items.notes = []string{p.say(text.Labelled(p.say(text.CountsTitle()), text.List(counted)))}
	}
	parts := []paperPart{items}
	if p.run.Since != nil {
		parts = append(parts, p.since())
	}
	return parts
}

// listOfSchools gives the schools that the counts of a call are made of; none where they
// are not known.
func (p papering) listOfSchools() []paperPart {
	all := p.run.Schools
	if len(all) == 0 {
		return nil
	}
	waves := tellsWaves(all)
	table := &paperTable{columns: []paperColumn{
		{title: "UAI"}, {title: p.say(text.SchoolWord()), wrap: true}, {title: p.say(text.CommuneWord()), wrap: true},
	}}
	if waves {
		table.columns = append(table.columns, paperColumn{title: p.say(text.WaveWord()), right: true},
			paperColumn{title: p.say(text.NewSchoolWord())})
	}
	table.columns = append(table.columns, paperColumn{title: p.say(text.PupilsWord()), right: true})
	add := func(kind rowKind, uai, name, commune, wave, isNew string, pupils paperCell) {
		row := paperRow{siren: p.run.Statement.Contributions[0].SIREN, kind: kind, cells: []paperCell{{text: uai}, {text: name}, {text: commune}}}
		if waves {
			row.cells = append(row.cells, paperCell{text: wave}, paperCell{text: isNew})
		}
		row.cells = append(row.cells, pupils)
		table.rows = append(table.rows, row)
	}
	for i := range all {
		s := &all[i]
		wave, isNew := "", ""
		if s.Wave != 0 {
			wave, isNew = strconv.Itoa(s.Wave), p.say(yesNo(s.New))
		}
		add(bodyRow, text.Safe(s.UAI), text.Safe(s.Name), text.Safe(s.Commune.Name), wave, isNew,
			paperCell{p.count(s.Pupils), s.UAI + pupilsOf})
	}
	add(totalRow, "", p.say(text.Total()), "", "", "", paperCell{text: p.count(sumSchools(all).pupils)})
	return []paperPart{{id: "ecoles", title: p.say(text.SchoolsTitle()), table: table}}
}
