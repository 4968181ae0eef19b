package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A chart is drawn of what can be compared: several EPCIs, several components; at most so
// many bars, and the table beside them comes to the total.
func TestWorkbookCharts(t *testing.T) {
	platform := &pricing.Tariff{Version: "1", Adopted: true, Components: version4().Components[:1]}
	for name, tt := range map[string]struct {
		r     Run
		bars  []int // of each chart
		other int   // EPCIs without a bar
	}{
		"nobody":     {tableRun(t, version4(), pricing.Options{}), nil, 0},
		"one part":   {tableRun(t, platform, pricing.Options{}, thousand()), nil, 0},
		"one":        {tableRun(t, version4(), pricing.Options{}, thousand()), []int{4}, 0},
		"two":        {tableRun(t, platform, pricing.Options{}, tableMembers(2)...), []int{2}, 0},
		"twenty":     {tableRun(t, version4(), pricing.Options{}, tableMembers(20)...), []int{20, 4}, 0},
		"many":       {many(100), []int{25, 4}, 75},
		"wide":       {wideRun(t, 30), []int{25, 25}, 35},
		"voted":      {signedRun(t), []int{5, 4}, 0},
		"no names":   {run(votedTariff(), text.French, pricing.Options{}, pricing.Counts{SIREN: "200030633", Of: of{pricing.Pupils: 1, pricing.Schools: 1}}, subsidised()), []int{2, 4}, 0},
		"in English": {wavesRun(text.English), []int{3, 3}, 0},
	} {
		b := newBook(tt.r)
		var bars []int
		for _, c := range b.drawn {
			bars = append(bars, len(c.bars))
			sum := c.rest
			for i, bar := range c.bars {
				sum += bar.amount
				if bar.name == "" || i > 0 && len(c.bars) == mostShown && bar.amount > c.bars[i-1].amount {
					t.Errorf("%s: bar %d is %+v", name, i, bar)
				}
			}
			if sum != c.total.amount {
				t.Errorf("%s: %s in the table, %s in all", name, sum, c.total.amount)
			}
		}
		if fmt.Sprint(bars) != fmt.Sprint(tt.bars) {
			t.Errorf("%s: charts of %v bars, want %v", name, bars, tt.bars)
		}
		if len(b.drawn) > 0 && b.drawn[0].others != tt.other && tt.other > 0 {
			t.Errorf("%s: %d others", name, b.drawn[0].others)
		}
		document := written(t, workbook(), tt.r)
		if sheets := opened(t, document).GetSheetList(); strings.Contains(fmt.Sprint(sheets), b.names.charts) != (len(bars) > 0) {
			t.Errorf("%s: %v", name, sheets)
		}
		if err := b.f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A chart begins at 0, has no legend, one colour, a title and words for those who do not see
// it; one that has no room under another begins a page.
func TestWorkbookChartParts(t *testing.T) {
	document := written(t, workbook(), many(100))
	chart := part(t, document, "xl/charts/chart1.xml")
	for _, want := range []string{
		`<min val="0">`, `<varyColors val="0">`, "les 25 plus fortes sur 100", "&#39;Graphiques&#39;!$B$5:$B$29", `<delete val="1">`,
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("no %s in %s", want, chart)
		}
	}
	if strings.Contains(chart, "<legend>") || strings.Contains(chart, "<majorGridlines>") {
		t.Error("a legend, or lines")
	}
	if drawing := part(t, document, "xl/drawings/drawing1.xml"); strings.Count(drawing, `descr="Contribution par EPCI`) != 1 || strings.Count(drawing, "dans le tableau à gauche") != 2 {
		t.Error(drawing)
	}
	for name, tt := range map[string]struct {
		r      Run
		breaks int
	}{"many": {many(100), 1}, "few": {many(3), 0}} {
		sheet := part(t, written(t, workbook(), tt.r), "xl/worksheets/sheet2.xml")
		if n := strings.Count(sheet, "<brk "); n != tt.breaks || strings.Contains(sheet, `fitToPage="true"`) != (tt.breaks == 0) {
			t.Errorf("%s: %d breaks", name, n)
		}
	}
}
