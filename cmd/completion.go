package cmd

import (
	"bytes"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// complete offers the words of the flags that take one of a few, and files for those
// that take files only. Descriptions go without the name of the value before them.
func complete(c *cobra.Command) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		_, f.Usage = parted(f)
		var words []string
		switch o, few := f.Value.(oneOf); {
		case few:
			words = o.words
		case f.Annotations[pathAnnotation] != nil || f.Name == "config":
			return
		}
		// The only refusal is that of a flag that is registered already.
		_ = c.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	})
	for _, sub := range c.Commands() {
		complete(sub)
	}
}

// completionName is that of the command, which tells a shell of all others.
const completionName = "completion"

func newCompletion(a *app) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:         completionName + " SHELL",
		Short:       a.say(text.CompletionShort()),
		Long:        a.say(text.CompletionLong(text.List(shells))),
		Example:     text.CompletionExamples(),
		Args:        oneArg,
		ValidArgs:   shells,
		Annotations: map[string]string{withoutSettings: "yes"},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return diag.Usage{Text: text.NeedsShell(c.CommandPath(), text.List(shells))}
			}
			var b bytes.Buffer
			var err error
			switch root := c.Root(); args[0] {
			case "bash":
				err = root.GenBashCompletionV2(&b, true)
			case "zsh":
				err = root.GenZshCompletion(&b)
			case "fish":
				err = root.GenFishCompletion(&b, true)
			case "powershell":
				err = root.GenPowerShellCompletionWithDesc(&b)
			default:
				near, _ := nearest.Name(args[0], shells)
				return diag.Usage{Text: text.UnknownShell(args[0], near, text.List(shells))}
			}
			if err != nil {
				return err
			}
			return a.emit(b.Bytes())
		},
	}
}
