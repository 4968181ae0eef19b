package cmd

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// againstFlags say what a variant is compared with.
type againstFlags struct {
	file, version, newRule string
	successor, successors  []string       // those of the flag, those of the settings
	flags                  *pflag.FlagSet // to tell what was asked for from defaults
}

// add adds the flags, and the one that names the baseline's tariff.
func (g *againstFlags) add(a *app, f *pflag.FlagSet) {
	g.addFile(a, f)
	f.StringVar(&g.version, "against-version", "", a.say(text.FlagAgainstVersion()))
}

// addFile adds the flags of a baseline that is a file.
func (g *againstFlags) addFile(a *app, f *pflag.FlagSet) {
	f.StringVar(&g.file, "against", "", a.say(text.FlagAgainst()))
	g.flags = f
	takesPaths(f.Lookup("against"))
	g.newRule = string(pricing.AllNew)
	addOneOf(f, &g.newRule, "against-new", a.say(text.FlagAgainstNew()), string(pricing.AllNew), string(pricing.NoneNew))
	f.StringSliceVar(&g.successor, "successor", nil, a.say(text.FlagSuccessor()))
	f.StringSliceVar(&g.successors, "successors", nil, "")
	f.Lookup("successors").Hidden = true // for the settings
	takesPairs(f.Lookup("successor"))
	takesPairs(f.Lookup("successors"))
}

// needsAgainst refuses what was typed about a baseline where there is none. In the
// settings of a folder it may stand for compare.
func (a *app) needsAgainst() error {
	var wrong []error
	for _, name := range []string{"against-version", "against-new", "successor"} {
		if slices.Contains(a.typed, name) {
			wrong = append(wrong, diag.Usage{Text: text.NeedsAgainst(name)})
		}
	}
	return errors.Join(wrong...)
}

// files are those that the flags name: one, or none.
func (g *againstFlags) files() []string {
	if g.file == "" {
		return nil
	}
	return []string{g.file}
}

// options reads the successors.
func (g *againstFlags) options() (pricing.CompareOptions, error) {
	o := pricing.CompareOptions{Successors: make(map[string]string)}
	var wrong []error
	for _, s := range append(trimmed(g.successors), trimmed(g.successor)...) {
		before, after, _ := strings.Cut(s, "=")
		other, twice := o.Successors[before]
		switch {
		case !nineDigits(before) || !nineDigits(after) || before == after:
			wrong = append(wrong, diag.Usage{Text: text.BadSuccessor(s)})
		case !territory.ValidSIREN(before):
			wrong = append(wrong, diag.Usage{Text: text.SuccessorKey(before)})
		case !territory.ValidSIREN(after):
			wrong = append(wrong, diag.Usage{Text: text.SuccessorKey(after)})
		case twice && other != after:
			wrong = append(wrong, diag.Usage{Text: text.SuccessorTwice(before)})
		}
		o.Successors[before] = after
	}
	return o, errors.Join(wrong...)
}

func nineDigits(s string) bool { return len(s) == 9 && strings.Trim(s, "0123456789") == "" }

// comparing loads the variant and its baseline, and compares them.
func (a *app) comparing(in *inputs, g *againstFlags, files []string, l report.Listing) (report.Comparison, error) {
	options, err := g.options()
	if err != nil {
		return report.Comparison{}, err
	}
	in.compared = g.file != ""
	asked := in.epci
	in.epci = withSuccessors(asked, options)
	var held bytes.Buffer // what is read twice
	a.In = io.TeeReader(a.In, &held)
	m, variant, err := a.variant(in, g, files)
	if err != nil {
		return report.Comparison{}, err
	}
	var baseline report.Run
	if g.file == "" {
		a.In = &held
		baseline, err = a.sameCounts(in, g, m, in.files(files))
	} else {
		baseline, err = a.against(in, g, m)
	}
	if err != nil {
		return report.Comparison{}, err
	}
	if len(asked) > 0 {
		became := ancestors(variant.Statement, options)
		baseline = baseline.Only(func(siren string) bool {
			_, left := m.table.Absent[siren]
			return left || became(siren)
		})
		if err := onEitherSide(asked, m.table, baseline.Statement); err != nil {
			return report.Comparison{}, err
		}
	}
	return a.compared(in, g, m, baseline, variant, options, l)
}

// withSuccessors gives SIRENs, and those that stand for them since.
func withSuccessors(sirens []string, o pricing.CompareOptions) []string {
	all := trimmed(sirens)
	for i := 0; i < len(all); i++ {
		if next, succeeded := o.Successors[all[i]]; succeeded && !slices.Contains(all, next) {
			all = append(all, next)
		}
	}
	return all
}

// onEitherSide refuses the SIRENs asked for that are those of no member of either side.
func onEitherSide(asked []string, variant *counts.Table, baseline *pricing.Statement) error {
	var wrong []error
	for _, siren := range trimmed(asked) {
		m, absent := variant.Absent[siren]
		if absent && !slices.ContainsFunc(baseline.Contributions, func(c pricing.Contribution) bool { return c.SIREN == siren }) {
			wrong = append(wrong, diag.Usage{Text: m})
		}
	}
	return errors.Join(wrong...)
}

// ancestors tells which members of a baseline are, or became, members of the variant.
func ancestors(variant *pricing.Statement, o pricing.CompareOptions) func(siren string) bool {
	there := make(map[string]bool)
	for i := range variant.Contributions {
		there[variant.Contributions[i].SIREN] = true
	}
	return func(siren string) bool {
		for range len(o.Successors) + 1 {
			next, succeeded := o.Successors[siren]
			if there[siren] || !succeeded {
				return there[siren]
			}
			siren = next
		}
		return false
	}
}

// against reads the baseline: a calc document, or counts.
func (a *app) against(in *inputs, g *againstFlags, m material) (report.Run, error) {
	document, held, err := a.document(g.file)
	switch {
	case err != nil:
		return report.Run{}, err
	case document != nil && g.version != "":
		return report.Run{}, diag.Usage{Text: text.FlagOfDocument("against-version", g.version, filepath.Base(g.file))}
	case document != nil && g.flags.Changed("against-new"):
		return report.Run{}, diag.Usage{Text: text.FlagOfDocument("against-new", g.newRule, filepath.Base(g.file))}
	case document != nil:
		run, _ := report.Reread(g.file, document, a.lang, a.found)
		if err := a.found.Err(); err != nil || held == nil {
			return run, err
		}
		return run, a.remarkFace(g.file, run, document, held)
	}
	if err := a.notOurs(g.file); err != nil {
		return report.Run{}, err
	}
	old := in.ofAgainst(g, m.table)
	other := material{tariffs: m.tariffs, options: pricing.Options{New: pricing.NewRule(g.newRule)}}
	other.table, err = old.table(a, []string{g.file}, nil, m.tariffs.All(), func(year int) (*pricing.Tariff, error) {
		var err error
		other.chosen, err = m.tariffs.OfYear(g.version, year, a.found)
		return other.chosen.Tariff, err
	})
	if err != nil {
		return report.Run{}, err
	}
	return a.priced(old, other)
}

// ofAgainst are the flags that reach the counts of --against: how files are read, and,
// of schools, which are kept.
func (in *inputs) ofAgainst(g *againstFlags, variant *counts.Table) *inputs {
	old := &inputs{
		tariffFlags: tariffFlags{rates: in.rates}, columns: in.columns, newRule: g.newRule, baseline: g.file,
		flags: pflag.NewFlagSet("", pflag.ContinueOnError),
	}
	old.flags.String("new", "", "")
	if g.flags.Changed("against-new") {
		_ = old.flags.Set("new", g.newRule) // a text takes any
	}
	if ext := strings.ToLower(filepath.Ext(g.file)); ext == ".xlsx" || ext == ".xlsm" {
		old.sheet = in.sheet
	}
	if variant != nil && counts.OfSchools(variant.Inputs) {
		old.members, old.epci, old.compared = in.members, in.epci, true
		old.schools = schoolFlags{sector: in.schools.sector, directories: in.schools.directories, communes: in.schools.communes}
	}
	return old
}

// sameCounts prices the counts of the variant for a baseline: the voted tariff, without
// what is asked for beside it.
func (a *app) sameCounts(in *inputs, g *againstFlags, m material, files []string) (report.Run, error) {
	chosen, err := m.tariffs.Baseline(g.version, pricing.Date(in.on), m.table.Year, a.found)
	if err != nil {
		return report.Run{}, err
	}
	base := material{tariffs: m.tariffs, chosen: chosen, options: pricing.Options{New: m.options.New}}
	if base.table, err = a.sameTable(in, m, chosen, files); err != nil {
		return report.Run{}, err
	}
	statement, err := a.price(base.table, base.options)
	if err != nil {
		if is[diag.Invalid](err) {
			a.found.Fault(diag.Place{}, text.BaselineFaulty(chosen.Tariff.Version))
		}
		return report.Run{}, err
	}
	return a.sourced(in, base, &statement), a.found.Err()
}

// sameTable gives the counts of the variant under another tariff: as they were read, or,
// where that tariff has other columns, read again by it. What the one lets members choose
// and the other charges to all is no choice under the latter.
func (a *app) sameTable(in *inputs, m material, chosen config.Chosen, files []string) (*counts.Table, error) {
	by := choosable(chosen.Tariff, m.chosen.Tariff)
	table := *m.table
	if len(m.table.Inputs) > 0 && !sameColumns(by, m.chosen.Tariff) {
		found := a.found
		a.found = &diag.List{} // its notices were told: of the same files
		again, err := in.table(a, files, nil, m.tariffs.All(), func(int) (*pricing.Tariff, error) { return by, nil })
		for _, d := range a.found.All() {
			if d.Severity == diag.Error {
				found.Fault(d.Place, d.Text)
			}
		}
		a.found = found
		if err = errors.Join(err, found.Err()); err != nil {
			return nil, err
		}
		table = *again
	}
	table.Tariff = chosen.Tariff
	table.Rows = withoutChoices(table.Rows, chosen.Tariff)
	return &table, nil
}
