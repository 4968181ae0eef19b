package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// codeNotes are what looks wrong of the codes of one file, whose column of codes is
// believed.
type codeNotes struct {
	restored  listing // codes
	names     listing // schools whose name is not that of the code
	elsewhere listing // schools that something else places otherwise
	unknown   listing // schools whose code is nobody's, and that are found without
	witnessed int     // codes beside names
	wrong     listing // places of those that a name belies

	met map[string]bool // codes that were restored
}

// add looks at the code of a held school.
func (n *codeNotes) add(u *rollUp, i int32) {
	h, at := &u.schools.held[i], u.spot(i)
	t := at.text()
	if t.code == "" {
		return
	}
	named := func(what string) func() string {
		return func() string { return text.PlacedSchool(text.SchoolNamed(h.uai(), h.name()), t.code, what) }
	}
	if t.commune != "" {
		n.witnessed++
	}
	code, lost := inseeCode(t.code)
	if at.codeOf == nil {
		if !u.lacks(t.code) && u.find(i).commune != nil {
			n.unknown.add(named(""))
			if at.nameOf != nil {
				n.belie(u, h, &t)
			}
		}
		return
	}
	if lost && !n.met[code] {
		if n.met == nil {
			n.met = make(map[string]bool)
		}
		n.met[code] = true
		n.restored.add(func() string { return code })
	}
	if t.commune != "" && !at.agrees {
		n.names.add(func() string {
			return text.TwoCommunes(text.SchoolNamed(h.uai(), h.name()), at.codeOf.Code, t.commune)
		})
		if u.finder.spots.another(&t, at.codeOf) {
			n.belie(u, h, &t)
		}
		return
	}
	if other := u.againstCode(i, code, at.codeOf); other != "" {
		n.elsewhere.add(named(other))
	}
}

// belie counts a code that its row's name belies.
func (n *codeNotes) belie(u *rollUp, h *held, t *spotText) {
	n.wrong.add(func() string { return text.TwoCommunes(u.placeOfCommune(h).String(), t.code, t.commune) })
}

// againstCode gives what places a school elsewhere than its code, which is of commune: the
// directory's commune, else the département of its row or of its number; "" for nothing.
func (u *rollUp) againstCode(i int32, code string, commune *territory.Commune) string {
	all, _ := u.inDirectories(i)
	for _, told := range all {
		if told != commune {
			return text.CommuneNamed(told.Code, told.Name)
		}
	}
	t := u.spot(i).text()
	here := []string{commune.Department, territory.DepartmentOf(code)} // which may have changed
	for _, department := range u.finder.spots.departmentsOf(&t) {
		if !slices.Contains(here, department) {
			return department
		}
	}
	return ""
}

// note tells them, at the header of the codes. Where the names belie many codes, which of
// the two is right is not ours to say.
func (n *codeNotes) note(found *diag.List, at diag.Place, said text.Phrase) {
	const few = 5 // that are mistyped
	many := n.wrong.of >= few && 10*n.wrong.of >= n.witnessed
	if n.restored.of > 0 {
		found.Notice(at, text.CodesRestored(said, n.restored.words, n.restored.of))
	}
	switch {
	case many:
		found.Fault(at, text.CodesAndNames(said, n.wrong.words, n.wrong.of, n.witnessed))
	case n.names.of > 0:
		found.Notice(at, text.CodeNotName(said, n.names.words, n.names.of))
	}
	if n.elsewhere.of > 0 {
		found.Notice(at, text.CodeElsewhere(said, n.elsewhere.words, n.elsewhere.of))
	}
	if n.unknown.of > 0 {
		found.Notice(at, text.CodesPassedOver(said, n.unknown.words, n.unknown.of))
	}
}
