package counts

import (
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// An aside is a school of the rentrée that is held, which is left out for what its row
// says of it: its sector, say.
type aside struct {
	reason     string
	spot       string // the key of where it says that it is; "" where every EPCI is a member
	file, line int32
}

// setAside notes the school of a row that is left out: another row may give it again. It
// tells false after reporting that this one does. A number that cannot be read is passed
// over, as nothing is counted.
func (f *schoolsFile) setAside(row grid.Row, reason string) bool {
	if reason == NotASchool {
		return true
	}
	cell := func(c schoolColumn) string { return plainCell(row, c) }
	c, s := &f.columns, &f.schools
	uai, _, _ := territory.ParseUAI(cell(c.uai))
	if uai == "" {
		return true
	}
	if !f.enter(uai, nowhere-1-int32(len(s.aside))) {
		return false
	}
	a := aside{reason: reason, file: int32(f.ordinal), line: int32(f.Place(c.uai.at).Line)}
	if f.Members != "" || f.asked != nil {
		spot := c.spotText(uai, cell)
		f.buffer = spot.appendTo(f.buffer[:0])
		a.spot = string(f.buffer)
	}
	s.aside = push(s.aside, a)
	return true
}

// plainCell gives a cell, whatever it holds; "" without its column.
func plainCell(row grid.Row, c schoolColumn) string {
	if !c.there() {
		return ""
	}
	value, kind := records.Cell(row, c.at)
	return plainNumber(value, kind)
}

// enter notes where the school with a number stands; it tells false after reporting that
// another row gives it already.
func (f *schoolsFile) enter(uai string, at int32) bool {
	s, key := &f.schools, uaiKey(uai)
	if first := s.uais.at(key); first != nowhere {
		f.doubt(f.columns.uai, text.UAITwice(f.columns.uai.said, uai, s.placeOf(first).String()))
		return false
	}
	s.uais.put(key, at)
	return true
}

// asideAt gives the one that stands, among numbers, at i; nil for what is held.
func (s *schools) asideAt(i int32) *aside {
	if i >= nowhere {
		return nil
	}
	return &s.aside[nowhere-1-i]
}

// asideOfMembers gives the reasons for which schools are left out that are members', or
// may be, as their rows do not tell their communes.
func (u *rollUp) asideOfMembers() map[string]bool {
	reasons := make(map[string]bool)
	for i := range u.schools.aside {
		a := &u.schools.aside[i]
		if reasons[a.reason] {
			continue
		}
		commune, whose := u.communeAside(a), int32(nobody)
		if commune != nil {
			whose, _ = u.bearers.of(commune)
		}
		if commune == nil || whose != nobody {
			reasons[a.reason] = true
		}
	}
	return reasons
}

// communeAside gives the commune that the row of one tells; nil for none.
func (l *locator) communeAside(a *aside) *territory.Commune {
	spots := &l.finder.spots
	at := &spots.all[spots.of(a.spot)]
	if l.believed[a.file] && at.codeOf != nil {
		return at.codeOf
	}
	return at.nameOf
}
