package main

import "fmt"

// A comparison is one row of the report.
type comparison struct {
	what              string
	input             []string // arguments of make-inputs, the file last; nil for no input
	entcalc, baseline []string // program and arguments; price-hundred is made of entcalc's parts
	limit             float64  // of the ratio; 0 for none
	twice             bool     // it takes less than twice the memory of the comparison before
	mostMS            float64  // of entcalc's time, in milliseconds; 0 for no limit
	mostPeak          int64    // of its memory, in bytes; 0 for no limit
	pairs             int      // timed, after one that is not
}

func comparisons(pairs, rows int, large bool) []comparison {
	all := []comparison{
		{
			what:     "version / an empty cobra program",
			entcalc:  []string{"entcalc", "version"},
			baseline: []string{"baseline-cobra"},
			limit:    2.5,
			pairs:    5 * pairs, // a few milliseconds each
		},
		calc("baseline-csv", 6, pairs, fmt.Sprintf("calc, %d EPCIs in CSV / encoding/csv and one more column", rows),
			"counts", fmt.Sprint(rows), "1", "counts.csv"),
		calc("baseline-xlsx", 1.2, pairs, fmt.Sprintf("calc, %d EPCIs in XLSX / excelize walking the rows", rows),
			"counts", fmt.Sprint(rows), "1", "counts.xlsx"),
		calc("baseline-xlsx", 1.15, pairs, "calc, 48,500 schools in XLSX / excelize walking the rows",
			"schools", "48500", "1", "schools.xlsx"),
		calc("baseline-read", 2.2, pairs, "calc, 48,500 schools in CSV / encoding/csv reading them",
			"schools", "48500", "1", "schools.csv"),
	}
	hundred := calc("entcalc", 1, pairs, "a hundred prices of 1,254 EPCIs / validate, 48,500 schools in CSV",
		"schools", "48500", "1", "schools.csv")
	hundred.entcalc, hundred.baseline = []string{"price-hundred", "1254"}, []string{"entcalc", "validate", "schools.csv"}
	all = append(all, hundred, toPDF(pairs))
	if large {
		one := calc("baseline-read", 2.2, min(pairs, 3), "calc, 166,667 schools of one rentrée / encoding/csv reading them",
			"schools", "166667", "1", "one.csv")
		six := calc("baseline-read", 2.2, min(pairs, 3), "calc, 1,000,000 schools of 6 rentrées / encoding/csv reading them",
			"schools", "166667", "6", "large.csv")
		six.twice = true
		all = append(all, one, six)
	}
	return all
}

// calc compares the contributions of what make-inputs makes with a baseline that is given
// the same file.
func calc(baseline string, limit float64, pairs int, what string, input ...string) comparison {
	file := input[len(input)-1]
	return comparison{
		what:     what,
		input:    input,
		entcalc:  []string{"entcalc", "calc", file, "-f", "csv"},
		baseline: []string{baseline, file},
		limit:    limit,
		pairs:    pairs,
	}
}

// toPDF makes the annex of all EPCIs, whose time and memory have limits of their own.
func toPDF(pairs int) comparison {
	c := calc("entcalc", 0, pairs, "calc, 1,255 EPCIs to PDF / to CSV", "counts", "1255", "1", "annex.csv")
	c.entcalc, c.baseline = []string{"entcalc", "calc", "annex.csv", "-o", "annex.pdf"}, c.entcalc
	c.mostMS, c.mostPeak = 1500, 200_000_000
	return c
}
