package cmd

import (
	"errors"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// tellsChange tells whether the change since --against is to be told. In the settings it may
// stand for other outputs, or for compare; typed, it wants one that shows it, and EPCIs to
// compare.
func (a *app) tellsChange(o *calcOptions, targets []target[report.Run]) (bool, error) {
	if o.against.file == "" {
		return false, a.needsAgainst()
	}
	var showing []string
	for _, f := range o.out.formats {
		if f.Since {
			showing = append(showing, f.Name)
		}
	}
	shown := slices.ContainsFunc(targets, func(t target[report.Run]) bool { return t.format.Since })
	switch typed := slices.Contains(a.typed, "against"); {
	case typed && slices.ContainsFunc(questionFlags(), o.in.flags.Changed):
		return false, diag.Usage{Text: text.AgainstOfQuestion()}
	case typed && !shown:
		return false, diag.Usage{Text: text.AgainstNotShown(text.List(showing))}
	}
	return shown, nil
}

// calculated prices, and compares with the baseline where that is told. The result is that
// of calc without a baseline, with its notices and no others.
func (a *app) calculated(o *calcOptions, files []string, told bool) (report.Run, error) {
	if !told {
		return a.load(&o.in, files)
	}
	options, err := o.against.options()
	if err != nil {
		return report.Run{}, err
	}
	m, run, err := a.variant(&o.in, &o.against, files)
	if err != nil {
		return report.Run{}, err
	}
	run.Since, err = a.since(&o.in, &o.against, m, run, options)
	return run, err
}

// since tells what a run changed by since the baseline.
func (a *app) since(in *inputs, g *againstFlags, m material, run report.Run, o pricing.CompareOptions) (*report.Comparison, error) {
	baseline, err := a.against(in, g, m)
	if err != nil {
		return nil, err
	}
	if len(in.epci) > 0 {
		baseline = baseline.Only(ancestors(run.Statement, o))
	}
	c, err := a.compared(in, g, m, baseline, run, o, report.Listing{})
	return &c, err
}

// variant reads and prices what is compared with a baseline.
func (a *app) variant(in *inputs, g *againstFlags, files []string) (material, report.Run, error) {
	if err := oneStdin(slices.Concat(in.all(in.files(files)), g.files(), a.settingsFiles())); err != nil {
		return material{}, report.Run{}, err
	}
	m, err := a.read(in, files)
	if err != nil {
		return material{}, report.Run{}, err
	}
	run, err := a.priced(in, m)
	return m, run, err
}

// compared compares a baseline and the variant of a material, and says what that seems to
// tell and does not. Amounts that do not fit are a fault.
func (a *app) compared(in *inputs, g *againstFlags, m material, baseline, variant report.Run, o pricing.CompareOptions, l report.Listing) (report.Comparison, error) {
	c, err := report.Compare(baseline, variant, o, l)
	switch {
	case errors.Is(err, pricing.ErrTooLarge):
		a.found.Fault(diag.Place{}, text.TooLarge())
		return c, a.found.Err()
	case err != nil:
		return c, err
	}
	return c, a.remark(&c, in, g, m.tariffs, o)
}
