package territory

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
)

// Read reads the composition of another year: a CSV with the columns of the embedded one
// (code_commune, commune, siren_epci, epci), or a workbook of the DGCL or of INSEE as they
// publish it. What it lacks of communes' names, own SIRENs and départements, and all that
// communes were before, is that of history, the embedded composition.
//
// All that is wrong goes to found; there is then no composition. progress is told how
// far the reading is, in bytes; nil for nobody. The error is a diag.System, or a
// diag.Usage.
func Read(name string, stdin io.Reader, history *Composition, progress func(done, total int64), found *diag.List) (*Composition, error) {
	r := &reader{
		history: history, found: found, faults: found.Errors(), first: map[string]int{},
		epcis: map[string]string{}, namedAt: map[string]diag.Place{}, owns: map[string]communeRow{},
	}
	f, err := records.Open(name, r.options(name, stdin, progress), found)
	if err == nil && f != nil {
		err = r.read(f)
	}
	if fault := new(grid.Fault); errors.As(err, &fault) {
		found.Fault(fault.Place, fault.Text)
		return nil, nil
	}
	if err != nil || f == nil || found.Errors() > r.faults {
		return nil, err
	}
	return r.composition(filepath.Base(name), f.Detected()), nil
}

// A reader collects the rows of a file.
type reader struct {
	history *Composition
	found   *diag.List
	faults  int // that the list had before
	date    string

	code, name, siren, epci, own records.Bound
	rows                         []communeRow
	first                        map[string]int        // by code, in rows
	epcis                        map[string]string     // names, by SIREN
	namedAt                      map[string]diag.Place // of these names
	owns                         map[string]communeRow // by their own SIREN
	restored                     int
	restoredAt                   diag.Place // the first
	restoredCell                 string
}

// A communeRow is a sound row of the file.
type communeRow struct {
	at                     diag.Place
	code, name, siren, own string // siren is "" for a commune of no EPCI
}

// kinds gives the columns by kind of file: the commune's code, the EPCI's SIREN, their
// names, the commune's own SIREN. INSEE calls the SIREN "EPCI", or "EPT".
func kinds() [][]fields.Field {
	ours := []fields.Field{
		column("code_commune", "code insee", "insee", "codgeo"),
		column("siren_epci", "siren", "code epci"),
		column("commune", "nom commune", "nom_membre", "libgeo"),
		column("epci", "nom epci", "raison_sociale", "libepci"),
		column("siren_commune", "siren_membre"),
	}
	insee := func(group string) []fields.Field {
		return []fields.Field{column("codgeo"), column(group), column("libgeo"), column("lib" + group), column("siren_commune")}
	}
	return [][]fields.Field{ours, insee("epci"), insee("ept")}
}

func column(name string, headers ...string) fields.Field {
	return fields.Field{Name: name, Kind: fields.Plain, Headers: append([]string{name}, headers...)}
}

func (r *reader) options(name string, stdin io.Reader, progress func(done, total int64)) records.Options {
	o := records.Options{Options: grid.Options{Stdin: stdin, SheetByHeader: true, Progress: progress}}
	for _, k := range kinds() {
		o.Kinds = append(o.Kinds, records.Kind{Keys: k[:2]})
	}
	o.Titles = records.Titles{
		Data: func(row grid.Row) int {
			for _, cell := range row.Cells {
				if date := dateIn(cell); date != "" {
					r.date = date
				}
			}
			return -1
		},
		Other: func(records.Above) *text.Message { return nil },
		None:  func(string, int) text.Message { return text.NoCommunesHeader(filepath.Base(name)) },
	}
	return o
}

// dateIn finds the day that a title tells: "Géographie au 01/01/2021".
func dateIn(title string) string {
	_, after, ok := strings.Cut(strings.ToLower(title), "géographie au ")
	if !ok || len(after) < len("01/01/2021") {
		return ""
	}
	day, err := time.Parse("02/01/2006", after[:len("01/01/2021")])
	if err != nil {
		return ""
	}
	return day.Format(time.DateOnly)
}

// dateOfSheet gives the day that the DGCL's sheet is named for: Epcicom2024.
func dateOfSheet(sheet string) string {
	year, ok := strings.CutPrefix(strings.ToLower(sheet), "epcicom")
	if !ok || len(year) != 4 || !grid.DigitsOnly(year) {
		return ""
	}
	return year + "-01-01"
}

// read reads the rows, and closes the file.
func (r *reader) read(f *records.File) error {
	all := kinds()[f.Kind]
	for _, c := range f.Bind(all, func(string) bool { return true }).Columns {
		switch i := slices.IndexFunc(all, func(field fields.Field) bool { return field.Name == c.Name }); i {
		case 0:
			r.code = c
		case 1:
			r.siren = c
		case 2:
			r.name = c
		case 3:
			r.epci = c
		case 4:
			r.own = c
		}
	}
	err := f.Walk(func(row grid.Row) error {
		if f.Aligned(row) != records.Misaligned {
			r.row(f, row)
		}
		return nil
	})
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if len(r.rows) == 0 && r.found.Errors() == r.faults {
		r.found.Fault(f.HeaderAt, text.NoCommunes())
	}
	if r.restored > 0 {
		r.found.Notice(r.restoredAt, text.INSEECodesRestored(r.code.Said, r.restored, r.restoredCell))
	}
	return nil
}

// row reads one row, and reports what is wrong with it.
func (r *reader) row(f *records.File, row grid.Row) {
	cell := func(b records.Bound) string {
		if b.Headers == nil {
			return ""
		}
		value, kind := records.Cell(row, b.At)
		if kind == grid.Number {
			if plain, ok := grid.PlainNumber(value); ok { // 2.00030633E8 is a SIREN too
				value = plain
			}
		}
		return value
	}
	code, problem := ParseINSEE(cell(r.code))
	switch problem {
	case NotINSEE:
		r.found.Fault(f.Place(r.code.At), text.NotAnINSEECode(r.code.Said, cell(r.code)))
	case INSEERestored:
		if r.restored++; r.restored == 1 {
			r.restoredAt, r.restoredCell = f.Place(r.code.At), cell(r.code)
		}
	case INSEEFine:
	}
	siren, sound := r.epciKey(f, cell(r.siren), cell(r.epci))
	own := cell(r.own)
	if own != "" {
		sound = r.key(f, r.own, own) && sound
	}
	if code == "" || !sound {
		return
	}
	r.nameEPCI(f.Place(r.code.At), siren, cell(r.epci))
	r.add(communeRow{f.Place(r.code.At), code, cell(r.name), siren, own})
}

// nameEPCI keeps the name of an EPCI, and refuses another one.
func (r *reader) nameEPCI(at diag.Place, siren, name string) {
	first := r.epcis[siren]
	switch {
	case siren == "":
	case first == "":
		r.epcis[siren], r.namedAt[siren] = name, at
	case name != "" && string(fold(nil, name)) != string(fold(nil, first)):
		r.found.Fault(at, text.EPCINamedTwice(siren, name, first, r.namedAt[siren].String()))
	}
}

// epciKey reads an EPCI's SIREN: blank for the EPCI that INSEE calls ZZZZZZZZZ, "Sans
// objet", and where the row says nothing of an EPCI.
func (r *reader) epciKey(f *records.File, cell, name string) (siren string, sound bool) {
	if strings.Trim(cell, "Zz") == "" && (cell != "" || name == "") {
		return "", true
	}
	return cell, r.key(f, r.siren, cell)
}

// key tells whether a cell is a SIREN, and reports it if not.
func (r *reader) key(f *records.File, b records.Bound, cell string) bool {
	switch {
	case ValidSIREN(cell):
		return true
	case len(cell) == SIRENDigits && grid.DigitsOnly(cell):
		r.found.Fault(f.Place(b.At), text.WrongKey(b.Said, cell, SwappedSIREN(cell)))
	case cell == "":
		r.found.Fault(f.Place(b.At), text.BlankSIREN(b.Said))
	default:
		r.found.Fault(f.Place(b.At), text.NotASIREN(b.Said, text.CellText(cell, false), SIRENWithin(cell)))
	}
	return false
}

// add keeps a row, unless another has its commune already.
func (r *reader) add(row communeRow) {
	i, again := r.first[row.code]
	if !again {
		r.first[row.code] = len(r.rows)
		r.rows = append(r.rows, row)
		if first, taken := r.owns[row.own]; taken && row.own != "" {
			r.found.Fault(row.at, text.CommuneSIRENTwice(row.own, row.code, first.code, first.at.String()))
		}
		r.owns[row.own] = row
		return
	}
	first := r.rows[i]
	if first.siren == row.siren {
		r.found.Fault(row.at, text.CommuneTwice(row.code, row.name, first.at.String()))
		return
	}
	r.found.Fault(row.at, text.CommuneInTwoEPCIs(row.code, row.name, first.siren, row.siren, first.at.String()))
}

// composition makes the composition of the rows.
func (r *reader) composition(name string, d grid.Detected) *Composition {
	c := &Composition{
		about: About{
			Date: r.date, Source: name, SHA256: d.SHA256, Communes: len(r.rows),
			Encoding: d.Encoding, Delimiter: d.Delimiter, Sheet: d.Sheet,
		},
		departments: r.history.departments,
		history:     r.history,
	}
	if c.about.Date == "" {
		c.about.Date = dateOfSheet(d.Sheet)
	}
	for siren, name := range r.epcis {
		if e := r.history.EPCIBySIREN(siren); name == "" && e != nil {
			name = e.Name
		}
		c.epcis = append(c.epcis, EPCI{SIREN: siren, Name: name})
	}
	slices.SortFunc(c.epcis, func(a, b EPCI) int { return strings.Compare(a.SIREN, b.SIREN) })
	slices.SortFunc(r.rows, func(a, b communeRow) int { return strings.Compare(a.code, b.code) })
	for _, row := range r.rows {
		c.add(r.commune(row, c))
	}
	return c
}

// commune makes a commune of its row, with what history knows of one that has its code.
func (r *reader) commune(row communeRow, c *Composition) Commune {
	commune := Commune{Code: row.code, Name: row.name, Department: DepartmentOf(row.code), EPCI: c.EPCIBySIREN(row.siren), SIREN: row.own}
	if now := r.history.current(row.code); now != nil {
		if commune.Name == "" {
			commune.Name = now.Name
		}
		if commune.SIREN == "" {
			commune.SIREN = now.SIREN
		}
	}
	return commune
}

// add adds a commune; they come by code, so their départements come in order too.
func (c *Composition) add(commune Commune) {
	last := len(c.blocks) - 1
	if last < 0 || c.blocks[last].prefix != commune.Department {
		c.blocks = append(c.blocks, &block{prefix: commune.Department})
		last++
	}
	c.blocks[last].communes = append(c.blocks[last].communes, commune)
}
