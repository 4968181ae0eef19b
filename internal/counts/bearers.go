package counts

import (
	"errors"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// bearers are those whose counts schools are: the members; or, where nobody says who
// they are, every EPCI that has a school.
type bearers struct {
	all         []bearer
	byEPCI      map[*territory.EPCI]int32
	byCommune   map[*territory.Commune]int32           // of communes that are members themselves
	within      map[*territory.EPCI]*territory.Commune // a commune of it that is a member itself
	open        bool                                   // every EPCI is one
	asListed    bool                                   // rows are in the order of all; else as first met (R7)
	met         []int32                                // those that have a school, as first met
	departments map[string]bool                        // where members' communes are; nil until asked for
}

// A bearer is one of them.
type bearer struct {
	siren, name                            string
	at                                     diag.Place // of its SIREN in the file of members
	epci                                   *territory.EPCI
	commune                                *territory.Commune // of a commune that is a member itself
	first                                  int32              // of its schools
	schools, pupils, newSchools, newPupils pricing.Quantity
}

// nobody is whose a school is that counts for none of them.
const nobody = -1

// newBearers takes the members of the file, else those of --epci, else none. A member
// that the composition does not know is a fault in the file, and wrong usage of --epci.
func newBearers(r *run, m *members, c *territory.Composition) (*bearers, error) {
	b := &bearers{
		byEPCI: make(map[*territory.EPCI]int32), byCommune: make(map[*territory.Commune]int32),
		within: make(map[*territory.EPCI]*territory.Commune),
		open:   r.Members == "" && r.asked == nil, asListed: r.Members != "",
	}
	if m != nil {
		for i := range m.all {
			d := &m.all[i]
			if wrong := b.enlist(c, bearer{siren: d.siren, name: d.name, at: d.at}, text.SIRENOfMember(), r.found.Errors() < diag.Shown); wrong != nil {
				r.found.Fault(d.at, *wrong)
			}
		}
	}
	var refused []error
	for _, value := range r.EPCI {
		key, _ := siren(text.Phrase{}, value, grid.Text, nil)
		r.asked[sirenKey(key)] = true // and not told again: its schools may be none
		if r.Members != "" {
			continue // the members are those of them that were asked for
		}
		if wrong := b.enlist(c, bearer{siren: key}, text.EPCIFlag(), true); wrong != nil {
			refused = append(refused, diag.Usage{Text: *wrong})
		}
	}
	return b, errors.Join(refused...)
}

// enlist adds a member, an EPCI or a commune; field names where its SIREN was said. A
// member that is named twice is one.
func (b *bearers) enlist(c *territory.Composition, member bearer, field text.Phrase, hints bool) *text.Message {
	name, i := "", int32(len(b.all))
	if member.epci = c.EPCIBySIREN(member.siren); member.epci != nil {
		if _, again := b.byEPCI[member.epci]; again {
			return nil
		}
		name, b.byEPCI[member.epci] = member.epci.Name, i
	} else if member.commune = c.CommuneBySIREN(member.siren); member.commune != nil {
		if _, again := b.byCommune[member.commune]; again {
			return nil
		}
		name, b.byCommune[member.commune] = member.commune.Name, i
	} else {
		if lost := lostMember(c, member.siren, field); lost != nil {
			return lost
		}
		return unknownMember(c, member.siren, field, hints)
	}
	if member.name == "" {
		member.name = name
	}
	b.all = append(b.all, member)
	return b.twiceOver(&member, field)
}

// twiceOver refuses a commune and its EPCI as members both.
func (b *bearers) twiceOver(member *bearer, field text.Phrase) *text.Message {
	commune, epci := member.commune, member.epci
	if commune != nil {
		epci = commune.EPCI
		if _, both := b.byEPCI[epci]; !both {
			b.within[epci] = commune
			return nil
		}
	} else if commune = b.within[epci]; commune == nil {
		return nil
	}
	m := text.MemberTwiceOver(field, commune.Name, epci.Name)
	return &m
}

// lostMember says of a SIREN that it is that of an EPCI which no longer exists; nil when
// it is not.
func lostMember(c *territory.Composition, siren string, field text.Phrase) *text.Message {
	name, successors := c.Former(siren)
	if name == "" {
		return nil
	}
	var now []string
	for _, e := range successors {
		now = append(now, text.EPCINamed(e.SIREN, e.Name))
	}
	m := text.LostEPCI(field, siren, name, now)
	return &m
}

// unknownMember says of a SIREN that it is nobody's, and, with hints, what it may have
// been meant to be.
func unknownMember(c *territory.Composition, siren string, field text.Phrase, hints bool) *text.Message {
	var near []string
	if hints {
		near = nearEPCIs(c, siren)
	}
	m := text.UnknownMember(field, siren, c.About().Date, near)
	return &m
}

// mostNear bounds what may have been meant.
const mostNear = 3

// nearEPCIs names those whose SIREN resembles one, the first of them.
func nearEPCIs(c *territory.Composition, siren string) (near []string) {
	for _, s := range append(territory.SwappedSIREN(siren), nearDigits(siren)...) {
		if e := c.EPCIBySIREN(s); e != nil && len(near) < mostNear {
			near = append(near, text.EPCINamed(e.SIREN, e.Name))
		}
	}
	return near
}

// nearDigits gives the SIRENs that two digits part from one: with its key, no valid one
// is nearer.
func nearDigits(siren string) []string {
	var all []string
	for i := range siren {
		for j := range i {
			b := []byte(siren)
			for b[i] = '0'; b[i] <= '9'; b[i]++ {
				for b[j] = '0'; b[j] <= '9'; b[j]++ {
					if s := string(b); b[i] != siren[i] && b[j] != siren[j] && territory.ValidSIREN(s) {
						all = append(all, s)
					}
				}
			}
		}
	}
	return all
}

// of tells whose the schools of a commune are; nobody's, for a reason.
func (b *bearers) of(c *territory.Commune) (bearerOf int32, reason string) {
	if i, itself := b.byCommune[c]; itself {
		return i, ""
	}
	if c.EPCI == nil {
		return nobody, NoEPCI
	}
	if i, member := b.byEPCI[c.EPCI]; member {
		return i, ""
	}
	if !b.open {
		return nobody, NotAMember
	}
	i := int32(len(b.all))
	b.byEPCI[c.EPCI] = i
	b.all = append(b.all, bearer{siren: c.EPCI.SIREN, name: c.EPCI.Name, epci: c.EPCI})
	return i, ""
}

// bear counts a school for one of them.
func (b *bearers) bear(whose, school int32, h *held) {
	one := &b.all[whose]
	if one.schools == 0 {
		one.first = school
		b.met = append(b.met, whose)
	}
	one.schools++
	one.pupils += pricing.Quantity(h.pupils)
	if h.isNew {
		one.newSchools++
		one.newPupils += pricing.Quantity(h.pupils)
	}
}

// sequence is the order of the rows: that of the file of members; else as first met, then
// those of --epci that have no school.
func (b *bearers) sequence() []int32 {
	var all []int32
	if !b.asListed {
		all = append(all, b.met...)
	}
	for i := range b.all {
		if b.asListed || b.all[i].schools == 0 {
			all = append(all, int32(i))
		}
	}
	return all
}

// elsewhere tells of a school whose commune is not known that it can be no member's: none
// has a commune in the département that its row says, nor in that of its number.
func (b *bearers) elsewhere(l *locator, school int32) bool {
	if b.open {
		return false
	}
	t := l.spot(school).text()
	departments := l.finder.spots.departmentsOf(&t)
	if b.departments == nil {
		b.departments = make(map[string]bool)
		for i := range b.all {
			one := &b.all[i]
			if one.commune != nil {
				b.departments[one.commune.Department] = true
				continue
			}
			for _, commune := range l.c.Members(one.siren) {
				b.departments[commune.Department] = true
			}
		}
	}
	return departments != nil && !slices.ContainsFunc(departments, func(d string) bool { return b.departments[d] })
}
