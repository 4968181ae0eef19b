package counts

import (
	"cmp"
	"maps"
	"slices"

	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// A listing is what a notice names: the first of so many.
type listing struct {
	words []string
	of    int
	most  int // that it names; 0 for mostListed
}

// add counts one more, and names it if it is among the first.
func (l *listing) add(word func() string) {
	if l.of++; l.of <= cmp.Or(l.most, mostListed) {
		l.words = append(l.words, word())
	}
}

// note says what is wrong in the rows, then what was assumed of them, file by file, and
// of all of them.
func (u *rollUp) note() {
	s := &u.schools
	for i, f := range s.files {
		u.found.Take(&f.faults, &f.doubts)
		u.noteFile(int32(i), f)
	}
	u.noteRentree()
	first := s.files[0]
	if u.withoutEPCI.all != nil {
		u.withoutEPCI.note(u.run)
	}
	if !u.sound() || u.bearers.met == nil {
		return // faults may be why a member has no school; that none has one is a fault
	}
	for _, i := range u.bearers.sequence() {
		b := &u.bearers.all[i]
		if b.schools > 0 {
			continue
		}
		at := first.source().file
		if b.at.File != "" {
			at = b.at
		}
		u.found.Notice(at, text.MemberWithoutSchool(b.siren, b.name))
	}
}

// noteFile says what was assumed of the rows of one file.
func (u *rollUp) noteFile(ordinal int32, f *schoolsFile) {
	var uais, others listing
	var codes codeNotes
	s := &u.schools
	for i := range s.held {
		h := &s.held[i]
		if h.file != ordinal {
			continue
		}
		if h.restored {
			uais.add(h.uai)
		}
		if u.believed[ordinal] {
			codes.add(u, int32(i))
		}
		if !u.believed[ordinal] || u.spot(int32(i)).codeOf == nil {
			if code, name := u.againstName(int32(i)); name != "" {
				others.add(func() string { return text.TwoCommunes(text.SchoolNamed(h.uai(), h.name()), code, name) })
			}
		}
	}
	c := &f.columns
	if uais.of > 0 {
		u.found.Notice(f.Heads[c.uai.at].At, text.UAIsRestored(c.uai.said, uais.words, uais.of))
	}
	if u.believed[ordinal] {
		codes.note(u.found, f.Heads[c.code.at].At, c.code.said)
	}
	if others.of > 0 {
		u.found.Notice(f.Heads[c.uai.at].At, text.DirectoryNotName(c.uai.said, others.words, others.of))
	}
	if len(f.unknownTypes) > 0 {
		f.noteTypes()
	}
	if n := f.leftOut[NoPupils].rows; n > 0 {
		u.found.Notice(f.Heads[c.pupils.at].At, text.NoPupils(c.pupils.said, f.nameless, n))
	}
}

// noteTypes names the types that are neither a school's nor known to be another's.
func (f *schoolsFile) noteTypes() {
	var types listing
	for _, cell := range slices.Sorted(maps.Keys(f.unknownTypes)) {
		if cell != "" {
			types.add(func() string { return text.ValueRows(cell, f.unknownTypes[cell]) })
		}
	}
	c := f.columns.kind
	f.found.Notice(f.Heads[c.at].At, text.UnknownTypes(c.said, f.unknownTypes[""], types.words, types.of))
}

// againstName gives the code of the commune where the directory says that a school is, and
// the name, the directory's own or the row's, that is another's; "" where none is. A name
// that is nobody's says nothing.
func (u *rollUp) againstName(i int32) (code, name string) {
	h := &u.schools.held[i]
	all, _ := u.inDirectories(i)
	if len(all) != 1 {
		return "", ""
	}
	for _, id := range []int32{h.directory, u.finder.of[i]} {
		at := &u.finder.spots.all[id]
		if t := at.text(); u.finder.spots.another(&t, all[0]) {
			return all[0].Code, t.commune
		}
	}
	return "", ""
}

// communesTold are communes that a notice names, with their schools, as first met.
type communesTold struct{ all []communeTold }

// A communeTold is one of them.
type communeTold struct {
	commune *territory.Commune
	tally
}

func (s *communesTold) add(c *territory.Commune, pupils int64) {
	i := slices.IndexFunc(s.all, func(told communeTold) bool { return told.commune == c })
	if i < 0 {
		i = len(s.all)
		s.all = append(s.all, communeTold{commune: c})
	}
	s.all[i].add(pupils)
}

// note names those without EPCI: their schools are left out.
func (s *communesTold) note(r *run) {
	communes := listing{most: 100} // France has 98
	var sum tally
	for i := range s.all {
		communes.add(func() string { return text.CommuneNamed(s.all[i].commune.Code, s.all[i].commune.Name) })
		sum.addAll(s.all[i].tally)
	}
	r.found.Notice(r.schools.files[0].source().file, text.NoEPCI(communes.words, communes.of, sum.rows, sum.pupils))
}
