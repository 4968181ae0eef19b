package cmd

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// typed is what the command line says, as far as settings must give way to it.
type typed struct {
	files, question bool
	format, output  bool
	with, without   []string // ids: those of --with and --set, those of --without
}

func newTyped(c *cobra.Command) typed {
	f := c.Flags()
	return typed{
		files:    f.NArg() > 0,
		question: slices.ContainsFunc(questionFlags(), f.Changed),
		format:   f.Changed("format"),
		output:   f.Changed("output"),
		with:     append(typedIDs(c, "with"), typedIDs(c, "set")...),
		without:  typedIDs(c, "without"),
	}
}

// typedIDs are the components that a flag was typed with.
func typedIDs(c *cobra.Command, name string) []string {
	f := c.Flags().Lookup(name)
	if f == nil || !f.Changed {
		return nil
	}
	list, _ := f.Value.(pflag.SliceValue)
	var ids []string
	for _, s := range listed(list.GetSlice()) {
		ids = append(ids, component(s))
	}
	return ids
}

// beats tells whether what was typed leaves no place for a setting. Inputs that were
// typed are not the settings' inputs, whose outputs are then not made, nor when another
// format is asked for than theirs.
func (t typed) beats(setting string, hasInputs bool) bool {
	switch setting {
	case "input":
		return t.files || t.question
	case "list-schools":
		return t.format || t.output || hasInputs && (t.files || t.question)
	case "output":
		return t.format || hasInputs && (t.files || t.question)
	}
	return t.question && slices.Contains(fileFlags(), setting) || t.files && slices.Contains(questionFlags(), setting)
}

// contrary are the components that were typed for the flag that says the opposite.
func (t typed) contrary(setting string) []string {
	switch setting {
	case "with", "set":
		return t.without
	case "without":
		return t.with
	}
	return nil
}

// foreign tells whether a setting is not that of a command that has the flag. Outputs and
// their format are calc's, what other commands write is something else. The baseline is
// compare's, and calc's, whose documents tell what changed, but not those of a question,
// which names no EPCI; to explain a contribution is not to explain what it changed by.
func (t typed) foreign(setting, command string) bool {
	switch setting {
	case "output", "format":
		return command != "calc"
	case "against":
		return command != "compare" && (command != "calc" || t.question)
	}
	return false
}

// apply sets the flags of a command that nobody typed, but for those whose pairs are read
// key by key. It names the ones that it set.
func apply(s *config.Settings, c *cobra.Command) (given []string, err error) {
	inputs, _ := s.Values("input")
	line := newTyped(c)
	var wrong []error
	c.Flags().VisitAll(func(f *pflag.Flag) {
		texts, at := s.Values(f.Name)
		if ids := line.contrary(f.Name); len(ids) > 0 {
			texts = slices.DeleteFunc(listed(texts), func(s string) bool { return slices.Contains(ids, component(s)) })
		}
		if f.Changed || len(texts) == 0 || f.Annotations[keyedAnnotation] != nil || line.foreign(f.Name, c.Name()) || line.beats(f.Name, len(inputs) > 0) {
			return
		}
		given = append(given, f.Name)
		if err := setFlag(c, f, texts); err != nil {
			value := strings.Join(texts, ",")
			wrong = append(wrong, diag.Usage{Text: text.BadValue(f.Name, value, wanted(f)), Place: at})
		}
	})
	return given, errors.Join(wrong...)
}

// listed parts texts at their commas, without the spaces around.
func listed(texts []string) []string {
	if len(texts) == 0 {
		return nil
	}
	return trimmed(strings.Split(strings.Join(texts, ","), ","))
}

// component is the id that a value of --with, --without or --set is about.
func component(value string) string {
	id, _, _ := strings.Cut(value, "=")
	return id
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
