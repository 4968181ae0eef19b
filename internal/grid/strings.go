package grid

import (
	"github.com/entcalc/entcalc/internal/text"
)

const (
	mostShared = 400_000 // shared strings: excelize needs 3 µs and half a KiB for each
	mostCell   = 32_767  // characters of a cell, the most that a workbook can have
)

// countShared counts the workbook's shared strings, and refuses those that no
// spreadsheet program could have written.
func (p *pack) countShared(part string, data []byte) (int, error) {
	m, count, chars, root := newMarkup(data), 0, 0, false
	for {
		t, err := m.next()
		switch {
		case err != nil:
			return 0, p.source.markupError(part, err)
		case t == endOfPart && !root:
			return 0, p.source.markupError(part, errMarkup)
		case t == endOfPart:
			return count, nil
		case t == startTag && m.inside("sst"):
			root = true
		case t == startTag && m.inside("sst", "si"):
			count, chars = count+1, 0
		case t == charData:
			chars += m.chars
		}
		if count > mostShared {
			return 0, p.source.fault(text.TooManyStrings(mostShared))
		}
		if chars > mostCell && len(m.open) > 1 {
			return 0, p.source.fault(text.StringTooLong(mostCell))
		}
	}
}
