package text

import "fmt"

// Itemised says what a cost or a subsidy is: what it was, on which day, under which
// reference; those that were not said are blank.
func Itemised(what string, day Phrase, reference string) Phrase {
	p := Phrase{what, what}
	if day.FR != "" && what != "" {
		p = Phrase{p.FR + ", " + day.FR, p.EN + ", " + day.EN}
	} else if day.FR != "" {
		p = day
	}
	if reference == "" {
		return p
	}
	reference = "(" + reference + ")"
	if p.FR == "" {
		return Phrase{reference, reference}
	}
	return Phrase{p.FR + " " + reference, p.EN + " " + reference}
}

// OneOf names a cost beside its component, or a subsidy beside the word.
func OneOf(whole, part string) Phrase {
	if part == "" {
		return Phrase{whole, whole}
	}
	return Phrase{whole + " – " + part, whole + " – " + part}
}

// SubsidiesTotal names the sum of several subsidies.
func SubsidiesTotal() Phrase { return Phrase{"Total des subventions", "Total of subsidies"} }

// CostIs says in a letter what one cost comes to.
func CostIs(cost, amount string) Phrase {
	return Phrase{fmt.Sprintf("%s : %s.", cost, amount), fmt.Sprintf("%s: %s.", cost, amount)}
}

// SubsidiesAre heads the n subsidies of a contribution, one by one.
func SubsidiesAre(n int) Phrase {
	return Plural(int64(n),
		Phrase{"Subvention déduite :", "Subsidy deducted:"},
		Phrase{"Subventions déduites :", "Subsidies deducted:"})
}

// Pays says in a letter who pays what, and what for, blank where it was not said; the
// sentence goes on.
func Pays(from, amount, what string) Phrase {
	p := Phrase{fmt.Sprintf("%s verse %s", from, amount), fmt.Sprintf("%s pays %s", from, amount)}
	if what == "" {
		return p
	}
	return Phrase{fmt.Sprintf("%s : %s", p.FR, what), fmt.Sprintf("%s: %s", p.EN, what)}
}
