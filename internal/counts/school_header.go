package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// A schoolColumn is where a field stands in a row, from 0; -1 where the file lacks it.
type schoolColumn struct {
	at   int
	said text.Phrase
}

func (c schoolColumn) there() bool { return c.at >= 0 }

// schoolColumns are those that are read of a file of schools, or of a directory.
type schoolColumns struct {
	uai, code, commune, departmentCode, department schoolColumn
	rentree, kind, sector, pupils, equipped, wave  schoolColumn
	school, denomination, patronym, epci           schoolColumn
}

// columnsOf tells where the fields stand that were bound.
func columnsOf(bound []records.Bound) schoolColumns {
	of := func(name string) schoolColumn {
		i := slices.IndexFunc(bound, func(b records.Bound) bool { return b.Name == name })
		if i < 0 {
			return schoolColumn{at: -1}
		}
		return schoolColumn{bound[i].At, bound[i].Said}
	}
	return schoolColumns{
		uai: of("uai"), code: of("commune_code"), commune: of("commune"),
		departmentCode: of("department_code"), department: of("department"),
		rentree: of("rentree"), kind: of("type"), sector: of("sector"), pupils: of("pupils"),
		equipped: of("equipped"), wave: of("wave"),
		school: of("school"), denomination: of("denomination"), patronym: of("patronym"),
		epci: of("epci_siren"),
	}
}

// locating is the column that says where a school is: its commune's name, else its
// code, else the school's own number, by which a directory finds it.
func (c *schoolColumns) locating() schoolColumn {
	switch {
	case c.commune.there():
		return c.commune
	case c.code.there():
		return c.code
	}
	return c.uai
}

// bindSchools binds the columns, and reports those that are to be there. Where it is
// not ready the rows are not worth reading.
func (f *schoolsFile) bindSchools() (ready bool, err error) {
	published, ofMembers := fields.Published(), f.ofMembers()
	b := f.Bind(fields.School(), func(folded string) bool { return published[folded] || ofMembers[folded] != "" })
	if twice := b.MapTwice; twice != nil {
		return false, diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	if b.Unknown != nil {
		f.found.Notice(f.source().header, text.UnknownSchoolColumns(b.Unknown))
	}
	for _, h := range f.Heads {
		if field := ofMembers[h.Folded]; !h.Used && field != "" && !published[h.Folded] {
			f.found.Fault(h.At, text.NotOfSchools(h.Text, field))
		}
	}
	for _, column := range b.Columns {
		f.source().said[column.Name] = column.Said
	}
	f.columns = columnsOf(b.Columns)
	c := &f.columns
	if f.Workbook {
		f.source().key = f.Heads[c.uai.at].At.Column
	}
	if c.wave.there() && f.Year == 0 {
		return false, diag.Usage{Text: text.WaveNeedsYear(c.wave.said)}
	}
	if f.Rentree != 0 && !c.rentree.there() {
		return false, diag.Usage{Text: text.RentreeNoColumn(f.Rentree)}
	}
	f.agreeSchools()
	if !c.pupils.there() {
		f.found.Fault(f.source().header, f.withoutPupils())
		return false, nil
	}
	if f.sector() != All && !c.sector.there() {
		f.found.Fault(f.source().header, text.NoSectorColumn(string(f.sector())))
		return false, nil
	}
	if !c.commune.there() && !c.code.there() && f.Directories == nil {
		f.found.Fault(f.source().header, text.NoCommuneColumn())
		return false, nil
	}
	return true, nil
}

// ofMembers gives the headers, folded, of what is said of members, and of no school, with
// the names of the fields. A tariff's bases are not among them: a school may have its own.
func (r *run) ofMembers() map[string]string {
	headers := make(map[string]string)
	for _, t := range r.known {
		for _, field := range fields.Of(t) {
			switch field.Kind {
			case fields.Choice, fields.Units, fields.Cost, fields.Subsidy, fields.Voted, fields.Year:
			case fields.Count:
				if !field.Basis.Once() {
					continue
				}
			default:
				continue
			}
			for _, header := range field.Headers {
				headers[fields.Fold(header)] = field.Name
			}
		}
	}
	return headers
}

// sector is which schools are kept.
func (r *run) sector() Sector {
	if r.Sector == "" {
		return Public
	}
	return r.Sector
}

// withoutPupils tells what a file of schools without pupils seems to be.
func (f *schoolsFile) withoutPupils() text.Message {
	ips := fields.Fold("IPS")
	switch {
	case slices.ContainsFunc(f.Heads, func(h records.Head) bool { return h.Folded == ips }):
		return text.IPSFile()
	case !f.columns.rentree.there() && (f.columns.kind.there() || f.columns.code.there()):
		return text.DirectoryFile()
	}
	pupils, _ := fields.Named(fields.School(), "pupils")
	return text.NoPupilsColumn(pupils.Headers)
}

// sameKind reports a file whose rows are not of what those of the files before are:
// schools, or EPCIs.
func (r *run) sameKind(f *records.File) bool {
	if (r.kindAt == diag.Place{}) {
		r.kind, r.kindAt = f.Kind, f.HeaderAt
	}
	if isSchools(r.kind) == isSchools(f.Kind) {
		return true
	}
	schools, epcis := f.HeaderAt, r.kindAt
	if !isSchools(f.Kind) {
		schools, epcis = epcis, schools
	}
	r.found.Fault(f.HeaderAt, text.MixedKinds(schools.String(), epcis.String()))
	return false
}

// agreeSchools checks that the files of schools of a run all tell their rentrée or none
// does, and the same of which schools are equipped: by a wave, with or without a yes or no beside it,
// or by a yes or no alone.
func (f *schoolsFile) agreeSchools() {
	first := f.schools.files[0]
	f.table.GivesNew = first.columns.wave.there()
	order := func(has bool) (with, without string) {
		if has {
			return f.HeaderAt.String(), first.HeaderAt.String()
		}
		return first.HeaderAt.String(), f.HeaderAt.String()
	}
	if has := f.columns.rentree.there(); has != first.columns.rentree.there() {
		f.found.Fault(f.HeaderAt, text.RentreeInOneFile(order(has)))
	}
	wave, equipped := f.columns.wave, f.columns.equipped
	if has := wave.there(); has != first.columns.wave.there() {
		f.found.Fault(f.HeaderAt, inOneFile(wave, first.columns.wave, order))
	} else if !has && equipped.there() != first.columns.equipped.there() {
		f.found.Fault(f.HeaderAt, inOneFile(equipped, first.columns.equipped, order))
	}
}

// inOneFile refuses a column that tells which schools are equipped and that one of two files
// has; order puts their places in order.
func inOneFile(one, other schoolColumn, order func(bool) (with, without string)) text.Message {
	with, without := order(one.there())
	if !one.there() {
		one = other
	}
	return text.EquipmentInOneFile(one.said, with, without)
}
