package counts

import (
	"path/filepath"
	"sync"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
)

// A composing is the composition of a run, once somebody has asked for it.
type composing struct {
	embedded func() (*territory.Composition, error)
	done     bool
	c        *territory.Composition
	err      error
}

// composition gives the communes and EPCIs of the run: those of --communes, whose faults
// it reports, else the embedded ones. It is nil, without an error, when the file of
// --communes is at fault.
func (r *run) composition() (*territory.Composition, error) {
	if p := &r.composing; !p.done {
		p.done = true
		p.c, p.err = r.readComposition()
		if p.c != nil {
			about := p.c.About()
			r.table.Composition = &about
			r.composedFrom(about)
		}
	}
	return r.composing.c, r.composing.err
}

// embedded gives what decodes the embedded composition, once: the finder of communes asks
// for it too, on another core.
func (r *run) embedded() func() (*territory.Composition, error) {
	if r.composing.embedded == nil {
		r.composing.embedded = sync.OnceValues(territory.Embedded)
	}
	return r.composing.embedded
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

func (r *run) readComposition() (*territory.Composition, error) {
	c, err := r.embedded()()
	if err != nil || r.Communes == "" {
		return c, err
	}
	return territory.Read(r.Communes, r.Stdin, c, r.found)
}
