package grid

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/bench/inputs"
)

const benchRows = 50_000

// benchCSV and benchBook write rows to a file of the benchmark's own.
func benchCSV(b *testing.B, rows iter.Seq[[]any]) string {
	b.Helper()
	var t bytes.Buffer
	if err := inputs.WriteCSV(&t, rows); err != nil {
		b.Fatal(err)
	}
	return write(b, "bench.csv", t.Bytes())
}

func benchBook(b *testing.B, rows iter.Seq[[]any]) string {
	b.Helper()
	var t bytes.Buffer
	if err := inputs.WriteWorkbook(&t, rows); err != nil {
		b.Fatal(err)
	}
	return write(b, "bench.xlsx", t.Bytes())
}

// counts is a row per EPCI, with its SIREN, its name and four numbers; pupils is the
// ministry's file of one rentrée, of 28 columns.
func counts() iter.Seq[[]any] { return inputs.Counts(benchRows) }

func pupils() iter.Seq[[]any] {
	return inputs.Schools([]inputs.Commune{{Department: "35", Name: "VAL D'ANAST"}, {Department: "59", Name: "CAUDRY"}}, benchRows, 2024)
}

func benchHeader(cells []string) bool { return cells[0] == "siren" || cells[0] == "Rentrée scolaire" }

func benchWalk(b *testing.B, name string) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := Open(name, Options{Header: benchHeader})
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

func BenchmarkText(b *testing.B)            { benchWalk(b, benchCSV(b, counts())) }
func BenchmarkTextSchools(b *testing.B)     { benchWalk(b, benchCSV(b, pupils())) }
func BenchmarkWorkbook(b *testing.B)        { benchWalk(b, benchBook(b, counts())) }
func BenchmarkWorkbookSchools(b *testing.B) { benchWalk(b, benchBook(b, pupils())) }

// What BenchmarkTextSchools is held against: encoding/csv reading the file, and nothing else.
func BenchmarkCSVAlone(b *testing.B) {
	name := benchCSV(b, pupils())
	b.ReportAllocs()
	for b.Loop() {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.Comma = ';'
		for {
			_, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// The first walk over a text: encoding, line ends.
func BenchmarkDetect(b *testing.B) {
	s, err := openSource(benchCSV(b, pupils()), nil)
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

// What the walks over workbooks are held against: excelize walking the rows, and nothing
// else.
func benchAlone(b *testing.B, name string) {
	b.ReportAllocs()
	for b.Loop() {
		if rows := walkAlone(b, name); rows != benchRows+1 {
			b.Fatal(rows)
		}
	}
}

func BenchmarkExcelizeAlone(b *testing.B)        { benchAlone(b, benchBook(b, counts())) }
func BenchmarkExcelizeAloneSchools(b *testing.B) { benchAlone(b, benchBook(b, pupils())) }

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
