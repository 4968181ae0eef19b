package report

import (
	"bytes"
	"compress/zlib"
	"io"
)

// inflated gives what a stream holds.
func (f *pdfFile) inflated(s pdfStream) ([]byte, error) {
	filters, parameters := f.array(s.dict["Filter"]), f.array(s.dict["DecodeParms"])
	if one, is := f.resolved(s.dict["Filter"]).(pdfName); is {
		filters, parameters = pdfArray{one}, pdfArray{s.dict["DecodeParms"]}
	}
	data := s.raw
	if f.left -= len(data); f.left < 0 {
		return nil, errPDF
	}
	for i, filter := range filters {
		if f.resolved(filter) != pdfName("FlateDecode") {
			return nil, errPDF
		}
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, errPDF
		}
		data, err = io.ReadAll(io.LimitReader(r, int64(f.left)+1))
		if f.left -= len(data); err != nil || f.left < 0 {
			return nil, errPDF
		}
		if i < len(parameters) {
			if data, err = unpredicted(data, f.dict(parameters[i])); err != nil {
				return nil, err
			}
		}
	}
	return data, nil
}

// unpredicted undoes what PNG does to rows, as the tables of objects have it.
func unpredicted(data []byte, parameters pdfDict) ([]byte, error) {
	predictor, given := parameters["Predictor"].(int)
	if !given || predictor == 1 {
		return data, nil
	}
	columns, _ := parameters["Columns"].(int)
	if predictor < 10 || columns < 1 || columns > 1<<12 {
		return nil, errPDF
	}
	for _, name := range []pdfName{"Colors", "BitsPerComponent"} {
		if n, given := parameters[name].(int); given && n != map[pdfName]int{"Colors": 1, "BitsPerComponent": 8}[name] {
			return nil, errPDF
		}
	}
	above, all := make([]byte, columns), make([]byte, 0, len(data))
	for ; len(data) > columns; data = data[columns+1:] {
		row := data[1 : columns+1]
		left, corner := 0, 0
		for i := range row {
			up := int(above[i])
			switch data[0] {
			case 1:
				row[i] += byte(left)
			case 2:
				row[i] += byte(up)
			case 3:
				row[i] += byte((left + up) / 2)
			case 4:
				row[i] += byte(paeth(left, up, corner))
			}
			left, corner = int(row[i]), up
		}
		all, above = append(all, row...), row
	}
	return all, nil
}

// paeth is the neighbour nearest to left + up − corner.
func paeth(left, up, corner int) int {
	far := func(n int) int { return max(n-left-up+corner, left+up-corner-n) }
	switch {
	case far(left) <= far(up) && far(left) <= far(corner):
		return left
	case far(up) <= far(corner):
		return up
	default:
		return corner
	}
}
