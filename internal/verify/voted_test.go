package verify

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// votedRun has one member for whom another amount was voted, and one for whom none was.
func votedRun(t *testing.T) (report.Run, []pricing.Counts) {
	t.Helper()
	voted := pricing.Cents(1500_00)
	of := func(pupils pricing.Quantity) map[pricing.Basis]pricing.Quantity {
		return map[pricing.Basis]pricing.Quantity{pricing.Pupils: pupils, pricing.Schools: 1}
	}
	rows := []pricing.Counts{{SIREN: "200030633", Name: "A", Of: of(1000), Voted: &voted}, {SIREN: "200042190", Name: "B", Of: of(100)}}
	s, err := pricing.Price(version4(), rows, pricing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.Run{Statement: &s, Lang: text.French, ChosenBy: "default"}, rows
}

// What was voted is declared: only what it makes can be wrong, or what the counts say of it.
func TestVotedInOurs(t *testing.T) {
	run, rows := votedRun(t)
	for _, tt := range []struct {
		format, was, is string
		alone, counted  []string // found without the counts, and with them
	}{
		{"json", "", "", nil, nil},
		{"csv-fr", "", "", nil, nil},
		{
			"json", `"due": "1628.00"`, `"due": "1629.00"`,
			[]string{"total due 1629.00/1628.00"},
			[]string{"total due 1629.00/1628.00"},
		},
		{
			"json", `"voted": "1500.00"`, `"voted": "1501.00"`,
			[]string{"total due 1628.00/1629.00"},
			[]string{"amount voted 1501.00/1500.00 the counts give another voted amount"},
		},
		{
			"json", ",\n      \"voted\": \"1500.00\"", "",
			[]string{"total due 1628.00/1408.00"},
			[]string{"missing voted /1500.00 the counts give one, and the annex has none"},
		},
		{
			"csv-fr", ";1500,00;220,00;", ";1500,00;221,00;",
			[]string{"sum difference 221.00/220.00 it is not voted less net"},
			[]string{"sum difference 221.00/220.00 it is not voted less net"},
		},
		{"csv-fr", ";1500,00;220,00;1500,00;", ";1501,00;221,00;1501,00;", nil, []string{"amount voted 1501.00/1500.00 the counts give another voted amount"}},
		{
			"csv-fr", ";220,00;1500,00;", ";220,00;1500,01;",
			[]string{"sum due 1500.01/1500.00 it is not what was voted, or net where nothing was"},
			[]string{"sum due 1500.01/1500.00 it is not what was voted, or net where nothing was"},
		},
		{
			"csv-fr", ";128,00;;;128,00;", ";128,00;;;129,00;",
			[]string{"sum due 129.00/128.00 it is not what was voted, or net where nothing was"},
			[]string{"sum due 129.00/128.00 it is not what was voted, or net where nothing was"},
		},
		{"csv-fr", ";1280,00;1500,00;", ";1281,00;1500,00;", []string{"sum net 1281.00/1280.00"}, []string{"sum net 1281.00/1280.00"}},
		{"csv-fr", ";1500,00;220,00;", ";;220,00;", []string{"sum due 1500.00/1280.00 it is not what was voted, or net where nothing was"}, []string{"missing voted /1500.00 the counts give one, and the annex has none"}},
	} {
		f, _ := report.ByName(tt.format, report.Formats())
		var b bytes.Buffer
		if err := f.Write(&b, run); err != nil {
			t.Fatal(err)
		}
		document := strings.Replace(b.String(), tt.was, tt.is, 1)
		if document == b.String() && tt.was != tt.is {
			t.Fatalf("%s is not in\n%s", tt.was, document)
		}
		inputs := &Inputs{Rows: rows, Statement: run.Statement}
		for i, want := range [][]string{tt.alone, tt.counted} {
			terms := Terms{}
			if i > 0 {
				terms.Inputs = inputs
			}
			got := told(checked(t, []byte(document), version4(), terms))
			for k := range got {
				_, got[k], _ = strings.Cut(got[k], " ") // the place
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s with counts %v\n%s", tt.format, tt.is, i > 0, diff)
			}
		}
	}
}

// In the annex of somebody else, a column of what was voted is known, and only its total is
// checked; a difference may be that of two years.
func TestVotedInOthers(t *testing.T) {
	header := strings.TrimSuffix(wideHeader, "\n") + ";montant voté;écart\n"
	rows := "200030633;A;1000;10;600,00;180,00;500,00;;;1280,00;;1280,00;1500;12,00\n" +
		"200042190;B;1001;9;600,60;180,18;500,50;;;1281,28;0;1281,28;;-3 %\n"
	for _, tt := range []struct {
		name, total string
		want        []string
	}{
		{"no total", "", nil},
		{"of what was voted", "TOTAL;;2001;19;;;;;;;;2561,28;1500;\n", nil},
		{"of what is due", "TOTAL;;2001;19;;;;;;;;2561,28;2781,28;9\n", nil},
		{"of neither", "TOTAL;;2001;19;;;;;;;;2561,28;2561,28;9\n", []string{":4:31 total voted 2561.28/1500.00"}},
	} {
		if diff := cmp.Diff(tt.want, told(checked(t, []byte(header+rows+tt.total), version4(), Terms{}))); diff != "" {
			t.Errorf("%s\n%s", tt.name, diff)
		}
	}
	items := "siren;part;montant\n200030633;Plateforme ENT;600,00\n200030633;Net;600,00\n200030633;Voté;500,00\n200030633;Écart;-100,00\n"
	if got := told(checked(t, []byte(items), version4(), Terms{})); len(got) > 0 {
		t.Errorf("%q", got)
	}
}
