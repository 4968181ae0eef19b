package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A sample is one run of a program.
type sample struct {
	ms   float64 // from start to end
	cpu  float64 // milliseconds of processor, on all cores: what a busy machine moves least
	peak int64   // bytes of memory that the process held at most; 0 is unknown
}

// A measurement is what came out of a comparison: medians, and the highest peaks.
type measurement struct {
	entcalc, baseline sample
	ratio, cpuRatio   float64
}

// measure makes the input in dir, then runs the two programs in turn.
func (c comparison) measure(dir string) (measurement, error) {
	var m measurement
	if c.input != nil {
		if _, err := run(dir, append([]string{"make-inputs"}, c.input...)); err != nil {
			return m, err
		}
	}
	var ours, theirs, ratios, cpuRatios []float64
	for pair := range c.pairs + 1 {
		b, err := run(dir, c.baseline)
		if err != nil {
			return m, err
		}
		e, err := run(dir, c.entcalc)
		if err != nil {
			return m, err
		}
		if pair == 0 {
			continue // files and programs come into the system's cache
		}
		ours, theirs = append(ours, e.ms), append(theirs, b.ms)
		ratios, cpuRatios = append(ratios, e.ms/b.ms), append(cpuRatios, e.cpu/b.cpu)
		m.entcalc.peak, m.baseline.peak = max(m.entcalc.peak, e.peak), max(m.baseline.peak, b.peak)
	}
	m.entcalc.ms, m.baseline.ms = median(ours), median(theirs)
	m.ratio, m.cpuRatio = median(ratios), median(cpuRatios)
	return m, nil
}

// run runs a program of dir, its output to the null device, in dir and without the
// user's settings.
func run(dir string, args []string) (sample, error) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return sample{}, err
	}
	defer null.Close()
	var said bytes.Buffer
	c := exec.Command(filepath.Join(dir, args[0]), args[1:]...)
	c.Dir, c.Stdout, c.Stderr = dir, null, &said
	c.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "ENTCALC_") })
	start := time.Now()
	if err := c.Run(); err != nil {
		return sample{}, fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, said.String())
	}
	took, p := time.Since(start), c.ProcessState
	return sample{milliseconds(took), milliseconds(p.UserTime() + p.SystemTime()), peak(p)}, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

func mib(bytes int64) string {
	if bytes == 0 {
		return ""
	}
	return fmt.Sprintf("%.0f MiB", float64(bytes)/(1<<20))
}
