package counts

import (
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// cell reads one cell into e, or reports what is wrong with it.
func (l *ledger) cell(row grid.Row, c *column, e *entry) {
	value, kind := records.Cell(row, c.At)
	if c.Name == "epci" { // only held against others: whatever it holds, the row is read
		e.name = strings.Clone(unguarded(value))
		return
	}
	if isDate := c.Name == "date" && kind == grid.Date; !isDate {
		if wrong := wrongKind(c.Said, c.Kind, value, kind); wrong != nil {
			l.fault(c, *wrong)
			return
		}
	}
	if value == "" && row.Merged(c.At) { // at its end the file is refused for that
		c.broken, e.merged = true, true
		return
	}
	switch c.Name {
	case "siren":
		if value != "" || l.role == CostsRole { // a subsidy may have a commune instead
			e.siren = l.key(c, value, kind)
		}
	case "component":
		e.component = l.componentCell(c, value)
	case "commune_code":
		e.commune.code = l.codeCell(c, plainNumber(value, kind))
	case "commune":
		e.commune.name = value
	case "department_code", "department":
		if value != "" && e.commune.department == "" {
			e.commune.department, e.commune.from = plainNumber(value, kind), c.Name
		}
	case "amount":
		e.amount = l.amountCell(c, value, kind)
	case "label":
		e.label = strings.Clone(unguarded(plainNumber(value, kind)))
	case "date":
		e.date = l.dateCell(c, value, kind)
	case "reference":
		e.reference = l.referenceCell(c, unguarded(plainNumber(value, kind)))
	}
}

// codeCell reads a commune's INSEE code.
func (l *ledger) codeCell(c *column, cell string) string {
	if cell == "" {
		return ""
	}
	code, problem := territory.ParseINSEE(cell)
	switch problem {
	case territory.NotINSEE:
		l.fault(c, text.NotAnINSEECode(c.Said, cell))
	case territory.INSEERestored:
		l.found.Notice(l.Place(c.At), text.INSEECodeRestored(c.Said, cell, code))
	case territory.INSEEFine:
	}
	return code
}

// amountCell reads the amount, which is always there.
func (l *ledger) amountCell(c *column, value string, kind grid.Kind) pricing.Cents {
	if value == "" {
		l.fault(c, text.BlankAmount(c.Said))
		return 0
	}
	n, why := number(value, kind, true)
	switch {
	case why == negative && l.role == CostsRole:
		l.fault(c, text.NegativeCost(c.Said, text.CellText(value, kind == grid.Number)))
		return 0
	case why != fine:
		l.fault(c, numberMessage(c, value, kind, why))
		return 0
	}
	c.sum = add(c.sum, n)
	return pricing.Cents(n)
}

// dateCell reads a day.
func (l *ledger) dateCell(c *column, value string, kind grid.Kind) string {
	if value == "" {
		return ""
	}
	date, ok := day(value, kind)
	if !ok {
		l.fault(c, text.NotADate(c.Said, text.CellText(value, kind != grid.Text)))
	}
	return date
}

// referenceCell reads a reference, which no other row has, be it in another case or with
// other spaces.
func (l *ledger) referenceCell(c *column, reference string) string {
	if reference == "" {
		return ""
	}
	folded := strings.ToLower(strings.Join(strings.Fields(reference), ""))
	if first, twice := l.references[folded]; twice {
		l.fault(c, text.ReferenceTwice(c.Said, reference, first.String()))
		return reference
	}
	l.references[folded] = l.Place(c.At)
	return strings.Clone(reference)
}
