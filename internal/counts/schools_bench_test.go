package counts

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/bench/inputs"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
)

// manySchools is the ministry's file, as large as it is: 48,500 schools of each rentrée, in
// all communes of the mainland in turn.
func manySchools(b *testing.B, rentrees ...int) string {
	b.Helper()
	c, err := territory.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	var communes []inputs.Commune
	for code := range 96_000 {
		if found, way := c.ByCode(fmt.Sprintf("%05d", code)); way == territory.Code && found.EPCI != nil {
			communes = append(communes, inputs.Commune{Department: found.Department, Name: strings.ToUpper(found.Name)})
		}
	}
	file := write(b, "")[0]
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(inputs.WriteCSV(f, inputs.Schools(communes, 48_500, rentrees...)), f.Close()); err != nil {
		b.Fatal(err)
	}
	return file
}

func benchmarkSchools(b *testing.B, rentrees ...int) {
	file := manySchools(b, rentrees...)
	b.ReportAllocs()
	for b.Loop() {
		var found diag.List
		table, err := Read(Options{Files: []string{file}}, tariffs(), pickFrom2026, &found)
		if err != nil || found.Err() != nil || len(table.Rows) < 1000 {
			b.Fatal(err, found.All(), len(table.Rows))
		}
	}
}

func BenchmarkReadSchools(b *testing.B) { benchmarkSchools(b, 2024) }

// Six rentrées, the oldest first: what is held is dropped five times.
func BenchmarkReadSixRentrees(b *testing.B) { benchmarkSchools(b, 2019, 2020, 2021, 2022, 2023, 2024) }

// What encoding/csv alone takes for the file of one rentrée.
func BenchmarkSchoolsCSVAlone(b *testing.B) {
	file := manySchools(b, 2024)
	b.ReportAllocs()
	for b.Loop() {
		f, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.Comma, r.ReuseRecord = ';', true
		for err == nil {
			_, err = r.Read()
		}
		if closing := f.Close(); closing != nil || !errors.Is(err, io.EOF) {
			b.Fatal(err, closing)
		}
	}
}
