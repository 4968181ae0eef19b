package cmd

import (
	"cmp"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// calcOptions are the flags of calc.
type calcOptions struct {
	in         inputs
	against    againstFlags
	letterhead letterheadFlag
	date       day
	out        outputs[report.Run]
}

func newCalc(a *app) *cobra.Command {
	o := calcOptions{out: outputs[report.Run]{formats: report.Formats(), lists: report.SchoolLists(), calls: true}}
	c := &cobra.Command{
		Use:     "calc " + a.say(text.FilesArgument()),
		Short:   a.say(text.CalcShort()),
		Long:    a.say(text.CalcLong()),
		Example: text.CalcExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			return a.calc(&o, files)
		},
	}
	f := c.Flags()
	o.in.add(a, f)
	o.against.addFile(a, f)
	o.letterhead.add(a, f)
	f.Var(&o.date, "date", a.say(text.FlagDate()))
	o.out.add(a, f)
	return c
}

// calc prices, and writes the contributions to standard output or to files.
func (a *app) calc(o *calcOptions, files []string) error {
	head, logo, err := o.letterhead.read()
	date, dateErr := a.dated(o.date)
	inputs := slices.Concat(o.in.all(o.in.files(files)), o.against.files(), a.settingsFiles())
	if logo != "" {
		inputs = append(inputs, logo)
	}
	targets, targetsErr := o.out.targets(inputs)
	if err := errors.Join(err, dateErr, targetsErr); err != nil {
		return err
	}
	told, err := a.tellsChange(o, targets)
	if err != nil {
		return err
	}
	if logo != "" {
		head.Logo, err = letterhead.ReadLogo(logo, a.found)
		if err != nil {
			return err
		}
	}
	run, err := a.calculated(o, files, told)
	if err != nil {
		return err
	}
	run.Letterhead, run.Date = head, date
	if !counts.OfSchools(run.Inputs) { // the settings' list is that of other inputs
		targets = slices.DeleteFunc(targets, func(t target[report.Run]) bool { return t.file != "" && t.file == o.out.list })
	}
	all, err := withCalls(run, targets, inputs)
	if err != nil {
		return err
	}
	err = deliver(a, run, all, o.out.check)
	if o.out.check && (err == nil || errors.Is(err, errDiffers)) {
		err = cmp.Or(a.strays(run, targets, all, inputs), err)
	}
	return err
}

// tellsChange tells whether the change since --against is to be told. In the settings it may
// stand for other outputs, or for compare; typed, it wants one that shows it.
func (a *app) tellsChange(o *calcOptions, targets []target[report.Run]) (bool, error) {
	if o.against.file == "" {
		return false, a.needsAgainst()
	}
	var showing []string
	for _, f := range o.out.formats {
		if f.Since {
			showing = append(showing, f.Name)
		}
	}
	shown := slices.ContainsFunc(targets, func(t target[report.Run]) bool { return t.format.Since })
	if !shown && slices.Contains(a.typed, "against") {
		return false, diag.Usage{Text: text.AgainstNotShown(text.List(showing))}
	}
	return shown, nil
}

// calculated prices, and compares with the baseline where that is told. The result is that
// of calc without a baseline, with its notices and no others.
func (a *app) calculated(o *calcOptions, files []string, told bool) (report.Run, error) {
	var against []string
	if told {
		against = o.against.files()
	}
	if err := oneStdin(slices.Concat(o.in.all(o.in.files(files)), against, a.settingsFiles())); err != nil {
		return report.Run{}, err
	}
	options, err := o.against.options()
	if err != nil {
		return report.Run{}, err
	}
	m, err := a.read(&o.in, files)
	if err != nil {
		return report.Run{}, err
	}
	run, err := a.priced(&o.in, m)
	if err != nil || !told {
		return run, err
	}
	run.Since, err = a.since(&o.in, &o.against, m, run, options)
	return run, err
}

// since tells what a run changed by since the baseline.
func (a *app) since(in *inputs, g *againstFlags, m material, run report.Run, o pricing.CompareOptions) (*report.Comparison, error) {
	baseline, err := a.against(in, g, m)
	if err != nil {
		return nil, err
	}
	if len(in.epci) > 0 {
		baseline = baseline.Only(ancestors(run.Statement, o))
	}
	c, err := a.compared(baseline, run, o, report.Listing{})
	if err != nil {
		return nil, err
	}
	return &c, a.remark(&c, in, g, m.tariffs, o)
}
