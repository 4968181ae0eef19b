package territory

import "github.com/entcalc/entcalc/internal/text"

// A Way is how a commune was found.
type Way uint8

// The ways, the surest first.
const (
	Unknown        Way = iota // it was not
	Code                      // by the INSEE code that it has
	Arrondissement            // by the code or the name of an arrondissement of Paris, Lyon or Marseille
	FormerCode                // by a code that it had, or that a commune merged into it had
	Name                      // by the name that it has, in its département
	FormerName                // by a name that it had, or that a commune merged into it had
)

// String gives the way's stable name, for CSV and JSON; blank for Unknown.
func (w Way) String() string {
	switch w {
	case Code:
		return "code"
	case Arrondissement:
		return "arrondissement"
	case FormerCode:
		return "former-code"
	case Name:
		return "name"
	case FormerName:
		return "former-name"
	case Unknown:
	}
	return ""
}

// Words says the way to people.
func (w Way) Words() text.Phrase {
	switch w {
	case Code:
		return text.FoundByCode()
	case Arrondissement:
		return text.FoundByArrondissement()
	case FormerCode:
		return text.FoundByFormerCode()
	case Name:
		return text.FoundByName()
	case FormerName:
		return text.FoundByFormerName()
	case Unknown:
	}
	return text.FoundNowhere()
}
