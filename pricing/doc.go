// Package pricing computes the yearly contribution of the members of a syndicat
// mixte for the schools' digital workspace (ENT), from a voted tariff.
//
// It is pure: no files, no clock, no text in any language. One walk goes through it:
//
//	Tariff + []Counts + Options → [Price] → Statement → Contributions → Items → Lines
//
// A [Line] is one multiplication, quantity × rate, rounded half up to the cent (rule
// R1); an [Item] is one component of the tariff for one member; a [Contribution] is
// what one member owes; a [Statement] is all of them. Everything above a line is a sum.
//
// What-ifs price more than once: [Compare] tells what two statements differ by, and
// why; [Solve] finds the rate that brings in what comes nearest to a target.
//
// Euros are [Cents], whole cents; rates are [Rate], exact decimals; counts are
// [Quantity]. No binary floating point is used anywhere.
//
// Rule numbers (R1 to R10) are those of the project's design; articles are those of
// "Version 4 – 13/05/19", the text that the default tariff comes from.
package pricing
