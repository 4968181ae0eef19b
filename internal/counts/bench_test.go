package counts

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
)

// manyRows is a file of 50,000 EPCIs and six columns.
func manyRows() string {
	var b strings.Builder
	b.WriteString("siren;epci;pupils;schools;new_pupils;new_schools\n")
	for n, rows := 200000000, 0; rows < 50000; n++ {
		if key := fmt.Sprint(n); territory.Luhn(key) {
			fmt.Fprintf(&b, "%s;Communauté de communes %d;%d;%d;%d;%d\n", key, n, 1000+rows%5000, 10+rows%50, rows%1000, rows%10)
			rows++
		}
	}
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	files := write(b, manyRows())
	b.ReportAllocs()
	for b.Loop() {
		var found diag.List
		table, err := Read(Options{Files: files}, tariffs(), pickFrom2026, &found)
		if err != nil || len(table.Rows) != 50000 {
			b.Fatal(err, len(table.Rows))
		}
	}
}

// What encoding/csv alone takes.
func BenchmarkCSVAlone(b *testing.B) {
	files := write(b, manyRows())
	b.ReportAllocs()
	for b.Loop() {
		f, err := os.Open(files[0])
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.Comma, r.ReuseRecord = ';', true
		rows := 0
		for ; ; rows++ {
			if _, err := r.Read(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
		if err := f.Close(); err != nil || rows != 50001 {
			b.Fatal(err, rows)
		}
	}
}
