package pricing

// Counts are what one member declares for one year: what the tariff is applied to.
type Counts struct {
	SIREN, Name string // blank for a question without a member
	// Of holds the counts by basis: pupils, schools, new ones, declared bases.
	// Absent is not 0.
	Of map[Basis]Quantity
	// Chosen holds, by optional component, what the member said of it: true or false;
	// absent where it said nothing (R3).
	Chosen map[string]bool
	// Declared holds, by component, how many units are charged of it, where that is
	// not the whole basis: audited schools, pupils accompanied (R3).
	Declared map[string]Quantity
	// Costs holds, by component on [AtCost], what was spent, one by one (R4).
	Costs map[string][]Cost
	// Subsidies are what communes or others pay towards the contribution (R5).
	Subsidies []Subsidy
	// Voted is what the assembly voted that the member pays, where that is another amount
	// than the computed one; nil where it did not. It changes nothing that is computed.
	Voted *Cents
}

// A Cost is one thing that a member is charged at cost (R4): a training session, a
// connector. Its texts are "" where nothing was said.
type Cost struct {
	Amount    Cents
	Label     string // what it was
	Date      string // ISO: 2026-03-12
	Reference string // of the invoice, say
}

// A Subsidy is one sum that a commune or another pays for a member (R5). Its texts are
// "" where nothing was said.
type Subsidy struct {
	Amount    Cents
	From      string // who pays, as one prints it: Caudry
	Label     string // what for
	Date      string // ISO: 2026-03-12
	Reference string
}

// Itemised tells whether more was said of the cost than its amount.
func (c *Cost) Itemised() bool { return c.Label != "" || c.Date != "" || c.Reference != "" }

// Itemised tells whether more was said of the subsidy than its amount.
func (s *Subsidy) Itemised() bool {
	return s.From != "" || s.Label != "" || s.Date != "" || s.Reference != ""
}
