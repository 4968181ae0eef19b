package report

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func chartsOf(parts []htmlPart) (all []*htmlChart) {
	for _, p := range parts {
		for _, c := range []*htmlChart{p.Over, p.Under} {
			if c != nil {
				all = append(all, c)
			}
		}
		all = append(all, chartsOf(p.Parts)...)
	}
	return all
}

func page(t *testing.T, r Run) *htmlPage {
	t.Helper()
	p, err := newHTMLPage(r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Members are there by net, the largest first; components, as in the tariff; a call has
// those only; nothing is drawn of nothing.
func TestHTMLCharts(t *testing.T) {
	labels := func(c *htmlChart) (all []string) {
		for _, b := range c.Bars {
			all = append(all, b.Label)
		}
		return all
	}
	r := run(votedTariff(), text.French, pricing.Options{}, lastYear()...)
	charts := chartsOf(page(t, r).Parts)
	if len(charts) != 2 {
		t.Fatalf("%d charts", len(charts))
	}
	if got := labels(charts[0]); got[0] != "Rennes Métropole" || len(got) != 6 {
		t.Errorf("members %q", got)
	}
	if got := labels(charts[1]); got[0] != "Plateforme" || got[1] != "Accompagnement" || got[2] != "Formations" {
		t.Errorf("components %q", got)
	}
	if charts := chartsOf(page(t, r.CallOf(0)).Parts); len(charts) != 1 || labels(charts[0])[0] != "Plateforme" {
		t.Errorf("a call has %d charts", len(charts))
	}
	zero := pricing.Counts{SIREN: "200030633", Of: of{pricing.Pupils: 0, pricing.Schools: 0}}
	if charts := chartsOf(page(t, run(votedTariff(), text.French, pricing.Options{}, zero, zero)).Parts); len(charts) != 0 {
		t.Errorf("%d charts of nothing", len(charts))
	}
}

// Of many members the largest have a bar; the others are one sum, so that all is there.
func TestHTMLChartOfMany(t *testing.T) {
	r := many(1255)
	c := chartsOf(page(t, r).Parts)[0]
	if len(c.Bars) != mostShown+1 || c.Bars[0].Width != "100.0%" {
		t.Fatalf("%d bars, the first %s", len(c.Bars), c.Bars[0].Width)
	}
	others := c.Bars[mostShown]
	if want := "Les 1" + narrowSpace + "230 autres"; others.Label != want || others.Width != "" {
		t.Errorf("the others: %q, bar %q", others.Label, others.Width)
	}
	var sum pricing.Cents
	for _, b := range c.Bars {
		cents, err := strconv.ParseInt(strings.Replace(faceNumber(b.Euros), ".", "", 1), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += pricing.Cents(cents)
	}
	if sum != r.Statement.Totals.Net {
		t.Errorf("the bars sum to %s, all members to %s", sum, r.Statement.Totals.Net)
	}
}

// A bar is as long as its amount says, to a thousandth of the longest; any amount is seen.
func TestThousandths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := pricing.Cents(rapid.Int64Range(1, 1<<62).Draw(t, "most"))
		amount := pricing.Cents(rapid.Int64Range(0, int64(most)).Draw(t, "amount"))
		share := thousandths(amount, most)
		if share < 0 || share > 1000 || (share == 0) != (amount == 0) {
			t.Fatalf("%d of %d: %d", amount, most, share)
		}
		if larger := thousandths(most, most); larger < share || larger < 999 {
			t.Fatalf("the whole: %d, %d of it: %d", larger, amount, share)
		}
	})
}
