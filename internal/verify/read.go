package verify

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Options say which annex to read, and how.
type Options struct {
	Name    string // "-" is Data
	Data    []byte // of standard input
	Sheet   string // of a workbook; "" for all whose header is known
	Columns []records.Column
	Year    int // the rows to check; 0 for those of the first row's year
}

// A Pick chooses the tariff for the year of an annex, of which it names a version; 0 and
// "" where it does not.
type Pick func(year int, version string) (*pricing.Tariff, error)

// Read reads a table, or the tables of a workbook, under the tariff that pick gives, of
// those known, once the year is known.
//
// What keeps the file from being read goes to found; there is then no annex. What cannot
// be read of a single cell is a finding of the check. The error is a [diag.Usage], a
// [diag.System], or what pick returned.
func Read(o Options, tariffs []*pricing.Tariff, pick Pick, found *diag.List) (*Annex, error) {
	all := known(tariffs)
	columns, err := fieldsMapped(o.Columns, all)
	if err != nil {
		return nil, err
	}
	r := &reader{
		Options: o, pick: pick, found: found, named: records.NewNamed(columns),
		annex: &Annex{Name: filepath.Base(o.Name), Year: o.Year},
	}
	r.kinds, r.long = kinds(all)
	before := found.Errors()
	sheets, err := r.sheets()
	if err == nil && sheets[0] != "" {
		err = r.readSources()
	}
	for _, sheet := range sheets {
		if err == nil {
			err = r.read(sheet)
		}
	}
	if len(r.annex.Tables) == 0 && len(r.empty) > 0 {
		found.Fault(r.empty[0], text.NoRows())
	}
	if fault := new(grid.Fault); errors.As(err, &fault) {
		found.Fault(fault.Place, fault.Text)
		return nil, diag.Invalid{}
	}
	if err == nil && found.Errors() == before {
		err = r.namedNowhere()
	}
	if err == nil && found.Errors() > before {
		err = diag.Invalid{}
	}
	return r.annex, err
}

// A reader reads the tables of one annex.
type reader struct {
	Options
	kinds []records.Kind
	long  int // how many of the kinds are those of a row for each item
	named *records.Named
	pick  Pick
	found *diag.List
	annex *Annex
	empty []diag.Place // headers of items, of which there are none: nobody is charged any
}

// options are those to open a sheet with.
func (r *reader) options(sheet string) records.Options {
	return records.Options{
		Options: grid.Options{Stdin: bytes.NewReader(r.Data), Sheet: sheet, SheetFlag: "--sheet", Merged: true},
		Kinds:   r.kinds, Named: r.named, Bare: true,
		Titles: records.Titles{
			Other: func(records.Above) *text.Message { return nil },
			None:  text.NoAnnexHeader,
		},
	}
}

// sheets names the sheets to read: the one asked for, else those whose header is known;
// "" is that of a text, or the only one that has data.
func (r *reader) sheets() ([]string, error) {
	if r.Sheet != "" {
		return []string{r.Sheet}, nil
	}
	sheets, err := records.Sheets(r.Name, r.options(""))
	if err == nil && sheets == nil {
		sheets = []string{""}
	}
	return sheets, err
}

// read reads one sheet.
func (r *reader) read(sheet string) error {
	f, err := records.Open(r.Name, r.options(sheet), r.found)
	if usage := new(diag.Usage); errors.As(err, usage) && sheet == "" { // several sheets, of which none is known
		r.found.Fault(diag.Place{File: r.Name}, text.NoSheetOfAnnex())
		return nil
	}
	if err != nil || f == nil {
		return err
	}
	t := &table{reader: r, File: f, Table: &Table{At: f.At, Header: f.HeaderAt, Long: f.Kind < r.long, Columns: make(map[string]diag.Place)}}
	err = t.walk()
	r.annex.SHA256 = f.Detected().SHA256
	return errors.Join(err, f.Close())
}

// year settles the year, of the first row if no flag did, and the tariff.
func (t *table) year(first grid.Row, empty bool) error {
	if t.annex.Tariff != nil {
		return nil
	}
	if at, there := t.column("year"); there && t.annex.Year == 0 && !empty {
		t.annex.Year, _ = yearIn(first, at)
	}
	if at, there := t.column(tariffField); there && t.annex.Version == "" && !empty {
		t.annex.Version, _ = records.Cell(first, at)
	}
	tariff, err := t.pick(t.annex.Year, strings.TrimSuffix(t.annex.Version, simulationSuffix))
	t.annex.Tariff = tariff
	return err
}

// column finds the column of a field that no tariff changes.
func (t *table) column(name string) (at int, there bool) {
	field, _ := fields.Named(fieldsOf(&pricing.Tariff{}), name)
	if all := t.Find(field); len(all) > 0 {
		return all[0], true
	}
	return 0, false
}

// yearIn reads the year of a row; ok is false where there is none.
func yearIn(row grid.Row, at int) (year int, ok bool) {
	cell, _ := records.Cell(row, at)
	return counts.ParseYear(cell)
}

// A table is one that is being read.
type table struct {
	*reader
	*records.File
	*Table
	at         map[string]int // columns, by field
	fields     []fields.Field
	key        cell // of the row before, and its name: it may stand once for several rows
	name       string
	since      int          // the members before the last total line
	member     *Member      // of the row before; nil after a total line
	tariff     string       // that the first row names
	nameless   []int        // columns that have numbers, and no header
	namelessAt []diag.Place // the first of each
}

// walk reads the rows.
func (t *table) walk() error {
	for bound := false; ; {
		row, err := t.Next()
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return err
		}
		if !bound {
			if err := t.year(row, last); err != nil {
				return err
			}
			if err := t.bind(); err != nil {
				return err
			}
			bound = true
		}
		if last {
			break
		}
		t.row(row)
	}
	t.keyless()
	if t.namelessAt != nil {
		tell := t.found.Notice
		if !t.hasParts() { // they may well be the parts, under a second line of headers
			tell = t.found.Fault
		}
		tell(t.namelessAt[0], text.NamelessColumns(int64(len(t.nameless))))
	}
	switch {
	case len(t.Members) > 0:
		t.annex.Tables = append(t.annex.Tables, t.Table)
	case t.Long:
		t.empty = append(t.empty, t.Header)
	default:
		t.found.Fault(t.Header, text.NoRows())
	}
	return nil
}

// hasParts tells whether some column is of a component, or the rows are of items.
func (t *table) hasParts() bool {
	_, amounts := t.at[amountField]
	return amounts || slices.ContainsFunc(t.fields, func(f fields.Field) bool {
		_, there := t.at[f.Name]
		return there && f.Component != nil
	})
}

// bind binds the columns to fields.
func (t *table) bind() error {
	t.fields = fieldsOf(t.annex.Tariff)
	b := t.Bind(t.fields, func(folded string) bool { return aside(folded) || t.beginning(folded) != "" })
	if twice := b.MapTwice; twice != nil {
		return diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	t.at = make(map[string]int)
	for _, c := range b.Columns {
		t.at[c.Name] = c.At
		t.Columns[c.Name] = t.Heads[c.At].At
	}
	if !t.Long {
		t.wide()
		t.besides()
	}
	if headers, flags := t.notRead(); headers != nil {
		t.found.Notice(t.Header, text.UnreadColumns(headers, flags))
	}
	return nil
}

// besides keeps the columns that are not read, right of the members' keys: they may hold
// amounts.
func (t *table) besides() {
	key := max(t.at["siren"], t.at["epci"])
	for i, h := range t.Heads {
		if i > key && h.Text != "" && !h.Used && !aside(h.Folded) {
			t.unread = append(t.unread, unread{h.Text, t.beginning(h.Folded), i})
		}
	}
}

// beginning gives the component that has no column and whose label alone begins with
// what a header has; "" for none.
func (t *table) beginning(folded string) (id string) {
	for _, f := range t.fields {
		if folded == "" || f.Component == nil || f.Kind == fields.Units || len(t.Find(f)) > 0 {
			continue
		}
		if slices.ContainsFunc(f.Headers, func(h string) bool { return strings.HasPrefix(fields.Fold(h), folded) }) {
			if id != "" {
				return ""
			}
			id = f.Name
		}
	}
	return id
}

// notRead lists the headers that are no field's, and the flags that would have some of
// them read.
func (t *table) notRead() (headers, flags []string) {
	for _, h := range t.Heads {
		if h.Used || h.Text == "" || aside(h.Folded) {
			continue
		}
		headers = append(headers, h.Text)
		if id := t.beginning(h.Folded); id != "" {
			flags = append(flags, text.MapFlag(id, h.Text))
		}
	}
	return headers, flags
}

// wide settles what a column that is only called a total, or an amount, holds: the gross
// where there is a net, or where the subsidy is taken away to its right.
func (t *table) wide() {
	at, there := t.at[totalField]
	if !there {
		if at, there = t.at[amountField]; !there {
			return
		}
	}
	subsidy, hasSubsidy := t.at[subsidyField]
	_, hasNet := t.at[netField]
	_, hasGross := t.at[grossField]
	switch {
	case hasNet && hasGross:
		return // what it may be is not known
	case hasNet || hasSubsidy && at < subsidy && !hasGross:
		t.total = grossField
	default:
		t.total = netField
	}
	t.at[t.total] = at
	t.Columns[t.total] = t.Heads[at].At
}

// fieldsMapped checks that --map names fields, by their name or one of their headers, and
// gives them their name.
func fieldsMapped(columns []records.Column, all []fields.Field) ([]records.Column, error) {
	columns = slices.Clone(columns)
	var wrong []error
	for i := range columns {
		m := &columns[i]
		if _, known := fields.Named(all, m.Field); known {
			continue
		}
		folded := fields.Fold(m.Field)
		at := slices.IndexFunc(all, func(f fields.Field) bool { return records.Reads(folded, f) })
		if at < 0 {
			wrong = append(wrong, diag.Usage{Text: text.UnknownMapField(m.Field, nearField(m.Field, all))})
			continue
		}
		m.Field = all[at].Name
	}
	return columns, errors.Join(wrong...)
}

// namedNowhere refuses columns named by hand that are nowhere.
func (r *reader) namedNowhere() error {
	var wrong []error
	missing, headers := r.named.Nowhere()
	for _, m := range missing {
		wrong = append(wrong, diag.Usage{Text: text.MapHeaderNowhere(m.Header, headers)})
	}
	return errors.Join(wrong...)
}
