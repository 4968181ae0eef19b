package counts

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Books are what all files of costs share, or all of subsidies.
type books struct {
	role  Role
	kinds []records.Kind
	all   []fields.Field
	none  func(first string, most int) text.Message
	post  func(*ledger, *entry) error // puts a sound row where it belongs

	rows       map[string]int        // of the table, by SIREN
	references map[string]diag.Place // as they are compared
	alike      map[entry]diag.Place  // rows without reference
	posted     map[slot]bool
	sirenBy    map[string]string // SIRENs of the table's rows, by folded name; nil until somebody asks
	sirens     []string          // that the run knows; nil until somebody asks
}

// A slot is what amounts are posted to: a component of a row of the table, or, with
// "", its subsidies.
type slot struct {
	row       int
	component string
}

// A ledger is one of these files, while it is read.
type ledger struct {
	*file
	*books
	at        map[string]int // columns, by field
	others    []payment      // left out, as their EPCI is not in the run
	otherAt   map[string]int // where they are in others
	otherYear []int          // lines whose day is not in the year of the run
	afterDate []int          // lines whose day is after the date of the documents
	placeless bool           // a commune was named without its département, which was said
}

// A payment is how much is left out of one commune, or of one SIREN.
type payment struct {
	whose  string
	amount pricing.Cents
}

// An entry is one row of a ledger.
type entry struct {
	siren     string
	name      string             // beside the SIREN
	component *pricing.Component // of a cost
	commune   communeCells       // of a subsidy
	amount    pricing.Cents
	// The rest is as it stands, the date in ISO.
	label, date, reference string

	merged bool // some cell is blank because it is merged with another
}

// readLedgers reads files of costs, or of subsidies. The error joins a [diag.System] for
// each that the system refused, or is what ends the run.
func (r *run) readLedgers(names []string, b books) error {
	b.rows = bySIREN(r.table.Rows)
	b.references, b.alike, b.posted = make(map[string]diag.Place), make(map[entry]diag.Place), make(map[slot]bool)
	var refused []error
	for _, name := range names {
		refused = append(refused, r.through(name, records.Options{
			Options: grid.Options{Stdin: r.Stdin, SheetByHeader: true},
			Kinds:   b.kinds, Named: r.named.Of(b.all),
			Titles: records.Titles{Data: dataCell, Other: otherFile(name), None: b.none},
		}, func(f *records.File) error {
			l := &ledger{file: r.newFile(name, f, b.role), books: &b, at: make(map[string]int)}
			return l.walk()
		}))
	}
	return errors.Join(refused...)
}

// walk reads the file from its first row to its last.
func (l *ledger) walk() error {
	if err := l.bind(); err != nil {
		return err
	}
	if err := l.Walk(l.row); err != nil {
		return err
	}
	l.finish()
	if l.others != nil {
		l.tellOthers()
	}
	if l.otherYear != nil {
		l.found.Notice(l.At, text.DaysOfOtherYear(len(l.otherYear), l.table.Year, ranges(l.otherYear)))
	}
	if l.afterDate != nil {
		l.found.Notice(l.At, text.DaysAfterDate(len(l.afterDate), text.Day(string(l.Date)), ranges(l.afterDate)))
	}
	return nil
}

// tellOthers says whose amounts were left out.
func (l *ledger) tellOthers() {
	var total int64
	var each []text.Phrase
	for _, p := range l.others {
		total = add(total, int64(p.amount))
		each = append(each, text.AmountFor(p.whose, p.amount.String()))
	}
	say := text.SubsidiesOfOthers
	if l.role == CostsRole {
		say = text.CostsOfOthers
	}
	l.found.Notice(l.At, say(l.leftOut[NotAMember], pricing.Cents(total).String(), each))
}

// bind binds the columns, and reports those that are missing.
func (l *ledger) bind() error {
	b := l.Bind(l.all, nil)
	if twice := b.MapTwice; twice != nil {
		return diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	if b.Unknown != nil {
		l.found.Notice(l.HeaderAt, text.UnknownColumns(b.Unknown))
	}
	for _, bound := range b.Columns {
		l.at[bound.Name] = bound.At
		l.source().said[bound.Name] = bound.Said
		l.columns = append(l.columns, column{Bound: bound})
		if slices.Contains([]string{"siren", "commune_code", "commune"}, bound.Name) {
			l.keysAt = append(l.keysAt, bound.At)
		}
	}
	slices.SortFunc(l.columns, func(a, b column) int { return a.At - b.At })
	if missing := l.missing(); missing != nil {
		l.found.Fault(l.HeaderAt, text.LacksColumns(missing))
		return errReported
	}
	return nil
}

// missing are the columns that the file lacks.
func (l *ledger) missing() []text.Phrase {
	_, component := l.at["component"]
	switch {
	case l.keysAt == nil: // of subsidies: the others are known by it
		return []text.Phrase{text.ColumnWord("siren", "siren"), text.OrColumnWord("code commune", "commune_code")}
	case l.role == CostsRole && !component:
		return []text.Phrase{text.ColumnWord("part", "component")}
	}
	return nil
}

// row reads one row below the header: it is posted, or left out, or has a fault.
func (l *ledger) row(row grid.Row) error {
	l.count(row)
	before := l.found.Errors()
	if !l.stands(row) {
		return nil
	}
	var e entry
	for i := range l.columns {
		l.cell(row, &l.columns[i], &e)
	}
	if l.found.Errors() > before || e.merged {
		return nil
	}
	return l.post(l, &e)
}

// rowOf finds the row of the table of an EPCI, or reports that there is none. One that
// was left out takes what is its with it.
func (l *ledger) rowOf(e *entry) (row int, ok bool) {
	if row, ok = l.rows[e.siren]; ok {
		l.namedAsOther(row, e)
		return row, true
	}
	switch {
	case l.incomplete: // which may be why, and was said
	case l.leftOutOfRun(e.siren):
		l.leave(e.siren, e)
	default:
		l.found.Fault(l.place("siren"), l.nobodys(e.siren))
	}
	return 0, false
}

// namedAsOther tells of an entry that has the SIREN of one row of the table, and the name of
// another.
func (l *ledger) namedAsOther(row int, e *entry) {
	folded := fields.Fold(e.name)
	if folded == "" || folded == fields.Fold(l.table.Rows[row].Name) {
		return
	}
	if l.sirenBy == nil {
		l.sirenBy = make(map[string]string)
		for i := range l.table.Rows {
			l.sirenBy[fields.Fold(l.table.Rows[i].Name)] = l.table.Rows[i].SIREN
		}
	}
	if other, there := l.sirenBy[folded]; there {
		l.found.Notice(l.place("siren"), text.NamedAsOther(e.siren, e.name, other))
	}
}

// nobodys says of a SIREN that the run does not know it, and which it may have been meant
// to be, where that will be shown.
func (l *ledger) nobodys(siren string) text.Message {
	said := l.saidAs("siren")
	if l.found.Full() {
		return text.NobodysSIREN(said, siren, nil)
	}
	if lost := l.lost(said, siren); lost != nil {
		return *lost
	}
	if l.sirens == nil {
		l.sirens = sirensOf(l.seen, l.table.Rows)
	}
	return text.NobodysSIREN(said, siren, nearSIRENs(siren, l.sirens))
}

// leave leaves out an entry whose EPCI is not in the run: that is said, unless --epci
// asked for it.
func (l *ledger) leave(whose string, e *entry) {
	l.leftOut[NotAMember]++
	if l.asked != nil {
		return
	}
	at, there := l.otherAt[whose]
	if !there {
		at = len(l.others)
		l.others = append(l.others, payment{whose: whose})
		put(&l.otherAt, whose, at)
	}
	l.others[at].amount = pricing.Cents(add(int64(l.others[at].amount), int64(e.amount)))
}

// leftOutOfRun tells whether an EPCI without a row is one that the run knows of.
func (r *run) leftOutOfRun(siren string) bool {
	key := sirenKey(siren)
	for _, rows := range []map[member]line{r.seen, r.enrolled} {
		if _, there := rows[member{key, int32(r.table.Year)}]; there {
			return true
		}
		for year := range r.years {
			if _, there := rows[member{key, int32(year)}]; there {
				return true
			}
		}
	}
	if !r.hasSchools() || r.asked == nil && r.Members == "" {
		return false
	}
	c, err := r.composition() // all EPCIs, of which the flags keep some
	return err == nil && c != nil && (c.EPCIBySIREN(siren) != nil || c.CommuneBySIREN(siren) != nil)
}

// hasSchools tells whether the counts are made of schools.
func (r *run) hasSchools() bool {
	return slices.ContainsFunc(r.table.Inputs, func(in Input) bool { return in.Role == SchoolsRole })
}

// keep notes that an entry was posted. It tells of one that is perhaps not of the year, or
// perhaps there twice.
func (l *ledger) keep(e *entry) {
	l.input().Kept++
	if year := l.table.Year; year != 0 && e.date != "" && !strings.HasPrefix(e.date, fmt.Sprintf("%04d-", year)) {
		l.otherYear = append(l.otherYear, l.Place(-1).Line)
	}
	if l.Date != "" && e.date > string(l.Date) {
		l.afterDate = append(l.afterDate, l.Place(-1).Line)
	}
	if e.reference != "" {
		return
	}
	alike := *e
	alike.name = ""
	if first, twice := l.alike[alike]; twice {
		l.found.Notice(l.Place(-1), text.RowAlike(first.String()))
		return
	}
	l.alike[alike] = l.Place(-1)
}

// claim refuses an amount for a slot that a column of the counts, or of the members,
// says something of already.
func (l *ledger) claim(a slot, field string, taken bool) bool {
	if taken && !l.posted[a] {
		l.found.Fault(l.place("amount"), text.SaidTwice(l.table.said(a.row, field), l.table.Place(a.row, field).String()))
		return false
	}
	l.posted[a] = true
	return true
}

// place is that of a field's cell in the row last read, or the row's.
func (l *ledger) place(field string) diag.Place {
	if at, there := l.at[field]; there {
		return l.Place(at)
	}
	return l.Place(-1)
}

// saidAs names a field of the ledger in a sentence.
func (l *ledger) saidAs(field string) text.Phrase { return l.source().said[field] }
