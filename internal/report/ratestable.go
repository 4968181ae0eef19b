package report

import (
	"io"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// TariffTable writes one tariff so that it can be held against the article that it
// comes from: a row per component, a row per tier. validFrom and validTo are when it is
// in force, as the other tariffs leave it. Lines fit width.
func TariffTable(w io.Writer, tariff *pricing.Tariff, validFrom, validTo pricing.Date, l text.Lang, width int) error {
	t := newTerminal(w, l, width, false)
	t.heading(t.say(text.TariffHeading(t.versioned(tariff))))
	t.blank()
	t.fact(text.StatusWord(), t.status(tariff, validFrom, validTo))
	t.fact(text.SourceWord(), text.Safe(tariff.Source))
	if d := tariff.Deployment; d.Years > 0 {
		t.fact(text.DeploymentWord(), t.say(text.DeploymentOver(d.Years, text.Safe(d.Article))))
	}
	for _, b := range tariff.Bases {
		t.fact(text.BasisWord(), t.say(text.DeclaredBasis(string(b.ID), t.declared(tariff, b.ID))))
	}
	t.blank()
	t.rateRows(tariff)
	return t.b.Flush()
}

// rateRows writes a tariff's components, and how its tiers are meant.
func (t *terminal) rateRows(tariff *pricing.Tariff) {
	var rows []tableRow
	tiering := map[bool]bool{} // by whether it is volume
	for i := range tariff.Components {
		c := &tariff.Components[i]
		rows = append(rows, t.rated(tariff, c)...)
		tiering[c.Volume] = tiering[c.Volume] || len(c.Tiers) > 1
	}
	t.rows([]column{
		{title: t.say(text.IDWord())},
		{title: t.say(text.ComponentWord()), gives: wraps, least: 18},
		{title: t.say(text.RateWord()), right: true},
		{title: t.say(text.PerWord()), gives: wraps},
		{title: t.say(text.ChoiceWord())},
		{title: t.say(text.ArticleWord())},
	}, rows)
	if tiering[false] || tiering[true] {
		t.blank()
	}
	for _, volume := range []bool{false, true} {
		if tiering[volume] {
			t.paragraph(t.say(text.TieringMeans(volume)))
		}
	}
}

// rated gives a component's row: id, label, rate, per what, choice, article; under it
// its tiers, its minimum and its maximum.
func (t *terminal) rated(tariff *pricing.Tariff, c *pricing.Component) []tableRow {
	under := func(label string, figure string) tableRow {
		return tableRow{cells: []string{"", "  " + label, figure, "", "", ""}}
	}
	first := []string{
		text.Safe(c.ID), t.component(c), "", t.per(tariff, c), t.choice(c), text.Safe(c.Article),
	}
	rows := []tableRow{{cells: first}}
	if len(c.Tiers) == 1 {
		first[2] = t.rate(c.Tiers[0].Rate)
	}
	if len(c.Tiers) > 1 {
		rows = append(rows, under(t.say(text.Tiering(c.Volume)), ""))
		for i, tier := range c.Tiers {
			rows = append(rows, under(t.tier(c, i), t.rate(tier.Rate)))
		}
	}
	if c.Minimum != nil {
		rows = append(rows, under(t.say(text.MinimumWord()), t.euros(*c.Minimum)))
	}
	if c.Maximum != nil {
		rows = append(rows, under(t.say(text.MaximumWord()), t.euros(*c.Maximum)))
	}
	return rows
}

// choice says when a component is charged: always, where it is chosen, or declared.
func (t *terminal) choice(c *pricing.Component) string {
	if c.Basis == pricing.AtCost && !c.Optional {
		return t.say(text.IfDeclared())
	}
	return t.say(text.OptionalWord(c.Optional))
}

// A TariffRow is one tariff in the list of those that are loaded.
type TariffRow struct {
	Tariff   *pricing.Tariff
	From, To pricing.Date // in force, as the other tariffs leave it; "" is open
	File     string       // that it comes from; "" is the one embedded
	Default  bool         // taken when neither a version, a date nor a year is given
}

// TariffsTable writes a row per tariff: version, title, status, when it is in force,
// where it comes from. Lines fit width.
func TariffsTable(w io.Writer, tariffs []TariffRow, l text.Lang, width int) error {
	t := newTerminal(w, l, width, false)
	rows := make([]tableRow, len(tariffs))
	for i, r := range tariffs {
		status := t.say(text.Adopted(r.Tariff.Adopted))
		if r.Default {
			status = text.List([]string{status, t.say(text.DefaultWord())})
		}
		file := text.Safe(r.File)
		if file == "" {
			file = t.say(text.EmbeddedWord())
		}
		rows[i].cells = []string{
			text.Safe(r.Tariff.Version), text.Safe(inLanguage(r.Tariff.Title, l)), status, t.say(period(r.Tariff, r.From, r.To)), file,
		}
	}
	t.rows([]column{
		{title: t.say(text.VersionWord()), gives: wraps},
		{title: t.say(text.TitleWord()), gives: wraps},
		{title: t.say(text.StatusWord()), gives: wraps},
		{title: t.say(text.ForceWord()), gives: wraps},
		{title: t.say(text.FileWord()), gives: cuts},
	}, rows)
	return t.b.Flush()
}
