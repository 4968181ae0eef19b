package grid

import (
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// hasData tells whether any cell of a sheet has something. It inflates no more than it
// takes to meet the first: a sheet that is not read may be large, and may be damaged
// further on.
func (p *pack) hasData(s sheet, c cellFacts) (bool, error) {
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
		v := p.survey(s, data, c)
		found, err := v.firstFilled()
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
