// Command make-inputs writes the same counts as CSV and as a workbook:
//
//	make-inputs 50000 counts.csv counts.xlsx
//
// It is a program of its own so that the memory it takes is not counted as that of the
// programs measured.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := makeInputs(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "make-inputs:", err)
		os.Exit(1)
	}
}

func makeInputs(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("want a number of rows and two files, have %q", args)
	}
	rows, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	if err := writeCSV(args[1], rows); err != nil {
		return err
	}
	return writeWorkbook(args[2], rows)
}

func header() []string {
	return []string{"siren", "epci", "pupils", "schools", "new_pupils", "new_schools"}
}

// counts are the numbers of row i, new ones never above all.
func counts(i int) (pupils, schools, newPupils, newSchools int) {
	schools = 1 + i%97
	newSchools = schools / 3
	return schools * (80 + i%53), schools, newSchools * 80, newSchools
}

// siren makes row i's number: eight digits and their Luhn key.
func siren(i int) string {
	digits := strconv.Itoa(20_000_000 + i)
	sum := 0
	for at, r := range digits {
		d := int(r - '0')
		if at%2 == 1 { // every second digit from the right, the key being the first
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

func name(i int) string { return fmt.Sprintf("CC de l'Échantillon n° %d", i+1) }

func writeCSV(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for i, h := range header() {
		if i > 0 {
			w.WriteByte(';')
		}
		w.WriteString(h)
	}
	w.WriteByte('\n')
	for i := range rows {
		p, s, np, ns := counts(i)
		fmt.Fprintf(w, "%s;%s;%d;%d;%d;%d\n", siren(i), name(i), p, s, np, ns)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writeWorkbook(path string, rows int) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	var cells []any
	for _, h := range header() {
		cells = append(cells, h)
	}
	if err := w.SetRow("A1", cells); err != nil {
		return err
	}
	for i := range rows {
		p, s, np, ns := counts(i)
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), []any{siren(i), name(i), p, s, np, ns}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.SaveAs(path)
}
