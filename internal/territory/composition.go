// Package territory knows the communes of France, the EPCIs that they belong to, and the
// keys that schools, communes and EPCIs are known by.
//
// A composition tells which commune is in which EPCI on one day. The program carries
// one, of all France, with the names and codes that communes had before:
//
//	c, err := territory.Embedded()
//	commune, way := c.ByCode("59070")              // L'Orée de Mormal, by a former code
//	communes, way := c.ByName("35", "SAINT-PERE")  // Saint-Père-Marc-en-Poulet, by a former name
//	commune.EPCI                                   // nil for those that have none: four islands, and overseas
//
// Another year's comes from a file ([Read]); its history is still the embedded one.
//
// The embedded table is made by the program in make-composition (`make composition`).
// It is read once, a département at a time, when its first commune is asked for.
package territory

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// An EPCI is a group of communes with a tax of its own.
type EPCI struct {
	SIREN, Name string
}

// A Commune is one that exists on the composition's day.
type Commune struct {
	Code, Name string // INSEE's: "35238", "Rennes"
	Department string // its département's code: "35", "2A", "974"
	EPCI       *EPCI  // nil when it belongs to none
	SIREN      string // its own, as a member may have it; "" when unknown
}

// About tells which composition it is.
type About struct {
	Date   string // the day whose EPCIs they are, "2026-01-01"; "" when the file does not tell
	Source string // as one would cite it; the file's name for a file
	SHA256 string // of the embedded table, or of the file's bytes, in hexadecimal

	// Of a file only: how many communes it has, and what was found out of its form.
	Communes                   int
	Encoding, Delimiter, Sheet string
}

// A Composition is all communes of one day with their EPCIs. Its communes and EPCIs
// are shared: nobody may change them. It may be used by several goroutines.
type Composition struct {
	about       About
	departments []department
	epcis       []EPCI // by SIREN
	lost        []lostEPCI
	blocks      []*block     // by prefix
	history     *Composition // whose former codes and names serve; nil in the embedded one

	indexed sync.Once
	bySIREN map[string]*Commune // by their own
	members map[*EPCI][]*Commune
}

// A lostEPCI no longer exists: its communes joined others.
type lostEPCI struct {
	siren, name string
	successors  []*EPCI // most communes first
}

// About tells which composition it is.
func (c *Composition) About() About { return c.about }

// EPCIBySIREN gives an EPCI that exists on the composition's day, or nil.
func (c *Composition) EPCIBySIREN(siren string) *EPCI {
	i, ok := slices.BinarySearchFunc(c.epcis, siren, func(e EPCI, siren string) int { return cmp.Compare(e.SIREN, siren) })
	if !ok {
		return nil
	}
	return &c.epcis[i]
}

// Former gives the name of an EPCI that no longer exists, and those that its communes
// belong to now, most communes first. The name is "" when it was never known: the
// table knows EPCIs since 2019.
func (c *Composition) Former(siren string) (name string, successors []*EPCI) {
	if c.history != nil {
		return c.formerOf(siren)
	}
	i, ok := slices.BinarySearchFunc(c.lost, siren, func(e lostEPCI, siren string) int { return cmp.Compare(e.siren, siren) })
	if !ok {
		return "", nil
	}
	return c.lost[i].name, c.lost[i].successors
}

// formerOf is Former by the history, as far as its EPCIs are in the composition too.
func (c *Composition) formerOf(siren string) (name string, successors []*EPCI) {
	if c.EPCIBySIREN(siren) != nil {
		return "", nil
	}
	name, later := c.history.Former(siren)
	for _, e := range later {
		if here := c.EPCIBySIREN(e.SIREN); here != nil {
			successors = append(successors, here)
		}
	}
	return name, successors
}

// Members gives the communes of an EPCI, by code; none when there is no such EPCI. They
// are shared: nobody may change them.
func (c *Composition) Members(siren string) []*Commune {
	e := c.EPCIBySIREN(siren)
	if e == nil {
		return nil
	}
	c.index()
	return c.members[e]
}

// CommuneBySIREN gives the commune whose own SIREN it is, or nil.
func (c *Composition) CommuneBySIREN(siren string) *Commune {
	c.index()
	return c.bySIREN[siren]
}

// Covers tells whether the composition has any commune of a département, by its code.
func (c *Composition) Covers(department string) bool { return c.block(department) != nil }

// index makes communes findable by their own SIREN and by their EPCI, when either is
// first asked for.
func (c *Composition) index() {
	c.indexed.Do(func() {
		c.bySIREN, c.members = make(map[string]*Commune), make(map[*EPCI][]*Commune)
		for commune := range c.communes {
			if c.bySIREN[commune.SIREN] == nil && commune.SIREN != "" {
				c.bySIREN[commune.SIREN] = commune
			}
			if commune.EPCI != nil {
				c.members[commune.EPCI] = append(c.members[commune.EPCI], commune)
			}
		}
	})
}

// communes walks all communes, by code.
func (c *Composition) communes(yield func(*Commune) bool) {
	for _, b := range c.blocks {
		b.read()
		for i := range b.communes {
			if !yield(&b.communes[i]) {
				return
			}
		}
	}
}

// block gives the block that a département's communes, or a code, are in; nil for none.
func (c *Composition) block(prefix string) *block {
	i, ok := slices.BinarySearchFunc(c.blocks, prefix, func(b *block, prefix string) int { return strings.Compare(b.prefix, prefix) })
	if !ok {
		return nil
	}
	return c.blocks[i]
}

// DepartmentOf gives the département that a commune's code begins with: two characters,
// or three overseas.
func DepartmentOf(code string) string {
	if strings.HasPrefix(code, "97") || strings.HasPrefix(code, "98") {
		return code[:min(3, len(code))]
	}
	return code[:min(2, len(code))]
}
