package report

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// An account is what a document says of the rows of a file: those read first.
type account struct{ rows, pupils []int64 }

func (a *account) add(cells ...string) {
	digits := regexp.MustCompile(`[^0-9]`)
	number := func(s string) int64 {
		n, err := strconv.ParseInt(digits.ReplaceAllString(s, ""), 10, 64)
		if err != nil {
			panic(err)
		}
		return n
	}
	a.rows, a.pupils = append(a.rows, number(cells[0])), append(a.pupils, number(cells[1]))
}

// accounts reads what every format says of the rows of the only file of schools.
func accounts(t *rapid.T, r Run) map[string]account {
	all := make(map[string]account)
	text := func(write func(io.Writer, Run) error) string {
		var b bytes.Buffer
		if err := write(&b, r); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for name, write := range map[string]func(io.Writer, Run) error{"table": writeTable, "summary": Summary, "md": writeMarkdown} {
		var a account
		within := false
		for l := range strings.Lines(text(write)) {
			l = strings.Trim(strings.ReplaceAll(l, "|", "  "), " \n")
			within = within || strings.HasPrefix(l, "Lignes lues ")
			m := regexp.MustCompile(`([0-9\x{a0}\x{202f}]+)\s{2,}([0-9\x{a0}\x{202f}]+)$`).FindStringSubmatch(l)
			if within && m != nil && len(a.rows) < len(r.Inputs[0].LeftOut)+2 { // labels may go on below
				a.add(m[1:]...)
			}
		}
		all[name] = a
	}
	var sheet account
	for _, f := range newBook(r).facts() {
		for _, l := range f.rows {
			sheet.rows, sheet.pupils = append(sheet.rows, int64(l.rows)), append(sheet.pupils, l.pupils)
		}
	}
	all["xlsx"] = sheet
	all["json"] = jsonAccount(t, []byte(text(writeJSON)))
	return all
}

func jsonAccount(t *rapid.T, document []byte) (a account) {
	var d struct {
		Inputs []struct {
			Rows, Kept, Pupils int64
			KeptPupils         int64                          `json:"kept_pupils"`
			LeftOut            []struct{ Rows, Pupils int64 } `json:"left_out"`
		}
	}
	if err := json.Unmarshal(document, &d); err != nil {
		t.Fatal(err)
	}
	in := d.Inputs[0]
	a.rows, a.pupils = []int64{in.Rows, in.Kept}, []int64{in.Pupils, in.KeptPupils}
	for _, left := range in.LeftOut {
		a.rows, a.pupils = append(a.rows, left.Rows), append(a.pupils, left.Pupils)
	}
	return a
}

// Rows read = kept + left out by reason, and so the pupils, in every format that has a
// place for it, whatever the reasons and the width.
func TestLeftOutAddsUp(t *testing.T) {
	reasons := []string{
		counts.OtherYear, counts.OtherRentree, counts.NotASchool, counts.OtherSector, counts.NotEquipped,
		counts.NoPupils, counts.NoEPCI, counts.NotAMember, counts.TotalLine,
	}
	sum := func(all []int64) (total int64) {
		for _, n := range all {
			total += n
		}
		return total
	}
	rapid.Check(t, func(t *rapid.T) {
		r := schoolsRun(text.French)
		r.Width = rapid.IntRange(62, 140).Draw(t, "width")
		in := &r.Inputs[0]
		in.LeftOut, in.Rows, in.Pupils = nil, in.Kept, in.KeptPupils
		for _, reason := range reasons {
			if rapid.Bool().Draw(t, reason) {
				left := counts.LeftOut{
					Reason: reason, Rows: rapid.IntRange(1, 2_000_000).Draw(t, "rows"), Pupils: rapid.Int64Range(0, 90_000_000).Draw(t, "pupils"),
				}
				in.LeftOut = append(in.LeftOut, left)
				in.Rows, in.Pupils = in.Rows+left.Rows, in.Pupils+left.Pupils
			}
		}
		for name, a := range accounts(t, r) {
			if len(a.rows) != len(in.LeftOut)+2 || a.rows[0] != int64(in.Rows) || a.pupils[0] != in.Pupils {
				t.Fatalf("%s: %v of %+v", name, a, in)
			}
			if sum(a.rows[1:]) != a.rows[0] || sum(a.pupils[1:]) != a.pupils[0] {
				t.Errorf("%s does not add up: %v", name, a)
			}
		}
	})
}

// In Sources, what was read of a file of schools is a formula that sums what was kept and
// what was left out; each file has a heading, each notice its file.
func TestWorkbookLeftOut(t *testing.T) {
	r := schoolsRun(text.French)
	r.Notices = []diag.Diagnostic{{Place: diag.Place{File: "ici/effectifs-ecoles.csv", Line: 3}, Text: text.TooLarge()}}
	f := opened(t, written(t, workbook(), r))
	rows, err := f.GetRows("Sources")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for y, row := range rows {
		for x := range row {
			if formula, err := f.GetCellFormula("Sources", cell(x+1, y+1)); err != nil {
				t.Fatal(err)
			} else if formula != "" {
				computed, err := f.CalcCellValue("Sources", cell(x+1, y+1))
				if err != nil || computed != row[x] {
					t.Errorf("=%s: %s is cached, %s computed (%v)", formula, row[x], computed, err)
				}
				row[x] = "=" + row[x]
			}
		}
		got = append(got, strings.TrimRight(strings.Join(row, "|"), "|"))
	}
	for _, block := range [][]string{
		{
			"Écoles", "Nom|effectifs-ecoles.csv", "Retenu|écoles publiques, rentrée 2024",
			"Détecté|UTF-8 avec BOM, séparateur «\u00a0;\u00a0»", "Empreinte|SHA-256 " + strings.Repeat("1", 64),
			"|Lignes|Élèves", "Retenues|5|8350",
			"D'une autre rentrée|2029|400123", "D'un autre secteur|254|39539", "D'une commune sans EPCI|1|12",
			"D'EPCI non adhérents ou non demandés|64|8000", "Lignes lues|=2353|=456024",
		},
		{"Adhérents", "Nom|adherents.csv"},
		{"Subventions", "Nom|subventions.csv"},
		{"Composition", "Source|communes et EPCI au 1er\u00a0janvier\u00a02026\u00a0: Composition des EPCI (INSEE, DGCL)"},
		{"Avis", "pricing/too-large|effectifs-ecoles.csv:3\u00a0: les montants sont trop grands pour être additionnés exactement"},
	} {
		at := slices.Index(got, block[0])
		if at < 0 || at+len(block) > len(got) {
			t.Errorf("no %q in %q", block, got)
			continue
		}
		if diff := cmp.Diff(block, got[at:at+len(block)]); diff != "" {
			t.Error(diff)
		}
	}
}
