package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Only the pages of a table that is too wide lie.
func TestPDFPagesTurn(t *testing.T) {
	wide := wideDraft()
	call := sealed(t, wavesRun(text.French)).CallOf(0)
	for _, tt := range []struct {
		name      string
		run       Run
		first     bool // lies
		last, all bool // the last page, every page
	}{
		{"narrow", sampleRun(text.French), false, false, true},
		{"wide", wide, true, false, false},
		{"call", call, false, false, true},
	} {
		pages := pressed(newPaper(tt.run)).pages
		if pages[0] != tt.first || pages[len(pages)-1] != tt.last || tt.all && slices.Contains(pages, !tt.first) {
			t.Errorf("%s: %v", tt.name, pages)
		}
	}
}

// Bookmarks are where their titles stand, on pages of either kind; the closing has one.
func TestPDFBookmarks(t *testing.T) {
	for _, r := range []Run{wideDraft(), sealed(t, sampleRun(text.French))} {
		p := pressed(newPaper(r))
		document := written(t, asPDF(), r)
		pages := boxesOf(t, document)
		for _, b := range p.bookmarks {
			first := strings.Fields(b.title)[0]
			near := func(box pdfBox) bool {
				away := box.top - points(b.y)
				return strings.HasPrefix(first, box.words) && away > -5 && away < 25
			}
			if b.title != "Arrêté et signature" && b.title != "Somme simulée" && !slices.ContainsFunc(pages[b.page-1].boxes, near) {
				t.Errorf("page %d: %q is not at %v", b.page, b.title, points(b.y))
			}
		}
	}
}

// The signature is on a page with the sums that it is for, however many members there are,
// and the signer with the sum in words.
func TestPDFSigned(t *testing.T) {
	long := strings.Repeat("Le présent titre peut être contesté devant le tribunal administratif.\n", 60)
	for _, n := range []int{1, 2, 3, 4, 5, 10, 16, 22, 30} {
		for _, after := range []string{"", "Payable à trente jours.", long} {
			r := many(n)
			r.Letterhead = publisher()
			r.Letterhead.After = after
			if n%2 == 0 {
				r = sealed(t, run(votedTariff(), text.French, pricing.Options{}, thisYear()...)).CallOf(n % 5)
				r.Letterhead.Before = strings.Repeat("Vu la délibération,\n", n)
				r.Letterhead.After = after
			}
			shown := pdfFace(t, written(t, asPDF(), r))
			place := func(words string) string {
				at := slices.IndexFunc(shown.texts, func(one faceText) bool { return strings.HasPrefix(one.words, words) })
				if at < 0 {
					t.Fatalf("%d members: %q is not there", n, words)
				}
				return shown.texts[at].place
			}
			page := place("Arrêté le présent")
			if place("Fait à") != page || place("Jean Dupont") != page {
				t.Errorf("%d members: the sum on page %s, the signature on %s", n, page, place("Jean Dupont"))
			}
			if !slices.ContainsFunc(shown.texts, func(one faceText) bool {
				return one.place == page && (one.words == "Net" || one.words == "Voté" || strings.HasPrefix(one.words, "Net "))
			}) {
				t.Errorf("%d members, %d bytes after: no sums on page %s", n, len(after), page)
			}
		}
	}
}

// The room to sign is above the name.
func TestPDFRoomToSign(t *testing.T) {
	for _, tt := range []struct {
		signatory, above, below string
		least                   float64
	}{
		{"Le Président,\nJean Dupont", "Président,", "Jean", 45},
		{"Pour le Président et par délégation,\nLa Directrice,\nJeanne Martin\ndirectrice", "Directrice,", "Jeanne", 45},
		{"La Présidente\nJeanne Martin", "Présidente", "Jeanne", 45},
	} {
		r := sealed(t, sampleRun(text.French))
		r.Letterhead.Signatory = tt.signatory
		pages := boxesOf(t, written(t, asPDF(), r))
		var above, below float64
		for _, box := range pages[len(pages)-1].boxes {
			switch box.words {
			case tt.above:
				above = box.bottom
			case tt.below:
				below = box.top
			}
		}
		if below-above < tt.least {
			t.Errorf("%q: %v points to sign in", tt.signatory, below-above)
		}
	}
}

// Only the sum is bold, in French as in English; it may have an apostrophe.
func TestPDFSumIn(t *testing.T) {
	for l, want := range map[text.Lang]string{
		text.French:  "deux millions d’euros (2\u202f000\u202f000,00\u00a0€)",
		text.English: "two million euros (€2,000,000.00)",
	} {
		r := run(votedTariff(), l, pricing.Options{}, pricing.Counts{SIREN: "200030633", Of: of{pricing.Pupils: 1, pricing.Schools: 1}})
		r.Statement.Totals.Net = 2_000_000_00
		d := newPaper(r)
		from, to := d.sumIn(d.closing[0].text)
		if got := d.closing[0].text[from:to]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestLogoSize(t *testing.T) {
	for _, tt := range []struct{ width, height, w, h int }{
		{16, 16, 12, 12},     // 3/4 of a point a pixel
		{2000, 2000, 52, 52}, // no more than the box
		{4000, 400, 160, 16}, // wide
		{400, 4000, 5, 52},   // tall
		{4000, 1, 160, 0},
	} {
		w, h := printedLogo(tt.width, tt.height)
		if int(w/point) != tt.w || int(h/point) != tt.h || w < 1 || h < 1 {
			t.Errorf("%d×%d pixels: %v×%v points", tt.width, tt.height, points(w), points(h))
		}
	}
}

// A long name of a subsidy leaves the columns of items as they are.
func TestPDFLongSums(t *testing.T) {
	plan := func(name string) tablePlan {
		counts := subsidised()
		counts.Subsidies = []pricing.Subsidy{{Label: name, Amount: 250_00}, {Label: "Région", Amount: 1_00}}
		p := newPress(newPaper(run(votedTariff(), text.French, pricing.Options{}, counts)))
		return p.plan["items"]
	}
	short, long := plan("État"), plan(strings.Repeat("Dotation d'équipement des territoires ruraux ", 6))
	if fmt.Sprint(short) != fmt.Sprint(long) {
		t.Errorf("%v, with a long name %v", short, long)
	}
}

// Numbers of columns stand further apart than thousands do: nothing is between.
func TestPDFNumbersApart(t *testing.T) {
	runs := pdfRuns(t)
	for _, name := range []string{"sealed", "voted", "call voted", "shown sixty", "wide"} {
		for i, page := range boxesOf(t, written(t, asPDF(), runs[name])) {
			for k, b := range page.boxes[1:] {
				before := page.boxes[k]
				apart := b.left - before.right
				number := func(words string) bool { return strings.Trim(words, "0123456789,.€+−-\u00a0\u202f") == "" }
				if before.top == b.top && number(before.words) && number(b.words) && apart > 3 && apart < 7.5 {
					t.Errorf("%s, page %d: %v points between %s and %s", name, i+1, apart, before.words, b.words)
				}
			}
		}
	}
}

// Both weights of the typeface have the same characters, every common one among them.
func TestGlyphs(t *testing.T) {
	regular, bold := readGlyphs(liberationsansregular.TTF), readGlyphs(liberationsansbold.TTF)
	for r := rune(' '); r <= 0xffff; r++ {
		if regular.has(r) != bold.has(r) && !text.Invisible(r) {
			t.Errorf("%U: regular %v, bold %v", r, regular.has(r), bold.has(r))
		}
		if r <= lastCommon && !regular.has(r) && !text.Invisible(r) {
			t.Errorf("%U is not common", r)
		}
	}
	for _, r := range "’–…€«»œŒ\u202f\u00a0−·" {
		if !regular.has(r) {
			t.Errorf("%U is not there", r)
		}
	}
	for _, r := range "漢字\U0001f600\u3042" {
		if regular.has(r) {
			t.Errorf("%U is there", r)
		}
	}
}

// What cannot be printed is printed by its number, and is read back.
func TestPrintable(t *testing.T) {
	g := readGlyphs(liberationsansregular.TTF)
	for words, want := range map[string]string{
		"CC de l’Été": "CC de l’Été", "漢é": `\u6f22é`, "\U0001f600": `\U0001f600`,
		`\u6f22`: `\u005cu6f22`, `\u200b`: `\u200b`, `a\b`: `a\b`,
	} {
		if got := g.printable(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.String(),
			rapid.SampledFrom([]string{`\`, `\u`, `\U`, `\u005c`, "6f22", "0001f600", "漢", "\U0001f600", `\u200b`}))).Draw(t, "words"), "")
		words = text.Safe(words)
		if got := g.printed(g.printable(words)); got != words {
			t.Errorf("%q: %q", words, got)
		}
		for _, r := range g.printable(words) {
			if g.lacks(r) {
				t.Errorf("%q: %U is printed", words, r)
			}
		}
	})
}

// A document without date has none invented; what the library does not write is there.
func TestPDFFinished(t *testing.T) {
	r := sampleRun(text.French)
	undated := written(t, asPDF(), r)
	r.Date = "2026-03-31"
	dated := written(t, asPDF(), r)
	for name, document := range map[string][]byte{"undated": undated, "dated": dated} {
		if !bytes.HasPrefix(document, []byte("%PDF-1.7\n")) {
			t.Errorf("%s: %q", name, document[:9])
		}
		days := bytes.Count(document, []byte("Date (D:20260331"))
		if others := bytes.Count(document, []byte("Date (D:")) - days; others != 0 || (days == 2) != (name == "dated") {
			t.Errorf("%s: %d days, %d others", name, days, others)
		}
		if _, err := carriedByPDF(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, what := range []string{
			"/ViewerPreferences <</DisplayDocTitle true>>", "/AFRelationship /Data", "/AF [", "/Names [(calc-", "/Subtype /application#2fjson",
		} {
			if !bytes.Contains(document, []byte(what)) {
				t.Errorf("%s: no %s", name, what)
			}
		}
	}
	r.Letterhead.Logo = logo()
	document := written(t, asPDF(), r)
	if bytes.Count(document, []byte("/Logo000")) != 1 || regexp.MustCompile(`/I[0-9a-f]{40} `).Match(document) {
		t.Error("the logo is named by what was deflated")
	}
}
