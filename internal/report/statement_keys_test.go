package report

import "testing"

// An object may not have a name twice, however it is written; objects beside each other may.
func TestKeysOnce(t *testing.T) {
	for document, twice := range map[string]bool{
		`{"a":1,"b":[{"a":"a:"},{"a":"\"a\":"}]}`: false,
		`{"a":1, "a" : 2}`:                        true,
		`{"a":1,"\u0061":2}`:                      true,
		`{"x":{"n":1,"m":{},"n":2}}`:              true,
		`"a"`:                                     false,
	} {
		if err := keysOnce([]byte(document)); (err != nil) != twice {
			t.Errorf("%s: %v", document, err)
		}
	}
}
