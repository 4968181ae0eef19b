package cmd

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/schemas"
)

func newSchema(a *app) *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:         "schema " + a.say(text.SchemaArgument()),
		Short:       a.say(text.SchemaShort()),
		Long:        a.say(text.SchemaLong(text.List(schemas.Names()))),
		Example:     text.SchemaExamples(),
		Args:        oneArg,
		ValidArgs:   schemas.Names(),
		Annotations: map[string]string{withoutSettings: "yes"},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return diag.Usage{Text: text.NeedsSchema(c.CommandPath(), text.List(schemas.Names()))}
			}
			schema, ok := schemas.Read(args[0])
			if !ok {
				near, _ := nearest.Name(args[0], schemas.Names())
				return diag.Usage{Text: text.UnknownSchema(args[0], near, text.List(schemas.Names()))}
			}
			if slices.ContainsFunc(a.settingsFiles(), same(output)) {
				return diag.Usage{Text: text.OutputIsInput("-o", output)}
			}
			return a.write(output, schema)
		},
	}
	addOutput(a, c, &output)
	return c
}
