package cmd

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/counts"
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
	takesPairs(f.Lookup("map"))
	v.addBeside(a, f)
	v.addTerms(a, f)
	formats := []string{"text", "json"}
	v.format = formats[0]
	addFormat(f, &v.format, a.say(text.FlagFormat(text.List(formats))), formats...)
}

// verify verifies an annex. With --strict what was assumed is an error, which hides no
// finding.
func (a *app) verify(v *verifyFlags, name string) error {
	strict, lenient := a.found, &diag.List{}
	if !strict.Strict {
		return a.verified(v, name)
	}
	a.found = lenient
	err := a.verified(v, name)
	a.found = strict
	strict.Take(lenient)
	if err == nil || errors.Is(err, errDiffers) {
		err = cmp.Or(strict.Err(), err)
	}
	return err
}

// target settles the output before anything is read: the extension of a file is that of a
// format.
func (v *verifyFlags) target(inputs []string) error {
	if v.output == "" || v.output == "-" {
		return nil
	}
	switch ext := strings.ToLower(filepath.Ext(v.output)); {
	case slices.ContainsFunc(inputs, same(v.output)):
		return diag.Usage{Text: text.OutputIsInput("-o", v.output)}
	case v.flags.Changed("format"):
	case ext == ".json":
		v.format = "json"
	case ext != ".txt":
		return diag.Usage{Text: text.UnknownExtension(v.output, ".txt, .json")}
	}
	return nil
}

// verified reads an annex, prices it anew and writes what differs. It is priced with what
// flags ask for, and, where they ask for nothing, with what the annex says of itself.
func (a *app) verified(v *verifyFlags, name string) error {
	a.hurry()
	read := slices.Concat([]string{name}, v.all(v.counts), a.settingsFiles())
	if err := oneStdin(read); err != nil {
		return err
	}
	if err := v.target(read); err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(name), ".md") { // whose tables are no table of an annex
		a.found.Fault(diag.Place{}, text.AnnexFormats(name))
		return diag.Invalid{}
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
	if err := r.face(name, &result); err != nil {
		return err
	}
	if result.AllNew > 0 && !v.flags.Changed("new") {
		a.found.Notice(diag.Place{}, text.AllNew(text.Phrase{
			FR: report.Euros(result.AllNew, text.French), EN: report.Euros(result.AllNew, text.English),
		}, "epcis"))
	}
	var b bytes.Buffer
	if v.format == "json" {
		err = result.WriteJSON(&b, report.Run{
			Statement: result.Statement, ChosenBy: r.chosen.By, Lang: a.lang, Notices: a.found.Notices(),
		})
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
	calc    []byte             // the calc document; nil of a table
	carrier *carrier           // the document for people that carries it; nil for none
}

// read reads the rates, the counts and the annex.
func (r *verifyRun) read(name string) (*verify.Annex, *verify.Inputs, error) {
	var err error
	r.options, err = r.inputs.options()
	tariffs, tariffsErr := r.app.tariffs(r.rates)
	document, carrier, documentErr := r.document(name)
	if err := errors.Join(err, tariffsErr, documentErr); err != nil {
		return nil, nil, err
	}
	r.tariffs, r.calc, r.carrier = tariffs, document, carrier
	if document != nil {
		r.roomFor(document)
		if _, r.own = report.RereadHead(name, document, r.found); r.own == nil {
			return nil, nil, diag.Invalid{}
		}
		r.ownOptions()
	}
	table, err := r.given()
	if err != nil {
		return nil, nil, err
	}
	annex, err := r.annex(name, document, table)
	if err != nil || table == nil {
		return annex, nil, err
	}
	statement, err := r.priceGiven(annex, table)
	return annex, &verify.Inputs{Rows: table.Rows, Statement: &statement, Files: table.Inputs}, err
}

// face holds what a document for people shows against what it carries.
func (r *verifyRun) face(name string, result *verify.Result) error {
	if r.carrier == nil {
		return nil
	}
	at := diag.Place{File: name}
	differs, shown, err := report.FaceDiffers(r.own.Tariff, r.carrier.format, r.carrier.content, r.calc)
	var unreadable report.UnreadableError
	if errors.As(err, &unreadable) {
		r.found.Fault(at, unreadable.Text)
		return diag.Invalid{}
	}
	result.Carried(at, r.carrier.content, differs, shown)
	return err
}

// annex reads the annex, and what it says of its own options.
func (r *verifyRun) annex(name string, document []byte, table *counts.Table) (*verify.Annex, error) {
	if document != nil {
		for _, flag := range []string{"sheet", "map"} {
			if slices.Contains(r.typed, flag) {
				return nil, diag.Usage{Text: text.FlagOfTable(flag, name)}
			}
		}
		return verify.ReadCalc(name, document, r.pick, r.found)
	}
	o := verify.Options{Name: name, Year: int(r.year)}
	if table != nil {
		o.Year = table.Year
	}
	var err error
	if name == "-" {
		if o.Data, err = r.whole(name, r.In); err != nil {
			return nil, err
		}
	}
	if slices.Contains(r.typed, "sheet") {
		o.Sheet = r.sheet
	}
	if slices.Contains(r.typed, "map") {
		if o.Columns, err = r.mapped(); err != nil {
			return nil, err
		}
	}
	annex, err := verify.Read(o, r.tariffs.All(), r.pick, r.found)
	if err == nil && annex.New != "" && !r.flags.Changed("new") {
		r.options.New = annex.New
	}
	return annex, err
}

// priceGiven prices the counts. Where they do not tell what is new, and an annex that
// does not tell its rule either charges nothing as new, nothing is.
func (r *verifyRun) priceGiven(annex *verify.Annex, table *counts.Table) (pricing.Statement, error) {
	statement, err := r.price(table, r.options)
	if err != nil || statement.New != pricing.AllNew || annex.New != "" || r.flags.Changed("new") || !annex.NothingNew() {
		return statement, errors.Join(err, r.found.Err())
	}
	r.options.New = pricing.NoneNew
	r.found.Notice(diag.Place{}, text.NoneNewInAnnex())
	return r.price(table, r.options)
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
	asked := slices.ContainsFunc([]string{"rates", "rates-version", "on"}, func(flag string) bool { return slices.Contains(r.typed, flag) })
	if !r.flags.Changed("set") && !asked { // which is what should have been charged
		r.options.Set = own.Set
	}
	if !r.flags.Changed("new") {
		r.options.New = own.New
	}
}

// pick chooses the tariff (R8): where no flag says which, the one that the annex names, or
// else the one that a calc document carries.
func (r *verifyRun) pick(year int, version string) (*pricing.Tariff, error) {
	var err error
	choice := config.Choice{Version: r.version, On: pricing.Date(r.on), YearTyped: r.year != 0}
	if r.version == "" && r.on == "" {
		known := slices.ContainsFunc(r.tariffs.All(), func(t *pricing.Tariff) bool { return t.Version == version })
		if !known && r.own != nil {
			if r.chosen.Tariff == nil {
				r.found.Notice(diag.Place{}, text.OwnTariff(r.own.Tariff.Version))
			}
			r.chosen = config.Chosen{Tariff: r.own.Tariff, By: "file"}
			return r.own.Tariff, nil
		}
		if known {
			choice.Version = version
		}
	}
	r.chosen, err = r.tariffs.Choose(choice, year, r.found)
	return r.chosen.Tariff, err
}

// given reads the counts that the annex should have been made from; nil where none are
// given.
func (r *verifyRun) given() (*counts.Table, error) {
	if len(r.counts) == 0 {
		return nil, nil
	}
	in := r.inputs
	if slices.Contains(r.typed, "sheet") {
		in.sheet = ""
	}
	if slices.Contains(r.typed, "map") {
		in.columns = nil
	}
	version := ""
	if r.own != nil {
		version = r.own.Tariff.Version
	}
	table, err := in.table(r.app, r.counts, nil, r.tariffs.All(), func(year int) (*pricing.Tariff, error) {
		return r.pick(year, version)
	})
	if err == nil {
		err = r.needsSchools(table)
	}
	return table, errors.Join(err, r.found.Err())
}
