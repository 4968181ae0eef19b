package pricing

// A tally holds a quantity by basis. There are few bases: a search is faster than a map.
type tally []tallied

type tallied struct {
	basis    Basis
	quantity Quantity
}

// of gives the quantity of a basis.
func (t tally) of(b Basis) (q Quantity, known bool) {
	for i := range t {
		if t[i].basis == b {
			return t[i].quantity, true
		}
	}
	return 0, false
}

// add adds to the quantity of a basis.
func (t *tally) add(b Basis, q Quantity) {
	for i := range *t {
		if (*t)[i].basis == b {
			(*t)[i].quantity += q
			return
		}
	}
	*t = append(*t, tallied{b, q})
}

// counts gives the same as a map.
func (t tally) counts() map[Basis]Quantity {
	all := make(map[Basis]Quantity, len(t))
	for _, of := range t {
		all[of.basis] = of.quantity
	}
	return all
}
