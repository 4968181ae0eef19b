package grid

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
)

// sample is how much of a text tells its delimiter.
const sample = 64 << 10

// delimiters in the order in which they win when nothing tells them apart.
const delimiters = ";,\t|"

// delimiter finds what parts the cells of a text: that under which the caller knows a
// header, with the most cells; else that which gives the most cells, line after line.
func delimiter(text io.Reader, header func([]string) bool) (rune, error) {
	head := make([]byte, sample)
	n, err := io.ReadFull(text, head)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		head = head[:n]
	case err != nil:
		return 0, err
	default:
		head = head[:bytes.LastIndexByte(head, '\n')+1] // the last line is cut
	}
	best, bestCells, bestTable := ';', 0, 0
	for _, d := range delimiters {
		cells, table := shape(head, d, header)
		if cells > bestCells || cells == bestCells && table > bestTable {
			best, bestCells, bestTable = d, cells, table
		}
	}
	return best, nil
}

// shape tells what a text is under a delimiter: how many cells its header has, 0 if
// the caller knows none; how many cells are in lines of the most usual length, of two
// cells at least.
func shape(head []byte, d rune, header func([]string) bool) (headerCells, table int) {
	r := newCSV(bytes.NewReader(head), d)
	lines := map[int]int{} // by cells
	for {
		cells, err := r.Read()
		if err != nil { // a misplaced quote: what came before must do
			break
		}
		if headerCells == 0 && header != nil && header(cells) {
			headerCells = len(cells)
		}
		if len(cells) > 1 {
			lines[len(cells)]++
			table = max(table, lines[len(cells)]*len(cells))
		}
	}
	return headerCells, table
}

// newCSV makes a reader as strict as RFC 4180, that leaves the number of cells to its
// caller.
func newCSV(r io.Reader, d rune) *csv.Reader {
	c := csv.NewReader(r)
	c.Comma = d
	c.FieldsPerRecord = -1
	c.ReuseRecord = true
	return c
}
