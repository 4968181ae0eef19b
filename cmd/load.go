package cmd

import (
	"errors"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// inputs are the flags that say what is priced, and how: those of every command that
// prices.
type inputs struct {
	tariffFlags
	sheet              string
	year               year
	columns, epci      []string
	with, without, set []string
	newRule            string
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
	annotate(f.Lookup("rates"), pathAnnotation, "")
	group(f, ratesGroup)
}

func (t *tariffFlags) add(a *app, f *pflag.FlagSet) {
	t.addFiles(a, f)
	f.StringVar(&t.version, "rates-version", "", a.say(text.FlagRatesVersion()))
	f.StringVar(&t.on, "on", "", a.say(text.FlagOn()))
	group(f, ratesGroup)
}

func (in *inputs) add(a *app, f *pflag.FlagSet) {
	in.flags = f
	f.StringArrayVar(&in.input, "input", nil, "")
	annotate(f.Lookup("input"), pathAnnotation, "")
	f.Lookup("input").Hidden = true // for the settings: files are arguments
	f.StringVar(&in.sheet, "sheet", "", a.say(text.FlagSheet()))
	f.StringArrayVar(&in.columns, "map", nil, a.say(text.FlagMap()))
	f.StringSliceVar(&in.epci, "epci", nil, a.say(text.FlagEPCI()))
	f.Var(&in.year, "year", a.say(text.FlagYear()))
	for _, name := range questionFlags() {
		f.String(name, "", a.say(text.FlagQuestion(name)))
	}
	group(f, countsGroup)
	in.tariffFlags.add(a, f)
	f.StringSliceVar(&in.with, "with", nil, a.say(text.FlagWith()))
	f.StringSliceVar(&in.without, "without", nil, a.say(text.FlagWithout()))
	f.StringArrayVar(&in.set, "set", nil, a.say(text.FlagSet()))
	in.newRule = string(pricing.AllNew)
	addOneOf(f, &in.newRule, "new", a.say(text.FlagNew()), string(pricing.AllNew), string(pricing.NoneNew))
	group(f, whatIfGroup)
}

// files are those to read: the ones typed, else the settings'.
func (in *inputs) files(typed []string) []string {
	if len(typed) > 0 {
		return typed
	}
	return in.input
}

// oneStdin refuses to read standard input twice: the second time it would be empty.
func oneStdin(files []string) error {
	if i := slices.Index(files, "-"); i >= 0 && slices.Contains(files[i+1:], "-") {
		return diag.Usage{Text: text.StdinTwice()}
	}
	return nil
}

// load reads the rates and the counts, and prices them: what every command starts
// with. All that is wrong in the files is in a.found.
func (a *app) load(in *inputs, files []string) (report.Run, error) {
	a.hurry()
	files = in.files(files)
	if err := oneStdin(slices.Concat(in.rates, files)); err != nil {
		return report.Run{}, err
	}
	options, err := in.options()
	question, questionErr := in.question()
	tariffs, tariffsErr := a.tariffs(in.rates)
	if err := errors.Join(err, questionErr, tariffsErr); err != nil {
		return report.Run{}, err
	}
	var chosen config.Chosen
	pick := func(year int) (*pricing.Tariff, error) {
		var err error
		chosen, err = tariffs.Choose(config.Choice{
			Version: in.version, On: pricing.Date(in.on), YearTyped: in.year != 0,
		}, year, a.found)
		return chosen.Tariff, err
	}
	table, err := in.table(a, files, question, tariffs.All(), pick)
	if err != nil {
		return report.Run{}, err
	}
	statement, err := a.price(table, options)
	if err != nil {
		return report.Run{}, err
	}
	a.assumed(&statement, table, in)
	if err := a.found.Err(); err != nil {
		return report.Run{}, err
	}
	from, to := tariffs.Validity(chosen.Tariff)
	return report.Run{
		Statement: &statement, Year: table.Year, ChosenBy: chosen.By, From: from, To: to,
		Inputs: table.Inputs, Notices: a.found.Notices(), Lang: a.lang,
	}, nil
}

// hurry lets the garbage collector run less often: a run is short and keeps most of
// what it makes (50,000 EPCIs: 200 ms for 280 ms). The limit bounds what hostile files
// make it take. Commands that read no counts start faster without.
func (a *app) hurry() {
	if a.getenv("GOGC") == "" && a.getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(200)
		debug.SetMemoryLimit(384 << 20)
	}
}

// tariffs loads the embedded rate file, and those that --rates names.
func (a *app) tariffs(names []string) (*config.Tariffs, error) {
	files := []config.File{{Data: a.Rates}}
	var refused []error
	for _, name := range names {
		file, err := config.ReadFile(name, a.In)
		if err != nil {
			refused = append(refused, err)
			continue
		}
		files = append(files, file)
	}
	if err := errors.Join(refused...); err != nil {
		return nil, err
	}
	tariffs := config.Load(files, a.found)
	return tariffs, a.found.Err()
}

// table reads the counts: of files, or of the flags that ask a question without one.
func (in *inputs) table(a *app, files []string, question *pricing.Counts, known []*pricing.Tariff, pick counts.Pick) (*counts.Table, error) {
	year := int(in.year)
	switch {
	case question != nil && len(files) > 0:
		return nil, diag.Usage{Text: text.FilesAndQuestion()}
	case question != nil && (in.sheet != "" || len(in.columns)+len(in.epci) > 0):
		return nil, diag.Usage{Text: text.QuestionHasNoFile()}
	case question != nil:
		tariff, err := pick(year)
		if err != nil {
			return nil, err
		}
		table := counts.Question(*question)
		table.Tariff, table.Year = tariff, year
		return table, in.checkNew(table)
	case len(files) == 0:
		return nil, diag.Usage{Text: text.NothingToRead()}
	}
	columns, err := in.mapped()
	if err != nil {
		return nil, err
	}
	table, err := counts.Read(counts.Options{
		Files: files, Stdin: a.In, Sheet: in.sheet, Columns: columns, EPCI: in.epci, Year: year,
	}, known, pick, a.found)
	if err != nil {
		return nil, err
	}
	return table, in.checkNew(table)
}

// checkNew refuses --new beside counts that say themselves what is new (R2).
func (in *inputs) checkNew(t *counts.Table) error {
	if t != nil && t.GivesNew && in.flags.Changed("new") {
		return diag.Usage{Text: text.NewBesideCounts()}
	}
	return nil
}

// price prices the table. When rows or cells were refused already, the sound rows are
// priced all the same: what is wrong with them belongs to the same list.
func (a *app) price(table *counts.Table, o pricing.Options) (pricing.Statement, error) {
	if table == nil || table.Tariff == nil {
		return pricing.Statement{}, diag.Invalid{}
	}
	statement, err := pricing.Price(table.Tariff, table.Rows, o)
	var rows pricing.RowErrors
	switch {
	case errors.As(err, &rows) && len(table.Inputs) == 0: // flags, not files, lack something
		var wrong diag.List
		table.Locate(rows, &wrong)
		return pricing.Statement{}, wrong.Usage()
	case errors.As(err, &rows):
		table.Locate(rows, a.found)
	case errors.Is(err, pricing.ErrTooLarge):
		a.found.Fault(diag.Place{}, text.TooLarge())
	case err != nil:
		return pricing.Statement{}, optionErrors(table.Tariff, err)
	}
	return statement, a.found.Err()
}

// assumed says what was assumed without being asked: that all is new (R2), that a
// member's no stands against --with (R3).
func (a *app) assumed(s *pricing.Statement, table *counts.Table, in *inputs) {
	if s.New == pricing.AllNew && !in.flags.Changed("new") && chargesNew(&s.Totals) {
		a.found.Notice(diag.Place{}, text.AllNew(report.Euros(s.Assumed, text.French), report.Euros(s.Assumed, text.English)))
	}
	for _, r := range s.Refusals {
		a.found.Notice(table.Place(r.Row, r.Component), text.Refused(r.Component, table.Rows[r.Row].SIREN))
	}
}

// chargesNew tells whether anything is charged on what is new.
func chargesNew(c *pricing.Contribution) bool {
	return slices.ContainsFunc(c.Items, func(i pricing.Item) bool { return i.Component.Basis.Once() })
}

// optionErrors puts pricing's refusals of options in words.
func optionErrors(t *pricing.Tariff, err error) error {
	var all []error
	for _, e := range parts(err) {
		var o pricing.OptionError
		if errors.As(e, &o) {
			e = diag.Usage{Text: optionWords(t, o)}
		}
		all = append(all, e)
	}
	return errors.Join(all...)
}

func optionWords(t *pricing.Tariff, o pricing.OptionError) text.Message {
	switch {
	case errors.Is(o.Err, pricing.ErrUnknown):
		var ids []string
		for _, c := range t.Components {
			ids = append(ids, c.ID)
		}
		near, _ := nearest.Name(o.Component, ids)
		return text.UnknownComponent(o.Option, o.Component, near, t.Version, text.List(ids))
	case errors.Is(o.Err, pricing.ErrMandatory):
		return text.MandatoryComponent(o.Component)
	case errors.Is(o.Err, pricing.ErrBoth):
		return text.BothOptions(o.Option, o.Component)
	case errors.Is(o.Err, pricing.ErrCost):
		return text.OptionOfCost(o.Option, o.Component)
	default: // pricing.ErrTwice
		return text.SetTwice(o.Component)
	}
}

// options reads the flags of the what-if.
func (in *inputs) options() (pricing.Options, error) {
	o := pricing.Options{With: in.with, Without: in.without, New: pricing.NewRule(in.newRule)}
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
