package grid

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strings"
)

// A splitter reads the records of a text as encoding/csv does. It leaves to encoding/csv
// the records that have a quote; it parts the others itself, in a third of the time.
type splitter struct {
	in    *bufio.Reader
	csv   *csv.Reader // reads from in, too
	comma byte

	cells  []string // of the record last read
	first  int      // the line where it begins, from 1
	quoted bool     // encoding/csv read it
	lines  int      // read so far
	bytes  int64    // read so far
	ofCSV  int      // of the lines, those that encoding/csv read
}

func newSplitter(r io.Reader, comma rune) *splitter {
	in := bufio.NewReaderSize(r, readAhead)
	return &splitter{in: in, csv: newCSV(in, comma), comma: byte(comma)} // which takes a bufio.Reader as it is
}

// next gives the next record, in a slice that it uses again.
func (s *splitter) next() ([]string, error) {
	for {
		line, ok := s.plainLine()
		if !ok {
			return s.readQuoted()
		}
		if line == "" {
			continue
		}
		s.quoted, s.first, s.cells = false, s.lines, s.cells[:0]
		for {
			end := strings.IndexByte(line, s.comma)
			if end < 0 {
				s.cells = append(s.cells, line)
				return s.cells, nil
			}
			s.cells = append(s.cells, line[:end])
			line = line[end+1:]
		}
	}
}

// plainLine reads the next line, if it is whole in what is read ahead and has no quote.
func (s *splitter) plainLine() (string, bool) {
	ahead, _ := s.in.Peek(s.in.Buffered())
	end := bytes.IndexByte(ahead, '\n')
	if end < 0 {
		ahead, _ = s.in.Peek(readAhead) // an error comes again when encoding/csv reads
		end = bytes.IndexByte(ahead, '\n')
	}
	if end < 0 || bytes.IndexByte(ahead[:end], '"') >= 0 {
		return "", false
	}
	line := string(bytes.TrimSuffix(ahead[:end], []byte("\r")))
	n, _ := s.in.Discard(end + 1)
	s.lines++
	s.bytes += int64(n)
	return line, true
}

// readQuoted has encoding/csv read the next record.
func (s *splitter) readQuoted() ([]string, error) {
	before := s.csv.InputOffset()
	cells, err := s.csv.Read()
	s.bytes += s.csv.InputOffset() - before
	if err != nil {
		return nil, err
	}
	first, _ := s.csv.FieldPos(0)
	s.quoted, s.first, s.cells = true, s.lines-s.ofCSV+first, append(s.cells[:0], cells...)
	last := first
	for _, c := range cells {
		last += strings.Count(c, "\n")
	}
	s.lines, s.ofCSV = s.lines+last-s.ofCSV, last
	return s.cells, nil
}

// position gives the line of cell i, from 1, and the bytes before it on that line; within
// are the bytes of the cells before it.
func (s *splitter) position(i, within int) (line, before int) {
	if !s.quoted {
		return s.first, within + i
	}
	first, _ := s.csv.FieldPos(0)
	line, column := s.csv.FieldPos(i)
	return s.first + line - first, column - 1
}
