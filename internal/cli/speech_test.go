package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"govfootprint/calc/scenario"
	"govfootprint/examples/policy-choices/scenarios"
	"govfootprint/reports/wording"
)

// said are the functions whose texts a person reads, with which of their
// arguments are texts: -1 for all that are literals.
var said = map[string]int{
	"errorf": 0, "phrase": 0, "usage": 1, "usageErrorf": 0, "notef": 0, "Messagef": 0, "linef": 0, "other": 0, "Errorf": 0, "Phrasef": 0, "Sayf": 0, "say": 0, "Say": 0,
	"refuse": 1, "heads": -1, "count": -1, "exactly": 1, "sayf": 0, "section": 0, "progress": 0,
}

// traced are the functions of package calc that label a figure.
var traced = map[string]int{
	"given": 0, "givenInt": 0, "sumOf": 0, "productOf": 0, "quotientOf": 0, "differenceOf": 0, "roundedUp": 0, "published": 0, "publishedIn": 0,
	"parameter": 0, "parameterRung": 0, "assume": 0, "factor": 0, "inUnit": 0,
}

// tables are the variables and fields that hold texts.
var tables = []string{"heading", "without", "rungNames", "placeNames", "labelForms", "partForms"}

// literal returns the text of a literal, also of one in parts.
func literal(e ast.Expr) (string, bool) {
	switch l := e.(type) {
	case *ast.BasicLit:
		if l.Kind == token.STRING {
			text, err := strconv.Unquote(l.Value)
			return text, err == nil
		}
	case *ast.BinaryExpr:
		x, okX := literal(l.X)
		y, okY := literal(l.Y)
		return x + y, okX && okY && l.Op == token.ADD
	}
	return "", false
}

// texts returns the texts of a package that a person reads, with where each stands.
func textsOf(t *testing.T, folder string, functions map[string]int) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %v", folder, err)
	}
	found := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		add := func(e ast.Expr) {
			if text, ok := literal(e); ok && text != "" {
				found[text] = set.Position(e.Pos()).String()
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called := ""
				switch f := n.Fun.(type) {
				case *ast.Ident:
					called = f.Name
				case *ast.SelectorExpr:
					called = f.Sel.Name
					if x, ok := f.X.(*ast.Ident); ok && functions["usage"] > 0 && (x.Name == "fmt" || x.Name == "errors") && (called == "Errorf" || called == "New") && len(n.Args) > 0 {
						add(n.Args[0]) // says it in English alone: use errorf
						return true
					}
				}
				which, ok := functions[called]
				for i, arg := range n.Args {
					if ok && (which < 0 || which == i) {
						add(arg)
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && slices.Contains(tables, key.Name) {
					add(n.Value)
				}
			case *ast.ValueSpec:
				if slices.Contains(tables, n.Names[0].Name) {
					ast.Inspect(n, func(inner ast.Node) bool {
						if e, ok := inner.(*ast.BasicLit); ok {
							add(e)
						}
						return true
					})
				}
			}
			return true
		})
	}
	return found
}

// signsOnly is a text without a word: nothing to translate.
var signsOnly = regexp.MustCompile(`^(%\d*[a-z]|[^\p{L}%]|%%)*$`)

// neverSaid are texts that nobody reads, or that are the same in every language.
var neverSaid = []string{
	"govfootprint: %s", "%w", "  %6s  %s: %s", "file SHA-256 %s",
}

// Whatever the command line says, French says, too. The list names what is
// missing, to be put into reports/wording/phrases/fr.yaml.
func TestFrenchSaysEverything(t *testing.T) {
	french, err := wording.In("fr")
	if err != nil {
		t.Fatal(err)
	}
	all := textsOf(t, ".", said)
	maps.Copy(all, textsOf(t, "../config", said))
	maps.Copy(all, textsOf(t, "../verify", map[string]int{"Errorf": 0}))
	maps.Copy(all, textsOf(t, "../../calc", traced))
	maps.Copy(all, textsOf(t, "../../reports/wording", map[string]int{"Phrasef": 0, "Sayf": 0}))
	maps.Copy(all, textsOf(t, "../../reports/aims", map[string]int{"refuse": 1}))
	for _, folder := range []string{"../../inventory", "../../inventory/mapping"} {
		maps.Copy(all, textsOf(t, folder, map[string]int{"Refuse": 1, "Messagef": 0}))
	}
	maps.Copy(all, textsOf(t, "../../calc/scenario", map[string]int{"Refuse": 1, "Messagef": 0, "refuse": 0, "refuseAt": 1, "note": 1, "wrong": 1}))
	for _, word := range []string{
		"error", "warning", "note", "rejected", "excluded", "inventory", "method", "period", "formula",
		"lower layer", "broader place", "less preferred subject", "other year", "earlier pack",
	} {
		all[word] = "a vocabulary"
	}
	for _, text := range slices.Sorted(maps.Keys(all)) {
		if french.HasPhrase(text) || slices.Contains(neverSaid, text) || signsOnly.MatchString(text) {
			continue
		}
		t.Errorf("%s: French lacks\n  %q: \"\"", all[text], text)
	}
}

// The ready scenarios have their names, descriptions and reasons in French.
func TestFrenchSaysReadyScenarios(t *testing.T) {
	french, err := wording.In("fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range scenarios.Names() {
		data, _ := scenarios.Ready(name)
		s, err := scenario.Parse(name, data)
		if err != nil {
			t.Fatal(err)
		}
		texts := []string{s.Name, s.Description}
		for _, c := range s.Changes {
			texts = append(texts, c.Name, c.Reason)
		}
		for _, text := range texts {
			if !french.HasPhrase(text) {
				t.Errorf("%s: French lacks\n  %q: \"\"", name, text)
			}
		}
	}
}

// verb is a verb of package fmt, with the number of its argument where it has one.
var verb = regexp.MustCompile(`%(\[(\d+)\])?[a-z]`)

// Each phrase uses the arguments that its English uses.
func TestPhrasesUseTheirArguments(t *testing.T) {
	french, err := wording.In("fr")
	if err != nil {
		t.Fatal(err)
	}
	used := func(text string) []string {
		var list []string
		for i, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(text, "%%", ""), -1) {
			if m[2] != "" {
				list = append(list, m[2])
			} else {
				list = append(list, strconv.Itoa(i+1))
			}
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	for english, text := range french.Phrases() {
		if got, want := used(text), used(english); !slices.Equal(got, want) {
			t.Errorf("%q uses arguments %v, its English %q %v", text, got, english, want)
		}
	}
}

// Every command and every flag has its help in French, and French has none for
// what is gone.
func TestFrenchHelpIsWhole(t *testing.T) {
	texts, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	help, err := readHelp("fr")
	if err != nil {
		t.Fatal(err)
	}
	left := maps.Clone(help.Commands)
	settings := maps.Clone(help.Settings)
	var visit func(cmd *cobra.Command, path string)
	visit = func(cmd *cobra.Command, path string) {
		own, ok := help.Commands[path]
		delete(left, path)
		switch {
		case !ok:
			t.Errorf("%q: no help in French", path)
		case own.Short == "" || (own.Long == "") != (cmd.Long == "") || (own.Example == "") != (cmd.Example == ""):
			t.Errorf("%q: its help in French lacks short, long or example", path)
		case strings.Contains(cmd.Use, " ") && own.Use == "" && path != "":
			t.Errorf("%q: its arguments have no names in French", path)
		}
		if strings.Count(own.Example, "govfootprint") != strings.Count(cmd.Example, "govfootprint") {
			t.Errorf("%q: French shows other examples", path)
		}
		flags := maps.Clone(own.Flags)
		check := func(f *pflag.Flag) {
			if f.Name == "help" || settings[f.Name] != "" {
				return
			}
			if own.Flags[f.Name] == "" {
				t.Errorf("%q: flag --%s has no help in French", path, f.Name)
			}
			delete(flags, f.Name)
		}
		cmd.Flags().VisitAll(check)
		cmd.PersistentFlags().VisitAll(check)
		for name := range flags {
			t.Errorf("%q: French has help for the flag --%s, which there is not", path, name)
		}
		for _, sub := range cmd.Commands() {
			visit(sub, strings.TrimSpace(path+" "+sub.Name()))
		}
	}
	root := newRootCommand(&App{Streams: &Streams{}, texts: texts})
	root.InitDefaultHelpCmd()
	visit(root, "")
	for path := range left {
		t.Errorf("French has help for %q, which is no command", path)
	}
}
