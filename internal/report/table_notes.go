package report

import (
	"slices"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// simulation says what makes the amounts a simulation, where they are one (R9).
func (t *terminal) simulation(s *pricing.Statement) {
	if !s.Simulation() {
		return
	}
	t.blank()
	t.heading(t.say(text.SimulationBanner()))
	for _, c := range t.changes(s) {
		t.point(c)
	}
}

// changes says how the tariff differs from one voted as it stands.
func (t *terminal) changes(s *pricing.Statement) []string {
	var words []string
	if !s.Tariff.Adopted {
		words = append(words, t.say(text.DraftTariff(text.Safe(s.Tariff.Version))))
	}
	for _, c := range s.Changes {
		words = append(words, t.change(s.Tariff, c))
	}
	return words
}

// change says what was changed from what to what.
func (t *terminal) change(tariff *pricing.Tariff, c pricing.Change) string {
	name := t.components(tariff, []string{c.Component})
	from := t.rates(c.From, c.Volume)
	if c.To == nil {
		return t.say(text.LeftOutComponent(name, from))
	}
	return t.say(text.ChangedRate(name, from, t.rate(*c.To)))
}

// notes says what the amounts rest on: tariff, assumption, options, files.
func (t *terminal) notes(r Run) {
	for _, c := range t.changes(r.Statement) {
		t.fact(text.SimulationWord(), c)
	}
	t.tariff(r)
	t.fact(text.AssumptionWord(), t.assumption(r.Statement))
	t.options(r.Statement)
	t.files(r)
}

// tariff says which tariff it is, where it comes from and how it was chosen.
func (t *terminal) tariff(r Run) {
	tariff := r.Statement.Tariff
	t.fact(text.TariffWord(), text.List([]string{t.versioned(tariff), t.status(tariff, r.From, r.To)}))
	t.fact(text.SourceWord(), text.Safe(tariff.Source))
	t.fact(text.ChosenWord(), t.say(text.ChosenBy(r.ChosenBy, r.Year)))
}

// status says whether a tariff is adopted, the date that it bears, when it is in force as
// the other tariffs leave it.
func (t *terminal) status(tariff *pricing.Tariff, from, to pricing.Date) string {
	words := []string{t.say(text.Adopted(tariff.Adopted))}
	if tariff.Dated != "" {
		words = append(words, t.say(text.DatedOn(text.Day(string(tariff.Dated)))))
	}
	if from != "" {
		in := text.TariffInForce
		if !tariff.Adopted {
			in = text.TariffMeant
		}
		words = append(words, t.say(in(period(tariff, from, to))))
	}
	return text.List(words)
}

// period says from when to when a tariff is in force, or is meant to be; blank where
// nothing tells.
func period(tariff *pricing.Tariff, from, to pricing.Date) text.Phrase {
	switch day := text.Day(string(from)); {
	case from == "":
		return text.Phrase{}
	case to != "":
		return text.Between(day, text.Day(string(to)))
	case tariff.Adopted:
		return text.Since(day)
	default:
		return text.Starting(day)
	}
}

// assumes gives the rule that stood in for counts of what is new (R2); "" where nothing
// is charged on those.
func assumes(s *pricing.Statement) pricing.NewRule {
	if slices.ContainsFunc(s.Totals.Items, func(i pricing.Item) bool { return i.Component.Basis.Once() }) {
		return s.New
	}
	return ""
}

// assumption says what stood in for counts of what is new (R2); blank for nothing.
func (t *terminal) assumption(s *pricing.Statement) string {
	switch assumes(s) {
	case pricing.AllNew:
		return t.say(text.AllAreNew(t.atStake(s)))
	case pricing.NoneNew:
		return t.say(text.NoneAreNew())
	}
	return ""
}

// atStake is the amount that rests on taking all as new; blank where none does.
func (t *terminal) atStake(s *pricing.Statement) string {
	if s.Assumed == 0 {
		return ""
	}
	return t.euros(s.Assumed)
}

// options says what was asked for all members (R3).
func (t *terminal) options(s *pricing.Statement) {
	if with := s.Options.With; len(with) > 0 {
		t.fact(text.OptionsWord(), t.say(text.With(t.components(s.Tariff, with))))
	}
	if without := s.Options.Without; len(without) > 0 {
		t.fact(text.OptionsWord(), t.say(text.Without(t.components(s.Tariff, without))))
	}
}
