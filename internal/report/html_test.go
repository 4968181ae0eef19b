package report

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/letterhead"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// tinyLogo is the same bytes whatever Go's encoder of PNG becomes.
func tinyLogo() letterhead.Logo {
	png, err := base64.StdEncoding.DecodeString(
		"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
	if err != nil {
		panic(err)
	}
	return letterhead.Logo{PNG: png, Width: 1, Height: 1}
}

func TestHTMLGolden(t *testing.T) {
	for _, l := range []text.Lang{text.French, text.English} {
		annex := sealed(t, run(votedTariff(), l, pricing.Options{}, thisYear()...))
		call := sealed(t, wavesRun(l)).CallOf(0)
		annex.Letterhead.Logo, call.Letterhead.Logo = tinyLogo(), tinyLogo()
		goldenPage(t, "annex."+string(l), annex)
		goldenPage(t, "call."+string(l), call)
	}
	goldenPage(t, "rich.fr", allRuns()["rich"])
}

// goldenPage compares a page but for its style, which is the same in all.
func goldenPage(t *testing.T, name string, r Run) {
	t.Helper()
	golden(t, name+".html", bytes.Replace(written(t, asHTML(), r), []byte(htmlStyle), nil, 1))
}

// The same run is the same bytes.
func TestHTMLSameBytes(t *testing.T) {
	first := pdfRuns(t)
	for range 5 {
		again := pdfRuns(t)
		for _, name := range []string{"sealed", "rich", "call schools"} {
			if !bytes.Equal(written(t, asHTML(), again[name]), written(t, asHTML(), first[name])) {
				t.Fatalf("%s: two runs differ", name)
			}
		}
	}
}

// Every figure of the JSON is shown, and shown as it is there, but for what people are not
// told: what is only assumed to be new where nothing is charged on it.
func TestHTMLFigures(t *testing.T) {
	for name, r := range pdfRuns(t) {
		document := written(t, asHTML(), r)
		calc, err := carriedByHTML(document)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		checkFigures(t, name, r, document, calc)
	}
}

func checkFigures(t interface{ Errorf(string, ...any) }, name string, r Run, document, calc []byte) {
	want, err := figuresOfJSON(calc)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got, err := figuresOfHTML(document)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	shown := newFigureSet(got)
	for _, f := range want {
		if unseen(r, f) {
			continue
		}
		if f.Field == nameField {
			f.Value = typed(text.Safe(f.Value))
		}
		got, there := shown.values[figureKey{siren: f.SIREN, field: f.Field}]
		if !there || !sameNumber(got, f.Value) {
			t.Errorf("%s: %q of %q is shown as %q (%v), the JSON has %q", name, f.Field, f.SIREN, got, there, f.Value)
		}
	}
}

// unseen tells what a page has no cell for: the rates of the tariff, which are those of the
// lines; what is only assumed to be new; the counts, name and totals of a call, and the totals
// of one member; the units of what is charged at its cost; sums of subsidies that nobody has.
func unseen(r Run, f Figure) bool {
	s := r.Statement
	known := fieldNamed(f.Field)
	counted := slices.Contains(countedBases(s), pricing.Basis(f.Field))
	totals := f.SIREN == "" && len(s.Contributions) == 1 && s.Contributions[0].SIREN != ""
	switch {
	case known.rate && f.SIREN == "", counted && s.New != "" && pricing.Basis(f.Field).Once():
		return true
	case r.Call && (totals || counted || f.Field == nameField):
		return true
	case totals:
		return !slices.Contains([]string{"yearly", "once", "net"}, f.Field)
	}
	atCost := s.Tariff.Component(known.id) != nil && s.Tariff.Component(known.id).Basis == pricing.AtCost
	return known.id == subsidyField && s.Totals.Subsidy == 0 || atCost && (known.quantity || known.rate)
}

func TestHTMLFiguresDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := make([]pricing.Counts, rapid.IntRange(1, 4).Draw(t, "members"))
		for i := range rows {
			rows[i] = pricing.Counts{
				SIREN: fmt.Sprintf("%09d", i), Name: rapid.String().Draw(t, "name"), Of: of{
					pricing.Pupils:  pricing.Quantity(rapid.IntRange(0, 999_999_999).Draw(t, "pupils")),
					pricing.Schools: pricing.Quantity(rapid.IntRange(0, 9999).Draw(t, "schools")), "inhabitants": 7,
				},
			}
		}
		tariff := rapid.SampledFrom([]*pricing.Tariff{votedTariff(), richTariff()}).Draw(t, "tariff")
		r := run(tariff, rapid.SampledFrom([]text.Lang{text.French, text.English}).Draw(t, "lang"), pricing.Options{}, rows...)
		if rapid.Bool().Draw(t, "call") {
			r = r.CallOf(0)
		}
		var document, calc bytes.Buffer
		if err := asHTML().Write(&document, r); err != nil {
			t.Fatal(err)
		}
		if err := writeJSON(&calc, r); err != nil {
			t.Fatal(err)
		}
		checkFigures(t, "drawn", r, document.Bytes(), calc.Bytes())
	})
}

// nasty is a run whose every text from outside tries to be markup.
func nasty(t *testing.T) Run {
	const attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;</style></title><!-- ]]> \u2028\u202e\x00 javascript:alert(3)"
	tariff := richTariff()
	tariff.Version, tariff.Source = attack, attack
	tariff.Title = words(attack, attack)
	for i := range tariff.Components {
		tariff.Components[i].Label, tariff.Components[i].Article = words(attack, attack), attack
	}
	tariff.Bases[0].Label = words(attack, attack)
	member := hostile()
	member.Name = attack
	member.Subsidies = []pricing.Subsidy{{Amount: 1_00, From: attack, Label: attack, Reference: attack}}
	member.Costs = map[string][]pricing.Cost{"connectors": {{Amount: 5_00, Label: attack, Reference: attack}}}
	r := run(tariff, text.French, pricing.Options{}, member, pricing.Counts{SIREN: "200030633", Name: "A", Of: member.Of})
	r.Inputs[0].Name = attack
	r.Schools = []counts.School{{UAI: attack, Name: attack, Commune: &territory.Commune{Name: attack}}}
	r.Letterhead = letterhead.Letterhead{
		Name: attack, SIRET: attack, Address: attack, Signatory: attack, Place: attack, Nature: attack,
		Function: attack, Before: attack, After: attack, Logo: tinyLogo(),
	}
	r.Notices = []diag.Diagnostic{{Place: diag.Place{File: attack}, Text: text.NotAWholeNumber(text.Phrase{FR: attack, EN: attack}, text.Phrase{FR: attack, EN: attack})}}
	since, err := Compare(r, r, pricing.CompareOptions{}, Listing{Sort: "input"})
	if err != nil {
		t.Fatal(err)
	}
	r.Since = &since
	return r
}

// Nothing of the input becomes markup: the page has the elements and attributes of the
// template, wherever texts stand.
func TestHTMLEscapes(t *testing.T) {
	r := nasty(t)
	for _, r := range []Run{r, r.CallOf(0)} {
		document := written(t, asHTML(), r)
		page := parsed(t, document)
		scripts := 0
		for n := range page.Descendants() {
			if n.Type == html.CommentNode {
				t.Errorf("a comment: %q", n.Data)
			}
			if n.Type != html.ElementNode {
				continue
			}
			if !slices.Contains(templateElements(), n.Data) {
				t.Errorf("an element %s", n.Data)
			}
			for _, a := range n.Attr {
				if !slices.Contains(templateAttributes(), a.Key) ||
					a.Key == "href" && !strings.HasPrefix(a.Val, "#") ||
					a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/png;base64,") {
					t.Errorf("an attribute %s=%q of %s", a.Key, a.Val, n.Data)
				}
			}
			if n.Data == "script" {
				scripts++
			}
		}
		if scripts != 1 {
			t.Errorf("%d script elements", scripts)
		}
		if !bytes.Contains(document, []byte("&lt;script&gt;alert(1)")) {
			t.Error("the texts are not there")
		}
	}
}

func templateElements() []string {
	return strings.Fields("html head meta title style body a header div p span strong img h1 h2 h3 dl dt dd nav ul li " +
		"main section table thead tbody tr th td figure figcaption small ol svg rect footer script")
}

func templateAttributes() []string {
	return strings.Fields("lang charset name content http-equiv class href id src alt width height tabindex role " +
		"aria-label aria-labelledby aria-hidden scope colspan data-siren data-field type")
}

func parsed(t *testing.T, document []byte) *html.Node {
	t.Helper()
	page, err := html.Parse(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// Ids are there once, what refers to them finds them, headings have no gap, every table has
// its headers.
func TestHTMLStructure(t *testing.T) {
	for name, r := range pdfRuns(t) {
		ids, refs, level := map[string]int{}, []string{}, 0
		for n := range parsed(t, written(t, asHTML(), r)).Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					ids[a.Val]++
				case "aria-labelledby":
					refs = append(refs, strings.Fields(a.Val)...)
				case "href":
					refs = append(refs, strings.TrimPrefix(a.Val, "#"))
				}
			}
			if n.Data == "h1" || n.Data == "h2" || n.Data == "h3" {
				next := int(n.Data[1] - '0')
				if next > level+1 || next == 1 && level != 0 {
					t.Errorf("%s: %s after h%d", name, n.Data, level)
				}
				level = next
			}
			if n.Data == "tr" && n.LastChild != nil && !slices.ContainsFunc(slices.Collect(n.ChildNodes()), func(c *html.Node) bool { return c.Data == "th" }) {
				t.Errorf("%s: a row without header", name)
			}
		}
		for id, n := range ids {
			if n != 1 {
				t.Errorf("%s: id %s is there %d times", name, id, n)
			}
		}
		for _, ref := range refs {
			if ids[ref] == 0 {
				t.Errorf("%s: nothing has the id %s", name, ref)
			}
		}
	}
}

// All EPCIs of France are a file that a browser opens, and a mail takes.
func TestHTMLLarge(t *testing.T) {
	const most = 6 << 20
	if n := len(written(t, asHTML(), many(1255))); n > most {
		t.Errorf("%d bytes", n)
	}
}

func TestHTMLWriteErrors(t *testing.T) {
	if asHTML().Write(&failing{chunk}, many(500)) == nil {
		t.Error("no error where there is no room")
	}
	if err := asHTML().Write(io.Discard, many(3)); err != nil {
		t.Error(err)
	}
}
