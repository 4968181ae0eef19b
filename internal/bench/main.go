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

func main() {
	pairs := flag.Int("n", 7, "`pairs` of runs to time")
	rows := flag.Int("rows", 50_000, "EPCIs in the counts files")
	large := flag.Bool("large", true, "time the file of 1,000,000 schools too (it takes 190 MB of the temporary folder)")
	strict := flag.Bool("strict", false, "exit 1 when a ratio is over its limit")
	flag.Parse()
	over, err := bench(*pairs, *rows, *large)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	if over && *strict {
		os.Exit(1)
	}
}

// bench builds the programs and makes the inputs in a temporary folder, compares, prints.
// It tells whether a ratio is over its limit.
func bench(pairs, rows int, large bool) (over bool, err error) {
	dir, err := os.MkdirTemp("", "entcalc-bench-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	if err := build(dir); err != nil {
		return false, err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tentcalc\tlimit\tbaseline\tratio\tlimit\tmemory\tlimit\t\tbaseline's\tCPU ratio")
	var before measurement
	for _, c := range comparisons(pairs, rows, large) {
		m, err := c.measure(dir)
		if err != nil {
			return false, err
		}
		if c.twice {
			c.mostPeak = 2 * before.entcalc.peak
		}
		verdict := "ok"
		if c.isOver(m) {
			verdict, over = "OVER", true
		}
		fmt.Fprintf(w, "%s\t%.1f ms\t%s\t%.1f ms\t%.2f\t%s\t%s\t%s\t%s\t%s\t%.2f\n", c.what,
			m.entcalc.ms, limit("%.0f ms", c.mostMS), m.baseline.ms, m.ratio, limit("%.2f", c.limit),
			mib(m.entcalc.peak), mib(c.mostPeak), verdict, mib(m.baseline.peak), m.cpuRatio)
		before = m
	}
	return over, w.Flush()
}

// isOver tells whether a measurement is over a limit of its comparison.
func (c comparison) isOver(m measurement) bool {
	return c.limit > 0 && m.ratio > c.limit || c.mostMS > 0 && m.entcalc.ms > c.mostMS ||
		c.mostPeak > 0 && m.entcalc.peak >= c.mostPeak
}

// limit writes a limit; "" where there is none.
func limit(format string, most float64) string {
	if most == 0 {
		return ""
	}
	return fmt.Sprintf(format, most)
}

// build makes entcalc, the baselines and the maker of inputs, all in the same way.
func build(dir string) error {
	const module = "github.com/entcalc/entcalc"
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", dir+string(filepath.Separator),
		module,
		module+"/internal/bench/make-inputs",
		module+"/internal/bench/price-hundred",
		module+"/internal/bench/baseline-cobra",
		module+"/internal/bench/baseline-csv",
		module+"/internal/bench/baseline-read",
		module+"/internal/bench/baseline-xlsx")
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return c.Run()
}
