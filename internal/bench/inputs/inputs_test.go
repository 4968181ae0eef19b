package inputs

import (
	"bytes"
	"strings"
	"testing"
)

// A file that entcalc would refuse would be timed for nothing: as many cells as labels, and
// a number of its own for each school of a rentrée.
func TestSchools(t *testing.T) {
	communes := []Commune{{"35", "VAL D'ANAST"}, {"2A", "AJACCIO"}, {"35", "MAEN ROCH"}, {"974", "SAINT-DENIS"}}
	seen, rows := map[string]bool{}, 0
	for row := range Schools(communes, 10_000, 2024, 2023) {
		if len(row) != 28 {
			t.Fatalf("%d cells: %v", len(row), row)
		}
		if rows++; rows == 1 {
			continue
		}
		key, ok := row[10].(string)
		if !ok || len(key) != 8 || rows <= 10_001 && seen[key] || rows > 10_001 && !seen[key] {
			t.Fatalf("school %v", row)
		}
		seen[key] = true
	}
	if rows != 20_001 {
		t.Errorf("%d rows", rows)
	}
}

func TestWriteCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, Counts(2)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if len(lines) != 4 || lines[1] != "200000008;CC de l'Échantillon n° 1;80;1;0;0" {
		t.Errorf("%q", lines)
	}
}
