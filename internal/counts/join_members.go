package counts

import (
	"maps"
	"slices"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// join keeps the rows of members, in their order, and puts beside each what its member
// declared. A member without a row is a fault: a blank is not 0.
func (r *run) join(m *members) {
	if m == nil {
		return
	}
	t := r.table
	rows := bySIREN(t.Rows)
	j := joiner{run: r, members: m, twice: make(map[pricing.Basis]bool)}
	var kept []pricing.Counts
	var places, declarations []place
	var without []*declared
	for i := range m.all {
		d := &m.all[i]
		row, there := rows[d.siren]
		if !there {
			without = append(without, d)
			continue
		}
		delete(rows, d.siren)
		j.put(row, d)
		kept, places = append(kept, t.Rows[row]), append(places, t.places[row])
		declarations = append(declarations, d.place)
	}
	var others []pricing.Counts
	for _, row := range rows {
		others = append(others, t.Rows[row])
		in := &t.Inputs[t.places[row].source]
		in.Kept--
		in.leaveOut(NotAMember, 1)
	}
	r.withoutRow(without, others)
	t.Rows, t.places, t.members = kept, places, declarations
	t.GivesNew = t.GivesNew || m.givesNew
}

// bySIREN finds rows, by the SIREN of their EPCI.
func bySIREN(rows []pricing.Counts) map[string]int {
	by := make(map[string]int, len(rows))
	for i := range rows {
		by[rows[i].SIREN] = i
	}
	return by
}

// withoutRow reports members that the counts say nothing of, if that is not because they
// have faults. Of schools it was said already, or is no fault. Others are those whom the
// counts have, and who are no members: one of them may be meant.
func (r *run) withoutRow(without []*declared, others []pricing.Counts) {
	if r.refused || r.hasSchools() {
		return
	}
	known := sirensOf(nil, others)
	for _, d := range without {
		if r.met(d.siren) {
			continue
		}
		if r.found.Full() {
			r.found.Fault(d.at, text.MemberWithoutCounts(d.siren, d.name, nil))
			continue
		}
		m := text.MemberWithoutCounts(d.siren, d.name, nearSIRENs(d.siren, known))
		if lost := r.lost(text.SIRENOfMember(), d.siren); lost != nil {
			m = *lost
		}
		r.found.Fault(d.at, m)
	}
}

// lost says of a SIREN that it is that of an EPCI which no longer exists, and whom its
// communes belong to; nil when it is not.
func (r *run) lost(field text.Phrase, siren string) *text.Message {
	c, err := r.composition()
	if err != nil || c == nil {
		return nil // what it would add is only a help
	}
	return lostMember(c, siren, field)
}

// met tells whether the counts have a row of an EPCI, in the year of the run.
func (r *run) met(siren string) bool {
	_, met := r.seen[member{sirenKey(siren), int32(r.table.Year)}]
	return met
}

// leaveOut counts rows that were kept at first, in the order of the reasons.
func (in *Input) leaveOut(reason string, rows int) {
	at := 0
	for at < len(in.LeftOut) && in.LeftOut[at].Reason != reason && in.LeftOut[at].Reason != TotalLine {
		at++
	}
	if at == len(in.LeftOut) || in.LeftOut[at].Reason != reason {
		in.LeftOut = slices.Insert(in.LeftOut, at, LeftOut{Reason: reason})
	}
	in.LeftOut[at].Rows += rows
}

// A joiner puts what members declared into the rows of the table.
type joiner struct {
	*run
	members *members
	twice   map[pricing.Basis]bool // counts reported as being in both files
}

// put adds to a row what its member declared. What both files say is a fault, but for a
// choice that is the same in both.
func (j *joiner) put(row int, d *declared) {
	c, t := &j.table.Rows[row], j.table
	if d.name != "" {
		c.Name = d.name
	}
	said := func(field string) {
		j.found.Fault(t.at(d.place, field),
			text.SaidTwice(t.sources[d.place.source].said[field], t.Place(row, field).String()))
	}
	differ := func(a, b bool) bool { return a != b }
	merge(&c.Of, d.says.Of, always, func(b pricing.Basis) { j.column(row, b) })
	merge(&c.Chosen, d.says.Chosen, differ, said)
	merge(&c.Declared, d.says.Declared, always, func(id string) { said(id + "_quantity") })
	merge(&c.Costs, d.says.Costs, always, said)
	if d.says.Subsidies != nil && c.Subsidies != nil {
		said("subsidy")
	}
	c.Subsidies = append(c.Subsidies, d.says.Subsidies...)
	if d.says.Voted == nil {
		return
	}
	if c.Voted != nil {
		said("voted")
	}
	c.Voted = d.says.Voted
}

// column reports a count of which both files have the column, once.
func (j *joiner) column(row int, b pricing.Basis) {
	if j.twice[b] {
		return
	}
	j.twice[b] = true
	field, t := string(b), j.table
	j.found.Fault(j.members.heads[field],
		text.CountTwice(t.sources[j.members.source].said[field], t.sources[t.places[row].source].header.String()))
}

// merge adds more to a map, in the order of its keys; clash is told those that both
// have, where that matters.
func merge[K ~string, V any](into *map[K]V, more map[K]V, matters func(a, b V) bool, clash func(K)) {
	for _, key := range slices.Sorted(maps.Keys(more)) {
		if value, both := (*into)[key]; both && matters(value, more[key]) {
			clash(key)
		}
		if *into == nil {
			*into = make(map[K]V)
		}
		(*into)[key] = more[key]
	}
}

// always says that what two files say matters, be it the same.
func always[V any](_, _ V) bool { return true }
