package pricing

// A Statement is all contributions of a run (French: état), under one tariff.
type Statement struct {
	Tariff  *Tariff  // as used: with the rates that were set
	Changes []Change // what makes it a simulation of the voted tariff, in its order
	Options Options  // as used, in the tariff's order; Set holds the rates that changed
	// New is the rule that stood in for counts of what is new (R2); "" when the counts
	// say it themselves.
	New NewRule
	// Assumed is the part of the gross that rests on that rule: what is charged because
	// all is taken as new, and would not be with [NoneNew].
	Assumed       Cents
	Contributions []Contribution // in the order of the counts (R7)
	Totals        Contribution   // sums of them: without SIREN or name; its items have no lines
	Refusals      []Refusal      // components asked for all, that a member refused
}

// Simulation tells whether the rates are not voted as they stand (R9).
func (s *Statement) Simulation() bool { return !s.Tariff.Adopted || len(s.Changes) > 0 }

// A Refusal is a member's "no" to a component that the options ask for all (R3).
type Refusal struct {
	Row       int // in the counts, from 0
	Component string
}

// A Contribution is what one member owes for a year.
type Contribution struct {
	SIREN, Name string
	// Counts are those used. They are the row's own map, or, where R2 supplied what is
	// new, a copy with it: 0 with [NoneNew].
	Counts  map[Basis]Quantity
	Refused []string // optional components that it said no to (R3), in the tariff's order
	Items   []Item   // in the tariff's order
	Yearly  Cents    // sum of the items charged every year
	Once    Cents    // sum of those charged once, on what is new
	Gross   Cents    // Yearly + Once
	// Subsidies are the row's own, as declared and in their order; none in totals.
	Subsidies []Subsidy
	Subsidy   Cents // sum of Subsidies
	Net       Cents // Gross − Subsidy, never negative (R5)
	// Voted is the row's own: what the assembly voted in place of Net, or nil. In totals it
	// is the sum of what is due, where anything was voted.
	Voted *Cents
}

// Due is what the member is asked for: what the assembly voted, or else Net.
func (c *Contribution) Due() Cents {
	if c.Voted != nil {
		return *c.Voted
	}
	return c.Net
}

// An Item is one component priced for one member, or, in totals, for all.
type Item struct {
	Component *Component
	Quantity  Quantity // units charged; 0 on [AtCost]
	// Declared tells whether the member said how many units (R3), as no document does.
	// At 0 units no minimum holds then.
	Declared bool
	Cost     Cents  // on [AtCost], what was declared; else 0
	Lines    []Line // what it is the sum of
	Amount   Cents
}

// Item finds the item of a component; nil if it was not charged.
func (c *Contribution) Item(id string) *Item {
	for i := range c.Items {
		if c.Items[i].Component.ID == id {
			return &c.Items[i]
		}
	}
	return nil
}
