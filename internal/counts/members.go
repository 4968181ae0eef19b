package counts

import (
	"errors"
	"maps"
	"slices"
	"strconv"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// members are those of --members, in the order of its file. Where --epci names some,
// it is those only.
type members struct {
	all      []declared
	by       map[string]int        // SIREN to its index in all
	heads    map[string]diag.Place // where the file's columns are, by field
	source   int                   // the file, among the table's inputs
	givesNew bool                  // it has a column of new pupils or schools
}

// A declared is what the row of one member says.
type declared struct {
	siren, name string         // the name is "" when the file does not say it
	at          diag.Place     // of its SIREN
	says        pricing.Counts // what it chose, declared, spent
	place       place
}

// readMembers reads the file of members, with the cells and the rules of a file of
// counts; nil when there is none, or none that can be read.
func (r *run) readMembers() (*members, error) {
	if r.Members == "" {
		return nil, nil
	}
	var m *members
	years := make(map[int]bool)
	r.enrolled = make(map[member]line)
	err := r.through(r.Members, records.Options{
		Options: grid.Options{Stdin: r.Stdin, SheetByHeader: true},
		Kinds:   membersKinds(), Named: r.named.Of(fields.Of(r.table.Tariff)),
		Titles: records.Titles{Data: dataCell, Other: otherFile(r.Members), None: text.NoMembersHeader},
	}, func(f *records.File) error {
		m = &members{by: make(map[string]int), heads: make(map[string]diag.Place)}
		reader := countsFile{file: r.newFile(r.Members, f, MembersRole)}
		put := func(c pricing.Counts, at place) {
			m.by[c.SIREN] = len(m.all)
			m.all = append(m.all, declared{c.SIREN, c.Name, reader.Place(reader.keyAt), c, at})
		}
		reader.into = sink{put, r.enrolled, years}
		err := reader.walk()
		for _, c := range reader.columns {
			m.heads[c.Name] = f.Heads[c.At].At
		}
		m.source, m.givesNew = reader.index, reader.givesNew
		return err
	})
	if err != nil || m == nil || !r.sound() {
		return m, err
	}
	return m, r.checkMembers(m, years)
}

// checkMembers checks that what the flags name is among the members.
func (r *run) checkMembers(m *members, years map[int]bool) error {
	if r.Year != 0 && len(years) > 0 && !years[r.Year] {
		var all []string
		for _, y := range slices.Sorted(maps.Keys(years)) {
			all = append(all, strconv.Itoa(y))
		}
		return diag.Usage{Text: text.NoRowOfYear(r.Year, all)}
	}
	var wrong []error
	enrolled := sirensOf(r.enrolled, nil)
	for _, value := range r.EPCI {
		key, _ := siren(text.Phrase{}, value, grid.Text, nil)
		if _, there := m.by[key]; !there {
			wrong = append(wrong, diag.Usage{Text: text.NotAmongMembers(key, nearSIRENs(key, enrolled), enrolled)})
		}
	}
	return errors.Join(wrong...)
}

// namedAsOthers tells of members that have the name of another EPCI: a SIREN and a name
// were taken from two rows, perhaps. It asks where the composition is needed anyway.
func (r *run) namedAsOthers(m *members) {
	if m == nil || !r.hasSchools() {
		return
	}
	c, err := r.composition()
	if err != nil || c == nil {
		return // which is told where it is needed
	}
	var byName map[string]*territory.EPCI // by folded name
	for i := range m.all {
		d := &m.all[i]
		folded := fields.Fold(d.name)
		if own := c.EPCIBySIREN(d.siren); folded == "" || own != nil && fields.Fold(own.Name) == folded {
			continue
		}
		if byName == nil {
			byName = make(map[string]*territory.EPCI)
			for e := range c.EPCIs {
				byName[fields.Fold(e.Name)] = e
			}
		}
		if other := byName[folded]; other != nil {
			r.found.Notice(d.at, text.NamedAsOther(d.siren, d.name, other.SIREN))
		}
	}
}
