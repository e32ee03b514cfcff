// Survey reads every file of a folder with nothing configured, each by itself,
// and prints the table of docs/lists.md: what each was taken for, what of it was
// counted, left out and why, recognised and how far, and what was doubted.
//
//	go run ./internal/survey -period 2022 FOLDER
//
// The lists of that page are other people's and no part of this project; the page
// says where they are from.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"govfootprint/inventory"
)

func main() {
	period := flag.String("period", "2024", "the reporting period")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: survey [-period PERIOD] FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, flag.Arg(0), *period); err != nil {
		fmt.Fprintln(os.Stderr, "survey:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, folder, periodText string) error {
	period, err := inventory.ParsePeriod(periodText)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "| file | taken for | rows | devices | left out | rejected | model or family | category only | not recognised | doubts |")
	fmt.Fprintln(w, "|:--|:--|--:|--:|:--|--:|--:|--:|--:|--:|")
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || slices.Contains([]string{"", ".json"}, filepath.Ext(path)) {
			return err
		}
		line, err := read(ctx, path, period)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| `%s` %s\n", filepath.ToSlash(name), line)
		return nil
	})
}

// read reads one file and returns its line of the table.
func read(ctx context.Context, path string, period inventory.Period) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	source := inventory.Source{Name: path, Size: info.Size(), Open: func() (io.ReadCloser, error) { return os.Open(path) }}
	result, err := inventory.Read(ctx, []inventory.Source{source}, inventory.Options{Period: period})
	if err == nil && result.UsageYear != 0 {
		result, err = inventory.Read(ctx, []inventory.Source{source}, inventory.Options{Period: inventory.CalendarYear(result.UsageYear)})
	}
	if err != nil {
		return "", err
	}
	if result.Files[0].Refused {
		return "| refused: " + why(result) + " | | | | | | | | |", nil
	}
	units := make(map[string]inventory.Tally)
	for p, a := range result.Estate.All() {
		level := levelOf(&p)
		units[level] = units[level].Add(a.Units)
		units[""] = units[""].Add(a.Units)
	}
	counts := result.Estate.Counts()
	return fmt.Sprintf("| %s | %d | %s | %s | %d | %s | %s | %s | %d |", layouts(result), counts.Read, units[""], exclusions(counts), counts.Rejected,
		units["model"], units["category"], units["none"], result.Problems.CountBySeverity()[inventory.Warning]), nil
}

// levelOf returns how far a profile was recognised, whatever told its category.
func levelOf(p *inventory.Profile) string {
	switch {
	case p.Recognition == inventory.Unresolved:
		return "none"
	case p.Family != "", p.Recognition == inventory.ByIdentifier, p.Recognition == inventory.ByModel:
		return "model"
	default:
		return "category"
	}
}

func why(result *inventory.Result) string {
	for p := range result.Problems.All() {
		if p.Severity == inventory.Rejected {
			return strings.TrimSpace(strings.ReplaceAll(string(p.Code), "_", " ") + " " + strings.Join(p.Args[:min(1, len(p.Args))], ""))
		}
	}
	return ""
}

func layouts(result *inventory.Result) string {
	names := make(map[string]bool)
	for _, sheet := range result.Files[0].Sheets {
		if sheet.Layout != "" {
			names[sheet.Layout] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), ", ")
}

func exclusions(counts inventory.Counts) string {
	var list []string
	for _, code := range slices.Sorted(maps.Keys(counts.Excluded)) {
		list = append(list, fmt.Sprintf("%d %s", counts.Excluded[code].Rows, strings.ReplaceAll(string(code), "_", " ")))
	}
	return strings.Join(list, ", ")
}
