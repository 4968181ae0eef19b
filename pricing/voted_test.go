package pricing_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// unvoted gives the same question without what was voted.
func (q question) unvoted() question {
	q.rows = slices.Clone(q.rows)
	for i := range q.rows {
		q.rows[i].Voted = nil
	}
	return q
}

// What was voted is carried as it is, and changes nothing that is computed; what is due in
// all is the sum of what each is asked for, where anything was voted.
func TestVotedChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s, computed := q.price(t), q.unvoted().price(t)
		var due pricing.Cents
		voted := false
		for i := range s.Contributions {
			c := &s.Contributions[i]
			if c.Voted != q.rows[i].Voted {
				t.Fatalf("voted %v, and %v in the counts", c.Voted, q.rows[i].Voted)
			}
			want := c.Net
			if c.Voted != nil {
				voted, want = true, *c.Voted
			}
			if c.Due() != want {
				t.Fatalf("due %s, want %s: %+v", c.Due(), want, c)
			}
			due += want
			c.Voted = nil
		}
		if total := s.Totals.Voted; voted != (total != nil) || voted && *total != due || s.Totals.Due() != due {
			t.Fatalf("due in all %v, sum %s", total, due)
		}
		s.Totals.Voted = nil
		if !reflect.DeepEqual(s, computed) {
			t.Fatalf("what was voted changes\n%+v\nto\n%+v", computed, s)
		}
	})
}

// A comparison and a search are of computed amounts.
func TestVotedIsAside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		s, computed := q.price(t), q.unvoted().price(t)
		c, err := pricing.Compare(&computed, &s, pricing.CompareOptions{})
		if err != nil {
			t.Skip(err)
		}
		for _, d := range append(c.Members, c.Totals) {
			if d.Change != 0 || len(d.Effects) > 0 {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// The sums of a statement that was read include what is due.
func TestVotedSummedAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawQuestion(t).price(t)
		want := s.Totals.Voted
		s.Totals = pricing.Contribution{}
		if err := s.Sum(); err != nil {
			t.Fatal(err)
		}
		if got := s.Totals.Voted; (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Fatalf("due in all %v, was %v", got, want)
		}
	})
}

func TestVotedOutOfRange(t *testing.T) {
	tariff := &pricing.Tariff{Adopted: true}
	for _, voted := range []pricing.Cents{-1, 0, pricing.MaxEuros, pricing.MaxEuros + 1} {
		_, err := pricing.Price(tariff, []pricing.Counts{{Voted: &voted}}, pricing.Options{})
		var outside pricing.RangeError
		if wrong := voted < 0 || voted > pricing.MaxEuros; wrong != errors.As(err, &outside) || wrong && outside.Field != "voted" {
			t.Errorf("%s: %v", voted, err)
		}
	}
}
