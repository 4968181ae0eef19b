package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Explain writes each contribution of the run in sentences that a letter can take:
// what is charged on what, at which rate, under which article, what was assumed, and
// what was not charged. Lines fit r.Width.
func Explain(w io.Writer, r Run) error {
	t := newTerminal(w, r.Lang, r.Width, r.Color)
	for i := range r.Statement.Contributions {
		if i > 0 {
			t.blank()
		}
		e := explained{t, r, r.Statement, &r.Statement.Contributions[i], r.schoolsOf(i)}
		e.write()
	}
	return t.b.Flush()
}

// An explained is one contribution in sentences.
type explained struct {
	*terminal
	run Run
	s   *pricing.Statement
	c   *pricing.Contribution
	// schools are those that its counts are made of; none when a file gives the counts.
	schools []counts.School
}

func (e *explained) write() {
	e.heading(e.say(text.ExplainTitle(e.member(), e.run.Year)))
	e.simulation(e.s)
	e.blank()
	e.introduce()
	e.charged(text.EveryYear(), e.c.Yearly, false)
	e.charged(text.OnceOnly(), e.c.Once, true)
	e.blank()
	e.conclude()
	e.notCharged()
	e.listSchools() // last: there may be hundreds
}

// member names who pays; blank for a question without a member.
func (e *explained) member() string {
	name, siren := text.Safe(e.c.Name), text.Safe(e.c.SIREN)
	switch {
	case siren == "":
		return name
	case name == "":
		return sirenWords(e.c.SIREN)
	default:
		return e.say(text.MemberKeyed(name, siren))
	}
}

// introduce says under which tariff, on which counts, from which files, and what was
// assumed of new ones.
func (e *explained) introduce() {
	tariff := e.s.Tariff
	sentences := []string{e.say(text.ComputedUnder(e.versioned(tariff), e.status(tariff, e.run.From, e.run.To)))}
	if tariff.Source != "" {
		sentences = append(sentences, e.say(text.SourceIs(strings.TrimRight(text.Safe(tariff.Source), "."))))
	}
	e.paragraph(strings.Join(sentences, " "))
	e.blank()
	e.paragraph(strings.Join(slices.DeleteFunc([]string{e.counts(), e.assumed()}, blank), " "))
}

func blank(s string) bool { return s == "" }

// counts says what was counted and by which files.
func (e *explained) counts() string {
	words := e.counted(e.s, e.c)
	if len(words) == 0 {
		return ""
	}
	counted := e.say(text.And(words))
	if len(e.run.Inputs) == 0 {
		return e.say(text.CountsGiven(counted))
	}
	return e.say(text.CountsFrom(counted, e.countsFiles()))
}

// countsFiles names the files that counts are from, and the rentrée of schools' files.
func (e *explained) countsFiles() string {
	var names []string
	for _, in := range e.run.Inputs {
		switch in.Role {
		case counts.SchoolsRole:
			names = append(names, e.say(text.FileOf(e.fileName(in), in.Rentree)))
		case counts.CountsRole, "":
			names = append(names, e.fileName(in))
		case counts.MembersRole, counts.CostsRole, counts.SubsidiesRole, counts.DirectoryRole, counts.CompositionRole:
		}
	}
	return e.say(text.InFiles(len(names), e.say(text.And(names))))
}

// assumed says what stood in for counts of what is new (R2).
func (e *explained) assumed() string {
	switch assumes(e.s) {
	case pricing.AllNew:
		return e.say(text.AssumedNew(e.atStake(e.s), len(e.s.Contributions) > 1))
	case pricing.NoneNew:
		return e.say(text.AssumedNotNew())
	}
	return ""
}

// charged writes the items charged once, or those charged every year, and their sum.
func (e *explained) charged(title text.Phrase, sum pricing.Cents, once bool) {
	var items []*pricing.Item
	for i := range e.c.Items {
		if item := &e.c.Items[i]; item.Component.Basis.Once() == once {
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return
	}
	e.blank()
	e.paragraph(e.say(title))
	for _, item := range items {
		e.point(e.item(item))
		e.costs(item)
	}
	e.paragraph(e.say(text.SubtotalIs(e.euros(sum))))
}

// item explains one item: its component and article, what it is charged on, at which
// rate, what it comes to.
func (e *explained) item(item *pricing.Item) string {
	c := item.Component
	name := e.say(text.Because(e.component(c), text.Safe(c.Article)))
	if c.Optional {
		name += ", " + e.say(text.ChosenOption())
	}
	words := []string{e.product(item)}
	if counted, known := e.c.Counts[c.Basis]; known && counted != item.Quantity {
		basis := e.basis(item)
		words = append(words, e.say(text.DeclaredUnits(e.quantity(basis, e.c.Counts[basis]))))
	}
	for _, line := range item.Lines {
		switch line.Kind {
		case pricing.ToMinimum:
			words = append(words, e.say(text.RaisedToMinimum(e.euros(*c.Minimum), e.euros(line.Amount))))
		case pricing.ToMaximum:
			words = append(words, e.say(text.LoweredToMaximum(e.euros(*c.Maximum), e.euros(-line.Amount))))
		case pricing.Priced, pricing.Declared: // product says them
		}
	}
	return e.say(text.ComesTo(e.say(text.Labelled(name, text.List(words))), e.euros(item.Amount)))
}

// basis is what the units of an item are: where more were declared than there are new
// ones, not all of them are new.
func (e *explained) basis(item *pricing.Item) pricing.Basis {
	b := item.Component.Basis
	if counted, known := e.c.Counts[b]; known && item.Quantity > counted {
		return b.Whole()
	}
	return b
}

// product says what is multiplied by what, or what was declared.
func (e *explained) product(item *pricing.Item) string {
	c := item.Component
	quantity, per := e.quantity(e.basis(item), item.Quantity), e.per(e.s.Tariff, c)
	if text.BasisName(string(c.Basis)) == (text.Phrase{}) {
		per = e.say(text.PerDeclared(e.declared(e.s.Tariff, c.Basis)))
	}
	switch {
	case c.Basis == pricing.AtCost:
		return e.cost(item)
	case len(c.Tiers) == 1:
		return e.say(text.ChargedFlat(quantity, e.rate(c.Tiers[0].Rate), per))
	case c.Volume:
		at := item.Lines[0].Tier
		return e.say(text.ChargedVolume(quantity, e.rate(c.Tiers[at].Rate), per, e.tier(c, at)))
	}
	var tiers []string
	for _, line := range item.Lines {
		if line.Kind == pricing.Priced {
			tiers = append(tiers, e.say(text.TierProduct(
				e.tier(c, line.Tier), e.count(line.Quantity), e.rate(line.Rate), e.euros(line.Amount))))
		}
	}
	return e.say(text.ChargedTiers(quantity, per, strings.Join(tiers, e.say(text.Semicolon()))))
}

// cost says what was declared; of several costs, each, unless costs says them.
func (e *explained) cost(item *pricing.Item) string {
	var costs []string
	for _, line := range item.Lines {
		if line.Kind == pricing.Declared {
			costs = append(costs, e.euros(line.Amount))
		}
	}
	if itemised(item) || len(costs) < 2 && item.Cost == item.Amount {
		return e.say(text.ChargedAtCost(""))
	}
	return e.say(text.ChargedAtCost(strings.Join(costs, " + ")))
}

// costs says each cost of an item, where more is said of any than its amount.
func (e *explained) costs(item *pricing.Item) {
	if !itemised(item) {
		return
	}
	for _, line := range item.Lines {
		if line.Cost != nil {
			e.subpoint(capital(e.say(text.CostIs(text.Safe(costWords(line.Cost, e.lang)), e.euros(line.Amount)))))
		}
	}
}

// quantity writes q units of a basis.
func (e *explained) quantity(b pricing.Basis, q pricing.Quantity) string {
	return e.count(q) + noBreakSpace + e.units(e.s.Tariff, b, q)
}

// conclude says what is to be paid.
func (e *explained) conclude() {
	e.net()
	if e.c.Voted == nil {
		return
	}
	apart := ""
	more := votedGap(e.c)
	if more != 0 {
		apart = e.euros(max(more, -more))
	}
	e.paragraph(e.say(text.VotedIs(e.euros(*e.c.Voted), apart, more > 0)))
}

// net says what was computed.
func (e *explained) net() {
	if len(e.c.Items) == 0 {
		e.paragraph(e.say(text.NothingCharged()))
		return
	}
	if e.c.Subsidy != 0 {
		e.paragraph(e.say(text.NetOfSubsidy(e.euros(e.c.Gross), e.euros(e.c.Subsidy), e.euros(e.c.Net))))
		e.subsidies()
		return
	}
	net := e.say(text.NetIs(e.euros(e.c.Net)))
	if e.c.Yearly != 0 && e.c.Once != 0 {
		net += " " + e.say(text.YearlyAndOnce(e.euros(e.c.Yearly), e.euros(e.c.Once)))
	}
	e.paragraph(net)
}

// subsidies says who pays what, where more is said of any subsidy than its amount.
func (e *explained) subsidies() {
	all := e.c.Subsidies
	if !oneByOne(all) {
		return
	}
	e.paragraph(e.say(text.SubsidiesAre(len(all))))
	for i := range all {
		e.point(capital(e.subsidy(&all[i])))
	}
}

// subsidy says who pays it and what for, or what it is.
func (e *explained) subsidy(s *pricing.Subsidy) string {
	label, reference, day := text.Safe(s.Label), text.Safe(s.Reference), text.Day(s.Date)
	if s.From == "" {
		what := text.Itemised(cmp.Or(label, e.say(text.SubsidyWord())), day, reference)
		return e.say(text.CostIs(e.say(what), e.euros(s.Amount)))
	}
	pays := e.say(text.Pays(text.Safe(s.From), e.euros(s.Amount), label))
	return e.say(text.Itemised(pays, day, reference)) + "."
}

// notCharged says which optional components are not charged, what they would be
// charged at, and who did not want them (R3).
func (e *explained) notCharged() {
	var points []string
	for i := range e.s.Tariff.Components {
		c := &e.s.Tariff.Components[i]
		if !c.Optional || c.Basis == pricing.AtCost || e.c.Item(c.ID) != nil {
			continue
		}
		rate := e.rates(c.Tiers, c.Volume) + " " + e.per(e.s.Tariff, c)
		points = append(points, e.say(text.NotCharged(e.component(c), rate, e.refused(c))))
	}
	if len(points) == 0 {
		return
	}
	e.blank()
	e.paragraph(e.say(text.OptionsNotCharged(len(points))))
	for _, p := range points {
		e.point(p)
	}
}

// refused says who did not want a component that could be charged; blank where nobody
// said anything of it.
func (e *explained) refused(c *pricing.Component) string {
	switch {
	case slices.Contains(e.c.Refused, c.ID):
		return e.say(text.RefusedByMember())
	case slices.Contains(e.s.Options.Without, c.ID):
		return e.say(text.LeftOutForAll())
	}
	return ""
}
