package cmd

import (
	"maps"
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/pricing"
)

// choosable is a tariff to read counts by: what another one lets members choose may be
// chosen under it too.
func choosable(t, other *pricing.Tariff) *pricing.Tariff {
	by := *t
	by.Components = slices.Clone(t.Components)
	for i := range by.Components {
		if c := other.Component(by.Components[i].ID); c != nil && c.Optional {
			by.Components[i].Optional = true
		}
	}
	return &by
}

// sameColumns tells whether counts read alike by two tariffs.
func sameColumns(t, other *pricing.Tariff) bool {
	return slices.EqualFunc(fields.Of(t), fields.Of(other), func(a, b fields.Field) bool {
		return a.Name == b.Name && a.Kind == b.Kind && slices.Equal(a.Headers, b.Headers) && a.Choosable() == b.Choosable()
	})
}

// withoutChoices gives rows that choose nothing that a tariff charges to all.
func withoutChoices(rows []pricing.Counts, t *pricing.Tariff) []pricing.Counts {
	rows = slices.Clone(rows)
	for i := range rows {
		if len(rows[i].Chosen) == 0 {
			continue
		}
		rows[i].Chosen = maps.Clone(rows[i].Chosen)
		maps.DeleteFunc(rows[i].Chosen, func(id string, _ bool) bool { return !t.Component(id).Optional })
	}
	return rows
}
