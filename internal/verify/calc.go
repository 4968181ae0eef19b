package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// ReadCalc reads a calc document, or the one that a document of solve carries, under the
// tariff that pick gives for it.
// Its errors are those of [Read].
func ReadCalc(name string, document []byte, pick Pick, found *diag.List) (*Annex, error) {
	root, err := parse(name, document)
	if err != nil {
		found.Fault(diag.Place{File: name}, text.NotACalcJSON())
		return nil, diag.Invalid{}
	}
	if carried := root.member("statement"); carried.members != nil { // of solve
		root = carried
	}
	sum := sha256.Sum256(document)
	a := &Annex{Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Rates: make(map[string][]Figure)}
	a.Year, _ = strconv.Atoi(root.member("year").text)
	a.Version = root.member("rates").member("version").text
	if a.Tariff, err = pick(a.Year, a.Version); err != nil {
		return nil, err
	}
	r := calcReader{annex: a}
	for _, in := range root.member("inputs").list {
		if sha := in.member("sha256"); sha.text != "" {
			a.Sources = append(a.Sources, Source{Name: in.member("name").text, SHA256: sha.text, At: sha.at})
		}
	}
	for _, c := range root.member("rates").member("components").list {
		r.rates(c)
	}
	epcis := root.member("epcis")
	t := &Table{At: diag.Place{File: name}, Header: epcis.at, Long: true, Columns: make(map[string]diag.Place)}
	if epcis.at == (diag.Place{}) {
		t.Header = t.At
	}
	for _, e := range epcis.list {
		t.Members = append(t.Members, r.member(e))
	}
	t.Totals = []Total{r.totals(root.member("totals"), len(t.Members))}
	a.Tables = []*Table{t}
	a.document = document
	if len(t.Members) == 0 {
		found.Fault(t.Header, text.NoRows())
		return nil, diag.Invalid{}
	}
	return a, nil
}

// rereads tells why a document is not one that calc writes, where none of its figures does.
func (c *checker) rereads() {
	if c.annex.document == nil || len(c.findings) > 0 {
		return
	}
	var why diag.List
	_, _ = report.Reread(c.annex.Tables[0].At.File, c.annex.document, text.French, &why)
	for _, d := range why.All() {
		if d.Severity == diag.Error {
			c.find(Finding{Code: codeDocument, At: d.Place, Reason: text.Phrase{FR: d.Text.In(text.French), EN: d.Text.In(text.English)}})
		}
	}
}

// A calcReader makes an annex of a calc document.
type calcReader struct{ annex *Annex }

// rates keeps the rates of a component, and its bounds, in the order of ratesOf.
func (r *calcReader) rates(c node) {
	id := c.member("id").text
	values := []node{c.member("rate")}
	for _, tier := range c.member("tiers").list {
		values = append(values, tier.member("rate"))
	}
	for _, v := range append(values, c.member("minimum"), c.member("maximum")) {
		if v.text != "" {
			r.annex.Rates[id] = append(r.annex.Rates[id], r.figure(nil, "rate", v))
		}
	}
}

// member reads what a document says of one member.
func (r *calcReader) member(e node) *Member {
	m := &Member{
		SIREN: e.member("siren").text, Name: e.member("name").text, At: e.at,
		Counts: make(map[pricing.Basis]Figure), Units: make(map[string]Figure), Declared: make(map[string]bool),
		Items: make(map[string][]Line), Sums: make(map[string]Figure), Whole: make(map[string]Figure),
	}
	if siren := e.member("siren"); siren.text != "" {
		m.At = siren.at
		r.annex.checkSIREN(m, m.SIREN, m.SIREN)
	}
	for _, c := range e.member("counts").members {
		m.Counts[pricing.Basis(c.name)] = r.annex.count(r.figure(m, c.name, c.node), m, c.name)
	}
	for _, item := range e.member("items").list {
		r.item(m, item)
	}
	subsidies := e.member("subsidies").list
	if subsidy := r.figure(m, subsidyField, e.member("subsidy")); len(subsidies) > 0 {
		m.Whole[subsidyField] = subsidy
	} else {
		m.Items[subsidyField] = []Line{{Amount: subsidy}}
	}
	for _, s := range subsidies {
		m.Items[subsidyField] = append(m.Items[subsidyField], Line{Amount: r.figure(m, subsidyField, s.member("amount"))})
	}
	for _, field := range append(sumFields(), votedField) {
		m.Sums[field] = r.figure(m, field, e.member(field))
	}
	return m
}

// item reads an item: its lines, and their sum where it has several.
func (r *calcReader) item(m *Member, item node) {
	id := item.member("component").text
	lines := item.member("lines").list
	if r.annex.Tariff.Component(id) == nil {
		r.annex.findings = append(r.annex.findings, Finding{
			Code: codePart, At: item.member("component").at, member: m, Found: id, Reason: text.UnknownPart(""),
		})
		return
	}
	m.Declared[id] = true // where it is not what the counts say
	if len(lines) > 0 {
		m.Whole[id] = r.figure(m, id, item.member("amount"))
	} else {
		lines = []node{item}
	}
	for _, l := range lines {
		m.Items[id] = append(m.Items[id], Line{
			Quantity: r.figure(m, id, l.member("quantity")), Rate: r.figure(m, id, l.member("rate")),
			Amount: r.figure(m, id, l.member("amount")),
		})
	}
	if component := r.annex.Tariff.Component(id); item.member("lines").list != nil {
		r.units(m, component, r.figure(m, id, item.member("quantity")))
	}
}

// units keeps how many units an item of several lines says it is of, unless these have
// others, and the member does not have as many: it is then wrong.
func (r *calcReader) units(m *Member, component *pricing.Component, units Figure) {
	var sum decimal.Decimal
	for _, l := range m.Items[component.ID] {
		sum = sum.Add(l.Quantity.Value)
	}
	whole := m.Counts[component.Basis]
	if !units.known() || sum.Equal(units.Value) || whole.known() && whole.Value.Equal(units.Value) {
		m.Units[component.ID] = units
		return
	}
	r.annex.findings = append(r.annex.findings, differs(codeCount, component.ID, m, units, sum, text.NotItsLines()))
}

// totals reads the totals of all members.
func (r *calcReader) totals(e node, members int) Total {
	total := Total{At: e.at, Cells: make(map[string]Figure), To: members}
	for _, c := range e.member("counts").members {
		total.Cells[c.name] = r.annex.count(r.figure(nil, c.name, c.node), nil, c.name)
	}
	for _, item := range e.member("items").list {
		id := item.member("component").text
		total.Cells[id] = r.figure(nil, id, item.member("amount"))
		total.Cells[id+quantitySuffix] = r.figure(nil, id, item.member("quantity"))
	}
	for _, field := range append(sumFields(), subsidyField, dueField) {
		total.Cells[field] = r.figure(nil, field, e.member(field))
	}
	return total
}

// quantitySuffix ends the field of the units of a component, in totals.
const quantitySuffix = ".quantity"

// figure reads a number; null, or none at all, is blank.
func (r *calcReader) figure(m *Member, field string, n node) Figure {
	f := Figure{At: n.at, Text: n.text}
	if n.text == "" {
		return f
	}
	value, ok := plainNumber(n.text)
	if f.Value, f.State = value, Known; !ok {
		f.State = Unknown
		r.annex.findings = append(r.annex.findings, Finding{
			Code: codeUnreadable, At: n.at, member: m, Field: field, Found: n.text, Reason: text.UnreadableFigure(),
		})
	}
	return f
}

// enoughItems is how many mandatory items on a count outweigh it: fewer may well be of
// units that were declared, which a calc document does not tell from others.
const enoughItems = 3

// recount tells yearly counts, of those in doubt, that are not what all mandatory items on
// them are charged on, and takes what these say.
func (c *checker) recount(m *Member, doubtful []pricing.Basis) {
	for _, basis := range doubtful {
		f := m.Counts[basis]
		var units []pricing.Quantity
		for k := range c.tariff.Components {
			component := &c.tariff.Components[k]
			if q, said := m.quantity(component.ID); said && component.Basis == basis && !component.Optional && !basis.Once() {
				units = append(units, q)
			}
		}
		count, known := f.quantity()
		if !known || len(units) < enoughItems || units[0] == count || len(slices.Compact(units)) > 1 {
			continue
		}
		expected := decimal.NewFromInt(int64(units[0]))
		c.checked++
		c.find(differs(codeCount, string(basis), m, f, expected, text.QuantityOfAnnex(false)))
		f.Value = expected
		m.Counts[basis] = f
	}
}

// doubtful are the counts of a calc document whose total is not their sum. Of others, items
// that are charged on fewer units are of units that were declared.
func (c *checker) doubtful(t *Table) (all []pricing.Basis) {
	if !c.annex.complete() {
		return nil
	}
	for _, basis := range c.bases() {
		total := t.Totals[0].Cells[string(basis)]
		sum := c.column(t, string(basis), 0, len(t.Members), true)
		if !total.known() || !sum.known || !sum.sum().Equal(total.Value) {
			all = append(all, basis)
		}
	}
	return all
}

// ratesOf gives what a component is charged by: its rates, its bounds.
func ratesOf(c *pricing.Component) (all []string) {
	for _, tier := range c.Tiers {
		all = append(all, tier.Rate.String())
	}
	for _, bound := range []*pricing.Cents{c.Minimum, c.Maximum} {
		if bound != nil {
			all = append(all, bound.String())
		}
	}
	return all
}

// ratesTold checks the rates that an annex says it was priced with.
func (c *checker) ratesTold() {
	for k := range c.used.Components {
		component := &c.used.Components[k]
		told, there := c.annex.Rates[component.ID]
		rates := ratesOf(component)
		if !there || len(told) != len(rates) {
			continue
		}
		for i, f := range told {
			c.checked++
			expected, _ := plainNumber(rates[i])
			if !f.known() || f.Value.Equal(expected) {
				continue
			}
			finding := differs(codeRate, component.ID, nil, f, expected, c.versionOf(component.ID, f.Value))
			finding.Found, finding.Expected = f.Text, rates[i]
			finding.Difference = f.Value.Sub(expected).String()
			c.find(finding)
		}
	}
}

// whole checks the sums that an annex gives of the lines of one item.
func (c *checker) whole(m *Member, e *expectation) {
	ids := make([]string, 0, len(m.Whole))
	for id := range m.Whole {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		found := m.Whole[id]
		sum, known := sumOf(m.Items[id])
		if !known || !found.known() {
			continue
		}
		c.checked++
		right := found.Value.Equal(sum)
		if item := e.contribution.Item(id); item != nil {
			right = right || found.Value.Equal(euros(item.Amount))
		}
		if !right {
			c.find(differs(codeSum, id, m, found, sum, text.Phrase{}))
		}
	}
}
