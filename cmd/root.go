// Package cmd is the command line: a file for each subcommand, which takes its flags
// and then makes three calls, load, price, write.
//
// A run is settled in this order: the language (help is fixed when commands are
// built), the commands and their flags, the settings for flags that nobody typed, the
// command. What is wrong is collected in one list and printed at the end on standard
// error; the exit status says of what kind it was ([Main]).
package cmd

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// A Process is what the program is given by the system.
type Process struct {
	Args     []string // without the program's name
	In       io.Reader
	Out, Err io.Writer
	Environ  []string // as os.Environ gives it
	Rates    []byte   // the embedded rates.yaml
	Terminal int      // columns of the terminal that Out is; 0 when it is none
	Watched  bool     // Err is a terminal: somebody looks at it
	// Interruptible begins to take what interrupts the process (Ctrl-C), which else ends it
	// at once, until stop is called; nil where nothing does.
	Interruptible func() (interrupted context.Context, stop context.CancelFunc)
}

// getenv reads a variable of the environment; blank when it is not set.
func (p Process) getenv(name string) string {
	for i := len(p.Environ) - 1; i >= 0; i-- {
		if value, ok := strings.CutPrefix(p.Environ[i], name+"="); ok {
			return value
		}
	}
	return ""
}

// An app is the process with what is settled before the commands are built, and what
// the run finds.
type app struct {
	Process
	lang        text.Lang
	found       *diag.List // faults and notices of the files
	diagnostics string     // the form that they are printed in
	strict      bool
	color       string
	typed       []string                 // the flags that were typed, not set by the settings
	bar         *progressbar.ProgressBar // on standard error, of the file last read; nil for none
	helpErr     error                    // why help could not be shown
	settings    *config.SettingsFile     // nil when there is none
	settingsErr error                    // why they cannot be used, for the commands that use them
	values      *config.Settings         // those and the environment's, of a command that uses them
	given       []string                 // the flags that they set
	filesTyped  bool                     // beside the command, not by the settings
}

func (a *app) say(p text.Phrase) string { return p.In(a.lang) }

// errDiffers says that figures differ from what they are compared with.
var errDiffers = errors.New("differs")

// Main runs the command line and gives the exit status: 0 done; 1 differs, or no
// solution; 2 wrong usage; 3 the rates or the counts are not valid; 4 the system refused.
func Main(p Process) int {
	a := &app{Process: p, found: &diag.List{}, lang: text.French, diagnostics: string(diag.AsText), color: "auto"}
	a.settings, a.settingsErr = p.readSettings()
	if form, _ := a.early("diagnostics"); slices.Contains(diag.Formats(), form) {
		a.diagnostics = form // of errors in the command line, too
	}
	err := a.language()
	if err == nil {
		root := newRoot(a)
		root.SetArgs(p.Args)
		err = errors.Join(root.Execute(), a.helpErr)
	}
	a.clearProgress()
	a.found.Strict = false // what follows is how it ended, not a notice of the run
	a.record(err)
	a.tellSettings(err)
	if werr := a.found.Write(a.Err, diag.Format(a.diagnostics), a.lang); werr != nil && err == nil {
		return 4
	}
	return status(err)
}

// status is the only place that knows exit numbers.
func status(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errDiffers):
		return 1
	case is[diag.Usage](err):
		return 2
	case is[diag.Invalid](err):
		return 3
	default:
		return 4
	}
}

func is[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

// record adds to the list what an error says that is not in it yet.
func (a *app) record(err error) {
	for _, e := range parts(err) {
		a.recordOne(e)
	}
}

// parts gives the errors that an error joins; one that joins none is its only part.
func parts(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error }) //nolint:errorlint // not what a System wraps
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, parts(e)...)
	}
	return all
}

func (a *app) recordOne(err error) {
	var usage diag.Usage
	var system diag.System
	switch {
	case err == nil, errors.Is(err, errDiffers), is[diag.Invalid](err):
	case errors.As(err, &usage):
		a.found.Fault(usage.Place, usage.Text)
	case errors.As(err, &system):
		at := system.Place
		if at.File == "" {
			at.File = system.File
		}
		a.found.Fault(at, system.Text)
	default:
		a.found.Fault(diag.Place{}, text.Failed(err.Error()))
	}
}

// early gives a setting before the flags are parsed, and where the settings file has
// it: as it was typed, else of the environment, else of the file; blank for none.
func (a *app) early(name string) (value string, where diag.Place) {
	value = flagValue(a.Args, name)
	if value == "" {
		value = a.getenv(config.EnvPrefix + strings.ToUpper(name))
	}
	if value == "" && a.settings != nil {
		value, where = a.settings.Value(name)
	}
	return value, where
}

// language settles the language before anything is said.
func (a *app) language() error {
	value, where := a.early("lang")
	switch l := text.Lang(value); l {
	case "":
	case text.French, text.English:
		a.lang = l
	default:
		err := diag.Usage{Text: text.BadValue("lang", value, "fr, en"), Place: where}
		if where.File == "" {
			return err
		}
		a.settingsErr = errors.Join(err, a.settingsErr) // for the commands that use settings
	}
	return nil
}

// flagValue finds the value of a long flag among arguments that are not parsed yet.
func flagValue(args []string, name string) string {
	value := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if v, ok := strings.CutPrefix(arg, "--"+name+"="); ok {
			value = v
		}
		if arg == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// A builder builds a command of a name.
type builder struct {
	name  string
	build func(*app) *cobra.Command
}

// commands are those of the root, in the order that help shows them.
func commands() []builder {
	return []builder{
		{"calc", newCalc},
		{"compare", newCompare},
		{"solve", newSolve},
		{"validate", newValidate},
		{"explain", newExplain},
		{"verify", newVerify},
		{"rates", newRates},
		{"template", newTemplate},
		{"schema", newSchema},
		{completionName, newCompletion},
		{"version", newVersion},
	}
}

// needed are the commands that a run may have to know: the one that it names, where no
// other is looked for by a slip in a name, by the settings, which know all flags, or by a
// shell. To build all of them takes longer than most of them take to run.
func (a *app) needed() []builder {
	all := commands()
	if len(a.Args) == 0 || a.Args[0] == completionName || a.settings != nil || a.settingsErr != nil {
		return all
	}
	if slices.ContainsFunc(a.Environ, func(v string) bool { return strings.HasPrefix(v, config.EnvPrefix) }) {
		return all
	}
	at := slices.IndexFunc(all, func(b builder) bool { return b.name == a.Args[0] })
	if at < 0 {
		return all
	}
	return all[at : at+1]
}

// newRoot builds the commands.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "entcalc",
		Short:         a.say(text.RootShort()),
		Long:          a.say(text.RootLong()),
		Example:       text.RootExamples(),
		SilenceErrors: true, // printed once, by Main
		SilenceUsage:  true,
		Annotations:   map[string]string{withoutSettings: "yes"},
		Args:          cobra.ArbitraryArgs, // an unknown command is told by runGroup
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flag("version").Changed {
				return a.tellVersion()
			}
			return runGroup(c, args)
		},
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			return a.settle(c)
		},
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	global := root.PersistentFlags()
	lang := string(text.French)
	addOneOf(global, &lang, "lang", a.say(text.FlagLang()), string(text.French), string(text.English))
	global.String("config", "", a.say(text.FlagConfig()))
	addOneOf(global, &a.diagnostics, "diagnostics", a.say(text.FlagDiagnostics()), diag.Formats()...)
	global.BoolVar(&a.strict, "strict", false, a.say(text.FlagStrict()))
	addOneOf(global, &a.color, "color", a.say(text.FlagColor()), "auto", "always", "never")
	global.BoolP("help", "h", false, a.say(text.FlagHelp()))

	for _, c := range a.needed() {
		root.AddCommand(c.build(a))
	}
	root.Flags().Bool("version", false, a.say(text.FlagVersion()))
	root.SetHelpCommand(newHelp(a))
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { writeHelp(a, c) })
	root.SetUsageFunc(func(c *cobra.Command) error { writeHelp(a, c); return nil })
	root.SetFlagErrorFunc(flagError)
	if len(a.Args) > 0 && strings.HasPrefix(a.Args[0], cobra.ShellCompRequestCmd) {
		complete(root) // a shell asks; nobody else should wait for it
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	return root
}

// runGroup shows the help of a command that only holds others, and refuses what is
// none of them.
func runGroup(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	near, _ := nearest.Name(args[0], names)
	return diag.Usage{Text: text.UnknownCommand(args[0], near, c.CommandPath())}
}

// noArgs refuses arguments.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return diag.Usage{Text: text.TooManyArguments(args[0], c.CommandPath())}
	}
	return nil
}

// oneArg refuses a second argument.
func oneArg(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		return diag.Usage{Text: text.TooManyArguments(args[1], c.CommandPath())}
	}
	return nil
}
