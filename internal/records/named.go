package records

import (
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/fields"
)

// A Column names by hand the header that a field is under (--map).
type Column struct{ Field, Header string }

// Named are the columns named by hand, for all files of a run, or for some ([Named.Of]).
type Named struct {
	columns []*namedColumn
	headers *[]string // of all files of the run, as they stand
}

// A namedColumn is one of them.
type namedColumn struct {
	Column
	folded string // its header
	met    bool   // some file has it
}

// NewNamed makes them; nil for none.
func NewNamed(columns []Column) *Named {
	if len(columns) == 0 {
		return nil
	}
	n := &Named{headers: new([]string)}
	for _, c := range columns {
		n.columns = append(n.columns, &namedColumn{Column: c, folded: fields.Fold(c.Header)})
	}
	return n
}

// Of gives those of fields that a file may have: a column may have another meaning in
// another file.
func (n *Named) Of(all []fields.Field) *Named {
	if n == nil {
		return nil
	}
	some := &Named{headers: n.headers}
	for _, c := range n.columns {
		if _, has := fields.Named(all, c.Field); has {
			some.columns = append(some.columns, c)
		}
	}
	return some
}

// Nowhere gives those that no file has, and the headers that the files have.
func (n *Named) Nowhere() (missing []Column, headers []string) {
	if n == nil {
		return nil, nil
	}
	for _, c := range n.columns {
		if !c.met {
			missing = append(missing, c.Column)
		}
	}
	return missing, *n.headers
}

// is tells whether the column is that of a header.
func (c *namedColumn) is(header, folded string) bool {
	return header == strings.TrimSpace(c.Header) || folded != "" && folded == c.folded
}

// has tells whether some header, given whole and folded, was named for a field.
func (n *Named) has(field string, whole, folded []string) bool {
	if n == nil {
		return false
	}
	for i := range whole {
		if slices.ContainsFunc(n.columns, func(c *namedColumn) bool { return c.Field == field && c.is(whole[i], folded[i]) }) {
			return true
		}
	}
	return false
}

// title notes which of the columns a row above the header has, if there is one: where
// no header is found they are not missing.
func (n *Named) title(cells []string) {
	if n == nil {
		return
	}
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" || len(cell) > longestHeader {
			continue
		}
		for i := range n.columns {
			c := n.columns[i]
			c.met = c.met || c.is(cell, fields.Fold(cell))
		}
	}
}

// mark marks the heads that are under the headers named: letter for letter, else as
// headers are compared.
func (n *Named) mark(heads []Head) {
	if n == nil {
		return
	}
	for _, h := range heads {
		if h.Text != "" {
			*n.headers = append(*n.headers, h.Text)
		}
	}
	for i := range n.columns {
		c := n.columns[i]
		marked := false
		under := func(is func(h Head) bool) {
			for k := range heads {
				if h := &heads[k]; h.Text != "" && h.Field == "" && is(*h) {
					h.Field, marked = c.Field, true
				}
			}
		}
		under(func(h Head) bool { return h.Text == strings.TrimSpace(c.Header) })
		if !marked {
			under(func(h Head) bool { return c.is(h.Text, h.Folded) })
		}
		c.met = c.met || marked
	}
}
