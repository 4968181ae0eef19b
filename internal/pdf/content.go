package pdf

import "bytes"

// mostOperands is twice what an operator of the standard takes.
const mostOperands = 64

// Operators gives, one after the other, the operators of what draws a page, until do fails.
// The operands are valid until do returns. [ErrDamaged] is for what no operator ends.
func Operators(content []byte, do func(operator Keyword, operands []Value) error) error {
	l := &lexer{content, 0}
	operands := make([]Value, 0, mostOperands)
	for {
		l.space()
		if l.at >= len(l.b) {
			return nil
		}
		v, err := l.value()
		if err != nil {
			return err
		}
		operator, is := v.(Keyword)
		if !is || isReal(operator) {
			if len(operands) == mostOperands {
				return ErrDamaged
			}
			operands = append(operands, v)
			continue
		}
		if err := do(operator, operands); err != nil {
			return err
		}
		if operator == "ID" { // a picture's bytes are no operators
			l.at += max(bytes.Index(l.b[l.at:], []byte("EI")), 0)
		}
		operands = operands[:0]
	}
}

// isReal tells the keyword that is a real.
func isReal(k Keyword) bool {
	return k != "" && (k[0] >= '0' && k[0] <= '9' || k[0] == '-' || k[0] == '+' || k[0] == '.')
}
