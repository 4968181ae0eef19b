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
	voted, gap, due := voteColumns()[0], voteColumns()[1], voteColumns()[2]
	for i := range s.Contributions {
		c := &s.Contributions[i]
		_, votes := voted.amount(c)
		apart, differs := gap.amount(c)
		called, is := due.amount(c)
		if votes != (c.Voted != nil) || differs != votes || !is || c.Net+apart != called {
			t.Errorf("%s: %v, %s %v, %s %v", c.Net, votes, apart, differs, called, is)
		}
	}
	if got := voted.total(s); got != 4000_00+25_000_00+110_00 {
		t.Errorf("voted: %s", got)
	}
	if got := due.total(s); got != s.Totals.Due() || s.Totals.Net+gap.total(s) != got {
		t.Errorf("%s and %s, due %s of %s", s.Totals.Net, gap.total(s), got, s.Totals.Due())
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
			"due 29210.00 30210.00 check/figure", "243500139 voted 24000.00 25000.00 check/figure",
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
	if got := moved[1].Text.In(text.French); !strings.HasPrefix(got, strings.NewReplacer("_", narrowSpace, "~", noBreakSpace).Replace(want)) {
		t.Error(got)
	}
}

// A comparison says that it is of computed amounts where others were voted, and only there.
func TestVotedCompared(t *testing.T) {
	for _, r := range []Run{votedRun(text.French), sampleRun(text.French)} {
		s := r.Statement
		of, err := pricing.Compare(s, s, pricing.CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		c := Comparison{Baseline: r, Variant: r, Of: of, Lang: text.French}
		for i := range c.Of.Members {
			c.Rows = append(c.Rows, &c.Of.Members[i])
		}
		said := text.ComputedCompared().FR
		documents := map[string]func(*bytes.Buffer) error{
			"table":   func(b *bytes.Buffer) error { return writeComparedTable(b, c) },
			"md":      func(b *bytes.Buffer) error { return writeComparedMarkdown(b, c) },
			"explain": func(b *bytes.Buffer) error { return ExplainChange(b, c) },
			"since": func(b *bytes.Buffer) error {
				r.Since = &c
				return writeMarkdown(b, r)
			},
		}
		for name, write := range documents {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), said) != votes(s) {
				t.Errorf("%s of voted amounts %v:\n%s", name, votes(s), b.String())
			}
		}
		var b bytes.Buffer
		if err := writeComparedWorkbook(&b, c); err != nil {
			t.Fatal(err)
		}
		if got := rowsOf(t, b.Bytes(), text.SheetComparison().FR); strings.Contains(got, said) != votes(s) {
			t.Errorf("xlsx of voted amounts %v: %s", votes(s), got)
		}
	}
}
