package pricing_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// The sums of a statement that lost them are those that Price made.
func TestSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestion(t)
		want, got := q.price(t), q.price(t)
		for i := range got.Contributions {
			c := &got.Contributions[i]
			c.Yearly, c.Once, c.Gross, c.Subsidy, c.Net = 1, 2, 3, 4, 5
			for k := range c.Items {
				c.Items[k].Amount, c.Items[k].Cost = 6, 7
			}
		}
		got.Totals = pricing.Contribution{}
		if err := got.Sum(); err != nil {
			t.Fatal(err)
		}
		same := cmp.Comparer(func(a, b pricing.Rate) bool { return a.String() == b.String() })
		if d := cmp.Diff(want, got, same); d != "" {
			t.Error(d)
		}
	})
}
