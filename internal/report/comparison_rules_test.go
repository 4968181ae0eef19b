package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Deployment that an assumption makes is told as such; that which files tell, or which
// both sides assume alike, is not.
func TestNewRules(t *testing.T) {
	all := comparisons(t, text.English)
	for name, c := range all {
		if _, mixed := c.NewRules(); mixed != (name == "rules") {
			t.Errorf("%s: %v", name, mixed)
		}
	}
	given := pricing.Counts{Of: of{pricing.Pupils: 1000, pricing.Schools: 10, pricing.NewPupils: 10, pricing.NewSchools: 1}}
	silent := pricing.Counts{Of: of{pricing.Pupils: 1000, pricing.Schools: 10}}
	voted := votedTariff()
	for _, test := range []struct {
		rule  pricing.NewRule
		mixed bool
	}{{pricing.AllNew, true}, {pricing.NoneNew, false}} {
		a, b := run(voted, text.English, pricing.Options{}, given), run(voted, text.English, pricing.Options{New: test.rule}, silent)
		for _, c := range []Comparison{compared(t, a, b, Listing{}), compared(t, b, a, Listing{})} {
			if _, mixed := c.NewRules(); mixed != test.mixed {
				t.Errorf("given and %s: %v", test.rule, mixed)
			}
		}
	}
}

// The front sheets say what each side assumes, and that deployment is no change.
func TestComparedFaces(t *testing.T) {
	c := comparisons(t, text.English)["rules"]
	f, err := openWorkbook(writtenOf(t, comparedXLSX(t), c))
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range f.GetSheetList()[:3] {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var face strings.Builder
		for _, row := range rows {
			face.WriteString(strings.Join(row, "\t") + "\n")
		}
		for _, want := range []string{"Assumption (baseline)", "Assumption (variant)", "is no change over time"} {
			if !strings.Contains(face.String(), want) {
				t.Errorf("%s lacks %q:\n%s", sheet, want, face.String())
			}
		}
	}
}

func comparedXLSX(t *testing.T) Format[Comparison] {
	t.Helper()
	all := ComparisonFormats()
	return all[slices.IndexFunc(all, func(f Format[Comparison]) bool { return f.Name == "xlsx" })]
}

// The column of what became of members is there where something did.
func TestComparedStatusColumn(t *testing.T) {
	for name, want := range map[string]bool{"years": true, "set": false} {
		c := comparisons(t, text.English)[name]
		f, err := openWorkbook(writtenOf(t, comparedXLSX(t), c))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(f.GetSheetList()[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "Status") }); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The chart says on itself that it is of a simulation, and where its values are to those who
// do not see it.
func TestChartTitle(t *testing.T) {
	c := comparisons(t, text.French)["set"]
	b := newComparedBook(c)
	title := b.chartTitle("Écart", "À gauche.")
	if title.words != "Écart – SIMULATION" || title.alternative != "Écart – SIMULATION. À gauche." {
		t.Errorf("%v", title)
	}
	if err := b.f.Close(); err != nil {
		t.Error(err)
	}
}

// Our tables and workbooks are known by their beginning; counts are not ours.
func TestOurs(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		r := run(votedTariff(), l, pricing.Options{}, thisYear()...)
		for _, f := range Formats() {
			var b bytes.Buffer
			if err := f.Write(&b, r); err != nil {
				t.Fatal(err)
			}
			ours(t, f.Name, b.Bytes())
		}
		for _, f := range ComparisonFormats() {
			ours(t, f.Name, writtenOf(t, f, comparisons(t, l)["years"]))
		}
	}
	for _, counts := range []string{"siren,epci,eleves\n1,2,3\n", "SIREN;EPCI;Élèves;Écoles\n", "siren,component,amount\n", "", "PK\x03\x04\n"} {
		if format := Ours([]byte(counts)); format != "" || OurWorkbook(strings.NewReader(counts), int64(len(counts))) {
			t.Errorf("%q is ours: %q", counts, format)
		}
	}
}

func ours(t *testing.T, format string, document []byte) {
	t.Helper()
	want := ""
	if strings.HasPrefix(format, "csv") {
		want = format
	}
	if got := Ours(document); got != want {
		t.Errorf("%s: %q", format, got)
	}
	if got := OurWorkbook(bytes.NewReader(document), int64(len(document))); got != (format == "xlsx") {
		t.Errorf("%s: a workbook: %v", format, got)
	}
}
