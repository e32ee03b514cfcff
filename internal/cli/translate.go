package cli

import (
	"embed"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"govfootprint/reports/wording"
)

// The help of commands stands in English beside the commands; that of other
// languages is in a file a language.
//
//go:embed help/*.yaml
var helpFiles embed.FS

// helpTexts are the help of the commands in a language.
type helpTexts struct {
	Commands map[string]commandHelp `yaml:"commands"` // by path, without the program's name
	Settings map[string]string      `yaml:"settings"` // what the flags do that are settings
}

// commandHelp is the help of one command. What is empty stays in English.
type commandHelp struct {
	Use     string            `yaml:"use"` // its arguments
	Short   string            `yaml:"short"`
	Long    string            `yaml:"long"`
	Example string            `yaml:"example"`
	Flags   map[string]string `yaml:"flags"`
}

// readHelp reads the help of a language; English has no file.
func readHelp(language string) (helpTexts, error) {
	var texts helpTexts
	data, err := helpFiles.ReadFile("help/" + language + ".yaml")
	if errors.Is(err, fs.ErrNotExist) {
		return texts, nil
	}
	if err != nil {
		return texts, err
	}
	err = yaml.Unmarshal(data, &texts)
	return texts, err
}

// translate puts the help of all commands into the person's language.
func (a *App) translate(root *cobra.Command) {
	if a.texts == nil || a.texts.Language() == wording.Languages[0] {
		return
	}
	help, err := readHelp(a.texts.Language())
	if err != nil {
		return // a test reads every file; English is better than no help
	}
	root.InitDefaultHelpCmd()
	var visit func(cmd *cobra.Command, path string)
	visit = func(cmd *cobra.Command, path string) {
		a.translateCommand(cmd, help.Commands[path], help.Settings)
		for _, sub := range cmd.Commands() {
			inner := sub.Name()
			if path != "" {
				inner = path + " " + inner
			}
			visit(sub, inner)
		}
	}
	visit(root, "")
}

func (a *App) translateCommand(cmd *cobra.Command, help commandHelp, settings map[string]string) {
	for to, text := range map[*string]string{&cmd.Short: help.Short, &cmd.Long: help.Long} {
		if text != "" {
			*to = a.texts.Typeset(text)
		}
	}
	if help.Example != "" {
		cmd.Example = help.Example
	}
	if help.Use != "" {
		cmd.Use = cmd.Name() + " " + help.Use
	}
	cmd.InitDefaultHelpFlag()
	flag := func(f *pflag.Flag) {
		switch {
		case f.Name == "help":
			f.Usage = a.texts.Sayf("help for %s", cmd.Name())
		case help.Flags[f.Name] != "":
			f.Usage = a.texts.Typeset(help.Flags[f.Name])
		case settings[f.Name] != "":
			f.Usage = a.texts.Typeset(settings[f.Name])
		}
	}
	cmd.Flags().VisitAll(flag)
	cmd.PersistentFlags().VisitAll(flag)
}
