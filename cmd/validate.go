package cmd

import (
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

func newValidate(a *app) *cobra.Command {
	var in inputs
	c := &cobra.Command{
		Use:     "validate " + a.say(text.FilesArgument()),
		Short:   a.say(text.ValidateShort()),
		Long:    a.say(text.ValidateLong()),
		Example: text.ValidateExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			run, err := a.load(&in, files)
			if err != nil {
				return err
			}
			return show(a, run, report.Summary)
		},
	}
	in.add(a, c.Flags())
	return c
}
