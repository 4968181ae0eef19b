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
	"github.com/entcalc/entcalc/pricing"
)

// simulationSuffix ends the version that our documents name, where they are of a
// simulation.
const simulationSuffix = " (simulation)"

// said keeps what an annex says it takes for new: our documents name the flag.
func (a *Annex) said(assumption string) {
	for _, rule := range []pricing.NewRule{pricing.AllNew, pricing.NoneNew} {
		if a.New == "" && strings.Contains(assumption, "(--new "+string(rule)+")") {
			a.New = rule
		}
	}
}

// NothingNew tells whether an annex charges nothing as new, and says so in figures.
func (a *Annex) NothingNew() bool {
	told := false
	for _, t := range a.Tables {
		for _, m := range t.Members {
			for _, f := range m.ofNew(a.Tariff) {
				if f.State == Unknown || !f.Value.IsZero() {
					return false
				}
				told = told || f.known()
			}
		}
	}
	return told
}

// ofNew gives the figures of a member on what is new.
func (m *Member) ofNew(t *pricing.Tariff) []Figure {
	all := []Figure{m.Counts[pricing.NewPupils], m.Counts[pricing.NewSchools], m.Sums[onceField]}
	for k := range t.Components {
		component := &t.Components[k]
		for _, l := range m.Items[component.ID] {
			if component.Basis.Once() {
				all = append(all, l.Quantity, l.Amount)
			}
		}
	}
	return all
}

// readSources reads, of a workbook of entcalc's, its tariff, whether it is a simulation,
// what it takes for new, and which files it says it was made from, with their digests.
// Another workbook says none.
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
		r.annex.fact(label, value)
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

// fact keeps what a line of the sources says of the tariff and of what is new.
func (a *Annex) fact(label, value string) {
	switch {
	case isWord(label, text.VersionWord()) && a.Version == "":
		a.Version, _, _ = strings.Cut(value, " (") // before its title
	case isWord(label, text.SheetSimulation()) && value == "":
		a.Version += simulationSuffix
	case isWord(label, text.NewWord()):
		a.said(value)
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
