package report

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// glyphs tells the characters that a font has. What has none is printed by its number, as
// invisible characters are, where a reader would see but a box.
type glyphs struct {
	table    []byte // cmap of format 4, from its beginning
	segments int
}

// readGlyphs looks for the characters of a font of ours: TrueType, with a table for Unicode.
func readGlyphs(ttf []byte) glyphs {
	u16, u32 := binary.BigEndian.Uint16, binary.BigEndian.Uint32
	for i := range int(u16(ttf[4:])) {
		entry := ttf[12+16*i:]
		if string(entry[:4]) != "cmap" {
			continue
		}
		cmap := ttf[u32(entry[8:]):]
		for k := range int(u16(cmap[2:])) {
			table := cmap[u32(cmap[8+8*k:]):]
			if u16(table) == 4 {
				return glyphs{table, int(u16(table[6:]) / 2)}
			}
		}
	}
	return glyphs{}
}

// has tells whether the font has a character.
func (g glyphs) has(r rune) bool {
	if r >= 0xffff {
		return false
	}
	// The ends of the segments, a pad, their beginnings, and how codes are made glyphs of.
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(g.table[at:])) }
	ends, n := 14, 2*g.segments
	for at := ends; at < ends+n; at += 2 {
		if u16(at) < int(r) {
			continue
		}
		begins := u16(at + n + 2)
		if begins > int(r) {
			return false
		}
		add, offset := u16(at+2*n+2), u16(at+3*n+2)
		if offset == 0 {
			return (int(r)+add)&0xffff != 0
		}
		return u16(at+3*n+2+offset+2*(int(r)-begins)) != 0
	}
	return false
}

// lastCommon is the end of the characters that the font has all of, of those that are seen.
const lastCommon = 0x17f

// lacks tells what is printed by its number.
func (g glyphs) lacks(r rune) bool { return r > lastCommon && !g.has(r) }

// printable writes by its number what the font lacks, and a backslash where [glyphs.printed]
// would take it for such a number's.
func (g glyphs) printable(words string) string {
	if strings.IndexFunc(words, func(r rune) bool { return r == '\\' || g.lacks(r) }) < 0 {
		return words
	}
	numbered := numberOfRune()
	words = numbered.ReplaceAllStringFunc(words, func(number string) string {
		if g.printed(number) == number {
			return number
		}
		return fmt.Sprintf(`\u%04x`, '\\') + number[1:]
	})
	return escaped(words, g.lacks)
}

// printed takes back what printable does. The numbers of invisible characters stay: they
// were in the text.
func (g glyphs) printed(words string) string {
	if !strings.Contains(words, `\`) {
		return words
	}
	return numberOfRune().ReplaceAllStringFunc(words, func(number string) string {
		n, err := strconv.ParseInt(number[2:], 16, 32)
		if r := rune(n); err == nil && (r == '\\' || g.lacks(r) && !text.Invisible(r)) {
			return string(r)
		}
		return number
	})
}

func numberOfRune() *regexp.Regexp {
	return regexp.MustCompile(`\\u[0-9a-f]{4}|\\U[0-9a-f]{8}`)
}

// escaped writes some characters by their numbers, as [text.Safe] does.
func escaped(words string, which func(rune) bool) string {
	if strings.IndexFunc(words, which) < 0 {
		return words
	}
	var b strings.Builder
	for _, r := range words {
		switch {
		case !which(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
