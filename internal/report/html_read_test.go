package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// What is changed in a page by hand is found: a figure, then a text, then the JSON that it
// carries, then its markup.
func TestHTMLDifferences(t *testing.T) {
	r := run(votedTariff(), text.English, pricing.Options{}, lastYear()...)
	fresh := written(t, asHTML(), r)
	for _, tt := range []struct {
		was, is, code, want string
	}{
		{`data-field="net">€15,841.80<`, `data-field="net">€15,841.81<`, "check/figure", "€15,841.81"},
		{">Rennes Métropole</a>", ">Rennes</a>", "check/name", "Rennes"},
		{"<dt>Tariff</dt><dd>4 (", "<dt>Tariff</dt><dd>5 (", "check/page", `under "Contributions to the ENT, year 2026", first text that does: "5 (`},
		{`"version": "4"`, `"version": "5"`, "check/carried", `line 6: "    "version": "5","`},
		{`id="entcalc-calc"`, `id="x"`, "check/carried", "is gone"},
		{"<tbody>", "<tbody class=x>", "check/bytes", "only its form"},
	} {
		old := bytes.Replace(fresh, []byte(tt.was), []byte(tt.is), 1)
		if bytes.Equal(old, fresh) {
			t.Fatalf("%q is not in the page", tt.was)
		}
		all, err := r.Differences(asHTML(), old, fresh)
		if err != nil || len(all) == 0 {
			t.Fatalf("%q: %v, %v", tt.is, all, err)
		}
		if words := all[0].Text.In(text.English); all[0].Text.Code != tt.code || !strings.Contains(words, tt.want) {
			t.Errorf("%q: %s: %s, want %s: %s", tt.is, all[0].Text.Code, words, tt.code, tt.want)
		}
	}
}

// What a cell shows is all that it shows, however it is marked up.
func TestHTMLFace(t *testing.T) {
	const page = `<!DOCTYPE html><title>t</title><style>td{}</style><h2>Sums</h2><table><tr data-siren=1>
<th data-field=epci.name><a href="#x">A<b>B</b></a><small data-field=epci.siren>1</small>C</th><td data-field=net>1` + narrowSpace + `098,00` + noBreakSpace + `€<script>2</script>
<tr><td data-field="net"><span hidden>1,00` + noBreakSpace + `€</span>2,00` + noBreakSpace + `€</table><p data-field="net">5<p>6`
	shown := faceOfHTML([]byte(page))
	want := []Figure{
		{"1", nameField, "AB"},
		{"1", sirenField, "1"},
		{"1", "net", "1098.00"},
		{"", "net", "1,00 €2,00 €"},
		{"", "net", "5"},
	}
	if len(shown.figures) != len(want) {
		t.Fatalf("figures %q", shown.figures)
	}
	for i := range want {
		if got := shown.figures[i]; got != want[i] {
			t.Errorf("figure %q, want %q", got, want[i])
		}
	}
	if last := shown.texts[len(shown.texts)-1]; last != (faceText{"Sums", "6"}) {
		t.Errorf("the last text: %q", last)
	}
}

func TestCarriedByHTML(t *testing.T) {
	for _, tt := range []struct{ page, want string }{
		{`<script type="application/json" id="entcalc-calc"> {"a":"\u003c/script>"} </script>`, `{"a":"\u003c/script>"}`},
		{`<script id="other">1</script><SCRIPT ID="entcalc-calc">2</SCRIPT><script id="entcalc-calc">3</script>`, "2"},
		{`<p id="entcalc-calc">1</p>`, ""},
		{`<script id="x" id="entcalc-calc">1</script>`, ""},
		{`<!-- <script id="entcalc-calc">1</script> -->`, ""},
		{`<script id="entcalc-calc"></script>`, ""},
		{`<script id="entcalc-calc">`, ""},
		{``, ""},
	} {
		got, err := carriedByHTML([]byte(tt.page))
		if string(got) != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: %q, %v, want %q", tt.page, got, err, tt.want)
		}
	}
}

// No page makes the readers panic, and they find nothing that is not in it.
func FuzzHTMLReaders(f *testing.F) {
	f.Add([]byte(`<tr data-siren="1"><td data-field="net">1,00 €</td><td data-field=net>2<tr><td>`))
	f.Add([]byte(`<h2>a</h2><td data-field="a"><svg><text>1</text><title>b</title></svg></td>`))
	f.Add([]byte("<script id=\"entcalc-calc\">{}</script\x00><td data-field=\"\xff\">\x00"))
	f.Fuzz(func(t *testing.T, page []byte) {
		if calc, err := carriedByHTML(page); err == nil && (len(calc) == 0 || !bytes.Contains(page, calc)) {
			t.Errorf("%q is not in the page", calc)
		}
		shown := faceOfHTML(page)
		if cells := bytes.Count(bytes.ToLower(page), []byte("data-field")); len(shown.figures) > cells {
			t.Errorf("%d figures of %d marks", len(shown.figures), cells)
		}
		if _, err := besideHTML(page, page); err != nil {
			t.Error(err)
		}
	})
}
