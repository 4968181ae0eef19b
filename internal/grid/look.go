package grid

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// hasData tells whether any cell of a sheet has something.
func (p *pack) hasData(s sheet, facts cellFacts) (bool, error) {
	return p.look(s, facts, (*survey).firstFilled)
}

// look has see walk the sheet until it has what it looks for. It inflates no more than
// that takes: a sheet that is not read may be large, and may be damaged further on. It
// tells whether see had it before the sheet's end.
func (p *pack) look(s sheet, facts cellFacts, see func(*survey) (bool, error)) (bool, error) {
	f := p.parts[partKey(s.part)]
	if f == nil {
		return false, &Fault{diag.Place{File: p.source.name, Sheet: s.name}, text.NoPart(s.part)}
	}
	for n := uint64(64 << 10); ; n *= 16 {
		whole := n >= f.UncompressedSize64
		if whole && f.UncompressedSize64 > mostSheet {
			return false, p.source.fault(text.PartTooLarge(f.Name, mostSheet>>20))
		}
		data, err := p.head(f, int(min(n, f.UncompressedSize64)))
		if err != nil {
			return false, err
		}
		v := p.survey(s, data, facts)
		found, err := see(v)
		switch {
		case found:
			return true, nil
		case whole && err != nil:
			return false, v.refused(err)
		case whole:
			return false, nil
		}
	}
}

// firstFilled walks to the first cell that has something.
func (s *survey) firstFilled() (bool, error) {
	if err := s.begin(); err != nil {
		return false, err
	}
	for {
		more, err := s.next()
		if err != nil || !more {
			return false, err
		}
		for _, c := range s.cells {
			if c.full || c.kind == Uncomputed {
				return true, nil
			}
		}
	}
}

// headerRows is how many rows of a sheet are looked at for a header that the caller
// knows: official workbooks have titles above it, and notes.
const headerRows = 60

// hasHeader tells whether one of a sheet's first rows is a header that the caller knows.
func (p *pack) hasHeader(s sheet, facts cellFacts, w *walker, header func([]string) bool) (bool, error) {
	var top []byte
	var rows []int
	_, err := p.look(s, facts, func(v *survey) (full bool, err error) {
		rows, err = v.firstRows()
		top = v.m.data
		if full = len(rows) == headerRows && err == nil; full {
			top = v.upToHere()
		}
		return full, err
	})
	if err != nil {
		return false, err
	}
	damaged := &Fault{diag.Place{File: p.source.name, Sheet: s.name}, text.DamagedSheet()}
	if err := w.open(top); err != nil {
		return false, damaged
	}
	for _, row := range rows {
		cells, ok := w.to(row)
		if !ok {
			return false, damaged
		}
		if header(cells) {
			return true, nil
		}
	}
	return false, nil
}

// firstRows walks the first rows, to the end of a sheet that has fewer, and gives their
// numbers.
func (s *survey) firstRows() (numbers []int, err error) {
	if err := s.begin(); err != nil {
		return nil, err
	}
	for len(numbers) < headerRows {
		more, err := s.next()
		if err != nil || !more {
			return numbers, err
		}
		numbers = append(numbers, s.number)
	}
	return numbers, nil
}

// upToHere gives the sheet as if the row just read were its last.
func (s *survey) upToHere() []byte {
	m := s.m
	return slices.Concat(m.data[:m.at], []byte("</"), m.open[1], []byte("></"), m.open[0], []byte(">"))
}
