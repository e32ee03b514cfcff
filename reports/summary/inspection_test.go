package summary_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"govfootprint/reports/reporttest"
	"govfootprint/reports/summary"
)

func TestInspection(t *testing.T) {
	for name, opt := range map[string]summary.Options{
		"inspection-80.txt":    {},
		"inspection-120.txt":   {Width: 120, Written: []string{"mapping.yaml"}},
		"inspection-60.txt":    {Width: 60},
		"inspection-ascii.txt": {ASCII: true},
		"inspection-fr.txt":    {Language: "fr", Width: 100},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := summary.WriteInspection(&b, reporttest.SampleInspection(), opt); err != nil {
				t.Fatal(err)
			}
			got := b.String()
			compare(t, name, got)
			width := max(opt.Width, 60)
			if opt.Width == 0 {
				width = 80
			}
			for line := range strings.Lines(got) {
				if n := uniseg.StringWidth(strings.TrimRight(line, "\n")); n > width {
					t.Errorf("%d columns wide: %q", n, line)
				}
				if opt.ASCII && strings.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) {
					t.Errorf("not ASCII: %q", line)
				}
			}
			if strings.Contains(got, "\x1b") {
				t.Error("the text of a file moves the cursor")
			}
		})
	}
}
