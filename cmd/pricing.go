package cmd

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// price prices the table. When rows or cells were refused already, the sound rows are
// priced all the same: what is wrong with them belongs to the same list.
func (a *app) price(table *counts.Table, o pricing.Options) (pricing.Statement, error) {
	if table == nil || table.Tariff == nil {
		return pricing.Statement{}, diag.Invalid{}
	}
	statement, err := pricing.Price(table.Tariff, table.Rows, o)
	return statement, a.unpriced(table, err)
}

// unpriced says in words why rows cannot be priced; it is nil when all can, and nothing
// else was found.
func (a *app) unpriced(table *counts.Table, err error) error {
	var rows pricing.RowErrors
	switch {
	case errors.As(err, &rows) && len(table.Inputs) == 0: // flags, not files, lack something
		var wrong diag.List
		table.Locate(rows, &wrong)
		return wrong.Usage()
	case errors.As(err, &rows):
		table.Locate(rows, a.found)
	case errors.Is(err, pricing.ErrTooLarge):
		a.found.Fault(diag.Place{}, text.TooLarge())
	case err != nil:
		return optionErrors(table.Tariff, err)
	}
	return a.found.Err()
}

// assumed says what was assumed without being asked: that all is new (R2), that a
// member's no stands against --with (R3).
func (a *app) assumed(s *pricing.Statement, table *counts.Table, in *inputs) {
	if s.New == pricing.AllNew && !in.flags.Changed("new") && s.Assumed != 0 { // else nothing is at stake
		euros := text.Phrase{FR: report.Euros(s.Assumed, text.French), EN: report.Euros(s.Assumed, text.English)}
		m := text.AllNew(euros, countedFrom(table))
		if in.baseline != "" { // --new does not reach it
			m = text.AllNewAgainst(euros)
		}
		a.found.Notice(diag.Place{File: in.baseline}, m)
	}
	for i := range s.Contributions {
		if c := &s.Contributions[i]; len(c.Items) == 0 {
			a.found.Notice(table.Place(i, ""), text.MemberUncharged(named(c.Name, c.SIREN)))
		}
	}
	for _, r := range s.Refusals {
		row, c := table.Rows[r.Row], s.Tariff.Component(r.Component)
		label := text.Phrase{FR: cmp.Or(c.Label["fr"], c.Label["en"]), EN: c.ID}
		a.found.Notice(table.Place(r.Row, r.Component), text.Refused(label, named(row.Name, row.SIREN)))
	}
}

// countedFrom tells what counts were made of, for the sentence on what is new.
func countedFrom(t *counts.Table) string {
	switch {
	case len(t.Inputs) == 0:
		return "question"
	case counts.OfSchools(t.Inputs):
		return "schools"
	default:
		return "epcis"
	}
}

// named is how a sentence calls a member: its name and SIREN, or what there is of them.
func named(name, siren string) string {
	if name == "" || siren == "" {
		return name + siren
	}
	return name + " (" + siren + ")"
}

// optionErrors puts pricing's refusals of options in words.
func optionErrors(t *pricing.Tariff, err error) error {
	var all []error
	for _, e := range parts(err) {
		var o pricing.OptionError
		if errors.As(e, &o) {
			e = diag.Usage{Text: optionWords(t, o)}
		}
		all = append(all, e)
	}
	return errors.Join(all...)
}

func optionWords(t *pricing.Tariff, o pricing.OptionError) text.Message {
	switch {
	case errors.Is(o.Err, pricing.ErrUnknown):
		var ids []string
		for _, c := range t.Components {
			if o.Option != "with" || c.Optional { // the others are charged already
				ids = append(ids, c.ID)
			}
		}
		near, ok := nearest.Name(o.Component, ids)
		if i := slices.IndexFunc(ids, func(id string) bool { return strings.HasPrefix(id, o.Component) }); !ok && i >= 0 {
			near = ids[i]
		}
		return text.UnknownComponent(o.Option, o.Component, near, t.Version, text.List(ids))
	case errors.Is(o.Err, pricing.ErrMandatory):
		return text.MandatoryComponent(o.Component)
	case errors.Is(o.Err, pricing.ErrBoth):
		return text.BothOptions(o.Option, o.Component)
	case errors.Is(o.Err, pricing.ErrCost):
		return text.OptionOfCost(o.Option, o.Component)
	case errors.Is(o.Err, pricing.ErrStep):
		return text.StepZero()
	case o.Option == "vary": // pricing.ErrTwice
		return text.VarySet(o.Component)
	default: // pricing.ErrTwice
		return text.SetTwice(o.Component)
	}
}
