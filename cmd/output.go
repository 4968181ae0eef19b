package cmd

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// outputs are the flags that say what becomes of the result.
type outputs struct {
	files  []string
	format string
	list   string // of the schools
	check  bool
}

func (o *outputs) add(a *app, f *pflag.FlagSet) {
	f.StringArrayVarP(&o.files, "output", "o", nil, a.say(text.FlagOutput(text.List(extensions(report.Formats())))))
	takesPaths(f.Lookup("output"))
	addFormat(f, &o.format, a.say(text.FlagFormat(text.List(formatNames()))), formatNames()...)
	f.StringVar(&o.list, "list-schools", "", a.say(text.FlagListSchools(text.List(extensions(report.SchoolLists())))))
	takesPaths(f.Lookup("list-schools"))
	f.BoolVar(&o.check, "check", false, a.say(text.FlagCheck()))
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func extensions(formats []report.Format) []string {
	var all []string
	for _, f := range formats {
		if f.Ext != "" {
			all = append(all, f.Ext)
		}
	}
	return all
}

// A target is one output: a file, or standard output ("").
type target struct {
	file   string
	format report.Format
}

// targets settles the outputs before anything is read. inputs are files that none of
// them may replace.
func (o *outputs) targets(inputs []string) ([]target, error) {
	switch {
	case len(o.files) == 0 && o.check && o.list == "":
		return nil, diag.Usage{Text: text.CheckNeedsOutput()}
	case len(o.files) > 1 && o.format != "":
		return nil, diag.Usage{Text: text.FormatOfSeveral()}
	}
	var all []target
	var wrong []error
	for i := range o.files {
		t, err := o.target(i, inputs)
		all, wrong = append(all, t), append(wrong, err)
	}
	if o.list != "" {
		t, err := o.listTarget(inputs)
		all, wrong = append(all, t), append(wrong, err)
	}
	if len(o.files) == 0 && !o.check {
		all = append(all, target{"", o.named()}) // once the list is there
	}
	return all, errors.Join(wrong...)
}

// listTarget settles the list of schools.
func (o *outputs) listTarget(inputs []string) (target, error) {
	formats := report.SchoolLists()
	format, ok := report.ByFile(o.list, formats)
	switch {
	case !ok:
		return target{}, diag.Usage{Text: text.UnknownListExtension(o.list, text.List(extensions(formats)))}
	case slices.ContainsFunc(o.files, same(o.list)):
		return target{}, diag.Usage{Text: text.OutputTwice(o.list)}
	case slices.ContainsFunc(inputs, same(o.list)):
		return target{}, diag.Usage{Text: text.OutputIsInput(o.list)}
	}
	return target{o.list, format}, nil
}

// target settles one output of those that are named.
func (o *outputs) target(i int, inputs []string) (target, error) {
	file := o.files[i]
	format, err := o.formatOf(file)
	switch {
	case err != nil:
		return target{}, err
	case file == "-" && (len(o.files) > 1 || o.check):
		return target{}, diag.Usage{Text: text.StdoutAmongFiles()}
	case file == "-":
		return target{"", format}, nil
	case slices.ContainsFunc(o.files[:i], same(file)):
		return target{}, diag.Usage{Text: text.OutputTwice(file)}
	case slices.ContainsFunc(inputs, same(file)):
		return target{}, diag.Usage{Text: text.OutputIsInput(file)}
	case strings.ContainsAny(filepath.Base(file), "{}"):
		return target{}, diag.Usage{Text: text.OutputPerEPCI(file)}
	}
	return target{file, format}, nil
}

// same tells whether another name is that of the same file.
func same(file string) func(other string) bool {
	return func(other string) bool {
		x, errA := os.Stat(file)
		y, errB := os.Stat(other)
		return filepath.Clean(file) == filepath.Clean(other) || errA == nil && errB == nil && os.SameFile(x, y)
	}
}

// named gives the format that --format names, which is one of them; else the table.
func (o *outputs) named() report.Format {
	name := o.format
	if name == "" {
		name = "table"
	}
	f, _ := report.ByName(name)
	return f
}

// formatOf gives the format of a file: the one named, else its extension's.
func (o *outputs) formatOf(file string) (report.Format, error) {
	if o.format != "" || file == "-" {
		return o.named(), nil
	}
	f, ok := report.ByFile(file, report.Formats())
	if !ok {
		return f, diag.Usage{Text: text.UnknownExtension(file, text.List(extensions(report.Formats())))}
	}
	return f, nil
}

// fileWidth is how wide tables in files are: it must not depend on a terminal.
const fileWidth = 100

// deliver renders every output, then writes them, or compares them with what is there.
// No file is touched before all are rendered.
func (a *app) deliver(run report.Run, targets []target, check bool) error {
	var documents []document
	var printed []target // standard output: one, or none
	for _, t := range targets {
		if t.file == "" {
			printed = append(printed, t)
			continue
		}
		run.Width, run.Color = fileWidth, false
		var b bytes.Buffer
		if err := t.format.Write(&b, run); err != nil {
			return err // of the format itself: a buffer takes everything
		}
		documents = append(documents, document{t, b.Bytes()})
	}
	if check {
		return a.compare(run, documents)
	}
	if err := replace(documents); err != nil {
		return err
	}
	for _, t := range printed {
		if err := a.print(run, t.format.Write); err != nil {
			return err
		}
	}
	return nil
}

// print renders to standard output. A format begins to write only once nothing but the
// stream itself can fail any more.
func (a *app) print(run report.Run, write func(io.Writer, report.Run) error) error {
	run.Width, run.Color = a.width(), a.colored()
	if err := write(a.Out, run); err != nil {
		return a.unwritten(err)
	}
	return nil
}

// unwritten says why standard output did not take a result, or why there is none.
func (a *app) unwritten(err error) error {
	if is[diag.Usage](err) {
		return err
	}
	return diag.System{File: "-", Text: text.CannotWrite(diag.Reason(err)), Err: err}
}

// emit writes a finished result to standard output.
func (a *app) emit(result []byte) error {
	if _, err := a.Out.Write(result); err != nil {
		return a.unwritten(err)
	}
	return nil
}

// width is COLUMNS, or the terminal's; 0 when neither is known.
func (a *app) width() int {
	if columns, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	return a.Terminal
}

// colored tells whether standard output takes colours.
func (a *app) colored() bool {
	if a.getenv("NO_COLOR") != "" || a.color == "never" {
		return false
	}
	return a.color == "always" || a.Terminal > 0 && a.getenv("TERM") != "dumb"
}
