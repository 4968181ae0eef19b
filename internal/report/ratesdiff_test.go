package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// changedTariff is [richTariff] with something of every kind changed, added, removed.
func changedTariff() *pricing.Tariff {
	t := richTariff()
	t.Version, t.Adopted, t.Source, t.Dated = "6", true, "Délibération 2027-01", "2027-01-15"
	t.Title = words("Version 6", "Draft <5>")
	t.Deployment = pricing.Deployment{Years: 4, Article: "4"}
	t.Bases[0].Label = words("Population", "Inhabitants")
	t.Bases = append(t.Bases, pricing.DeclaredBasis{ID: "classes", Label: words("Classes", "Classes")})
	platform, fee, support, connectors := t.Component("platform"), t.Component("fee"), t.Component("support"), t.Component("connectors")
	platform.Tiers = slices.Clone(platform.Tiers)
	platform.Tiers[1].Rate = rate("0.45")
	fee.Optional, fee.Article, fee.Label = true, "", words("Forfait", "Fee")
	support.Tiers, support.Minimum, support.Maximum = flat("2.5"), nil, cents(900_00)
	connectors.Minimum, connectors.Columns = cents(1500_00), nil
	t.Components = append(t.Components[2:], *platform, pricing.Component{
		ID: "training", Label: words("Formations", "Training"), Basis: "classes", Tiers: flat("12"), Article: "7",
	})
	return t
}

func diffs(l text.Lang) map[string]RatesDiff {
	four, five, six := TariffRow{Tariff: version4(), From: "2019-06-26", To: "2026-12-31"}, TariffRow{Tariff: richTariff(), File: "5.yaml"},
		TariffRow{Tariff: changedTariff(), From: "2027-02-01", File: "6.yaml"}
	return map[string]RatesDiff{
		"same":   NewRatesDiff(four, four, l),
		"rich":   NewRatesDiff(five, six, l),
		"back":   NewRatesDiff(six, five, l),
		"others": NewRatesDiff(four, five, l),
	}
}

func TestRatesDiffTable(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		for name, d := range diffs(l) {
			var b bytes.Buffer
			if err := RatesDiffTable(&b, d, 80); err != nil {
				t.Fatal(err)
			}
			golden(t, fmt.Sprintf("rates_diff_%s_%s", name, l), b.Bytes())
		}
	}
}

func TestRatesDiffJSON(t *testing.T) {
	s := schema(t, "rates-diff.schema.json")
	for _, l := range []text.Lang{text.French, text.English} {
		for name, d := range diffs(l) {
			var b bytes.Buffer
			if err := RatesDiffJSON(&b, d); err != nil {
				t.Fatal(err)
			}
			if err := valid(t, s, b.Bytes()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if name == "rich" && l == text.English {
				golden(t, "rates_diff.json", b.Bytes())
				for from, to := range map[string]string{
					`"change": "500.00"`: `"change": 500`, `"of": "basis"`: `"of": "bases"`, `"key": "minimum"`: `"key": "least"`,
					`"same": false`: `"same": "no"`, `"rate": "0.45"`: `"rate": 0.45`, `"id": null`: `"id": "x"`,
				} {
					changed := strings.Replace(b.String(), from, to, 1)
					if changed == b.String() || valid(t, s, []byte(changed)) == nil {
						t.Errorf("%s accepted in place of %s", to, from)
					}
				}
			}
		}
	}
}

// A rate's change is exact, and its percent is rounded half away from zero.
func TestChanged(t *testing.T) {
	for _, tt := range []struct{ from, to, change, percent string }{
		{"0.60", "0.65", "0.05", "8.33"},
		{"0.65", "0.6", "-0.05", "-7.69"},
		{"0.1", "0.3", "0.2", "200.00"},
		{"0", "0.000001", "0.000001", ""},
		{"8", "8.0001", "0.0001", "0.00"},
		{"400", "400.02", "0.02", "0.01"}, // 0.005 %
		{"0.60", "0.6", "0.00", "0.00"},
		{"300", "0", "-300", "-100.00"},
	} {
		if change, percent := changed(tt.from, tt.to); change != tt.change || percent != tt.percent {
			t.Errorf("%s to %s: %s, %s", tt.from, tt.to, change, percent)
		}
	}
}

// Of two tariffs either nothing differs, and they charge by the same components, or
// something is said; the other way round as much is.
func TestRatesDiffProperty(t *testing.T) {
	all := []*pricing.Tariff{votedTariff(), richTariff(), version4(), tieredDraft(), changedTariff()}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *pricing.Tariff {
			of := *rapid.SampledFrom(all).Draw(t, name)
			of.Components = rapid.Permutation(of.Components).Draw(t, name+"'s order")
			of.Components = of.Components[rapid.IntRange(0, 1).Draw(t, name+" loses"):]
			return &of
		}
		a, b := TariffRow{Tariff: draw("a")}, TariffRow{Tariff: draw("b")}
		forth, back := NewRatesDiff(a, b, text.French), NewRatesDiff(b, a, text.French)
		if len(forth.Changes) != len(back.Changes) {
			t.Fatalf("%d changes, and %d back: %s", len(forth.Changes), len(back.Changes), cmp.Diff(forth.Changes, back.Changes))
		}
		if same := tariffSHA256(a.Tariff) == tariffSHA256(b.Tariff); forth.Same() && !same {
			t.Fatal("nothing is said to differ")
		}
		var out bytes.Buffer
		if err := RatesDiffTable(&out, forth, 60); err != nil {
			t.Fatal(err)
		}
	})
}
