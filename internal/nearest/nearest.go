// Package nearest finds the name that a misspelt word was meant to be.
package nearest

import "github.com/agnivade/levenshtein"

// Name gives the known name that is the fewest letters away from word, the first of
// equals; false when none is near enough for a mistake of typing: two letters, or a
// third of a long word, and never more than half of a short one.
func Name(word string, known []string) (string, bool) {
	letters := len([]rune(word))
	best, least := "", max(letters/3, min(2, letters/2))+1
	for _, name := range known {
		if d := Distance(word, name); d < least {
			best, least = name, d
		}
	}
	return best, best != ""
}

// Distance is how many letters must be changed, added or left out to turn a into b.
func Distance(a, b string) int { return levenshtein.ComputeDistance(a, b) }
