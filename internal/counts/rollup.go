package counts

import (
	"maps"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A rollUp is the step from schools to members' rows.
type rollUp struct {
	*locator
	bearers *bearers
	whose   []int32 // by school that is held: of the bearers, or nobody
	islands islands
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
	if u.sound() {
		err = u.checkRentree()
	}
	u.fill()
	u.account()
	if u.sound() && err == nil && u.table.Rows == nil {
		u.found.Fault(u.schools.files[0].HeaderAt, text.NoneKept(u.leftOutInAll()))
	}
	return err
}

// assign finds whose each held school is. One that is nobody's is left out, or has a
// fault.
func (u *rollUp) assign() {
	s := &u.schools
	u.whose = make([]int32, len(s.held))
	for i := range s.held {
		h := &s.held[i]
		f := s.files[h.file]
		u.whose[i] = nobody
		found, wrong := u.find(int32(i))
		if wrong != nil {
			if u.bearers.elsewhere(u.locator, int32(i)) {
				f.giveUp(NotAMember, h)
				continue
			}
			f.faults.Fault(u.placeOfCommune(h), *wrong)
			f.kept = tally{f.kept.rows - 1, f.kept.pupils - int64(h.pupils)}
			continue
		}
		whose, reason := u.bearers.of(found.commune)
		if whose == nobody {
			f.giveUp(reason, h)
			if reason == NoEPCI {
				u.islands.add(found.commune, int64(h.pupils))
			}
			continue
		}
		u.whose[i] = whose
		u.bearers.bear(whose, int32(i), h)
	}
}

// giveUp leaves out a school that was held until now.
func (f *schoolsFile) giveUp(reason string, h *held) {
	f.kept = tally{f.kept.rows - 1, f.kept.pupils - int64(h.pupils)}
	f.leaveOut(reason, int64(h.pupils))
}

// checkRentree checks that the rentrée asked for was there.
func (u *rollUp) checkRentree() error {
	all := u.schools.rentrees
	if u.Rentree == 0 || all[u.Rentree] || len(all) == 0 {
		return nil
	}
	return diag.Usage{Text: text.NoSuchRentree(u.Rentree, years(slices.Sorted(maps.Keys(all))))}
}

// years writes them in a sentence.
func years(all []int) []string {
	var words []string
	for _, y := range all {
		words = append(words, strconv.Itoa(y))
	}
	return words
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
	t.Schools = make([]School, n)
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
	found, _ := u.find(i)
	return School{
		Row: row, UAI: h.uai(), Name: h.name(), Commune: found.commune, Way: found.way, Directory: found.byDirectory,
		Pupils: pricing.Quantity(h.pupils), Wave: int(h.wave), New: h.isNew,
	}
}

// account tells of each file what was kept and what was left out.
func (u *rollUp) account() {
	for _, f := range u.schools.files {
		in := f.input()
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

// leftOutInAll says in a sentence why rows of all files were left out.
func (u *rollUp) leftOutInAll() text.Phrase {
	rows := make(map[string]int)
	for _, f := range u.schools.files {
		for _, left := range f.input().LeftOut {
			rows[left.Reason] += left.Rows
		}
	}
	var fr, en []string
	for _, reason := range reasons() {
		if n := rows[reason]; n > 0 {
			words := text.LeftOut(reason, n)
			fr, en = append(fr, words.FR), append(en, words.EN)
		}
	}
	return text.Phrase{FR: text.List(fr), EN: text.List(en)}
}
