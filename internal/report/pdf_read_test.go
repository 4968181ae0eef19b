package report

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/pdf"
	"github.com/entcalc/entcalc/internal/text"
)

// appended is a document with a newer version of an object at its end, as a program that
// signs adds what it adds.
func appended(document []byte) []byte {
	before := string(document[bytes.LastIndex(document, []byte("startxref"))+len("startxref"):])
	before = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(before), "%%EOF"))
	_, trailer, _ := strings.Cut(string(document[bytes.LastIndex(document, []byte("trailer")):]), "<<")
	trailer, _, _ = strings.Cut(trailer, ">>")
	b := bytes.NewBuffer(bytes.Clone(document))
	at := b.Len()
	fmt.Fprintf(b, "9999 0 obj\n<</Type /Sig /Contents <00ff>>>\nendobj\n")
	table := b.Len()
	fmt.Fprintf(b, "xref\n9999 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", at, trailer, before, table)
	return b.Bytes()
}

// A document that was signed is read as it was before.
func TestPDFAppended(t *testing.T) {
	document := written(t, asPDF(), sealed(t, sampleRun(text.French)))
	checkSamePDF(t, "appended", document, appended(appended(document)))
}

func checkSamePDF(t *testing.T, name string, document, again []byte) {
	t.Helper()
	want, err := carriedByPDF(document)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := carriedByPDF(again); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s: attached %d bytes, %v; want %d", name, len(got), err, len(want))
	}
	a, b := pdfFace(t, document), pdfFace(t, again)
	if string(pagesOf(a)) != string(pagesOf(b)) || len(a.figures) != len(b.figures) {
		t.Errorf("%s: other texts or figures", name)
	}
	got, err := sampleRun(text.French).Differences(asPDF(), again, document)
	if err != nil || len(got) != 1 || got[0].Text.Code != text.OnlyPDF().Code {
		t.Errorf("%s: %v, %v", name, got, err)
	}
}

// A document that qpdf saved again, in each of its ways, is read as it was before; qpdf
// finds nothing wrong with ours.
func TestPDFSavedAgain(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed (Debian: qpdf)")
	}
	document := written(t, asPDF(), sealed(t, sampleRun(text.French)))
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, document, 0o644); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(qpdf, "--check", in).CombinedOutput(); err != nil {
		t.Errorf("qpdf --check: %v\n%s", err, said)
	}
	for _, way := range []string{"--object-streams=generate", "--object-streams=disable", "--linearize", "--stream-data=uncompress", "--coalesce-contents"} {
		if said, err := exec.Command(qpdf, "--deterministic-id", way, in, out).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", way, err, said)
		}
		again, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		checkSamePDF(t, way, document, again)
	}
}

// What is none of ours is refused, and says why.
func TestPDFUnreadable(t *testing.T) {
	document := written(t, asPDF(), sampleRun(text.French))
	for name, damaged := range map[string][]byte{
		"empty":  nil,
		"no PDF": []byte("siren;eleves\n"),
		"cut":    document[:len(document)/2],
		"begins": []byte("%PDF-1.7\nstartxref\n0\n%%EOF"),
		"locked": bytes.Replace(document, []byte("/Info "), []byte("/Encrypt 2 0 R /Info "), 1),
		"marks":  blankPDF(t),
	} {
		if all, err := figuresOfPDF(damaged); err == nil {
			t.Errorf("%s: %d figures", name, len(all))
		}
		if _, err := carriedByPDF(damaged); err == nil {
			t.Errorf("%s: carries something", name)
		}
	}
}

// What stands in the way of the data is named.
func TestPDFNotCarried(t *testing.T) {
	document := written(t, asPDF(), sampleRun(text.French))
	// two attaches a second calc document.
	two := func(calc string) []byte {
		var b bytes.Buffer
		err := pdf.Rewrite(&b, document, func(objects map[pdf.Ref]pdf.Value, trailer pdf.Dict) {
			objects[9999] = pdf.Dict{"EF": pdf.Dict{"F": pdf.Ref(9998)}}
			objects[9998] = pdf.NewStream(pdf.Dict{}, []byte(calc))
			names := objects[trailer["Root"].(pdf.Ref)].(pdf.Dict)["Names"].(pdf.Dict)["EmbeddedFiles"].(pdf.Dict)
			names["Names"] = append(names["Names"].(pdf.Array), "z", pdf.Ref(9999))
		})
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	calc := string(written(t, asJSON(), sampleRun(text.French)))
	for name, tt := range map[string]struct {
		document []byte
		want     string
	}{
		"cut":     {document[:len(document)/2], "statement/damaged"},
		"locked":  {bytes.Replace(document, []byte("/Info "), []byte("/Encrypt 2 0 R /Info "), 1), "statement/locked"},
		"blank":   {blankPDF(t), "statement/nothing-carried"},
		"another": {two(strings.Replace(calc, "}", "} ", 1)), "statement/two-carried"},
		"again":   {two(calc), ""},
		"beside":  {two("{}"), ""},
	} {
		_, _, err := Carried(tt.document)
		if (err == nil) != (tt.want == "") || err != nil && NotCarried(err).Code != tt.want {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
}

// blankPDF is a document without parts nor a calc document.
func blankPDF(t testing.TB) []byte {
	t.Helper()
	d := newPaper(sampleRun(text.French))
	d.parts, d.closing, d.facts = nil, nil, nil
	var b bytes.Buffer
	if err := layPDF(&b, d, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// No document panics, loops or is held to be what it is not.
func FuzzCarriedByPDF(f *testing.F) {
	document := written(f, asPDF(), sampleRun(text.French))
	f.Add(document)
	f.Add(appended(document))
	f.Fuzz(func(t *testing.T, document []byte) {
		if calc, err := carriedByPDF(document); err == nil && !isCalc(calc) {
			t.Errorf("no calc document: %.99q", calc)
		}
	})
}

// No page panics or loops.
func FuzzFiguresOfPDF(f *testing.F) {
	content := "/" + figureTag + " <</SIREN (200030633) /Field (net)>> BDC BT 1 2 Td (\x001\x002) Tj ET EMC\n"
	for _, page := range []string{
		content,
		content + "/" + figureTag + " <</SIREN (200030633) /Field (net) /More true>> BDC BT [(\x003) -20 <0034>] TJ ET EMC",
		strings.Repeat("/A BMC ", 99) + strings.Repeat("<0031> Tj ", 99), strings.Repeat(content+"/X BMC ", 40),
		"EMC EMC /X BMC /Y BDC Tj TJ ' \" ID EI q Q",
		"BI /W 1 ID \x00\x01 EI (", "<<<<<<[[[(((", "1 0 R R R << 1 0 R >> [ R ]",
	} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		var b bytes.Buffer
		b.WriteString("%PDF-1.4\n")
		offsets := []int{b.Len()}
		b.WriteString("1 0 obj\n<</Pages 2 0 R>>\nendobj\n")
		offsets = append(offsets, b.Len())
		b.WriteString("2 0 obj\n<</Kids [<</Contents [3 0 R 3 0 R]>> 2 0 R]>>\nendobj\n")
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "3 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", len(page), page)
		table := b.Len()
		fmt.Fprintf(&b, "xref\n1 3\n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", offsets[0], offsets[1], offsets[2], table)
		shown, err := faceOfPDF(b.Bytes())
		if string(page) == content && err != nil {
			t.Fatal(err)
		}
		if string(page) == content && (len(shown.figures) != 2 || shown.figures[0] != Figure{"200030633", "net", "12"}) {
			t.Errorf("%v", shown.figures)
		}
	})
}
