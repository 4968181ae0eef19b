package pricing

import (
	"math/big"
	"slices"
)

// CompareOptions are what a comparison is told beside its two statements.
type CompareOptions struct {
	// Successors give, by the SIREN that a member of the baseline had, the one that it
	// has since. Chains are followed, up to the first SIREN that the variant has: a
	// member that is there under its own is that one.
	Successors map[string]string
}

// A Comparison is what two statements differ by.
type Comparison struct {
	Baseline, Variant *Statement
	// Members are those of the baseline, in its order, then those who joined.
	Members []Difference
	// Totals are sums of them, without SIREN, name or effects; From and To are the
	// totals of the statements.
	Totals Difference
}

// A Difference is what one member's two contributions differ by.
type Difference struct {
	SIREN string // the variant's; of a member that left, the baseline's
	Name  string // the same, where there is one
	// From is the baseline's contribution; nil if the member joined. Where several
	// merged it is their sum, whose items have no lines.
	From *Contribution
	To   *Contribution // the variant's; nil if the member left
	// Formerly are the baseline's contributions where that is not one of the same
	// SIREN: one whose SIREN changed, or those that merged, perhaps under the SIREN of
	// one of them.
	Formerly                  []*Contribution
	Baseline, Variant, Change Cents // nets, 0 where the member is none; Variant − Baseline
	Causes                    Causes
	Effects                   []Effect // what makes the causes: by component, then subsidies or members
}

// Joined tells whether the member is none of the baseline's.
func (d *Difference) Joined() bool { return d.From == nil }

// Left tells whether the member is none of the variant's.
func (d *Difference) Left() bool { return d.To == nil }

// Renamed tells whether the member changed its SIREN, and nothing merged.
func (d *Difference) Renamed() bool { return len(d.Formerly) == 1 }

// Merged tells whether several members became this one.
func (d *Difference) Merged() bool { return len(d.Formerly) > 1 }

// Ratio is the change over the baseline, exact: 1/20 is 5 %. It is nil of nothing.
func (d *Difference) Ratio() *big.Rat {
	if d.Baseline == 0 {
		return nil
	}
	return big.NewRat(int64(d.Change), int64(d.Baseline))
}

// Percent is the ratio in percent, with two decimals, halves rounded away from zero:
// "3.57", "-100.00". There is none of nothing.
func (d *Difference) Percent() (percent string, ok bool) {
	ratio := d.Ratio()
	if ratio == nil {
		return "", false
	}
	percent = ratio.Mul(ratio, big.NewRat(100, 1)).FloatString(2)
	if percent == "-0.00" {
		percent = "0.00"
	}
	return percent, true
}

// Compare tells what the variant differs from the baseline by, for each member and in
// total, and by which causes: they sum to the change, to the cent.
//
// Members are matched by SIREN, or by the options' successors of it; those without
// SIREN where each statement has exactly one. The causes of a member in both are, for
// each component of either tariff, with 0 where it is not charged, the first that fits:
//   - at cost on either side: costs;
//   - in one tariff only, or on another basis: price;
//   - charged on one side only: options;
//   - else, with b the baseline's component (rate, tiers, minimum, maximum) at the
//     variant's quantity, b less the baseline is volume, or deployment on what is new,
//     and the variant less b is price.
//
// Then come the subsidies. What a member on one side only owes is due to members.
//
// Where several members merged, the baseline is the sum of theirs, and b as it is: so
// what the merger itself changes (one minimum in place of two, higher tiers reached,
// one EPCI in place of two) is volume, as is what only some of them were charged.
//
// Both statements are sound, as [Price] makes them, and may as well have been read
// from a document. The comparison points into them. The error is [ErrTooLarge].
func Compare(baseline, variant *Statement, o CompareOptions) (Comparison, error) {
	c := Comparison{
		Baseline: baseline, Variant: variant,
		Totals: Difference{From: &baseline.Totals, To: &variant.Totals},
	}
	parts := partsOf(baseline.Tariff, variant.Tariff)
	var before, after sum
	for _, p := range match(baseline, variant, o) {
		d := p.difference(baseline.Tariff)
		d.Effects = effects(parts, d.From, d.To)
		for _, e := range d.Effects {
			if !d.Causes.add(e.Cause, e.Amount) || !c.Totals.Causes.add(e.Cause, e.Amount) {
				return Comparison{}, ErrTooLarge
			}
		}
		before.add(d.Baseline)
		after.add(d.Variant)
		c.Members = append(c.Members, d)
	}
	if before.over || after.over {
		return Comparison{}, ErrTooLarge
	}
	c.Totals.Baseline, c.Totals.Variant = before.total, after.total
	c.Totals.Change = after.total - before.total
	return c, nil
}

// A pair is one member on both sides.
type pair struct {
	from []*Contribution // none if it joined, several if they merged
	to   *Contribution   // nil if it left
}

// match pairs the members of two statements, in the order of a comparison.
func match(baseline, variant *Statement, o CompareOptions) []pair {
	after := variant.bySIREN()
	if baseline.withoutSIREN() != 1 || variant.withoutSIREN() != 1 {
		delete(after, "")
	}
	var pairs []pair
	paired := make(map[*Contribution]int) // where in pairs, by the variant's
	for i := range baseline.Contributions {
		from := &baseline.Contributions[i]
		to := o.follow(from.SIREN, after)
		at, merges := paired[to]
		switch {
		case to == nil:
			pairs = append(pairs, pair{from: []*Contribution{from}})
		case merges:
			pairs[at].from = append(pairs[at].from, from)
		default:
			paired[to] = len(pairs)
			pairs = append(pairs, pair{[]*Contribution{from}, to})
		}
	}
	for i := range variant.Contributions {
		to := &variant.Contributions[i]
		if _, is := paired[to]; !is {
			pairs = append(pairs, pair{to: to})
		}
	}
	return pairs
}

// bySIREN gives the contributions by SIREN; the first, if there are several of one.
func (s *Statement) bySIREN() map[string]*Contribution {
	of := make(map[string]*Contribution, len(s.Contributions))
	for i := range s.Contributions {
		c := &s.Contributions[i]
		if of[c.SIREN] == nil {
			of[c.SIREN] = c
		}
	}
	return of
}

// withoutSIREN counts the contributions that are no member's: questions.
func (s *Statement) withoutSIREN() int {
	count := 0
	for i := range s.Contributions {
		if s.Contributions[i].SIREN == "" {
			count++
		}
	}
	return count
}

// follow finds what a SIREN, or the first of its successors that is there, owes in the
// variant; nil if none is. Successors that go round in a circle come to an end.
func (o CompareOptions) follow(siren string, after map[string]*Contribution) *Contribution {
	for range len(o.Successors) + 1 {
		next, succeeded := o.Successors[siren]
		if to := after[siren]; to != nil || !succeeded {
			return to
		}
		siren = next
	}
	return nil
}

// difference says who the pair is and what it owes on both sides, not why.
func (p pair) difference(t *Tariff) Difference {
	d := Difference{To: p.to}
	if p.to != nil {
		d.SIREN, d.Name, d.Variant = p.to.SIREN, p.to.Name, p.to.Net
	}
	if len(p.from) > 0 {
		d.From = together(t, p.from)
		d.Baseline = d.From.Net
		if d.Name == "" {
			d.Name = p.from[0].Name
		}
	}
	switch {
	case p.to == nil:
		d.SIREN = p.from[0].SIREN
	case len(p.from) > 1 || len(p.from) == 1 && p.from[0].SIREN != p.to.SIREN:
		d.Formerly = p.from
	}
	d.Change = d.Variant - d.Baseline
	return d
}

// together gives the contribution there is, or the sum of several: without SIREN or
// name, its items without lines.
func together(t *Tariff, of []*Contribution) *Contribution {
	if len(of) == 1 {
		return of[0]
	}
	all := &Contribution{Counts: make(map[Basis]Quantity)}
	for _, c := range of {
		for basis, q := range c.Counts {
			all.Counts[basis] += q
		}
		all.Subsidies = slices.Concat(all.Subsidies, c.Subsidies)
		all.Yearly += c.Yearly
		all.Once += c.Once
		all.Gross += c.Gross
		all.Subsidy += c.Subsidy
		all.Net += c.Net
	}
	for i := range t.Components {
		sum := Item{Component: &t.Components[i]}
		charged := false
		for _, c := range of {
			if item := c.Item(sum.Component.ID); item != nil {
				charged = true
				sum.Quantity += item.Quantity
				sum.Cost += item.Cost
				sum.Amount += item.Amount
			}
		}
		if charged {
			all.Items = append(all.Items, sum)
		}
	}
	return all
}
