package cmd

import (
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/entcalc/entcalc/internal/text"
)

// aMoment is how long a file may take before its progress is shown, and aGlance how
// often that is then shown.
const (
	aMoment = 700 * time.Millisecond
	aGlance = 100 * time.Millisecond
)

// progress shows on a terminal how far the reading of a file is, once it takes more
// than a moment; nil where nobody looks.
func (a *app) progress(file string) func(done, total int64) {
	if !a.Watched {
		return nil
	}
	started := time.Now()
	var bar *progressbar.ProgressBar
	return func(done, total int64) {
		if bar == nil {
			if done >= total || time.Since(started) < aMoment {
				return
			}
			bar = progressbar.NewOptions64(total,
				progressbar.OptionSetWriter(a.Err),
				progressbar.OptionSetWidth(20),
				progressbar.OptionSetDescription(text.Safe(filepath.Base(file))),
				progressbar.OptionSetPredictTime(false),
				progressbar.OptionThrottle(aGlance),
				progressbar.OptionClearOnFinish(),
			)
			a.bar = bar
		}
		_ = bar.Set64(done) // what cannot be shown is not missed
	}
}

// clearProgress takes away what a file left on the terminal that was not read to its end.
func (a *app) clearProgress() {
	if a.bar != nil {
		_ = a.bar.Clear() // the same
	}
}
