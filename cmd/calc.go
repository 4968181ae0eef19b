package cmd

import (
	"cmp"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
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
	head, logoAt, err := a.letterhead(o.letterhead)
	date, dateErr := a.dated(o.date)
	inputs := slices.Concat(o.in.all(o.in.files(files)), o.against.files(), a.settingsFiles())
	if head.Logo.File != "" {
		inputs = append(inputs, head.Logo.File)
	}
	targets, targetsErr := o.out.targets(inputs)
	if err := errors.Join(err, dateErr, targetsErr); err != nil {
		return err
	}
	told, err := a.tellsChange(o, targets)
	if err != nil {
		return err
	}
	if err := a.readLogo(&head.Logo, logoAt); err != nil {
		return err
	}
	o.in.date = date
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
	var strays error
	if o.out.check { // told before what differs, of which there may be much
		if strays = a.strays(run, targets, all, inputs); strays != nil && !errors.Is(strays, errDiffers) {
			return strays
		}
	}
	return cmp.Or(deliver(a, run, all, o.out.check), strays)
}
