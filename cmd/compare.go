package cmd

import (
	"errors"
	"math/big"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// compareOptions are the flags of compare.
type compareOptions struct {
	in        inputs
	against   againstFlags
	out       outputs[report.Comparison]
	sort      string
	minChange string
	exitCode  bool
	failAbove string
}

func newCompare(a *app) *cobra.Command {
	o := compareOptions{out: outputs[report.Comparison]{formats: report.ComparisonFormats()}, sort: report.Sorts()[0]}
	c := &cobra.Command{
		Use:     "compare " + a.say(text.FilesArgument()),
		Short:   a.say(text.CompareShort()),
		Long:    a.say(text.CompareLong()),
		Example: text.CompareExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			return a.compare(&o, files)
		},
	}
	f := c.Flags()
	o.in.add(a, f)
	o.against.add(a, f)
	addOneOf(f, &o.sort, "sort", a.say(text.FlagSort()), report.Sorts()...)
	f.StringVar(&o.minChange, "min-change", "", a.say(text.FlagMinChange()))
	f.BoolVar(&o.exitCode, "exit-code", false, a.say(text.FlagExitCode()))
	f.StringVar(&o.failAbove, "fail-above", "", a.say(text.FlagFailAbove()))
	o.out.add(a, f)
	return c
}

// compare compares, and writes the comparison to standard output or to files; then it
// tells whether anything differs, or rises above a limit.
func (a *app) compare(o *compareOptions, files []string) error {
	read := slices.Concat(o.in.all(o.in.files(files)), o.against.files(), a.settingsFiles())
	targets, err := o.out.targets(read)
	least, leastErr := o.least()
	limit, limitErr := newLimit(o.failAbove)
	if err := errors.Join(err, leastErr, limitErr); err != nil {
		return err
	}
	c, err := a.comparing(&o.in, &o.against, files, report.Listing{Sort: o.sort, Least: least})
	if err != nil {
		return err
	}
	if _, mixed := c.NewRules(); mixed && (limit != nil || o.exitCode) {
		return diag.Usage{Text: text.GateNewRules()}
	}
	if c.Hidden > 0 && slices.ContainsFunc(targets, inRows) {
		a.found.Notice(diag.Place{}, text.NotInRows(c.Hidden, text.Phrase{
			FR: report.Euros(least, text.French), EN: report.Euros(least, text.English),
		}))
	}
	delivered := deliver(a, c, targets, o.out.check)
	if delivered != nil && !errors.Is(delivered, errDiffers) {
		return delivered
	}
	return errors.Join(delivered, a.gate(c, limit, o.exitCode)) // both are to be told
}

// inRows tells an output that has rows of members only, and no place for those that
// --min-change leaves out.
func inRows(t target[report.Comparison]) bool { return strings.HasPrefix(t.format.Name, "csv") }

// gate tells who rises above the limit, and whether anything differs.
func (a *app) gate(c report.Comparison, l *limit, exitCode bool) error {
	var above []*pricing.Difference
	if l != nil {
		above = c.Above(l.euros, l.ratio)
	}
	for _, d := range above {
		a.found.Fault(diag.Place{}, report.WhyAbove(d, l.words))
	}
	if len(above) > 1 {
		a.found.Fault(diag.Place{}, text.AboveInAll(len(above), len(c.Of.Members), l.words))
	}
	if len(above) > 0 || exitCode && c.Differs() {
		return errDiffers
	}
	return nil
}

// least is the smallest change that is listed.
func (o *compareOptions) least() (pricing.Cents, error) {
	if o.minChange == "" {
		return 0, nil
	}
	least, m := counts.ParseEuros("--min-change", o.minChange)
	if m != nil {
		return 0, diag.Usage{Text: *m}
	}
	return least, nil
}

// A limit is what an increase may be at most: euros, or a ratio of the baseline.
type limit struct {
	euros pricing.Cents
	ratio *big.Rat // nil for euros
	words text.Phrase
}

// newLimit reads --fail-above; nil for none.
func newLimit(value string) (*limit, error) {
	if value == "" {
		return nil, nil
	}
	number, percent := strings.CutSuffix(value, "%")
	if !percent {
		euros, m := counts.ParseEuros("--fail-above", value)
		if m != nil {
			return nil, diag.Usage{Text: text.BadLimit(value)}
		}
		words := text.Phrase{FR: report.Euros(euros, text.French), EN: report.Euros(euros, text.English)}
		return &limit{euros: euros, words: words}, nil
	}
	number = strings.TrimRight(number, " \u00a0\u202f")
	rate, err := pricing.ParseRate(strings.Replace(number, ",", ".", 1)) // as in euros
	if err != nil {
		return nil, diag.Usage{Text: text.BadLimit(value)}
	}
	ratio := rate.Decimal().Rat()
	return &limit{ratio: ratio.Quo(ratio, big.NewRat(100, 1)), words: text.Percent(rate.String())}, nil
}
