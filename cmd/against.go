package cmd

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// againstFlags say what a variant is compared with.
type againstFlags struct {
	file, version         string
	successor, successors []string // those of the flag, those of the settings
}

func (g *againstFlags) add(a *app, f *pflag.FlagSet) {
	f.StringVar(&g.file, "against", "", a.say(text.FlagAgainst()))
	takesPaths(f.Lookup("against"))
	f.StringVar(&g.version, "against-version", "", a.say(text.FlagAgainstVersion()))
	f.StringSliceVar(&g.successor, "successor", nil, a.say(text.FlagSuccessor()))
	f.StringSliceVar(&g.successors, "successors", nil, "")
	f.Lookup("successors").Hidden = true // for the settings
}

// needsAgainst refuses what was typed about a baseline where there is none. In the
// settings of a folder it may stand for compare.
func (a *app) needsAgainst() error {
	var wrong []error
	for _, name := range []string{"against-version", "successor"} {
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
	if err := oneStdin(append(in.all(in.files(files)), append(g.files(), a.settingsFiles()...)...)); err != nil {
		return report.Comparison{}, err
	}
	var held bytes.Buffer // what is read twice
	a.In = io.TeeReader(a.In, &held)
	m, err := a.read(in, files)
	if err != nil {
		return report.Comparison{}, err
	}
	statement, err := a.price(m.table, m.options)
	if err != nil {
		return report.Comparison{}, err
	}
	variant, err := a.run(in, m, &statement)
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
	if len(in.epci) > 0 {
		baseline = baseline.Only(ancestors(variant.Statement, options))
	}
	variant.Notices = a.found.Notices()
	c, err := report.Compare(baseline, variant, options, l)
	if errors.Is(err, pricing.ErrTooLarge) {
		a.found.Fault(diag.Place{}, text.TooLarge())
		err = a.found.Err()
	}
	return c, err
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
	document, err := a.document(g.file)
	switch {
	case err != nil:
		return report.Run{}, err
	case document != nil && g.version != "":
		return report.Run{}, diag.Usage{Text: text.VersionOfDocument(g.version, filepath.Base(g.file))}
	case document != nil:
		run, _ := report.Reread(g.file, document, a.lang, a.found)
		return run, a.found.Err()
	}
	old := in.ofAgainst(g.file, m.table)
	other := material{tariffs: m.tariffs, options: pricing.Options{New: pricing.AllNew}}
	other.table, err = old.table(a, []string{g.file}, nil, m.tariffs.All(), func(year int) (*pricing.Tariff, error) {
		var err error
		other.chosen, err = m.tariffs.OfYear(g.version, year, a.found)
		return other.chosen.Tariff, err
	})
	if err != nil {
		return report.Run{}, err
	}
	statement, err := a.price(other.table, other.options)
	if err != nil {
		return report.Run{}, err
	}
	return a.run(old, other, &statement)
}

// ofAgainst are the flags that reach the counts of --against: how files are read, and,
// of schools, which are kept.
func (in *inputs) ofAgainst(file string, variant *counts.Table) *inputs {
	old := &inputs{
		tariffFlags: tariffFlags{rates: in.rates}, columns: in.columns, newRule: string(pricing.AllNew), baseline: file,
		flags: pflag.NewFlagSet("", pflag.ContinueOnError),
	}
	if ext := strings.ToLower(filepath.Ext(file)); ext == ".xlsx" || ext == ".xlsm" {
		old.sheet = in.sheet
	}
	if variant != nil && counts.OfSchools(variant.Inputs) {
		old.members, old.epci = in.members, in.epci
		old.schools = schoolFlags{sector: in.schools.sector, directories: in.schools.directories, communes: in.schools.communes}
	}
	return old
}

// mostDocument is how large a calc document may be, in bytes: one of 50,000 EPCIs is a
// tenth of it.
const mostDocument = 512 << 20

// document reads a file that is JSON, as its first character tells; nil for another one,
// which is yet to be read.
func (a *app) document(name string) ([]byte, error) {
	from := a.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, diag.Unreadable(name, err)
		}
		defer f.Close() //nolint:errcheck // nothing was written to it
		from = f
	}
	b := bufio.NewReader(from)
	if name == "-" {
		a.In = b
	}
	head, err := b.Peek(64)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, diag.Unreadable(name, err)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return nil, nil
	}
	document, err := io.ReadAll(io.LimitReader(b, mostDocument))
	if err != nil {
		return nil, diag.Unreadable(name, err)
	}
	return document, nil
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
