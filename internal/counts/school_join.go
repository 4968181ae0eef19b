package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// A locator finds the communes of the schools that are held: by the code that a school's
// row has, else by what a directory says of its number, else by département and name.
type locator struct {
	*run
	c         *territory.Composition
	finder    *finder
	directory map[int32][]int32 // schools of which directories say several things: their spots
	believed  []bool            // by file of schools: its column of codes holds codes
	believes  bool              // the directories' columns do

	directoryCodes []records.Head // of these columns
}

// A found commune, with how it was found.
type foundCommune struct {
	commune     *territory.Commune
	way         territory.Way
	byDirectory bool
}

// find gives the commune of a held school; a message says why there is none.
func (l *locator) find(i int32) (foundCommune, *text.Message) {
	s := l.spot(i)
	if l.believed[l.schools.held[i].file] && s.codeOf != nil {
		return foundCommune{s.codeOf, s.codeWay, false}, nil
	}
	if commune, way, wrong := l.byDirectory(i); commune != nil || wrong != nil {
		return foundCommune{commune, way, true}, wrong
	}
	if s.nameOf != nil {
		return foundCommune{s.nameOf, s.nameWay, false}, nil
	}
	m := l.unfound(i)
	return foundCommune{}, &m
}

// spot is where a held school says that it is.
func (l *locator) spot(i int32) *spot { return &l.finder.spots.all[l.finder.of[i]] }

// byDirectory gives the commune that directories say of a school; nil for none. A
// school on several lines is in one commune, or that is wrong.
func (l *locator) byDirectory(i int32) (*territory.Commune, territory.Way, *text.Message) {
	h := &l.schools.held[i]
	if h.directory < 0 {
		return nil, territory.Unknown, nil
	}
	commune, way := l.inDirectory(h.directory)
	var others []*territory.Commune
	for _, id := range l.directory[i] {
		other, otherWay := l.inDirectory(id)
		switch {
		case commune == nil:
			commune, way = other, otherWay
		case other != nil && other != commune && !slices.Contains(others, other):
			others = append(others, other)
		}
	}
	if others == nil {
		return commune, way, nil
	}
	all := named(append([]*territory.Commune{commune}, others...))
	m := text.DirectoryDisagrees(l.schools.files[h.file].columns.uai.said, h.uai(), all)
	return nil, territory.Unknown, &m
}

// inDirectory looks up what one line of a directory says.
func (l *locator) inDirectory(id int32) (*territory.Commune, territory.Way) {
	s := &l.finder.spots.all[id]
	if l.believes && s.codeOf != nil {
		return s.codeOf, s.codeWay
	}
	return s.nameOf, s.nameWay
}

// unfound says why a school's commune was not found; several may have its name.
func (l *locator) unfound(i int32) text.Message {
	h, t := &l.schools.held[i], l.spot(i).text()
	c := &l.schools.files[h.file].columns
	department := l.finder.spots.department(&t)
	several, _ := l.finder.spots.named(&t)
	switch {
	case len(several) > 1:
		return text.AmbiguousCommune(c.commune.said, t.commune, department, named(several))
	case t.commune != "":
		near := ""
		if department != "" {
			near = l.c.Nearest(department, t.commune)
		}
		return text.UnknownCommune(c.commune.said, t.commune, department, near)
	case t.code != "":
		return text.UnknownCode(c.code.said, t.code)
	}
	return text.NoCommune(c.uai.said, h.uai())
}

// named names communes in a sentence.
func named(communes []*territory.Commune) []string {
	var names []string
	for _, c := range communes {
		names = append(names, text.CommuneNamed(c.Code, c.Name))
	}
	return names
}

// placeOfCommune is where a held school's commune stands, or what stands for it.
func (l *locator) placeOfCommune(h *held) diag.Place {
	at := l.schools.files[h.file].source().file
	at.Line, at.Column = int(h.line), int(h.column)
	return at
}

// believe tells, of each file, whether its column of communes' codes holds them: the
// ministry calls so a column of post codes. Where there are names too, at least half of
// the codes are to be those of the names; else at least half are to be known, in the
// département that the row tells.
func (l *locator) believe() {
	files := l.schools.files
	votes := make([]vote, len(files))
	for i := range l.schools.held {
		h := &l.schools.held[i]
		if f := files[h.file]; f.columns.code.there() {
			votes[h.file].cast(&l.finder.spots, l.finder.of[i])
		}
	}
	l.believed = make([]bool, len(files))
	for i, f := range files {
		if !f.columns.code.there() {
			continue
		}
		l.believed[i] = votes[i].won()
		if code := f.Heads[f.columns.code.at]; !l.believed[i] {
			commune := ""
			if f.columns.commune.there() {
				commune = f.Heads[f.columns.commune.at].Text
			}
			l.found.Notice(code.At, text.NotINSEE(code.Text, commune))
		}
	}
}

// A vote counts the codes that are those of their names, and, where no row has a name,
// those that are known in their département.
type vote struct{ named, agreed, alone, known int }

func (v *vote) cast(s *spots, id int32) {
	at := &s.all[id]
	t := at.text()
	switch {
	case t.code == "":
	case t.commune == "":
		v.alone++
		if department := s.department(&t); at.codeOf != nil && (department == "" || department == at.codeOf.Department) {
			v.known++
		}
	default:
		v.named++
		if at.agrees {
			v.agreed++
		}
	}
}

func (v *vote) won() bool {
	if v.named > 0 {
		return 2*v.agreed >= v.named
	}
	return 2*v.known >= v.alone
}
