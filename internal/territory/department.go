package territory

import "strings"

// A department is one of the hundred and one, or an overseas collectivity.
type department struct {
	code, name string
	folded     string
}

// Department reads a département as files write it, and gives its code as INSEE writes
// it: a code of one, two or three characters ("9", "035", "02a"), the education
// ministry's of Corsica ("620", "720"), INSEE's of the two parts of the Rhône ("69M"), or
// a name ("ILLE-ET-VILAINE", "Côtes d'Armor", "LA REUNION", "REUNION").
func (c *Composition) Department(s string) (code string, ok bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	code = departmentCode(s)
	folded := string(fold(nil, s))
	for _, d := range c.departments {
		if d.code == code || d.folded == folded || d.folded == "LA"+folded {
			return d.code, true
		}
	}
	return "", false
}

// departmentCode writes a code of one to three characters as INSEE does.
func departmentCode(s string) string {
	switch s {
	case "620":
		return "2A"
	case "720":
		return "2B"
	case "69D", "69M":
		return "69"
	}
	if len(s) == 3 && s[0] == '0' {
		return s[1:]
	}
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
