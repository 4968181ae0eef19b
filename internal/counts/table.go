// Package counts reads what members declare, a row per EPCI, into [pricing.Counts].
//
// One walk goes through it: files of cells (internal/grid) → header found → year known
// → tariff picked → columns bound to fields (internal/fields) → one row after the
// other, each cell parsed, each fault reported with its place → [Table].
//
// Files of schools, a row each, join it by a bend: rows → schools held, of the latest
// rentrée so far, while their communes are found on another core → rolled up into a row
// for each member.
package counts

import (
	"io"
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Options say what to read, and how.
type Options struct {
	Files   []string // names; "-" is Stdin
	Stdin   io.Reader
	Sheet   string           // of the workbooks; "" where only one sheet has data
	Columns []records.Column // named by hand (--map)
	EPCI    []string         // SIRENs to keep; none keeps all
	// EPCIElsewhere says that such a SIREN may be in other counts: [Table.Absent] has
	// those that no row has, and nothing is wrong.
	EPCIElsewhere bool
	Year          int // rows to keep, and the year (R10); 0 when not asked for

	Members   string   // a file of the members, and what they chose; "" for none
	Costs     []string // files of costs, one by one
	Subsidies []string // files of subsidies, one by one
	// Date is that of the documents, which no cost and no subsidy should be after; "" for
	// none.
	Date pricing.Date

	// Of files of schools:
	Rentree     int      // the rentrée to keep; 0 for the latest
	Sector      Sector   // "" is [Public]
	Directories []string // files that tell a school's commune by its UAI (--annuaire)
	Communes    string   // a file of communes and EPCIs; "" for the embedded one

	// Progress is told how far the reading of a file is, in bytes; nil for nobody.
	Progress func(file string) func(done, total int64)
}

// A Sector is which schools are kept.
type Sector string

// The sectors.
const (
	Public  Sector = "public" // since the syndicat equips the communes' schools
	Private Sector = "private"
	All     Sector = "all"
)

// Pick chooses the tariff once the year is known (R8); year is 0 when it is not.
type Pick func(year int) (*pricing.Tariff, error)

// A Table is the counts of a run, with where each comes from.
type Table struct {
	Tariff *pricing.Tariff
	Year   int // 0 when nothing tells it (R10)
	Rows   []pricing.Counts
	Inputs []Input
	// GivesNew tells whether the files have a column of new pupils or schools (R2).
	GivesNew bool
	// Schools are those that the counts were made of, in the order of Rows, then of the
	// files; none when the counts are the files' own.
	Schools []School
	// Absent are the SIRENs of [Options.EPCI] that no row has, with what refuses each;
	// nil where they must not be.
	Absent map[string]text.Message
	// Composition tells by what communes and EPCIs were known; nil when nobody asked.
	Composition *territory.About

	sources []source // by input
	places  []place  // by row of Rows
	members []place  // by row of Rows: its member's, in the file of members; none without
	cells   []cell   // of all rows of these: those that pricing may refuse
	// granted is, by row of Rows, where the first subsidy is that a file of them gives.
	granted map[int]diag.Place
}

// A School is one that a member's counts are made of.
type School struct {
	Row       int // of the table, from 0: whose counts it is in
	UAI, Name string
	Commune   *territory.Commune
	Way       territory.Way // how its commune was found
	Directory bool          // by what a directory says of its UAI
	Pupils    pricing.Quantity
	Sector    Sector // [Public] or [Private]; "" when the file does not say
	Rentree   int    // that its pupils are of; 0 when the file does not say
	Wave      int    // the year that it was equipped in; 0 when the file does not say
	New       bool   // equipped in the year of the run
}

// A Role is what a file was read for.
type Role string

// The roles, as programs know them.
const (
	CountsRole      Role = "counts"    // a row per EPCI
	SchoolsRole     Role = "schools"   // a row per school
	MembersRole     Role = "members"   // --members
	CostsRole       Role = "costs"     // --costs
	SubsidiesRole   Role = "subsidies" // --subsidies
	DirectoryRole   Role = "directory" // --annuaire
	CompositionRole Role = "communes"  // --communes
)

// An Input is what one file turned out to be, for the provenance.
type Input struct {
	Role       Role
	Name       string // base name, or "-"
	SHA256     string
	Encoding   string // "" for a workbook
	Delimiter  string // "" for a workbook
	Sheet      string // "" for delimited text
	TitleLines int    // non-blank lines skipped above the header
	Rows       int    // read: Kept + those left out, unless some are faulty
	Kept       int
	LeftOut    []LeftOut // in the order of the reasons below

	// Of a file of schools:
	Rentree    int   // that was kept: 2024; 0 when no column tells it
	Pupils     int64 // of all rows that say them
	KeptPupils int64
}

// OfSchools tells whether the file has a row per school.
func (in Input) OfSchools() bool { return in.Role == SchoolsRole }

// OfSchools tells whether some file has a row per school.
func OfSchools(inputs []Input) bool { return slices.ContainsFunc(inputs, Input.OfSchools) }

// LeftOut counts rows that were read and not kept, by reason.
type LeftOut struct {
	Reason string // a code, below
	Rows   int
	Pupils int64 // of a file of schools: those that the rows say
}

// Reasons for which rows are left out, in the order in which they are looked at.
const (
	OtherYear    = "other-year"    // of another year than the one asked for
	OtherRentree = "other-rentree" // of another rentrée than the one kept
	NotASchool   = "not-a-school"  // a collège, a lycée, a service
	OtherSector  = "sector"        // private, by default
	NotEquipped  = "not-equipped"  // not yet equipped in the year
	NoPupils     = "no-pupils"     // a directory that does not know how many pupils
	NoEPCI       = "no-epci"       // in a commune that belongs to none
	NotAMember   = "not-a-member"  // of an EPCI that is none of the members
	TotalLine    = "total"         // the line that sums the others
)

// A source is where the rows of one input stand.
type source struct {
	file   diag.Place // the file, and the sheet of a workbook
	header diag.Place
	key    int                    // the column of the SIREN in a workbook; 0 in a text, where it varies by row
	kept   []string               // fields whose cells are kept in Table.cells, for each row
	said   map[string]text.Phrase // the fields that have a column, in sentences
	faulty tally                  // of a file of schools: rows neither kept nor left out
}

// A place is where one row stands: 50,000 of them are kept.
type place struct {
	source, line int32
	cells        int32 // where its first is in Table.cells
}

// A cell is where one cell stands in its file; the zero cell is blank or unknown.
type cell struct{ line, column int32 }

// Place is where a row of the table stands; field names a cell of it, "" the row. It
// is the row's place for a cell that pricing cannot refuse.
func (t *Table) Place(row int, field string) diag.Place {
	if at, given := t.granted[row]; given && field == "subsidy" {
		return at
	}
	return t.at(t.holder(row, field), field)
}

// holder is the place of the row that says a field of a row of the table: that of the
// member, where its cell has something, else that of the counts.
func (t *Table) holder(row int, field string) place {
	if t.members != nil && t.cell(t.members[row], field).line > 0 {
		return t.members[row]
	}
	return t.places[row]
}

// at is where a field of a row of some file stands, or the row.
func (t *Table) at(p place, field string) diag.Place {
	at := t.sources[p.source].file
	at.Line = int(p.line)
	if c := t.cell(p, field); c.line > 0 {
		at.Line, at.Column = int(c.line), int(c.column)
	}
	return at
}

// cell finds a field's among those kept of a row of some file.
func (t *Table) cell(p place, field string) cell {
	if i := slices.Index(t.sources[p.source].kept, field); i >= 0 {
		return t.cells[int(p.cells)+i]
	}
	return cell{}
}

// said names a field of a row in a sentence, as the file has it that says it.
func (t *Table) said(row int, name string) text.Phrase {
	files := []place{t.holder(row, name), t.places[row]}
	if t.members != nil {
		files = append(files, t.members[row])
	}
	for _, p := range files {
		if said, there := t.sources[p.source].said[name]; there {
			return said
		}
	}
	if field, known := fields.Named(fields.Of(t.Tariff), name); known {
		return field.Absent()
	}
	return text.Phrase{FR: name, EN: name}
}
