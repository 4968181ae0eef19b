package verify

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A cell is one of a row.
type cell struct {
	text string
	kind grid.Kind
	at   diag.Place
}

// cell gives the cell of a field; blank where the table has no such column.
func (t *table) cell(row grid.Row, field string) cell {
	i, there := t.at[field]
	if !there {
		return cell{}
	}
	value, kind := records.Cell(row, i)
	if kind == grid.Text {
		value = strings.TrimPrefix(value, "'") // of csv-fr, before what would be a formula
	}
	return cell{strings.Clone(value), kind, t.Place(i)}
}

// row reads one row below the header: of a member, a total, or a note.
func (t *table) row(row grid.Row) {
	key, name := t.cell(row, "siren"), t.cell(row, "epci")
	t.bare(row)
	keyless := key.text == "" && name.text == "" && (t.mergedKey(row) || t.Long && t.member != nil)
	if keyless {
		key, name.text = t.key, t.name // which stands once, above
	}
	switch {
	case isTotal(row, key.text, name.text):
		t.totalRow(row)
	case !likeSIREN(key.text) && !t.hasFigures(row): // a signature, a note
	case keyless && t.Long && !t.hasFigures(row) && t.part(t.partOf(row).text) == "": // a sentence under the items
	case t.Long:
		t.itemRow(row, key, name)
	default:
		t.memberRow(row, key, name)
	}
	t.sameTariff(row)
}

// sameTariff reports a row that names another tariff than the rows above.
func (t *table) sameTariff(row grid.Row) {
	c := t.cell(row, tariffField)
	if c.text == "" || t.member == nil || t.member.OtherYear {
		return
	}
	if t.tariff == "" {
		t.tariff = c.text
	}
	if c.text != t.tariff {
		t.report(Finding{Code: codeTariff, At: c.at, member: t.member, Found: c.text, Reason: text.OtherTariffAbove(t.tariff)})
	}
}

// bare keeps the first number right of the key in a column without a header: it is not
// read.
func (t *table) bare(row grid.Row) {
	key := max(t.at["siren"], t.at["epci"])
	for i := key + 1; i < len(row.Cells); i++ {
		if i < len(t.Heads) && (t.Heads[i].Text != "" || t.Heads[i].Used) {
			continue
		}
		value, kind := records.Cell(row, i)
		if _, number := readNumber(value, kind, false); number && !slices.Contains(t.nameless, i) {
			t.nameless = append(t.nameless, i)
			t.namelessAt = append(t.namelessAt, t.Place(i))
		}
	}
}

// mergedKey tells whether the row's key is one with that of a row above it.
func (t *table) mergedKey(row grid.Row) bool {
	for _, field := range []string{"siren", "epci"} {
		if i, there := t.at[field]; there && row.Merged(i) {
			return true
		}
	}
	return false
}

// isTotal tells whether a row is a total line: the word stands in place of a key, or
// begins a name, or, where both are blank, any cell. Elsewhere it is a remark on a member.
func isTotal(row grid.Row, key, name string) bool {
	switch {
	case key != "":
		return slices.ContainsFunc(wordsOf(key), totalWord)
	case name != "":
		return leadsTotal(name)
	}
	return slices.ContainsFunc(row.Cells, leadsTotal)
}

// leadsTotal tells whether a cell begins with total, sous-total or ensemble: a member may
// be called after one.
func leadsTotal(cell string) bool {
	words := wordsOf(cell)
	if len(words) > 1 && (words[0] == "sous" || words[0] == "sub") {
		words = words[1:]
	}
	return len(words) > 0 && totalWord(words[0])
}

func wordsOf(cell string) []string {
	return strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return !unicode.IsLetter(r) })
}

func totalWord(word string) bool {
	return slices.Contains([]string{"total", "totaux", "totals", "subtotal", "ensemble"}, word)
}

// hasFigures tells whether a row has a number, or a formula, in some column of figures.
func (t *table) hasFigures(row grid.Row) bool {
	for field := range t.at {
		switch field {
		case "siren", "epci", "year", componentField, labelField, tariffField, totalField, remarkField, assumptionField:
			continue
		}
		c := t.cell(row, field)
		if _, number := readNumber(c.text, c.kind, false); number || c.kind == grid.Uncomputed || c.kind == grid.Failed {
			return true
		}
	}
	return false
}

// start begins a member, whose key is checked.
func (t *table) start(row grid.Row, key, name cell) *Member {
	m := &Member{
		SIREN: key.text, Name: name.text, At: key.at,
		Counts: make(map[pricing.Basis]Figure), Units: make(map[string]Figure),
		Declared: make(map[string]bool), Items: make(map[string][]Line), Sums: make(map[string]Figure),
	}
	if _, keyed := t.at["siren"]; !keyed {
		m.At = name.at
	} else {
		m.SIREN = t.siren(m, key)
	}
	if at, there := t.at["year"]; there && t.annex.Year != 0 {
		year, ok := yearIn(row, at)
		m.OtherYear = ok && year != t.annex.Year
	}
	t.annex.said(t.cell(row, assumptionField).text)
	t.key, t.name = key, name.text
	t.Members = append(t.Members, m)
	t.member = m
	return m
}

// memberRow reads the row of a member.
func (t *table) memberRow(row grid.Row, key, name cell) {
	m := t.start(row, key, name)
	for _, u := range t.unread {
		value, kind := records.Cell(row, u.at)
		amount, _ := readNumber(value, kind, false)
		m.beside = append(m.beside, amount)
	}
	for _, f := range t.fields {
		if _, there := t.at[f.Name]; !there {
			continue
		}
		switch {
		case f.Kind == fields.Count:
			m.Counts[f.Basis] = t.annex.count(t.figure(row, m, f.Name), m, f.Name)
		case f.Kind == fields.Units:
			m.Units[f.Component.ID] = t.annex.count(t.figure(row, m, f.Name), m, f.Component.ID)
		case f.Kind == fields.Choice, f.Kind == fields.Cost, f.Kind == fields.Subsidy:
			m.Items[f.Name] = []Line{{Amount: t.figure(row, m, f.Name)}}
		case slices.Contains(sumFields(), f.Name), t.readsVote(f):
			m.Sums[f.Name] = t.figure(row, m, f.Name)
		}
	}
}

// itemRow reads a row for one item of a member: a part, the subsidy, or a sum.
func (t *table) itemRow(row grid.Row, key, name cell) {
	m := t.member
	if m == nil || key.text != t.key.text || name.text != t.name {
		m = t.start(row, key, name)
	}
	part := t.partOf(row)
	field := t.part(part.text)
	if part.text == "" {
		field = t.sumNamed(row)
	}
	switch {
	case field == subsidyField && part.text == "": // of the lines above
		m.Whole = map[string]Figure{field: t.figure(row, m, amountField)}
	case field == "":
		t.report(Finding{Code: codePart, At: part.at, member: m, Found: part.text, Reason: text.UnknownPart(nearField(part.text, t.fields))})
	case slices.Contains(sumFields(), field), field == votedField, field == gapField, field == dueField:
		m.Sums[field] = t.figure(row, m, amountField)
	default:
		t.line(row, m, field)
	}
}

// partOf is the cell that says which part a row of items is of.
func (t *table) partOf(row grid.Row) cell {
	part := t.cell(row, componentField)
	if part.text == "" {
		part = t.cell(row, labelField)
	}
	if part.at == (diag.Place{}) {
		part.at = t.Place(-1)
	}
	return part
}

// sumNamed finds the sum that a row under the items of a member is of: its words stand in
// whatever column; "" for none.
func (t *table) sumNamed(row grid.Row) string {
	for i := range row.Cells {
		words, _ := records.Cell(row, i)
		if field := t.part(words); field == subsidyField || field != "" && t.annex.Tariff.Component(field) == nil {
			return field
		}
	}
	return ""
}

// line reads a line of an item. One with a quantity and nothing else heads those that
// follow: it is how many units the item charges.
func (t *table) line(row grid.Row, m *Member, field string) {
	l := Line{t.figure(row, m, quantityField), t.figure(row, m, rateField), t.figure(row, m, amountField)}
	if component := t.annex.Tariff.Component(field); component != nil && component.Basis != pricing.AtCost {
		l.Quantity = t.annex.count(l.Quantity, m, field)
	}
	if l.Quantity.State != Blank && l.Rate.State == Blank && l.Amount.State == Blank {
		m.Units[field] = l.Quantity
	} else {
		m.Items[field] = append(m.Items[field], l)
	}
	remark, declared := t.cell(row, remarkField).text, text.SheetDeclared()
	if strings.Contains(remark, declared.FR) || strings.Contains(remark, declared.EN) {
		m.Declared[field] = true
	}
}

// part finds the field that a cell names: a component by its id or its label, or a sum.
// What follows a dash tells more of it: Formations – session des directeurs.
func (t *table) part(cell string) string {
	for _, words := range []string{cell, beforeDash(cell)} {
		folded := fields.Fold(words)
		i := slices.IndexFunc(t.fields, func(f fields.Field) bool {
			return records.Reads(folded, f) && (inAmounts(f) || f.Kind == fields.Subsidy || aboutVote(f))
		})
		if i < 0 {
			continue
		}
		if name := t.fields[i].Name; name != totalField && name != amountField {
			return name
		}
		return netField
	}
	return ""
}

func beforeDash(cell string) string {
	before, _, _ := strings.Cut(cell, " – ")
	return before
}

// totalRow reads a line of totals. In a table of items only the amounts are summed.
func (t *table) totalRow(row grid.Row) {
	total := Total{At: t.Place(-1), Cells: make(map[string]Figure), From: t.since, To: len(t.Members)}
	for _, f := range t.fields {
		_, there := t.at[f.Name]
		summed := f.Kind == fields.Count || f.Kind == fields.Subsidy || f.Kind == fields.Voted || inAmounts(f) && f.Name != totalField
		switch f.Name {
		case amountField:
			summed = t.Long
		case gapField, dueField:
			summed = t.readsVote(f)
		}
		if there && summed {
			total.Cells[f.Name] = t.figure(row, nil, f.Name)
			if f.Kind == fields.Count {
				total.Cells[f.Name] = t.annex.count(total.Cells[f.Name], nil, f.Name)
			}
		}
	}
	t.Totals = append(t.Totals, total)
	t.since, t.member = len(t.Members), nil
}

// figure reads a number of a row, or reports why it is none.
func (t *table) figure(row grid.Row, m *Member, field string) Figure {
	c := t.cell(row, field)
	f := Figure{At: c.at, Text: c.text}
	if c.kind != grid.Uncomputed && nothing(c.text) {
		return f
	}
	value, ok := readNumber(c.text, c.kind, field == rateField)
	if ok {
		f.Value, f.State = value, Known
		return f
	}
	if field == rateField { // in words: au coût réel
		return f
	}
	f.State = Unknown
	code, why := codeUnreadable, text.UnreadableFigure()
	switch c.kind {
	case grid.Uncomputed:
		code, why = codeNoValue, text.FormulaWithoutValue()
	case grid.Failed:
		why = text.FailedFormula()
	case grid.Text, grid.Number, grid.Boolean, grid.Date:
	}
	t.report(Finding{Code: code, At: c.at, member: m, Field: t.named(field), Found: c.text, Reason: why})
	return f
}

// named gives a figure's field the name that findings have: of a total, what it holds.
func (t *table) named(field string) string {
	if !t.Long && (field == totalField || field == amountField) {
		return t.total
	}
	return field
}

// report keeps a finding on what cannot be read.
func (t *table) report(f Finding) { t.annex.findings = append(t.annex.findings, f) }

// count makes sure that a figure is a count: what cannot be one is reported, and nothing
// is priced from it. A total, which is of no member, may be above what a member may have.
func (a *Annex) count(f Figure, m *Member, field string) Figure {
	_, ok := f.quantity()
	if m == nil {
		ok = f.Value.IsInteger() && !f.Value.IsNegative()
	}
	if f.known() && !ok {
		f.State = Unknown
		a.findings = append(a.findings, Finding{
			Code: codeUnreadable, At: f.At, member: m, Field: field, Found: f.Text, Reason: text.NoCount(int64(pricing.MaxQuantity)),
		})
	}
	return f
}

// siren reads a member's key; what is no SIREN is reported, and stands for itself.
func (t *table) siren(m *Member, key cell) string {
	plain := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(key.text)
	if n, ok := plainNumber(key.text); ok && key.kind == grid.Number {
		plain = n.String()
	}
	t.annex.checkSIREN(m, plain, key.text)
	return plain
}

// checkSIREN reports a key that is no SIREN; a blank one is none.
func (a *Annex) checkSIREN(m *Member, siren, found string) {
	if siren != "" && !territory.ValidSIREN(siren) {
		a.findings = append(a.findings, Finding{
			Code: codeSIREN, At: m.At, member: m, Field: "siren", Found: found,
			Reason: text.WrongSIREN(territory.SwappedSIREN(siren)),
		})
	}
}

// likeSIREN tells whether a cell may be a SIREN, perhaps a wrong one.
func likeSIREN(cell string) bool {
	n := 0
	for _, r := range cell {
		if '0' <= r && r <= '9' {
			n++
		}
	}
	return n >= 6 && n > len(cell)/2
}

// keyless reports the members without a key, unless there is only one: a question has
// none.
func (t *table) keyless() {
	if _, keyed := t.at["siren"]; !keyed || len(t.Members) <= 1 {
		return
	}
	for _, m := range t.Members {
		if m.SIREN == "" {
			t.report(Finding{Code: codeSIREN, At: m.At, member: m, Field: "siren", Reason: text.NoSIREN()})
		}
	}
}

// nearField gives the field's name, or the header, that a text was meant to be; "" for
// none.
func nearField(words string, all []fields.Field) string {
	var names []string
	for _, f := range all {
		names = append(names, f.Headers...)
	}
	near, _ := nearest.Name(words, names)
	return near
}
