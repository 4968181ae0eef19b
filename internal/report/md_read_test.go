package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// What the tables show is what the JSON says, and every EPCI, item and sum is shown.
func TestMarkdownFigures(t *testing.T) {
	runs := allRuns()
	runs["voted in English"] = votedRun(text.English)
	runs["call"] = votedRun(text.French).CallOf(1)
	for name, r := range runs {
		shown, err := figuresOfMarkdown(written(t, asMarkdown(), r))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		carried, err := figuresOfJSON(written(t, asJSON(), r))
		if err != nil {
			t.Fatal(err)
		}
		n := newFieldNames(r.Statement.Tariff)
		is := make(map[Figure]bool)
		for _, f := range withVotes(n.canonical(carried)) {
			if f.Field == nameField {
				f.Value = text.Safe(f.Value)
			}
			is[Figure{f.SIREN, f.Field, plainValue(f.Value)}] = true
		}
		there := make(map[string]bool)
		for _, f := range n.canonical(shown) {
			there[f.SIREN+" "+f.Field] = true
			if !is[Figure{f.SIREN, f.Field, plainValue(f.Value)}] && !strings.HasSuffix(f.Field, pupilsOf) {
				t.Errorf("%s: %+v is not in the JSON", name, f)
			}
		}
		for i := range r.Statement.Contributions {
			c := &r.Statement.Contributions[i]
			for _, item := range c.Items {
				if !there[c.SIREN+" "+n.canonicalField(item.Component.ID)] {
					t.Errorf("%s: %s has no %s", name, c.SIREN, item.Component.ID)
				}
			}
			if !there[c.SIREN+" net"] {
				t.Errorf("%s: %s has no net", name, c.SIREN)
			}
		}
	}
}

// plainValue is a number without the decimals that say nothing.
func plainValue(s string) string {
	if !isNumber(s) || !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// A figure that was changed by hand is named with its EPCI; what is no figure is a line.
func TestMarkdownDifferences(t *testing.T) {
	r := sampleRun(text.French)
	r.Statement.Contributions[0].Name = "A | B"
	call := schoolsRun(text.French).CallOf(0)
	euros := func(s string) string {
		return strings.NewReplacer("_", narrowSpace, "~", noBreakSpace).Replace(s)
	}
	for _, tt := range []struct {
		run      Run
		from, to string
		want     []string
	}{
		{r, euros("| 15_841,80~€ |"), euros("| 15_841,81~€ |"), []string{"243500139 platform 15841.81 15841.80 check/figure"}},
		{r, euros("| 0,36~€ |"), euros("| 0,37~€ |"), []string{"200030633 mobile-app.rate 0.37 0.36 check/figure"}},
		{r, euros("−250,00~€"), euros("−251,00~€"), []string{"200030633 subsidy 251.00 250.00 check/figure"}},
		{r, `| A \| B |`, `| A \| C |`, []string{"200030633 epci.name A | C A | B check/name"}},
		{r, "adoptée", "adoptee", nil},
		{call, "| 0350001A |", "| 0350001A |", nil},
	} {
		fresh := written(t, asMarkdown(), tt.run)
		old := []byte(strings.Replace(string(fresh), tt.from, tt.to, 1))
		if string(old) == string(fresh) {
			if tt.from != tt.to {
				t.Errorf("no %s in\n%s", tt.from, fresh)
			}
			continue
		}
		found, err := tt.run.Differences(asMarkdown(), old, fresh)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := told(found); tt.want != nil && !slices.Equal(got, tt.want) || tt.want == nil && found[0].Text.Code != "check/line" {
			t.Errorf("%s: %q, want %q", tt.to, got, tt.want)
		}
	}
}

// Nothing that it is given breaks the reader.
func FuzzFiguresOfMarkdown(f *testing.F) {
	goldens, err := filepath.Glob("testdata/*.md.golden")
	if err != nil || len(goldens) == 0 {
		f.Fatal(goldens, err)
	}
	for _, name := range goldens {
		document, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(document))
	}
	f.Add("## Synthèse\n| a\\| | SIREN |\n|---|\n| **x** |\\\n### SIREN\n## Détail par EPCI\n| |\n| & \\")
	f.Fuzz(func(_ *testing.T, document string) {
		_, _ = figuresOfMarkdown([]byte(document))
	})
}

// What is escaped is read back.
func FuzzUnescaped(f *testing.F) {
	for _, s := range []string{"a|b", `\&amp;`, "&lt;<", "http://www.x", "**a**", "@é#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := unescaped(mdText(s)); got != text.Safe(s) {
			t.Errorf("%q: %q", s, got)
		}
		cells := []string{s, "b"}
		if got := mdCells(mdRow(false, cells)); len(got.cells) != 2 || got.cells[0] != strings.TrimSpace(text.Safe(strings.TrimSpace(s))) {
			t.Errorf("%q: %q", s, got.cells)
		}
	})
}

// A call says what a mayor needs of it: who asks, the text around the figures, the sum in
// words, who signs, the schools.
func TestMarkdownCall(t *testing.T) {
	r := schoolsRun(text.French)
	r.Letterhead.Name, r.Letterhead.Address = "Syndicat", "1 rue A\n59000 Lille"
	r.Letterhead.Before, r.Letterhead.After = "Avant.", "Après."
	r.Letterhead.Place, r.Letterhead.Signatory, r.Date = "Lille", "La Présidente,\nA. B.", pricing.Date("2026-11-25")
	document := string(written(t, asMarkdown(), r.CallOf(0)))
	at := 0
	for _, want := range []string{
		"1 rue A – 59000 Lille", "\n\nAvant.\n", "## Synthèse", "## Détail", "\n**Arrêté le présent appel", "\n\nAprès.\n",
		text.DoneAt("Lille", text.Day("2026-11-25")).FR, "La Présidente,\n\nA. B.\n", "## Écoles prises en compte", "\n## Sources",
	} {
		i := strings.Index(document[at:], want)
		if i < 0 {
			t.Fatalf("%q does not follow in\n%s", want, document)
		}
		at += i
	}
	for _, school := range r.CallOf(0).Schools {
		if !strings.Contains(document, "| "+school.UAI+" |") {
			t.Errorf("no %s in\n%s", school.UAI, document)
		}
	}
}
