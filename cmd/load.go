package cmd

import (
	"errors"
	"runtime/debug"
	"slices"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// load reads the rates and the counts, and prices them: what every command starts
// with. All that is wrong in the files is in a.found.
func (a *app) load(in *inputs, files []string) (report.Run, error) {
	m, err := a.read(in, files)
	if err != nil {
		return report.Run{}, err
	}
	return a.priced(in, m)
}

// priced prices what was read, and says what that assumes and where it comes from.
func (a *app) priced(in *inputs, m material) (report.Run, error) {
	statement, err := a.price(m.table, m.options)
	if err != nil {
		return report.Run{}, err
	}
	return a.run(in, m, &statement)
}

// A material is what was read, ready to be priced.
type material struct {
	tariffs *config.Tariffs
	chosen  config.Chosen
	table   *counts.Table
	options pricing.Options
}

// read reads the rates and the counts.
func (a *app) read(in *inputs, files []string) (material, error) {
	a.hurry()
	files = in.files(files)
	if err := oneStdin(slices.Concat(in.all(files), a.settingsFiles())); err != nil {
		return material{}, err
	}
	options, err := in.options()
	question, questionErr := in.question()
	tariffs, tariffsErr := a.tariffs(in.rates)
	if err := errors.Join(err, questionErr, tariffsErr); err != nil {
		return material{}, err
	}
	m := material{tariffs: tariffs, options: options}
	pick := func(year int) (*pricing.Tariff, error) {
		var err error
		m.chosen, err = tariffs.Choose(config.Choice{
			Version: in.version, On: pricing.Date(in.on), YearTyped: in.year != 0,
		}, year, a.found)
		return m.chosen.Tariff, err
	}
	if m.table, err = in.table(a, files, question, tariffs.All(), pick); err != nil {
		return material{}, err
	}
	return m, a.needsSchools(m.table)
}

// run says what a statement of the material assumes, and where it comes from.
func (a *app) run(in *inputs, m material, statement *pricing.Statement) (report.Run, error) {
	a.assumed(statement, m.table, in)
	if err := a.found.Err(); err != nil {
		return report.Run{}, err
	}
	return a.sourced(in, m, statement), nil
}

// sourced says where a statement of the material comes from.
func (a *app) sourced(in *inputs, m material, statement *pricing.Statement) report.Run {
	from, to := m.tariffs.Validity(m.chosen.Tariff)
	return report.Run{
		Statement: statement, Year: m.table.Year, ChosenBy: m.chosen.By, From: from, To: to,
		Inputs: m.table.Inputs, Schools: m.table.Schools, Sector: counts.Sector(in.schools.sector), Composition: m.table.Composition,
		Notices: a.found.Notices(), Lang: a.lang,
	}
}

// needsSchools refuses what was typed about files of schools where none was read. In
// the settings of a folder it may stand for another run.
func (a *app) needsSchools(t *counts.Table) error {
	if t == nil || a.found.Err() != nil || counts.OfSchools(t.Inputs) { // a refused file may be one
		return nil
	}
	var wrong []error
	for _, name := range []string{"rentree", "sector", "annuaire", "communes", "list-schools"} {
		if slices.Contains(a.typed, name) && (name != "communes" || t.Composition == nil) {
			wrong = append(wrong, diag.Usage{Text: text.NeedsSchools(name)})
		}
	}
	return errors.Join(wrong...)
}

// hurry lets the garbage collector run less often: a run is short and keeps most of
// what it makes (48,500 schools: 69 ms for 78). The limit bounds what hostile files
// make it take. Commands that read no counts start faster without.
func (a *app) hurry() {
	if a.getenv("GOGC") == "" && a.getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(mostMemory)
	}
}

// calm lets it run as often as it does of itself: what is made once is kept by nobody where
// calls are rendered, one after the other (1,255 PDFs: 75 MB for 260).
func (a *app) calm() {
	if a.getenv("GOGC") == "" && a.getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(100)
	}
}

// mostMemory is the limit of [app.hurry].
const mostMemory = 384 << 20

// roomFor raises that limit for a document, which takes many times its size: near the
// limit the collector runs all the time.
func (a *app) roomFor(document []byte) {
	if a.getenv("GOGC") == "" && a.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(mostMemory + 24*int64(len(document)))
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
	case question != nil && in.ofFiles() != nil:
		return nil, diag.Usage{Text: text.QuestionHasNoFile(text.List(in.ofFiles()))}
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
		Files: files, Stdin: a.In, Sheet: in.sheet, Columns: columns, EPCI: trimmed(in.epci), EPCIElsewhere: in.compared, Year: year,
		Members: in.members, Costs: in.costs, Subsidies: in.subsidies, Date: in.date,
		Rentree: int(in.schools.rentree), Sector: counts.Sector(in.schools.sector),
		Directories: in.schools.directories, Communes: in.schools.communes,
		Progress: a.progress,
	}, known, pick, a.found)
	if err != nil {
		return nil, err
	}
	return table, in.checkNew(table)
}

// fileFlags are those that only say something of files.
func fileFlags() []string {
	return []string{"sheet", "map", "epci", "members", "costs", "subsidies", "rentree", "sector", "annuaire", "communes"}
}

// ofFiles are the flags given that only say something of files.
func (in *inputs) ofFiles() (given []string) {
	for _, name := range fileFlags() {
		if in.flags.Changed(name) {
			given = append(given, "--"+name)
		}
	}
	return given
}

// checkNew refuses --new beside counts that say themselves what is new (R2).
func (in *inputs) checkNew(t *counts.Table) error {
	if t != nil && t.GivesNew && in.flags.Changed("new") {
		flag := "new"
		if in.baseline != "" {
			flag = "against-new"
		}
		return diag.Usage{Text: text.NewBesideCounts(flag)}
	}
	return nil
}
