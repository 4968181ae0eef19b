package cmd

import (
	"errors"
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
		if _, err := os.Stat(settingsFile); err != nil {
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

// settle gives the flags that nobody typed the values of the settings, and takes those
// that concern every command.
func (a *app) settle(c *cobra.Command) error {
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
	a.diagnostics = diag.Format(c.Flag("diagnostics").Value.String())
	if !slices.Contains(diag.Formats(), string(a.diagnostics)) {
		bad := a.diagnostics
		a.diagnostics = diag.AsText
		return diag.Usage{Text: text.BadValue("diagnostics", string(bad), text.List(diag.Formats()))}
	}
	if !slices.Contains(colors(), a.color) {
		return diag.Usage{Text: text.BadValue("color", a.color, text.List(colors()))}
	}
	return nil
}

// colors are the values of --color.
func colors() []string { return []string{"auto", "always", "never"} }

// known are the settings that there are: the flags of all commands.
func known(root *cobra.Command) []config.Setting {
	var all []config.Setting
	add := func(f *pflag.Flag) {
		if f.Name == "help" || slices.ContainsFunc(all, func(s config.Setting) bool { return s.Name == f.Name }) {
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
// the settings' inputs: then the settings' outputs are not made of them.
func apply(s *config.Settings, c *cobra.Command) error {
	inputs, _ := s.Values("input")
	typed := c.Flags().NArg() > 0 || slices.ContainsFunc(questionFlags(), c.Flags().Changed)
	var wrong []error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		texts, at := s.Values(f.Name)
		if f.Changed || len(texts) == 0 || typed && (f.Name == "input" || f.Name == "output" && len(inputs) > 0) {
			return
		}
		if err := setFlag(c, f, texts); err != nil {
			value := strings.Join(texts, ",")
			wrong = append(wrong, diag.Usage{Text: text.BadValue(f.Name, value, f.Value.Type()), Place: at})
		}
	})
	return errors.Join(wrong...)
}

// setFlag gives a flag the texts of a setting.
func setFlag(c *cobra.Command, f *pflag.Flag, texts []string) error {
	if list, ok := f.Value.(pflag.SliceValue); ok {
		f.Changed = true
		return list.Replace(texts)
	}
	return c.Flags().Set(f.Name, texts[0])
}
