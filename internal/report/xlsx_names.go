package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// longestID keeps names below the 255 characters that they may have.
const longestID = 200

// What the names of Synthèse's columns begin with. They are the same in every
// language: the figures of a workbook are found again by them.
const (
	sirenColumn  = "siren"
	epciColumn   = "epci"
	countColumns = "count_" // count_new_pupils
	itemColumns  = "item_"  // item_mobile_app
	sumColumns   = "sum_"   // sum_net
)

// The names of other columns that figures are taken back from, or summed: of Détail, of
// Écoles, of Tarifs.
const (
	lineSIREN     = "line_siren"
	lineComponent = "line_component"
	lineQuantity  = "line_quantity"
	lineRate      = "line_rate"
	lineAmount    = "line_amount"
	schoolSIREN   = "school_siren"
	schoolUAI     = "school_uai"
	schoolPupils  = "school_pupils"
	schoolNew     = "school_new"
	ratesLabel    = "rates_component"
	ratesID       = "rates_id"
	ratesRate     = "rates_rate"
)

// columnName makes a name for a column. A name cannot have a hyphen: _ stands for it.
// No two ids become one: they would read as one header.
func columnName(prefix, id string) string { return prefix + strings.ReplaceAll(id, "-", "_") }

// rateName names the cell of a component's rate: tarif_mobile_app. That of one tier
// has its number, from 1: tarif_1_mobile_app. As no id begins with a digit or has an
// underscore, no two are alike.
func (b *book) rateName(c *pricing.Component, tier int) string {
	return cellName(b.say(text.NameOfRate()), c, tier)
}

// boundName names the cell of the last unit of a tier.
func (b *book) boundName(c *pricing.Component, tier int) string {
	return cellName(b.say(text.NameOfBound()), c, tier)
}

func (b *book) minimumName(c *pricing.Component) string { return cellName("minimum", c, 0) }
func (b *book) maximumName(c *pricing.Component) string { return cellName("maximum", c, 0) }

// cellName joins what a cell is, the number of its tier (0 for none), and the component.
func cellName(what string, c *pricing.Component, tier int) string {
	if tier > 0 {
		what += "_" + strconv.Itoa(tier)
	}
	return what + "_" + strings.ReplaceAll(c.ID, "-", "_")
}

// name gives a name to cells of a sheet.
func (b *book) name(name, sheet, cells, id string) {
	if len(id) > longestID {
		b.fail(diag.Usage{Text: text.LongID(text.Quote(id), longestID)})
		return
	}
	b.fail(b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: inSheet(sheet, cells)}))
}

// inSheet is a reference to cells of a sheet.
func inSheet(sheet, cells string) string { return "'" + sheet + "'!" + cells }

// cell is a relative reference: C9.
func cell(column, row int) string { return diag.ColumnName(column) + strconv.Itoa(row) }

// fixed is an absolute reference: $C$9.
func fixed(column, row int) string {
	return "$" + diag.ColumnName(column) + "$" + strconv.Itoa(row)
}

// fixedRange is an absolute reference to a part of a column: $C$9:$C$26.
func fixedRange(column, first, last int) string {
	return fixed(column, first) + ":" + fixed(column, last)
}
