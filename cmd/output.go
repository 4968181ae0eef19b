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
	"sync"
	"sync/atomic"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/calls"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// outputs are the flags that say what becomes of the result, a model M, in which of its
// formats.
type outputs[M report.Model[M]] struct {
	formats []report.Format[M] // the first is that of standard output
	lists   []report.Format[M] // of the list of schools; none where there is no such flag
	files   []string
	format  string
	list    string // of the schools
	check   bool
	calls   bool // a file may be a pattern that gives each EPCI its own
}

func (o *outputs[M]) add(a *app, f *pflag.FlagSet) {
	names := formatNames(o.formats)
	usage := text.FlagOutput(text.List(extensions(o.formats)))
	if o.calls {
		usage = text.OrCalls(usage, text.List(calls.Placeholders()))
	}
	f.StringArrayVarP(&o.files, "output", "o", nil, a.say(usage))
	takesPaths(f.Lookup("output"))
	addFormat(f, &o.format, a.say(text.FlagFormat(text.List(names))), names...)
	if len(o.lists) > 0 {
		f.StringVar(&o.list, "list-schools", "", a.say(text.FlagListSchools(text.List(extensions(o.lists)))))
		takesPaths(f.Lookup("list-schools"))
	}
	f.BoolVar(&o.check, "check", false, a.say(text.FlagCheck()))
}

func formatNames[M any](formats []report.Format[M]) []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

func extensions[M any](formats []report.Format[M]) []string {
	var all []string
	for _, f := range formats {
		if f.Ext != "" {
			all = append(all, f.Ext)
		}
	}
	return all
}

// A target is one output: a file, or standard output ("").
type target[M any] struct {
	file   string
	format report.Format[M]
	calls  *calls.Pattern // that the file's name is to be made by; nil for none
	call   *call[M]       // what one EPCI receives; nil for a file about all
}

// targets settles the outputs before anything is read. inputs are files that none of
// them may replace.
func (o *outputs[M]) targets(inputs []string) ([]target[M], error) {
	switch {
	case len(o.files) == 0 && o.check && o.list == "":
		return nil, diag.Usage{Text: text.CheckNeedsOutput()}
	case len(o.files) > 1 && o.format != "":
		return nil, diag.Usage{Text: text.FormatOfSeveral()}
	}
	var all []target[M]
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
		all = append(all, target[M]{format: o.named()}) // once the list is there
	}
	return all, errors.Join(wrong...)
}

// listTarget settles the list of schools.
func (o *outputs[M]) listTarget(inputs []string) (target[M], error) {
	format, ok := report.ByFile(o.list, o.lists)
	switch {
	case !ok:
		return target[M]{}, diag.Usage{Text: text.UnknownListExtension(o.list, text.List(extensions(o.lists)))}
	case slices.ContainsFunc(o.files, same(o.list)):
		return target[M]{}, diag.Usage{Text: text.OutputTwice("--list-schools", o.list)}
	case slices.ContainsFunc(inputs, same(o.list)):
		return target[M]{}, diag.Usage{Text: text.OutputIsInput("--list-schools", o.list)}
	case strings.ContainsAny(filepath.Base(o.list), "{}"):
		return target[M]{}, diag.Usage{Text: text.OutputPerEPCI("--list-schools", o.list)}
	}
	return target[M]{file: o.list, format: format}, nil
}

// target settles one output of those that are named.
func (o *outputs[M]) target(i int, inputs []string) (target[M], error) {
	file := o.files[i]
	format, err := o.formatOf(file)
	switch {
	case err != nil:
		return target[M]{}, err
	case file == "-" && (len(o.files) > 1 || o.check):
		return target[M]{}, diag.Usage{Text: text.StdoutAmongFiles()}
	case file == "-":
		return target[M]{format: format}, nil
	case slices.ContainsFunc(o.files[:i], same(file)):
		return target[M]{}, diag.Usage{Text: text.OutputTwice("-o", file)}
	case slices.ContainsFunc(inputs, same(file)):
		return target[M]{}, diag.Usage{Text: text.OutputIsInput("-o", file)}
	case o.calls && calls.Is(file):
		pattern, err := calls.Parse("-o", file)
		return target[M]{file: file, format: format, calls: &pattern}, err
	case strings.ContainsAny(filepath.Base(file), "{}"):
		return target[M]{}, diag.Usage{Text: text.OutputPerEPCI("-o", file)}
	}
	return target[M]{file: file, format: format}, nil
}

// same tells whether another name is that of the same file.
func same(file string) func(other string) bool {
	return func(other string) bool {
		x, errA := os.Stat(file)
		y, errB := os.Stat(other)
		return filepath.Clean(file) == filepath.Clean(other) || errA == nil && errB == nil && os.SameFile(x, y)
	}
}

// named gives the format that --format names, which is one of them; else the first.
func (o *outputs[M]) named() report.Format[M] {
	if f, ok := report.ByName(o.format, o.formats); ok {
		return f
	}
	return o.formats[0]
}

// formatOf gives the format of a file: the one named, else its extension's.
func (o *outputs[M]) formatOf(file string) (report.Format[M], error) {
	if o.format != "" || file == "-" {
		return o.named(), nil
	}
	f, ok := report.ByFile(file, o.formats)
	if !ok {
		return f, diag.Usage{Text: text.UnknownExtension(file, text.List(extensions(o.formats)))}
	}
	return f, nil
}

// fileWidth is how wide tables in files are: it must not depend on a terminal.
const fileWidth = 100

// manyFiles is more than anybody names one by one: they are calls.
const manyFiles = 50

// deliver renders every output of a model, then writes them, or compares them with what
// is there. No file is touched before all are rendered.
func deliver[M report.Model[M]](a *app, model M, targets []target[M], check bool) error {
	var printed []target[M] // standard output: one, or none
	var files []target[M]
	for _, t := range targets {
		if t.file == "" {
			printed = append(printed, t)
		} else {
			files = append(files, t)
		}
	}
	if len(files) > manyFiles {
		a.calm()
	}
	documents := make([]document, len(files))
	for i, t := range files {
		documents[i] = documentOf(model, t)
	}
	if check {
		return a.check(documents)
	}
	if err := a.replace(documents); err != nil {
		return err
	}
	for _, t := range printed {
		if err := show(a, model, t.format.Write); err != nil {
			return err
		}
	}
	return nil
}

// atOnce does something for each of n, so many of them at a time.
func atOnce(most, n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(most, n) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}

// documentOf is what a target is to hold: all of a model, or what one EPCI receives of it.
func documentOf[M report.Model[M]](model M, t target[M]) document {
	d := document{file: t.file, output: t.file}
	if t.call != nil {
		d.output, d.calls, model = t.call.of.file, t.call.of.calls, t.call.model
	}
	d.content = func() ([]byte, error) {
		var b bytes.Buffer
		err := t.format.Write(&b, model.On(fileWidth, false))
		return b.Bytes(), err // of the format itself: a buffer takes everything
	}
	d.moved = func(old, fresh []byte) ([]report.Difference, error) { return model.Differences(t.format, old, fresh) }
	return d
}

// show renders a model to standard output. A format begins to write only once nothing
// but the stream itself can fail any more.
func show[M report.Model[M]](a *app, model M, write func(io.Writer, M) error) error {
	if err := write(a.Out, model.On(a.width(), a.colored())); err != nil {
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
