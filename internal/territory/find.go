package territory

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
)

// ByCode gives the commune that has an INSEE code, or that took over from the one that
// had it; nil when the code is unknown, or its commune was shared out among several.
func (c *Composition) ByCode(code string) (*Commune, Way) {
	if commune := c.current(code); commune != nil {
		return commune, Code
	}
	if number, mayotte := strings.CutPrefix(code, "985"); mayotte { // until 2011
		if commune := c.current("976" + number); commune != nil {
			return commune, FormerCode
		}
	}
	if city := cityOfArrondissement(code); city != "" {
		if commune := c.current(city); commune != nil {
			return commune, Arrondissement
		}
		return nil, Unknown
	}
	if found := c.afterCode(code); len(found) == 1 {
		return found[0], FormerCode
	}
	return nil, Unknown
}

// current gives the commune that has a code on the composition's day, or nil. Files of
// EPCIs lack the communes that have none: those that history knows are so still.
func (c *Composition) current(code string) *Commune {
	if b := c.block(DepartmentOf(code)); b != nil {
		b.read()
		if commune := b.commune(code); commune != nil {
			return commune
		}
	}
	if c.history == nil {
		return nil
	}
	if commune := c.history.current(code); commune != nil && commune.EPCI == nil {
		return commune
	}
	return nil
}

// LacksCode tells whether a composition read from a file has not the commune that has a
// code today.
func (c *Composition) LacksCode(code string) bool {
	return c.history != nil && c.current(code) == nil && c.history.current(code) != nil
}

// Lacks tells whether a composition read from a file has not the commune that has a name
// today in a département that it has.
func (c *Composition) Lacks(department, name string) bool {
	if c.history == nil || !c.Covers(department) {
		return false
	}
	here, _ := c.ByName(department, name)
	there, way := c.history.ByName(department, name)
	return here == nil && there != nil && way == Name
}

// afterCode gives the communes that those which had a code lead to.
func (c *Composition) afterCode(code string) []*Commune {
	b := c.past().block(DepartmentOf(code))
	if b == nil {
		return nil
	}
	b.read()
	var found []*Commune
	i, _ := slices.BinarySearchFunc(b.former, code, func(f former, code string) int { return strings.Compare(f.code, code) })
	for ; i < len(b.former) && b.former[i].code == code; i++ {
		found = c.follow(found, b.former[i])
	}
	return found
}

// past is the composition whose former codes and names serve this one.
func (c *Composition) past() *Composition {
	if c.history != nil {
		return c.history
	}
	return c
}

// follow adds the commune that a former one is now: the first on its path that exists
// on the composition's day.
func (c *Composition) follow(found []*Commune, f former) []*Commune {
	for code := range f.codes {
		if commune := c.current(code); commune != nil {
			if !slices.Contains(found, commune) {
				found = append(found, commune)
			}
			break
		}
	}
	return found
}

// ByName gives the communes of a département (its code) that a name may be: one, or none,
// or several that have or had it, which only the caller's user can tell apart. A name
// that a commune has now is not looked for among former ones. It is compared without
// case, accents, hyphens, apostrophes and spaces; "ST" is "SAINT", "RENNES CEDEX 7" is
// Rennes, "PARIS 15E ARRONDISSEMENT" is Paris, "MANS (LE)" is Le Mans.
func (c *Composition) ByName(department, name string) ([]*Commune, Way) {
	var buffer [64]byte
	if found, way := c.byFolded(department, fold(buffer[:], name)); found != nil {
		return found, way
	}
	plain := withoutCedex(articleFirst(name))
	folded := fold(buffer[:], plain)
	if city := cityNamed(department, string(folded)); city != "" {
		if commune := c.current(city); commune != nil {
			return []*Commune{commune}, Arrondissement
		}
	}
	if plain == name {
		return nil, Unknown
	}
	return c.byFolded(department, folded)
}

// byFolded looks for a folded name: among the communes, then among former ones.
func (c *Composition) byFolded(department string, folded []byte) (found []*Commune, way Way) {
	if len(folded) == 0 {
		return nil, Unknown
	}
	if b := c.block(department); b != nil {
		b.read()
		for i := range b.entries(folded) {
			if i < len(b.communes) {
				found = append(found, &b.communes[i])
			}
		}
	}
	if found != nil {
		return found, Name
	}
	if b := c.past().block(department); b != nil {
		b.read()
		for i := range b.entries(folded) {
			found = c.follow(found, b.formerAt(i))
		}
	}
	if len(found) == 1 && string(fold(nil, found[0].Name)) == string(folded) { // without EPCI, by history
		return found, Name
	}
	if found != nil {
		return found, FormerName
	}
	return nil, Unknown
}

// formerAt gives entry i as one that was: a current commune of the history is a name of
// another year in a composition read from a file.
func (b *block) formerAt(i int) former {
	if i < len(b.communes) {
		return former{code: b.communes[i].Code, name: b.communes[i].Name}
	}
	return b.former[i-len(b.communes)]
}

// Nearest gives the name in a département, present or past, that is at most two letters
// away from one that is not found, and is that of a commune of the composition; "" for
// none.
func (c *Composition) Nearest(department, name string) string {
	folded := string(fold(nil, name))
	best, least := "", min(2, len(folded)/2)+1
	for _, in := range []*Composition{c, c.past()} {
		b := in.block(department)
		if b == nil {
			continue
		}
		b.read()
		var buffer [64]byte
		for i := range b.next {
			other := fold(buffer[:], b.name(i))
			if gap := len(other) - len(folded); gap >= least || -gap >= least {
				continue
			}
			if d := nearest.Distance(folded, string(other)); d < least && (in == c || c.follow(nil, b.formerAt(i)) != nil) {
				best, least = b.name(i), d
			}
		}
	}
	return best
}

// cityOfArrondissement gives the code of the city whose arrondissement a code is, or "".
// 75100 is no arrondissement, but the directory of schools has it, and nothing but Paris
// can be meant: 751 are its arrondissements alone.
func cityOfArrondissement(code string) string {
	switch {
	case len(code) != 5:
	case "75100" <= code && code <= "75120":
		return "75056"
	case "69381" <= code && code <= "69389":
		return "69123"
	case "13201" <= code && code <= "13216":
		return "13055"
	}
	return ""
}

// cityNamed gives the code of the city whose arrondissement a folded name is, or "":
// PARIS15E, LYON3EME, MARSEILLE01, PARIS15EARRONDISSEMENT.
func cityNamed(department, folded string) string {
	city, code, most := "", "", 0
	switch department {
	case "75":
		city, code, most = "PARIS", "75056", 20
	case "69":
		city, code, most = "LYON", "69123", 9
	case "13":
		city, code, most = "MARSEILLE", "13055", 16
	}
	rest, ok := strings.CutPrefix(folded, city)
	if !ok || city == "" {
		return ""
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	if n, err := strconv.Atoi(digits); err != nil || n < 1 || n > most {
		return ""
	}
	switch strings.TrimSuffix(strings.TrimSuffix(rest[len(digits):], "ARRONDISSEMENT"), "ARR") {
	case "", "E", "ER", "RE", "EME", "IEME", "ND", "NDE", "D", "DE":
		return code
	}
	return ""
}

// withoutCedex takes a post office's "CEDEX 7" off a name.
func withoutCedex(name string) string {
	words := strings.Fields(name)
	n := len(words)
	if n > 1 && grid.DigitsOnly(words[n-1]) && strings.EqualFold(words[n-2], "cedex") {
		n--
	}
	if n > 1 && strings.EqualFold(words[n-1], "cedex") {
		return strings.Join(words[:n-1], " ")
	}
	return name
}

// articleFirst turns "Mans (Le)" into "Le Mans".
func articleFirst(name string) string {
	before, article, ok := strings.Cut(strings.TrimSpace(name), "(")
	article, closed := strings.CutSuffix(article, ")")
	if !ok || !closed {
		return name
	}
	switch strings.ToUpper(strings.TrimSpace(article)) {
	case "LE", "LA", "LES", "L'", "L’":
		return article + " " + before
	}
	return name
}
