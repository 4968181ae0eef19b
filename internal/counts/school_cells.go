package counts

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/territory"
)

// A memo keeps what the few texts of a column were found to say.
type memo map[string]uint8

// mostMemo bounds a memo: no file has so many types or sectors.
const mostMemo = 1000

// of gives what a text says, and asks read for it the first time.
func (m *memo) of(cell string, read func(string) uint8) uint8 {
	said, known := (*m)[cell]
	if known {
		return said
	}
	said = read(cell)
	if *m == nil {
		*m = make(memo)
	}
	if len(*m) < mostMemo {
		(*m)[strings.Clone(cell)] = said
	}
	return said
}

// What a cell of the column type says.
const (
	aSchool uint8 = iota
	noSchool
	unknownPlace // blank, or what the directory does not have
)

// kindOfPlace reads a type: École, école maternelle, Élémentaire d'application…, the
// ministry's E.M.PU (école maternelle publique); or one of the others that a directory has.
func kindOfPlace(cell string) uint8 {
	folded := fields.Fold(cell)
	for _, school := range []string{"ecole", "maternelle", "elementaire", "primaire"} {
		if strings.HasPrefix(folded, school) {
			return aSchool
		}
	}
	if slices.Contains([]string{"empu", "eepu", "eppu", "empr", "eepr", "eppr"}, folded) {
		return aSchool
	}
	for _, other := range []string{
		"Collège", "Lycée", "EREA", "Médico-social", "Service Administratif", "Information et orientation", "Autre",
	} {
		if folded == fields.Fold(other) {
			return noSchool
		}
	}
	return unknownPlace
}

// What a cell of the column sector says.
const (
	unknownSector uint8 = iota
	publicSector
	privateSector
)

// sectorOf reads a sector: PUBLIC, SECTEUR PRIVE, privé sous contrat…: its first word, and
// no other says the contrary.
func sectorOf(cell string) uint8 {
	said := unknownSector
	words := strings.FieldsFunc(cell, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) > 1 && fields.Fold(words[0]) == "secteur" {
		words = words[1:]
	}
	for i, word := range words {
		of := unknownSector
		switch fields.Fold(word) {
		case "public", "publique":
			of = publicSector
		case "prive", "privee":
			of = privateSector
		}
		if i > 0 && of != unknownSector && of != said {
			return unknownSector
		}
		if i == 0 {
			said = of
		}
	}
	return said
}

// sectorNamed gives the sector that a code is.
func sectorNamed(code uint8) Sector {
	switch code {
	case publicSector:
		return Public
	case privateSector:
		return Private
	}
	return ""
}

// code of a wanted sector, as sectorOf gives it.
func (s Sector) code() uint8 {
	if s == Private {
		return privateSector
	}
	return publicSector
}

// ParseRentree reads a rentrée as files have it: 2022, 2021-2022, 2025-01-01.
func ParseRentree(s string) (year int, ok bool) { return parseRentree(s, grid.Text) }

// parseRentree reads a rentrée, the year in which a school year begins: 2022,
// 2021-2022, or its first day, as the files have it (2025-01-01, 2025-01-01T00:00:00+00:00)
// or as schools do (2025-09-01), the day first too (01/09/2025).
func parseRentree(cell string, kind grid.Kind) (year int, ok bool) {
	if kind == grid.Number {
		digits, _ := grid.PlainNumber(cell)
		return ParseYear(digits)
	}
	if kind == grid.Date || strings.Contains(cell, "/") {
		cell, _ = day(cell, kind)
	}
	if len(cell) < 4 {
		return 0, false
	}
	year, ok = ParseYear(cell[:4])
	if !ok {
		return 0, false
	}
	switch day, hour, timed := strings.Cut(cell[4:], "T"); {
	case day == "-01-01", day == "-09-01":
		return year, !timed || slices.Contains([]string{"00:00:00", "00:00:00Z", "00:00:00+00:00"}, hour)
	case timed:
		return 0, false
	case day == "":
		return year, true
	default:
		next, isYear := ParseYear(day[1:])
		return year, isYear && day[0] == '-' && next == year+1
	}
}

// plainNumber writes what a workbook took for a number as its digits: a code.
func plainNumber(cell string, kind grid.Kind) string {
	if kind == grid.Number {
		if digits, ok := grid.PlainNumber(cell); ok {
			return digits
		}
	}
	return cell
}

// uaiKey is a UAI as a number, to compare 50,000 of them by: its letter follows from
// its digits.
func uaiKey(uai string) uint32 {
	n, _ := whole(uai[:territory.UAILength-1], territory.UAILength-1)
	return uint32(n)
}

// inseeCode reads a commune's code; "" for none. restored tells that it got a zero back.
func inseeCode(cell string) (code string, restored bool) {
	code, problem := territory.ParseINSEE(cell)
	return code, problem == territory.INSEERestored
}
