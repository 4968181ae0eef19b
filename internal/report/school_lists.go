package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// SchoolLists gives the formats of the list of schools behind the counts: one for
// programs, one for French spreadsheets. Those that [Formats] gives of the same name hold
// the contributions, and have no place for schools.
func SchoolLists() []Format[Run] {
	return []Format[Run]{
		{Name: "csv", Ext: ".csv", Write: listSchools(writeSchoolCSV), Figures: figuresOfSchools(',')},
		{Name: "csv-fr", Ext: ".fr.csv", Write: listSchools(writeSchoolCSVFR), Figures: figuresOfSchools(';')},
	}
}

// A schoolRow appends a row of the list.
type schoolRow func(b []byte, c *pricing.Contribution, s *counts.School) []byte

// listSchools writes a head, then a row per school, member by member.
func listSchools(begin func(Run) (head string, row schoolRow)) func(io.Writer, Run) error {
	return func(w io.Writer, r Run) error {
		o := newOutput(w)
		head, row := begin(r)
		o.b = append(o.b, head...)
		for i := range r.Statement.Contributions {
			of := r.schoolsOf(i)
			for k := range of {
				o.b = row(o.b, &r.Statement.Contributions[i], &of[k])
			}
			o.roll()
		}
		return o.flush()
	}
}

// schoolsHeader names the columns, in the one language of programs.
const schoolsHeader = "siren,epci,uai,school,sector,commune_code,commune,rentree,pupils,wave,new,found_by\r\n"

// writeSchoolCSV is the list for programs: RFC 4180, texts exact. What the file does not
// tell (sector, rentree, wave, new) is blank.
func writeSchoolCSV(Run) (head string, row schoolRow) {
	return schoolsHeader, func(b []byte, c *pricing.Contribution, s *counts.School) []byte {
		for _, cell := range []string{c.SIREN, c.Name, s.UAI, s.Name, string(s.Sector), s.Commune.Code, s.Commune.Name} {
			b = append(appendCSV(b, cell), ',')
		}
		b = append(appendKnown(b, s.Rentree), ',')
		b = append(strconv.AppendInt(b, int64(s.Pupils), 10), ',')
		if s.Wave != 0 {
			b = append(strconv.AppendInt(b, int64(s.Wave), 10), ',')
			b = append(strconv.AppendBool(b, s.New), ',')
		} else {
			b = append(b, ",,"...)
		}
		return append(appendCSV(b, foundBy(s)), "\r\n"...)
	}
}

// writeSchoolCSVFR is the list that French spreadsheets open as it is.
func writeSchoolCSVFR(r Run) (head string, row schoolRow) {
	titles := []byte(byteOrderMark)
	for i, title := range []text.Phrase{
		{FR: "SIREN", EN: "SIREN"},
		{FR: "EPCI", EN: "EPCI"},
		{FR: "UAI", EN: "UAI"},
		text.SchoolWord(), text.SectorWord(), text.CommuneCodeWord(), text.CommuneWord(),
		text.RentreeWord(), text.PupilsWord(), text.WaveWord(), text.NewSchoolWord(), text.FoundByWord(),
	} {
		if i > 0 {
			titles = append(titles, ';')
		}
		titles = appendFrench(titles, title.In(r.Lang))
	}
	titles = append(titles, "\r\n"...)
	return string(titles), func(b []byte, c *pricing.Contribution, s *counts.School) []byte {
		sector := text.SectorOf(string(s.Sector)).In(r.Lang)
		for _, cell := range []string{c.SIREN, c.Name, s.UAI, s.Name, sector, s.Commune.Code, s.Commune.Name} {
			b = append(appendFrench(b, cell), ';')
		}
		b = append(appendKnown(b, s.Rentree), ';')
		b = append(strconv.AppendInt(b, int64(s.Pupils), 10), ';')
		if s.Wave != 0 {
			b = append(strconv.AppendInt(b, int64(s.Wave), 10), ';')
			b = append(appendFrench(b, yesNo(s.New).In(r.Lang)), ';')
		} else {
			b = append(b, ";;"...)
		}
		return append(appendFrench(b, foundWords(s).In(r.Lang)), "\r\n"...)
	}
}

// appendKnown appends a year; nothing of one that is not known.
func appendKnown(b []byte, year int) []byte {
	if year == 0 {
		return b
	}
	return strconv.AppendInt(b, int64(year), 10)
}

// Where the columns of a list stand.
const (
	listSIREN  = 0
	listEPCI   = 1
	listUAI    = 2
	listPupils = 8
	listCells  = 12
)

// pupilsOf ends the name of the figure that is the pupils of one school.
const pupilsOf = ".pupils"

// figuresOfSchools takes back, EPCI by EPCI, how many schools and pupils there are, and the
// pupils of each school.
func figuresOfSchools(comma rune) func(document []byte) ([]Figure, error) {
	return func(document []byte) ([]Figure, error) {
		rows := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
		rows.Comma, rows.FieldsPerRecord = comma, -1
		header, err := rows.Read()
		if err != nil {
			return nil, damagedCSV(err)
		}
		if len(header) != listCells || !strings.EqualFold(header[listSIREN], "siren") || !strings.EqualFold(header[listUAI], "uai") {
			return nil, unreadable(text.NoKnownHeader(), nil)
		}
		var list schoolFigures
		for {
			row, err := rows.Read()
			if errors.Is(err, io.EOF) {
				return list.done(), nil
			}
			if err != nil {
				return nil, damagedCSV(err)
			}
			if len(row) != listCells {
				line, _ := rows.FieldPos(0)
				return nil, unreadable(text.DamagedLine(line), nil)
			}
			list.add(row[listSIREN], row[listEPCI], row[listUAI], row[listPupils])
		}
	}
}

// schoolFigures gathers the figures of schools, and the sums of those of one EPCI that
// stand one after the other.
type schoolFigures struct {
	all     []Figure
	siren   string
	schools int
	pupils  int64
	sound   bool // every school's pupils are a number
}

func (l *schoolFigures) add(siren, epci, uai, pupils string) {
	if l.schools == 0 || siren != l.siren {
		l.sum()
		*l = schoolFigures{all: named(l.all, siren, epci), siren: siren, sound: true}
	}
	n, err := strconv.ParseInt(pupils, 10, 64)
	l.schools++
	l.pupils += n
	l.sound = l.sound && err == nil
	l.all = append(l.all, Figure{siren, uai + pupilsOf, pupils})
}

// sum appends the sums of the EPCI that ends.
func (l *schoolFigures) sum() {
	if l.schools == 0 {
		return
	}
	l.all = append(l.all, Figure{l.siren, string(pricing.Schools), strconv.Itoa(l.schools)})
	if l.sound {
		l.all = append(l.all, Figure{l.siren, string(pricing.Pupils), strconv.FormatInt(l.pupils, 10)})
	}
}

func (l *schoolFigures) done() []Figure {
	l.sum()
	return slices.Clip(l.all)
}
