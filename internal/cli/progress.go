package cli

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// longWork is how long reading may take before a person wants to see that it goes on.
const longWork = 700 * time.Millisecond

// progress returns what to tell the reader's progress to, and what to call at
// the end. Only a person who watches sees a bar, and only when the work is long.
func (a *App) progress(label string, quiet bool) (report func(done, total int64), finish func()) {
	if !a.Streams.ErrWatched || quiet {
		return func(int64, int64) {}, func() {}
	}
	started := a.Now()
	var bar *progressbar.ProgressBar
	report = func(done, total int64) {
		if bar == nil {
			if a.Now().Sub(started) < longWork {
				return
			}
			bar = progressbar.NewOptions64(total,
				progressbar.OptionSetWriter(a.Streams.Err),
				progressbar.OptionSetDescription(label),
				progressbar.OptionShowBytes(true),
				progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionClearOnFinish(),
				progressbar.OptionFullWidth(),
			)
		}
		_ = bar.Set64(done)
	}
	finish = func() {
		if bar != nil {
			_ = bar.Clear()
		}
	}
	return report, finish
}
