package counts

import (
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// An empty file is read back, whatever a tariff calls its columns.
func TestTemplate(t *testing.T) {
	tariff := tariffs()[1]
	tariff.Bases[0].Columns = []string{`population; dite "légale", totale`}
	for lang, start := range map[text.Lang]string{
		text.French:  "\ufeffn° siren;epci;",
		text.English: "\ufeffsiren,epci,",
	} {
		file := string(Template(tariff, lang))
		if file = strings.Replace(file, "nom;", "epci;", 1); !strings.HasPrefix(file, start) || !strings.HasSuffix(file, "\r\n") {
			t.Errorf("%q", file)
		}
		table, got, err := readWith(t, file, tariff)
		if err != nil || strings.Count(got, "[") != 1 || !strings.Contains(got, "counts/no-rows") {
			t.Errorf("%v\n%s", err, got)
		}
		if table.Tariff != tariff {
			t.Error("another tariff")
		}
	}
}

// readWith reads a file under one tariff.
func readWith(t *testing.T, file string, tariff *pricing.Tariff) (*Table, string, error) {
	t.Helper()
	o := Options{Files: []string{"-"}, Stdin: strings.NewReader(file)}
	var found diag.List
	table, err := Read(o, []*pricing.Tariff{tariff}, func(int) (*pricing.Tariff, error) { return tariff, nil }, &found)
	var b strings.Builder
	if werr := found.Write(&b, diag.AsText, text.English); werr != nil {
		t.Fatal(werr)
	}
	return table, b.String(), err
}
