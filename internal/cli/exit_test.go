package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"govfootprint/internal/config"
)

func TestEveryEndHasItsStatus(t *testing.T) {
	for _, tc := range []struct {
		err    error
		status ExitStatus
		says   string
	}{
		{nil, ExitDone, ""},
		{errors.New("a.csv: there is no such file or folder"), ExitFailed, "govfootprint: a.csv: there is no such file or folder\n"},
		{
			fmt.Errorf("inputs: %w", &usageError{"govfootprint assess", phrase("%s is given twice", "a.csv")}), ExitUsage,
			"govfootprint: a.csv is given twice\nTry 'govfootprint assess --help'.\n",
		},
		{
			&config.Error{Problems: []config.Problem{{Origin: config.Origin{Flag: "users"}, Why: errors.New("no number")}}}, ExitUsage,
			"govfootprint: 1 setting cannot be used\nflag --users: no number\n",
		},
		{&reportedError{ExitIncomplete}, ExitIncomplete, ""},
		{fmt.Errorf("reading: %w", context.Canceled), ExitFailed, "govfootprint: interrupted; no report was written\n"},
	} {
		streams, _, _, errOut := Test()
		sayWhy(streams, tc.err)
		if got := statusOf(tc.err); got != tc.status {
			t.Errorf("%v: status %d, want %d", tc.err, got, tc.status)
		}
		if got := errOut.String(); got != tc.says {
			t.Errorf("%v: said %q, want %q", tc.err, got, tc.says)
		}
	}
}

// A defect of the program must never look like the person's.
func TestAPanicIsReportedAsADefect(t *testing.T) {
	streams, _, _, errOut := Test()
	app := &App{Streams: streams, Build: Build{Version: "v1.2.3"}} // without a clock, which lint asks for
	if status := app.Run(context.Background(), []string{"factors", "lint"}); status != ExitFailed {
		t.Errorf("status %d, want %d", status, ExitFailed)
	}
	for _, part := range []string{"this is a defect in the program, not in your files", "CONTRIBUTING.md", "v1.2.3", "goroutine"} {
		if !strings.Contains(errOut.String(), part) {
			t.Errorf("the report does not hold %q:\n%s", part, errOut)
		}
	}
}

func TestAnInterruptIsSaidToBeOne(t *testing.T) {
	streams, _, _, errOut := Test()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	app := &App{Streams: streams}
	if status := app.Run(ctx, []string{"assess", "nowhere.csv"}); status != ExitFailed {
		t.Errorf("status %d, want %d", status, ExitFailed)
	}
	if got, want := errOut.String(), "govfootprint: interrupted; no report was written\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

// cancelling is standard input whose end is the moment of the interrupt.
type cancelling struct {
	text   *strings.Reader
	cancel context.CancelFunc
}

func (c cancelling) Read(p []byte) (int, error) {
	n, err := c.text.Read(p)
	if errors.Is(err, io.EOF) {
		c.cancel()
	}
	return n, err
}

func TestAnInterruptWhileReadingLeavesNothingBehind(t *testing.T) {
	t.Chdir(t.TempDir())
	streams, _, out, errOut := Test()
	ctx, cancel := context.WithCancel(context.Background())
	streams.In = cancelling{strings.NewReader("category,quantity\nlaptop,1\n"), cancel}
	app := &App{Streams: streams, Now: time.Now}
	args := []string{"assess", "-", "--period", "2025", "--country", "GB", "-o", "report.json", "--problems", "problems.csv"}
	if status := app.Run(ctx, args); status != ExitFailed {
		t.Errorf("status %d, want %d", status, ExitFailed)
	}
	if got, want := errOut.String(), "govfootprint: interrupted; no report was written\n"; got != want || out.Len() > 0 {
		t.Errorf("said %q and wrote %q, want %q alone", got, out, want)
	}
	if left := entries(t, "."); left != "" {
		t.Errorf("left behind: %s", left)
	}
}
