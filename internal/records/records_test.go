package records

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/text"
)

// kinds are two sorts of file: one known by its schools, one by two columns.
func kinds() []Kind {
	return []Kind{
		{Keys: []fields.Field{{Name: "uai", Headers: []string{"uai", "numéro de l'école"}}}},
		{Keys: []fields.Field{{Name: "siren", Headers: []string{"siren"}}, {Name: "pupils", Headers: []string{"pupils", "élèves"}}}},
	}
}

// open opens a file of some content, in a folder that becomes the current one.
func open(t *testing.T, content string, named ...Column) (*File, *diag.List, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.csv", []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	found := &diag.List{}
	f, err := Open("a.csv", Options{
		Kinds: kinds(), Named: NewNamed(named),
		Titles: Titles{
			Data:  func(row grid.Row) int { return strings.Index(strings.Join(row.Cells, ""), "!") },
			Other: func(Above) *text.Message { return nil },
			None:  func(first string, _ int) text.Message { return text.NoHeader(first, 50) },
		},
	}, found)
	if f != nil {
		t.Cleanup(func() { f.Close() })
	}
	return f, found, err
}

func said(found *diag.List) string {
	var b strings.Builder
	for _, d := range found.All() {
		fmt.Fprintf(&b, "%s %s\n", d.Place, d.Text.Code)
	}
	return b.String()
}

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		named         []Column
		kind          int // -1: no header
		titles        int
		found         string
	}{
		{name: "schools", content: "Numéro de l’école;Élèves\n", kind: 0},
		{name: "all keys are needed", content: "siren;nom\nsiren;eleves\n", kind: 1, titles: 1},
		{name: "the first kind wins", content: "siren;eleves;uai\n", kind: 0},
		{name: "titles", content: "Effectifs\n\n;2026\nUAI;x\n", kind: 0, titles: 2},
		{name: "data above", content: "!;1\nUAI;x\n", kind: 0, titles: 1, found: "a.csv:1:1 counts/row-above-header\n"},
		{name: "by hand", content: "Code 1;Effectif\n", named: []Column{{"uai", "code 1"}}, kind: 0},
		{name: "none", content: "a;b\n1;2\n", kind: -1, found: "a.csv:1 counts/no-header\n"},
		{name: "blank", content: "\n;\n", kind: -1, found: "a.csv counts/no-header\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, found, err := open(t, tt.content, tt.named...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.found, said(found)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if (f == nil) != (tt.kind < 0) {
				t.Fatalf("file %v, kind %d wanted", f, tt.kind)
			}
			if f != nil && (f.Kind != tt.kind || f.TitleLines != tt.titles) {
				t.Errorf("kind %d under %d titles, want %d under %d", f.Kind, f.TitleLines, tt.kind, tt.titles)
			}
		})
	}
}

// A file of a kind that is not wanted is refused with what it is, and what is wanted of
// its titles needs not be said.
func TestOpenNot(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.csv", []byte("Titre\nUAI;siren;élèves\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	not := text.IsSchools()
	refused := kinds()
	refused[0].Not = &not
	var found diag.List
	f, err := Open("a.csv", Options{Kinds: refused, Titles: Titles{None: text.NoHeader}}, &found)
	if f != nil || err != nil || said(&found) != "a.csv:2 counts/other-file\n" {
		t.Errorf("%v, %v\n%s", f, err, said(&found))
	}
	f, err = Open("a.csv", Options{Kinds: []Kind{refused[1], refused[0]}}, &found)
	if err != nil || f == nil || f.Kind != 0 {
		t.Fatalf("%v, %v: the first kind wins", f, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// A walk ends with what its function says.
func TestWalk(t *testing.T) {
	f, _, err := open(t, "UAI\n1\n2\n")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	stop := errors.New("stop")
	if err := f.Walk(func(grid.Row) error { rows++; return stop }); !errors.Is(err, stop) || rows != 1 {
		t.Errorf("%v after %d rows", err, rows)
	}
}

// Of several sheets, one is taken by a header that is no reason to leave it aside.
func TestSheetByHeader(t *testing.T) {
	book := excelize.NewFile()
	for _, sheet := range []string{"Effectifs", "Adhérents"} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(t.TempDir())
	err := errors.Join(
		book.SetSheetRow("Effectifs", "A1", &[]string{"siren", "élèves"}), book.SetSheetRow("Effectifs", "A2", &[]string{"1", "2"}),
		book.SetSheetRow("Adhérents", "A1", &[]string{"siren", "nom"}), book.SetSheetRow("Adhérents", "A2", &[]string{"1", "a"}),
		book.DeleteSheet("Sheet1"), book.SaveAs("a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Options: grid.Options{SheetByHeader: true}, Kinds: []Kind{{Keys: kinds()[1].Keys, Lone: true}, {Keys: kinds()[1].Keys[:1]}}}
	var found diag.List
	f, err := Open("a.xlsx", o, &found)
	if err != nil || f == nil || f.At.Sheet != "Adhérents" {
		t.Fatalf("%+v, %v", f, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// Columns named by hand are those of some file: others are not missing there.
func TestNamedOf(t *testing.T) {
	n := NewNamed([]Column{{"pupils", "Effectif"}, {"amount", "Effectif"}})
	heads := []Head{{Text: "effectif", Folded: "effectif"}}
	n.Of([]fields.Field{{Name: "amount"}}).mark(heads)
	missing, headers := n.Nowhere()
	if heads[0].Field != "amount" || !slices.Equal(missing, []Column{{"pupils", "Effectif"}}) || !slices.Equal(headers, []string{"effectif"}) {
		t.Errorf("%+v, %v missing of %v", heads, missing, headers)
	}
	if NewNamed(nil).Of(nil) != nil {
		t.Error("of none there is none")
	}
}

// A file that is damaged before its header is refused for that.
func TestOpenDamaged(t *testing.T) {
	_, _, err := open(t, "a;b\n\"c\n")
	var fault *grid.Fault
	if !errors.As(err, &fault) || fault.Place.Line != 2 {
		t.Errorf("%v, want a fault on line 2", err)
	}
}

func TestBind(t *testing.T) {
	all := []fields.Field{
		{Name: "uai", Headers: []string{"uai"}},
		{Name: "pupils", Headers: []string{"pupils", "élèves"}},
		{Name: "equipped", Headers: []string{"equipped", "équipée"}},
	}
	f, found, err := open(t, "UAI;Nb d'élèves;Effectif;équippée;Eleve;tri;population\n", Column{"pupils", "effectif"})
	if err != nil || f == nil {
		t.Fatal(err)
	}
	b := f.Bind(all, func(folded string) bool { return folded == "population" })
	var columns []string
	for _, c := range b.Columns {
		columns = append(columns, fmt.Sprint(c.Name, " ", c.At, " ", c.Misspelt))
	}
	if diff := cmp.Diff([]string{"uai 0 false", "pupils 2 false", "equipped 3 true"}, columns); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Nb d'élèves", "Eleve", "tri"}, b.Unknown); diff != "" {
		t.Errorf("unknown (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"population"}, b.Others); diff != "" {
		t.Errorf("others (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff("a.csv:1:26 counts/misspelt-column\n", said(found)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Where it is asked for, headers are read without their parentheses, unless these tell two
// of them apart.
func TestBare(t *testing.T) {
	pupils := fields.Field{Name: "pupils", Headers: []string{"pupils", "élèves"}}
	for header, want := range map[string]int{"élèves (2026)": 1, "élèves (2025);élèves (2026)": 0, "(élèves)": 1} {
		o := Options{Bare: true, Kinds: []Kind{{Keys: []fields.Field{{Name: "uai", Headers: []string{"uai"}}}}}}
		o.Stdin = strings.NewReader("UAI;" + header + "\n")
		var found diag.List
		f, err := Open("-", o, &found)
		if err != nil || f == nil {
			t.Fatal(err, found.All())
		}
		if got := len(f.Find(pupils)); got != want {
			t.Errorf("%q: %d columns, want %d", header, got, want)
		}
	}
}

func TestBindTwice(t *testing.T) {
	all := []fields.Field{{Name: "uai", Headers: []string{"uai"}}, {Name: "pupils", Headers: []string{"pupils", "élèves"}}}
	f, found, _ := open(t, "UAI;Élèves;eleve\n")
	f.Bind(all, nil)
	if diff := cmp.Diff("a.csv:1:12 counts/two-columns\n", said(found)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	f, _, _ = open(t, "UAI;a;b\n", Column{"pupils", "a"}, Column{"pupils", "b"})
	if b := f.Bind(all, nil); b.MapTwice == nil || *b.MapTwice != (MapTwice{"pupils", "a", "b"}) {
		t.Errorf("%+v, want pupils named twice", b.MapTwice)
	}
}

func TestAligned(t *testing.T) {
	f, found, err := open(t, "UAI;a;;b;\n1;2;;3;\n1;2;x;3;\n1;2\n1;2;;3;;y\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []Alignment
	if err := f.Walk(func(row grid.Row) error {
		got = append(got, f.Aligned(row))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Alignment{Aligned, Stray, Misaligned, Misaligned}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want := "a.csv:3:5 counts/under-no-header\na.csv:4 counts/short-row\na.csv:5:9 counts/under-no-header\n"
	if diff := cmp.Diff(want, said(found)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNowhere(t *testing.T) {
	n := NewNamed([]Column{{"pupils", "Effectif"}, {"schools", "Classes"}})
	n.mark([]Head{{Text: "EFFECTIFS", Folded: fields.Fold("EFFECTIFS")}, {Text: "tri", Folded: "tri"}})
	missing, headers := n.Nowhere()
	if diff := cmp.Diff([]Column{{"schools", "Classes"}}, missing); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"EFFECTIFS", "tri"}, headers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if missing, _ := NewNamed(nil).Nowhere(); missing != nil {
		t.Errorf("none named, %v missing", missing)
	}
}
