package reports_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"

	"go.yaml.in/yaml/v3"

	"govfootprint/inventory"
	"govfootprint/reports"
)

// What is told once for a column, a word or a list concerns as many rows as its
// sentence says: wherever that counts rows, or machines, dates, cells, which are
// one to a row, the steps of a report count the same.
func TestRowsConcernedAreThoseOfTheSentence(t *testing.T) {
	text, err := os.ReadFile("wording/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var wording struct {
		Inventory map[inventory.Code]struct{ Text string }
	}
	if err := yaml.Unmarshal(text, &wording); err != nil {
		t.Fatal(err)
	}
	counted := regexp.MustCompile(`\{(\d)\|# (?:row|date|cell|virtual machine|quantity|plain number)\b`)
	apart := map[inventory.Code]bool{inventory.CodeTableSkipped: true} // rows of a table that is no inventory
	checked := 0
	for code, m := range wording.Inventory {
		found := counted.FindStringSubmatch(m.Text)
		if found == nil || apart[code] {
			continue
		}
		checked++
		at, _ := strconv.Atoi(found[1])
		args := make([]string, at+1)
		for i := range args {
			args[i] = fmt.Sprintf("x%d", i)
		}
		args[at] = "12"
		if rows := reports.RowsConcerned(inventory.Problem{Code: code, Row: 3, Args: args}); rows != 12 {
			t.Errorf("%s: %d rows of 12", code, rows)
		}
	}
	if checked < 30 {
		t.Errorf("only %d sentences count rows", checked)
	}
}
