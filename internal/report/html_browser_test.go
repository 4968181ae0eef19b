package report

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A browser is Chromium, without its window.
type browser struct{ program, profile string }

func newBrowser(t *testing.T) browser {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if program, err := exec.LookPath(name); err == nil {
			return browser{program, t.TempDir()}
		}
	}
	t.Skip("Chromium is not installed: pages are not opened in a browser")
	return browser{}
}

// open loads a page and gives its elements as they are once its scripts have run, and what
// the browser's console says.
func (b browser) open(t *testing.T, page []byte) (dom []byte, console string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(b.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-extensions",
		"--user-data-dir="+b.profile, "--enable-logging=stderr", "--window-size=1200,1600",
		"--virtual-time-budget=20000", "--dump-dom", "file://"+file)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errs.Bytes())
	}
	for line := range strings.Lines(errs.String()) {
		if strings.Contains(line, "CONSOLE") {
			console += line
		}
	}
	return out.Bytes(), console
}

// browserRuns are the pages that are opened.
func browserRuns(t *testing.T) map[string]Run {
	runs := map[string]Run{}
	for _, l := range []text.Lang{text.French, text.English} {
		runs["annex "+string(l)] = sealed(t, run(votedTariff(), l, pricing.Options{}, thisYear()...))
		runs["call "+string(l)] = sealed(t, wavesRun(l)).CallOf(0)
	}
	runs["voted"] = sealed(t, votedRun(text.French))
	runs["simulation"] = allRuns()["rich"]
	runs["wide"] = pdfRuns(t)["wide"]
	return runs
}

// A browser opens the page without a word on its console (it would say what it refused to
// load), and shows the figures of the JSON.
func TestHTMLInBrowser(t *testing.T) {
	b := newBrowser(t)
	for name, r := range browserRuns(t) {
		page := written(t, asHTML(), r)
		dom, console := b.open(t, page)
		if console != "" {
			t.Errorf("%s: %s", name, console)
		}
		want, err := figuresOfHTML(page)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := figuresOfHTML(dom); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, figures\n%v\nwant\n%v", name, err, got, want)
		}
		calc, err := carriedByHTML(dom)
		if err != nil {
			t.Fatal(err)
		}
		checkFigures(t, name, r, dom, calc)
	}
}

// On the narrowest phone the page is as wide as the screen: only tables scroll, within
// themselves.
func TestHTMLOnPhone(t *testing.T) {
	b := newBrowser(t)
	var frames bytes.Buffer
	frames.WriteString("<!DOCTYPE html>")
	for name, r := range browserRuns(t) {
		page := html.EscapeString(string(written(t, asHTML(), r)))
		frames.WriteString(`<iframe id="` + name + `" width="320" height="640" style="border:0" srcdoc="` + page + `"></iframe>`)
	}
	frames.WriteString(`<script>onload = () => {
const widths = [...document.querySelectorAll("iframe")].map(frame => {
  const all = frame.contentDocument.documentElement;
  return frame.id + ": " + all.scrollWidth + " of " + all.clientWidth;
});
document.body.innerText = widths.join("\n");
}</script>`)
	dom, console := b.open(t, frames.Bytes())
	lines := regexp.MustCompile(`[a-z ]+: (\d+) of (\d+)`).FindAllSubmatch(dom, -1)
	if len(lines) != len(browserRuns(t)) {
		t.Fatalf("%d widths: %s", len(lines), console)
	}
	for _, line := range lines {
		if !bytes.Equal(line[1], line[2]) {
			t.Errorf("%s pixels", line[0])
		}
	}
}

// An accessibility checker finds nothing, in light and in dark. ENTCALC_AXE is the path of
// axe.min.js, of the package axe-core.
func TestHTMLAccessible(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("ENTCALC_AXE"))
	if err != nil {
		t.Skip("ENTCALC_AXE names no axe.min.js: pages are not checked for accessibility")
	}
	b := newBrowser(t)
	for name, r := range browserRuns(t) {
		checkAccessible(t, b, axe, name, written(t, asHTML(), r))
	}
}

// axeScript checks the page, then the page in dark, and shows what was found in its place.
const axeScript = `
const told = found => ({
  passes: found.passes.length,
  violations: found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")),
});
const style = document.querySelector("style");
axe.run().then(light => {
  const dark = style.textContent.replace("(prefers-color-scheme: dark)", "(min-width: 1px)");
  if (dark === style.textContent) throw new Error("no dark scheme");
  style.textContent = dark;
  return axe.run().then(dark => {
    const shown = document.createElement("pre");
    shown.id = "found";
    shown.textContent = JSON.stringify([told(light), told(dark)]);
    document.body.replaceChildren(shown);
  });
});`

func checkAccessible(t *testing.T, b browser, axe []byte, name string, page []byte) {
	t.Helper()
	const policy = `<meta http-equiv="Content-Security-Policy"` // it refuses the checker's script
	before, rest, _ := bytes.Cut(page, []byte(policy))
	_, rest, _ = bytes.Cut(rest, []byte(">"))
	document := bytes.Join([][]byte{before, rest, []byte("<script>"), axe, []byte("</script><script>" + axeScript + "</script>")}, nil)
	dom, console := b.open(t, document)
	_, found, _ := strings.Cut(string(dom), `<pre id="found">`)
	found, _, _ = strings.Cut(found, "</pre>")
	var results []struct {
		Passes     int
		Violations []string
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(found)), &results); err != nil {
		t.Fatalf("%s: the checker gave nothing: %v %s", name, err, console)
	}
	for i, scheme := range []string{"light", "dark"} {
		if results[i].Passes < 20 {
			t.Errorf("%s, %s: only %d rules passed: what was checked?", name, scheme, results[i].Passes)
		}
		for _, v := range results[i].Violations {
			t.Errorf("%s, %s: %s", name, scheme, v)
		}
	}
}
