// Package inputs makes up files to time programs on: the same ones whenever it is asked.
//
//	inputs.WriteCSV(w, inputs.Schools(48_500, 2024))
//
// A cell is a string or an int.
package inputs

import (
	"bufio"
	"fmt"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// WriteCSV writes rows as the ministry does: parted by semicolons, without quotes.
func WriteCSV(w io.Writer, rows iter.Seq[[]any]) error {
	b := bufio.NewWriter(w) // keeps the first error until Flush
	for row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			fmt.Fprint(b, cell)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// WriteWorkbook writes rows as the only sheet of a workbook.
func WriteWorkbook(w io.Writer, rows iter.Seq[[]any]) error {
	f := excelize.NewFile()
	defer f.Close()
	s, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	at := 0
	for row := range rows {
		at++
		if err := s.SetRow(fmt.Sprintf("A%d", at), row); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}
