package report

import (
	"encoding/json"
	"fmt"
)

// A keyTwiceError says that an object has a name twice: of its values readers take either.
type keyTwiceError struct {
	name string
	line int
}

func (e keyTwiceError) Error() string {
	return fmt.Sprintf("line %d: %q is twice in an object", e.line, e.name)
}

// keysOnce checks that no object of a document, which is JSON, has a name twice.
func keysOnce(document []byte) error {
	var open []map[string]bool // the names of the objects that are not closed
	line := 1
	for i := 0; i < len(document); i++ {
		switch document[i] {
		case '\n':
			line++
		case '{':
			open = append(open, make(map[string]bool))
		case '}':
			open = open[:len(open)-1]
		case '"':
			start := i
			for i++; document[i] != '"'; i++ {
				if document[i] == '\\' {
					i++
				}
			}
			after := i + 1
			for after < len(document) && (document[after] == ' ' || document[after] == '\t' || document[after] == '\r' || document[after] == '\n') {
				after++
			}
			if after == len(document) || document[after] != ':' {
				continue
			}
			var name string
			_ = json.Unmarshal(document[start:i+1], &name) // it is JSON
			names := open[len(open)-1]
			if names[name] {
				return keyTwiceError{name, line}
			}
			names[name] = true
		}
	}
	return nil
}
