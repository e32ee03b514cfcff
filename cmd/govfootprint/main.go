// Command govfootprint turns an inventory of a government's IT into its
// environmental footprint.
package main

import (
	"os"

	"govfootprint/internal/cli"
)

func main() { os.Exit(cli.Main()) }
