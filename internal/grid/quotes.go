package grid

import (
	"bytes"

	"github.com/entcalc/entcalc/internal/text"
)

// quoteFault finds what is wrong with the quotes of the record that b begins with:
// where a quote stands that no rule allows, or where one opens that is never closed.
// It parts cells as encoding/csv does, that tells the end of the file instead. The
// message is nil when the quotes are right.
func quoteFault(b []byte, comma byte) (int, *text.Message) {
	for at := 0; ; {
		if at >= len(b) || b[at] != '"' {
			end := at + cellEnd(b[at:], comma)
			if i := bytes.IndexByte(b[at:end], '"'); i >= 0 {
				m := text.StrayQuote()
				return at + i, &m
			}
			if end == len(b) || b[end] != comma {
				return 0, nil
			}
			at = end + 1
			continue
		}
		opened := at
		at = closingQuote(b, at+1)
		if at < 0 {
			m := text.UnclosedQuote(mostRecord >> 20)
			return opened, &m
		}
		rest := b[at+1:]
		switch {
		case len(rest) > 0 && rest[0] == comma:
			at += 2
		case cellEnd(rest, comma) == 0 || len(rest) > 1 && rest[0] == '\r' && rest[1] == '\n':
			return 0, nil
		default:
			m := text.StrayQuote()
			return at, &m
		}
	}
}

// cellEnd is where a cell without quotes ends: at a comma, a line's end or the last byte.
func cellEnd(b []byte, comma byte) int {
	for i, c := range b {
		if c == comma || c == '\n' {
			return i
		}
	}
	return len(b)
}

// closingQuote is where the quote that closes stands, two in a row being one of the
// cell's characters; -1 if there is none.
func closingQuote(b []byte, from int) int {
	for at := from; at < len(b); at++ {
		if b[at] != '"' {
			continue
		}
		if at+1 == len(b) || b[at+1] != '"' {
			return at
		}
		at++
	}
	return -1
}
