package report

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// logo is a picture with some of it transparent.
func logo() letterhead.Logo {
	const w, h = 120, 60
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			if (x-60)*(x-60)/4+(y-30)*(y-30) < 800 {
				m.SetNRGBA(x, y, color.NRGBA{20, 90, uint8(100 + x), 255})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return letterhead.Logo{PNG: b.Bytes(), Width: w, Height: h}
}

func publisher() letterhead.Letterhead {
	return letterhead.Letterhead{
		Name: "Syndicat mixte La Fibre numérique 59/62", SIRET: "20005332700017",
		Address: "Bâtiment Le Rubis\n50 bis, rue du Président Coty\n59000 Lille", Logo: logo(),
		Signatory: "Le Président,\nJean Dupont", Place: "Lille", Nature: "74758", Function: "212",
		Before: "Vu le code général des collectivités territoriales ;\nVu la délibération n° 2019-12 du comité syndical,",
		After:  "La présente contribution est payable à trente jours.",
	}
}

// sealed gives a run everything that a document may say.
func sealed(t testing.TB, r Run) Run {
	t.Helper()
	before := run(votedTariff(), r.Lang, pricing.Options{}, lastYear()...)
	before.Year = 2025
	since, err := Compare(before, r, pricing.CompareOptions{}, Listing{Sort: "input"})
	if err != nil {
		t.Fatal(err)
	}
	r.Letterhead, r.Date, r.Since = publisher(), "2026-03-31", &since
	return r
}

// pdfRuns are runs of every kind, and calls of members.
func pdfRuns(t testing.TB) map[string]Run {
	runs := allRuns()
	for name, r := range shownRuns(t) {
		r.Lang = text.French
		runs["shown "+name] = r
	}
	runs["voted"] = sealed(t, votedRun(text.French))
	runs["sealed"] = sealed(t, run(votedTariff(), text.French, pricing.Options{}, thisYear()...))
	runs["call"] = runs["sealed"].CallOf(0)
	runs["call new"] = runs["sealed"].CallOf(4)
	runs["call voted"] = runs["voted"].CallOf(1)
	runs["call schools"] = sealed(t, wavesRun(text.English)).CallOf(0)
	runs["call simulation"] = sealed(t, allRuns()["rich"]).CallOf(0)
	runs["wide"] = wideDraft()
	return runs
}

// wideDraft has more bases than a page is wide, large amounts, and names of every length.
func wideDraft() Run {
	tariff := richTariff()
	all := of{pricing.Pupils: 999_999_999, pricing.Schools: 12, "inhabitants": 999_999_999}
	for i := range 8 {
		id := fmt.Sprintf("basis-%d", i)
		label := "Assiette déclarée n° " + fmt.Sprint(i)
		if i == 3 {
			label = strings.Repeat("Assiette", 9)
		}
		tariff.Bases = append(tariff.Bases, pricing.DeclaredBasis{ID: pricing.Basis(id), Label: words(label, label)})
		tariff.Components = append(tariff.Components, pricing.Component{
			ID: "c-" + id, Label: words("Part "+label, label), Basis: pricing.Basis(id), Tiers: flat("123456.123456"), Article: "6",
		})
		all[pricing.Basis(id)] = 999_999
	}
	zero := of{}
	for basis := range all {
		zero[basis] = 0
	}
	return run(tariff, text.French, pricing.Options{},
		pricing.Counts{SIREN: "200030633", Name: strings.Repeat("Communauté d'agglomération ", 8), Of: all, Subsidies: []pricing.Subsidy{{Amount: 1_234_56}}},
		pricing.Counts{SIREN: "243500139", Name: strings.Repeat("a", 300), Of: zero},
		pricing.Counts{SIREN: "200042190", Name: "Émoji \U0001f600, 漢字 (et) \\", Of: zero})
}

func pdfFace(t testing.TB, document []byte) face {
	t.Helper()
	shown, err := faceOfPDF(document)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// pagesOf writes the texts of a document, page by page.
func pagesOf(shown face) []byte {
	var b bytes.Buffer
	page := ""
	for _, one := range shown.texts {
		if one.place != page {
			page = one.place
			fmt.Fprintf(&b, "== page %s\n", page)
		}
		fmt.Fprintln(&b, strings.TrimRight(one.words, " "))
	}
	return b.Bytes()
}

func TestPDFGolden(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		r := sealed(t, run(votedTariff(), l, pricing.Options{}, thisYear()...))
		golden(t, "annex."+string(l)+".pdf", pagesOf(pdfFace(t, written(t, asPDF(), r))))
		call := sealed(t, wavesRun(l)).CallOf(0)
		golden(t, "call."+string(l)+".pdf", pagesOf(pdfFace(t, written(t, asPDF(), call))))
	}
	golden(t, "rich.fr.pdf", pagesOf(pdfFace(t, written(t, asPDF(), allRuns()["rich"]))))
}

// The same run is the same bytes, with nothing of the machine in it.
func TestPDFSameBytes(t *testing.T) {
	runs := pdfRuns(t)
	for _, name := range []string{"sealed", "rich", "call schools"} {
		want := written(t, asPDF(), pdfRuns(t)[name])
		for range 3 {
			if !bytes.Equal(written(t, asPDF(), runs[name]), want) {
				t.Fatalf("%s: two runs differ", name)
			}
		}
		if bytes.Contains(want, []byte("/Users/")) || bytes.Contains(want, []byte("go1.")) || bytes.Contains(want, []byte("0.12.0")) {
			t.Errorf("%s: a path or a version is inside", name)
		}
	}
}

// Calls are written at the same time, from the same fonts.
func TestPDFTogether(t *testing.T) {
	r := sealed(t, sampleRun(text.French))
	want := written(t, asPDF(), r)
	got := make([]bytes.Buffer, 4)
	var all sync.WaitGroup
	for i := range got {
		all.Go(func() {
			if err := writePDF(&got[i], r); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for i := range got {
		if !bytes.Equal(got[i].Bytes(), want) {
			t.Errorf("%d: other bytes", i)
		}
	}
}

// Every figure that the paper has is marked on a page, and read back as the JSON has it.
func TestPDFFigures(t *testing.T) {
	for name, r := range pdfRuns(t) {
		document := written(t, asPDF(), r)
		shown := pdfFace(t, document)
		checkPDFFace(t, name, r, shown)
		got, err := carriedByPDF(document)
		if want := written(t, asJSON(), r); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v, attached\n%s\nwant\n%s", name, err, got, want)
		}
	}
}

func checkPDFFace(t interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}, name string, r Run, shown face,
) {
	want := map[Figure]int{}
	var of face
	hidden := hiddenCounts(r)
	var count func(parts []paperPart)
	count = func(parts []paperPart) {
		for _, part := range parts {
			if part.counted {
				of.add(part.siren, countsField, strings.Join(part.notes, ""))
			}
			if part.table != nil {
				for _, row := range part.table.rows {
					for _, cell := range row.cells {
						hides := part.kind == summaryPart && slices.Contains(hidden, cell.field)
						if cell.field != "" && !hides {
							of.add(row.siren, cell.field, cell.text)
						}
					}
				}
			}
			count(part.parts)
		}
	}
	d := newPaper(r)
	count(append(d.parts, d.annexes...))
	for _, cell := range d.closing {
		of.add("", cell.field, cell.text)
	}
	for _, fact := range d.facts {
		if fact.field != "" {
			of.add("", fact.field, fact.words)
		}
	}
	for _, f := range of.figures {
		want[f]++
	}
	for _, f := range shown.figures {
		want[f]--
	}
	for f, n := range want {
		if n != 0 {
			t.Errorf("%s: %v: %d more on the paper than on the pages", name, f, n)
		}
	}
	var calc bytes.Buffer
	if err := writeJSON(&calc, r); err != nil {
		t.Fatalf("%v", err)
	}
	all, err := figuresOfJSON(calc.Bytes())
	if err != nil {
		t.Fatalf("%v", err)
	}
	exact := newFigureSet(newFieldNames(r.Statement.Tariff).canonical(all))
	for _, f := range shown.figures {
		key := figureKey{siren: f.SIREN, field: f.Field}
		if value, there := exact.values[key]; there && typed(text.Safe(value)) != f.Value && !sameNumber(value, f.Value) {
			t.Errorf("%s: %v on a page, %q in the JSON", name, f, value)
		}
	}
}

// hiddenCounts are the fields of the columns that the summary has no room for.
func hiddenCounts(r Run) (all []string) {
	p := newPress(newPaper(r))
	for i := range p.paper.parts {
		part := &p.paper.parts[i]
		if part.kind != summaryPart {
			continue
		}
		for at, cell := range part.table.rows[0].cells {
			if !slices.Contains(p.plan[tableKind(part)].shown, at) {
				all = append(all, cell.field)
			}
		}
	}
	return all
}

// Whatever the names and the counts, figures are all there.
func TestPDFOfAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "members")
		rows := make([]pricing.Counts, n)
		for i := range rows {
			most := rapid.SampledFrom([]int{99, 9_999, 999_999_999}).Draw(t, "most")
			rows[i] = pricing.Counts{
				SIREN: fmt.Sprintf("%09d", i), Name: rapid.StringN(0, 300, 2000).Draw(t, "name"),
				Of: of{
					pricing.Pupils:  pricing.Quantity(rapid.IntRange(0, most).Draw(t, "pupils")),
					pricing.Schools: pricing.Quantity(rapid.IntRange(0, most).Draw(t, "schools")),
					"inhabitants":   pricing.Quantity(rapid.IntRange(0, most).Draw(t, "inhabitants")),
				},
			}
		}
		tariff := rapid.SampledFrom([]*pricing.Tariff{votedTariff(), richTariff()}).Draw(t, "tariff")
		r := run(tariff, rapid.SampledFrom([]text.Lang{text.French, text.English}).Draw(t, "lang"), pricing.Options{}, rows...)
		if rapid.Bool().Draw(t, "call") {
			r = r.CallOf(0)
		}
		var b bytes.Buffer
		if err := writePDF(&b, r); err != nil {
			t.Fatalf("%v", err)
		}
		shown, err := faceOfPDF(b.Bytes())
		if err != nil {
			t.Fatalf("%v", err)
		}
		checkPDFFace(t, "any", r, shown)
	})
}

// A name that is higher than a page goes on over the next, and is one.
func TestPDFRowOverPages(t *testing.T) {
	name := strings.Repeat("Communauté de communes ", 600)
	r := run(votedTariff(), text.French, pricing.Options{}, pricing.Counts{
		SIREN: "200030633", Name: name, Of: of{pricing.Pupils: 1, pricing.Schools: 1},
	})
	checkPDFFace(t, "long", r, pdfFace(t, written(t, asPDF(), r)))
}

// What differs beside the figures is told: a text by its page, what is attached by its line.
func TestPDFBeside(t *testing.T) {
	r := sealed(t, sampleRun(text.French))
	fresh := written(t, asPDF(), r)
	for _, tt := range []struct {
		name, want string
		change     func(*Run)
	}{
		{"place", "check/page", func(r *Run) { r.Letterhead.Place = "Arras" }},
		{"date", "check/page", func(r *Run) { r.Date = "2026-04-01" }},
		{"file", "check/fingerprint", func(r *Run) { r.Inputs[0].SHA256 = strings.Repeat("f", 64) }},
		{"logo", "check/bytes", func(r *Run) { r.Letterhead.Logo = letterhead.Logo{} }},
	} {
		was := r
		was.Inputs = slices.Clone(r.Inputs)
		tt.change(&was)
		got, err := r.Differences(asPDF(), written(t, asPDF(), was), fresh)
		if err != nil || len(got) != 1 || got[0].Text.Code != tt.want {
			t.Errorf("%s: %v, %v", tt.name, got, err)
		}
	}
	for _, calc := range []string{strings.Replace(string(written(t, asJSON(), r)), "}", "} ", 1), "nothing"} {
		var old bytes.Buffer
		if err := layPDF(&old, newPaper(r), []byte(calc)); err != nil {
			t.Fatal(err)
		}
		got, err := r.Differences(asPDF(), old.Bytes(), fresh)
		if err != nil || len(got) != 1 || got[0].Text.Code != "check/carried" {
			t.Errorf("attached %.9s: %v, %v", calc, got, err)
		}
	}
	r = sampleRun(text.French)
	moved := run(votedTariff(), text.French, pricing.Options{With: []string{"mobile-app"}}, subsidised())
	got, err := r.Differences(asPDF(), written(t, asPDF(), moved), written(t, asPDF(), r))
	if err != nil || len(got) == 0 || got[0].SIREN != "243500139" || got[0].Text.Code != "check/epci-missing" {
		t.Errorf("an EPCI less: %v, %v", got, err)
	}
}

// A full disk is an error.
func TestPDFWriteError(t *testing.T) {
	if err := writePDF(&failing{1000}, sampleRun(text.French)); err == nil {
		t.Error("no error")
	}
}

func BenchmarkPDF(b *testing.B) {
	for _, n := range []int{1, 1255} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := many(n)
			for b.Loop() {
				if err := writePDF(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
