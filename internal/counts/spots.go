package counts

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/territory"
)

// A spotText is what a row says of where its school is, as it stands.
type spotText struct {
	series                     string // the first digits of its number
	code, commune              string
	departmentCode, department string
}

// spotText is what the cells of a row say of where the school with a number is.
func (c *schoolColumns) spotText(uai string, cell func(schoolColumn) string) spotText {
	return spotText{
		series: uai[:3], code: cell(c.code), commune: cell(c.commune),
		departmentCode: cell(c.departmentCode), department: cell(c.department),
	}
}

// appendTo writes the text as a key: the length of each part before it.
func (t *spotText) appendTo(b []byte) []byte {
	for _, part := range [...]string{t.series, t.code, t.commune, t.departmentCode, t.department} {
		b = append(binary.AppendUvarint(b, uint64(len(part))), part...)
	}
	return b
}

// A spot is where schools say that they are, and what is known of it.
type spot struct {
	key     string // its text, as appendTo writes it
	codeOf  *territory.Commune
	codeWay territory.Way
	nameOf  *territory.Commune // nil too where several have its name
	nameWay territory.Way
	agrees  bool // the code is that of the commune's name
}

// text reads the text of a spot from its key.
func (s *spot) text() spotText {
	rest := s.key
	next := func() string {
		length, shift := uint64(0), 0
		for rest[0] >= 0x80 {
			length |= uint64(rest[0]&0x7f) << shift
			shift, rest = shift+7, rest[1:]
		}
		length |= uint64(rest[0]) << shift
		part := rest[1 : 1+length]
		rest = rest[1+length:]
		return part
	}
	return spotText{next(), next(), next(), next(), next()}
}

// spots are those of a run. Each is kept once and looked up once: 48,500 schools have
// 35,000 of them.
type spots struct {
	c           *territory.Composition
	ids         map[string]int32
	all         []spot
	last        int32             // the one last met
	departments map[string]string // codes, by what rows say
}

// of gives the number of the spot that has a key.
func (s *spots) of(key string) int32 {
	if len(s.all) > 0 && s.all[s.last].key == key {
		return s.last // files have a commune's schools together
	}
	id, known := s.ids[key]
	if !known {
		if s.ids == nil {
			s.ids, s.departments = make(map[string]int32), make(map[string]string)
		}
		id, key = int32(len(s.all)), strings.Clone(key) // the rest of its row can go
		s.ids[key] = id
		s.all = push(s.all, s.lookUp(key))
	}
	s.last = id
	return id
}

// lookUp finds the communes of a spot's code and of its name.
func (s *spots) lookUp(key string) spot {
	at := spot{key: key}
	t := at.text()
	if code, _ := territory.ParseINSEE(t.code); code != "" {
		at.codeOf, at.codeWay = s.c.ByCode(code)
	}
	if named, way := s.named(&t); len(named) == 1 {
		at.nameOf, at.nameWay = named[0], way
	}
	if at.codeOf != nil && t.commune != "" {
		at.agrees = at.codeOf == at.nameOf
		if !at.agrees { // the département may be told wrongly, or be another since
			named, _ := s.c.ByName(at.codeOf.Department, t.commune)
			at.agrees = slices.Contains(named, at.codeOf)
		}
	}
	return at
}

// named gives the communes that a spot's name may be in its département.
func (s *spots) named(t *spotText) ([]*territory.Commune, territory.Way) {
	if t.commune == "" {
		return nil, territory.Unknown
	}
	department := s.department(t)
	if department == "" {
		return nil, territory.Unknown
	}
	return s.c.ByName(department, t.commune)
}

// another tells whether a spot's name is that of another commune.
func (s *spots) another(t *spotText, c *territory.Commune) bool {
	named, _ := s.named(t)
	if named == nil || slices.Contains(named, c) {
		return false
	}
	named, _ = s.c.ByName(c.Department, t.commune) // the département may be told wrongly
	return !slices.Contains(named, c)
}

// department gives the code of a spot's département: what the row says of it, or, where
// that is none, the series that the school's number is of; "" where nothing tells it.
func (s *spots) department(t *spotText) string {
	for _, said := range [...]string{t.departmentCode, t.department} {
		if code := s.departmentSaid(said); code != "" {
			return code
		}
	}
	return departmentOfSeries(t)
}

// departmentsOf gives the codes of all départements that a spot tells; nil for none.
func (s *spots) departmentsOf(t *spotText) (all []string) {
	for _, code := range [...]string{s.departmentSaid(t.departmentCode), s.departmentSaid(t.department), departmentOfSeries(t)} {
		if code != "" {
			all = append(all, code)
		}
	}
	return all
}

// departmentSaid gives the code of what a row says of its département; "" for none.
func (s *spots) departmentSaid(said string) string {
	if said == "" {
		return ""
	}
	code, known := s.departments[said]
	if !known {
		code, _ = s.c.Department(said)
		s.departments[said] = code
	}
	return code
}

func departmentOfSeries(t *spotText) string { return territory.DepartmentOfUAI(t.series + "0000A") }
