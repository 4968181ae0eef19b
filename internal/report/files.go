package report

import (
	"bufio"
	"cmp"
	"path/filepath"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// files says by which files the counts are, what was left out of each, and by what
// communes and EPCIs were known.
func (t *terminal) files(r Run) {
	if len(r.Inputs) == 0 {
		t.fact(text.FileWord(), t.say(text.NoFile()))
	}
	for _, in := range r.Inputs {
		t.fact(roleWord(in), t.say(text.Labelled(t.fileName(in), text.List(append(t.read(r, in), t.fingerprint(in))))))
		t.leftOut(in)
	}
	t.fact(text.CompositionWord(), t.composition(r))
}

// roleWord labels a file by what it was read for.
func roleWord(in counts.Input) text.Phrase { return text.RoleWord(string(in.Role)) }

// read says what was read of a file and what was left out, and what it is. Of a file of
// schools, a table says what was left out.
func (t *terminal) read(r Run, in counts.Input) []string {
	var words []string
	switch {
	case in.OfSchools():
		words = append(words, t.keptSchools(r, in))
	case in.Rows > 0:
		words = append(words, t.rowsRead(in))
	}
	return append(words, t.detected(in)...)
}

// keptSchools says which schools of a file were kept.
func (t *terminal) keptSchools(r Run, in counts.Input) string {
	return t.say(text.KeptSchools(string(r.sector()), in.Rentree))
}

func (t *terminal) fileName(in counts.Input) string {
	if in.Name == "-" {
		return t.say(text.StandardInput())
	}
	return text.Safe(in.Name)
}

// rowsRead says that rows read are rows kept and rows left out, by reason.
func (t *terminal) rowsRead(in counts.Input) string {
	words := t.say(text.RowsRead(in.Rows, in.Kept))
	for _, left := range in.LeftOut {
		words += " + " + t.say(text.LeftOut(left.Reason, left.Rows))
	}
	return words
}

// A rowsLine is one line of what became of the rows of a file of schools: the first is
// the sum of the others.
type rowsLine struct {
	sign   string // "", "=" or "+"
	label  string
	rows   int
	pupils int64
}

// rowsLines tells what became of the rows of a file of schools.
func (t *terminal) rowsLines(in counts.Input) []rowsLine {
	all := []rowsLine{
		{"", t.say(text.RowsReadWord()), in.Rows, in.Pupils},
		{"=", t.say(text.RowsKeptWord()), in.Kept, in.KeptPupils},
	}
	for _, left := range in.LeftOut {
		all = append(all, rowsLine{"+", t.say(text.LeftOutFor(left.Reason, left.Rows)), left.Rows, left.Pupils})
	}
	return all
}

// leftOutTable is the rows of a file of schools as a table: what was read, what was kept,
// what was left out by reason, and the pupils of each.
func (t *terminal) leftOutTable(in counts.Input) ([]column, []tableRow) {
	columns := []column{
		{gives: wraps},
		{title: t.say(text.RowsWord()), right: true},
		{title: t.say(text.PupilsWord()), right: true},
	}
	var rows []tableRow
	for _, l := range t.rowsLines(in) {
		label := capital(l.label)
		if l.sign != "" {
			label = l.sign + " " + l.label
		}
		rows = append(rows, tableRow{cells: []string{
			label, t.count(pricing.Quantity(l.rows)), t.count(pricing.Quantity(l.pupils)),
		}})
	}
	return columns, rows
}

// leftOut writes the table of a file of schools, in line with what facts say; nothing of
// other files.
func (t *terminal) leftOut(in counts.Input) {
	if !in.OfSchools() {
		return
	}
	columns, rows := t.leftOutTable(in)
	indent := strings.Repeat(" ", factColumn)
	f := fit(columns, t.width-factColumn, rows)
	if f.stacked {
		t.rows(columns, rows)
		return
	}
	var table strings.Builder
	b := bufio.NewWriter(&table)
	f.write(b, rows, t.color)
	_ = b.Flush() // a strings.Builder takes everything
	for l := range strings.Lines(table.String()) {
		t.b.WriteString(indent + l)
	}
}

// notice says a notice, with its place: a file without its folder, as everywhere in a
// document. It is not yet safe to show.
func (t *terminal) notice(d diag.Diagnostic) string {
	words := d.Text.In(t.lang)
	if d.Place.File == "" {
		return words
	}
	d.Place.File = filepath.Base(d.Place.File)
	return t.say(text.Labelled(d.Place.String(), words))
}

// detected says what a file turned out to be.
func (t *terminal) detected(in counts.Input) []string {
	var words []string
	if in.Encoding != "" {
		words = append(words, t.say(text.Encoding(in.Encoding)))
	}
	if in.Delimiter != "" {
		words = append(words, t.say(text.Delimiter(in.Delimiter)))
	}
	if in.Sheet != "" {
		words = append(words, t.say(text.Sheet(text.Safe(in.Sheet))))
	}
	if in.TitleLines > 0 {
		words = append(words, t.say(text.TitleLines(in.TitleLines)))
	}
	return words
}

// fingerprint shows enough of a file's SHA-256 to tell it from others.
func (t *terminal) fingerprint(in counts.Input) string {
	return t.say(text.Fingerprint(beginning(in.SHA256)))
}

// printedDigest is how many digits of a SHA-256 people are shown where they need not
// compare all.
const printedDigest = 12

// beginning is that part of a SHA-256.
func beginning(digest string) string { return digest[:min(printedDigest, len(digest))] }

// composition says by what communes and EPCIs were known; blank where nobody asked.
func (t *terminal) composition(r Run) string {
	if r.Composition == nil {
		return ""
	}
	return t.say(text.CompositionOf(text.Day(r.Composition.Date), text.Safe(r.Composition.Source)))
}

// sector is that of the schools that were kept.
func (r Run) sector() counts.Sector { return cmp.Or(r.Sector, counts.Public) }
