package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/territory"
)

// A former is a name that a commune, or a part of one, had under a code, and the codes by
// which it went on; the last is that of a current commune. Without them, code is.
type former struct {
	code, name string
	path       []string
	until      string // the day it ended as a commune's name; forever when a package has it
}

const forever = "9999"

// A history follows communes from what they were to what they are now.
type history struct {
	now       *state
	movements []movement            // oldest first
	events    map[string][]movement // commune to commune, by code before, oldest first
	abandoned map[string]bool       // see oldDepartments
}

func newHistory(now *state, movements []movement) *history {
	h := &history{now: now, movements: movements, events: map[string][]movement{}, abandoned: map[string]bool{}}
	for _, m := range movements {
		if m.typeBefore != "COM" || m.typeAfter != "COM" {
			continue
		}
		h.events[m.before] = append(h.events[m.before], m)
		if m.kind == changeOfDepartment && m.date < oldDepartments {
			h.abandoned[m.before] = true
		}
	}
	return h
}

const (
	creation           = "20" // of a commune from parts of others
	reestablishment    = "21" // of a commune that was merged
	suppression        = "30" // of a commune, shared out
	changeOfDepartment = "41"

	// oldDepartments is when the last old départements (Seine, Seine-et-Oise, Corse) had
	// been divided. Their communes' codes were given up long before the first file of
	// schools, and would now be taken for what they look like: 75010 was no part of Paris.
	oldDepartments = "1977"
)

// paths gives the codes by which the commune that has a code on a date went on: one path,
// or several where it was shared out; none when it cannot be followed to a current one.
// Events of the very date count when from says so. past are the codes it had before.
//
// Whose part it is today is known better than from events: a merger that was undone in
// part says of no delegated commune on which side it is.
func (h *history) paths(code, date string, from bool, past []string) [][]string {
	found := h.follow(code, date, from, past)
	whole := h.now.part[code]
	if whole == "" || slices.ContainsFunc(found, func(path []string) bool { return path[len(path)-1] == whole }) && len(found) == 1 {
		return found
	}
	return [][]string{{whole}}
}

func (h *history) follow(code, date string, from bool, past []string) [][]string {
	events := h.next(code, date, from)
	if len(events) == 0 {
		switch heir := h.now.heir[code]; {
		case h.now.byCode[code] != nil:
			return [][]string{nil}
		case heir != "":
			return [][]string{{heir}}
		}
		return nil
	}
	past = append(slices.Clone(past), code)
	var found [][]string
	for _, after := range targets(events, past) {
		if after == code {
			found = append(found, h.paths(code, events[0].date, false, past[:len(past)-1])...)
			continue
		}
		for _, path := range h.paths(after, events[0].date, !slices.Contains(past, after), past) {
			found = append(found, append([]string{after}, path...))
		}
	}
	return found
}

// next gives the first events, all of one date, that befell a code after a date.
func (h *history) next(code, date string, from bool) []movement {
	all := h.events[code]
	i := slices.IndexFunc(all, func(m movement) bool { return m.date > date || from && m.date == date })
	if i < 0 {
		return nil
	}
	all = all[i:]
	for n, m := range all {
		if m.date != all[0].date {
			return all[:n]
		}
	}
	return all
}

// targets gives the codes in which a place is after events. When a merger is undone it is
// where it was before, the last of past being its code now; when a part is cut off, what
// keeps the code is the place.
func targets(events []movement, past []string) []string {
	var all []string
	divided := false
	for _, m := range events {
		divided = divided || m.kind == creation || m.kind == reestablishment || m.kind == suppression
		if !slices.Contains(all, m.after) {
			all = append(all, m.after)
		}
	}
	if divided {
		for _, code := range past {
			if slices.Contains(all, code) {
				return []string{code}
			}
		}
	}
	return all
}

// formers gives all that is known of names and codes which are no longer current: of
// INSEE's movements, of what today's package keeps, and of older packages.
func (h *history) formers(older []*state) []former {
	all := h.ofMovements()
	for _, p := range append([]*state{h.now}, older...) {
		all = append(all, h.ofPackage(p)...)
	}
	var kept []former
	named := map[string]bool{}
	for _, f := range all {
		if f, ok := h.tidy(f); ok {
			kept = append(kept, f)
			named[f.code] = true
		}
	}
	for old, code := range h.now.heir {
		if !named[old] && h.now.byCode[old] == nil && !h.abandoned[old] {
			kept = append(kept, former{code: old, path: []string{code}, until: forever})
		}
	}
	kept = withoutNamesakes(kept)
	slices.SortFunc(kept, compare)
	return slices.CompactFunc(kept, func(a, b former) bool { return compare(a, b) == 0 })
}

// firstFile is the year of the first file of schools.
const firstFile = "2009"

// withoutNamesakes leaves out names that were given up before there were files of schools
// where another commune of the département bore the same until later: it alone is meant.
func withoutNamesakes(all []former) []former {
	type key struct{ department, name string }
	late := map[key]bool{}
	of := func(f former) key { return key{territory.DepartmentOf(f.code), f.name} }
	for _, f := range all {
		if f.until >= firstFile {
			late[of(f)] = true
		}
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(f former) bool { return f.until < firstFile && late[of(f)] })
	leads := map[string]bool{}
	for _, f := range kept {
		leads[f.code] = true
	}
	for _, f := range all { // their codes still lead where they led
		if !leads[f.code] && len(f.path) > 0 {
			kept = append(kept, former{code: f.code, path: f.path})
		}
	}
	return kept
}

func compare(a, b former) int {
	return cmp.Or(strings.Compare(a.code, b.code), strings.Compare(a.name, b.name), slices.Compare(a.path, b.path))
}

// ofMovements gives the names that events ended, and those that they made.
func (h *history) ofMovements() []former {
	var all []former
	add := func(code, name, until string, paths [][]string) {
		for _, p := range paths {
			all = append(all, former{code, name, p, until})
		}
	}
	for _, m := range h.movements {
		if m.typeAfter != "COM" {
			continue
		}
		add(m.after, m.newName, h.end(m.after, m.date), h.paths(m.after, m.date, false, nil))
		switch {
		case m.typeBefore == "COM" && m.kind == reestablishment && m.oldName != h.nameAfter(m):
			// A name of the whole, which no part kept: it may be any of them.
			add(m.after, m.oldName, m.date, h.paths(m.after, m.date, false, nil))
		case m.typeBefore == "COM":
			add(m.before, m.oldName, m.date, h.paths(m.before, m.date, true, nil))
		case m.before == m.after:
			add(m.before, m.oldName, m.date, h.paths(m.after, m.date, false, nil))
		case m.typeBefore == "COMA" || m.typeBefore == "COMD":
			for _, p := range h.paths(m.after, m.date, false, nil) {
				add(m.before, m.oldName, m.date, [][]string{append([]string{m.after}, p...)})
			}
		}
	}
	return all
}

// end gives the day of the next event that befell a code after a date.
func (h *history) end(code, date string) string {
	if events := h.next(code, date, false); len(events) > 0 {
		return events[0].date
	}
	return forever
}

// nameAfter gives the name that the code before m has after it; blank if it is no commune.
func (h *history) nameAfter(m movement) string {
	for _, e := range h.next(m.before, m.date, true) {
		if e.after == m.before {
			return e.newName
		}
	}
	return ""
}

// ofPackage gives the names of a package's communes and of their parts.
func (h *history) ofPackage(p *state) []former {
	const since = "2019-01-01" // no package is older
	var all []former
	for _, c := range p.communes {
		code := c.Code
		switch {
		case c.Type == current:
		case c.Type != delegated && c.Type != associate:
			continue
		case h.now.byCode[code] == nil && h.now.part[code] == "":
			code = c.Chief // the part is no more: it went on as what it was part of
		}
		for _, path := range h.paths(code, since, false, nil) {
			if c.Code != code {
				path = append([]string{code}, path...)
			}
			all = append(all, former{c.Code, c.Name, path, forever})
		}
	}
	return all
}

// tidy leaves out of a former what does not serve: codes of old départements, codes on its
// way that are current for another commune; and all of it when it says what is so now.
func (h *history) tidy(f former) (former, bool) {
	path := append([]string{f.code}, f.path...)
	last := path[len(path)-1]
	path = slices.DeleteFunc(path, func(code string) bool {
		return code != last && (h.abandoned[code] || h.now.byCode[code] != nil)
	})
	f.code, f.path = path[0], path[1:]
	if i := slices.Index(f.path, last); i >= 0 {
		f.path = f.path[:i+1]
	}
	if f.code == last {
		f.path = nil
	}
	now := h.now.byCode[last]
	return f, now != nil && (f.code != last || f.name != now.Name)
}
