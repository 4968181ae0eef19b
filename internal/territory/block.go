package territory

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A block is what is known of one département's communes. That of the embedded table is
// read when it is first needed: a file of schools is mostly of one département.
type block struct {
	prefix string // of its communes' codes: the département's code
	lines  string // of the table, until they are read
	epcis  []EPCI // that the lines number

	once     sync.Once
	communes []Commune // by code
	former   []former  // by code
	names    map[string]int32
	next     []int32 // the entry with the same folded name, after entry i; -1 for none
}

// A former is a name that a commune had under a code, and the codes by which it went on:
// 59070 Bermeries → 59006.
type former struct {
	code, name string
	path       string // codes parted by spaces, the last one current; blank when code itself is
}

// codes walks the codes under which the place was known, first to last.
func (f former) codes(yield func(string) bool) {
	if !yield(f.code) {
		return
	}
	for code := range strings.FieldsSeq(f.path) {
		if !yield(code) {
			return
		}
	}
}

// read makes the block's communes and its index of names of its lines.
func (b *block) read() {
	b.once.Do(func() {
		b.readLines()
		b.index()
	})
}

// readLines takes the lines of the table apart: code, name, number of the EPCI, own
// SIREN; or, after a hyphen, a former: code, name, path.
func (b *block) readLines() {
	lines := strings.Count(b.lines, "\n")
	if lines == 0 {
		return
	}
	formers := strings.Count(b.lines, "\n-")
	b.communes = make([]Commune, 0, lines-formers)
	b.former = make([]former, 0, formers)
	var keys strings.Builder // of all communes, one after the other
	keys.Grow(lines * SIRENDigits)
	for line := range strings.Lines(b.lines) {
		code, rest, _ := strings.Cut(line[:len(line)-1], "\t")
		name, rest, _ := strings.Cut(rest, "\t")
		if code[0] == '-' {
			b.former = append(b.former, former{code: code[1:], name: name, path: rest})
			continue
		}
		number, siren, exception := strings.Cut(rest, "\t")
		commune := Commune{Code: code, Name: name, Department: b.prefix, SIREN: siren}
		if i, err := strconv.Atoi(number); err == nil && i < len(b.epcis) {
			commune.EPCI = &b.epcis[i]
		}
		if !exception {
			writeSIREN(&keys, code)
			commune.SIREN = keys.String()[keys.Len()-SIRENDigits:]
		}
		b.communes = append(b.communes, commune)
	}
}

// writeSIREN writes the SIREN that most communes have: 21, the département, the number
// in the département in four digits, and the key.
func writeSIREN(keys *strings.Builder, code string) {
	const weights = "12121212" // of Luhn's sum; the key weighs 1
	digits := append(make([]byte, 0, SIRENDigits), '2', '1', code[0], code[1], '0', code[2], code[3], code[4])
	sum := 0
	for i, c := range digits {
		d := int(c-'0') * int(weights[i]-'0')
		sum += d/10 + d%10
	}
	keys.Write(append(digits, byte('0'+(10-sum%10)%10)))
}

// index makes the names findable. Entries are the communes, then the formers.
func (b *block) index() {
	n := len(b.communes) + len(b.former)
	b.names = make(map[string]int32, n)
	b.next = make([]int32, n)
	var all strings.Builder // the folded names, one after the other
	all.Grow(n * 16)
	buffer := make([]byte, 0, 64)
	for i := n - 1; i >= 0; i-- { // backwards: communes come before formers in a chain
		buffer = fold(buffer, b.name(i))
		first, ok := b.names[string(buffer)]
		if !ok {
			first = -1
		}
		b.next[i] = first
		start := all.Len()
		all.Write(buffer)
		b.names[all.String()[start:]] = int32(i)
	}
}

// name gives the name of entry i.
func (b *block) name(i int) string {
	if i < len(b.communes) {
		return b.communes[i].Name
	}
	return b.former[i-len(b.communes)].name
}

// entries walks the entries that have a folded name, communes first.
func (b *block) entries(folded []byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		first, ok := b.names[string(folded)]
		if !ok {
			return
		}
		for i := first; i >= 0; i = b.next[i] {
			if !yield(int(i)) {
				return
			}
		}
	}
}

// commune gives the block's commune with a current code, or nil.
func (b *block) commune(code string) *Commune {
	i, ok := slices.BinarySearchFunc(b.communes, code, func(c Commune, code string) int { return strings.Compare(c.Code, code) })
	if !ok {
		return nil
	}
	return &b.communes[i]
}
