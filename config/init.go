package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// CheckVersion refuses a name that no version of a rate file can have: a [diag.Usage].
func CheckVersion(version string) error {
	if _, bad := badLine("", version, shape{most: mostID}); bad {
		return diag.Usage{Text: text.NotAVersion(version, mostID)}
	}
	return nil
}

// Init writes a rate file to start from: a draft, under a version of its own, that
// extends base and lists the rates to change, with comments in a language. Loaded after
// the file of base it is valid as it stands, and prices as base does. [CheckVersion] has
// nothing against the version.
func Init(t *Tariffs, base *pricing.Tariff, version string, l text.Lang) []byte {
	w := starter{lang: l}
	w.line("# yaml-language-server: $schema=rates.schema.json")
	w.line("#")
	for _, p := range text.InitIntro(version, base.Version) {
		w.line("# %s", p.In(l))
	}
	if file := t.File(base); file != "" {
		w.line("# %s", text.InitBaseFile(file).In(l))
	}
	title := text.InitTitle(version)
	w.line("schema: entcalc/rates/1")
	w.line("tariffs:")
	w.line("  - version: %s", quoted(version))
	w.line("    extends: %s # %s", quoted(base.Version), text.InitExtends().In(l))
	w.line("    title: {fr: %s, en: %s}", quoted(title.FR), quoted(title.EN))
	w.line("    # %s", text.InitAdopted().In(l))
	w.line("    # status: adopted")
	w.line("    # dated: %s # %s", text.InitDay().In(l), text.InitDated().In(l))
	w.line("    # from: %s # %s", text.InitDay().In(l), text.InitFrom().In(l))
	w.line("    # source: \"…\" # %s", text.InitSource().In(l))
	w.components(base)
	w.examples(base)
	return []byte(w.String())
}

// A starter writes the lines of a file.
type starter struct {
	strings.Builder
	lang text.Lang
}

func (w *starter) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// components lists the rates of base, and shows what else may be changed.
func (w *starter) components(base *pricing.Tariff) {
	var atCost []string
	priced := slices.DeleteFunc(slices.Clone(base.Components), func(c pricing.Component) bool {
		if c.Basis == pricing.AtCost {
			atCost = append(atCost, c.ID)
		}
		return c.Basis == pricing.AtCost
	})
	if len(priced) > 0 {
		w.line("    # %s", text.InitComponents().In(w.lang))
		w.line("    components:")
	}
	for _, c := range priced {
		w.line("      - {id: %s, %s}%s", c.ID, ratesOf(c), w.label(c))
	}
	if len(atCost) > 0 {
		w.line("    # %s", text.InitAtCost(text.List(atCost)).In(w.lang))
	}
	for _, p := range text.InitMore() {
		w.line("    # %s", p.In(w.lang))
	}
	w.line("    # remove: [%s]", base.Components[len(base.Components)-1].ID)
}

// label names a component in a comment.
func (w *starter) label(c pricing.Component) string {
	if c.Label[string(w.lang)] == "" {
		return ""
	}
	return " # " + c.Label[string(w.lang)]
}

// ratesOf writes the rate of a component, or its tiers, as rate files have them.
func ratesOf(c pricing.Component) string {
	if len(c.Tiers) == 1 {
		return "rate: " + c.Tiers[0].Rate.String()
	}
	tiers := make([]string, len(c.Tiers))
	for i, t := range c.Tiers {
		tiers[i] = "{rate: " + t.Rate.String() + "}"
		if t.UpTo > 0 {
			tiers[i] = fmt.Sprintf("{up_to: %d, rate: %s}", t.UpTo, t.Rate)
		}
	}
	tiering := "graduated"
	if c.Volume {
		tiering = "volume"
	}
	return "tiers: [" + strings.Join(tiers, ", ") + "], tiering: " + tiering
}

// examples shows an example, priced by base, for whoever wants to keep one.
func (w *starter) examples(base *pricing.Tariff) {
	row := pricing.Counts{Of: map[pricing.Basis]pricing.Quantity{
		pricing.Pupils: 1000, pricing.Schools: 10, pricing.NewPupils: 1000, pricing.NewSchools: 10,
	}}
	given := "pupils: 1000, schools: 10, new_pupils: 1000, new_schools: 10"
	for _, d := range base.Bases {
		row.Of[d.ID] = 1000
		given += ", " + string(d.ID) + ": 1000"
	}
	statement, err := pricing.Price(base, []pricing.Counts{row}, pricing.Options{})
	if err != nil { // a tariff of rates out of all measure: it has no example
		return
	}
	var expect string
	for _, item := range statement.Totals.Items {
		expect += item.Component.ID + ": " + item.Amount.String() + ", "
	}
	w.line("    # %s", text.InitExamples().In(w.lang))
	w.line("    # examples:")
	w.line("    #   - given: {%s}", given)
	w.line("    #     expect: {%snet: %s}", expect, statement.Totals.Net)
}

// quoted writes a text in double quotes; Go's escapes are YAML's too.
func quoted(s string) string { return strconv.Quote(s) }
