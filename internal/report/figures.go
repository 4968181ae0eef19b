package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// figuresOfCSV takes the amounts back, and under component.quantity and
// component.rate what they were made of; lines of a component of several are
// component/1, component/2.
func figuresOfCSV(document []byte) ([]Figure, error) {
	rows := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		return nil, damagedCSV(err)
	}
	siren, component := slices.Index(header, "siren"), slices.Index(header, "component")
	amount, quantity, rate := slices.Index(header, "amount"), slices.Index(header, "quantity"), slices.Index(header, "rate")
	least := min(siren, component, amount, quantity, rate)
	if least < 0 {
		return nil, unreadable(text.NoKnownHeader(), nil)
	}
	most := max(siren, component, amount, quantity, rate)
	epci := slices.Index(header, "epci")
	var lines lineFigures
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return lines.all, nil
		}
		if err != nil {
			return nil, damagedCSV(err)
		}
		if len(row) <= most {
			line, _ := rows.FieldPos(0)
			return nil, unreadable(text.DamagedLine(line), nil)
		}
		if epci >= 0 && epci < len(row) && (lines.nth == 0 || lines.siren != row[siren]) {
			lines.all = named(lines.all, row[siren], row[epci])
		}
		lines.add(row[siren], row[component], row[amount], row[quantity], row[rate])
	}
}

// lineFigures gathers the figures of lines that stand one after the other, under the
// names that the JSON has for them.
type lineFigures struct {
	all       []Figure
	siren, id string // of the line before
	nth       int    // of the lines of its component
	first     int    // where the figures of the first one are
}

// add takes a line. A subsidy is taken away where it is a line: its figure is what it is.
func (l *lineFigures) add(siren, id, amount, quantity, rate string) {
	if l.nth == 0 || siren != l.siren || id != l.id {
		l.siren, l.id, l.nth, l.first = siren, id, 0, len(l.all)
	}
	if l.nth++; l.nth == 2 { // the one before was not the only one
		for i := range l.all[l.first:] {
			f := &l.all[l.first+i]
			f.Field = numbered(id, 1) + strings.TrimPrefix(f.Field, id)
		}
	}
	name := id
	if l.nth > 1 {
		name = numbered(id, l.nth)
	}
	if id == subsidyField {
		amount = negated(amount)
	}
	l.all = madeOf(l.all, Figure{siren, name, amount}, quantity, rate)
}

// madeOf appends an amount, then the quantity and the rate that it was made of: those
// that there are.
func madeOf(all []Figure, amount Figure, quantity, rate string) []Figure {
	for _, f := range []Figure{
		amount, {amount.SIREN, amount.Field + ".quantity", quantity}, {amount.SIREN, amount.Field + ".rate", rate},
	} {
		if f.Value != "" {
			all = append(all, f)
		}
	}
	return all
}

// nameField is that of the name of an EPCI: no component can have such an id.
const nameField = "epci.name"

// named appends the name of an EPCI, if it has one.
func named(all []Figure, siren, name string) []Figure {
	if name == "" || siren == "" {
		return all
	}
	return append(all, Figure{siren, nameField, name})
}

// numbered names the nth line of a component.
func numbered(component string, nth int) string { return component + "/" + strconv.Itoa(nth) }

// negated changes the sign of a number.
func negated(raw string) string {
	if positive, negative := strings.CutPrefix(raw, "-"); negative {
		return positive
	}
	if !isNumber(raw) || strings.Trim(raw, "0.") == "" {
		return raw
	}
	return "-" + raw
}

// unreadable says why figures cannot be taken back.
func unreadable(why text.Phrase, err error) error {
	return UnreadableError{text.FiguresUnreadable(why), err}
}

// damagedCSV says where the library gave up.
func damagedCSV(err error) error {
	var damage *csv.ParseError
	if errors.As(err, &damage) {
		return unreadable(text.DamagedLine(damage.Line), err)
	}
	return unreadable(text.NoKnownHeader(), err) // there is no line at all
}

// figuresOfCSVFR takes back every figure of a row: counts and sums under the names
// that the JSON has for them, components under their label, which is all that the
// document says of them.
func figuresOfCSVFR(document []byte) ([]Figure, error) {
	rows := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
	rows.Comma = ';'
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		return nil, damagedCSV(err)
	}
	fields := make([]string, len(header))
	for i, title := range header {
		fields[i] = fieldOf(title)
	}
	end := len(fields) // of the figures: after net, or what is called for, comes the provenance
	for end > 0 && fields[end-1] != "net" && fields[end-1] != dueField {
		end--
	}
	if end < 2 || header[0] != "SIREN" {
		return nil, unreadable(text.NoKnownHeader(), nil)
	}
	var all []Figure
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, damagedCSV(err)
		}
		if len(row) > 1 {
			all = named(all, row[0], row[1])
		}
		for i := 2; i < min(end, len(row)); i++ {
			if row[i] != "" {
				all = append(all, Figure{row[0], fields[i], fromFrench(row[i])})
			}
		}
	}
}

// fieldOf gives the name in the JSON of what a column of csv-fr holds; of a component,
// its title.
func fieldOf(title string) string {
	for _, l := range []text.Lang{text.French, text.English} {
		for _, basis := range bases(&pricing.Tariff{}) {
			if title == basisTitle(&pricing.Tariff{}, basis, l) {
				return string(basis)
			}
		}
		for _, sum := range sums(&pricing.Contribution{}) {
			if title == sumTitle(sum.field).In(l) {
				return sum.field
			}
		}
		for _, vote := range voteColumns() {
			if title == vote.title.In(l) {
				return vote.field
			}
		}
	}
	return strings.TrimPrefix(title, "'")
}

// fromFrench gives a number as the JSON writes it.
func fromFrench(cell string) string {
	return strings.NewReplacer(",", ".", " ", "", noBreakSpace, "", narrowSpace, "").Replace(cell)
}

// A calcDocument is what figures are taken from of a calc document.
type calcDocument struct {
	Schema scalar
	Rates  struct{ Components []calcComponent }
	EPCIs  []calcContribution
	Totals calcContribution
}

type calcComponent struct {
	ID, Rate, Minimum, Maximum scalar
	Tiers                      []struct{ Rate scalar }
}

type calcContribution struct {
	SIREN, Name                       scalar
	Counts                            map[string]scalar
	Items                             []calcItem
	Subsidies                         []struct{ Amount scalar }
	Yearly, Once, Gross, Subsidy, Net scalar
	Voted, Due                        scalar
}

type calcItem struct {
	Component              scalar
	Quantity, Rate, Amount scalar
	Lines                  []calcItem
}

// A scalar takes a text, a number or null for what it says: somebody may have taken
// the quotes away.
type scalar string

func (s *scalar) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '"':
		var words string
		err := json.Unmarshal(b, &words)
		*s = scalar(words)
		return err
	case '{', '[':
		return fmt.Errorf("a value is wanted, not %s", b)
	case 'n':
		*s = ""
	default:
		*s = scalar(b)
	}
	return nil
}

// figuresOfJSON takes back the rates of the tariff, and every figure of the EPCIs and of
// the totals: counts, sums, and items by component, with component.quantity and
// component.rate; the lines of an item of several are component/1, component/2, and the
// subsidies subsidy/1, subsidy/2.
func figuresOfJSON(document []byte) ([]Figure, error) {
	var d calcDocument
	if err := json.Unmarshal(document, &d); err != nil {
		return nil, damagedJSON(document, err)
	}
	if d.Schema != calcSchema {
		return nil, unreadable(text.NotADocument(calcSchema), nil)
	}
	var rates lineFigures
	for _, c := range d.Rates.Components {
		c.rates(&rates)
	}
	all := rates.all
	for _, c := range d.EPCIs {
		all = c.figures(all)
	}
	d.Totals.SIREN = ""
	return d.Totals.figures(all), nil
}

// damagedJSON says where the library gave up, if it tells.
func damagedJSON(document []byte, err error) error {
	var syntax *json.SyntaxError
	var other *json.UnmarshalTypeError
	var offset int64
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &other):
		offset = other.Offset
	default:
		return unreadable(text.NotADocument(calcSchema), err)
	}
	before := document[:min(offset, int64(len(document)))]
	return unreadable(text.DamagedLine(bytes.Count(before, []byte("\n"))+1), err)
}

// rates adds the euros that a component is charged by, one after the other as in the
// workbook: its rate or those of its tiers, its minimum, its maximum.
func (c *calcComponent) rates(all *lineFigures) {
	euros := []scalar{c.Rate}
	for _, t := range c.Tiers {
		euros = append(euros, t.Rate)
	}
	for _, rate := range append(euros, c.Minimum, c.Maximum) {
		if rate != "" {
			all.add("", string(c.ID), "", "", string(rate))
		}
	}
}

func (c *calcContribution) figures(all []Figure) []Figure {
	siren := string(c.SIREN)
	all = named(all, siren, string(c.Name))
	for _, basis := range slices.Sorted(maps.Keys(c.Counts)) {
		all = append(all, Figure{siren, basis, string(c.Counts[basis])})
	}
	for _, item := range c.Items {
		all = item.figures(all, siren, string(item.Component))
		for i, line := range item.Lines {
			all = line.figures(all, siren, numbered(string(item.Component), i+1))
		}
	}
	for i, s := range c.Subsidies {
		all = append(all, Figure{siren, numbered(subsidyField, i+1), string(s.Amount)})
	}
	all = append(all,
		Figure{siren, "yearly", string(c.Yearly)},
		Figure{siren, "once", string(c.Once)},
		Figure{siren, "gross", string(c.Gross)},
		Figure{siren, "subsidy", string(c.Subsidy)},
		Figure{siren, "net", string(c.Net)})
	if c.Voted != "" {
		all = append(all, Figure{siren, votedField, string(c.Voted)})
	}
	if c.Due != "" {
		all = append(all, Figure{siren, dueField, string(c.Due)})
	}
	return all
}

func (item *calcItem) figures(all []Figure, siren, name string) []Figure {
	return madeOf(all, Figure{siren, name, string(item.Amount)}, string(item.Quantity), string(item.Rate))
}
