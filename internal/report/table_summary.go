package report

import (
	"cmp"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A summed is a column of the table with a row per member: its cell of one of them.
type summed struct {
	column
	cell func(*pricing.Contribution) string
}

// summary writes a row per member, and their total.
func (t *terminal) summary(s *pricing.Statement) {
	all := t.summaryColumns(s)
	columns := make([]column, len(all))
	for i, c := range all {
		columns[i] = c.column
	}
	row := func(c *pricing.Contribution) tableRow {
		cells := make([]string, len(all))
		for i, column := range all {
			cells[i] = column.cell(c)
		}
		return tableRow{cells: cells}
	}
	var rows []tableRow
	for i := range s.Contributions {
		rows = append(rows, row(&s.Contributions[i]))
	}
	total := row(&s.Totals)
	total.cells[1] = t.say(text.Total())
	total.bold = true
	rows = append(rows, tableRow{rule: true}, total)
	if f := fit(columns, t.width, rows); f.stacked { // names that are whole can do without SIRENs
		columns[0].spare, columns[1].gives, columns[1].least = 1, wraps, narrow
	}
	t.table(text.Summary(), columns, rows)
}

// summaryColumns gives the columns, the name second (the SIREN in its place where there
// is none). Counts are left out where there is no room, as each member's own table tells
// them; what is charged never is, but, beside what was voted, for the difference, then
// yearly and once. A name may be cut, as the SIREN beside it tells whose it is.
func (t *terminal) summaryColumns(s *pricing.Statement) []summed {
	euros := func(title text.Phrase, spare int, amount func(*pricing.Contribution) pricing.Cents) summed {
		return summed{
			column{title: t.say(title), right: true, spare: spare},
			func(c *pricing.Contribution) string { return t.euros(amount(c)) },
		}
	}
	columns := []summed{
		{column{title: "SIREN"}, func(c *pricing.Contribution) string { return text.Safe(c.SIREN) }},
		{column{title: "EPCI", gives: cuts, least: 20}, func(c *pricing.Contribution) string { return text.Safe(cmp.Or(c.Name, c.SIREN)) }},
	}
	for i, b := range countedBases(s) {
		if s.New != "" && b.Once() {
			continue
		}
		columns = append(columns, summed{
			column{title: text.Safe(basisTitle(s.Tariff, b, t.lang)), right: true, spare: 3 + i},
			func(c *pricing.Contribution) string {
				q, known := c.Counts[b]
				if !known {
					return ""
				}
				return t.count(q)
			},
		})
	}
	halves := 0 // each member's own table tells them
	if votes(s) {
		halves = 1
	}
	columns = append(columns,
		euros(text.Yearly(), halves, func(c *pricing.Contribution) pricing.Cents { return c.Yearly }),
		euros(text.Once(), halves, func(c *pricing.Contribution) pricing.Cents { return c.Once }),
		euros(text.Gross(), 5, func(c *pricing.Contribution) pricing.Cents { return c.Gross }))
	if s.Totals.Subsidy != 0 {
		columns = append(columns,
			euros(text.SubsidyWord(), 0, func(c *pricing.Contribution) pricing.Cents { return c.Subsidy }))
	}
	columns = append(columns, euros(text.Net(), 0, func(c *pricing.Contribution) pricing.Cents { return c.Net }))
	if votes(s) {
		for _, vote := range voteColumns() {
			spare := 0
			if vote.field == votedGapField { // those that it was voted for have it in their own
				spare = 2
			}
			columns = append(columns, summed{
				column{title: t.say(vote.title), right: true, spare: spare},
				func(c *pricing.Contribution) string { return vote.cell(s, c, t.lang) },
			})
		}
	}
	return columns
}

// byComponent writes the totals of each component, and of all. There is no rate: an
// amount is a sum of amounts, each rounded on its own (R1).
func (t *terminal) byComponent(s *pricing.Statement) {
	columns := t.itemColumns()
	columns[itemRate].title = ""
	var rows []tableRow
	for i := range s.Totals.Items {
		rows = append(rows, t.itemRow(s.Tariff, &s.Totals.Items[i]))
	}
	t.table(text.ByComponent(), columns, append(rows, t.totals(s, &s.Totals)...))
}

// table writes a table under its title.
func (t *terminal) table(title text.Phrase, columns []column, rows []tableRow) {
	t.blank()
	t.heading(t.say(title))
	t.rows(columns, rows)
}
