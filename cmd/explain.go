package cmd

import (
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

func newExplain(a *app) *cobra.Command {
	var in inputs
	c := &cobra.Command{
		Use:     "explain " + a.say(text.FilesArgument()),
		Short:   a.say(text.ExplainShort()),
		Long:    a.say(text.ExplainLong()),
		Example: text.ExplainExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			run, err := a.load(&in, files)
			if err != nil {
				return err
			}
			return a.print(run, report.Explain)
		},
	}
	in.add(a, c.Flags())
	return c
}
