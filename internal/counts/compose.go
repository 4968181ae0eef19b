package counts

import (
	"path/filepath"
	"sync"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
)

// A composing gives the compositions of a run, each made once, when somebody asks for it.
type composing struct {
	embedded, asked func() (*territory.Composition, error)
}

// composition gives the communes and EPCIs of the run: those of --communes, whose faults
// it reports, else the embedded ones. It is nil, without an error, when the file of
// --communes is at fault.
func (r *run) composition() (*territory.Composition, error) {
	if r.composing.asked == nil {
		r.composing.asked = sync.OnceValues(r.compose)
	}
	return r.composing.asked()
}

// embedded gives what decodes the embedded composition, once: the finder of communes asks
// for it too, on another core.
func (r *run) embedded() func() (*territory.Composition, error) {
	if r.composing.embedded == nil {
		r.composing.embedded = sync.OnceValues(territory.Embedded)
	}
	return r.composing.embedded
}

// compose makes the composition of the run, and notes where it comes from.
func (r *run) compose() (*territory.Composition, error) {
	c, err := r.embedded()()
	if err == nil && r.Communes != "" {
		c, err = territory.Read(r.Communes, r.Stdin, c, r.progress(r.Communes), r.found)
	}
	if c == nil {
		return nil, err
	}
	about := c.About()
	r.table.Composition = &about
	r.composedFrom(about)
	return c, err
}

// progress gives what is told how far the reading of a file is; nil for nobody.
func (r *run) progress(name string) func(done, total int64) {
	if r.Progress == nil {
		return nil
	}
	return r.Progress(name)
}

// composedFrom lists the file of --communes among those that were read.
func (r *run) composedFrom(about territory.About) {
	if r.Communes == "" {
		return
	}
	r.table.Inputs = append(r.table.Inputs, Input{
		Role: CompositionRole, Name: filepath.Base(r.Communes), SHA256: about.SHA256,
		Encoding: about.Encoding, Delimiter: about.Delimiter, Sheet: about.Sheet,
		Rows: about.Communes, Kept: about.Communes,
	})
	r.table.sources = append(r.table.sources, source{file: diag.Place{File: r.Communes}})
}
