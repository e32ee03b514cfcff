package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// serials writes an inventory of serial numbers.
func serials(from, to int) string {
	var b strings.Builder
	b.WriteString("category,serial number\n")
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "laptop,5CG%04dXYZ\n", i)
	}
	return b.String()
}

func TestDuplicates(t *testing.T) {
	for name, tc := range map[string]struct {
		files []string
		want  []string
	}{
		"in one file": {
			files: []string{"category,serial number,asset tag\nlaptop,ABC1234,\nlaptop,abc-1234,\nlaptop,XYZ9999,T100\nlaptop,,T1001\nlaptop,,T1001\n"},
			want: []string{
				`warning duplicate_identifier row 3 serial number: "" [2  ]`,
				`warning duplicate_identifier row 6 asset tag: "" [5  ]`,
			},
		},
		"a serial number and a tag are two things": {files: []string{"category,serial number,asset tag\nlaptop,ABC1234,\nlaptop,,ABC1234\n"}},
		"what is none": {files: []string{"category,serial number\n" + strings.Repeat("server,Default string\nlaptop,To be filled by O.E.M.\nlaptop,0\nlaptop,N/A\nlaptop,None\nlaptop,123456789\nlaptop,XXXXXXX\nlaptop,6.37702E+15\nlaptop,00000000\nlaptop,unknown\nlaptop,-\n", 2)}},
		"rows that do not count": {
			files: []string{"category,serial number,status,quantity\nlaptop,ABC1234,Consumed,1\nlaptop,ABC1234,In use,1\nlaptop,ABC1234,In use,many\n"},
			want:  []string{`excluded kind_unsupported`, `rejected`},
		},
		"between files": {
			files: []string{serials(1, 4), serials(3, 9)},
			want:  []string{`warning duplicate_identifier row 2 serial number: "" [4  inventory0.csv]`},
		},
		"a copy": {
			files: []string{serials(0, 100), serials(20, 130)},
			want:  []string{`warning sheet_repeats: "" [80 110 72 inventory0.csv ]`},
		},
		"a summary of it": {
			files: []string{serials(0, 20), serials(0, 200)},
			want:  []string{`warning sheet_repeats: "" [20 20 100 inventory1.csv ]`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var sources []inventory.Source
			for i, text := range tc.files {
				name := fmt.Sprintf("inventory%d.csv", i)
				if len(tc.files) == 1 {
					name = "inventory.csv"
				}
				sources = append(sources, memorySource(name, []byte(text)))
			}
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, sources...)
			if name == "rows that do not count" {
				if n := r.Problems.CountByCode()[inventory.CodeDuplicateIdentifier]; n != 0 {
					t.Errorf("%d duplicates", n)
				}
				return
			}
			wantProblems(t, r, tc.want...)
		})
	}
}

// Nodes of one chassis share a serial number: they count, with a warning each.
func TestDuplicatesCount(t *testing.T) {
	r := readText(t, "category,serial number\nserver,CHASSIS1\nserver,CHASSIS1\nserver,CHASSIS1\nserver,CHASSIS1\n")
	wantEstate(t, r, "server 4 units")
	if n := r.Problems.CountByCode()[inventory.CodeDuplicateIdentifier]; n != 3 {
		t.Errorf("%d warnings, want 3", n)
	}
}

// A refused file leaves nothing behind that another could repeat.
func TestDuplicatesOfARefusedFile(t *testing.T) {
	bad := serials(0, 50) + strings.Repeat("x", 200_000) + "\n"
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("bad.csv", []byte(bad)), memorySource("good.csv", []byte(serials(0, 50))))
	if n := r.Problems.CountByCode()[inventory.CodeSheetRepeats]; n != 0 || !r.Files[0].Refused {
		t.Errorf("%d copies of a file that was refused: %v", n, r.Files[0].Refused)
	}
}

// BenchmarkReadIdentifiers measures what hashing a million serial numbers costs
// and how much memory they take; compare it with itself at -benchtime 3x.
func BenchmarkReadIdentifiers(b *testing.B) {
	const rows = 1_000_000
	text := serials(0, rows)
	without := strings.Replace(text, "serial number", "operating system", 1)
	for name, text := range map[string]string{"hashed": text, "not read": without} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				readText(b, text)
			}
		})
	}
}
