package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"govfootprint/internal/config"
)

// App is what every command works with. What costs something to have, such as
// settings and factor packs, is made when a command first asks for it.
type App struct {
	Streams *Streams
	Environ []string
	UserDir string           // the user's configuration directory, empty where there is none
	Now     func() time.Time // the clock, which only the command line reads
	Build   Build
}

// Run runs one command line, without the program's name. It never panics.
func (a *App) Run(ctx context.Context, args []string) (status ExitStatus) {
	defer func() {
		if cause := recover(); cause != nil {
			a.reportPanic(cause, debug.Stack())
			status = ExitFailed
		}
	}()
	a.Streams.adapt(a.Environ)
	root := newRootCommand(a) //nolint:contextcheck // commands are handed the context by ExecuteContext
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if ctx.Err() != nil && err != nil {
		err = fmt.Errorf("%w", context.Canceled) // whatever failed, failed because of it
	}
	sayWhy(a.Streams, err)
	return statusOf(err)
}

// reportPanic tells the person what to do about a defect of the program. The
// stack is what a maintainer needs; it holds no cell of the inventory. What a
// library says of its panic may, so that only its type is told.
func (a *App) reportPanic(cause any, stack []byte) {
	if _, ok := cause.(runtime.Error); !ok {
		cause = fmt.Sprintf("a panic of type %T", cause)
	}
	a.Streams.Messagef(`govfootprint: this is a defect in the program, not in your files: %v

No report was written. Please report it, with the command you typed and the lines below,
as CONTRIBUTING.md describes; leave out anything from your inventory.

%s
%s`, cause, a.Build, stack)
}

// settings reads what the person has set, with the flags of the command on top.
func (a *App) settings(flags *settingFlags) (*config.Settings, error) {
	return config.Load(config.Place{File: flags.file, UserDir: a.UserDir, Flags: flags.set, Environ: a.Environ})
}
