package config

import (
	"regexp"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// A Pair is one key=value of a setting or a flag, and where the settings have it: nowhere
// for one that was typed, or is the environment's.
type Pair struct {
	Key, Value string
	At         diag.Place
}

// ParsePair reads a pair of the setting of a name: the spaces around its key and its value
// are none of theirs. What is no pair is a [diag.Usage].
func ParsePair(name, pair string, at diag.Place) (Pair, error) {
	key, value, ok := strings.Cut(pair, "=")
	if !ok {
		return Pair{}, diag.Usage{Text: text.NotAPair(name, pair), Place: at}
	}
	return Pair{strings.TrimSpace(key), strings.TrimSpace(value), at}, nil
}

// splitPairs parts, at their commas, the pairs of a variable of the environment. A comma
// that no key follows is one of the value before it: name=Syndicat A, B.
func splitPairs(value string) (pairs []string) {
	from := 0
	for _, at := range regexp.MustCompile(`,\s*[\pL\pN_-]+\s*=`).FindAllStringIndex(value, -1) {
		pairs = append(pairs, value[from:at[0]])
		from = at[0] + 1
	}
	return append(pairs, value[from:])
}
