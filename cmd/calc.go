package cmd

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

func newCalc(a *app) *cobra.Command {
	var in inputs
	out := outputs[report.Run]{formats: report.Formats(), lists: report.SchoolLists()}
	c := &cobra.Command{
		Use:     "calc " + a.say(text.FilesArgument()),
		Short:   a.say(text.CalcShort()),
		Long:    a.say(text.CalcLong()),
		Example: text.CalcExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			return a.calc(&in, &out, files)
		},
	}
	in.add(a, c.Flags())
	out.add(a, c.Flags())
	return c
}

// calc prices, and writes the contributions to standard output or to files.
func (a *app) calc(in *inputs, out *outputs[report.Run], files []string) error {
	targets, err := out.targets(slices.Concat(in.all(in.files(files)), a.settingsFiles()))
	if err != nil {
		return err
	}
	run, err := a.load(in, files)
	if err != nil {
		return err
	}
	if !counts.OfSchools(run.Inputs) { // the settings' list is that of other inputs
		targets = slices.DeleteFunc(targets, func(t target[report.Run]) bool { return t.file != "" && t.file == out.list })
	}
	return deliver(a, run, targets, out.check)
}
