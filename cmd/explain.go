package cmd

import (
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

func newExplain(a *app) *cobra.Command {
	var in inputs
	var against againstFlags
	c := &cobra.Command{
		Use:     "explain " + a.say(text.FilesArgument()),
		Short:   a.say(text.ExplainShort()),
		Long:    a.say(text.ExplainLong()),
		Example: text.ExplainExamples(),
		RunE: func(_ *cobra.Command, files []string) error {
			if against.file != "" {
				c, err := a.comparing(&in, &against, files, report.Listing{})
				if err != nil {
					return err
				}
				return show(a, c, report.ExplainChange)
			}
			if err := a.needsAgainst(); err != nil {
				return err
			}
			run, err := a.load(&in, files)
			if err != nil {
				return err
			}
			return show(a, run, report.Explain)
		},
	}
	in.add(a, c.Flags())
	against.add(a, c.Flags())
	return c
}
