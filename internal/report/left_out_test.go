package report

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/counts"
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
		if m := regexp.MustCompile(`^lignes\x{a0}: (.*), élèves\x{a0}: (.*)$`).FindStringSubmatch(f.words); m != nil {
			sheet.add(m[1:]...)
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
