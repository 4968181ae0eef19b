package cmd

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

type templateOptions struct {
	tariff         tariffFlags
	output, format string
}

func newTemplate(a *app) *cobra.Command {
	var o templateOptions
	formats := []string{"csv", "xlsx"}
	c := &cobra.Command{
		Use:     "template",
		Short:   a.say(text.TemplateShort()),
		Long:    a.say(text.TemplateLong()),
		Example: text.TemplateExamples(),
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return template(a, &o) },
	}
	o.tariff.add(a, c.Flags())
	addOutput(a, c, &o.output)
	addFormat(c.Flags(), &o.format, a.say(text.FlagFormat(text.List(formats))), formats...)
	return c
}

// template writes an empty counts file: a workbook where one is asked for by its name or its
// format, else CSV.
func template(a *app, o *templateOptions) error {
	extensions := []string{".csv", ".xlsx"}
	if o.format != "" {
		extensions = []string{"." + o.format}
	}
	if err := begins(o.output, extensions...); err != nil {
		return err
	}
	_, tariff, err := a.oneTariff(&o.tariff, nil)
	if err != nil {
		return err
	}
	if o.format != "xlsx" && !strings.EqualFold(filepath.Ext(o.output), ".xlsx") {
		return a.write(o.output, counts.Template(tariff, a.lang))
	}
	workbook, err := report.CountsWorkbook(tariff, counts.Asked(tariff), a.lang)
	if err != nil {
		return err
	}
	return a.write(o.output, workbook)
}
