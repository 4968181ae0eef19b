package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// votedRun has members for whom more was voted than computed, less, nothing at all, the
// same, and nothing else.
func votedRun(l text.Lang) Run {
	rows := []pricing.Counts{
		subsidised(),
		{SIREN: "243500139", Name: "Rennes Métropole", Of: of{pricing.Pupils: 26403, pricing.Schools: 152}, Voted: cents(25_000_00)},
		{SIREN: "200042190", Name: "CC Sud Avesnois", Of: of{pricing.Pupils: 10, pricing.Schools: 1}, Voted: cents(0)},
		{SIREN: "200043396", Name: "CA Maubeuge Val de Sambre", Of: of{pricing.Pupils: 100, pricing.Schools: 1}, Voted: cents(110_00)},
		{SIREN: "200043321", Name: "CA du Douaisis", Of: of{pricing.Pupils: 1000, pricing.Schools: 4}},
	}
	rows[0].Voted = cents(4000_00)
	return run(votedTariff(), l, pricing.Options{}, rows...)
}

func TestVotedGolden(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		r := votedRun(l)
		for _, f := range plainFormats() {
			if f.Name != "csv" { // a row per line of an item: it has no place for it
				golden(t, "voted."+string(l)+f.Ext, written(t, f, r))
			}
		}
		for _, width := range []int{60, 80, 120} {
			r.Width = width
			var b bytes.Buffer
			if err := writeTable(&b, r); err != nil {
				t.Fatal(err)
			}
			checkWidth(t, b.String(), width)
			golden(t, fmt.Sprintf("table_voted_%s_%d", l, width), b.Bytes())
		}
		var explained, summed bytes.Buffer
		r.Width = 80
		if err := Explain(&explained, r); err != nil {
			t.Fatal(err)
		}
		if err := Summary(&summed, r); err != nil {
			t.Fatal(err)
		}
		golden(t, "explain_voted_"+string(l), explained.Bytes())
		golden(t, "summary_voted_"+string(l), summed.Bytes())
	}
}

// Across, net and difference make what is due; down, each column makes its total.
func TestVotedAddsUp(t *testing.T) {
	s := votedRun(text.French).Statement
	for _, column := range voteColumns() {
		var sum pricing.Cents
		for i := range s.Contributions {
			c := &s.Contributions[i]
			sum += column.amount(c)
			if c.Net+votedGap(c) != c.Due() {
				t.Errorf("%s and %s are not %s", c.Net, votedGap(c), c.Due())
			}
		}
		if total := column.amount(&s.Totals); sum != total {
			t.Errorf("%s: %s, the total is %s", column.field, sum, total)
		}
	}
}

// Nothing is said of a vote where there was none.
func TestNotVoted(t *testing.T) {
	for name, r := range allRuns() {
		if votes(r.Statement) != (name == "voted") {
			t.Errorf("%s: votes %v", name, votes(r.Statement))
		}
		if votes(r.Statement) {
			continue
		}
		for _, f := range plainFormats() {
			if document := string(written(t, f, r)); strings.Contains(document, "Voté") || strings.Contains(document, `"voted"`) {
				t.Errorf("%s of %s\n%s", f.Name, name, document)
			}
		}
	}
}

// A voted amount that moves is found by its name, and so is one that was changed by hand.
func TestVotedDifferences(t *testing.T) {
	r := votedRun(text.French)
	other := votedRun(text.French)
	other.Statement.Contributions[1].Voted = cents(24_000_00)
	if err := other.Statement.Sum(); err != nil {
		t.Fatal(err)
	}
	none := sampleRun(text.French)
	for _, tt := range []struct {
		format   Format[Run]
		old      []byte
		from, to string
		want     []string
	}{
		{asJSON(), written(t, asJSON(), other), "", "", []string{
			"243500139 voted 24000.00 25000.00 check/figure", "voted 29210.00 30210.00 check/figure",
		}},
		{asCSVFR(), written(t, asCSVFR(), other), "", "", []string{
			"243500139 voted 24000.00 25000.00 check/figure", "243500139 difference -5043.30 -4043.30 check/figure",
		}},
		{asJSON(), written(t, asJSON(), r), `"voted": "0.00"`, `"voted": "0.01"`, []string{"200042190 voted 0.01 0.00 check/figure"}},
		{asJSON(), written(t, asJSON(), r), `"net": "11.00",` + "\n" + `      "voted": "0.00"`, `"net": "11.00"`, []string{"200042190 voted  0.00 check/figure"}},
		{asCSVFR(), written(t, asCSVFR(), r), ";-11,00;", ";11,00;", []string{"200042190 difference 11.00 -11.00 check/figure"}},
	} {
		changed := bytes.Replace(tt.old, []byte(tt.from), []byte(tt.to), 1)
		found, err := r.Differences(tt.format, changed, written(t, tt.format, r))
		if got := told(found); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, %v; want %q", tt.format.Name, got, err, tt.want)
		}
	}
	if _, err := none.Differences(asCSVFR(), written(t, asCSVFR(), r), written(t, asCSVFR(), none)); err != nil {
		t.Error(err)
	}
	moved, _ := r.Differences(asJSON(), written(t, asJSON(), other), written(t, asJSON(), r))
	want := "Rennes Métropole (243500139), Voté~: 24_000,00~€ dans le document, 25_000,00~€ d'après les données"
	if got := moved[0].Text.In(text.French); !strings.HasPrefix(got, strings.NewReplacer("_", narrowSpace, "~", noBreakSpace).Replace(want)) {
		t.Error(got)
	}
}
