// Package verify holds an annex that somebody gives against what its rates and counts
// give: each amount, each sum, each EPCI.
//
// The walk: a file (internal/records, or JSON) → [Annex]: tables of members, with each
// figure and its place → [Check] prices the members of each table anew, by
// [pricing.Price], from their own counts → [Result]: a finding for each figure that is
// not what it should be. It alone says what is right; what is multiplied here, on other
// rates and other counts, is only to explain what was found.
//
// One mistake is one finding: a sum is right where it is that of the figures beside it,
// or that of the figures that should be there.
package verify

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/pricing"
)

// An Annex is what a file says, before any of it is checked.
type Annex struct {
	Name, SHA256 string
	Year         int // 0 where nothing tells it
	Tariff       *pricing.Tariff
	Version      string // of the tariff, as the annex names it; "" where it does not
	Tables       []*Table
	Sources      []Source // the files that it says it was made from; nil where it says none
	// New is what it says it takes for new where its counts do not tell; "" where it does not say.
	New pricing.NewRule
	// Rates are those that it says it was priced with, by component: of each tier, then
	// the minimum and the maximum. Only calc documents do.
	Rates map[string][]Figure

	findings []Finding // on what cannot be read
	document []byte    // of calc; nil of a table
}

// complete tells whether the annex is a calc document: what is not there is not charged.
func (a *Annex) complete() bool { return a.Rates != nil }

// A Source is a file that an annex says it was made from.
type Source struct {
	Name, SHA256 string
	At           diag.Place
}

// A Table is one sheet, file or list: a row for each member, or for each of its items.
type Table struct {
	At      diag.Place // the file and the sheet
	Header  diag.Place
	Long    bool                  // a row for each item
	Columns map[string]diag.Place // the headers, by field
	Members []*Member
	Totals  []Total

	total   string          // what a column that is only called a total holds: gross or net
	charged map[string]bool // the components and the subsidy that some row has an item of
	unread  []unread        // the columns that may hold amounts, and of what is not known
}

// ourRows tells a table of items that entcalc wrote as CSV: it has all columns of one, and
// none says that units are not all.
func (t *Table) ourRows() bool {
	if _, remarks := t.Columns[remarkField]; remarks || !t.Long {
		return false
	}
	return !slices.ContainsFunc([]string{componentField, labelField, quantityField, rateField, amountField, tariffField}, func(field string) bool {
		_, there := t.Columns[field]
		return !there
	})
}

// onlySubsidies tells our rows of items where nobody is charged any, and subsidies are of
// nothing.
func (t *Table) onlySubsidies() bool {
	return t.ourRows() && !slices.ContainsFunc(t.Members, func(m *Member) bool {
		sum, known := sumOf(m.Items[subsidyField])
		return !known || !sum.IsZero() || len(m.Items[subsidyField]) == 0 || len(m.Items) > 1
	})
}

// A Member is what one table says of one member.
type Member struct {
	SIREN, Name string
	At          diag.Place // its first row, at its key
	Counts      map[pricing.Basis]Figure
	Units       map[string]Figure // by component: how many units are charged
	Declared    map[string]bool   // by component: whether its items say that these are not all
	Items       map[string][]Line // by component, and the subsidy
	Sums        map[string]Figure // yearly, once, gross, net; what was voted, its distance from net, what is due
	Whole       map[string]Figure // by component: the sum of its lines, where an annex gives both
	OtherYear   bool              // than the one that is checked: it counts in totals only

	twice  bool              // it is above already
	beside []decimal.Decimal // what it has in the columns that are not read
}

// An unread column is one whose header is no field's; field is the component that it may
// be meant to be, "" for none.
type unread struct {
	header, field string
	at            int
}

// A Line is one line of an item; the quantity and the rate are blank where a table has
// no columns of them.
type Line struct{ Quantity, Rate, Amount Figure }

// A Total is a line that sums members: those from From on, before To, or all before To.
type Total struct {
	At       diag.Place
	Cells    map[string]Figure // by field
	From, To int               // among the members
}

// A Figure is one number of an annex.
type Figure struct {
	At    diag.Place
	Text  string // as it stands
	Value decimal.Decimal
	State State
}

// A State says what can be known of a figure.
type State uint8

// The states. The zero Figure is blank.
const (
	Blank State = iota
	Known
	Unknown // it cannot be read, or a formula has no value; a finding says so
)

// known tells whether the figure is a number.
func (f Figure) known() bool { return f.State == Known }

// quantity gives a known figure that is a count as one.
func (f Figure) quantity() (pricing.Quantity, bool) {
	if !f.known() || !f.Value.IsInteger() || f.Value.IsNegative() || f.Value.GreaterThan(decimal.NewFromInt(int64(pricing.MaxQuantity))) {
		return 0, false
	}
	return pricing.Quantity(f.Value.IntPart()), true
}

// cents gives a known figure that is whole cents, neither negative nor too large, as
// an amount that could have been declared.
func (f Figure) cents() (pricing.Cents, bool) {
	if !f.known() {
		return 0, false
	}
	c, err := pricing.ParseCents(f.Value.String())
	return c, err == nil
}

// euros makes a decimal of an amount.
func euros(c pricing.Cents) decimal.Decimal { return decimal.New(int64(c), -2) }

// subsidyField names the subsidy among items; no component can be called so.
const subsidyField = "subsidy"
