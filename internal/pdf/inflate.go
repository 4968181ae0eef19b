package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Content gives what a stream holds.
func (f *File) Content(s Stream) ([]byte, error) {
	filters, parameters := f.array(s.Dict["Filter"]), f.array(s.Dict["DecodeParms"])
	if one, is := f.Resolved(s.Dict["Filter"]).(Name); is {
		filters, parameters = Array{one}, Array{s.Dict["DecodeParms"]}
	}
	data := s.raw
	if !f.spend(&f.left.inflated, len(data)) {
		return nil, ErrTooMuch
	}
	for i, filter := range filters {
		if f.Resolved(filter) != Name("FlateDecode") {
			return nil, ErrDamaged
		}
		var err error
		if data, err = f.inflated(data); err != nil {
			return nil, err
		}
		if i < len(parameters) {
			if data, err = unpredicted(data, f.dict(parameters[i])); err != nil {
				return nil, err
			}
		}
	}
	return data, nil
}

// inflated inflates twice: it takes room for what there is, once it knows that it may.
func (f *File) inflated(data []byte) ([]byte, error) {
	open := func() io.Reader {
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return bytes.NewReader(nil)
		}
		return io.LimitReader(r, int64(f.left.inflated)+1)
	}
	n, err := io.Copy(io.Discard, open())
	if err != nil || n > 0 && int(n) > f.left.inflated {
		f.spend(&f.left.inflated, int(n))
		return nil, f.failure()
	}
	all := make([]byte, n)
	if _, err := io.ReadFull(open(), all); err != nil {
		return nil, ErrDamaged
	}
	f.spend(&f.left.inflated, len(all))
	return all, nil
}

// unpredicted undoes what PNG does to rows, as the tables of objects have it.
func unpredicted(data []byte, parameters Dict) ([]byte, error) {
	predictor, given := parameters["Predictor"].(int)
	if !given || predictor == 1 {
		return data, nil
	}
	columns, _ := parameters["Columns"].(int)
	if predictor < 10 || columns < 1 || columns > 1<<12 {
		return nil, ErrDamaged
	}
	for _, name := range []Name{"Colors", "BitsPerComponent"} {
		if n, given := parameters[name].(int); given && n != map[Name]int{"Colors": 1, "BitsPerComponent": 8}[name] {
			return nil, ErrDamaged
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
