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
	if c.Annotations[withoutSettings] == "" {
		if a.settingsErr != nil {
			return a.settingsErr
		}
		settings, err := config.NewSettings(a.settings, a.Environ, known(c.Root()))
		if err != nil {
			return err
		}
		if err := apply(settings, c); err != nil {
			return err
		}
	}
	a.found.Strict = a.strict
	return nil
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
	add := func(f *pflag.Flag) {
		if f.Name == "help" || f.Name == "version" || f.Name == "config" || slices.ContainsFunc(all, func(s config.Setting) bool { return s.Name == f.Name }) {
			return
		}
		all = append(all, config.Setting{
			Name: f.Name,
			List: f.Value.Type() == "stringArray" || f.Value.Type() == "stringSlice",
			Path: f.Annotations[pathAnnotation] != nil,
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

// apply sets the flags of a command that nobody typed. Inputs that were typed are not
// the settings' inputs: the settings' outputs are then not made of them, nor when
// another format is asked for than theirs. Outputs are those of calc alone.
func apply(s *config.Settings, c *cobra.Command) error {
	inputs, _ := s.Values("input")
	typed := c.Flags().NArg() > 0 || slices.ContainsFunc(questionFlags(), c.Flags().Changed)
	writes := c.Flags().Lookup("check") != nil
	formatTyped := c.Flags().Changed("format") // before the settings set it
	skip := func(name string) bool {
		switch name {
		case "input":
			return typed
		case "output":
			return !writes || typed && len(inputs) > 0 || formatTyped
		case "format":
			return !writes
		}
		return false
	}
	contrary := map[string][]string{"with": typedIDs(c, "without"), "without": typedIDs(c, "with")}
	var wrong []error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		texts, at := s.Values(f.Name)
		texts = slices.DeleteFunc(texts, func(id string) bool { return slices.Contains(contrary[f.Name], id) })
		if f.Changed || len(texts) == 0 || skip(f.Name) {
			return
		}
		if err := setFlag(c, f, texts); err != nil {
			value := strings.Join(texts, ",")
			wrong = append(wrong, diag.Usage{Text: text.BadValue(f.Name, value, wanted(f)), Place: at})
		}
	})
	return errors.Join(wrong...)
}

// typedIDs are the components that a flag was typed with: they win over the settings of
// the contrary flag.
func typedIDs(c *cobra.Command, name string) []string {
	f := c.Flags().Lookup(name)
	if f == nil || !f.Changed {
		return nil
	}
	ids, _ := c.Flags().GetStringSlice(name)
	return ids
}

// setFlag gives a flag the texts of a setting, as if they were typed.
func setFlag(c *cobra.Command, f *pflag.Flag, texts []string) error {
	if f.Value.Type() == "stringSlice" { // commas part its values, in a list's as well
		texts = []string{strings.Join(texts, ",")}
	}
	for _, t := range texts {
		if t == "" {
			return errValue
		}
		if err := c.Flags().Set(f.Name, t); err != nil {
			return err
		}
	}
	return nil
}
