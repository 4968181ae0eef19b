package report

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// However many there are, a pull request takes the document, its total is there, and
// it says how many it holds back.
func TestMarkdownFits(t *testing.T) {
	for _, n := range []int{1, 60, 150, 1500} {
		r := many(n)
		var found diag.List
		for range n {
			found.Notice(diag.Place{File: "effectifs.csv", Line: 3}, text.FiguresUnreadable(text.NoKnownHeader()))
		}
		r.Notices = found.Notices()
		document := string(written(t, asMarkdown(), r))
		if len(document) > pullRequest {
			t.Errorf("%d EPCIs: %d bytes", n, len(document))
		}
		if len(document) < pullRequest/2 && n >= 150 {
			t.Errorf("%d EPCIs: only %d bytes are used", n, len(document))
		}
		if !strings.Contains(document, "**"+Euros(r.Statement.Totals.Net, r.Lang)[:3]) {
			t.Errorf("%d EPCIs: no total", n)
		}
		items := strings.Count(document, "\n### ")
		if held := strings.Contains(document, text.ItemsHeldBack(n-items).FR); held != (items < n) {
			t.Errorf("%d EPCIs, %d with items: said %v", n, items, held)
		}
		rows := strings.Count(document, "\n| Communauté")
		if held := strings.Contains(document, text.RowsHeldBack(n-rows).FR); held != (rows < n) {
			t.Errorf("%d EPCIs, %d rows: said %v", n, rows, held)
		}
	}
}

func TestMarkdownText(t *testing.T) {
	for s, want := range map[string]string{
		"CA du Caudrésis – 2,5 (A.B.)": "CA du Caudrésis – 2,5 (A.B.)",
		"a|b":                          `a\|b`,
		"<b>&amp;":                     "&lt;b&gt;&amp;amp;",
		"[x](y) ![z]":                  `\[x\](y) \!\[z\]`,
		"*_`~":                         "\\*\\_\\`\\~",
		"a\nb":                         `a\\x0ab`,
		"a\u202eb":                     `a\\u202eb`,
		"@me #1 $x$":                   `\@me \#1 \$x\$`,
		"http://a www.b":               `http\://a www\.b`,
	} {
		if got := mdText(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}
