package text

import "strings"

// EurosInWords writes an amount in cents, which is not negative, as a deed does: "mille
// quatre cents euros et dix centimes". French has hyphens between tens and units only, as
// before 1990. No cents are not said; nor are no euros, beside cents.
func EurosInWords(cents int64) Phrase {
	euros, rest := cents/100, cents%100
	switch {
	case rest == 0:
		return Phrase{frenchEuros(euros), englishEuros(euros)}
	case euros == 0:
		return Phrase{frenchCents(rest), englishCents(rest)}
	default:
		return Phrase{frenchEuros(euros) + " et " + frenchCents(rest), englishEuros(euros) + " and " + englishCents(rest)}
	}
}

// frenchEuros says "deux millions d'euros": a round million is a noun.
func frenchEuros(n int64) string {
	switch {
	case n < 2:
		return inFrench(n) + " euro"
	case n >= 1_000_000 && n%1_000_000 == 0:
		return inFrench(n) + " d'euros"
	default:
		return inFrench(n) + " euros"
	}
}

func frenchCents(n int64) string {
	if n == 1 {
		return "un centime"
	}
	return inFrench(n) + " centimes"
}

func englishEuros(n int64) string {
	if n == 1 {
		return "one euro"
	}
	return inEnglish(n) + " euros"
}

func englishCents(n int64) string {
	if n == 1 {
		return "one cent"
	}
	return inEnglish(n) + " cents"
}

// A scale is a power of a thousand that has a name.
type scale struct {
	size     int64
	fr, many string // in French, of one and of several; a number stands before both
	en       string
}

func scales() []scale {
	return []scale{
		{1_000_000_000_000_000, "billiard", "billiards", "quadrillion"},
		{1_000_000_000_000, "billion", "billions", "trillion"},
		{1_000_000_000, "milliard", "milliards", "billion"},
		{1_000_000, "million", "millions", "million"},
	}
}

// inFrench writes a number that is not negative.
func inFrench(n int64) string {
	if n == 0 {
		return "zéro"
	}
	var words []string
	for _, s := range scales() {
		switch count := n / s.size; {
		case count == 1:
			words = append(words, "un "+s.fr)
		case count > 1: // the name is a noun: quatre-vingts millions
			words = append(words, frenchHundreds(count, true)+" "+s.many)
		}
		n %= s.size
	}
	switch thousands := n / 1000; {
	case thousands == 1:
		words = append(words, "mille")
	case thousands > 1: // mille is no noun: quatre-vingt mille
		words = append(words, frenchHundreds(thousands, false)+" mille")
	}
	if n %= 1000; n > 0 {
		words = append(words, frenchHundreds(n, true))
	}
	return strings.Join(words, " ")
}

// frenchHundreds writes 1 to 999. Cent and vingt take an s where they are several and
// nothing but a noun follows.
func frenchHundreds(n int64, last bool) string {
	var words []string
	hundreds, rest := n/100, n%100
	switch {
	case hundreds == 1:
		words = append(words, "cent")
	case hundreds > 1 && rest == 0 && last:
		words = append(words, frenchUnits()[hundreds]+" cents")
	case hundreds > 1:
		words = append(words, frenchUnits()[hundreds]+" cent")
	}
	if rest > 0 {
		words = append(words, frenchTens(rest, last))
	}
	return strings.Join(words, " ")
}

// frenchTens writes 1 to 99: seventy and ninety count on from sixty and eighty.
func frenchTens(n int64, last bool) string {
	units := frenchUnits()
	if n < 20 {
		return units[n]
	}
	ten, unit := n/10, n%10
	names := []string{2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 7: "soixante", 8: "quatre-vingt", 9: "quatre-vingt"}
	if ten == 7 || ten == 9 {
		unit += 10
	}
	switch {
	case n == 80 && last:
		return "quatre-vingts"
	case unit == 0:
		return names[ten]
	case unit%10 == 1 && ten < 8: // but quatre-vingt-un, quatre-vingt-onze
		return names[ten] + " et " + units[unit]
	default:
		return names[ten] + "-" + units[unit]
	}
}

// frenchUnits are the names of 1 to 19.
func frenchUnits() []string {
	return []string{
		"", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
		"quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
	}
}

// inEnglish writes a number that is not negative, with "and" after hundreds.
func inEnglish(n int64) string {
	if n == 0 {
		return "zero"
	}
	var words []string
	for _, s := range append(scales(), scale{size: 1000, en: "thousand"}) {
		if count := n / s.size; count > 0 {
			words = append(words, englishHundreds(count)+" "+s.en)
		}
		n %= s.size
	}
	if n > 0 && n < 100 && len(words) > 0 {
		words = append(words, "and")
	}
	if n > 0 {
		words = append(words, englishHundreds(n))
	}
	return strings.Join(words, " ")
}

// englishHundreds writes 1 to 999.
func englishHundreds(n int64) string {
	units := []string{
		"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens := []string{2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
	var words []string
	if n >= 100 {
		words = append(words, units[n/100]+" hundred")
		if n%100 > 0 {
			words = append(words, "and")
		}
	}
	switch n %= 100; {
	case n > 19 && n%10 > 0:
		words = append(words, tens[n/10]+"-"+units[n%10])
	case n > 19:
		words = append(words, tens[n/10])
	case n > 0:
		words = append(words, units[n])
	}
	return strings.Join(words, " ")
}
