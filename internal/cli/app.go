package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"govfootprint/internal/config"
	"govfootprint/reports/wording"
)

// App is what every command works with. What costs something to have, such as
// settings and factor packs, is made when a command first asks for it.
type App struct {
	Streams *Streams
	Environ []string
	UserDir string           // the user's configuration directory, empty where there is none
	Now     func() time.Time // the clock, which only the command line reads
	Build   Build

	texts *wording.Catalogue // of the language that the person chose, once the command line is read
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
	if err := a.chooseLanguage(args); err != nil {
		sayWhy(a.Streams, err)
		return statusOf(err)
	}
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

// chooseLanguage settles the language of everything that is said, before the
// command line is understood: so that also what is wrong with it is said in it.
func (a *App) chooseLanguage(args []string) error {
	chosen, wrong := config.LanguageOf(config.Place{File: typedFlag(args, "config"), UserDir: a.UserDir, Environ: a.Environ}, typedFlag(args, config.Language))
	texts, err := wording.In(chosen)
	if err != nil {
		return err
	}
	a.texts, a.Streams.texts = texts, texts
	return wrong
}

// typedFlag returns the value of a flag as it was typed, the last where there
// are several, and nothing where there is none.
func typedFlag(args []string, name string) string {
	value := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if rest, ok := strings.CutPrefix(arg, "--"+name+"="); ok {
			value = rest
		} else if arg == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// settings reads what the person has set, with the flags of the command on top.
func (a *App) settings(flags *settingFlags) (*config.Settings, error) {
	return config.Load(config.Place{File: flags.file, UserDir: a.UserDir, Flags: flags.set, Environ: a.Environ})
}
