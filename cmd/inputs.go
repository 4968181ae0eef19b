package cmd

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// inputs are the flags that say what is priced, and how: those of every command that
// prices.
type inputs struct {
	tariffFlags
	sheet              string
	year               year
	members            string
	costs, subsidies   []string
	schools            schoolFlags
	columns, epci      []string
	with, without, set []string
	newRule            string
	date               pricing.Date   // of the documents; "" for none
	baseline           string         // the file of --against, where it is that which is read
	compared           bool           // with --against: an EPCI may be on the other side only
	input              []string       // the settings' files, for when none is typed
	flags              *pflag.FlagSet // to tell what was asked for from defaults
}

// tariffFlags say which rate files are loaded, and which tariff is taken.
type tariffFlags struct {
	rates       []string
	version, on string
}

// addFiles adds --rates alone.
func (t *tariffFlags) addFiles(a *app, f *pflag.FlagSet) {
	f.StringArrayVar(&t.rates, "rates", nil, a.say(text.FlagRates()))
	takesPaths(f.Lookup("rates"))
}

func (t *tariffFlags) add(a *app, f *pflag.FlagSet) {
	t.addFiles(a, f)
	f.StringVar(&t.version, "rates-version", "", a.say(text.FlagRatesVersion()))
	f.StringVar(&t.on, "on", "", a.say(text.FlagOn()))
}

func (in *inputs) add(a *app, f *pflag.FlagSet) {
	in.flags = f
	f.StringArrayVar(&in.input, "input", nil, "")
	takesPaths(f.Lookup("input"))
	f.Lookup("input").Hidden = true // for the settings: files are arguments
	f.StringVar(&in.sheet, "sheet", "", a.say(text.FlagSheet()))
	f.StringArrayVar(&in.columns, "map", nil, a.say(text.FlagMap()))
	takesPairs(f.Lookup("map"))
	f.StringSliceVar(&in.epci, "epci", nil, a.say(text.FlagEPCI()))
	for _, name := range questionFlags() {
		f.String(name, "", a.say(text.FlagQuestion(name)))
	}
	in.addBeside(a, f)
	in.addTerms(a, f)
}

// addBeside adds the flags of what is read beside the counts.
func (in *inputs) addBeside(a *app, f *pflag.FlagSet) {
	f.Var(&in.year, "year", a.say(text.FlagYear()))
	f.StringVar(&in.members, "members", "", a.say(text.FlagMembers()))
	f.StringArrayVar(&in.costs, "costs", nil, a.say(text.FlagCosts()))
	f.StringArrayVar(&in.subsidies, "subsidies", nil, a.say(text.FlagSubsidies()))
	for _, name := range []string{"members", "costs", "subsidies"} {
		takesPaths(f.Lookup(name))
	}
	in.schools.add(a, f)
}

// addTerms adds the flags that say at which rates, and with which options.
func (in *inputs) addTerms(a *app, f *pflag.FlagSet) {
	in.tariffFlags.add(a, f)
	f.StringSliceVar(&in.with, "with", nil, a.say(text.FlagWith()))
	f.StringSliceVar(&in.without, "without", nil, a.say(text.FlagWithout()))
	f.StringArrayVar(&in.set, "set", nil, a.say(text.FlagSet()))
	takesPairs(f.Lookup("set"))
	in.newRule = string(pricing.AllNew)
	addOneOf(f, &in.newRule, "new", a.say(text.FlagNew()), string(pricing.AllNew), string(pricing.NoneNew))
}

// files are those to read: the ones typed, else the settings'.
func (in *inputs) files(typed []string) []string {
	if len(typed) > 0 {
		return typed
	}
	return in.input
}

// all are the files that are read: those given, and those that flags name.
func (in *inputs) all(files []string) []string {
	all := slices.Concat(in.rates, files, in.costs, in.subsidies, in.schools.directories)
	for _, file := range []string{in.members, in.schools.communes} {
		if file != "" {
			all = append(all, file)
		}
	}
	return all
}

// oneStdin refuses to read standard input twice: the second time it would be empty.
func oneStdin(files []string) error {
	if i := slices.Index(files, "-"); i >= 0 && slices.Contains(files[i+1:], "-") {
		return diag.Usage{Text: text.StdinTwice()}
	}
	return nil
}

// trimmed takes away the spaces that people put after commas.
func trimmed(list []string) []string {
	var all []string
	for _, s := range list {
		all = append(all, strings.TrimSpace(s))
	}
	return all
}

// options reads the flags of the what-if.
func (in *inputs) options() (pricing.Options, error) {
	o := pricing.Options{With: trimmed(in.with), Without: trimmed(in.without), New: pricing.NewRule(in.newRule)}
	var wrong []error
	for _, s := range in.set {
		id, value, _ := strings.Cut(s, "=")
		rate, err := pricing.ParseRate(value)
		if err != nil {
			wrong = append(wrong, diag.Usage{Text: text.BadSet(s)})
			continue
		}
		o.Set = append(o.Set, pricing.SetRate{Component: id, Rate: rate})
	}
	return o, errors.Join(wrong...)
}
