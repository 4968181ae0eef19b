package grid

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

const benchRows = 50_000

// benchBook writes the workbook that the library's own tests of speed use: a row per
// EPCI, with its SIREN, its name and two numbers.
func benchBook(b *testing.B) string {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range benchRows + 1 {
		row := []any{200_000_000 + i, fmt.Sprintf("CC de la Vallée %d", i), i % 9000, i % 90}
		if i == 0 {
			row = []any{"siren", "nom", "eleves", "ecoles"}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	name := filepath.Join(b.TempDir(), "bench.xlsx")
	if err := f.SaveAs(name); err != nil {
		b.Fatal(err)
	}
	return name
}

func benchText(b *testing.B) string {
	b.Helper()
	var t bytes.Buffer
	t.WriteString("siren;nom;eleves;ecoles\n")
	for i := range benchRows {
		fmt.Fprintf(&t, "%d;CC de la Vallée %d;%d;%d\n", 200_000_000+i, i, i%9000, i%90)
	}
	name := filepath.Join(b.TempDir(), "bench.csv")
	if err := os.WriteFile(name, t.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return name
}

func benchWalk(b *testing.B, name string) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := Open(name, Options{Header: sirenHeader})
		if err != nil {
			b.Fatal(err)
		}
		rows := 0
		for {
			_, err := g.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			rows++
		}
		if rows != benchRows+1 {
			b.Fatal(rows)
		}
		if err := g.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B)     { benchWalk(b, benchText(b)) }
func BenchmarkWorkbook(b *testing.B) { benchWalk(b, benchBook(b)) }

// The first walk over a text: encoding, line ends.
func BenchmarkDetect(b *testing.B) {
	s, err := openSource(benchText(b), nil)
	if err != nil {
		b.Fatal(err)
	}
	defer s.close()
	for b.Loop() {
		if _, err := s.detect(); err != nil {
			b.Fatal(err)
		}
	}
}

// What BenchmarkWorkbook is held against: excelize walking the rows, and nothing else.
func BenchmarkExcelizeAlone(b *testing.B) {
	name := benchBook(b)
	b.ReportAllocs()
	for b.Loop() {
		if rows := walkAlone(b, name); rows != benchRows+1 {
			b.Fatal(rows)
		}
	}
}

func walkAlone(b *testing.B, name string) int {
	b.Helper()
	file, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	book, err := excelize.OpenReader(file, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	walk, err := book.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	rows := 0
	for walk.Next() {
		if _, err := walk.Columns(); err != nil {
			b.Fatal(err)
		}
		rows++
	}
	return rows
}
