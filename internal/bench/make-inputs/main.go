// Command make-inputs writes a file for the programs measured to read: counts of so many
// EPCIs, or so many schools of each of some rentrées, as CSV or as a workbook.
//
//	make-inputs counts 50000 1 counts.csv
//	make-inputs schools 48500 1 schools.xlsx
//
// It is a program of its own so that the memory it takes is not counted as that of the
// programs measured.
package main

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"

	"github.com/entcalc/entcalc/internal/bench/inputs"
)

func main() {
	if err := makeInput(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "make-inputs:", err)
		os.Exit(1)
	}
}

func makeInput(args []string) error {
	if len(args) != 4 {
		return fmt.Errorf("want what, how many, of how many rentrées, and a file, have %q", args)
	}
	many, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	years, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	rows := inputs.Counts(many)
	if args[0] == "schools" {
		communes, err := communes()
		if err != nil {
			return err
		}
		rows = inputs.Schools(communes, many, rentrees(years)...)
	}
	return write(args[3], rows)
}

// rentrees are so many, newest first as the ministry has them.
func rentrees(n int) (all []int) {
	for i := range n {
		all = append(all, 2024-i)
	}
	return all
}

func write(path string, rows iter.Seq[[]any]) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	as := inputs.WriteCSV
	if filepath.Ext(path) == ".xlsx" {
		as = inputs.WriteWorkbook
	}
	if err := as(f, rows); err != nil {
		return err
	}
	return f.Close()
}
