package report

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
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

// A seenPage is what a browser makes of a page on the narrowest phone: its elements, and
// what is not on the screen that should be.
type seenPage struct{ Page, Away string }

// framesScript runs a function on each frame, and leaves what it gives in the page.
const framesScript = `
onload = async () => {
  const all = {};
  for (const frame of document.querySelectorAll("iframe")) all[frame.id] = await see(frame.contentWindow);
  const found = document.createElement("pre");
  found.id = "found";
  found.textContent = JSON.stringify(all);
  document.body.replaceChildren(found);
}`

const phoneScript = `
const see = ({document}) => {
  const page = document.documentElement, away = [];
  if (page.scrollWidth > page.clientWidth) away.push("the page is " + page.scrollWidth + " wide");
  for (const cell of page.querySelectorAll("#synthese td:last-child, .items td:last-child")) {
    const {left, right} = cell.getBoundingClientRect();
    if (left < 0 || right > page.clientWidth) away.push(cell.textContent + " ends at " + right);
  }
  return {Page: "<!DOCTYPE html>" + page.outerHTML, Away: away.join("; ")};
};`

// framed opens pages in one, each on a screen of its own, and runs a script there.
func (b browser) framed(t *testing.T, pages map[string][]byte, screen, script string, seen any) {
	t.Helper()
	var frames bytes.Buffer
	frames.WriteString("<!DOCTYPE html>")
	for name, page := range pages {
		frames.WriteString(`<iframe id="` + name + `" ` + screen + ` style="border:0" srcdoc="` + html.EscapeString(string(page)) + `"></iframe>`)
	}
	frames.WriteString(script)
	dom, console := b.open(t, frames.Bytes())
	_, found, _ := strings.Cut(string(dom), `<pre id="found">`)
	found, _, _ = strings.Cut(found, "</pre>")
	if err := json.Unmarshal([]byte(html.UnescapeString(found)), seen); err != nil || console != "" {
		t.Fatalf("%v, console: %s", err, console)
	}
}

// A browser opens the page without a word on its console (it would say what it refused to
// load), and shows the figures of the JSON. On a phone the page is as wide as the screen, and
// what is due is on it, in the rows of the summary and of the items.
func TestHTMLInBrowser(t *testing.T) {
	runs := browserRuns(t)
	pages, seen := map[string][]byte{}, map[string]seenPage{}
	for name, r := range runs {
		pages[name] = written(t, asHTML(), r)
	}
	newBrowser(t).framed(t, pages, `width="320" height="640"`, "<script>"+phoneScript+framesScript+"</script>", &seen)
	for name, r := range runs {
		if away := seen[name].Away; away != "" {
			t.Errorf("%s: %s", name, away)
		}
		dom := []byte(seen[name].Page)
		want, err := figuresOfHTML(pages[name])
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

// An accessibility checker finds nothing, in light and in dark. AXE_JS is the path of
// axe.min.js, of the package axe-core.
func TestHTMLAccessible(t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("AXE_JS"))
	if err != nil {
		t.Skip("AXE_JS names no axe.min.js: pages are not checked for accessibility")
	}
	const policy = `<meta http-equiv="Content-Security-Policy"` // it refuses the checker's script
	pages := map[string][]byte{}
	for name, r := range browserRuns(t) {
		before, rest, _ := bytes.Cut(written(t, asHTML(), r), []byte(policy))
		_, rest, _ = bytes.Cut(rest, []byte(">"))
		pages[name] = bytes.Join([][]byte{before, rest}, nil)
	}
	var seen map[string][]struct {
		Passes     int
		Violations []string
	}
	newBrowser(t).framed(t, pages, `width="1200" height="1600"`,
		`<script type="text/plain" id="axe">`+string(axe)+"</script><script>"+axeScript+framesScript+"</script>", &seen)
	for name := range pages {
		for i, found := range seen[name] {
			scheme := []string{"light", "dark"}[i]
			if found.Passes < 20 {
				t.Errorf("%s, %s: only %d rules passed: what was checked?", name, scheme, found.Passes)
			}
			for _, v := range found.Violations {
				t.Errorf("%s, %s: %s", name, scheme, v)
			}
		}
		if len(seen[name]) != 2 {
			t.Errorf("%s was not checked", name)
		}
	}
}

// axeScript checks a page, then the page in dark.
const axeScript = `
const told = found => ({
  Passes: found.passes.length,
  Violations: found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")),
});
const see = async frame => {
  frame.eval(document.getElementById("axe").textContent);
  const light = await frame.axe.run();
  const style = frame.document.querySelector("style");
  const dark = style.textContent.replace("(prefers-color-scheme: dark)", "(min-width: 1px)");
  if (dark === style.textContent) throw new Error("no dark scheme");
  style.textContent = dark;
  return [told(light), told(await frame.axe.run())];
};`
