package cmd

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// settingsFile is what the folder's settings are in.
const settingsFile = "entcalc.yaml"

// withoutSettings marks the commands that need none: they work where entcalc.yaml is
// broken, too.
const withoutSettings = "entcalc-without-settings"

// readSettings reads the file that --config or ENTCALC_CONFIG names, else entcalc.yaml
// where there is one; nil when there is none.
func (p Process) readSettings() (*config.SettingsFile, error) {
	name := flagValue(p.Args, "config")
	if name == "" {
		name = p.getenv(config.EnvPrefix + "CONFIG")
	}
	if name == "" {
		if _, err := os.Lstat(settingsFile); errors.Is(err, fs.ErrNotExist) {
			return nil, nil //nolint:nilnil // no settings, and nothing wrong
		}
		name = settingsFile
	}
	file, err := config.ReadFile(name, p.In)
	if err != nil {
		return nil, err
	}
	return config.ParseSettings(file)
}

// settingsFiles is the file of the settings that the run has: one, or none.
func (a *app) settingsFiles() []string {
	if a.settings == nil {
		return nil
	}
	return []string{a.settings.Name()}
}

// settle refuses flags that were typed with nothing, and gives those that nobody typed
// the values of the settings.
func (a *app) settle(c *cobra.Command) error {
	if err := nothing(c); err != nil {
		return err
	}
	c.Flags().Visit(func(f *pflag.Flag) { a.typed = append(a.typed, f.Name) })
	a.filesTyped = c.Flags().NArg() > 0 && c.Flags().Lookup("input") != nil // counts: verify takes an annex
	if c.Annotations[withoutSettings] == "" {
		if a.settingsErr != nil {
			return a.settingsErr
		}
		settings, err := config.NewSettings(a.settings, a.Environ, known(c.Root()))
		if err != nil {
			return err
		}
		if a.given, err = apply(settings, c); err != nil {
			return err
		}
		a.values = settings
	}
	a.found.Strict = a.strict
	return nil
}

// tellSettings tells, where files that were typed are refused, which settings say something
// of them: they may be meant for others.
func (a *app) tellSettings(err error) {
	var usage diag.Usage
	beside := errors.As(err, &usage) && usage.Text == text.NewBesideCounts("new")
	if !is[diag.Invalid](err) && !beside || a.settings == nil || !a.filesTyped {
		return
	}
	names := slices.DeleteFunc(slices.Clone(a.given), func(name string) bool {
		return name != "new" && !slices.Contains(fileFlags(), name)
	})
	if len(names) > 0 {
		a.found.Notice(diag.Place{File: a.settings.Name()}, text.SettingsApply(text.List(names)))
	}
}

// nothing refuses flags that were typed with a blank value: that of a variable which is
// not set, more likely than a wish.
func nothing(c *cobra.Command) error {
	var wrong []error
	c.Flags().Visit(func(f *pflag.Flag) {
		value, blank := f.Value.String(), false
		if list, ok := f.Value.(pflag.SliceValue); ok {
			blank = len(list.GetSlice()) == 0 || slices.Contains(list.GetSlice(), "")
		} else {
			blank = value == ""
		}
		if blank {
			wrong = append(wrong, diag.Usage{Text: text.BlankValue(f.Name)})
		}
	})
	return errors.Join(wrong...)
}

// known are the settings that there are: the flags of all commands.
func known(root *cobra.Command) []config.Setting {
	var all []config.Setting
	met := []string{"help", "version", "config"} // these are not for settings to say
	add := func(f *pflag.Flag) {
		if slices.Contains(met, f.Name) {
			return
		}
		met = append(met, f.Name)
		all = append(all, config.Setting{
			Name:    f.Name,
			List:    f.Value.Type() == "stringArray" || f.Value.Type() == "stringSlice",
			Path:    f.Annotations[pathAnnotation] != nil,
			Pairs:   f.Annotations[pairsAnnotation] != nil,
			PathKey: strings.Join(f.Annotations[keyedAnnotation], ""),
		})
	}
	for _, c := range root.Commands() {
		c.LocalFlags().VisitAll(add)
		for _, sub := range c.Commands() {
			sub.LocalFlags().VisitAll(add)
		}
	}
	root.PersistentFlags().VisitAll(add)
	return all
}
