// Package cli is the command line: a file a verb.
//
// Each verb has an options struct that its flags fill, and a run function that
// does the work with what the [App] hands it. Data goes to standard output,
// messages to standard error, and every way to end has its [ExitStatus].
package cli
