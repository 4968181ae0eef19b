package verify

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Inputs are the counts that an annex should have been made from.
type Inputs struct {
	Rows      []pricing.Counts
	Statement *pricing.Statement // of the rows, in their order
	Files     []counts.Input
}

// Terms say how an annex is checked.
type Terms struct {
	Options pricing.Options
	Others  []*pricing.Tariff // which a wrong amount may have the rate of
	Inputs  *Inputs           // nil: the annex's own counts are all there is
}

// Check holds each figure of an annex against what it should be. What was assumed, and
// what could not be checked, are notices. The error is that of [pricing.Price] on the
// options, or [diag.Invalid].
func Check(a *Annex, terms Terms, found *diag.List) (Result, error) {
	s, err := pricing.Price(a.Tariff, nil, terms.Options)
	if err != nil {
		return Result{}, err
	}
	c := checker{
		annex: a, tariff: a.Tariff, used: s.Tariff, options: terms.Options, simulation: s.Simulation(), inputs: terms.Inputs,
		lacking: make(map[string]pricing.Basis), refused: make(map[string][]*Member), detailed: make(map[unitsOf]pricing.Quantity), shown: make(map[countOf]pricing.Quantity),
		findings: slices.Clone(a.findings), byKey: make(map[string]int), rates: make(map[rateReason]map[string]bool),
	}
	for _, other := range terms.Others {
		if other.Version != a.Tariff.Version {
			c.others = append(c.others, other)
		}
	}
	if c.inputs != nil && c.inputs.Statement.New == pricing.AllNew {
		c.allNew = c.inputs.Statement.Assumed
	}
	c.prepare()
	for _, t := range a.Tables {
		if err := c.table(t); err != nil {
			return Result{}, err
		}
	}
	c.ratesTold()
	c.sources()
	c.rereads()
	c.notices(found)
	if c.checked == 0 && len(c.findings) == 0 && !slices.ContainsFunc(a.Tables, (*Table).onlySubsidies) {
		found.Fault(a.Tables[0].Header, text.NothingToCheck())
	}
	return Result{Annex: a, Statement: &s, Checked: c.checked, Priced: c.priced, Findings: a.settle(c.findings), AllNew: c.allNew}, found.Err()
}

// A checker checks one annex.
type checker struct {
	annex   *Annex
	tariff  *pricing.Tariff // as it was chosen
	used    *pricing.Tariff // as the options change it
	options pricing.Options
	// simulation tells whether they make one of the tariff, or it is a draft.
	simulation bool
	others     []*pricing.Tariff
	inputs     *Inputs
	byKey      map[string]int // the rows of the inputs, by SIREN and by name

	findings []Finding
	checked  int
	priced   int // of these, the amounts that were priced anew
	assumed  []assumption
	lacking  map[string]pricing.Basis // components that were not checked, and the count that they lack
	detailed map[unitsOf]pricing.Quantity
	shown    map[countOf]pricing.Quantity // counts that a table of a row for each member has
	refused  map[string][]*Member         // by component that the options ask for: whom a table does not charge it
	allNew   pricing.Cents
	rates    map[rateReason]map[string]bool // whose amounts a rate would explain
}

// An assumption is that an amount is that of fewer units than all.
type assumption struct {
	member       *Member
	component    string
	units, whole pricing.Quantity
}

// unitsOf names the units of a component that a member is charged.
type unitsOf struct{ siren, component string }

// countOf names a count of a member, by the member's key.
type countOf struct {
	member string
	basis  pricing.Basis
}

// prepare learns the keys of the inputs, the units that the rows of items tell, and the
// rates that would explain wrong amounts.
func (c *checker) prepare() {
	if c.inputs != nil {
		for i, row := range c.inputs.Rows {
			c.byKey[keyOf(row.SIREN, row.Name)] = i
			if name := fields.Fold(row.Name); name != "" {
				c.byKey[name] = i
			}
		}
	}
	for _, t := range c.annex.Tables {
		t.learnItems()
		for _, m := range t.Members {
			for basis, f := range m.Counts {
				if q, ok := f.quantity(); ok {
					c.shown[countOf{keyOf(m.SIREN, m.Name), basis}] = q
				}
			}
			for id := range m.Items {
				if q, said := m.quantity(id); said && t.Long && m.SIREN != "" {
					c.detailed[unitsOf{m.SIREN, id}] = q
				}
			}
		}
	}
	for _, t := range c.annex.Tables {
		for _, m := range t.Members {
			if !m.OtherYear {
				c.learnRates(t, m)
			}
		}
	}
}

// keyOf is what a member is known by: its SIREN, or without one its name.
func keyOf(siren, name string) string {
	if siren != "" {
		return siren
	}
	return fields.Fold(name)
}

// inputOf finds the row of the inputs that is the member's.
func (c *checker) inputOf(m *Member) (row int, there bool) {
	if c.inputs == nil {
		return 0, false
	}
	row, there = c.byKey[keyOf(m.SIREN, m.Name)]
	return row, there
}

func (c *checker) find(f Finding) { c.findings = append(c.findings, f) }

// table checks one table.
func (c *checker) table(t *Table) error {
	doubtful := c.doubtful(t)
	for _, m := range t.Members {
		if _, given := c.inputOf(m); !given {
			c.recount(m, doubtful)
		}
	}
	expected, err := c.expect(t)
	if err != nil {
		return err
	}
	missing := c.members(t)
	t.withoutOnce(c, expected)
	absent := make(map[string]pricing.Cents) // items that no row has
	for i, m := range t.Members {
		if m.OtherYear || expected[i].contribution == nil {
			continue
		}
		c.counted(m, &expected[i])
		c.items(t, m, &expected[i], absent)
		c.whole(m, &expected[i])
		c.sums(t, m, &expected[i])
		c.voted(t, m, &expected[i])
	}
	for _, component := range c.used.Components {
		if amount := absent[component.ID]; amount > 0 {
			c.find(Finding{
				Code: codeMissing, At: t.Header, Field: component.ID, Expected: amount.String(), Difference: (-amount).String(),
				Reason: t.absence(component),
			})
		}
	}
	for i := range t.Totals {
		c.total(t, &t.Totals[i], expected, missing)
	}
	return nil
}

// members reports those that are there twice, those that the inputs do not have, and
// those of the inputs that are not there, which it gives.
func (c *checker) members(t *Table) (missing []*pricing.Contribution) {
	first := make(map[string]*Member)
	for _, m := range t.Members {
		key := keyOf(m.SIREN, m.Name)
		if m.OtherYear || key == "" {
			continue
		}
		if before, twice := first[key]; twice {
			m.twice = true
			c.find(Finding{Code: codeTwice, At: m.At, member: m, Reason: text.FirstAt(before.At.String())})
		} else {
			first[key] = m
		}
		if _, there := c.inputOf(m); c.inputs != nil && !there {
			c.find(Finding{Code: codeUnknownEPCI, At: m.At, member: m, Reason: text.NotInInputs()})
		}
	}
	if c.inputs == nil {
		return nil
	}
	for i, row := range c.inputs.Rows {
		_, bySIREN := first[keyOf(row.SIREN, row.Name)]
		_, byName := first[fields.Fold(row.Name)]
		nothing := t.Long && len(c.inputs.Statement.Contributions[i].Items) == 0 // and so no row
		if !bySIREN && !byName && !nothing {
			missing = append(missing, &c.inputs.Statement.Contributions[i])
			net := c.inputs.Statement.Contributions[i].Net
			c.find(Finding{
				Code: codeMissingEPCI, At: t.At, SIREN: row.SIREN, Name: row.Name, Expected: net.String(), Difference: (-net).String(),
				Reason: text.OnlyInInputs(),
			})
		}
	}
	return missing
}

// counted checks the counts of a member against the inputs.
func (c *checker) counted(m *Member, e *expectation) {
	if e.given == nil {
		return
	}
	for _, basis := range slices.Sorted(maps.Keys(m.Counts)) {
		found := m.Counts[basis]
		q, known := e.given.Counts[basis]
		if !known || !found.known() {
			continue
		}
		c.checked++
		if expected := decimal.NewFromInt(int64(q)); !found.Value.Equal(expected) {
			c.find(differs(codeCount, string(basis), m, found, expected, text.CountOfInputs()))
		}
	}
	lines := m.Items[subsidyField]
	if sum, known := sumOf(lines); known && len(lines) > 0 {
		c.checked++
		var expected decimal.Decimal
		for _, s := range e.row.Subsidies {
			expected = expected.Add(euros(s.Amount))
		}
		if found := (Figure{At: lines[0].Amount.At, Value: sum.Abs(), State: Known}); !found.Value.Equal(expected) {
			c.find(differs(codeAmount, subsidyField, m, found, expected, text.SubsidyOfInputs()))
		}
	}
}

// sumOf sums the amounts of lines; known is false where one cannot be read.
func sumOf(lines []Line) (sum decimal.Decimal, known bool) {
	for _, l := range lines {
		if l.Amount.State == Unknown {
			return sum, false
		}
		sum = sum.Add(l.Amount.Value)
	}
	return sum, true
}

// notices tells what was assumed, and what could not be checked.
func (c *checker) notices(found *diag.List) {
	at := diag.Place{File: c.annex.Tables[0].At.File}
	for _, a := range c.assumed {
		found.Notice(a.member.Items[a.component][0].Amount.At, text.TakenAsUnits(
			fieldName(c.tariff, a.component), int64(a.units), int64(a.whole)))
	}
	nothing := c.priced == 0 && c.checked > 0
	if nothing {
		found.Notice(at, text.NothingPriced())
	}
	for _, component := range c.tariff.Components {
		if members := c.refused[component.ID]; members != nil {
			found.Notice(members[0].At, text.TakenAsRefused(fieldName(c.tariff, component.ID), int64(len(members))))
		}
		if basis, lacks := c.lacking[component.ID]; lacks && !nothing {
			found.Notice(at, text.NotChecked(fieldName(c.tariff, component.ID), basisName(c.tariff, basis)))
		}
	}
	version := c.tariff.Version
	if c.simulation && c.annex.Rates == nil { // as our tables tell it
		version += simulationSuffix
	}
	if v := c.annex.Version; v != "" && v != version {
		found.Notice(at, text.OtherTariffInAnnex(v, version))
	}
}
