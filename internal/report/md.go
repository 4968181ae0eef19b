package report

import (
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
)

// pullRequest is how long the text of a pull request may be. It is held in bytes, the
// strictest of the ways to count its characters.
const pullRequest = 65_536

// asMarkdown is for a pull request: what matters first, and never more than it takes.
func asMarkdown() Format[Run] {
	return Format[Run]{
		Name: "md", Ext: ".md", Since: true, Write: writeMarkdown, Figures: figuresOfMarkdown, Beside: besideMarkdown,
	}
}

// A markdown makes the document out of what a terminal would be told: the same words,
// escaped.
type markdown struct {
	*terminal // for its words: nothing is written to it
	run       Run
	room      int // bytes left
}

// A section is a part of the document; it holds back the last of its blocks where
// there is no room for all.
type section struct {
	title    text.Phrase
	open     string // before the blocks
	blocks   int
	block    func(i int) string
	end      string                       // after them
	heldBack func(blocks int) text.Phrase // says how many are not there
}

func writeMarkdown(w io.Writer, r Run) error { return writeMarkdownAfter(w, "", r) }

// writeMarkdownAfter writes the document after another one, which is never held back.
func writeMarkdownAfter(w io.Writer, before string, r Run) error {
	m := markdown{terminal: newTerminal(io.Discard, r.Lang, 0, false), run: r}
	head, closing := before+m.head(), m.closing()
	sections := []section{m.summarySection(), m.sinceSection(), m.itemsSection(), m.schoolsSection(), m.sourcesSection(), m.noticesSection()}
	m.room = pullRequest - len(head) - len(closing)
	for _, s := range sections {
		m.room -= len(m.frame(s, "", s.blocks))
	}
	const share = pullRequest / 8 // what sources and notices may take from the figures
	written := make([]string, len(sections))
	for _, i := range []int{4, 5, 0, 1, 2, 3} { // those that come first have room first
		most := pullRequest
		if i > 3 {
			most = share
		}
		written[i] = m.fill(sections[i], most)
	}
	at := len(written) // the signature ends a statement; the annexes of a call follow it
	if r.Call {
		at = 3
	}
	written = slices.Insert(written, at, closing)
	_, err := io.WriteString(w, head+strings.Join(written, ""))
	return err
}

// fill writes a section with as many blocks as there is room for.
func (m *markdown) fill(s section, most int) string {
	var b strings.Builder
	written := 0
	for ; written < s.blocks; written++ {
		block := s.block(written)
		if len(block) > min(m.room, most-b.Len()) {
			break
		}
		m.room -= len(block)
		b.WriteString(block)
	}
	return m.frame(s, b.String(), s.blocks-written)
}

// frame writes a section around its blocks, and how many were held back.
func (m *markdown) frame(s section, blocks string, heldBack int) string {
	if s.blocks == 0 {
		return ""
	}
	framed := "\n## " + m.escaped(s.title) + "\n" + s.open + blocks + s.end
	if heldBack > 0 {
		framed += "\n" + m.escaped(s.heldBack(heldBack)) + "\n"
	}
	return framed
}

func (m *markdown) escaped(p text.Phrase) string { return mdText(m.say(p)) }

// mdRule is the part under a column's title that says on which side its cells stand.
func mdRule(right bool) string {
	if right {
		return "--:|"
	}
	return "---|"
}

// mdRow is a row of a table.
func mdRow(bold bool, cells []string) string {
	var b strings.Builder
	for _, cell := range cells {
		cell = mdText(strings.TrimSpace(cell))
		if bold && cell != "" {
			cell = "**" + cell + "**"
		}
		b.WriteString("| " + cell + " ")
	}
	return b.String() + "|\n"
}

// mdText escapes a text for Markdown and for the HTML that it may hold: marks, links,
// the borders of tables, what makes a host link by itself (@name, #12, www., http:),
// and what cannot be seen. Line breaks are among those.
func mdText(s string) string {
	s = text.Safe(s)
	if !strings.ContainsAny(s, "\\`*_[]<>&|~#@:$!") && !strings.Contains(s, "www") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '$', '!':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return autolinks().Replace(b.String())
}

// autolinks parts what hosts turn into links although nothing marks it as one.
func autolinks() *strings.Replacer {
	return strings.NewReplacer("www.", `www\.`, "://", `\://`)
}
