package grid

import (
	"bytes"
	"errors"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// readCell walks to the end of a cell and adds it to the row.
func (s *survey) readCell() error {
	if err := s.cellAttributes(); err != nil {
		return err
	}
	s.value, s.hasV, s.formula, s.hasIS, s.inline = nil, false, false, false, 0
	for {
		t, err := s.m.next()
		switch {
		case err != nil:
			return err
		case t == endTag:
			return s.cellRead()
		case t == charData:
			err = s.space()
		default:
			err = s.child()
		}
		if err != nil {
			return err
		}
	}
}

// cellAttributes checks that cells ascend and are in their row; one without reference
// is the next.
func (s *survey) cellAttributes() error {
	reference, err := s.m.attr("r")
	if err != nil {
		return err
	}
	t, err := s.m.attr("t")
	if err != nil {
		return err
	}
	style, err := s.m.attr("s")
	if err != nil {
		return err
	}
	before := 0
	if n := len(s.cells); n > 0 {
		before = s.cells[n-1].column
	}
	column, row := before+1, s.number
	if reference != nil {
		column, row = cellAt(reference)
	}
	if row != s.number || column == 0 || column > mostColumns {
		return s.fault(diag.Place{Line: s.number}, text.CellElsewhere(string(reference)))
	}
	if column <= before {
		return s.fault(diag.Place{Line: row, Column: column}, text.CellOutOfOrder())
	}
	s.cell = surveyed{column: column}
	s.kind, s.style = cellType(t), style
	return nil
}

// cellType spares an allocation for the types that there are.
func cellType(t []byte) string {
	switch string(t) {
	case "", "n":
		return "n"
	case "s":
		return "s"
	}
	return string(t)
}

// child reads a formula, a value or a text of the cell.
func (s *survey) child() error {
	switch {
	case s.m.is("v") && !s.hasV:
		s.hasV = true
		return s.content(&s.value)
	case s.m.is("f") && !s.formula:
		s.formula = true
		var formula []byte
		return s.content(&formula)
	case s.m.is("is") && !s.hasIS:
		s.hasIS = true
		return s.inlineText()
	}
	return errMarkup
}

// content reads the text of an element that has nothing else, in one piece.
func (s *survey) content(into *[]byte) error {
	for pieces := 0; ; pieces++ {
		t, err := s.m.next()
		switch {
		case err != nil:
			return err
		case t == endTag:
			return nil
		case t != charData || pieces > 0:
			return errMarkup
		case s.m.chars > mostCell:
			return s.fault(s.here(), text.CellTooLong(mostCell))
		}
		*into = s.m.text
	}
}

// inlineText reads a text in the cell itself.
func (s *survey) inlineText() error {
	r := richText{m: s.m}
	err := r.read()
	s.inline = r.chars
	s.pieces += r.more()
	switch {
	case errors.Is(err, errLong):
		return s.fault(s.here(), text.CellTooLong(mostCell))
	case errors.Is(err, errPieces):
		return s.fault(s.here(), text.StringInPieces(mostCell))
	case err == nil && s.pieces > mostPieces:
		return s.fault(s.here(), text.StringsInPieces(mostPieces))
	}
	return err
}

// here is the place of the cell that is being read.
func (s *survey) here() diag.Place {
	return diag.Place{Line: s.number, Column: s.cell.column}
}

// cellRead tells the kind of the cell from its type, its style and what it has.
func (s *survey) cellRead() error {
	c, ok := &s.cell, true
	c.full = len(s.value) > 0
	switch s.kind {
	case "n":
		c.kind = Number
		if c.full {
			ok = isNumber(s.value)
			date, known := s.isDate()
			if date {
				c.kind = Date
			}
			ok = ok && known
		}
	case "s":
		c.shared = true
		if index, ok := digitsOf(s.value); c.full && (!ok || index >= s.facts.strings) {
			return s.fault(s.here(), text.NoSuchString(string(s.value), s.facts.strings))
		}
	case "inlineStr":
		c.full = s.inline > 0 || !s.hasIS && c.full
	case "str":
	case "b":
		_, ok = boolean(string(s.value))
		c.kind = Boolean
	case "e":
		c.kind = Failed
	case "d":
		c.kind = Date
	default:
		ok = false
	}
	if !ok {
		return s.fault(s.here(), text.BadCell())
	}
	// A text formula that gives "" has its value, an empty one.
	if s.formula && !c.full && (s.kind != "str" || !s.hasV) {
		c.kind = Uncomputed
	}
	if !c.full && c.kind != Uncomputed {
		s.empty++
	}
	s.cells = append(s.cells, *c)
	return nil
}

// isDate tells whether the cell's style shows a date, and whether there is that style.
func (s *survey) isDate() (date, known bool) {
	if len(s.style) == 0 || string(s.style) == "0" && len(s.facts.dates) == 0 {
		return len(s.facts.dates) > 0 && s.facts.dates[0], true
	}
	i, ok := digitsOf(s.style)
	if !ok || i >= len(s.facts.dates) {
		return false, false
	}
	return s.facts.dates[i], true
}

// isNumber tells the numbers that a workbook can hold: 12, -0.5, 6.234E3.
func isNumber(v []byte) bool {
	v = bytes.TrimPrefix(v, []byte("-"))
	whole := leadingDigits(v)
	rest := v[whole:]
	if len(rest) > 0 && rest[0] == '.' {
		fraction := leadingDigits(rest[1:])
		if fraction == 0 {
			return false
		}
		rest = rest[1+fraction:]
	} else if whole == 0 {
		return false
	}
	if len(rest) > 0 && rest[0]|0x20 == 'e' {
		rest = rest[1:]
		if len(rest) > 0 && (rest[0] == '-' || rest[0] == '+') {
			rest = rest[1:]
		}
		return len(rest) > 0 && len(rest) <= 3 && leadingDigits(rest) == len(rest)
	}
	return len(rest) == 0 && len(v) <= 400
}

// leadingDigits counts the digits that b begins with.
func leadingDigits(b []byte) int {
	for i, c := range b {
		if c < '0' || c > '9' {
			return i
		}
	}
	return len(b)
}

// digitsOf reads a number of digits alone, 9 at most.
func digitsOf(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 || leadingDigits(b) < len(b) {
		return 0, false
	}
	n := 0
	for _, c := range b {
		n = n*10 + int(c-'0')
	}
	return n, true
}

// cellAt reads a reference as workbooks write it: B12; 0, 0 for anything else.
func cellAt(reference []byte) (column, row int) {
	i := 0
	for ; i < len(reference) && i < 4 && 'A' <= reference[i] && reference[i] <= 'Z'; i++ {
		column = column*26 + int(reference[i]-'A') + 1
	}
	if i == 0 || i == len(reference) || reference[i] == '0' || len(reference)-i > 7 {
		return 0, 0
	}
	for _, c := range reference[i:] {
		if c < '0' || c > '9' {
			return 0, 0
		}
		row = row*10 + int(c-'0')
	}
	return column, row
}

// areaOf reads a range: A1:C3. One of a single cell merges nothing, and has no rows.
func areaOf(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		to = from
	}
	column1, row1 := cellAt([]byte(from))
	column2, row2 := cellAt([]byte(to))
	if row1 == 0 || row2 < row1 || column2 < column1 {
		return area{}, false
	}
	if row1 == row2 && column1 == column2 {
		return area{ref: ref}, true
	}
	return area{ref, row1, row2, column1, column2}, true
}
