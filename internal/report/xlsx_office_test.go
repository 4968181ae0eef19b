package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// always makes LibreOffice compute every formula of a workbook that it opens.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated lets LibreOffice open, compute and save workbooks.
func recalculated(t *testing.T, documents map[string][]byte) map[string][]byte {
	t.Helper()
	return converted(t, "xlsx", documents)
}

// converted lets LibreOffice open and compute workbooks, and save them in a format.
func converted(t *testing.T, format string, documents map[string][]byte) map[string][]byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
	}
	dir := t.TempDir()
	profile, in, out := filepath.Join(dir, "profile"), filepath.Join(dir, "in"), filepath.Join(dir, "out")
	for _, d := range []string{filepath.Join(profile, "user"), in, out} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(always), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(profile), "--headless", "--convert-to", format, "--outdir", out}
	for name, document := range documents {
		path := filepath.Join(in, name+".xlsx")
		if err := os.WriteFile(path, document, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Skipf("LibreOffice does not run here: %v\n%s", err, said)
	}
	saved := make(map[string][]byte, len(documents))
	for name := range documents {
		if saved[name], err = os.ReadFile(filepath.Join(out, name+"."+format)); err != nil {
			t.Fatal(err)
		}
	}
	return saved
}

// The value cached with every formula is the one that a spreadsheet program computes,
// and the figures are found in what it saves.
func TestWorkbookInOffice(t *testing.T) {
	t.Parallel()
	runs, documents := workbookRuns(t), make(map[string][]byte)
	for _, name := range []string{
		"rich-set.en", "tiered.fr", "declared.fr", "question.fr", "nobody.en", "itemised.fr", "schools.fr", "waves.en", "signed.fr", "call.fr",
	} {
		documents[name] = written(t, workbook(), runs[name])
	}
	documents["halves"] = written(t, workbook(), halves(t))
	for name, saved := range recalculated(t, documents) {
		before, formulas := cachedCells(t, opened(t, documents[name]))
		after, kept := cachedCells(t, opened(t, saved))
		if len(kept) != len(formulas) {
			t.Errorf("%s: %d formulas, %d once saved", name, len(formulas), len(kept))
		}
		for at, value := range before {
			if wholeCents(t, value) != wholeCents(t, after[at]) {
				t.Errorf("%s: %s =%s: %q is cached, %q computed", name, at, formulas[at], value, after[at])
			}
		}
		moved, err := runs["sample.fr"].Differences(workbook(), saved, documents[name])
		if err != nil || len(moved) != 1 || moved[0].Text.Code != text.OnlyBytes().Code {
			t.Errorf("%s: %v (%v)", name, moved, err)
		}
	}
}

// No page of Détail ends within an EPCI; the totals of Synthèse, and what is said under them,
// have members before them on their page; the head is on the first one alone.
func TestWorkbookPagesInOffice(t *testing.T) {
	t.Parallel()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed (Debian: poppler-utils)")
	}
	documents := make(map[string][]byte)
	for _, members := range []int{1, 2, 18, 60} {
		r := signedRun(t)
		of := many(members)
		r.Statement, r.Since = of.Statement, nil
		documents[strconv.Itoa(members)] = written(t, workbook(), r)
	}
	member := regexp.MustCompile(`(?m)^ *(\d{9}) +Communauté`)
	for name, document := range converted(t, "pdf", documents) {
		read := exec.Command(reader, "-layout", "-", "-")
		read.Stdin = bytes.NewReader(document)
		words, err := read.Output()
		if err != nil {
			t.Fatal(err)
		}
		heads, last := 0, ""
		for page := range strings.SplitSeq(string(words), "\f") {
			heads += strings.Count(page, "Vu la délibération.")
			found := member.FindAllStringSubmatch(page, -1)
			if strings.Contains(page, "Fait à Arras") && (len(found) < min(2, mustInt(t, name)) || !strings.Contains(page, "TOTAL")) {
				t.Errorf("%s members: %d beside the signature:\n%s", name, len(found), page)
			}
			if !strings.Contains(page, "Plateforme ") || len(found) == 0 {
				continue // not of Détail
			}
			if found[0][1] == last {
				t.Errorf("%s members: the lines of %s are on two pages", name, last)
			}
			last = found[len(found)-1][1]
		}
		if heads != 1 {
			t.Errorf("%s members: the head is there %d times", name, heads)
		}
	}
}

func mustInt(t *testing.T, digits string) int {
	t.Helper()
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// halves is a run whose products often end in half a cent, which binary numbers seldom
// hold: the program's ROUND must go up all the same (R1).
func halves(t *testing.T) Run {
	tariff := &pricing.Tariff{Version: "h", Adopted: true}
	for i, r := range []string{"1.005", "0.285", "0.125", "2.675", "1.115", "0.015", "0.005", "0.000125"} {
		tariff.Components = append(tariff.Components, pricing.Component{
			ID: "c" + string(rune('a'+i)), Label: words(r, r), Basis: pricing.Pupils, Tiers: flat(r),
		})
	}
	rows := tableMembers(120)
	for i := range rows {
		rows[i].Of = of{pricing.Pupils: pricing.Quantity(1 + 2*i)}
		if i%2 == 1 {
			rows[i].Of[pricing.Pupils] *= 13 * 7 * 11
		}
	}
	return tableRun(t, tariff, pricing.Options{}, rows...)
}

// A rate changed in its cell gives what pricing gives with that rate set, in every
// figure; a count changed in its cell, what it gives for that count; a school's, for its
// members' counts.
func TestWorkbookRecomputes(t *testing.T) {
	t.Parallel()
	tariff := tieredDraft()
	member := thousand()
	member.Of = of{pricing.Pupils: 1500, pricing.Schools: 10, "inhabitants": 900}
	documents, want := make(map[string][]byte), make(map[string]Run)
	edit := func(name string, fresh, expected Run, cells map[string]any) {
		f := opened(t, written(t, workbook(), fresh))
		for named, value := range cells {
			sheet, at := named, ""
			for _, n := range f.GetDefinedName() {
				if n.Name == named {
					m := bytes.Split([]byte(n.RefersTo), []byte("!"))
					sheet, at = string(bytes.Trim(m[0], "'")), string(bytes.Split(m[1], []byte(":"))[0])
				}
			}
			if err := f.SetCellValue(sheet, string(bytes.ReplaceAll([]byte(at), []byte("$"), nil)), value); err != nil {
				t.Fatal(err)
			}
		}
		documents[name], want[name] = saved(t, f), expected
	}
	base := tableRun(t, tariff, pricing.Options{}, member, fullMember())
	set := func(id, r string) Run {
		return tableRun(t, tariff, pricing.Options{Set: []pricing.SetRate{{Component: id, Rate: rate(r)}}}, member, fullMember())
	}
	edit("flat", base, set("administration", "1.005"), map[string]any{"tarif_administration": 1.005})
	edit("below-maximum", base, set("accompaniment", "0.01"), map[string]any{"tarif_accompaniment": 0.01})
	edit("six-decimals", base, set("network", "0.123457"), map[string]any{"tarif_network": 0.123457})
	edit("tiers", base, set("platform", "0.7"), map[string]any{
		"tarif_1_platform": 0.7, "tarif_2_platform": 0.7, "tarif_3_platform": 0.7,
	})
	edit("volume", base, set("support", "0.7"), map[string]any{
		"tarif_1_support": 0.7, "tarif_2_support": 0.7, "tarif_3_support": 0.7,
	})
	for _, pupils := range []pricing.Quantity{0, 1000, 1001, 2001} {
		other := member
		other.Of = of{pricing.Pupils: pupils, pricing.Schools: 10, "inhabitants": 900}
		edit("count-"+Count(pupils, text.English), base,
			tableRun(t, tariff, pricing.Options{}, other, fullMember()), map[string]any{"count_pupils": int64(pupils)})
	}
	larger, newer := wavesRun(text.French).Schools, wavesRun(text.French).Schools
	larger[0].Pupils, newer[0].New = 500, true
	edit("school", wavesRun(text.French), priced(text.French, larger, pricing.Options{}, threeMembers()...),
		map[string]any{schoolPupils: int64(500)})
	edit("new-school", wavesRun(text.French), priced(text.French, newer, pricing.Options{}, threeMembers()...),
		map[string]any{schoolNew: "oui"})
	for name, document := range recalculated(t, documents) {
		got, err := workbookFigures(document)
		if err != nil {
			t.Fatal(err)
		}
		got = slices.DeleteFunc(got, func(f Figure) bool { return f.Field == nameField })
		figures := wantFigures(want[name].Statement)
		if moved := newFieldNames(want[name].Statement.Tariff).moved(figures, got[:len(figures)]); len(moved) > 0 {
			t.Errorf("%s: %v", name, moved)
		}
	}
}

func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
