package fields

import "strings"

// YesNo reads a choice, as counts files and examples of rate files write it (R3); ok is
// false for anything else, a blank included.
func YesNo(s string) (yes, ok bool) {
	switch strings.ToLower(s) {
	case "oui", "yes", "vrai", "true", "1", "x":
		return true, true
	case "non", "no", "faux", "false", "0":
		return false, true
	default:
		return false, false
	}
}
