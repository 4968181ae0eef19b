package counts

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

const (
	siretDigits = 14 // a SIRET begins with a SIREN
	// leastSIREN is how many digits a SIREN has at least that lost its leading zeros.
	leastSIREN = 6
)

// siren reads a member's key. It is blank, with why, where the cell holds none; why is
// a notice when the key lost zeros that are given back. meant gives what nine digits
// with a wrong key may have been; nil where nobody asks.
func siren(field text.Phrase, cell string, kind grid.Kind, meant func(string) []string) (key string, why *text.Message) {
	if territory.ValidSIREN(cell) {
		return cell, nil
	}
	digits := cell
	if kind == grid.Number {
		if plain, ok := grid.PlainNumber(cell); ok {
			digits = plain
		}
	} else if _, wrong := whole(cell, siretDigits); wrong == fine {
		digits = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(cell)
	}
	if territory.ValidSIREN(digits) {
		return digits, nil
	}
	return almostSIREN(field, cell, kind, digits, meant)
}

// almostSIREN tells what is wrong with a cell that is not a SIREN as it stands.
func almostSIREN(field text.Phrase, cell string, kind grid.Kind, digits string, meant func(string) []string) (key string, why *text.Message) {
	var m text.Message
	switch n := len(digits); {
	case cell == "":
		m = text.BlankSIREN(field)
	case !grid.DigitsOnly(digits):
		m = text.NotASIREN(field, text.CellText(cell, kind == grid.Number), territory.SIRENWithin(cell))
	case n == siretDigits && territory.Luhn(digits[:territory.SIRENDigits]):
		m = text.IsSIRET(field, cell, digits[:territory.SIRENDigits])
	case n == territory.SIRENDigits:
		var proposals []string
		if meant != nil {
			proposals = meant(digits)
		}
		m = text.WrongKey(field, digits, proposals)
	case n < territory.SIRENDigits && n >= leastSIREN && territory.Luhn(digits):
		key = strings.Repeat("0", territory.SIRENDigits-n) + digits
		m = text.Restored(field, cell, key)
	default:
		m = text.NotASIREN(field, text.CellText(cell, kind == grid.Number), territory.SIRENWithin(cell))
	}
	return key, &m
}

// meant gives what nine digits with a wrong key may have been: EPCIs that are one digit
// away, or two that were swapped, by their SIREN and name, then other numbers with two
// digits swapped.
func (r *run) meant(digits string) []string {
	if r.found.Full() {
		return nil // nobody will see it
	}
	swapped := territory.SwappedSIREN(digits)
	c, err := r.composition()
	if err != nil || c == nil {
		return swapped // what it would add is only a help
	}
	var known, others []string
	for _, s := range slices.Concat(oneDigitAway(digits), swapped) {
		if e := c.EPCIBySIREN(s); e != nil {
			known = append(known, e.SIREN+" ("+text.Quote(e.Name)+")")
		} else if slices.Contains(swapped, s) {
			others = append(others, s)
		}
	}
	return append(known, others...)
}

// oneDigitAway gives the SIRENs that digits are once one of them is another.
func oneDigitAway(digits string) []string {
	var all []string
	for i := range len(digits) {
		other := []byte(digits)
		for other[i] = '0'; other[i] <= '9'; other[i]++ {
			if s := string(other); s != digits && territory.ValidSIREN(s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// sirenKey is a SIREN as a number, to compare 50,000 of them by.
func sirenKey(siren string) uint32 {
	n, _ := whole(siren, territory.SIRENDigits)
	return uint32(n)
}

// sirensOf gives the SIRENs of rows, in order.
func sirensOf(seen map[member]line, rows []pricing.Counts) []string {
	all := make([]string, 0, len(seen)+len(rows))
	for m := range seen {
		all = append(all, fmt.Sprintf("%09d", m.siren))
	}
	for i := range rows {
		all = append(all, rows[i].SIREN)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// nearSIRENs gives at most three of known SIRENs that are two digits away at most.
func nearSIRENs(siren string, known []string) []string {
	var near []string
	for _, other := range known {
		if !farApart(siren, other) && nearest.Distance(siren, other) <= 2 {
			if near = append(near, other); len(near) == 3 {
				break
			}
		}
	}
	return near
}

// farApart tells at once, of most of 50,000 SIRENs, that more than two digits part two of
// them: each change takes a digit away and puts another in its place, at most.
func farApart(a, b string) bool {
	var more [10]int
	for i := range territory.SIRENDigits {
		more[a[i]-'0']++
		more[b[i]-'0']--
	}
	differ := 0
	for _, n := range more {
		differ += max(n, -n)
	}
	return differ > 4
}
