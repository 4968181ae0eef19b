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
	votes     []vote            // by file of schools: why it is, or is not
	believes  bool              // the directories' columns do

	directoryCodes []records.Head // of these columns
}

// A found commune, with how it was found.
type foundCommune struct {
	commune     *territory.Commune
	way         territory.Way
	byDirectory bool
}

// find gives the commune of a held school; nil for none, which unfound explains.
func (l *locator) find(i int32) foundCommune {
	s := l.spot(i)
	if l.believed[l.schools.held[i].file] && s.codeOf != nil {
		return foundCommune{s.codeOf, s.codeWay, false}
	}
	switch all, way := l.inDirectories(i); len(all) {
	case 0:
		return foundCommune{s.nameOf, s.nameWay, false}
	case 1:
		return foundCommune{all[0], way, true}
	default: // a school is in one commune, or that is wrong
		return foundCommune{}
	}
}

// spot is where a held school says that it is.
func (l *locator) spot(i int32) *spot { return &l.finder.spots.all[l.finder.of[i]] }

// department gives the code of the département that a held school's row tells, or its
// number; "" where nothing does.
func (l *locator) department(i int32) string {
	t := l.spot(i).text()
	return l.finder.spots.department(&t)
}

// inDirectories gives the communes that directories say of a school, each once, and how
// the first was found.
func (l *locator) inDirectories(i int32) (all []*territory.Commune, way territory.Way) {
	h := &l.schools.held[i]
	if h.directory < 0 {
		return nil, territory.Unknown
	}
	for _, id := range append([]int32{h.directory}, l.directory[i]...) {
		commune, by := l.inDirectory(id)
		if commune == nil || slices.Contains(all, commune) {
			continue
		}
		if all == nil {
			way = by
		}
		all = append(all, commune)
	}
	return all, way
}

// inDirectory looks up what one line of a directory says.
func (l *locator) inDirectory(id int32) (*territory.Commune, territory.Way) {
	s := &l.finder.spots.all[id]
	if l.believes && s.codeOf != nil {
		return s.codeOf, s.codeWay
	}
	return s.nameOf, s.nameWay
}

// unfound says why a school's commune was not found. What its name may have been meant
// to be is looked for only where the list of faults shows it.
func (l *locator) unfound(i int32) text.Message {
	h, at := &l.schools.held[i], l.spot(i)
	t, f := at.text(), l.schools.files[h.file]
	c, department := &f.columns, l.department(i)
	several, _ := l.finder.spots.named(&t)
	directories, _ := l.inDirectories(i)
	given := l.Directories != nil
	switch {
	case len(directories) > 1:
		return text.DirectoryDisagrees(c.uai.said, h.uai(), namesOf(directories))
	case len(several) > 1:
		return text.AmbiguousCommune(c.commune.said, t.commune, department, namesOf(several), given)
	case t.commune != "":
		near := ""
		if l.c.Lacks(department, t.commune) {
			return text.CommuneNotInComposition(c.commune.said, t.commune, given)
		}
		if department != "" && f.faults.Errors() < diag.Shown {
			near = l.c.Nearest(department, t.commune)
		}
		return text.UnknownCommune(c.commune.said, t.commune, department, near, given)
	case at.codeOf != nil:
		return text.CodeNotBelieved(c.code.said, t.code, at.codeOf.Name, l.votes[h.file].doubt(), given)
	case t.code != "" && l.lacks(t.code):
		return text.CommuneNotInComposition(c.code.said, t.code, given)
	case t.code != "":
		v := &l.votes[h.file]
		return text.UnknownCode(c.code.said, t.code, v.none, v.codes())
	}
	return text.NoCommune(c.uai.said, h.uai(), given)
}

// lacks tells whether the composition has not the commune that has a code today.
func (l *locator) lacks(cell string) bool {
	code, _ := inseeCode(cell)
	return code != "" && l.c.LacksCode(code)
}

// namesOf names communes in a sentence.
func namesOf(communes []*territory.Commune) []string {
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
// ministry calls so a column of post codes.
func (l *locator) believe() {
	files := l.schools.files
	l.votes, l.believed = make([]vote, len(files)), make([]bool, len(files))
	for i := range l.schools.held {
		h := &l.schools.held[i]
		if f := files[h.file]; f.columns.code.there() {
			var told *territory.Commune
			if all, _ := l.inDirectories(int32(i)); len(all) == 1 {
				told = all[0]
			}
			l.votes[h.file].cast(&l.finder.spots, l.finder.of[i], told)
		}
	}
	for i, f := range files {
		if !f.columns.code.there() {
			continue
		}
		l.believed[i] = l.votes[i].won()
		if code := f.Heads[f.columns.code.at]; !l.believed[i] {
			commune := ""
			if f.columns.commune.there() {
				commune = f.Heads[f.columns.commune.at].Text
			}
			l.found.Notice(code.At, text.NotINSEE(code.Text, commune, l.votes[i].doubt()))
		}
	}
}

// A vote counts the codes that something else can witness, a name or another file, and
// those among them that it confirms; the others, and those among them that are known in
// their département, be it in another composition; and all that are no commune's.
type vote struct{ witnessed, agreed, alone, known, none int }

// cast counts the code of a spot; told is where another file says that the school is, nil
// for nothing.
func (v *vote) cast(s *spots, id int32, told *territory.Commune) {
	at := &s.all[id]
	t := at.text()
	if t.code == "" {
		return
	}
	of := "" // the code's département
	if code, _ := inseeCode(t.code); at.codeOf != nil {
		of = at.codeOf.Department
	} else if s.c.LacksCode(code) {
		of = territory.DepartmentOf(code)
	} else {
		v.none++
	}
	if t.commune != "" || told != nil {
		v.witnessed++
		if at.codeOf != nil && (at.agrees || at.codeOf == told) {
			v.agreed++
		}
		return
	}
	v.alone++
	if department := s.department(&t); of != "" && (department == "" || department == of) {
		v.known++
	}
}

// codes counts all that voted.
func (v *vote) codes() int { return v.witnessed + v.alone }

// contradicted tells that most of the witnesses say otherwise, be they few: a tenth of
// the codes, or five. One wrong name among fifty codes does not decide.
func (v *vote) contradicted() bool {
	enough := v.witnessed >= 5 || 10*v.witnessed >= v.codes()
	return enough && 2*v.agreed < v.witnessed
}

// won wants half of the codes to be right, and half of those that have a witness. Those
// without pass for right together, or not at all: many post codes are some commune's INSEE
// code too, two thirds in the Nord, so one in ten that is not makes them all doubtful.
func (v *vote) won() bool {
	if v.contradicted() {
		return false
	}
	right := v.agreed
	if v.alone > 0 && 10*(v.alone-v.known) < v.alone {
		right += v.known
	}
	return 2*right >= v.codes()
}

// doubt tells why the codes are not believed, where the vote is not won.
func (v *vote) doubt() text.Phrase {
	switch all := v.codes(); {
	case 2*v.none > all:
		return text.PostCodesPerhaps()
	case v.contradicted():
		return text.CodesOfOtherNames()
	case 10*v.none >= all:
		return text.PostCodesAmong()
	}
	return text.CodesOfOtherDepartments()
}
