package cmd

import (
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
)

func newTemplate(a *app) *cobra.Command {
	var t tariffFlags
	var output string
	c := &cobra.Command{
		Use:     "template",
		Short:   a.say(text.TemplateShort()),
		Long:    a.say(text.TemplateLong()),
		Example: text.TemplateExamples(),
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := begins(output, ".csv"); err != nil {
				return err
			}
			_, tariff, err := a.oneTariff(&t, nil)
			if err != nil {
				return err
			}
			return a.write(output, counts.Template(tariff, a.lang))
		},
	}
	t.add(a, c.Flags())
	addOutput(a, c, &output)
	return c
}
