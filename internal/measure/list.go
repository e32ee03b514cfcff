package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"govfootprint/inventory/recognition"
)

// coverage says what recognition makes of any list of products: columns names
// its columns of makers and models, and of kinds if it has one.
func coverage(w io.Writer, name, columns string, all bool) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w; the data are not part of this project", err)
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.FieldsPerRecord, rows.LazyQuotes = -1, true
	header, err := rows.Read()
	if err != nil {
		return err
	}
	var at []int
	for c := range strings.SplitSeq(columns, ",") {
		at = append(at, slices.Index(header, c))
	}
	if len(at) < 2 || slices.Contains(at, -1) {
		return fmt.Errorf("%s has no columns %s; it has %q", name, columns, header)
	}
	counts := make(map[[2]string]int)
	records, err := rows.ReadAll()
	if err != nil {
		return err
	}
	for _, r := range records {
		kind := ""
		if len(at) > 2 {
			kind = r[at[2]]
		}
		found, got := outcome(recognition.Recognise, machine{"", r[at[0]], r[at[1]]})
		counts[[2]string{kind, got}]++
		if all {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s/%s\t%s\t%s\n", kind, r[at[0]], r[at[1]], found.How, got, found.Variant, found.Model, found.Why)
		}
	}
	if all {
		return nil
	}
	for _, key := range slices.SortedFunc(maps.Keys(counts), func(a, b [2]string) int {
		return cmp.Or(strings.Compare(a[0], b[0]), counts[b]-counts[a], strings.Compare(a[1], b[1]))
	}) {
		fmt.Fprintf(w, "| %s | %s | %d |\n", key[0], key[1], counts[key])
	}
	return nil
}
