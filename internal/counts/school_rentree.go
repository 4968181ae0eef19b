package counts

import (
	"maps"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// told gives the rentrées that files tell, from the first to the last.
func (s *schools) told() []int {
	all := make(map[int]bool)
	for _, f := range s.files {
		maps.Copy(all, f.rentrees)
	}
	return slices.Sorted(maps.Keys(all))
}

// checkRentree checks that the rentrée asked for was there.
func (u *rollUp) checkRentree() error {
	all := u.schools.told()
	if u.Rentree == 0 || all == nil || slices.Contains(all, u.Rentree) {
		return nil
	}
	return diag.Usage{Text: text.NoSuchRentree(u.Rentree, years(all))}
}

// years writes them in a sentence.
func years(all []int) []string {
	var words []string
	for _, y := range all {
		words = append(words, strconv.Itoa(y))
	}
	return words
}

// noteRentree says which rentrée was kept, where nobody asked for it, and what looks
// wrong of it.
func (u *rollUp) noteRentree() {
	s, first := &u.schools, u.schools.files[0]
	at, all := first.source().file, s.told()
	switch {
	case !first.columns.rentree.there():
		if len(s.held) > 0 {
			u.found.Notice(at, text.UnknownRentree(first.columns.kind.there()))
		}
		return
	case u.Rentree != 0:
		u.noteWithoutRentree(all)
		return
	case u.latestDiffer():
		return
	}
	u.noteOlderRentrees()
	const oldest = 2 // years: those of a directory are late
	year := u.table.Year
	switch {
	case year == 0:
	case s.rentree > year && len(all) > 1: // mistyped, perhaps, and all others are left out for it
		u.found.Fault(at, text.RentreeAndYear(s.rentree, year))
	case len(s.held) > 0 && (s.rentree > year || s.rentree < year-oldest):
		u.found.Notice(at, text.RentreeAndYear(s.rentree, year))
	}
}

// noteOlderRentrees names the files that have older rentrées than the one that is kept.
func (u *rollUp) noteOlderRentrees() {
	for _, f := range u.schools.files {
		if own := slices.Sorted(maps.Keys(f.rentrees)); len(own) > 1 {
			u.found.Notice(f.source().file, text.LatestRentree(u.schools.rentree, years(own[:len(own)-1])))
		}
	}
}

// noteWithoutRentree names the files that have no row of the rentrée asked for, where
// others have.
func (u *rollUp) noteWithoutRentree(all []int) {
	if !slices.Contains(all, u.Rentree) {
		return
	}
	for _, f := range u.schools.files {
		if len(f.rentrees) > 0 && !f.rentrees[u.Rentree] {
			u.found.Notice(f.source().file, text.RentreeNotInFile(u.Rentree, years(slices.Sorted(maps.Keys(f.rentrees)))))
		}
	}
}

// latestDiffer refuses files whose latest rentrées are not one: those of the run share the
// rentrée that is kept, or a file would be left out whole.
func (u *rollUp) latestDiffer() bool {
	var files []string
	var odd *schoolsFile // the first that differs from the first
	latest, common := 0, 0
	for _, f := range u.schools.files {
		if len(f.rentrees) == 0 {
			continue // its rows have faults
		}
		last := slices.Max(slices.Collect(maps.Keys(f.rentrees)))
		if latest == 0 {
			latest = last
		}
		if last != latest && odd == nil {
			odd = f
		}
		files = append(files, text.FileRentree(f.input().Name, last))
	}
	if odd == nil {
		return false
	}
	for _, year := range u.schools.told() {
		if !slices.ContainsFunc(u.schools.files, func(f *schoolsFile) bool { return !f.rentrees[year] }) {
			common = year
		}
	}
	u.found.Fault(odd.HeaderAt, text.RentreesDiffer(files, common))
	return true
}
