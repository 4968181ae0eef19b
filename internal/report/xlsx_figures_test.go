package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// wantFigures are those of a statement, in the JSON's words.
func wantFigures(s *pricing.Statement) (all []Figure) {
	add := func(c *pricing.Contribution) {
		for _, basis := range shownBases(s) {
			if q, known := c.Counts[basis]; known {
				all = append(all, Figure{c.SIREN, string(basis), fmt.Sprint(int64(q))})
			}
		}
		for _, sum := range sums(c) {
			all = append(all, Figure{c.SIREN, sum.field, sum.amount.String()})
		}
		for _, vote := range voteColumns() {
			amount, there := vote.amount(c)
			if c == &s.Totals {
				amount = vote.total(s)
			}
			if votes(s) && there {
				all = append(all, Figure{c.SIREN, vote.field, amount.String()})
			}
		}
		for _, item := range c.Items {
			all = append(all, Figure{c.SIREN, item.Component.ID, item.Amount.String()})
		}
	}
	for i := range s.Contributions {
		if s.Contributions[i].SIREN != "" {
			add(&s.Contributions[i])
		}
	}
	add(&s.Totals)
	return all
}

func TestWorkbookFigures(t *testing.T) {
	for name, r := range workbookRuns(t) {
		got, err := workbookFigures(written(t, workbook(), r))
		if err != nil {
			t.Fatal(err)
		}
		got = slices.DeleteFunc(got, func(f Figure) bool { return f.Field == nameField })
		want := wantFigures(r.Statement)
		if diff := cmp.Diff(want, got[:min(len(want), len(got))]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		lines := pricing.Cents(0) // all lines of Détail make the net
		for _, figure := range got[min(len(want), len(got)):] {
			if amount, negative := strings.CutPrefix(figure.Value, "-"); !strings.Contains(figure.Field, ".") {
				c, err := pricing.ParseCents(amount)
				if err != nil {
					t.Fatal(err)
				}
				if negative != (fieldNamed(figure.Field).id == subsidyField) {
					c = -c
				}
				lines += c
			}
		}
		if lines != r.Statement.Totals.Net {
			t.Errorf("%s: lines of %s make a net of %s", name, lines, r.Statement.Totals.Net)
		}
	}
}

// What a workbook says of one line is taken back under the component's id.
func TestWorkbookLineFigures(t *testing.T) {
	got, err := workbookFigures(written(t, workbook(), tableRun(t, tieredDraft(), pricing.Options{}, fullMember())))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []Figure{
		{"", "platform/3.rate", "0.40"},
		{"", "administration/2.rate", "250.00"},
		{"", "network.rate", "0.015"},
		{"200030633", "platform/3.quantity", "10500"},
		{"200030633", "platform/3", "4200.00"},
		{"200030633", "accompaniment/2", "-500.00"},
		{"200030633", "training/2", "350.50"},
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %v among %v", want, got)
		}
	}
}

// A row put in above and a changed amount: the figures are found, and the one named.
func TestWorkbookFiguresEdited(t *testing.T) {
	fresh := written(t, workbook(), sampleRun(text.French))
	f := opened(t, fresh)
	sheet := f.GetSheetName(0)
	if err := f.InsertRows(sheet, 2, 1); err != nil {
		t.Fatal(err)
	}
	net := namedColumns(f.GetDefinedName())[columnName(sumColumns, "net")]
	if err := f.SetCellValue(sheet, cell(net.at, net.first), 1.5); err != nil {
		t.Fatal(err)
	}
	var edited bytes.Buffer
	if err := f.Write(&edited); err != nil {
		t.Fatal(err)
	}
	moved, err := sampleRun(text.French).Differences(workbook(), edited.Bytes(), fresh)
	if err != nil || len(moved) != 1 || moved[0].SIREN != "200030633" || moved[0].Field != "net" || moved[0].Was != "1.50" {
		t.Errorf("%v, %v", moved, err)
	}
}

// No document makes the reader panic, and none gives figures without a table.
func FuzzWorkbookFigures(f *testing.F) {
	for _, name := range slices.Sorted(maps.Keys(allRuns())) {
		document := written(f, workbook(), allRuns()[name])
		f.Add(document)
		f.Add(document[:len(document)/2])
	}
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, document []byte) {
		figures, err := workbookFigures(document)
		var unreadable UnreadableError
		if err != nil && (figures != nil || !errors.As(err, &unreadable)) {
			t.Errorf("%d figures and %v", len(figures), err)
		}
	})
}

// The same, for what is inside of the archive: its names, and Synthèse.
func FuzzWorkbookParts(f *testing.F) {
	document := written(f, workbook(), sampleRun(text.French))
	const names, summary = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
	f.Add(part(f, document, names), part(f, document, summary))
	f.Add(part(f, document, names), `<worksheet><sheetData><row r="9"><c r="A9" t="s"><v>7</v></c></row></sheetData></worksheet>`)
	f.Add(strings.ReplaceAll(part(f, document, names), "$A$8", "$XFD$1048576"), "<worksheet/>")
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, workbookPart, summaryPart string) {
		var made bytes.Buffer
		z := newSortedZip(&made)
		for _, file := range archive.File {
			w, err := z.Create(file.Name)
			if err != nil {
				t.Fatal(err)
			}
			content := part(t, document, file.Name)
			switch file.Name {
			case names:
				content = workbookPart
			case summary:
				content = summaryPart
			}
			if _, err := io.WriteString(w, content); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		figures, err := workbookFigures(made.Bytes())
		var unreadable UnreadableError
		if err != nil && (figures != nil || !errors.As(err, &unreadable)) {
			t.Errorf("%d figures and %v", len(figures), err)
		}
	})
}

func BenchmarkWorkbook(b *testing.B) {
	for _, n := range []int{1255, 50_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := many(n)
			for b.Loop() {
				if err := workbook().Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
