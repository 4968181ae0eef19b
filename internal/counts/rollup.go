package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A rollUp is the step from schools to members' rows.
type rollUp struct {
	*locator
	bearers *bearers
	whose   []int32 // by school that is held: of the bearers, or nobody

	withoutEPCI communesTold // communes that belong to none
}

// rollUp makes the rows of members of the schools that are held: where they are, whose
// they are, how many pupils. It does nothing where the files are of EPCIs.
//
// The error is one that ends the run, or a [diag.Usage].
func (r *run) rollUp(m *members) error {
	if r.schools.files == nil {
		return nil
	}
	c, err := r.composition()
	if err != nil || c == nil {
		return err
	}
	r.schools.finder.wait()
	u := &rollUp{locator: &locator{run: r, c: c, finder: &r.schools.finder}}
	if err := u.readDirectories(); err != nil {
		return err
	}
	u.believe()
	if u.bearers, err = newBearers(r, m, c); err != nil {
		return err
	}
	u.assign()
	u.note()
	u.noteEPCIs()
	if u.sound() {
		err = u.checkRentree()
	}
	u.refuseTooMany()
	u.fill()
	u.account()
	if u.sound() && err == nil && u.table.Schools == nil {
		u.found.Fault(u.schools.files[0].HeaderAt, u.noneKept())
	}
	return err
}

// assign finds whose each held school is. One that is nobody's is left out, or has a
// fault.
func (u *rollUp) assign() {
	s := &u.schools
	u.whose = make([]int32, len(s.held))
	var absent absentDepartments
	for i := range s.held {
		h := &s.held[i]
		f := s.files[h.file]
		u.whose[i] = nobody
		found := u.find(int32(i))
		if found.commune == nil {
			if u.bearers.elsewhere(u.locator, int32(i)) {
				f.giveUp(NotAMember, h)
				continue
			}
			f.release(h)
			f.faulty.add(int64(h.pupils))
			if department := u.department(int32(i)); department != "" && !u.c.Covers(department) {
				absent.add(department, h)
			} else {
				f.faults.Fault(u.placeOfCommune(h), u.unfound(int32(i)))
			}
			continue
		}
		whose, reason := u.bearers.of(found.commune)
		if whose == nobody {
			f.giveUp(reason, h)
			if reason == NoEPCI {
				u.withoutEPCI.add(found.commune, int64(h.pupils))
			}
			continue
		}
		u.whose[i] = whose
		u.bearers.bear(whose, int32(i), h)
	}
	for _, d := range absent {
		s.files[d.first.file].faults.Fault(u.placeOfCommune(d.first), text.DepartmentNotCovered(d.code, d.schools))
	}
}

// refuseTooMany refuses members of more pupils than can be priced.
func (u *rollUp) refuseTooMany() {
	for i := range u.bearers.all {
		b := &u.bearers.all[i]
		if b.pupils <= pricing.MaxQuantity {
			continue
		}
		at := u.schools.placeOf(b.first)
		at.Column = 0
		u.found.Fault(at, text.TooManyPupils(b.siren, b.name, int64(b.pupils), int64(pricing.MaxQuantity)))
	}
}

// absentDepartments are those of which the composition has no commune, as first met.
type absentDepartments []absentDepartment

// An absentDepartment is one of them, with its schools.
type absentDepartment struct {
	code    string
	first   *held
	schools int
}

func (a *absentDepartments) add(code string, h *held) {
	i := slices.IndexFunc(*a, func(d absentDepartment) bool { return d.code == code })
	if i < 0 {
		i = len(*a)
		*a = append(*a, absentDepartment{code: code, first: h})
	}
	(*a)[i].schools++
}

// release takes a school that was held until now from those that are kept.
func (f *schoolsFile) release(h *held) {
	f.kept = tally{f.kept.rows - 1, f.kept.pupils - int64(h.pupils)}
}

// giveUp leaves out a school that was held until now.
func (f *schoolsFile) giveUp(reason string, h *held) {
	f.release(h)
	f.leaveOut(reason, int64(h.pupils))
}

// fill makes the rows, and the schools behind them in their order.
func (u *rollUp) fill() {
	t, s := u.table, &u.schools
	sequence := u.bearers.sequence()
	next := make([]int, len(u.bearers.all)) // where the bearer's next school goes
	rows := make([]int, len(u.bearers.all))
	n := 0
	for row, i := range sequence {
		b := &u.bearers.all[i]
		next[i], rows[i] = n, row
		n += int(b.schools)
		of := map[pricing.Basis]pricing.Quantity{pricing.Pupils: b.pupils, pricing.Schools: b.schools}
		if t.GivesNew {
			of[pricing.NewPupils], of[pricing.NewSchools] = b.newPupils, b.newSchools
		}
		at := place{source: int32(s.files[0].index)}
		if b.schools > 0 {
			first := &s.held[b.first]
			at = place{source: int32(s.files[first.file].index), line: first.line}
		}
		t.Rows = append(t.Rows, pricing.Counts{SIREN: b.siren, Name: b.name, Of: of})
		t.places = append(t.places, at)
	}
	if n > 0 {
		t.Schools = make([]School, n)
	}
	for i, whose := range u.whose {
		if whose != nobody {
			t.Schools[next[whose]] = u.school(int32(i), rows[whose])
			next[whose]++
		}
	}
}

// school tells of a held school what its member may want to know.
func (u *rollUp) school(i int32, row int) School {
	h := &u.schools.held[i]
	found := u.find(i)
	return School{
		Row: row, UAI: h.uai(), Name: h.name(), Commune: found.commune, Way: found.way, Directory: found.byDirectory,
		Pupils: pricing.Quantity(h.pupils), Sector: sectorNamed(h.sector), Rentree: u.schools.rentree,
		Wave: int(h.wave), New: h.isNew,
	}
}

// account tells of each file what was kept and what was left out.
func (u *rollUp) account() {
	for _, f := range u.schools.files {
		in := f.input()
		f.faulty.addAll(f.doubtful)
		f.source().faulty = f.faulty
		in.Rentree = u.schools.rentree
		in.Pupils, in.Kept, in.KeptPupils = f.all.pupils, f.kept.rows, f.kept.pupils
		f.leftOut[OtherRentree] = f.otherTally
		for _, reason := range reasons() {
			if left := f.leftOut[reason]; left.rows > 0 {
				in.LeftOut = append(in.LeftOut, LeftOut{reason, left.rows, left.pupils})
			}
		}
	}
}

// noneKept says that the rows of all files were left out, and why.
func (u *rollUp) noneKept() text.Message {
	rows := make(map[string]int)
	for _, f := range u.schools.files {
		for _, left := range f.input().LeftOut {
			rows[left.Reason] += left.Rows
		}
	}
	ways := map[string]text.Phrase{
		OtherSector: text.OtherSectors(string(u.sector())), NotEquipped: text.CheckEquipment(),
		NoPupils: text.TakePupilsFile(),
	}
	if !u.bearers.open {
		u.waysToMembers(rows, ways)
	}
	var why, todo []text.Phrase
	for _, reason := range reasons() {
		if rows[reason] == 0 {
			continue
		}
		why = append(why, text.LeftOut(reason, rows[reason]))
		if way, known := ways[reason]; known {
			todo = append(todo, way)
		}
	}
	return text.NoneKept(why, todo)
}

// waysToMembers keeps, of what to try where schools were left out, what would give members
// some; where nothing would, no school of the files is a member's.
func (u *rollUp) waysToMembers(rows map[string]int, ways map[string]text.Phrase) {
	theirs, last := u.asideOfMembers(), ""
	for _, reason := range []string{OtherSector, NotEquipped, NoPupils, NotAMember} {
		if !theirs[reason] {
			delete(ways, reason)
		}
		if rows[reason] > 0 {
			last = reason
		}
	}
	if len(theirs) == 0 && last != "" {
		ways[last] = text.CheckDepartments()
	}
}
