package counts

import (
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// row reads one row below the header: its school is held, or left out, or has a fault.
// Only the cells are looked at that the answer needs.
func (f *schoolsFile) row(row grid.Row) {
	f.input().Rows++
	if row.Hidden {
		f.hidden = append(f.hidden, row.Line)
	}
	if f.total != nil {
		f.faults.Fault(f.total.at, text.TotalNotLast())
		f.total = nil
		delete(f.leftOut, TotalLine)
		f.faulty.add(0)
	}
	aligned := f.Aligned(row)
	if aligned == records.Misaligned {
		f.broken = true
		f.faulty.add(0)
		return
	}
	if f.isTotal(row) {
		f.readTotal(row)
		return
	}
	f.merged = false
	rentree, ok := f.rentreeOf(row)
	pupils, told, counted := f.pupils(row)
	if !ok || !counted || aligned != records.Aligned {
		f.broken = f.broken || !counted
		f.faulty.add(0) // its pupils are not in all
		return
	}
	f.all.add(pupils)
	if s := &f.schools; rentree != s.rentree {
		if f.Rentree != 0 || rentree < s.rentree {
			f.otherTally.add(pupils)
			return
		}
		s.supersede(rentree)
	}
	before := f.doubts.Errors()
	h := held{pupils: int32(pupils), directory: -1, file: int32(f.ordinal)}
	reason := f.reason(row, &h, told)
	switch {
	case f.doubts.Errors() > before || f.merged:
		f.doubtful.add(pupils)
	case reason != "" && f.setAside(row, reason):
		f.leaveOut(reason, pupils)
	case reason == "" && f.hold(row, &h):
		f.kept.add(pupils)
	default:
		f.doubtful.add(pupils)
	}
}

func (f *schoolsFile) leaveOut(reason string, pupils int64) {
	t := f.leftOut[reason]
	t.add(pupils)
	f.leftOut[reason] = t
}

// doubt reports what is wrong with a cell of a row of the rentrée that is held.
func (f *schoolsFile) doubt(c schoolColumn, m text.Message) { f.doubts.Fault(f.Place(c.at), m) }

// cell gives a cell of a row of the rentrée that is held; "" after reporting one that holds
// something else than what of wants.
func (f *schoolsFile) cell(row grid.Row, c schoolColumn, of fields.Kind) string {
	if !c.there() {
		return ""
	}
	value, kind := records.Cell(row, c.at)
	if row.Kinds == nil {
		return value
	}
	if wrong := wrongKind(c.said, of, value, kind); wrong != nil {
		f.doubt(c, *wrong)
		return ""
	}
	f.merged = f.merged || value == "" && row.Merged(c.at) // at its end the file is refused for that
	return plainNumber(value, kind)
}

// rentreeOf reads the rentrée of a row; 0 where no column tells it.
func (f *schoolsFile) rentreeOf(row grid.Row) (year int, ok bool) {
	c := f.columns.rentree
	if !c.there() {
		return 0, true
	}
	value, kind := records.Cell(row, c.at)
	if value == f.rentreeCell && value != "" && kind == grid.Text {
		return f.rentreeYear, true
	}
	if value == "" {
		f.faults.Fault(f.Place(c.at), text.BlankRentree(c.said))
		return 0, false
	}
	if year, ok = parseRentree(value, kind); !ok {
		f.faults.Fault(f.Place(c.at), text.NotARentree(c.said, text.CellText(value, kind == grid.Number)))
		return 0, false
	}
	f.rentreeCell, f.rentreeYear = value, year
	if kind == grid.Text {
		f.rentreeCell = strings.Clone(value) // the rest of the row can go
	}
	f.rentrees[year] = true
	return year, true
}

// pupils reads how many pupils a row tells; a blank tells nothing.
func (f *schoolsFile) pupils(row grid.Row) (n int64, told, ok bool) {
	c := f.columns.pupils
	value, kind := records.Cell(row, c.at)
	if wrong := wrongKind(c.said, fields.Count, value, kind); wrong != nil {
		f.faults.Fault(f.Place(c.at), *wrong)
		return 0, false, false
	}
	if value == "" {
		f.merged = row.Merged(c.at)
		return 0, false, true
	}
	n, why := number(value, kind, false)
	if why != fine {
		f.faults.Fault(f.Place(c.at), countMessage(c.said, text.CellText(value, kind == grid.Number), why))
		return 0, false, false
	}
	return n, true, true
}

// reason tells why a row of the rentrée that is held is left out; "" when it is not. It
// notes in h the school's sector, and since when it is equipped.
func (f *schoolsFile) reason(row grid.Row, h *held, told bool) string {
	c := &f.columns
	if c.kind.there() {
		cell := f.cell(row, c.kind, fields.Plain)
		switch f.kinds.of(cell, kindOfPlace) {
		case unknownPlace:
			f.unknownTypes[strings.Clone(cell)]++
			return NotASchool
		case noSchool:
			return NotASchool
		}
	}
	blank := !told && !f.merged && c.rentree.there()
	if blank { // R6, whatever else the row says
		f.doubt(c.pupils, text.BlankCount(c.pupils.said))
	}
	cell := f.sectorCell(row)
	switch h.sector = f.sectors.of(cell, sectorOf); {
	case f.sector() == All, h.sector == f.sector().code():
	case h.sector == unknownSector:
		f.doubt(c.sector, text.NotASector(c.sector.said, cell))
		return ""
	default:
		return OtherSector
	}
	if !f.equipped(row, h) {
		return NotEquipped
	}
	if told || f.merged || blank {
		return ""
	}
	if len(f.nameless) < mostListed {
		uai, name := f.cell(row, c.uai, fields.Plain), f.schoolName(row)
		f.nameless = append(f.nameless, text.SchoolNamed(text.Quote(uai), strings.Clone(name)))
	}
	return NoPupils
}

// sectorCell gives the cell that tells a school's sector; where all are kept it may hold
// anything.
func (f *schoolsFile) sectorCell(row grid.Row) string {
	c := f.columns.sector
	if f.sector() != All || !c.there() {
		return f.cell(row, c, fields.Plain)
	}
	value, _ := records.Cell(row, c.at)
	return value
}

// mostListed is how many schools or communes a notice names.
const mostListed = 20

// equipped tells whether the school of a row is equipped in the year, and notes since
// when. Without a column that says so all are (R2).
func (f *schoolsFile) equipped(row grid.Row, h *held) bool {
	c := &f.columns
	if !c.equipped.there() && !c.wave.there() {
		return true
	}
	answer := f.cell(row, c.equipped, fields.Choice)
	yes, answered := fields.YesNo(answer)
	if c.equipped.there() && !answered && (answer != "" || !c.wave.there()) {
		f.doubt(c.equipped, text.NotEquippedOrNot(c.equipped.said, answer))
		return false
	}
	if !c.wave.there() {
		return yes
	}
	cell := f.cell(row, c.wave, fields.Year)
	if cell == "" {
		if yes {
			f.doubt(c.wave, text.NoWave(c.equipped.said, c.wave.said))
		}
		return false
	}
	year, ok := ParseYear(cell)
	if !ok {
		f.doubt(c.wave, text.NotAYear(c.wave.said, text.CellText(cell, false)))
		return false
	}
	if answered && !yes && year <= f.Year {
		f.doubt(c.wave, text.WaveOfUnequipped(c.equipped.said, c.wave.said, year))
	}
	h.wave, h.isNew = int16(year), year == f.Year
	return year <= f.Year
}

// hold keeps the school of a row, unless its number, or what tells its commune, cannot be
// read.
func (f *schoolsFile) hold(row grid.Row, h *held) bool {
	before := f.doubts.Errors()
	c, s := &f.columns, &f.schools
	uai := f.uai(row, h)
	if uai == "" {
		return false
	}
	spot := c.spotText(uai, func(c schoolColumn) string { return f.cell(row, c, fields.Plain) })
	f.buffer = spot.appendTo(append(f.buffer[:0], uai...))
	h.nameAt = int32(len(f.buffer))
	f.appendName(row)
	if f.doubts.Errors() > before || f.merged {
		return false
	}
	if !f.enter(uai, int32(len(s.held))) {
		return false
	}
	at := f.Place(c.locating().at)
	h.line, h.column = int32(at.Line), int32(at.Column)
	h.text, h.epci = string(f.buffer), f.epci(row)
	s.held = push(s.held, *h)
	s.finder.add(h.text[territory.UAILength:h.nameAt])
	return true
}

// placeOf is where the number of a school stands: in a text, its row.
func (s *schools) placeOf(i int32) diag.Place {
	var file, line int32
	if a := s.asideAt(i); a != nil {
		file, line = a.file, a.line
	} else {
		file, line = s.held[i].file, s.held[i].line
	}
	f := s.files[file]
	at := f.source().file
	at.Line, at.Column = int(line), f.source().key
	return at
}

// uai reads the school's number; "" after reporting one that is none.
func (f *schoolsFile) uai(row grid.Row, h *held) string {
	c := f.columns.uai
	cell := f.cell(row, c, fields.Plain)
	if cell == "" {
		if !f.merged {
			f.doubt(c, text.BlankUAI(c.said))
		}
		return ""
	}
	uai, problem, meant := territory.ParseUAI(cell)
	switch problem {
	case territory.UAIFine:
	case territory.UAIRestored:
		h.restored = true
	case territory.WrongUAIKey:
		f.doubt(c, text.WrongUAIKey(c.said, cell, meant))
	case territory.NotUAI:
		f.doubt(c, text.NotAUAI(c.said, cell, meant))
	}
	return uai
}

// schoolName gives the name of a row's school.
func (f *schoolsFile) schoolName(row grid.Row) string {
	f.buffer = f.buffer[:0]
	f.appendName(row)
	return string(f.buffer)
}

// appendName appends to the buffer what a row calls its school: its name, else what it is
// and whose name it bears.
func (f *schoolsFile) appendName(row grid.Row) {
	c, start := &f.columns, len(f.buffer)
	if name := f.cell(row, c.school, fields.Plain); name != "" {
		f.buffer = appendWords(f.buffer, name)
		return
	}
	f.buffer = appendWords(f.buffer, f.cell(row, c.denomination, fields.Plain))
	if name := f.cell(row, c.patronym, fields.Plain); name != "" {
		if len(f.buffer) > start {
			f.buffer = append(f.buffer, ' ')
		}
		f.buffer = appendWords(f.buffer, name)
	}
}

// appendWords appends a text with one space where it has several: the ministry's
// "ECOLE PRIMAIRE  PUBLIQUE".
func appendWords(b []byte, s string) []byte {
	for {
		i := strings.Index(s, "  ")
		if i < 0 {
			return append(b, s...)
		}
		b = append(append(b, s[:i]...), ' ')
		s = strings.TrimLeft(s[i:], " ")
	}
}
