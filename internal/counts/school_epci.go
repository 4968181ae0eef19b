package counts

import (
	"fmt"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// epci reads the EPCI that a row says its school is in, as sirenKey gives it; 0 where it
// says none that can be read, which is no fault: the composition alone tells EPCIs.
func (f *schoolsFile) epci(row grid.Row) uint32 {
	c := f.columns.epci
	if !c.there() {
		return 0
	}
	value, kind := records.Cell(row, c.at)
	key, _ := siren(c.said, value, kind, nil)
	if key == "" {
		return 0
	}
	return sirenKey(key)
}

// noteEPCIs names, file by file, the schools that are kept and are said to be in another
// EPCI than the composition tells of their commune.
func (u *rollUp) noteEPCIs() {
	s := &u.schools
	others := make([]listing, len(s.files))
	for i, whose := range u.whose {
		h := &s.held[i]
		if whose == nobody || h.epci == 0 {
			continue
		}
		commune := u.find(int32(i)).commune
		said := u.c.EPCIBySIREN(fmt.Sprintf("%09d", h.epci))
		if said == nil || commune.EPCI == nil || said == commune.EPCI {
			continue
		}
		others[h.file].add(func() string {
			return text.TwoEPCIs(text.SchoolNamed(h.uai(), h.name()), said.SIREN, commune.EPCI.SIREN)
		})
	}
	for i, f := range s.files {
		if c := f.columns.epci; others[i].of > 0 {
			u.found.Notice(f.Heads[c.at].At, text.EPCINotOfCommune(c.said, others[i].words, others[i].of))
		}
	}
}
