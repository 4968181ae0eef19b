package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A pdfPage is the boxes of the words of a page, as poppler places them.
type pdfPage struct {
	wide, high float64
	boxes      []pdfBox
}

type pdfBox struct {
	left, top, right, bottom float64
	words                    string
}

// boxesOf asks poppler where the words of each page stand.
func boxesOf(t *testing.T, document []byte) (pages []pdfPage) {
	t.Helper()
	attribute := func(line, name string) float64 {
		_, rest, _ := strings.Cut(line, name+`="`)
		value, _, _ := strings.Cut(rest, `"`)
		f, err := strconv.ParseFloat(value, 64)
		if err != nil {
			t.Fatalf("%s of %s: %v", name, line, err)
		}
		return f
	}
	for line := range strings.Lines(poppler(t, "pdftotext", document, "-bbox")) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "<page "):
			pages = append(pages, pdfPage{wide: attribute(line, "width"), high: attribute(line, "height")})
		case strings.HasPrefix(line, "<word "):
			_, words, _ := strings.Cut(strings.TrimSuffix(line, "</word>"), ">")
			page := &pages[len(pages)-1]
			page.boxes = append(page.boxes, pdfBox{
				attribute(line, "xMin"), attribute(line, "yMin"), attribute(line, "xMax"), attribute(line, "yMax"), words,
			})
		}
	}
	return pages
}

// poppler runs a program of poppler on a document.
func poppler(t *testing.T, program string, document []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip(program + " is not installed (Debian: poppler-utils)")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, document, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, append(args, file, "-")...)
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil || said.Len() > 0 {
		t.Fatalf("%s: %v\n%s", program, err, said.String())
	}
	return string(out)
}

// Nothing stands outside its page, nor over what stands beside it.
func TestPDFLayout(t *testing.T) {
	for name, r := range pdfRuns(t) {
		for i, page := range boxesOf(t, written(t, asPDF(), r)) {
			for k, b := range page.boxes {
				if b.left < 2 || b.right > page.wide-20 || b.top < 2 || b.bottom > page.high-8 {
					t.Errorf("%s, page %d: %v is outside", name, i+1, b)
				}
				for _, other := range page.boxes[:k] {
					if b.left < other.right-0.5 && other.left < b.right-0.5 && b.top < other.bottom-3 && other.top < b.bottom-3 {
						t.Errorf("%s, page %d: %v over %v", name, i+1, b, other)
					}
				}
			}
		}
	}
}

// Other programs find every figure as it is shown, the accents, the narrow spaces.
func TestPDFToText(t *testing.T) {
	runs := pdfRuns(t)
	for _, name := range []string{"sealed", "voted", "rich", "english", "call schools", "wide", "shown tiered"} {
		document := written(t, asPDF(), runs[name])
		found := strings.Join(strings.Fields(poppler(t, "pdftotext", document, "-raw")), " ")
		for _, one := range pdfFace(t, document).texts {
			words := strings.Join(strings.Fields(one.words), " ")
			if !strings.Contains(found, words) {
				t.Errorf("%s: pdftotext does not find %q of page %s", name, words, one.place)
			}
		}
	}
}
