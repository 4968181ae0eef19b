package inputs

import (
	"fmt"
	"iter"
	"strconv"
)

// Counts makes up counts of so many EPCIs, one a row, header first.
func Counts(rows int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		if !yield([]any{"siren", "epci", "pupils", "schools", "new_pupils", "new_schools"}) {
			return
		}
		for i := range rows {
			schools := 1 + i%97
			newSchools := schools / 3 // and no more new pupils than there are
			name := fmt.Sprintf("CC de l'Échantillon n° %d", i+1)
			if !yield([]any{siren(i), name, schools * (80 + i%53), schools, newSchools * 80, newSchools}) {
				return
			}
		}
	}
}

// siren makes row i's number: eight digits and their Luhn key.
func siren(i int) string {
	digits := strconv.Itoa(20_000_000 + i)
	sum := 0
	for at, r := range digits {
		d := int(r - '0')
		if at%2 == 1 { // every second digit from the right, the key being the first
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}
