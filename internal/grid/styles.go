package grid

import (
	"strconv"
	"strings"
)

// dateStyles tells of each of the workbook's cell styles whether it shows a number as a
// date or a time. A workbook without a part for styles has none.
func (p *pack) dateStyles(part string) ([]bool, error) {
	if part == "" {
		return nil, nil
	}
	data, err := p.read(part, mostPart*2)
	if err != nil {
		return nil, err
	}
	custom := map[int]bool{} // formats of the workbook's own
	var ids []int            // the format of each style
	err = p.walk(part, data, func(m *markup) error {
		format, style := m.inside("styleSheet", "numFmts", "numFmt"), m.inside("styleSheet", "cellXfs", "xf")
		if !format && !style {
			return nil
		}
		values, err := m.values("numFmtId", "formatCode")
		if err != nil {
			return err
		}
		id, err := strconv.Atoi(values[0])
		if err != nil && values[0] != "" {
			return errMarkup
		}
		if format {
			custom[id] = isDateFormat(values[1])
		} else {
			ids = append(ids, id)
		}
		return nil
	})
	dates := make([]bool, len(ids))
	for i, id := range ids {
		date, own := custom[id]
		dates[i] = date || !own && isDateID(id)
	}
	return dates, err
}

// isDateID tells which of the formats that every workbook has, by number, are dates and
// times, those of other countries included (ECMA-376, 18.8.30).
func isDateID(id int) bool {
	return 14 <= id && id <= 22 || 27 <= id && id <= 36 || 45 <= id && id <= 47 || 50 <= id && id <= 58
}

// isDateFormat looks for a day, month, year, hour or second in a number format, outside
// what is shown as it stands: "…", \x, _x, *x, and [Red] but not [h].
func isDateFormat(format string) bool {
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + len(upTo(format[i+1:], '"'))
		case '[':
			code := upTo(format[i+1:], ']')
			if isElapsed(code) {
				return true
			}
			i += 1 + len(code)
		case 'd', 'm', 'y', 'h', 's', 'D', 'M', 'Y', 'H', 'S':
			return true
		}
	}
	return false
}

// upTo is what stands before the next c, or all.
func upTo(s string, c byte) string {
	before, _, _ := strings.Cut(s, string(c))
	return before
}

// isElapsed tells a time that is not bounded by the day: [h], [mm], [ss].
func isElapsed(code string) bool {
	for i := range len(code) {
		if c := code[i] | 0x20; c != code[0]|0x20 || c != 'h' && c != 'm' && c != 's' {
			return false
		}
	}
	return code != ""
}
