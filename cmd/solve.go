package cmd

import (
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// errNoSolution says that no rate brings in the target; why is in the list.
var errNoSolution = fmt.Errorf("no solution: %w", errDiffers)

// sought is what solve is asked for.
type sought struct {
	target, vary, step string
}

func newSolve(a *app) *cobra.Command {
	var in inputs
	var want sought
	out := outputs[report.Solved]{formats: report.SolvedFormats()}
	c := &cobra.Command{
		Use:     "solve " + a.say(text.FilesArgument()),
		Short:   a.say(text.SolveShort()),
		Long:    a.say(text.SolveLong()),
		Example: text.SolveExamples(),
		RunE: func(c *cobra.Command, files []string) error {
			target, step, err := want.read(c.CommandPath())
			if err != nil {
				return err
			}
			targets, err := out.targets(slices.Concat(in.all(in.files(files)), a.settingsFiles()))
			if err != nil {
				return err
			}
			solved, err := a.solve(&in, files, want.vary, target, step)
			if err != nil {
				return err
			}
			return deliver(a, solved, targets, out.check)
		},
	}
	in.add(a, c.Flags())
	c.Flags().StringVar(&want.target, "target", "", a.say(text.FlagTarget()))
	c.Flags().StringVar(&want.vary, "vary", "", a.say(text.FlagVary()))
	c.Flags().StringVar(&want.step, "step", "0.01", a.say(text.FlagStep()))
	out.add(a, c.Flags())
	return c
}

// read reads the flags.
func (s sought) read(command string) (target pricing.Cents, step pricing.Rate, err error) {
	var wrong []error
	if s.vary == "" {
		wrong = append(wrong, diag.Usage{Text: text.NeedsFlag(command, "vary", "platform")})
	}
	if s.target == "" {
		wrong = append(wrong, diag.Usage{Text: text.NeedsFlag(command, "target", "250000")})
	} else {
		var m *text.Message
		if target, m = counts.ParseEuros("--target", s.target); m != nil {
			wrong = append(wrong, diag.Usage{Text: *m})
		}
	}
	if step, err = pricing.ParseRate(s.step); err != nil {
		wrong = append(wrong, diag.Usage{Text: text.BadStep(s.step)})
	}
	return target, step, errors.Join(wrong...)
}

// solve finds the rate that comes nearest to the target.
func (a *app) solve(in *inputs, files []string, vary string, target pricing.Cents, step pricing.Rate) (report.Solved, error) {
	m, err := a.read(in, files)
	if err != nil {
		return report.Solved{}, err
	}
	if a.found.Err() != nil { // what else is wrong with the rows belongs to the same list
		_, err := a.price(m.table, m.options)
		return report.Solved{}, errors.Join(err, a.found.Err())
	}
	unvoted := unvoted(m.table.Rows)
	found, err := pricing.Solve(m.table.Tariff, m.table.Rows, m.options, vary, target, step)
	if why, is := noSolution(m.table.Tariff, err); is {
		a.found.Fault(diag.Place{}, why)
		return report.Solved{}, errNoSolution
	}
	if err := a.unpriced(m.table, err); err != nil {
		return report.Solved{}, err
	}
	if voted := m.table.Tariff.Component(vary).Tiers; farFrom(found.Rate, voted) {
		in := func(l text.Lang) string { return report.RatePer(found.Rate, l) }
		was := func(l text.Lang) string { return report.RatePer(voted[0].Rate, l) }
		a.found.Notice(diag.Place{}, text.SolveMoved(vary,
			text.Phrase{FR: in(text.French), EN: in(text.English)}, text.Phrase{FR: was(text.French), EN: was(text.English)}))
	}
	run, err := a.run(in, m, &found.Statement)
	run.Unvoted = unvoted
	return report.Solved{Run: run, Found: found}, err
}

// unvoted takes what was voted from rows: it is computed amounts that a rate brings in. It
// tells whether there was anything.
func unvoted(rows []pricing.Counts) (some bool) {
	for i := range rows {
		some = some || rows[i].Voted != nil
		rows[i].Voted = nil
	}
	return some
}

// farFrom tells whether a rate is more than half of it away from each rate of a tariff.
func farFrom(rate pricing.Rate, voted []pricing.Tier) bool {
	two := decimal.NewFromInt(2)
	return !slices.ContainsFunc(voted, func(t pricing.Tier) bool {
		was := t.Rate.Decimal()
		return rate.Decimal().Sub(was).Abs().Mul(two).LessThanOrEqual(was)
	})
}

// noSolution says in words why there is none, if that is what an error says.
func noSolution(t *pricing.Tariff, err error) (m text.Message, is bool) {
	var low pricing.TooLowError
	var high pricing.TooHighError
	var unmoved pricing.UnmovedError
	switch {
	case errors.As(err, &low):
		return text.SolveTooLow(low.Component, euros(low.Target), euros(low.Net)), true
	case errors.As(err, &high):
		rate := text.Phrase{FR: report.RatePer(high.Rate, text.French), EN: report.RatePer(high.Rate, text.English)}
		return text.SolveTooHigh(high.Component, euros(high.Target), euros(high.Net), rate), true
	case errors.As(err, &unmoved):
		c := t.Component(unmoved.Component)
		return text.SolveUnmoved(unmoved.Component, euros(unmoved.Net), c.Optional), true
	}
	return text.Message{}, false
}

// euros writes an amount for a sentence.
func euros(c pricing.Cents) text.Phrase {
	return text.Phrase{FR: report.Euros(c, text.French), EN: report.Euros(c, text.English)}
}
