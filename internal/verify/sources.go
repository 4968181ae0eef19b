package verify

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// readSources reads, of a workbook of entcalc's, which files it says it was made from,
// with their digests. Another workbook says none.
func (r *reader) readSources() error {
	g, err := grid.Open(r.Name, grid.Options{Stdin: bytes.NewReader(r.Data), Sheet: text.SheetSources().FR})
	if usage := new(diag.Usage); errors.As(err, usage) {
		return nil // no such sheet
	}
	if err != nil {
		return err
	}
	name := "" // of the file that the lines are of; headings, and what is no file, have none
	for {
		row, err := g.Next()
		if err != nil {
			closing := g.Close()
			if errors.Is(err, io.EOF) {
				return closing
			}
			return err
		}
		label, _ := records.Cell(row, 0)
		value, _ := records.Cell(row, 1)
		sha, digest := strings.CutPrefix(value, "SHA-256 ")
		switch {
		case value == "":
			name = ""
		case isWord(label, text.NameWord()):
			name = strings.Clone(value)
		case digest && name != "":
			r.annex.Sources = append(r.annex.Sources, Source{Name: name, SHA256: strings.Clone(sha), At: g.Place(1)})
		}
	}
}

// isWord tells whether a cell is a word, in either language.
func isWord(cell string, word text.Phrase) bool { return cell == word.FR || cell == word.EN }

// sources checks that the files that an annex says it was made from are those given.
func (c *checker) sources() {
	if c.inputs == nil {
		return
	}
	for _, s := range c.annex.Sources {
		c.checked++
		f := Finding{Code: codeSource, At: s.At, Field: s.Name, Found: s.SHA256, Reason: text.NotGiven()}
		given := false
		for _, in := range c.inputs.Files {
			given = given || in.SHA256 == s.SHA256
			if in.Name == s.Name {
				f.Expected, f.Reason = in.SHA256, text.SavedAgain()
			}
		}
		if !given {
			c.find(f)
		}
	}
}
