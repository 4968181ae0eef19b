package report

import (
	"maps"
	"reflect"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// carriers are the formats that carry the calc document.
func carriers(t *testing.T) (all []Format[Run]) {
	t.Helper()
	for _, name := range []string{"pdf", "html"} {
		f, ok := ByName(name, Formats())
		if !ok {
			t.Fatal("no format " + name)
		}
		all = append(all, f)
	}
	return all
}

// carryingRuns are all runs, those of a change, and the calls of each.
func carryingRuns(t testing.TB) map[string]Run {
	of := allRuns()
	all := comparisons(t, text.French)
	for _, name := range []string{"years", "question", "hostile"} {
		c := all[name]
		r := c.Variant
		r.Since = &c
		of["since "+name] = r
	}
	runs := maps.Clone(of)
	for name, r := range of {
		for i := range r.Statement.Contributions {
			runs[name+" call "+string(rune('0'+i))] = r.CallOf(i)
		}
	}
	return runs
}

// A document for people carries the JSON of its run, and shows nothing otherwise; the JSON
// is read back as any other.
func TestCarried(t *testing.T) {
	for _, f := range carriers(t) {
		for name, r := range carryingRuns(t) {
			document := written(t, f, r)
			calc, format, err := Carried(document)
			if err != nil || format.Name != f.Name {
				t.Errorf("%s, %s: %q, %v", f.Name, name, format.Name, err)
				continue
			}
			if !reflect.DeepEqual(tree(calc), tree(written(t, asJSON(), r))) {
				t.Errorf("%s, %s: it carries another document", f.Name, name)
			}
			var found diag.List
			if _, ok := Reread("x", calc, text.French, &found); !ok {
				t.Errorf("%s, %s: cannot be read again: %v", f.Name, name, found.All())
			}
			differs, compared, err := FaceDiffers(r.Statement.Tariff, format, document, calc)
			if err != nil || compared == 0 && len(r.Statement.Contributions) > 0 {
				t.Errorf("%s, %s: %d compared, %v", f.Name, name, compared, err)
			}
			for _, d := range differs {
				t.Errorf("%s, %s: %s", f.Name, name, d.Text.In(text.English))
			}
		}
	}
}

// What carries nothing says so, whatever it is.
func TestCarriedNothing(t *testing.T) {
	for _, tt := range []struct{ document, format string }{
		{"%PDF-1.4\n", "pdf"}, {"<!DOCTYPE html><p>x", "html"}, {"\ufeff\n <!doctype HTML>", "html"}, {"{}", ""}, {"", ""},
	} {
		calc, format, err := Carried([]byte(tt.document))
		if format.Name != tt.format || len(calc) > 0 || (err == nil) != (format.Name == "") {
			t.Errorf("%q: %q, %q, %v", tt.document, calc, format.Name, err)
		}
	}
}
