package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A program reads the list back exactly; a spreadsheet meets no formula in the other.
func TestSchoolLists(t *testing.T) {
	r := wavesRun(text.French)
	want := r.Schools
	rows := records(t, written(t, SchoolLists()[0], r), ',')
	if len(rows) != len(want)+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows[1:] {
		s, c := want[i], r.Statement.Contributions[want[i].Row]
		rentree := ""
		if s.Rentree != 0 {
			rentree = strconv.Itoa(s.Rentree)
		}
		exact := []string{
			c.SIREN, c.Name, s.UAI, s.Name, string(s.Sector), s.Commune.Code, s.Commune.Name, rentree, strconv.Itoa(int(s.Pupils)),
			strconv.Itoa(s.Wave), strconv.FormatBool(s.New), foundBy(&s),
		}
		if diff := cmp.Diff(exact, row); diff != "" {
			t.Error(diff)
		}
	}
	document := written(t, SchoolLists()[1], r)
	if !bytes.HasPrefix(document, []byte(byteOrderMark)) || bytes.Count(document, []byte("\r\n")) != len(want)+1 {
		t.Errorf("no BOM, or other line ends: %q", document)
	}
	for _, row := range records(t, bytes.TrimPrefix(document, []byte(byteOrderMark)), ';') {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("%q is a formula", cell)
			}
		}
	}
	for _, f := range SchoolLists() {
		if format, _ := ByFile("a/ECOLES"+f.Ext, SchoolLists()); format.Name != f.Name {
			t.Errorf("%s is %s", f.Ext, format.Name)
		}
	}
}

// What moved in a list, or in the sheet of schools, is named by its school.
func TestDifferencesOfSchools(t *testing.T) {
	before := wavesRun(text.French)
	all := someSchools()
	for i := range all {
		all[i].Wave, all[i].New = before.Schools[i].Wave, before.Schools[i].New
	}
	all[1].Pupils += 10
	after := priced(text.French, all, pricing.Options{}, threeMembers()...)
	renamed := wavesRun(text.French)
	renamed.Schools[0].Name = "AUTRE"
	for _, f := range append(SchoolLists(), workbook()) {
		found, err := after.Differences(f, written(t, f, before), written(t, f, after))
		if err != nil {
			t.Fatal(err)
		}
		lines := told(found)
		for _, want := range []string{"200030633 0590002B.pupils 1204 1214 check/figure", "200030633 pupils 1316 1326 check/figure"} {
			if !slices.Contains(lines, want) {
				t.Errorf("%s: no %q among %q", f.Name, want, lines)
			}
		}
		for _, l := range lines {
			if strings.Contains(l, "0590001A") || strings.Contains(l, "200042190") || strings.Contains(l, "200030633 schools") {
				t.Errorf("%s: %q did not move", f.Name, l)
			}
		}
		found, err = renamed.Differences(f, written(t, f, before), written(t, f, renamed))
		if err != nil || len(found) != 1 || found[0].Text.Code != text.OnlyBytes().Code && found[0].Text.Code != "check/presentation" {
			t.Errorf("%s: %q, %v", f.Name, told(found), err)
		}
	}
	found, err := after.Differences(SchoolLists()[0], written(t, SchoolLists()[0], before), written(t, SchoolLists()[0], after))
	if err != nil {
		t.Fatal(err)
	}
	const sentence = "école 0590002B, élèves\u00a0: 1\u202f204 dans le document, 1\u202f214 d'après les données"
	if !slices.ContainsFunc(found, func(d Difference) bool { return strings.Contains(d.Text.In(text.French), sentence) }) {
		t.Errorf("no %s in %v", sentence, found)
	}
}

func FuzzSchoolFigures(f *testing.F) {
	for _, list := range SchoolLists() {
		f.Add(written(f, list, schoolsRun(text.French)))
		f.Add(written(f, list, wavesRun(text.English)))
	}
	f.Add([]byte(schoolsHeader + "1,,,,,,,,x,,,\r\n2,a"))
	f.Fuzz(func(_ *testing.T, document []byte) {
		for _, list := range SchoolLists() {
			_, _ = list.Figures(document)
		}
	})
}
