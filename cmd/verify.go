package cmd

import (
	"bytes"
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/internal/verify"
	"github.com/entcalc/entcalc/pricing"
)

// verifyFlags are those of verify: --sheet and --map say something of the annex where
// they are typed, and of the counts where the settings say them.
type verifyFlags struct {
	inputs
	counts         []string
	format, output string
}

func newVerify(a *app) *cobra.Command {
	var v verifyFlags
	c := &cobra.Command{
		Use:     "verify " + a.say(text.AnnexArgument()),
		Short:   a.say(text.VerifyShort()),
		Long:    a.say(text.VerifyLong()),
		Example: text.VerifyExamples(),
		Args:    oneArg,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return diag.Usage{Text: text.NeedsAnnex(c.CommandPath())}
			}
			return a.verify(&v, args[0])
		},
	}
	v.add(a, c.Flags())
	addOutput(a, c, &v.output)
	return c
}

func (v *verifyFlags) add(a *app, f *pflag.FlagSet) {
	v.flags = f
	f.StringArrayVar(&v.counts, "counts", nil, a.say(text.FlagAgainstCounts()))
	takesPaths(f.Lookup("counts"))
	f.StringVar(&v.sheet, "sheet", "", a.say(text.FlagSheetOfAnnex()))
	f.StringArrayVar(&v.columns, "map", nil, a.say(text.FlagMapOfAnnex()))
	v.addBeside(a, f)
	v.addTerms(a, f)
	formats := []string{"text", "json"}
	v.format = formats[0]
	addFormat(f, &v.format, a.say(text.FlagFormat(text.List(formats))), formats...)
}

// verify reads an annex, prices it anew and writes what differs. It is priced with what
// flags ask for; a calc document, where they ask for nothing, with its own tariff.
func (a *app) verify(v *verifyFlags, name string) error {
	a.hurry()
	read := slices.Concat([]string{name}, v.all(v.counts), a.settingsFiles())
	if err := oneStdin(read); err != nil {
		return err
	}
	if slices.ContainsFunc(read, same(v.output)) && v.output != "" {
		return diag.Usage{Text: text.OutputIsInput("-o", v.output)}
	}
	r := verifyRun{app: a, verifyFlags: v}
	annex, inputs, err := r.read(name)
	if err != nil {
		return err
	}
	result, err := verify.Check(annex, verify.Terms{Options: r.options, Others: r.tariffs.All(), Inputs: inputs}, a.found)
	if err != nil {
		return optionErrors(annex.Tariff, err)
	}
	if result.AllNew > 0 && !v.flags.Changed("new") {
		a.found.Notice(diag.Place{}, text.AllNew(text.Phrase{
			FR: report.Euros(result.AllNew, text.French), EN: report.Euros(result.AllNew, text.English),
		}, "epcis"))
	}
	if err := a.found.Err(); err != nil {
		return err
	}
	var b bytes.Buffer
	if v.format == "json" {
		err = result.WriteJSON(&b, report.Run{Statement: result.Statement, ChosenBy: r.chosen.By, Lang: a.lang})
	} else {
		err = result.WriteText(&b, a.lang)
	}
	if err == nil {
		err = a.write(v.output, b.Bytes())
	}
	if err == nil && len(result.Findings) > 0 {
		err = errDiffers
	}
	return err
}

// A verifyRun is one verification, while what it needs is read.
type verifyRun struct {
	*app
	*verifyFlags
	tariffs *config.Tariffs
	chosen  config.Chosen
	options pricing.Options
	own     *pricing.Statement // of a calc document: its tariff and its options
}

// read reads the rates, the counts and the annex.
func (r *verifyRun) read(name string) (*verify.Annex, *verify.Inputs, error) {
	var err error
	r.options, err = r.inputs.options()
	tariffs, tariffsErr := r.app.tariffs(r.rates)
	document, stdin, documentErr := verify.Document(name, r.In)
	if err := errors.Join(err, tariffsErr, documentErr); err != nil {
		return nil, nil, err
	}
	r.tariffs = tariffs
	if document != nil {
		if _, r.own = report.RereadHead(name, document, r.found); r.own == nil {
			return nil, nil, diag.Invalid{}
		}
		r.ownOptions()
	}
	inputs, year, err := r.given()
	if err != nil {
		return nil, nil, err
	}
	if document != nil {
		annex, err := verify.ReadCalc(name, document, r.pick, r.found)
		return annex, inputs, err
	}
	o := verify.Options{Name: name, Data: stdin, Year: year}
	if slices.Contains(r.typed, "sheet") {
		o.Sheet = r.sheet
	}
	if slices.Contains(r.typed, "map") {
		if o.Columns, err = r.mapped(); err != nil {
			return nil, nil, err
		}
	}
	annex, err := verify.Read(o, tariffs.All(), r.pick, r.found)
	return annex, inputs, err
}

// ownOptions takes the options of a calc document that no flag says.
func (r *verifyRun) ownOptions() {
	own := r.own.Options
	if !r.flags.Changed("with") {
		r.options.With = own.With
	}
	if !r.flags.Changed("without") {
		r.options.Without = own.Without
	}
	if !r.flags.Changed("set") {
		r.options.Set = own.Set
	}
	if !r.flags.Changed("new") {
		r.options.New = own.New
	}
}

// pick chooses the tariff (R8); of a calc document the one that it names, or else the
// one that it carries.
func (r *verifyRun) pick(year int) (*pricing.Tariff, error) {
	var err error
	choice := config.Choice{Version: r.version, On: pricing.Date(r.on), YearTyped: r.year != 0}
	if r.own != nil && r.version == "" && r.on == "" {
		known := slices.ContainsFunc(r.tariffs.All(), func(t *pricing.Tariff) bool { return t.Version == r.own.Tariff.Version })
		if !known {
			if r.chosen.Tariff == nil {
				r.found.Notice(diag.Place{}, text.OwnTariff(r.own.Tariff.Version))
			}
			r.chosen = config.Chosen{Tariff: r.own.Tariff, By: "file"}
			return r.own.Tariff, nil
		}
		choice.Version = r.own.Tariff.Version
	}
	r.chosen, err = r.tariffs.Choose(choice, year, r.found)
	return r.chosen.Tariff, err
}

// given reads and prices the counts that the annex should have been made from; nil where
// none are given. It gives their year too.
func (r *verifyRun) given() (*verify.Inputs, int, error) {
	if len(r.counts) == 0 {
		return nil, int(r.year), nil
	}
	in := r.inputs
	if slices.Contains(r.typed, "sheet") {
		in.sheet = ""
	}
	if slices.Contains(r.typed, "map") {
		in.columns = nil
	}
	table, err := in.table(r.app, r.counts, nil, r.tariffs.All(), r.pick)
	if err == nil {
		err = r.needsSchools(table)
	}
	if err != nil {
		return nil, 0, err
	}
	statement, err := r.price(table, r.options)
	if err != nil {
		return nil, 0, err
	}
	return &verify.Inputs{Rows: table.Rows, Statement: &statement, Files: table.Inputs}, table.Year, r.found.Err()
}
