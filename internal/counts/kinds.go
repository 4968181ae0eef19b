package counts

import (
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// ofSchools are the kinds of file of counts that have a column of UAIs: of schools, by what
// else a school has; of EPCIs, where nothing else is of schools; and bare of all that.
func ofSchools() (schools []records.Kind, epcis, bare records.Kind) {
	all, key := fields.School(), schoolKey()
	for _, field := range []string{"sector", "commune", "commune_code", "rentree", "type"} {
		schools = append(schools, records.Kind{Keys: append(key[:1:1], named(all, field))})
	}
	counts := fields.Of(&pricing.Tariff{})
	return schools, records.Kind{Keys: []fields.Field{named(counts, "siren"), named(counts, "schools"), key[0]}}, records.Kind{Keys: key}
}

// isSchools tells whether a kind of countsKinds has a row per school; the others have a row
// per EPCI.
func isSchools(kind int) bool {
	schools, _, _ := ofSchools()
	return kind < len(schools) || kind == len(schools)+1
}

// The files of a run have columns in common, so that one may pass for another: bills for
// subsidies, say. Each role has its kinds, and refuses by name the files of the others.

// countsKinds are those of the files of counts.
func countsKinds() []records.Kind {
	schools, epcis, bare := ofSchools()
	return append(append(schools, epcis, bare), ofEPCIs(false)...)
}

// membersKinds are those of a file of members.
func membersKinds() []records.Kind {
	return append([]records.Kind{{Keys: schoolKey(), Not: not(text.IsSchools())}}, ofEPCIs(true)...)
}

// ofEPCIs are the kinds of a file of a row per EPCI. An amount beside its counts is no
// subsidy, but a column that nobody asked for. A sheet of counts is seldom that of members.
func ofEPCIs(members bool) []records.Kind {
	counts, grant := fields.Of(&pricing.Tariff{}), fields.Grant()
	siren := []fields.Field{named(counts, "siren")}
	and := func(field string) []fields.Field { return append(siren[:1:1], named(counts, field)) }
	kinds := []records.Kind{{Keys: costKeys(), Not: not(text.IsCosts())}, {Keys: and("pupils"), Lone: members}, {Keys: and("schools"), Lone: members}}
	for _, keys := range compositionKeys() {
		kinds = append(kinds, records.Kind{Keys: keys, Not: not(text.IsComposition())})
	}
	for _, payer := range []string{"siren", "commune_code", "commune"} {
		kinds = append(kinds, records.Kind{
			Keys: []fields.Field{named(grant, "amount"), named(grant, payer)}, Not: not(text.IsSubsidies()),
		})
	}
	return append(kinds, records.Kind{Keys: siren})
}

// costsKinds are those of a file of costs.
func costsKinds() []records.Kind {
	costs := costKeys()
	return []records.Kind{
		{Keys: costs},
		{Keys: []fields.Field{costs[0], costs[2]}, Lone: true}, // it lacks a column, which will be said
	}
}

// subsidiesKinds are those of a file of subsidies: an amount, of what is no component.
func subsidiesKinds() []records.Kind {
	costs := costKeys()
	return []records.Kind{
		{Keys: costs[1:], Not: not(text.IsCosts())},
		{Keys: costs[2:]},
	}
}

// schoolKey is what a file of schools is known by.
func schoolKey() []fields.Field { return []fields.Field{named(fields.School(), "uai")} }

// costKeys are what a file of costs is known by.
func costKeys() []fields.Field {
	all := fields.Expense()
	return []fields.Field{named(all, "siren"), named(all, "component"), named(all, "amount")}
}

// compositionKeys are what the files that tell communes' EPCIs are known by: ours, those
// of the DGCL, of INSEE. A file of members may have a commune's code too.
func compositionKeys() [][]fields.Field {
	of := func(headers ...string) fields.Field { return fields.Field{Headers: headers} }
	return [][]fields.Field{
		{of("code_commune"), of("siren_epci"), of("commune")},
		{of("insee"), of("siren_membre")},
		{of("codgeo"), of("epci", "ept")},
	}
}

func named(all []fields.Field, name string) fields.Field {
	field, _ := fields.Named(all, name)
	return field
}

func not(m text.Message) *text.Message { return &m }
