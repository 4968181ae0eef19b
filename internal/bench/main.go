// Command bench times entcalc beside programs that do the least that has to be done, and
// prints the ratios (make bench).
//
// Whole processes are timed, in turn: a baseline, entcalc, a baseline, entcalc… A ratio is
// the median of the ratios of neighbours, so that what else the machine does weighs on both;
// it means little all the same on a machine that is busy. The ratio of processor time is
// shown beside it, without a limit.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"text/tabwriter"
)

// A comparison is one row of the report.
type comparison struct {
	what              string
	entcalc, baseline []string // program and arguments
	limit             float64  // of the ratio
	pairs             int      // timed, after one that is not
}

func main() {
	pairs := flag.Int("n", 7, "`pairs` of runs to time")
	rows := flag.Int("rows", 50_000, "EPCIs in the counts files")
	strict := flag.Bool("strict", false, "exit 1 when a ratio is over its limit")
	flag.Parse()
	over, err := bench(*pairs, *rows)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	if over && *strict {
		os.Exit(1)
	}
}

// bench builds the programs and the inputs in a temporary folder, compares, prints. It
// tells whether a ratio is over its limit.
func bench(pairs, rows int) (over bool, err error) {
	dir, err := os.MkdirTemp("", "entcalc-bench-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	if err := build(dir); err != nil {
		return false, err
	}
	csv, xlsx := filepath.Join(dir, "counts.csv"), filepath.Join(dir, "counts.xlsx")
	if _, err := run(dir, []string{"make-inputs", fmt.Sprint(rows), csv, xlsx}); err != nil {
		return false, err
	}

	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tentcalc\tbaseline\tratio\tlimit\t\tCPU ratio\tmemory\tbaseline's")
	for _, c := range comparisons(pairs, rows, csv, xlsx) {
		m, err := measure(dir, c)
		if err != nil {
			return false, err
		}
		verdict := "ok"
		if m.ratio > c.limit {
			verdict, over = "OVER", true
		}
		fmt.Fprintf(w, "%s\t%.1f ms\t%.1f ms\t%.2f\t%.1f\t%s\t%.2f\t%s\t%s\n", c.what, m.entcalc.ms, m.baseline.ms,
			m.ratio, c.limit, verdict, m.cpuRatio, mib(m.entcalc.peak), mib(m.baseline.peak))
	}
	return over, w.Flush()
}

func comparisons(pairs, rows int, csv, xlsx string) []comparison {
	return []comparison{
		{
			what:     "version / an empty cobra program",
			entcalc:  []string{"entcalc", "version"},
			baseline: []string{"baseline-cobra"},
			limit:    2.5,
			pairs:    5 * pairs, // a few milliseconds each
		},
		{
			what:     fmt.Sprintf("calc, %d rows of CSV / encoding/csv and one more column", rows),
			entcalc:  []string{"entcalc", "calc", csv, "-f", "csv"},
			baseline: []string{"baseline-csv", csv},
			limit:    6,
			pairs:    pairs,
		},
		{
			what:     fmt.Sprintf("calc, %d rows of XLSX / excelize walking the rows", rows),
			entcalc:  []string{"entcalc", "calc", xlsx, "-f", "csv"},
			baseline: []string{"baseline-xlsx", xlsx},
			limit:    1.2,
			pairs:    pairs,
		},
	}
}

// build makes entcalc, the baselines and the maker of inputs, all in the same way.
func build(dir string) error {
	const module = "github.com/entcalc/entcalc"
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", dir+string(filepath.Separator),
		module,
		module+"/internal/bench/make-inputs",
		module+"/internal/bench/baseline-cobra",
		module+"/internal/bench/baseline-csv",
		module+"/internal/bench/baseline-xlsx")
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return c.Run()
}
