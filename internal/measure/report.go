package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/fold"
	"govfootprint/inventory/recognition"
)

// accepted are the categories that count as right for a kind of the data. The
// data draw the line elsewhere: a convertible may be a laptop or a tablet, and a
// mini PC is a desktop that is small; workstations are among desktops and laptops.
var accepted = map[string][]string{
	"Notebook":       {"laptop", "mobile-workstation"},
	"Convertible":    {"laptop", "mobile-workstation", "tablet"},
	"Tablet":         {"tablet"},
	"Desktop":        {"desktop", "workstation", "thin-client"},
	"Mini Pc":        {"desktop", "workstation", "thin-client"},
	"Stick Pc":       {"desktop", "thin-client"},
	"All In One":     {"all-in-one"},
	"Server":         {"server", "storage"},
	"System On Chip": {"iot", "desktop"},
	"Firewall":       {"firewall"},
}

// usable reports whether the model says anything.
func usable(m machine) bool {
	w := fold.Words(m.model)
	return !fold.IsPlaceholder(w) && !strings.HasPrefix(w, "to be filled") && strings.Trim(w, "0123456789 ") != ""
}

// outcome of a machine.
func outcome(recognise func(recognition.Thing) recognition.Result, m machine) (recognition.Result, string) {
	r := recognise(recognition.Thing{Manufacturer: m.maker, Model: m.model})
	switch {
	case r.Left != "":
		return r, string(r.Left)
	case r.Category == "":
		return r, "none"
	}
	return r, r.Category
}

type tally struct{ machines, models int }

func (t *tally) add(n int) {
	t.machines += n
	t.models++
}

func share(part, whole tally) string {
	return fmt.Sprintf("%.2f %% | %.2f %%", 100*float64(part.machines)/float64(whole.machines), 100*float64(part.models)/float64(whole.models))
}

func report(w io.Writer, title string, machines map[machine]int, recognise func(recognition.Thing) recognition.Result) {
	var all, placeholder, claimed, right tally
	confusion := make(map[string]map[string]tally)
	byHow := make(map[recognition.How][2]tally)
	columns := make(map[string]int)
	for m, n := range machines {
		if !usable(m) {
			placeholder.add(n)
			continue
		}
		all.add(n)
		r, got := outcome(recognise, m)
		if confusion[m.kind] == nil {
			confusion[m.kind] = make(map[string]tally)
		}
		cell := confusion[m.kind][got]
		cell.add(n)
		confusion[m.kind][got] = cell
		columns[got] += n
		if got == "none" {
			continue
		}
		claimed.add(n)
		how := byHow[r.How]
		how[0].add(n)
		if slices.Contains(accepted[m.kind], got) {
			right.add(n)
			how[1].add(n)
		}
		byHow[r.How] = how
	}
	fmt.Fprintf(w, "### %s\n\n", title)
	fmt.Fprintf(w, "%d machines of %d distinct makers and models with a usable model; %d machines without.\n\n", all.machines, all.models, placeholder.machines)
	fmt.Fprintf(w, "| | of machines | of distinct models |\n|:--|--:|--:|\n| claimed | %s |\n| right of those claimed | %s |\n\n", share(claimed, all), share(right, claimed))
	fmt.Fprint(w, "| found by | machines | right | distinct models | right |\n|:--|--:|--:|--:|--:|\n")
	for _, how := range []recognition.How{recognition.Identifier, recognition.Model, recognition.Family, recognition.Keyword, ""} {
		if t := byHow[how]; t[0].models > 0 {
			name := string(how)
			if name == "" {
				name = "left out"
			}
			fmt.Fprintf(w, "| %s | %d | %.2f %% | %d | %.2f %% |\n", name, t[0].machines, 100*float64(t[1].machines)/float64(t[0].machines), t[0].models, 100*float64(t[1].models)/float64(t[0].models))
		}
	}
	names := slices.SortedFunc(maps.Keys(columns), func(a, b string) int { return cmp.Or(columns[b]-columns[a], strings.Compare(a, b)) })
	fmt.Fprintf(w, "\n| is | %s |\n|:--|%s\n", strings.Join(names, " | "), strings.Repeat("--:|", len(names)))
	for _, kind := range slices.Sorted(maps.Keys(confusion)) {
		fmt.Fprintf(w, "| %s |", kind)
		for _, name := range names {
			cell := ""
			if n := confusion[kind][name].machines; n > 0 {
				cell = strconv.Itoa(n)
				if slices.Contains(accepted[kind], name) {
					cell = "**" + cell + "**"
				}
			}
			fmt.Fprintf(w, " %s |", cell)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

// list prints the distinct machines of the tuning half that are wrong or not
// recognised, the most frequent first.
func list(w io.Writer, machines map[machine]int) error {
	order := slices.SortedFunc(maps.Keys(machines), func(a, b machine) int {
		return cmp.Or(machines[b]-machines[a], strings.Compare(a.maker, b.maker), strings.Compare(a.model, b.model), strings.Compare(a.kind, b.kind))
	})
	for _, m := range order {
		if !usable(m) {
			continue
		}
		r, got := outcome(recognition.Recognise, m)
		mark := "wrong"
		switch {
		case slices.Contains(accepted[m.kind], got):
			mark = "right"
		case got == "none":
			mark = "none"
		}
		if _, err := fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%q\t%q\t%s\t%s\n", mark, machines[m], m.kind, got, m.maker, m.model, r.How, r.Why); err != nil {
			return err
		}
	}
	return nil
}
