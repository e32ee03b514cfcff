package cli

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"
)

// Main runs the command that the process was started with and returns its exit
// status. It is all that package main needs.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { // a second Ctrl-C ends the process at once
		<-ctx.Done()
		stop()
	}()
	return int(systemApp().Run(ctx, os.Args[1:]))
}

// systemApp is the App of a real process.
func systemApp() *App {
	userDir, err := os.UserConfigDir()
	if err != nil {
		userDir = "" // without a home there is no file of the user's to find
	}
	info, _ := debug.ReadBuildInfo()
	return &App{Streams: systemStreams(), Environ: os.Environ(), UserDir: userDir, Now: time.Now, Build: buildOf(info)}
}

func systemStreams() *Streams {
	s := &Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	out := int(os.Stdout.Fd())
	s.OutWatched = term.IsTerminal(out)
	s.ErrWatched = term.IsTerminal(int(os.Stderr.Fd()))
	if width, _, err := term.GetSize(out); err == nil {
		s.Width = width
	}
	return s
}
