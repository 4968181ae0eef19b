package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func newRates(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:     "rates",
		Short:   a.say(text.RatesShort()),
		Long:    a.say(text.RatesLong()),
		Example: text.RatesExamples(),
		Args:    cobra.ArbitraryArgs,
		RunE:    runGroup,
	}
	c.AddCommand(newRatesList(a), newRatesShow(a), newRatesValidate(a), newRatesDiff(a), newRatesInit(a))
	return c
}

func newRatesList(a *app) *cobra.Command {
	var t tariffFlags
	var format string
	c := &cobra.Command{
		Use:     "list",
		Short:   a.say(text.RatesListShort()),
		Example: text.RatesListExamples(),
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			tariffs, err := a.tariffs(t.rates)
			if err != nil {
				return err
			}
			var rows []report.TariffRow
			for _, v := range tariffs.All() {
				rows = append(rows, row(tariffs, v))
			}
			return a.table(format, func(b *bytes.Buffer) error {
				return report.TariffsTable(b, rows, a.lang, a.width())
			}, rows)
		},
	}
	t.addFiles(a, c.Flags())
	addTableFormat(a, c, &format)
	return c
}

func newRatesShow(a *app) *cobra.Command {
	var t tariffFlags
	var format string
	c := &cobra.Command{
		Use:     "show " + a.say(text.VersionArgument()),
		Short:   a.say(text.RatesShowShort()),
		Example: text.RatesShowExamples(),
		Args:    oneArg,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 && (slices.Contains(a.typed, "rates-version") || slices.Contains(a.typed, "on")) {
				return diag.Usage{Text: text.VersionTwice(args[0])}
			}
			tariffs, v, err := a.oneTariff(&t, args)
			if err != nil {
				return err
			}
			r := row(tariffs, v)
			return a.table(format, func(b *bytes.Buffer) error {
				return report.TariffTable(b, v, r.From, r.To, a.lang, a.width())
			}, []report.TariffRow{r})
		},
	}
	t.add(a, c.Flags())
	addTableFormat(a, c, &format)
	return c
}

// row is a tariff as lists show it. The default is what R8 takes where neither a
// version, a date nor a year is given; a file of several tariffs may leave it open.
func row(tariffs *config.Tariffs, v *pricing.Tariff) report.TariffRow {
	from, to := tariffs.Validity(v)
	usual, _ := tariffs.Choose(config.Choice{}, 0, &diag.List{})
	return report.TariffRow{Tariff: v, From: from, To: to, File: tariffs.File(v), Default: v == usual.Tariff}
}

// oneTariff loads the tariffs and takes the one that the argument names, or that R8
// gives without counts.
func (a *app) oneTariff(t *tariffFlags, args []string) (*config.Tariffs, *pricing.Tariff, error) {
	tariffs, err := a.tariffs(t.rates)
	if err != nil {
		return nil, nil, err
	}
	choice := config.Choice{Version: t.version, On: pricing.Date(t.on)}
	if len(args) > 0 {
		choice.Version = args[0]
	}
	chosen, err := tariffs.Choose(choice, 0, a.found)
	return tariffs, chosen.Tariff, err
}

func newRatesValidate(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "validate " + a.say(text.RateFilesArgument()),
		Short:   a.say(text.RatesValidateShort()),
		Long:    a.say(text.RatesValidateLong()),
		Example: text.RatesValidateExamples(),
		RunE: func(c *cobra.Command, files []string) error {
			if len(files) == 0 {
				return diag.Usage{Text: text.NeedsFile(c.CommandPath())}
			}
			tariffs, err := a.tariffs(files)
			if err != nil {
				return err
			}
			tariffs.Review(files, a.found)
			if err := a.found.Err(); err != nil { // --strict
				return err
			}
			var b bytes.Buffer
			for _, file := range files {
				for _, v := range tariffs.Of(file) {
					b.WriteString(text.TariffValid(text.Safe(file), v.Version, len(v.Components)).In(a.lang) + "\n")
				}
			}
			return a.emit(b.Bytes())
		},
	}
}

func newRatesInit(a *app) *cobra.Command {
	var t tariffFlags
	var output string
	c := &cobra.Command{
		Use:     "init VERSION",
		Short:   a.say(text.RatesInitShort()),
		Long:    a.say(text.RatesInitLong()),
		Example: text.RatesInitExamples(),
		Args:    oneArg,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return diag.Usage{Text: text.NeedsVersion(c.CommandPath())}
			}
			if err := config.CheckVersion(args[0]); err != nil {
				return err
			}
			if err := begins(output, ".yaml", ".yml"); err != nil {
				return err
			}
			tariffs, base, err := a.oneTariff(&t, nil)
			if err != nil {
				return err
			}
			for _, v := range tariffs.All() {
				if v.Version == args[0] {
					return diag.Usage{Text: text.VersionExists(args[0])}
				}
			}
			return a.write(output, config.Init(tariffs, base, args[0], a.lang))
		},
	}
	t.add(a, c.Flags())
	addOutput(a, c, &output)
	return c
}

// addOutput adds -o to a command that writes one file of one kind.
func addOutput(a *app, c *cobra.Command, output *string) {
	c.Flags().StringVarP(output, "output", "o", "", a.say(text.FlagOutputFile()))
	takesPaths(c.Flags().Lookup("output"))
}

// write writes a finished result to a file, or to standard output when none is named.
func (a *app) write(file string, content []byte) error {
	if file == "" || file == "-" {
		return a.emit(content)
	}
	return a.replace([]document{{file: file, content: func() ([]byte, error) { return content, nil }}})
}

// begins refuses to begin a file where there is one, or under a name that promises
// another kind of file; "" is standard output.
func begins(file string, extensions ...string) error {
	if file == "" || file == "-" {
		return nil
	}
	if !slices.Contains(extensions, strings.ToLower(filepath.Ext(file))) {
		return diag.Usage{Text: text.WrongExtension(file, text.List(extensions))}
	}
	if _, err := os.Lstat(file); err == nil {
		return diag.Usage{Text: text.FileExists(file)}
	}
	return nil
}

// addTableFormat adds -f to a command that shows a table.
func addTableFormat(a *app, c *cobra.Command, format *string) {
	*format = "table"
	formats := []string{"table", "json"}
	addFormat(c.Flags(), format, a.say(text.FlagFormat(text.List(formats))), formats...)
}

// table prints a table, or the same tariffs as JSON.
func (a *app) table(format string, table func(*bytes.Buffer) error, rows []report.TariffRow) error {
	if format == "json" {
		table = func(b *bytes.Buffer) error { return report.TariffsJSON(b, rows, a.lang) }
	}
	var b bytes.Buffer
	if err := table(&b); err != nil {
		return err
	}
	return a.emit(b.Bytes())
}
