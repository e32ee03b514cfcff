package cli

import (
	"context"
	"errors"
	"fmt"

	"govfootprint/calc/scenario"
	"govfootprint/internal/config"
	"govfootprint/inventory/mapping"
	"govfootprint/reports/wording"
)

// ExitStatus is what a command ends with. Scripts rely on it.
type ExitStatus int

// The exit statuses.
const (
	ExitDone       ExitStatus = 0 // all was done
	ExitFailed     ExitStatus = 1 // nothing came of it: a file is not there, a pack cannot be used, the person interrupted
	ExitUsage      ExitStatus = 2 // the command, a flag, a variable or the settings file asks for what there is not
	ExitIncomplete ExitStatus = 3 // the result was written, but some rows are in no total; they are listed
	ExitDifferent  ExitStatus = 4 // verify found a difference
)

// usageError is about how a command was typed. It ends with ExitUsage and a
// pointer to the command's help.
type usageError struct {
	command string // govfootprint assess
	message wording.Phrase
}

func (e *usageError) Error() string { return e.message.String() }

// usageErrorf is about what several commands are given alike.
func usageErrorf(format string, args ...any) error {
	return &usageError{command: "govfootprint", message: phrase(format, args...)}
}

// reportedError ends a command with a status after everything there is to say
// has been said.
type reportedError struct{ status ExitStatus }

func (e *reportedError) Error() string { return fmt.Sprintf("exit status %d", int(e.status)) }

func statusOf(err error) ExitStatus {
	var usage *usageError
	var reported *reportedError
	var wrong *mapping.Error
	var refused *scenario.Error
	switch {
	case err == nil:
		return ExitDone
	case errors.As(err, &reported):
		return reported.status
	case errors.As(err, &usage), errors.As(err, &wrong), errors.As(err, &refused), config.IsProblem(err):
		return ExitUsage
	}
	return ExitFailed
}

// sayWhy writes to standard error why a command ended.
func sayWhy(s *Streams, err error) {
	var usage *usageError
	var reported *reportedError
	var settings *config.Error
	var wrong *mapping.Error
	var refused *scenario.Error
	switch {
	case err == nil, errors.As(err, &reported):
	case errors.Is(err, context.Canceled):
		s.Messagef("govfootprint: interrupted; no report was written")
	case errors.As(err, &usage):
		s.Messagef("govfootprint: %s", usage.message)
		s.Messagef("Try '%s --help'.", usage.command)
	case errors.As(err, &wrong):
		s.Messagef("govfootprint: the mapping cannot be used")
		s.Messagef("%s", wrong)
	case errors.As(err, &refused):
		s.Messagef("govfootprint: the scenario cannot be used")
		s.Messagef("%s", refused)
	case errors.As(err, &settings):
		s.Messagef("govfootprint: %s cannot be used", count(len(settings.Problems), "setting", "settings"))
		s.Messagef("%s", settings)
	default:
		s.Messagef("govfootprint: %s", err)
	}
}
