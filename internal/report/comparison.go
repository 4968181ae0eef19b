package report

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A Comparison is two runs, and what they differ by.
type Comparison struct {
	Baseline, Variant Run
	Of                pricing.Comparison
	// Rows are the members that are listed, in the order that they are shown in.
	Rows []*pricing.Difference
	// Others are the sums of those that are not, as their change is below Least; none
	// where all are listed.
	Others *pricing.Difference
	Hidden int // how many they are
	Least  pricing.Cents
	Lang   text.Lang
	Width  int  // of the terminal, in columns; for tables
	Color  bool // whether the terminal takes colours; for tables
}

// A Listing says which members of a comparison are listed, and in which order.
type Listing struct {
	Sort  string        // one of [Sorts]
	Least pricing.Cents // that a change must be, up or down
}

// Sorts gives the orders that members can be listed in: by increase in euros or in
// percent, by name, or as the files have them.
func Sorts() []string { return []string{"input", "change", "percent", "name"} }

// Compare tells what the variant differs from the baseline by, in the variant's language.
// The error is [pricing.ErrTooLarge].
func Compare(baseline, variant Run, o pricing.CompareOptions, l Listing) (Comparison, error) {
	of, err := pricing.Compare(baseline.Statement, variant.Statement, o)
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Baseline: baseline, Variant: variant, Of: of, Least: l.Least, Lang: variant.Lang}
	c.Baseline.Lang = c.Lang
	for i := range of.Members {
		d := &of.Members[i]
		if d.Change >= l.Least || -d.Change >= l.Least {
			c.Rows = append(c.Rows, d)
			continue
		}
		c.Hidden++
		c.Others = cmp.Or(c.Others, &pricing.Difference{})
		c.Others.Baseline += d.Baseline
		c.Others.Variant += d.Variant
		c.Others.Change += d.Change
		for cause, amount := range d.Causes {
			c.Others.Causes[cause] += amount
		}
	}
	slices.SortStableFunc(c.Rows, order(l.Sort))
	return c, nil
}

// order gives the comparison of two members for an order: the largest increase first.
func order(sort string) func(a, b *pricing.Difference) int {
	switch sort {
	case "change":
		return func(a, b *pricing.Difference) int { return cmp.Compare(b.Change, a.Change) }
	case "percent":
		return func(a, b *pricing.Difference) int { return compareRatios(b, a) }
	case "name":
		return func(a, b *pricing.Difference) int { return strings.Compare(plainName(a.Name), plainName(b.Name)) }
	default:
		return func(_, _ *pricing.Difference) int { return 0 }
	}
}

// compareRatios orders changes in percent; what comes from nothing is above all.
func compareRatios(a, b *pricing.Difference) int {
	x, y := a.Ratio(), b.Ratio()
	infinite := func(r *big.Rat, d *pricing.Difference) bool { return r == nil && d.Change > 0 }
	switch {
	case infinite(x, a) && infinite(y, b):
		return cmp.Compare(a.Change, b.Change)
	case infinite(x, a):
		return 1
	case infinite(y, b):
		return -1
	}
	return cmp.Or(x, new(big.Rat)).Cmp(cmp.Or(y, new(big.Rat)))
}

// plainName is a name as it is sorted: without accents and case.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 { // what accents become
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(name)))
}

// On gives the comparison as it is shown in so many columns, with colours or without.
func (c Comparison) On(width int, color bool) Comparison {
	c.Width, c.Color = width, color
	return c
}

// Simulation tells whether a side of the comparison is not voted as it stands (R9).
func (c Comparison) Simulation() bool {
	return c.Baseline.Statement.Simulation() || c.Variant.Statement.Simulation()
}

// Differs tells whether anything differs: an amount, what it is made of, who is a member.
func (c Comparison) Differs() bool {
	return slices.ContainsFunc(c.Of.Members, func(d pricing.Difference) bool {
		return len(d.Effects) > 0 || status(&d) != "both"
	})
}

// NewRules tells that deployment is no event: that one side takes all as new by
// assumption, and the other does not (R2).
func (c Comparison) NewRules() (m text.Message, is bool) {
	deploys := slices.ContainsFunc(c.Of.Members, func(d pricing.Difference) bool { return d.Causes[pricing.ByDeployment] != 0 })
	return c.newRules(c.Of.Totals.Causes[pricing.ByDeployment]), deploys && c.mixed()
}

// mixed tells whether one side takes all as new, and the other does not.
func (c Comparison) mixed() bool {
	return (c.Baseline.Statement.New == pricing.AllNew) != (c.Variant.Statement.New == pricing.AllNew)
}

func (c Comparison) newRules(deployment pricing.Cents) text.Message {
	from, to := c.Baseline.Statement, c.Variant.Statement
	return text.NewRules(string(from.New), string(to.New), text.Phrase{
		FR: signedEuros(deployment, text.French), EN: signedEuros(deployment, text.English),
	})
}

// status says what became of a member, as programs know it.
func status(d *pricing.Difference) string {
	switch {
	case d.Joined():
		return "joined"
	case d.Left():
		return "left"
	case d.Merged():
		return "merged"
	case d.Renamed():
		return "renamed"
	default:
		return "both"
	}
}

// causes gives all causes, in their order.
func causes() []pricing.Cause {
	var all []pricing.Cause
	for cause := range pricing.ByMembers + 1 {
		all = append(all, cause)
	}
	return all
}

// shownCauses gives the causes that anyone's change has.
func (c Comparison) shownCauses() []pricing.Cause {
	return slices.DeleteFunc(causes(), func(cause pricing.Cause) bool {
		return !slices.ContainsFunc(c.Of.Members, func(d pricing.Difference) bool { return d.Causes[cause] != 0 })
	})
}

// Above gives the members whose increase is above a limit, in euros or, where percent
// says so, in percent of the baseline; an increase from nothing is above any percentage.
func (c Comparison) Above(limit pricing.Cents, percent *big.Rat) []*pricing.Difference {
	var above []*pricing.Difference
	for i := range c.Of.Members {
		d := &c.Of.Members[i]
		ratio := d.Ratio()
		switch {
		case d.Change <= 0:
			continue
		case percent == nil && d.Change <= limit:
			continue
		case percent != nil && ratio != nil && ratio.Cmp(percent) <= 0:
			continue
		}
		above = append(above, d)
	}
	return above
}

// WhyAbove says why a member is above a limit: its increase and the causes of it.
func WhyAbove(d *pricing.Difference, limit text.Phrase) text.Message {
	in := func(say func(text.Lang) string) text.Phrase {
		return text.Phrase{FR: say(text.French), EN: say(text.English)}
	}
	return text.AboveLimit(memberNamed(d.Name, d.SIREN),
		in(func(l text.Lang) string { return Euros(d.Change, l) }),
		in(func(l text.Lang) string { return percentWords(d, l) }), limit,
		in(func(l text.Lang) string { return text.List(causeWords(d, l)) }))
}

// memberNamed is a member's name and SIREN, or what there is of them.
func memberNamed(name, siren string) string {
	if name == "" || siren == "" {
		return name + siren
	}
	return name + " (" + siren + ")"
}

// causeWords say each cause that there is, and what it adds or takes away.
func causeWords(d *pricing.Difference, l text.Lang) []string {
	var words []string
	for _, cause := range causes() {
		if amount := d.Causes[cause]; amount != 0 {
			words = append(words, strings.ToLower(text.CauseWord(cause.String()).In(l))+noBreakSpace+signedEuros(amount, l))
		}
	}
	return words
}

// changeWords say what an amount was, what it is, and why.
func changeWords(d *pricing.Difference, l text.Lang) string {
	words := Euros(d.Baseline, l) + " → " + Euros(d.Variant, l) + ", " + signedEuros(d.Change, l)
	if percent := percentWords(d, l); percent != "" {
		words += " (" + percent + ")"
	}
	if why := causeWords(d, l); len(why) > 0 {
		words = text.Labelled(words, text.List(why)).In(l)
	}
	return words
}

// signedEuros is an amount with its sign.
func signedEuros(c pricing.Cents, l text.Lang) string {
	if c > 0 {
		return "+" + Euros(c, l)
	}
	return Euros(c, l)
}

// percentWords is the change in percent as people read it; new for an increase from
// nothing, blank for nothing from nothing.
func percentWords(d *pricing.Difference, l text.Lang) string {
	exact, some := d.Percent()
	switch {
	case !some && d.Change == 0:
		return ""
	case !some:
		return text.FromNothing().In(l)
	}
	if d.Change > 0 {
		return withSign(percentage(exact, l))
	}
	return percentage(exact, l)
}

// former says which members one was before; blank for one that was itself.
func former(d *pricing.Difference, l text.Lang) string {
	if len(d.Formerly) == 0 {
		return ""
	}
	names := make([]string, len(d.Formerly))
	for i, c := range d.Formerly {
		names[i] = text.Safe(memberNamed(c.Name, c.SIREN))
	}
	return text.Formerly(text.And(names), d.Merged()).In(l)
}

// Differences tells what moved between a document of a format as it is (old) and as the
// inputs give it now (fresh), as [Run.Differences] does.
func (c Comparison) Differences(f Format[Comparison], old, fresh []byte) ([]Difference, error) {
	return checking[Comparison]{f, comparedNames(), slices.Concat(c.Baseline.Inputs, c.Variant.Inputs)}.differences(old, fresh)
}

// comparedNames say what the figures of a comparison are.
func comparedNames() fieldNames {
	n := newFieldNames(&pricing.Tariff{})
	n.others = make(map[string]text.Phrase)
	for _, field := range comparedFields() {
		n.others[field] = text.FigureOf(field)
	}
	return n
}

// percentField is the change in percent, as programs know it.
const percentField = "percent"

// comparedFields name the figures of a member, as programs know them.
func comparedFields() []string {
	fields := []string{"baseline", "variant", "change", percentField}
	for _, cause := range causes() {
		fields = append(fields, cause.String())
	}
	return fields
}

// comparedFigures gives a member's figures under the names of comparedFields: exact, as
// programs write them; "" for none.
func comparedFigures(d *pricing.Difference) []string {
	var before, after string
	if d.From != nil || d.To == nil {
		before = d.Baseline.String()
	}
	if d.To != nil || d.From == nil {
		after = d.Variant.String()
	}
	percent, _ := d.Percent()
	figures := []string{before, after, d.Change.String(), percent}
	for _, amount := range d.Causes {
		figures = append(figures, amount.String())
	}
	return figures
}

// ComparisonFormats gives every format of a comparison, in the order that help shows
// them.
func ComparisonFormats() []Format[Comparison] {
	return []Format[Comparison]{
		{Name: "table", Write: writeComparedTable},
		{Name: "csv", Ext: ".csv", Write: writeComparedCSV, Figures: figuresOfComparedCSV(',')},
		{Name: "csv-fr", Ext: ".fr.csv", Write: writeComparedCSVFR, Figures: figuresOfComparedCSV(';')},
		{Name: "json", Ext: ".json", Write: writeComparedJSON, Figures: figuresOfComparedJSON},
		{Name: "xlsx", Ext: ".xlsx", Write: writeComparedWorkbook, Figures: comparedWorkbookFigures, Beside: besideFigures, Plain: unzipped},
		{Name: "md", Ext: ".md", Write: writeComparedMarkdown},
	}
}

// Only gives the run of the members that keep says, with their own sums.
func (r Run) Only(keep func(siren string) bool) Run {
	r = r.only(func(_ int, c *pricing.Contribution) bool { return keep(c.SIREN) })
	r.Schools = nil
	return r
}

// only gives the run of the contributions that keep says; its schools are still all.
func (r Run) only(keep func(i int, c *pricing.Contribution) bool) Run {
	s := *r.Statement
	s.Contributions = nil
	for i := range r.Statement.Contributions {
		if c := &r.Statement.Contributions[i]; keep(i, c) {
			s.Contributions = append(s.Contributions, *c)
		}
	}
	s.Assumed, s.Refusals = 0, nil
	_ = s.Sum() // less than what was summed before
	r.Statement = &s
	return r
}
