package counts

import (
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// schools are those of all files of a run, a row each, until they are rolled up into
// rows of members.
//
// Of several rentrées only one is kept, and which one is not known before the last row:
// what was read of the latest so far is held, and dropped when a later one shows up. So
// memory does not grow with the rentrées that a file has.
type schools struct {
	files   []*schoolsFile
	rentree int // the one that is held; 0 where no column tells it
	held    []held
	aside   []aside // schools of that rentrée that are left out
	uais    uais    // where schools stand in held, or in aside
	finder  finder
}

// A held school is one that is kept, unless a later rentrée shows up.
type held struct {
	text         string // its UAI, the key of where it says that it is, its name
	nameAt       int32
	pupils       int32
	directory    int32 // where a directory says that it is; -1 for nothing
	file         int32 // among the files of schools
	line, column int32 // of its commune, or of what stands for it
	wave         int16
	sector       uint8
	epci         uint32 // that its row says it is in; 0 for none
	isNew        bool
	restored     bool // its UAI got a zero back
}

func (h *held) uai() string  { return h.text[:territory.UAILength] }
func (h *held) name() string { return h.text[h.nameAt:] }

// A tally counts rows, and the pupils that they say.
type tally struct {
	rows   int
	pupils int64
}

// add counts one more row.
func (t *tally) add(pupils int64) { t.addAll(tally{1, pupils}) }

func (t *tally) addAll(other tally) {
	t.rows += other.rows
	t.pupils = add(t.pupils, other.pupils)
}

// A schoolsFile is a file of schools that is being read.
type schoolsFile struct {
	*run
	*records.File
	index   int // among the table's inputs
	ordinal int // among the files of schools
	columns schoolColumns

	rentreeCell string       // of the row before
	rentreeYear int          // that it tells
	rentrees    map[int]bool // of all rows
	kinds       memo         // what the cells of type and sector say
	sectors     memo
	buffer      []byte

	all          tally            // of the rows that could be read
	kept         tally            // of the rentrée that is held
	leftOut      map[string]tally // of the same, by reason
	doubtful     tally            // rows of the same that have a fault
	otherTally   tally            // of other rentrées
	faulty       tally            // rows that have a fault, whatever their rentrée
	faults       diag.List        // of rows, whatever their rentrée
	doubts       diag.List        // of rows of the rentrée that is held
	unknownTypes map[string]int   // rows of the same, by type
	nameless     []string         // schools without pupils, the first of them
	merged       bool             // a cell of the row is blank because it is merged with another
	broken       bool             // some row was not read: a total says nothing
	total        *totalLine
	hidden       []int
}

func (f *schoolsFile) input() *Input   { return &f.table.Inputs[f.index] }
func (f *schoolsFile) source() *source { return &f.table.sources[f.index] }

// readSchools reads a file of schools; they are held until all files are read. The
// error is one that ends the run.
func (r *run) readSchools(name string, opened *records.File) error {
	if r.table.Tariff == nil { // no column tells the year
		tariff, err := r.pick(r.table.Year)
		if err != nil {
			return err
		}
		r.table.Tariff = tariff
	}
	f := r.newSchoolsFile(name, opened)
	if err := r.startFinder(); err != nil {
		return err
	}
	if ready, err := f.bindSchools(); !ready {
		return err
	}
	err := f.Walk(func(row grid.Row) error {
		f.row(row)
		return nil
	})
	if err == nil {
		f.finish()
	}
	return err
}

func (r *run) newSchoolsFile(name string, opened *records.File) *schoolsFile {
	f := &schoolsFile{
		run: r, File: opened, index: r.addInput(name, opened, SchoolsRole), ordinal: len(r.schools.files),
		rentrees: make(map[int]bool), leftOut: make(map[string]tally), unknownTypes: make(map[string]int),
	}
	if r.schools.files == nil {
		r.schools.rentree = r.Rentree
	}
	r.schools.files = append(r.schools.files, f)
	return f
}

// startFinder begins to find where the schools are, unless it has begun.
func (r *run) startFinder() error {
	if r.schools.finder.batches != nil {
		return nil
	}
	composition := r.embedded()
	if r.Communes != "" { // its faults are this goroutine's to report
		c, err := r.composition()
		if err != nil {
			return err
		}
		composition = func() (*territory.Composition, error) { return c, nil }
	}
	r.schools.finder.start(composition)
	return nil
}

// finish notes what is known once all rows of the file are read.
func (f *schoolsFile) finish() {
	f.checkTotal()
	if f.input().Rows == f.leftOut[TotalLine].rows {
		f.found.Fault(f.source().header, text.NoSchools())
	}
	f.endInput(f.index, f.File, f.hidden)
}

// supersede drops what is held of a rentrée, and its faults, for a later one.
func (s *schools) supersede(rentree int) {
	s.rentree = rentree
	clear(s.held) // so that their texts can go
	s.held = s.held[:0]
	clear(s.aside)
	s.aside = s.aside[:0]
	s.uais.reset()
	s.finder.reset()
	for _, f := range s.files {
		for _, reason := range reasons() {
			if reason != TotalLine {
				f.otherTally.addAll(f.leftOut[reason])
				delete(f.leftOut, reason)
			}
		}
		f.otherTally.addAll(f.kept)
		f.otherTally.addAll(f.doubtful)
		f.kept, f.doubtful, f.doubts = tally{}, tally{}, diag.List{}
		clear(f.unknownTypes)
	}
}

// reasons are those for which rows are left out, in the order in which they are told.
func reasons() []string {
	return []string{OtherYear, OtherRentree, NotASchool, OtherSector, NotEquipped, NoPupils, NoEPCI, NotAMember, TotalLine}
}
