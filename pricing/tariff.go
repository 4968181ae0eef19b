package pricing

// A Basis is what a rate is multiplied by (French: assiette).
type Basis string

// The bases that every tariff knows. A tariff may declare others.
const (
	Pupils     Basis = "pupils"      // pupils equipped in the year
	Schools    Basis = "schools"     // schools equipped in the year
	NewPupils  Basis = "new_pupils"  // among them, those equipped for the first time
	NewSchools Basis = "new_schools" // the same
	EPCI       Basis = "epci"        // 1 for each member
	AtCost     Basis = "cost"        // euros, at what was declared
)

// Once tells whether components on the basis are charged once, for what is newly
// equipped, and not every year.
func (b Basis) Once() bool { return b == NewPupils || b == NewSchools }

// Whole is the count that the basis is a part of: pupils for new pupils, schools for
// new schools, else the basis itself.
func (b Basis) Whole() Basis {
	switch b {
	case NewPupils:
		return Pupils
	case NewSchools:
		return Schools
	default:
		return b
	}
}

// Counted tells whether the basis is a count that a file gives: neither epci nor cost.
func (b Basis) Counted() bool { return b != EPCI && b != AtCost }

// A Date is a day, as 2019-06-26; "" is none. Dates compare as strings do.
type Date string

// A Tariff is one version of the rate table.
//
// [Price] takes it as sound: who makes one by hand sees to it that
//   - ids differ; a component's Basis is one of the constants or one that Bases declares;
//   - a component on [AtCost] has no Tiers, any other has at least one; each UpTo is above
//     the one before and at most [MaxQuantity], and only the last tier has none;
//   - Minimum and Maximum are between 0 and [MaxEuros], Minimum not above Maximum.
//
// Rate files are held to this where they are read; Price may panic on a tariff that is not.
type Tariff struct {
	Version  string
	Adopted  bool              // a draft otherwise: what it prices is a simulation (R9)
	Title    map[string]string // by language: fr, en
	Source   string            // the deliberation, as one would cite it
	Dated    Date              // that the document bears
	From, To Date              // in force from, and to where it is closed
	// Deployment is how many years equipping all schools takes (article 4); 0 is unknown.
	Deployment Deployment
	Bases      []DeclaredBasis
	Components []Component
}

// A Deployment says over how many years schools are equipped, and which article says so.
type Deployment struct {
	Years   int
	Article string
}

// A DeclaredBasis is a count that a tariff adds to those that all know.
type DeclaredBasis struct {
	ID      Basis
	Label   map[string]string // by language
	Columns []string          // other names of its column in counts files
}

// A Component is one part of the contribution (article 6 lists eight).
type Component struct {
	ID, Article string
	Label       map[string]string // by language
	Basis       Basis
	Optional    bool     // charged where it is chosen (R3)
	Columns     []string // other names of its column in counts files
	// Tiers are its rates, in ascending order; a flat rate is one tier without bound.
	// A component on [AtCost] has none.
	Tiers []Tier
	// Volume charges the whole quantity at the rate of the tier that it falls in;
	// otherwise tiers are graduated: each part of the quantity at its tier's rate.
	Volume bool
	// Minimum and Maximum bound the item, in cents; nil where there is no bound. A
	// minimum holds at quantity 0, but not where 0 units, or a cost of 0, were declared.
	Minimum, Maximum *Cents
}

// A Tier is a rate, and the last unit that it holds for.
type Tier struct {
	UpTo Quantity // 0: no bound; the last tier's
	Rate Rate
}

// Component finds a component by its id; nil if the tariff has none of that id.
func (t *Tariff) Component(id string) *Component {
	for i := range t.Components {
		if t.Components[i].ID == id {
			return &t.Components[i]
		}
	}
	return nil
}
