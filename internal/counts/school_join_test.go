package counts

import "testing"

// One wrong name among many codes does not make a column of them one of something else.
func TestVoteContradicted(t *testing.T) {
	for _, tt := range []struct {
		vote vote
		want bool
	}{
		{vote{witnessed: 1, alone: 49, known: 49}, false},
		{vote{witnessed: 1, alone: 9, known: 9}, true},
		{vote{witnessed: 7, alone: 93, known: 93}, true},
		{vote{witnessed: 7, agreed: 4, alone: 93, known: 93}, false},
		{vote{alone: 10, known: 10}, false},
	} {
		if got := tt.vote.contradicted(); got != tt.want {
			t.Errorf("%+v: %t", tt.vote, got)
		}
	}
}
