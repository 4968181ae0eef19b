package verify

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"

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

// Read reads a table, or the tables of a workbook, under the tariff that pick gives, of
// those known, once the year is known.
//
// What keeps the file from being read goes to found; there is then no annex. What cannot
// be read of a single cell is a finding of the check. The error is a [diag.Usage], a
// [diag.System], or what pick returned.
func Read(o Options, tariffs []*pricing.Tariff, pick counts.Pick, found *diag.List) (*Annex, error) {
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
	for _, sheet := range sheets {
		if err == nil {
			err = r.read(sheet)
		}
	}
	if err == nil && len(r.annex.Tables) > 0 && r.annex.Tables[0].At.Sheet != "" {
		err = r.readSources()
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
	pick  counts.Pick
	found *diag.List
	annex *Annex
}

// options are those to open a sheet with.
func (r *reader) options(sheet string) records.Options {
	return records.Options{
		Options: grid.Options{Stdin: bytes.NewReader(r.Data), Sheet: sheet, SheetFlag: "--sheet", Merged: true},
		Kinds:   r.kinds, Named: r.named,
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
	field, _ := fields.Named(fields.Of(&pricing.Tariff{}), "year")
	if at := t.Find(field); t.annex.Year == 0 && len(at) > 0 && !empty {
		t.annex.Year, _ = yearIn(first, at[0])
	}
	tariff, err := t.pick(t.annex.Year)
	t.annex.Tariff = tariff
	return err
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
	at     map[string]int // columns, by field
	fields []fields.Field
	key    cell // of the row before, and its name: it may stand once for several rows
	name   string
	since  int     // the members before the last total line
	member *Member // of the row before; nil after a total line
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
	if len(t.Members) == 0 {
		t.found.Fault(t.Header, text.NoRows())
	}
	t.annex.Tables = append(t.annex.Tables, t.Table)
	return nil
}

// bind binds the columns to fields.
func (t *table) bind() error {
	t.fields = fieldsOf(t.annex.Tariff)
	b := t.Bind(t.fields, aside)
	if twice := b.MapTwice; twice != nil {
		return diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	if b.Unknown != nil {
		t.found.Notice(t.Header, text.UnknownColumns(b.Unknown))
	}
	t.at = make(map[string]int)
	for _, c := range b.Columns {
		t.at[c.Name] = c.At
		t.Columns[c.Name] = t.Heads[c.At].At
	}
	if !t.Long {
		t.wide()
	}
	return nil
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

// mostDocument bounds, in bytes, a calc document: that of all EPCIs has a tenth of it.
const mostDocument = 64 << 20

// Document gives the bytes of an annex that is JSON; nil for any other. stdin are those
// of standard input, if "-" names it and it is none. The error is a [diag.System], or a
// [diag.Usage] for what is too large.
func Document(name string, in io.Reader) (document, stdin []byte, err error) {
	from := in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, diag.Unreadable(name, err)
		}
		defer func() { _ = f.Close() }() // nothing was written to it
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			return nil, nil, diag.Unreadable(name, cmp.Or(err, error(syscall.EISDIR)))
		}
		from = f
	}
	head := bufio.NewReader(from)
	json := beginsJSON(head)
	if !json && name != "-" {
		return nil, nil, nil
	}
	all, err := io.ReadAll(io.LimitReader(head, mostDocument+1))
	switch {
	case err != nil:
		return nil, nil, diag.Unreadable(name, err)
	case len(all) > mostDocument:
		return nil, nil, diag.Usage{Text: text.DocumentTooLarge(mostDocument >> 20), Place: diag.Place{File: name}}
	case json:
		return all, nil, nil
	}
	return nil, all, nil
}

// beginsJSON tells whether the first character that is no space opens an object.
func beginsJSON(r *bufio.Reader) bool {
	const far = 64 // a byte order mark and some spaces
	head, _ := r.Peek(far)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("{"))
}
