package counts

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

const (
	// mostTitles is in how many lines that are not blank the header is looked for.
	mostTitles = 50
	// longestHeader bounds, in bytes, what may be a header: title lines hold paragraphs.
	longestHeader = 200
)

// A head is one cell of the header.
type head struct {
	text   string // as it stands, trimmed
	folded string
	field  string // that --map says it is; "" for none
	at     diag.Place
	used   bool        // read as a field
	said   text.Phrase // the field, in sentences
}

// isHeader tells whether some cell reads as siren, by its name or by hand. It is asked
// of every row of a sample, for each delimiter: what cannot be is passed over at once.
func (r *run) isHeader(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool {
		if len(c) > longestHeader {
			return false
		}
		c = strings.TrimSpace(c)
		return strings.Contains(strings.ToLower(c), "siren") && slices.Contains(r.sirenHeaders, fields.Fold(c)) ||
			slices.ContainsFunc(r.byHand, func(m byHand) bool { return m.Field == "siren" && m.names(c, fields.Fold(c)) })
	})
}

// byHand is a column named by hand, its header folded once.
type byHand struct {
	Column
	folded string
}

// names tells whether the column is that of a header.
func (m byHand) names(header, folded string) bool {
	return header == strings.TrimSpace(m.Header) || folded != "" && folded == m.folded
}

// findHeader walks to the header, and reports when there is none.
func (f *file) findHeader() (found bool, err error) {
	var above titles
	f.source().file = f.g.Place(-1)
	at := f.source().file
	for range mostTitles {
		row, err := f.nextRow()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.As(err, new(*grid.Fault)) && f.forRates(above) {
			break // the fault is one of CSV
		}
		if err != nil {
			return false, err
		}
		f.workbook = f.source().file.Sheet != ""
		if f.isHeader(row.Cells) {
			for _, data := range above.data {
				f.found.Fault(data.at, text.RowAboveHeader(data.cell))
			}
			f.header(row)
			return true, nil
		}
		if above.first == "" {
			at, above.first = f.g.Place(-1), strings.TrimSpace(strings.Join(row.Cells, " "))
		}
		if above.schools == "" {
			above.schools = schoolsHeader(row.Cells)
		}
		above.schema = above.schema || strings.HasPrefix(row.Cells[0], "schema:")
		if i := dataCell(row); i >= 0 {
			above.data = append(above.data, strayRow{f.g.Place(i), strings.TrimSpace(row.Cells[i])})
		}
		f.input().TitleLines++
		f.title(row.Cells)
	}
	f.found.Fault(at, f.noHeader(above))
	return false, nil
}

// titles are what stands above the header.
type titles struct {
	first   string // the first row that is not blank
	schools string // the header of a file of schools
	schema  bool   // the first key of a rate file
	data    []strayRow
}

// A strayRow is a row of data above the header, with the cell that it was known by.
type strayRow struct {
	at   diag.Place
	cell string
}

// dataCell finds what makes data of a row where titles stand: a SIREN, or the word of a
// total line that has a number; -1 for a title.
func dataCell(row grid.Row) int {
	total, numbers := -1, false
	for i := range row.Cells {
		value, kind := cellOf(row, i)
		if value == "" || wrongKind(text.Phrase{}, fields.SIREN, value, kind) != nil {
			continue
		}
		if key, why := siren(text.Phrase{}, value, kind); key != "" && why == nil {
			return i
		}
		if total < 0 && totalWord(value) {
			total = i
		}
		_, why := number(value, kind, true)
		numbers = numbers || why == fine
	}
	if !numbers {
		return -1
	}
	return total
}

// noHeader tells what a file is that has no header.
func (f *file) noHeader(above titles) text.Message {
	switch {
	case f.forRates(above):
		return text.RatesFile()
	case above.schools != "":
		return text.SchoolsFile(above.schools)
	case above.first == "":
		return text.BlankRows()
	default:
		return text.NoHeader(above.first, mostTitles)
	}
}

// forRates tells whether a file without header looks like one of rates.
func (f *file) forRates(above titles) bool {
	ext := strings.ToLower(filepath.Ext(f.source().file.File))
	return above.schema || ext == ".yaml" || ext == ".yml"
}

// title notes of a row above the header, if there is one, which columns named by hand
// it has: where no header is found they are not missing.
func (f *file) title(cells []string) {
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" || len(c) > longestHeader {
			continue
		}
		for i, m := range f.byHand {
			f.mapped[i] = f.mapped[i] || m.names(c, fields.Fold(c))
		}
	}
}

// nextRow gives the next row that has something in it.
func (f *file) nextRow() (grid.Row, error) {
	for {
		row, err := f.g.Next()
		if err != nil || !row.Blank() || slices.Contains(row.Kinds, grid.Uncomputed) {
			return row, err
		}
	}
}

// header keeps the cells of the header, with their places, and what --map says of them.
func (f *file) header(row grid.Row) {
	f.source().header = f.g.Place(-1)
	for i, c := range row.Cells {
		h := head{text: strings.TrimSpace(c), at: f.g.Place(i)}
		if h.text != "" {
			f.width = i + 1
			h.folded = fields.Fold(h.text)
			f.headers = append(f.headers, h.text)
		}
		f.heads = append(f.heads, h)
	}
	f.heads = f.heads[:f.width]
	for row.Merged(f.width + f.beside) {
		f.beside++
	}
	for i, m := range f.byHand {
		if f.mark(m) {
			f.mapped[i] = true
		}
	}
	for i, h := range f.heads {
		if h.text == "" && !row.Merged(i) {
			f.unnamed = append(f.unnamed, i)
		}
	}
}

// mark marks the columns that are under the header that m names: letter for letter,
// else as headers are compared.
func (f *file) mark(m byHand) bool {
	marked := false
	under := func(named func(h head) bool) {
		for i := range f.heads {
			if h := &f.heads[i]; h.text != "" && h.field == "" && named(*h) {
				h.field, marked = m.Field, true
			}
		}
	}
	under(func(h head) bool { return h.text == strings.TrimSpace(m.Header) })
	if !marked {
		under(func(h head) bool { return m.names(h.text, h.folded) })
	}
	return marked
}

// schoolsHeader gives the cell that a file of schools has for the key of a school; ""
// for none.
func schoolsHeader(cells []string) string {
	for _, c := range cells {
		if c = strings.TrimSpace(c); len(c) > longestHeader {
			continue
		}
		switch fields.Fold(c) {
		case "uai", "codeuai", "numerouai", "rne", "coderne", "numeroecole", "identifiantetablissement":
			return c
		}
	}
	return ""
}
