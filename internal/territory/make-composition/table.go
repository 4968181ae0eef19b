package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/territory"
)

// A lostEPCI was one once: its communes joined others.
type lostEPCI struct {
	siren, name string
	successors  []string // SIRENs, most communes first
}

// lost gives the EPCIs of older packages that are no more, and where their communes are.
func lost(now *state, older []*state, h *history) []lostEPCI {
	of := now.epciOf()
	exists := map[string]bool{}
	for _, e := range now.epcis {
		exists[e.Code] = true
	}
	var all []lostEPCI
	for _, p := range older {
		for _, e := range p.epcis {
			if exists[e.Code] {
				continue
			}
			exists[e.Code] = true
			communes := map[string]int{}
			for _, m := range e.Members {
				for _, path := range h.paths(m.Code, "2019-01-01", false, nil) {
					path = append([]string{m.Code}, path...)
					if siren := of[path[len(path)-1]]; siren != "" {
						communes[siren]++
					}
				}
			}
			successors := slices.SortedFunc(maps.Keys(communes), func(a, b string) int {
				return cmp.Or(communes[b]-communes[a], strings.Compare(a, b))
			})
			all = append(all, lostEPCI{e.Code, e.Name, successors})
		}
	}
	slices.SortFunc(all, func(a, b lostEPCI) int { return strings.Compare(a.siren, b.siren) })
	return all
}

// epciOf gives the SIREN of each commune's EPCI.
func (s *state) epciOf() map[string]string {
	of := map[string]string{}
	for _, e := range s.epcis {
		for _, m := range e.Members {
			of[m.Code] = e.Code
		}
	}
	return of
}

// write writes the table: see the command's comment.
func write(w *bytes.Buffer, now *state, formers []former, lost []lostEPCI) {
	fmt.Fprintf(w, "%s\t%s\t%s\n=epcis\n", territory.TableHeader, date, source)
	slices.SortFunc(now.epcis, func(a, b epci) int { return strings.Compare(a.Code, b.Code) })
	number := map[string]int{}
	for i, e := range now.epcis {
		fmt.Fprintf(w, "%s\t%s\n", e.Code, e.Name)
		number[e.Code] = i
	}
	fmt.Fprintln(w, "=lost")
	for _, e := range lost {
		fmt.Fprintf(w, "%s\t%s\t%s\n", e.siren, e.name, strings.Join(e.successors, " "))
	}
	fmt.Fprintln(w, "=departments")
	slices.SortFunc(now.departments, func(a, b department) int { return strings.Compare(a.Code, b.Code) })
	for _, d := range now.departments {
		fmt.Fprintf(w, "%s\t%s\n", d.Code, d.Name)
	}
	blocks := byDepartment(now, formers)
	for _, code := range slices.Sorted(maps.Keys(blocks)) {
		fmt.Fprintf(w, "=%s\n", code)
		blocks[code].write(w, now.epciOf(), number)
	}
}

// A block is what is known of one département.
type block struct {
	communes []*commune
	formers  []former
}

// byDepartment sorts communes and formers into their départements; a former whose commune
// is now in another one is found in both.
func byDepartment(now *state, formers []former) map[string]*block {
	blocks := map[string]*block{}
	in := func(code string) *block {
		if blocks[code] == nil {
			blocks[code] = &block{}
		}
		return blocks[code]
	}
	for _, c := range now.byCode {
		b := in(c.Department)
		b.communes = append(b.communes, c)
	}
	for _, b := range blocks {
		slices.SortFunc(b.communes, func(a, b *commune) int { return strings.Compare(a.Code, b.Code) })
	}
	for _, f := range formers {
		last := append([]string{f.code}, f.path...)[len(f.path)]
		here, there := territory.DepartmentOf(f.code), now.byCode[last].Department
		in(here).formers = append(in(here).formers, f)
		if there != here {
			in(there).formers = append(in(there).formers, f)
		}
	}
	return blocks
}

func (b *block) write(w *bytes.Buffer, of map[string]string, number map[string]int) {
	for _, c := range b.communes {
		epci := ""
		if siren := of[c.Code]; siren != "" {
			epci = fmt.Sprint(number[siren])
		}
		fmt.Fprintf(w, "%s\t%s\t%s", c.Code, c.Name, epci)
		if usual := "21" + c.Code[:2] + "0" + c.Code[2:]; !strings.HasPrefix(c.SIREN, usual) {
			fmt.Fprintf(w, "\t%s", c.SIREN)
		}
		fmt.Fprintln(w)
	}
	for _, f := range b.formers {
		fmt.Fprintf(w, "-%s\t%s\t%s\n", f.code, f.name, strings.Join(f.path, " "))
	}
}
