package report

import "github.com/entcalc/entcalc/internal/text"

// Money writes an exact decimal of euros as people read it, with the decimals it has.
func Money(exact string) text.Phrase {
	return text.Phrase{FR: money(exact, text.French), EN: money(exact, text.English)}
}

// Number writes an exact decimal as people read it.
func Number(exact string) text.Phrase {
	return text.Phrase{FR: number(exact, text.French), EN: number(exact, text.English)}
}
