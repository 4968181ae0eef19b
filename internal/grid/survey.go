package grid

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

const (
	mostRows    = 1_048_576 // of a sheet
	mostColumns = 16_384
	mostCells   = 1 << 25   // in all rows, those that are not in the file included: excelize makes them
	mostEmpty   = 2_000_000 // cells in the file that hold nothing but, perhaps, a style: they cost as much as others
	mostBefore  = 4 << 20   // bytes of a sheet before its rows: views, columns
	mostSpace   = 4 << 10   // bytes of white space between two tags
	mostMerged  = 1 << 16   // merged areas
)

// A survey walks the XML of a sheet just before excelize does, and refuses what
// excelize would take for something else, in silence: XML cut short, rows or cells out
// of order, strings that are not there. It also tells what excelize does not say of
// the cells: their kinds, what is hidden, what is merged.
//
//	err := s.begin() // up to the rows
//	for more, err := s.next(); more; more, err = s.next() { … s.number, s.cells … }
//
// After the last row, merged holds the ranges.
type survey struct {
	m     *markup
	file  string // for places
	sheet sheet
	facts cellFacts

	number int // of the row, from 1
	width  int // cells up to the last of each row, in all
	empty  int // cells without value
	pieces int // elements of the texts in the cells, see mostPieces
	hidden bool
	cells  []surveyed // of the row, by column

	cell          surveyed // being read
	kind          string   // its t
	style, value  []byte   // its s and v
	hasV, formula bool
	hasIS         bool
	inline        int // characters of its is

	hiddenColumns []span
	merged        []area
}

// cellFacts are what the workbook says of the cells of all its sheets.
type cellFacts struct {
	dates   []bool // by style: whether it shows numbers as dates
	strings int    // how many shared strings there are
}

// A surveyed cell is one that the row's XML has.
type surveyed struct {
	column int // from 1
	kind   Kind
	full   bool // has a value
	shared bool // has it in the shared strings, where it may be ""
}

// A span is of columns, an area of rows and columns, from 1, with their ends.
type (
	span struct{ first, last int }
	area struct {
		ref         string
		first, last int // rows
		left, right int // columns
	}
)

// begin walks to the sheet's rows.
func (s *survey) begin() error {
	for {
		t, err := s.m.next()
		if err != nil {
			return err
		}
		if t == endOfPart || s.m.at > mostBefore {
			return errMarkup
		}
		if t != startTag {
			continue
		}
		switch name := string(s.m.name()); {
		case s.m.inside("worksheet", "sheetData"):
			return nil
		case name == "row", name == "sheetData", len(s.m.open) == 1 && name != "worksheet":
			return errMarkup
		case s.m.inside("worksheet", "cols", "col"):
			if err := s.column(); err != nil {
				return err
			}
		}
	}
}

// column notes which columns are hidden.
func (s *survey) column() error {
	values, err := s.m.values("min", "max", "hidden")
	if err != nil {
		return err
	}
	hidden, ok := boolean(values[2])
	first, last := number(values[0], mostColumns), number(values[1], mostColumns)
	if !ok || first == 0 || last < first {
		return errMarkup
	}
	if hidden {
		s.hiddenColumns = append(s.hiddenColumns, span{first, last})
	}
	return nil
}

// next walks to the end of the next row; false after the last, when the sheet has been
// read to its end.
func (s *survey) next() (bool, error) {
	for {
		t, err := s.m.next()
		switch {
		case err != nil:
			return false, err
		case t == charData:
			if err := s.space(); err != nil {
				return false, err
			}
		case t == endTag: // of sheetData
			return false, s.rest()
		case !s.m.is("row"):
			return false, errMarkup
		default:
			return true, s.row()
		}
	}
}

// row walks to the end of a row.
func (s *survey) row() error {
	if err := s.rowAttributes(); err != nil {
		return err
	}
	s.cells = s.cells[:0]
	for {
		t, err := s.m.next()
		switch {
		case err != nil:
			return err
		case t == endTag:
			return s.wide()
		case t == charData:
			err = s.space()
		case !s.m.is("c"):
			err = errMarkup
		default:
			err = s.readCell()
		}
		if err != nil {
			return err
		}
	}
}

// wide bounds the cells that excelize makes of few that are far to the right, and those
// that hold nothing.
func (s *survey) wide() error {
	if n := len(s.cells); n > 0 {
		s.width += s.cells[n-1].column
	}
	if s.width > mostCells {
		return s.fault(diag.Place{Line: s.number}, text.TooManyCells(mostCells))
	}
	if s.empty > mostEmpty {
		return s.fault(diag.Place{Line: s.number}, text.TooManyEmpty(mostEmpty))
	}
	return nil
}

// rowAttributes checks that rows ascend; a row without number is the next.
func (s *survey) rowAttributes() error {
	r, err := s.m.attr("r")
	if err != nil {
		return err
	}
	h, err := s.m.attr("hidden")
	if err != nil {
		return err
	}
	n := s.number + 1
	if r != nil {
		n = number(string(r), mostRows)
	}
	if n == 0 || n > mostRows {
		return s.fault(diag.Place{}, text.BadRowNumber(string(r)))
	}
	if n <= s.number {
		return s.fault(diag.Place{Line: n}, text.RowOutOfOrder(n, s.number))
	}
	hidden, ok := boolean(string(h))
	if !ok {
		return errMarkup
	}
	s.number, s.hidden = n, hidden
	return nil
}

// rest walks from the rows to the end of the sheet.
func (s *survey) rest() error {
	for {
		t, err := s.m.next()
		switch {
		case err != nil:
			return err
		case t == endOfPart:
			return nil
		case t != startTag:
			continue
		case s.m.inside("worksheet", "sheetData"):
			return errMarkup
		case s.m.inside("worksheet", "mergeCells", "mergeCell"):
			ref, err := s.m.attr("ref")
			if err != nil {
				return err
			}
			a, ok := areaOf(string(ref))
			if !ok {
				return errMarkup
			}
			if len(s.merged) == mostMerged {
				return s.fault(diag.Place{}, text.TooManyMerged(mostMerged))
			}
			s.merged = append(s.merged, a)
		}
	}
}

// ahead reads what is merged before the rows are walked: in the file it stands after
// them. It gives nothing of a sheet that is not right to its end, which the walk tells.
func (s *survey) ahead() []area {
	const most = 1000 // which of the rows' cells are merged is looked up in these
	end := slices.Concat([]byte("</"), s.m.open[1], []byte(">"))
	at := bytes.LastIndex(s.m.data, end)
	if at < 0 {
		return nil
	}
	m := markup{data: s.m.data, at: at + len(end), open: slices.Clone(s.m.open[:1]), began: true, own: s.m.own}
	after := survey{m: &m}
	if after.rest() != nil {
		return nil
	}
	return after.merged[:min(len(after.merged), most)]
}

// space refuses text where there are only tags.
func (s *survey) space() error {
	if spaces(s.m.text) < len(s.m.text) || len(s.m.text) > mostSpace {
		return errMarkup
	}
	return nil
}

// number reads a number from 1 to most in plain digits; 0 for anything else.
func number(digits string, most int) int {
	if digits == "" || digits[0] < '1' || digits[0] > '9' {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n > most {
		return 0
	}
	return n
}

// boolean reads what XML takes for one; absent is false.
func boolean(value string) (is, ok bool) {
	switch value {
	case "1", "true":
		return true, true
	case "", "0", "false":
		return false, true
	}
	return false, false
}

// fault refuses the sheet for what is at a place of it.
func (s *survey) fault(at diag.Place, m text.Message) error {
	at.File, at.Sheet = s.file, s.sheet.name
	return &Fault{Place: at, Text: m}
}

// refused makes a fault of what is wrong with the sheet's XML: it is after the last row
// that was read.
func (s *survey) refused(err error) error {
	switch {
	case errors.Is(err, errCut):
		return s.fault(diag.Place{Line: s.number}, text.CutPart(s.sheet.part))
	case errors.Is(err, errMarkup):
		return s.fault(diag.Place{Line: s.number}, text.BadMarkup(s.sheet.part))
	}
	return err // a fault already
}
