package report

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// The calls of a run are the run: each has its member's contribution as it stands, and
// their sums are its totals.
func TestCallOf(t *testing.T) {
	for name, r := range allRuns() {
		t.Run(name, func(t *testing.T) {
			var net, due pricing.Cents
			for i := range r.Statement.Contributions {
				call := r.CallOf(i)
				if !call.Call || len(call.Statement.Contributions) != 1 {
					t.Fatalf("a call of %d members", len(call.Statement.Contributions))
				}
				if diff := cmp.Diff(r.Statement.Contributions[i], call.Statement.Contributions[0], cmpopts.EquateEmpty(),
					cmp.Comparer(func(a, b pricing.Rate) bool { return a.String() == b.String() })); diff != "" {
					t.Errorf("member %d in its call: %s", i, diff)
				}
				net += call.Statement.Totals.Net
				due += call.Statement.Totals.Due()
			}
			if totals := &r.Statement.Totals; net != totals.Net || due != totals.Due() {
				t.Errorf("calls sum to %s and %s, the run to %s and %s", net, due, totals.Net, totals.Due())
			}
		})
	}
}

func TestCallOfSchools(t *testing.T) {
	r := Run{
		Statement: &pricing.Statement{
			Tariff: version4(), Contributions: []pricing.Contribution{{SIREN: "200030633"}, {SIREN: "200042190"}},
		},
		Schools: []counts.School{{Row: 0, UAI: "a"}, {Row: 1, UAI: "b"}, {Row: 1, UAI: "c"}},
		Lang:    text.French,
	}
	got := r.CallOf(1).Schools
	if want := []counts.School{{UAI: "b"}, {UAI: "c"}}; !slices.EqualFunc(got, want, func(a, b counts.School) bool {
		return a.UAI == b.UAI && a.Row == b.Row
	}) {
		t.Errorf("schools %v, want %v", got, want)
	}
}
