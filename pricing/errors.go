package pricing

import "fmt"

// RowErrors are all that keeps rows from being priced, in their order; a row may have
// several. [errors.Is] and [errors.As] look into each.
type RowErrors []RowError

// A RowError says what is wrong with one row of counts; its reader knows the place.
type RowError struct {
	Row int   // from 0
	Err error // one of the errors below, or ErrTooLarge
}

func (e RowErrors) Error() string {
	text := fmt.Sprintf("%d errors in the counts", len(e))
	if len(e) > 0 {
		text += "; first, " + e[0].Error()
	}
	return text
}

// Unwrap gives each error of each row.
func (e RowErrors) Unwrap() []error {
	all := make([]error, len(e))
	for i := range e {
		all[i] = e[i]
	}
	return all
}

func (e RowError) Error() string { return fmt.Sprintf("row %d: %v", e.Row, e.Err) }

func (e RowError) Unwrap() error { return e.Err }

// MissingError says that a component is charged and the count it is charged on is not
// there. Where rule R2 supplies what is new, the basis is the one that it is taken from.
type MissingError struct {
	Basis     Basis
	Component string
}

func (e MissingError) Error() string { return fmt.Sprintf("%s needs %s", e.Component, e.Basis) }

// RangeError says that a count is below 0 or over [MaxQuantity], or euros below 0 or
// over [MaxEuros]. Field is a basis, a component, "subsidy" or "voted".
type RangeError struct{ Field string }

func (e RangeError) Error() string { return e.Field + " is out of range" }

// AboveError says that a part is more than its whole: new pupils than pupils (R6),
// units declared than the year's (R3; Component is then theirs).
type AboveError struct {
	Basis     Basis // of the part
	Component string
	Part      Quantity
	Whole     Quantity
}

func (e AboveError) Error() string {
	part := string(e.Basis)
	if e.Component != "" {
		part = e.Component + " on " + part
	}
	return fmt.Sprintf("%s: %d of %d", part, e.Part, e.Whole)
}

// ChoiceError says that a row tells of a component what cannot be told of it (R3, R4):
// a choice of a mandatory one, of one at cost or of none of the tariff's, units of one
// that it refuses or that is not counted, euros of one that has a rate.
type ChoiceError struct {
	Component string
	Err       error // ErrMandatory, ErrCost, ErrUnknown, ErrRefused, ErrUndeclarable or ErrNotCost
}

func (e ChoiceError) Error() string { return e.Component + ": " + e.Err.Error() }

func (e ChoiceError) Unwrap() error { return e.Err }

// SubsidyError says that a member's subsidies are more than its gross contribution (R5).
type SubsidyError struct{ Gross, Subsidy Cents }

// Excess is by how much.
func (e SubsidyError) Excess() Cents { return e.Subsidy - e.Gross }

func (e SubsidyError) Error() string {
	return fmt.Sprintf("the subsidy %s exceeds the gross %s by %s", e.Subsidy, e.Gross, e.Excess())
}
