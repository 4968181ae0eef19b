package report

import (
	"sort"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// schoolsOf gives the schools that the counts of the ith contribution are made of: they
// stand together, in the order of the rows.
func (r Run) schoolsOf(i int) []counts.School {
	from := sort.Search(len(r.Schools), func(k int) bool { return r.Schools[k].Row >= i })
	to := sort.Search(len(r.Schools), func(k int) bool { return r.Schools[k].Row > i })
	return r.Schools[from:to]
}

// tellsWaves tells whether it is known in which year schools were equipped, and so which
// are new.
func tellsWaves(all []counts.School) bool {
	for i := range all {
		if all[i].Wave != 0 {
			return true
		}
	}
	return false
}

// schoolSums are the sums of some schools.
type schoolSums struct {
	schools, newSchools int
	pupils, newPupils   pricing.Quantity
}

func sumSchools(all []counts.School) (s schoolSums) {
	s.schools = len(all)
	for i := range all {
		s.pupils += all[i].Pupils
		if all[i].New {
			s.newSchools++
			s.newPupils += all[i].Pupils
		}
	}
	return s
}

// foundBy is the stable name of how a school's commune was found.
func foundBy(s *counts.School) string {
	if s.Directory {
		return "directory-" + s.Way.String()
	}
	return s.Way.String()
}

// foundWords says how a school's commune was found.
func foundWords(s *counts.School) text.Phrase {
	if s.Directory {
		return text.FoundInDirectory(s.Way.Words())
	}
	return s.Way.Words()
}

// yesNo answers in words.
func yesNo(so bool) text.Phrase {
	if so {
		return text.Yes()
	}
	return text.No()
}
