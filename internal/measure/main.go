// Measure says how well recognition does on 162,853 machines whose kind is
// known, and prints the tables of docs/recognition.md.
//
//	go run ./internal/measure DMI.csv.gz
//	go run ./internal/measure -tune DMI.csv.gz
//	go run ./internal/measure -columns "manufacturer,model" LIST.csv
//
// The data are the reports of linux-hardware.org (github.com/linuxhw/DMI,
// CC-BY-4.0) as one table with the columns Computer Type, Manufacturer and Product
// Name; they are not part of this project. They fall into two halves by a hash of
// maker and model. Rules are tuned on the one, which -tune shows in full; of the other
// this program says sums alone.
package main

import (
	"compress/gzip"
	"crypto/sha256"
	_ "embed" // the makers by which the halves are drawn
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"govfootprint/inventory/fold"
	"govfootprint/inventory/recognition"
)

func main() {
	tune := flag.Bool("tune", false, "print each distinct machine of the tuning half, with what was made of it")
	columns := flag.String("columns", "", "of any CSV file: the columns of maker, model and, if it has one, kind; says what is recognised of it")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: measure [-tune] [-columns maker,model,kind] FILE\nThe data are not part of this project: github.com/linuxhw/DMI, as one table with Computer Type, Manufacturer, Product Name.")
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if *columns != "" {
		if err := coverage(os.Stdout, flag.Arg(0), *columns, *tune); err != nil {
			fmt.Fprintln(os.Stderr, "measure:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(os.Stdout, flag.Arg(0), *tune); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// machine is a distinct one of the data.
type machine struct{ kind, maker, model string }

func run(w io.Writer, name string, tune bool) error {
	machines, err := read(name)
	if err != nil {
		return err
	}
	halves := [2]map[machine]int{{}, {}}
	for m, n := range machines {
		halves[half(m)][m] = n
	}
	if tune {
		return list(w, halves[tuning])
	}
	seen := machineTypes(halves[tuning])
	onlySeen := recognition.WithoutIdentifiers(func(maker, code string) bool { return maker == "lenovo" && !seen[strings.ToLower(code)] })
	report(w, "Tuning half", halves[tuning], onlySeen)
	report(w, "Measuring half", halves[measuring], onlySeen)
	report(w, "Measuring half, with every machine type that the catalogue has", halves[measuring], recognition.Recognise)
	return nil
}

func read(name string) (map[machine]int, error) {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s is not there; the data are not part of this project (github.com/linuxhw/DMI, CC-BY-4.0)", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	rows := csv.NewReader(unzipped)
	header, err := rows.Read()
	if err != nil {
		return nil, err
	}
	at := make(map[string]int)
	for i, h := range header {
		at[h] = i
	}
	machines := make(map[machine]int)
	for {
		r, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return machines, nil
		}
		if err != nil {
			return nil, err
		}
		machines[machine{r[at["Computer Type"]], r[at["Manufacturer"]], r[at["Product Name"]]}]++
	}
}

const (
	tuning = iota
	measuring
)

// half says to which half a machine belongs: the lowest bit of a hash of its
// maker and model as words. All machine numbers of one Lenovo machine type, and
// all spellings of a maker's name, go together. While rules were tuned, the list of
// makers grew, and with it the names by which the halves were drawn; what was on
// the side of tuning by the first or the last of the two belongs to tuning.
func half(m machine) int {
	model := fold.Words(m.model)
	for _, maker := range splitNames(fold.Words(m.maker)) {
		key := model
		if code := machineType(model); maker == "lenovo" && code != "" {
			key = code
		}
		if sha256.Sum256([]byte(maker + "\x00" + key))[0]&1 == tuning {
			return tuning
		}
	}
	return measuring
}

//go:embed makers.tsv
var makers string

// splitNames returns the names of a maker by which the halves were drawn, first and last.
func splitNames(maker string) []string {
	for line := range strings.Lines(makers) {
		if spelled, names, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && spelled == maker {
			return strings.Split(names, "\t")
		}
	}
	return []string{maker}
}

// machineType returns the first four characters of what may be a Lenovo machine number.
func machineType(model string) string {
	if (len(model) == 10 || len(model) == 7 || len(model) == 8 || len(model) == 4) && !strings.Contains(model, " ") && strings.ContainsAny(model, "0123456789") {
		return model[:4]
	}
	return ""
}

func machineTypes(machines map[machine]int) map[string]bool {
	seen := make(map[string]bool)
	for m := range machines {
		seen[machineType(fold.Words(m.model))] = true
	}
	return seen
}
