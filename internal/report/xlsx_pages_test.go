package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/pricing"
)

// What a page cannot hold begins another one, and blocks stay whole.
func TestPageBreaks(t *testing.T) {
	for name, tt := range map[string]struct {
		heights, blocks []int
		want            []int
	}{
		"one page":            {[]int{10, 10, 10, 10}, []int{2, 3, 4}, nil},
		"the last block":      {[]int{40, 20, 20, 20, 10}, []int{2, 3, 4}, []int{4}},
		"titles take room":    {[]int{10, 80, 80, 10, 10}, []int{2, 3, 4, 5}, []int{3, 5}},
		"one above a page":    {[]int{10, 30, 150, 30, 30}, []int{2, 3, 4, 5}, []int{3, 5}},
		"the head is alone":   {[]int{90, 20, 20}, []int{2, 3}, nil},
		"a head of two pages": {[]int{190, 5, 20}, []int{2, 3}, nil},
	} {
		if got := pageBreaks(tt.heights, tt.blocks, 10, 100); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestPageBreaksHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.IntRange(1, 20), 2, 60).Draw(t, "heights")
		blocks := []int{2}
		for row := 3; row <= len(heights); row++ {
			if row-blocks[len(blocks)-1] == 4 || rapid.Bool().Draw(t, "block") {
				blocks = append(blocks, row)
			}
		}
		const titles, room = 10, 100
		begin := pageBreaks(heights, blocks, titles, room)
		used := 0
		for row := 1; row <= len(heights); row++ {
			if slices.Contains(begin, row) {
				if !slices.Contains(blocks, row) {
					t.Fatalf("row %d begins a page, and no block", row)
				}
				used = titles
			}
			if used += heights[row-1]; used > room {
				t.Fatalf("row %d does not fit its page: %d", row, used)
			}
		}
	})
}

// A wide sheet of groups is cut between them, and a group only where it is wider than a page;
// each page has the keys.
func TestShapePages(t *testing.T) {
	for columns, want := range map[string][]int{
		"40 60 60":             nil,
		"40 100 100":           {3},
		"40 100,100 100":       {3, 4},
		"40 60,60 60,60 100":   {4, 6},
		"40 20 30,140,140,100": {4, 5, 6},
	} {
		s := shape{freeze: 2, columns: []sheetColumn{{"SIREN", 11}}}
		for i, some := range strings.Fields(columns) {
			for _, width := range strings.Split(some, ",") {
				s.columns = append(s.columns, sheetColumn{"x", mustInt(t, width)})
			}
			if i > 0 {
				s.groups = append(s.groups, group{"g", len(strings.Split(some, ","))})
			}
		}
		starts, most := s.pages()
		if !slices.Equal(starts, want) || want != nil && most > widestPage {
			t.Errorf("%s: pages begin at %v, the widest of %d", columns, starts, most)
		}
		total := 0
		for _, g := range s.bands() {
			total += g.width
		}
		if total != len(s.columns)-2 {
			t.Errorf("%s: bands of %d columns", columns, total)
		}
	}
}

// Synthèse prints on one page across whatever the tariff has: components are at its right,
// and are not printed.
func TestWorkbookPrinted(t *testing.T) {
	for _, components := range []int{0, 8, 30} {
		r := wideRun(t, components)
		b := newBook(r)
		p := b.members
		if len(p.shape.shown()) != b.due(p) || p.shape.scale() < smallestScale {
			t.Errorf("%d components: %d columns are printed, at %d %%", components, len(p.shape.shown()), p.shape.scale())
		}
		for c, column := range p.items {
			if column <= b.due(p) {
				t.Errorf("%s is printed", c.ID)
			}
		}
		area := ""
		for _, name := range opened(t, written(t, workbook(), r)).GetDefinedName() {
			if name.Scope == b.names.summary && name.Name == "_xlnm.Print_Area" {
				area = name.RefersTo
			}
		}
		if want := fmt.Sprintf("'Synthèse'!$A$1:%s", fixed(b.due(p), p.shape.end())); area != want {
			t.Errorf("%s, want %s", area, want)
		}
		if err := b.f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Excel takes so many breaks: beyond, the rows that fit decide.
func TestWorkbookManyBreaks(t *testing.T) {
	b := newBook(tableRun(t, version4(), pricing.Options{}, thousand()))
	s := shape{name: b.names.rates, paged: true, columns: []sheetColumn{{"x", 10}}, body: 60_000}
	sh := b.open(s)
	for range s.body {
		sh.block()
		sh.add(15, b.blank(look{}))
	}
	sh.close()
	var document strings.Builder
	if err := b.f.Write(&document); err != nil || b.err != nil {
		t.Fatal(err, b.err)
	}
	if n := strings.Count(part(t, []byte(document.String()), "xl/worksheets/sheet4.xml"), "<brk "); n != 0 {
		t.Errorf("%d breaks", n)
	}
}
