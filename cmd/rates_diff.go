package cmd

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

func newRatesDiff(a *app) *cobra.Command {
	var t tariffFlags
	var format string
	c := &cobra.Command{
		Use:     "diff " + a.say(text.TwoVersionsArgument()),
		Short:   a.say(text.RatesDiffShort()),
		Long:    a.say(text.RatesDiffLong()),
		Example: text.RatesDiffExamples(),
		RunE: func(c *cobra.Command, versions []string) error {
			if len(versions) != 2 {
				return diag.Usage{Text: text.NeedsTwoVersions(c.CommandPath())}
			}
			return a.ratesDiff(&t, versions, format)
		},
	}
	t.addFiles(a, c.Flags())
	addTableFormat(a, c, &format)
	return c
}

// ratesDiff tells what changes from the tariff of one version to that of another.
func (a *app) ratesDiff(t *tariffFlags, versions []string, format string) error {
	tariffs, err := a.tariffs(t.rates)
	if err != nil {
		return err
	}
	var rows [2]report.TariffRow
	for i, version := range versions {
		chosen, err := tariffs.Choose(config.Choice{Version: version}, 0, a.found)
		if err != nil && slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(version))) {
			return diag.Usage{Text: text.VersionIsFile(version)}
		}
		if is[diag.Usage](err) && len(t.rates) == 0 {
			var known []string
			for _, v := range tariffs.All() {
				known = append(known, text.Quote(v.Version))
			}
			return diag.Usage{Text: text.VersionNotLoaded(version, text.List(known))}
		}
		if err != nil {
			return err
		}
		rows[i] = row(tariffs, chosen.Tariff)
	}
	diff := report.NewRatesDiff(rows[0], rows[1], a.lang)
	var b bytes.Buffer
	if format == "json" {
		err = report.RatesDiffJSON(&b, diff)
	} else {
		err = report.RatesDiffTable(&b, diff, a.width())
	}
	if err != nil {
		return err
	}
	return a.emit(b.Bytes())
}
