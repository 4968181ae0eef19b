package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Every EPCI that is gone or moved is told before the details of any, of whatever form.
func TestDifferencesOfAllBeforeDetails(t *testing.T) {
	before, after := many(40), many(40)
	before.Statement.Contributions[7].SIREN = "200030633" // who is gone, and another is new
	for i := range after.Statement.Contributions {
		c := &after.Statement.Contributions[i]
		c.Net++
		c.Gross++
		c.Yearly++
	}
	after.Statement.Totals.Net++
	for _, f := range []Format[Run]{asJSON(), asCSVFR(), workbook(), asPDF(), asHTML()} {
		found, err := after.Differences(f, written(t, f, before), written(t, f, after))
		if err != nil || len(found) < 80 {
			t.Fatalf("%s: %d, %v", f.Name, len(found), err)
		}
		told := found[:2]
		if !slices.ContainsFunc(told, func(d Difference) bool { return d.Text.Code == "check/epci-gone" }) ||
			!slices.ContainsFunc(told, func(d Difference) bool { return d.Text.Code == "check/epci-missing" }) {
			t.Errorf("%s: begins with %v", f.Name, told)
		}
		rest := found[2:]
		if f.Name != "csv-fr" { // which has no totals
			if rest[0].SIREN != "" || rest[0].Field != "net" {
				t.Errorf("%s: %v", f.Name, rest[0])
			}
			rest = rest[1:]
		}
		met := make(map[string]bool)
		for _, d := range rest[:39] {
			if d.Field != "net" || met[d.SIREN] {
				t.Errorf("%s: among the first: %v", f.Name, d)
			}
			met[d.SIREN] = true
		}
	}
}

// A file that was saved again is told as that, also where its fingerprint, which is wider or
// narrower than it was, moves the ends of lines, and where it is the baseline's.
func TestOnlyFingerprints(t *testing.T) {
	baseline := sampleRun(text.French)
	baseline.Inputs = []counts.Input{{Name: "effectifs-2025.csv", SHA256: strings.Repeat("3", 64)}}
	of := func(n int, since string) Run {
		r := sealed(t, sampleRun(text.French))
		r.Inputs = nil
		for i := range 4 {
			r.Inputs = append(r.Inputs, counts.Input{
				Name: "effectifs des écoles publiques " + strconv.Itoa(i) + ".csv", SHA256: strings.Repeat(strconv.Itoa(i), 64), Rows: 2, Kept: 2,
			})
		}
		r.Inputs[1].SHA256 = strings.Repeat(strconv.FormatInt(int64(n), 16), 64)
		old := baseline
		old.Inputs = slices.Clone(baseline.Inputs)
		old.Inputs[0].SHA256 = strings.Repeat(since, 64)
		c, err := Compare(old, r, pricing.CompareOptions{}, Listing{Sort: "input"})
		if err != nil {
			t.Fatal(err)
		}
		r.Since = &c
		return r
	}
	for _, f := range []Format[Run]{asPDF(), asHTML(), asMarkdown(), workbook(), asJSON()} {
		for n := range 16 {
			was, is := of(n, "3"), of(1, "e")
			for _, r := range [][2]Run{{was, is}, {was.CallOf(0), is.CallOf(0)}} {
				old, fresh := written(t, f, r[0]), written(t, f, r[1])
				if n == 1 && f.Begins == nil && bytes.Equal(old, fresh) {
					continue // it does not show that of the baseline
				}
				found, err := r[1].Differences(f, old, fresh)
				if err != nil || len(found) != 1 || found[0].Text.Code != "check/fingerprint" {
					t.Errorf("%s, %x: %v, %v", f.Name, n, found, err)
				}
			}
		}
	}
	was, is := of(2, "3"), of(1, "3")
	is.Letterhead.Place = "Arras"
	found, err := is.Differences(asHTML(), written(t, asHTML(), was), written(t, asHTML(), is))
	if err != nil || len(found) != 1 || found[0].Text.Code != "check/page" {
		t.Errorf("a place, too: %v, %v", found, err)
	}
}
