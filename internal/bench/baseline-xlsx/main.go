// Command baseline-xlsx walks the rows of a workbook's first sheet: the least that reading
// a workbook with excelize takes.
package main

import (
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := walk(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "baseline-xlsx:", err)
		os.Exit(1)
	}
}

func walk(path string) error {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return err
	}
	cells := 0
	for rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return err
		}
		cells += len(row)
	}
	fmt.Println(cells)
	return rows.Error()
}
