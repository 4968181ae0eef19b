package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// communeCells are what a row says of the commune that pays.
type communeCells struct {
	code, name, department string
	from                   string // the field of the département
}

// readSubsidies reads the files of subsidies, a row each, into the rows of the table (R5).
func (r *run) readSubsidies() error {
	return r.readLedgers(r.Subsidies, books{
		role: SubsidiesRole, kinds: subsidiesKinds(), all: fields.Grant(), none: text.NoSubsidiesHeader,
		post: (*ledger).postSubsidy,
	})
}

// postSubsidy subtracts a subsidy from the EPCI that it is for, under the name of the
// commune that pays it.
func (l *ledger) postSubsidy(e *entry) error {
	if e.siren == "" && e.commune.code == "" && e.commune.name == "" {
		l.found.Fault(l.Place(-1), text.NoPayee())
		l.breakTotals() // it may be a subtotal, or a note
		return nil
	}
	commune, ok, err := l.commune(e)
	if !ok {
		return err
	}
	row, ok := l.payee(e, commune)
	if !ok {
		return nil
	}
	c := &l.table.Rows[row]
	if !l.claim(slot{row: row}, "subsidy", c.Subsidies != nil) {
		return nil
	}
	if l.table.granted == nil {
		l.table.granted = make(map[int]diag.Place)
	}
	if _, first := l.table.granted[row]; !first {
		l.table.granted[row] = l.place("amount")
	}
	s := pricing.Subsidy{Amount: e.amount, Label: e.label, Date: e.date, Reference: e.reference}
	if commune != nil {
		s.From = l.payerName(commune, e.commune.name)
	}
	c.Subsidies = append(c.Subsidies, s)
	l.keep(e)
	return nil
}

// payerName is how a commune is called that pays: by the name that the row gives it, too,
// where it was its name once.
func (l *ledger) payerName(commune *territory.Commune, name string) string {
	if c, _ := l.composition(); name != "" && c != nil {
		if _, way := c.ByName(commune.Department, name); way == territory.FormerName {
			return name + " (" + commune.Name + ")"
		}
	}
	return commune.Name
}

// commune finds the commune that pays: nil, and ok, where the row has a SIREN and no
// commune. A commune's own SIREN tells it too.
func (l *ledger) commune(e *entry) (commune *territory.Commune, ok bool, err error) {
	if _, member := l.rows[e.siren]; member && e.commune.code == "" && e.commune.name == "" {
		return nil, true, nil // what needs no composition does without
	}
	c, err := l.composition()
	if err != nil || c == nil {
		return nil, false, err
	}
	switch {
	case e.commune.code != "":
		commune = l.byCode(c, e.commune)
	case e.commune.name != "":
		commune = l.byName(c, e)
	default:
		return c.CommuneBySIREN(e.siren), true, nil
	}
	if commune == nil {
		return nil, false, nil
	}
	return commune, true, nil
}

// byCode finds a commune by its INSEE code, and holds its name, if given, against it.
func (l *ledger) byCode(c *territory.Composition, cells communeCells) *territory.Commune {
	commune, _ := c.ByCode(cells.code)
	if commune == nil {
		l.found.Fault(l.place("commune_code"), text.SubsidyByUnknownCode(l.saidAs("commune_code"), cells.code))
		return nil
	}
	if cells.name != "" {
		if named, _ := c.ByName(commune.Department, cells.name); !slices.Contains(named, commune) {
			l.found.Fault(l.place("commune"), text.SubsidyNamedOtherwise(l.saidAs("commune"), cells.name,
				text.ThisCommune(commune.Name, commune.Code)))
			return nil
		}
	}
	return commune
}

// byName finds a commune by its name in a département, or in the EPCI whose SIREN the
// row has.
func (l *ledger) byName(c *territory.Composition, e *entry) *territory.Commune {
	cells, said := e.commune, l.saidAs("commune")
	var named []*territory.Commune
	var in text.Phrase
	near := ""
	switch {
	case cells.department != "":
		code, known := c.Department(cells.department)
		if !known {
			l.found.Fault(l.place(cells.from), text.SubsidyInNoDepartment(l.saidAs(cells.from), cells.department))
			return nil
		}
		named, _ = c.ByName(code, cells.name)
		in = text.InDepartment(code)
		if len(named) == 0 && !l.found.Full() {
			near = c.Nearest(code, cells.name)
		}
	case e.siren != "":
		named = namedIn(c, e.siren, cells.name)
		in = text.InEPCI(e.siren)
	default:
		if !l.placeless {
			l.found.Fault(l.place("commune"), text.SubsidyWithoutDepartment(said, cells.name))
		}
		l.placeless = true // and so may all rows be
		return nil
	}
	switch len(named) {
	case 0:
		l.found.Fault(l.place("commune"), text.SubsidyByUnknownName(said, cells.name, in, near))
		return nil
	case 1:
		return named[0]
	}
	var all []string
	for _, commune := range named {
		all = append(all, text.ThisCommune(commune.Name, commune.Code))
	}
	l.found.Fault(l.place("commune"), text.SubsidyByAmbiguousName(said, cells.name, all))
	return nil
}

// namedIn finds communes by their name among those of an EPCI, or the commune whose own
// SIREN it is.
func namedIn(c *territory.Composition, siren, name string) []*territory.Commune {
	members := c.Members(siren)
	if commune := c.CommuneBySIREN(siren); commune != nil {
		members = append(members, commune)
	}
	var departments []string
	var named []*territory.Commune
	for _, m := range members {
		if slices.Contains(departments, m.Department) {
			continue
		}
		departments = append(departments, m.Department)
		found, _ := c.ByName(m.Department, name)
		for _, commune := range found {
			if slices.Contains(members, commune) {
				named = append(named, commune)
			}
		}
	}
	return named
}

// payee finds the row of the table that a subsidy is for: the EPCI's whose SIREN it has,
// else the commune's own where it is a member itself, else its EPCI's.
func (l *ledger) payee(e *entry, commune *territory.Commune) (row int, ok bool) {
	switch {
	case commune == nil:
		return l.rowOf(e)
	case e.siren != "" && e.siren != commune.SIREN && (commune.EPCI == nil || e.siren != commune.EPCI.SIREN):
		epci := ""
		if commune.EPCI != nil {
			epci = commune.EPCI.SIREN + " (" + text.Quote(commune.EPCI.Name) + ")"
		}
		l.found.Fault(l.place("siren"), text.SubsidyElsewhere(l.saidAs("siren"), e.siren,
			text.ThisCommune(commune.Name, commune.Code), epci))
		return 0, false
	}
	if row, ok = l.rows[commune.SIREN]; ok {
		return row, true
	}
	if commune.EPCI != nil {
		if row, ok = l.rows[commune.EPCI.SIREN]; ok {
			return row, true
		}
	}
	if !l.incomplete {
		l.leave(text.ThisCommune(commune.Name, commune.Code), e)
	}
	return 0, false
}
