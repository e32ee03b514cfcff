// Command docrun runs the commands that documents show, word for word, in a
// copy of the repository, so that what a newcomer reads is what works.
//
//	go run ./internal/docrun [-update] [-done COMMAND]... FILE...
//
// In a Markdown file, every ```sh block is run, in order, each by a shell that
// stops at the first failure; the blocks of one file share one copy. Two comments
// before a block change that:
//
//	<!-- not run: why -->   the ```sh block is left out, and the reason printed
//	<!-- output -->         the ```text block shows what the ```sh block before it
//	                        prints to standard output; a line of … stands for any lines
//
// With -update, blocks of output without a line of … are rewritten. A block that
// consists of a command named by -done was run elsewhere, and is left out.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "docrun:", err)
		stop()
		os.Exit(1) //nolint:gocritic // stop has been called
	}
}

func run(ctx context.Context, args []string, log io.Writer) error {
	flags := flag.NewFlagSet("docrun", flag.ContinueOnError)
	flags.SetOutput(log)
	r := runner{log: log, root: "."}
	flags.BoolVar(&r.update, "update", false, "rewrite the blocks of output")
	flags.Func("done", "a `COMMAND` that is run elsewhere; repeatable", func(s string) error {
		r.done = append(r.done, strings.TrimSpace(s))
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("arguments: %w", err)
	}
	if flags.NArg() == 0 {
		return errors.New("name the documents to run, such as README.md")
	}
	for _, name := range flags.Args() {
		if err := r.document(ctx, name); err != nil {
			return err
		}
	}
	return nil
}
