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
	// Costs holds, by component on [Cost], what was spent (R4).
	Costs map[string][]Cents
	// Subsidies are what communes or others pay towards the contribution (R5).
	Subsidies []Cents
}
