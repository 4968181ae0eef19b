package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

func records(t *testing.T, document []byte, comma rune) [][]string {
	t.Helper()
	if bytes.Count(document, []byte("\r\n")) == 0 || !bytes.HasSuffix(document, []byte("\r\n")) {
		t.Fatal("lines do not end with CR LF")
	}
	c := csv.NewReader(bytes.NewReader(document))
	c.Comma = comma
	all, err := c.ReadAll() // each as long as the first
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every line of every item is a row, and the rows sum up to the net.
func TestCSVReadsBack(t *testing.T) {
	for name, r := range allRuns() {
		rows := records(t, written(t, asCSV(), r), ',')
		if got := strings.Join(rows[0], ",") + "\r\n"; got != csvHeader {
			t.Errorf("%s: header %s", name, got)
		}
		rows = rows[1:]
		for _, c := range r.Statement.Contributions {
			for _, item := range c.Items {
				for _, line := range item.Lines {
					row := rows[0]
					rows = rows[1:]
					if row[1] != c.SIREN || row[2] != c.Name || row[3] != item.Component.ID ||
						row[5] != string(item.Component.Basis) || row[8] != line.Amount.String() || row[9] != item.Component.Article {
						t.Errorf("%s: %q is not %v of %s", name, row, line, item.Component.ID)
					}
					correction := line.Kind == pricing.ToMinimum || line.Kind == pricing.ToMaximum
					if correction != (row[6] == "" && row[7] == "") {
						t.Errorf("%s: quantity and rate in %q", name, row)
					}
					if !correction {
						checkProduct(t, row[6], row[7], row[8])
					}
				}
			}
			for _, s := range shownSubsidies(&c) {
				if row := rows[0]; row[3] != "subsidy" || row[8] != (-s.Amount).String() || !strings.Contains(row[4], s.From) {
					t.Errorf("%s: %q is not the subsidy", name, row)
				}
				rows = rows[1:]
			}
		}
		if len(rows) > 0 {
			t.Errorf("%s: rows too many: %q", name, rows)
		}
	}
}

func TestCSVFRReadsBack(t *testing.T) {
	for name, r := range allRuns() {
		document := written(t, asCSVFR(), r)
		document, marked := bytes.CutPrefix(document, []byte(byteOrderMark))
		if !marked {
			t.Errorf("%s: no byte order mark", name)
		}
		rows := records(t, document, ';')
		all := r.Statement.Contributions
		if len(rows) != len(all)+1 {
			t.Fatalf("%s: %d rows for %d contributions", name, len(rows), len(all))
		}
		for i, c := range all {
			row := rows[i+1]
			if want := strings.ReplaceAll(c.Net.String(), ".", ","); row[slices.Index(rows[0], "Net")] != want {
				t.Errorf("%s: net %s in %q", name, want, row)
			}
			for _, cell := range row {
				if isNumber(fromFrench(cell)) {
					continue // -11,00 is what it says
				}
				if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
					t.Errorf("%s: a spreadsheet computes %q", name, cell)
				}
			}
		}
	}
}

// A declared basis heads its column as the others do, and is still known by it.
func TestCSVFRDeclaredBasis(t *testing.T) {
	r := tableRun(t, tieredDraft(), pricing.Options{}, fullMember())
	document := written(t, asCSVFR(), r)
	if header, _, _ := strings.Cut(string(document), "\r\n"); !strings.Contains(header, ";Habitants;") {
		t.Error(header)
	}
	figures, err := figuresOfCSVFR(document)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(newFieldNames(r.Statement.Tariff).canonical(figures), func(f Figure) bool { return f.Field == "inhabitants" }) {
		t.Errorf("no inhabitants: %v", figures)
	}
}

func TestPerDeclared(t *testing.T) {
	for label, want := range map[string]string{
		"habitants": "par habitant et par an", "agents": "par agent et par an", "mois": "par unité d'assiette et par an",
		"élèves boursiers": "par unité d'assiette et par an", "": "par unité d'assiette et par an",
	} {
		if got := text.PerDeclared(label).In(text.French); got != want {
			t.Errorf("%q: %s", label, got)
		}
	}
}
