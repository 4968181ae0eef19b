package cmd

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// A flagGroup is a heading of the help that flags stand under.
type flagGroup string

// The groups, in the order that help shows them.
const (
	countsGroup  flagGroup = "counts"
	schoolsGroup flagGroup = "schools"
	ratesGroup   flagGroup = "rates"
	whatIfGroup  flagGroup = "what-if"
	outputGroup  flagGroup = "output"
	generalGroup flagGroup = "general"
)

// groupOf is the heading that a flag stands under, by its name: the same name means the
// same in every command.
func groupOf(flag string) flagGroup {
	switch flag {
	case "counts", "sheet", "map", "epci", "year", "pupils", "schools", "new-pupils", "new-schools", "members", "costs", "subsidies":
		return countsGroup
	case "rentree", "sector", "annuaire", "communes", "list-schools":
		return schoolsGroup
	case "rates", "rates-version", "on":
		return ratesGroup
	case "with", "without", "set", "new", "target", "vary", "step", "against", "against-version", "against-new", "successor", "sort", "min-change", "exit-code", "fail-above":
		return whatIfGroup
	case "output", "format", "check", "date", "letterhead":
		return outputGroup
	default:
		return generalGroup
	}
}

// The annotations of flags, for the settings.
const (
	// pathAnnotation marks the flags whose values are files, relative to the settings.
	pathAnnotation = "entcalc-path"
	// pairsAnnotation marks those whose values are pairs, key=value, which settings may give
	// as a mapping.
	pairsAnnotation = "entcalc-pairs"
	// keyedAnnotation marks, of these, the one of which the settings' pairs stand beside those
	// that are typed, key by key. It holds the key whose value is a file.
	keyedAnnotation = "entcalc-keyed"
)

func takesPaths(f *pflag.Flag) { annotate(f, pathAnnotation, "") }

func takesPairs(f *pflag.Flag) { annotate(f, pairsAnnotation, "") }

func annotate(f *pflag.Flag, annotation, value string) {
	if f.Annotations == nil {
		f.Annotations = make(map[string][]string)
	}
	f.Annotations[annotation] = []string{value}
}

// writeHelp shows a command: what it does, examples, usage, subcommands, flags in groups.
func writeHelp(a *app, c *cobra.Command) {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short
	}
	fmt.Fprintf(&b, "%s\n", about)
	if c.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", a.say(text.HelpExamples()), indent(c.Example))
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", a.say(text.HelpUsage()), a.usage(c))
	if subs := available(c); len(subs) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say(text.HelpCommands()))
		for _, sub := range subs {
			fmt.Fprintf(&b, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	for _, g := range []flagGroup{countsGroup, schoolsGroup, ratesGroup, whatIfGroup, outputGroup, generalGroup} {
		writeFlags(&b, a, c, g)
	}
	a.helpErr = a.emit([]byte(b.String()))
}

func available(c *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(c.Commands()), func(sub *cobra.Command) bool {
		return !sub.IsAvailableCommand()
	})
}

// usage is the line that shows how a command is called.
func (a *app) usage(c *cobra.Command) string {
	line := c.CommandPath()
	if _, args, ok := strings.Cut(c.Use, " "); ok {
		line += " " + args
	}
	if c.HasAvailableSubCommands() {
		line += " " + a.say(text.HelpCommandWord())
	}
	return line + " " + a.say(text.HelpFlagsWord())
}

// writeFlags shows the flags of one group, if the command has any.
func writeFlags(b *strings.Builder, a *app, c *cobra.Command, g flagGroup) {
	var names, texts []string
	width := 0
	show := func(f *pflag.Flag) {
		if f.Hidden || groupOf(f.Name) != g {
			return
		}
		value, usage := parted(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		if f.DefValue != "" && f.DefValue != "[]" && f.DefValue != "false" {
			usage += " " + text.HelpDefault(f.DefValue).In(a.lang)
		}
		names, texts = append(names, name), append(texts, usage)
		width = max(width, utf8.RuneCountInString(name))
	}
	c.NonInheritedFlags().VisitAll(show)
	c.InheritedFlags().VisitAll(show)
	if len(names) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", a.say(text.HelpGroup(string(g))))
	for i, name := range names {
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(name))
		lines := report.Wrap(texts[i], max(30, 100-width-4))
		fmt.Fprintf(b, "  %s%s  %s\n", name, pad, strings.Join(lines, "\n"+strings.Repeat(" ", width+4)))
	}
}

// parted parts a flag's text, "`NAME` what it is", into the name of its value and the
// rest; a flag without a value has no name.
func parted(f *pflag.Flag) (value, usage string) {
	if rest, ok := strings.CutPrefix(f.Usage, "`"); ok {
		value, usage, _ = strings.Cut(rest, "` ")
		return value, usage
	}
	return "", f.Usage
}

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n  ")
}

// newHelp is "entcalc help [command]".
func newHelp(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "help " + a.say(text.HelpCommandWord()),
		Short: a.say(text.HelpShort()),
		RunE: func(c *cobra.Command, args []string) error {
			target, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return runGroup(target, rest)
			}
			return target.Help()
		},
	}
}

// flagError says in both languages what pflag found wrong in English.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		near, _ := nearest.Name(name, flagNames(c))
		return diag.Usage{Text: text.UnknownFlag(name, near, c.CommandPath())}
	case errors.As(err, &missing):
		return diag.Usage{Text: text.FlagNeedsValue(missing.GetSpecifiedName())}
	case errors.As(err, &invalid):
		return diag.Usage{Text: text.BadValue(invalid.GetFlag().Name, invalid.GetValue(), wanted(invalid.GetFlag()))}
	case errors.As(err, &syntax):
		return diag.Usage{Text: text.UnknownFlag(syntax.GetSpecifiedFlag(), "", c.CommandPath())}
	}
	return diag.Usage{Text: text.Failed(err.Error())}
}

// wanted says what a flag takes: its type is that, but for switches.
func wanted(f *pflag.Flag) string {
	if f.Value.Type() == "bool" {
		return "true, false"
	}
	return f.Value.Type()
}

// flagNames are the long names of all flags that a command takes.
func flagNames(c *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	c.NonInheritedFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	return names
}
